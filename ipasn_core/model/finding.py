"""`Finding`: a fault or remark with a name, an address and a remedy.

A finding holds its code, its parameters and its address, never a row of data; the words come from
the catalogue's card. A missing parameter is an error at construction, so that no sentence is ever
told with a hole in it.
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .vocab import Bukti


class Severity(StrEnum):
    """What a finding means for the data: kept out, in but marked, or just said."""

    GALAT = "galat"
    PERIKSA = "periksa"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Card:
    """The fixed part of a finding: severity and words.

    Attributes:
        kode: Readable slug.
        tingkat: Severity.
        pesan: Template of the sentence; `{name}` are parameters.
        perbaikan: Template of the remedy; only info may have none.
    """

    kode: str
    tingkat: Severity
    pesan: str
    perbaikan: str = ""

    def parameters(self) -> frozenset[str]:
        """Return the names of the parameters that the words need."""
        both = self.pesan + self.perbaikan
        return frozenset(name for _, name, _, _ in string.Formatter().parse(both) if name)


@dataclass(frozen=True, slots=True)
class Finding:
    """One occurrence of a card.

    Attributes:
        kartu: The card; its code and severity are the finding's.
        isi: Parameters of the words.
        berkas: File name; None for a derived finding.
        lembar: Sheet name; None for a CSV or a finding about a file.
        baris: Row as the spreadsheet numbers it (for a CSV the record's number).
        kolom: Column letter.
        nip: The NIP as a number where the person can be told, else 0.
        siapa: The person as written (NIP, else name), for counting people kept out.
        bidang: Field of the vocabulary that is at fault.
        tahan: Kinds of evidence whose coverage by this sheet is withheld while this is open.
        menolak_baris: Whether the whole row was kept out.
        tahun: Measured year, of derived findings.
        sidik: Beginning of the file's sha256, of reading findings: part of the id.
    """

    kartu: Card
    isi: Mapping[str, str] = field(default_factory=dict)
    berkas: str | None = None
    lembar: str | None = None
    baris: int | None = None
    kolom: str | None = None
    nip: int = 0
    siapa: str = ""
    bidang: str = ""
    tahan: tuple[Bukti, ...] = ()
    menolak_baris: bool = False
    tahun: int = 0
    sidik: str = ""

    def __post_init__(self) -> None:
        missing = self.kartu.parameters() - self.isi.keys()
        if missing:
            raise ValueError(f"{self.kartu.kode}: parameters missing: {sorted(missing)}")

    @property
    def kode(self) -> str:
        """The card's slug."""
        return self.kartu.kode

    @property
    def tingkat(self) -> Severity:
        """The card's severity."""
        return self.kartu.tingkat

    @property
    def pesan(self) -> str:
        """What, in one Indonesian sentence."""
        return self.kartu.pesan.format_map(dict(self.isi))

    @property
    def perbaikan(self) -> str | None:
        """What to do about it, None where nothing need be done."""
        return self.kartu.perbaikan.format_map(dict(self.isi)) or None

    @property
    def id(self) -> str:
        """A stable id of 12 hex digits.

        Of a reading finding from (file's sha256, sheet, row, column, code), with the person where
        there is no row; of a derived one from (code, person, year, kind).
        """
        if self.berkas is None:
            parts = [self.kode, str(self.nip), str(self.tahun), self.bidang]
        else:
            address = [self.lembar or "", str(self.baris or ""), self.kolom or ""]
            parts = [self.sidik or self.berkas, *address, self.kode]
            if self.baris is None and self.nip:
                parts.append(str(self.nip))
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]

    def as_json(self) -> dict[str, str | int | None]:
        """Return the eight keys of CLI.md."""
        return {
            "kode": self.kode,
            "tingkat": str(self.tingkat),
            "berkas": self.berkas,
            "lembar": self.lembar,
            "baris": self.baris,
            "kolom": self.kolom,
            "pesan": self.pesan,
            "perbaikan": self.perbaikan,
        }
