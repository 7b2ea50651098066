"""Coverage: for whom a history sheet is complete, so that absence means none."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import get_close_matches

from ..errors import UsageError, UserError
from ..model.change import Origin, Stored
from ..model.evidence import KEADAAN
from ..model.vocab import DAPAT_DICAKUP, Bukti
from .plan_people import People
from .plan_source import NILAI, PEGAWAI, Source

LEMBAR, SEMUA, TAMBAHAN = "lembar", "semua", "tambahan"
_OPD = [field.name for field in KEADAAN].index("opd")


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom a history table is complete for: people its rows name, and people by absence alone."""

    disebut: Set[int]
    tersirat: Set[int]


def reaches(
    sources: Sequence[Source],
    cakup: Sequence[str],
    known: Collection[int],
    roster: Set[int],
    opd: Mapping[str, Set[int]],
) -> list[tuple[Source, Reach]]:
    """Return each history table of records with its reach.

    A companion is none: a wide table tells a degree, it does not list them.

    Args:
        sources: All tables of the call.
        cakup: Values of `--cakup`; none is `lembar`. Several add up; `tambahan` stands alone and
            reaches nobody.
        known: NIPs that are stored or come in with this call.
        roster: NIPs in the year's roster after this call.
        opd: The OPD among `cakup` → their people after this call.
    """
    history = [
        source
        for source in sources
        if source.jenis not in (PEGAWAI, NILAI) and not source.pendamping
    ]
    if TAMBAHAN in cakup:
        return [(source, Reach(frozenset(), frozenset())) for source in history]
    wider: set[int] = set().union(*opd.values())
    if SEMUA in cakup:
        wider |= roster
    beside = _beside(sources) if LEMBAR in cakup or not cakup else {}
    found = []
    for source in history:
        named = set(source.nips()).intersection(known)
        implied: Set[int] = frozenset()
        if any(kind in DAPAT_DICAKUP for kind in source.tabel.bukti):
            implied = (wider | beside.get(source.tabel.berkas_ke, set())) & roster - named
        found.append((source, Reach(named, implied)))
    return found


def _beside(sources: Sequence[Source]) -> dict[int, set[int]]:
    """Return file → everybody on its pegawai sheets, whatever became of their rows there."""
    found: dict[int, set[int]] = {}
    for source in sources:
        if source.tabel.lembar_pegawai:
            found.setdefault(source.tabel.berkas_ke, set()).update(source.tabel.nip)
    return found


def coverage(
    reached: Sequence[tuple[Source, Reach]], roster: Set[int], stored: Stored
) -> tuple[list[tuple[int, Bukti, Origin, bool]], bool]:
    """Return the coverage to add, and whether there is any, stored already or not.

    Open findings of a sheet withhold its coverage later, in storage; here it is given in full.
    What a sheet without such findings covers is not said again by another sheet of the call.
    """
    found: list[tuple[int, Bukti, Origin, bool]] = []
    reaching = False
    settled: dict[Bukti, set[int]] = {}
    for named in (True, False):
        for source, reach in reached:
            people = (reach.disebut if named else reach.tersirat) & roster
            for kind in source.tabel.bukti:
                if kind not in DAPAT_DICAKUP or not people:
                    continue
                reaching = True
                done = settled.setdefault(kind, set())
                origin = source.sheet
                found += [
                    (nip, kind, origin, named)
                    for nip in people - done
                    if (nip, kind) not in stored.cakupan
                ]
                if not any(kind in finding.tahan for finding in source.tabel.temuan):
                    done |= people
    return found, reaching


def people_of_opd(
    cakup: Sequence[str], people: People, roster: Set[int], stored: Stored
) -> dict[str, set[int]]:
    """Return the OPD that `--cakup` names → their people after this call.

    Raises:
        UsageError: `tambahan` together with another value.
        UserError: An OPD that nobody of the roster belongs to; names the nearest.
    """
    if TAMBAHAN in cakup and set(cakup) != {TAMBAHAN}:
        raise UsageError(
            "--cakup tambahan tidak dapat digabung dengan nilai lain.",
            "Pakai tambahan saja, atau hapus.",
        )
    wanted = {_key(name): name for name in cakup if name not in (LEMBAR, SEMUA, TAMBAHAN)}
    if not wanted:
        return {}
    names: dict[str, str] = {}
    found: dict[str, set[int]] = {}
    for nip in roster:
        part = people.said(nip)
        opd = part[_OPD] if part is not None else None
        if opd is None and nip in stored.keadaan:
            opd = stored.keadaan[nip][_OPD]
        if isinstance(opd, str):
            names.setdefault(_key(opd), opd)
            found.setdefault(_key(opd), set()).add(nip)
    for key, name in wanted.items():
        if key not in found:
            near = [names[k] for k in get_close_matches(key, names, n=3, cutoff=0.5)]
            hint = (
                f"Mungkin yang dimaksud: {'; '.join(near)}."
                if near
                else (
                    "Tulis nama perangkat daerah seperti dalam daftar pegawai, atau lembar, semua, "
                    "atau tambahan."
                )
            )
            raise UserError(
                f"--cakup: perangkat daerah “{name}” tidak ada dalam daftar pegawai.",
                hint,
                "opd-tak-dikenal",
            )
    return {name: found[key] for key, name in wanted.items()}


def _key(name: str) -> str:
    return " ".join(name.split()).casefold()
