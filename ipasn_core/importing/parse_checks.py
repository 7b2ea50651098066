"""What a table of people says that its NIP deny, and whom the edition does not measure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from ..model.cards_people import (
    KELAMIN_BEDA_NIP,
    STATUS_BEDA_NIP,
    STATUS_TAK_DIUKUR,
    UNIT_BUKAN_OPD,
    USIA_ANGKAT_JANGGAL,
)
from ..model.finding import Finding
from ..model.vocab import JenisKelamin, Status, label
from .layout import POST
from .parse_nip import Int64
from .parse_table import TableBuilder
from .parse_values import Fault, show
from .table import Value
from .vocabulary import words

YOUNGEST, OLDEST = 16, 60
"""Ages of an appointment outside which the NIP is to be looked at."""

_OF_PPPK = (int(Status.PPPK), int(Status.PPPK_PARUH_WAKTU))


def check_people(builder: TableBuilder, isi: Mapping[str, Sequence[Value]]) -> list[Finding]:
    """Note where sex, status and age do not fit the NIP; tell whom nobody measures.

    Returns:
        Remarks on the sheet as a whole.
    """
    nips = np.array(builder.nip, np.int64)
    _check_sex(builder, _codes(builder, isi, "jenis_kelamin"), nips)
    status = _codes(builder, isi, "status")
    _check_status(builder, status, nips)
    _check_age(builder, nips)
    if not builder.has("nama") or not builder.has(*POST):
        return []
    return [*_unmeasured(builder, status, nips), *_lowest_units(builder, isi.get("opd"))]


def _codes(builder: TableBuilder, isi: Mapping[str, Sequence[Value]], name: str) -> Int64:
    """Return the codes of a field, 0 where nothing is said."""
    return np.array([code or 0 for code in isi.get(name, [0] * builder.size)], np.int64)


def _check_sex(builder: TableBuilder, found: Int64, nips: Int64) -> None:
    meant = nips // 1000 % 10
    for i in np.flatnonzero((found > 0) & (nips > 0) & (found != meant)).tolist():
        written, own = label(JenisKelamin(int(found[i]))), label(JenisKelamin(int(meant[i])))
        builder.note(
            i, "jenis_kelamin", Fault(KELAMIN_BEDA_NIP, {"tertulis": written, "menurut": own})
        )


def _check_status(builder: TableBuilder, found: Int64, nips: Int64) -> None:
    shape = nips // 10_000 % 100 > 12
    wrong = (found > 0) & (nips > 0) & (np.isin(found, _OF_PPPK) != shape)
    at = "status" if builder.has("status") else "nip"
    for i in np.flatnonzero(wrong).tolist():
        isi = {
            "tertulis": label(Status(int(found[i]))),
            "menurut": "NI PPPK" if shape[i] else "NIP PNS",
        }
        builder.note(i, at, Fault(STATUS_BEDA_NIP, isi))


def _check_age(builder: TableBuilder, nips: Int64) -> None:
    ages = nips // 10**6 % 10**4 - nips // 10**14
    odd = (nips > 0) & ((ages < YOUNGEST) | (ages > OLDEST))
    for i in np.flatnonzero(odd).tolist():
        builder.note(i, "nip", Fault(USIA_ANGKAT_JANGGAL, {"usia": str(ages[i])}))


def _unmeasured(builder: TableBuilder, found: Int64, nips: Int64) -> list[Finding]:
    """Tell how many of each status are kept and not scored."""
    measured = builder.rules.status_diukur
    if not measured:
        return []
    by_number = np.where(nips // 10_000 % 100 > 12, int(Status.PPPK), int(Status.PNS))
    status = np.where(found > 0, found, by_number)
    kept = (nips > 0) & (np.frombuffer(builder.ditolak, np.uint8) == 0)
    codes, counts = np.unique(status[kept & ~np.isin(status, measured)], return_counts=True)
    if not len(codes):
        return []
    pairs = zip(codes.tolist(), counts.tolist(), strict=True)
    each = ", ".join(f"{label(Status(code))} {count}" for code, count in pairs)
    return [builder.remark(STATUS_TAK_DIUKUR, {"jumlah": str(counts.sum()), "status": each})]


def _lowest_units(builder: TableBuilder, found: Sequence[Value] | None) -> list[Finding]:
    """Tell of a column that names offices inside an OPD where the OPD is wanted."""
    if found is None or not builder.has("opd"):
        return []
    inner = {
        opd
        for opd in set(found)
        if opd is not None and builder.vocab.says("unit_awal", (words(str(opd)) or [""])[0])
    }
    count = sum(opd in inner for opd in found) if inner else 0
    if not count:
        return []
    column = builder.column("opd")
    example = min(map(str, inner))
    isi = {"kolom": column.kepala, "contoh": show(example), "jumlah": str(count)}
    return [replace(builder.remark(UNIT_BUKAN_OPD, isi), kolom=column.huruf)]
