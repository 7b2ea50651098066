"""A file of every version that ever landed, kept as it was written; a newer one is refused.

`berkas/v1.ipasn` was made by the command line: two workbooks of made-up people imported, two faults
set aside, an undo, 2021 signed, 2022 added.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ipasn_core.storage import schema
from ipasn_core.storage.project import open_project
from tests.workflow.kantor import ANI, BUDI, CITRA, DEDI, baca_csv, run, sidik

BERKAS = Path(__file__).with_name("berkas")
INDEKS = {ANI: "90", BUDI: "50.5", CITRA: "90", DEDI: "60"}
PDF = "ab5843004fa18ea4ce2bb8f05fdd72823ae5f9fdb918976d8aba182227ad4902"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return Path(shutil.copy(BERKAS / "v1.ipasn", tmp_path))


def test_a_file_of_every_version_is_kept() -> None:
    kept = {file.name for file in BERKAS.iterdir()}
    assert kept == {f"v{number}.ipasn" for number in range(1, schema.current().version + 1)}


def test_the_scripts_of_a_version_that_landed_stay(path: Path) -> None:
    with open_project(path) as project:
        born = project.journal()[0].isi
    assert (born["skema"], born["skema_sha256"]) == (1, schema.current().at(1).sha256())


def test_a_kept_file_is_sound_and_gives_what_it_gave(path: Path, tmp_path: Path) -> None:
    checked = run("periksa", path, "--json")
    assert (checked.status, checked.json) == (0, {"masalah": []})
    counted = run("hitung", path, "--tahun", "2021", "--json").json
    told = ("jumlah", "belum_lengkap", "tidak_masuk", "indeks", "keadaan")
    assert [counted[name] for name in told] == [4, 1, 1, "72.63", "disahkan"]
    table = tmp_path / "nilai.csv"
    assert run("ekspor", path, "--tahun", "2021", "-o", table).status == 0
    assert {nip: row["indeks"] for nip, row in baca_csv(table).items()} == INDEKS
    assert counted["berubah_sejak_pengesahan"] is False


def test_its_signed_report_is_the_same_to_the_byte(path: Path, tmp_path: Path) -> None:
    paper = tmp_path / "laporan.pdf"
    assert run("laporan", path, "--tahun", "2021", "-o", paper).status == 0
    assert sidik(paper) == PDF
    verified = run("verifikasi", paper, "--berkas", path, "--json")
    assert (verified.status, verified.json["jawaban"]) == (0, "asli")


def test_work_goes_on_in_a_kept_file(path: Path, tmp_path: Path) -> None:
    assert run("buka-kembali", path, "--tahun", "2021", "--alasan", "Susulan").status == 0
    # Scored anew from the stored evidence, and not read from the snapshot.
    assert run("hitung", path, "--tahun", "2021", "--json").json["indeks"] == "72.63"
    undone = run("urungkan", path, "--json")
    assert (undone.status, undone.json["perbuatan"]) == (0, "tahun")
    imported = run("urungkan", path, "--json")
    assert (imported.status, imported.json["perbuatan"]) == (0, "abaikan")
    assert run("periksa", path).status == 0


def test_a_newer_version_is_refused_and_left_alone(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60:64] = (schema.current().version + 1).to_bytes(4)
    path.write_bytes(content)
    for words in (("hitung", path), ("impor", path, path), ("urungkan", path), ("periksa", path)):
        refused = run(*words, "--json")
        assert refused.status == 3
        assert refused.json["galat"] == {
            "kode": "berkas-lebih-baru",
            "pesan": "“v1.ipasn” dibuat oleh versi program yang lebih baru "
            f"(skema {schema.current().version + 1}).",
            "perbaikan": "Pasang versi terbaru program ini untuk membukanya.",
        }
    assert path.read_bytes() == content
