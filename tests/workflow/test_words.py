"""Records and journal entries in words."""

from __future__ import annotations

import pytest

from ipasn_core.model.stored import Asal, StoredRecord
from ipasn_core.model.vocab import JenisDiklat, JenisHukuman, Predikat
from ipasn_core.storage.journal import Entry
from ipasn_core.workflow.journal_words import entry_words, moment_words
from ipasn_core.workflow.record_words import exact_text, fields_of, plain_date, record_words

NOWHERE = Asal(None, None, None)


def record(*isi: int | str | None, tahun: int | None = None) -> StoredRecord:
    return StoredRecord(1, 1, tahun, isi, NOWHERE)


@pytest.mark.parametrize(
    ("value", "plain"), [(20210000, "2021"), (20210700, "2021-07"), (20210731, "2021-07-31")]
)
def test_a_date_keeps_its_precision(value: int, plain: str) -> None:
    assert plain_date(value) == plain


def test_records_in_words() -> None:
    course = record(
        int(JenisDiklat.BIMTEK), "bimtek", None, "Arsip", 20210700, None, 750, None, "7"
    )
    assert record_words("pengembangan", course) == (
        "Bimbingan Teknis, Arsip, tanggal mulai Juli 2021, JP 7,5, 7"
    )
    sentence = record(
        None, int(JenisHukuman.PENURUNAN_PANGKAT), "x", None, 20190101, None, 36, None, "8", None
    )
    assert record_words("hukuman", sentence) == (
        "Penurunan pangkat, tanggal SK 1 Januari 2019, masa (bulan) 36, 8"
    )
    year = record(None, 90005, None, int(Predikat.BAIK), None, None, 1, None, tahun=2021)
    assert record_words("penilaian", year) == "tahun 2021, nilai SKP 90,005, baik, ide baru 1"


def test_values_for_programs_are_exact_texts() -> None:
    texts = {field.name: field for field in fields_of("pengembangan")}
    assert exact_text(texts["jp"], 2500) == "25"
    assert exact_text(texts["jp"], 750) == "7.5"
    assert exact_text(texts["jenis"], 3) == "Diklat Teknis"
    assert exact_text(texts["selesai"], 20210201) == "2021-02-01"


def test_the_journal_in_words() -> None:
    isi = {
        "tahun": 2021,
        "berkas": [{"nama": "a.xlsx", "sha256": "x"}],
        "baru": 1200,
        "berubah": 0,
        "tetap": 3,
        "ditolak": 1,
    }
    entry = Entry(1, "2021-12-31T17:30:00+00:00", "x", "impor", isi, None, "", "")  # type: ignore[arg-type]
    assert entry_words(entry) == (
        "Impor a.xlsx ke tahun 2021: 1.200 pegawai baru, 0 berubah, 3 tetap, 1 baris ditolak"
    )
    assert moment_words(entry.waktu, "WITA") == "1 Januari 2022 01.30 WITA"
