"""Build a `Roster` from people written as plain values, the shape of `tests/kasus`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from enum import IntEnum
from typing import Any

import numpy as np

from ipasn_core.model import nip as nip_rules
from ipasn_core.model.roster import ABSENT, Block, Roster, Statements
from ipasn_core.model.vocab import (
    DAPAT_DICAKUP,
    Bentuk,
    Bukti,
    DasarKinerja,
    Ekspektasi,
    Eselon,
    JenisJabatan,
    Jenjang,
    Pendidikan,
    Predikat,
    Status,
    TingkatDiklat,
    TingkatHukuman,
)

Orang = Mapping[str, Any]
NIP = "198503122010011004"


def code(kind: type[IntEnum], word: str | None) -> int:
    return 0 if word is None else kind[word.upper().replace(".", "_").replace(" ", "_")]


def tanggal(text: str | None) -> int:
    """ "2021" → 20210000, "2021-07" → 20210700, "2021-07-31" → 20210731, None → 0."""
    if text is None:
        return 0
    parts = [*map(int, str(text).split("-")), 0, 0]
    return parts[0] * 10_000 + parts[1] * 100 + parts[2]


def scaled(text: Any, unit: str) -> int:
    """A number in units, half up; None → ABSENT."""
    if text is None:
        return ABSENT
    exact = Decimal(str(text)).quantize(Decimal(unit), rounding=ROUND_HALF_UP)
    return int(exact / Decimal(unit))


def pendidikan(r: Orang) -> tuple[int, ...]:
    return code(Pendidikan, r["tingkat"]), tanggal(r.get("tanggal"))


def pengembangan(r: Orang) -> tuple[int, ...]:
    return (
        r["jenis"],
        code(TingkatDiklat, r.get("tingkat")),
        tanggal(r.get("mulai")),
        tanggal(r.get("selesai")),
        scaled(r.get("jp"), "0.01"),
    )


def hukuman(r: Orang) -> tuple[int, ...]:
    return (
        code(TingkatHukuman, r.get("tingkat")),
        r.get("jenis", 0),
        tanggal(r.get("tmt")),
        tanggal(r.get("tanggal_sk")),
        r.get("masa_bulan", ABSENT),
        int(bool(r.get("batal"))),
    )


def penilaian(r: Orang) -> tuple[int, ...]:
    return (
        r["tahun"],
        scaled(r.get("nilai"), "0.001"),
        scaled(r.get("skp"), "0.001"),
        scaled(r.get("perilaku"), "0.001"),
        code(Predikat, r.get("predikat")),
        code(Ekspektasi, r.get("hasil")),
        code(Ekspektasi, r.get("perilaku_kerja")),
        int(bool(r.get("ide_baru"))),
        code(DasarKinerja, r.get("dasar")),
    )


BLOCKS = {
    "pendidikan": (pendidikan, ("tingkat", "tanggal")),
    "pengembangan": (pengembangan, ("jenis", "tingkat", "mulai", "selesai", "jp")),
    "hukuman": (hukuman, ("tingkat", "jenis", "tmt", "tanggal_sk", "masa_bulan", "batal")),
    "penilaian": (
        penilaian,
        ("tahun", "nilai", "skp", "perilaku", "predikat", "hasil", "perilaku_kerja")
        + ("ide_baru", "dasar"),
    ),
}


def block(kind: str, people: Sequence[Orang]) -> Block:
    read, names = BLOCKS[kind]
    rows = [[read(r) for r in orang.get(kind, ())] for orang in people]
    flat = [row for person in rows for row in person]
    table = np.array(flat, np.int32).reshape(len(flat), len(names))
    start = np.cumsum([0, *map(len, rows)], dtype=np.int64)
    columns = {name: np.ascontiguousarray(table[:, i]) for i, name in enumerate(names)}
    return Block(start, np.arange(1, len(flat) + 1, dtype=np.int64), columns)


def statement(bukti: Bukti, word: Any) -> tuple[int, int]:
    word = str(word)
    if word in ("belum", "tidak_ada"):
        return Bentuk.TIDAK_ADA, 0
    if word == "sudah":
        return Bentuk.SUDAH, 0
    if bukti == Bukti.PENDIDIKAN:
        return Bentuk.NILAI, code(Pendidikan, word)
    if bukti == Bukti.DIKLAT_KEPEMIMPINAN:
        return Bentuk.NILAI, code(TingkatDiklat, word)
    if bukti == Bukti.HUKUMAN:
        return Bentuk.NILAI, code(TingkatHukuman, word)
    if bukti == Bukti.DIKLAT_TEKNIS:
        return Bentuk.NILAI, scaled(word, "0.01")
    return Bentuk.NILAI, int(word)


def statements(bukti: Bukti, people: Sequence[Orang]) -> Statements:
    pairs = [
        statement(bukti, p["pernyataan"][bukti.name.lower()])
        if bukti.name.lower() in p.get("pernyataan", {})
        else (0, 0)
        for p in people
    ]
    table = np.array(pairs, np.int32).reshape(len(people), 2)
    return Statements(table[:, 0].astype(np.int8), table[:, 1].copy())


def keadaan(people: Sequence[Orang]) -> dict[str, Any]:
    def column(values: Iterable[int]) -> Any:
        return np.fromiter(values, np.int16, len(people))

    return {
        "status": column(
            code(Status, p["status"]) if "status" in p else nip_rules.status_of(int(p["nip"]))
            for p in people
        ),
        "kedudukan": column(int(p.get("kedudukan", 0)) for p in people),
        "golongan": column(0 for _ in people),
        "jenis_kelamin": column(0 for _ in people),
        "jenis_jabatan": column(code(JenisJabatan, p["jenis_jabatan"]) for p in people),
        "jenjang": column(code(Jenjang, p.get("jenjang")) for p in people),
        "eselon": column(code(Eselon, p.get("eselon")) for p in people),
        "opd": column(0 for _ in people),
    }


def roster_of(people: Sequence[Orang], tahun: int) -> Roster:
    """Everybody, in the order given, as one year's roster."""
    people = [{"nip": NIP, **p} for p in people]
    n = len(people)
    covered = {
        bukti: np.array([bukti.name.lower() in p.get("cakupan", ()) for p in people], np.bool_)
        for bukti in DAPAT_DICAKUP
    }
    doubted = np.array(["hukuman" in p.get("tertahan", ()) for p in people], np.bool_)
    return Roster(
        tahun=tahun,
        id=np.arange(1, n + 1, dtype=np.int64),
        nip=np.array([int(p["nip"]) for p in people], np.int64),
        nama=("Pegawai Contoh",) * n,
        jabatan=("Jabatan Contoh",) * n,
        opd_nama=("Dinas Contoh",),
        keadaan=keadaan(people),
        rekaman={kind: block(kind, people) for kind in BLOCKS},
        pernyataan={
            bukti: statements(bukti, people) for bukti in Bukti if bukti != Bukti.PENILAIAN
        },
        cakupan=covered,
        tertahan={Bukti.HUKUMAN: doubted} if doubted.any() else {},
    )
