"""A number a person that is another as soon as anything of the person's data is.

For telling two files apart: rows are read one by one and only a number a person is kept, so that
a hundred thousand people neither fill the memory nor hold up who is looking at the window.
"""

from __future__ import annotations

from ..model.evidence import KEADAAN
from ..progress import Progress, silent
from . import coverage
from .database import Database
from .persons import COLUMNS

_WIDE = (1 << 64) - 1
_TELL_EVERY = 20_000


def person_digests(db: Database, tahun: int, progress: Progress = silent) -> dict[int, int]:
    """Return NIP → a number that stands for all data of a person, of a year's roster.

    The numbers of two calls can be compared within one run of the program only.

    Args:
        db: The project file.
        tahun: The year.
        progress: Told of rows, so that it can be stopped.
    """
    found: dict[int, int] = {}
    ids: dict[int, int] = {}
    columns = ", ".join("o.nama" if f.name == "opd" else f"k.{f.name}" for f in KEADAAN[2:])
    with db.reading():
        for number, nip, *values in db.each(
            f"SELECT p.id, p.nip, p.nama, p.jenis_kelamin, {columns} FROM keadaan k"
            " JOIN pegawai p ON p.id = k.pegawai LEFT JOIN opd o ON o.id = k.opd"
            " WHERE k.tahun = ?",
            (tahun,),
        ):
            ids[number] = nip
            found[nip] = hash(tuple(values)) & _WIDE
        done = 0
        for name, sql in _queries().items():
            for person, *values in db.each(sql, (tahun,)):
                nip = ids.get(person)
                if nip is not None:
                    # A sum: rows come in any order, and twice is not once.
                    found[nip] = (found[nip] + hash((name, *values))) & _WIDE
                done += 1
                if done % _TELL_EVERY == 0:
                    progress("Membaca data pegawai", done, 0)
        for person, bukti in coverage.effective(db, tahun).tolist():
            if person in ids:
                nip = ids[person]
                found[nip] = (found[nip] + hash(("cakupan", bukti))) & _WIDE
    return found


def _queries() -> dict[str, str]:
    """Return a name and a query a table: the person's id, then what counts; takes the year."""
    queries = {
        "pernyataan": "SELECT pegawai, bukti, bentuk, nilai FROM pernyataan WHERE tahun = ?1"
    }
    for name, columns in COLUMNS.items():
        year = "tahun, " if name == "penilaian" else ""
        queries[name] = (
            f"SELECT pegawai, {year}{', '.join(columns)} FROM {name} WHERE ?1 IS NOT NULL"
        )
    return queries
