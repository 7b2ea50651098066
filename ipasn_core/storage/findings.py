"""Reading findings as they are stored: their state, and back into `Finding`."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields

from ..model.change import OpenFinding, Trail
from ..model.finding import Card, Finding
from ..model.stored import StoredFinding
from ..model.vocab import Bukti
from .database import Database, Row

OPEN, DONE, ASIDE = "terbuka", "selesai", "diabaikan"


_SELECT = """
    SELECT t.kode, t.isi, t.berkas, t.lembar_nama, t.baris, t.kolom, t.nip, t.siapa, t.bidang,
           t.tahan, t.menolak_baris, t.sidik, t.keadaan, t.alasan, l.kepala
    FROM temuan t LEFT JOIN lembar l ON l.id = t.lembar
    WHERE t.tahun = ? AND t.keadaan IN (SELECT value FROM json_each(?))
    ORDER BY t.impor, t.lembar IS NOT NULL, t.lembar, t.baris, length(t.kolom), t.kolom, t.id
"""


def load_findings(
    db: Database, cards: Mapping[str, Card], tahun: int, states: Collection[str]
) -> list[StoredFinding]:
    """Return a year's findings in one of the states, in the order of import, sheet, row, column.

    Args:
        db: The project file.
        cards: The catalogue: code → card.
        tahun: The measured year.
        states: Of `OPEN`, `DONE`, `ASIDE`.
    """
    rows = db.rows(_SELECT, (tahun, json.dumps(sorted(states))))
    return [_from_row(row, cards) for row in rows]


def _from_row(row: Row, cards: Mapping[str, Card]) -> StoredFinding:
    kode, isi, berkas, lembar, baris, kolom, nip, siapa, bidang, tahan, menolak, sidik, *rest = row
    finding = Finding(
        kartu=cards[kode],
        isi=json.loads(isi),
        berkas=berkas,
        lembar=lembar,
        baris=baris,
        kolom=kolom,
        nip=nip,
        siapa=siapa,
        bidang=bidang,
        tahan=tuple(map(Bukti, json.loads(tahan))),
        menolak_baris=bool(menolak),
        sidik=sidik,
    )
    return StoredFinding(finding, *rest)


def closable(db: Database, tahun: int, nip: int | None = None) -> list[OpenFinding]:
    """Return the findings of a year that may be closed, of one person or (None) of everybody.

    Those that are open and those that were set aside.
    """
    return [
        OpenFinding(
            id=number,
            kode=kode,
            berkas=berkas,
            lembar=lembar,
            kepala=kepala,
            nip=nip,
            siapa=siapa,
            bidang=bidang,
            tahan=tuple(map(Bukti, json.loads(tahan))),
            menolak_baris=bool(menolak),
            jejak=_trail(jejak),
        )
        for number, kode, berkas, lembar, kepala, nip, siapa, bidang, tahan, menolak, jejak in (
            db.each(
                "SELECT t.id, t.kode, t.berkas, t.lembar_nama, l.kepala, t.nip, t.siapa, t.bidang,"
                " t.tahan, t.menolak_baris, t.jejak FROM temuan t"
                " LEFT JOIN lembar l ON l.id = t.lembar"
                " WHERE t.tahun = ?1 AND t.keadaan <> ?2 AND (?3 IS NULL OR t.nip = ?3)"
                " ORDER BY t.id",
                (tahun, DONE, nip),
            )
        )
    ]


@dataclass(frozen=True, slots=True)
class Known:
    """A finding by what it may be known again by.

    Attributes:
        id: Its id.
        identity: Code, parameters, file, sheet, person as written and field.
        jejak: Its trail as stored.
        alasan: Why it was set aside; else empty.
    """

    id: str
    identity: Row
    jejak: str
    alasan: str = ""


def carried_reasons(db: Database, tahun: int, came: Sequence[Known]) -> dict[str, Known]:
    """Return id of a finding that came → the stored one whose reason goes on to it.

    A reason is for one finding: of twins, for the one that is itself, else for one whose row says
    the same, else for any. Call this before anything closes.
    """
    stored = [
        Known(number, tuple(identity), jejak, alasan)
        for number, jejak, alasan, *identity in db.each(
            "SELECT id, jejak, alasan, kode, isi, berkas, lembar_nama, siapa, bidang FROM temuan"
            " WHERE tahun = ? AND (keadaan <> ? OR alasan <> '')"
            " ORDER BY alasan <> '', baris DESC, id DESC",
            (tahun, DONE),
        )
    ]
    found: dict[str, Known] = {}
    taken: set[str] = set()
    for key in (_itself, _same_row, _same_fault):
        free: dict[object, list[Known]] = {}
        for one in stored:
            if one.id not in taken:
                free.setdefault(key(one), []).append(one)
        for one in came:
            if one.id not in found and (candidates := free.get(key(one))):
                found[one.id] = candidates.pop()
                taken.add(found[one.id].id)
    return {number: one for number, one in found.items() if one.alasan}


def _itself(one: Known) -> object:
    return one.id, one.identity


def _same_row(one: Known) -> object:
    return one.jejak, one.identity


def _same_fault(one: Known) -> object:
    return one.identity


def trail_text(trail: Trail | None) -> str:
    """Return a trail as its column holds it."""
    if trail is None:
        return ""
    return json.dumps([getattr(trail, field.name) for field in fields(trail)], ensure_ascii=False)


def _trail(text: str) -> Trail | None:
    if not text:
        return None
    himpunan, nama, luar, konten, lahir, medan, semua = json.loads(text)
    return Trail(
        himpunan, nama, tuple(luar), tuple(konten), lahir, tuple((f, y) for f, y in medan), semua
    )


def kept_out(db: Database, tahun: int) -> list[str]:
    """Return who was kept out (NIP as written, else name) and is not otherwise in the year.

    A finding that was set aside still counts: it keeps nobody in.
    """
    rows = db.rows(
        "SELECT min(t.siapa) FROM temuan t"
        " WHERE t.tahun = ?1 AND t.menolak_baris AND t.keadaan <> 'selesai'"
        " AND (t.siapa <> '' OR t.nip <> 0)"
        " AND NOT EXISTS (SELECT 1 FROM keadaan k JOIN pegawai p ON p.id = k.pegawai"
        " WHERE p.nip = t.nip AND k.tahun = ?1)"
        " GROUP BY CASE t.nip WHEN 0 THEN t.siapa ELSE t.nip END ORDER BY 1",
        (tahun,),
    )
    return [who for (who,) in rows]
