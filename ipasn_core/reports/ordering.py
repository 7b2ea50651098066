"""In which order offices list their parts: OPD by the office's list, then by kind and name."""

from __future__ import annotations

from collections.abc import Sequence

KINDS = (
    "sekretariat",
    "inspektorat",
    "dinas",
    "badan",
    "satuan",
    "rsud",
    "rumah sakit",
    "kecamatan",
    "kelurahan",
)
"""Kinds of OPD in organisational order, by the first words of their names."""


def opd_order(names: Sequence[str], listed: Sequence[str]) -> tuple[int, ...]:
    """Return the indices of names in the order a report lists them.

    Args:
        names: OPD names.
        listed: The office's own order; what is not in it follows by kind, then by name.
    """
    place = {_key(name): at for at, name in enumerate(listed)}

    def rank(index: int) -> tuple[int, int, str]:
        key = _key(names[index])
        kind = next((k for k, word in enumerate(KINDS) if key.startswith(word)), len(KINDS))
        return (place.get(key, len(listed)), kind, key)

    return tuple(sorted(range(len(names)), key=rank))


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
