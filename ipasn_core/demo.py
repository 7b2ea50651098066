"""`dev.py demo`: the whole line on the sample, from spreadsheets to signed paper.

Time and user are fixed, so that the demo's bytes repeat. The data and the official are made up.
"""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

from . import cli
from .resources import resource
from .workflow.context import Context

WITA = datetime.timezone(datetime.timedelta(hours=8))
CONTEXT = Context(now=datetime.datetime(2022, 1, 31, 10, 15, 22, tzinfo=WITA), user="contoh")


def commands(folder: Path) -> tuple[tuple[str, ...], ...]:
    """Return the commands of the demo, the same words an officer would type."""
    project, sample = str(folder / "contoh.ipasn"), resource("contoh")
    return (
        (
            "buat",
            project,
            *("--instansi", "Pemerintah Kota Bontang"),
            *("--tahun", "2021"),
            *("--target", "kualifikasi=15,kompetensi=31,kinerja=25,disiplin=4"),
        ),
        ("atur", project, "--kop", str(sample / "kop.toml")),
        ("impor", project, str(sample / "riwayat.xlsx"), str(sample / "nominatif.xlsx")),
        ("hitung", project),
        (
            "sahkan",
            project,
            *("-o", str(folder / "laporan-contoh.pdf")),
            *("--nomor", "800/142/BKPSDM/2022"),
            *("--tempat", "Bontang"),
            *("--tanggal", "2022-01-31"),
            *("--nama", "NAMA CONTOH, S.Sos., M.Si."),
            *(
                "--jabatan",
                "Kepala Badan Kepegawaian dan Pengembangan Sumber Daya Manusia",
            ),
            *("--pangkat", "Pembina Utama Muda, IV/c"),
            *("--nip", "197001011995011000"),
        ),
        ("verifikasi", str(folder / "laporan-contoh.pdf"), "--berkas", project),
    )


def main(folder: Path = Path("hasil")) -> int:
    """Run the demo in a folder; what an earlier run left there is replaced.

    Args:
        folder: Made if it is missing.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "contoh.ipasn").unlink(missing_ok=True)
    for words in commands(folder):
        print(f"\n> main.py {words[0]} …", file=sys.stderr, flush=True)
        status = cli.main(words, CONTEXT)
        if status:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
