"""Forms and pasted rows: what a form shows is read back as it was; columns are told apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ipasn_core.errors import UserError
from ipasn_core.importing.vocabulary_files import vocabulary
from ipasn_core.model.evidence import KEADAAN, PENILAIAN, SET
from ipasn_core.model.stored import Asal, StoredRecord
from ipasn_core.model.vocab import GOLONGAN, Bukti, TingkatDiklat, label
from ipasn_core.rules.loader import edition_for, editions
from ipasn_core.storage.project import open_project
from ipasn_core.workflow import edit
from ipasn_core.workflow.edit_form import (
    TAHUN,
    WHOLE,
    check_form,
    check_statement,
    form_fields,
    statement_field,
    typed,
    typed_statement,
    typed_value,
)
from ipasn_core.workflow.edit_paste import PastedRow, read_paste
from ipasn_core.workflow.edit_values import FIELDS, read_fields, read_statement
from ipasn_core.workflow.edit_words import KEDUDUKAN, brief_words
from ipasn_core.workflow.explain import explain_person, left_words
from ipasn_core.workflow.import_ import import_rules
from ipasn_core.workflow.person_history import Histories
from ipasn_core.workflow.score import load_year
from ipasn_core.workflow.years import add_year
from tests.workflow.kantor import ANI, BUDI, LEBAR, PENGESAHAN, SAAT, Kantor, lebar, run

A = int(ANI)
RULES = import_rules(2021, edition_for(2021, editions()))


@pytest.mark.parametrize("himpunan", FIELDS)
def test_every_choice_is_read_back_as_itself(himpunan: str) -> None:
    fields = {field.name: field for field in FIELDS[himpunan]}
    chosen = 0
    for one in form_fields(himpunan):
        for words in one.pilihan:
            value = read_fields(himpunan, {one.name: words})[one.name]
            assert typed_value(fields[one.name], value) == words
            chosen += 1
    assert chosen > 5


def test_every_code_but_one_can_be_chosen() -> None:
    for block, fields in {**SET, "penilaian": PENILAIAN, "keadaan": KEADAAN}.items():
        offered = {one.name: one.pilihan for one in form_fields(block)}
        for field in fields:
            if field.kode is not None:
                codes = {label(code) for code in field.kode if code is not TingkatDiklat.LAIN}
                assert set(offered[field.name]) == codes
    assert set(KEDUDUKAN) <= set(vocabulary().nilai["kedudukan"].exact.values())
    assert len(GOLONGAN) == len(set(GOLONGAN.values()))


@pytest.mark.parametrize("bukti", [one for one in Bukti if one is not Bukti.PENILAIAN])
def test_every_statement_is_read_back_as_itself(bukti: Bukti) -> None:
    for words in statement_field(bukti).pilihan or ("24", "sudah", "tidak ada"):
        said = read_statement(bukti, words, 2021)
        assert said is not None
        assert read_statement(bukti, typed_statement(bukti, *said), 2021) == said
    assert bool(check_statement(bukti, "entahlah apa ini", 2021))
    assert check_statement(bukti, "", 2021) == {}


def test_a_record_is_typed_as_it_was_read(kantor: Kantor) -> None:
    path = kantor.buat()
    kantor.impor(path, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani")]))
    given = {
        "pengembangan": {"jenis": "Diklat Teknis", "mulai": "02-2021", "selesai": "2021",
                         "jp": "1234,5"},
        "pendidikan": {"tingkat": "S-1", "tanggal": "31-08-2004"},
        "hukuman": {"jenis": "Teguran lisan", "masa_bulan": "6", "tmt": "2020"},
        "penilaian": {"nilai": "91,255", "predikat": "baik", "ide_baru": "tidak"},
    }  # fmt: skip
    with open_project(path, SAAT) as project:
        for block, isi in given.items():
            year = "2019" if block == "penilaian" else ""
            number = edit.add_record(project, SAAT, A, block, isi, year)
            record = project.find_record(block, number)
            assert record is not None
            shown = typed(block, record.isi, record.tahun)
            assert {name: text for name, text in shown.items() if text} == isi | (
                {TAHUN: year} if year else {}
            )


def test_what_is_wrong_is_told_at_its_field() -> None:
    told = check_form("pengembangan", None, {"nama": "X", "jp": "lima"}, RULES)
    assert set(told) == {"jenis", "jp"}
    assert told["jenis"] == "Pilih jenis diklat."
    course = {"jenis": "Seminar", "mulai": "2-2-2021", "selesai": "1-2-2021"}
    assert set(check_form("pengembangan", None, course, RULES)) == {"selesai"}
    assert set(check_form("pendidikan", None, {"bidang": "Hukum"}, RULES)) == {"tingkat"}
    assert set(check_form("hukuman", None, {"nomor_sk": "1"}, RULES)) == {"jenis"}
    assert set(check_form("penilaian", None, {"nilai": "90"}, RULES)) == {TAHUN}
    assert set(check_form("penilaian", None, {TAHUN: "2021"}, RULES)) == {WHOLE}
    assert set(check_form("penilaian", None, {TAHUN: "2021", "nilai": "130"}, RULES)) == {WHOLE}
    assert set(check_form("keadaan", None, {"nama": " ", "jenis_jabatan": ""}, RULES)) == {
        "nama",
        "jenis_jabatan",
    }
    nothing = Asal(None, None, None)
    old = StoredRecord(1, A, None, (3, None, None, None, None, None), nothing)
    assert check_form("pendidikan", old, {"tingkat": ""}, RULES) == {
        "tingkat": "Pilih tingkat pendidikan."
    }
    assert check_form("pendidikan", old, {"bidang": "Hukum"}, RULES) == {}


@pytest.mark.parametrize(
    ("himpunan", "text", "rows"),
    [
        (
            "pengembangan",
            "Jumlah JP\tNama Diklat\tJenis Diklat\tTahun\n24\tArsip\tDiklat Teknis\t2021\n",
            [{"jp": "24", "nama": "Arsip", "jenis": "Diklat Teknis", "selesai": "2021"}],
        ),
        (
            "pengembangan",
            "Diklat Teknis\t\tArsip\t2021\t24\tBPSDM\r\nSeminar\t\tLain\t2020\t\tLAN\r\n\r\n",
            [
                {"jenis": "Diklat Teknis", "nama": "Arsip", "selesai": "2021", "jp": "24",
                 "penyelenggara": "BPSDM"},
                {"jenis": "Seminar", "nama": "Lain", "selesai": "2020", "penyelenggara": "LAN"},
            ],
        ),
        ("pengembangan", "Seminar\n", [{"jenis": "Seminar"}]),
        ("pengembangan", '"Arsip\ndinamis"\tSeminar\t1-2-2021\t3-2-2021', [
            {"nama": "Arsip\ndinamis", "jenis": "Seminar", "mulai": "1-2-2021",
             "selesai": "3-2-2021"}]),
        ("pendidikan", "S-1\tHukum\tUnhas\t2004",
         [{"tingkat": "S-1", "bidang": "Hukum", "sekolah": "Unhas", "tanggal": "2004"}]),
        ("penilaian", "2020\tBaik\t91,2\n2021\tBaik\t95",
         [{TAHUN: "2020", "predikat": "Baik", "nilai": "91,2"},
          {TAHUN: "2021", "predikat": "Baik", "nilai": "95"}]),
        ("hukuman", "Teguran lisan\t1-2-2020\t800/1",
         [{"jenis": "Teguran lisan", "tmt": "1-2-2020", "nomor_sk": "800/1"}]),
        ("hukuman", " \n\t\n", []),
    ],
)  # fmt: skip
def test_pasted_rows_are_understood(himpunan: str, text: str, rows: list[dict[str, str]]) -> None:
    assert read_paste(himpunan, text, A) == [PastedRow(isi) for isi in rows]


def test_whose_a_pasted_row_is() -> None:
    heads = "NIP\tJenis Diklat\tNama Diklat\n"
    text = f"{heads}{ANI}\tSeminar\tX\n19800101 200501 2 009\tSeminar\tY\n"
    found = read_paste("pengembangan", text, A)
    assert [row.orang_lain for row in found] == ["", "19800101 200501 2 009"]


def test_several_records_are_one_change(kantor: Kantor) -> None:
    path = kantor.buat()
    kantor.impor(path, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani")]))
    new = [edit.NewRecord({"jenis": "Seminar", "nama": name}) for name in "ab"]
    with open_project(path, SAAT) as project:
        before = len(project.journal())
        assert len(edit.add_records(project, SAAT, A, "pengembangan", new)) == 2
        assert len(project.journal()) == before + 1
        assert brief_words(project.journal()[-1]) == "2 catatan ditambahkan."
        twice = [edit.NewRecord({"jenis": "Seminar", "nama": "c"})] * 2
        with pytest.raises(UserError, match="sama persis"):
            edit.add_records(project, SAAT, A, "pengembangan", twice)
        assert len(project.journal()) == before + 1


def test_why_records_did_not_count(kantor: Kantor) -> None:
    path = kantor.buat()
    kantor.impor(path, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani")]))
    with open_project(path, SAAT) as project:
        for year in ("2010", "2011", ""):
            isi = {"jenis": "Seminar", "nama": f"S{year}", "selesai": year}
            edit.add_record(project, SAAT, A, "pengembangan", isi)
        found = explain_person(project, load_year(project, 2021), ANI)
    known = {one.instrumen: one for one in found.jejak.langkah}
    seminar = known["seminar"]
    why = "di luar jendela waktu (2); tanpa tanggal (1)"
    assert left_words(seminar) == f"3 catatan tidak dihitung: {why}"
    told = replace(seminar, alasan="Menurut riwayat: belum; 3 catatan tidak dihitung.")
    assert left_words(told) == f"Sebabnya: {why}"
    assert left_words(known["diklat_teknis"]) == ""


def test_a_history_says_what_each_year_says(kantor: Kantor) -> None:
    path = kantor.buat()
    people = [lebar(ANI, "Ani"), lebar(BUDI, "Budi", nilai=95)]
    kantor.impor(path, kantor.buku("a", Data=[LEBAR, *people]))
    assert run("sahkan", path, "-o", kantor.folder / "sah.pdf", *PENGESAHAN).status == 0
    with open_project(path, SAAT) as project:
        add_year(project, SAAT, 2022, None, None, None)
        histories = Histories()
        for nip in (A, int(BUDI)):
            person = project.person_id(nip)
            assert person is not None
            years = histories.of(project, person, nip)
            assert [(one.tahun, one.disahkan) for one in years] == [(2022, False), (2021, True)]
            for one in years:
                state = load_year(project, one.tahun)
                at = int(state.roster.nip.searchsorted(nip))
                assert one.indeks == int(state.scores.indeks[at])
                points = [int(each) for each in state.scores.dimensi[:, at]]
                assert [value for _, value in one.dimensi] == points
        assert histories.of(project, 999, 999) == []
