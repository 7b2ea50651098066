"""Annexes II to IV of the full report: below target, incomplete data, sources and findings."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import ceil

import numpy as np

from ..formatting import format_fingerprint, format_gain, format_nip, points
from ..model.finding import Finding, Severity
from ..model.roster import Int64
from ..model.scores import State
from ..model.stored import StoredFinding
from ..model.vocab import GOLONGAN, label
from ..rules.edition import Instrumen, Rentang, Terberat, Tingkat
from ..scoring.explain import explain
from ..scoring.year_state import YearState
from . import nominatif
from .document import (
    Arah,
    Baris,
    Blok,
    HalamanBaru,
    Jenis,
    Kolom,
    Lampiran,
    Rata,
    Sel,
    Tabel,
    Ukuran,
)
from .groups import OpdGroups
from .lengkap_text import title
from .perorangan import action_words
from .seal import Seal

_PRINT = 16
"""Hex digits of a file's fingerprint that are printed."""


def annexes(state: YearState, opd: OpdGroups, seal: Seal | None) -> list[Blok]:
    """Return the annexes that the settings ask for and that have something to list.

    Args:
        state: The year.
        opd: OPD with their people, in the order of the report.
        seal: The marks of its signing; None on a draft.
    """
    made: dict[str, tuple[str, str, list[Tabel]]] = {
        "nominatif": (
            "nominatif",
            "DAFTAR NOMINATIF PENGUKURAN INDEKS PROFESIONALITAS ASN",
            [nominatif.nominative(state, opd)],
        ),
        "di-bawah-target": (
            "di_bawah_target",
            "DAFTAR PEGAWAI DENGAN INDEKS DI BAWAH TARGET",
            _below_target(state, opd),
        ),
        "belum-lengkap": (
            "belum_lengkap",
            "DAFTAR PEGAWAI YANG DATANYA BELUM LENGKAP",
            _incomplete(state, opd),
        ),
        "sumber": (
            "berkas_sumber",
            "DAFTAR BERKAS SUMBER DAN TEMUAN",
            [*_sources(state), *_findings(state.temuan)],
        ),
    }
    blocks: list[Blok] = []
    for name in state.settings.lampiran:
        if name not in made:
            continue
        kunci, judul, tables = made[name]
        if tables:
            blocks += [HalamanBaru(Arah.MENDATAR), _head(state, seal, kunci, judul), *tables]
    return blocks


def _head(state: YearState, seal: Seal | None, kunci: str, judul: str) -> Lampiran:
    return Lampiran(
        tentang=title(state).upper(),
        judul=(judul, f"{state.settings.instansi.upper()} TAHUN {state.tahun}"),
        nomor="" if seal is None else seal.pejabat.nomor,
        tanggal=None if seal is None else datetime.date.fromisoformat(seal.pejabat.tanggal),
        kunci=kunci,
    )


# People -------------------------------------------------------------------------------------------


def _people(opd: OpdGroups) -> Int64:
    """Return indexes of measured people in the order of the nominatif."""
    return np.concatenate(opd.orang) if opd.orang else np.zeros(0, np.int64)


def _who(state: YearState, i: int) -> str:
    rank = GOLONGAN.get(int(state.roster.keadaan["golongan"][i]))
    number = format_nip(str(state.roster.nip[i]))
    return f"{state.roster.nama[i]}\n{number}" + (f", {rank}" if rank else "")


def _opd_name(state: YearState, i: int) -> str | None:
    opd = int(state.roster.keadaan["opd"][i])
    return state.roster.opd_nama[opd] if opd >= 0 else None


class _Rows:
    """Rows of people, made anew at each iteration: pages are drawn as they fill.

    Args:
        people: Indexes of the people.
        cells: What is listed of a person, row by row, without the number.
    """

    def __init__(self, people: Int64, cells: Callable[[int], Iterator[tuple[Sel, ...]]]) -> None:
        self._people = people
        self._cells = cells

    def __iter__(self) -> Iterator[Baris]:
        number = 0
        for i in self._people.tolist():
            for cells in self._cells(i):
                number += 1
                yield Baris((number, *cells))


def _below_target(state: YearState, opd: OpdGroups) -> list[Tabel]:
    """Return who is below the target of the index; nothing without one."""
    target = state.target_indeks
    people = _people(opd)
    if target is None:
        return []
    people = people[state.scores.indeks[people] < ceil(target * 1000)]
    if not len(people):
        return []

    def cells(i: int) -> Iterator[tuple[Sel, ...]]:
        reached = points(int(state.scores.indeks[i]))
        yield (
            _who(state, i),
            _opd_name(state, i),
            reached,
            reached - target,
            _lowest(state, i),
            _advice(state, i),
        )

    return [
        Tabel(
            kolom=(
                Kolom("No.", 12, Jenis.NOMOR),
                Kolom("Nama\nNIP, Golongan", 66, susut=9),
                Kolom("Perangkat Daerah", 66, susut=9),
                Kolom("IPASN", 18, Jenis.POIN, desimal=2),
                Kolom("Selisih dari\nTarget", 22, Jenis.POIN, desimal=2),
                Kolom("Dimensi\nTerendah", 28),
                Kolom("Saran Utama", 88, susut=15),
            ),
            baris=_Rows(people, cells),
            kunci="tabel_di_bawah_target",
            nomor_kolom=tuple(map(str, range(1, 8))),
            ukuran=Ukuran.NOMINATIF,
        )
    ]


