"""The manual's page of all findings, rendered from the cards: title, example, what to do."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

from ..model.catalogue import CARDS
from ..model.finding import Card, Severity
from ..resources import resource
from .finding_words import JUDUL

TITLE = "Semua temuan"
_INTRO = (
    "Temuan adalah hal dalam berkas yang perlu dilihat orang. Setiap temuan menyebut berkas, "
    "lembar, baris, dan kolomnya, apa yang salah, dan apa yang dilakukan. Betulkan di berkas asal "
    "atau di berkas baris yang ditolak, lalu impor lagi: temuannya selesai sendiri. Yang memang "
    "benar demikian dapat disisihkan dengan alasan."
)
_SECTIONS: Mapping[Severity, tuple[str, str]] = {
    Severity.GALAT: ("Galat", "Barisnya, atau nilai yang disebut, tidak masuk sampai dibetulkan."),
    Severity.PERIKSA: ("Periksa", "Datanya masuk, tetapi perlu dipastikan."),
    Severity.INFO: ("Info", "Sekadar diberitahukan."),
}
_SPECIAL = re.compile(r"([\\`*_<>\[\]])")


def findings_page() -> str:
    """Return the page as Markdown, its heading included."""
    shown = examples()
    parts = [f"# {TITLE}", _INTRO]
    for severity, (heading, meaning) in _SECTIONS.items():
        cards = [card for card in CARDS.values() if card.tingkat is severity]
        parts += [f"## {heading}", meaning]
        for card in cards:
            parts.append(_entry(card, shown.get(card.kode, {})))
    return "\n\n".join(parts) + "\n"


def examples() -> dict[str, dict[str, str]]:
    """Return the words of one true finding of each kind: code → parameters."""
    text = resource("panduan", "temuan.toml").read_text("utf-8")
    return {kode: dict(isi) for kode, isi in tomllib.loads(text).items()}


def _entry(card: Card, isi: Mapping[str, str]) -> str:
    words = dict.fromkeys(card.parameters(), "…") | dict(isi)
    lines = [
        f"### {JUDUL[card.kode]} · {card.kode}",
        "",
        f"- *Contoh:* {_plain(card.pesan.format_map(words))}",
    ]
    if card.perbaikan:
        lines.append(f"- *Perbaikan:* {_plain(card.perbaikan.format_map(words))}")
    return "\n".join(lines)


def _plain(text: str) -> str:
    """Return text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", text)
