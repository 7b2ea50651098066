from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from ipasn_core.errors import StorageError
from ipasn_core.model.finding import Finding
from ipasn_core.model.settings import Pejabat
from ipasn_core.model.stored import Telaah
from ipasn_core.storage import schema
from ipasn_core.storage.periksa import check
from ipasn_core.storage.project import Project, open_project
from tests.storage.proyek import ANI, EMPTY, GALAT, SAAT, TAHUN, behind, filled, finding, impor

PEJABAT = Pejabat(
    "800/1", "Bontang", "2022-01-31", "Drs. H. Amir", "Kepala", nip="196501011990011001"
)
SNAPSHOT = '{"orang":["Ani","Budi"]}'
PDF = b"%PDF-1.7 bukan sungguhan \x00\xff"


def sign(project: Project, tahun: int = TAHUN) -> int:
    with project.change(SAAT, "sahkan", {"tahun": tahun}) as writer:
        return writer.sign(tahun, PEJABAT, SAAT.now.isoformat(), SNAPSHOT, PDF)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A project with at least a row in every table."""
    with filled(tmp_path) as project:
        impor(project, replace(EMPTY, temuan=[finding()]))
        with project.change(SAAT, "abaikan") as writer:
            derived = Finding(GALAT, {"nilai": "x"}, nip=ANI, tahun=TAHUN, bidang="seminar")
            writer.set_aside(TAHUN, derived, "Alasan")
        with project.change(SAAT, "telaah") as writer:
            writer.review(Telaah(TAHUN, str(ANI), "Ani", "2022-01-31", "diperiksa", "", "ab"))
        sign(project)
        assert check(project) == []
        for table in ALTERATIONS:
            assert project.database.rows(f"SELECT count(*) FROM {table}")[0][0], table
    return project.path


def tables_named(path: Path) -> set[str]:
    with open_project(path) as project:
        problems = check(project)
    assert all(problem.pesan.endswith(".") for problem in problems)
    return {problem.tabel for problem in problems}


ALTERATIONS = {
    "tahun": "aturan = 'lain'",
    "target": "nilai = '14'",
    "pengaturan": "nilai = 'Kota Lain'",
    "pemetaan": "bidang = 'nip'",
    "impor": "sha256 = 'x'",
    "lembar": "ditolak = 9",
    "pegawai": "nama = 'Orang Lain'",
    "opd": "nama = nama || 'x'",
    "keadaan": "golongan = 45",
    "hadir": "lembar = 2",
    "pendidikan": "tingkat = 10",
    "pengembangan": "jp = 9999",
    "hukuman": "tmt = 20100101",
    "penilaian": "nilai = 99000",
    "pernyataan": "nilai = 9999",
    "cakupan": "disebut = 1 - disebut",
    "temuan": "keadaan = 'selesai'",
    "abaikan": "alasan = 'lain'",
    "telaah": "sidik = 'cd'",
    "jurnal": "pengguna = 'Orang Lain'",
    "muatan": "isi = x'00'",
    "pengesahan": "nomor = '800/2'",
}


def test_the_alterations_are_of_every_table(path: Path) -> None:
    with open_project(path) as project:
        recorded = schema.covered(project.database.connection)
    assert ALTERATIONS.keys() == {*recorded, *schema.OUTSIDE_TABLES}


@pytest.mark.parametrize("table", ALTERATIONS)
def test_an_altered_table_is_found_and_named(path: Path, table: str) -> None:
    behind(path, f"UPDATE {table} SET {ALTERATIONS[table]}")
    assert table in tables_named(path)


@pytest.mark.parametrize("table", ALTERATIONS)
def test_a_removed_row_is_found_and_named(path: Path, table: str) -> None:
    key = "pegawai" if table == "hadir" else "1"
    limit = f"SELECT {key} FROM {table} LIMIT 1" if key == "pegawai" else ""
    where = f" WHERE pegawai IN ({limit})" if limit else ""
    behind(path, f"DELETE FROM {table}{where}")
    assert table in tables_named(path)


@pytest.mark.parametrize("column", ["nomor", "tempat", "pejabat", "waktu", "tanggal"])
def test_every_word_of_a_signing_is_bound(path: Path, column: str) -> None:
    behind(path, f"UPDATE pengesahan SET {column} = {column} || ' '")
    assert "pengesahan" in tables_named(path)


def test_signed_blobs_are_bound(path: Path) -> None:
    other = hashlib.sha256(b"x").hexdigest()
    for change in (
        "pdf = x'25'",
        f"pdf = x'78', pdf_sha256 = '{other}'",
        "snapshot = x'00'",
        "dibuka = 1",
    ):
        content = path.read_bytes()
        behind(path, f"UPDATE pengesahan SET {change}")
        assert "pengesahan" in tables_named(path), change
        path.write_bytes(content)


def test_the_end_of_the_journal_cannot_be_cut_off(path: Path) -> None:
    behind(
        path,
        "DELETE FROM pengesahan",
        "DELETE FROM muatan WHERE jurnal = (SELECT max(id) FROM jurnal)",
        "DELETE FROM jurnal WHERE id = (SELECT max(id) FROM jurnal)",
    )
    assert tables_named(path) == {"jurnal"}


def test_a_counter_set_back_is_found(path: Path) -> None:
    behind(path, "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'pegawai'")
    assert tables_named(path) == {"sqlite_sequence"}


def test_a_dangling_reference_is_found(path: Path) -> None:
    behind(path, "UPDATE pendidikan SET pegawai = 999")
    assert "pendidikan" in tables_named(path)


def codes(path: Path) -> set[str]:
    """What opening or checking a file finds."""
    try:
        with open_project(path) as project:
            return {problem.kode for problem in check(project)}
    except StorageError as error:
        return {error.kode}


def test_damaged_pages_are_found(path: Path) -> None:
    whole = path.read_bytes()
    size = int.from_bytes(whole[16:18])
    for page in range(1, len(whole) // size):
        content = bytearray(whole)
        content[page * size : page * size + 200] = b"\xff" * 200
        path.write_bytes(content)
        assert codes(path) >= {"berkas-rusak"}, page


# Signing ----------------------------------------------------------------------------------------


def test_a_signing_comes_back_byte_for_byte(path: Path) -> None:
    with open_project(path) as project:
        signed = project.pengesahan(TAHUN)
        assert signed is not None
        assert (signed.tahun, signed.revisi, signed.berlaku) == (TAHUN, 0, True)
        assert signed.pejabat == PEJABAT
        assert signed.jurnal == project.journal()[-1].id
        assert project.snapshot(signed.id) == SNAPSHOT
        assert project.pdf(signed.id) == PDF
        assert signed.pdf_sha256 == hashlib.sha256(PDF).hexdigest()
        assert project.find_pdf(signed.pdf_sha256) == signed
        assert project.find_pdf("tidak ada") is None
        assert project.pengesahan(2020) is None
        assert project.is_signed(TAHUN)
        assert project.journal()[-1].muatan_sha256 is None


def test_a_signed_year_is_closed(path: Path) -> None:
    with open_project(path, SAAT) as project:
        before = project.head()
        for attempt in (
            lambda: impor(project, replace(EMPTY, pemetaan={"a": {"A": "nip"}})),
            lambda: sign(project),
        ):
            with pytest.raises(StorageError) as caught:
                attempt()
            assert caught.value.kode == "tahun-disahkan"
        with (
            pytest.raises(StorageError),
            project.change(SAAT, "abaikan") as writer,
        ):
            writer.set_aside(TAHUN, finding(), "x")
        assert project.head() == before


def test_an_altered_blob_is_not_handed_out(path: Path) -> None:
    behind(path, "UPDATE pengesahan SET pdf = x'25', snapshot = x'00'")
    with open_project(path) as project:
        for read in (project.pdf, project.snapshot):
            with pytest.raises(StorageError):
                read(1)
