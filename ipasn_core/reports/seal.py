"""What a signing puts on paper."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from ..formatting import format_date
from ..model.elektronik import Sertifikat
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
        menggantikan: What a revision replaces, a line of words; empty for the first signing.
        sertifikat: With what it is signed electronically; None: with ink.
    """

    pejabat: Pejabat
    revisi: int
    sidik: str
    waktu: datetime.datetime
    menggantikan: str = ""
    sertifikat: Sertifikat | None = None

    @classmethod
    def of(
        cls,
        signing: Pengesahan,
        earlier: Pengesahan | None = None,
        sertifikat: Sertifikat | None = None,
    ) -> Seal:
        """Return the marks of a signing.

        Args:
            signing: The signing.
            earlier: The one it replaces, None for the first of its year.
            sertifikat: With what it is signed electronically.
        """
        return cls(
            signing.pejabat,
            signing.revisi,
            signing.snapshot_sha256,
            datetime.datetime.fromisoformat(signing.waktu),
            "" if earlier is None else _replaces(earlier.pejabat),
            sertifikat,
        )


def _replaces(earlier: Pejabat) -> str:
    day = format_date(datetime.date.fromisoformat(earlier.tanggal))
    return f"menggantikan laporan Nomor {earlier.nomor} tanggal {day}"
