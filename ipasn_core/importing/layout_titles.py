"""The lines above a header, and the years that they or the sheet's name say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model.cards_doubts import TAHUN_JUDUL_BEDA
from ..model.change import ImportRules
from .layout_columns import Remark
from .layout_heads import text_of
from .sheet import Sheet

_YEAR = re.compile(r"\bTAHUN\s+(?:ANGGARAN\s+|UKUR\s+)?(\d{4})\b", re.IGNORECASE)
_SPAN = re.compile(
    r"\bTAHUN\s+(\d{4})\s*(?:[-–/]|s\.?\s*/?d\.?|sampai(?:\s+dengan)?)\s*(\d{4})\b", re.IGNORECASE
)
_AS_OF = re.compile(
    r"\b(?:PERIODE|KEADAAN|POSISI|PER|BULAN|SEMESTER|TRIWULAN)\b(.*)", re.IGNORECASE
)
"""Words before the day a list was drawn up: early in the year after, it is of the measured one."""

_BARE_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_REGULATION = re.compile(
    r"\b(?:NOMOR|NO|PERATURAN|PERBAN|PERMEN\w*|PERKA|UU|PP)\b\.?\s*\d+\s+TAHUN\s+\d{4}",
    re.IGNORECASE,
)
"""The year of a regulation that a title names is nobody's measured year."""


def titles_of(sheet: Sheet, above: int) -> list[str]:
    """Return the lines above a row, a cell that is merged across said once."""
    return [
        " ".join(filter(None, map(text_of, dict.fromkeys(sheet.baris(row)))))
        for row in range(above)
    ]


def title_year(sheet: Sheet, titles: Sequence[str], rules: ImportRules) -> list[Remark]:
    """Say that a title is of another year than the measured one."""
    fitting = {rules.tahun, rules.tahun + rules.tahun_kinerja}
    for row, title in enumerate(titles):
        years = _years(_REGULATION.sub("", title), min(fitting))
        if years and not fitting & set(years):
            isi = {"judul": str(years[0]), "tahun": str(rules.tahun)}
            return [Remark(TAHUN_JUDUL_BEDA, isi, sheet.baris_awal + row)]
    return []


def _years(title: str, earliest: int) -> list[int]:
    """Return the years a title is about; those of "keadaan …" only where they are too early."""
    span = _SPAN.search(title)
    if span is not None:
        first, last = int(span[1]), int(span[2])
        return [last, *range(first, last)]
    years = [int(year) for year in _YEAR.findall(title)]
    drawn_up = _AS_OF.search(title)
    if years or drawn_up is None:
        return years
    stated = [int(year) for year in _BARE_YEAR.findall(drawn_up[1])]
    return stated if stated and max(stated) < earliest else []


def name_year(sheet: Sheet, rules: ImportRules) -> list[Remark]:
    """Say that the sheet of a wide table is named after another year."""
    years = {int(year) for year in _BARE_YEAR.findall(sheet.nama or "")}
    if not years or years & {rules.tahun, rules.tahun + rules.tahun_kinerja}:
        return []
    return [Remark(TAHUN_JUDUL_BEDA, {"judul": str(max(years)), "tahun": str(rules.tahun)})]
