"""Read the rule cases of `tests/kasus`: who a person is, and what the law gives.

A misspelt key would make a case pass without testing anything, so every key at every depth is
checked against what the scorer and the comparison know.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent.parent / "kasus"
NIP = "198503122010011004"
TAHUN = 2021

INSTRUMEN = (
    "pendidikan", "diklat_kepemimpinan", "diklat_fungsional", "diklat_teknis", "seminar",
    "kinerja", "disiplin",
)  # fmt: skip
PERSON = {
    "status", "nip", "kedudukan", "jenis_jabatan", "jenjang", "eselon", "pendidikan",
    "pengembangan", "penilaian", "hukuman", "pernyataan", "cakupan",
}  # fmt: skip
INNER = {
    "pendidikan": {"tingkat", "tanggal"},
    "pengembangan": {"jenis", "tingkat", "mulai", "selesai", "jp"},
    "penilaian": {
        "tahun", "nilai", "skp", "perilaku", "predikat", "hasil", "perilaku_kerja", "ide_baru",
        "dasar",
    },
    "hukuman": {"tingkat", "jenis", "tmt", "tanggal_sk", "masa_bulan", "batal"},
    "pernyataan": {
        "pendidikan", "diklat_kepemimpinan", "diklat_fungsional", "diklat_teknis", "seminar",
        "hukuman",
    },
    "aturan": {"batas", "tahun_kinerja", "kedudukan_diukur"},
    "harapan": {
        *INSTRUMEN, "kualifikasi", "kompetensi", "indeks", "kategori", "lengkap", "belum",
        "diukur",
    },
}  # fmt: skip
CAKUPAN = {"diklat_kepemimpinan", "diklat_fungsional", "diklat_teknis", "seminar", "hukuman"}
OF_CASE = {"nama", "pasal", "tahun", "aturan", "harapan"}


@dataclass(frozen=True, slots=True)
class Kasus:
    """One rule case.

    Attributes:
        berkas: Name of its file, without the ending.
        nama: The sentence that says what it is about.
        pasal: The article of Perban BKN 8/2019 it applies, or "kategori", "yang diukur".
        tahun: The measured year.
        orang: The person, as the scorer takes it.
        aturan: Parameters of the rule that differ from the default.
        harapan: What the law gives, only as far as the case is about it.
    """

    berkas: str
    nama: str
    pasal: str
    tahun: int
    orang: Mapping[str, Any]
    aturan: Mapping[str, Any]
    harapan: Mapping[str, Any]


def read(folder: Path = FOLDER) -> list[Kasus]:
    """Read all cases of a folder, file by file in the order of their names."""
    kasus_list = []
    for path in sorted(folder.glob("*.toml")):
        isi = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
        if set(isi) != {"kasus"}:
            raise ValueError(f"{path.name}: kunci tidak dikenal {sorted(set(isi) - {'kasus'})}")
        kasus_list += [from_table(path.stem, tabel) for tabel in isi["kasus"]]
    return kasus_list


def from_table(berkas: str, tabel: Mapping[str, Any]) -> Kasus:
    """Build a case from its table in the file.

    Raises:
        ValueError: An unknown key, no expectation, or a covered kind that cannot be covered.
    """
    kunci_asing = set(tabel) - PERSON - OF_CASE
    for nama, dikenal in INNER.items():
        isi = tabel.get(nama, [])
        for satu in isi if isinstance(isi, list) else [isi]:
            kunci_asing |= {f"{nama}.{kunci}" for kunci in set(satu) - dikenal}
    kunci_asing |= {f"cakupan {jenis}" for jenis in set(tabel.get("cakupan", ())) - CAKUPAN}
    if kunci_asing or not tabel.get("harapan"):
        raise ValueError(f"{berkas}: {tabel.get('nama')}: {sorted(kunci_asing) or 'harapan'}")
    orang = {kunci: isi for kunci, isi in tabel.items() if kunci in PERSON}
    return Kasus(
        berkas=berkas,
        nama=tabel["nama"],
        pasal=tabel["pasal"],
        tahun=tabel.get("tahun", TAHUN),
        orang={"nip": NIP, **orang},
        aturan=tabel.get("aturan", {}),
        harapan=tabel["harapan"],
    )
