"""Recaps: recomputed from every person's points; sheets, charts and paper say the same."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from dataclasses import replace
from fractions import Fraction

import numpy as np
import openpyxl
import pytest

from ipasn_core.formatting import plain_number
from ipasn_core.reports import recap_paper
from ipasn_core.reports.chart_values import JenisGrafik
from ipasn_core.reports.csv_text import write_lembar as write_csv
from ipasn_core.reports.document import Tabel
from ipasn_core.reports.recap_chart import recap_chart
from ipasn_core.reports.recap_groups import (
    GROUPINGS,
    TIDAK_DISEBUT,
    Recap,
    RecapRow,
    below_target,
    build,
)
from ipasn_core.reports.recap_sheet import (
    SELURUHNYA,
    JenisSel,
    Tingkat,
    cross_sheet,
    figures,
    full_sheet,
    in_order,
    written,
)
from ipasn_core.reports.xlsx import write_lembar as write_xlsx
from ipasn_core.scoring.year_state import YearState
from tests.reports.years import NOW, TARGETS, random_people, seal, year

OPD = ("Dinas B", "Badan A", None, "Dinas A")


@pytest.fixture(scope="module")
def state() -> YearState:
    people = random_people(120, OPD)
    for at, one in enumerate(people):
        one["status"] = "CPNS" if at % 17 == 0 else "PNS"
    return year(people, targets=TARGETS)


def behind(state: YearState, row: RecapRow) -> set[int]:
    return set(row.orang.tolist())


def assert_row(state: YearState, row: RecapRow) -> None:
    """The figures of a row are those of the people behind it, one by one."""
    who = sorted(row.orang.tolist())
    scores, count = state.scores, len(who)
    assert row.kelompok.jumlah == count > 0
    assert all(scores.diukur[i] for i in who)
    for d in range(len(state.edition.dimensi)):
        mean = sum((Fraction(int(scores.dimensi[d, i]), 1000) for i in who), Fraction(0)) / count
        assert row.kelompok.mean(d) == mean
    indeks = sum((Fraction(int(scores.indeks[i]), 1000) for i in who), Fraction(0)) / count
    assert row.indeks == indeks
    target = state.target_indeks
    assert target is not None
    below = [i for i in who if Fraction(int(scores.indeks[i]), 1000) < target]
    assert row.di_bawah == len(below)
    assert sorted(below_target(state, row).tolist()) == below
    assert row.kelompok.belum_lengkap == sum(not scores.lengkap[i] for i in who)


@pytest.mark.parametrize("key", GROUPINGS)
def test_every_row_is_the_sum_of_its_people(state: YearState, key: str) -> None:
    other = next(one for one in GROUPINGS if one != key)
    recap = build(state, (key, other))
    everybody = set(np.flatnonzero(state.scores.diukur).tolist())
    assert recap.seluruh is not None
    assert behind(state, recap.seluruh) == everybody
    for rows in (recap.kelompok, recap.kolom, recap.daun):
        assert sum(len(row.orang) for row in rows) == len(everybody)
        assert set().union(*(behind(state, row) for row in rows)) == everybody
    for row in (*in_order(recap), *recap.kolom, recap.seluruh):
        assert_row(state, row)
    for group, parts in zip(recap.kelompok, recap.bagian, strict=True):
        assert behind(state, group) == set().union(*(behind(state, part) for part in parts))
        assert all(part.kunci[0] == group.kunci[0] for part in parts)


def test_perangkat_daerah_stand_as_offices_list_them(state: YearState) -> None:
    names = [row.kunci[0] for row in build(state, ["opd"]).kelompok]
    assert names == ["Dinas A", "Dinas B", "Badan A", TIDAK_DISEBUT]
    listed = replace(state.settings, urutan_opd=("Badan A",))
    names = [row.kunci[0] for row in build(replace(state, settings=listed), ["opd"]).kelompok]
    assert names[0] == "Badan A"


def test_some_of_the_people_alone(state: YearState) -> None:
    opd = state.roster.opd_nama.index("Dinas A")
    among = np.flatnonzero(state.roster.keadaan["opd"] == opd)
    recap = build(state, ["jenis_jabatan"], among, "Dinas A")
    assert recap.seluruh is not None
    assert recap.seluruh.kunci == ("Dinas A",)
    assert behind(state, recap.seluruh) == set(among[state.scores.diukur[among]].tolist())
    assert recap.acuan == state.instansi.indeks
    nobody = build(state, ["opd", "jenjang"], among[:0])
    assert (nobody.kelompok, nobody.daun, nobody.seluruh) == ((), (), None)


def test_without_a_target_nobody_is_below_it(state: YearState) -> None:
    free = year(random_people(12, OPD))
    recap = build(free, ["opd"])
    assert {row.di_bawah for row in recap.kelompok} == {None}
    assert below_target(free, recap.kelompok[0]).tolist() == []
    assert not any(column.atas.startswith("Di bawah") for column in full_sheet(recap).kolom)
    assert len(figures(free)) == len(figures(state)) - 2


# Sheets -------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def recap(state: YearState) -> Recap:
    return build(state, ("opd", "jenis_jabatan"))


def test_a_sheet_holds_exact_values(state: YearState, recap: Recap) -> None:
    sheet = full_sheet(recap)
    assert sheet.menurut == "Menurut perangkat daerah dan jenis jabatan"
    assert sheet.kolom[3].nama == "Nilai rata-rata: Kualifikasi"
    assert [row.sel[:2] for row in sheet.baris[:2]] == [
        ("Dinas A", SELURUHNYA),
        recap.bagian[0][0].kunci,
    ]
    assert sheet.baris[0].tingkat is Tingkat.KEPALA
    last = sheet.baris[-1]
    assert (last.tingkat, last.sel[0]) == (Tingkat.JUMLAH, "Pemerintah Kota Contoh")
    at = [column.kepala for column in sheet.kolom].index("Selisih dari instansi")
    assert last.sel[at] == 0
    first = recap.kelompok[0]
    assert state.instansi.indeks is not None
    assert sheet.baris[0].sel[at] == first.indeks - state.instansi.indeks
    chosen = full_sheet(recap, recap.bagian[0][:1], whole=False)
    assert [row.tingkat for row in chosen.baris] == [Tingkat.BAGIAN]


def test_figures_are_written_as_seen() -> None:
    assert written(Fraction(-7, 12), JenisSel.SELISIH) == "−0,58"
    assert written(Fraction(7, 12), JenisSel.SELISIH) == "+0,58"
    assert written(Fraction(0), JenisSel.SELISIH) == "0,00"
    assert written(Fraction(1643 * 100, 3395), JenisSel.PERSEN) == "48,4%"
    assert written(3395, JenisSel.BULAT) == "3.395"
    assert written(None, JenisSel.NILAI) == ""


def test_a_cross_table_has_every_pair(state: YearState, recap: Recap) -> None:
    figure = figures(state)[0]
    sheet = cross_sheet(recap, figure)
    across = [row.kunci[0] for row in recap.kolom]
    assert [column.kepala for column in sheet.kolom] == ["Perangkat daerah", *across, "Seluruhnya"]
    pairs = {row.kunci: row.indeks for row in recap.daun}
    for row, group in zip(sheet.baris[:-1], recap.kelompok, strict=True):
        name = group.kunci[0]
        assert row.sel == (name, *(pairs.get((name, one)) for one in across), group.indeks)
    assert sheet.baris[-1].sel[1:] == (*(row.indeks for row in recap.kolom), state.instansi.indeks)


def test_a_workbook_holds_numbers(state: YearState, recap: Recap) -> None:
    sheet, buffer = full_sheet(recap), io.BytesIO()
    write_xlsx(sheet, buffer)
    rows = list(openpyxl.load_workbook(buffer).active.iter_rows())  # type: ignore[union-attr]
    assert [cell.value for cell in rows[0]] == [column.nama for column in sheet.kolom]
    assert len(rows) == 1 + len(sheet.baris)
    for cells, row in zip(rows[1:], sheet.baris, strict=True):
        for cell, value, column in zip(cells, row.sel, sheet.kolom, strict=True):
            if isinstance(value, str):
                assert cell.value == value
                continue
            assert isinstance(cell.value, int | float)
            shown = cell.value * 100 if column.jenis is JenisSel.PERSEN else cell.value
            assert value is not None
            assert shown == pytest.approx(float(value))
            assert cell.number_format != "General"


def test_csv_holds_what_is_seen(recap: Recap) -> None:
    sheet, buffer = full_sheet(recap), io.BytesIO()
    write_csv(sheet, buffer)
    rows = list(csv.DictReader(io.StringIO(buffer.getvalue().decode("utf-8"), newline="")))
    assert len(rows) == len(sheet.baris)
    first = recap.kelompok[0]
    assert rows[0]["Perangkat daerah"] == "Dinas A"
    assert rows[0]["Pegawai"] == str(first.kelompok.jumlah)
    assert rows[0]["Nilai rata-rata: Indeks"] == plain_number(first.indeks, 2)


def test_paper_holds_the_same_rows(state: YearState, recap: Recap) -> None:
    sheet = full_sheet(recap)
    document = recap_paper.build(state, sheet, "", None, NOW)
    table = next(block for block in document.blok if isinstance(block, Tabel))
    rows = list(table.baris)
    assert len(rows) == len(sheet.baris)
    assert rows[0].sel[2] == sheet.baris[0].sel[2]
    assert rows[0].sel[7] == sheet.baris[0].sel[7] == recap.kelompok[0].indeks
    assert round(sum(column.lebar for column in table.kolom), 6) == 300
    assert "DRAF" in str(document.tanda)
    signed = recap_paper.build(state, sheet, "Dinas A", seal(), NOW)
    assert signed.tanda is None


# Charts -------------------------------------------------------------------------------------------


def test_means_are_dots_counts_are_bars_from_0(state: YearState, recap: Recap) -> None:
    kinds = defaultdict(list)
    for figure in figures(state):
        chart = recap_chart(recap, figure)
        kinds[chart.jenis].append(figure.nama)
        assert [row.nilai for row in chart.baris] == [figure.nilai(r) for r in in_order(recap)]
        assert [row.kode for row in chart.baris[:2]] == [0, 1]
        assert chart.skala.atas >= max(row.nilai or 0 for row in chart.baris)
    assert kinds[JenisGrafik.BATANG] == ["Pegawai", "Di bawah target", "Di bawah target (%)"]
    assert len(kinds[JenisGrafik.TITIK]) == 1 + len(state.edition.dimensi)


def test_a_mark_leads_to_the_people_it_counts(state: YearState, recap: Recap) -> None:
    below = next(one for one in figures(state) if one.nama == "Di bawah target")
    for row, mark in zip(in_order(recap), recap_chart(recap, below).baris, strict=True):
        assert mark.orang.tolist() == state.roster.id[below_target(state, row)].tolist()
        assert mark.nilai == len(mark.orang)
    index = recap_chart(recap, figures(state)[0])
    assert len(index.baris[0].orang) == recap.kelompok[0].kelompok.jumlah
    assert index.baris[1].kalimat.startswith("Dinas A, ")
    assert "Tertinggi" in index.alt
