"""An office's own spellings and heads live in its project, and are read by the next import."""

from __future__ import annotations

import re

import pytest

from ipasn_core.resources import resource
from tests.workflow.kantor import ANI, LEBAR, Kantor, lebar, run

HEAD = ("NIP", "Nama", "Jenis Jabatan", "Pendidikan")


def test_an_added_spelling_is_read(kantor: Kantor) -> None:
    project = kantor.buat()
    book = kantor.buku("a", Data=[HEAD, (ANI, "Ani", "Pelaksana", "Sarjana Lengkap Sekali")])
    strange = kantor.buku("b", Data=[HEAD, (ANI, "Ani", "Pelaksana", "Es Satu")])
    refused = run("impor", project, strange, "--coba", "--json").json
    assert [one["kode"] for one in refused["temuan"]] == ["pendidikan-tak-dikenal"]
    assert run("atur", project, "ejaan.pendidikan.s1=Es Satu; Sarjana Biasa").status == 0
    taken = run("impor", project, strange, "--json")
    assert (taken.status, taken.json["temuan"]) == (0, [])
    assert run("impor", project, book, "--json").json["temuan"] == []
    shown = run("atur", project, "--json").out.decode()
    assert "Es Satu;Sarjana Biasa" in shown


def test_an_added_head_is_read(kantor: Kantor) -> None:
    project = kantor.buat()
    heads = ["Kode Unik" if head == "NIP" else head for head in LEBAR]
    book = kantor.buku("a", Data=[heads, lebar(ANI, "Ani")])
    assert run("impor", project, book, "--json").status == 3
    assert run("atur", project, "judul.nip=Kode Unik").status == 0
    assert run("impor", project, book, "--json").json["temuan"] == []


def test_it_can_be_taken_back(kantor: Kantor) -> None:
    project = kantor.buat()
    book = kantor.buku("b", Data=[HEAD, (ANI, "Ani", "Pelaksana", "Es Satu")])
    run("atur", project, "ejaan.pendidikan.s1=Es Satu")
    assert run("atur", project, "ejaan.pendidikan.s1=").status == 0
    refused = run("impor", project, book, "--coba", "--json").json
    assert [one["kode"] for one in refused["temuan"]] == ["pendidikan-tak-dikenal"]


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("ejaan.pendidikan.s1=S-2", "sudah berarti"),
        ("ejaan.pendidikan.s9=Apa", "Kode “s9”"),
        ("ejaan.zodiak.leo=Leo", "Daftar “zodiak”"),
        ("ejaan.pendidikan.s1=Sarjana*", "tidak boleh"),
        ("judul.zodiak=Leo", "Bidang “zodiak”"),
        ("judul.nip=Nama", "sudah berarti Nama"),
        ("ejaan.kata.mungkin=bisa jadi", "Daftar “kata”"),
    ],
)
def test_what_means_something_else_is_refused(kantor: Kantor, setting: str, words: str) -> None:
    project = kantor.buat()
    told = run("atur", project, setting)
    assert told.status == 2
    assert words in told.err
    assert setting.partition("=")[0] not in run("atur", project, "--json").out.decode()


def test_words_for_none_are_added_too(kantor: Kantor) -> None:
    project = kantor.buat()
    heads = (*HEAD[:3], "Hukuman Disiplin")
    book = kantor.buku("a", Data=[heads, (ANI, "Ani", "Pelaksana", "Aman Sentosa")])
    assert run("atur", project, "ejaan.kata.tidak_ada=Aman Sentosa").status == 0
    assert run("impor", project, book, "--json").json["temuan"] == []


def test_examples_of_the_manual_are_taken(kantor: Kantor) -> None:
    project = kantor.buat()
    text = resource("panduan", "perintah.md").read_text("utf-8")
    examples = re.findall(r'`"((?:ejaan|judul)\.[^"]+)"`', text)
    assert len(examples) == 4
    for one in examples:
        assert run("atur", project, one).status == 0, one
