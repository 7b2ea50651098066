"""One look on both systems: Fusion, one proxy style, one style sheet built from the tokens.

What a widget is, is said by dynamic properties: `kind` of a button (primary, quiet, ghost, danger,
chip, segment), `role` of a label (display, figure, title, name, heading, strong, medium, caption,
error, gain), `ground` of a container (canvas, sunken, raised).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFocusFrame,
    QMenu,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from . import theme as t

if TYPE_CHECKING:
    from .theme import Theme

_RING = 2
_TICK_BOX, _TICK_PEN = 17, 1.8
_TICK_SIZES = frozenset(
    (
        QStyle.PixelMetric.PM_IndicatorWidth,
        QStyle.PixelMetric.PM_IndicatorHeight,
        QStyle.PixelMetric.PM_ExclusiveIndicatorWidth,
        QStyle.PixelMetric.PM_ExclusiveIndicatorHeight,
    )
)
_TICKED = frozenset(
    (
        QStyle.PrimitiveElement.PE_IndicatorCheckBox,
        QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck,
        QStyle.PrimitiveElement.PE_IndicatorRadioButton,
    )
)


def _is_dressed() -> bool:
    """Tell whether our tokens are in force: in high contrast the system's colours are."""
    app = QApplication.instance()
    return isinstance(app, QApplication) and bool(app.styleSheet())


