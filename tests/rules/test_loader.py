"""Finding editions, and choosing the one for a year."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from ipasn_core.errors import RuleError
from ipasn_core.resources import resource
from ipasn_core.rules.checks import check_together
from ipasn_core.rules.edition import Edition
from ipasn_core.rules.loader import (
    by_id,
    edition_for,
    editions,
    load_edition,
    parse_edition,
)

SHIPPED = resource("aturan", "perban-bkn-8-2019.toml")


def variant(**changes: str) -> Edition:
    """Return the shipped edition with other values of top-level keys."""
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    for key, value in changes.items():
        here = next(i for i, line in enumerate(lines) if line.startswith(f"{key} = "))
        lines[here] = f"{key} = {value}"
    return parse_edition("\n".join(lines), "uji.toml")


def test_a_year_finds_its_edition() -> None:
    assert edition_for(2021, editions()).id == "perban-bkn-8-2019"


def test_a_year_without_an_edition_names_the_years_there_are() -> None:
    with pytest.raises(RuleError) as caught:
        edition_for(2018, editions())
    assert caught.value.pesan == (
        "Tidak ada aturan untuk tahun ukur 2018. Tahun yang ada: 2019, 2020, 2021, 2022."
    )


def test_without_editions_there_is_no_year() -> None:
    with pytest.raises(RuleError, match="Tahun yang ada: tidak ada"):
        edition_for(2021, ())


def test_an_unknown_id_names_those_there_are() -> None:
    with pytest.raises(RuleError, match=r'"perban-9".*perban-bkn-8-2019'):
        by_id("perban-9", editions())


def test_the_newest_revision_counts_and_a_draft_yields_to_what_is_in_force() -> None:
    old, new = variant(), variant(revisi="1")
    draft = variant(id='"rancangan"', status='"draf"', revisi="7")
    choice = (new, old, draft)
    check_together(choice)
    assert edition_for(2021, choice) is new
    assert by_id("perban-bkn-8-2019", choice) is new
    assert edition_for(2021, (draft,)) is draft


def test_two_released_editions_may_not_hold_for_one_year() -> None:
    with pytest.raises(RuleError, match='kunci "tahun": tahun 2019 sudah diatur'):
        check_together((variant(), variant(id='"lain"')))


def test_one_revision_may_not_stand_twice() -> None:
    with pytest.raises(RuleError, match='kunci "revisi": revisi 0 ada dua'):
        check_together((variant(), variant()))


def test_the_fingerprint_is_that_of_the_text_whatever_its_line_ends(tmp_path: Path) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    windows = tmp_path / "aturan.toml"
    windows.write_bytes(text.replace("\n", "\r\n").encode())
    edition = load_edition(windows)
    assert edition.teks == text
    assert edition.sidik == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("content", [None, b"nama = \xff"])
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "rusak.toml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(RuleError, match=r'"rusak\.toml" tidak dapat dibaca'):
        load_edition(path)


def test_an_edition_cannot_be_changed() -> None:
    edition = editions()[0]
    with pytest.raises(AttributeError):
        edition.tahun = (2030,)  # type: ignore[misc]
    with pytest.raises(TypeError):
        edition.skala_tahun[2030] = edition.skala_tahun[2021]  # type: ignore[index]
