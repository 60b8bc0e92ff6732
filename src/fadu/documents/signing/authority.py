"""A certificate authority for demonstrations: made with the demonstration, good for nothing else, and it says so in its name."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

DAYS = 3 * 365
ROOT = "示范根证书（仅供演示）"


@dataclass(frozen=True, slots=True)
class Issued:
    """A key with its certificate, in PEM."""

    key: str
    certificate: str


class DemoAuthority:
    """A root with a key of its own, kept as long as the object is."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._key = ec.generate_private_key(ec.SECP256R1())
        name = _name(ROOT)
        self._root = self._builder(name, name, self._key, x509.BasicConstraints(ca=True, path_length=0), signing=True).sign(self._key, hashes.SHA256())

    @property
    def root(self) -> str:
        """The root's certificate."""
        return _pem(self._root)

    @property
    def crl(self) -> str:
        """An empty revocation list."""
        made = x509.CertificateRevocationListBuilder(self._root.subject, self._now, self._now + timedelta(days=DAYS)).sign(self._key, hashes.SHA256())
        return _pem(made)

    def issue(self, name: str, *, stamps: bool = False) -> Issued:
        """A key and certificate for an organ, or for a time-stamp authority."""
        key = ec.generate_private_key(ec.SECP256R1())
        builder = self._builder(_name(name), self._root.subject, key, x509.BasicConstraints(ca=False, path_length=None), signing=False)
        if stamps:
            builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING]), critical=True)
        made = builder.sign(self._key, hashes.SHA256())
        return Issued(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode(), _pem(made))

    def _builder(self, subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey, basic: x509.BasicConstraints, *, signing: bool) -> Any:
        usage = x509.KeyUsage(
            digital_signature=not signing, content_commitment=not signing, key_encipherment=False, data_encipherment=False, key_agreement=False,
            key_cert_sign=signing, crl_sign=signing, encipher_only=False, decipher_only=False,
        )  # fmt: skip
        builder = x509.CertificateBuilder(
            issuer, subject, key.public_key(), x509.random_serial_number(), self._now - timedelta(minutes=5), self._now + timedelta(days=DAYS)
        )
        for extension, critical in (
            (basic, True),
            (usage, True),
            (x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False),
            (x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key()), False),
        ):
            builder = builder.add_extension(extension, critical=critical)
        return builder


def _name(common: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "CN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, common[:64]),
            x509.NameAttribute(NameOID.COMMON_NAME, common[:64]),
        ]
    )


def _pem(what: Any) -> str:
    return str(what.public_bytes(Encoding.PEM).decode())
