"""Documents as values: numbers, references, and their text form."""

from __future__ import annotations

import pytest

from ipasn_core.reports.document import (
    Bagian,
    Document,
    Lampiran,
    Paragraf,
    Rujukan,
    Tabel,
    Tanda,
    Tebal,
)
from ipasn_core.reports.numbering import dump, join_sentences, number, present
from tests.reports.sample import BLOK, HASIL, INSTRUMEN, LAPORAN

NBSP = "\u00a0"


def test_sections_tables_and_a_single_annex_are_numbered() -> None:
    labels = list(number(BLOK).label.values())
    assert labels == ["I.", "A.", "II.", "Tabel 1", "III.", "Tabel 2", "LAMPIRAN"]


def test_references_follow_the_order_of_the_parts() -> None:
    assert number(BLOK).rujukan["hasil"] == f"Tabel{NBSP}2"
    assert number((HASIL, INSTRUMEN)).rujukan["hasil"] == f"Tabel{NBSP}1"
    assert number(BLOK).rujukan["metode"] == f"Bagian{NBSP}II"


def test_several_annexes_have_roman_numbers() -> None:
    annexes = tuple(Lampiran("LAPORAN", ("DAFTAR",), kunci=k) for k in "abcd")
    numbering = number(annexes)
    assert list(numbering.label.values())[3] == "LAMPIRAN IV"
    assert numbering.rujukan["d"] == f"Lampiran{NBSP}IV"


def test_letters_start_anew_in_every_section() -> None:
    blok = (Bagian("A"), Bagian("a", 2), Bagian("b", 2), Bagian("B"), Bagian("c", 2, "c"))
    assert list(number(blok).label.values()) == ["I.", "A.", "B.", "II.", "A."]
    assert number(blok).rujukan["c"].replace(NBSP, " ") == "Bagian II huruf A"


def test_a_reference_to_nothing_is_an_error() -> None:
    with pytest.raises(ValueError, match="gambar-3"):
        dump(Document((Paragraf((Rujukan("gambar-3"),)),)))


def test_one_name_for_two_parts_is_an_error() -> None:
    with pytest.raises(ValueError, match="hasil"):
        number((HASIL, HASIL))


def test_a_sentence_that_points_to_an_absent_part_is_left_out() -> None:
    kalimat = (
        ("Lihat ", Rujukan("hasil"), "."),
        ("Peringkatnya ada pada ", Rujukan("gambar-3"), "."),
        "Selesai.",
    )
    isi = join_sentences(kalimat, present(BLOK))
    assert number(BLOK).text(isi).replace(NBSP, " ") == "Lihat Tabel 2. Selesai."
    assert join_sentences(kalimat[1:2], present(BLOK)) == ()


def test_present_names_what_can_be_referred_to() -> None:
    assert present(BLOK) == {"pendahuluan", "metode", "instrumen", "hasil"}


def test_bold_runs_survive_resolving() -> None:
    assert number(()).resolve(("a ", Tebal("b"))) == ("a ", Tebal("b"))


def test_the_text_form_shows_values_not_their_print() -> None:
    text = dump(Document(LAPORAN.blok, LAPORAN.kaki, Tanda.DRAF))
    assert text.startswith("[DRAF]\nPEMERINTAH KOTA CONTOH\n")
    assert "\n# II. Metode Pengukuran\n\n" in text
    assert "Instrumen tercantum dalam Tabel 1." in text
    assert "Indeks adalah *71,59*, rinciannya dalam Tabel 2." in text
    assert "1 | Kualifikasi | 25000 | 41183/3395 | 15000 |" in text
    assert "utama: Kategori | < | SEDANG | < | < | <" in text
    assert "^ | S-2 | 20000 | < | <" in text
    assert "Seminar | Pernah | belum ada | – | 17500" in text
    assert "Plt. KEPALA BADAN KEPEGAWAIAN," in text
    assert text.endswith("kaki: Sidik jari isi C9A6\n")


def test_rows_can_be_read_again_and_again() -> None:
    tabel = BLOK[-1]
    assert isinstance(tabel, Tabel)
    assert list(tabel.baris) == list(tabel.baris)
    assert len(list(tabel.baris)) == 33 + 4
