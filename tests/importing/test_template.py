"""The workbook to hand out: its checks, its words, its bytes, read back by the real reader."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ipasn_core.importing.sheet import Sheet
from ipasn_core.importing.template import (
    HEAD_ROW,
    MAX_INLINE,
    Template,
    nip_check,
    write_template,
)
from ipasn_core.importing.template_fields import PETUNJUK, PILIHAN, Isian, Jenis, Lembar, sheets
from ipasn_core.importing.vocabulary import FIELDS
from ipasn_core.importing.vocabulary_files import vocabulary
from ipasn_core.importing.workbook import open_workbook
from ipasn_core.progress import silent

FORMS: tuple[Jenis, ...] = ("lebar", "riwayat")


def made(jenis: Jenis, *people: dict[str, str], untuk: str = "Dinas A") -> bytes:
    whole = io.BytesIO()
    lembar = sheets(jenis, 100, predikat=True)
    write_template(whole, Template("DATA TAHUN 2021", untuk, lembar, ("Cara:", "Isi."), people))
    return whole.getvalue()


def pages(data: bytes) -> dict[str, Worksheet]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {name: book[name] for name in book.sheetnames}


def read(data: bytes, tmp_path: Path) -> dict[str | None, Sheet]:
    path = tmp_path / "templat.xlsx"
    path.write_bytes(data)
    return {sheet.nama: sheet for sheet in open_workbook(path, silent).sheets}


@pytest.mark.parametrize("jenis", FORMS)
def test_the_bytes_tell_nothing_of_when_they_were_made(jenis: Jenis) -> None:
    assert made(jenis) == made(jenis)
    with zipfile.ZipFile(io.BytesIO(made(jenis))) as archive:
        assert {one.date_time[:3] for one in archive.infolist()} == {(1980, 1, 1)}
        core = archive.read("docProps/core.xml").decode()
    assert re.findall(r"\d{4}-\d\d-\d\d", core) == ["1980-01-01"]


@pytest.mark.parametrize("jenis", FORMS)
def test_every_head_is_known_as_its_field(jenis: Jenis) -> None:
    for lembar in sheets(jenis, 100, predikat=True):
        for isian in lembar.isian:
            head = vocabulary().head(FIELDS[isian.bidang])
            assert head is not None
            assert head.bidang == isian.bidang


@pytest.mark.parametrize("jenis", FORMS)
def test_every_column_is_formatted_and_checked(jenis: Jenis) -> None:
    found = pages(made(jenis))
    wanted = sheets(jenis, 100, predikat=True)
    assert list(found)[: len(wanted) + 1] == [PETUNJUK, *(one.nama for one in wanted)]
    for lembar in wanted:
        page = found[lembar.nama]
        assert [cell.value for cell in page[HEAD_ROW]] == [FIELDS[i.bidang] for i in lembar.isian]
        assert page.max_row == HEAD_ROW
        checks = {
            str(check.sqref).split(":")[0]: check for check in page.data_validations.dataValidation
        }
        for at, isian in enumerate(lembar.isian, start=1):
            letter = get_column_letter(at)
            assert page.column_dimensions[letter].number_format == (isian.format or "General")
            check = checks.pop(f"{letter}{HEAD_ROW + 1}", None)
            if isian.jenis == "teks" and not isian.pilihan:
                assert check is None
                continue
            assert check is not None
            assert check.showErrorMessage
            assert check.errorStyle == "stop"
            assert check.error
        assert checks == {}


def test_the_nip_is_text_and_its_check_is_short_enough() -> None:
    page = pages(made("lebar"))["Pegawai"]
    assert page.column_dimensions["A"].number_format == "@"
    assert len(nip_check("A5")) <= MAX_INLINE
    assert page.data_validations.dataValidation[0].formula1 == nip_check("A5")


def listed(check: object, found: dict[str, Worksheet]) -> list[str]:
    """The words of a drop-down list, wherever they lie."""
    formula = str(getattr(check, "formula1", ""))
    if formula.startswith('"'):
        return formula.strip('"').split(",")
    name, _, place = formula.partition("!")
    return [str(row[0].value) for row in found[name][place.replace("$", "")]]


@pytest.mark.parametrize("jenis", FORMS)
def test_lists_hold_their_words_within_what_excel_takes(jenis: Jenis) -> None:
    found = pages(made(jenis))
    seen = 0
    for lembar in sheets(jenis, 100, predikat=True):
        checks = found[lembar.nama].data_validations.dataValidation
        wanted = [isian.pilihan for isian in lembar.isian if isian.pilihan]
        lists = [check for check in checks if check.type == "list"]
        assert [tuple(listed(check, found)) for check in lists] == wanted
        assert all(len(str(check.formula1)) <= MAX_INLINE + 2 for check in lists)
        assert all("," not in word for words in wanted for word in words)
        seen += len(lists)
    assert seen >= 3
    assert (PILIHAN in found) == (jenis == "riwayat")


def test_people_stand_there_as_text(tmp_path: Path) -> None:
    person = {"nip": "198001012005012001", "nama": "=A+B", "status": "PNS", "jenjang": "Ahli Muda"}
    data = made("lebar", person)
    page = pages(data)["Pegawai"]
    assert (page["A5"].value, page["A5"].data_type) == ("198001012005012001", "s")
    assert page["A5"].number_format == "@"
    assert (page["B5"].value, page["B5"].data_type) == ("=A+B", "s")
    sheet = read(data, tmp_path)["Pegawai"]
    assert sheet.baris(HEAD_ROW)[:3] == ("198001012005012001", "=A+B", "PNS")
    assert sheet.cacat == {}


def test_history_sheets_hold_no_people(tmp_path: Path) -> None:
    person = {"nip": "198001012005012001", "nama": "Ani"}
    found = read(made("riwayat", person), tmp_path)
    assert found["Pegawai"].jumlah_baris == HEAD_ROW + 1
    assert found["Riwayat Diklat"].jumlah_baris == HEAD_ROW


def test_titles_that_begin_like_formulas_stay_text(tmp_path: Path) -> None:
    assert read(made("lebar", untuk="=1+1"), tmp_path)["Pegawai"].baris(1)[0] == "=1+1"


def test_limits_of_days_are_days(tmp_path: Path) -> None:
    check = next(
        one
        for one in pages(made("riwayat"))["Riwayat Diklat"].data_validations.dataValidation
        if one.type == "date"
    )
    first, last = (
        dt.date(1899, 12, 30) + dt.timedelta(days=int(n)) for n in (check.formula1, check.formula2)
    )
    assert (first, last) == (dt.date(1940, 1, 1), dt.date(2100, 12, 31))


def test_a_number_only_year_has_no_predikat() -> None:
    def fields(lembar: Lembar) -> set[str]:
        return {isian.bidang for isian in lembar.isian}

    (numbers,) = sheets("lebar", 120, predikat=False)
    (words,) = sheets("lebar", 120, predikat=True)
    assert fields(words) - fields(numbers) == {"predikat"}
    nilai: Isian = next(one for one in numbers.isian if one.bidang == "nilai")
    assert nilai.batas == (0, 120)
