"""`verifikasi`: is this PDF the signed one? With honest answers only."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from ..errors import UserError, reason
from ..model.elektronik import Rantai, TandaTanganBerkas
from ..model.stored import Pengesahan
from ..storage.project import open_project
from .revisions import Changes, changes

_HEAD = b"%PDF-"
_SIGNED = b"/ByteRange"
"""What every signature in a PDF needs; a file without it has none."""
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
        tanda_tangan: The electronic signatures that can be read in it.
        beda: Where a newer revision was signed: what changed until then.
    """

    jawaban: Answer
    kalimat: str
    sha256: str
    pengesahan: Pengesahan | None = None
    terbaru: bool = False
    tanda_tangan: tuple[TandaTanganBerkas, ...] = ()
    beda: Changes | None = None


def verify(
    pdf: Path, berkas: Path | None, now: datetime.datetime, akar: Sequence[bytes] = ()
) -> Verification:
    """Compare a PDF with what was signed, and look at the signatures in it.

    Args:
        pdf: The file in question.
        berkas: The project file, or None: then only a signature can prove something.
        now: The moment, with its zone.
        akar: Certificates the office trusts, PEM or DER.

    Raises:
        UserError: No PDF, or it cannot be read.
        StorageError: The project file cannot be opened.
    """
    data = _read(pdf)
    digest = hashlib.sha256(data).hexdigest()
    if berkas is None:
        return _by_signature(data, digest, now, akar)
    with open_project(berkas) as project:
        signing = project.find_pdf(digest)
        if signing is None:
            told = _told_signatures(data, now, akar)
            return Verification(
                Answer.BERBEDA,
                f"Berkas ini tidak sama dengan laporan mana pun yang disahkan dalam "
                f"“{berkas.name}”: diubah, atau berasal dari tempat lain.",
                digest,
                tanda_tangan=told,
            )
        # The stored bytes are hashed too: a blob altered behind the program's back is told.
        project.pdf(signing.id)
        newest = project.pengesahan(signing.tahun)
        latest = newest is not None and newest.id == signing.id and newest.berlaku
        beda = None
        if newest is not None and newest.id != signing.id:
            beda = changes(project, signing, newest)
    told = _told_signatures(data, now, akar)
    return Verification(Answer.ASLI, _proven(signing, latest), digest, signing, latest, told, beda)


def _told_signatures(
    data: bytes, now: datetime.datetime, akar: Sequence[bytes]
) -> tuple[TandaTanganBerkas, ...]:
    """Return the signatures that can be read; a comparison of bytes needs none."""
    from ..signing.pades import find_signatures  # noqa: PLC0415 - half a second, rarely needed

    if _SIGNED not in data:
        return ()
    try:
        return tuple(find_signatures(data, akar, now))
    except UserError as fault:
        if fault.kode == "akar-sertifikat":
            raise
        return ()


def _by_signature(
    data: bytes, digest: str, now: datetime.datetime, akar: Sequence[bytes]
) -> Verification:
    """Say what the signatures of a PDF prove without the project file."""
    if _SIGNED not in data:
        return Verification(
            Answer.TIDAK_PASTI,
            "Keaslian tidak dapat dipastikan tanpa berkas proyek; berkas ini tidak bertanda tangan "
            "elektronik.",
            digest,
        )
    from ..signing.pades import find_signatures  # noqa: PLC0415 - half a second, rarely needed

    try:
        found = tuple(find_signatures(data, akar, now))
    except UserError as fault:
        if fault.kode == "akar-sertifikat":
            raise
        sentence = f"Keaslian tidak dapat dipastikan tanpa berkas proyek. {fault.pesan}"
        return Verification(Answer.TIDAK_PASTI, sentence, digest)
    answer, sentence = _judge(found)
    return Verification(answer, sentence, digest, tanda_tangan=found)


def _judge(found: tuple[TandaTanganBerkas, ...]) -> tuple[Answer, str]:
    """Return what can be said by signatures alone."""
    unsure = "keaslian tidak dapat dipastikan tanpa berkas proyek"
    if not found:
        return Answer.TIDAK_PASTI, f"{unsure.capitalize()}; tidak ada tanda tangan yang terbaca."
    first, last = found[0], found[-1]
    if not all(one.utuh for one in found):
        broken = next(one for one in found if not one.utuh)
        whose = broken.sertifikat.subjek
        return Answer.BERBEDA, f"Diubah: isinya tidak sama dengan yang ditandatangani {whose}."
    if len(found) > 1:
        names = ", lalu ".join(one.sertifikat.subjek for one in found)
        return (
            Answer.TIDAK_PASTI,
            f"Memuat {len(found)} tanda tangan elektronik: {names}; {unsure}.",
        )
    whose = first.sertifikat.subjek
    if not last.seluruh:
        added = f"Ditambahi sesudah ditandatangani {whose}"
        return Answer.BERBEDA, f"{added}; tanda tangannya tidak mencakup seluruh berkas."
    if first.sertifikat.rantai is Rantai.TERVERIFIKASI:
        signed = f"Asli: ditandatangani secara elektronik oleh {whose}"
        covers = "tanda tangan mencakup seluruh berkas"
        ends = "rantai sertifikatnya berakhir pada akar yang dipercaya"
        return Answer.ASLI, f"{signed}; {covers}, dan {ends}."
    how = (
        "sertifikatnya diterbitkan sendiri"
        if first.sertifikat.rantai is Rantai.SENDIRI
        else "rantai sertifikatnya tidak berakhir pada akar yang dipercaya"
    )
    return (
        Answer.TIDAK_PASTI,
        f"Utuh sejak ditandatangani {whose}, tetapi {how}; {unsure}.",
    )


def _proven(signing: Pengesahan, latest: bool) -> str:
    what = (
        f"Asli: sama persis dengan laporan Nomor {signing.pejabat.nomor}, Revisi {signing.revisi}, "
        f"tahun ukur {signing.tahun}"
    )
    if latest:
        return f"{what}, yang masih berlaku."
    return f"{what}; tahun itu sudah dibuka kembali atau laporannya sudah digantikan."


def _read(pdf: Path) -> bytes:
    try:
        with pdf.open("rb") as source:
            data = source.read(_WITHIN)
            if _HEAD in data:
                data += source.read()
    except OSError as fault:
        raise UserError(
            f"“{pdf.name}” tidak dapat dibaca ({reason(fault)}).",
            "Periksa nama dan tempat berkasnya.",
            "pdf-tidak-terbaca",
        ) from fault
    if _HEAD not in data[:_WITHIN]:
        raise UserError(
            f"“{pdf.name}” bukan berkas PDF.", "Pilih laporan PDF yang akan diperiksa.", "bukan-pdf"
        )
    return data
