"""The port through which the window asks for files and answers: faked in tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from ipasn_core.errors import IpasnError

from ..settings import WindowSettings
from ..theme import Theme
from .message import Message, ask, ask_secret, ask_text, tell, unexpected


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file: what the chooser calls it, its endings, the folder that is remembered."""

    nama: str
    akhiran: tuple[str, ...]
    guna: str

    @property
    def filter(self) -> str:
        """The name filter of a file dialog."""
        return f"{self.nama} ({' '.join('*' + one for one in self.akhiran)})"


PROJECT = FileKind("Proyek IPASN", (".ipasn",), "proyek")
SHEETS = FileKind(
    "Lembar kerja",
    (".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv", ".tsv", ".txt", ".htm", ".html", ".xml"),
    "impor",
)
PDF = FileKind("Laporan PDF", (".pdf",), "laporan")
PICTURE = FileKind("Gambar", (".png", ".jpg", ".jpeg", ".bmp"), "lambang")
CERTIFICATE = FileKind("Sertifikat PKCS#12", (".p12", ".pfx"), "sertifikat")
WORKBOOK = FileKind("Buku kerja Excel", (".xlsx",), "ekspor")
TABLE = FileKind("Tabel Excel atau CSV", (".xlsx", ".csv"), "ekspor")


class Dialogs(Protocol):
    """What the window asks of the person and of the system."""

    def open_files(self, title: str, kind: FileKind, *, several: bool) -> list[Path]:
        """Return chosen files, none where it was cancelled."""

    def save_file(self, title: str, kind: FileKind, name: str) -> Path | None:
        """Return where to save, None where it was cancelled; overwriting was confirmed."""

    def choose_folder(self, title: str, kind: FileKind) -> Path | None:
        """Return a folder to write files of a kind into, None where it was cancelled."""

    def confirm(self, message: Message) -> bool:
        """Ask before what cannot be undone."""

    def ask_text(self, message: Message, label: str) -> str | None:
        """Ask for a sentence, e.g. a reason; None where it was cancelled."""

    def ask_secret(self, message: Message, label: str) -> str | None:
        """Ask for a passphrase, never shown; None where it was cancelled."""

    def fault(self, fault: IpasnError) -> None:
        """Tell what happened and what to do."""

    def unexpected(self, report: str) -> None:
        """Tell of a bug calmly; the report has no names and no NIPs."""


class WindowDialogs:
    """The real ones, over the window."""

    def __init__(self, window: QWidget, theme: Theme, settings: WindowSettings) -> None:
        self._window = window
        self._theme = theme
        self._settings = settings

    def open_files(self, title: str, kind: FileKind, *, several: bool) -> list[Path]:
        """Ask the system's chooser."""
        folder = self._settings.folder(kind.guna)
        filters = f"{kind.filter};;Semua berkas (*)"
        if several:
            names: Sequence[str] = QFileDialog.getOpenFileNames(
                self._window, title, folder, filters
            )[0]
        else:
            name = QFileDialog.getOpenFileName(self._window, title, folder, filters)[0]
            names = [name] if name else []
        paths = [Path(name) for name in names]
        if paths:
            self._settings.set_folder(kind.guna, paths[0].parent)
        return paths

    def save_file(self, title: str, kind: FileKind, name: str) -> Path | None:
        """Ask the system's chooser; a forgotten ending is added."""
        start = str(Path(self._settings.folder(kind.guna)) / name)
        chosen = QFileDialog.getSaveFileName(self._window, title, start, kind.filter)[0]
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() not in kind.akhiran:
            path = path.with_name(path.name + kind.akhiran[0])
        self._settings.set_folder(kind.guna, path.parent)
        return path

    def choose_folder(self, title: str, kind: FileKind) -> Path | None:
        """Ask the system's chooser."""
        start = self._settings.folder(kind.guna)
        name = QFileDialog.getExistingDirectory(self._window, title, start)
        if not name:
            return None
        self._settings.set_folder(kind.guna, Path(name))
        return Path(name)

    def confirm(self, message: Message) -> bool:
        """Show the question."""
        return ask(self._window, self._theme, message)

    def ask_text(self, message: Message, label: str) -> str | None:
        """Show the question with a field."""
        return ask_text(self._window, self._theme, message, label)

    def ask_secret(self, message: Message, label: str) -> str | None:
        """Show the question with a field that hides what is typed."""
        return ask_secret(self._window, self._theme, message, label)

    def fault(self, fault: IpasnError) -> None:
        """Show a calm dialog."""
        tell(self._window, self._theme, Message(fault.pesan, fault.perbaikan, "Tutup", "error"))

    def unexpected(self, report: str) -> None:
        """Show the dialog with the report that can be copied."""
        unexpected(self._window, self._theme, report)
