"""The panel at the right of the tab Laporan: how far the year is from being signed, and signing."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QScrollArea, QVBoxLayout, QWidget

from ipasn_core.formatting import format_date, format_fingerprint, format_nip, format_time
from ipasn_core.model.settings import Official
from ipasn_core.model.stored import Pengesahan
from ipasn_core.workflow.current import Current
from ipasn_core.workflow.readiness import TELAAH, Condition, Readiness
from ipasn_core.workflow.review import DIPERIKSA, DISAHKAN, DRAF

from .. import theme as t
from ..theme import Theme
from ..widgets.chooser import Chooser
from ..widgets.controls import Button, Hairline, Label, ground
from .laporan_form import SignForm
from .laporan_parts import ConditionRow, Fact, Stages

_WAYS = {
    "diukur": "Impor…",
    "temuan": "Lihat",
    "lengkap": "Buka daftar",
    "lambang": "Ganti…",
    "huruf": "Lihat",
}


class SignPanel(QWidget):
    """Stages, conditions, fields, and one primary button with the reason where it is off.

    Attributes:
        sign_wanted: Sign: (Pejabat, whether electronically).
        review_wanted: Reviewed by a verifikator: (Official).
        reject_wanted: Rejected by a verifikator: (Official).
        reopen_wanted: Reopen the signed year.
        way_wanted: Somebody wants to see what a condition is about: (Condition).
    """

    sign_wanted = Signal(object, bool)
    review_wanted = Signal(object)
    reject_wanted = Signal(object)
    reopen_wanted = Signal()
    way_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        ground("surface", self)
        self._theme = theme
        self._current: Current | None = None
        self._readiness: Readiness | None = None
        self._hindrance = ""
        self._filled: tuple[object, ...] = ()
        self.rows: list[ConditionRow] = []
        self.stages = Stages(theme)
        self.heading = Label("", "heading", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.form = SignForm(theme)
        self.form.changed.connect(self._enable)
        self.electronic = QCheckBox("Tanda tangani secara elektronik")
        self.electronic.setToolTip("Dengan sertifikat PKCS#12 (.p12 atau .pfx), tanpa jaringan")
        self._reviewer_label = Label("Diperiksa oleh", "caption")
        self.reviewer = Chooser(theme)
        self.reviewer.setAccessibleName("Verifikator yang memeriksa")
        self._reviewer_label.setBuddy(self.reviewer)
        self.primary = Button(theme, "Sahkan…", "primary")
        self.primary.clicked.connect(self._go)
        self.second = Button(theme, "")
        self.second.clicked.connect(self._go_second)
        self.reason = Label("", "caption", wrap=True)
        self._lay_out()

    def _lay_out(self) -> None:
        inner = ground("surface")
        self._column = QVBoxLayout(inner)
        self._column.setSpacing(t.RELATED)
        self._column.addWidget(Label("Pengesahan", "heading"))
        self._column.addWidget(self.stages)
        self._column.addSpacing(4)
        self._column.addWidget(Hairline(self._theme))
        self._column.addSpacing(4)
        self._column.addWidget(self.heading)
        self._column.addLayout(self._list)
        self._column.addSpacing(4)
        parts: tuple[QWidget, ...] = (
            self._reviewer_label,
            self.reviewer,
            self.form,
            self.electronic,
        )
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setWidget(inner)
        self.area.setProperty("ring", True)
        self.area.setAccessibleName("Pengesahan")
        self.area.verticalScrollBar().rangeChanged.connect(self._make_room)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(t.RELATED)
        for part in (self.primary, self.second, self.reason):
            self._foot.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(Hairline(self._theme))
        column.addLayout(self._foot)
        self.set_margin(t.MARGIN)

    def set_margin(self, margin: int) -> None:
        """Stand this far from the window's edge."""
        self._margin = margin
        self._make_room()
        self._foot.setContentsMargins(20, 12, margin, t.GROUP)

    def _make_room(self) -> None:
        """End where the buttons below end, with a scroll bar or without."""
        bar = self.area.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() else 0
        self._column.setContentsMargins(20, t.GROUP, self._margin - taken, t.GROUP)

    # What is shown --------------------------------------------------------------------------------

    def show_current(self, current: Current) -> None:
        """Show where a year stands; what must hold comes by `show_readiness`."""
        self._current = current
        self._readiness = None
        signing = current.state.pengesahan if current.state.disahkan else None
        self._clear()
        self.form.setVisible(signing is None)
        self.electronic.setVisible(signing is None)
        self._reviewer_label.hide()
        self.reviewer.hide()
        if signing is not None:
            self.stages.show_stage(DISAHKAN, ("", _reviewed(current), _signed_at(signing, current)))
            self._show_signing(signing, changed=current.status.berubah_sejak_pengesahan)
        else:
            self.stages.show_stage(current.status.keadaan, _stage_texts(current, ()))
        self._enable()

    def show_readiness(self, found: Readiness, where: object) -> None:
        """Show what must hold.

        Args:
            found: How far the year is.
            where: What the year is known by; the fields are filled anew for another one.
        """
        current = self._current
        assert current is not None
        self._readiness = found
        self._clear()
        waiting = found.menunggu_telaah
        self.heading.setText("Sebelum diperiksa" if waiting else "Sebelum disahkan")
        self.stages.show_stage(current.status.keadaan, _stage_texts(current, found.verifikator))
        for one in found.syarat:
            if waiting and one.kode == TELAAH and current.status.telaah is None:
                continue  # that is what comes next, not what is in its way
            way = _WAYS.get(one.kode, "") if one.tingkat is not None else ""
            row = ConditionRow(self._theme, one, way)
            row.wanted.connect(self.way_wanted)
            self.rows.append(row)
            self._list.addWidget(row)
        self._order()
        self.form.setVisible(not waiting)
        self.electronic.setVisible(not waiting)
        self._reviewer_label.setVisible(waiting)
        self.reviewer.setVisible(waiting)
        self.reviewer.clear()
        self.reviewer.addItems([one.nama for one in found.verifikator])
        signing = current.state.pengesahan
        key = (where, current.state.tahun, None if signing is None else signing.id)
        if key != self._filled:
            self._filled = key
            self.form.propose(found.saran, found.penanda_tangan)
        self._enable()

    def _order(self) -> None:
        """Let Tab go through the links where they are read, before the fields."""
        last: QWidget = self.area
        for row in self.rows:
            QWidget.setTabOrder(last, row.way)
            last = row.way
        QWidget.setTabOrder(last, self.reviewer)

    def set_hindrance(self, reason: str) -> None:
        """Say why nothing can be changed just now; empty where it can."""
        self._hindrance = reason
        self._enable()

    def _show_signing(self, signing: Pengesahan, *, changed: bool) -> None:
        who = signing.pejabat
        told = "Data tahun ini terkunci"
        if changed:
            told = "Data berubah sejak pengesahan"
            note = (
                "Yang tampil dan tercetak tetap yang disahkan. Buka kembali tahun ini agar "
                "perubahan itu dihitung."
            )
            self._list.addWidget(Label(note, "quiet", wrap=True))
            self._list.addSpacing(t.RELATED)
        self.heading.setText(told)
        day = format_date(datetime.date.fromisoformat(who.tanggal))
        nip = f"NIP {format_nip(who.nip)}" if who.nip else ""
        name = "\n".join(filter(None, (who.nama, who.jabatan, who.pangkat, nip)))
        facts = (
            ("Nomor", who.nomor),
            ("Tempat dan tanggal", f"{who.tempat}, {day}"),
            ("Penanda tangan", name),
            ("Revisi", f"Revisi {signing.revisi}" if signing.revisi else "0 (pengesahan pertama)"),
            ("Sidik jari isi", format_fingerprint(signing.snapshot_sha256)),
        )
        for caption, text in facts:
            self._list.addWidget(Fact(caption, text))
            self._list.addSpacing(t.RELATED)
        copy = Button(self._theme, "Salin sidik jari", "link", "copy", size=16)
        copy.clicked.connect(
            lambda: QGuiApplication.clipboard().setText(signing.snapshot_sha256.upper())
        )
        self._list.addWidget(copy)

    def _clear(self) -> None:
        self.rows = []
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    # What can be done -----------------------------------------------------------------------------

    def why_not(self) -> str:
        """Return why the primary button does nothing now, empty where it does."""
        if self._hindrance:
            return self._hindrance
        found = self._readiness
        if found is None:
            return "Syarat pengesahan sedang diperiksa."
        forbids = [one for one in found.syarat if one.galat is not None]
        if found.menunggu_telaah:
            # A verifikator looks at whatever there is; an empty year alone has nothing.
            forbids = [one for one in forbids if one.kode == "diukur"]
        if forbids:
            return f"Selesaikan dahulu: {_lower(forbids[0])}."
        return "" if found.menunggu_telaah else self._lacking(found)

    def _lacking(self, found: Readiness) -> str:
        lacking = self.form.lacking()
        telaah = None if self._current is None else self._current.status.telaah
        if lacking or not found.verifikator or telaah is None:
            return lacking
        nip = self.form.official().nip
        if not nip:
            return "Isi NIP penanda tangan; wajib karena ada verifikator terdaftar."
        if nip == telaah.nip:
            return "Penanda tangan harus orang lain daripada verifikator yang memeriksa."
        return ""

    def _enable(self) -> None:
        current = self._current
        signed = current is not None and current.state.disahkan
        waiting = self._readiness is not None and self._readiness.menunggu_telaah
        self.primary.setVisible(not signed)
        self.primary.setText("Tandai sudah diperiksa…" if waiting else "Sahkan…")
        self.second.setText("Buka kembali…" if signed else "Kembalikan dengan alasan…")
        self.second.setVisible(signed or waiting)
        reason = self._hindrance if signed else self.why_not()
        self.primary.setEnabled(not reason)
        self.primary.setAccessibleDescription(reason)
        self.second.setEnabled(not reason)
        self.second.setAccessibleDescription(reason)
        self.reason.setText(reason)
        self.reason.setVisible(bool(reason))

    def _go(self) -> None:
        found = self._readiness
        if found is None or self.why_not():
            return
        if found.menunggu_telaah:
            self.review_wanted.emit(self._verifikator(found))
        else:
            self.sign_wanted.emit(self.form.official(), self.electronic.isChecked())

    def _go_second(self) -> None:
        found = self._readiness
        if found is None:
            self.reopen_wanted.emit()
        else:
            self.reject_wanted.emit(self._verifikator(found))

    def _verifikator(self, found: Readiness) -> Official:
        return found.verifikator[max(self.reviewer.currentIndex(), 0)]


def _lower(condition: Condition) -> str:
    words = condition.kalimat
    return words[:1].lower() + words[1:]


def _reviewed(current: Current) -> str:
    telaah = current.status.telaah
    return "" if telaah is None or telaah.alasan else f"Oleh {telaah.nama}"


def _signed_at(signing: Pengesahan, current: Current) -> str:
    moment = datetime.datetime.fromisoformat(signing.waktu)
    time = format_time(moment, current.state.settings.zona_waktu)
    return f"{format_date(moment.date())} pukul {time}"


def _stage_texts(current: Current, known: tuple[Official, ...]) -> tuple[str, str, str]:
    second = "Dilewati bila tidak ada verifikator terdaftar"
    if current.status.keadaan == DIPERIKSA:
        second = _reviewed(current)
    elif known:
        second = "Oleh verifikator"
    first = "Data masih dapat diubah" if current.status.keadaan == DRAF else ""
    return first, second, "Data tahun ini dikunci"
