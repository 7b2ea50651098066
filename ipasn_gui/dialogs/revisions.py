"""What changed between two signed revisions: a page for each kind of change."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QWidget

from ipasn_core.workflow.revisions import Changes

from ..theme import Theme
from .reader import ReaderDialog

_SUMMARY = "Ringkasan"
_MARKS = re.compile(r"([\\`*_{}\[\]<>()#+.!|~-])")


class ChangesDialog(ReaderDialog):
    """The changes, to read.

    Args:
        theme: Tokens.
        beda: What changed.
        parent: The window.
    """

    def __init__(self, theme: Theme, beda: Changes, parent: QWidget | None) -> None:
        pages = {_SUMMARY: f"# {_SUMMARY}\n\n{_plain(beda.kalimat)}\n"}
        for title, lines in beda.sections():
            listed = "\n".join(f"- {_plain(line)}" for line in lines)
            pages[title] = f"# {title}\n\n{listed}\n"
        title = f"Perbedaan Revisi {beda.lama} dan Revisi {beda.baru}"
        super().__init__(theme, title, pages, _SUMMARY, parent)


def _plain(text: str) -> str:
    """Return text of which Markdown makes nothing else."""
    return _MARKS.sub(r"\\\1", text)
