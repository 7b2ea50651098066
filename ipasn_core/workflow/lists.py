"""Findings and the journal as lists that leave the program: .xlsx or .csv."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..formatting import format_nip
from ..model.finding import Finding
from ..progress import Progress, silent
from ..storage.journal import Entry
from .files import refuse_inputs, replacing, write_whole
from .finding_words import JUDUL
from .journal_words import Known, entry_words, kind_words, moment_words

if TYPE_CHECKING:
    from ..reports.listing import Listing

_FINDINGS = (
    ("Tingkat", 10),
    ("Temuan", 40),
    ("Kalimat", 70),
    ("Perbaikan", 60),
    ("Berkas", 30),
    ("Lembar", 20),
    ("Baris", 8),
    ("Kolom", 8),
    ("NIP", 21),
    ("Nama", 34),
    ("Alasan", 40),
)
_ENTRIES = (("Nomor", 8), ("Waktu", 32), ("Pengguna", 24), ("Jenis", 26), ("Perubahan", 100))


def findings_listing(
    findings: Iterable[Finding], names: Mapping[int, str], reasons: Mapping[str, str]
) -> Listing:
    """Return findings as a list.

    Args:
        findings: In the order they are listed.
        names: NIP → name of those who are known.
        reasons: Id of a finding → why it was set aside.
    """
    from ..reports.listing import Listing  # noqa: PLC0415 - openpyxl is slow to come

    rows = [
        (
            one.tingkat.capitalize(),
            JUDUL[one.kode],
            one.pesan,
            one.perbaikan or "",
            one.berkas or "",
            one.lembar or "",
            str(one.baris or ""),
            one.kolom or "",
            format_nip(str(one.nip)) if one.nip else one.siapa,
            names.get(one.nip, ""),
            reasons.get(one.id, ""),
        )
        for one in findings
    ]
    return Listing("Temuan", _FINDINGS, rows)


def entries_listing(entries: Sequence[Entry], others: Known, zona: str) -> Listing:
    """Return entries of the journal as a list, in words.

    Args:
        entries: In the order they are listed.
        others: Entries of the same journal, for undos.
        zona: Zone of the project.
    """
    from ..reports.listing import Listing  # noqa: PLC0415 - openpyxl is slow to come

    rows = [
        (
            str(one.id),
            moment_words(one.waktu, zona),
            one.pengguna,
            kind_words(one.perbuatan),
            entry_words(one, others),
        )
        for one in entries
    ]
    return Listing("Riwayat", _ENTRIES, rows)


def save_listing(listing: Listing, project: Path, path: Path, progress: Progress = silent) -> None:
    """Write a list.

    Args:
        listing: The list.
        project: The project file, which is never the output.
        path: Ends in .xlsx or .csv.
        progress: Told of rows written.

    Raises:
        UsageError: Another ending, or the project file itself.
        UserError: The file cannot be written; what was there before still is.
    """
    from ..reports.listing import write_listing_csv, write_listing_xlsx  # noqa: PLC0415

    refuse_inputs(path, [project])
    match path.suffix.lower():
        case ".csv":
            with replacing(path) as target:
                write_listing_csv(listing, target)
        case ".xlsx":
            write_whole(path, lambda target: write_listing_xlsx(listing, target, progress))
        case _:
            raise UsageError(f"“{path.name}” bukan .xlsx atau .csv.", "Pilih salah satunya.")
