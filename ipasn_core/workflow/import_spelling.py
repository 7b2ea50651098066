"""What an unknown value or head may mean: the meanings an officer can give it, kept in the project.

The setting that keeps a meaning is `vocabulary_own`'s: `ejaan.pendidikan.s1`, `judul.nip`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cache

from ..importing.alike import likeliest_code
from ..importing.layout_heads import text_of
from ..importing.parse_values import split_year
from ..importing.vocabulary import FIELDS, Vocabulary, key
from ..importing.vocabulary_files import code_of
from ..importing.vocabulary_own import HEAD, SPELLING
from ..model.finding import Finding
from ..model.settings import PEMISAH
from ..model.vocab import (
    DasarKinerja,
    Ekspektasi,
    Eselon,
    JenisDiklat,
    JenisHukuman,
    JenisJabatan,
    JenisKelamin,
    Jenjang,
    Pendidikan,
    Predikat,
    Status,
    TingkatHukuman,
    label,
    slug,
)
from ..resources import resource
from ..storage.project import Project
from .configure import change_settings
from .context import Context
from .import_ import Prepared
from .import_rows import layout_of, piece_of
from .import_view import SheetSeen

_NOT_STATED = ("kata.tanpa", "kosong (tidak disebut)")
_NONE = ("kata.tidak_ada", "tidak ada")
_LISTS: Mapping[str, tuple[str, type[IntEnum]]] = {
    "pendidikan": ("pendidikan", Pendidikan),
    "pendidikan_nama": ("pendidikan", Pendidikan),
    "jenis_jabatan": ("jenis_jabatan", JenisJabatan),
    "jenjang": ("jenjang", Jenjang),
    "eselon": ("eselon", Eselon),
    "status": ("status", Status),
    "jenis_kelamin": ("jenis_kelamin", JenisKelamin),
    "predikat": ("predikat", Predikat),
    "hasil": ("ekspektasi", Ekspektasi),
    "perilaku_kerja": ("ekspektasi", Ekspektasi),
    "dasar": ("dasar", DasarKinerja),
    "hukuman": ("tingkat_hukuman", TingkatHukuman),
    "tingkat_hukuman": ("tingkat_hukuman", TingkatHukuman),
    "jenis_hukuman": ("jenis_hukuman", JenisHukuman),
    "jenis_diklat": ("jenis_diklat", JenisDiklat),
}
"""Field → the list that its cells are spelled by, and what the list leads to."""

_VALUES = frozenset(
    "pendidikan-tak-dikenal jenis-jabatan-tak-dikenal jenjang-tak-dikenal eselon-tak-dikenal "
    "status-tak-dikenal kelamin-tak-dikenal predikat-tak-dikenal hukuman-tak-dikenal "
    "jenis-diklat-tak-dikenal kedudukan-tak-dikenal".split()
)
_HEADS = frozenset(("kolom-mirip", "kolom-diduga"))
_NUMBERED = frozenset(("jenis_diklat", "jenis_hukuman"))
"""Lists whose codes are written as SIASN numbers them."""

_DATED = frozenset(("hukuman", "tingkat_hukuman", "jenis_hukuman"))
"""Fields whose cells may have a year behind their words."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """A meaning that may be given: the setting that keeps it, and words."""

    nama: str
    sebutan: str


@dataclass(frozen=True, slots=True)
class Spelling:
    """An unknown spelling and what it may mean.

    Attributes:
        teks: As written.
        kepala: Whether it is a head of a column.
        pilihan: What it may mean.
        dugaan: Place of the likeliest among them, -1 where none is likely.
    """

    teks: str
    kepala: bool
    pilihan: tuple[Meaning, ...]
    dugaan: int = -1


def spelling_of(
    prepared: Prepared, sheets: Sequence[SheetSeen], finding: Finding
) -> Spelling | None:
    """Return the unknown spelling that a finding is about; None where it is about none.

    Args:
        prepared: The plan.
        sheets: Its sheets as they are seen.
        finding: One of its findings.
    """
    if finding.kode in _HEADS:
        return _head_of(prepared, sheets, finding)
    text = _written(prepared, finding)
    if not text:
        return None
    if finding.kode == "pernyataan-tak-dikenal":
        done = ("kata.ya", "ya") if finding.bidang == "ide_baru" else ("kata.sudah", "sudah")
        return Spelling(text, kepala=False, pilihan=(_own(*done), _own(*_NONE)))
    if finding.kode not in _VALUES:
        return None
    vocab = prepared.reading.kosakata
    list_ = _list_of(prepared, finding)
    choices = tuple(_choices(list_, finding.bidang))
    return Spelling(
        text, kepala=False, pilihan=choices, dugaan=_likely(vocab, list_, text, choices)
    )


def head_spelling(kepala: str, bidang: str) -> Spelling | None:
    """Return a head that nobody knows, with the one meaning that the officer gave its column.

    None where there is no head, or none that can be kept.
    """
    if not _can_be_kept(kepala) or bidang not in FIELDS:
        return None
    meant = Meaning(HEAD + bidang, FIELDS[bidang])
    return Spelling(kepala, kepala=True, pilihan=(meant,), dugaan=0)


def add_spelling(
    project: Project, context: Context, tahun: int, spelling: Spelling, meaning: Meaning
) -> None:
    """Keep what a spelling means, beside those that are kept already.

    Raises:
        UsageError: It means something else already.
        StorageError: The project cannot be written.
    """
    before = project.settings().get(meaning.nama, "")
    after = PEMISAH.join(filter(None, (before, spelling.teks)))
    change_settings(project, context, tahun, {meaning.nama: after})


def _own(name: str, words: str) -> Meaning:
    return Meaning(SPELLING + name, words)


def _head_of(prepared: Prepared, sheets: Sequence[SheetSeen], finding: Finding) -> Spelling | None:
    piece = piece_of(prepared, finding)
    if piece is None:
        return None
    for sheet in sheets:
        if (sheet.berkas_ke, sheet.tabel_ke) == (piece.berkas_ke, piece.tabel_ke):
            for column in sheet.kolom:
                if column.huruf == finding.kolom:
                    return head_spelling(column.kepala, finding.isi["nama_bidang"])
    return None


def _written(prepared: Prepared, finding: Finding) -> str:
    """Return what stands in the cell of a finding, as a spelling is compared; empty for none."""
    piece = piece_of(prepared, finding)
    if piece is None or finding.baris is None or not finding.kolom:
        return ""
    sheet = piece.sheet
    at, row = sheet.indeks_kolom(finding.kolom), finding.baris - sheet.baris_awal
    if at is None or not 0 <= row < sheet.jumlah_baris:
        return ""
    text = text_of(sheet.kolom[at][row])
    if finding.bidang in _DATED:
        text, _ = split_year(text)
    return text if _can_be_kept(text) else ""


def _can_be_kept(text: str) -> bool:
    return bool(key(text)) and PEMISAH not in text and "*" not in text


def _list_of(prepared: Prepared, finding: Finding) -> str:
    """Return the list of a finding's field; of a column of codes that of the codes."""
    name = _LISTS[finding.bidang][0] if finding.bidang in _LISTS else "kedudukan"
    piece = piece_of(prepared, finding)
    layout = None if piece is None else layout_of(prepared, piece)
    columns = () if layout is None else layout.kolom.values()
    ids = any(one.huruf == finding.kolom and one.id for one in columns)
    return f"{name}_id" if ids and f"{name}_id" in prepared.reading.kosakata.nilai else name


