"""`temuan`: what is open, and setting one aside."""

from __future__ import annotations

from ..errors import UsageError, UserError
from ..model.finding import Finding
from ..scoring.year_state import YearState
from ..storage.project import Project
from .context import Context


def open_findings(state: YearState) -> list[Finding]:
    """Return the findings that are open: those of reading first, then the derived ones."""
    reading = [one.temuan for one in state.temuan if one.keadaan == "terbuka"]
    return reading + [one for one in state.turunan if one.id not in state.diabaikan]


def set_aside(
    project: Project, context: Context, state: YearState, finding_id: str, alasan: str
) -> Finding:
    """Set an open finding aside, with a reason, and return it.

    Raises:
        UsageError: No reason.
        UserError: No open finding has this id.
        StorageError: The year is signed.
    """
    reason = " ".join(alasan.split())
    if not reason:
        raise UsageError("Alasan kosong.", "Sertakan --alasan dengan kalimat yang menjelaskannya.")
    found = next((one for one in open_findings(state) if one.id == finding_id), None)
    if found is None:
        raise UserError(
            f"Tidak ada temuan terbuka dengan tanda {finding_id}.",
            "Lihat tandanya dengan: main.py temuan FILE.ipasn",
            "temuan-tidak-ada",
        )
    with project.change(context, "abaikan", {"temuan": found.id, "alasan": reason}) as writer:
        writer.set_aside(state.tahun, found, reason)
    return found
