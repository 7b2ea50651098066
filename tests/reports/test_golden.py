"""Reports say, word for word and figure for figure, what is kept in `naskah`.

Where a change is meant: `python -m tests.reports.golden`, and read the difference.
"""

from __future__ import annotations

import pytest

from tests.reports.golden import FOLDER, texts


@pytest.mark.parametrize("name", ["lengkap.txt", "lengkap-draf.txt"])
def test_the_report_says_what_is_kept(name: str) -> None:
    assert texts()[name] == (FOLDER / name).read_text(encoding="utf-8")
