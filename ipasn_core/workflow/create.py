"""`buat`: a new project file."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from pathlib import Path

from ..errors import UsageError, UserError
from ..rules.edition import Edition
from ..rules.loader import by_id, edition_for, editions
from ..storage.project import create_project
from .context import Context


def create(
    path: Path, context: Context, instansi: str, tahun: int, aturan: str | None, target: str | None
) -> Edition:
    """Create a project file with one measured year and return its edition.

    Args:
        path: The file to be; never overwritten.
        context: When and by whom.
        instansi: Name of the agency.
        tahun: The measured year.
        aturan: Id of the edition; None for the one of the year.
        target: "kualifikasi=15,kompetensi=31,…[,indeks=75]", or None.

    Raises:
        UsageError: A target or name that makes no sense.
        RuleError: No edition for the year.
        StorageError: The file is there already, or the folder cannot be written.
    """
    if path.suffix.lower() != ".ipasn":
        raise UsageError(f"“{path.name}” tidak berakhiran .ipasn.", "Beri nama seperti NAMA.ipasn.")
    name = " ".join(instansi.split())
    if not name:
        raise UsageError("Nama instansi kosong.", "Isi --instansi, misalnya Pemerintah Kota X.")
    edition = choose_edition(tahun, aturan)
    targets = parse_targets(target or "", edition)
    create_project(path, context, name, tahun, edition.id, targets)
    return edition


def choose_edition(tahun: int, aturan: str | None) -> Edition:
    """Return the edition asked for, or the one of the year.

    Raises:
        RuleError: An unknown id, or no edition for the year.
        UserError: The edition does not hold for the year.
    """
    if aturan is None:
        return edition_for(tahun, editions())
    edition = by_id(aturan, editions())
    if tahun not in edition.tahun:
        years = ", ".join(map(str, edition.tahun))
        raise UserError(
            f"Aturan {edition.id} tidak berlaku untuk tahun ukur {tahun}.",
            f"Aturan itu berlaku untuk tahun {years}.",
            "aturan-bukan-tahunnya",
        )
    return edition


def parse_targets(text: str, edition: Edition) -> dict[str, str]:
    """Read "kualifikasi=15,…" into dimension (or "indeks") → decimal text.

    Raises:
        UsageError: Not of that form, an unknown dimension, one twice, or a target out of range.
    """
    targets: dict[str, str] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, sign, value = (piece.strip() for piece in part.partition("="))
        if not sign or name in targets:
            raise UsageError(
                f"Target “{part}” tidak terbaca.",
                "Tulis seperti kualifikasi=15,kompetensi=31,kinerja=25,disiplin=4.",
            )
        targets[name] = check_target(name, value, edition)
    return targets


def check_target(name: str, value: str, edition: Edition) -> str:
    """Return the text to store for a target, or refuse it; a decimal comma is understood.

    Raises:
        UsageError: An unknown dimension, no number, or one out of range.
    """
    highest = {d.id: d.maksimal for d in edition.dimensi}
    highest["indeks"] = sum(highest.values())
    if name not in highest:
        raise UsageError(
            f"Target untuk “{name}” tidak dikenal.", f"Yang dikenal: {', '.join(highest)}."
        )
    try:
        number = Decimal(value.replace(",", "."))
        valid = number.is_finite() and 0 < number * 1000 <= highest[name]
        # Thousandths, as points have them: what is finer could not be printed as entered.
        valid = valid and number == round(number, 3)
    except InvalidOperation:
        valid = False
    if not valid:
        most = highest[name] // 1000
        raise UsageError(
            f"Target {name} “{value}” tidak berlaku.",
            f"Tulis bilangan di atas 0 sampai dengan {most}, paling banyak tiga desimal.",
        )
    return f"{number:f}"
