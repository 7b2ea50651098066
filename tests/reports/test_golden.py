"""Reports say, word for word and figure for figure, what is kept in `naskah`.

Where a change is meant: `python -m tests.reports.golden`, and read the difference.
"""

from __future__ import annotations

import pytest

from tests.reports.golden import FOLDER, texts


def test_every_report_that_is_kept_is_looked_at() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(texts())


@pytest.mark.parametrize("name", sorted(texts()))
def test_the_report_says_what_is_kept(name: str) -> None:
    assert texts()[name] == (FOLDER / name).read_text(encoding="utf-8")
