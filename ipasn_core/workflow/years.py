"""`tahun`: another measured year; `buka-kembali`: a signed year reopened."""

from __future__ import annotations

from ..errors import UsageError, UserError
from ..model.stored import Pengesahan
from ..rules.edition import Edition
from ..storage.journal import Json
from ..storage.project import Project
from .context import Context
from .create import choose_edition, parse_targets
from .score import edition_of


def add_year(
    project: Project,
    context: Context,
    tahun: int,
    dari: int | None,
    aturan: str | None,
    target: str | None,
) -> Edition:
    """Add a measured year and carry people over from another.

    People and their posts are carried; neither statements nor coverage are: they hold for their
    year only. Records belong to the person and need no carrying.

    Args:
        project: Open for writing.
        context: When and by whom.
        tahun: The new year.
        dari: The year people are carried from; None for the newest before it, if there is one.
        aturan: Id of the edition; None for the one of the year.
        target: "kualifikasi=15,…", or None.

    Raises:
        UsageError: A target that makes no sense.
        RuleError: No edition for the year.
        StorageError: The project has this year already, or not the year to carry from.
    """
    edition = choose_edition(tahun, aturan)
    targets = parse_targets(target or "", edition)
    if dari is None:
        source = max((year for year in project.years() if year < tahun), default=None)
    else:
        source = project.choose_year(dari)
    detail: dict[str, Json] = {"tahun": tahun, "dari": source, "aturan": edition.id}
    with project.change(context, "tahun", detail) as writer:
        writer.add_year(tahun, edition.id, targets)
        if source is not None:
            writer.carry_people(source, tahun)
    return edition


def change_edition(project: Project, context: Context, tahun: int, aturan: str) -> Edition:
    """Measure a year by another edition, which is scored by it from then on.

    Raises:
        RuleError: An unknown id.
        UserError: The edition does not hold for the year.
        StorageError: The year is signed.
    """
    edition, before = choose_edition(tahun, aturan), edition_of(project, tahun)
    detail: dict[str, Json] = {
        "tahun": tahun,
        "dari": before.singkatan,
        "menjadi": edition.singkatan,
    }
    with project.change(context, "aturan", detail) as writer:
        writer.set_edition(tahun, edition.id)
    return edition


def reopen(project: Project, context: Context, tahun: int | None, alasan: str) -> Pengesahan:
    """Reopen a signed year with a reason; the next signing is a revision.

    Raises:
        UsageError: No reason.
        UserError: The year is not signed.
    """
    reason = " ".join(alasan.split())
    if not reason:
        raise UsageError("Alasan kosong.", "Sertakan --alasan dengan kalimat yang menjelaskannya.")
    year = project.choose_year(tahun)
    signing = project.pengesahan(year)
    if signing is None or not signing.berlaku:
        raise UserError(
            f"Tahun {year} tidak sedang disahkan.",
            "Hanya tahun yang sudah disahkan yang dapat dibuka kembali.",
            "belum-disahkan",
        )
    detail: dict[str, Json] = {
        "tahun": year,
        "pengesahan": signing.id,
        "alasan": reason,
        "revisi": signing.revisi,
    }
    with project.change(context, "buka-kembali", detail) as writer:
        writer.reopen(signing)
    return signing
