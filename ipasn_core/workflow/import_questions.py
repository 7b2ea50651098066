"""Columns of a sheet as they are seen, and the doubt about them that a chosen column settles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..importing.vocabulary import FIELDS
from ..model.finding import Finding

_WITHOUT_HEADER = (
    "Tabel ini tidak memuat baris judul kolom.",
    "Tambahkan baris judul (NIP, Nama, dan seterusnya) di berkas asal, lalu impor lagi.",
)
_ELSE = {
    "jenis_diklat": " Bila tidak ada kolomnya, beri nama lembar itu menurut jenisnya, misalnya "
    "Diklat Teknis."
}
"""What helps where no column has the field."""


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
        bidang: The field it is about; empty where nothing can be chosen.
        pilihan: Letters of the columns to choose from; empty: any.
        dugaan: Letter of the likely answer, empty where none is likelier than the others.
    """

    judul: str
    bukti: str
    bidang: str
    pilihan: tuple[str, ...]
    dugaan: str = ""


def question(
    told: Sequence[Finding], columns: Sequence[ColumnSeen], *, judul: bool
) -> Question | None:
    """Return the first doubt of a sheet that a chosen column settles.

    Args:
        told: What was found of the sheet.
        columns: Its columns.
        judul: Whether it has a header; without one no column can be pointed out.
    """
    guesses = [one for one in told if one.kode in ("kolom-mirip", "kolom-diduga")]
    for one in told:
        if one.kode == "kolom-wajib-tak-ada":
            kurang = one.isi["kurang"]
            if not judul:
                return Question(*_WITHOUT_HEADER, "", ())
            bidang = next(name for name, words in FIELDS.items() if words == kurang)
            own = [guess for guess in guesses if guess.isi["nama_bidang"] == bidang]
            if own:
                return _likely_question(own)
            found = f"Judul kolom yang ada: {one.isi['ada']}.{_ELSE.get(bidang, '')}"
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
