"""Findings grouped by kind, with titles and addresses."""

from __future__ import annotations

from ipasn_core.model.cards_people import NIP_TIDAK_SAH
from ipasn_core.model.cards_tables import KOLOM_DIABAIKAN
from ipasn_core.model.cards_values import JP_TAK_TERBACA
from ipasn_core.model.catalogue import CARDS
from ipasn_core.model.finding import Finding
from ipasn_core.workflow.finding_words import JUDUL, PERBAIKAN_BERBEDA, address_words, grouped


def bad_jp(row: int) -> Finding:
    return Finding(JP_TAK_TERBACA, {"nilai": "x"}, "a.xlsx", "Diklat", row, "C")


def test_every_kind_has_a_title() -> None:
    assert set(JUDUL) == set(CARDS)
    assert all(len(title) <= 50 and not title.endswith(".") for title in JUDUL.values())


def test_kinds_stand_by_severity_with_the_remedy_all_share() -> None:
    aside = Finding(KOLOM_DIABAIKAN, {"kolom": "KET"}, "a.csv")
    nips = [
        Finding(NIP_TIDAK_SAH, {"nilai": "1", "bagian": part}, "a.csv", None, 2, "A")
        for part in ("tanggal lahir", "TMT")
    ]
    groups = grouped([aside, bad_jp(4), *nips, bad_jp(9)])
    assert [one.kode for one in groups] == ["jp-tak-terbaca", "nip-tidak-sah", "kolom-diabaikan"]
    assert [len(one.findings) for one in groups] == [2, 2, 1]
    assert groups[0].pesan == "JP tidak terbaca sebagai angka"
    assert groups[0].perbaikan.startswith("Tulis jumlah jam")
    assert groups[1].perbaikan == PERBAIKAN_BERBEDA
    assert groups[2].perbaikan == ""


def test_addresses() -> None:
    assert address_words(bad_jp(12)) == "a.xlsx · Diklat · C12"
    assert address_words(Finding(JP_TAK_TERBACA, {"nilai": "x"}, "a.csv", None, 3)) == (
        "a.csv · baris 3"
    )
    assert address_words(Finding(JP_TAK_TERBACA, {"nilai": "x"})) == ""
