"""The vocabulary of `resources/kosakata`: heads → fields and spellings → codes, read strictly.

An officer extends those files; what they may not do is name a code that does not exist, or give
one spelling to two codes. Everything is compared by `key`, which forgets case, spaces and
punctuation.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cache
from pathlib import Path

from ..errors import RuleError
from ..model import vocab
from ..resources import resource
from .head_words import LONGEST, head_words, is_id

FIELDS: Mapping[str, str] = {
    "nip": "NIP",
    "nama": "Nama",
    "nama_nip": "Nama / NIP",
    "gelar_depan": "Gelar Depan",
    "gelar_belakang": "Gelar Belakang",
    "jenis_kelamin": "Jenis Kelamin",
    "nomor_urut": "No",
    "status": "Status",
    "kedudukan": "Kedudukan Hukum",
    "golongan": "Golongan",
    "jenis_jabatan": "Jenis Jabatan",
    "jenjang": "Jenjang Jabatan",
    "eselon": "Eselon",
    "jabatan": "Nama Jabatan",
    "tmt_jabatan": "TMT Jabatan",
    "penugasan": "Jenis Penugasan",
    "opd": "Perangkat Daerah",
    "pendidikan": "Tingkat Pendidikan",
    "pendidikan_nama": "Pendidikan",
    "jurusan": "Jurusan",
    "sekolah": "Nama Sekolah",
    "nomor_ijazah": "Nomor Ijazah",
    "tahun_lulus": "Tahun Lulus",
    "diklat_kepemimpinan": "Diklat Kepemimpinan",
    "diklat_fungsional": "Diklat Fungsional",
    "diklat_teknis": "JP Diklat Teknis",
    "seminar": "Seminar/Workshop",
    "jenis_diklat": "Jenis Diklat",
    "nama_diklat": "Nama Diklat",
    "nama_diklat_struktural": "Nama Diklat Struktural",
    "nama_diklat_fungsional": "Nama Diklat Fungsional",
    "nama_diklat_teknis": "Nama Diklat Teknis",
    "nama_seminar": "Nama Seminar",
    "jp": "Jumlah JP",
    "mulai": "Tanggal Mulai",
    "selesai": "Tanggal Selesai",
    "tahun_latihan": "Tahun Latihan Jabatan",
    "penyelenggara": "Penyelenggara",
    "nomor_sertifikat": "Nomor Sertifikat",
    "nilai": "Nilai Kinerja",
    "skp": "Nilai SKP",
    "perilaku": "Nilai Perilaku Kerja",
    "predikat": "Predikat Kinerja",
    "hasil": "Rating Hasil Kerja",
    "perilaku_kerja": "Rating Perilaku Kerja",
    "ide_baru": "Ide Baru",
    "dasar": "Dasar Penilaian",
    "hukuman": "Hukuman Disiplin",
    "tingkat_hukuman": "Tingkat Hukuman",
    "jenis_hukuman": "Jenis Hukuman",
    "nomor_sk": "Nomor SK",
    "tanggal_sk": "Tanggal SK",
    "tmt": "TMT Hukuman",
    "masa_bulan": "Masa Hukuman (bulan)",
    "masa_tahun": "Masa Hukuman (tahun)",
    "berakhir": "Tanggal Berakhir",
    "batal_nomor": "Nomor SK Pembatalan",
    "batal_tanggal": "Tanggal SK Pembatalan",
    "tahun": "Tahun",
    "tanggal": "Tanggal",
    "nomor": "Nomor",
    "jenis": "Jenis",
    "unor_id": "ID Unor",
    "unor_atasan": "ID Atasan",
    "skor_kualifikasi": "Kualifikasi",
    "skor_kompetensi": "Kompetensi",
    "skor_kinerja": "Kinerja",
    "skor_disiplin": "Disiplin",
    "skor_total": "Total",
    "abaikan": "(tidak dipakai)",
}
"""Every field a column can be, and the head by which an officer knows it (also for templates)."""

_CODES: Mapping[str, type[IntEnum] | None] = {
    "pendidikan": vocab.Pendidikan,
    "pendidikan_id": vocab.Pendidikan,
    "jenis_jabatan": vocab.JenisJabatan,
    "jenis_jabatan_id": vocab.JenisJabatan,
    "jenjang": vocab.Jenjang,
    "jenjang_id": vocab.Jenjang,
    "eselon": vocab.Eselon,
    "eselon_id": vocab.Eselon,
    "status": vocab.Status,
    "jenis_kelamin": vocab.JenisKelamin,
    "predikat": vocab.Predikat,
    "predikat_id": vocab.Predikat,
    "ekspektasi": vocab.Ekspektasi,
    "dasar": vocab.DasarKinerja,
    "tingkat_hukuman": vocab.TingkatHukuman,
    "jenis_hukuman": vocab.JenisHukuman,
    "hukuman_cocok": vocab.TingkatHukuman,
    "jenis_diklat": vocab.JenisDiklat,
    "jenis_lembar": vocab.JenisDiklat,
    "tingkat_diklat": vocab.TingkatDiklat,
    "kedudukan": None,
    "pangkat": None,
}
"""Lists of spellings and the codes they lead to; the last two have SIASN's numbers alone."""

