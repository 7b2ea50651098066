"""What a prepared import looks like: sheets, their columns, doubts, and words for the window."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ..errors import IpasnError
from ..importing.layout import Layout
from ..importing.layout_choice import ColumnChoice, parse_choice
from ..importing.layout_heads import Header, find_header
from ..importing.sheet import Sheet
from ..importing.vocabulary import FIELDS
from ..model.finding import Finding, Severity
from .import_ import Prepared
from .import_rows import letters_of

NO_FIELD = "abaikan"
"""Field of a column that is not used."""

NOT_COUNTED = frozenset((NO_FIELD, "nomor_urut"))
"""Fields of columns whose heads are known to say nothing of people."""

_KINDS: Mapping[str, str] = {
    "pendidikan": "Riwayat pendidikan",
    "pengembangan": "Riwayat diklat",
    "hukuman": "Riwayat hukuman",
}
_SKIPPED: Mapping[str, str] = {
    "lembar-dilewati": "Bukan data pegawai, dilewati",
    "lembar-tersembunyi": "Tersembunyi, tidak dibaca",
    "tabel-hasil-bkn": "Hasil PIP ASN, dilewati",
    "berkas-tak-terbaca": "Tidak dapat dibaca",
}
_REMEDIES: Mapping[str, str] = {
    "kolom-wajib-tak-ada": "Tunjukkan kolomnya pada langkah Kolom, atau tambahkan kolom itu di "
    "berkas asal.",
    "kolom-ganda": "Pilih kolom yang benar pada langkah Kolom, atau hapus salah satunya di berkas "
    "asal.",
    "kolom-diduga": "Pastikan pada langkah Kolom agar tidak ditanyakan lagi; bila salah, pilih "
    "(tidak dipakai) di sana.",
    "kolom-mirip": "Bila benar, pilih kolomnya pada langkah Kolom; bila bukan, abaikan temuan ini.",
    "lembar-dilewati": "Bila isinya data pegawai, tunjukkan kolom NIP pada langkah Kolom.",
    "lembar-nihil": "Bila berarti “tidak ada” bagi pegawai di luar buku kerja ini, pilih untuk "
    "siapa riwayatnya lengkap pada langkah Berkas.",
    "nilai-skp-saja": "Bila kolom itu sebenarnya nilai akhir, pilih Nilai Kinerja pada langkah "
    "Kolom; bila bukan, tambahkan kolom nilai perilaku.",
    "opd-tak-dikenal": "Pilih perangkat daerah lain pada langkah Berkas.",
}
"""Where the catalogue's remedy names an option of the command line."""
_OPTION = re.compile(r"^--\w+[^:]*: ")

Mark = Literal["baik", "periksa", "galat", "lewat"]


@dataclass(frozen=True, slots=True)
class ColumnSeen:
    """A column of a sheet.

    Attributes:
        ke: 0-based place in the sheet.
        huruf: Letter in the file.
        kepala: Head as written, empty where there is none.
        bidang: Field it is used as, empty where it is not used.
        sebutan: What that field is called.
        tangan: Whether the officer pointed it out in this import.
        arti: Field that its head means, empty where nobody knows.
    """

    ke: int
    huruf: str
    kepala: str
    bidang: str
    sebutan: str
    tangan: bool
    arti: str


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt about the columns of a sheet.

    Attributes:
        judul: The question.
        bukti: What is known.
        bidang: The field it is about.
        pilihan: Letters of the columns to choose from; empty: any.
        dugaan: Letter of the likely answer, empty where none is likelier than the others.
    """

    judul: str
    bukti: str
    bidang: str
    pilihan: tuple[str, ...]
    dugaan: str = ""


@dataclass(frozen=True, slots=True)
class SheetSeen:
    """A sheet: what it was taken for and how.

    Attributes:
        berkas_ke: Index of its file.
        lembar_ke: Index in its file.
        berkas: File name.
        lembar: Sheet name, None for a CSV.
        sebutan: What it was taken for, in words.
        tanda: Whether all is well with it.
        baris_kepala: Row of the header as the file counts it, None where there is none.
        awal: First row of data, 0-based in the sheet.
        kolom: Its columns.
        dipakai: How many columns with a head are used.
        berkepala: How many there are, without running numbers and what is known to say nothing.
        soal: What is in doubt, None where nothing is.
    """

    berkas_ke: int
    lembar_ke: int
    berkas: str
    lembar: str | None
    sebutan: str
    tanda: Mark
    baris_kepala: int | None
    awal: int
    kolom: tuple[ColumnSeen, ...]
    dipakai: int
    berkepala: int
    soal: Question | None

    @property
    def judul(self) -> str:
        """Name of the sheet; of a file without sheets that it is the whole."""
        return "Seluruh berkas" if self.lembar is None else self.lembar

    @property
    def terbaca(self) -> bool:
        """Whether there is a table to look at."""
        return self.baris_kepala is not None


def nothing_new(prepared: Prepared) -> bool:
    """Tell whether applying would store nothing that is not stored already, findings included."""
    if not prepared.plan.kosong:
        return False
    known = {one.id for one in prepared.stored.temuan}
    told = (one for one in prepared.plan.temuan if one.tingkat is not Severity.INFO)
    return all(one.id in known for one in told)


def sheets_seen(prepared: Prepared) -> tuple[SheetSeen, ...]:
    """Return every sheet of every file that could be opened, in their order."""
    choices = [parse_choice(text) for text in prepared.options.kolom]
    found = []
    for berkas_ke, book in enumerate(prepared.opened.books):
        for lembar_ke, sheet in enumerate(() if book is None else book.sheets):
            found.append(_seen(prepared, berkas_ke, lembar_ke, sheet, choices))
    return tuple(found)


def findings(prepared: Prepared) -> tuple[Finding, ...]:
    """Return the plan's findings, with remedies as the window offers them; ids are the same."""
    return tuple(map(_in_window, prepared.plan.temuan))


