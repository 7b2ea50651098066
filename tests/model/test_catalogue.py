"""Every card of the catalogue can be told, and says what to do."""

from __future__ import annotations

import re

import pytest

from ipasn_core.model.catalogue import CARDS
from ipasn_core.model.finding import Card, Finding, Severity

NAMED = """
nip-angka nip-bukan-18-angka nip-tidak-sah nip-kosong nama-kosong pendidikan-tak-dikenal
jenis-jabatan-tak-dikenal jenjang-tak-dikenal eselon-tak-dikenal status-tak-dikenal
golongan-tak-dikenal kedudukan-tak-dikenal kelamin-tak-dikenal pernyataan-tak-dikenal jp-tak-terbaca
jp-di-luar-skala nilai-tak-terbaca nilai-di-luar-skala predikat-tak-dikenal hukuman-tak-dikenal
jenis-diklat-tak-dikenal tanggal-tak-terbaca sel-galat rumus-tanpa-hasil kolom-wajib-tak-ada
kolom-ganda baris-bertentangan pegawai-tak-dikenal identitas-kurang tabel-hasil-bkn
berkas-tak-terbaca tahun-judul-beda tingkat-diklat-tak-terbaca hukuman-bertentangan
catatan-tanpa-tanggal tanggal-terbalik kegiatan-mirip pernyataan-beda nilai-beda-komponen
hilang-dari-berkas jabatan-bertentangan lembar-tersembunyi baris-tersembunyi lembar-dilewati
""".split()


def test_the_catalogue_has_what_is_named() -> None:
    assert set(NAMED) <= CARDS.keys()


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_card_can_be_told(card: Card) -> None:
    isi = {name: f"<{name}>" for name in card.parameters()}
    finding = Finding(card, isi, "a.xlsx", "Lembar", 7, "B")
    assert CARDS[finding.kode] is card
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", card.kode)
    assert "{" not in finding.pesan
    assert finding.pesan[-1] in ".>"
    if card.tingkat is not Severity.INFO:
        assert finding.perbaikan
    assert set(finding.as_json()) == set(
        "kode tingkat berkas lembar baris kolom pesan perbaikan".split()
    )
    if isi:
        with pytest.raises(ValueError, match="parameters missing"):
            Finding(card)


def test_options_of_the_command_line_stand_beside_the_window() -> None:
    options = [card for card in CARDS.values() if "--" in card.pesan + card.perbaikan]
    assert len(options) >= 5
    for card in options:
        assert "--" not in card.pesan
        assert "jendela impor" in card.perbaikan, card.kode
        assert "baris perintah" in card.perbaikan, card.kode
