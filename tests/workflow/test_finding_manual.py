"""The page of all findings: every card is there, and its example really happens."""

from __future__ import annotations

import re
from collections import defaultdict

from ipasn_core.model.catalogue import CARDS
from ipasn_core.workflow.finding_manual import examples, findings_page
from ipasn_core.workflow.finding_words import JUDUL
from tests.workflow.contoh_temuan import raised
from tests.workflow.kantor import Kantor


def test_every_example_happens(kantor: Kantor) -> None:
    seen: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for finding in raised(kantor):
        names = finding.kartu.parameters()
        seen[finding.kode].append({n: t for n, t in finding.isi.items() if n in names})
    shown = examples()
    untrue = {kode: seen[kode] for kode, isi in shown.items() if isi not in seen[kode]}
    assert untrue == {}
    without = {kode: isi[0] for kode, isi in seen.items() if isi[0] and kode not in shown}
    assert without == {}, "resources/panduan/temuan.toml lacks these examples"


def test_every_card_stands_on_the_page_once() -> None:
    page = findings_page()
    for kode in CARDS:
        assert page.count(f"### {JUDUL[kode]} · {kode}\n") == 1
    assert [line for line in page.splitlines() if re.match("##? ", line)] == [
        "# Semua temuan",
        "## Galat",
        "## Periksa",
        "## Info",
    ]


def test_examples_fill_every_hole() -> None:
    shown = examples()
    for kode, isi in shown.items():
        assert isi.keys() == CARDS[kode].parameters(), kode
    page = findings_page()
    assert "NIP “19800101200501” bukan 18 angka (14 angka)." in page
    assert "{" not in page
