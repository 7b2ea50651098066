"""What differs between a backup and the project as it is now, counted and in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from ..formatting import format_int, format_number
from ..progress import Progress, silent
from ..storage.project import Project, open_project
from .configure import show_settings
from .score import load_year
from .setting_words import SettingChange

SEBAB: Mapping[str, str] = {
    "impor": "Sebelum impor",
    "sahkan": "Sebelum pengesahan",
    "migrasi": "Sebelum pemutakhiran berkas",
    "tangan": "Dibuat sendiri",
}
"""Why a backup was made → in words."""

BY_HAND = "tangan"


@dataclass(frozen=True, slots=True)
class YearDifference:
    """A year now, against the same year in a backup.

    Attributes:
        tahun: The year.
        baru: People who are in it now alone.
        berubah: People in both whose data differ.
        hilang: People who are in the backup alone.
        indeks: Mean now, None where nobody is measured or the year is not there.
        indeks_dulu: Mean in the backup, likewise.
        ada_dulu: Whether the backup has the year.
        ada_kini: Whether the project has it now.
    """

    tahun: int
    baru: int
    berubah: int
    hilang: int
    indeks: Fraction | None
    indeks_dulu: Fraction | None
    ada_dulu: bool
    ada_kini: bool

    @property
    def sama(self) -> bool:
        """Whether people and mean are the same."""
        people = not (self.baru or self.berubah or self.hilang)
        return people and self.indeks == self.indeks_dulu and self.ada_dulu and self.ada_kini


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs.

    Attributes:
        tahun: Year by year, rising.
        pengaturan: Settings that are others now: what happened to each since the backup.
    """

    tahun: tuple[YearDifference, ...]
    pengaturan: tuple[SettingChange, ...]

    @property
    def sama(self) -> bool:
        """Whether nothing differs."""
        return not self.pengaturan and all(one.sama for one in self.tahun)


def compare(project: Project, backup: Path, progress: Progress = silent) -> Difference:
    """Return what differs between a backup and the project now.

    Args:
        project: The project, open.
        backup: The file of the backup; only read.
        progress: Told of each year.

    Raises:
        StorageError: The backup is damaged.
        RuleError: An edition is not to be had.
    """
    with open_project(backup) as old:
        years = sorted({*old.years(), *project.years()})
        found = []
        for at, year in enumerate(years):
            progress(f"Membandingkan tahun {year}", at, len(years))
            found.append(_year(old, project, year, progress))
        return Difference(tuple(found), tuple(_settings(old, project, years)))


def _year(old: Project, new: Project, year: int, progress: Progress) -> YearDifference:
    there, here = year in old.years(), year in new.years()
    then = old.person_digests(year, progress) if there else {}
    now = new.person_digests(year, progress) if here else {}
    both = then.keys() & now.keys()
    return YearDifference(
        tahun=year,
        baru=len(now.keys() - both),
        berubah=sum(then[nip] != now[nip] for nip in both),
        hilang=len(then.keys() - both),
        indeks=load_year(new, year).instansi.indeks if here else None,
        indeks_dulu=load_year(old, year).instansi.indeks if there else None,
        ada_dulu=there,
        ada_kini=here,
    )


def _settings(old: Project, new: Project, years: list[int]) -> Iterator[SettingChange]:
    both = [year for year in years if year in old.years() and year in new.years()]
    for at, year in enumerate(both):
        before, after = show_settings(old, year), show_settings(new, year)
        for name in sorted(before.keys() | after.keys()):
            # What is of no year is told once.
            own = name.startswith("target.")
            if before.get(name, "") != after.get(name, "") and (own or at == 0):
                yield SettingChange(name, before.get(name, ""), after.get(name, ""), year)


def difference_words(difference: Difference) -> list[str]:
    """Return what happened since the backup, a sentence a year and a setting."""
    if difference.sama:
        return ["Isinya sama dengan proyek sekarang."]
    told = [_year_words(one) for one in difference.tahun if not one.sama]
    return [*told, *(f"{one.sentence()}." for one in difference.pengaturan)]


def _year_words(one: YearDifference) -> str:
    if not one.ada_dulu:
        return f"Tahun {one.tahun} belum ada saat itu ({format_int(one.baru)} pegawai sekarang)."
    if not one.ada_kini:
        return f"Tahun {one.tahun} ada saat itu, sekarang tidak."
    counts = [
        f"{format_int(count)} pegawai {words}"
        for count, words in (
            (one.baru, "ditambahkan"),
            (one.berubah, "berubah"),
            (one.hilang, "dikeluarkan"),
        )
        if count
    ]
    people = ", ".join(counts) or "pegawai sama"
    return f"Tahun {one.tahun}: {people}; {_index_words(one)}."


def _index_words(one: YearDifference) -> str:
    then, now = (_printed(value) for value in (one.indeks_dulu, one.indeks))
    return f"indeks tetap {now}" if then == now else f"indeks {then} saat itu, {now} sekarang"


def _printed(value: Fraction | None) -> str:
    return "–" if value is None else format_number(value, 2)
