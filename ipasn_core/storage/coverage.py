"""Which coverage counts: what complete sheets say, less what their open findings withhold."""

from __future__ import annotations

import json

import numpy as np
from numpy.typing import NDArray

from ..model.vocab import Bukti
from .database import Database

_AMONG = "c.pegawai IN (SELECT id FROM pegawai WHERE nip IN (SELECT value FROM json_each(?2)))"
_KINDS = 64
"""More kinds of evidence than `vocab.Bukti` will ever have: packs (sheet, kind) into one int."""

_HOLDS = (
    "WITH RECURSIVE holds (id, menolak) AS"
    " (SELECT id, menolak_baris FROM temuan WHERE tahun = ?1 AND keadaan = 'terbuka'"
    " UNION SELECT old.id, holds.menolak FROM holds JOIN temuan old ON old.pengganti = holds.id"
    " AND old.tahun = ?1 AND old.keadaan = 'selesai')"
)
"""Findings that hold, open or living on in one that is: and whether that keeps its row out."""


def effective(db: Database, tahun: int, asked: str | None = None) -> NDArray[np.int64]:
    """Return int64[m, 2], the (pegawai, bukti) pairs that are covered in a year.

    `asked` is a JSON list of NIPs to look at, None for everybody.

    A sheet covers nobody of whom one of its own rows was kept out, and nobody by absence alone
    while such a row's person can't be told; until that finding is closed or set aside. A finding
    closed because its row came again, as faulty as before, lives on in the one that took its
    place. The same sheet imported twice is one sheet.
    """
    rows = db.integers(
        "SELECT c.pegawai, c.bukti, c.lembar, c.disebut FROM cakupan c"
        " JOIN lembar l ON l.id = c.lembar JOIN impor i ON i.id = l.impor WHERE i.tahun = ?1"
        f" AND {'?2 IS NULL' if asked is None else _AMONG}",
        4,
        (tahun, asked),
    )
    person, bukti, sheet, named = rows.T
    alone, withheld = _withheld(db, tahun)
    key = sheet * _KINDS + bukti
    counts = np.ones(len(rows), np.bool_)
    if alone:
        counts &= (named == 1) | ~np.isin(key, np.fromiter(alone, np.int64))
    if withheld:
        suspects = np.isin(key, np.fromiter({pair for pair, _ in withheld}, np.int64))
        for at in np.flatnonzero(suspects).tolist():
            if (int(key[at]), int(person[at])) in withheld:
                counts[at] = False
    return rows[counts, :2]


def _withheld(db: Database, tahun: int) -> tuple[set[int], set[tuple[int, int]]]:
    """Return packed (sheet, kind) that cover by absence no more, and with whom they never do."""
    alone: set[int] = set()
    withheld: set[tuple[int, int]] = set()
    for sheet, kinds, nip, person in db.rows(
        f"{_HOLDS} SELECT same.id, t.tahan, t.nip, p.id FROM holds JOIN temuan t ON t.id = holds.id"
        " JOIN lembar own ON own.id = t.lembar JOIN impor i ON i.id = own.impor"
        " JOIN impor again ON again.sha256 = i.sha256 AND again.tahun = i.tahun"
        " JOIN lembar same ON same.impor = again.id AND same.nama IS own.nama"
        " LEFT JOIN pegawai p ON p.nip = t.nip"
        " WHERE t.tahun = ?1 AND t.tahan <> '[]'",
        (tahun,),
    ):
        for kind in json.loads(kinds):
            packed = sheet * _KINDS + kind
            if nip == 0:
                alone.add(packed)
            elif person is not None:
                withheld.add((packed, person))
    return alone, withheld


def sentences_in_doubt(db: Database, tahun: int) -> NDArray[np.int64]:
    """Return int64[m], the pegawai with a sentence in doubt, by the open findings of a year.

    Its row was kept out, or it came in without a day because that could not be read: it may fall
    into the window, whatever other sheets are complete for.
    """
    return db.integers(
        f"{_HOLDS} SELECT DISTINCT p.id FROM holds JOIN temuan t ON t.id = holds.id"
        " JOIN pegawai p ON p.nip = t.nip"
        " WHERE t.tahun = ?1 AND t.tahan <> '[]'"
        " AND EXISTS (SELECT 1 FROM json_each(t.tahan) WHERE value = ?2)"
        " AND (holds.menolak OR EXISTS (SELECT 1 FROM hukuman h WHERE h.pegawai = p.id"
        " AND h.tmt IS NULL AND h.tanggal_sk IS NULL))",
        1,
        (tahun, int(Bukti.HUKUMAN)),
    )[:, 0]
