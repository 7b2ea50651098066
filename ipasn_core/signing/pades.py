"""PAdES B-B: sign a PDF's bytes, and say what the signatures in a PDF cover.

Half a second to import: whoever needs it imports it late.
"""

from __future__ import annotations

import datetime
import io
import logging
from collections.abc import Sequence

from asn1crypto import x509
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.general import ValueErrorWithMessage
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.signers.pdf_signer import PdfSigningSession
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    SignatureCoverageLevel,
    async_validate_pdf_signature,
)
from pyhanko_certvalidator import ValidationContext

from ..errors import UserError
from ..model.elektronik import TandaTanganBerkas
from .certificate import Signer, known_of, read_certificates
from .still_loop import run

FIELD = "Pengesahan"

_HOSTILE = (
    PdfError,
    ValueErrorWithMessage,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    AssertionError,
    NotImplementedError,
    RecursionError,
)
"""What the library's reader falls over when a file is damaged on purpose."""

# What the library tells in its log has names in it, and would go to the terminal.
for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).addHandler(logging.NullHandler())
    logging.getLogger(_name).propagate = False


class _Dated(PdfSigner):
    """Signs at a given moment instead of the clock's."""

    moment: datetime.datetime

    def init_signing_session(
        self, pdf_out: BasePdfFileWriter, existing_fields_only: bool = False
    ) -> PdfSigningSession:
        session = super().init_signing_session(pdf_out, existing_fields_only)
        session.system_time = self.moment
        return session


def sign_pdf(
    pdf: bytes, signer: Signer, moment: datetime.datetime, alasan: str, tempat: str
) -> bytes:
    """Return a PDF with a signature that covers all of it.

    Args:
        pdf: The bytes to sign; they stay as they are, the signature is appended.
        signer: Who signs.
        moment: When, with its zone.
        alasan: Why.
        tempat: Where.
    """
    meta = PdfSignatureMetadata(
        field_name=FIELD,
        reason=alasan,
        location=tempat,
        name=signer.sertifikat.subjek,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
    )
    maker = _Dated(meta, signer.kunci)
    maker.moment = moment
    target = io.BytesIO()
    run(maker.async_sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), output=target))
    return target.getvalue()


def find_signatures(
    pdf: bytes, akar: Sequence[bytes], now: datetime.datetime
) -> list[TandaTanganBerkas]:
    """Return the signatures of a PDF, the first one first; none where it has none.

    Args:
        pdf: The bytes of the file.
        akar: Certificates the office trusts, PEM or DER.
        now: The moment a chain has to hold where the signature does not say its own.

    Raises:
        UserError: The file cannot be looked through: encrypted, or damaged.
    """
    roots = read_certificates(akar)
    if b"/ByteRange" not in pdf:
        return []
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        if reader.encrypted:
            raise UserError(
                "Berkas PDF ini dikunci dengan kata sandi; tanda tangan di dalamnya tidak dapat "
                "diperiksa.",
                "Buka kuncinya, atau minta berkas aslinya.",
                "pdf-terkunci",
            )
        return [_look_at(one, roots, now) for one in reader.embedded_regular_signatures]
    except _HOSTILE as fault:
        raise UserError(
            "Tanda tangan dalam berkas PDF ini rusak sehingga tidak dapat diperiksa.",
            "Minta berkas aslinya.",
            "tanda-tangan-rusak",
        ) from fault


def _look_at(
    one: EmbeddedPdfSignature, roots: list[x509.Certificate], now: datetime.datetime
) -> TandaTanganBerkas:
    moment = one.self_reported_timestamp
    at = now if moment is None else moment
    context = ValidationContext(trust_roots=roots, allow_fetching=False, moment=at)
    found = run(async_validate_pdf_signature(one, context, skip_diff=True))
    others = list(one.other_embedded_certs)
    return TandaTanganBerkas(
        sertifikat=known_of(one.signer_cert, others, roots, at),
        utuh=bool(found.intact and found.valid),
        seluruh=found.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        waktu="" if moment is None else moment.isoformat(timespec="seconds"),
    )
