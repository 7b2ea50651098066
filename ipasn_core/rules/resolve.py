"""From a decoded file to an `Edition`: codes for words, integers for numbers, tables by code."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from enum import IntEnum
from types import MappingProxyType

from ..model.vocab import (
    PENGEMBANGAN,
    Bukti,
    DasarKinerja,
    Ekspektasi,
    Eselon,
    JenisDiklat,
    JenisHukuman,
    JenisJabatan,
    Jenjang,
    Predikat,
    Status,
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
from .instruments import Surroundings, instrument, thresholds

_EDITION_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def resolve(raw: shape.Edition, teks: str) -> edition.Edition:
    """Resolve a decoded file.

    Args:
        raw: The file, decoded.
        teks: Its text, for the fingerprint.

    Raises:
        Fault: A code, number or text of it cannot stand. What needs several parts of the edition
            at once is left to `checks`.
    """
    if not _EDITION_ID.fullmatch(raw.id):
        raise Fault("id", f'id "{raw.id}" hanya boleh huruf kecil, angka, dan tanda hubung')
    if not raw.dasar_hukum:
        raise Fault("dasar_hukum", "kosong; sebutkan paling sedikit satu peraturan")
    jabatan = _jabatan(raw.jabatan)
    around = Surroundings(jabatan.nama_kelompok, _mulai_skala(raw.skala), raw.batas)
    return edition.Edition(
        id=raw.id,
        nama=require_text(raw.nama, "nama"),
        singkatan=require_text(raw.singkatan, "singkatan"),
        tentang=require_text(raw.tentang, "tentang"),
        revisi=require_between(raw.revisi, 0, 999, "revisi"),
        status=raw.status,
        tahun=_years(raw.tahun),
        dasar_hukum=tuple(
            require_text(text, f"dasar_hukum[{number}]")
            for number, text in enumerate(raw.dasar_hukum, start=1)
        ),
        status_diukur=_statuses(raw.status_diukur),
        kedudukan_diukur=_kedudukan(raw.kedudukan_diukur),
        batas=raw.batas,
        kategori_dari=raw.kategori_dari,
        tahun_kinerja=require_between(raw.tahun_kinerja, -1, 0, "tahun_kinerja"),
        dimensi=tuple(_dimensi(one, f"dimensi[{one.id}]", around) for one in raw.dimensi),
        kategori=_kategori(raw.kategori, raw.batas),
        jabatan=jabatan,
        peta_diklat=_peta_diklat(raw.peta_diklat),
        skala=MappingProxyType({_dasar(one): _skala(one) for one in raw.skala}),
        skala_tahun=_skala_tahun(raw),
        matriks=_matriks(raw.matriks_kinerja),
        hukuman=_hukuman(raw.hukuman),
        tafsir=require_tafsir(raw.tafsir, "tafsir"),
        sidik=hashlib.sha256(teks.encode()).hexdigest(),
        teks=teks,
    )


def _years(years: tuple[int, ...]) -> tuple[int, ...]:
    if not years:
        raise Fault("tahun", "kosong; sebutkan paling sedikit satu tahun ukur")
    for year in years:
        require_between(year, 2000, 2100, "tahun")
    if list(years) != sorted(set(years)):
        raise Fault("tahun", "harus berurutan naik dan masing-masing sekali")
    return years


def _statuses(names: tuple[str, ...]) -> tuple[Status, ...]:
    if not names:
        raise Fault("status_diukur", f"kosong; yang dikenal: {listed(map(slug, Status))}")
    unique = require_unique(names, "status_diukur")
    return tuple(require_code(Status, name, "status_diukur") for name in unique)


def _kedudukan(codes: tuple[str, ...]) -> tuple[int, ...]:
    for code in require_unique(codes, "kedudukan_diukur"):
        if not re.fullmatch(r"[0-9]{2}", code):
            raise Fault("kedudukan_diukur", f'"{code}" bukan kode SIASN dua angka')
    return tuple(int(code) for code in codes)


def _dimensi(raw: shape.Dimensi, kunci: str, around: Surroundings) -> edition.Dimensi:
    if not raw.instrumen:
        raise Fault(join(kunci, "instrumen"), "kosong; sebutkan paling sedikit satu instrumen")
    return edition.Dimensi(
        id=require_id(raw.id, join(kunci, "id")),
        nama=require_text(raw.nama, join(kunci, "nama")),
        pasal=require_text(raw.pasal, join(kunci, "pasal")),
        maksimal=require_number(raw.maksimal, join(kunci, "maksimal"), edition.PER_POIN),
        instrumen=tuple(
            instrument(one, f"{kunci}.instrumen[{one.id}]", around) for one in raw.instrumen
        ),
    )


def _kategori(raw: tuple[shape.Kategori, ...], batas: str) -> tuple[edition.Kategori, ...]:
    bounds = tuple(one.mulai for one in raw)
    require_falling(bounds, tuple(f"kategori[{one.nama}].mulai" for one in raw))
    require_unique(tuple(one.nama for one in raw), "kategori")
    require_between(bounds[0], 0, 100, f"kategori[{raw[0].nama}].mulai")
    return tuple(
        edition.Kategori(
            nama=require_text(one.nama, f"kategori[{number}].nama"),
            rentang=require_text(one.rentang, f"kategori[{one.nama}].rentang"),
            ambang=threshold,
        )
        for number, (one, threshold) in enumerate(
            zip(raw, thresholds(bounds, edition.PER_POIN, batas), strict=True), start=1
        )
    )


def _jabatan(raw: shape.Jabatan) -> edition.Jabatan:
    kolom = _by_code(raw.kolom, JenisJabatan, JenisJabatan, "jabatan.kolom")
    for name, text in raw.kolom.items():
        if JenisJabatan[text.upper()] not in edition.KOLOM_JABATAN:
            raise Fault(f"jabatan.kolom.{name}", f'"{text}" bukan kolom tabel nilai')
    groups = ("", *raw.kelompok_jenjang)
    kelompok = [0] * (max(Jenjang) + 1)
    pelaksana = [False] * (max(Jenjang) + 1)
    for number, (name, levels) in enumerate(raw.kelompok_jenjang.items(), start=1):
        kunci = f"jabatan.kelompok_jenjang.{name}"
        require_id(name, kunci)
        for level in levels:
            code = require_code(Jenjang, level, kunci)
            if kelompok[code]:
                raise Fault(kunci, f'jenjang "{level}" sudah ada dalam kelompok')
            kelompok[code] = number
    for level in raw.jenjang_pelaksana:
        code = require_code(Jenjang, level, "jabatan.jenjang_pelaksana")
        if kelompok[code]:
            raise Fault("jabatan.jenjang_pelaksana", f'"{level}" sudah ada dalam kelompok_jenjang')
        pelaksana[code] = True
    eselon = _by_code(raw.jenjang_eselon, Eselon, Jenjang, "jabatan.jenjang_eselon")
    for name, text in raw.jenjang_eselon.items():
        code = Jenjang[text.upper()]
        if not (kelompok[code] or pelaksana[code]):
            raise Fault(f"jabatan.jenjang_eselon.{name}", f'"{text}" tidak ada dalam kelompok')
    return edition.Jabatan(
        kolom=kolom,
        jenjang_eselon=eselon,
        jenjang_pelaksana=tuple(pelaksana),
        kelompok=tuple(kelompok),
        nama_kelompok=groups,
        tafsir=require_tafsir(raw.tafsir, "jabatan.tafsir"),
    )


def _by_code(
    table: Mapping[str, str], keys: type[IntEnum], values: type[IntEnum], kunci: str
) -> tuple[int, ...]:
    """Return a table from one vocabulary to another as a tuple by code; every key is needed."""
    by_code = [0] * (max(keys) + 1)
    for name, text in table.items():
        by_code[require_code(keys, name, join(kunci, name))] = require_code(
            values, text, join(kunci, name)
        )
    for key in keys:
        if not by_code[key]:
            raise Fault(kunci, f'"{slug(key)}" belum ada')
    return tuple(by_code)


def _peta_diklat(table: Mapping[str, tuple[int, ...]]) -> tuple[int, ...]:
    by_code = [0] * (max(JenisDiklat) + 1)
    for name, numbers in table.items():
        kunci = f"peta_diklat.{name}"
        kind = require_code(Bukti, name, kunci)
        if kind not in PENGEMBANGAN:
            raise Fault(kunci, f"bukan jenis pengembangan: {listed(map(slug, PENGEMBANGAN))}")
        _place(numbers, JenisDiklat, by_code, kind, kunci)
    _complete(by_code, JenisDiklat, "peta_diklat", "jenis diklat")
    return tuple(by_code)


def _place(
    numbers: Iterable[int], enum: type[IntEnum], by_code: list[int], value: int, kunci: str
) -> None:
    """Write a value at the places of SIASN's numbers, each known and free."""
    for number in numbers:
        if number not in set(enum):
            raise Fault(kunci, f"kode {number} tidak dikenal")
        if by_code[number]:
            raise Fault(kunci, f"kode {number} sudah dipetakan")
        by_code[number] = value


