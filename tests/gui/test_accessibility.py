"""Everybody can use it: each screen and dialog that is drawn for looking at is walked through.

What `dev.py shots` draws is every tab and dialog in every state worth looking at; each of its
controls must say what it is, be large enough to hit, and be within reach of the keyboard.
"""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QScrollBar,
    QWidget,
)

from tests.shots.__main__ import PARTS, Screens
from tests.shots.stage import Stage

KINDS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
)
LEAST = 24
ENGLISH = re.compile(
    r"&?(Cancel|OK|Open|Save|Close|Yes|No|Apply|Reset|Help|Undo|Redo|Cut|Copy|Paste|Delete)\b"
)


def controls(root: QWidget) -> list[QWidget]:
    """Return what can be worked with and is seen, less the parts of other controls."""
    found: list[QWidget] = []
    for one in root.findChildren(QWidget):
        inside = one.parentWidget()
        if not isinstance(one, KINDS) or isinstance(one, QScrollBar | QHeaderView):
            continue
        if not one.isVisible() or one.objectName().startswith("qt_"):
            continue
        if isinstance(inside, QComboBox | QLineEdit | QAbstractSpinBox):
            continue
        if one.window() is not root.window():
            continue  # the list a chooser opens, or a dialog of its own
        found.append(one)
    return found


def words(one: QWidget) -> str:
    """Return what a screen reader says of a control first."""
    text = one.text() if isinstance(one, QAbstractButton) else ""
    return one.accessibleName() or text


def _roves(one: QWidget) -> bool:
    """Tell whether a control is one of a group that Tab enters once and arrow keys go through."""
    parent = one.parentWidget()
    return parent is not None and any(
        type(other) is type(one) and other.focusPolicy() & Qt.FocusPolicy.TabFocus
        for other in parent.children()
        if isinstance(other, QWidget)
    )


def faults(root: QWidget) -> set[str]:
    """Return what is wrong with the controls of a screen."""
    found = set()
    for one in controls(root):
        place = type(one.parentWidget()).__name__
        what = f"{type(one).__name__} “{words(one)}” in {place}"
        if not words(one):
            found.add(f"nameless: {what}")
        if ENGLISH.match(words(one)):
            found.add(f"English: {what}")
        if isinstance(one, QAbstractButton | QComboBox | QLineEdit) and (
            one.width() < LEAST or one.height() < LEAST
        ):
            found.add(f"small, {one.width()} × {one.height()}: {what}")
        if (
            one.isEnabled()
            and not isinstance(one, QProgressBar)
            and not one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not _roves(one)
        ):
            found.add(f"out of reach: {what}")
    for one in root.findChildren(QWidget):
        if (
            one.isVisible()
            and one.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not isinstance(one, KINDS)
            and not (isinstance(one, QAbstractScrollArea) and type(one).__module__[0] == "P")
            and not one.accessibleName()
            and not one.objectName().startswith("qt_")
        ):
            found.add(f"nameless: {type(one).__name__} in {type(one.parentWidget()).__name__}")
    return found


@pytest.mark.parametrize("part", PARTS, ids=lambda one: one.__module__.rsplit("_", 1)[-1])
def test_every_control_can_be_named_hit_and_reached(stage: Stage, part: Screens) -> None:
    stage.answers.expected = True
    found: dict[str, set[str]] = {}
    for name, widget in part(stage):
        for fault in faults(widget):
            found.setdefault(fault, set()).add(name)
    assert {fault: sorted(names)[0] for fault, names in found.items()} == {}