_SHARED = frozenset({"hukuman_cocok"})
"""Lists in which one spelling may stand under two codes."""

_WORDS = frozenset(
    "tidak_ada sudah tanda tanpa tanpa_data tanpa_eselon jumlah opd_awal instansi_awal unit_awal "
    "ya".split()
)
_DROP = re.compile(r"[^0-9a-z*]+")
_WORD = re.compile(r"[0-9a-z]+")
_YEAR = re.compile(
    r"(?:(?:tahun|(?<![^\W_])thn?\.?)[\s_.]*)?(?<!\d)(?:19|20)\d\d(?!\d)", re.IGNORECASE
)
_TAIL = re.compile(r"\s*\([^()]*\)[\s:.*]*$")
_SHORT = "singkatan"


def key(text: str) -> str:
    """Return what two spellings of one word share: letters and digits, in lower case.

    A text without either (a dash, a tick) is its own key.

    >>> key("S-1 / D.IV"), key("nilaiPrestasiKerja"), key(" √ ")
    ('s1div', 'nilaiprestasikerja', '√')
    """
    return _DROP.sub("", text.casefold()).replace("*", "") or text.strip()


def words(text: str) -> list[str]:
    """Return the words of a text in lower case, punctuation apart."""
    return _WORD.findall(text.casefold())


@dataclass(frozen=True, slots=True)
class Spellings:
    """One list of spellings: exact ones first, then those with `*` in their order."""

    exact: Mapping[str, int]
    patterns: tuple[tuple[re.Pattern[str], int], ...] = ()

    def find(self, text: str) -> int | None:
        """Return the code of a spelling, None where it is unknown."""
        wanted = key(text)
        code = self.exact.get(wanted)
        if code is None:
            code = next((c for pattern, c in self.patterns if pattern.fullmatch(wanted)), None)
        return code

    def __contains__(self, text: str) -> bool:
        return self.find(text) is not None


