"""Text tables as offices send them: delimiters, encodings, quotes."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipasn_core.errors import UserError
from ipasn_core.importing import csv_text
from ipasn_core.importing.sheet import Sheet
from ipasn_core.progress import silent


def read_one(text: str | bytes) -> Sheet:
    data = text.encode() if isinstance(text, str) else text
    assert csv_text.recognises(data)
    (sheet,) = csv_text.read(data, "uji.csv", silent)
    return sheet


def refused(data: bytes) -> UserError:
    with pytest.raises(UserError) as caught:
        csv_text.read(data, "uji.csv", silent)
    assert "uji.csv" in caught.value.pesan
    assert caught.value.perbaikan
    return caught.value


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found_below_title_lines(delimiter: str) -> None:
    text = "DAFTAR PEGAWAI, KOTA X\n\n" + "\n".join(
        delimiter.join(row)
        for row in (["NIP", "Nama", "Nilai"], ["1", "Budi", "80"], ["2", "Siti", "90"])
    )
    sheet = read_one(text)
    assert sheet.baris(2) == ("NIP", "Nama", "Nilai")
    assert sheet.baris(1) == (None, None, None)
    assert sheet.alamat(3, 1) == (4, "B")
    assert (sheet.nama, sheet.terlihat) == (None, True)


def test_decimal_commas_and_degrees_do_not_mislead() -> None:
    text = "NIP;Nama;SKP\n1;Budi, S.Pd;80,5\n2;Siti, S.E;90,1\n3;Ani, M.M;70,2\n"
    assert read_one(text).kolom[2] == ["SKP", "80,5", "90,1", "70,2"]


def test_one_column_is_a_table() -> None:
    assert read_one("NIP\n1\n2\n").kolom == (["NIP", "1", "2"],)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    sheet = read_one("Nama;Nilai\r\nAndré – “A”;1\r\n".encode(encoding))
    assert sheet.kolom == (["Nama", "André – “A”"], ["Nilai", "1"])


def test_the_line_that_names_the_delimiter_is_counted_and_taken_off() -> None:
    sheet = read_one("sep=;\r\nNIP;Nama, gelar\r\n1;a,b\r\n")
    assert sheet.kolom == (["NIP", "1"], ["Nama, gelar", "a,b"])
    assert sheet.alamat(0, 0) == (2, "A")
    assert read_one('"sep=|"\nNIP|Nama\n1|x\n').kolom == (["NIP", "1"], ["Nama", "x"])


def test_records_are_counted_not_lines() -> None:
    sheet = read_one('NIP,Nama\n1,"Budi\nSantoso"\n\n2,Siti\n')
    assert sheet.kolom[1] == ["Nama", "Budi\nSantoso", None, "Siti"]
    assert sheet.alamat(3, 0) == (4, "A")


def test_ragged_rows_keep_what_they_have() -> None:
    assert read_one("a,b\n1\n1,2,3\n\n\n").kolom == (
        ["a", "1", "1"],
        ["b", None, "2"],
        [None, None, "3"],
    )


def test_the_quote_before_a_formula_is_taken_off_and_no_other() -> None:
    values = ["'=1+1", "'+62", "'-", "'@x", "'\tx", "'199001012015011001", "''=", "'", "=1"]
    stream = io.StringIO()
    csv.writer(stream).writerows([[value, "x"] for value in values])
    assert read_one(stream.getvalue()).kolom[0] == [
        "=1+1",
        "+62",
        "-",
        "@x",
        "\tx",
        "'199001012015011001",
        "''=",
        "'",
        "=1",
    ]


def test_what_cannot_be_read_is_said() -> None:
    assert refused(b"NIP,Nama\n1,\x00\n").kode == "csv-nul"
    assert refused(b"NIP,Nama\n1,\x81\n").kode == "csv-penyandian"
    assert refused(b"\n\n,,\n").kode == "berkas-kosong"
    error = refused(b'NIP,Nama\n1,"Budi\n2,Siti\n')
    assert error.kode == "csv-kutip"
    assert "baris 2" in error.pesan
    assert not csv_text.recognises(b"PK\x03\x04")


# Control characters are what tells other files from text.
NO_TEXT = "".join(map(chr, set(range(32)) - set(b"\t\n\v\f\r"))) + "\ufeff"
TEXT = st.text(st.characters(exclude_characters=NO_TEXT, codec="utf-8"), max_size=8)


@given(st.lists(st.lists(TEXT, min_size=3, max_size=3), min_size=2, max_size=6))
def test_what_a_writer_quotes_reads_back(rows: list[list[str]]) -> None:
    stream = io.StringIO()
    csv.writer(stream, delimiter=";", quoting=csv.QUOTE_ALL).writerows([["a", "b", "c"], *rows])
    text = "sep=;\n" + stream.getvalue()
    sheet = read_one(text)
    for n, row in enumerate(rows[: sheet.jumlah_baris - 1], start=1):
        expected = [value[1:] if value.startswith(csv_text.GUARDED) else value for value in row]
        assert sheet.baris(n) == tuple(value or None for value in expected)
