"""Characters that the paper's typeface has no glyph for, before they become boxes on it.

Signing refuses them by name: a head of agency signs names, not boxes. The officer writes the name
in Latin letters in the source, or takes the stray character out of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..formatting import format_nip
from ..model.settings import Pejabat
from ..scoring.year_state import YearState
from .document import Document, Huruf
from .numbering import dump

_BLANK = frozenset(" \n\u00a0")
_SETTINGS = (
    "instansi",
    "wilayah",
    "pemerintah",
    "perangkat_daerah",
    "alamat",
    "dasar_hukum",
    "maksud",
    "saran",
    "tembusan",
    "sumber_data",
)


@dataclass(frozen=True, slots=True)
class Unprintable:
    """A text that would not print whole.

    Attributes:
        nip: Whose text it is, 18 digits; empty where it is nobody's.
        bidang: `nama`, `jabatan`, `perangkat daerah`, `pengaturan alamat`, `pejabat nama`.
        teks: The text.
        huruf: The characters without a glyph, each once, in the order of the text.
    """

    nip: str
    bidang: str
    teks: str
    huruf: str

    @property
    def kalimat(self) -> str:
        """Say whose text it is and which characters: `NIP …, nama “王”: 王 (U+738B)`."""
        who = f"NIP {format_nip(self.nip)}, " if self.nip else ""
        named = ", ".join(_named(char) for char in self.huruf)
        return f"{who}{self.bidang} \u201c{_visible(self.teks)}\u201d: {named}"


def missing(state: YearState, pejabat: Pejabat | None = None) -> tuple[Unprintable, ...]:
    """Return the texts of a year's report that the typeface cannot print whole.

    Args:
        state: The year; texts of people who are not measured are not printed.
        pejabat: Who signs, if his words are to be looked at too.
    """
    known = _glyphs(Huruf(state.settings.huruf))
    found = []
    for nip, bidang, teks in _texts(state, pejabat):
        if not known.issuperset(teks):
            huruf = "".join(dict.fromkeys(char for char in teks if char not in known))
            found.append(Unprintable(nip, bidang, teks, huruf))
    return tuple(found)


def unprintable(document: Document) -> frozenset[str]:
    """Return every character of a document that the typeface has no glyph for."""
    return frozenset(dump(document)) - _glyphs(document.huruf)


def _glyphs(huruf: Huruf) -> frozenset[str]:
    # ReportLab only where it is needed.
    from .pdf.fonts import load_faces, load_text_faces  # noqa: PLC0415

    plain, text = load_faces(), load_text_faces(huruf)
    chars = plain.regular.chars & plain.bold.chars & text.regular.chars & text.bold.chars
    return chars | _BLANK


def _texts(state: YearState, pejabat: Pejabat | None) -> Iterator[tuple[str, str, str]]:
    """Yield whose text it is, what it is, and the text."""
    for name in _SETTINGS:
        value = getattr(state.settings, name)
        for text in (value,) if isinstance(value, str) else value:
            yield "", f"pengaturan {name}", text
    if pejabat is not None:
        for name in Pejabat.__slots__:
            yield "", f"pejabat {name}", getattr(pejabat, name)
    opd = state.roster.opd_nama
    people = _measured(state)
    for at in sorted({at for _, at in people if at >= 0}, key=opd.__getitem__):
        yield "", "perangkat daerah", opd[at]
    for i, _ in people:
        nip = str(state.roster.nip[i])
        yield nip, "nama", state.roster.nama[i]
        yield nip, "jabatan", state.roster.jabatan[i]


def _measured(state: YearState) -> Iterable[tuple[int, int]]:
    """Return index and OPD of everybody who is measured."""
    opd = state.roster.keadaan["opd"].tolist()
    return [(i, opd[i]) for i in state.scores.diukur.nonzero()[0].tolist()]


def _named(char: str) -> str:
    code = f"U+{ord(char):04X}"
    return f"{char} ({code})" if char.isprintable() and not char.isspace() else code


def _visible(text: str) -> str:
    """Return a text with what cannot be seen shown by its code."""
    return "".join(char if char.isprintable() else f"[U+{ord(char):04X}]" for char in text)
