"""What planning only remarks: who is gone from a sheet, and posts that contradict themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter

from ..model.change import Stored
from ..model.finding import Finding
from ..model.vocab import Eselon, JenisJabatan, Jenjang, label
from .plan_findings import contradicting_post, gone
from .plan_people import People
from .plan_source import FIELDS, PEGAWAI, Source
from .table import Value

_KEADAAN = FIELDS["keadaan"]
_OPD = _KEADAAN.index("opd")
_POST = itemgetter(*(_KEADAAN.index(name) for name in ("jenis_jabatan", "jenjang", "eselon")))

_OF_ESELON: dict[int, frozenset[int]] = {
    1: frozenset({Jenjang.JPT_UTAMA, Jenjang.JPT_MADYA}),
    2: frozenset({Jenjang.JPT_PRATAMA}),
    3: frozenset({Jenjang.ADMINISTRATOR}),
    4: frozenset({Jenjang.PENGAWAS}),
    5: frozenset({Jenjang.ESELON_V}),
}
"""Roman number of an eselon → levels of a structural post that have it."""


# ---------------------------------------------------------------- gone


def gone_people(own: Sequence[Source], people: People, stored: Stored) -> list[Finding]:
    """Find who stood in a sheet's newest import, and is in no table of this call.

    Only people within the OPD that the sheet covers now: another office's file may bear the same
    name.
    """
    found: list[Finding] = []
    told: set[tuple[str, str | None]] = set()
    here = {nip for source in own if source.jenis == PEGAWAI for nip in source.tabel.nip}
    for source in own:
        where = (source.tabel.berkas, source.tabel.lembar)
        before = stored.hadir.get(where, {})
        if source.jenis != PEGAWAI or not before or where in told:
            continue
        told.add(where)
        covered = _opd_of(_listed(own, where), people, stored)
        found += gone(source, [n for n, opd in before.items() if n not in here and opd in covered])
    return found


def _listed(own: Sequence[Source], where: tuple[str, str | None]) -> set[int]:
    """Return whom all sheets of one name in files of one name list."""
    same = [s for s in own if s.jenis == PEGAWAI and (s.tabel.berkas, s.tabel.lembar) == where]
    return {nip for source in same for nip in source.tabel.nip if nip}


def _opd_of(nips: Iterable[int], people: People, stored: Stored) -> set[Value]:
    found: set[Value] = set()
    for nip in nips:
        part = people.said(nip)
        opd = part[_OPD] if part is not None else None
        if opd is None and nip in stored.keadaan:
            opd = stored.keadaan[nip][_OPD]
        if opd is not None:
            found.add(opd)
    return found


# ---------------------------------------------------------------- contradicting posts


def contradicting_posts(own: Sequence[Source], people: People, stored: Stored) -> list[Finding]:
    """Find posts whose kind, level and eselon cannot all be true; the person is in all the same."""
    said = people.kata.get(("keadaan", 0), {})
    suspects = {}
    verdicts: dict[tuple[Value, ...], tuple[str, str, str] | None] = {}
    for nip, (part, origin) in said.items():
        post = _POST(part)
        if None in post and nip in stored.keadaan:
            old = _POST(stored.keadaan[nip])
            post = tuple(b if a is None else a for a, b in zip(post, old, strict=True))
        if post not in verdicts:
            verdicts[post] = _contradiction(*post)
        verdict = verdicts[post]
        if verdict is not None:
            suspects[nip] = (origin, verdict)
    if not suspects:
        return []
    place = {
        source.origin(i): (source, i)
        for source in own
        if source.jenis == PEGAWAI
        for i in source.masuk
        if source.tabel.nip[i] in suspects
    }
    return [
        contradicting_post(*place[origin], nip, verdict)
        for nip, (origin, verdict) in suspects.items()
        if origin in place
    ]


def _contradiction(jenis: Value, jenjang: Value, eselon: Value) -> tuple[str, str, str] | None:
    """Return what two of the three say, and the field of the second; None where they agree."""
    kind = "" if jenis is None else f"jenis jabatan {label(JenisJabatan(int(str(jenis))))}"
    level = "" if jenjang is None else f"jenjang {label(Jenjang(int(str(jenjang))))}"
    step = "" if eselon is None else f"eselon {label(Eselon(int(str(eselon))))}"
    if kind and level and jenis != JenisJabatan.RANGKAP and jenis != _kind_of(jenjang):
        return kind, level, "jenjang"
    if kind and step and jenis in (JenisJabatan.FUNGSIONAL, JenisJabatan.PELAKSANA):
        return kind, step, "eselon"
    if (
        level
        and step
        and _kind_of(jenjang) == JenisJabatan.STRUKTURAL
        and jenjang not in _OF_ESELON[int(str(eselon)) // 10]
    ):
        return level, step, "eselon"
    return None


def _kind_of(jenjang: Value) -> JenisJabatan:
    level = Jenjang(int(str(jenjang)))
    if level is Jenjang.PELAKSANA:
        return JenisJabatan.PELAKSANA
    return JenisJabatan.STRUKTURAL if level <= Jenjang.ESELON_V else JenisJabatan.FUNGSIONAL
