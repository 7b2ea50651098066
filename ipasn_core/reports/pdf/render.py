"""Write a document as PDF: pages, outline, and what the file says about itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import sha256
from io import BytesIO
from typing import IO
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream
from reportlab.pdfgen.canvas import Canvas

from ...progress import Progress, silent
from ..document import Document
from ..meta import Meta
from .blocks import set_blocks
from .flow import Bookmark, Page, PlacedPiece, PlacedTable, paginate
from .fonts import Faces, load_faces, load_text_faces
from .page import MM, draw_foot, draw_mark, draw_mark_box
from .surface import Surface
from .table_drawing import TableDrawer
from .text import shorten

STEP = "Menyusun halaman"
_CONTINUED_SIZE = 8.0
_CONTINUED_GAP = 6 * MM
_HEADER_MARK = len(b"%PDF-1.5\n%bina")
"""Where the comment behind the version and the four bytes above 127 goes on."""
_TRAILER_ID = re.compile(rb"/ID\s*\[[^\]]*\]\s*(?:%[^\n]*\n)?")


@dataclass(frozen=True, slots=True)
class Part:
    """A document that is one of several in a file, with pages numbered for themselves.

    Attributes:
        penanda: Its entries in the outline from the outermost in, instead of its own parts.
        dokumen: The document.
    """

    penanda: tuple[str, ...]
    dokumen: Document


def render(document: Document, target: IO[bytes], meta: Meta, progress: Progress = silent) -> int:
    """Write a document as PDF and return the number of its pages.

    The same document and meta give the same bytes.

    Args:
        document: What to print.
        target: Written to once, at the end.
        meta: What the file says about itself.
        progress: Told of every page.

    Raises:
        ValueError: for a reference to a part that the document does not have.
        Cancelled: by `progress`.
    """
    faces = load_faces()
    canvas = _open(meta, faces)
    pages = paginate(set_blocks(document, faces, load_text_faces(document.huruf)), document.kertas)
    drawing = _Drawing(document, Surface(canvas), _Outline(), faces, len(pages))
    for at, page in enumerate(pages, 1):
        progress(STEP, at - 1, len(pages))
        drawing.draw_page(page, at)
    progress(STEP, len(pages), len(pages))
    canvas.addPageLabel(0, style="ARABIC", start=1)
    _close(canvas, target, meta)
    return len(pages)


def render_parts(
    parts: Iterable[Part], count: int, target: IO[bytes], meta: Meta, progress: Progress = silent
) -> int:
    """Write several documents as one PDF and return the number of its pages.

    Args:
        parts: In order; each is set and drawn before the next is asked for.
        count: How many there are.
        target: Written to once, at the end.
        meta: What the file says about itself.
        progress: Told of every part.

    Raises:
        ValueError: for a reference to a part that a document does not have.
        Cancelled: by `progress`.
    """
    faces = load_faces()
    canvas = _open(meta, faces)
    surface, outline = Surface(canvas), _Outline()
    total = 0
    for number, part in enumerate(parts):
        progress(STEP, number, count)
        pages = paginate(
            set_blocks(part.dokumen, faces, load_text_faces(part.dokumen.huruf)),
            part.dokumen.kertas,
        )
        canvas.addPageLabel(total, style="ARABIC", start=1)
        drawing = _Drawing(part.dokumen, surface, outline, faces, len(pages), part.penanda)
        for at, page in enumerate(pages, 1):
            drawing.draw_page(page, at)
        total += len(pages)
    progress(STEP, count, count)
    _close(canvas, target, meta)
    return total


def _open(meta: Meta, faces: Faces) -> Canvas:
    # Text armour of streams costs a third of the time and a quarter of the size.
    rl_config.useA85 = 0
    canvas = Canvas(
        BytesIO(),
        invariant=1,
        # Else an unembedded Helvetica stands on every page. (The stubs take it for a number.)
        initialFontName=faces.regular.name,  # type: ignore[arg-type]
        pageCompression=1,
        lang="id-ID",
        pdfVersion=(1, 5),
    )
    _describe(canvas, meta)
    return canvas


def _close(canvas: Canvas, target: IO[bytes], meta: Meta) -> None:
    data: bytes = canvas.getpdfdata()  # type: ignore[no-untyped-call]
    target.write(_identify(data, meta.sidik_jari))


class _Outline:
    """The bookmarks of a file."""

    def __init__(self) -> None:
        self._count = 0
        self._open: tuple[str, ...] = ()

    def add(self, surface: Surface, bookmark: Bookmark, y: float) -> None:
        """Add an entry that leads to a height of the page being drawn."""
        self._count += 1
        key = f"b{self._count}"
        canvas = surface.canvas
        canvas.bookmarkPage(key, fit="XYZ", left=0, top=surface.height - y + 4)
        canvas.addOutlineEntry(bookmark.title, key, bookmark.level, closed=True)

    def enter(self, surface: Surface, path: tuple[str, ...]) -> None:
        """Add the entries of a part; those it shares with the part before stand already."""
        shared = 0
        while path[shared:-1] and self._open[: shared + 1] == path[: shared + 1]:
            shared += 1
        for level in range(shared, len(path)):
            self.add(surface, Bookmark(path[level], level), 0.0)
        self._open = path[:-1]


class _Drawing:
    """Draws pages in order, and remembers where in each table it is."""

    def __init__(
        self,
        document: Document,
        surface: Surface,
        outline: _Outline,
        faces: Faces,
        total: int,
        penanda: tuple[str, ...] = (),
    ) -> None:
        self._document = document
        self._surface = surface
        self._outline = outline
        self._penanda = penanda
        self._faces = faces
        self._total = total
        self._drawers: dict[int, TableDrawer] = {}

    def draw_page(self, page: Page, number: int) -> None:
        surface, tanda, geometry = self._surface, self._document.tanda, page.geometry
        surface.open_page(geometry.width, geometry.height)
        if self._penanda and number == 1:
            self._outline.enter(surface, self._penanda)
        if tanda:
            draw_mark(surface, geometry, self._faces, tanda)
            draw_mark_box(surface, geometry, self._faces, tanda, page.mark_top)
        for placed in page.placed:
            if isinstance(placed, PlacedPiece):
                if placed.piece.bookmark:
                    self._add_bookmark(placed.piece.bookmark, placed.y)
                placed.piece.draw(surface, geometry.left, placed.y)
            else:
                self._draw_table(page, placed)
        draw_foot(surface, geometry, self._faces, self._document.kaki, number, self._total)
        surface.close_page()

    def _draw_table(self, page: Page, placed: PlacedTable) -> None:
        table = placed.table
        key = id(table)
        if key not in self._drawers:
            self._drawers[key] = TableDrawer(table.layout)
        if placed.first and table.annex:
            self._draw_continued(page, placed)
        mark = partial(self._mark_group, table.level)
        rows = (placed.first, placed.last)
        self._drawers[key].draw(self._surface, page.geometry.left, placed.y, rows, mark)
        if placed.last == len(table.layout.heights):
            del self._drawers[key]

    def _mark_group(self, level: int | None, name: str, y: float) -> None:
        if level is not None and name:
            self._add_bookmark(Bookmark(name, level), y)

    def _draw_continued(self, page: Page, placed: PlacedTable) -> None:
        face, size = self._faces.regular, _CONTINUED_SIZE
        baseline = placed.y - 3.4 * MM
        left = f"{placed.table.annex}, lanjutan"
        self._surface.text(page.geometry.left, baseline, left, face, size)
        group = placed.table.layout.group_at(placed.first)
        if group:
            room = page.geometry.measure - face.width(left, size) - _CONTINUED_GAP
            tail = ", lanjutan"
            right = shorten(group, face, size, room - face.width(tail, size)) + tail
            x = page.geometry.end - face.width(right, size)
            self._surface.text(x, baseline, right, face, size)

    def _add_bookmark(self, bookmark: Bookmark, y: float) -> None:
        if not self._penanda:
            self._outline.add(self._surface, bookmark, y)


def _describe(canvas: Canvas, meta: Meta) -> None:
    canvas.setTitle(meta.judul)
    canvas.setAuthor(meta.instansi)
    canvas.setSubject(meta.subjek)
    canvas.setKeywords(", ".join(meta.kata_kunci))
    canvas.setCreator(meta.pembuat)
    canvas.setProducer(meta.pembuat)
    moment = meta.dibuat.strftime("D:%Y%m%d%H%M%S") + _zone(meta.dibuat, "'")
    canvas.setDateFormatter(lambda *_: moment)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas.setCatalogEntry("Metadata", _xmp(meta))


def _zone(moment: datetime, separator: str) -> str:
    offset = moment.strftime("%z")
    return f"{offset[:3]}{separator}{offset[3:5]}{separator.strip(':')}" if offset else ""


def _xmp(meta: Meta) -> PDFStream:
    """Say the same once more as XMP."""
    stamp = meta.dibuat.strftime("%Y-%m-%dT%H:%M:%S") + _zone(meta.dibuat, ":")
    keywords = escape(", ".join(meta.kata_kunci))

    def alternatives(text: str) -> str:
        return f'<rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt>'

    packet = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title>{alternatives(meta.judul)}</dc:title>
<dc:creator><rdf:Seq><rdf:li>{escape(meta.instansi)}</rdf:li></rdf:Seq></dc:creator>
<dc:description>{alternatives(meta.subjek)}</dc:description>
<dc:language><rdf:Bag><rdf:li>id-ID</rdf:li></rdf:Bag></dc:language>
<pdf:Keywords>{keywords}</pdf:Keywords><pdf:Producer>{escape(meta.pembuat)}</pdf:Producer>
<xmp:CreatorTool>{escape(meta.pembuat)}</xmp:CreatorTool>
<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
    names = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    return PDFStream(names, packet.encode(), filters=[])


def _identify(data: bytes, sidik_jari: str) -> bytes:
    """Put the fingerprint, or a hash of the content, into the file's ID.

    Also drops the library's name from the comments. The first line keeps its length and the
    trailer lies behind everything that has an offset.
    """
    at = data.rindex(b"trailer")
    end = data.index(b"\n", _HEADER_MARK)
    blank = b" " * (end - _HEADER_MARK)
    short = (sidik_jari or sha256(data[:at]).hexdigest())[:32].upper().encode()
    trailer = _TRAILER_ID.sub(b"/ID [<" + short + b"><" + short + b">]\n", data[at:], count=1)
    return b"".join((data[:_HEADER_MARK], blank, data[end:at], trailer))
