"""`urungkan`, `impor --batal`, `--ulangi`: changes taken back, and undos taken back."""

from __future__ import annotations

from ..errors import UserError
from ..storage.journal import MIGRATION, Entry
from ..storage.project import Project
from ..storage.undo import ONTO, REDO, UNDO, Standing, standing
from .context import Context


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
            "Lihat yang sudah dikerjakan dengan perintah riwayat.",
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


def _refuse_older(project: Project, entry: Entry | None, verb: str) -> None:
    """Say why what was done before a migration of the file cannot be taken back.

    Raises:
        UserError: There is such an entry.
    """
    if entry is None:
        return
    since = next(
        one for one in project.journal() if one.id > entry.id and one.perbuatan == MIGRATION
    )
    name = project.path.name
    raise UserError(
        f"Perubahan nomor {entry.id} ({entry.perbuatan}) tidak dapat di{verb}: dibuat sebelum "
        f"berkas dimutakhirkan (nomor {since.id}).",
        f"Bila perlu, pulihkan cadangannya ke berkas baru dengan: main.py cadangan {name} "
        f"--pulihkan {since.isi['cadangan']} -o BARU.ipasn",
        "sebelum-pemutakhiran",
    )


def _after(state: Standing, entry: Entry) -> list[Entry]:
    return [one for one in state.berdiri if one.id > entry.id]


def _take_back(
    project: Project, context: Context, verb: str, entry: Entry, later: list[Entry]
) -> None:
    signed = [year for year in project.years_touched(entry) if project.is_signed(year)]
    if signed:
        raise UserError(
            f"Perubahan nomor {entry.id} menyangkut tahun {signed[0]} yang sudah disahkan.",
            "Buka kembali tahun itu dengan alasan sebelum mengubahnya.",
            "tahun-disahkan",
        )
    with project.change(context, verb, {ONTO: entry.id, "perbuatan": entry.perbuatan}) as writer:
        writer.revert(entry, later)
