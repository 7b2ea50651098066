"""A history of posts: of everybody the post held definitively at the end of the measured year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model import nip as nips
from ..model.change import ImportRules
from .layout import Layout
from .layout_columns import plain_fields
from .layout_heads import text_of
from .parse_dates import date_reader
from .parse_rows import DataRows
from .sheet import Sheet
from .vocabulary import Vocabulary, key

_OF_POST = frozenset(
    "nip nama gelar_depan gelar_belakang jenis_jabatan jenjang eselon jabatan opd unor_id "
    "tmt_jabatan penugasan nomor_sk tanggal_sk nomor tanggal tahun".split()
)
"""All that a history of posts tells: two rows of a person in any other table contradict."""

_DEFINITIVE = frozenset({"", "d", "definitif"})
"""How SIASN marks a post that is held, not stood in for (PLT, PLH, PJ)."""


def without_other_posts(
    sheet: Sheet, layout: Layout, rows: DataRows, rules: ImportRules, vocab: Vocabulary
) -> tuple[DataRows, int]:
    """Leave out the posts that somebody held before, holds later, or only stands in for.

    Returns:
        The rows, and how many were left out: none in a table that is no history of posts. Who
        held no post definitively by the end of the year keeps all his rows.
    """
    who = layout.kolom.get("nip")
    when = layout.kolom.get("tmt_jabatan")
    if when is None or who is None or plain_fields(layout.kolom) - _OF_POST:
        return rows, 0
    people: dict[str, list[int]] = {}
    for i, value in enumerate(rows.take(sheet.kolom[who.ke])):
        people.setdefault(nips.clean(text_of(value)), []).append(i)
    several = [places for nip, places in people.items() if nip and len(places) > 1]
    if not several:
        return rows, 0
    since = _days(rows.take(sheet.kolom[when.ke]), when.kepala, vocab)
    held = [True] * len(since)
    if "penugasan" in layout.kolom:
        marks = rows.take(sheet.kolom[layout.kolom["penugasan"].ke])
        held = [key(text_of(mark)) in _DEFINITIVE for mark in marks]
    end = rules.tahun * 10000 + 1231
    drop: set[int] = set()
    for places in several:
        fitting = [i for i in places if held[i] and 0 < since[i] <= end]
        last = max((since[i] for i in fitting), default=0)
        if last:
            drop |= {i for i in places if i not in fitting or since[i] != last}
    kept = [row for i, row in enumerate(rows.nomor) if i not in drop]
    return replace(rows, nomor=kept, tanpa_nip=rows.tanpa_nip & set(kept)), len(drop)


def _days(values: Sequence[object], head: str, vocab: Vocabulary) -> list[int]:
    """Return days as YYYYMMDD, 0 where nothing can be read."""
    read = date_reader(head, vocab)
    found = {value: read(value).nilai for value in dict.fromkeys(values)}
    return [day if isinstance(day := found[value], int) else 0 for value in values]
