"""The choice of a year to be put beside the one that is looked at."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ..theme import Theme
from .controls import Button

_HEIGHT = 20
"""As the heading it stands beside; what can be clicked is 24 high."""
NONE = 0


class BesideButton(Button):
    """Says which year stands beside, and opens the list of the others.

    Attributes:
        chosen: Another year is wanted: (year, 0 for none).
    """

    chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "link", "chevron_down", size=16)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.choices = QMenu(self)
        self.choices.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.choices.setAccessibleName("Tahun pembanding")
        self.clicked.connect(self._open)
        self.hide()

    def show_years(self, years: list[int], beside: int) -> None:
        """Offer years.

        Args:
            years: The other years of the project, rising; without any the button is gone.
            beside: The one that stands beside, 0 for none.
        """
        self.choices.clear()
        for year in (*reversed(years), NONE):
            action = QAction(str(year) if year else "Tanpa pembanding", self.choices)
            action.setCheckable(True)
            action.setChecked(year == beside)
            action.triggered.connect(lambda _=False, year=year: self.chosen.emit(year))
            self.choices.addAction(action)
        self.setText(f"dibanding {beside}" if beside else "bandingkan")
        self.setAccessibleName(
            f"Tahun pembanding {beside}" if beside else "Bandingkan dengan tahun lain"
        )
        self.setVisible(bool(years))

    def _open(self) -> None:
        self.choices.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def sizeHint(self) -> QSize:  # noqa: N802
        """No higher than the heading, which the cards beside it share."""
        return QSize(super().sizeHint().width(), _HEIGHT)
