"""`laporan`: which paper of a year is wanted, of whom, and its bytes."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import numpy as np

from ..errors import UserError
from ..formatting import format_nip
from ..model.roster import Int64
from ..model.scores import Group, Verdict
from ..model.stored import StoredRecord
from ..progress import Progress, silent
from ..reports import berita_acara, groups, nominatif, perorangan, rekap
from ..reports.document import Document
from ..reports.frame import describe
from ..reports.seal import Seal
from ..scoring.explain import explain
from ..scoring.recap import recap_by
from ..scoring.year_state import YearState
from ..storage.project import Project
from . import sign, snapshot
from .context import Context
from .files import check_output, replacing
from .record_words import date_words, record_line
from .score import load_year, measured_or_refuse
from .verification import verification


class JenisLaporan(Enum):
    """The papers of a year; the values are the words of the command line."""

    LENGKAP = "lengkap"
    REKAP = "rekap"
    NOMINATIF = "nominatif"
    PERORANGAN = "perorangan"
    BERITA_ACARA = "berita-acara"


@dataclass(frozen=True, slots=True)
class Pilihan:
    """Which paper, and of whom.

    Attributes:
        jenis: The paper.
        opd: Of a nominatif or of perorangan: one perangkat daerah alone; empty for all.
        nip: Of perorangan: these people alone; empty for all (of the perangkat daerah).
    """

    jenis: JenisLaporan = JenisLaporan.LENGKAP
    opd: str = ""
    nip: tuple[int, ...] = ()


def write_paper(
    project: Project,
    context: Context,
    asked: int | None,
    pilihan: Pilihan,
    path: Path,
    progress: Progress = silent,
) -> YearState:
    """Write a paper of a year, and return the year.

    Raises:
        UsageError: The output's name makes no sense.
        UserError: The year is empty, nobody is measured of whom it should be, or the file cannot
            be written.
    """
    check_output(path, ".pdf", [project.path])
    state = load_year(project, asked)
    sign.save(project, paper(project, context, state, pilihan, progress), path)
    return state


def paper(
    project: Project,
    context: Context,
    state: YearState,
    pilihan: Pilihan,
    progress: Progress = silent,
) -> bytes:
    """Return a paper of a loaded year.

    The full report of a signed year is the signed bytes; its other papers are made from what was
    signed and name its number and fingerprint. Of a year that is not signed all are drafts.

    Args:
        project: The project file.
        context: When a draft is printed.
        state: The year.
        pilihan: Which paper, of whom.
        progress: Told of pages or people.

    Raises:
        UserError: The year is empty, or nobody is measured of whom it should be.
    """
    if pilihan.jenis is JenisLaporan.LENGKAP:
        return sign.paper(project, context, state, progress)
    # ReportLab is a quarter of the program's start: imported only where something is printed.
    from ..reports.pdf.render import Part, render, render_parts  # noqa: PLC0415

    seal, buffer = _seal(measured_or_refuse(state)), io.BytesIO()
    if pilihan.jenis is JenisLaporan.PERORANGAN:
        people = choose_people(state, pilihan)
        parts = (Part(path, document) for path, document in _pages(project, context, state, people))
        meta = describe(state, seal, context.now, perorangan.title(state))
        render_parts(parts, len(people), buffer, meta, progress)
        return buffer.getvalue()
    if pilihan.jenis is JenisLaporan.REKAP:
        document, title = rekap.build(state, seal, context.now), rekap.title(state)
    elif pilihan.jenis is JenisLaporan.BERITA_ACARA:
        told = verification(project, state)
        document = berita_acara.build(state, told, seal, context.now)
        title = berita_acara.title(state)
    else:
        listed = _listed(state, pilihan.opd)
        document = nominatif.build(state, listed, pilihan.opd, seal, context.now)
        title = nominatif.title(state, pilihan.opd)
    render(document, buffer, describe(state, seal, context.now, title), progress)
    return buffer.getvalue()


def write_each(
    project: Project,
    context: Context,
    state: YearState,
    pilihan: Pilihan,
    folder: Path,
    progress: Progress = silent,
) -> int:
    """Write one file a person into a folder, and return how many.

    What is there under the same name is replaced; what was written before a fault stays.

    Raises:
        UserError: Nobody is measured of whom it should be, or a file cannot be written.
    """
    from ..reports.pdf.render import render  # noqa: PLC0415 - only where something is printed

    seal = _seal(measured_or_refuse(state))
    people = choose_people(state, pilihan)
    meta = describe(state, seal, context.now, perorangan.title(state))
    for at, (path, document) in enumerate(_pages(project, context, state, people)):
        progress("Menulis berkas", at, len(people))
        nip = int(state.roster.nip[people[at]])
        name = _FORBIDDEN.sub(" ", path[-1]).strip()
        with replacing(folder / f"{name} {nip}.pdf") as target:
            render(document, target, meta)
    return len(people)


_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


def choose_people(state: YearState, pilihan: Pilihan) -> list[int]:
    """Return indexes of the measured people a choice is of, in the order of the nominatif.

    Raises:
        UserError: There is nobody.
    """
    listed = _listed(state, pilihan.opd)
    everybody = [int(i) for people in listed.orang for i in people.tolist()]
    if not pilihan.nip:
        return everybody
    wanted = set(pilihan.nip)
    found = [i for i in everybody if int(state.roster.nip[i]) in wanted]
    missing = wanted - {int(state.roster.nip[i]) for i in found}
    if missing:
        first = format_nip(str(min(missing)))
        raise UserError(
            f"NIP {first} tidak termasuk yang diukur pada tahun {state.tahun}.",
            "Periksa NIP-nya; PPPK dan CPNS tidak diukur menurut aturan tahun ini."
            if min(missing) in set(state.roster.nip.tolist())
            else "Periksa NIP-nya, atau impor daftar pegawai yang memuatnya.",
            "pegawai-tidak-diukur",
        )
    return found


def _listed(state: YearState, opd: str) -> groups.OpdGroups:
    everybody = groups.by_opd(state)
    if not opd:
        return everybody
    for at, group in enumerate(everybody.kelompok):
        if group.nama.casefold() == opd.casefold():
            tanpa = 0 if everybody.is_opd(at) else everybody.tanpa
            return groups.OpdGroups((group,), (everybody.orang[at],), tanpa)
    raise UserError(
        f"Tidak ada pegawai yang diukur pada “{opd}”.",
        "Periksa nama perangkat daerahnya.",
        "opd-tidak-ada",
    )


def _seal(state: YearState) -> Seal | None:
    return None if state.pengesahan is None or not state.disahkan else Seal.of(state.pengesahan)


def _pages(
    project: Project, context: Context, state: YearState, people: Sequence[int]
) -> Iterator[tuple[tuple[str, str], Document]]:
    """Yield the page of each person, with its place in the outline."""
    seal, means = _seal(state), _means(state)
    told = _records(project, state, people)
    opd = state.roster.keadaan["opd"].tolist()
    for i in people:
        group = means[opd[i]]
        words = _counted(state, i, told)
        document = perorangan.build(state, i, group, words, seal, context.now)
        name = state.roster.opd_nama[opd[i]] if opd[i] >= 0 else groups.TANPA_OPD
        yield (name, state.roster.nama[i]), document


def _means(state: YearState) -> dict[int, Group]:
    """Return means by code of perangkat daerah; -1, no perangkat daerah, is the agency."""
    names = state.roster.opd_nama
    code: Int64 = state.roster.keadaan["opd"].astype(np.int64)
    found = recap_by(
        state.scores, state.edition, np.where(code < 0, len(names), code), (*names, "")
    )
    return {-1: state.instansi} | dict(enumerate(found[:-1]))


def _records(
    project: Project, state: YearState, people: Sequence[int]
) -> dict[tuple[str, int], StoredRecord]:
    """Return records by block and id, with their texts."""
    found: Mapping[str, Sequence[StoredRecord]]
    if state.disahkan and state.pengesahan is not None:
        found = snapshot.read_texts(project.snapshot(state.pengesahan.id))
    elif len(people) == 1:
        person = project.person(state.tahun, int(state.roster.nip[people[0]]))
        found = {} if person is None else person.rekaman
    else:
        found = project.records(state.tahun)
    return {(block, one.id): one for block, rows in found.items() for one in rows}


def _counted(
    state: YearState, i: int, told: Mapping[tuple[str, int], StoredRecord]
) -> dict[str, str]:
    """Return, by instrument, the newest record that counted, in words, and how many beside it."""
    words: dict[str, str] = {}
    for step in explain(state.roster, state.edition, state.scores, i).langkah:
        counted = [
            record_line(step.blok, told[step.blok, one.id])
            for one in step.rekaman
            if one.verdict == Verdict.DIHITUNG and (step.blok, one.id) in told
        ]
        if not counted:
            continue
        newest = max(counted, key=lambda line: line.hari)
        passed = ", lulus " if step.blok == "pendidikan" else ", "
        words[step.instrumen] = newest.judul + (
            passed + date_words(newest.hari) if newest.hari else ""
        )
        if len(counted) > 1 and step.blok != "pendidikan":
            words[step.instrumen] += f", dan {len(counted) - 1} lainnya"
    return words
