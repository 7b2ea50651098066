"""Broken editions: one fault a file, and the sentence that must refuse it.

A file of `rusak/` holds the fault as replacements in the shipped edition's text (`ganti`: old text
that stands there once, new text), the key the refusal must name (`kunci`), and words it must say
(`kata`).
"""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ipasn_core.errors import RuleError
from ipasn_core.resources import resource
from ipasn_core.rules.loader import parse_edition

FOLDER = Path(__file__).with_name("rusak")
RUSAK = sorted(path.stem for path in FOLDER.glob("*.toml"))
SHIPPED = resource("aturan", "perban-bkn-8-2019.toml").read_text(encoding="utf-8")
NAMES_FILE_AND_KEY = re.compile(r'Berkas aturan "uji\.toml", kunci "[^"].*": .+\.', re.DOTALL)


def case(name: str) -> tuple[dict[str, Any], str]:
    """Return a case and the text it makes of the shipped edition."""
    rusak = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    text = SHIPPED
    for old, new in rusak["ganti"]:
        assert text.count(old) == 1, f"{old!r} must stand once in the edition"
        text = text.replace(old, new)
    return rusak, text


@pytest.mark.parametrize("name", RUSAK)
def test_a_broken_edition_is_refused_by_key_and_in_words(name: str) -> None:
    rusak, text = case(name)
    with pytest.raises(RuleError) as caught:
        parse_edition(text, "uji.toml")
    pesan = caught.value.pesan
    assert pesan.startswith(f'Berkas aturan "uji.toml", kunci "{rusak["kunci"]}": '), pesan
    assert rusak["kata"] in pesan
    assert caught.value.perbaikan


def test_there_are_enough_of_them() -> None:
    assert len(RUSAK) >= 20


ODD = (
    "nan", "-inf", "true", "''", "'x'", "[]", "{}", "[[]]", "{a = 1}", "-1", "1e400", "1e-400",
    "99", "1979-05-27", "[1, 'a']", "[{}]", "{'' = 1}", "9" * 40,
)  # fmt: skip
"""Values that are TOML and that no key of an edition expects."""


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Damage the shipped edition: lines lost, doubled, swapped; values replaced by odd ones."""
    lines = SHIPPED.splitlines()
    for _ in range(draw(st.integers(1, 3))):
        here = draw(st.integers(0, len(lines) - 1))
        deed = draw(st.sampled_from(["lose", "double", "swap", "value", "cut"]))
        if deed == "lose":
            del lines[here]
        elif deed == "double":
            lines.insert(here, lines[here])
        elif deed == "swap":
            there = draw(st.integers(0, len(lines) - 1))
            lines[here], lines[there] = lines[there], lines[here]
        elif deed == "cut":
            lines[here] = lines[here][: draw(st.integers(0, len(lines[here])))]
        else:
            odd = draw(st.sampled_from(ODD))
            lines[here] = re.sub(r"= [^,}]+", f"= {odd}", lines[here], count=1)
    return "\n".join(lines) + "\n"


def refusal(text: str) -> str | None:
    """Return what the loader says against a text, None where it takes it."""
    try:
        parse_edition(text, "uji.toml")
    except RuleError as error:
        return error.pesan
    return None


@given(damaged())
def test_whatever_the_damage_the_refusal_names_file_and_key(text: str) -> None:
    pesan = refusal(text)
    assert pesan is None or NAMES_FILE_AND_KEY.fullmatch(pesan), pesan


@given(st.text())
def test_any_text_at_all_is_refused_in_words(text: str) -> None:
    pesan = refusal(text)
    assert pesan is not None
    assert NAMES_FILE_AND_KEY.fullmatch(pesan), pesan
