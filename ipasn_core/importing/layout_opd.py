"""The perangkat daerah that a sheet's titles or its name give, where no column does."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .vocabulary import Vocabulary, words

_LABEL = re.compile(
    r"^(?:Nama\s+)?(?:OPD|SKPD|Perangkat Daerah|Unit Kerja|Satuan Kerja|Satker)"
    r"\s*:\s*(\S.*)$",
    re.IGNORECASE,
)
_TAIL = re.compile(
    r"\s*[,(–-]?\s*\b(?:TAHUN|TA|PERIODE|BULAN|SEMESTER|TRIWULAN|PER|KEADAAN|POSISI)\b.*$",
    re.IGNORECASE,
)
_COUNT = re.compile(r"\s*\(\s*\d+[^()]*\)\s*$")
_PREFIX = re.compile(r"^\s*(?:OPD|SKPD|Unit Kerja|Satuan Kerja|Satker)\b", re.IGNORECASE)

_LISTS = frozenset(
    "daftar data rekap rekapitulasi nominatif laporan usulan riwayat pegawai nama".split()
)
"""First words of a title that can end with the name of the OPD it lists."""

_NEEDS_NAME = frozenset(
    "dinas badan kecamatan kelurahan kantor bagian satuan rumah sekolah kec kel din upt uptd "
    "puskesmas sekretariat".split()
)
"""First words that name no OPD by themselves."""

_PARTS = frozenset("upt uptd puskesmas sekolah kelurahan kel".split())
"""First words of units within an OPD."""

_NOT_OPD = frozenset("kerja luar negara kepegawaian".split())
"""Words behind the first that make it something else: satuan kerja, dinas luar, Badan
Kepegawaian Negara in the name of a regulation."""


def opd_of(titles: Sequence[str], nama: str | None, vocab: Vocabulary) -> str:
    """Return the OPD of a sheet, empty where nothing names one.

    A label names it surest ("OPD : Dinas Sosial"), then a line of its own, the end of a title,
    and last the sheet's name.

    Args:
        titles: Lines above the header.
        nama: Name of the sheet.
        vocab: The vocabulary.
    """
    for title in titles:
        if label := opd_label(title):
            return label
    lines = [found for title in titles if (found := _named(title, vocab))]
    if lines:
        whole = [line for line in lines if words(line)[0] not in _PARTS]
        return (whole or lines)[-1]  # a letterhead above, the unit it is about below
    for title in titles:
        found = _at_the_end(title, vocab)
        if found:
            return found
    return _named(nama or "", vocab)


def opd_label(text: str) -> str:
    """Return the OPD that a line such as "Unit Kerja : Dinas Sosial" names, else nothing.

    >>> opd_label("OPD: Dinas Sosial"), opd_label("Dinas Sosial")
    ('Dinas Sosial', '')
    """
    label = _LABEL.match(text)
    return bare_name(label[1]) if label is not None else ""


def bare_name(text: str) -> str:
    """Return the name of an OPD without the year, the count or the copy's number behind it.

    >>> bare_name("Dinas Sosial (2)"), bare_name("DINAS SOSIAL TAHUN 2021")
    ('Dinas Sosial', 'DINAS SOSIAL')
    """
    return " ".join(_COUNT.sub("", _TAIL.sub("", text)).split())


def is_part(nama: str, above: str) -> bool:
    """Tell whether a line names a part of the OPD that a line above it names.

    >>> is_part("Sekretariat", "Dinas Kesehatan"), is_part("Bagian Umum", "Sekretariat Daerah")
    (True, True)
    """
    spoken, over = words(nama), words(above)
    if not spoken or not over or over[0] in _PARTS:
        return spoken == ["sekretariat"]
    if spoken[0] == "bagian":
        return over[0] in ("sekretariat", "setda")
    return spoken[0] in _PARTS or spoken == ["sekretariat"]


def _named(text: str, vocab: Vocabulary) -> str:
    """Return a text without its tail where it begins as the name of an OPD does, else nothing."""
    name = bare_name(_PREFIX.sub("", text).replace(":", " "))
    spoken = words(name)
    if not spoken or not vocab.says("opd_awal", spoken[0]) or vocab.head(name) is not None:
        return ""
    if len(spoken) == 1:
        return "" if spoken[0] in _NEEDS_NAME else name
    follows = spoken[1]
    if follows == "kepegawaian" and "negara" not in spoken:
        return name
    return name if len(follows) > 2 and follows.isalpha() and follows not in _NOT_OPD else ""


def _at_the_end(title: str, vocab: Vocabulary) -> str:
    """Return what follows the words of a title such as "DATA PEGAWAI DINAS KESEHATAN"."""
    pieces = title.split()
    if not pieces or words(pieces[0])[:1] not in ([word] for word in _LISTS):
        return ""
    for n, piece in enumerate(pieces):
        if words(piece)[:1] and words(piece)[0] in _NEEDS_NAME - _PARTS:
            return _named(" ".join(pieces[n:]), vocab)
    return ""
