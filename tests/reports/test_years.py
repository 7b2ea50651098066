"""Years at the edges, printed whole: nothing overlaps, overruns its margin, or breaks a word."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

import pypdfium2
import pytest

from ipasn_core.reports import lengkap
from ipasn_core.reports.document import Document
from ipasn_core.reports.frame import title_lines
from ipasn_core.reports.pdf.page import MM
from ipasn_core.reports.seal import Seal
from ipasn_core.scoring.year_state import YearState
from tests.reports.sample import page_texts, pdf_bytes
from tests.reports.years import (
    NAMES,
    NOW,
    PEJABAT,
    RULES,
    SETTINGS,
    TARGETS,
    empty_person,
    random_people,
    seal,
    year,
)

LONG_OPD = (
    "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk, Keluarga Berencana, "
    "Pemberdayaan Masyarakat dan Desa"
)
LONG_NAME = (
    "Prof. Dr. Ir. Raden Mas Muhammad Abdurrahman Wicaksono Kusumaningrat, S.Sos., M.Si., Ph.D."
)
LONG_POST = (
    "Kepala Subbidang Pengembangan Kompetensi Teknis, Fungsional, Manajerial dan Sosial Kultural "
    "pada Bidang Pengembangan Aparatur dan Penilaian Kinerja Pegawai"
)
LONG_NUMBER = "800.1.3.2/00142/BKPSDM-SEKRETARIAT/SUBBAG-UMPEG/XII/2022/A/B"
LONG_AGENCY = (
    "Badan Kepegawaian, Pendidikan dan Pelatihan serta Pengembangan Sumber Daya Manusia Aparatur "
    "Daerah Kabupaten Kepulauan"
)
FORTY = [f"{kind} {at:02}" for kind in ("Dinas", "Badan", "Kelurahan", "RSUD") for at in range(10)]


class Box(NamedTuple):
    """A stretch of text on a page, points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


def long_year(kertas: str) -> YearState:
    settings = replace(
        SETTINGS,
        kertas=kertas,
        instansi="Pemerintah Kabupaten Kepulauan Pangkajene dan Kepulauan Sekitarnya Selatan",
        wilayah="",
        perangkat_daerah=LONG_AGENCY,
        alamat=(f"Jalan {LONG_OPD}", "Telepon (0548) 000000", "Pos-el bkpsdm@contoh.invalid"),
        tembusan=tuple(f"Kepala {LONG_OPD}" for _ in range(12)),
    )
    people = random_people(45, [LONG_OPD, f"{LONG_OPD} Barat", None])
    people = [p | {"nama": LONG_NAME, "jabatan": LONG_POST, "golongan": 44} for p in people]
    targets = {"kualifikasi": "15.25", "kompetensi": "31.5", "kinerja": "25.125", "disiplin": "4"}
    return year(people, settings, targets)


def bare_year(kertas: str) -> YearState:
    settings = replace(SETTINGS, kertas=kertas, alamat=(), lambang="tanpa", tembusan=())
    return year(random_people(30, ["Dinas A", "Dinas B"]), settings)


def nobody_complete() -> YearState:
    kinds = ("struktural", "fungsional", "pelaksana")
    people = [
        empty_person(
            nip=198503122010011001 + at,
            nama=NAMES[at % 4],
            jenis_jabatan=kinds[at % 3],
            opd=("Dinas Satu", None)[at % 2],
        )
        for at in range(40)
    ]
    return year(people, targets=TARGETS)


