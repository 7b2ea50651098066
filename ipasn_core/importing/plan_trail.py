"""How the row of a finding is known again: digests of what it says besides its faults."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

from ..model.change import Trail
from ..model.evidence import SET, Record
from ..model.finding import Finding
from .layout_heads import text_of
from .plan_findings import Joint
from .plan_names import name_key
from .plan_source import NILAI, PEGAWAI, Source

_FOLLOWS = frozenset({("pengembangan", "tingkat")})
"""(set, field) that is read out of other fields: its column says nothing of its own."""


def fields_of(source: Source) -> Sequence[str]:
    """Return the fields that make the content of a table's rows."""
    if source.jenis in SET:
        return [field.name for field in SET[source.jenis]]
    return sorted(source.tabel.isi)


def digest(values: Iterable[object]) -> str:
    """Return a short fingerprint of values."""
    text = json.dumps(list(values), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def content(source: Source, row: int, luar: Sequence[str]) -> str:
    """Return the digest of what a row says outside some fields."""
    isi = source.tabel.isi
    names = (name for name in fields_of(source) if name not in luar)
    return digest(isi[name][row] if name in isi else None for name in names)


def record_of(source: Source, row: int) -> Record:
    """Return the record that a row of a history holds."""
    [part] = source.parts(fields_of(source), [row])
    return part  # type: ignore[return-value]  # a set's fields are plain values


def person_key(source: Source, row: int) -> str:
    """Return the person's name in a row, comparable; empty where there is none."""
    names = source.tabel.nama
    return name_key(text_of(names[row])) if names else ""


def reading_trails(own: Sequence[Source], tahun_nilai: int) -> dict[str, Trail]:
    """Return finding's id → trail of the findings that reading made about rows."""
    found: dict[str, Trail] = {}
    for source in own:
        if source.pendamping:
            continue
        by_row: dict[int, list[Finding]] = {}
        for finding in source.tabel.temuan:
            if finding.baris is not None:
                by_row.setdefault(finding.baris, []).append(finding)
        if not by_row:
            continue
        place = {baris: i for i, baris in enumerate(source.tabel.baris) if baris in by_row}
        for baris, findings in by_row.items():
            if baris in place:
                found |= _of_row(source, place[baris], findings, tahun_nilai)
    return found


def _of_row(
    source: Source, row: int, findings: Sequence[Finding], tahun_nilai: int
) -> dict[str, Trail]:
    letters = {finding.kolom for finding in findings}
    kolom = source.tabel.kolom
    luar = tuple(
        name
        for name in fields_of(source)
        if kolom.get(name) in letters or (source.jenis, name) in _FOLLOWS
    )
    inside = source.jenis in SET and not any(finding.menolak_baris for finding in findings)
    return {
        finding.id: Trail(
            himpunan=source.jenis,
            nama=person_key(source, row),
            luar=luar,
            konten=(content(source, row, luar),),
            lahir=digest(record_of(source, row)) if inside else "",
            medan=_at_fault(source, row, finding, tahun_nilai),
        )
        for finding in findings
    }


def _at_fault(
    source: Source, row: int, finding: Finding, tahun_nilai: int
) -> tuple[tuple[str, int], ...]:
    """Return the single-valued fields that a finding is about."""
    if source.jenis in SET:
        return ()
    names = [name for name, letter in source.tabel.kolom.items() if letter == finding.kolom]
    own = [name for name in names if name.rpartition(".")[2] == finding.bidang]
    year = source.year_of(row, tahun_nilai)
    return tuple(
        (name, year if name.startswith(f"{NILAI}.") else 0)
        for name in own or names
        if name not in ("nip", "penilaian.tahun")
    )


def joint_trails(joint: Iterable[Joint], remarks: Iterable[Joint]) -> dict[str, Trail]:
    """Return finding's id → trail of what planning found.

    Args:
        joint: Findings that keep several rows of a person out.
        remarks: Findings about a person who is in all the same.
    """
    found = {}
    for one in joint:
        source, row = one.baris[0]
        content_of = [content(table, i, ()) for table, i in one.baris] if not one.medan else []
        found[one.temuan.id] = Trail(
            himpunan=source.jenis,
            nama=person_key(source, row),
            konten=tuple(sorted(set(content_of))),
            medan=tuple(one.medan),
            semua=True,
        )
    return found | {one.temuan.id: Trail(PEGAWAI, medan=tuple(one.medan)) for one in remarks}


def born(trail: Trail, stored: Mapping[Record, int]) -> tuple[Record, int] | None:
    """Return the stored record that came in from the row in spite of its fault, and its id."""
    if not trail.lahir:
        return None
    return next((pair for pair in stored.items() if digest(pair[0]) == trail.lahir), None)
