"""What planning only remarks: who is gone from a sheet, and posts that contradict themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import cast

from ..model.change import Origin, Stored
from ..model.vocab import Eselon, JenisJabatan, Jenjang, label
from .plan_findings import Joint, contradicting_post, gone
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


_Contradiction = tuple[str, str, tuple[str, str]]
"""What the one field says, what the other says, and both fields."""


# ---------------------------------------------------------------- gone


def gone_people(
    own: Sequence[Source], people: People, stored: Stored, jawaban: Iterable[tuple[int, int, int]]
) -> list[Joint]:
    """Find who stood in a sheet's newest import, and is in no table of this call.

    Only people within the OPD that the sheet covers now: another office's file may bear the same
    name. A workbook of refused rows, whose rows are `jawaban`, never lists everybody.
    """
    if not stored.hadir:
        return []
    answers = {(file, sheet) for file, sheet, _ in jawaban}
    found: list[Joint] = []
    told: set[tuple[str, str | None]] = set()
    here = {nip for source in own if source.jenis == PEGAWAI for nip in source.tabel.nip}
    for source in own:
        where = (source.tabel.berkas, source.tabel.lembar)
        before = stored.hadir.get(where, {})
        answer = (source.tabel.berkas_ke, source.tabel.lembar_ke) in answers
        if source.jenis != PEGAWAI or answer or not before or where in told:
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


def contradicting_posts(own: Sequence[Source], people: People, stored: Stored) -> list[Joint]:
    """Find posts whose kind, level and eselon cannot all be true; the person is in all the same."""
    suspects: dict[int, tuple[Origin, _Contradiction]] = {}
    verdicts: dict[tuple[Value, ...], _Contradiction | None] = {}
    for nip, part, origin in people.of(("keadaan", 0)).rows():
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
        contradicting_post(place[origin], nip, *verdict)
        for nip, (origin, verdict) in suspects.items()
        if origin in place
    ]


def _contradiction(jenis: Value, jenjang: Value, eselon: Value) -> _Contradiction | None:
    """Return what two of the three codes say, and which fields they are; None where they agree."""
    kind = None if jenis is None else JenisJabatan(cast(int, jenis))
    level = None if jenjang is None else Jenjang(cast(int, jenjang))
    step = None if eselon is None else Eselon(cast(int, eselon))
    if kind is not None and kind is not JenisJabatan.RANGKAP:
        if level is not None and _kind_of(level) is not kind:
            return _kind_words(kind), f"jenjang {label(level)}", ("jenis_jabatan", "jenjang")
        if step is not None and kind is not JenisJabatan.STRUKTURAL:
            return _kind_words(kind), f"eselon {label(step)}", ("jenis_jabatan", "eselon")
    if level is None or step is None or _kind_of(level) is not JenisJabatan.STRUKTURAL:
        return None
    if level in _OF_ESELON[step // 10]:
        return None
    return f"jenjang {label(level)}", f"eselon {label(step)}", ("jenjang", "eselon")


def _kind_words(kind: JenisJabatan) -> str:
    return f"jenis jabatan {label(kind)}"


def _kind_of(level: Jenjang) -> JenisJabatan:
    if level is Jenjang.PELAKSANA:
        return JenisJabatan.PELAKSANA
    return JenisJabatan.STRUKTURAL if level <= Jenjang.ESELON_V else JenisJabatan.FUNGSIONAL
