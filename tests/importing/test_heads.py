"""Every head of the table means its field, in whatever dress."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ipasn_core.importing.vocabulary import FIELDS
from ipasn_core.importing.vocabulary_files import vocabulary

TABLE = Path(__file__).with_name("kepala.txt")
"""Heads as offices write them: lines of `field: head; head`."""


def heads() -> dict[str, list[str]]:
    """Return field → heads."""
    found: dict[str, list[str]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        field, _, texts = line.partition(": ")
        found.setdefault(field, []).extend(texts.split("; "))
    return found


HEADS = heads()


def dresses(text: str) -> set[str]:
    """Return a head as other programs and people would type it."""
    camel = re.sub(r"[ _]+([a-z])", lambda m: m[1].upper(), text.lower())
    return {
        *(text, text.upper(), text.lower(), f"  {text}\n", f"{text}*"),
        *(text.replace(" ", "_"), text.replace(" ", "."), text.replace(" ", "\n"), camel),
    }


def test_table_is_long_and_says_nothing_twice() -> None:
    every = [text for texts in HEADS.values() for text in texts]
    assert len(every) > 500
    assert len(set(every)) == len(every)
    assert HEADS.keys() <= FIELDS.keys()


@pytest.mark.parametrize("field", HEADS)
def test_head_in_every_dress(field: str) -> None:
    vocab = vocabulary()
    found = {spelling: vocab.head(spelling) for text in HEADS[field] for spelling in dresses(text)}
    assert {
        spelling: head for spelling, head in found.items() if head is None or head.bidang != field
    } == {}


def test_abbreviations_and_the_order_of_words() -> None:
    vocab = vocabulary()
    for text, field in {
        "Hukuman Disiplin Tingkat": "tingkat_hukuman",
        "Jml. Jam Pelajaran": "jp",
        "Tgl. SK": "tanggal_sk",
        "Jabatan Nama": "jabatan",
        "Pegawai, Nama": "nama",
        "NILAI_SKP_2021": "skp",
        "nilaiKinerja2021": "nilai",
    }.items():
        head = vocab.head(text)
        assert head is not None, text
        assert head.bidang == field, text
    for text in ("Nama Ibu Kandung", "Nomor Rumah", "Nama Atasan", "NIP Atasan", "Kerja", ""):
        assert vocab.head(text) is None, text
    long = "Nama " + "Pegawai " * 40
    assert vocab.head(long) is None


def test_codes_that_nobody_knows_are_ignored() -> None:
    for text in ("KPKN ID", "lokasiKerjaId", "INSTANSI_INDUK_ID", "Id Pegawai ID"):
        head = vocabulary().head(text)
        assert head is not None
        assert head.bidang == "abaikan"
    assert vocabulary().head("ID")  # the key of a hierarchy of units
    assert vocabulary().head("Hybrid") is None
