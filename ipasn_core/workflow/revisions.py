"""What changed between two signed revisions of a year, by dimension and by person."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from ..formatting import format_int, format_nip, format_number, format_points
from ..model.stored import Pengesahan
from ..scoring.recap import kategori_of_mean
from ..scoring.year_state import YearState
from ..storage.project import Project
from . import snapshot

IPASN = "IPASN"


@dataclass(frozen=True, slots=True)
class MeanChange:
    """The agency's mean of a dimension, or its index, in both; None where it has none."""

    nama: str
    lama: Fraction | None
    baru: Fraction | None

    @property
    def berubah(self) -> bool:
        """Whether they differ, if only in what is not printed."""
        return self.lama != self.baru


@dataclass(frozen=True, slots=True)
class PersonChange:
    """A person in both whose points differ.

    Attributes:
        nip: As in the newer one.
        nama: As in the newer one.
        nilai: (dimension or IPASN, thousandths before, thousandths after) where they differ.
    """

    nip: int
    nama: str
    nilai: tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What differs between two revisions.

    Attributes:
        lama: Number of the older revision.
        baru: Number of the newer one.
        jumlah: How many people each measured.
        kategori: The agency's in each.
        rata: Every dimension, then the index.
        masuk: (NIP, name) of people only the newer one measured.
        keluar: (NIP, name) of people only the older one measured.
        berubah: People whose points differ, in the order of their names.
    """

    lama: int
    baru: int
    jumlah: tuple[int, int]
    kategori: tuple[str, str]
    rata: tuple[MeanChange, ...]
    masuk: tuple[tuple[int, str], ...]
    keluar: tuple[tuple[int, str], ...]
    berubah: tuple[PersonChange, ...]

    @property
    def kalimat(self) -> str:
        """Say it in one sentence."""
        index = self.rata[-1]
        people = (
            (len(self.berubah), "pegawai berubah nilainya"),
            (len(self.masuk), "pegawai masuk"),
            (len(self.keluar), "pegawai keluar"),
        )
        told = [f"{format_int(many)} {words}" for many, words in people if many]
        moved = f"{IPASN} {_mean(index.lama)} menjadi {_mean(index.baru)}"
        if _mean(index.lama) == _mean(index.baru):
            moved = f"{IPASN} tetap {_mean(index.baru)}"
        parts = "; ".join([moved, *(told or ["nilai setiap pegawai sama"])])
        return f"Dari Revisi {self.lama} ke Revisi {self.baru}: {parts}."

    def sections(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return titles with lines to read, those that have something to say."""
        means = [
            f"{one.nama}: {_mean(one.lama)} → {_mean(one.baru)}" for one in self.rata if one.berubah
        ]
        if self.kategori[0] != self.kategori[1]:
            means.append(f"Kategori: {self.kategori[0]} → {self.kategori[1]}")
        if self.jumlah[0] != self.jumlah[1]:
            before, after = map(format_int, self.jumlah)
            means.append(f"Pegawai yang diukur: {before} → {after}")
        listed = (
            ("Nilai instansi", tuple(means)),
            ("Pegawai yang nilainya berubah", tuple(map(_person_line, self.berubah))),
            ("Hanya dalam revisi yang baru", tuple(map(_who, self.masuk))),
            ("Hanya dalam revisi yang lama", tuple(map(_who, self.keluar))),
        )
        return tuple((title, lines) for title, lines in listed if lines)


def changes(project: Project, lama: Pengesahan, baru: Pengesahan) -> Changes:
    """Compare two signings of a year by what was signed.

    Args:
        project: The project file.
        lama: The older one.
        baru: The newer one.

    Raises:
        StorageError: What was signed was altered in the file.
    """
    before = snapshot.read(project.snapshot(lama.id), lama)
    after = snapshot.read(project.snapshot(baru.id), baru)
    return compare(before, after, lama.revisi, baru.revisi)


def compare(before: YearState, after: YearState, lama: int, baru: int) -> Changes:
    """Compare two states of a year; `lama` and `baru` are the numbers of their revisions."""
    pairs, gone, come = _pair(before, after)
    changed = [one for i, j in pairs if (one := _person_change(before, after, i, j)) is not None]
    return Changes(
        lama=lama,
        baru=baru,
        jumlah=(before.instansi.jumlah, after.instansi.jumlah),
        kategori=(_kategori(before), _kategori(after)),
        rata=_means(before, after),
        masuk=_named(after, come),
        keluar=_named(before, gone),
        berubah=tuple(sorted(changed, key=lambda one: (one.nama.casefold(), one.nip))),
    )


def _pair(
    before: YearState, after: YearState
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Return indexes of who is measured in both, in the first alone, in the second alone.

    Somebody is the same by id, or else by NIP: an NIP may have been corrected, and an entry that
    was taken out may have come back.
    """
    measured = after.scores.diukur.nonzero()[0].tolist()
    by_id = {int(after.roster.id[j]): j for j in measured}
    by_nip = {int(after.roster.nip[j]): j for j in measured}
    pairs: list[tuple[int, int]] = []
    left: list[int] = []
    taken: set[int] = set()
    for i in before.scores.diukur.nonzero()[0].tolist():
        j = by_id.get(int(before.roster.id[i]))
        if j is None:
            left.append(i)
        else:
            pairs.append((i, j))
            taken.add(j)
    gone = []
    for i in left:
        j = by_nip.get(int(before.roster.nip[i]))
        if j is None or j in taken:
            gone.append(i)
        else:
            pairs.append((i, j))
            taken.add(j)
    return pairs, gone, [j for j in measured if j not in taken]


def _person_change(before: YearState, after: YearState, i: int, j: int) -> PersonChange | None:
    known = {d.id: at for at, d in enumerate(before.edition.dimensi)}
    found = []
    for at, dimensi in enumerate(after.edition.dimensi):
        own = known.get(dimensi.id)
        old = 0 if own is None else int(before.scores.dimensi[own, i])
        new = int(after.scores.dimensi[at, j])
        if old != new:
            found.append((dimensi.nama, old, new))
    if not found:
        return None
    index = (IPASN, int(before.scores.indeks[i]), int(after.scores.indeks[j]))
    return PersonChange(int(after.roster.nip[j]), after.roster.nama[j], (*found, index))


def _means(before: YearState, after: YearState) -> tuple[MeanChange, ...]:
    known = {d.id: at for at, d in enumerate(before.edition.dimensi)}
    found = []
    for at, dimensi in enumerate(after.edition.dimensi):
        own = known.get(dimensi.id)
        old = None if own is None else before.instansi.mean(own)
        found.append(MeanChange(dimensi.nama, old, after.instansi.mean(at)))
    return (*found, MeanChange(IPASN, before.instansi.indeks, after.instansi.indeks))


def _kategori(state: YearState) -> str:
    index = state.instansi.indeks
    return "–" if index is None else kategori_of_mean(index, state.edition)


def _named(state: YearState, people: list[int]) -> tuple[tuple[int, str], ...]:
    found = [(int(state.roster.nip[i]), state.roster.nama[i]) for i in people]
    return tuple(sorted(found, key=lambda one: (one[1].casefold(), one[0])))


def _mean(value: Fraction | None) -> str:
    return "–" if value is None else format_number(value, 2)


def _who(one: tuple[int, str]) -> str:
    return f"{one[1]}, NIP {format_nip(str(one[0]))}"


def _person_line(one: PersonChange) -> str:
    moved = "; ".join(
        f"{name} {format_points(old)} → {format_points(new)}" for name, old, new in one.nilai
    )
    return f"{_who((one.nip, one.nama))}: {moved}"
