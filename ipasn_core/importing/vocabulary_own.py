"""What an office adds to the vocabulary: spellings and heads of its own, kept in its project.

A setting `ejaan.DAFTAR.KODE` holds spellings of a code, `judul.BIDANG` heads of a field.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ..errors import RuleError, UsageError
from ..model.settings import PEMISAH
from .head_words import head_words
from .vocabulary import FIELDS, Head, Spellings, Vocabulary, key
from .vocabulary_files import code_of, vocabulary

SPELLING = "ejaan."
"""Before list and code in the name of a setting: ejaan.pendidikan.s1."""

HEAD = "judul."
"""Before a field in the name of a setting: judul.nip."""

_KATA = "kata"


def is_own(name: str) -> bool:
    """Tell whether a setting adds to the vocabulary."""
    return name.startswith((SPELLING, HEAD))


def own_settings(stored: Mapping[str, str]) -> dict[str, str]:
    """Return the settings that add to the vocabulary, by name."""
    return {name: stored[name] for name in sorted(stored) if is_own(name)}


def check_own(name: str, text: str, stored: Mapping[str, str]) -> str:
    """Return the text to store for such a setting, empty to remove it, or refuse it.

    Args:
        name: Of the setting.
        text: Spellings or heads, parted by `PEMISAH`.
        stored: All settings, with which it must agree.

    Raises:
        UsageError: An unknown list, code or field; a spelling that means something else already.
    """
    texts = list(dict.fromkeys(" ".join(part.split()) for part in text.split(PEMISAH)))
    wanted = PEMISAH.join(filter(None, texts))
    own_vocabulary({**own_settings(stored), name: wanted}, strict=True)
    return wanted


def own_vocabulary(stored: Mapping[str, str], *, strict: bool = False) -> Vocabulary:
    """Return the shipped vocabulary with what the settings of a project add to it.

    Args:
        stored: Settings of the project.
        strict: Refuse what is unknown or means something else already; otherwise it is left out:
            a newer program may know the spelling by itself.

    Raises:
        UsageError: As `check_own`, where it is strict.
        RuleError: The shipped vocabulary cannot be used.
    """
    vocab = vocabulary()
    for name, text in own_settings(stored).items():
        for part in filter(None, text.split(PEMISAH)):
            try:
                vocab = _with(vocab, name, part)
            except UsageError:
                if strict:
                    raise
    return vocab


def _with(vocab: Vocabulary, name: str, text: str) -> Vocabulary:
    if "*" in text:
        raise UsageError(f"{name}: “*” tidak boleh ada dalam ejaan.", "Tulis lengkap.", "ejaan")
    if name.startswith(HEAD):
        return _with_head(vocab, name.removeprefix(HEAD), text)
    list_, _, code = name.removeprefix(SPELLING).partition(".")
    return _with_spelling(vocab, list_, code, text)


def _with_head(vocab: Vocabulary, bidang: str, text: str) -> Vocabulary:
    if bidang not in FIELDS:
        choices = ", ".join(FIELDS)
        raise UsageError(f"Bidang “{bidang}” tidak dikenal.", f"Pilih: {choices}.", "ejaan")
    head = vocab.kepala.get(key(text), Head(bidang))
    if head.bidang != bidang:
        raise _taken(text, FIELDS[head.bidang])
    spoken = head_words(text, vocab.singkatan)
    return replace(
        vocab,
        kepala={**vocab.kepala, key(text): head},
        kata_kepala={**vocab.kata_kepala, spoken: head},
    )


def _with_spelling(vocab: Vocabulary, list_: str, code: str, text: str) -> Vocabulary:
    if list_ == _KATA and code in vocab.kata:
        words = _added(vocab.kata[code], 1, text)
        return replace(vocab, kata={**vocab.kata, code: words})
    if list_ not in vocab.nilai:
        choices = ", ".join(sorted(vocab.nilai))
        raise UsageError(f"Daftar “{list_}” tidak dikenal.", f"Pilih: {choices}.", "ejaan")
    try:
        number = code_of(list_, code)
    except RuleError as fault:
        raise UsageError(
            f"Kode “{code}” tidak ada dalam daftar {list_}.",
            "Pakai kode pada berkas kosakata, misalnya ejaan.pendidikan.s1.",
            "ejaan",
        ) from fault
    spellings = _added(vocab.nilai[list_], number, text)
    return replace(vocab, nilai={**vocab.nilai, list_: spellings})


def _added(list_: Spellings, number: int, text: str) -> Spellings:
    if list_.exact.get(key(text), number) != number:
        raise _taken(text, "kode lain")
    return Spellings({**list_.exact, key(text): number}, list_.patterns)


def _taken(text: str, other: str) -> UsageError:
    return UsageError(
        f"“{text}” sudah berarti {other}.", "Satu tulisan hanya boleh berarti satu hal.", "ejaan"
    )
