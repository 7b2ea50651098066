"""What holds for every call: order and cuts change nothing, twice is once, blanks say nothing."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

from hypothesis import given
from hypothesis import strategies as st

from ipasn_core.importing.plan import Planned
from ipasn_core.importing.table import TableRead, Value
from ipasn_core.model.change import Stored
from tests.importing.plan_tables import ANI, BUDI, CITRA, Row, after, evidence, plan, table

PEOPLE = st.sampled_from((ANI, BUDI, CITRA))


def row(fields: Mapping[str, st.SearchStrategy[Value]]) -> st.SearchStrategy[Row]:
    maybe = {name: st.none() | values for name, values in fields.items()}
    return st.tuples(PEOPLE, st.fixed_dictionaries(maybe))


WIDE = row(
    {
        "nama": st.sampled_from(("Ani", "Budi")),
        "jenis_jabatan": st.just(2),
        "opd": st.sampled_from(("A", "a", "B")),
        "pernyataan.pendidikan": st.sampled_from(((3, 8), (3, 9))),
        "penilaian.nilai": st.sampled_from((80_000, 90_000)),
    }
)
YEARS = row(
    {
        "nama": st.sampled_from(("ani", "budi")),
        "penilaian.nilai": st.sampled_from((80_000, 90_000)),
        "penilaian.skp": st.sampled_from((70_000, 71_000)),
        "penilaian.tahun": st.sampled_from((2020, 2021)),
    }
)
COURSES = row({"jenis": st.sampled_from((3, 9)), "nama": st.sampled_from("AB")})
SENTENCES = row({"tingkat": st.sampled_from((1, 2))})
ROWS = st.fixed_dictionaries(
    {
        "pegawai": st.lists(WIDE, max_size=6),
        "penilaian": st.lists(YEARS, max_size=4),
        "pengembangan": st.lists(COURSES, max_size=5),
        "hukuman": st.lists(SENTENCES, max_size=3),
    }
)
FIELDS = {
    "pegawai": ("nama", "jenis_jabatan", "opd", "pernyataan.pendidikan", "penilaian.nilai"),
    "penilaian": ("nama", "penilaian.nilai", "penilaian.skp", "penilaian.tahun"),
    "pengembangan": ("jenis", "nama"),
    "hukuman": ("tingkat",),
}
CAKUP = st.sampled_from(((), ("semua",), ("tambahan",)))
Rows = dict[str, list[Row]]


def one_file(rows: Rows, *, berkas_ke: int = 0) -> list[TableRead]:
    return [
        table(
            "pegawai" if kind == "penilaian" else kind,
            rows[kind],
            berkas_ke=berkas_ke,
            lembar_ke=at,
            fields=fields,
        )
        for at, (kind, fields) in enumerate(FIELDS.items())
    ]


def told(planned: Planned, stored: Stored) -> tuple[object, ...]:
    """Return what a plan comes to, addresses apart."""
    plan = planned.plan
    return (
        evidence(after(planned, stored)),
        plan.orang,
        plan.ditolak,
        plan.ganda,
        sorted((f.kode, f.nip, f.isi.get("bidang", "")) for f in plan.temuan),
        planned.berguna,
    )


def shuffled(rows: Sequence[Row], seed: int) -> list[Row]:
    dice = random.Random(seed)
    mixed: list[Row] = [(nip, dict(dice.sample(list(v.items()), len(v)))) for nip, v in rows]
    dice.shuffle(mixed)
    return mixed


@given(before=ROWS, rows=ROWS, cakup=CAKUP, seed=st.integers(0, 9))
def test_the_order_of_tables_rows_and_columns_changes_nothing(
    before: Rows, rows: Rows, cakup: tuple[str, ...], seed: int
) -> None:
    stored = after(plan(*one_file(before)))
    tables = one_file({kind: shuffled(own, seed) for kind, own in rows.items()})
    random.Random(seed).shuffle(tables)
    straight = plan(*one_file(rows), stored=stored, cakup=cakup)
    assert told(plan(*tables, stored=stored, cakup=cakup), stored) == told(straight, stored)


@given(before=ROWS, rows=ROWS, parts=st.integers(2, 4))
def test_cutting_the_tables_of_a_call_changes_nothing_where_coverage_is_the_same(
    before: Rows, rows: Rows, parts: int
) -> None:
    stored = after(plan(*one_file(before)))
    cut = [
        piece
        for at in range(parts)
        for piece in one_file({k: own[at::parts] for k, own in rows.items()}, berkas_ke=at)
    ]
    whole = plan(*one_file(rows), stored=stored, cakup=("semua",))
    pieces = plan(*cut, stored=stored, cakup=("semua",))
    # Strangers are told sheet by sheet: only how many sheets they stand on differs.
    for planned in (whole, pieces):
        assert len({(f.nip, f.lembar, f.berkas, f.baris) for f in planned.plan.temuan}) == len(
            planned.plan.temuan
        )
    a, b = told(whole, stored), told(pieces, stored)
    assert a[:4] == b[:4]
    assert {f.kode for f in whole.plan.temuan} == {f.kode for f in pieces.plan.temuan}


@given(rows=ROWS, cakup=CAKUP, ganti=st.booleans())
def test_the_same_call_a_second_time_changes_nothing(
    rows: Rows, cakup: tuple[str, ...], ganti: bool
) -> None:
    first = plan(*one_file(rows), cakup=cakup, ganti=ganti)
    again = plan(*one_file(rows), stored=after(first), cakup=cakup, ganti=ganti)
    assert again.plan.kosong
    assert set(again.plan.orang.values()) <= {"tetap"}
    assert again.plan.orang.keys() == first.plan.orang.keys()
    assert again.berguna == first.berguna


@given(before=ROWS, rows=ROWS)
def test_blanks_and_imports_without_ganti_erase_nothing(before: Rows, rows: Rows) -> None:
    stored = after(plan(*one_file(before)))
    now = after(plan(*one_file(rows), stored=stored), stored)
    for nip, values in stored.keadaan.items():
        assert [b is None for b in values] >= [b is None for b in now.keadaan[nip]]
    for key, values in stored.penilaian.items():
        assert all(n is not None for o, n in zip(values, now.penilaian[key], strict=True) if o)
    assert stored.pernyataan.keys() <= now.pernyataan.keys()
    for name, people in stored.rekaman.items():
        for nip, own in people.items():
            assert own.items() <= now.rekaman[name][nip].items()
    assert stored.cakupan <= now.cakupan


@given(rows=ROWS)
def test_every_row_and_person_is_accounted_for(rows: Rows) -> None:
    planned = plan(*one_file(rows)).plan
    sheets = planned.berkas[0].lembar
    assert sum(s.diterima + s.ditolak for s in sheets) == sum(map(len, rows.values()))
    assert planned.ditolak == sum(s.ditolak for s in sheets)
    assert planned.ganda <= sum(s.diterima for s in sheets)
    assert sum(map(planned.count, ("baru", "berubah", "tetap"))) == len(planned.orang)
    assert {nip for nip, _, _, _ in planned.cakupan} <= planned.keadaan.keys()
