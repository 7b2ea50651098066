"""What differs between a backup and now; what a project has learned; another edition of a year."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from ipasn_core.errors import RuleError, StorageError
from ipasn_core.rules.loader import editions
from ipasn_core.storage.project import open_project
from ipasn_core.storage.reader import Reader
from ipasn_core.workflow.backups import compare, difference_words
from ipasn_core.workflow.configure import (
    change_settings,
    forget_column,
    remembered_columns,
    show_settings,
)
from ipasn_core.workflow.edit_people import remove_from_year
from ipasn_core.workflow.journal_words import entry_words
from ipasn_core.workflow.learned import added, learned, removed
from ipasn_core.workflow.score import load_year
from ipasn_core.workflow.setting_words import setting_name
from ipasn_core.workflow.undo import undo
from ipasn_core.workflow.years import add_year, change_edition
from tests.shots.stage import CONTEXT, sample_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return sample_project(tmp_path / "p.ipasn")


def test_a_backup_of_now_differs_in_nothing(project: Path) -> None:
    with open_project(project, CONTEXT) as opened:
        copy = opened.back_up(CONTEXT, "impor")
        found = compare(opened, copy.path)
        assert found.sama
        assert difference_words(found) == ["Isinya sama dengan proyek sekarang."]


def test_what_happened_since_a_backup_in_counts_and_words(project: Path) -> None:
    with open_project(project, CONTEXT) as opened:
        copy = opened.back_up(CONTEXT, "impor")
        nips = opened.load_roster(2021).nip.tolist()
        remove_from_year(opened, CONTEXT, 2021, nips[0])
        change_settings(opened, CONTEXT, None, {"kertas": "a4", "target.disiplin": "4.5"})
        add_year(opened, CONTEXT, 2022, None, None, None)
        found = compare(opened, copy.path)
        assert [(one.baru, one.berubah, one.hilang) for one in found.tahun] == [
            (0, 0, 1),
            (3394, 0, 0),
        ]
        words = difference_words(found)
        assert words[0].startswith("Tahun 2021: 1 pegawai dikeluarkan; indeks ")
        assert words[1] == "Tahun 2022 belum ada saat itu (3.394 pegawai sekarang)."
        assert words[2:] == [
            "Kertas laporan diubah dari F4 menjadi A4.",
            "Target Disiplin 2021 diubah dari 4 menjadi 4,5.",
        ]


def test_whose_data_changed_is_counted_once(project: Path) -> None:
    with open_project(project, CONTEXT) as opened:
        copy = opened.back_up(CONTEXT, "impor")
        with opened.change(CONTEXT, "uji") as writer:
            ask, run = writer._db.one, writer._db.run
            course = ask("SELECT id, pegawai FROM pengembangan")
            assert course is not None
            degree = ask("SELECT id, pegawai FROM pendidikan WHERE pegawai <> ?", course[1:])
            assert degree is not None
            other = ask("SELECT id FROM pegawai WHERE id NOT IN (?, ?)", (course[1], degree[1]))
            assert other is not None
            run("UPDATE pegawai SET nama = nama || ' X' WHERE id = ?", other)
            run("UPDATE keadaan SET jabatan = 'Lain' WHERE pegawai = ?", other)
            run("UPDATE pengembangan SET jp = 7 WHERE id = ?", course[:1])
            run("DELETE FROM pendidikan WHERE id = ?", degree[:1])
        (year,) = compare(opened, copy.path).tahun
        assert (year.baru, year.berubah, year.hilang) == (0, 3, 0)


def test_spellings_are_learned_and_forgotten(project: Path) -> None:
    with open_project(project, CONTEXT) as opened:
        texts = show_settings(opened, None)
        change_settings(opened, CONTEXT, None, added(texts, "ejaan.pendidikan.s1", "sarj"))
        texts = show_settings(opened, None)
        change_settings(opened, CONTEXT, None, added(texts, "ejaan.pendidikan.s1", "str satu"))
        texts = show_settings(opened, None)
        found = learned(texts, remembered_columns(opened))
        assert [(one.jenis, one.tulisan, one.berarti) for one in found] == [
            ("Ejaan", "sarj", "Pendidikan S-1"),
            ("Ejaan", "str satu", "Pendidikan S-1"),
        ]
        change_settings(opened, CONTEXT, None, removed(texts, found[0]))
        assert show_settings(opened, None)["ejaan.pendidikan.s1"] == "str satu"
    assert setting_name("judul.nip") == "Judul kolom NIP"


def test_a_remembered_column_is_listed_and_forgotten(project: Path) -> None:
    with open_project(project, CONTEXT) as opened:
        with opened.change(CONTEXT, "impor", {}) as writer:
            kepala = opened.imports(2021)[0].lembar[0].kepala
            writer._db.run("INSERT INTO pemetaan VALUES (?, 'D', 'jp')", (kepala,))
        (one,) = remembered_columns(opened)
        assert one.sebutan.startswith("kolom D sebagai Jumlah JP (nominatif.xlsx, ")
        forget_column(opened, CONTEXT, one)
        assert remembered_columns(opened) == []
        undo(opened, CONTEXT)
        assert remembered_columns(opened) == [one]


@pytest.fixture
def draft(monkeypatch: pytest.MonkeyPatch) -> str:
    """Make a second, draft edition for the same years known, and return its id."""
    real = editions()
    other = replace(real[0], id="uji", singkatan="Aturan Uji", nama="Aturan Uji", status="draf")
    for place in ("create", "score"):
        monkeypatch.setattr(f"ipasn_core.workflow.{place}.editions", lambda: (*real, other))
    return other.id


def test_another_edition_of_a_year_and_back(project: Path, draft: str) -> None:
    with open_project(project, CONTEXT) as opened:
        change_edition(opened, CONTEXT, 2021, draft)
        assert load_year(opened, 2021).edition.draf
        words = entry_words(opened.journal()[-1])
        assert words == "Aturan tahun 2021 diubah dari Perban BKN 8/2019 menjadi Aturan Uji"
        undo(opened, CONTEXT)
        assert not load_year(opened, 2021).edition.draf
        with pytest.raises(RuleError, match="tidak-ada"):
            change_edition(opened, CONTEXT, 2021, "tidak-ada")


def test_the_edition_of_a_signed_year_stays(
    project: Path, draft: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Reader, "is_signed", lambda *_: True)
    with (
        open_project(project, CONTEXT) as opened,
        pytest.raises(StorageError, match="sudah disahkan"),
    ):
        change_edition(opened, CONTEXT, 2021, draft)
