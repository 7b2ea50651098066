"""Texts to read: the manual at a page, and what this program is."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from ipasn_core import __version__
from ipasn_core.resources import resource
from ipasn_core.workflow.finding_manual import TITLE, findings_page

from .. import theme as t
from ..theme import Theme
from ..widgets.controls import Button, Hairline, foot, ground

_SIZE = (880, 560)
_LEFT = 216
_SMALL = 2
"""Headings below this level are of the text's own size."""


class ReaderDialog(QDialog):
    """Pages at the left, the chosen one at the right.

    Args:
        theme: Tokens.
        title: Of the window.
        pages: Title → Markdown.
        first: The page it opens at.
        parent: The window.
    """

    def __init__(
        self, theme: Theme, title: str, pages: dict[str, str], first: str, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self._pages = pages
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*_SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        side = ground("canvas")
        side.setFixedWidth(_LEFT)
        inner = QVBoxLayout(side)
        inner.setContentsMargins(12, t.GROUP, 12, t.GROUP)
        self.list = QListWidget()
        self.list.setProperty("kind", "pages")
        self.list.setAccessibleName("Halaman")
        self.list.addItems(list(pages))
        inner.addWidget(self.list)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(t.MARGIN)
        self.text.document().setDefaultFont(theme.font())
        self.text.setAccessibleName("Isi halaman")
        row.addWidget(side)
        row.addWidget(Hairline(theme, upright=True))
        row.addWidget(self.text, 1)
        column.addLayout(row, 1)
        column.addWidget(Hairline(theme))
        column.addWidget(self._foot(theme))
        self.list.currentTextChanged.connect(self._show)
        self.list.setCurrentRow(list(pages).index(first) if first in pages else 0)

    def _foot(self, theme: Theme) -> QWidget:
        made, row = foot()
        row.addStretch(1)
        close = Button(theme, "Tutup", "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row.addWidget(close)
        return made

    def _show(self, title: str) -> None:
        document = self.text.document()
        document.setMarkdown(self._pages[title])
        # Markdown comes without any space between its blocks.
        block = document.begin()
        while block.isValid():
            cursor = QTextCursor(block)
            shape = block.blockFormat()
            listed = block.textList() is not None
            in_table = cursor.currentTable() is not None
            level = shape.headingLevel()
            small = level > _SMALL
            shape.setTopMargin(10 if level > 1 else 0)
            shape.setBottomMargin(0 if in_table else 4 if listed or small else 10)
            shape.setLineHeight(135, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setBlockFormat(shape)
            if level:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                letters = cursor.charFormat()
                size = t.BODY if small else t.TITLE
                letters.setProperty(QTextFormat.Property.FontPixelSize, size)
                letters.clearProperty(QTextFormat.Property.FontSizeAdjustment)
                cursor.setCharFormat(letters)
            block = block.next()
        self._dress_tables(document)
        self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _dress_tables(self, document: QTextDocument) -> None:
        for frame in document.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                shape = frame.format()
                shape.setBorder(0)
                shape.setCellPadding(4)
                shape.setCellSpacing(0)
                shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
                frame.setFormat(shape)


class ManualDialog(ReaderDialog):
    """The manual, opened at the page of what is looked at."""

    def __init__(self, theme: Theme, page: str, parent: QWidget | None) -> None:
        super().__init__(theme, "Panduan", manual(), page, parent)


def manual() -> dict[str, str]:
    """Return the manual's pages: title → Markdown, its heading included."""
    text = resource("panduan", "jendela.md").read_text("utf-8")
    parts = re.split(r"^(?=# )", text, flags=re.MULTILINE)
    pages: dict[str, str] = {}
    for part in filter(str.strip, parts):
        title = part.splitlines()[0].removeprefix("# ")
        pages[title] = part
        if title == "Temuan":
            pages[TITLE] = findings_page()
    return pages


class AboutDialog(ReaderDialog):
    """What this is, its version, and whose work it stands on."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        about = resource("panduan", "tentang.md").read_text("utf-8")
        pages = {
            "Tentang IPASN": about.replace("{versi}", __version__),
            "Lisensi huruf": "\n\n".join(
                _plain(resource("fonts", name).read_text("utf-8"))
                for name in ("ASAL.md", "Liberation-OFL.txt", "GUST-FONT-LICENSE.txt")
            ),
            "Lisensi Qt": "\n\n".join(
                _plain(resource("lisensi", name).read_text("utf-8"))
                for name in ("LGPL-3.txt", "GPL-3.txt")
            ),
            "Lisensi ikon": _plain(resource("icons", "Fluent-MIT.txt").read_text("utf-8")),
        }
        super().__init__(theme, "Tentang IPASN", pages, "Tentang IPASN", parent)


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return "```\n" + text + "\n```"
