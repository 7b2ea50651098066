"""An office in a test: a folder, project files, spreadsheets made in place, the command line."""

from __future__ import annotations

import contextlib
import csv
import datetime
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from ipasn_core import cli
from ipasn_core.workflow.context import Context

WITA = datetime.timezone(datetime.timedelta(hours=8))
SAAT = Context(now=datetime.datetime(2022, 1, 31, 10, 15, 22, tzinfo=WITA), user="Sari")
CONTOH = Path(__file__).parents[2] / "resources" / "contoh"
NOMINATIF, RIWAYAT = CONTOH / "nominatif.xlsx", CONTOH / "riwayat.xlsx"
TARGET = "kualifikasi=15,kompetensi=31,kinerja=25,disiplin=4"

Row = Sequence[object]
Words = str | Path


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left: exit status, standard output, standard error."""

    status: int
    out: bytes
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)

    @property
    def kode(self) -> set[str]:
        """Codes of the findings it told."""
        return {one["kode"] for one in self.json["temuan"]}


def run(*words: Words, context: Context = SAAT) -> Ran:
    """Run one command in this process; whatever it is, it keeps the manners of CLI.md."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    err = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = cli.main([str(word) for word in words], context)
        except SystemExit as stop:  # argparse's own --help and --version
            status = int(stop.code or 0)
    out.flush()
    ran = Ran(status, out.buffer.getvalue(), err.getvalue())
    told = ran.out.decode("utf-8") + ran.err
    assert "Traceback" not in told
    assert "tak terduga" not in told, told
    assert status in (0, 1, 2, 3)
    if "--json" in words:
        answer = json.loads(ran.out)
        assert isinstance(answer, dict)
        if status in (2, 3):
            assert list(answer) == ["galat"]
            assert set(answer["galat"]) == {"kode", "pesan", "perbaikan"}
            assert all(isinstance(text, str) for text in answer["galat"].values())
            assert answer["galat"]["kode"]
            assert answer["galat"]["pesan"]
    return ran


@dataclass(frozen=True, slots=True)
class Kantor:
    """A folder with project files and spreadsheets in it."""

    folder: Path

    def buat(self, nama: str = "uji", tahun: int = 2021, target: str | None = TARGET) -> Path:
        path = self.folder / f"{nama}.ipasn"
        more = () if target is None else ("--target", target)
        words = ("buat", path, "--instansi", "Pemerintah Kota Bontang", "--tahun", str(tahun))
        assert run(*words, *more).status == 0
        return path

    def buku(self, nama: str, **lembar: Sequence[Row]) -> Path:
        return buku(self.folder / f"{nama}.xlsx", lembar)

    def impor(self, project: Path, *words: Words, status: int = 0) -> Any:
        ran = run("impor", project, *words, "--json")
        assert ran.status == status, ran.out.decode()
        return ran.json

    def nilai(self, project: Path) -> dict[str, dict[str, str]]:
        """Export, and return each person's row by NIP."""
        target = self.folder / "ekspor.csv"
        assert run("ekspor", project, "-o", target).status == 0
        return baca_csv(target)

    def periksa(self, project: Path) -> int:
        return run("periksa", project, "--json").status


def buku(path: Path, lembar: Mapping[str, Sequence[Row]]) -> Path:
    """Write a workbook: sheet name → rows, the first of them the header unless titles precede."""
    book = Workbook(write_only=True)
    for name, rows in lembar.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def baca_csv(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as source:
        return {row["nip"]: row for row in csv.DictReader(source)}


def sidik(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def jurnal(project: Path) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = run("riwayat", project, "--json").json["jurnal"]
    return entries


PENGESAHAN = (
    *("--nomor", "800/142/BKPSDM/2022"),
    *("--tempat", "Bontang"),
    *("--tanggal", "2022-01-31"),
    *("--nama", "NAMA CONTOH, S.Sos., M.Si."),
    *("--jabatan", "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia"),
    *("--pangkat", "Pembina Utama Muda, IV/c"),
    *("--nip", "197001011995011000"),
)

LEBAR = (
    "No",
    "NIP",
    "Nama",
    "Status",
    "Jenis Jabatan",
    "Jenjang Jabatan",
    "Nama Jabatan",
    "Perangkat Daerah",
    "Pendidikan",
    "Diklat Kepemimpinan",
    "Diklat Fungsional",
    "JP Diklat Teknis",
    "Seminar/Workshop",
    "Nilai Kinerja",
    "Hukuman Disiplin",
)
"""Heads of a wide table, as the sample has them."""

PEGAWAI = LEBAR[1:8]
"""Heads of a sheet of people."""


def lebar(nip: str, nama: str, **isi: object) -> list[object]:
    """Make one row under `LEBAR`: a complete pelaksana of Dinas A, but for what is given."""
    baku: dict[str, object] = {
        "no": 1,
        "nip": nip,
        "nama": nama,
        "status": "PNS",
        "jenis": "Pelaksana",
        "jenjang": "Pelaksana",
        "jabatan": "Pengadministrasi Perkantoran",
        "opd": "Dinas A",
        "pendidikan": "S-1",
        "pim": "Belum",
        "fungsional": "Belum",
        "jp": 20,
        "seminar": "Sudah",
        "nilai": 80,
        "hukuman": "Tidak Ada",
    }
    assert set(isi) <= set(baku)
    return list((baku | isi).values())


ANI, BUDI, CITRA, DEDI, EKA = (
    "198001012005012001",
    "198102022006021002",
    "198203032007012003",
    "198304042008021004",
    "198405052009012005",
)
"""Five PNS whose NIP are possible."""
