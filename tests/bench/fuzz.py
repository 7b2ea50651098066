"""Spoilt files of every format for minutes: what is not foreseen is told with its number."""

from __future__ import annotations

import random
import time
from collections import Counter
from collections.abc import Iterator
from itertools import count, islice

from tests.importing import fuzzing, mutation

from .timing import duration

MINUTES, QUICK = 5, 200
_ROUND = 2000


def bench(cepat: bool) -> Iterator[str]:
    """Take in spoilt files and yield a line a format, and one for each that nobody foresaw.

    Args:
        cepat: A few hundred: to see that it works.

    Raises:
        AssertionError: Something crashed, hung, or was not told as our own kind of fault.
    """
    until = time.monotonic() + 60 * MINUTES
    outcomes: Counter[tuple[str, str]] = Counter()
    slowest: dict[str, float] = {}
    wrong: list[fuzzing.Result] = []
    # Other files on every run; whatever one does, its number makes it again.
    numbers = count(random.SystemRandom().randrange(10**6, 10**12))
    while True:
        for result in fuzzing.run(islice(numbers, QUICK if cepat else _ROUND)):
            outcomes[result.jenis, result.hasil] += 1
            slowest[result.jenis] = max(result.detik, slowest.get(result.jenis, 0))
            if result.salah:
                wrong.append(result)
                yield f"fuzz · {result.jenis} · nomor {result.nomor}: {result.salah}"
        if cepat or time.monotonic() > until:
            break
    for jenis in mutation.originals():
        found = {name: n for (kind, name), n in sorted(outcomes.items()) if kind == jenis}
        told = ", ".join(f"{name} {n}" for name, n in found.items())
        longest = duration(slowest.get(jenis, 0))
        yield f"fuzz · {jenis}: {sum(found.values())} berkas; {told}; paling lama {longest}"
    if wrong:
        raise AssertionError(f"{len(wrong)} spoilt files were not foreseen")
