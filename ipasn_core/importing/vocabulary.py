"""The vocabulary, ready to ask: heads → fields and spellings → codes.

Everything is compared by `key`, which forgets case, spaces and punctuation.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

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

DROP = re.compile(r"[^0-9a-z*]+")
_WORD = re.compile(r"[0-9a-z]+")
_YEAR = re.compile(
    r"(?:(?:tahun|(?<![^\W_])thn?\.?)[\s_.]*)?(?<!\d)(?:19|20)\d\d(?!\d)", re.IGNORECASE
)
_TAIL = re.compile(r"\s*\([^()]*\)[\s:.*]*$")


def key(text: str) -> str:
    """Return what two spellings of one word share: letters and digits, in lower case.

    A text without either (a dash, a tick) is its own key.

    >>> key("S-1 / D.IV"), key("nilaiPrestasiKerja"), key(" √ ")
    ('s1div', 'nilaiprestasikerja', '√')
    """
    return DROP.sub("", text.casefold()).replace("*", "") or text.strip()


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


def contains(haystack: list[str], needle: tuple[str, ...]) -> bool:
    """Tell whether words stand one after the other in a text's words."""
    size = len(needle)
    return any(tuple(haystack[i : i + size]) == needle for i in range(len(haystack) - size + 1))
