"""`verifikasi`: is this PDF the signed one? With honest answers only."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ..errors import UserError, reason
from ..model.stored import Pengesahan
from ..storage.project import open_project

_HEAD = b"%PDF-"
_WITHIN = 1024
"""A PDF's head may stand anywhere in the first 1,024 bytes."""


class Answer(StrEnum):
    """What can be said of a PDF."""

    ASLI = "asli"
    BERBEDA = "berbeda"
    TIDAK_PASTI = "tidak-dapat-dipastikan"


@dataclass(frozen=True, slots=True)
class Verification:
    """The answer, in one sentence an auditor understands, and what it rests on.

    Attributes:
        jawaban: What can be said.
        kalimat: The sentence.
        sha256: Of the PDF's bytes.
        pengesahan: The signing it is, where it is one.
        terbaru: Whether that is still the newest of its year and stands.
    """

    jawaban: Answer
    kalimat: str
    sha256: str
    pengesahan: Pengesahan | None = None
    terbaru: bool = False


def verify(pdf: Path, berkas: Path | None) -> Verification:
    """Compare a PDF with what was signed.

    Args:
        pdf: The file in question.
        berkas: The project file, or None: then nothing can be proven.

    Raises:
        UserError: No PDF, or it cannot be read.
        StorageError: The project file cannot be opened.
    """
    digest = _digest(pdf)
    if berkas is None:
        return Verification(
            Answer.TIDAK_PASTI,
            "Keaslian tidak dapat dipastikan tanpa berkas proyek; tanda tangan elektronik di "
            "dalamnya, bila ada, tidak diperiksa.",
            digest,
        )
    with open_project(berkas) as project:
        signing = project.find_pdf(digest)
        if signing is None:
            return Verification(
                Answer.BERBEDA,
                f"Berkas ini tidak sama dengan laporan mana pun yang disahkan dalam "
                f"“{berkas.name}”: diubah, atau berasal dari tempat lain.",
                digest,
            )
        # The stored bytes are hashed too: a blob altered behind the program's back is told.
        project.pdf(signing.id)
        newest = project.pengesahan(signing.tahun)
        latest = newest is not None and newest.id == signing.id and newest.berlaku
    return Verification(Answer.ASLI, _proven(signing, latest), digest, signing, latest)


def _proven(signing: Pengesahan, latest: bool) -> str:
    what = (
        f"Asli: sama persis dengan laporan Nomor {signing.pejabat.nomor}, Revisi {signing.revisi}, "
        f"tahun ukur {signing.tahun}"
    )
    if latest:
        return f"{what}, yang masih berlaku."
    return f"{what}; tahun itu sudah dibuka kembali atau laporannya sudah digantikan."


def _digest(pdf: Path) -> str:
    try:
        with pdf.open("rb") as source:
            head = source.read(_WITHIN)
            source.seek(0)
            digest = hashlib.file_digest(source, "sha256").hexdigest()
    except OSError as fault:
        raise UserError(
            f"“{pdf.name}” tidak dapat dibaca ({reason(fault)}).",
            "Periksa nama dan tempat berkasnya.",
            "pdf-tidak-terbaca",
        ) from fault
    if _HEAD not in head:
        raise UserError(
            f"“{pdf.name}” bukan berkas PDF.", "Pilih laporan PDF yang akan diperiksa.", "bukan-pdf"
        )
    return digest
