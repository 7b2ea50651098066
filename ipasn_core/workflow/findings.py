"""`temuan`: what is open, and setting findings aside or taking them up again."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ..errors import UsageError, UserError
from ..model.catalogue import CARDS
from ..model.finding import Finding
from ..scoring.year_state import YearState
from ..storage.findings import DONE
from ..storage.journal import Json
from ..storage.project import Project
from .context import Context
from .finding_words import JUDUL, address_words


@dataclass(frozen=True, slots=True)
class SetAside:
    """A finding that was set aside, and why."""

    temuan: Finding
    alasan: str


def open_findings(state: YearState) -> list[Finding]:
    """Return the findings that are open: those of reading first, then the derived ones."""
    reading = [one.temuan for one in state.temuan if one.keadaan == "terbuka"]
    if not state.diabaikan:  # an id is a digest, and there may be ten thousand
        return reading + list(state.turunan)
    return reading + [one for one in state.turunan if one.id not in state.diabaikan]


def aside_findings(state: YearState) -> list[SetAside]:
    """Return the findings that were set aside: those of reading first, then the derived ones."""
    reading = [
        SetAside(one.temuan, one.alasan) for one in state.temuan if one.keadaan == "diabaikan"
    ]
    if not state.diabaikan:
        return reading
    derived = [
        SetAside(one, state.diabaikan[one.id]) for one in state.turunan if one.id in state.diabaikan
    ]
    return reading + derived


def done_findings(project: Project, tahun: int) -> list[Finding]:
    """Return the reading findings of a year that were settled: by an import, or by hand."""
    return [one.temuan for one in project.load_findings(CARDS, tahun, (DONE,))]


def set_aside(
    project: Project, context: Context, state: YearState, finding_id: str, alasan: str
) -> Finding:
    """Set an open finding aside, with a reason, and return it.

    Raises:
        UsageError: No reason.
        UserError: No open finding has this id.
        StorageError: The year is signed.
    """
    return set_aside_all(project, context, state, [finding_id], alasan)[0]


def set_aside_all(
    project: Project, context: Context, state: YearState, ids: Collection[str], alasan: str
) -> list[Finding]:
    """Set open findings aside in one change, with one reason, and return them.

    Raises:
        UsageError: No reason.
        UserError: One of the ids is of no open finding.
        StorageError: The year is signed.
    """
    reason = " ".join(alasan.split())
    if not reason:
        raise UsageError("Alasan kosong.", "Sertakan --alasan dengan kalimat yang menjelaskannya.")
    found = _chosen(open_findings(state), ids, "terbuka")
    with project.change(context, "abaikan", _told(state, found) | {"alasan": reason}) as writer:
        for one in found:
            writer.set_aside(state.tahun, one, reason)
    return found


def take_up(
    project: Project, context: Context, state: YearState, ids: Collection[str]
) -> list[Finding]:
    """Have findings that were set aside stand open again, in one change, and return them.

    Raises:
        UserError: One of the ids is of no finding that was set aside.
        StorageError: The year is signed.
    """
    aside = [one.temuan for one in aside_findings(state)]
    found = _chosen(aside, ids, "yang disisihkan")
    with project.change(context, "tampilkan", _told(state, found)) as writer:
        for one in found:
            writer.take_up(state.tahun, one)
    return found


def _chosen(findings: Sequence[Finding], ids: Collection[str], which: str) -> list[Finding]:
    wanted = set(ids)
    found = [one for one in findings if one.id in wanted]
    missing = sorted(wanted - {one.id for one in found})
    if missing or not found:
        raise UserError(
            f"Tidak ada temuan {which} dengan tanda {', '.join(missing[:3])}.".replace("  ", " "),
            "Lihat tandanya dengan: main.py temuan FILE.ipasn",
            "temuan-tidak-ada",
        )
    return found


def _told(state: YearState, found: Sequence[Finding]) -> dict[str, Json]:
    """Return what the journal says of findings: their kind, and of one alone where it is."""
    kinds = {one.kode for one in found}
    told: dict[str, Json] = {
        "tahun": state.tahun,
        "jumlah": len(found),
        "judul": JUDUL[found[0].kode] if len(kinds) == 1 else "",
    }
    if len(found) > 1:
        return told
    [one] = found
    told |= {"temuan": one.id, "alamat": address_words(one)}
    at = int(state.roster.nip.searchsorted(one.nip)) if one.nip else len(state.roster)
    if at < len(state.roster) and int(state.roster.nip[at]) == one.nip:
        told |= {"nip": str(one.nip), "nama": str(state.roster.nama[at])}
    return told
