"""The small report whose text is kept beside this module; run as a module to write it anew."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

from ipasn_core.model.settings import Official
from ipasn_core.reports import berita_acara, groups, lengkap, nominatif, perorangan, rekap
from ipasn_core.reports.numbering import dump
from tests.reports.years import NOW, PEJABAT, SETTINGS, TARGETS, empty_person, seal, year

FOLDER = Path(__file__).parent / "naskah"


def _person(at: int, nama: str, jenis: str, opd: str | None, **more: Any) -> dict[str, Any]:
    known: dict[str, Any] = {
        "nip": 198503122010011000 + at,
        "nama": nama,
        "jenis_jabatan": jenis,
        "opd": opd,
        "golongan": 34,
        "pernyataan": {
            "pendidikan": "s1",
            "diklat_kepemimpinan": "sudah",
            "diklat_fungsional": "sudah",
            "diklat_teknis": "24",
            "seminar": "sudah",
            "hukuman": "tidak_ada",
        },
        "penilaian": [{"tahun": 2021, "nilai": "85.36"}],
    }
    known["pernyataan"] |= more.pop("pernyataan", {})
    return known | more


PEOPLE = (
    _person(1, "Ayu Hidayat, S.Pd.", "fungsional", "Dinas Pendidikan", jabatan="Guru Ahli Muda"),
    _person(
        2, "Bambang Wijaya, M.M.", "struktural", "Dinas Pendidikan", jabatan="Kepala Dinas",
        eselon="II.b", pernyataan={"pendidikan": "s2", "diklat_kepemimpinan": "belum"},
    ),
    _person(
        3, "Citra Lestari", "pelaksana", "Inspektorat Daerah", jabatan="Pengadministrasi Umum",
        pernyataan={"pendidikan": "slta", "diklat_teknis": "7.5"},
        penilaian=[{"tahun": 2021, "nilai": "75.5"}],
    ),
    _person(
        4, "Dewi Anggraini", "pelaksana", None,
        pernyataan={"hukuman": "ringan", "seminar": "belum"}, penilaian=[], golongan=0,
    ),
    empty_person(nip=198503122010011005, nama="Eko Prasetyo", jenis_jabatan="fungsional"),
)  # fmt: skip


PEMERIKSA = Official(
    "verifikator",
    "NAMA PEMERIKSA, S.E.",
    "197501012000012000",
    "Pembina, IV/a",
    "Sekretaris BKPSDM",
)
REVIEWED = berita_acara.Verifikasi(
    tanggal=datetime.date(2022, 1, 28),
    tempat="Contoh",
    telaah="Diperiksa NAMA PEMERIKSA, S.E., 28 Januari 2022",
    jurnal=1204,
    utuh=True,
    pemeriksa=PEMERIKSA,
    pengesah=Official(
        "penanda_tangan", PEJABAT.nama, PEJABAT.nip, PEJABAT.pangkat, "Plt. Kepala BKPSDM"
    ),
)
NOT_REVIEWED = berita_acara.Verifikasi(
    None, "", "Tidak ada verifikator terdaftar", 3, False, None, None
)


def texts() -> dict[str, str]:
    """Return the text of every report that is kept, by file name."""
    signed = seal(replace(PEJABAT, jabatan="a.n. Wali Kota Contoh Sekretaris Daerah"))
    settings = replace(SETTINGS, kertas="a4", urutan_opd=("Dinas Pendidikan",), tembusan=())
    state, draft = year(PEOPLE, targets=TARGETS), year(PEOPLE, settings)
    agency = state.instansi
    listed = groups.by_opd(state)
    told = {"diklat_kepemimpinan": "Diklat Kepemimpinan Tingkat IV, 3 Maret 2014"}
    return {
        "lengkap.txt": dump(lengkap.build(state, signed, NOW)),
        "lengkap-draf.txt": dump(lengkap.build(draft, None, NOW)),
        "rekap.txt": dump(rekap.build(state, signed, NOW)),
        "rekap-draf.txt": dump(rekap.build(draft, None, NOW)),
        "nominatif.txt": dump(nominatif.build(state, listed, "", signed, NOW)),
        "perorangan.txt": dump(perorangan.build(state, 1, agency, told, signed, NOW)),
        "berita-acara.txt": dump(berita_acara.build(state, REVIEWED, signed, NOW)),
        "berita-acara-draf.txt": dump(berita_acara.build(draft, NOT_REVIEWED, None, NOW)),
        "perorangan-kurang.txt": dump(perorangan.build(draft, 3, agency, {}, None, NOW)),
    }


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for name, text in texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
