"""What a column probably is whose head nobody knows: by a head nearly the same, and its content.

A guess never takes a field from a head that is sure, and is always told. It holds where the
content bears it out; where it does not, or two columns could be meant, the officer is asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from rapidfuzz.distance import OSA

from ..model import nip as nips
from .head_words import LONGEST, head_words
from .layout_heads import Header, looks_like_nip, text_of
from .parse_codes import course_level, degree_reader, golongan_reader
from .parse_dates import to_date
from .parse_nip import split_name
from .parse_values import read_hours, show, to_number
from .sheet import Sheet
from .vocabulary import FIELDS, Vocabulary

MOST_HEADS = 400
"""Unknown heads above which a sheet is noise, and nothing is guessed."""

ENOUGH = 90
"""Percent of the cells with content that must read as the field."""

GLUED = 10
"""Letters from which a single word may be several without a space between them."""

LONGEST_CELL = 200
"""Characters of a cell above which it is read as nothing."""

_Reads = Callable[[object], bool]

_CODES: Mapping[str, str] = {
    **{
        name: name
        for name in (
            "jenis_kelamin status kedudukan jenis_jabatan jenjang eselon predikat dasar "
            "tingkat_hukuman jenis_hukuman jenis_diklat"
        ).split()
    },
    "hasil": "ekspektasi",
    "perilaku_kerja": "ekspektasi",
}
"""Field → the list of spellings its cells are from."""

_DATES = frozenset(
    "mulai selesai tanggal tahun tahun_lulus tahun_latihan tanggal_sk tmt berakhir "
    "batal_tanggal".split()
)
_SCORES = frozenset("nilai skp perilaku".split())
_STATED = frozenset("diklat_kepemimpinan diklat_fungsional seminar hukuman".split())
_NEVER = frozenset(
    "nomor_urut unor_id unor_atasan jenis nomor skor_kualifikasi skor_kompetensi skor_kinerja "
    "skor_disiplin skor_total".split()
)
"""Fields that are taken by a sure head or not at all."""

_TELLING: Mapping[str, tuple[str, ...]] = {
    "nip": ("nip", "induk"),
    "pendidikan": ("pendidikan", "ijazah", "lulusan", "tamatan", "strata", "studi"),
    "jenis_jabatan": ("jabatan",),
    "tingkat_hukuman": ("tingkat", "hukum", "hukdis", "sanksi"),
}
"""Fields that content can tell, and how a word of a head that speaks of them begins."""

_BY_WORD = frozenset({"tingkat_hukuman"})
"""Those of them whose cells say other things too ("Sedang"): only a word of the head decides."""

_SAME: tuple[frozenset[str], ...] = (
    frozenset({"nip", "nama_nip"}),
    frozenset({"nama", "nama_nip"}),
    frozenset({"pendidikan", "pendidikan_nama", "skor_kualifikasi"}),
    frozenset({"jenis_jabatan", "jenjang", "eselon"}),
    frozenset({"hukuman", "tingkat_hukuman"}),
)
"""Fields of which one makes guessing at the others idle."""


@dataclass(frozen=True, slots=True)
class Likely:
    """A column and the field that it probably is.

    Attributes:
        ke: 0-based place in the sheet.
        kepala: Head as written.
        bidang: The field.
        cocok: Cells that read as that field.
        isi: Cells with content.
        yakin: Whether it was taken for the field; otherwise the officer is asked.
    """

    ke: int
    kepala: str
    bidang: str
    cocok: int
    isi: int
    yakin: bool

    @property
    def bukti(self) -> str:
        """The evidence, in words."""
        if self.bidang in _CHECKED:
            return f"{self.cocok} dari {self.isi} sel berisi terbaca sebagai {FIELDS[self.bidang]}"
        return f"judulnya mirip “{FIELDS[self.bidang]}” dan isinya teks"


def likely_columns(
    sheet: Sheet, header: Header, taken: Iterable[str], by_hand: Iterable[int], vocab: Vocabulary
) -> list[Likely]:
    """Guess at the columns whose heads nobody knows.

    Args:
        sheet: The sheet.
        header: Its header.
        taken: Fields that have a column already.
        by_hand: Columns that the officer pointed out, whatever for.
        vocab: The vocabulary.

    Returns:
        The guesses that hold or are worth asking about, by column.
    """
    done = set(taken)
    for same in _SAME:
        if done & same:
            done |= same
    chosen = set(by_hand)
    unknown = [n for n, head in enumerate(header.kolom) if head.arti is None and n not in chosen]
    if len([n for n in unknown if header.kolom[n].teks]) > MOST_HEADS or not unknown:
        return []
    guesser = _Guesser(sheet, header, vocab)
    by_head = [guess for n in unknown if (guess := guesser.by_head(n)) and guess.bidang not in done]
    found = _settle(by_head)
    done |= {guess.bidang for guess in found}
    for bidang in sorted(_TELLING.keys() - done):
        free = [n for n in unknown if n not in {guess.ke for guess in found}]
        found += _settle([g for n in free if (g := guesser.by_content(n, bidang)) is not None])
    return sorted(found, key=lambda guess: guess.ke)


def holds_name_and_nip(sheet: Sheet, header: Header, ke: int) -> bool:
    """Tell whether the cells of a column hold a name and an NIP each, whatever its head."""
    values = _content(sheet, header, ke)
    both = sum(
        count
        for value, count in values.items()
        if isinstance(value, str) and all(split_name(value))
    )
    return both > 0 and _enough(both, values.total())


def _settle(guesses: Sequence[Likely]) -> list[Likely]:
    """Leave of several columns for one field none that is sure."""
    times = Counter(guess.bidang for guess in guesses)
    return [
        guess
        if times[guess.bidang] == 1
        else Likely(guess.ke, guess.kepala, guess.bidang, guess.cocok, guess.isi, yakin=False)
        for guess in guesses
    ]


class _Guesser:
    """Guesses at columns of one sheet."""

    def __init__(self, sheet: Sheet, header: Header, vocab: Vocabulary) -> None:
        self._sheet = sheet
        self._header = header
        self._vocab = vocab
        self._readers = _readers(vocab)
        self._known = {
            parts: head.bidang for parts, head in vocab.kata_kepala.items() if not head.id
        }

    def by_head(self, n: int) -> Likely | None:
        """Guess by a head that is nearly one that is known; None where there is none, or two."""
        text = self._header.kolom[n].teks
        plain = tuple(p for p in self._all_words(text) if p not in self._vocab.kata_pengisi)
        fields = {self._known[plain]} if plain in self._known else self._nearly(self._words(text))
        if len(fields) != 1 or fields & (_NEVER | {"abaikan"}):
            return None
        return self._guess(n, fields.pop())

    def by_content(self, n: int, bidang: str) -> Likely | None:
        """Guess by content alone; a head that has nothing of the field's is asked about."""
        text = self._header.kolom[n].teks
        parts = self._words(text)
        if text and not parts:
            return None
        guess = self._guess(n, bidang)
        if guess is None or not guess.yakin:
            return None
        if _shares(parts, bidang):
            return guess
        if bidang in _BY_WORD:
            return None
        return Likely(n, text, bidang, guess.cocok, guess.isi, yakin=False)

    def _words(self, text: str) -> tuple[str, ...]:
        """Return the words of a head; none where it is about something else, or a sentence."""
        parts = self._all_words(text)
        if self._vocab.kata_bukan.intersection(parts):
            return ()
        ends = tuple(word for word in self._vocab.kata_bukan if len(word) > 3)
        return () if len(parts) == 1 and parts[0].endswith(ends) else parts

    def _all_words(self, text: str) -> tuple[str, ...]:
        return head_words(text, self._vocab.singkatan) if len(text) <= LONGEST else ()

    def _nearly(self, parts: tuple[str, ...]) -> set[str]:
        """Return the fields of heads that differ in a typing error."""
        if len(parts) == 1 and len(parts[0]) >= GLUED:
            glued = {h.bidang for known, h in self._vocab.kepala.items() if _near(known, parts[0])}
            if glued:
                return glued
        return {
            bidang
            for known, bidang in self._known.items()
            if len(known) == len(parts) and near_words(known, parts)
        }

    def _guess(self, n: int, bidang: str) -> Likely | None:
        values = _content(self._sheet, self._header, n)
        total = values.total()
        if not total:
            return None
        reads = self._readers.get(bidang, _is_words)
        fits = sum(count for value, count in values.items() if reads(value))
        return Likely(
            n, self._header.kolom[n].teks, bidang, fits, total, yakin=_enough(fits, total)
        )


