"""Find the files that ship with the program, frozen or not: the only function that knows where."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder below `resources/`.

    Args:
        parts: Path components below `resources`, e.g. `resource("fonts", "X.ttf")`.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parent.parent
    return root.joinpath("resources", *parts)
