"""Scoring: `points` beside one bare look-up an instrument, `weigh` beside one bare cumsum."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from ipasn_core.model.roster import BLOCK_COLUMNS, Block, Int8, Int32, Int64, Roster
from ipasn_core.model.scores import Verdict
from ipasn_core.model.vocab import DAPAT_DICAKUP, JenisJabatan, Jenjang, Status
from ipasn_core.rules.edition import Edition, Jam, Jumlah, Pernah
from ipasn_core.rules.loader import edition_for, editions
from ipasn_core.scoring.measure import Measured, measure
from ipasn_core.scoring.points import points, score
from ipasn_core.scoring.weigh import Posts, code_courses, weigh_pengembangan, weigh_posts

from .timing import Goal, duration, ratio_line, seconds_of, side_by_side

YEAR = 2021
COURSES = 3
"""Courses a person, on average."""
POINTS_GOAL = Goal(3)
WEIGH_GOAL = Goal(3)


def bench(cepat: bool) -> Iterator[str]:
    """Measure scoring, and yield a line a result.

    Args:
        cepat: Few people, one run: to see that it works.

    Raises:
        AssertionError: A floor and ours do not agree.
    """
    people, runs = (2_000, 1) if cepat else (5_000_000, 5)
    edition = edition_for(YEAR, editions())
    roster = make_roster(people, np.random.default_rng(8))
    posts = weigh_posts(roster, edition)
    size = f"{dotted(people)} pegawai"
    yield _points(edition, posts, measure(roster, edition, posts), size, runs)
    yield _weigh(roster, edition, posts, runs)
    seconds = seconds_of(lambda: score(roster, edition))
    yield f"nilai · score seluruhnya, {size}: {duration(seconds)} (informasi)"


def dotted(count: int) -> str:
    """Write a count as Indonesian does: 5.000.000."""
    return f"{count:,}".replace(",", ".")


def _points(
    edition: Edition, posts: Posts, measured: tuple[Measured, ...], size: str, runs: int
) -> str:
    look_ups = list(bare_look_ups(edition, posts, measured))
    scores = points(edition, posts, measured)
    for (table, code), one in zip(look_ups, scores.instrumen, strict=True):
        if not np.array_equal(table.take(code), one.poin):
            raise AssertionError(f"the bare look-up of {one.id} gives other points")
    ours, floor = side_by_side(
        [
            lambda: points(edition, posts, measured),
            lambda: [table.take(code) for table, code in look_ups],
        ],
        runs,
    )
    floor_is = f"lantai {len(look_ups)} × np.take"
    return ratio_line(f"nilai · points, {size}", ours, floor, floor_is, POINTS_GOAL)


def bare_look_ups(
    edition: Edition, posts: Posts, measured: tuple[Measured, ...]
) -> Iterator[tuple[Int32, NDArray[np.uint8]]]:
    """Yield, an instrument, a flat table of thousandths and everybody's code into it."""
    for (_, instrumen), one in zip(edition.instrumen, measured, strict=True):
        steps = len(instrumen.langkah) + 1
        table = np.zeros((len(instrumen.maksimal), steps), np.int32)
        for step, line in enumerate(instrumen.langkah, start=1):
            table[:, step] = np.maximum(line.poin, 0)
        code = posts.kolom.astype(np.uint8) * np.uint8(steps)
        code += (one.langkah + np.int8(1)).astype(np.uint8)
        code[~posts.diukur] = 0
        yield table.reshape(-1), code


def _weigh(roster: Roster, edition: Edition, posts: Posts, runs: int) -> str:
    block = roster.rekaman["pengembangan"]
    instruments = [i for _, i in edition.instrumen if isinstance(i, Pernah | Jam | Jumlah)]

    def weigh() -> list[Int8]:
        courses = code_courses(roster, edition)
        return [weigh_pengembangan(roster, edition, i, posts, courses) for i in instruments]

    def bare() -> Int64:
        total: Int64 = np.cumsum(block["jp"], dtype=np.int64)
        return total

    _compare_hours(edition, block, dict(zip((i.id for i in instruments), weigh(), strict=True)))
    ours, floor = side_by_side([weigh, bare], runs)
    what = f"nilai · weigh {len(instruments)} instrumen, {dotted(len(block))} rekaman"
    return ratio_line(what, ours, floor, "lantai 1 × cumsum int64", WEIGH_GOAL)