def _shares(parts: Sequence[str], bidang: str) -> bool:
    """Tell whether a head has a word of the field's: "NIPeg" has, "Kode Unik" has not."""
    return any(part.startswith(_TELLING[bidang]) for part in parts)


def near_words(known: Sequence[str], parts: Sequence[str]) -> bool:
    """Tell whether two texts of as many words differ in a few letters of one word."""
    ours, theirs = sorted(set(known) - set(parts)), sorted(set(parts) - set(known))
    return len(ours) == len(theirs) == 1 and _near(ours[0], theirs[0])


def _near(one: str, other: str) -> bool:
    """Tell whether two words differ in a letter, two where they are long; digits never differ."""
    if [c for c in one if c.isdecimal()] != [c for c in other if c.isdecimal()]:
        return False
    shorter = min(len(one), len(other))
    most = 0 if shorter < 5 else 1 if shorter < 10 else 2
    return OSA.distance(one, other, score_cutoff=most) <= most


def _enough(fits: int, total: int) -> bool:
    return fits * 100 >= total * ENOUGH or (fits >= 2 and total - fits == 1)


def _content(sheet: Sheet, header: Header, n: int) -> Counter[object]:
    """Count the values of a column below its header; error cells have none."""
    cells = sheet.kolom[n][header.bawah + 1 :]
    counted = Counter[object](chain(cells))
    return Counter({v: c for v, c in counted.items() if text_of(v)})


