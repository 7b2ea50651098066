"""`sahkan`: a year signed off in one step; its full report, signed or as a draft."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import UserError
from ..model.settings import Pejabat
from ..model.stored import Pengesahan
from ..progress import Progress, silent
from ..reports import lengkap, lengkap_text
from ..reports.frame import describe
from ..reports.printable import missing
from ..reports.seal import Seal
from ..scoring.year_state import YearState
from ..storage.journal import Json
from ..storage.project import Project
from . import snapshot
from .context import Context
from .files import check_output, replacing
from .official import check_official
from .readiness import conditions, refuse_unready, unprintable_fault
from .review import evidence_digest, require_review
from .score import load_year, measured_or_refuse

if TYPE_CHECKING:
    from ..signing.certificate import Signer


@dataclass(frozen=True, slots=True)
class Kunci:
    """A certificate to sign with: the file's bytes, its passphrase, roots the office trusts.

    The passphrase is used once and kept nowhere; this is never printed.
    """

    p12: bytes = field(repr=False)
    sandi: str = field(repr=False)
    akar: tuple[bytes, ...] = field(default=(), repr=False)

    def open(self, context: Context) -> Signer:
        """Open the certificate.

        Raises:
            UserError: It cannot be used now.
        """
        from ..signing.certificate import open_signer  # noqa: PLC0415 - rarely needed

        return open_signer(self.p12, self.sandi, context.now, self.akar)


def sign(
    project: Project,
    context: Context,
    asked: int | None,
    pejabat: Pejabat,
    path: Path,
    progress: Progress = silent,
    kunci: Kunci | None = None,
) -> Pengesahan:
    """Sign a year off: snapshot, its fingerprint, the PDF, and one change that stores all three.

    The file appears under its name only after the change is on disk.

    Args:
        project: Open for writing.
        context: When and by whom.
        asked: The year, or None for the newest.
        pejabat: Who signs; number, place and date of the report.
        path: Where the PDF goes.
        progress: Told of pages.
        kunci: The certificate to sign with electronically; None: with ink.

    Raises:
        UsageError: The official's words, or the output's name, make no sense.
        UserError: The year may not be signed, a registered verifikator has not reviewed it, or
            the file cannot be written; nothing is changed.
    """
    check_output(path, ".pdf", [project.path])
    official = check_official(pejabat)
    state = load_year(project, asked)
    records = project.records(state.tahun)
    refuse_unready(state, () if state.disahkan else conditions(project, state, records))
    if boxes := missing(state, official):
        raise unprintable_fault(boxes)
    telaah = require_review(project, state, records, official)
    earlier = project.pengesahan(state.tahun)
    revisi = 0 if earlier is None else earlier.revisi + 1
    waktu = context.now.isoformat(timespec="seconds")
    text = snapshot.write(state, records, official, revisi, waktu, earlier)
    fingerprint = hashlib.sha256(text.encode()).hexdigest()
    signing = Pengesahan(
        id=0,
        tahun=state.tahun,
        revisi=revisi,
        pejabat=official,
        waktu=waktu,
        snapshot_sha256=fingerprint,
        pdf_sha256="",
        jurnal=0,
        berlaku=True,
    )
    signer = None if kunci is None else kunci.open(context)
    sertifikat = None if signer is None else signer.sertifikat
    seal = Seal.of(signing, earlier, sertifikat)
    # The paper is made from what was signed, so the two cannot differ.
    pdf = _paper(snapshot.read(text, signing), seal, context, progress)
    if signer is not None:
        from ..signing.pades import sign_pdf  # noqa: PLC0415 - half a second, rarely needed

        pdf = sign_pdf(pdf, signer, context.now, "Pengesahan laporan", official.tempat)
    detail: dict[str, Json] = {
        "bukti": evidence_digest(state.roster, state.scores, records),
        "telaah": None if telaah is None else {"nip": telaah.nip, "nama": telaah.nama},
    }
    if sertifikat is not None:
        detail["sertifikat"] = {
            "subjek": sertifikat.subjek,
            "penerbit": sertifikat.penerbit,
            "nomor_seri": sertifikat.nomor_seri,
            "rantai": str(sertifikat.rantai),
        }
    _store(project, context, signing, (text, pdf), path, detail)
    stored = project.pengesahan(state.tahun)
    if stored is None:
        raise RuntimeError("signed, and no signing is stored")
    return stored


def _store(
    project: Project,
    context: Context,
    signing: Pengesahan,
    texts: tuple[str, bytes],
    path: Path,
    more: Mapping[str, Json],
) -> None:
    """Write the file beside its place, store the signing, then give the file its name.

    Args:
        project: Open for writing.
        context: When and by whom.
        signing: The signing.
        texts: The snapshot and the final bytes of the PDF.
        path: Where the PDF goes.
        more: What the entry of the journal says besides the signing.
    """
    text, pdf = texts
    detail: dict[str, Json] = {
        "tahun": signing.tahun,
        "nomor": signing.pejabat.nomor,
        "revisi": signing.revisi,
        "sidik": signing.snapshot_sha256,
        **more,
    }
    try:
        with replacing(path) as target:
            target.write(pdf)
            target.flush()
            os.fsync(target.fileno())  # what the disk refuses is known before the year is signed
            project.back_up(context, "sahkan")
            with project.change(context, "sahkan", detail) as writer:
                writer.sign(signing.tahun, signing.pejabat, signing.waktu, text, pdf)
    except UserError as fault:
        if not project.is_signed(signing.tahun):
            raise
        # The rename alone comes after the change.
        raise UserError(
            f"Tahun {signing.tahun} sudah disahkan, tetapi {fault.pesan}",
            "Cetak berkas yang disahkan dengan perintah laporan -o OUT.pdf.",
            fault.kode,
        ) from fault


def paper(project: Project, context: Context, state: YearState, progress: Progress) -> bytes:
    """Return the full report of a loaded year: of a signed one the signed bytes, else a draft.

    Args:
        project: The project file.
        context: When a draft is printed.
        state: The year.
        progress: Told of pages.

    Raises:
        UserError: The year is empty.
    """
    if state.disahkan and state.pengesahan is not None:
        return project.pdf(state.pengesahan.id)
    return _paper(measured_or_refuse(state), None, context, progress)


def save(project: Project, pdf: bytes, path: Path) -> None:
    """Write a report's bytes; what was there before still is where that fails.

    Raises:
        UsageError: The output's name makes no sense.
        UserError: The file cannot be written.
    """
    check_output(path, ".pdf", [project.path])
    with replacing(path) as target:
        target.write(pdf)


def _paper(state: YearState, seal: Seal | None, context: Context, progress: Progress) -> bytes:
    # ReportLab is a quarter of the program's start: imported only where something is printed.
    from ..reports.pdf.render import render  # noqa: PLC0415

    buffer = io.BytesIO()
    document = lengkap.build(state, seal, context.now)
    meta = describe(state, seal, context.now, lengkap_text.title(state))
    render(document, buffer, meta, progress)
    return buffer.getvalue()
