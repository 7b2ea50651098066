"""Whole years for reports: a few people with names, posts and OPD, scored by the edition."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import Any

import numpy as np

from ipasn_core.model.settings import Pejabat, Settings, Targets
from ipasn_core.model.stored import Pengesahan, StoredImport, StoredSheet
from ipasn_core.reports.seal import Seal
from ipasn_core.rules.edition import Edition
from ipasn_core.rules.loader import editions
from ipasn_core.scoring.points import score
from ipasn_core.scoring.recap import recap
from ipasn_core.scoring.remarks import derive
from ipasn_core.scoring.year_state import YearState
from tests.rujukan.acak import orang_acak
from tests.scoring.build import roster_of

RULES = editions()[0]
TAHUN = 2021
NOW = datetime.datetime(2022, 1, 31, 2, 15, 22, tzinfo=datetime.UTC)
SETTINGS = Settings(
    instansi="Pemerintah Kota Contoh",
    wilayah="Kota Contoh",
    perangkat_daerah="Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    alamat=("Jalan Contoh Nomor 1, Kota Contoh 75300", "Telepon (0548) 000000"),
    tembusan=("Wali Kota Contoh", "Sekretaris Daerah Kota Contoh"),
)
TARGETS = {"kualifikasi": "15", "kompetensi": "31", "kinerja": "25", "disiplin": "4"}
PEJABAT = Pejabat(
    nomor="800/1/BKPSDM/2022",
    tempat="Contoh",
    tanggal="2022-01-31",
    nama="NAMA LENGKAP, S.Sos., M.Si.",
    jabatan="Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
    pangkat="Pembina Utama Muda, IV/c",
    nip="197001011995011000",
)
NAMES = ("Ayu Hidayat, S.Pd.", "Bambang Wijaya", "Citra Lestari, S.E., M.M.", "Dewi Anggraini")
POSTS = (
    "Guru Ahli Muda",
    "Kepala Subbagian Umum dan Kepegawaian",
    "Pengadministrasi Umum",
    "Analis Sumber Daya Manusia Aparatur Ahli Pertama",
)


def random_people(count: int, opd: Sequence[str | None], seed: int = 5) -> list[dict[str, Any]]:
    """Make people who are measured, dealt out over OPD in turn; None is without an OPD."""
    rng = Random(seed)
    people = []
    for at in range(count):
        one = orang_acak(rng) | {"status": "PNS", "kedudukan": "01"}
        one["nip"] = 198503122010011000 + at
        one |= {"nama": NAMES[at % 4], "jabatan": POSTS[at % 4], "opd": opd[at % len(opd)]}
        people.append(one)
    return people


def empty_person(**more: Any) -> dict[str, Any]:
    """Make somebody of whom nothing is known but name and kind of post."""
    return {"nip": 198503122010011001, "jenis_jabatan": "struktural", "nama": NAMES[0]} | more


def year(
    people: Sequence[Mapping[str, Any]],
    settings: Settings = SETTINGS,
    targets: Mapping[str, str] | None = None,
    edition: Edition = RULES,
) -> YearState:
    """Score people into the state that a report reads.

    Args:
        people: As `tests.scoring.build` takes them, with nama, jabatan, opd and golongan beside.
        settings: Of the project.
        targets: By dimension, or indeks; none without.
        edition: The rules.
    """
    from ipasn_core.workflow.score import targets_of  # noqa: PLC0415

    roster = roster_of(people, TAHUN)
    named = sorted({p["opd"] for p in people if p.get("opd")})
    places = [named.index(p["opd"]) if p.get("opd") else -1 for p in people]
    golongan = [p.get("golongan", 0) for p in people]
    keadaan = dict(roster.keadaan) | {
        "opd": np.array(places, np.int16),
        "golongan": np.array(golongan, np.int16),
    }
    roster = replace(
        roster,
        nama=tuple(p.get("nama", "Pegawai Contoh") for p in people),
        jabatan=tuple(p.get("jabatan", "") for p in people),
        opd_nama=tuple(named),
        keadaan=keadaan,
    )
    scores = score(roster, edition)
    return YearState(
        edition=edition,
        roster=roster,
        scores=scores,
        instansi=recap(scores, edition, settings.instansi),
        settings=settings,
        targets=targets_of(targets or {}) if targets is not None else Targets({}, None),
        temuan=(),
        turunan=derive(roster, edition, scores),
        diabaikan={},
        tidak_masuk=(),
        sumber=(
            StoredImport(
                1, "contoh.xlsx", "cd" * 32, 9, (StoredSheet(1, None, "x", "k", 1, 2, 3),)
            ),
        ),
        pengesahan=None,
        kepala_jurnal="ef" * 32,
    )


def seal(pejabat: Pejabat = PEJABAT, revisi: int = 0) -> Seal:
    """Return the marks of a signing."""
    waktu = "2022-01-31T10:15:22+08:00"
    return Seal.of(Pengesahan(0, TAHUN, revisi, pejabat, waktu, "c9a6" * 16, "", 0, True))