def _complete(by_code: list[int], enum: type[IntEnum], kunci: str, what: str) -> None:
    missing = [code for code in enum if not by_code[code]]
    if missing:
        names = ", ".join(f"{int(code)} ({slug(code)})" for code in missing)
        raise Fault(kunci, f"{what} belum dipetakan: {names}")


def _dasar(raw: shape.Skala) -> DasarKinerja:
    return require_code(DasarKinerja, raw.id, f"skala[{raw.id}].id")


def _skala(raw: shape.Skala) -> edition.Skala:
    kunci = f"skala[{raw.id}]"
    top = require_between(raw.tertinggi, 1, 1000, join(kunci, "tertinggi"))
    bobot = raw.bobot
    if bobot is not None:
        require_between(bobot.skp, 0, 100, join(kunci, "bobot.skp"))
        if bobot.skp + bobot.perilaku != 100:
            total = bobot.skp + bobot.perilaku
            raise Fault(join(kunci, "bobot"), f"skp dan perilaku berjumlah {total}, harus 100")
    falls = [0, *Predikat]
    for name, text in raw.tanpa_ide_baru.items():
        key = join(kunci, f"tanpa_ide_baru.{name}")
        code, lower = require_code(Predikat, name, key), require_code(Predikat, text, key)
        if lower <= code:
            raise Fault(key, f'"{text}" tidak lebih rendah daripada "{name}"')
        falls[code] = lower
    return edition.Skala(
        dasar=_dasar(raw),
        nama=require_text(raw.nama, join(kunci, "nama")),
        bobot_skp=bobot.skp if bobot else 0,
        bobot_perilaku=bobot.perilaku if bobot else 0,
        tertinggi=top * edition.PER_NILAI,
        tanpa_ide_baru=tuple(int(code) for code in falls),
        tafsir=require_tafsir(raw.tafsir, join(kunci, "tafsir")),
    )