def _in_window(finding: Finding) -> Finding:
    words = _REMEDIES.get(finding.kode)
    if words is None:
        return finding
    return replace(finding, kartu=replace(finding.kartu, perbaikan=words))


def fault_words(fault: IpasnError) -> tuple[str, str]:
    """Return what happened and what to do, without options of the command line."""
    told, options = _OPTION.subn("", fault.pesan)
    if options:
        told = told[:1].upper() + told[1:]
    return told, _REMEDIES.get(fault.kode, fault.perbaikan)


# ---------------------------------------------------------------- one sheet


def _seen(
    prepared: Prepared,
    berkas_ke: int,
    lembar_ke: int,
    sheet: Sheet,
    choices: Sequence[ColumnChoice],
) -> SheetSeen:
    table = prepared.reading.tata.get((berkas_ke, lembar_ke))
    layout = None if table is None else table[1]
    chosen = {one.kolom: one for one in choices if one.concerns(sheet.berkas, sheet.nama)}
    nip_at = next((c.kolom for c in chosen.values() if c.bidang == "nip"), None)
    header = None
    if sheet.terlihat:
        at = None if nip_at is None else sheet.indeks_kolom(nip_at)
        header = find_header(sheet, prepared.reading.kosakata, at, prepared.stored.pemetaan)
    told = [one for one in prepared.reading.temuan if _is_of(one, prepared, berkas_ke, sheet)]
    words, mark = _taken_for(prepared, berkas_ke, lembar_ke, layout, told)
    columns = _columns(sheet, header, layout, set(chosen), known=mark == "galat")
    question = _question(told, columns)
    counted = [one for one in columns if one.kepala and one.arti not in NOT_COUNTED]
    return SheetSeen(
        berkas_ke=berkas_ke,
        lembar_ke=lembar_ke,
        berkas=sheet.berkas,
        lembar=sheet.nama,
        sebutan=words,
        tanda="periksa" if mark == "baik" and question else mark,
        baris_kepala=None if header is None else sheet.baris_awal + header.bawah,
        awal=_first_row(layout, header),
        kolom=columns,
        dipakai=sum(1 for one in columns if one.bidang),
        berkepala=max(len(counted), sum(1 for one in columns if one.bidang)),
        soal=question,
    )


def _is_of(finding: Finding, prepared: Prepared, berkas_ke: int, sheet: Sheet) -> bool:
    file = prepared.opened.files[berkas_ke]
    same_file = finding.berkas == file.berkas and file.sha256.startswith(finding.sidik)
    return same_file and finding.lembar == sheet.nama


def _first_row(layout: Layout | None, header: Header | None) -> int:
    if layout is not None:
        return layout.awal
    return 0 if header is None else header.bawah + 1


