"""The vocabulary forgives what offices vary, and is itself read strictly."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipasn_core.errors import RuleError
from ipasn_core.importing.vocabulary import FIELDS, key
from ipasn_core.importing.vocabulary_files import load, vocabulary
from ipasn_core.model.vocab import (
    JenisDiklat,
    JenisHukuman,
    JenisJabatan,
    Jenjang,
    Pendidikan,
    Status,
    label,
)
from ipasn_core.resources import resource

SAMPLE_HEADS = """
No;nomor_urut NIP;nip Nama;nama Status;status Jenis Kelamin;jenis_kelamin Golongan;golongan
Jenis Jabatan;jenis_jabatan Jenjang Jabatan;jenjang Nama Jabatan;jabatan Perangkat Daerah;opd
Pendidikan;pendidikan_nama Diklat Kepemimpinan;diklat_kepemimpinan
Diklat Fungsional;diklat_fungsional JP Diklat Teknis;diklat_teknis Seminar/Workshop;seminar
Nilai Kinerja;nilai Hukuman Disiplin;hukuman Tingkat Pendidikan;pendidikan Jurusan;jurusan
Tahun Lulus;tahun_lulus Jenis Diklat;jenis_diklat Nama Diklat;nama_diklat Tanggal Mulai;mulai
Tanggal Selesai;selesai Jumlah JP;jp Penyelenggara;penyelenggara Nomor Sertifikat;nomor_sertifikat
Tahun;tahun Nilai SKP;skp Nilai Perilaku Kerja;perilaku Tingkat Hukuman;tingkat_hukuman
Jenis Hukuman;jenis_hukuman Nomor SK;nomor_sk Tanggal SK;tanggal_sk NIP LAMA;abaikan NIK;abaikan
nipBaru;nip namaKursus;nama_diklat nilaiPrestasiKerja;nilai jumlahJam;jp UNOR (1);opd
L/P;jenis_kelamin
"""


def pairs() -> list[tuple[str, str]]:
    found = []
    head: list[str] = []
    for word in SAMPLE_HEADS.split():
        text, mark, field = word.partition(";")
        head.append(text)
        if mark:
            found.append((" ".join(head), field))
            head = []
    return found


@pytest.mark.parametrize(("text", "field"), pairs())
def test_heads_of_real_files(text: str, field: str) -> None:
    for spelling in (text, text.upper(), text.replace(" ", "_"), f"  {text} "):
        head = vocabulary().head(spelling)
        assert head is not None
        assert head.bidang == field


def test_years_and_brackets_in_heads_are_forgiven() -> None:
    vocab = vocabulary()
    for text in ("Nilai Kinerja 2021", "Nilai Kinerja Tahun 2021", "Nilai Kinerja (0-100)"):
        head = vocab.head(text)
        assert head is not None
        assert head.bidang == "nilai"
    assert vocab.head("") is None
    assert vocab.head("Zodiak") is None


def test_every_field_that_a_head_means_has_a_name() -> None:
    assert {head.bidang for head in vocabulary().kepala.values()} == FIELDS.keys()
    for bidang, name in FIELDS.items():
        head = vocabulary().head(name)
        assert bidang == "abaikan" or (head is not None and head.bidang == bidang)


def test_the_name_of_every_code_leads_back_to_it() -> None:
    nilai = vocabulary().nilai
    lists = {
        "pendidikan": Pendidikan,
        "jenis_jabatan": JenisJabatan,
        "jenjang": Jenjang,
        "status": Status,
        "jenis_diklat": JenisDiklat,
        "jenis_hukuman": JenisHukuman,
    }
    for name, codes in lists.items():
        for code in codes:
            assert nilai[name].find(label(code)) == code, (name, label(code))


@given(st.text(max_size=30))
def test_key_is_stable(text: str) -> None:
    assert key(key(text)) == key(text)
    assert key(f" {text} ") == key(text)


FAULTS = [
    ("kepala.toml", "[zodiak]\nkepala = []\n", "bidang tidak dikenal: zodiak"),
    ("kepala.toml", '[nip]\nkepala = ["Nama"]\n[nama]\nkepala = ["NAMA"]\n', "“NAMA” ada pada nip"),
    ("kepala.toml", "[nip]\njudul = []\n", "tidak dikenal: judul"),
    ("kepala.toml", "[nip]\nkepala = [1]\n", "daftar teks"),
    ("kepala.toml", "[nip", "kepala.toml"),
    ("nilai.toml", "+[zodiak]\nleo = []\n", "daftar tidak dikenal: zodiak"),
    ("nilai.toml", "-s3 = [|s4 = [", "[pendidikan]: kode tidak dikenal: s4"),
    ("nilai.toml", '-s3 = [|s3 = ["S-2",', "“S-2” ada pada dua kode"),
    ("nilai.toml", "-[dasar]|[alas]", "daftar tidak ada: dasar"),
    ("nilai.toml", "-99 = [|sembilan = [", "[kedudukan]: kode tidak dikenal: sembilan"),
]


@pytest.mark.parametrize(("name", "change", "words"), FAULTS)
def test_faults_name_file_and_key(tmp_path: Path, name: str, change: str, words: str) -> None:
    shutil.copytree(resource("kosakata"), tmp_path, dirs_exist_ok=True)
    path = tmp_path / name
    text = path.read_text(encoding="utf-8")
    if change.startswith("+"):
        text += change[1:]
    elif change.startswith("-"):
        old, new = change[1:].split("|")
        assert old in text
        text = text.replace(old, new, 1)
    else:
        text = change
    path.write_text(text, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load(tmp_path)
    assert words in caught.value.pesan
    assert name in caught.value.pesan
