"""Proving the project file: runs in a job, tells the answer calmly."""

from __future__ import annotations

from ipasn_core.errors import UserError
from ipasn_core.storage.periksa import Problem, check

from ..workspace import Workspace
from .port import Dialogs


def check_file(workspace: Workspace, dialogs: Dialogs) -> None:
    """Prove integrity, chain and data; say what is wrong, or that nothing is."""
    path = workspace.path
    if path is None:
        return

    def tell(problems: list[Problem]) -> None:
        if not problems:
            words = "Berkas utuh: isinya sama dengan yang dicatat jurnal."
            workspace.told.emit(words, False)
            return
        told = "; ".join(one.pesan for one in problems[:3])
        more = f" Masih ada {len(problems) - 3} lainnya." if len(problems) > 3 else ""
        dialogs.fault(
            UserError(
                f"Berkas “{path.name}” tidak utuh: {told}{more}",
                "Pulihkan dari cadangan terakhir; simpan berkas ini untuk diperiksa.",
            )
        )

    workspace.read("Memeriksa berkas", check, tell)