LONG_SEAL = seal(replace(PEJABAT, nomor=LONG_NUMBER, nama=LONG_NAME, pangkat="", nip=""))
ACTING = seal(replace(PEJABAT, jabatan=f"Plt. Kepala {LONG_AGENCY}"), 1)
CASES: dict[str, tuple[YearState, Seal | None]] = {
    "one person": (year(random_people(1, ["Dinas"]), targets=TARGETS), seal()),
    "one without OPD": (year([empty_person()], targets=TARGETS), ACTING),
    "nobody complete": (nobody_complete(), None),
    "forty OPD": (year(random_people(80, FORTY), targets=TARGETS), ACTING),
    "long on A4": (long_year("a4"), LONG_SEAL),
    "long on F4": (long_year("f4"), LONG_SEAL),
    "long draft": (long_year("a4"), None),
    "bare on A4": (bare_year("a4"), seal(replace(PEJABAT, pangkat="", nip=""))),
    "no agency": (
        year(
            random_people(9, ["A"]),
            replace(SETTINGS, perangkat_daerah="", alamat=("Jalan",)),
            {"indeks": "70"},
        ),
        seal(replace(PEJABAT, jabatan="a.n. Wali Kota Contoh Sekretaris Daerah")),
    ),
    "draft edition": (
        year(random_people(40, ["A", "B"]), targets=TARGETS, edition=replace(RULES, status="draf")),
        None,
    ),
}


def boxes(page: pypdfium2.PdfPage) -> list[Box]:
    """Return the stretches of text of a page, without the large grey word."""
    text = page.get_textpage()
    found = [Box(*text.get_rect(at)) for at in range(text.count_rects())]
    return [box for box in found if box.top - box.bottom < 20]


def built(name: str) -> Document:
    state, marks = CASES[name]
    return lengkap.build(state, marks, NOW)


@pytest.mark.parametrize("name", CASES)
def test_every_page_is_fit_to_be_signed(name: str) -> None:
    data = pdf_bytes(built(name))
    for number, page in enumerate(pypdfium2.PdfDocument(data), 1):
        width, height = page.get_size()
        left, right = (30, 20) if width < height else (15, 15)
        found = boxes(page)
        for box in found:
            words = page.get_textpage().get_text_bounded(*box)
            assert box.left >= left * MM - 1, (number, words)
            assert box.right <= width - right * MM + 1, (number, words)
            assert box.bottom >= 7.5 * MM, (number, words)
            assert box.top <= height - 7.5 * MM, (number, words)
        for one, other in combinations(found, 2):
            wide = min(one.right, other.right) - max(one.left, other.left)
            high = min(one.top, other.top) - max(one.bottom, other.bottom)
            if wide > 1 and high > 1.5:
                pair = [page.get_textpage().get_text_bounded(*box) for box in (one, other)]
                pytest.fail(f"page {number}: {pair} overlap by {wide:.1f} x {high:.1f}")


@pytest.mark.parametrize("name", CASES)
def test_no_word_of_a_kategori_is_broken(name: str) -> None:
    words = " ".join(page_texts(pdf_bytes(built(name)))).split()
    for torn in ("Renda", "Sedan", "Sanga", "h", "g", "t"):
        assert torn not in words


def test_a_long_opd_is_cut_at_a_word_where_an_annex_goes_on() -> None:
    state = long_year("a4")
    longest = f"{LONG_OPD} di Wilayah Pesisir Utara, Timur, Tenggara, dan Kepulauan Terluar"
    people = random_people(12, [longest])
    people = [p | {"nama": LONG_NAME, "jabatan": LONG_POST} for p in people]
    texts = page_texts(pdf_bytes(lengkap.build(year(people, state.settings), seal(), NOW)))
    (heads,) = {text.split(" No. ")[0] for text in texts if text.startswith("Lampiran I, lanjutan")}
    assert heads.startswith(f"Lampiran I, lanjutan {LONG_OPD[:80]}")
    assert heads.endswith("\N{HORIZONTAL ELLIPSIS}, lanjutan")


