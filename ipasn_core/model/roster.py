"""`Roster`: everybody of one measured year and all their evidence, as immutable arrays.

People stand in the order of their NIP. Codes are `vocab` values, zero where nothing is stated;
dates, hours and points are in the units of `evidence`, `-1` where nothing is stated. Storage fills
a roster by plain SELECTs; windows, fit and sums happen only in `scoring`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from .vocab import Bukti

Int8 = NDArray[np.int8]
Int32 = NDArray[np.int32]
Int64 = NDArray[np.int64]
Bool = NDArray[np.bool_]

ABSENT = -1
"""What a number column holds where the record says nothing (codes and dates hold 0)."""

BLOCK_COLUMNS: dict[str, tuple[str, ...]] = {
    "pendidikan": ("tingkat", "tanggal"),
    "pengembangan": ("jenis", "tingkat", "mulai", "selesai", "jp"),
    "hukuman": ("tingkat", "jenis", "tmt", "tanggal_sk", "masa_bulan", "batal"),
    "penilaian": ("tahun", "nilai", "skp", "perilaku", "predikat", "hasil", "perilaku_kerja")
    + ("ide_baru", "dasar"),
}
"""The columns of each block: numeric fields of `evidence` (plus `tahun` of an appraisal, and
`batal`: 1 where a sentence has a cancelling decree, by number or by date)."""


@dataclass(frozen=True, slots=True)
class Block:
    """Records of one kind, sorted by person (compressed rows).

    Attributes:
        start: int64[n+1]; records of person i are `start[i]:start[i+1]`.
        id: int64[m], the record's id in the project file.
        columns: name → int32[m]; the numeric fields of the record.
    """

    start: Int64
    id: Int64
    columns: Mapping[str, Int32]

    def __getitem__(self, name: str) -> Int32:
        return self.columns[name]

    @property
    def person(self) -> Int64:
        """int64[m]: the index of the person each record belongs to."""
        return np.repeat(np.arange(len(self.start) - 1, dtype=np.int64), np.diff(self.start))

    def __len__(self) -> int:
        return len(self.id)


@dataclass(frozen=True, slots=True)
class Statements:
    """What wide tables assert of one kind of evidence.

    Attributes:
        bentuk: int8[n], `vocab.Bentuk`, 0 where nothing is stated.
        nilai: int32[n], the stated value: a level's code, hundredths of JP, a count.
    """

    bentuk: Int8
    nilai: Int32


@dataclass(frozen=True, slots=True)
class Roster:
    """One year's people and evidence.

    Attributes:
        tahun: The measured year.
        id: int64[n], ids of the people in the project file.
        nip: int64[n], rising.
        nama: Names, with titles.
        jabatan: Posts as written.
        opd_nama: The table that `opd` points into.
        keadaan: code columns: status, kedudukan, golongan, jenis_jabatan, jenjang, eselon,
            jenis_kelamin (int8/int16[n]) and opd (int16[n], index into `opd_nama`, -1 if none).
        rekaman: "pendidikan", "pengembangan", "hukuman", "penilaian" → Block, whose columns are
            those of `BLOCK_COLUMNS`.
        pernyataan: kind of evidence → Statements; kinds nobody states are missing.
        cakupan: kind of evidence → bool[n]: a complete source of this kind was taken in.
        tertahan: kind of evidence → bool[n]: something of this kind was handed in that could not
            be read, so that nothing says there is none; kinds in doubt for nobody are missing.
    """

    tahun: int
    id: Int64
    nip: Int64
    nama: tuple[str, ...]
    jabatan: tuple[str, ...]
    opd_nama: tuple[str, ...]
    keadaan: Mapping[str, NDArray[np.int16]]
    rekaman: Mapping[str, Block]
    pernyataan: Mapping[Bukti, Statements]
    cakupan: Mapping[Bukti, Bool]
    tertahan: Mapping[Bukti, Bool] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.id)

    def stated(self, bukti: Bukti) -> Statements:
        """Return the statements of a kind, all-empty where nobody states it."""
        found = self.pernyataan.get(bukti)
        if found is not None:
            return found
        n = len(self)
        return Statements(np.zeros(n, np.int8), np.zeros(n, np.int32))

    def covered(self, bukti: Bukti) -> Bool:
        """Return bool[n]: whose records of a kind are complete."""
        found = self.cakupan.get(bukti)
        return np.zeros(len(self), np.bool_) if found is None else found

    def in_doubt(self, bukti: Bukti) -> Bool:
        """Return bool[n]: of whom something of a kind could not be read."""
        found = self.tertahan.get(bukti)
        return np.zeros(len(self), np.bool_) if found is None else found
