"""What the sign-off panel does: each asks first, runs in a job, and says what was done."""

from __future__ import annotations

from ipasn_core.errors import IpasnError
from ipasn_core.model.settings import Official, Pejabat
from ipasn_core.model.stored import Pengesahan
from ipasn_core.workflow import sign as signing_off
from ipasn_core.workflow import years
from ipasn_core.workflow.review import review

from ..dialogs.message import Message
from ..dialogs.port import PDF, Dialogs
from ..workspace import Workspace


class SignActs:
    """Signing, reviewing, reopening.

    Args:
        workspace: What is open.
        dialogs: The port for questions.
    """

    def __init__(self, workspace: Workspace, dialogs: Dialogs) -> None:
        self._workspace = workspace
        self._dialogs = dialogs

    def sign(self, pejabat: Pejabat, name: str) -> None:
        """Ask, ask where the PDF goes, and sign."""
        assert self._workspace.current is not None
        state = self._workspace.current.state
        tahun, earlier = state.tahun, state.pengesahan
        after = 1 if earlier is None else earlier.revisi + 2
        asked = Message(
            f"Sahkan hasil tahun {tahun}?",
            "Setelah disahkan, data tahun ini dikunci. Perubahan berikutnya menjadi "
            f"Revisi {after}.",
            "Sahkan",
        )
        if not self._dialogs.confirm(asked):
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
                project, context, tahun, pejabat, path, progress
            ),
            done,
            failed,
        )

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
