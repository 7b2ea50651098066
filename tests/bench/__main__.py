"""Print each measurement beside its floor, as ratios; timings never make it fail."""

from __future__ import annotations

import argparse
import io
import sys
from collections.abc import Callable, Iterator

from . import fuzz, ganas, impor, lampiran, nilai, sunting, tahan, window

BENCHES: dict[str, Callable[[argparse.Namespace], Iterator[str]]] = {
    "impor": lambda options: impor.bench(options.cepat, options.penuh),
    "nilai": lambda options: nilai.bench(options.cepat),
    "lampiran": lambda options: lampiran.bench(options.cepat),
    "sunting": lambda options: sunting.bench(options.cepat),
    "window": lambda options: window.bench(options.cepat),
    "tahan": lambda options: tahan.bench(options.cepat),
    "ganas": lambda options: ganas.bench(options.cepat),
    "fuzz": lambda options: fuzz.bench(options.cepat),
}
ASKED = frozenset(("tahan", "fuzz", "ganas"))
"""What is no timing and takes minutes: only done when named."""


def main() -> int:
    """Run the benches asked for, or all."""
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument(
        "nama", nargs="*", help=f"{', '.join(BENCHES)}; none: all but tahan, fuzz and ganas"
    )
    parser.add_argument("--cepat", action="store_true", help="tiny sizes: see that it works")
    parser.add_argument("--penuh", action="store_true", help="the peer of impor on all rows too")
    options = parser.parse_args()
    unknown = set(options.nama) - BENCHES.keys()
    if unknown:
        parser.error(f"no such bench: {', '.join(sorted(unknown))}")
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # Windows pipes know no ≤
    for name in options.nama or [name for name in BENCHES if name not in ASKED]:
        for line in BENCHES[name](options):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
