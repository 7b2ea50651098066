"""Every file an office sends gives its people, their points, and the findings it must have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.kiriman import baris, bentuk, hasil, isi, keadaan, lain, letak, siasn
from tests.importing.kiriman.jalankan import kirim, proyek_kosong
from tests.importing.kiriman.kiriman import Kiriman

SEMUA = (
    *siasn.DAFTAR,
    *hasil.DAFTAR,
    *letak.DAFTAR,
    *baris.DAFTAR,
    *bentuk.DAFTAR,
    *lain.DAFTAR,
    *isi.DAFTAR,
    *keadaan.DAFTAR,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kosong")


@pytest.mark.parametrize("kiriman", SEMUA, ids=lambda one: one.nama)
def test_kiriman(kiriman: Kiriman, tmp_path: Path, folder: Path) -> None:
    found = kirim(kiriman, tmp_path, proyek_kosong(folder, kiriman.tahun))
    assert found.galat == kiriman.galat
    assert found.temuan == list(kiriman.temuan)
    assert found.orang == dict(kiriman.orang)
    assert found.catatan == kiriman.catatan
    assert found.ditolak == kiriman.ditolak
    assert found.opd.items() >= kiriman.opd.items()
    assert found.nama_orang.items() >= kiriman.nama_orang.items()


def test_every_case_has_a_name_of_its_own() -> None:
    assert len({one.nama for one in SEMUA}) == len(SEMUA) >= 60
