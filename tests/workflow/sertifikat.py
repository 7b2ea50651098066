"""Certificates for tests: made here, of nobody."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

SANDI = "kata sandi contoh"
AWAL = datetime.datetime(2022, 1, 1, tzinfo=datetime.UTC)
AKHIR = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)
Key = ec.EllipticCurvePrivateKey | rsa.RSAPrivateKey


@dataclass(frozen=True, slots=True)
class Terbit:
    """A certificate with its key."""

    key: Key
    cert: x509.Certificate

    @property
    def pem(self) -> bytes:
        return self.cert.public_bytes(serialization.Encoding.PEM)

    def p12(self, sandi: str = SANDI, *others: x509.Certificate) -> bytes:
        lock = serialization.BestAvailableEncryption(sandi.encode())
        return pkcs12.serialize_key_and_certificates(b"uji", self.key, self.cert, others, lock)


def terbitkan(
    nama: str,
    penerbit: Terbit | None = None,
    *,
    kunci: str = "ec",
    awal: datetime.datetime = AWAL,
    akhir: datetime.datetime = AKHIR,
    tanda_tangan: bool = True,
    ca: bool = False,
) -> Terbit:
    """Make a certificate, its own issuer where none is given."""
    key: Key
    if kunci == "ec":
        key = ec.generate_private_key(ec.SECP256R1())
    else:
        key = rsa.generate_private_key(65537, 2048)
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, nama)])
    issuer = own if penerbit is None else penerbit.cert.subject
    usage = x509.KeyUsage(
        digital_signature=tanda_tangan,
        content_commitment=tanda_tangan,
        key_encipherment=not tanda_tangan,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=ca,
        crl_sign=ca,
        encipher_only=False,
        decipher_only=False,
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(own)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(awal)
        .not_valid_after(akhir)
        .add_extension(usage, critical=True)
        .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
    )
    signer = key if penerbit is None else penerbit.key
    return Terbit(key, builder.sign(signer, hashes.SHA256()))