class Style(QProxyStyle):
    """Fusion with our metrics and our focus ring."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme

    def pixelMetric(  # noqa: N802
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        """Give the focus frame room for ring and gap; menus and tips need no extra frame."""
        if metric in (
            QStyle.PixelMetric.PM_FocusFrameHMargin,
            QStyle.PixelMetric.PM_FocusFrameVMargin,
        ):
            return 2 * _RING
        if metric == QStyle.PixelMetric.PM_SmallIconSize:
            return 20
        if metric in _TICK_SIZES:
            return _TICK_BOX
        return super().pixelMetric(metric, option, widget)

    def styleHint(  # noqa: N802
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        answer: QStyleHintReturn | None = None,
    ) -> int:
        """Move nothing but what LOOK lets move, and open choosers as lists."""
        if hint == QStyle.StyleHint.SH_ComboBox_Popup:
            return 0
        if hint == QStyle.StyleHint.SH_FocusFrame_AboveWidget:
            return 1
        if hint == QStyle.StyleHint.SH_UnderlineShortcut:
            return int(isinstance(widget, QMenu))
        return super().styleHint(hint, option, widget, answer)

    def drawControl(  # noqa: N802
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw the ring of what the keyboard is on."""
        if element != QStyle.ControlElement.CE_FocusFrame:
            super().drawControl(element, option, painter, widget)
            return
        half = _RING / 2
        area = QRectF(option.rect).adjusted(half, half, -half, -half)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.tokens.accent), _RING))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, t.RADIUS_BOX, t.RADIUS_BOX)
        painter.restore()

    def drawPrimitive(  # noqa: N802
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw boxes and rings to tick; leave out dotted rectangles: the ring says the focus."""
        if element in _TICKED and _is_dressed():
            self._draw_ticked(element, option, painter)
        elif element != QStyle.PrimitiveElement.PE_FrameFocusRect:
            super().drawPrimitive(element, option, painter, widget)

    def _draw_ticked(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter
    ) -> None:
        """Draw a box or a ring, filled in the accent where it is on."""
        k, state = self._theme.tokens, option.state
        usable = bool(state & QStyle.StateFlag.State_Enabled)
        on = bool(state & (QStyle.StateFlag.State_On | QStyle.StateFlag.State_NoChange))
        size = min(option.rect.width(), option.rect.height(), _TICK_BOX) - 1
        area = QRectF(0, 0, size, size)
        area.moveCenter(QRectF(option.rect).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = k.accent if on and usable else k.line2 if usable else k.line
        painter.setPen(QPen(QColor(edge), 1))
        fill = k.accent if on and usable else k.line2 if on else k.surface if usable else k.sunken
        painter.setBrush(QColor(fill))
        if element == QStyle.PrimitiveElement.PE_IndicatorRadioButton:
            painter.drawEllipse(area)
            if on:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(k.on_accent))
                painter.drawEllipse(area.center(), size / 5, size / 5)
        else:
            painter.drawRoundedRect(area, 3, 3)
            if on:
                self._draw_tick(painter, area, state)
        painter.restore()

    def _draw_tick(self, painter: QPainter, area: QRectF, state: QStyle.StateFlag) -> None:
        pen = QPen(QColor(self._theme.tokens.on_accent), _TICK_PEN)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        x, y, side = area.x(), area.y(), area.width()
        some = bool(state & QStyle.StateFlag.State_NoChange)
        places = ((0.25, 0.5), (0.75, 0.5)) if some else ((0.22, 0.52), (0.42, 0.72), (0.78, 0.3))
        painter.drawPolyline([QPointF(x + a * side, y + b * side) for a, b in places])


class FocusRing(QObject):
    """Puts the ring round the button that the keyboard is on, and takes it away for the mouse."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: QFocusFrame | None = None
        app.focusChanged.connect(self._move)

    def _move(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self._frame is not None:
            self._frame.setWidget(None)  # type: ignore[arg-type]
            self._frame.deleteLater()
            self._frame = None
        if now is None or not _rings(now):
            return
        if now.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            self._frame = QFocusFrame(now)
            self._frame.setWidget(now)


def _rings(widget: QWidget) -> bool:
    """Tell whether a widget shows its focus by the ring; fields and tables show their own."""
    return isinstance(widget, QAbstractButton) or bool(widget.property("ring"))


def sheet(theme: Theme) -> str:
    """Return the style sheet of the whole program."""
    k = theme.tokens
    font = f'font-family: "{theme.family}";' if theme.family else ""
    return f"""
* {{ {font} font-size: {t.BODY}px; }}
QToolTip {{ background: {k.raised}; color: {k.ink}; border: 1px solid {k.edge}; padding: 4px 8px; }}
QWidget[ground="canvas"], QMainWindow, QStatusBar {{ background: {k.canvas}; }}
QWidget[ground="surface"], QDialog {{ background: {k.surface}; }}
QWidget[ground="sunken"] {{ background: {k.sunken}; border-radius: {t.RADIUS_BOX}px; }}
QScrollArea, QScrollArea > QWidget > QWidget[ground="none"] {{ background: transparent; }}
QScrollArea {{ border: none; }}
{_labels(theme)}
{_buttons(theme)}
{_fields(theme)}
{_menus(theme)}
{_tables(theme)}
"""


def _labels(theme: Theme) -> str:
    k = theme.tokens
    sizes = {
        "display": (t.DISPLAY, 600, k.ink),
        "figure": (t.FIGURE, 600, k.ink),
        "title": (t.TITLE, 600, k.ink),
        "name": (t.NAME, 600, k.ink),
        "heading": (t.HEADING, 600, k.ink),
        "strong": (t.BODY, 600, k.ink),
        "medium": (t.BODY, 500, k.ink),
        "quiet": (t.BODY, 400, k.ink2),
        "caption": (t.CAPTION, 400, k.ink2),
        "header": (t.CAPTION, 600, k.ink2),
        "error": (t.CAPTION, 400, k.err),
        "warn": (t.BODY, 600, k.warn),
        "gain": (t.CAPTION, 600, k.ok),
    }
    return "\n".join(
        f'QLabel[role="{role}"] {{ font-size: {size}px; font-weight: {weight}; color: {ink}; }}'
        for role, (size, weight, ink) in sizes.items()
    )


def _buttons(theme: Theme) -> str:
    k = theme.tokens
    return f"""
QPushButton {{ min-height: {t.CONTROL - 2}px; padding: 0 14px; border: 1px solid {k.edge};
  border-radius: {t.RADIUS_BUTTON}px; background: {k.surface}; color: {k.ink}; font-weight: 500; }}
QPushButton:hover {{ background: {k.hover}; }}
QPushButton:pressed {{ background: {k.sunken}; }}
QPushButton:disabled {{ color: {k.ink3}; border-color: {k.line}; }}
QPushButton[small="true"] {{ min-height: {t.CONTROL_SMALL - 2}px; padding: 0 10px; }}
QPushButton[kind="primary"] {{ background: {k.accent}; border-color: {k.accent};
  color: {k.on_accent}; font-weight: 600; }}
QPushButton[kind="primary"]:hover {{ background: {k.accent_hover}; }}
QPushButton[kind="primary"]:disabled {{ background: {k.sunken}; border-color: {k.line};
  color: {k.ink3}; }}
QPushButton[kind="quiet"] {{ border-color: transparent; background: transparent; }}
QPushButton[kind="quiet"]:hover {{ background: {k.hover}; }}
QPushButton[kind="ghost"] {{ border-color: transparent; background: transparent;
  color: {k.accent}; }}
QPushButton[kind="ghost"]:hover {{ background: {k.accent_tint}; }}
QPushButton[kind="ghost"]:disabled {{ color: {k.ink3}; }}
QPushButton[kind="link"] {{ border: none; background: transparent; color: {k.accent};
  padding: 0; min-height: 24px; text-align: left; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; color: {k.accent_hover}; }}
QPushButton[kind="danger"] {{ border-color: {k.err}; color: {k.err}; }}
QPushButton[kind="danger"]:hover {{ background: {k.err_tint}; }}
QPushButton[kind="chip"] {{ min-height: {t.CONTROL_SMALL - 2}px; padding: 0 10px;
  border-radius: {t.RADIUS_FIELD}px; font-weight: 400; }}
QPushButton[kind="chip"]:checked, QPushButton[kind="chip"][active="true"] {{
  background: {k.accent_tint}; border-color: {k.accent}; color: {k.accent}; font-weight: 600; }}
QPushButton[kind="chip"]::menu-indicator {{ width: 0; }}
QPushButton[kind="segment"] {{ border-radius: 0; }}
QPushButton[kind="segment"][place="first"] {{
  border-top-left-radius: {t.RADIUS_FIELD}px; border-bottom-left-radius: {t.RADIUS_FIELD}px; }}
QPushButton[kind="segment"][place="middle"] {{ border-left: none; }}
QPushButton[kind="segment"][place="middle"] {{ border-left: none; }}
QPushButton[kind="segment"][place="last"] {{ border-left: none;
  border-top-right-radius: {t.RADIUS_FIELD}px; border-bottom-right-radius: {t.RADIUS_FIELD}px; }}
QPushButton[kind="segment"]:checked {{ background: {k.accent_tint}; color: {k.accent};
  border: 1px solid {k.accent}; font-weight: 600; }}
QPushButton[kind="tab"] {{ border: none; border-radius: 0; background: transparent;
  min-height: {t.TAB_ROW}px; max-height: {t.TAB_ROW}px; padding: 0; color: {k.ink2};
  font-weight: 400; }}
QPushButton[kind="tab"]:hover {{ color: {k.ink}; }}
QPushButton[kind="tab"]:checked {{ color: {k.ink}; font-weight: 600; }}
QPushButton[kind="status"] {{ border: none; background: transparent; color: {k.ink2};
  font-size: {t.CAPTION}px; font-weight: 400; padding: 0 2px; min-height: {t.STATUS_ROW - 4}px; }}
QPushButton[kind="status"]:hover {{ color: {k.ink}; text-decoration: underline; }}
QPushButton[kind="step"] {{ border: none; background: transparent; text-align: left;
  font-weight: 400; padding: 0 8px; }}
QPushButton[kind="step"]:hover {{ background: {k.sunken}; }}
QPushButton[kind="step"]:checked {{ background: {k.sel}; font-weight: 600; }}
QPushButton[kind="icon"] {{ border: none; background: transparent; padding: 0;
  min-width: {t.ICON_BUTTON}px; max-width: {t.ICON_BUTTON}px; min-height: {t.ICON_BUTTON}px;
  max-height: {t.ICON_BUTTON}px; }}
QPushButton[kind="icon"]:hover {{ background: {k.sunken}; }}
QPushButton[kind="icon"]:checked {{ background: {k.accent_tint}; }}
"""


def _fields(theme: Theme) -> str:
    k = theme.tokens
    return f"""
QLineEdit, QComboBox, QPlainTextEdit, QDateEdit {{ min-height: {t.CONTROL - 4}px;
  border: 1px solid {k.line2}; margin: 1px; border-radius: {t.RADIUS_FIELD}px; padding: 0 8px;
  background: {k.surface}; color: {k.ink}; selection-background-color: {k.sel};
  selection-color: {k.ink}; }}
QLineEdit[small="true"], QComboBox[small="true"] {{ min-height: {t.CONTROL_SMALL - 4}px; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus, QDateEdit:focus {{
  border: 2px solid {k.accent}; margin: 0; }}
QLineEdit[wrong="true"], QComboBox[wrong="true"] {{ border: 2px solid {k.err}; margin: 0; }}
QLineEdit:disabled, QComboBox:disabled {{ background: {k.sunken}; color: {k.ink3};
  border-color: {k.line}; }}
QComboBox[active="true"] {{ background: {k.accent_tint}; border-color: {k.accent};
  color: {k.accent}; font-weight: 600; }}
QComboBox QLineEdit {{ border: none; margin: 0; padding: 0; background: transparent;
  min-height: 20px; }}
QComboBox::drop-down {{ border: none; width: 18px; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {k.raised}; border: 1px solid {k.edge};
  outline: none; padding: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: 28px; padding: 0 8px; color: {k.ink}; }}
QComboBox QAbstractItemView::item:selected {{ background: {k.sel}; color: {k.ink}; }}
QProgressBar {{ border: none; border-radius: 3px; background: {k.line}; max-height: 6px;
  min-height: 6px; }}
QProgressBar::chunk {{ border-radius: 3px; background: {k.accent}; }}
QCheckBox, QRadioButton {{ spacing: 8px; min-height: 24px; }}
"""


def _menus(theme: Theme) -> str:
    k = theme.tokens
    return f"""
QMenuBar {{ background: {k.canvas}; border: none; spacing: 0; }}
QMenuBar::item {{ padding: 6px 9px; border-radius: {t.RADIUS_FIELD}px; color: {k.ink}; }}
QMenuBar::item:selected {{ background: {k.sunken}; }}
QMenu {{ background: {k.raised}; border: 1px solid {k.edge}; padding: 4px; }}
QMenu::item {{ padding: 6px 28px 6px 12px; border-radius: {t.RADIUS_FIELD}px; color: {k.ink}; }}
QMenu::item:selected {{ background: {k.sel}; }}
QMenu::item:disabled {{ color: {k.ink3}; }}
QFrame[kind="popup"] {{ background: {k.raised}; border: 1px solid {k.edge}; }}
QFrame[kind="popup"] QListView {{ background: {k.raised}; }}
QMenu::separator {{ height: 1px; background: {k.line}; margin: 4px 8px; }}
"""


def _tables(theme: Theme) -> str:
    k = theme.tokens
    return f"""
QTableView, QListView {{ background: {k.surface}; border: none; outline: none;
  selection-background-color: {k.sel}; selection-color: {k.ink}; }}
QListWidget[kind="pages"] {{ background: transparent; }}
QListWidget[kind="pages"]::item {{ min-height: 32px; padding: 0 8px;
  border-radius: {t.RADIUS_BUTTON}px; color: {k.ink}; }}
QListWidget[kind="pages"]::item:hover {{ background: {k.sunken}; }}
QListWidget[kind="pages"]::item:selected {{ background: {k.sel}; color: {k.ink}; }}
QTextBrowser {{ border: none; background: {k.surface}; color: {k.ink}; }}
QHeaderView {{ background: {k.surface}; border: none; }}
QHeaderView::section {{ background: {k.surface}; border: none; color: {k.ink2};
  font-size: {t.CAPTION}px; font-weight: 600; }}
QAbstractScrollArea::corner {{ background: {k.surface}; border: none; }}
QTableCornerButton::section {{ background: {k.surface}; border: none; }}
QScrollBar:vertical {{ width: 12px; background: transparent; margin: 0; }}
QScrollBar:horizontal {{ height: 12px; background: transparent; margin: 0; }}
QScrollBar::handle {{ background: {k.thumb}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
