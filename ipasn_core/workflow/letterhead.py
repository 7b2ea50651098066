"""The letterhead alone, drawn by the paper's own code: what the window shows while it is set."""

from __future__ import annotations

import datetime
import io

from ..model.settings import Settings
from ..reports.document import Document, Kertas
from ..reports.frame import kop
from ..reports.meta import Meta

_ALWAYS = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
"""A picture has no moment of its own."""

LEFT, RIGHT = 30, 20
"""What the letterhead leaves free of the paper beside it, in millimetres: the report's margins."""


def letterhead(settings: Settings) -> bytes:
    """Return a PDF of one page that has nothing but the letterhead.

    Args:
        settings: Of the project; those of the letterhead count.
    """
    # ReportLab is a quarter of the program's start: imported only where something is printed.
    from ..reports.pdf.render import render  # noqa: PLC0415

    document = Document((kop(settings),), kertas=Kertas[settings.kertas.upper()])
    meta = Meta("Kop surat", settings.instansi, "", (), "IPASN", _ALWAYS)
    buffer = io.BytesIO()
    render(document, buffer, meta)
    return buffer.getvalue()
