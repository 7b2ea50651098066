"""The file a stored finding came from, where it still lies as it was: the rows around its cell.

A project keeps no row of a file, only its name and the digest of its bytes. Where a file of that
name has those bytes, its rows are those that were imported.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ..importing.parse import Reading, read_tables
from ..importing.vocabulary_own import own_vocabulary
from ..model.finding import Finding
from ..progress import Progress, silent
from ..storage.project import Project
from .import_ import Opened, import_rules, open_sheets
from .import_rows import Excerpt, excerpt
from .score import edition_of


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was imported, read again.

    Attributes:
        path: Where it lies.
        sidik: Digest of its bytes.
        opened: Its sheets.
        reading: Its tables.
    """

    path: Path
    sidik: str
    opened: Opened
    reading: Reading

    def rows_around(self, finding: Finding) -> Excerpt | None:
        """Return the rows around a finding; None where it is about no row of this file."""
        return excerpt(self, finding)


def find_source(finding: Finding, folders: Iterable[Path]) -> Path | None:
    """Return the file of a finding in the first folder that has it with the same bytes."""
    if not finding.berkas or not finding.sidik:
        return None
    name = Path(finding.berkas).name
    return next((f / name for f in folders if is_source(finding, f / name)), None)


def is_source(finding: Finding, path: Path) -> bool:
    """Tell whether a file has the bytes that a finding was read from."""
    try:
        with path.open("rb") as source:
            digest = hashlib.file_digest(source, "sha256").hexdigest()
    except OSError:
        return False
    return bool(finding.sidik) and digest.startswith(finding.sidik)


def read_source(project: Project, tahun: int, path: Path, progress: Progress = silent) -> Source:
    """Read a file again, as it was imported.

    Args:
        project: The project it was imported into.
        tahun: The measured year.
        path: The file.
        progress: May stop the work.

    Raises:
        UserError: The file cannot be read any more.
        Cancelled: `progress` asked for it.
    """
    opened = open_sheets([path], progress)
    rules = import_rules(tahun, edition_of(project, tahun))
    remembered = project.load_stored(tahun, frozenset()).pemetaan
    vocab = own_vocabulary(project.settings())
    reading = read_tables(opened.books, rules, (), remembered, progress, vocab)
    return Source(path, opened.files[0].sha256, opened, reading)
