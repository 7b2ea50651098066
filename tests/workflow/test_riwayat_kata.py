"""The journal in words: every kind of entry as an officer would say it, and no internal name."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import ipasn_core
from ipasn_core.model.vocab import Bukti
from ipasn_core.scoring.year_state import YearState
from ipasn_core.storage.journal import MIGRATION, Entry
from ipasn_core.storage.project import Project, open_project
from ipasn_core.workflow import edit, edit_merge, edit_people
from ipasn_core.workflow.configure import change_settings
from ipasn_core.workflow.findings import open_findings, set_aside, set_aside_all, take_up
from ipasn_core.workflow.history import DIURUNGKAN, journal_lines
from ipasn_core.workflow.journal_details import Detail, entry_details, person_of
from ipasn_core.workflow.journal_words import JENIS, PERBUATAN, entry_words, kind_words, known
from ipasn_core.workflow.score import load_year
from tests.workflow.kantor import (
    ANI,
    BUDI,
    CITRA,
    DEDI,
    EKA,
    LEBAR,
    PENGESAHAN,
    SAAT,
    Kantor,
    lebar,
    run,
)

A, C, E = int(ANI), int(CITRA), int(EKA)
SETTINGS = (
    "Kertas laporan diubah dari F4 menjadi A4; Verifikator Drs. Dedi, M.Si. ditambahkan; "
    "Target Disiplin 2021 diubah dari 4 menjadi 4,5"
)
ARSIP = "Diklat Teknis, Arsip, tanggal selesai 3 Februari 2021, JP 4"
INTERNAL = (
    re.compile(r"\b[a-z]+_[a-z_]+\b"),
    re.compile(r"\b(target|pejabat|ejaan|judul)\.\S"),
    re.compile(r"\b[0-9a-f]{12,}\b(?<![0-9]{12})"),
    re.compile(r"\bnomor \d+ \("),
    re.compile("|".join(one for one in PERBUATAN if "-" in one)),
    re.compile(r"[{}]|None|\bf4\b|\ba4\b"),
)


def satu(path: Path, work: Callable[[Project], object]) -> None:
    with open_project(path, SAAT) as project:
        work(project)


def temuan(path: Path, work: Callable[[Project, YearState], object]) -> None:
    satu(path, lambda project: work(project, load_year(project, None)))


def semua(kantor: Kantor) -> Path:
    """Make a project in which everything was done once that leaves an entry."""
    path = kantor.buat()
    rows = [
        lebar(ANI, "Ani", jp="Belum", hukuman=None),
        lebar(EKA, "Eka"),
        lebar(CITRA, "Citra", nilai=None),
        lebar("12345", "Salah"),
        lebar("123456", "Salah Juga"),
    ]
    kantor.impor(path, kantor.buku("a", Data=[LEBAR, *rows]), status=1)
    official = f"pejabat.1=verifikator;Drs. Dedi, M.Si.;{DEDI};;Sekretaris"
    assert run("atur", path, "kertas=a4", "target.disiplin=4.5", official).status == 0
    assert run("atur", path, "ejaan.pendidikan.s1=Sarjana Lengkap", "alamat=Jl. A;Kota").status == 0
    isi = {"jenis": "Diklat Teknis", "nama": "Arsip", "selesai": "03-02-2021", "jp": "8"}
    with open_project(path, SAAT) as project:
        number = edit.add_record(project, SAAT, A, "pengembangan", isi)
        edit.change_record(project, SAAT, "pengembangan", number, {"jp": "4"})
        edit.delete_record(project, SAAT, "pengembangan", number)
        edit.change_statement(project, SAAT, 2021, A, Bukti.DIKLAT_TEKNIS, "24 JP")
        edit_people.correct_state(project, SAAT, 2021, A, {"jabatan": "Arsiparis"})
        edit_people.correct_person(project, SAAT, A, {"nama": "Ani, S.E."})
        edit_people.correct_nip(project, SAAT, C, "198203032007012009")
        edit_people.remove_from_year(project, SAAT, 2021, E)
        edit_merge.merge_people(project, SAAT, A, E)
    temuan(path, _aside)
    assert run("urungkan", path).status == 0
    assert run("urungkan", path, "--ulangi").status == 0
    assert run("urungkan", path).status == 0
    assert run("tahun", path, "--buat", "2022").status == 0
    for one in run("temuan", path, "--tahun", "2021", "--json").json["temuan"]:
        words = ("--abaikan", one["id"], "--alasan", "sudah dilihat")
        run("temuan", path, "--tahun", "2021", *words)
    return path


def _aside(project: Project, state: YearState) -> None:
    found = open_findings(state)
    several = [one.id for one in found if one.kode == "nip-bukan-18-angka"]
    assert len(several) == 2
    set_aside_all(project, SAAT, state, several, "baris contoh")
    derived = next(one for one in found if one.berkas is None)
    set_aside(project, SAAT, load_year(project, 2021), derived.id, "pegawai baru")
    take_up(project, SAAT, load_year(project, 2021), [derived.id])


def test_every_kind_that_is_written_is_known() -> None:
    root = Path(ipasn_core.__file__).parent
    written: set[str] = set()
    for path in root.rglob("*.py"):
        found = re.findall(r'\.change\(\s*context,\s*"([a-z-]+)"', path.read_text("utf-8"))
        written |= set(found)
    assert len(written) > 15
    assert written <= set(PERBUATAN)
    assert set(JENIS) == set(PERBUATAN)


def test_every_entry_is_told_without_an_internal_name(kantor: Kantor) -> None:
    path = semua(kantor)
    with open_project(path) as project:
        entries = project.journal()
        lines = journal_lines(project)
    told = {one.perbuatan for one in entries}
    assert len(told) >= 17
    others = known(entries)
    for entry in entries:
        texts = [entry_words(entry, others), kind_words(entry.perbuatan)]
        for one in entry_details(entry, others):
            texts += [one.sebutan, one.dari, one.menjadi]
        for text in texts:
            for pattern in INTERNAL:
                assert not pattern.search(text), (entry.perbuatan, text)
        assert not texts[0][:1].islower()
    assert [one.entri.id for one in lines.lines] == [one.id for one in reversed(entries)]
    assert any(one.keadaan == DIURUNGKAN for one in lines.lines)


def test_what_the_sentences_say(kantor: Kantor) -> None:
    path = semua(kantor)
    with open_project(path) as project:
        entries = project.journal()
    others = known(entries)
    told = [entry_words(one, others) for one in entries]
    ani = "Ani (NIP 19800101 200501 2 001)"
    for sentence in (
        "Impor a.xlsx ke tahun 2021: 3 pegawai baru, 0 berubah, 0 tetap, 2 baris ditolak",
        SETTINGS,
        f"JP Arsip diubah dari 8 menjadi 4 untuk {ani}",
        f"Catatan pengembangan kompetensi dihapus dari {ani}: {ARSIP}",
        "2 temuan “NIP bukan 18 angka” disisihkan: baris contoh",
        "NIP Citra diubah dari 19820303 200701 2 003 menjadi 19820303 200701 2 009",
    ):
        assert sentence in told
    assert any(one.startswith("Diurungkan: Temuan “") for one in told)
    assert any(one.startswith("Diulangi: Temuan “") for one in told)
    assert any(one.startswith("Temuan “Belum ada data”") and "tentang" in one for one in told)


def test_details_of_an_edit_and_of_its_undo(kantor: Kantor) -> None:
    path = kantor.buat()
    kantor.impor(path, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani")]))
    satu(path, lambda p: edit_people.correct_person(p, SAAT, A, {"nama": "Ani, S.E."}))
    assert run("urungkan", path).status == 0
    assert run("urungkan", path, "--ulangi").status == 0
    with open_project(path) as project:
        entries = project.journal()
    others = known(entries)
    changed = Detail("Nama", "Ani", "Ani, S.E.")
    assert [entry_details(one, others) for one in entries[2:]] == [
        (changed,),
        (changed.turned(),),
        (changed,),
    ]
    assert {person_of(one, others)[0] for one in entries[2:]} == {A}
    assert entry_details(entries[1], others)[0] == Detail("Berkas", "", "a.xlsx")


def test_settings_are_told_by_what_they_are_called(kantor: Kantor) -> None:
    path = kantor.buat()
    satu(path, lambda p: change_settings(p, SAAT, None, {"kertas": "a4"}))
    with open_project(path) as project:
        entry = project.journal()[-1]
    assert entry_details(entry, {entry.id: entry}) == (Detail("Kertas laporan", "F4", "A4"),)


@pytest.mark.parametrize("perbuatan", [one for one in PERBUATAN if one != MIGRATION])
def test_an_entry_that_says_less_is_called_by_its_kind(perbuatan: str) -> None:
    entry = Entry(1, "2022-01-01T00:00:00+00:00", "x", perbuatan, {"atas": 7}, None, "", "")
    if perbuatan in ("urungkan", "ulangi"):
        entry = Entry(
            2, entry.waktu, "x", perbuatan, {"atas": 1, "perbuatan": "impor"}, None, "", ""
        )
    told = entry_words(entry)
    assert told
    assert "_" not in told
    assert entry_details(entry, {entry.id: entry}) == () or perbuatan in ("tahun",)


def test_signing_and_review_are_told(kantor: Kantor) -> None:
    path = kantor.buat()
    kantor.impor(path, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi")]))
    official = f"pejabat.1=verifikator;Drs. Dedi, M.Si.;{DEDI};;Sekretaris"
    assert run("atur", path, official).status == 0
    assert run("telaah", path, "--nip", DEDI).status == 0
    assert run("sahkan", path, "-o", kantor.folder / "l.pdf", *PENGESAHAN).status == 0
    assert run("buka-kembali", path, "--alasan", "Susulan").status == 0
    with open_project(path) as project:
        entries = project.journal()[-3:]
    words = [entry_words(one) for one in entries]
    assert words[0].startswith("Tahun 2021 diperiksa verifikator Drs. Dedi, M.Si.")
    assert words[1].startswith("Tahun 2021 disahkan, Nomor 800/142/BKPSDM/2022")
    assert words[2] == "Tahun 2021 dibuka kembali dari Revisi 0: Susulan"
    assert person_of(entries[0], known(entries)) == (0, "")
