"""What the tab asks of the system: a printer, and the viewer of PDFs; faked in tests."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize, QPainter, QTransform
from PySide6.QtWidgets import QWidget

from ipasn_core.errors import UserError
from ipasn_core.progress import Progress

from ..widgets.page_image import POINTS, Pages

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_MOST_DPI = 300
"""Finer than this nobody sees on office paper, and a page would take 150 MB."""


class Outside(Protocol):
    """The system beyond the window."""

    def printer(self, parent: QWidget, title: str) -> QPrinter | None:
        """Return the printer that was chosen, None where it was cancelled."""

    def show(self, path: Path) -> bool:
        """Open a file in the system's viewer; tell whether there is one."""


class System:
    """The real one."""

    def printer(self, parent: QWidget, title: str) -> QPrinter | None:
        """Show the system's dialog."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - rarely needed

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, parent)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if chosen else None

    def show(self, path: Path) -> bool:
        """Hand it to the program that opens PDFs."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def print_pages(printer: QPrinter, pdf: bytes, progress: Progress) -> int:
    """Print a PDF, or the chosen pages of it, each sheet as large and as turned as its page.

    May run in any thread; no widget is touched.

    Args:
        printer: As the dialog left it.
        pdf: The report.
        progress: Told of pages.

    Returns:
        How many pages were printed.

    Raises:
        UserError: The printer cannot be used.
        Cancelled: By `progress`; what was not sent yet is dropped.
    """
    pages = Pages(pdf)
    painter = QPainter()
    try:
        first = max(printer.fromPage(), 1)
        last = min(printer.toPage() or len(pages.sizes), len(pages.sizes))
        printer.setFullPage(True)
        for at, page in enumerate(range(first - 1, last)):
            progress("Mencetak halaman", at, last - first + 1)
            _turn(printer, *pages.sizes[page])
            if not (painter.begin(printer) if at == 0 else printer.newPage()):
                raise UserError(
                    "Pencetak tidak dapat dipakai.", "Periksa pencetaknya, lalu coba lagi."
                )
            _draw(painter, printer, pages, page)
        return max(last - first + 1, 0)
    except BaseException:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
        pages.close()


def _turn(printer: QPrinter, width: float, height: float) -> None:
    """Ask for the sheet of a page; a printer that has it not keeps its own."""
    across = width > height
    size = _sheet(QSizeF(min(width, height), max(width, height)))
    turned = QPageLayout.Orientation.Landscape if across else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, turned, QMarginsF()))


def _sheet(size: QSizeF) -> QPageSize:
    """Return a sheet printers know by name where it is this size, else one of this very size.

    Qt takes F4 for the American Folio, 2,5 points wider.
    """
    known = QPageSize(size, QPageSize.Unit.Point)
    off = known.size(QPageSize.Unit.Point) - size
    if max(abs(off.width()), abs(off.height())) < 1:
        return known
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    return QPageSize(size, QPageSize.Unit.Point, "F4", exact)


def _draw(painter: QPainter, printer: QPrinter, pages: Pages, page: int) -> None:
    """Draw a page as large as the sheet allows, turned where the sheet could not be."""
    dpi = printer.resolution()
    sheet = QRectF(printer.pageLayout().fullRectPixels(dpi))
    width, height = (one * dpi / POINTS for one in pages.sizes[page])
    image = pages.image(page, min(dpi, _MOST_DPI) / POINTS)
    if (width > height) != (sheet.width() > sheet.height()):
        image = image.transformed(QTransform().rotate(90))
        width, height = height, width
    part = min(sheet.width() / width, sheet.height() / height, 1.0)
    area = QRectF(QPointF(), QSizeF(width * part, height * part))
    area.moveCenter(QRectF(QPointF(), sheet.size()).center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(area, image)
