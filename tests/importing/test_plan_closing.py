"""What closes a stored finding, table by table; the command line's own tests lie in workflow."""

from __future__ import annotations

import dataclasses
import itertools

import pytest

from ipasn_core.importing.plan import Planned
from ipasn_core.importing.table import TableRead, Value
from ipasn_core.model.cards_tables import BERKAS_TAK_TERBACA, KOLOM_GANDA
from ipasn_core.model.cards_values import NILAI_DI_LUAR_SKALA
from ipasn_core.model.change import OpenFinding, Stored
from ipasn_core.model.finding import Finding
from tests.importing.plan_tables import ANI, BUDI, CITRA, Row, after, plan, table

WHO: dict[str, Value] = {"nama": "Ani", "jenis_jabatan": 4}


def faulty(berkas: str = "0.xlsx", baris: int = 2, **more: object) -> Finding:
    isi = {"kolom": "Nilai", "nilai": "191", "batas": "100"}
    base = Finding(NILAI_DI_LUAR_SKALA, isi, berkas, "L0", baris, "C", ANI, str(ANI), "nilai")
    return dataclasses.replace(base, sidik="sha0", **more)  # type: ignore[arg-type]


def wide(*rows: Row, temuan: tuple[Finding, ...] = (), **where: int) -> TableRead:
    return table(
        "pegawai",
        rows,
        fields=("nama", "jenis_jabatan", "penilaian.nilai"),
        temuan=temuan,
        **where,  # type: ignore[arg-type]
    )


def remembered(planned: Planned, stored: Stored | None = None) -> Stored:
    """Return what is stored after a plan, its findings open."""
    made = planned.plan
    kept = tuple(
        OpenFinding(
            id=one.id,
            kode=one.kode,
            berkas=one.berkas or "",
            lembar=one.lembar,
            kepala="kepala" if one.baris else None,
            nip=one.nip,
            siapa=one.siapa,
            bidang=one.bidang,
            tahan=one.tahan,
            menolak_baris=one.menolak_baris,
            jejak=made.jejak.get(one.id),
        )
        for one in made.temuan
    )
    return dataclasses.replace(after(planned, stored), temuan=kept)


def renamed(source: TableRead, **values: object) -> TableRead:
    """Return the table as another file has it."""
    return dataclasses.replace(source, sidik="lain", **values)  # type: ignore[arg-type]


def test_own_row_closes_a_finding_and_another_person_does_not() -> None:
    first = plan(wide((ANI, WHO), temuan=(faulty(),)))
    stored = remembered(first)
    [number] = first.plan.jejak
    clean = wide((ANI, WHO | {"penilaian.nilai": 91_000}))
    assert plan(renamed(clean), stored=stored).plan.selesai == [number]
    other = wide((BUDI, {**WHO, "nama": "Budi"}))
    assert plan(renamed(other), stored=stored).plan.selesai == []


@pytest.mark.parametrize("change", [{"berkas": "b.xlsx"}, {"lembar": "X"}, {"kepala": "lain"}])
def test_another_file_closes_by_the_field_alone(change: dict[str, object]) -> None:
    first = plan(wide((ANI, WHO), temuan=(faulty(),)))
    stored = remembered(first)
    silent = wide((ANI, WHO))
    assert plan(renamed(silent, **change), stored=stored).plan.selesai == []
    clean = wide((ANI, {"penilaian.nilai": 91_000}))
    assert plan(renamed(clean, **change), stored=stored).plan.selesai == [faulty().id]


def test_appraisal_of_another_year_is_another_field() -> None:
    stored = remembered(plan(wide((ANI, WHO), temuan=(faulty(),))))
    for year, closed in ((2020, []), (2021, [faulty().id])):
        row = {"penilaian.nilai": 91_000, "penilaian.tahun": year}
        other = renamed(table("pegawai", [(ANI, row)]), berkas="b.xlsx")
        assert plan(other, stored=stored).plan.selesai == closed


def test_what_is_still_there_is_not_closed() -> None:
    first = wide((ANI, WHO), temuan=(faulty(),))
    stored = remembered(plan(first))
    assert plan(first, stored=stored).plan.selesai == []


def test_conflict_in_the_call_is_no_clean_value() -> None:
    stored = remembered(plan(wide((ANI, WHO), temuan=(faulty(),))))
    rows = [(ANI, WHO | {"penilaian.nilai": n}) for n in (91_000, 92_000)]
    again = plan(renamed(wide(*rows), berkas="b.xlsx"), stored=stored).plan
    assert ([one.kode for one in again.temuan], again.selesai) == (["baris-bertentangan"], [])


def test_closing_does_not_depend_on_the_order_of_tables() -> None:
    first = plan(
        wide((ANI, WHO), (CITRA, {**WHO, "nama": "Citra"}), temuan=(faulty(),)),
        table("pengembangan", [(BUDI, {"jenis": 3, "nama": "Arsip"})], lembar_ke=1),
    )
    stored = remembered(first)
    assert len(stored.temuan) == 2
    tables = [
        renamed(wide((BUDI, {**WHO, "nama": "Budi"}), berkas_ke=0)),
        renamed(table("pengembangan", [(BUDI, {"jenis": 3, "nama": "Arsip"})], berkas_ke=1)),
        renamed(wide((ANI, {"penilaian.nilai": 91_000}), berkas_ke=2)),
    ]
    closed = [plan(*order, stored=stored).plan.selesai for order in itertools.permutations(tables)]
    assert closed == [sorted(one.id for one in stored.temuan)] * 6


def test_file_that_can_be_read_again() -> None:
    unread = Finding(BERKAS_TAK_TERBACA, {"sebab": "x", "saran": "y"}, "0.xlsx", sidik="rusak")
    stored = remembered(plan(wide((ANI, WHO)), temuan=[unread]))
    good = wide((ANI, WHO))
    assert plan(good, stored=stored).plan.selesai == [unread.id]
    still = dataclasses.replace(unread, sidik="sha0")
    assert plan(good, stored=stored, temuan=[still]).plan.selesai == []


def test_sheet_of_the_same_name_from_another_office() -> None:
    isi = {"kolom": "C dan D", "bidang": "nilai"}
    double = Finding(KOLOM_GANDA, isi, "0.xlsx", "L0", 1, "C", sidik="sha0")
    stored = remembered(plan(wide((ANI, WHO)), temuan=[double]))
    stored = dataclasses.replace(stored, hadir={("0.xlsx", "L0"): {ANI: "Dinas A"}})
    theirs = renamed(wide((BUDI, {**WHO, "nama": "Budi"})))
    assert plan(theirs, stored=stored).plan.selesai == []
    assert plan(renamed(wide((ANI, WHO))), stored=stored).plan.selesai == [double.id]


def test_one_finding_of_one_id_is_the_one_that_keeps_the_row_out() -> None:
    one, two = faulty(), faulty(menolak_baris=True, isi={"kolom": "x", "nilai": "y", "batas": "z"})
    for both in ((one, two), (two, one)):
        [left] = plan(wide((ANI, WHO), temuan=both)).plan.temuan
        assert left == two
