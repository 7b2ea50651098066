"""What a project has learned of how its office writes: spellings, heads, columns pointed out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..importing.vocabulary import FIELDS
from ..importing.vocabulary_own import HEAD, SPELLING, own_settings
from ..model import vocab
from ..model.settings import PEMISAH
from .configure import RememberedColumn
from .setting_words import LISTS, code_words

EJAAN, JUDUL, KOLOM = "Ejaan", "Judul kolom", "Kolom"


@dataclass(frozen=True, slots=True)
class Learned:
    """One thing a project has learned.

    Attributes:
        jenis: `EJAAN`, `JUDUL` or `KOLOM`.
        tulisan: As the office writes it; of a column its letter and where it came from.
        berarti: What it is taken for, in words.
        kunci: The setting that holds it, empty for a column.
        kolom: The column, of one that was pointed out.
    """

    jenis: str
    tulisan: str
    berarti: str
    kunci: str = ""
    kolom: RememberedColumn | None = None


@dataclass(frozen=True, slots=True)
class Meaning:
    """Something a spelling or a head can be taken for.

    Attributes:
        kunci: The setting that would hold it.
        sebutan: In words: "Pendidikan S1", "NIP".
    """

    kunci: str
    sebutan: str


def learned(texts: Mapping[str, str], columns: Sequence[RememberedColumn]) -> list[Learned]:
    """Return everything a project has learned.

    Args:
        texts: Its settings.
        columns: The columns it remembers.
    """
    found = [
        Learned(JUDUL if key.startswith(HEAD) else EJAAN, part, meaning_words(key), kunci=key)
        for key, text in own_settings(texts).items()
        for part in filter(None, text.split(PEMISAH))
    ]
    for one in columns:
        origin = f" – {one.asal}" if one.asal else ""
        written = f"Kolom {one.kolom}{origin}"
        found.append(Learned(KOLOM, written, FIELDS.get(one.bidang, one.bidang), kolom=one))
    return found


def meaning_words(key: str) -> str:
    """Return what a setting of spellings or heads stands for: "Pendidikan S1"."""
    if key.startswith(HEAD):
        field = key.removeprefix(HEAD)
        return FIELDS.get(field, field)
    list_, _, code = key.removeprefix(SPELLING).partition(".")
    return code_words(list_, code)


def spelling_meanings() -> list[Meaning]:
    """Return what a spelling can be taken for, list after list."""
    return [
        Meaning(f"{SPELLING}{name}.{code.name.lower()}", f"{called} – {vocab.label(code)}")
        for name, (called, codes) in LISTS.items()
        for code in codes
    ]


def head_meanings() -> list[Meaning]:
    """Return what a head of a column can be taken for, by their names."""
    found = [Meaning(HEAD + field, called) for field, called in FIELDS.items()]
    return sorted(found, key=lambda one: one.sebutan.casefold())


def added(texts: Mapping[str, str], kunci: str, tulisan: str) -> dict[str, str]:
    """Return the change of settings that teaches a spelling or a head."""
    return {kunci: PEMISAH.join(filter(None, (texts.get(kunci, ""), tulisan)))}


def removed(texts: Mapping[str, str], one: Learned) -> dict[str, str]:
    """Return the change of settings that forgets a spelling or a head."""
    parts = [part for part in texts.get(one.kunci, "").split(PEMISAH) if part != one.tulisan]
    return {one.kunci: PEMISAH.join(parts)}
