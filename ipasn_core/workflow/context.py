"""`Context`: what the core may not find out for itself."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """When and by whom work is done.

    Attributes:
        now: The moment, with its zone.
        user: Name of the person who works, for the journal.
    """

    now: datetime.datetime
    user: str
