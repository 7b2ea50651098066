"""Every format gives the same table: values, faults, hidden rows, merges, hidden sheets."""

from __future__ import annotations

import contextlib
import datetime
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from ipasn_core.errors import UserError
from ipasn_core.importing.sheet import Cacat, JenisCacat, Sheet
from ipasn_core.importing.workbook import open_workbook
from ipasn_core.progress import Cancelled, silent

from . import format_plant as plant

FORMATS = {
    "xls": plant.xls,
    "ods": plant.ods,
    "xlsb": plant.xlsb,
    "xml2003": plant.xml2003,
}


@pytest.fixture(params=FORMATS, scope="module")
def read(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Sheet]:
    # The ending lies for all of them: the content decides.
    path = tmp_path_factory.mktemp("format") / "kiriman.xlsx"
    path.write_bytes(FORMATS[request.param]())
    return list(open_workbook(path, silent).sheets)


def test_the_sheets_stand_in_order_and_hidden_ones_are_named_alone(read: list[Sheet]) -> None:
    assert [(one.nama, one.terlihat) for one in read] == [("Data", True), ("Rahasia", False)]
    assert read[1].kolom == ()


def test_values_come_as_the_file_types_them(read: list[Sheet]) -> None:
    sheet = read[0]
    assert (sheet.baris_awal, sheet.kolom_awal) == (1, 1)
    assert sheet.baris(0)[0] == "DAFTAR"
    assert sheet.baris(1) == plant.HEAD
    nip, nama, jp, tanggal, sah = sheet.baris(2)
    assert nip == plant.NIP
    assert nama == "Nama Satu, S.Sos."
    assert jp == 24
    assert day_of(tanggal) == plant.DAY
    assert sah is True
    assert sheet.baris(3)[4] is False
    assert sheet.baris(3)[2] == 12.5


def day_of(value: object) -> datetime.date:
    """A day, whether the reader gives it a time of midnight or none."""
    if isinstance(value, datetime.datetime):
        assert value.time() == datetime.time()
        return value.date()
    assert isinstance(value, datetime.date)
    return value


def test_a_numeric_nip_stays_a_number_to_be_found_out(read: list[Sheet]) -> None:
    assert isinstance(read[0].baris(3)[0], (int, float))
    assert not isinstance(read[0].baris(3)[0], bool)


def test_an_error_cell_is_a_fault_not_a_blank(read: list[Sheet]) -> None:
    assert read[0].cacat == {(2 + plant.ERROR, 2): Cacat(JenisCacat.GALAT, "#N/A")}
    assert read[0].baris(2 + plant.ERROR)[2] is None


def test_hidden_rows_are_data_and_said(read: list[Sheet]) -> None:
    assert read[0].baris_tersembunyi == {2 + plant.HIDDEN}
    assert read[0].baris(2 + plant.HIDDEN)[1] == "Tersembunyi"


def test_a_cell_merged_over_rows_gives_its_value_to_each(read: list[Sheet]) -> None:
    assert read[0].baris(6)[1] == "Digabung ke bawah"
    assert read[0].baris(7)[1] == "Digabung ke bawah"
    assert read[0].baris(7)[0] == plant.NIP
    assert (6, 1, 7, 1) in read[0].gabungan


HTML = b"""<!-- diekspor --><html><head><meta http-equiv="Content-Type"
content="text/html; charset=windows-1252"><style>td { color: red }</style></head><body>
<table><tr><td><table border=1>
<tr><th colspan=2>Identitas</th><th rowspan=2>JP</th></tr>
<tr><th>NIP</th><th>NAMA</th></tr>
<tr><td>'198203212011072700</td><td>Siti&nbsp;A\xe9<br>S.Sos.</td><td>24</td></tr>
<tr><td rowspan=2>198203212011072701</td><td>=1+1</td><td>8</td></tr>
<tr><td>Baris kedua</td><td> </td></tr>
</table></td></tr></table>
<table><tr><td></td></tr></table><table><tr><td>Catatan</td></tr></table></body>"""


def test_a_page_gives_its_innermost_tables_with_values(tmp_path: Path) -> None:
    path = tmp_path / "ekspor.xls"
    path.write_bytes(HTML)
    sheets = open_workbook(path, silent).sheets
    assert [one.nama for one in sheets] == ["Tabel 1", "Tabel 2"]
    first = sheets[0]
    assert first.baris(0) == ("Identitas", None, "JP")
    assert first.baris(1) == ("NIP", "NAMA", "JP")
    assert first.baris(2) == ("'198203212011072700", "Siti\xa0Aé\nS.Sos.", "24")
    assert first.baris(3) == ("198203212011072701", "=1+1", "8")
    assert first.baris(4) == ("198203212011072701", "Baris kedua", None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"<table><tr><td rowspan=99999999 colspan=99999999>a</td><td>b</td></tr></table>", "b"),
        (b"<table><tr><td rowspan=-4 colspan=x>a</td><td>b</td></tr></table>", "b"),
        ("<?xml version='1.0'?><html><table><tr><td>é</td><td>b".encode("utf-16"), "b"),
    ],
)
def test_absurd_spans_and_odd_pages_are_read(tmp_path: Path, text: bytes, expected: str) -> None:
    path = tmp_path / "aneh.xls"
    path.write_bytes(text)
    assert open_workbook(path, silent).sheets[0].kolom[-1][0] == expected


