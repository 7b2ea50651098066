"""People who may be one, OPD misspelled, degrees lower than known: all come in, and are told."""

from __future__ import annotations

import pytest

from ipasn_core.importing.plan import PlanOptions, make_plan
from ipasn_core.importing.plan_findings import FileRead
from ipasn_core.model.change import Plan, Stored
from ipasn_core.model.finding import Severity
from ipasn_core.model.vocab import Bukti
from tests.importing.build_tables import RULES, A, B, C, Rows, read, sheet

TWIN = A[:8] + "201101" + A[14:]
WHO = ("NIP", "Nama", "Jenis Jabatan")


def plan(rows: Rows, stored: Stored | None = None) -> Plan:
    reading = read(sheet(rows))
    files = [FileRead("berkas.xlsx", "ab" * 32, 1, ("Lembar",))]
    options = PlanOptions()
    return make_plan(reading.tabel, files, stored or Stored(), RULES, options, reading.temuan).plan


def told(made: Plan) -> list[tuple[str, int | None, str | None]]:
    assert {one.tingkat for one in made.temuan} <= {Severity.PERIKSA}
    return [(one.kode, one.baris, one.kolom) for one in made.temuan]


def stored_people(*nips: str, **more: object) -> Stored:
    people = {int(nip): ("Budi", 1, 1, None, None, 4, *[None] * 3, "Dinas A") for nip in nips}
    return Stored(keadaan=people, roster=frozenset(people), **more)  # type: ignore[arg-type]


def test_one_name_and_birth_date_with_two_nips() -> None:
    rows = [WHO, (A, "Budi Santoso, S.E.", "JFU"), (TWIN, "Drs. BUDI SANTOSO", "JFU")]
    for ordered in (rows, [rows[0], rows[2], rows[1]]):
        made = plan(ordered)
        assert len(made.orang) == 2
        ((kode, row, column),) = told(made)
        assert (kode, column) == ("nama-lahir-sama", "B")
        assert ordered[int(str(row)) - 1][0] == TWIN
        assert made.temuan[0].isi == {"nip": TWIN, "lain": A}
    assert told(plan([WHO, (A, "Budi", "JFU"), (TWIN, "Budiman", "JFU")])) == []


def test_one_name_and_birth_date_as_somebody_stored() -> None:
    made = plan([WHO, (TWIN, "Budi", "JFU"), (A, None, None)], stored_people(A))
    assert told(made) == [("nama-lahir-sama", 2, "B")]
    both = stored_people(A, TWIN)
    again = plan([WHO, (TWIN, "Budi", "JFU"), (A, "Budi", "JFU")], both)
    assert told(again) == [("nama-lahir-sama", 2, "B")]


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("Dinas Pendidikn", "Dinas Pendidikan"),
        ("DINAS PENDIDIKAN KOTA BONTANG", "Dinas Pendidikan"),
        ("Badan Kepegawaian & Pengembangan SDM", "Badan Kepegawaian dan Pengembangan SDM"),
        ("SMP Negeri 2", None),
        ("Puskesmas II", None),
        ("Dinas Kesehatan", None),
        ("dinas  pendidikan", None),
    ],
)
def test_opd_nearly_spelled_as_one_that_is_known(written: str, near: str | None) -> None:
    known = ("Dinas Pendidikan", "Badan Kepegawaian dan Pengembangan SDM", "SMP Negeri 1")
    stored = stored_people(A, opd=frozenset((*known, "Puskesmas I")))
    rows = [(*WHO, "OPD"), (B, "Ani", "JFU", written), (C, "Cici", "JFU", written)]
    made = plan(rows, stored)
    assert told(made) == ([("opd-mirip", 2, "D")] if near else [])
    assert [one.isi.get("mirip") for one in made.temuan] == ([near] if near else [])
    assert told(plan(rows)) == []


def test_opd_takes_the_spelling_that_the_project_has() -> None:
    stored = stored_people(A, opd=frozenset({"Dinas Pendidikan"}))
    made = plan([(*WHO, "OPD"), (B, "Ani", "JFU", "DINAS  PENDIDIKAN")], stored)
    assert made.keadaan[int(B)][0][-1] == "Dinas Pendidikan"


def test_degree_lower_than_the_one_known() -> None:
    stated = stored_people(A, B, pernyataan={(int(A), Bukti.PENDIDIKAN): (3, 9)})
    rows = [(*WHO, "Pendidikan"), (A, "Budi", "JFU", "S-1"), (B, "Budi", "JFU", "S-1")]
    made = plan(rows, stated)
    assert told(made) == [("pendidikan-turun", 2, "D")]
    assert made.temuan[0].isi == {"nip": A, "baru": "S-1", "lama": "S-2"}
    record = (10, None, None, None, None, 20100000)
    kept = stored_people(A, B, rekaman={"pendidikan": {int(A): {record: 1}}})
    history = [
        ("NIP", "Tingkat Pendidikan", "Tahun Lulus"),
        (A, "S-1", 2001),
        (A, "S-2", 2005),
        (B, "SMA", 1999),
    ]
    assert told(plan(history, kept)) == [("pendidikan-turun", 3, "B")]
    assert told(plan([*history, (A, "S-3", 2010)], kept)) == []
