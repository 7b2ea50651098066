"""What is known of a certificate and of a signature, as values; no library's types."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rantai(StrEnum):
    """How far the chain of a certificate can be followed."""

    SENDIRI = "sendiri"
    """It is its own issuer."""
    TERVERIFIKASI = "terverifikasi"
    """It ends at a root that the office trusts."""
    BELUM = "belum"
    """It does not."""


RANTAI_WORDS = {
    Rantai.SENDIRI: "(diterbitkan sendiri, bukan BSrE)",
    Rantai.TERVERIFIKASI: "(rantai sertifikat terverifikasi)",
    Rantai.BELUM: "(rantai sertifikat belum terverifikasi)",
}
"""What may be printed of it."""


@dataclass(frozen=True, slots=True)
class Sertifikat:
    """A certificate.

    Attributes:
        subjek: Whose it is, as it says.
        penerbit: Who issued it, as it says.
        nomor_seri: Hexadecimal.
        rantai: How far its chain can be followed.
    """

    subjek: str
    penerbit: str
    nomor_seri: str
    rantai: Rantai


@dataclass(frozen=True, slots=True)
class TandaTanganBerkas:
    """A signature found in a PDF.

    Attributes:
        sertifikat: With what.
        utuh: Whether what it covers is as it was signed.
        seluruh: Whether it covers the whole file, and nothing was added after it.
        waktu: When, as the signer's own clock said; ISO text, empty where it does not say.
    """

    sertifikat: Sertifikat
    utuh: bool
    seluruh: bool
    waktu: str
