"""Findings of the plan: what only shows when all tables of a call are laid side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ..model.cards_doubts import HILANG_DARI_BERKAS, JABATAN_BERTENTANGAN
from ..model.cards_people import (
    BARIS_BERTENTANGAN,
    IDENTITAS_KURANG,
    NAMA_KOSONG,
    PEGAWAI_TAK_DIKENAL,
)
from ..model.evidence import KEADAAN, PENILAIAN
from ..model.finding import Card, Finding
from ..model.vocab import label
from .plan_people import Claim, RowAt
from .plan_source import KIND, Source

HADIR = "hadir"
"""Field of a finding that is about being listed at all."""

_LABEL: Mapping[str, str] = {
    **{field.name: field.label for field in KEADAAN},
    **{f"penilaian.{field.name}": field.label for field in PENILAIAN},
    **{name: label(kind) for name, kind in KIND.items()},
}


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file of the call, whether or not anything of it was of use.

    Attributes:
        berkas: File name.
        sha256: Of its bytes.
        ukuran: Its size in bytes.
        lembar: The names of its sheets in their order: the order of findings.
    """

    berkas: str
    sha256: str
    ukuran: int
    lembar: tuple[str | None, ...] = (None,)


@dataclass(frozen=True, slots=True)
class KeptOut:
    """A row that planning kept out, for the workbook of refused rows."""

    berkas_ke: int
    lembar_ke: int
    baris: int
    temuan: Finding


@dataclass(frozen=True, slots=True)
class Joint:
    """A finding of planning with all the rows it concerns.

    Attributes:
        temuan: The finding.
        baris: The rows; none of who is gone.
        medan: (field, appraised year or 0) at fault; none where the rows are simply nobody's.
    """

    temuan: Finding
    baris: Sequence[RowAt]
    medan: Sequence[Claim]


def conflict(nip: int, claims: Sequence[Claim], rows: Sequence[RowAt]) -> Joint:
    """Tell that rows contradict each other; names every row of that person that stays out."""
    rows = sorted(rows, key=_order)
    source, _ = rows[0]
    column = source.tabel.kolom.get(claims[0][0]) if len(claims) == 1 else None
    isi = {
        "bidang": _and([_claim(claim) for claim in claims]),
        "nip": str(nip),
        "baris": _places(rows),
    }
    finding = _finding(BARIS_BERTENTANGAN, isi, nip, rows[0], column, claims[0][0])
    return Joint(finding, rows, claims)


def unidentified(nip: int, lacks: Sequence[str], rows: Sequence[RowAt]) -> Joint:
    """Tell that somebody's name or jenis jabatan is in no table.

    Args:
        nip: Who.
        lacks: Which of the fields `nama` and `jenis_jabatan`.
        rows: The rows kept out.
    """
    rows = sorted(rows, key=_order)
    medan = [(name, 0) for name in lacks]
    named = [row for row in rows if "nama" in row[0].tabel.kolom]
    if list(lacks) == ["nama"] and named:
        column = named[0][0].tabel.kolom["nama"]
        return Joint(_finding(NAMA_KOSONG, {}, nip, named[0], column, "nama"), rows, medan)
    isi = {"nip": str(nip), "kurang": _and([_LABEL[name].lower() for name in lacks])}
    return Joint(_finding(IDENTITAS_KURANG, isi, nip, rows[0]), rows, medan)


def stranger(source: Source, nip: int, rows: Sequence[int]) -> Joint:
    """Tell that history rows of a sheet belong to nobody known.

    It withholds no coverage: the sheet gives none to somebody outside the roster.
    """
    isi = {"nip": str(nip), "jumlah": str(len(rows))}
    finding = _finding(PEGAWAI_TAK_DIKENAL, isi, nip, (source, rows[0]))
    return Joint(finding, [(source, i) for i in rows], ())


def gone(source: Source, nips: Iterable[int]) -> list[Joint]:
    """Tell who stood in a sheet when it was imported last, and stands there no more."""
    table = source.tabel
    told = (
        Finding(
            kartu=HILANG_DARI_BERKAS,
            isi={"nip": str(nip)},
            berkas=table.berkas,
            lembar=table.lembar,
            nip=nip,
            siapa=str(nip),
            bidang=HADIR,
            sidik=table.sidik,
        )
        for nip in sorted(nips)
    )
    return [Joint(finding, (), ()) for finding in told]