def test_a_long_number_is_whole_wherever_it_stands() -> None:
    pages = page_texts(pdf_bytes(built("long on A4")))
    joined = ["".join(text.split()) for text in pages]
    assert LONG_NUMBER in joined[0]
    assert all(f"Nomor{LONG_NUMBER}" in text for text in joined)
    assert any(f"NOMOR:{LONG_NUMBER}" in text for text in joined)
    (signed,) = (at for at, text in enumerate(joined) if "Tandapengesahan" in text)
    page = pypdfium2.PdfDocument(pdf_bytes(built("long on A4")))[signed]
    drawn = page.get_textpage().get_text_range()
    # The reader takes a hyphen at the end of a line for a broken word.
    plain = "".join(char for char in drawn if char.isalnum() or char == "/")
    wanted = "".join(char for char in LONG_NUMBER if char.isalnum() or char == "/")
    assert plain.count(wanted) == 2


def test_the_frame_of_a_draft_leaves_the_letterhead_alone() -> None:
    page = pypdfium2.PdfDocument(pdf_bytes(built("draft edition")))[0]
    text = page.get_textpage()
    at = {text.get_text_bounded(*box).strip(): box for box in boxes(page)}
    (frame,) = (box for words, box in at.items() if "BELUM DISAHKAN" in words)
    assert frame.top < at["Telepon (0548) 000000"].bottom - 2 * MM
    assert frame.bottom > at["LAPORAN HASIL PENGUKURAN"].top + 2 * MM


def test_a_column_with_a_total_alone_is_centred() -> None:
    pages = pypdfium2.PdfDocument(pdf_bytes(built("no agency")))
    page = next(p for p in pages if "Tabel 3. Indeks" in p.get_textpage().get_text_bounded())
    text = page.get_textpage()
    rects = {text.get_text_bounded(*box).strip(): box for box in boxes(page)}
    total = rects["70"]
    head = rects["Target"]
    assert (total.left + total.right) / 2 == pytest.approx((head.left + head.right) / 2, abs=3)


@pytest.mark.parametrize(
    ("jabatan", "awalan", "lines"),
    [
        ("Kepala Badan", "", ("KEPALA BADAN",)),
        ("Bupati Contoh Sekretaris Daerah", "a.n.", ("BUPATI CONTOH", "SEKRETARIS DAERAH")),
        ("Bupati; Plt. Kepala Dinas", "a.n.", ("BUPATI", "Plt. KEPALA DINAS")),
        ("Bupati Plt. Kepala Dinas", "a.n.", ("BUPATI", "Plt. KEPALA DINAS")),
        (
            "Wali Kota Sekretaris Daerah u.b. Asisten Administrasi Umum",
            "a.n.",
            ("WALI KOTA", "SEKRETARIS DAERAH", "u.b.", "ASISTEN ADMINISTRASI UMUM"),
        ),
        ("Kepala Dinas; Pendidikan", "Plt.", ("KEPALA DINAS", "PENDIDIKAN")),
    ],
)
def test_who_signs_for_somebody_has_a_line_of_his_own(
    jabatan: str, awalan: str, lines: tuple[str, ...]
) -> None:
    assert title_lines(jabatan, awalan) == lines


def test_a_foot_that_is_too_long_keeps_its_year() -> None:
    texts = page_texts(pdf_bytes(built("long draft")))
    assert "Sekitarnya \N{HORIZONTAL ELLIPSIS} Tahun 2021" in texts[0]
    assert all("Tahun 2021 " in text.split("Laporan Hasil")[-1] for text in texts)


def test_more_copies_than_a_page_holds_go_on_overleaf() -> None:
    settings = replace(SETTINGS, tembusan=tuple(f"Kepala Dinas {at}" for at in range(1, 81)))
    state = year(random_people(3, ["Dinas"]), settings)
    pages = pypdfium2.PdfDocument(pdf_bytes(lengkap.build(state, seal(), NOW)))
    for page in pages:
        assert all(box.bottom >= 7.5 * MM for box in boxes(page))
    text = " ".join(page_texts(pdf_bytes(lengkap.build(state, seal(), NOW))))
    assert "80. Kepala Dinas 80 Kode QR memuat" in text
