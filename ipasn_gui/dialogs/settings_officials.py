"""Officials in the settings: who signs, who verifies; written where they stand."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ipasn_core.errors import IpasnError, UsageError
from ipasn_core.formatting import format_nip
from ipasn_core.model import nip
from ipasn_core.model.settings import (
    OFFICIAL,
    PEMISAH,
    PENANDA_TANGAN,
    VERIFIKATOR,
    Official,
    officials,
)

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Button, ElidedLabel, Hairline, Label, ground
from ..widgets.form import Field
from .settings_book import SettingsBook
from .settings_fields import SettingsPage, clear, labelled

ROLES: Mapping[str, str] = {PENANDA_TANGAN: "Penanda tangan", VERIFIKATOR: "Verifikator"}


def check_nip(text: str) -> None:
    """Refuse what is no NIP; nothing written is no fault.

    Raises:
        UsageError: The rule it breaks.
    """
    digits = nip.clean(text)
    if digits and not nip.is_possible(digits):
        many = len(digits)
        wrong = many != nip.DIGITS
        why = f"NIP terdiri atas {nip.DIGITS} angka; ini {many}." if wrong else "NIP tidak mungkin."
        raise UsageError(why)


class OfficialBox(QWidget):
    """One official being written.

    Args:
        theme: Tokens.
        official: Who it is now; None for a new one.

    Attributes:
        saved: Is to be stored: (the setting's text).
        cancelled: Nothing is to be stored.
        deleted: Is to be removed.
    """

    saved = Signal(str)
    cancelled = Signal()
    deleted = Signal()

    def __init__(self, theme: Theme, official: Official | None) -> None:
        super().__init__()
        ground("sunken", self)
        self.role = Chooser(theme)
        for name, words in ROLES.items():
            self.role.addItem(words, name)
        self.name = Field("Nama dengan gelar", lambda text: _wanted(text, "Nama"))
        self.nip = Field("NIP", self._check_nip)
        self.rank = Field("Pangkat, golongan")
        self.post = Field("Jabatan", lambda text: _wanted(text, "Jabatan"))
        self.why = Label("", "error", wrap=True)
        self.why.hide()
        if official is not None:
            self.role.setCurrentIndex(self.role.findData(official.peran))
            self.name.field.setText(official.nama)
            self.nip.field.setText(format_nip(official.nip))
            self.rank.field.setText(official.pangkat)
            self.post.field.setText(official.jabatan)
            for one in (self.name, self.post):
                one.field.setCursorPosition(0)  # the beginning of a long one is seen
        self._lay_out(theme, new=official is None)
        self.role.activated.connect(self._role_changed)

    def _lay_out(self, theme: Theme, *, new: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(t.GROUP, 12, t.GROUP, 12)
        column.setSpacing(t.RELATED)
        top = Qt.AlignmentFlag.AlignTop
        for left, right in (
            (self.name, labelled("Peran", self.role)),
            (self.nip, self.rank),
        ):
            row = QHBoxLayout()
            row.setSpacing(t.GROUP)
            row.addWidget(left, 3, top)
            row.addWidget(right, 2, top)
            column.addLayout(row)
        column.addWidget(self.post)
        column.addWidget(self.why)
        buttons = QHBoxLayout()
        buttons.setSpacing(t.RELATED)
        if not new:
            remove = Button(theme, "Hapus", "danger")
            remove.clicked.connect(self.deleted)
            buttons.addWidget(remove)
        buttons.addStretch(1)
        cancel = Button(theme, "Batal")
        cancel.clicked.connect(self.cancelled)
        self.save = Button(theme, "Tambahkan" if new else "Simpan", "primary")
        self.save.clicked.connect(self._save)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save)
        column.addLayout(buttons)

    def _role_changed(self) -> None:
        if self.nip.fault:
            self.nip.validate()

    def _check_nip(self, text: str) -> None:
        if not nip.clean(text) and self.role.currentData() == VERIFIKATOR:
            raise UsageError("NIP verifikator wajib diisi.")
        check_nip(text)

    def _save(self) -> None:
        fields = (self.name, self.nip, self.rank, self.post)
        for one in fields:
            one.validate()
        faulty = next((one for one in fields if one.fault), None)
        if faulty is not None:
            faulty.field.setFocus()
            return
        texts = [" ".join(one.field.text().replace(PEMISAH, ",").split()) for one in fields]
        self.saved.emit(PEMISAH.join((str(self.role.currentData()), *texts)))

    def refuse(self, fault: IpasnError) -> None:
        """Say why it was not stored."""
        self.why.setText(f"{fault.pesan} {fault.perbaikan}".strip())
        self.why.show()


def _wanted(text: str, what: str) -> None:
    if not text:
        raise UsageError(f"{what} belum diisi.")


class OfficialRow(QWidget):
    """One official as it stands.

    Attributes:
        edited: Is to be changed.
    """

    edited = Signal()

    def __init__(self, theme: Theme, official: Official) -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(1)
        name = ElidedLabel(official.nama, "medium")
        parts = (
            ROLES[official.peran],
            official.jabatan,
            official.pangkat,
            f"NIP {format_nip(official.nip)}" if official.nip else "",
        )
        words.addWidget(name)
        words.addWidget(ElidedLabel(" · ".join(filter(None, parts)), "caption"))
        self.edit = Button(theme, "Ubah", "ghost")
        self.edit.setAccessibleName(f"Ubah {official.nama}")
        self.edit.clicked.connect(self.edited)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.addLayout(words, 1)
        row.addWidget(self.edit)
        self.setFixedHeight(t.ROW_TWO_LINES + t.RELATED)


class OfficialsPage(SettingsPage):
    """Who signs and who verifies."""

    def __init__(self, theme: Theme, book: SettingsBook) -> None:
        super().__init__(
            theme,
            book,
            "Pejabat",
            "Penanda tangan menjadi isian awal saat pengesahan. Bila ada verifikator, hasil "
            "diperiksanya lebih dahulu.",
        )
        self._open: str | None = None
        self.box: OfficialBox | None = None
        self.rows: dict[str, OfficialRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.column.addLayout(self._list)
        self.more = Button(theme, "Tambah pejabat", "ghost", "add", size=16)
        self.column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(lambda: self._edit(self._free()))
        self.hold(self.more)
        self.finish()

    def _free(self) -> str:
        known = officials(self.book.stored.texts)
        return next(f"{OFFICIAL}{k}" for k in range(1, 100) if f"{OFFICIAL}{k}" not in known)

    @property
    def writing(self) -> bool:
        """Whether an official is being written."""
        return self._open is not None

    def stop_writing(self) -> None:
        """Leave the official as it is stored."""
        self._edit(None)

    def refresh(self) -> None:
        """List who is registered; what is being written stays."""
        super().refresh()
        if self._open is None:
            self._fill()

    def _fill(self) -> None:
        clear(self._list)
        self.rows.clear()
        self.box = None
        known = officials(self.book.stored.texts)
        closed = bool(self.reason())
        for key, official in known.items():
            if key == self._open:
                self._put_box(key, official)
            else:
                row = OfficialRow(self.theme, official)
                row.edited.connect(lambda key=key: self._edit(key))
                row.edit.setEnabled(not closed)
                self.rows[key] = row
                self._list.addWidget(row)
                self._list.addWidget(Hairline(self.theme))
        if self._open is not None and self._open not in known:
            self._put_box(self._open, None)
        if not known and self._open is None:
            self._list.addWidget(Label("Belum ada pejabat terdaftar.", "quiet"))
        self.more.setVisible(self._open is None)

    def _put_box(self, key: str, official: Official | None) -> None:
        self.box = OfficialBox(self.theme, official)
        self.box.saved.connect(lambda text: self._save(key, text))
        self.box.cancelled.connect(lambda: self._edit(None))
        self.box.deleted.connect(lambda: self._save(key, ""))
        self._list.addWidget(self.box)
        self._list.addSpacing(t.RELATED)

    def _edit(self, key: str | None) -> None:
        self._open = key
        self._fill()
        if self.box is not None:
            self.box.name.field.setFocus()
        else:
            self.more.setFocus()

    def _save(self, key: str, text: str) -> None:
        box = self.box
        self._open = None

        def refused(fault: IpasnError) -> None:
            self._open = key
            if box is not None:
                box.refuse(fault)

        self.book.change({key: text}, refused)
