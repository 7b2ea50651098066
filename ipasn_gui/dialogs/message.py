"""Calm dialogs: a question before what cannot be undone, a fault, a bug."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from .. import theme as t
from ..theme import Theme
from ..widgets.controls import Button, Hairline, Label, foot

_WIDTH = 480


@dataclass(frozen=True, slots=True)
class Message:
    """What a dialog says.

    Attributes:
        judul: What happened, or the question.
        isi: What it means and what to do.
        tombol: The verb of the button that goes on.
        jenis: "tanya", "error", "bahaya" (destroys: nothing is the default).
    """

    judul: str
    isi: str
    tombol: str
    jenis: str = "tanya"


class MessageDialog(QDialog):
    """Heading, text, and a foot with the buttons at its right.

    Args:
        parent: The window.
        theme: Tokens.
        message: The words.
        batal: Text of the button that does nothing; empty for none.
    """

    def __init__(
        self, parent: QWidget | None, theme: Theme, message: Message, batal: str = "Batal"
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle("IPASN")
        self.setMinimumWidth(_WIDTH)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._body(message))
        outer.addWidget(Hairline(theme))
        outer.addWidget(self._foot(message, batal))

    def _body(self, message: Message) -> QHBoxLayout:
        body = QHBoxLayout()
        body.setContentsMargins(t.MARGIN, t.MARGIN, t.MARGIN, t.MARGIN)
        body.setSpacing(t.GROUP)
        if message.jenis == "error":
            mark = QLabel()
            pixmap = self.theme.icons.pixmap(
                "error_circle", self.theme.tokens.err, 48, self.devicePixelRatioF()
            )
            mark.setPixmap(pixmap)
            mark.setScaledContents(True)
            mark.setFixedSize(QSize(32, 32))
            body.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        self.column = QVBoxLayout()
        self.column.setSpacing(t.RELATED)
        self.column.addWidget(Label(message.judul, "title", wrap=True))
        if message.isi:
            self.column.addWidget(Label(message.isi, wrap=True))
        body.addLayout(self.column, 1)
        return body

    def _foot(self, message: Message, batal: str) -> QWidget:
        made, row = foot()
        self.left = QHBoxLayout()
        row.addLayout(self.left)
        row.addStretch(1)
        if batal:
            cancel = Button(self.theme, batal)
            cancel.clicked.connect(self.reject)
            row.addWidget(cancel)
        danger = message.jenis == "bahaya"
        self.go = Button(self.theme, message.tombol, "danger" if danger else "primary")
        self.go.setDefault(not danger)
        self.go.clicked.connect(self.accept)
        row.addWidget(self.go)
        return made


def ask(parent: QWidget | None, theme: Theme, message: Message) -> bool:
    """Ask, and return whether to go on."""
    return _run(MessageDialog(parent, theme, message))


def tell(parent: QWidget | None, theme: Theme, message: Message) -> None:
    """Tell, with one button."""
    _run(MessageDialog(parent, theme, message, batal=""))


def _run(dialog: QDialog) -> bool:
    """Show a dialog until it is answered, and let go of it: its window would keep it for ever."""
    try:
        return dialog.exec() == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()


class TextDialog(MessageDialog):
    """A question that is answered by a sentence; goes on only when there is one."""

    def __init__(self, parent: QWidget | None, theme: Theme, message: Message, label: str) -> None:
        super().__init__(parent, theme, message)
        caption = Label(label, "caption")
        self.field = QLineEdit()
        caption.setBuddy(self.field)
        self.column.addWidget(caption)
        self.column.addWidget(self.field)
        self.field.textChanged.connect(lambda text: self.go.setEnabled(bool(text.strip())))
        self.go.setEnabled(False)
        self.field.setFocus()


def ask_text(parent: QWidget | None, theme: Theme, message: Message, label: str) -> str | None:
    """Ask for a sentence; None where it was cancelled."""
    dialog = TextDialog(parent, theme, message, label)
    return dialog.field.text().strip() if _run(dialog) else None


def ask_secret(parent: QWidget | None, theme: Theme, message: Message, label: str) -> str | None:
    """Ask for a passphrase, never shown; None where it was cancelled."""
    dialog = TextDialog(parent, theme, message, label)
    dialog.field.setEchoMode(QLineEdit.EchoMode.Password)
    return dialog.field.text() if _run(dialog) else None


class UnexpectedDialog(MessageDialog):
    """A bug: what is lost, what is not, and a report to copy, without names and NIPs."""

    def __init__(self, parent: QWidget | None, theme: Theme, report: str) -> None:
        message = Message(
            "Perubahan terakhir tidak tersimpan",
            "Terjadi kesalahan di dalam program. Perubahan yang sedang dikerjakan tidak tersimpan; "
            "data lain tidak berubah. Anda dapat terus bekerja. Laporan di bawah tidak memuat nama "
            "atau NIP; kirimkan kepada pengembang agar kesalahan ini diperbaiki.",
            "Lanjutkan bekerja",
            "error",
        )
        super().__init__(parent, theme, message, batal="")
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setFixedHeight(120)
        self.report.setAccessibleName("Laporan kesalahan")
        self.column.addWidget(self.report)
        copy = Button(theme, "Salin laporan", "quiet", "copy", size=16)
        copy.clicked.connect(self._copy)
        self.left.addWidget(copy)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())


def unexpected(parent: QWidget | None, theme: Theme, report: str) -> None:
    """Tell of a bug; the program goes on."""
    _run(UnexpectedDialog(parent, theme, report))
