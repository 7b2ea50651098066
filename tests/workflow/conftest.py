"""An office for a test; when it closes, every project file in it must be sound."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.rujukan.scorer import Hasil, nilai
from tests.workflow.contoh_dibaca import dari_nominatif, rows
from tests.workflow.kantor import NOMINATIF, RIWAYAT, Kantor, baca_csv, run


@pytest.fixture
def kantor(tmp_path: Path) -> Iterator[Kantor]:
    office = Kantor(tmp_path)
    yield office
    sound(office)


def sound(office: Kantor) -> None:
    """Assert that every project file passes `periksa`; a test that spoils one names it *rusak*."""
    for project in office.folder.glob("*.ipasn"):
        if "rusak" not in project.name:
            checked = run("periksa", project, "--json")
            assert (checked.status, checked.json) == (0, {"masalah": []}), project.name


@pytest.fixture(scope="session")
def contoh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a project file that holds both sample workbooks; a test copies it before it writes."""
    office = Kantor(tmp_path_factory.mktemp("contoh"))
    project = office.buat("contoh")
    office.impor(project, NOMINATIF, RIWAYAT)
    return project


@pytest.fixture(scope="session")
def nilai_contoh(
    contoh: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, str]]:
    """Return the exported row of each of the sample's people, by NIP."""
    target = tmp_path_factory.mktemp("nilai") / "nilai.csv"
    assert run("ekspor", contoh, "-o", target).status == 0
    return baca_csv(target)


@pytest.fixture(scope="session")
def lembar_nominatif() -> dict[str, list[tuple[object, ...]]]:
    """Return the sample's wide table as openpyxl reads it."""
    return rows(NOMINATIF)


@pytest.fixture(scope="session")
def rujukan(lembar_nominatif: dict[str, list[tuple[object, ...]]]) -> dict[str, Hasil]:
    """Return each of the sample's people scored by the independent scorer."""
    return {nip: nilai(one, 2021) for nip, one in dari_nominatif(lembar_nominatif).items()}