def contradicting_post(at: RowAt, nip: int, satu: str, lain: str, medan: Sequence[str]) -> Joint:
    """Tell that two fields of a post cannot both be true.

    Args:
        at: The row.
        nip: Who.
        satu: What the one says.
        lain: What the other says.
        medan: Both fields; the other's column is the address.
    """
    column = at[0].tabel.kolom.get(medan[-1])
    isi = {"nip": str(nip), "satu": satu, "lain": lain}
    found = _finding(JABATAN_BERTENTANGAN, isi, nip, at, column, medan[-1])
    return Joint(replace(found, menolak_baris=False), (at,), [(name, 0) for name in medan])


def doubt(card: Card, isi: Mapping[str, str], nip: int, at: RowAt, medan: str) -> Joint:
    """Tell what is doubted of somebody who is in all the same; its column is the address."""
    kolom, bidang = at[0].tabel.kolom, medan.rpartition(".")[2]
    column = kolom.get(medan) or (kolom.get("tingkat") if at[0].jenis == bidang else None)
    found = _finding(card, isi, nip, at, column, bidang)
    return Joint(replace(found, menolak_baris=False), (at,), [(medan, 0)])


def merged(findings: Iterable[Finding]) -> list[Finding]:
    """Make one of the findings that have one id, in the order of the first of each.

    Two faults of one kind in one cell are one; so is a fault of a file that came twice. The words
    are those of the one that keeps the row out.
    """
    found: dict[str, Finding] = {}
    for finding in findings:
        number = finding.id
        known = found.setdefault(number, finding)
        if known is not finding and known != finding:
            lead = max(known, finding, key=_weight)
            tahan = tuple(sorted({*known.tahan, *finding.tahan}))
            found[number] = replace(lead, tahan=tahan)
    return list(found.values())


def _weight(finding: Finding) -> tuple[bool, int, str, str]:
    words = finding.pesan
    return finding.menolak_baris, len(words), words, finding.berkas or ""


def _finding(
    card: Card,
    isi: Mapping[str, str],
    nip: int,
    at: RowAt,
    column: str | None = None,
    bidang: str = "nip",
) -> Finding:
    source, row = at
    table = source.tabel
    return Finding(
        kartu=card,
        isi=isi,
        berkas=table.berkas,
        lembar=table.lembar,
        baris=table.baris[row],
        kolom=column or table.kolom.get("nip"),
        nip=nip,
        siapa=table.siapa[row],
        bidang=bidang,
        menolak_baris=True,
        sidik=table.sidik,
    )


def _claim(claim: Claim) -> str:
    name, year = claim
    return f"{_LABEL[name]} {year}" if year else _LABEL[name]


def _places(rows: Sequence[RowAt]) -> str:
    """Say where rows stand: `baris 8 dan 9 (a.xlsx, lembar Data)`."""
    places = []
    for _, found in groupby(sorted(rows, key=_order), key=lambda row: _order(row)[:3]):
        own = list(found)
        table = own[0][0].tabel
        sheet = f", lembar {table.lembar}" if table.lembar is not None else ""
        numbers = _and(list(dict.fromkeys(str(one.tabel.baris[i]) for one, i in own)))
        places.append(f"baris {numbers} ({table.berkas}{sheet})")
    return " serta ".join(places)


def _order(row: RowAt) -> tuple[str, str, int, int]:
    """Order rows by what does not depend on the order of files in the call."""
    table = row[0].tabel
    return table.berkas, table.sidik, table.lembar_ke, table.baris[row[1]]


def _and(words: Sequence[str]) -> str:
    return " dan ".join(filter(None, [", ".join(words[:-1]), words[-1]]))


def kept_out(finding: Finding, rows: Iterable[RowAt]) -> list[KeptOut]:
    """Return rows under the finding that keeps them out."""
    return [
        KeptOut(source.tabel.berkas_ke, source.tabel.lembar_ke, source.tabel.baris[i], finding)
        for source, i in rows
    ]


def in_order(findings: Iterable[Finding], files: Sequence[FileRead]) -> list[Finding]:
    """Sort findings by file, sheet, row and column; what concerns a whole file comes first."""
    places: dict[tuple[str, str | None], tuple[int, int]] = {}
    for at, file in enumerate(files):
        for place, name in enumerate(file.lembar):
            places.setdefault((file.sha256, name), (at, place))

    def key(finding: Finding) -> tuple[int, int, int, int, str, str]:
        file = next(
            (
                at
                for at, one in enumerate(files)
                if one.berkas == finding.berkas and one.sha256.startswith(finding.sidik)
            ),
            len(files),
        )
        sheet = -1
        if file < len(files) and (finding.lembar is not None or finding.baris is not None):
            sheet = places.get((files[file].sha256, finding.lembar), (0, len(places)))[1]
        column = finding.kolom or ""
        return file, sheet, finding.baris or 0, len(column), column, finding.kode

    return sorted(findings, key=key)
