"""Set the blocks of a document into pieces: title, heads, paragraphs, lists, annex heads."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from ...formatting import NBSP, format_date
from ..document import (
    Arah,
    Bagian,
    Blok,
    Daftar,
    Document,
    Gambar,
    HalamanBaru,
    Huruf,
    Identitas,
    Isi,
    Judul,
    Kop,
    Lampiran,
    Paragraf,
    Tabel,
    TandaTangan,
    TandaTanganBerdua,
)
from ..numbering import Numbering, number
from .cell import wrap_cell
from .figures import lay_figure
from .flow import Bookmark, Break, Item, Piece, TablePiece
from .fonts import Face, Faces
from .identity import lay_identity
from .kop import draw_kop, lay_kop
from .page import MM, geometry, mark_box
from .signature import lay_signature
from .signature_pair import lay_pair
from .surface import Surface
from .table import NOTE_GAP, TableLayout
from .text import (
    ANNEX,
    BODY,
    BODY_BOOKMAN,
    CAPTION,
    NOTE,
    SIGNATURE,
    TITLE,
    SetLine,
    Style,
    set_text,
)

INDENT, LIST_INDENT = 9 * MM, 16 * MM
_BELOW_KOP, _BELOW_SMALL_KOP = 11 * MM, 7 * MM
_AFTER_TITLE, _AFTER_TEXT, _AFTER_ITEM, _AFTER_LIST, _AFTER_TABLE = 10.0, 5.0, 2.0, 3.0, 9.0
_ABOVE = {1: 10.0, 2: 5.0}
_ABOVE_CAPTION, _BELOW_CAPTION, _ABOVE_SIGNATURE = 9.6, 3.4, 20.0
_HEAD_TRACK, _TITLE_TRACK = 0.15, 0.08
_ANNEX_BLOCK, _ANNEX_COLON, _ANNEX_TEXT = 92 * MM, 20.6 * MM, 23.9 * MM
_ANNEX_TITLE = Style(11, 14.4)


def set_blocks(document: Document, faces: Faces, text_faces: Faces) -> list[Item]:
    """Set every block of a document, in order.

    Args:
        document: The document.
        faces: What tables, charts, captions and annexes are set in.
        text_faces: What titles and running text are set in.

    Raises:
        ValueError: for a reference to a part that the document does not have.
    """
    setter = _Setter(document, faces, text_faces)
    for at, blok in enumerate(document.blok):
        setter.add(at, blok)
    return setter.items


class _Setter:
    """What has been set, and the space that is due after it."""

    def __init__(self, document: Document, faces: Faces, text_faces: Faces) -> None:
        self._kertas = document.kertas
        self._tanda = document.tanda
        self._faces = faces
        self._text = text_faces
        self._style = BODY if document.huruf is Huruf.ARIAL else BODY_BOOKMAN
        self._numbering: Numbering = number(document.blok)
        self._arah = Arah.TEGAK
        self._annex = ""
        self._due = 0.0
        self._level = -1
        self.items: list[Item] = []

    @property
    def _measure(self) -> float:
        return geometry(self._kertas, self._arah).measure

    def add(self, at: int, blok: Blok) -> None:
        """Set one block."""
        label = self._numbering.label.get(at, "")
        match blok:
            case Kop():
                self._add_kop(blok)
            case Judul():
                self._add_title(blok)
            case Identitas():
                self._push([lay_identity(blok, self._measure, self._text)], 0.0, _AFTER_TABLE)
            case Bagian():
                self._add_head(blok, label)
            case Paragraf():
                self._add_paragraph(blok)
            case Daftar():
                self._add_list(blok)
            case Tabel():
                self._add_table(blok, label)
            case Gambar():
                self._add_figure(blok, label)
            case TandaTangan() | TandaTanganBerdua():
                self._hold()
                self._add_signature(blok)
            case HalamanBaru():
                self._turn(blok.arah)
            case Lampiran():
                self._add_annex(blok, label)

    def _push(self, pieces: list[Piece], above: float, after: float) -> None:
        pieces[0].before = above + self._due
        self.items += pieces
        self._due = after

    def _turn(self, arah: Arah) -> None:
        self._arah = arah
        self._annex = ""
        self._due = 0.0
        self.items.append(Break(arah))

    def _add_kop(self, kop: Kop) -> None:
        page = geometry(self._kertas, self._arah)
        # A smaller head is set on a wider page and drawn smaller: its rule keeps its width.
        wide = replace(page, width=page.left + page.measure / kop.skala + page.right)
        layout = lay_kop(kop, wide, self._text)
        bottom = layout.bottom * kop.skala

        def draw(surface: Surface, _x: float, _y: float) -> None:
            surface.scaled(page.left, 0.0, kop.skala)
            draw_kop(surface, layout, wide)
            surface.unscaled()

        def draw_whole(surface: Surface, _x: float, _y: float) -> None:
            draw_kop(surface, layout, page)

        piece = Piece(bottom - page.top, draw_whole if kop.skala == 1 else draw, keep=True)
        if self._tanda is not None:
            left, top, _, height = mark_box(page, self._faces, self._tanda)
            if layout.reaches(
                page.left + (left - page.left) / kop.skala, (top + height) / kop.skala
            ):
                piece.mark_top = bottom + 2.5 * MM
        small = kop.skala < 1 and piece.mark_top is None
        self._push([piece], 0.0, _BELOW_SMALL_KOP if small else _BELOW_KOP)

    def _add_title(self, judul: Judul) -> None:
        bold, regular = self._text.bold, self._text.regular
        pieces = [p for line in judul.baris for p in self._centred(line, bold, TITLE)]
        if judul.nomor:
            pieces += self._centred(f"NOMOR {judul.nomor}", regular, SIGNATURE, 4.0)
        if judul.revisi:
            pieces += self._centred(f"REVISI {judul.revisi}", bold, SIGNATURE)
        if judul.menggantikan:
            pieces += self._centred(judul.menggantikan, regular, Style(9.5, 13))
        for piece in pieces:
            piece.keep = True
        self._push(pieces, 0.0, _AFTER_TITLE)

    def _centred(self, text: str, face: Face, style: Style, before: float = 0.0) -> list[Piece]:
        """Set a centred line; one that is wider than the measure is broken evenly."""
        track = _TITLE_TRACK if text.isupper() else 0.0
        pieces = []
        for part in wrap_cell(text, self._measure - track * len(text), face, style.size)[0]:
            line = SetLine(((face, part),), track=track)
            indent = (self._measure - line.width(style.size)) / 2
            draw = partial(_draw_indented, line, indent, style)
            pieces.append(Piece(style.leading, draw, air=style.air))
        pieces[0].before = before
        return pieces

    def _add_head(self, bagian: Bagian, label: str) -> None:
        track = _HEAD_TRACK if bagian.tingkat == 1 else 0.0
        text = bagian.judul.upper() if bagian.tingkat == 1 else bagian.judul
        bold = Faces(self._text.bold, self._text.bold, self._text.mono)
        # Tracking widens a line by no more than this share: capitals are wider than half an em.
        room = (self._measure - INDENT) * (1 - 2 * track / self._style.size)
        lines = set_text((text,), bold, self._style.size, room)
        pieces = []
        for at, line in enumerate(lines):
            tracked = replace(line, track=track)
            draw = partial(self._draw_item, label if at == 0 else "", 0.0, INDENT, tracked, True)
            pieces.append(Piece(self._style.leading, draw, keep=True, air=self._style.air))
        self._level = min(bagian.tingkat - 1, self._level + 1)
        pieces[0].bookmark = Bookmark(f"{label} {bagian.judul}", self._level)
        self._push(pieces, _ABOVE[bagian.tingkat], 0.0)

    def _draw_item(
        self,
        label: str,
        label_at: float,
        text_at: float,
        line: SetLine,
        bold: bool,
        surface: Surface,
        x: float,
        y: float,
    ) -> None:
        """Draw a line with a number to its left."""
        baseline = y + self._style.baseline
        if label:
            face = self._text.bold if bold else self._text.regular
            surface.text(x + label_at, baseline, label, face, self._style.size)
        line.draw(surface, x + text_at, baseline, self._style.size)

    def _text_pieces(self, isi: Isi, label: str, text_at: float, *, justified: bool) -> list[Piece]:
        """Set text into lines; the first two and the last two of them stay together."""
        lines = set_text(
            self._numbering.resolve(isi),
            self._text,
            self._style.size,
            self._measure - text_at,
            justified=justified,
        )
        pieces = [
            Piece(
                self._style.leading,
                partial(self._draw_item, label if at == 0 else "", INDENT, text_at, line, False),
                air=self._style.air,
            )
            for at, line in enumerate(lines)
        ]
        for at in {0, len(pieces) - 2} if len(pieces) > 1 else set():
            pieces[at].keep = True
        return pieces

    def _add_paragraph(self, paragraf: Paragraf) -> None:
        pieces = self._text_pieces(paragraf.isi, "", INDENT, justified=True)
        if not pieces:
            return
        if len(pieces) == 1 and self._stays(self.items):
            # A head stays with two lines: with one line of text it takes what follows along.
            pieces[0].keep = True
        self._push(pieces, self._above_text, _AFTER_TEXT)

    @staticmethod
    def _stays(items: list[Item]) -> bool:
        return bool(items) and isinstance(items[-1], Piece) and items[-1].keep

    @property
    def _above_text(self) -> float:
        """Space above text that follows a list, beside what is due after the list."""
        return _AFTER_TEXT if self._due == _AFTER_LIST else 0.0

    def _add_list(self, daftar: Daftar) -> None:
        # A list belongs to the paragraph that introduces it.
        self._due = min(self._due, _AFTER_ITEM)
        if self.items and isinstance(self.items[-1], Piece):
            self.items[-1].keep = True
        for at, butir in enumerate(daftar.butir, 1):
            pieces = self._text_pieces(butir, f"{at}.", LIST_INDENT, justified=False)
            last = at == len(daftar.butir)
            self._push(pieces, 0.0, _AFTER_LIST if last else _AFTER_ITEM)

    def _add_table(self, tabel: Tabel, label: str) -> None:
        layout = TableLayout(tabel, self._numbering, self._faces, self._measure, self._kertas)
        before = self._due
        if label:
            lines = self._caption(tabel, label)
            self._push(lines, max(_ABOVE_CAPTION - self._due, _AFTER_TEXT), 0.0)
            before = _BELOW_CAPTION
        level = 1 if self._annex and layout.names else None
        self.items.append(TablePiece(layout, before, self._annex, level))
        self._due = _AFTER_TABLE

    def _add_figure(self, gambar: Gambar, label: str) -> None:
        above = max(_ABOVE_CAPTION - self._due, _AFTER_TEXT)
        pieces = [
            *self._caption(gambar, label),
            *lay_figure(gambar, self._measure, self._faces),
        ]
        if gambar.catatan:
            pieces[-1].keep = True
            runs = self._numbering.resolve(gambar.catatan)
            for at, line in enumerate(set_text(runs, self._faces, NOTE.size, self._measure)):
                draw = partial(_draw_indented, line, 0.0, NOTE)
                pieces.append(Piece(NOTE.leading, draw, 0.0 if at else NOTE_GAP))
        self._push(pieces, above, _AFTER_TABLE)

    def _caption(self, tabel: Tabel | Gambar, label: str) -> list[Piece]:
        head = SetLine(((self._faces.bold, f"{label}."),))
        indent = head.width(CAPTION.size) + self._faces.regular.width(" ", CAPTION.size)
        lines = set_text((tabel.judul,), self._faces, CAPTION.size, self._measure - indent)

        def draw(at: int, surface: Surface, x: float, y: float) -> None:
            baseline = y + CAPTION.baseline
            if at == 0:
                head.draw(surface, x, baseline, CAPTION.size)
            lines[at].draw(surface, x + indent, baseline, CAPTION.size)

        pieces = [
            Piece(CAPTION.leading, partial(draw, at), keep=True, air=CAPTION.air)
            for at in range(len(lines))
        ]
        level = min(self._level + 1, 1)
        pieces[0].bookmark = Bookmark(f"{label}. {tabel.judul}".replace(NBSP, " "), level)
        return pieces

    def _add_signature(self, block: TandaTangan | TandaTanganBerdua) -> None:
        page = geometry(self._kertas, self._arah)
        if isinstance(block, TandaTanganBerdua):
            pair = lay_pair(block, page.measure, self._text)
            self._push([pair], _ABOVE_SIGNATURE, _AFTER_TEXT)
            return
        layout = lay_signature(block, page, self._text, self._numbering)
        pieces = [Piece(layout.height, layout.draw, air=SIGNATURE.air)]
        for before, style, draw in layout.below():
            # All on one page, unless there are more copies than a page holds.
            pieces[-1].keep = True
            pieces.append(Piece(style.leading, draw, before, air=style.air))
        self._push(pieces, _ABOVE_SIGNATURE, _AFTER_TEXT)

    def _hold(self) -> None:
        """Take two lines along: a signature never stands alone on its page."""
        for item in self.items[-2:]:
            if isinstance(item, Piece):
                item.keep = True

    def _add_annex(self, lampiran: Lampiran, label: str) -> None:
        self._turn(lampiran.arah)
        self._annex = label.capitalize() if label == "LAMPIRAN" else f"Lampiran {label.split()[1]}"
        day = format_date(lampiran.tanggal).upper() if lampiran.tanggal else "\u2026"
        rows = [(label, lampiran.tentang), ("NOMOR", lampiran.nomor or "\u2026"), ("TANGGAL", day)]
        pieces: list[Piece] = []
        left = self._measure - _ANNEX_BLOCK
        for name, text in rows:
            room = _ANNEX_BLOCK - _ANNEX_TEXT
            for at, line in enumerate(set_text((text,), self._faces, ANNEX.size, room)):
                draw = partial(self._draw_annex_line, name if at == 0 else "", line, left)
                pieces.append(Piece(ANNEX.leading, draw, keep=True))
        bold = self._faces.bold
        titles = [p for t in lampiran.judul for p in self._centred(t, bold, _ANNEX_TITLE)]
        for piece in titles:
            piece.keep = True
        titles[0].before = 15.0
        pieces[0].bookmark = Bookmark(f"{self._annex} {' '.join(lampiran.judul)}", 0)
        self._level = 0
        self._push([*pieces, *titles], 0.0, 11.0)

    def _draw_annex_line(
        self, name: str, line: SetLine, left: float, surface: Surface, x: float, y: float
    ) -> None:
        left += x
        baseline = y + ANNEX.baseline
        if name:
            surface.text(left, baseline, name, self._faces.regular, ANNEX.size)
            surface.text(left + _ANNEX_COLON, baseline, ":", self._faces.regular, ANNEX.size)
        line.draw(surface, left + _ANNEX_TEXT, baseline, ANNEX.size)


def _draw_indented(
    line: SetLine, indent: float, style: Style, surface: Surface, x: float, y: float
) -> None:
    line.draw(surface, x + indent, y + style.baseline, style.size)
