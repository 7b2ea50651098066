"""`ekspor`: one row a person, as .xlsx or .csv."""

from __future__ import annotations

from pathlib import Path

from ..errors import UsageError
from ..progress import Progress, silent
from ..scoring.year_state import YearState
from .files import refuse_inputs, replacing, write_whole


def export(state: YearState, project: Path, path: Path, progress: Progress = silent) -> None:
    """Write everybody of a year into a table.

    Args:
        state: The year.
        project: The project file, which is never the output.
        path: Ends in .xlsx or .csv.
        progress: Told of rows written.

    Raises:
        UsageError: Another ending, or the project file itself.
        UserError: The file cannot be written; what was there before still is.
    """
    refuse_inputs(path, [project])
    # Writing workbooks is imported late: openpyxl costs a quarter of the program's start.
    match path.suffix.lower():
        case ".csv":
            from ..reports.csv_text import write_csv  # noqa: PLC0415

            with replacing(path) as target:
                write_csv(state, target)
        case ".xlsx":
            from ..reports.xlsx import write_xlsx  # noqa: PLC0415

            write_whole(path, lambda target: write_xlsx(state, target, progress))
        case _:
            raise UsageError(f"“{path.name}” bukan .xlsx atau .csv.", "Pilih salah satunya.")
