"""What a printed file says about itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Meta:
    """What the file says about itself.

    Attributes:
        judul: Title, as on paper.
        instansi: The author: the agency, no person.
        subjek: `Nomor …, Revisi n, tahun ukur …`.
        kata_kunci: Fingerprint, edition.
        pembuat: The program and its version.
        dibuat: Moment of sign-off or, on a draft, of printing; with its zone where it has one.
        sidik_jari: SHA-256 the file ID is made of; empty: made from the content.
    """

    judul: str
    instansi: str
    subjek: str
    kata_kunci: tuple[str, ...]
    pembuat: str
    dibuat: datetime
    sidik_jari: str = ""