def _lowest(state: YearState, i: int) -> str:
    """Return the dimension of which a person has the smallest share."""
    dimensi = state.edition.dimensi
    shares = [
        Fraction(int(state.scores.dimensi[d, i]), one.maksimal) for d, one in enumerate(dimensi)
    ]
    return dimensi[shares.index(min(shares))].nama


def _advice(state: YearState, i: int) -> str | None:
    """Return what would add most to a person's index."""
    steps = explain(state.roster, state.edition, state.scores, i).langkah
    useful = [one for one in steps if one.tambahan]
    if not useful:
        return None
    best = max(useful, key=lambda one: one.tambahan_poin)
    return f"{action_words(best)} ({format_gain(best.tambahan_poin)})"


def _incomplete(state: YearState, opd: OpdGroups) -> list[Tabel]:
    """Return whose data lack something, an instrument a row."""
    people = _people(opd)
    people = people[~state.scores.lengkap[people]]
    if not len(people):
        return []
    pairs = state.instrumen

    def cells(i: int) -> Iterator[tuple[Sel, ...]]:
        for instrumen, one in pairs:
            if one.keadaan[i] == State.BELUM_ADA:
                what = label(instrumen.bukti[0])
                yield (
                    _who(state, i),
                    _opd_name(state, i),
                    instrumen.nama,
                    f"Data {what[0].lower()}{what[1:]}",
                    _follow_up(instrumen, state.tahun + state.edition.tahun_kinerja),
                )

    return [
        Tabel(
            kolom=(
                Kolom("No.", 12, Jenis.NOMOR),
                Kolom("Nama\nNIP, Golongan", 66, susut=9),
                Kolom("Perangkat Daerah", 66, susut=9),
                Kolom("Instrumen", 52, susut=5),
                Kolom("Data yang Kurang", 42, susut=4),
                Kolom("Tindak Lanjut", 62, susut=6),
            ),
            baris=_Rows(people, cells),
            kunci="tabel_belum_lengkap",
            nomor_kolom=tuple(map(str, range(1, 7))),
            ukuran=Ukuran.NOMINATIF,
        )
    ]


def _follow_up(instrumen: Instrumen, dinilai: int) -> str:
    """Return what an office hands in for an instrument; `dinilai` is the appraised year."""
    match instrumen:
        case Tingkat():
            return "Serahkan ijazah terakhir."
        case Rentang():
            return f"Serahkan penilaian kinerja tahun {dinilai}."
        case Terberat():
            return "Serahkan daftar hukuman disiplin, juga bila nihil."
        case _:
            return "Serahkan sertifikat, atau nyatakan belum."


# Sources and findings -----------------------------------------------------------------------------


def _sources(state: YearState) -> list[Tabel]:
    """Return the files and sheets the data come from."""
    sheets = [(one, sheet) for one in state.sumber for sheet in one.lembar]
    rows = []
    for at, (one, sheet) in enumerate(sheets, start=1):
        print_ = format_fingerprint(one.sha256, "-", _PRINT)
        cells = (at, one.berkas, sheet.nama, sheet.diterima, sheet.ditolak, print_)
        rows.append(Baris(cells))
    if not rows:
        return []
    return [
        Tabel(
            kolom=(
                Kolom("No.", 12, Jenis.NOMOR),
                Kolom("Nama Berkas", 96, susut=12),
                Kolom("Lembar", 76, susut=12),
                Kolom("Baris\nDiterima", 26, Jenis.BULAT, susut=2),
                Kolom("Baris\nDitolak", 26, Jenis.BULAT, susut=2),
                Kolom("Sidik Jari", 64, rata=Rata.TENGAH, susut=5),
            ),
            baris=tuple(rows),
            kunci="tabel_sumber",
            nomor_kolom=tuple(map(str, range(1, 7))),
            catatan=(
                "Sidik jari adalah enam belas angka pertama SHA-256 berkas; berkas yang sama "
                "memberi sidik jari yang sama."
            ),
            ukuran=Ukuran.NOMINATIF,
        )
    ]


_OUTCOME = {"terbuka": "terbuka", "selesai": "diselesaikan", "diabaikan": "dikesampingkan"}


def _findings(found: Sequence[StoredFinding]) -> list[Tabel]:
    """Return what had to be looked at, with what became of it; mere notices are left out."""
    told = [one for one in found if one.temuan.tingkat is not Severity.INFO]
    if not told:
        return []
    rows = []
    for at, one in enumerate(told, start=1):
        finding = one.temuan
        outcome = _OUTCOME[one.keadaan] + (f": {one.alasan}" if one.alasan else "")
        rows.append(
            Baris(
                (
                    at,
                    finding.pesan,
                    str(finding.tingkat),
                    _address(finding),
                    finding.isi.get("nilai") or None,
                    outcome,
                )
            )
        )
    return [
        Tabel(
            kolom=(
                Kolom("No.", 12, Jenis.NOMOR),
                Kolom("Temuan", 116, susut=15),
                Kolom("Tingkat", 18),
                Kolom("Berkas, Lembar, Sel", 60, susut=8),
                Kolom("Isi Sel", 40, susut=4),
                Kolom("Penyelesaian", 54, susut=6),
            ),
            baris=tuple(rows),
            kunci="tabel_temuan",
            nomor_kolom=tuple(map(str, range(1, 7))),
            ukuran=Ukuran.NOMINATIF,
        )
    ]


def _address(finding: Finding) -> str | None:
    cell = f"{finding.kolom or ''}{finding.baris or ''}"
    return ", ".join(part for part in (finding.berkas, finding.lembar, cell) if part) or None
