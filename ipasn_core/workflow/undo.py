"""`urungkan`, `impor --batal`, `--ulangi`: changes taken back, and undos taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ..errors import IpasnError, StorageError, UserError
from ..progress import Cancelled, Progress, silent
from ..storage.journal import MIGRATION, Entry
from ..storage.project import Project
from ..storage.undo import ONTO, REDO, UNDO, InTheWay, Standing, standing
from .context import Context
from .journal_words import entry_words, first_of, known

_VERBS = {UNDO: "diurungkan", REDO: "diulangi"}


@dataclass(frozen=True, slots=True)
class Walked:
    """What came of taking back several changes, one after the other.

    Attributes:
        entries: The changes that were taken back or brought back, in that order.
        fault: Why it stopped before its end; None where it did not.
    """

    entries: tuple[Entry, ...]
    fault: IpasnError | None = None


def undo(project: Project, context: Context, perbuatan: str = "") -> Entry:
    """Take back the newest change that stands, of one verb where one is named, and return it.

    Raises:
        UserError: Nothing is left to undo, or the change belongs to a signed year.
        StorageError: A later change touched the same rows; it is named.
    """
    state = standing(project.journal())
    entry = state.newest(perbuatan)
    if entry is None:
        _refuse_older(project, state.lama.newest(perbuatan) if state.lama else None, UNDO)
        what = "impor" if perbuatan == "impor" else "perubahan"
        raise UserError(
            f"Tidak ada {what} yang dapat diurungkan.",
            "Riwayat menyebut yang sudah dikerjakan.",
            "tidak-ada-urungan",
        )
    _take_back(project, context, UNDO, entry, _after(state, entry))
    return entry


def redo(project: Project, context: Context) -> Entry:
    """Take back the newest undo, while only undos and redos followed it, and return it.

    Raises:
        UserError: There is none, or the change belongs to a signed year.
    """
    state = standing(project.journal())
    if not state.terurung:
        older = state.lama.terurung if state.lama else ()
        _refuse_older(project, older[-1] if older else None, REDO)
        raise UserError(
            "Tidak ada urungan yang dapat diulangi.",
            "Urungan hanya dapat diulangi selama belum ada perubahan lain sesudahnya.",
            "tidak-ada-ulangan",
        )
    entry = state.terurung[-1]
    _take_back(project, context, REDO, entry, _after(state, entry))
    return entry


def undo_to(project: Project, context: Context, nomor: int, progress: Progress = silent) -> Walked:
    """Take back every change after an entry, newest first, each as an undo of its own.

    So each of them can be redone, and `redo_to` brings back all. Where one cannot be taken back,
    those before it stay taken back, and the answer says why it stopped.

    Args:
        project: Open for writing.
        context: When and by whom.
        nomor: Number of the entry that is to be the newest one standing.
        progress: Told of each; may stop between two of them.

    Raises:
        Cancelled: Before the first was taken back.
    """
    state = standing(project.journal())
    older = frozenset(one.id for one in (state.lama.berdiri if state.lama else ()))

    def once(entry: Entry) -> Entry:
        if entry.id in older:
            _refuse_older(project, entry, UNDO)
        # The newest goes first: of what stands, nothing is later than what is taken back.
        _take_back(project, context, UNDO, entry, [])
        return entry

    return _walk(undone_by(state, nomor), once, progress)


def undone_by(state: Standing, nomor: int) -> list[Entry]:
    """Return what `undo_to` would take back, newest first."""
    older = state.lama.berdiri if state.lama else ()
    return [one for one in reversed((*older, *state.berdiri)) if one.id > nomor]


def redo_to(project: Project, context: Context, nomor: int, progress: Progress = silent) -> Walked:
    """Bring back what was undone last, one by one, to and with a change.

    Args:
        project: Open for writing.
        context: When and by whom.
        nomor: Number of the change; nothing happens where it cannot be brought back.
        progress: Told of each; may stop between two of them.
    """
    entries = project.journal()
    others = known(entries)
    undos = [one for one in reversed(standing(entries).terurung) if first_of(one, others)]
    wanted = undos[: len(redone_by(entries, nomor))]

    def once(entry: Entry) -> Entry:
        _take_back(project, context, REDO, entry, [])
        return first_of(entry, others) or entry

    return _walk(wanted, once, progress)


def redone_by(entries: list[Entry], nomor: int) -> list[Entry]:
    """Return the changes that `redo_to` would bring back, in that order; none if it cannot."""
    others = known(entries)
    found: list[Entry] = []
    for taken_back in reversed(standing(entries).terurung):
        first = first_of(taken_back, others)
        if first is not None:
            found.append(first)
            if first.id == nomor:
                return found
    return []


def _walk(wanted: Sequence[Entry], once: Callable[[Entry], Entry], progress: Progress) -> Walked:
    """Do one after the other until all are done or one is refused."""
    done: list[Entry] = []
    for number, entry in enumerate(wanted):
        try:
            progress("Mengurungkan", number, len(wanted))
            done.append(once(entry))
        except (UserError, StorageError) as fault:
            return Walked(tuple(done), fault)
        except Cancelled:
            if not done:
                raise
            break
    return Walked(tuple(done))


def refusal(project: Project, entry: Entry) -> str:
    """Return why an entry cannot be taken back now: "tahun 2021 sudah disahkan"; else empty.

    Only what is known without trying: that it belongs to a signed year.
    """
    signed = [year for year in project.years() if project.is_signed(year)]
    if not signed:
        return ""
    first = first_of(entry, known(project.journal())) or entry
    # An import is of one year, and reading all it brought would take long.
    years = {first.isi["tahun"]} if first.perbuatan == "impor" else project.years_touched(entry)
    found = sorted(year for year in signed if year in years)
    return _signed_words(found[0]) if found else ""


def _signed_words(tahun: int) -> str:
    return f"tahun {tahun} sudah disahkan"


def _refuse_older(project: Project, entry: Entry | None, verb: str) -> None:
    """Say why what was done before a migration of the file cannot be taken back.

    Raises:
        UserError: There is such an entry.
    """
    if entry is None:
        return
    entries = project.journal()
    since = next(one for one in entries if one.id > entry.id and one.perbuatan == MIGRATION)
    name = project.path.name
    raise UserError(
        f"“{_told(entry, entries)}” tidak dapat {_VERBS[verb]}: dibuat sebelum berkas "
        "dimutakhirkan.",
        f"Bila perlu, pulihkan cadangannya ke berkas baru dengan: main.py cadangan {name} "
        f"--pulihkan {since.isi['cadangan']} -o BARU.ipasn",
        "sebelum-pemutakhiran",
    )


def _told(entry: Entry, entries: list[Entry]) -> str:
    """Return the change that an entry is, or is about in the end, in words."""
    others = known(entries)
    return entry_words(first_of(entry, others) or entry, others)


def _after(state: Standing, entry: Entry) -> list[Entry]:
    return [one for one in state.berdiri if one.id > entry.id]


def _take_back(
    project: Project, context: Context, verb: str, entry: Entry, later: list[Entry]
) -> None:
    signed = [year for year in project.years_touched(entry) if project.is_signed(year)]
    if signed:
        raise UserError(
            f"“{_told(entry, project.journal())}” tidak dapat {_VERBS[verb]}: "
            f"{_signed_words(signed[0])}.",
            "Buka kembali tahun itu dengan alasan sebelum mengubahnya.",
            "tahun-disahkan",
        )
    try:
        with project.change(
            context, verb, {ONTO: entry.id, "perbuatan": entry.perbuatan}
        ) as writer:
            writer.revert(entry, later)
    except InTheWay as fault:
        entries = project.journal()
        first = _told(fault.blocking, entries)
        raise StorageError(
            f"“{_told(entry, entries)}” tidak dapat {_VERBS[verb]}: sesudahnya “{first}” "
            "menyentuh data yang sama.",
            f"Urungkan “{first}” lebih dahulu.",
            fault.kode,
        ) from fault
