"""`Fault`, and the readers of single values that raise it.

A fault names the key at fault as an officer finds it in the file: keys joined by dots, an entry of
a list in brackets by its id, else by its number counted from one
(`dimensi[kinerja].instrumen[kinerja].langkah[2].poin`). The loader adds the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import IntEnum
from typing import TypeVar

from ..model.vocab import slug

E = TypeVar("E", bound=IntEnum)

_TAFSIR = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_ID = re.compile(r"[a-z][a-z0-9_]*")


class Fault(Exception):
    """One fault of an edition's file.

    Args:
        kunci: Path of the key.
        sebab: What is wrong with it: the end of a sentence, without full stop.
    """

    def __init__(self, kunci: str, sebab: str) -> None:
        super().__init__(kunci, sebab)
        self.kunci = kunci
        self.sebab = sebab


def join(kunci: str, name: str) -> str:
    """Return the path of a key below another; the root's is empty."""
    return f"{kunci}.{name}" if kunci else name


def listed(names: Iterable[str]) -> str:
    """Return the names a reader may choose from, in quotation marks."""
    return ", ".join(f'"{name}"' for name in names)


def require_text(text: str, kunci: str) -> str:
    """Return a text that must say something.

    Raises:
        Fault: It is blank or has space around it.
    """
    if not text.strip():
        raise Fault(kunci, "wajib diisi, tetapi kosong")
    if text != text.strip():
        raise Fault(kunci, "diawali atau diakhiri spasi")
    return text


def require_id(text: str, kunci: str) -> str:
    """Return an identifier of ours: small letters, digits, underscores.

    Raises:
        Fault: It is written otherwise.
    """
    if not _ID.fullmatch(text):
        raise Fault(kunci, f'id "{text}" hanya boleh huruf kecil, angka, dan garis bawah')
    return text


def require_tafsir(slugs: tuple[str, ...], kunci: str) -> tuple[str, ...]:
    """Return names of readings of the law, checked for their form.

    Raises:
        Fault: One is not written as a slug, or twice.
    """
    for name in slugs:
        if not _TAFSIR.fullmatch(name):
            sebab = f'nama tafsir "{name}" hanya boleh huruf kecil, angka, dan tanda hubung'
            raise Fault(kunci, sebab)
    return require_unique(slugs, kunci)


def require_unique(values: tuple[str, ...], kunci: str) -> tuple[str, ...]:
    """Return the values.

    Raises:
        Fault: One of them stands there twice.
    """
    for position, value in enumerate(values):
        if value in values[:position]:
            raise Fault(kunci, f'"{value}" ditulis dua kali')
    return values


def require_code(enum: type[E], text: str, kunci: str) -> E:
    """Return the code that a data file names.

    Raises:
        Fault: No such code; the sentence lists those there are.
    """
    for code in enum:
        if slug(code) == text:
            return code
    raise Fault(kunci, f'"{text}" tidak dikenal; yang dikenal: {listed(map(slug, enum))}')


def require_number(value: object, kunci: str, per: int = 1000) -> int:
    """Return a number as an integer of its unit, exactly.

    Args:
        value: What the file holds: an integer or a decimal.
        kunci: Its key.
        per: How many units make one: a power of ten.

    Raises:
        Fault: Not a finite number, negative, or finer than the unit.
    """
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise Fault(kunci, "harus bilangan, tanpa tanda kutip")
    number = Decimal(value)
    if not number.is_finite():
        raise Fault(kunci, f'"{number}" bukan bilangan yang dapat dihitung')
    if number < 0:
        raise Fault(kunci, f"{number} negatif; paling kecil 0")
    if number > 1000:
        raise Fault(kunci, f"{number} terlalu besar; paling besar 1000")
    # By the decimals as written: arithmetic on a Decimal of many digits would round them away.
    exponent, decimals = number.as_tuple().exponent, len(str(per)) - 1
    if not isinstance(exponent, int) or exponent < -decimals:
        raise Fault(kunci, f"{number} terlalu halus; paling banyak {decimals} desimal")
    return int(number * per)


def require_between(value: int, low: int, high: int, kunci: str) -> int:
    """Return a whole number.

    Raises:
        Fault: It lies outside its bounds.
    """
    if not low <= value <= high:
        raise Fault(kunci, f"{value} di luar {low} sampai {high}")
    return value


def require_falling(bounds: tuple[int, ...], names: tuple[str, ...]) -> None:
    """Check lower bounds: they fall, and the last is 0 so that no value is left out.

    Args:
        bounds: In the order of the file.
        names: The key of each.

    Raises:
        Fault: Two are equal, one rises, or the last is not 0.
    """
    for above, here, name in zip(bounds, bounds[1:], names[1:], strict=False):
        if here >= above:
            raise Fault(name, f"batas {here} harus di bawah batas sebelumnya, {above}")
    if not bounds or bounds[-1] != 0:
        raise Fault(names[-1] if names else "mulai", "batas terakhir harus 0")