def _columns(
    sheet: Sheet, header: Header | None, layout: Layout | None, by_hand: set[str], *, known: bool
) -> tuple[ColumnSeen, ...]:
    """Return the columns; where no table was made of them, `known` shows what heads say."""
    used = {} if layout is None else {one.ke: (name, one) for name, one in layout.kolom.items()}
    found = []
    for ke, huruf in enumerate(letters_of(sheet)):
        head = None if header is None else header.kolom[ke]
        arti = "" if head is None or head.arti is None else head.arti.bidang
        bidang, sebutan = "", ""
        if ke in used:
            name, column = used[ke]
            bidang, sebutan = column.bidang, _field_words(name)
        elif known and arti and arti not in NOT_COUNTED:
            bidang, sebutan = arti, FIELDS[arti]
        kepala = "" if head is None else head.teks
        found.append(ColumnSeen(ke, huruf, kepala, bidang, sebutan, huruf in by_hand, arti))
    return tuple(found)


def _field_words(name: str) -> str:
    """Say what a column is: `nilai:2020` is "Nilai Kinerja 2020"."""
    bidang, _, of = name.partition(":")
    tail = {"": "", "id": " (kode)"}.get(of, f" {of}")
    return FIELDS[bidang] + tail


def _taken_for(
    prepared: Prepared,
    berkas_ke: int,
    lembar_ke: int,
    layout: Layout | None,
    told: Sequence[Finding],
) -> tuple[str, Mark]:
    if layout is not None:
        return _KINDS.get(layout.jenis) or _people_words(prepared, berkas_ke, lembar_ke), "baik"
    codes = {one.kode for one in told}
    if "lembar-hierarki" in codes:
        return "Daftar unit organisasi", "baik"
    if codes & {"kolom-wajib-tak-ada", "kolom-ganda"}:
        lacks = next((one.isi["kurang"] for one in told if "kurang" in one.isi), "")
        return (f"Kolom {lacks} belum ditemukan" if lacks else "Kolomnya belum pasti"), "galat"
    return next((words for code, words in _SKIPPED.items() if code in codes), "Kosong"), "lewat"


def _people_words(prepared: Prepared, berkas_ke: int, lembar_ke: int) -> str:
    own = [
        one
        for one in prepared.reading.tabel
        if (one.berkas_ke, one.lembar_ke) == (berkas_ke, lembar_ke)
    ]
    return "Per pegawai" if any(one.lembar_pegawai for one in own) else "Data pegawai"


def _question(told: Sequence[Finding], columns: Sequence[ColumnSeen]) -> Question | None:
    """Return the first doubt of a sheet that a chosen column settles."""
    guesses = [one for one in told if one.kode in ("kolom-mirip", "kolom-diduga")]
    for one in told:
        if one.kode == "kolom-wajib-tak-ada":
            kurang = one.isi["kurang"]
            bidang = next(name for name, words in FIELDS.items() if words == kurang)
            own = [guess for guess in guesses if guess.isi["nama_bidang"] == bidang]
            if own:
                return _likely_question(own)
            found = f"Judul kolom yang ada: {one.isi['ada']}."
            return Question(f"Kolom mana yang berisi {kurang}?", found, bidang, ())
        if one.kode == "kolom-ganda":
            rivals = _rivals(one, columns)
            if rivals:
                kepala = one.isi["bidang"]
                said = f"Kolom {one.isi['kolom']} berjudul serupa, tetapi isinya berbeda."
                letters = tuple(column.huruf for column in rivals)
                return Question(f"Kolom mana yang berisi {kepala}?", said, rivals[0].arti, letters)
    for one in guesses:
        own = [guess for guess in guesses if guess.isi["nama_bidang"] == one.isi["nama_bidang"]]
        return _likely_question(own)
    return None


def _likely_question(guesses: Sequence[Finding]) -> Question:
    """Ask about columns that are likely one field, with what speaks for each."""
    field, column = guesses[0].isi["bidang"], guesses[0].isi["kolom"]
    judul = f"Apakah kolom {column} berisi {field}?"
    if guesses[1:]:
        judul = f"Kolom mana yang berisi {field}?"
    letters = tuple(one.isi["huruf"] for one in guesses)
    said = "; ".join(f"kolom {one.isi['huruf']}: {one.isi['bukti']}" for one in guesses)
    if len(guesses) == 1:
        said = guesses[0].isi["bukti"]
    words = f"{said[:1].upper()}{said[1:]}."
    likely = letters[0] if len(letters) == 1 else ""
    return Question(judul, words, guesses[0].isi["nama_bidang"], letters, likely)


def _rivals(finding: Finding, columns: Sequence[ColumnSeen]) -> list[ColumnSeen]:
    first = next((one for one in columns if one.huruf == finding.kolom), None)
    if first is None or not first.arti:
        return []
    return [one for one in columns if one.arti == first.arti and not one.tangan]