def _choices(list_: str, bidang: str) -> Iterator[Meaning]:
    if bidang in _LISTS:
        for code in _LISTS[bidang][1]:
            name = str(int(code)) if list_ in _NUMBERED else slug(code)
            yield _own(f"{list_}.{name}", label(code))
    else:
        for name, words in _kedudukan().items():
            yield _own(f"kedudukan.{name}", words)
    if bidang in ("hukuman", "tingkat_hukuman"):
        yield _own(*_NONE)
    elif not list_.endswith("_hukuman") and list_ != "jenis_diklat":
        yield _own(*_NOT_STATED)


@cache
def _kedudukan() -> dict[str, str]:
    """Return number → name of each kedudukan hukum that has one: its list has no names in code."""
    lists = tomllib.loads(resource("kosakata", "nilai.toml").read_text("utf-8"))
    named = {
        number: next((text for text in texts if not text.isdecimal()), "")
        for number, texts in lists["kedudukan"].items()
    }
    return {number: text for number, text in named.items() if text}


def _likely(vocab: Vocabulary, list_: str, text: str, choices: Sequence[Meaning]) -> int:
    """Return the place of the meaning whose known spelling is most like a text, -1 if none is."""
    code = likeliest_code(vocab.nilai[list_], text)
    for at, one in enumerate(choices):
        of, _, name = one.nama.removeprefix(SPELLING).partition(".")
        if of == list_ and code == code_of(list_, name):
            return at
    return -1
