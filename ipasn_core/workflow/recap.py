"""`rekap`: means and counts by group, or by two at once; the same kept as a file."""

from __future__ import annotations

import datetime
import io
from collections.abc import Sequence
from pathlib import Path

from ..errors import UsageError
from ..progress import Progress, silent
from ..reports import recap_paper
from ..reports.frame import describe
from ..reports.recap_groups import GROUPINGS, TIDAK_DISEBUT, RecapRow, build
from ..reports.recap_sheet import Lembar
from ..reports.seal import Seal
from ..scoring.year_state import YearState
from .files import refuse_inputs, replacing, write_whole

__all__ = ["GROUPINGS", "TIDAK_DISEBUT", "RecapRow", "paper", "recap", "save"]


def recap(state: YearState, keys: Sequence[str]) -> tuple[RecapRow, ...]:
    """Sum up measured people by one key of `GROUPINGS`, or by two at once.

    Returns:
        Groups that have people, in the order offices list them.
    """
    return build(state, keys).daun


def paper(
    state: YearState,
    lembar: Lembar,
    scope: str,
    now: datetime.datetime,
    progress: Progress = silent,
) -> bytes:
    """Return a recap as a PDF.

    Args:
        state: The year.
        lembar: What is seen.
        scope: The perangkat daerah it is limited to; empty for the whole agency.
        now: When it is printed.
        progress: Told of pages.
    """
    from ..reports.pdf.render import render  # noqa: PLC0415 - only where something is printed

    signing = state.pengesahan if state.disahkan else None
    seal = None if signing is None else Seal.of(signing)
    buffer = io.BytesIO()
    document = recap_paper.build(state, lembar, scope, seal, now)
    render(document, buffer, describe(state, seal, now, recap_paper.title(state)), progress)
    return buffer.getvalue()


def save(
    state: YearState,
    lembar: Lembar,
    scope: str,
    now: datetime.datetime,
    project: Path,
    path: Path,
    progress: Progress = silent,
) -> None:
    """Write a recap as a workbook, as CSV or as a PDF.

    Args:
        state: The year.
        lembar: What is seen.
        scope: The perangkat daerah it is limited to; empty for the whole agency.
        now: When it is written.
        project: The project file, which is never the output.
        path: Ends in .xlsx, .csv or .pdf.
        progress: Told of pages.

    Raises:
        UsageError: Another ending, or the project file itself.
        UserError: The file cannot be written; what was there before still is.
    """
    refuse_inputs(path, [project])
    match path.suffix.lower():
        case ".csv":
            from ..reports.csv_text import write_lembar as write_csv  # noqa: PLC0415

            with replacing(path) as target:
                write_csv(lembar, target)
        case ".xlsx":
            from ..reports.xlsx import write_lembar as write_xlsx  # noqa: PLC0415

            write_whole(path, lambda target: write_xlsx(lembar, target))
        case ".pdf":
            pdf = paper(state, lembar, scope, now, progress)
            with replacing(path) as target:
                target.write(pdf)
        case _:
            raise UsageError(f"“{path.name}” bukan .xlsx, .csv, atau .pdf.", "Pilih salah satunya.")