def utf16(text: str) -> bytes:
    return text.encode("utf-16-le")


def nested(depth: int) -> bytes:
    return b"<table><tr><td>" * depth + b"isi"


@pytest.mark.parametrize(
    ("make", "kode"),
    [
        (lambda: plant.xls()[:3000], "xlsx-rusak"),
        (lambda: plant.xls().replace(utf16("Workbook"), utf16("Document")), "xlsx-rusak"),
        (lambda: plant.ods()[:-200], "xlsx-rusak"),
        (lambda: plant.xlsb()[:-200], "xlsx-rusak"),
        (lambda: plant.xml2003()[:-200], "xlsx-rusak"),
        (lambda: b"<html><body>tidak ada apa-apa</body></html>", "xlsx-rusak"),
        (lambda: nested(20_000), "xlsx-rusak"),
        (
            lambda: plant.xml2003().replace(b'ss:Index="8"', b'ss:Index="99999999"'),
            "xlsx-rusak",
        ),
        (lambda: plant.xml2003().replace(b'ss:Index="8"', b'ss:Index="2"'), "xlsx-rusak"),
        (
            lambda: plant.xml2003().replace(
                b"<Workbook", b'<!DOCTYPE a [<!ENTITY b "c">]><Workbook', 1
            ),
            "xlsx-doctype",
        ),
        (
            lambda: plant.zipped_ods('<!DOCTYPE a [<!ENTITY b "c">]><a>"Err:</a>'),
            "xlsx-doctype",
        ),
        (
            lambda: plant.zipped_ods("<manifest/>").replace(
                b"<manifest/>", b"encryption-data"[:11], 1
            ),
            "xlsx-rusak",
        ),
    ],
)  # fmt: skip
def test_broken_and_hostile_files_are_refused_calmly(
    tmp_path: Path, make: Callable[[], bytes], kode: str
) -> None:
    path = tmp_path / "rusak.xls"
    path.write_bytes(make())
    with pytest.raises(UserError) as caught:
        open_workbook(path, silent)
    assert caught.value.kode == kode
    assert caught.value.perbaikan


def test_a_locked_old_file_says_so(tmp_path: Path) -> None:
    path = tmp_path / "terkunci.xls"
    # FILEPASS behind the workbook's first record.
    data = plant.xls()
    begin = data.index(b"\x09\x08\x10\x00")
    locked = data[: begin + 20] + b"\x2f\x00\x06\x00\x01\x00\x01\x00\x02\x00" + data[begin + 30 :]
    path.write_bytes(locked)
    with pytest.raises(UserError) as caught:
        open_workbook(path, silent)
    assert caught.value.kode == "berkas-bersandi"


def test_waiting_for_a_reader_can_be_cancelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(step: str, done: int, total: int) -> None:
        raise Cancelled

    from ipasn_core.importing import child  # noqa: PLC0415

    monkeypatch.setattr(child, "_TICK", 0.001)
    path = tmp_path / "data.xls"
    path.write_bytes(plant.xls())
    with pytest.raises(Cancelled):
        open_workbook(path, refuse)


def test_a_reader_that_takes_too_long_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ipasn_core.importing import child  # noqa: PLC0415

    monkeypatch.setattr(child, "_TICK", 0.001)
    monkeypatch.setattr(child, "SECONDS", 0.002)
    path = tmp_path / "data.xls"
    path.write_bytes(plant.xls())
    with pytest.raises(UserError, match="lebih lama"):
        open_workbook(path, silent)


def test_a_process_that_is_slow_to_start_gets_all_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ipasn_core.importing import child  # noqa: PLC0415

    start = child._START
    monkeypatch.setattr(child, "_START", f"import time; time.sleep(0.3); {start}")
    monkeypatch.setattr(child, "_TICK", 0.01)
    path = tmp_path / "data.ods"
    # More than a pipe holds: the rest is written while it is being waited for.
    path.write_bytes(plant.ods() + bytes(1024 * 1024))
    began = time.monotonic()
    with contextlib.suppress(UserError):  # what follows the archive may be refused
        open_workbook(path, silent)
    assert time.monotonic() - began < child.LEAST


def test_a_small_file_is_not_waited_for_as_long_as_a_large_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ipasn_core.importing import child  # noqa: PLC0415

    seen: list[int] = []
    monkeypatch.setattr(child, "_TICK", 0.001)
    monkeypatch.setattr(child, "LEAST", 0.001)
    path = tmp_path / "data.xls"
    path.write_bytes(plant.xls())
    with pytest.raises(UserError, match="lebih lama"):
        open_workbook(path, lambda _text, _done, total: seen.append(total))
    assert max(seen) < child.SECONDS


def test_a_reader_without_memory_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ipasn_core.importing import child  # noqa: PLC0415

    monkeypatch.setattr(child, "_command", lambda *_: ["sh", "-c", f"exit {child._OUT_OF_MEMORY}"])
    path = tmp_path / "data.xls"
    path.write_bytes(plant.xls())
    with pytest.raises(UserError, match="memori"):
        open_workbook(path, silent)
