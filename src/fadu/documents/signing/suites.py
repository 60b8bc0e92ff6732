"""A suite of algorithms: how bytes are hashed, signed and verified. One interface for the international ones and for 国密.

Keys and certificates travel as PEM. What is verified is verified with the certificate alone. A suite that PDF readers know
signs PDFs themselves (PAdES); the others sign beside them (`FADU_SUITE`).
"""

from collections.abc import Mapping
from typing import Final, Protocol

from asn1crypto import pem, x509
from cryptography import x509 as pyca
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from fadu.documents.signing import sm2


class Suite(Protocol):
    """What every suite can do.

    Attributes:
        name: as settings and rows name it.
        label: as people read it.
        in_pdf: whether a PDF can carry its signatures.
    """

    name: str
    label: str
    in_pdf: bool

    def digest(self, data: bytes) -> bytes:
        """The hash of `data`."""

    def sign(self, key: str, data: bytes, certificate: str) -> bytes:
        """A signature over `data` by the private key in PEM whose certificate this is."""

    def verify(self, certificate: str, data: bytes, signature: bytes) -> bool:
        """Whether the signature over `data` was made by the key of that certificate in PEM."""

    def belongs(self, certificate: str) -> bool:
        """Whether the key of that certificate is one of this suite."""


class _Sha256:
    in_pdf = True

    def digest(self, data: bytes) -> bytes:
        whole = hashes.Hash(hashes.SHA256())
        whole.update(data)
        return whole.finalize()


class RsaSha256(_Sha256):
    """RSA, PKCS #1 v1.5, with SHA-256."""

    name = "rsa-sha256"
    label = "RSA（SHA-256）"

    def sign(self, key: str, data: bytes, certificate: str = "") -> bytes:  # noqa: ARG002 - only SM2 hashes the public key too
        """PKCS #1 v1.5, which every reader of PDF verifies."""
        private = load_pem_private_key(key.encode(), None)
        assert isinstance(private, rsa.RSAPrivateKey)
        return private.sign(data, padding.PKCS1v15(), hashes.SHA256())

    def verify(self, certificate: str, data: bytes, signature: bytes) -> bool:
        """By the key in the certificate."""
        public = pyca.load_pem_x509_certificate(certificate.encode()).public_key()
        assert isinstance(public, rsa.RSAPublicKey)
        try:
            public.verify(signature, data, padding.PKCS1v15(), hashes.SHA256())
        except InvalidSignature:
            return False
        return True

    def belongs(self, certificate: str) -> bool:
        """An RSA key."""
        return _algorithm(certificate) == "rsa"


class EcdsaSha256(_Sha256):
    """ECDSA over the curve of the key, with SHA-256."""

    name = "ecdsa-sha256"
    label = "ECDSA（SHA-256）"

    def sign(self, key: str, data: bytes, certificate: str = "") -> bytes:  # noqa: ARG002 - likewise
        """In DER."""
        private = load_pem_private_key(key.encode(), None)
        assert isinstance(private, ec.EllipticCurvePrivateKey)
        return private.sign(data, ec.ECDSA(hashes.SHA256()))

    def verify(self, certificate: str, data: bytes, signature: bytes) -> bool:
        """By the key in the certificate."""
        public = pyca.load_pem_x509_certificate(certificate.encode()).public_key()
        assert isinstance(public, ec.EllipticCurvePublicKey)
        try:
            public.verify(signature, data, ec.ECDSA(hashes.SHA256()))
        except InvalidSignature:
            return False
        return True

    def belongs(self, certificate: str) -> bool:
        """A key on a curve other than that of SM2."""
        return _algorithm(certificate) == "ec" and not sm2.on_curve(certificate)


class Sm2Sm3:
    """SM2 数字签名 with SM3 (GM/T 0003.2, GM/T 0004), as GM/T 0009 encodes them."""

    name = "sm2-sm3"
    label = "国密 SM2（SM3）"
    in_pdf = False

    def digest(self, data: bytes) -> bytes:
        """SM3."""
        return sm2.sm3(data)

    def sign(self, key: str, data: bytes, certificate: str) -> bytes:
        """In DER; the signer's public key is part of what is hashed."""
        return sm2.sign(key, data, sm2.public_of(certificate))

    def verify(self, certificate: str, data: bytes, signature: bytes) -> bool:
        """By the key in the certificate."""
        return sm2.verify(sm2.public_of(certificate), data, signature)

    def belongs(self, certificate: str) -> bool:
        """A key on the curve of SM2."""
        return _algorithm(certificate) == "ec" and sm2.on_curve(certificate)


SUITES: Final[Mapping[str, Suite]] = {suite.name: suite for suite in (RsaSha256(), EcdsaSha256(), Sm2Sm3())}
"""Suites by name."""


def suite_of(certificate: str) -> Suite:
    """The suite that the key of a certificate belongs to; raises ValueError where there is none."""
    found = next((suite for suite in SUITES.values() if suite.belongs(certificate)), None)
    if found is None:
        raise ValueError("证书的密钥算法不受支持，请使用 RSA、ECDSA 或者 SM2 证书")
    return found


def _algorithm(certificate: str) -> str:
    return str(x509.Certificate.load(pem.unarmor(certificate.encode())[2]).public_key["algorithm"]["algorithm"].native)
