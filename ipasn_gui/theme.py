"""The tokens of the look: every colour and every size of letter, light and dark, in one place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from .icons import Icons

# Sizes in logical pixels at 100 %.
MARGIN, MARGIN_NARROW = 24, 16
NARROW = 1100
"""Below this width of the window the side pane lies over the table and captions go."""
SECTION, GROUP, RELATED = 24, 16, 8
CONTROL, CONTROL_SMALL = 32, 28
ROW, HEADER, HEADER_TWO = 28, 32, 48
ROW_TWO_LINES, ROW_PROJECT = 44, 60
MENU_ROW, TAB_ROW, STATUS_ROW, BAR = 44, 40, 28, 40
ICON_BUTTON = 28
RADIUS_FIELD, RADIUS_BUTTON, RADIUS_BOX = 4, 6, 8

DISPLAY, FIGURE, TITLE, NAME, HEADING, BODY, CAPTION, AXIS = 48, 24, 20, 17, 14, 13, 12, 11
"""Sizes of letters: the index · figures · page and dialog headings · name in the pane · heading of
a section · all else · captions, headers, status · numbers on an axis."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one scheme, as `#RRGGBB`.

    Attributes:
        dimensi: Fills of the dimensions, in the order kualifikasi, kompetensi, kinerja, disiplin.
        kategori: From Sangat Tinggi to Sangat Rendah.
    """

    gelap: bool
    canvas: str
    surface: str
    raised: str
    sunken: str
    hover: str
    sel: str
    line: str
    edge: str
    line2: str
    ink: str
    ink2: str
    ink3: str
    accent: str
    accent_hover: str
    accent_tint: str
    on_accent: str
    err: str
    err_tint: str
    warn: str
    warn_tint: str
    ok: str
    ok_tint: str
    info: str
    info_tint: str
    toast: str
    toast_ink: str
    toast_action: str
    thumb: str
    ground: str
    dimensi: tuple[str, str, str, str]
    kategori: tuple[str, str, str, str, str]


MARK = "#17427F"
"""Ground of the application mark; its bars are white in both schemes."""
PAPER = "#FFFFFF"
"""Paper stays white in the dark."""

LIGHT = Tokens(
    gelap=False,
    canvas="#F4F5F7",
    surface="#FFFFFF",
    raised="#FFFFFF",
    sunken="#EEF0F3",
    hover="#F1F3F6",
    sel="#E3EDFB",
    line="#E2E5EA",
    edge="#C8CDD6",
    line2="#838A96",
    ink="#1A1D22",
    ink2="#565D69",
    ink3="#6B7280",
    accent="#1F58B8",
    accent_hover="#194A9C",
    accent_tint="#E8F0FC",
    on_accent="#FFFFFF",
    err="#B3261E",
    err_tint="#FCECEA",
    warn="#855300",
    warn_tint="#FDF3DC",
    ok="#1B6B3A",
    ok_tint="#E7F4EB",
    info="#2B5F9E",
    info_tint="#E9F1FB",
    toast="#2A2E35",
    toast_ink="#FFFFFF",
    toast_action="#9CC2FF",
    thumb="#BFC4CC",
    ground="#DFE2E7",
    dimensi=("#00756A", "#7A4FB0", "#A64F0A", "#86173B"),
    kategori=("#174E7A", "#3D83B3", "#7F858F", "#BC6E15", "#93341A"),
)
DARK = Tokens(
    gelap=True,
    canvas="#1A1C1F",
    surface="#222529",
    raised="#2C3036",
    sunken="#191B1E",
    hover="#2A2E33",
    sel="#2A3A52",
    line="#363B42",
    edge="#4C525B",
    line2="#7C8490",
    ink="#E9EBEE",
    ink2="#ABB2BD",
    ink3="#98A0AC",
    accent="#8AB4F8",
    accent_hover="#A6C7FB",
    accent_tint="#26364D",
    on_accent="#10203A",
    err="#F2968C",
    err_tint="#42292A",
    warn="#EDBE63",
    warn_tint="#3A3120",
    ok="#7CCB97",
    ok_tint="#203529",
    info="#93BDF0",
    info_tint="#25344A",
    toast="#E9EBEE",
    toast_ink="#1A1D22",
    toast_action="#1F58B8",
    thumb="#565C65",
    ground="#141619",
    dimensi=("#7FE0D0", "#AB9AF7", "#FFB252", "#F27BA3"),
    kategori=("#A9D3F8", "#5B9FD4", "#8F96A1", "#F0BC6C", "#DE6238"),
)

FAMILIES = ("Segoe UI Variable Text", "Segoe UI Variable", "Segoe UI", "Inter", "Noto Sans")
"""What the window is set in: the first that the system has."""


def system_tokens(scheme: Qt.ColorScheme) -> Tokens:
    """Return the tokens a scheme of the system asks for."""
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


class Theme(QObject):
    """The tokens in force; everything that paints holds this and repaints when it changes.

    Attributes:
        changed: The tokens are others now.
        icons: Icons of the program, tinted from tokens.
    """

    changed = Signal()

    def __init__(self, tokens: Tokens = LIGHT, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.tokens = tokens
        self.icons = Icons()
        self.family = next((f for f in FAMILIES if f in QFontDatabase.families()), "")

    def set_tokens(self, tokens: Tokens) -> None:
        """Change the scheme, live."""
        if tokens != self.tokens:
            self.tokens = tokens
            self.changed.emit()

    def color(self, name: str) -> QColor:
        """Return the colour of a token, e.g. "ink2"."""
        return QColor(getattr(self.tokens, name))

    def font(self, size: int = BODY, weight: int = 400) -> QFont:
        """Return a font of a role: logical pixels, figures of one width below 20 px."""
        font = QFont(QGuiApplication.font())
        if self.family:
            font.setFamily(self.family)
        font.setPixelSize(size)
        font.setWeight(QFont.Weight(weight))
        if size < TITLE:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font


def palette(tokens: Tokens) -> QPalette:
    """Return the palette that Fusion paints with."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = QPalette()
    for name, token in (
        (role.Window, tokens.surface),
        (role.WindowText, tokens.ink),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.surface),
        (role.Text, tokens.ink),
        (role.PlaceholderText, tokens.ink3),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.ink),
        (role.BrightText, tokens.err),
        (role.ToolTipBase, tokens.raised),
        (role.ToolTipText, tokens.ink),
        (role.Highlight, tokens.sel),
        (role.HighlightedText, tokens.ink),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.Accent, tokens.accent),
        (role.Light, tokens.line),
        (role.Midlight, tokens.line),
        (role.Mid, tokens.edge),
        (role.Dark, tokens.line2),
        (role.Shadow, tokens.line2),
    ):
        made.setColor(name, QColor(token))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(group.Disabled, name, QColor(tokens.ink3))
    return made
