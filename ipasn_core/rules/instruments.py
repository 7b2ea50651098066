"""From the file's instruments to those scoring reads: one function a kind.

A new kind is a struct in `shape`, a class in `edition`, a function here (registered by the `match`
in `instrument`), and its evaluation in `scoring`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from types import MappingProxyType
from typing import TypedDict, TypeVar, assert_never

from ..model.vocab import (
    PENGEMBANGAN,
    Bukti,
    DasarKinerja,
    JenisJabatan,
    Pendidikan,
    Predikat,
    TingkatDiklat,
    TingkatHukuman,
    slug,
)
from . import edition, shape
from .faults import (
    Fault,
    join,
    listed,
    require_between,
    require_code,
    require_falling,
    require_id,
    require_number,
    require_tafsir,
    require_text,
    require_unique,
)

E = TypeVar("E", bound=IntEnum)

AnyInstrumen = (
    shape.Tingkat | shape.Pernah | shape.Jam | shape.Jumlah | shape.Rentang | shape.Terberat
)

LONGEST_WINDOW = 50
"""Years: a window longer than a career is a slip of the pen."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an instrument needs to know of the rest of the file.

    Attributes:
        kelompok: Names of the groups of levels, "" first.
        mulai_skala: Lower bounds by predikat (hundred thousandths), per scale that has its own;
            None for a scale that takes the instrument's.
        batas: How band edges are read.
    """

    kelompok: tuple[str, ...]
    mulai_skala: Mapping[DasarKinerja, Mapping[Predikat, int] | None]
    batas: str


class _Shared(TypedDict):
    id: str
    nama: str
    pasal: str
    bukti: tuple[Bukti, ...]
    tafsir: tuple[str, ...]


def instrument(raw: AnyInstrumen, kunci: str, around: Surroundings) -> edition.Instrumen:
    """Resolve one instrument.

    Args:
        raw: As decoded from the file.
        kunci: Path of its key.
        around: The rest of the file as far as it matters here.

    Raises:
        Fault: A code, number or text of it cannot stand.
    """
    match raw:
        case shape.Tingkat():
            return _tingkat(raw, kunci)
        case shape.Pernah():
            return _pernah(raw, kunci, around)
        case shape.Jam():
            return _jam(raw, kunci)
        case shape.Jumlah():
            return _jumlah(raw, kunci)
        case shape.Rentang():
            return _rentang(raw, kunci, around)
        case shape.Terberat():
            return _terberat(raw, kunci)
        case _:
            assert_never(raw)


def poin(value: shape.Number, kunci: str) -> tuple[int, ...]:
    """Return points by code of `JenisJabatan`, in thousandths.

    Args:
        value: One number for every kind of post, or a table by kind of post in which a missing
            kind means that the instrument does not apply to it.
        kunci: Its key.

    Raises:
        Fault: Not points, an unknown kind of post, an empty table.
    """
    by_code = [edition.TIDAK_BERLAKU] * (max(JenisJabatan) + 1)
    if not isinstance(value, dict):
        for column in edition.KOLOM_JABATAN:
            by_code[column] = require_number(value, kunci, edition.PER_POIN)
        return tuple(by_code)
    columns = {slug(column): column for column in edition.KOLOM_JABATAN}
    if not value:
        raise Fault(kunci, f"tabel kosong; isi paling sedikit satu dari {listed(columns)}")
    for name, points in value.items():
        if name not in columns:
            sebab = f'jenis jabatan "{name}" tidak dikenal; yang dikenal: {listed(columns)}'
            raise Fault(join(kunci, name), sebab)
        by_code[columns[name]] = require_number(points, join(kunci, name), edition.PER_POIN)
    return tuple(by_code)


def thresholds(bounds: Iterable[int], unit: int, batas: str) -> tuple[int, ...]:
    """Return thresholds to compare values with, the reading of band edges worked in.

    Args:
        bounds: Lower bounds as the file states them, falling whole numbers.
        unit: How many units of the values make one.
        batas: "bawah": a band starts at its bound. "atas": it starts just above the upper bound of
            the band below it, which is the whole number before.
    """
    if batas == "bawah":
        return tuple(bound * unit for bound in bounds)
    return tuple((bound - 1) * unit + 1 if bound else 0 for bound in bounds)


def _shared(raw: AnyInstrumen, kunci: str, allowed: tuple[Bukti, ...]) -> _Shared:
    """Resolve what every kind states; `allowed` are the kinds of evidence its kind can read."""
    name = join(kunci, "bukti")
    if not raw.bukti:
        raise Fault(name, f"kosong; isi dengan {listed(map(slug, allowed))}")
    kinds = tuple(require_code(Bukti, b, name) for b in require_unique(raw.bukti, name))
    for kind in kinds:
        if kind not in allowed:
            sebab = f'"{slug(kind)}" tidak dapat dibaca instrumen berjenis "{_jenis(raw)}"'
            raise Fault(name, sebab)
    return {
        "id": require_id(raw.id, join(kunci, "id")),
        "nama": require_text(raw.nama, join(kunci, "nama")),
        "pasal": require_text(raw.pasal, join(kunci, "pasal")),
        "bukti": kinds,
        "tafsir": require_tafsir(raw.tafsir, join(kunci, "tafsir")),
    }


def _jenis(raw: AnyInstrumen) -> str:
    return str(raw.__struct_config__.tag)


def _single(raw: shape.Pernah | shape.Jam | shape.Jumlah, kunci: str) -> tuple[edition.Langkah]:
    """Return the one step of an instrument that is reached or not."""
    ukuran = require_text(raw.ukuran, join(kunci, "ukuran"))
    return (edition.Langkah(ukuran, poin(raw.poin, join(kunci, "poin")), raw.pasal),)


def _steps(
    raw: shape.Tingkat | shape.Rentang | shape.Terberat, kunci: str
) -> tuple[edition.Langkah, ...]:
    """Return the steps of an instrument, checked that merit never costs points."""
    steps: list[edition.Langkah] = []
    for number, step in enumerate(raw.langkah, start=1):
        name = join(kunci, f"langkah[{number}]")
        points = poin(step.poin, join(name, "poin"))
        if steps and any(here > above for above, here in zip(steps[-1].poin, points, strict=True)):
            raise Fault(join(name, "poin"), "lebih tinggi daripada langkah sebelumnya")
        ukuran = require_text(step.ukuran, join(name, "ukuran"))
        pasal = require_text(step.pasal or raw.pasal, join(name, "pasal"))
        steps.append(edition.Langkah(ukuran, points, pasal))
    return tuple(steps)


def _window(years: int, kunci: str) -> int:
    return require_between(years, 1, LONGEST_WINDOW, join(kunci, "jendela_tahun"))


def _tingkat(raw: shape.Tingkat, kunci: str) -> edition.Tingkat:
    shared = _shared(raw, kunci, (Bukti.PENDIDIKAN,))
    starts = [
        require_code(Pendidikan, step.mulai, join(kunci, f"langkah[{number}].mulai"))
        for number, step in enumerate(raw.langkah, start=1)
    ]
    for number, (above, here) in enumerate(pairwise(starts), start=2):
        if here >= above:
            sebab = f'"{slug(here)}" harus di bawah langkah sebelumnya, "{slug(above)}"'
            raise Fault(join(kunci, f"langkah[{number}].mulai"), sebab)
    if not starts or starts[-1] != min(Pendidikan):
        sebab = f'langkah terakhir harus mulai pada "{slug(min(Pendidikan))}"'
        raise Fault(join(kunci, "langkah"), sebab)
    by_code = [-1] * (max(Pendidikan) + 1)
    for level in Pendidikan:
        by_code[level] = next(i for i, start in enumerate(starts) if level >= start)
    return edition.Tingkat(**shared, langkah=_steps(raw, kunci), langkah_dari=tuple(by_code))


def _pernah(raw: shape.Pernah, kunci: str, around: Surroundings) -> edition.Pernah:
    shared = _shared(raw, kunci, PENGEMBANGAN)
    steps = _single(raw, kunci)
    if raw.sesuai_jenjang is None:
        return edition.Pernah(**shared, langkah=steps, sesuai=None)
    name = join(kunci, "sesuai_jenjang")
    applies = [c for c in edition.KOLOM_JABATAN if steps[0].poin[c] != edition.TIDAK_BERLAKU]
    if applies != [JenisJabatan.STRUKTURAL]:
        raise Fault(name, "hanya berarti bila poin hanya untuk jabatan struktural")
    rows = {kelompok: [False] * (max(TingkatDiklat) + 1) for kelompok in around.kelompok}
    for kelompok, levels in raw.sesuai_jenjang.items():
        key = join(name, kelompok)
        if kelompok not in around.kelompok[1:]:
            known = listed(around.kelompok[1:])
            raise Fault(key, f"kelompok jenjang tidak dikenal; yang dikenal: {known}")
        for level in require_unique(levels, key):
            rows[kelompok][require_code(TingkatDiklat, level, key)] = True
    for kelompok in around.kelompok[1:]:
        if not any(rows[kelompok]):
            raise Fault(join(name, kelompok), "belum menyebut tingkat diklat yang memenuhi")
    return edition.Pernah(
        **shared, langkah=steps, sesuai=tuple(tuple(rows[k]) for k in around.kelompok)
    )


def _jam(raw: shape.Jam, kunci: str) -> edition.Jam:
    shared = _shared(raw, kunci, PENGEMBANGAN)
    if raw.prorata:
        raise Fault(join(kunci, "prorata"), "hanya false: jam di bawah ambang bernilai 0")
    name = join(kunci, "ambang_jp")
    threshold = require_number(raw.ambang_jp, name, edition.PER_JP)
    if threshold == 0:
        raise Fault(name, "harus lebih dari 0")
    return edition.Jam(
        **shared,
        langkah=_single(raw, kunci),
        jendela_tahun=_window(raw.jendela_tahun, kunci),
        ambang_jp=threshold,
    )


def _jumlah(raw: shape.Jumlah, kunci: str) -> edition.Jumlah:
    shared = _shared(raw, kunci, PENGEMBANGAN)
    return edition.Jumlah(
        **shared,
        langkah=_single(raw, kunci),
        jendela_tahun=_window(raw.jendela_tahun, kunci),
        ambang=require_between(raw.ambang, 1, 1000, join(kunci, "ambang")),
    )


def _rentang(raw: shape.Rentang, kunci: str, around: Surroundings) -> edition.Rentang:
    shared = _shared(raw, kunci, (Bukti.PENILAIAN,))
    names = tuple(join(kunci, f"langkah[{n}]") for n in range(1, len(raw.langkah) + 1))
    by_code = [-1] * (max(Predikat) + 1)
    predikat = []
    for index, (step, name) in enumerate(zip(raw.langkah, names, strict=True)):
        predikat.append(require_code(Predikat, step.predikat, join(name, "predikat")))
        if by_code[predikat[-1]] != -1:
            raise Fault(join(name, "predikat"), f'"{step.predikat}" ditulis dua kali')
        by_code[predikat[-1]] = index
    for code in Predikat:
        if by_code[code] == -1:
            raise Fault(join(kunci, "langkah"), f'predikat "{slug(code)}" belum ada')
    bounds = tuple(step.mulai for step in raw.langkah)
    require_falling(bounds, tuple(join(name, "mulai") for name in names))
    # A scale that states half-open bounds of its own leaves no doubt about band edges.
    ambang = {
        dasar: thresholds(bounds, edition.PER_NILAI, around.batas)
        if own is None
        else tuple(own[code] for code in predikat)
        for dasar, own in around.mulai_skala.items()
    }
    return edition.Rentang(
        **shared,
        langkah=_steps(raw, kunci),
        langkah_dari=tuple(by_code),
        predikat=tuple(predikat),
        ambang=MappingProxyType(ambang),
    )


def _terberat(raw: shape.Terberat, kunci: str) -> edition.Terberat:
    shared = _shared(raw, kunci, (Bukti.HUKUMAN,))
    expected = ("tidak_ada", *map(slug, TingkatHukuman))
    stated = tuple(step.tingkat for step in raw.langkah)
    if stated != expected:
        for number, (here, due) in enumerate(zip(stated, expected, strict=False), start=1):
            if here != due:
                name = join(kunci, f"langkah[{number}].tingkat")
                raise Fault(name, f'"{here}" tidak dapat di sini; urutannya: {listed(expected)}')
        raise Fault(join(kunci, "langkah"), f"harus tepat {listed(expected)}, berurutan")
    return edition.Terberat(
        **shared,
        langkah=_steps(raw, kunci),
        jendela_tahun=_window(raw.jendela_tahun, kunci),
        langkah_dari=tuple(range(len(expected))),
    )
