"""What records of histories lack, or say too late: told, since it decides what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from ..model.cards_doubts import CATATAN_TANPA_JP, CATATAN_TANPA_TANGGAL, TANGGAL_SESUDAH_TAHUN
from ..model.finding import Finding
from ..model.vocab import Bukti
from .parse_dates import written
from .parse_table import TableBuilder
from .parse_values import Fault
from .table import Value


def mark_undated(
    builder: TableBuilder,
    what: str,
    dates: Sequence[list[Value]],
    fields: Sequence[str],
    skip: AbstractSet[int],
) -> list[Finding]:
    """Mark records without any date; where the table has no such column, once for all."""
    card = CATATAN_TANPA_TANGGAL
    present = [name for name in fields if builder.has(name)]
    if not present:
        missing = builder.remark(card, {"apa": f"Semua {what.lower()} di lembar ini"})
        return [missing] if builder.size else []
    skip = skip | builder.faulty(*present)
    for i, values in enumerate(zip(*dates, strict=True)):
        if not any(values) and not builder.ditolak[i] and i not in skip:
            builder.note(i, present[0], Fault(card, {"apa": what}))
    return []


def mark_without_hours(
    builder: TableBuilder,
    kinds: Sequence[Bukti | None],
    jp: Sequence[Value],
    skip: AbstractSet[int],
) -> list[Finding]:
    """Mark technical courses without hours; where the table has no such column, once for all."""
    skip = skip | builder.faulty("jp")
    lacking = [
        i
        for i, (kind, hours) in enumerate(zip(kinds, jp, strict=True))
        if kind is Bukti.DIKLAT_TEKNIS
        and hours is None
        and not builder.ditolak[i]
        and i not in skip
    ]
    if lacking and not builder.has("jp"):
        return [builder.remark(CATATAN_TANPA_JP, {"apa": "Semua diklat teknis di lembar ini"})]
    for i in lacking:
        builder.note(i, "jp", Fault(CATATAN_TANPA_JP, {"apa": "Diklat teknis"}))
    return []


def mark_later(
    builder: TableBuilder,
    what: str,
    days: Sequence[tuple[str, Sequence[Value]]],
    skip: AbstractSet[int],
) -> None:
    """Mark records of after the measured year.

    Args:
        builder: The table.
        what: The record, in words.
        days: Field of the vocabulary and its dates; the first that a record has is its day.
        skip: Rows that hold no record.
    """
    last = builder.rules.tahun * 10_000 + 9999
    fields = [field for field, _ in days]
    for i, dates in enumerate(zip(*(column for _, column in days), strict=True)):
        found = next(((f, d) for f, d in zip(fields, dates, strict=True) if d), None)
        if found is None or not isinstance(found[1], int) or found[1] <= last or i in skip:
            continue
        field, day = found
        if not builder.ditolak[i] and isinstance(day, int):
            isi = {"apa": what, "tanggal": written(day), "tahun": str(builder.rules.tahun)}
            builder.note(i, field, Fault(TANGGAL_SESUDAH_TAHUN, isi))
