"""Every spelling of the table leads to its code; what has no one meaning leads to none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from ipasn_core.importing.parse_codes import (
    course_kind_reader,
    degree_reader,
    golongan_reader,
    sentence_kind_reader,
)
from ipasn_core.importing.vocabulary_files import vocabulary
from ipasn_core.model.vocab import GOLONGAN

TABLE = Path(__file__).with_name("ejaan.txt")
"""Spellings of real files: lines of `list code: spelling; spelling`."""


def spellings() -> dict[tuple[str, int], list[str]]:
    """Return (list, code) → spellings."""
    found: dict[tuple[str, int], list[str]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        where, _, texts = line.partition(": ")
        name, code = where.split(" ")
        found.setdefault((name, int(code)), []).extend(texts.split("; "))
    return found


SPELLINGS = spellings()


def reader(name: str) -> Callable[[str], object]:
    """Return what reads a spelling of a list."""
    vocab = vocabulary()
    readers = {
        "pendidikan": degree_reader(vocab, ids=False),
        "pendidikan_id": degree_reader(vocab, ids=True),
        "jenis_hukuman": sentence_kind_reader(vocab),
        "jenis_diklat": course_kind_reader(vocab),
    }
    if name in readers:
        return lambda text: readers[name](text).nilai
    if name.startswith("kata."):
        return lambda text: 1 if vocab.says(name.removeprefix("kata."), text) else None
    return vocab.nilai[name].find


def test_table_is_long() -> None:
    assert sum(map(len, SPELLINGS.values())) > 600


@pytest.mark.parametrize("name", dict.fromkeys(name for name, _ in SPELLINGS))
def test_spellings(name: str) -> None:
    read = reader(name)
    wrong = {
        text: (code, read(spelled))
        for (list_, code), texts in SPELLINGS.items()
        if list_ == name
        for text in texts
        for spelled in (text, text.upper(), text.lower(), f" {text} ")
        if read(spelled) != code
    }
    assert wrong == {}


@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("pendidikan", "S9|Pendidikan|40|05|SMA/S1|S1/S2|D3, S1|SD-SMP|B.A.|S.T.|S.Pd|Hukum"),
        ("jenis_jabatan", "Jabatan|Honorer|Kepala|2|Jabatan Administrasi|Ahli"),
        ("jenjang", "Ahli|Kepala|3|Jabatan Fungsional"),
        ("eselon", "II|Eselon III|VI.a|III.c|3"),
        ("jenis_diklat", "Diklat|Pelatihan|T|26|0"),
        ("jenis_hukuman", "Hukuman|26|29|Skors"),
        ("predikat", "Bagus|Istimewa|6|90"),
        ("status", "Honorer|THL|Non ASN|Kontrak"),
        ("kata.tidak_ada", "sudah|tidak jelas|mungkin|Penundaan KGB"),
        ("kata.sudah", "belum|mungkin|Lulusan"),
    ],
)
def test_what_has_no_one_meaning(name: str, texts: str) -> None:
    read = reader(name)
    assert {text: read(text) for text in texts.split("|") if read(text) is not None} == {}


SHAPES = (
    "{R}/{l}|{R}.{l}|{R}{l}|{R}-{l}|{R} {l}|{R}/{L}|{R} / {l}|Gol. {R}/{l}|Golongan {R}/{l}"
    "|{R}/{l}.|({R}/{l})|Penata Muda Tk. I, {R}/{l}|Penata Muda ({R}/{l})|Penata - {R}/{l}|{r}{l}"
    "|Penata Muda Tk.I/{R}.{l}|{R}{l} - Penata|Penata\n{R}/{l}|{R}/{l} Penata|{code}|1{code}"
)


@pytest.mark.parametrize("code", [code for code in GOLONGAN if code < 100])
def test_golongan_in_every_shape(code: int) -> None:
    read = golongan_reader(vocabulary(), ids=False)
    group, letter = GOLONGAN[code].split("/")
    for shape in SHAPES.split("|"):
        text = shape.format(R=group, r=group.lower(), l=letter, L=letter.upper(), code=code)
        assert read(text).nilai == code, text


@pytest.mark.parametrize("code", [code for code in GOLONGAN if code > 100])
def test_golongan_of_pppk_in_every_shape(code: int) -> None:
    read = golongan_reader(vocabulary(), ids=False)
    shapes = (
        "{R}|{r}|Golongan {R}|Gol. {R}|gol.{R}|PPPK {R}|PPPK Golongan {R}|PPPK - {R}|{R} (PPPK)"
    )
    for shape in shapes.split("|"):
        text = shape.format(R=GOLONGAN[code], r=GOLONGAN[code].lower())
        assert read(text).nilai == code, text


def test_eselon_in_every_shape() -> None:
    find = vocabulary().nilai["eselon"].find
    for number, group in enumerate(("I", "II", "III", "IV", "V"), start=1):
        for place, letter in enumerate("ab", start=1):
            shapes = "{R}.{l}|{R}/{L}|{R}{l}|{R}-{l}|Eselon {R}.{l}|{n}{l}|Es. {R}.{l}|Esl {R}{l}"
            for shape in shapes.split("|"):
                text = shape.format(R=group, n=number, l=letter, L=letter.upper())
                assert find(text) == 10 * number + place, text