def _compare_hours(edition: Edition, block: Block, verdicts: dict[str, Int8]) -> None:
    """Compare what counts as technical courses with a plain condition on the columns."""
    jam = next(i for _, i in edition.instrumen if isinstance(i, Jam))
    kinds = [code for code, kind in enumerate(edition.peta_diklat) if kind in jam.bukti]
    plain = np.isin(block["jenis"], kinds) & (block["selesai"] // 10_000 == YEAR)
    plain &= block["jp"] >= 0
    if not np.array_equal(plain, verdicts[jam.id] == Verdict.DIHITUNG):
        raise AssertionError("other technical courses count than a plain condition finds")


# People of the right numbers and kinds, whose evidence reaches every branch ----------------------


def make_roster(people: int, rng: np.random.Generator) -> Roster:
    """Make up people with degrees, courses and appraisals, everybody covered by full sources."""
    whole = np.arange(people + 1, dtype=np.int64)
    none = np.zeros(people + 1, np.int64)
    courses = np.concatenate(([0], np.cumsum(rng.poisson(COURSES, people)))).astype(np.int64)
    blocks = {
        "pendidikan": _block(
            "pendidikan", whole, {"tingkat": _any(rng, 1, 11), "tanggal": _days(rng)}
        ),
        "pengembangan": _block(
            "pengembangan",
            courses,
            {
                "jenis": _any(rng, 1, 26),
                "tingkat": _any(rng, 0, 6),
                "mulai": _days(rng),
                "selesai": _days(rng),
                "jp": _any(rng, -1, 5000),
            },
        ),
        "hukuman": _block("hukuman", none, {}),
        "penilaian": _block(
            "penilaian",
            whole,
            {
                "tahun": _any(rng, YEAR, YEAR + 1),
                "nilai": _any(rng, 40_000, 100_000),
                "skp": _any(rng, -1, 0),
                "perilaku": _any(rng, -1, 0),
            },
        ),
    }
    return Roster(
        tahun=YEAR,
        id=whole[1:],
        nip=whole[1:],
        nama=(),
        jabatan=(),
        opd_nama=("OPD",),
        keadaan=_keadaan(people, rng),
        rekaman=blocks,
        pernyataan={},
        cakupan={kind: np.ones(people, np.bool_) for kind in DAPAT_DICAKUP},
    )


def _keadaan(people: int, rng: np.random.Generator) -> dict[str, NDArray[np.int16]]:
    kinds = [JenisJabatan.STRUKTURAL, JenisJabatan.FUNGSIONAL, JenisJabatan.PELAKSANA]
    levels = [Jenjang.JPT_PRATAMA, Jenjang.ADMINISTRATOR, Jenjang.PENGAWAS]
    names = "kedudukan golongan jenis_kelamin eselon opd".split()
    found = {name: np.zeros(people, np.int16) for name in names}
    found["status"] = rng.choice([Status.PNS, Status.PPPK], people, p=[0.97, 0.03]).astype(np.int16)
    jenis = rng.choice(kinds, people).astype(np.int16)
    stated = rng.choice(levels, people).astype(np.int16)
    found["jenis_jabatan"] = jenis
    found["jenjang"] = np.where(jenis == JenisJabatan.STRUKTURAL, stated, 0).astype(np.int16)
    return found


def _block(name: str, start: Int64, columns: dict[str, Callable[[int], Int32]]) -> Block:
    count = int(start[-1])
    blank = np.zeros(count, np.int32)
    made = {c: columns[c](count) if c in columns else blank for c in BLOCK_COLUMNS[name]}
    return Block(start, np.arange(count, dtype=np.int64), made)


def _any(rng: np.random.Generator, low: int, high: int) -> Callable[[int], Int32]:
    return lambda count: rng.integers(low, high, count, dtype=np.int32)


def _days(rng: np.random.Generator) -> Callable[[int], Int32]:
    def make(count: int) -> Int32:
        days = rng.integers(2012, 2023, count, dtype=np.int32) * np.int32(10_000)
        days += rng.integers(1, 13, count, dtype=np.int32) * np.int32(100)
        days += rng.integers(1, 29, count, dtype=np.int32)
        return days

    return make
