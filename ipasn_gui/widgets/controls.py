"""The small parts every screen is made of: buttons, labels, hairlines, each told what it is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QIcon
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from .. import theme as t
from ..theme import Theme


def restyle(widget: QWidget, **properties: object) -> None:
    """Set dynamic properties that the style sheet reads, and have it read them."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


class Button(QPushButton):
    """A push button of a kind, its icon tinted as its text.

    Args:
        theme: Tokens.
        text: Verb + object; empty for an icon alone, which then needs `tip`.
        kind: "", "primary", "quiet", "ghost", "link", "danger", "chip", "segment", "tab",
            "status", "icon".
        icon: Name of an icon.
        tip: Tooltip, and the accessible name where there is no text.
        size: Size of the icon, 16 or 20.
    """

    def __init__(
        self,
        theme: Theme,
        text: str = "",
        kind: str = "",
        icon: str = "",
        tip: str = "",
        size: int = 20,
    ) -> None:
        super().__init__(text)
        self._theme = theme
        self._icon = icon
        self._size = size
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else self.cursor())
        if tip:
            self.setToolTip(tip)
            if not text:
                self.setAccessibleName(tip.split(" (", maxsplit=1)[0])
        if icon:
            self.setIconSize(QSize(size, size))
            theme.changed.connect(self._tint)
            self._tint()

    def _tint(self) -> None:
        k = self._theme.tokens
        ink = {"primary": k.on_accent, "ghost": k.accent, "link": k.accent, "danger": k.err}
        color = ink.get(str(self.property("kind")), k.ink2 if not self.text() else k.ink)
        self.setIcon(self._theme.icons.icon(self._icon, color, k.ink3, self._size))


class Label(QLabel):
    """A text in a role; wraps where asked, and elides nothing by itself."""

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False) -> None:
        super().__init__(text)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)  # a policy of one's own forgets it, and lines are cut
            self.setSizePolicy(policy)


class Figure(Label):
    """A large number: set as text is, not in columns; figures of one width would gape."""

    def __init__(self, text: str = "", role: str = "figure") -> None:
        super().__init__(text, role)
        font = self.font()
        font.setFeature(QFont.Tag("tnum"), 0)
        self.setFont(font)


class ElidedLabel(QLabel):
    """One line that is cut with an ellipsis where there is no room; the whole is its tooltip."""

    def __init__(
        self, text: str = "", role: str = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight
    ) -> None:
        super().__init__()
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(24)
        self._mode = mode
        self._whole = self._short = ""
        self.set_text(text)

    def set_text(self, text: str, short: str = "") -> None:
        """Show another text.

        Args:
            text: The text.
            short: What is shown where there is no room for it; empty: it is cut.
        """
        self._whole, self._short = text, short
        self.setAccessibleName(text)
        self._elide()

    def text_whole(self) -> str:
        """Return the text without the ellipsis."""
        return self._whole

    def resizeEvent(self, event: object) -> None:  # noqa: N802
        """Cut anew for the new width."""
        self._elide()

    def _elide(self) -> None:
        self.ensurePolished()
        room, metrics = max(self.width(), 24), self.fontMetrics()
        fits = not self._short or metrics.horizontalAdvance(self._whole) <= room
        cut = metrics.elidedText(self._whole if fits else self._short, self._mode, room)
        super().setText(cut)
        self.setToolTip(self._whole if cut != self._whole else "")


class Hairline(QFrame):
    """A line of one pixel in the token `line`."""

    def __init__(self, theme: Theme, *, upright: bool = False) -> None:
        super().__init__()
        self._theme = theme
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        theme.changed.connect(self._paint)
        self._paint()

    def _paint(self) -> None:
        self.setStyleSheet(f"background: {self._theme.tokens.line};")


class SearchField(QLineEdit):
    """A field with a magnifying glass and a cross that clears it."""

    def __init__(self, theme: Theme, words: str) -> None:
        super().__init__()
        self._theme = theme
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self._glass = self.addAction(QIcon(), QLineEdit.ActionPosition.LeadingPosition)
        self._cross = self.addAction(QIcon(), QLineEdit.ActionPosition.TrailingPosition)
        self._glass.setText("Cari")
        self._cross.setText("Hapus pencarian")
        self._cross.setToolTip("Hapus pencarian (Esc)")
        self._cross.triggered.connect(self.clear)
        self._cross.setVisible(False)
        self.textChanged.connect(lambda text: self._cross.setVisible(bool(text)))
        theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        icons, k = self._theme.icons, self._theme.tokens
        self._glass.setIcon(icons.icon("search", k.ink2, size=16))
        self._cross.setIcon(icons.icon("dismiss", k.ink2, size=16))


def ground(name: str, widget: QWidget | None = None) -> QWidget:
    """Return a container painted in a token: "canvas", "surface", "sunken"."""
    made = QWidget() if widget is None else widget
    made.setProperty("ground", name)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made


def foot() -> tuple[QWidget, QHBoxLayout]:
    """Return the foot of a dialog and the row its buttons stand in, the primary rightmost."""
    made = ground("canvas")
    row = QHBoxLayout(made)
    row.setContentsMargins(t.MARGIN, 12, t.MARGIN, 12)
    row.setSpacing(t.RELATED)
    return made, row
