"""Everybody can use it: every control says what it is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QWidget,
)

from ipasn_gui.dialogs.findings import FindingsDialog
from ipasn_gui.dialogs.history import HistoryDialog
from tests.shots.stage import Stage

KINDS = (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QProgressBar, QAbstractItemView)


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader could say nothing of."""
    found = []
    for one in root.findChildren(QWidget):
        if not isinstance(one, KINDS) or isinstance(one, QScrollBar) or not one.isVisible():
            continue
        inside = one.parentWidget()
        if isinstance(inside, QComboBox) or (one.objectName().startswith("qt_")):
            continue  # parts of a control that has its own name
        if isinstance(one, QAbstractItemView) and one.window() is not root.window():
            continue  # the list a chooser opens
        text = one.text() if isinstance(one, QAbstractButton) else ""
        if not (text or one.accessibleName()):
            found.append(f"{type(one).__name__} in {type(inside).__name__}")
    return found


def test_every_control_says_what_it_is(stage: Stage, sample: Path) -> None:
    assert nameless(stage.window.start) == []
    stage.open(sample)
    for place in range(len(stage.window.tabs)):
        stage.window.tab_row.choose(place)
        stage.settle()
        assert nameless(stage.window) == []
    for command, kind in (("temuan", FindingsDialog), ("riwayat", HistoryDialog)):
        stage.window.commands[command].trigger()
        stage.settle()
        dialog = stage.window.findChildren(kind)[-1]
        assert nameless(dialog) == []
        dialog.reject()
