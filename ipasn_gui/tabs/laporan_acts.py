"""What the sign-off panel does: each asks first, runs in a job, and says what was done."""

from __future__ import annotations

import datetime
from pathlib import Path

from ipasn_core.errors import IpasnError
from ipasn_core.formatting import format_date
from ipasn_core.model.settings import Official, Pejabat
from ipasn_core.model.stored import Pengesahan
from ipasn_core.workflow import sign as signing_off
from ipasn_core.workflow import years
from ipasn_core.workflow.files import read_file
from ipasn_core.workflow.review import review

from ..dialogs.message import Message
from ..dialogs.port import CERTIFICATE, PDF, Dialogs
from ..workspace import Workspace

_FAR_DAYS = 60


def _key(certificate: tuple[Path, str] | None) -> signing_off.Kunci | None:
    """Read the certificate; runs in the worker."""
    if certificate is None:
        return None
    return signing_off.Kunci(read_file(certificate[0]), certificate[1])


class SignActs:
    """Signing, reviewing, reopening.

    Args:
        workspace: What is open.
        dialogs: The port for questions.
    """

    def __init__(self, workspace: Workspace, dialogs: Dialogs) -> None:
        self._workspace = workspace
        self._dialogs = dialogs

    def sign(self, pejabat: Pejabat, name: str, *, electronic: bool = False) -> None:
        """Ask, ask where the PDF goes, and sign.

        Args:
            pejabat: Who signs.
            name: How the file is called, if nothing else is typed.
            electronic: Whether with a certificate; it and its passphrase are asked for.
        """
        assert self._workspace.current is not None
        state = self._workspace.current.state
        tahun, earlier = state.tahun, state.pengesahan
        after = 1 if earlier is None else earlier.revisi + 2
        asked = Message(
            f"Sahkan hasil tahun {tahun}?",
            "Setelah disahkan, data tahun ini dikunci. Perubahan berikutnya menjadi "
            f"Revisi {after}.{self._about_day(pejabat)}",
            "Sahkan",
        )
        if not self._dialogs.confirm(asked):
            return
        certificate = self._certificate() if electronic else None
        if electronic and certificate is None:
            return
        path = self._dialogs.save_file("Simpan laporan yang disahkan", PDF, name)
        if path is None:
            return

        def done(signing: Pengesahan) -> None:
            what = f", Revisi {signing.revisi}" if signing.revisi else ""
            self._workspace.told.emit(f"Tahun {tahun} disahkan{what}: {path.name}.", False)

        def failed(fault: IpasnError) -> None:
            # The year may be signed although its file could not take its name.
            self._workspace.reload()
            self._dialogs.fault(fault)

        self._workspace.change(
            f"Mengesahkan tahun {tahun}",
            lambda project, context, progress: signing_off.sign(
                project, context, tahun, pejabat, path, progress, _key(certificate)
            ),
            done,
            failed,
        )

    def _certificate(self) -> tuple[Path, str] | None:
        """Ask for a certificate and its passphrase; None where either was cancelled."""
        chosen = self._dialogs.open_files("Pilih sertifikat", CERTIFICATE, several=False)
        if not chosen:
            return None
        asked = Message(
            "Kata sandi sertifikat",
            f"Untuk {chosen[0].name}. Kata sandi dipakai sekali ini saja dan tidak disimpan.",
            "Lanjutkan",
        )
        sandi = self._dialogs.ask_secret(asked, "Kata sandi")
        return None if sandi is None else (chosen[0], sandi)

    def _about_day(self, pejabat: Pejabat) -> str:
        """Return a remark where the report's day is far off, or before the year is over."""
        assert self._workspace.current is not None
        day = datetime.date.fromisoformat(pejabat.tanggal)
        today = self._workspace.context().now.date()
        if day.year <= self._workspace.current.state.tahun:
            return f" Tanggal laporan, {format_date(day)}, mendahului akhir tahun ukur."
        if abs((day - today).days) > _FAR_DAYS:
            return f" Tanggal laporan, {format_date(day)}, jauh dari hari ini."
        return ""

    def review(self, who: Official) -> None:
        """Ask, and store that a verifikator has looked at it."""
        assert self._workspace.current is not None
        tahun = self._workspace.current.state.tahun
        asked = Message(
            f"Tandai hasil tahun {tahun} sudah diperiksa?",
            f"Tercatat atas nama {who.nama}. Setiap perubahan sesudahnya mengembalikan tahun ini "
            "menjadi draf. Pengesahan dilakukan pejabat lain.",
            "Tandai sudah diperiksa",
        )
        if self._dialogs.confirm(asked):
            told = f"Tahun {tahun} diperiksa {who.nama}."
            self._store_review(who, None, told)

    def reject(self, who: Official) -> None:
        """Ask why, and store that a verifikator sends it back."""
        assert self._workspace.current is not None
        tahun = self._workspace.current.state.tahun
        asked = Message(
            f"Kembalikan hasil tahun {tahun}?",
            f"Tercatat atas nama {who.nama}; tahun ini tetap draf dan tidak dapat disahkan sebelum "
            "diperiksa lagi.",
            "Kembalikan",
        )
        alasan = self._dialogs.ask_text(asked, "Alasan")
        if alasan:
            self._store_review(who, alasan, f"Tahun {tahun} dikembalikan: {alasan}")

    def _store_review(self, who: Official, tolak: str | None, told: str) -> None:
        assert self._workspace.current is not None
        tahun = self._workspace.current.state.tahun
        self._workspace.change(
            "Mencatat telaah",
            lambda project, context, _: review(project, context, tahun, who.nip, tolak),
            lambda _: self._workspace.told.emit(told, True),
        )

    def reopen(self) -> None:
        """Ask why, and open a signed year again."""
        assert self._workspace.current is not None
        state = self._workspace.current.state
        signing = state.pengesahan
        if signing is None:
            return
        asked = Message(
            f"Buka kembali tahun {state.tahun}?",
            "Laporan yang disahkan tetap tersimpan. Datanya dapat diubah lagi; pengesahan "
            f"berikutnya menjadi Revisi {signing.revisi + 1}. Alasan tercatat dalam jurnal.",
            "Buka kembali",
        )
        alasan = self._dialogs.ask_text(asked, "Alasan")
        if alasan:
            self._workspace.change(
                f"Membuka kembali tahun {state.tahun}",
                lambda project, context, _: years.reopen(project, context, state.tahun, alasan),
                lambda _: self._workspace.told.emit(f"Tahun {state.tahun} dibuka kembali.", False),
            )
