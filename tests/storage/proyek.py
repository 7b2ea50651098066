"""A small project and plans for it, as the tests of storage need them."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import apsw

from ipasn_core.model.change import Plan, SourceFile, SourceSheet, Statements
from ipasn_core.model.evidence import Record
from ipasn_core.model.finding import Card, Finding, Severity
from ipasn_core.model.vocab import Bentuk, Bukti
from ipasn_core.storage.apply import Applied
from ipasn_core.storage.project import Project, create_project, open_project

TAHUN = 2021
ANI, BUDI, CITRA = 198001012005012001, 198102022006021002, 198203032007012003
SIDIK = "ab" * 32

GALAT = Card("uji-galat", Severity.GALAT, "Nilai {nilai} salah.", "Perbaiki {nilai}.")
INFO = Card("uji-info", Severity.INFO, "Lembar tersembunyi.")
CARDS: Mapping[str, Card] = {card.kode: card for card in (GALAT, INFO)}


@dataclass(frozen=True)
class Saat:
    """When and by whom, as workflow's Context has it."""

    now: datetime.datetime = datetime.datetime(2022, 1, 31, 9, 30, tzinfo=datetime.UTC)
    user: str = "Sari"


SAAT = Saat()


def make(folder: Path) -> Path:
    path = folder / "uji.ipasn"
    create_project(path, SAAT, "Kota Uji", TAHUN, "perban-bkn-8-2019", {"kualifikasi": "15"})
    return path


def berkas(nama: str = "a.xlsx", sidik: str = SIDIK) -> SourceFile:
    sheets = (
        SourceSheet("Pegawai", "pegawai", "nip|nama", 3, 0),
        SourceSheet("Hukuman", "hukuman", "nip|tingkat", 1, 0),
    )
    return SourceFile(nama, sidik, 1234, sheets)


EMPTY = Plan(
    berkas=(berkas(),),
    keadaan={},
    penilaian={},
    pernyataan={},
    rekaman={},
    hapus={},
    cakupan=[],
    temuan=[],
    selesai=[],
    hadir=[],
    pemetaan={},
    orang={},
    ditolak=0,
    ganda=0,
)


def keadaan(nama: str, **values: int | str | None) -> Sequence[int | str | None]:
    names = "jenis_kelamin status kedudukan golongan jenis_jabatan jenjang eselon jabatan opd"
    return (nama, *(values.get(name) for name in names.split()))


def full_plan() -> Plan:
    """Three people with everything there is, blanks among it, out of the order of the NIP."""
    return replace(
        EMPTY,
        keadaan={
            CITRA: (keadaan("Citra", jenis_jabatan=4, opd="Dinas B"), (0, 0, 8)),
            ANI: (
                keadaan(
                    "Ani, S.E.",
                    jenis_kelamin=2,
                    status=1,
                    kedudukan=1,
                    golongan=34,
                    jenis_jabatan=1,
                    jenjang=5,
                    eselon=41,
                    jabatan="Kepala Seksi",
                    opd="Dinas A",
                ),
                (0, 0, 6),
            ),
            BUDI: (keadaan("Budi", jenis_jabatan=2), (0, 0, 7)),
        },
        penilaian={
            (ANI, 2021): ((91_250, None, None, None, None, None, None, None), (0, 0, 6)),
            (ANI, 2020): ((None, 80_000, 90_000, None, None, None, None, 1), (0, 0, 6)),
            (CITRA, 2021): ((None, None, None, 2, None, None, None, None), (0, 0, 8)),
        },
        pernyataan={
            Bukti.DIKLAT_TEKNIS: Statements([BUDI], [(Bentuk.NILAI, 2400)], [(0, 0, 7)]),
            Bukti.DIKLAT_KEPEMIMPINAN: Statements([ANI], [(Bentuk.SUDAH, 0)], [(0, 0, 6)]),
        },
        rekaman={
            "pendidikan": [(CITRA, (8, "S1", "Hukum", None, None, 20100000), (0, 0, 8))],
            "pengembangan": [
                (
                    ANI,
                    (3, "Teknis", None, "Arsip", 20210101, 20210131, 1600, None, None),
                    (0, 0, 6),
                ),
                (CITRA, (9, None, None, "Seminar", None, None, None, None, None), (0, 0, 8)),
                (ANI, (3, "Teknis", None, "Arsip", 20210101, 20210131, 800, None, None), (0, 0, 9)),
            ],
            "hukuman": [(BUDI, _HUKUMAN, (0, 1, 2))],
        },
        cakupan=[
            (BUDI, Bukti.HUKUMAN, (0, 1, 0), True),
            (ANI, Bukti.HUKUMAN, (0, 1, 0), False),
        ],
        hadir=[(nip, (0, 0, 0)) for nip in (ANI, BUDI, CITRA)],
        pemetaan={"nip|nama": {"C": "jabatan"}},
        orang=dict.fromkeys((ANI, BUDI, CITRA), "baru"),
    )


_HUKUMAN: Record = (1, 1, "Teguran lisan", "1/2020", 20200101, 20200201, None, None, "9/2020", None)


def finding(**values: object) -> Finding:
    base = Finding(
        kartu=GALAT,
        isi={"nilai": "x"},
        berkas="a.xlsx",
        lembar="Hukuman",
        baris=5,
        kolom="B",
        siapa="Dodi",
        bidang="tingkat",
        tahan=(Bukti.HUKUMAN,),
        menolak_baris=True,
        sidik=SIDIK,
    )
    return replace(base, **values)  # type: ignore[arg-type]


def impor(project: Project, plan: Plan) -> Applied:
    with project.change(SAAT, "impor", {"tahun": TAHUN}) as writer:
        return writer.apply_plan(TAHUN, plan)


@contextmanager
def filled(folder: Path) -> Iterator[Project]:
    """Open a new project for writing, with `full_plan` imported."""
    with open_project(make(folder), SAAT) as project:
        impor(project, full_plan())
        yield project


def behind(path: Path, *statements: str) -> None:
    """Change a file behind the program's back, foreign keys and all."""
    connection = apsw.Connection(str(path))
    connection.pragma("foreign_keys", False)
    for statement in statements:
        connection.execute(statement)
    connection.close()