def _mulai_skala(
    raw: tuple[shape.Skala, ...],
) -> dict[DasarKinerja, dict[Predikat, int] | None]:
    """Return the lower bounds of each scale by predikat, None where the instrument's hold."""
    bounds: dict[DasarKinerja, dict[Predikat, int] | None] = {}
    for one in raw:
        dasar = _dasar(one)
        if dasar in bounds:
            raise Fault(f"skala[{one.id}].id", f'"{one.id}" ditulis dua kali')
        bounds[dasar] = None
        if one.mulai is None:
            continue
        kunci = f"skala[{one.id}].mulai"
        stated = {require_code(Predikat, n, join(kunci, n)): b for n, b in one.mulai.items()}
        for code in Predikat:
            if code not in stated:
                raise Fault(kunci, f'"{slug(code)}" belum ada')
        ordered = tuple(stated[code] for code in Predikat)
        require_falling(ordered, tuple(join(kunci, slug(code)) for code in Predikat))
        require_between(ordered[0], 0, one.tertinggi, join(kunci, slug(Predikat.SANGAT_BAIK)))
        bounds[dasar] = {code: bound * edition.PER_NILAI for code, bound in stated.items()}
    for dasar in DasarKinerja:
        if dasar not in bounds:
            raise Fault("skala", f'skala "{slug(dasar)}" belum ada')
    return bounds


def _skala_tahun(raw: shape.Edition) -> Mapping[int, DasarKinerja]:
    by_year: dict[int, DasarKinerja] = {}
    for one in raw.skala:
        kunci = f"skala[{one.id}].tahun"
        for year in one.tahun:
            if year not in raw.tahun:
                raise Fault(kunci, f"tahun {year} tidak ada dalam tahun edisi ini")
            if year in by_year:
                raise Fault(kunci, f"tahun {year} sudah mempunyai skala")
            by_year[year] = _dasar(one)
    for year in raw.tahun:
        if year not in by_year:
            raise Fault("skala", f"tahun {year} belum mempunyai skala")
    return MappingProxyType(by_year)


def _matriks(table: Mapping[str, Mapping[str, str]]) -> tuple[tuple[int, ...], ...]:
    rows: dict[str, tuple[int, ...]] = {}
    for name, row in table.items():
        kunci = f"matriks_kinerja.{name}"
        rows[slug(require_code(Ekspektasi, name, kunci))] = _by_code(
            row, Ekspektasi, Predikat, kunci
        )
    for code in Ekspektasi:
        if slug(code) not in rows:
            raise Fault("matriks_kinerja", f'"{slug(code)}" belum ada')
    nothing = (0,) * (max(Ekspektasi) + 1)
    return (nothing, *(rows[slug(code)] for code in Ekspektasi))


def _hukuman(raw: shape.Hukuman) -> edition.Hukuman:
    by_code = [0] * (max(JenisHukuman) + 1)
    for name, numbers in raw.tingkat.items():
        kunci = f"hukuman.tingkat.{name}"
        level = require_code(TingkatHukuman, name, kunci)
        _place(numbers, JenisHukuman, by_code, level, kunci)
    levels = list(by_code)
    _place(raw.bukan, JenisHukuman, by_code, -1, "hukuman.bukan")
    by_length: dict[tuple[int, int], int] = {}
    for number, one in enumerate(raw.menurut_masa, start=1):
        kunci = f"hukuman.menurut_masa[{number}]"
        _place([one.jenis], JenisHukuman, by_code, -1, join(kunci, "jenis"))
        for months, text in one.bulan.items():
            key = join(kunci, f"bulan.{months}")
            if not re.fullmatch(r"[1-9][0-9]{0,2}", months):
                raise Fault(key, f'"{months}" bukan banyaknya bulan')
            by_length[one.jenis, int(months)] = require_code(TingkatHukuman, text, key)
    _complete(by_code, JenisHukuman, "hukuman", "jenis hukuman")
    return edition.Hukuman(
        tingkat=tuple(levels),
        menurut_masa=MappingProxyType(by_length),
        bukan=frozenset(raw.bukan),
        tafsir=require_tafsir(raw.tafsir, "hukuman.tafsir"),
    )
