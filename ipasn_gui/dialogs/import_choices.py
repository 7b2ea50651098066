"""What the officer says of the sheets of an import: columns, headers, kinds; as the command would.

What makes no sense is taken back to what did.
"""

from __future__ import annotations

from ipasn_core.importing.sheet_choice import Perbuatan, SheetChoice
from ipasn_core.workflow.import_view import NO_FIELD, SheetSeen

Place = tuple[str, str | None, int, str]
"""A column: file name, sheet name, a row of its table where there are several, letter."""


class ImportChoices:
    """The officer's choices.

    Attributes:
        columns: Column → field it is used as.
        said: What is said of whole sheets.
    """

    def __init__(self) -> None:
        self.columns: dict[Place, str] = {}
        self.said: tuple[SheetChoice, ...] = ()
        self._good: tuple[dict[Place, str], tuple[SheetChoice, ...]] = ({}, ())

    @property
    def kolom(self) -> tuple[str, ...]:
        """Columns, as the command line would write them."""
        return tuple(
            f"{berkas}:{lembar or ''}:{bidang}={huruf}{baris or ''}"
            for (berkas, lembar, baris, huruf), bidang in self.columns.items()
        )

    @property
    def lembar(self) -> tuple[str, ...]:
        """What is said of sheets, as the command line would write it."""
        return tuple(one.teks for one in self.said)

    def choose(self, sheet: SheetSeen, huruf: str, bidang: str) -> None:
        """Use a column as a field; one that its head means already needs no choice."""
        column = next(one for one in sheet.kolom if one.huruf == huruf)
        for place in [
            place
            for place, field in self.columns.items()
            if place[:2] == (sheet.berkas, sheet.lembar)
            if not sheet.tabel or sheet.dari <= place[2] <= sheet.sampai
            if place[3] == huruf or (field == bidang and bidang != NO_FIELD)
        ]:
            del self.columns[place]
        rivals = [one for one in sheet.kolom if one.arti == bidang and one.huruf != huruf]
        if bidang != column.arti or rivals or (bidang == NO_FIELD and not column.arti):
            self.columns[sheet.berkas, sheet.lembar, sheet.baris, huruf] = bidang

    def say(self, sheet: SheetSeen, perbuatan: Perbuatan, nilai: str | None) -> None:
        """Say something of a sheet as a whole, or of a table of it; None takes it back."""
        name = (sheet.berkas, sheet.lembar or "")
        self.said = tuple(
            one
            for one in self.said
            if (one.berkas, one.lembar) != name
            or one.perbuatan != perbuatan
            or not _speaks_of(one, sheet)
        )
        if nilai is not None:
            of_table = perbuatan in ("lewati", "jenis")
            at = (sheet.baris, sheet.kolom_awal) if of_table else (0, "")
            self.said = (*self.said, SheetChoice(*name, perbuatan, nilai, *at))

    def forget(self, berkas: str) -> None:
        """Forget what was said of a file."""
        self.columns = {k: v for k, v in self.columns.items() if k[0] != berkas}
        self.said = tuple(one for one in self.said if one.berkas != berkas)

    def keep(self) -> None:
        """Take these for good: a plan was made of them."""
        self._good = (dict(self.columns), self.said)

    def take_back(self) -> None:
        """Go back to those of which a plan was made."""
        self.columns, self.said = dict(self._good[0]), self._good[1]


def _speaks_of(said: SheetChoice, sheet: SheetSeen) -> bool:
    """Tell whether something said of a sheet is said of this table of it."""
    row = int(said.nilai) if said.perbuatan == "kepala" else said.baris
    beside = said.kolom and said.kolom not in {one.huruf for one in sheet.kolom if one.kepala}
    return not sheet.tabel or not row or (sheet.dari <= row <= sheet.sampai and not beside)