@dataclass(frozen=True, slots=True)
class Head:
    """What a head means: its field, how sure, and whether the column holds ids.

    Attributes:
        bidang: Field.
        urutan: 0 for a sure head, else the place among the field's fallbacks.
        id: The column holds codes of SIASN.
    """

    bidang: str
    urutan: int = 0
    id: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Both files, ready to ask.

    Attributes:
        kepala: Key of a head → its meaning.
        singkatan: Abbreviation in heads → its word, empty for words that say nothing.
        kata_kepala: Words of a head → its meaning, where no two fields have the same words.
        kata_pengisi: Words of heads that say little.
        kata_bukan: Words that tell of somebody or something else than the head's other words.
        nilai: Name of a list → its spellings.
        kata: Words that are no values: `tidak_ada`, `sudah`, `tanda` … each maps to 1.
        cocok: (kind, level) pairs of sentences that fit.
        tingkat_diklat: Sequences of words → level of a leadership course, longest first.
        jenis_lembar: Sequences of words → kind of course, longest first.
    """

    kepala: Mapping[str, Head]
    nilai: Mapping[str, Spellings]
    kata: Mapping[str, Spellings]
    cocok: frozenset[tuple[int, int]]
    tingkat_diklat: tuple[tuple[tuple[str, ...], int], ...] = field(default=())
    jenis_lembar: tuple[tuple[tuple[str, ...], int], ...] = field(default=())
    singkatan: Mapping[str, str] = field(default_factory=dict)
    kata_kepala: Mapping[tuple[str, ...], Head] = field(default_factory=dict)
    kata_pengisi: frozenset[str] = frozenset()
    kata_bukan: frozenset[str] = frozenset()

    def head(self, text: str) -> Head | None:
        """Return what a head means; a year in it or a bracket behind it is forgiven.

        So are abbreviations and the order of words. A head of codes that nobody knows is ignored.
        """
        if len(text) > LONGEST:
            return self.kepala.get(key(text))
        plain = _YEAR.sub(" ", text) if "19" in text or "20" in text else text
        bare = _TAIL.sub("", plain) if ")" in plain else plain
        attempts = (text,) if bare == text else dict.fromkeys((text, plain, bare))
        for attempt in attempts:
            found = self.kepala.get(key(attempt))
            if found is not None:
                return found
        for attempt in attempts:
            found = self.kata_kepala.get(head_words(attempt, self.singkatan))
            if found is not None:
                return found
        return _IGNORED if text[-2:] in _ID and is_id(text) else None

    def says(self, word: str, text: str) -> bool:
        """Tell whether a text is one of the words that are no values."""
        return text in self.kata[word]


_IGNORED = Head("abaikan")
_ID = frozenset(("ID", "Id", "id"))


@cache
def vocabulary() -> Vocabulary:
    """Return the shipped vocabulary, read once."""
    return load(resource("kosakata"))


def load(folder: Path) -> Vocabulary:
    """Read `kepala.toml` and `nilai.toml` of a folder.

    Raises:
        RuleError: A file that is no TOML, an unknown field, list or code, or a spelling that two
            codes claim; the sentence names file and key.
    """
    sections = _parse(folder / "kepala.toml")
    short = _abbreviations(sections.pop(_SHORT, {}))
    more = sections.pop("kata", {})
    heads = _heads(sections)
    lists = _parse(folder / "nilai.toml")
    if missing := (_CODES.keys() | {"kata"}) - lists.keys():
        raise RuleError(f"nilai.toml: daftar tidak ada: {', '.join(sorted(missing))}")
    if unknown := lists.keys() - _CODES.keys() - {"kata"}:
        raise RuleError(f"nilai.toml: daftar tidak dikenal: {', '.join(sorted(unknown))}")
    kata = lists.pop("kata")
    if kata.keys() != _WORDS:
        raise RuleError(f"nilai.toml [kata]: harus berisi {', '.join(sorted(_WORDS))}")
    spellings = {name: _spellings(name, lists[name]) for name in lists if name not in _SHARED}
    return Vocabulary(
        kepala=heads,
        singkatan=short,
        kata_pengisi=frozenset(more.get("pengisi", ())),
        kata_bukan=frozenset(more.get("bukan", ())),
        kata_kepala=_by_words(sections, heads, short),
        nilai=spellings,
        kata={name: _word_list(texts) for name, texts in kata.items()},
        cocok=frozenset(_fitting(lists["hukuman_cocok"])),
        tingkat_diklat=_sequences("tingkat_diklat", lists["tingkat_diklat"]),
        jenis_lembar=_sequences("jenis_lembar", lists["jenis_lembar"]),
    )


def _parse(path: Path) -> dict[str, dict[str, list[str]]]:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RuleError(f"{path.name}: {error}") from error
    for section, entries in content.items():
        if not isinstance(entries, dict):
            raise RuleError(f"{path.name}: {section} harus berupa bagian [{section}]")
        for name, texts in entries.items():
            if not isinstance(texts, list) or not all(isinstance(t, str) for t in texts):
                raise RuleError(f"{path.name} [{section}] {name}: harus berupa daftar teks")
    return content


def _heads(sections: Mapping[str, Mapping[str, list[str]]]) -> dict[str, Head]:
    heads: dict[str, Head] = {}
    for bidang, ranks in sections.items():
        if bidang not in FIELDS:
            raise RuleError(f"kepala.toml: bidang tidak dikenal: {bidang}")
        if unknown := ranks.keys() - {"kepala", "cadangan", "id"}:
            raise RuleError(f"kepala.toml [{bidang}]: tidak dikenal: {', '.join(sorted(unknown))}")
        entries = [(text, Head(bidang)) for text in ranks.get("kepala", ())]
        entries += [(t, Head(bidang, n)) for n, t in enumerate(ranks.get("cadangan", ()), 1)]
        entries += [(text, Head(bidang, 0, id=True)) for text in ranks.get("id", ())]
        for text, head in entries:
            if heads.setdefault(key(text), head).bidang != bidang:
                other = heads[key(text)].bidang
                raise RuleError(f"kepala.toml: “{text}” ada pada {other} dan {bidang}")
    return heads


def _abbreviations(section: Mapping[str, list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, texts in section.items():
        word = "" if name == "hilang" else name
        for text in texts:
            if found.setdefault(text, word) != word:
                raise RuleError(f"kepala.toml [{_SHORT}]: “{text}” ada pada dua kata")
    return found


def _by_words(
    sections: Mapping[str, Mapping[str, list[str]]],
    heads: Mapping[str, Head],
    short: Mapping[str, str],
) -> dict[tuple[str, ...], Head]:
    """Return words → meaning; what two fields, or two columns of one, would share is left out."""
    found: dict[tuple[str, ...], set[Head]] = {}
    for ranks in sections.values():
        for text in (text for texts in ranks.values() for text in texts):
            found.setdefault(head_words(text, short), set()).add(heads[key(text)])
    found.pop((), None)
    return {
        parts: min(claims, key=lambda head: head.urutan)
        for parts, claims in found.items()
        if len({(head.bidang, head.id) for head in claims}) == 1
    }


def code_of(name: str, code: str) -> int:
    """Return the number of a code of a list by its name or number.

    Raises:
        RuleError: The list has no such code.
    """
    codes = _CODES[name]
    if codes is None:
        if code.isdecimal():
            return int(code)
    elif code.isdecimal():
        if int(code) in codes.__members__.values():
            return int(code)
    elif code.upper() in codes.__members__:
        return int(codes[code.upper()])
    raise RuleError(f"nilai.toml [{name}]: kode tidak dikenal: {code}")


def _entries(name: str, section: Mapping[str, list[str]]) -> Iterator[tuple[str, int]]:
    for code, texts in section.items():
        number = code_of(name, code)
        for text in texts:
            yield text, number


def _spellings(name: str, section: Mapping[str, list[str]]) -> Spellings:
    exact: dict[str, int] = {}
    patterns: list[tuple[re.Pattern[str], int]] = []
    for text, code in _entries(name, section):
        if "*" in text:
            patterns.append((_pattern(text), code))
        elif exact.setdefault(key(text), code) != code:
            raise RuleError(f"nilai.toml [{name}]: “{text}” ada pada dua kode")
    return Spellings(exact, tuple(patterns))


def _word_list(texts: list[str]) -> Spellings:
    exact = {key(text): 1 for text in texts if "*" not in text}
    return Spellings(exact, tuple((_pattern(text), 1) for text in texts if "*" in text))


def _pattern(text: str) -> re.Pattern[str]:
    parts = _DROP.sub("", text.casefold()).split("*")
    return re.compile(".*".join(map(re.escape, parts)))


def _fitting(section: Mapping[str, list[str]]) -> Iterator[tuple[int, int]]:
    for kind, level in _entries("hukuman_cocok", section):
        yield code_of("jenis_hukuman", kind), level


def _sequences(
    name: str, section: Mapping[str, list[str]]
) -> tuple[tuple[tuple[str, ...], int], ...]:
    found = [(tuple(words(text)), code) for text, code in _entries(name, section)]
    return tuple(sorted(found, key=lambda pair: -len(pair[0])))


def contains(haystack: list[str], needle: tuple[str, ...]) -> bool:
    """Tell whether words stand one after the other in a text's words."""
    size = len(needle)
    return any(tuple(haystack[i : i + size]) == needle for i in range(len(haystack) - size + 1))
