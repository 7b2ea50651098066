"""Whom the newest import of a year that stands brought or changed."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..storage.project import Project
from ..storage.undo import standing

_VERB = "impor"


def changed_by_last_import(project: Project, tahun: int) -> NDArray[np.int64]:
    """Return the ids of the people whom the newest standing import changed, rising.

    People who came in unchanged are not among them; without an import nobody is.

    Args:
        project: An open project file.
        tahun: The measured year the import was for.

    Raises:
        StorageError: The journal is damaged.
    """
    entries = reversed(standing(project.journal()).berdiri)
    newest = next(
        (e for e in entries if e.perbuatan == _VERB and e.isi.get("tahun") == tahun), None
    )
    if newest is None:
        return np.zeros(0, np.int64)
    return np.array(sorted(project.people_changed(newest)), np.int64)
