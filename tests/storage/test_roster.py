from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import apsw
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ipasn_core.errors import StorageError
from ipasn_core.model.change import Plan, Statements
from ipasn_core.model.evidence import KEADAAN, PENILAIAN, SET, Field
from ipasn_core.model.roster import ABSENT, BLOCK_COLUMNS
from ipasn_core.model.stored import Asal
from ipasn_core.model.vocab import Bentuk, Bukti
from ipasn_core.storage.apply import Applied
from ipasn_core.storage.periksa import check
from ipasn_core.storage.project import open_project
from tests.storage.proyek import (
    ANI,
    BUDI,
    CITRA,
    EMPTY,
    SAAT,
    TAHUN,
    berkas,
    filled,
    full_plan,
    impor,
    keadaan,
    make,
)


def test_a_plan_comes_back_as_arrays(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        roster = project.load_roster(TAHUN)
    assert roster.nip.tolist() == [ANI, BUDI, CITRA]
    assert roster.nama == ("Ani, S.E.", "Budi", "Citra")
    assert roster.jabatan == ("Kepala Seksi", "", "")
    assert roster.opd_nama == ("Dinas A", "Dinas B")
    assert roster.keadaan["opd"].tolist() == [0, -1, 1]
    assert roster.keadaan["golongan"].tolist() == [34, 0, 0]
    assert roster.keadaan["jenis_kelamin"].tolist() == [2, 0, 0]
    courses = roster.rekaman["pengembangan"]
    assert courses.start.tolist() == [0, 2, 2, 3]
    assert courses["jp"].tolist() == [1600, 800, ABSENT]
    assert courses["selesai"].tolist() == [20210131, 20210131, 0]
    sentences = roster.rekaman["hukuman"]
    assert sentences.person.tolist() == [1]
    assert sentences["batal"].tolist() == [1]
    appraisals = roster.rekaman["penilaian"]
    assert appraisals.person.tolist() == [0, 0, 2]
    assert sorted(appraisals["tahun"][:2].tolist()) == [2020, 2021]
    assert roster.stated(Bukti.DIKLAT_TEKNIS).nilai.tolist() == [0, 2400, 0]
    assert roster.stated(Bukti.DIKLAT_KEPEMIMPINAN).bentuk.tolist() == [Bentuk.SUDAH, 0, 0]
    assert roster.covered(Bukti.HUKUMAN).tolist() == [True, True, False]
    assert not roster.covered(Bukti.SEMINAR).any()
    with pytest.raises(ValueError, match="read-only"):
        roster.nip[0] = 1


def test_a_year_without_people_is_an_empty_roster(tmp_path: Path) -> None:
    with open_project(make(tmp_path)) as project:
        roster = project.load_roster(TAHUN)
    assert len(roster) == 0
    assert roster.nama == roster.opd_nama == ()
    assert all(block.start.tolist() == [0] for block in roster.rekaman.values())


def test_the_same_plan_again_changes_nothing(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        before = project.path.read_bytes()
        stored = project.load_stored(TAHUN)
        again = replace(EMPTY, cakupan=full_plan().cakupan, hadir=full_plan().hadir)
        assert impor(project, again) == Applied()
        assert project.load_stored(TAHUN) == stored
        assert len(project.journal()) == 2
        assert project.path.read_bytes() == before


def test_people_of_another_year_bring_their_records_and_nothing_else(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        with project.change(SAAT, "tahun") as writer:
            writer.add_year(2022, "lain", {})
            writer.apply_plan(
                2022, replace(EMPTY, keadaan={ANI: (keadaan("Ani", jenis_jabatan=4), (0, 0, 6))})
            )
        roster = project.load_roster(2022)
        assert roster.nip.tolist() == [ANI]
        assert len(roster.rekaman["pengembangan"]) == 2
        assert not roster.pernyataan
        assert not roster.cakupan
        assert project.load_roster(TAHUN).nip.tolist() == [ANI, BUDI, CITRA]
        stored = project.load_stored(2022, {BUDI})
        assert stored.roster == frozenset()
        assert stored.keadaan == {BUDI: keadaan("Budi")}
        assert check(project) == []


def test_an_import_changes_names_values_and_removes_records(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        (first, second) = project.load_stored(TAHUN, {ANI}).rekaman["pengembangan"][ANI].values()
        plan = replace(
            EMPTY,
            berkas=(berkas("b.xlsx", "cd" * 32),),
            keadaan={ANI: (keadaan("Ani, M.M.", jenis_jabatan=1, opd="Dinas B"), (0, 0, 9))},
            penilaian={(ANI, 2021): ((88_000, *[None] * 7), (0, 0, 9))},
            hapus={"pengembangan": [first]},
        )
        applied = impor(project, plan)
        assert (applied.pegawai, applied.keadaan, applied.hapus) == (1, 1, 1)
        stored = project.load_stored(TAHUN, {ANI})
        assert stored.keadaan[ANI] == plan.keadaan[ANI][0]
        assert stored.penilaian[ANI, 2021][0] == 88_000
        assert list(stored.rekaman["pengembangan"][ANI].values()) == [second]
        assert project.load_roster(TAHUN).opd_nama == ("Dinas B",)


def test_one_persons_evidence_comes_with_its_origin(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        ani = project.person(TAHUN, ANI)
        assert project.person(TAHUN, ANI + 1) is None
        everybody = project.records(TAHUN)
    assert ani is not None
    assert ani.keadaan == full_plan().keadaan[ANI][0]
    assert ani.asal == Asal("a.xlsx", "Pegawai", 6)
    assert [record.isi for record in ani.rekaman["pengembangan"]] == [
        record for nip, record, _ in full_plan().rekaman["pengembangan"] if nip == ANI
    ]
    assert {record.tahun for record in ani.rekaman["penilaian"]} == {2020, 2021}
    (statement,) = ani.pernyataan
    assert (statement.bukti, statement.bentuk) == (Bukti.DIKLAT_KEPEMIMPINAN, Bentuk.SUDAH)
    assert ani.cakupan == {Bukti.HUKUMAN: (Asal("a.xlsx", "Hukuman", None),)}
    assert [(r.nip, r.id) for r in everybody["pengembangan"]] == [(ANI, 1), (ANI, 3), (CITRA, 2)]


def test_imports_tell_their_sheets_and_who_they_list(tmp_path: Path) -> None:
    with filled(tmp_path) as project:
        (stored,) = project.imports(TAHUN)
    assert (stored.berkas, stored.ukuran) == ("a.xlsx", 1234)
    assert [(sheet.nama, sheet.hadir) for sheet in stored.lembar] == [
        ("Pegawai", 3),
        ("Hukuman", 0),
    ]


def test_an_nip_of_other_than_18_digits_cannot_be_stored(tmp_path: Path) -> None:
    with open_project(make(tmp_path), SAAT) as project:
        bad = replace(EMPTY, keadaan={12345: (keadaan("X"), (0, 0, 1))})
        with pytest.raises(apsw.ConstraintError):
            impor(project, bad)


def test_a_year_can_be_added_once(tmp_path: Path) -> None:
    with (
        open_project(make(tmp_path), SAAT) as project,
        pytest.raises(StorageError),
        project.change(SAAT, "tahun") as writer,
    ):
        writer.add_year(TAHUN, "x", {})


# Any plan ---------------------------------------------------------------------------------------

NIPS = st.integers(198001012005011001, 198001012005011012)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)


def values(fields: tuple[Field, ...]) -> st.SearchStrategy[tuple[Any, ...]]:
    of = {"teks": TEXT, "kode": st.integers(1, 117), "bilangan": st.integers(0, 120_000)}
    of["tanggal"] = st.integers(19500000, 20221231)
    return st.tuples(*(st.none() | of[field.kind] for field in fields))


PERSON = st.tuples(TEXT, values(KEADAAN[1:])).map(lambda pair: (pair[0], *pair[1]))


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    people = draw(st.dictionaries(NIPS, PERSON, min_size=1))
    nips = st.sampled_from(sorted(people))
    origin = (0, 0, 1)
    return replace(
        EMPTY,
        keadaan={nip: (value, origin) for nip, value in people.items()},
        penilaian={
            key: (value, origin)
            for key, value in draw(
                st.dictionaries(st.tuples(nips, st.integers(2018, 2022)), values(PENILAIAN))
            ).items()
        },
        pernyataan={
            kind: Statements(list(said), list(said.values()), [origin] * len(said))
            for kind, said in draw(
                st.dictionaries(
                    st.sampled_from(Bukti),
                    st.dictionaries(nips, st.tuples(st.integers(1, 3), st.integers(0, 9999))),
                )
            ).items()
        },
        rekaman={
            name: [
                (nip, record, origin)
                for nip, record in draw(st.sets(st.tuples(nips, values(fields)), max_size=6))
            ]
            for name, fields in SET.items()
        },
        cakupan=[
            (nip, bukti, (0, 1, 0), named)
            for (nip, bukti), named in draw(
                st.dictionaries(st.tuples(nips, st.sampled_from(Bukti)), st.booleans())
            ).items()
        ],
    )


def numbers(plan: Plan, name: str, nip: int) -> list[tuple[int, ...]]:
    """What the arrays must hold of a person's records, in the order of the plan."""
    kinds = {field.name: field.kind for field in SET[name]}

    def cell(values: Mapping[str, Any], column: str) -> int:
        if column == "batal":
            return int(values["batal_nomor"] is not None or values["batal_tanggal"] is not None)
        absent = ABSENT if kinds[column] == "bilangan" else 0
        return absent if values[column] is None else int(values[column])

    return [
        tuple(cell(dict(zip(kinds, record, strict=True)), c) for c in BLOCK_COLUMNS[name])
        for owner, record, _ in plan.rekaman[name]
        if owner == nip
    ]


@settings(max_examples=40)
@given(plans())
def test_any_plan_comes_back_as_it_went_in(plan: Plan) -> None:
    with tempfile.TemporaryDirectory() as folder, open_project(make(Path(folder)), SAAT) as project:
        impor(project, plan)
        stored = project.load_stored(TAHUN)
        assert stored.keadaan == {nip: value for nip, (value, _) in plan.keadaan.items()}
        assert stored.roster == plan.keadaan.keys()
        assert stored.penilaian == {key: value for key, (value, _) in plan.penilaian.items()}
        assert stored.pernyataan == {
            (nip, kind): value
            for kind, said in plan.pernyataan.items()
            for nip, value, _ in said.rows()
        }
        assert stored.cakupan == {(nip, bukti) for nip, bukti, _, _ in plan.cakupan}
        for name in SET:
            of_name: Mapping[int, Mapping[Any, int]] = stored.rekaman[name]
            pairs = {(nip, record) for nip, records in of_name.items() for record in records}
            assert pairs == {(nip, record) for nip, record, _ in plan.rekaman[name]}
        roster = project.load_roster(TAHUN)
        assert roster.nip.tolist() == sorted(plan.keadaan)
        assert [roster.nama[i] for i in range(len(roster))] == [
            plan.keadaan[nip][0][0] for nip in sorted(plan.keadaan)
        ]
        for name in SET:
            block = roster.rekaman[name]
            table = np.stack([block[column] for column in BLOCK_COLUMNS[name]], axis=1)
            for i, nip in enumerate(roster.nip.tolist()):
                own = table[block.start[i] : block.start[i + 1]].tolist()
                assert [tuple(row) for row in own] == numbers(plan, name, nip)
        assert check(project) == []
