"""Let the cycle collector rest while an import makes its millions of values."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_resting() -> Iterator[None]:
    """Keep the cycle collector from walking cells and tuples, none of which form cycles.

    It would take a tenth of the time of an import, a third of that of planning. Also a decorator.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # What was made is old already: else the next small object would have all of it walked.
            kept_out = gc.get_freeze_count() > 0
            gc.freeze()
            if not kept_out:
                gc.unfreeze()
            gc.enable()


def keep_out_of_collections() -> None:
    """Let later collections pass over everything there is now: a plan of 100,000 rows, say.

    A collection halts every thread; walking what cannot form cycles, again and again, is felt in
    the window. What is let go is freed all the same, by its count of references.
    """
    gc.freeze()


def take_into_collections() -> None:
    """Let collections look at everything again."""
    gc.unfreeze()
