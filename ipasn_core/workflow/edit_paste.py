"""Rows pasted from a spreadsheet into a person's records: which column is which field.

A row of heads is read as the importer reads heads. Without one, a column is told by what stands in
it: kinds, days, hours; what is left are names, in the order an officer writes them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..errors import IpasnError
from ..formatting import format_nip
from ..importing.vocabulary_files import vocabulary
from ..model import nip as nip_rules
from .edit_form import TAHUN, form_fields
from .edit_values import read_fields, read_year

MOST = 200
"""More rows than these are a spreadsheet's business: they are imported."""

NIP = "nip"
_HEADS: Mapping[str, Mapping[str, str]] = {
    "pengembangan": {
        "jenis_diklat": "jenis",
        "jenis": "jenis",
        "nama_diklat": "nama",
        "nama_diklat_struktural": "nama",
        "nama_diklat_fungsional": "nama",
        "nama_diklat_teknis": "nama",
        "nama_seminar": "nama",
        "nama": "nama",
        "mulai": "mulai",
        "selesai": "selesai",
        "tanggal": "selesai",
        "tahun": "selesai",
        "tahun_latihan": "selesai",
        "jp": "jp",
        "penyelenggara": "penyelenggara",
        "nomor_sertifikat": "nomor",
        "nomor": "nomor",
    },
    "pendidikan": {
        "pendidikan": "tingkat",
        "pendidikan_nama": "tingkat",
        "jurusan": "bidang",
        "sekolah": "sekolah",
        "nomor_ijazah": "nomor",
        "nomor": "nomor",
        "tahun_lulus": "tanggal",
        "tanggal": "tanggal",
        "tahun": "tanggal",
    },
    "hukuman": {
        "tingkat_hukuman": "tingkat",
        "hukuman": "tingkat",
        "jenis_hukuman": "jenis",
        "jenis": "jenis",
        "nomor_sk": "nomor_sk",
        "nomor": "nomor_sk",
        "tanggal_sk": "tanggal_sk",
        "tanggal": "tanggal_sk",
        "tmt": "tmt",
        "masa_bulan": "masa_bulan",
        "berakhir": "berakhir",
        "batal_nomor": "batal_nomor",
        "batal_tanggal": "batal_tanggal",
    },
    "penilaian": {
        "tahun": TAHUN,
        **{
            name: name
            for name in ("nilai", "skp", "perilaku", "predikat", "hasil", "perilaku_kerja")
        },
        "ide_baru": "ide_baru",
        "dasar": "dasar",
    },
}
"""Set → field of a head → field of the record."""

_TOLD_BY = {
    "pengembangan": ("jenis", "mulai", "selesai", "jp"),
    "pendidikan": ("tingkat", "tanggal"),
    "hukuman": ("jenis", "tingkat", "tmt", "tanggal_sk", "masa_bulan"),
    "penilaian": (TAHUN, "predikat", "nilai", "skp", "perilaku"),
}
"""Fields that are told by what stands in a column, in the order they are tried."""
_NUMBERS = frozenset(("jp", "masa_bulan", "nilai", "skp", "perilaku"))
_REST = {
    "pengembangan": ("nama", "penyelenggara", "nomor"),
    "pendidikan": ("bidang", "sekolah", "nomor"),
    "hukuman": ("nomor_sk",),
    "penilaian": (),
}
"""Fields of the columns that are left, in their order."""


@dataclass(frozen=True, slots=True)
class PastedRow:
    """A row as it was understood.

    Attributes:
        isi: Field → text, as a form shows it.
        orang_lain: The NIP in the row, where it is somebody else's; else empty.
    """

    isi: Mapping[str, str]
    orang_lain: str = ""


def read_paste(himpunan: str, text: str, nip: int) -> list[PastedRow]:
    """Return pasted rows as they were understood; nothing where nothing was.

    Args:
        himpunan: A set of records, or "penilaian".
        text: As spreadsheets put it on the clipboard: tabs between cells.
        nip: Into whose records it is pasted.
    """
    lines = csv.reader(io.StringIO(text), delimiter="\t")
    rows = [[cell.strip() for cell in line] for line in lines]
    rows = [row for row in rows if any(row)]
    if not rows:
        return []
    width = max(map(len, rows))
    rows = [row + [""] * (width - len(row)) for row in rows]
    fields = _by_heads(himpunan, rows[0])
    if fields:
        rows = rows[1:]
    else:
        fields = _by_content(himpunan, rows)
    return [_row(himpunan, row, fields, nip) for row in rows]


def _by_heads(himpunan: str, heads: Sequence[str]) -> dict[int, str]:
    """Return column → field of a row of heads; nothing where it is none."""
    known = vocabulary()
    found: dict[int, str] = {}
    for column, text in enumerate(heads):
        head = known.head(text) if text else None
        if head is None:
            continue
        field = NIP if head.bidang == NIP else _HEADS[himpunan].get(head.bidang)
        if field is not None and field not in found.values():
            found[column] = field
    # A single word may be a head by chance: "Seminar" is one, and a kind of course.
    return found if len(found) > 1 else {}


def _by_content(himpunan: str, rows: Sequence[Sequence[str]]) -> dict[int, str]:
    columns = {column: [row[column] for row in rows] for column in range(len(rows[0]))}
    columns = {column: texts for column, texts in columns.items() if any(texts)}
    found = {
        column: NIP
        for column, texts in columns.items()
        if all(_is_nip(text) for text in texts if text)
    }
    for field in _TOLD_BY[himpunan]:
        for column, texts in columns.items():
            if column not in found and _reads(himpunan, field, texts):
                found[column] = field
                break
    rest = iter(_REST[himpunan])
    for column in columns:
        if column not in found and (field := next(rest, "")):
            found[column] = field
    # A single day is the last one, by which a course counts.
    if "mulai" in found.values() and "selesai" not in found.values():
        return {column: "selesai" if one == "mulai" else one for column, one in found.items()}
    return found


def _is_nip(text: str) -> bool:
    digits = nip_rules.clean(text)
    return digits.isascii() and digits.isdigit() and len(digits) == len("198001012005012001")


def _reads(himpunan: str, field: str, texts: Sequence[str]) -> bool:
    """Tell whether at least half of a column's texts can be read as a field."""
    written = [text for text in texts if text]
    good = sum(_reads_one(himpunan, field, text) for text in written)
    return bool(written) and 2 * good >= len(written)


def _reads_one(himpunan: str, field: str, text: str) -> bool:
    if field in _NUMBERS and not _has_figure(text):
        return False
    try:
        if field == TAHUN:
            read_year(text)
        else:
            read_fields(himpunan, {field: text})
    except IpasnError:
        return False
    return True


def _has_figure(text: str) -> bool:
    return any(mark.isdigit() for mark in text)


def _row(himpunan: str, row: Sequence[str], fields: Mapping[int, str], nip: int) -> PastedRow:
    isi = {field: row[column] for column, field in fields.items() if field != NIP and row[column]}
    known = {field.name for field in form_fields(himpunan)}
    digits = next((nip_rules.clean(row[at]) for at, one in fields.items() if one == NIP), "")
    other = format_nip(digits) if digits and digits != str(nip) else ""
    return PastedRow({name: text for name, text in isi.items() if name in known}, other)
