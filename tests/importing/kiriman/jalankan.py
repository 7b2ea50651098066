"""Send a `Kiriman` through the real workflow and tell what came of it, in its own words."""

from __future__ import annotations

import datetime as dt
import shutil
from dataclasses import dataclass
from pathlib import Path

from ipasn_core.errors import UserError
from ipasn_core.storage.project import open_project
from ipasn_core.workflow.context import Context
from ipasn_core.workflow.create import create
from ipasn_core.workflow.import_ import Options, import_sheets
from ipasn_core.workflow.score import load_year
from tests.importing.kiriman.kiriman import Kiriman, Temuan
from tests.importing.kiriman.tulis import tulis

SAAT = Context(dt.datetime(2022, 1, 31, 10, tzinfo=dt.timezone(dt.timedelta(hours=8))), "Sari")


@dataclass(frozen=True, slots=True)
class Hasil:
    """What came of it; fields as those of `Kiriman`."""

    orang: dict[str, str]
    catatan: str
    temuan: list[Temuan]
    opd: dict[str, str]
    nama_orang: dict[str, str]
    ditolak: int
    galat: str = ""


def proyek_kosong(folder: Path, tahun: int) -> Path:
    """Make a project without people."""
    path = folder / f"kosong-{tahun}.ipasn"
    if not path.exists():
        create(path, SAAT, "Pemerintah Kota Contoh", tahun, None, None)
    return path


def kirim(kiriman: Kiriman, folder: Path, kosong: Path) -> Hasil:
    """Import the files of a case into a copy of an empty project and score its year."""
    project = folder / "proyek.ipasn"
    shutil.copyfile(kosong, project)
    files = [tulis(folder, one) for one in kiriman.berkas]
    try:
        outcome = import_sheets(project, SAAT, files, Options(kolom=kiriman.kolom))
    except UserError as fault:
        return Hasil({}, "", [], {}, {}, 0, fault.kode)
    plan = outcome.rencana
    found: list[Temuan] = [(one.kode, one.lembar, one.baris, one.kolom) for one in plan.temuan]
    with open_project(project) as opened:
        state = load_year(opened, kiriman.tahun)
    roster, scores = state.roster, state.scores
    people = [f"{nip:018d}" for nip in roster.nip.tolist()]
    points = {
        nip: " ".join(_points(int(of[i])) for of in scores.dimensi) if scores.diukur[i] else "-"
        for i, nip in enumerate(people)
    }
    opd = {
        nip: roster.opd_nama[at] if at >= 0 else ""
        for nip, at in zip(people, roster.keadaan["opd"].tolist(), strict=True)
    }
    counts = [f"{name} {len(block)}" for name, block in roster.rekaman.items() if len(block)]
    named = dict(zip(people, roster.nama, strict=True))
    return Hasil(points, ", ".join(counts), found, opd, named, plan.ditolak)


def _points(thousandths: int) -> str:
    whole, rest = divmod(thousandths, 1000)
    return f"{whole},{rest:03d}".rstrip("0").rstrip(",")
