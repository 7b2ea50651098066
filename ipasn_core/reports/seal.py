"""What a signing puts on paper."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ..model.settings import Pejabat
from ..model.stored import Pengesahan


@dataclass(frozen=True, slots=True)
class Seal:
    """The marks of a signed report; a draft has none.

    Attributes:
        pejabat: Who signs; number, place and date of the report.
        revisi: 0 for the first signing of the year.
        sidik: SHA-256 of the signed snapshot, 64 hex digits.
        waktu: Moment of signing, with its zone.
    """

    pejabat: Pejabat
    revisi: int
    sidik: str
    waktu: datetime.datetime

    @classmethod
    def of(cls, signing: Pengesahan) -> Seal:
        """Return the marks of a signing."""
        return cls(
            signing.pejabat,
            signing.revisi,
            signing.snapshot_sha256,
            datetime.datetime.fromisoformat(signing.waktu),
        )
