"""Where tables end their pages, and how high their rows are."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipasn_core.reports.document import (
    KE_ATAS,
    Baris,
    Document,
    JenisBaris,
    Kertas,
    Kolom,
    Tabel,
    Ukuran,
)
from ipasn_core.reports.numbering import Numbering
from ipasn_core.reports.pdf.fonts import load_faces
from ipasn_core.reports.pdf.table import TableLayout
from tests.reports.sample import HASIL, KAKI, LAPORAN, nominatif, page_texts, pdf_bytes

MEASURE, ROOM = 850.0, 480.0


def lay(tabel: Tabel) -> TableLayout:
    """Lay a table for the landscape page."""
    return TableLayout(tabel, Numbering({}, {}), load_faces(), MEASURE, Kertas.F4)


def breaks(layout: TableLayout, room: float = ROOM) -> list[int]:
    """Return the first row of every page after the first."""
    found, at = [], layout.fill(0, room)
    while at < len(layout.heights):
        found.append(at)
        at = layout.fill(at, room)
    return found


@given(st.lists(st.integers(1, 40), min_size=1, max_size=5))
def test_no_page_tears_a_group_from_its_head_or_a_mean_from_its_rows(sizes: list[int]) -> None:
    tabel = nominatif(*((f"Dinas {at}", size) for at, size in enumerate(sizes)))
    kinds = [baris.jenis for baris in tabel.baris]
    for first in breaks(lay(tabel)):
        assert kinds[first] is not JenisBaris.SUBTOTAL
        assert kinds[first + 1] is not JenisBaris.SUBTOTAL or kinds[first - 2] is not JenisBaris.ISI
        assert kinds[first - 1] is not JenisBaris.KELOMPOK
        if kinds[first] is JenisBaris.ISI:
            assert kinds[first - 2] is not JenisBaris.KELOMPOK


@given(st.lists(st.integers(1, 60), min_size=1, max_size=4), st.floats(120, 600))
def test_every_page_fits(sizes: list[int], room: float) -> None:
    layout = lay(nominatif(*((f"Dinas {at}", size) for at, size in enumerate(sizes))))
    edges = [0, *breaks(layout, room), len(layout.heights)]
    for first, last in pairwise(edges):
        assert layout.head.height + sum(layout.heights[first:last]) <= room + 1e-3


def test_a_row_is_as_high_as_its_longest_cell() -> None:
    layout = lay(nominatif(("Dinas", 2)))
    head, first, _, mean = layout.heights
    leading = layout.look.leading
    assert first - head == pytest.approx(leading)
    assert mean == pytest.approx(head)


def test_text_over_several_rows_heightens_only_the_last() -> None:
    text = "satu dua tiga empat lima enam"
    rows = (Baris((text, "a")), Baris((KE_ATAS, "b")), Baris(("c", "d")))
    kolom = (Kolom("A", 8), Kolom("B", 150))
    layout = lay(Tabel(kolom, rows, ukuran=Ukuran.RAPAT))
    plain = layout.look.leading + 2 * layout.air
    lines = layout.columns[0].cell(text).depth
    assert lines > 2
    assert layout.heights[0] == pytest.approx(plain)
    assert sum(layout.heights[:2]) == pytest.approx(lines * layout.look.leading + 2 * layout.air)
    assert layout.heights[2] == pytest.approx(plain)


def test_a_row_higher_than_the_page_does_not_stop_the_printer() -> None:
    rows = tuple(Baris(("kata " * 400, str(at))) for at in range(3))
    layout = lay(Tabel((Kolom("A", 10), Kolom("B", 100)), rows))
    assert breaks(layout) == [1, 2]


def test_a_total_in_larger_type_keeps_the_comma_and_does_not_move_it() -> None:
    layout = TableLayout(HASIL, Numbering({}, {}), load_faces(), 467.7, Kertas.F4)
    digit = load_faces().regular.width("0", layout.look.size)
    assert layout.columns[2].head == pytest.approx(2 * digit)
    assert layout.columns[3].head == pytest.approx(2 * digit)


def test_heads_and_names_are_carried_to_every_page_of_an_annex() -> None:
    blok = (*LAPORAN.blok[-2:-1], nominatif(("Dinas Satu", 40), ("Dinas Dua", 2)))
    texts = page_texts(pdf_bytes(Document(blok, KAKI)))
    assert len(texts) == 3
    for at, text in enumerate(texts, 1):
        assert "Nama NIP, Golongan" in text
        assert f"Halaman {at} dari 3" in text
    assert "lanjutan" not in texts[0]
    assert "Lampiran, lanjutan" in texts[1]
    assert "Dinas Satu, lanjutan" in texts[1]
    people = [number for text in texts for number in re.findall(r"Ke(\d+), S.Pd", text)]
    assert people == [str(at) for at in range(1, 41)] + ["1", "2"]


def test_on_a4_only_text_columns_shrink() -> None:
    kolom = (Kolom("Nama", 200, susut=33), Kolom("Nilai", 100))
    tabel = Tabel(kolom, (Baris(("a", "b")),))
    mm = 72 / 25.4
    layout = TableLayout(tabel, Numbering({}, {}), load_faces(), 267 * mm, Kertas.A4)
    assert layout.edges == pytest.approx([0, 167 * mm, 267 * mm])
