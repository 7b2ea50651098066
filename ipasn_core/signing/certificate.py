"""A signer from a PKCS#12 file: opened, and looked at before anything is signed."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from asn1crypto import pem, x509
from cryptography.hazmat.primitives.serialization import pkcs12

from ..errors import UserError
from ..formatting import format_date
from ..model.elektronik import Rantai, Sertifikat

if TYPE_CHECKING:
    from pyhanko.sign.signers import SimpleSigner

_SIGNING_USAGES = frozenset(("digital_signature", "non_repudiation"))


@dataclass(frozen=True, slots=True, eq=False)
class Signer:
    """Who signs: the key, and what is known of its certificate.

    Attributes:
        sertifikat: What may be printed of it.
        kunci: The library's signer.
    """

    sertifikat: Sertifikat
    kunci: SimpleSigner


def open_signer(
    p12: bytes,
    sandi: str,
    moment: datetime.datetime,
    akar: Sequence[bytes] = (),
) -> Signer:
    """Open a PKCS#12 file.

    Args:
        p12: Its bytes.
        sandi: Its passphrase; it is not kept.
        moment: When is signed, with its zone.
        akar: Certificates the office trusts, PEM or DER.

    Raises:
        UserError: No PKCS#12 file, a wrong passphrase, no key in it, a certificate that is not
            valid at the moment or is not meant for signing.
    """
    from pyhanko.sign.signers import SimpleSigner  # noqa: PLC0415 - slow, and rarely needed

    _check_passphrase(p12, sandi)
    kunci = SimpleSigner.load_pkcs12_data(p12, [], passphrase=sandi.encode())
    certificate = kunci.signing_cert
    if certificate is None:
        raise UserError(
            "Berkas sertifikat tidak memuat sertifikat penanda tangan.",
            "Minta berkas .p12 yang memuat kunci dan sertifikatnya.",
            "sertifikat-kosong",
        )
    _check_certificate(certificate, moment)
    others = list(kunci.cert_registry)
    return Signer(known_of(certificate, others, read_certificates(akar), moment), kunci)


def _check_passphrase(p12: bytes, sandi: str) -> None:
    """Refuse what cannot be opened, each with its own sentence.

    Raises:
        UserError: It cannot.
    """
    try:
        key, _certificate, _others = pkcs12.load_key_and_certificates(p12, sandi.encode())
    except ValueError as fault:
        # The library tells a wrong passphrase and a broken file by its words alone.
        if "password" in str(fault).lower():
            raise UserError(
                "Kata sandi sertifikat tidak cocok.",
                "Ketik ulang kata sandinya; perhatikan huruf besar dan kecil.",
                "sandi-sertifikat",
            ) from fault
        raise UserError(
            "Berkas sertifikat tidak terbaca.",
            "Pilih berkas PKCS#12 (.p12 atau .pfx) yang memuat kunci dan sertifikat.",
            "bukan-p12",
        ) from fault
    if key is None:
        raise UserError(
            "Berkas sertifikat tidak memuat kunci penanda tangan.",
            "Minta berkas .p12 yang memuat kunci dan sertifikatnya.",
            "sertifikat-kosong",
        )


def _check_certificate(certificate: x509.Certificate, moment: datetime.datetime) -> None:
    """Refuse a certificate that may not sign at a moment.

    Raises:
        UserError: It may not.
    """
    begin, end = certificate.not_valid_before, certificate.not_valid_after
    if moment > end:
        raise UserError(
            f"Sertifikat sudah kedaluwarsa sejak {format_date(end.date())}.",
            "Perbarui sertifikat, lalu sahkan lagi.",
            "sertifikat-kedaluwarsa",
        )
    if moment < begin:
        raise UserError(
            f"Sertifikat baru berlaku mulai {format_date(begin.date())}.",
            "Periksa tanggal komputer ini, atau pakai sertifikat lain.",
            "sertifikat-belum-berlaku",
        )
    usage = certificate.key_usage_value
    if usage is not None and not (_SIGNING_USAGES & usage.native):
        raise UserError(
            "Sertifikat ini tidak untuk menandatangani.",
            "Pakai sertifikat dengan kegunaan tanda tangan digital.",
            "sertifikat-kegunaan",
        )


def read_certificates(blobs: Sequence[bytes]) -> list[x509.Certificate]:
    """Read certificates, PEM (several in one) or DER.

    Raises:
        UserError: One of them is no certificate.
    """
    found: list[x509.Certificate] = []
    for blob in blobs:
        try:
            if pem.detect(blob):
                found += [
                    x509.Certificate.load(der) for _, _, der in pem.unarmor(blob, multiple=True)
                ]
            else:
                found.append(x509.Certificate.load(blob))
            for one in found:
                _ = one.subject.human_friendly  # a lazy parser says here what it cannot read
        except (ValueError, TypeError) as fault:
            raise UserError(
                "Berkas akar sertifikat tidak terbaca.",
                "Pilih berkas sertifikat PEM atau DER.",
                "akar-sertifikat",
            ) from fault
    return found


def known_of(
    certificate: x509.Certificate,
    others: Sequence[x509.Certificate],
    roots: Sequence[x509.Certificate],
    moment: datetime.datetime,
) -> Sertifikat:
    """Return what is known of a certificate.

    Args:
        certificate: The signer's.
        others: Others of its chain that came along.
        roots: Those the office trusts.
        moment: When it has to be valid.
    """
    return Sertifikat(
        subjek=_name(certificate.subject),
        penerbit=_name(certificate.issuer),
        nomor_seri=f"{certificate.serial_number:X}",
        rantai=_chain(certificate, others, roots, moment),
    )


def _chain(
    certificate: x509.Certificate,
    others: Sequence[x509.Certificate],
    roots: Sequence[x509.Certificate],
    moment: datetime.datetime,
) -> Rantai:
    from pyhanko_certvalidator import (  # noqa: PLC0415 - slow, and rarely needed
        CertificateValidator,
        ValidationContext,
    )
    from pyhanko_certvalidator.errors import PathError, ValidationError  # noqa: PLC0415

    from .still_loop import run  # noqa: PLC0415

    context = ValidationContext(
        trust_roots=list(roots),
        other_certs=list(others),
        allow_fetching=False,
        moment=moment,
    )
    validator = CertificateValidator(
        certificate, intermediate_certs=list(others), validation_context=context
    )
    try:
        run(validator.async_validate_usage(set()))  # type: ignore[no-untyped-call]
    except (PathError, ValidationError):
        own = certificate.self_signed in ("yes", "maybe")
        return Rantai.SENDIRI if own else Rantai.BELUM
    return Rantai.TERVERIFIKASI


def _name(name: x509.Name) -> str:
    """Return who a name is: the common name, else the organisation, else all it says."""
    native = name.native
    for key in ("common_name", "organization_name"):
        value = native.get(key)
        if value:
            return str(value if isinstance(value, str) else value[0])
    return str(name.human_friendly)