# ---------------------------------------------------------------- what cells read as


def _readers(vocab: Vocabulary) -> dict[str, _Reads]:
    degrees, ranks = degree_reader(vocab, ids=False), golongan_reader(vocab, ids=False)

    def reads_degree(value: object) -> bool:
        return isinstance(degrees(value).nilai, int)

    found: dict[str, _Reads] = {
        "nip": _is_nip,
        "nama_nip": lambda value: isinstance(value, str) and all(split_name(value)),
        "golongan": lambda value: isinstance(ranks(value).nilai, int),
        "pendidikan": reads_degree,
        "pendidikan_nama": reads_degree,
        "jp": lambda value: isinstance(read_hours(value).nilai, int),
        "diklat_teknis": lambda value: (
            _is_stated(vocab, value) or isinstance(read_hours(value).nilai, int)
        ),
    }
    found |= {name: _coded(vocab, list_) for name, list_ in _CODES.items()}
    found |= dict.fromkeys(_DATES, lambda value: to_date(value) is not None)
    found |= dict.fromkeys(_SCORES, _is_score)
    found |= dict.fromkeys(_STATED, lambda value: _is_stated(vocab, value))
    levels, kinds = vocab.nilai["tingkat_hukuman"], vocab.nilai["jenis_hukuman"]
    found["hukuman"] = lambda value: (
        _is_stated(vocab, value)
        or any(text_of(value) in spellings for spellings in (levels, kinds))
    )
    found["diklat_kepemimpinan"] = lambda value: (
        _is_stated(vocab, value) or course_level(vocab, text_of(value)) is not None
    )
    return found


_CHECKED = frozenset(
    {
        *("nip nama_nip golongan pendidikan pendidikan_nama jp diklat_teknis".split()),
        *_CODES,
        *_DATES,
        *_SCORES,
        *_STATED,
    }
)
"""Fields whose cells can be told from others."""


def _coded(vocab: Vocabulary, list_: str) -> _Reads:
    spellings = vocab.nilai[list_]
    return lambda value: spellings.find(show(value)) is not None


def _is_nip(value: object) -> bool:
    if isinstance(value, str):
        return nips.is_possible(nips.clean(value))
    return not isinstance(value, bool) and isinstance(value, (int, float)) and looks_like_nip(value)


def _is_score(value: object) -> bool:
    number = to_number(value, grouped=False)
    return number is not None and 0 <= number <= 120


def _is_stated(vocab: Vocabulary, value: object) -> bool:
    text = text_of(value)
    return any(vocab.says(word, text) for word in ("tidak_ada", "sudah", "tanda"))


def _is_words(value: object) -> bool:
    return isinstance(value, str) and any(c.isalpha() for c in value[:LONGEST_CELL])
