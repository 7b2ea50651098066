"""How an office wants its paper: the face, where page numbers stand, how signatures are set."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdfium2
import pytest

from ipasn_core.model.elektronik import RANTAI_WORDS, Rantai, Sertifikat
from ipasn_core.reports import lengkap
from ipasn_core.reports.pdf.render import render
from tests.reports.sample import META, page_texts
from tests.reports.years import NOW, PEJABAT, SETTINGS, TARGETS, random_people, seal, year

PEOPLE = random_people(60, ("Dinas Kesehatan", "Inspektorat Daerah"), seed=4)


def printed(**settings: str) -> bytes:
    target = io.BytesIO()
    state = year(PEOPLE, replace(SETTINGS, **settings), TARGETS)  # type: ignore[arg-type]
    render(lengkap.build(state, seal(), NOW), target, META)
    return target.getvalue()


def fonts(data: bytes) -> set[str]:
    """Return the names of the fonts a file has, without the letters of their subset."""
    return {name.decode() for name in re.findall(rb"/BaseFont /[A-Z]{6}\+([A-Za-z-]+)", data)}


def signature_lines(data: bytes) -> list[tuple[float, float]]:
    """Return left and right of the lines at the right of the signature's page, in points."""
    with pypdfium2.PdfDocument(data) as document:
        for page in document:
            text = page.get_textpage()
            if "NAMA LENGKAP" not in text.get_text_bounded():
                continue
            found = []
            for words in ("NAMA LENGKAP, S.Sos., M.Si.", "Pembina Utama Muda, IV/c"):
                at = text.search(words).get_next()
                assert at is not None
                boxes = [text.get_charbox(at[0] + k) for k in range(len(words))]
                found.append((min(b[0] for b in boxes), max(b[2] for b in boxes)))
            return found
    raise AssertionError("no signature")


@pytest.mark.parametrize("huruf", ["arial", "bookman"])
def test_every_font_is_embedded_and_no_other_is_there(huruf: str) -> None:
    data = printed(huruf=huruf)
    sans = {"LiberationSans", "LiberationSans-Bold", "LiberationMono"}
    own = {"NaskahIPASN-Regular", "NaskahIPASN-Bold"} if huruf == "bookman" else set()
    assert fonts(data) == sans | own
    assert b"Helvetica" not in data


def test_the_text_is_the_same_in_either_face() -> None:
    plain, bookman = (
        "".join(" ".join(page_texts(printed(huruf=one))).split()) for one in ("arial", "bookman")
    )
    for piece in ("DasarHukum", "SimpulanI", "tujuh", "Demikianlaporaninidisusun"):
        assert (piece in plain) == (piece in bookman)
    assert plain.count("Dinas") == bookman.count("Dinas")


def test_page_numbers_stand_above_or_in_the_foot_never_both() -> None:
    below, above = page_texts(printed()), page_texts(printed(nomor_halaman="atas"))
    for number, text in enumerate(below, 1):
        assert f"Halaman {number} dari {len(below)}" in text
        assert f"- {number} -" not in text
    for number, text in enumerate(above, 1):
        assert "Halaman" not in text
        assert (f"- {number} -" in text) == (number > 1)


def test_lines_of_a_signature_begin_on_one_edge_or_share_a_middle() -> None:
    name, rank = signature_lines(printed())
    assert name[0] == pytest.approx(rank[0], abs=1.5)
    name, rank = signature_lines(printed(tanda_tangan="tengah"))
    assert sum(name) == pytest.approx(sum(rank), abs=3)
    assert name[0] < rank[0] - 5


@pytest.mark.parametrize("rantai", list(Rantai))
def test_an_electronic_mark_says_no_more_than_is_known(rantai: Rantai) -> None:
    marks = replace(seal(PEJABAT), sertifikat=Sertifikat("Nama Lengkap", "BKPSDM", "1F", rantai))
    state = year(PEOPLE, SETTINGS, TARGETS)
    target = io.BytesIO()
    render(lengkap.build(state, marks, NOW), target, META)
    text = " ".join(" ".join(page_texts(target.getvalue())).split())
    assert "Ditandatangani secara elektronik oleh Nama Lengkap" in text
    assert RANTAI_WORDS[rantai] in text
    others = set(RANTAI_WORDS.values()) - {RANTAI_WORDS[rantai]}
    assert not any(words in text for words in others)
    assert ("bukan sertifikat elektronik Balai Besar" in text) == (rantai is Rantai.SENDIRI)
