"""A menu by the right button or Shift+F10: what can be done with what is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

Deed = tuple[str, bool, Callable[[], None]]
"""Words, whether it can be done now, what does it."""


def offer(widget: QWidget, at: QPoint, deeds: Sequence[Deed]) -> QMenu:
    """Open a menu at a place of a widget, and return it."""
    menu = QMenu(widget)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for words, enabled, do in deeds:
        action = QAction(words, menu)
        action.setEnabled(enabled)
        action.triggered.connect(lambda _=False, do=do: do())
        menu.addAction(action)
    menu.popup(widget.mapToGlobal(at))
    return menu
