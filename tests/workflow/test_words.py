"""Records and journal entries in words."""

from __future__ import annotations

import pytest

from ipasn_core.model.stored import Asal, StoredRecord
from ipasn_core.model.vocab import JenisDiklat, JenisHukuman, Predikat
from ipasn_core.storage.journal import Entry
from ipasn_core.workflow.journal_words import entry_words, moment_words
from ipasn_core.workflow.record_words import (
    RecordLine,
    exact_text,
    fields_of,
    origin_words,
    period_words,
    plain_date,
    record_line,
    record_words,
)

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
    assert record_words("penilaian", year) == "tahun 2021, nilai SKP 90,005, baik, ide baru ya"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (20170703, 20170721, "3–21 Juli 2017"),
        (20170728, 20170802, "28 Juli – 2 Agustus 2017"),
        (20161230, 20170102, "30 Desember 2016 – 2 Januari 2017"),
        (20170703, 20170703, "3 Juli 2017"),
        (20170700, 20170802, "Juli 2017 – 2 Agustus 2017"),
        (0, 20170000, "2017"),
        (20170700, 0, "Juli 2017"),
        (0, 0, ""),
    ],
)
def test_a_period_in_words(first: int, last: int, words: str) -> None:
    assert period_words(first, last) == words


def test_records_as_lines_of_a_list() -> None:
    course = (3, "dt", None, "Arsip", 20170703, 20170721, 750, "BPSDM", "7/A")
    assert record_line("pengembangan", record(*course)) == RecordLine(
        "Arsip",
        "Diklat Teknis · 3–21 Juli 2017",
        "7,5 JP",
        "Penyelenggara BPSDM · Nomor sertifikat 7/A",
        20170721,
    )
    nameless = (3, "dt", None, None, 20170703, None, None, None, None)
    assert record_line("pengembangan", record(*nameless)) == RecordLine(
        "Diklat Teknis", "3 Juli 2017", "", "", 20170703
    )
    degree = record(7, "DIV", "Umum", None, "12", 20100000)
    assert record_line("pendidikan", degree) == RecordLine(
        "D-IV", "Umum · 2010", "", "Nomor ijazah 12", 20100000
    )
    nothing = record(*(None,) * 6)
    assert record_line("pendidikan", nothing).judul == "Tanpa nama"
    year = record(77420, 76830, 78310, 2, None, None, 0, 1, tahun=2021)
    assert record_line("penilaian", year) == RecordLine(
        "Penilaian kinerja 2021",
        "nilai SKP 76,83 · nilai perilaku 78,31",
        "77,42",
        "Ide baru tidak · Dasar skala PP 46/2011",
        20210000,
    )
    sentence = record(1, 1, "lisan", "800/1", 20120601, None, None, None, None, None)
    assert record_line("hukuman", sentence) == RecordLine(
        "Teguran lisan", "ringan · 1 Juni 2012", "", "Nomor SK 800/1", 20120601
    )


def test_where_a_record_came_from() -> None:
    assert origin_words(Asal("a.xlsx", "Diklat", 12)) == "a.xlsx, lembar Diklat, baris\u00a012"
    assert origin_words(Asal("a.csv", None, 3)) == "a.csv, baris\u00a03"
    assert origin_words(NOWHERE) == "ditulis dalam program"


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
