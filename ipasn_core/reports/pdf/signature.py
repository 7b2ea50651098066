"""The signature block, the validation mark with its QR code, and the copies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from reportlab.graphics.barcode.qrencoder import QRAlphaNum, QRCode, QRErrorCorrectLevel

from ...formatting import NBSP, format_date, format_fingerprint, format_nip
from ..document import Pengesahan, TandaTangan
from ..numbering import Numbering
from .cell import wrap_cell
from .fonts import Face, Faces
from .page import MM, Geometry
from .surface import Draw, Surface
from .text import COPIES, MARK, NOTE, SIGNATURE, SetLine, Style, set_text

_AXIS, _AXIS_MOVED = 82 * MM, 75 * MM
_FREE, _FREE_ELECTRONIC = 25 * MM, 27 * MM
_ELECTRONIC = (68 * MM, 24 * MM)
_ELECTRONIC_QR, _ELECTRONIC_SIZE, _ELECTRONIC_LEADING = 20 * MM, 7.0, 8.6
_QR = 24 * MM
_QR_VERSION = 5
_QR_CAPACITY = 122
_COPIES_GAP, _NOTE_GAP = 29.0, 14.5
_COPIES_INDENT = 6 * MM
_OPEN_DATE = "\u2026" * 8


def qr_payload(pengesahan: Pengesahan) -> str:
    """Return what the code holds: alphanumeric, and short enough for version 5."""
    p = pengesahan
    return f"IPASN1*R:{p.revisi}*T:{p.tahun}*I:{p.indeks}*P:{p.jumlah}*H:{p.sidik_jari.upper()}"


def qr_modules(payload: str) -> list[list[bool]]:
    """Encode text as a QR code of version 5, level M.

    Raises:
        ValueError: when the text is too long or not alphanumeric in the sense of the standard.
    """
    code = QRCode(_QR_VERSION, QRErrorCorrectLevel.M)
    if len(payload) > _QR_CAPACITY:
        raise ValueError(f"too long for a QR code of version {_QR_VERSION}: {payload}")
    if QRAlphaNum.valid(payload) is None:
        raise ValueError(f"not alphanumeric: {payload}")
    code.addData(QRAlphaNum(payload))
    code.make()
    return [[bool(dark) for dark in row] for row in code.modules]


def draw_qr(surface: Surface, x: float, y: float, size: float, payload: str) -> None:
    """Draw a QR code without its white margin; x, y is its upper left corner."""
    modules = qr_modules(payload)
    step = size / len(modules)
    boxes = []
    for row, cells in enumerate(modules):
        at = 0
        while at < len(cells):
            end = at
            while end < len(cells) and cells[end]:
                end += 1
            if end > at:
                boxes.append((x + at * step, y + row * step, (end - at) * step, step))
            at = end + 1
    surface.fill_boxes(boxes)


@dataclass(frozen=True, slots=True)
class SignatureLayout:
    """A signature block whose lines are set, and the lines of copies and note below it."""

    block: TandaTangan
    faces: Faces
    axis: float
    room: float
    """From the axis to the right margin, or what a centred block needs of it."""
    above: tuple[str, ...]
    names: tuple[str, ...]
    copies: tuple[tuple[str, str], ...]
    """Lines of the copies, with their numbers."""
    note: tuple[SetLine, ...]

    @property
    def height(self) -> float:
        """Height from place and date to the last line under the name."""
        below = len(self.names) + bool(self.block.pangkat) + bool(self.block.nip)
        return (len(self.above) + below) * SIGNATURE.leading + self._free

    @property
    def _free(self) -> float:
        return _FREE_ELECTRONIC if self.block.elektronik else _FREE

    def draw(self, surface: Surface, x: float, y: float) -> None:
        """Draw the block, whole; x is the left margin, y the upper edge."""
        foot = self._draw_signature(surface, x + self.axis, y)
        if self.block.pengesahan:
            ink = not self.block.elektronik
            _draw_validation(surface, x, foot, self.block.pengesahan, self.faces, code=ink)

    def below(self) -> Iterator[tuple[float, Style, Draw]]:
        """Yield the lines under the block: space above, style, and what draws the line."""
        copies = [("", "Tembusan:", False), *((n, line, True) for n, line in self.copies)]
        for at, copy in enumerate(copies if self.copies else ()):
            yield (0.0 if at else _COPIES_GAP), COPIES, partial(self._draw_copy, *copy)
        for at, line in enumerate(self.note):
            yield (0.0 if at else _NOTE_GAP), NOTE, partial(_draw_note, line)

    def _draw_signature(self, surface: Surface, axis: float, y: float) -> float:
        """Draw the block and return the baseline of its last line."""
        regular, bold, size = self.faces.regular, self.faces.bold, SIGNATURE.size
        baseline = y + SIGNATURE.baseline
        for at, line in enumerate(self.above):
            if at == 1 and self.block.awalan and not self.block.tengah:
                hang = regular.width(self.block.awalan + " ", size)
                surface.text(axis - hang, baseline, self.block.awalan, regular, size)
            text = f"{self.block.awalan} {line}" if at == 1 and self._leads else line
            surface.text(self._start(axis, text, regular), baseline, text, regular, size)
            baseline += SIGNATURE.leading
        if self.block.elektronik:
            top = baseline - SIGNATURE.leading + (SIGNATURE.leading - SIGNATURE.baseline) + 1.5 * MM
            self._draw_electronic(surface, self._centre(axis, _ELECTRONIC[0]), top)
        baseline += self._free
        for at, name in enumerate(self.names):
            baseline += SIGNATURE.leading if at else 0.0
            left = self._start(axis, name, bold)
            surface.text(left, baseline, name, bold, size)
            under = baseline + 2.1
            surface.rule(left, under, left + bold.width(name, size), under, 0.7)
        nip = f"NIP {format_nip(self.block.nip)}" if self.block.nip else ""
        for line in filter(None, (self.block.pangkat, nip)):
            baseline += SIGNATURE.leading
            surface.text(self._start(axis, line, regular), baseline, line, regular, size)
        return baseline

    @property
    def _leads(self) -> bool:
        """Whether `a.n.` and the like stand in the line: nothing hangs where lines are centred."""
        return self.block.tengah and bool(self.block.awalan)

    def _centre(self, axis: float, width: float) -> float:
        return axis + (self.room - width) / 2 if self.block.tengah else axis

    def _start(self, axis: float, text: str, face: Face) -> float:
        """Return where a line begins: on the axis, or so that it is centred."""
        if not self.block.tengah:
            return axis
        return axis + (self.room - face.width(text, SIGNATURE.size)) / 2

    def _draw_electronic(self, surface: Surface, x: float, y: float) -> None:
        """Draw the mark in the free space: frame, code, and what is known of the signature."""
        surface.box(x, y, *_ELECTRONIC, 0.6)
        if self.block.pengesahan:
            size, inside = _ELECTRONIC_QR, (_ELECTRONIC[1] - _ELECTRONIC_QR) / 2
            draw_qr(surface, x + inside, y + inside, size, qr_payload(self.block.pengesahan))
        left = x + _ELECTRONIC[1]
        room = x + _ELECTRONIC[0] - left - 1 * MM
        lines: list[tuple[str, Face]] = []
        for at, text in enumerate(self.block.elektronik):
            face = self.faces.regular if at else self.faces.bold
            lines += [(part, face) for part in wrap_cell(text, room, face, _ELECTRONIC_SIZE)[0]]
        leading = min(_ELECTRONIC_LEADING, (_ELECTRONIC[1] - 2 * MM) / len(lines))
        baseline = y + (_ELECTRONIC[1] - (len(lines) - 1) * leading) / 2 + 2.4
        for text, face in lines:
            surface.text(left, baseline, text, face, min(_ELECTRONIC_SIZE, leading))
            baseline += leading

    def _draw_copy(
        self, number: str, line: str, indented: bool, surface: Surface, x: float, y: float
    ) -> None:
        regular = self.faces.regular
        indent = _COPIES_INDENT if indented and len(self.block.tembusan) > 1 else 0.0
        baseline = y + COPIES.baseline
        if number:
            surface.text(x, baseline, number, regular, COPIES.size)
        surface.text(x + indent, baseline, line, regular, COPIES.size)


def _draw_note(line: SetLine, surface: Surface, x: float, y: float) -> None:
    line.draw(surface, x, y + NOTE.baseline, NOTE.size)


def lay_signature(
    block: TandaTangan, page: Geometry, faces: Faces, numbering: Numbering
) -> SignatureLayout:
    """Set a signature block; where a line would pass the margin the axis moves, then it wraps."""
    day = format_date(block.tanggal).replace(" ", NBSP) if block.tanggal else _OPEN_DATE
    title = [*block.jabatan[:-1], f"{block.jabatan[-1]},"]
    axis = _AXIS
    widest = max(
        faces.bold.width(block.nama, SIGNATURE.size),
        *(faces.regular.width(line, SIGNATURE.size) for line in title),
    )
    if widest > page.measure - axis:
        axis = _AXIS_MOVED
    room, size = page.measure - axis, SIGNATURE.size
    lines = [part for line in title for part in wrap_cell(line, room, faces.regular, size)[0]]
    names = wrap_cell(block.nama, room, faces.bold, size)[0]
    note = (
        set_text(numbering.resolve(block.catatan), faces, NOTE.size, page.measure)
        if block.catatan
        else []
    )
    above = (f"{block.tempat}, {day}", *lines)
    copies = tuple(_copies(block.tembusan, page, faces))
    return SignatureLayout(block, faces, axis, room, above, tuple(names), copies, tuple(note))


def _copies(offices: tuple[str, ...], page: Geometry, faces: Faces) -> Iterator[tuple[str, str]]:
    """Yield the lines of the copies, a number before the first of each where there are several."""
    several = len(offices) > 1
    room = page.measure - (_COPIES_INDENT if several else 0.0)
    for at, office in enumerate(offices, 1):
        for line, part in enumerate(_broken(office, room, faces, COPIES.size)):
            yield (f"{at}." if several and line == 0 else ""), part


def _broken(text: str, room: float, faces: Faces, size: float) -> list[str]:
    """Break a text flush left, its words in full size."""
    lines = set_text((text,), faces, size, room)
    return ["".join(part for _, part in line.parts).replace(NBSP, " ") for line in lines]


def _draw_validation(
    surface: Surface, x: float, foot: float, pengesahan: Pengesahan, faces: Faces, *, code: bool
) -> None:
    """Draw the mark; the foot of the code stands on the last line of the signature.

    One code a page: with an electronic mark only the text stays here.
    """
    if code:
        draw_qr(surface, x, foot - _QR, _QR, qr_payload(pengesahan))
        x += _QR + 4 * MM
    digits = format_fingerprint(pengesahan.sidik_jari).split()
    rows = [" ".join(digits[at : at + 4]) for at in range(0, len(digits), 4)]
    room = _AXIS_MOVED - _QR - 6 * MM
    words = (
        *_broken(f"Nomor {pengesahan.nomor}", room, faces, MARK.size),
        f"Revisi {pengesahan.revisi}, tahun ukur {pengesahan.tahun}",
        "Sidik jari isi (SHA-256):",
    )
    step = 8.0
    baseline = foot - 0.4 - (len(rows) - 1) * step - 8.7 - (len(words) - 1) * MARK.leading
    surface.text(x, baseline - MARK.leading, "Tanda pengesahan", faces.bold, MARK.size)
    for line in words:
        surface.text(x, baseline, line, faces.regular, MARK.size)
        baseline += MARK.leading
    baseline = foot - 0.4 - (len(rows) - 1) * step
    for row in rows:
        surface.text(x, baseline, row, faces.mono, 7.0)
        baseline += step
