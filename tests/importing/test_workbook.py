"""Any file: recognised by content, refused with a way out."""

from __future__ import annotations

import hashlib
import io
import zipfile
from pathlib import Path

import pytest

from ipasn_core.errors import UserError
from ipasn_core.importing.workbook import column_letter, column_number, open_workbook
from ipasn_core.progress import silent
from tests.importing.xlsx_plant import workbook

XLSX = workbook('<row r="1"><c r="A1"><v>1</v></c></row>')
OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(*names: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, "<x/>")
    return stream.getvalue()


@pytest.mark.parametrize("name", ["data.xlsx", "data.csv", "data.xls", "data"])
def test_content_decides_not_the_name(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(XLSX)
    found = open_workbook(path, silent)
    assert (found.berkas, found.ukuran) == (name, len(XLSX))
    assert found.sha256 == hashlib.sha256(XLSX).hexdigest()
    assert found.sheets[0].kolom == ([1.0],)
    path.write_bytes(b"NIP;Nama\n1;Budi\n")
    assert open_workbook(path, silent).sheets[0].kolom == (["NIP", "1"], ["Nama", "Budi"])


@pytest.mark.parametrize(
    ("data", "kode"),
    [
        (b"", "berkas-kosong"),
        (OLE2, "xlsx-rusak"),
        (OLE2 + "EncryptedPackage".encode("utf-16-le"), "berkas-bersandi"),
        (b"%PDF-1.7\n", "format-pdf"),
        (b"\xef\xbb\xbf\r\n<HTML><p>bukan tabel", "xlsx-rusak"),
        (b"<table border=1><tr><td> </td></tr></table>", "xlsx-rusak"),
        (b'<?xml version="1.0"?><Workbook/>', "format-xml"),
        (zipped("xl/workbook.bin"), "xlsx-rusak"),
        (zipped("mimetype", "content.xml"), "bukan-lembar-kerja"),
        (zipped("word/document.xml"), "bukan-lembar-kerja"),
        (zipped("foto.jpg"), "bukan-lembar-kerja"),
        (zipped("xl/workbook.xml"), "xlsx-rusak"),
        (XLSX[:200], "xlsx-rusak"),
        (b"NIP;Nama\n1;\x81\n", "csv-penyandian"),
        (bytes(range(1, 256)), "format-tidak-dikenal"),
        (b"\x89PNG\r\n\x1a\n" + bytes(64), "format-tidak-dikenal"),
    ],
)
def test_what_cannot_be_read_has_a_name_and_a_remedy(
    tmp_path: Path, data: bytes, kode: str
) -> None:
    path = tmp_path / "kiriman.xlsx"
    path.write_bytes(data)
    with pytest.raises(UserError) as caught:
        open_workbook(path, silent)
    assert caught.value.kode == kode
    assert "kiriman.xlsx" in caught.value.pesan
    assert caught.value.perbaikan


def test_missing_folder_and_forbidden(tmp_path: Path) -> None:
    for path, kode in ((tmp_path / "tiada.xlsx", "berkas-tidak-ada"), (tmp_path, "berkas-folder")):
        with pytest.raises(UserError) as caught:
            open_workbook(path, silent)
        assert caught.value.kode == kode


@pytest.mark.parametrize(
    ("nama", "sebab"),
    [("a" * 300 + ".csv", "namanya terlalu panjang"), ("a\0.csv", "namanya tidak sah")],
)
def test_why_the_system_refused_is_told_in_indonesian(
    tmp_path: Path, nama: str, sebab: str
) -> None:
    with pytest.raises(UserError) as caught:
        open_workbook(tmp_path / nama, silent)
    assert caught.value.kode == "berkas-tidak-terbaca"
    assert caught.value.pesan == f"Berkas {nama} tidak dapat dibaca: {sebab}."


def test_a_file_held_by_another_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def held(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "dibuka.xlsx"
    path.write_bytes(XLSX)
    monkeypatch.setattr(Path, "open", held)
    with pytest.raises(UserError) as caught:
        open_workbook(path, silent)
    assert caught.value.kode == "berkas-tanpa-izin"


def test_column_letters() -> None:
    assert [column_letter(n) for n in (1, 26, 27, 702, 703, 16384)] == [
        "A",
        "Z",
        "AA",
        "ZZ",
        "AAA",
        "XFD",
    ]
    assert all(column_number(column_letter(n)) == n for n in range(1, 2000))
    assert column_number("A1") == 0
