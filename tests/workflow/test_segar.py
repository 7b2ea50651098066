"""A year after an edit: what is loaded of the people alone equals the whole year loaded anew."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest

from ipasn_core.errors import IpasnError
from ipasn_core.model.vocab import Bukti
from ipasn_core.storage.project import Project, open_project
from ipasn_core.workflow import edit, edit_people, undo
from ipasn_core.workflow.current import load_current
from ipasn_core.workflow.refresh import refresh_year
from ipasn_core.workflow.score import load_year
from tests.workflow.kantor import ANI, BUDI, CITRA, DEDI, LEBAR, SAAT, Kantor, lebar
from tests.workflow.test_temuan_selesai import DIKLAT, diklat

NIPS = tuple(map(int, (ANI, BUDI, CITRA, DEDI)))
COURSES = (
    {"jenis": "Diklat Teknis", "nama": "Arsip", "selesai": "03-02-2021", "jp": "24"},
    {"jenis": "Diklat Teknis", "nama": "arsip", "selesai": "03-02-2021"},
    {"jenis": "Seminar", "nama": "Seminar A", "selesai": "2020"},
    {"jenis": "Diklat Struktural", "nama": "PKA", "selesai": "2018"},
    {"jenis": "Workshop", "nama": "Lokakarya"},
)
DEGREES = ({"tingkat": "S-1", "tanggal": "2004"}, {"tingkat": "S-2", "tanggal": "2022"})
SENTENCES = ({"tingkat": "ringan", "tmt": "2021"}, {"jenis": "Penurunan Pangkat", "tmt": "2020"})
APPRAISALS = ({"nilai": "95", "predikat": "Kurang"}, {"skp": "80", "perilaku": "70,5"})
STATES = (
    {"jenis_jabatan": "Struktural", "jenjang": ""},
    {"jenis_jabatan": "Fungsional"},
    {"opd": "Dinas Aneh"},
    {"opd": "A Dinas Pertama"},
    {"opd": ""},
    {"status": "PPPK"},
    {"status": "PNS", "kedudukan": "CLTN"},
    {"kedudukan": "Aktif", "jenjang": "Administrator"},
)
STATEMENTS = (
    (Bukti.DIKLAT_TEKNIS, ("24", "sudah", "tidak ada", "")),
    (Bukti.SEMINAR, ("sudah", "")),
    (Bukti.HUKUMAN, ("berat", "tidak ada", "")),
    (Bukti.PENDIDIKAN, ("S-3", "")),
)


def same(one: object, other: object, at: str = "") -> None:
    """Compare two values to the last dtype."""
    assert type(one) is type(other), at
    if isinstance(one, np.ndarray):
        assert isinstance(other, np.ndarray)
        assert one.dtype == other.dtype, at
        assert np.array_equal(one, other), at
        assert one.flags.writeable == other.flags.writeable, at
    elif dataclasses.is_dataclass(one) and not isinstance(one, type):
        for field in dataclasses.fields(one):
            same(getattr(one, field.name), getattr(other, field.name), f"{at}.{field.name}")
    elif isinstance(one, Mapping):
        assert isinstance(other, Mapping)
        assert list(one) == list(other), at
        for name, value in one.items():
            same(value, other[name], f"{at}[{name}]")
    elif isinstance(one, tuple) and one and dataclasses.is_dataclass(one[0]):
        assert isinstance(other, tuple)
        assert len(one) == len(other), at
        for place, (mine, theirs) in enumerate(zip(one, other, strict=True)):
            same(mine, theirs, f"{at}[{place}]")
    else:
        assert one == other, at


def office(kantor: Kantor) -> Path:
    """Make an office with statements, records, findings of reading and gaps."""
    path = kantor.buat()
    people = [
        lebar(ANI, "Ani", jp="Belum"),
        lebar(BUDI, "Budi", nilai=None),
        lebar(CITRA, "Citra"),
        lebar(DEDI, "Dedi", jp=30),
    ]
    kantor.impor(path, kantor.buku("a", Data=[LEBAR, *people]))
    rows = [diklat(ANI, "Ani", 8), diklat(BUDI, "Budi", "lima"), diklat(CITRA, "Citra", 30)]
    kantor.impor(path, kantor.buku("r", Diklat=[DIKLAT, *rows]), status=1)
    return path


def step(project: Project, dice: random.Random) -> None:
    """Do one thing by hand, whatever comes of it."""
    nip = dice.choice(NIPS)
    whose = project.person(2021, nip)
    sets: dict[str, tuple[Mapping[str, str], ...]] = {
        "pengembangan": COURSES,
        "pendidikan": DEGREES,
        "hukuman": SENTENCES,
        "penilaian": APPRAISALS,
    }
    block = dice.choice(tuple(sets))
    known = [] if whose is None else [one.id for one in whose.rekaman[block]]
    year = str(dice.choice((2020, 2021, 2022))) if block == "penilaian" else ""
    bukti, said = dice.choice(STATEMENTS)
    number = dice.choice(known) if known else 0
    isi = dice.choice(sets[block])
    deeds: tuple[Callable[[], object], ...] = (
        lambda: edit.add_record(project, SAAT, nip, block, isi, year),
        lambda: edit.add_record(project, SAAT, nip, block, isi, year),
        lambda: edit.change_record(project, SAAT, block, number, isi),
        lambda: edit.delete_record(project, SAAT, block, number),
        lambda: edit.change_statement(project, SAAT, 2021, nip, bukti, dice.choice(said)),
        lambda: edit_people.correct_state(project, SAAT, 2021, nip, dice.choice(STATES)),
        lambda: edit_people.correct_person(project, SAAT, nip, {"nama": f"Nama {dice.random()}"}),
        lambda: undo.undo(project, SAAT),
        lambda: undo.redo(project, SAAT),
        lambda: edit.add_records(
            project, SAAT, nip, "pengembangan", [edit.NewRecord(one) for one in COURSES]
        ),
    )
    with suppress(IpasnError):
        dice.choice(deeds)()


@pytest.mark.parametrize("seed", range(12))
def test_what_is_refreshed_is_what_is_loaded(kantor: Kantor, seed: int) -> None:
    path = office(kantor)
    dice = random.Random(seed)
    refreshed = 0
    with open_project(path, SAAT) as project:
        before = load_year(project, 2021)
        for _ in range(30):
            for _ in range(dice.choice((1, 1, 1, 3))):
                step(project, dice)
            now = refresh_year(project, before, project.journal())
            whole = load_year(project, 2021)
            if now is not None:
                same(now, whole)
                refreshed += now is not before
            before = whole if now is None else now
    assert refreshed > 10


def test_what_is_more_than_people_is_loaded_from_the_beginning(kantor: Kantor) -> None:
    path = office(kantor)
    deeds: tuple[Callable[[Project], object], ...] = (
        lambda p: edit_people.correct_nip(p, SAAT, NIPS[0], "198001012005012009"),
        lambda p: edit_people.remove_from_year(p, SAAT, 2021, NIPS[1]),
    )
    with open_project(path, SAAT) as project:
        for deed in deeds:
            before = load_year(project, 2021)
            deed(project)
            assert refresh_year(project, before, project.journal()) is None
            same(
                load_current(project, 2021, before).state,
                load_year(project, 2021),
            )
