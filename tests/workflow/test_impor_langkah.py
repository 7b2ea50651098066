"""An import in steps, as the window does it: opened, prepared, looked at, applied."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from ipasn_core.errors import UserError
from ipasn_core.progress import Cancelled
from ipasn_core.storage import apply as storing
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.import_ import (
    STALE,
    Opened,
    Options,
    Prepared,
    apply,
    import_sheets,
    open_sheet,
    open_sheets,
    prepare,
)
from ipasn_core.workflow.import_changes import changes, people, units
from ipasn_core.workflow.import_rows import excerpt, first_rows
from ipasn_core.workflow.import_view import (
    SheetSeen,
    fault_words,
    findings,
    sheets_seen,
)
from tests.workflow.kantor import (
    ANI,
    BUDI,
    LEBAR,
    NOMINATIF,
    PEGAWAI,
    RIWAYAT,
    SAAT,
    Kantor,
    jurnal,
    lebar,
    sidik,
)


def siapkan(project: Path, *sheets: Path, **options: Any) -> Prepared:
    with open_project(project) as opened:
        return prepare(opened, 2021, open_sheets(sheets), Options(**options))


def lembar(prepared: Prepared) -> dict[str, SheetSeen]:
    return {one.judul: one for one in sheets_seen(prepared)}


def test_steps_leave_the_same_entry_as_the_command(kantor: Kantor) -> None:
    one, other = kantor.buat("satu"), kantor.buat("lain")
    import_sheets(one, SAAT, [NOMINATIF, RIWAYAT], Options())
    with open_project(other, SAAT) as project:
        prepared = prepare(project, 2021, open_sheets([NOMINATIF, RIWAYAT]), Options())
        assert project.journal()[-1].perbuatan == "buat"
        apply(project, SAAT, prepared)
        detail = project.journal()[-1].isi
    with open_project(one) as project:
        assert project.journal()[-1].isi == detail
    assert detail["baru"] == 3395


def test_a_plan_that_was_overtaken_is_refused(kantor: Kantor) -> None:
    path = kantor.buat()
    first = kantor.buku("satu", Data=[LEBAR, lebar(ANI, "Ani")])
    second = kantor.buku("dua", Data=[LEBAR, lebar(BUDI, "Budi")])
    with open_project(path, SAAT) as project:
        early = prepare(project, 2021, open_sheets([first]), Options())
        apply(project, SAAT, prepare(project, 2021, open_sheets([second]), Options()))
        with pytest.raises(UserError) as caught:
            apply(project, SAAT, early)
        assert caught.value.kode == STALE
        apply(project, SAAT, prepare(project, 2021, early.opened, Options()))
        assert len(project.load_roster(2021)) == 2


@pytest.mark.parametrize("last", [0, 1, 2])
def test_an_import_stopped_changes_nothing(kantor: Kantor, last: int) -> None:
    path = kantor.buat()
    book = kantor.buku("satu", Data=[LEBAR, lebar(ANI, "Ani")])

    def stop(step: str, done: int, total: int) -> None:
        if done == last:
            raise Cancelled

    before = sidik(path)
    with open_project(path, SAAT) as project:
        prepared = prepare(project, 2021, open_sheets([book]), Options())
        with pytest.raises(Cancelled):
            apply(project, SAAT, prepared, stop)
        assert len(project.load_roster(2021)) == 0
    assert sidik(path) == before


@pytest.mark.parametrize("stopped", ["Menyimpan pegawai", "Menyimpan riwayat", "Menyimpan cakupan"])
def test_storing_counts_and_stops_anywhere(
    kantor: Kantor, monkeypatch: pytest.MonkeyPatch, stopped: str
) -> None:
    monkeypatch.setattr(storing, "BATCH", 1)
    path = kantor.buat()
    book = kantor.buku(
        "satu",
        Data=[LEBAR, lebar(ANI, "Ani"), lebar(BUDI, "Budi")],
        Hukuman=[
            ("NIP", "Nama", "Tingkat Hukuman", "Nomor SK", "TMT"),
            (ANI, "Ani", "Ringan", "1", "01-02-2021"),
            (BUDI, "Budi", "Ringan", "2", "01-02-2021"),
        ],
    )
    told: list[tuple[str, int, int]] = []

    def watch(step: str, done: int, total: int) -> None:
        told.append((step, done, total))
        if (step, done) == (stopped, 1):
            raise Cancelled

    before = sidik(path)
    with open_project(path, SAAT) as project:
        prepared = prepare(project, 2021, open_sheets([book]), Options())
        with pytest.raises(Cancelled):
            apply(project, SAAT, prepared, watch)
        assert len(project.load_roster(2021)) == 0
    assert told[-2:] == [(stopped, 0, 2), (stopped, 1, 2)]
    assert sidik(path) == before
    with open_project(path, SAAT) as project:
        apply(project, SAAT, prepare(project, 2021, prepared.opened, Options()))
        assert len(project.load_roster(2021)) == 2


def test_of_files_that_cannot_be_read_the_reason_is_kept(kantor: Kantor) -> None:
    bad, gone = kantor.folder / "rusak.xlsx", kantor.folder / "tidak-ada.xlsx"
    bad.write_bytes(b"%PDF-1.4 bukan lembar kerja")
    opened = [open_sheet(bad), open_sheet(gone)]
    assert [one.galat is not None and one.galat.kode for one in opened] == [
        "format-pdf",
        "berkas-tidak-ada",
    ]
    assert [one.gone for one in opened] == [False, True]


def test_nothing_of_use_is_said_and_refused(kantor: Kantor) -> None:
    path = kantor.buat()
    book = kantor.buku("bunga", Data=[("Bunga", "Warna"), ("Melati", "Putih")])
    with open_project(path, SAAT) as project:
        prepared = prepare(project, 2021, Opened((open_sheet(book),)), Options())
        assert prepared.useless is not None
        told, way_out = fault_words(prepared.useless)
        assert "Tidak ada yang dapat disimpan" in told
        assert "--" not in way_out
        with pytest.raises(UserError):
            apply(project, SAAT, prepared)
        assert len(jurnal(path)) == 1


# ---------------------------------------------------------------- what it looks like


def test_the_sample_is_taken_for_what_it_is(kantor: Kantor) -> None:
    path = kantor.buat()
    seen = sheets_seen(siapkan(path, NOMINATIF, RIWAYAT))
    assert {one.tanda for one in seen} <= {"baik", "lewat"}
    kinds = {one.sebutan for one in seen}
    assert {"Per pegawai", "Riwayat pendidikan", "Riwayat diklat"} <= kinds
    for one in seen:
        assert one.dipakai <= one.berkepala
        if one.tanda == "baik":
            assert "nip" in {column.bidang for column in one.kolom}


def test_columns_tell_what_they_are_used_as(kantor: Kantor) -> None:
    rows = [("DAFTAR PEGAWAI",), (), (*PEGAWAI, "Hobi"), [ANI, "Ani", "PNS", "Pelaksana"]]
    prepared = siapkan(kantor.buat(), kantor.buku("a", Data=rows))
    seen = lembar(prepared)["Data"]
    assert (seen.baris_kepala, seen.tanda, seen.sebutan) == (3, "baik", "Per pegawai")
    first, last = seen.kolom[0], seen.kolom[-1]
    assert (first.huruf, first.kepala, first.bidang, first.sebutan) == ("A", "NIP", "nip", "NIP")
    assert (last.kepala, last.bidang) == ("Hobi", "")
    assert (seen.dipakai, seen.berkepala) == (len(PEGAWAI), len(PEGAWAI) + 1)
    (row,) = first_rows(prepared, seen.berkas_ke, seen.lembar_ke, seen.awal)
    assert (row.baris, row.sel[0].teks, row.sel[1].teks) == (4, ANI, "Ani")


def test_a_column_by_hand_takes_the_place_of_another(kantor: Kantor) -> None:
    rows = [("NIP", "Nama", "Panggilan", "Jenis Jabatan"), [ANI, "Ani", "Ani Rahma", "Pelaksana"]]
    path, book = kantor.buat(), kantor.buku("a", Data=rows)
    prepared = siapkan(path, book, kolom=("a.xlsx:Data:nama=C", "a.xlsx:Data:abaikan=D"))
    seen = lembar(prepared)["Data"]
    assert [(one.bidang, one.tangan) for one in seen.kolom] == [
        ("nip", False),
        ("", False),
        ("nama", True),
        ("", True),
    ]


def test_a_missing_column_is_a_question(kantor: Kantor) -> None:
    rows = [("Nomor Pegawai Lama", "Nama", "Jenis Jabatan", "Jenjang"), [ANI, "Ani", "Pelaksana"]]
    path, book = kantor.buat(), kantor.buku("a", Data=rows)
    seen = lembar(siapkan(path, book))["Data"]
    assert seen.tanda == "galat"
    assert seen.soal is not None
    assert seen.soal.judul == "Kolom mana yang berisi NIP?"
    assert (seen.soal.bidang, seen.soal.pilihan) == ("nip", ())
    answered = lembar(siapkan(path, book, kolom=("a.xlsx:Data:nip=A",)))["Data"]
    assert (answered.tanda, answered.soal) == ("baik", None)


def test_a_guessed_column_is_a_question_with_its_answer(kantor: Kantor) -> None:
    rows = [("NIPeg", "Nama", "Jenis Jabatan"), [ANI, "Ani", "Pelaksana"]]
    path, book = kantor.buat(), kantor.buku("a", Data=rows)
    prepared = siapkan(path, book)
    seen = lembar(prepared)["Data"]
    assert seen.soal is not None
    assert (seen.tanda, seen.soal.pilihan, seen.soal.dugaan) == ("periksa", ("A",), "A")
    assert seen.soal.judul == "Apakah kolom A (“NIPeg”) berisi NIP?"
    assert seen.soal.bukti == "1 dari 1 sel berisi terbaca sebagai NIP."
    (finding,) = [one for one in findings(prepared) if one.kode == "kolom-diduga"]
    assert "--kolom" not in (finding.perbaikan or "")
    answered = lembar(siapkan(path, book, kolom=("a.xlsx:Data:nip=A",)))["Data"]
    assert (answered.tanda, answered.soal) == ("baik", None)


def test_two_likely_columns_are_a_question(kantor: Kantor) -> None:
    rows = [("Identitas", "Nama", "Jenis Jabatan", "Kontak"), [ANI, "Ani", "Pelaksana", BUDI]]
    path, book = kantor.buat(), kantor.buku("a", Data=rows)
    seen = lembar(siapkan(path, book))["Data"]
    assert seen.soal is not None
    assert (seen.tanda, seen.soal.pilihan, seen.soal.dugaan) == ("galat", ("A", "D"), "")
    assert seen.soal.bidang == "nip"


def test_two_columns_of_one_field_are_a_question(kantor: Kantor) -> None:
    rows = [("NIP", "Nama", "Nama", "Jenis Jabatan"), [ANI, "Ani", "Ana", "Pelaksana"]]
    path, book = kantor.buat(), kantor.buku("a", Data=rows)
    seen = lembar(siapkan(path, book))["Data"]
    assert seen.soal is not None
    assert (seen.tanda, seen.soal.bidang, seen.soal.pilihan) == ("periksa", "nama", ("B", "C"))
    answered = lembar(siapkan(path, book, kolom=("a.xlsx:Data:nama=C",)))["Data"]
    assert (answered.tanda, answered.soal) == ("baik", None)


def test_the_rows_around_a_finding(kantor: Kantor) -> None:
    rows = [lebar(ANI, "Ani"), lebar("123", "Buruk"), lebar(BUDI, "Budi")]
    prepared = siapkan(kantor.buat(), kantor.buku("a", Data=[LEBAR, *rows]))
    (finding,) = [one for one in prepared.plan.temuan if one.kode == "nip-bukan-18-angka"]
    around = excerpt(prepared, finding)
    assert around is not None
    assert around.alamat == ("a.xlsx", "Data", f"{finding.kolom}3")
    assert [row.baris for row in around.rows] == [2, 3, 4]
    assert around.kolom is not None
    assert around.rows[1].sel[around.kolom].teks == "123"
    assert around.kepala == tuple(LEBAR)


def test_remedies_name_steps_not_options(kantor: Kantor) -> None:
    rows = [("NIP", "Nama", "Nama", "Jenis Jabatan"), [ANI, "Ani", "Ana", "Pelaksana"]]
    prepared = siapkan(kantor.buat(), kantor.buku("a", Data=rows))
    assert any("--kolom" in (one.perbaikan or "") for one in prepared.plan.temuan)
    told = findings(prepared)
    assert [one.id for one in told] == [one.id for one in prepared.plan.temuan]
    assert not any("--" in (one.perbaikan or "") for one in told)


def test_who_changes_and_from_what_to_what(kantor: Kantor) -> None:
    path = kantor.buat()
    kantor.impor(path, kantor.buku("a", Data=[LEBAR, lebar(ANI, "Ani", nilai=80)]))
    rows = [lebar(ANI, "Ani", nilai=95), lebar(BUDI, "Budi")]
    prepared = siapkan(path, kantor.buku("b", Data=[LEBAR, *rows]))
    assert [one.nama for one in people(prepared, "baru")] == ["Budi"]
    assert [one.nip for one in people(prepared, "berubah")] == [int(ANI)]
    (change,) = changes(prepared)
    assert (change.who.nama, change.sebutan) == ("Ani", "Nilai kinerja 2021")
    assert (change.lama, change.baru) == ("80", "95")
    assert len(units(prepared)) >= 1


def test_removed_and_added_records_are_changes(kantor: Kantor) -> None:
    path = kantor.buat()
    heads = ("NIP", "Jenis Diklat", "Nama Diklat", "Tanggal Mulai", "Tanggal Selesai", "Jumlah JP")

    def course(nama: str) -> list[object]:
        return [ANI, "Diklat Teknis", nama, "01-02-2021", "03-02-2021", 20]

    person = [ANI, "Ani", "PNS", "Pelaksana", "Pelaksana", "Pengadministrasi", "Dinas A"]
    sheets = {"Pegawai": [PEGAWAI, person]}
    kantor.impor(path, kantor.buku("a", **sheets, Diklat=[heads, course("Arsip")]))
    book = kantor.buku("b", **sheets, Diklat=[heads, course("Kearsipan")])
    told = [(one.lama, one.baru) for one in changes(siapkan(path, book, ganti=True))]
    assert len(told) == 2
    assert "Arsip" in told[0][0]
    assert told[0][1] == told[1][0] == ""
    assert "Kearsipan" in told[1][1]
