"""What a table of people says that its NIP deny, and whom the edition does not measure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from ..model.catalogue import (
    KELAMIN_BEDA_NIP,
    STATUS_BEDA_NIP,
    STATUS_TAK_DIUKUR,
    UNIT_BUKAN_OPD,
    USIA_ANGKAT_JANGGAL,
)
from ..model.finding import Finding
from ..model.nip import sex_of, status_of
from ..model.vocab import JenisKelamin, Status, label
from .layout import POST
from .parse_table import TableBuilder
from .parse_values import Fault, show
from .table import Value
from .vocabulary import words

YOUNGEST, OLDEST = 16, 60
"""Ages of an appointment outside which the NIP is to be looked at."""

_OF_PPPK = frozenset({int(Status.PPPK), int(Status.PPPK_PARUH_WAKTU)})


def check_people(builder: TableBuilder, isi: Mapping[str, Sequence[Value]]) -> list[Finding]:
    """Note where sex, status and age do not fit the NIP; tell whom nobody measures.

    Returns:
        Remarks on the sheet as a whole.
    """
    _check_sex(builder, isi.get("jenis_kelamin"))
    _check_status(builder, isi.get("status"))
    _check_age(builder)
    if not builder.has("nama") or not builder.has(*POST):
        return []
    return [*_unmeasured(builder, isi.get("status")), *_lowest_units(builder, isi.get("opd"))]


def _check_sex(builder: TableBuilder, found: Sequence[Value] | None) -> None:
    for i, (sex, nip) in enumerate(zip(found or (), builder.nip, strict=False)):
        if sex is not None and nip and sex != sex_of(nip):
            isi = {
                "tertulis": label(JenisKelamin(int(str(sex)))),
                "menurut": label(JenisKelamin(sex_of(nip))),
            }
            builder.note(i, "jenis_kelamin", Fault(KELAMIN_BEDA_NIP, isi))


def _check_status(builder: TableBuilder, found: Sequence[Value] | None) -> None:
    for i, (status, nip) in enumerate(zip(found or (), builder.nip, strict=False)):
        if isinstance(status, int) and nip:
            shape = status_of(nip)
            if (status in _OF_PPPK) != (shape == Status.PPPK):
                what = "NI PPPK" if shape == Status.PPPK else "NIP PNS"
                isi = {"tertulis": label(Status(status)), "menurut": what}
                at = "status" if builder.has("status") else "nip"
                builder.note(i, at, Fault(STATUS_BEDA_NIP, isi))


def _check_age(builder: TableBuilder) -> None:
    nips = np.array(builder.nip, np.int64)
    ages = nips // 10**6 % 10**4 - nips // 10**14
    odd = (nips > 0) & ((ages < YOUNGEST) | (ages > OLDEST))
    for i in np.flatnonzero(odd).tolist():
        builder.note(i, "nip", Fault(USIA_ANGKAT_JANGGAL, {"usia": str(ages[i])}))


def _unmeasured(builder: TableBuilder, found: Sequence[Value] | None) -> list[Finding]:
    """Tell how many of each status are kept and not scored."""
    measured = builder.rules.status_diukur
    if not measured:
        return []
    if found is None:
        found = [None] * builder.size
    pairs = zip(found, builder.nip, builder.ditolak, strict=True)
    counted = Counter(
        status if status is not None else int(status_of(nip))
        for status, nip, out in pairs
        if nip and not out
    )
    left = {int(str(status)): count for status, count in counted.items() if status not in measured}
    if not left:
        return []
    each = ", ".join(f"{label(Status(status))} {left[status]}" for status in sorted(left))
    return [builder.remark(STATUS_TAK_DIUKUR, {"jumlah": str(sum(left.values())), "status": each})]


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
