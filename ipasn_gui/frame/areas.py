"""F6: from one area of the window to the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def step_area(areas: Sequence[QWidget], step: int) -> None:
    """Put the keyboard into the area that is so many steps from the one it is in.

    Args:
        areas: In reading order.
        step: 1 for the next, -1 for the one before; from outside of all, the first or the last.
    """
    focused = QApplication.focusWidget()
    here = next(
        (
            k
            for k, area in enumerate(areas)
            if focused is not None and (area is focused or area.isAncestorOf(focused))
        ),
        -1,
    )
    areas[(here + step) % len(areas)].setFocus(Qt.FocusReason.ShortcutFocusReason)
