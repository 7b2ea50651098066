"""The words of a head, without their order: "Jml. Jam" and "JUMLAH_JAM" have the same."""

from __future__ import annotations

import re
from collections.abc import Mapping

LONGEST = 80
"""Characters of a text above which it is no head but a sentence."""

_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_WORD = re.compile(r"[0-9a-z]+")


def head_words(text: str, singkatan: Mapping[str, str]) -> tuple[str, ...]:
    """Return the words of a head in the order of the alphabet, each once.

    Args:
        text: The head; camelCase parts words too.
        singkatan: Abbreviation → its word, empty for words that say nothing.

    >>> head_words("Tgl. Lahir", {"tgl": "tanggal"}), head_words("namaDiklat", {})
    (('lahir', 'tanggal'), ('diklat', 'nama'))
    """
    plain = text if text.islower() or text.isupper() else _CAMEL.sub(" ", text)
    parts = {singkatan.get(part, part) for part in _WORD.findall(plain.casefold())}
    return tuple(sorted(parts - {""}))


def is_id(text: str) -> bool:
    """Tell whether a head names a column of codes: "KPKN ID", "lokasiKerjaId"."""
    parts = _WORD.findall(_CAMEL.sub(" ", text).casefold())
    return len(parts) > 1 and parts[-1] == "id"
