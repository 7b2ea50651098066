"""Cells: what a value prints as, how it is aligned, how it is wrapped."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipasn_core.formatting import Pembulatan
from ipasn_core.reports.document import BELUM_ADA, Jenis, Kolom, Rata, Sel, Tebal
from ipasn_core.reports.numbering import Numbering
from ipasn_core.reports.pdf.cell import CENTRE, COMMA, LEFT, ColumnSetter, wrap_cell
from ipasn_core.reports.pdf.fonts import load_faces

NOTHING = Numbering({}, {})


def setter(jenis: Jenis, desimal: int | None = None, **more: Rata | Pembulatan) -> ColumnSetter:
    """Return a column 100 points wide at 8 points."""
    pembulatan = more.get("pembulatan", Pembulatan.BULAT)
    rata = more.get("rata")
    assert isinstance(pembulatan, Pembulatan)
    assert rata is None or isinstance(rata, Rata)
    kolom = Kolom("Kepala", 40, jenis, desimal=desimal, pembulatan=pembulatan, rata=rata)
    return ColumnSetter(kolom, 100, load_faces(), 8, NOTHING)


@pytest.mark.parametrize(
    ("jenis", "desimal", "value", "printed"),
    [
        (Jenis.NOMOR, None, 12, "12."),
        (Jenis.BULAT, None, 3395, "3.395"),
        (Jenis.BULAT, None, 0, "0"),
        (Jenis.POIN, None, 22500, "22,5"),
        (Jenis.POIN, 2, 22500, "22,50"),
        (Jenis.POIN, 2, Fraction(41183, 3395), "12,13"),
        (Jenis.POIN, None, Fraction(41183, 3395), "12,13"),
        (Jenis.KENAIKAN, None, 15000, "+15"),
        (Jenis.TANGGAL, None, date(2022, 2, 1), "1 Februari 2022"),
        (Jenis.TEKS, None, "Kepala Seksi", "Kepala Seksi"),
        (Jenis.POIN, 2, None, "–"),
        (Jenis.TEKS, None, None, "–"),
        (Jenis.POIN, 2, BELUM_ADA, "belum ada"),
        (Jenis.TEKS, None, BELUM_ADA, "belum ada"),
    ],
)
def test_values_print(jenis: Jenis, desimal: int | None, value: Sel, printed: str) -> None:
    assert setter(jenis, desimal).cell(value).lines == (printed,)


def test_achievements_are_cut_where_the_column_says_so() -> None:
    column = setter(Jenis.POIN, 2, pembulatan=Pembulatan.POTONG)
    assert column.cell(Fraction(80867, 1000)).lines == ("80,86",)


def test_thousandths_and_points_of_the_same_number_are_told_apart() -> None:
    column = setter(Jenis.POIN, 2)
    assert column.cell(Fraction(15)).lines == ("15,00",)
    assert column.cell(15).lines == ("0,02",)


def test_numbers_align_on_the_comma() -> None:
    column = setter(Jenis.POIN)
    whole, part = column.cell(100000), column.cell(4500)
    assert whole.anchor == part.anchor == COMMA
    digit = load_faces().regular.width("0", 8)
    assert whole.leads[0] == pytest.approx(3 * digit)
    assert part.leads[0] == pytest.approx(digit)
    assert column.head == pytest.approx(3 * digit)
    assert column.tail == pytest.approx(part.tail)
    assert whole.tail == 0


def test_what_is_no_number_is_centred_in_a_column_of_numbers() -> None:
    assert setter(Jenis.POIN).cell(None).anchor == CENTRE
    assert setter(Jenis.POIN).cell(BELUM_ADA).anchor == CENTRE
    assert setter(Jenis.TEKS).cell("a").anchor == LEFT
    assert setter(Jenis.TEKS, rata=Rata.TENGAH).cell("a").anchor == CENTRE


def test_runs_are_kept() -> None:
    cell = setter(Jenis.TEKS).cell((Tebal("Kinerja"), " (Pasal 9)"))
    assert cell.depth == 1
    assert [text for _, text in cell.rich[0].parts] == ["Kinerja", " (Pasal\u00a09)"]


def test_given_breaks_are_kept() -> None:
    lines, size = wrap_cell("Ayu Hidayat\n19930214 202010 2 085, IV/c", 150, load_faces().bold, 8)
    assert lines == ["Ayu Hidayat", "19930214 202010 2 085, IV/c"]
    assert size == 8


def test_a_wide_word_shrinks_a_little_before_it_is_broken() -> None:
    face = load_faces().regular
    room = face.width("Pengadministrasi", 8) * 0.95
    assert wrap_cell("Pengadministrasi", room, face, 8)[0] == ["Pengadministrasi"]
    lines, size = wrap_cell("Pengadministrasi", room / 2, face, 8)
    assert size == pytest.approx(7.2)
    assert "".join(lines) == "Pengadministrasi"


@given(st.text("aWi .,–é\n", max_size=60), st.floats(12, 120))
def test_no_line_of_a_cell_crosses_its_rules(text: str, measure: float) -> None:
    face = load_faces().regular
    lines, size = wrap_cell(text, measure, face, 8)
    assert all(face.width(line, size) <= measure + 1e-3 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
