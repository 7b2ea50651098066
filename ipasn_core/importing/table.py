"""`TableRead`: a table of a sheet with its values typed, before anything is merged or compared.

layout and parse make it, plan uses it: the seam between reading one table and judging all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model.finding import Finding
from ..model.vocab import Bukti

Value = int | str | tuple[int, int] | None
"""A typed cell: code, number or date as int, text, or (bentuk, nilai) of a statement; None says
nothing (a blank cell, or a value kept out)."""


@dataclass(frozen=True, slots=True)
class TableRead:
    """One table, row by row in the order of the sheet; columns are parallel to `baris`.

    Attributes:
        berkas_ke: Index of the file in the call.
        lembar_ke: Index of the sheet in its file.
        berkas: File name.
        sidik: sha256 of the file.
        lembar: Sheet name, None for a CSV.
        kepala: Signature of the header: normalised heads joined by "|".
        jenis: "pegawai" (single-valued fields: keadaan, statements, appraisals of a year) or the
            name of a set of `evidence.SET`.
        lembar_pegawai: One row a person with name and jenis jabatan (or jenjang, eselon): who
            stands here is covered by the complete history sheets of the same workbook.
        baris: Row numbers as the file counts them.
        nip: NIP of each row, 0 where it is faulty.
        siapa: NIP as written, else the name, for telling who was kept out.
        isi: Field → values. Fields are names of `evidence` for a set; for "pegawai" those of
            `evidence.KEADAAN`, "pernyataan.<slug of Bukti>", "penilaian.<field>" and
            "penilaian.tahun".
        ditolak: Whether the row was kept out already (faulty NIP, unreadable essential value).
        bukti_baris: For pengembangan the kind of evidence of each row (None where not known),
            otherwise empty.
        bukti: Kinds of evidence that this table speaks of, if it is complete.
        temuan: What was found while reading; rows kept out have at least one.
        kolom: Field, and "nip" → column letter, for findings of the plan.
        nama: What the row has for the person's name, raw, also in a history; empty without column.
    """

    berkas_ke: int
    lembar_ke: int
    berkas: str
    sidik: str
    lembar: str | None
    kepala: str
    jenis: str
    lembar_pegawai: bool
    baris: Sequence[int]
    nip: Sequence[int]
    siapa: Sequence[str]
    isi: Mapping[str, Sequence[Value]]
    ditolak: Sequence[bool]
    bukti_baris: Sequence[Bukti | None]
    bukti: tuple[Bukti, ...]
    temuan: Sequence[Finding]
    kolom: Mapping[str, str]
    nama: Sequence[object] = ()
