"""Where lines end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipasn_core.reports.document import Tebal
from ipasn_core.reports.pdf.breaking import (
    LOOSE,
    SHRINK,
    STRETCH,
    TRACKING,
    Line,
    Word,
    balance,
    flush_left,
    justify,
)
from ipasn_core.reports.pdf.fonts import load_faces
from ipasn_core.reports.pdf.page import MM
from ipasn_core.reports.pdf.text import bind, set_text

SPACE = 3.0

paragraphs = st.lists(
    st.builds(Word, st.floats(2, 90), st.integers(0, 2), st.integers(1, 15)), max_size=60
)
measures = st.floats(60, 450)


def covers(lines: list[Line], words: list[Word]) -> bool:
    """Tell whether the lines hold every word once, in order."""
    ends = [0, *(line.last for line in lines)]
    return [line.first for line in lines] == ends[:-1] and ends[-1] == len(words)


@given(paragraphs, measures)
def test_every_word_is_set_once_and_in_order(words: list[Word], measure: float) -> None:
    assert covers(justify(words, measure, SPACE), words)
    assert covers(flush_left(words, measure, SPACE), words)


@given(paragraphs, measures)
def test_no_line_overruns_unless_a_single_word_does(words: list[Word], measure: float) -> None:
    for line in justify(words, measure, SPACE):
        held = words[line.first : line.last]
        spaces = len(held) - 1 + sum(word.spaces for word in held)
        gaps = sum(word.chars for word in held) + len(held) - 2
        natural = sum(word.width for word in held) + SPACE * (len(held) - 1)
        width = natural + line.gap * spaces + line.track * max(gaps, 0)
        assert width <= measure + 1e-3 or len(held) == 1


@given(paragraphs, measures)
def test_justified_spaces_stay_within_bounds(words: list[Word], measure: float) -> None:
    lines = justify(words, measure, SPACE)
    for line in lines:
        if line.last - line.first > 1:
            assert SHRINK - 1e-6 <= 1 + line.gap / SPACE <= LOOSE + 1e-6
            assert 0 <= line.track <= TRACKING
            if line.track:
                assert 1 + line.gap / SPACE >= STRETCH - 1e-6


@given(paragraphs, measures)
def test_flush_left_takes_no_line_more_than_greedy_filling(
    words: list[Word], measure: float
) -> None:
    greedy, room = 0, -1.0
    for word in words:
        if room < word.width + SPACE - 1e-9:
            greedy, room = greedy + 1, measure - word.width
        else:
            room -= word.width + SPACE
    assert len(flush_left(words, measure, SPACE)) <= greedy


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=9), max_size=25), st.floats(20, 200))
def test_cells_keep_their_words(words: list[str], measure: float) -> None:
    widths = [5.0 * len(word) for word in words]
    assert " ".join(balance(words, widths, measure, SPACE)).split() == words


def cell(text: str, measure: float) -> list[str]:
    """Wrap a cell's text in 8,5 pt."""
    face = load_faces().regular
    words = text.split()
    return balance(words, [face.width(w, 8.5) for w in words], measure, face.width(" ", 8.5))


@pytest.mark.parametrize(
    ("nama", "lines"),
    [
        ("Dinas Pekerjaan Umum dan Penataan Ruang", ["Dinas Pekerjaan Umum", "dan Penataan Ruang"]),
        (
            "Dinas Sosial dan Pemberdayaan Masyarakat",
            ["Dinas Sosial", "dan Pemberdayaan Masyarakat"],
        ),
        (
            "Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
            ["Badan Kepegawaian dan", "Pengembangan Sumber Daya Manusia"],
        ),
        ("Dinas Kesehatan", ["Dinas Kesehatan"]),
    ],
)
def test_names_are_broken_by_sense(nama: str, lines: list[str]) -> None:
    assert cell(nama, 53 * MM) == lines


def test_a_paragraph_of_the_report_is_broken_as_in_the_drafts() -> None:
    text = (
        "Laporan ini menyajikan tingkat profesionalitas pegawai Aparatur Sipil Negara (ASN) di "
        "lingkungan Pemerintah Kota Bontang Tahun 2021, yang diukur menurut dimensi kualifikasi, "
        "kompetensi, kinerja, dan disiplin."
    )
    lines = set_text((text,), load_faces(), 11, 156 * MM, justified=True)
    set_lines = ["".join(part for _, part in line.parts).replace("\u00a0", " ") for line in lines]
    assert [line.split()[-1] for line in set_lines] == ["di", "kualifikasi,", "disiplin."]
    assert lines[0].width(11) == pytest.approx(156 * MM)
    assert lines[1].width(11) == pytest.approx(156 * MM)
    assert lines[2].gap == 0


def test_a_loose_paragraph_is_set_flush_left_as_a_whole() -> None:
    text = (
        "Demikian laporan ini disusun berdasarkan data kepegawaian yang tersedia untuk digunakan "
        "sebagaimana mestinya."
    )
    lines = set_text((text,), load_faces(), 11, 156 * MM, justified=True)
    assert all(line.gap == 0 and line.track == 0 for line in lines)


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("paling sedikit 20 JP setahun", "paling sedikit 20~JP setahun"),
        ("dihitung dari 3.395 pegawai", "dihitung dari 3.395~pegawai"),
        ("Nomor 8 Tahun 2019 tentang", "Nomor~8 Tahun~2019 tentang"),
        ("tanggal 31 Desember 2021", "tanggal 31~Desember 2021"),
        ("dalam Pasal 8 dan Tabel 3", "dalam Pasal~8 dan Tabel~3"),
        ("NIP 19850312 201001 1 004, III/c", "NIP~19850312~201001~1~004, III/c"),
        ("Nama Lengkap, S.Sos., M.Si.", "Nama Lengkap,~S.Sos.,~M.Si."),
        ("Lampiran IV memuat", "Lampiran~IV memuat"),
        ("pada dua desimal", "pada dua desimal"),
    ],
)
def test_no_break_spaces(text: str, bound: str) -> None:
    assert bind(text).replace("\u00a0", "~") == bound


def test_bold_stretches_are_whole() -> None:
    runs = ("Nilai ", Tebal("Sangat Tinggi"), " itu")
    (line,) = set_text(runs, load_faces(), 11, 400)
    assert [text for _, text in line.parts] == ["Nilai ", "Sangat Tinggi", " itu"]


def test_nothing_makes_no_lines() -> None:
    assert set_text((), load_faces(), 11, 400, justified=True) == []
    assert set_text(("  ",), load_faces(), 11, 400) == []
