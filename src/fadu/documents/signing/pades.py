"""PAdES: a signature in the PDF itself, over every byte of it, invisible: what is seen of the seal stays as it was set.

B-B is a signature, B-T one with a time stamp in it, B-LT one whose certificates and revocation lists lie in the file too.
pyHanko runs a loop of its own; it is given a thread, because the thread of a page or a test may have one already.
"""

import asyncio
import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Final

from asn1crypto import cms, pem, x509
from asn1crypto import crl as crls
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, fields, signers
from pyhanko.sign.timestamps.common_utils import TimestampRequestError
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from fadu.documents.signing.holders import Holder
from fadu.documents.signing.stamps import MD, Authority, Unreachable, when

FIELD: Final = "OrganSeal"
RAW: Final = {"rsa": 512, "ec": 144}
"""Bytes of the longest raw signature of a kind of key."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """By whom a PDF is signed.

    Attributes:
        holder: who holds the key.
        suite: the name of its suite.
        certificate, chain, crl: in PEM; of the last two there may be none.
    """

    holder: Holder
    suite: str
    certificate: str
    chain: str = ""
    crl: str = ""


@dataclass(frozen=True, slots=True)
class Signed:
    """A PDF that was signed.

    Attributes:
        pdf: its bytes.
        level: B-B, B-T or B-LT.
        stamped_at: the time of the time stamp in it; None where there is none.
    """

    pdf: bytes
    level: str
    stamped_at: datetime | None


class _Signer(signers.Signer):
    """pyHanko's view of whoever holds the key."""

    def __init__(self, holder: Holder, suite: str, certificate: x509.Certificate, chain: list[x509.Certificate]) -> None:
        store = SimpleCertificateStore()  # type: ignore[no-untyped-call]  # pyHanko's own
        store.register_multiple([certificate, *chain])
        super().__init__(signing_cert=certificate, cert_registry=store)
        self._holder, self._suite = holder, suite
        self._room = RAW[certificate.public_key.algorithm]

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:  # noqa: ARG002, FBT001, FBT002 - pyHanko's signature
        """Room for a signature, or the signature."""
        if dry_run:
            return bytes(self._room)
        return self._holder.sign(data, self._suite)


def sign(pdf: bytes, by: Signatory, authority: Authority | None, reason: str, stamp_roots: str = "") -> Signed:
    """The PDF with the signature of the certificate's key, time-stamped where an authority is given.

    With a revocation list, all that proves the signature is put into the file too.

    Raises:
        Unreachable: the authority did not answer.
    """
    signed: Signed = apart(_sign(pdf, by, authority, reason, stamp_roots))
    return signed


def stamp(digest: bytes, authority: Authority) -> cms.ContentInfo:
    """A time stamp over a hash; raises Unreachable."""

    async def ask() -> cms.ContentInfo:
        try:
            return await authority.async_timestamp(digest, MD)
        except (TimestampRequestError, OSError) as error:
            raise Unreachable(str(error)) from error

    return apart(ask())


async def _sign(pdf: bytes, by: Signatory, authority: Authority | None, reason: str, stamp_roots: str) -> Signed:
    own, others = certificates(by.certificate)[0], certificates(by.chain)
    signer = _Signer(by.holder, by.suite, own, others)
    kept = bool(by.crl) and (authority is None or bool(stamp_roots))  # what proves a time stamp is kept only if its authority is trusted
    trust = (
        ValidationContext(trust_roots=[*_roots(own, others), *certificates(stamp_roots)], other_certs=others, crls=revocations(by.crl), allow_fetching=False)
        if kept
        else None
    )
    meta = PdfSignatureMetadata(
        field_name=FIELD, md_algorithm=MD, subfilter=fields.SigSeedSubFilter.PADES, reason=reason, name=own.subject.native.get("common_name"),
        embed_validation_info=kept, validation_context=trust,
    )  # fmt: skip
    out = io.BytesIO()
    try:
        if authority is not None:
            await authority.async_dummy_response(MD)
        await signers.async_sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), meta, signer=signer, timestamper=authority, output=out)
    except (TimestampRequestError, OSError) as error:
        raise Unreachable(str(error)) from error
    made = out.getvalue()
    stamped = _stamped(made) if authority is not None else None
    return Signed(made, "B-LT" if kept and stamped else "B-T" if stamped else "B-B", stamped)


def _stamped(pdf: bytes) -> datetime:
    token = next(extract_tst_data_iter(PdfFileReader(io.BytesIO(pdf)).embedded_signatures[0].signer_info, signed=False))
    return when(cms.ContentInfo({"content_type": "signed_data", "content": token}))


def certificates(text: str) -> list[x509.Certificate]:
    """The certificates in PEM, one after another."""
    return [x509.Certificate.load(der) for _, _, der in pem.unarmor(text.encode(), multiple=True)] if text else []


def revocations(text: str) -> list[crls.CertificateList]:
    """The revocation lists in PEM, one after another."""
    return [crls.CertificateList.load(der) for _, _, der in pem.unarmor(text.encode(), multiple=True)] if text else []


def _roots(own: x509.Certificate, chain: list[x509.Certificate]) -> list[x509.Certificate]:
    return [one for one in chain if one.self_signed in {"yes", "maybe"}] or [own]


def apart(work: Any) -> Any:
    """The result of a coroutine, run in a loop of its own thread."""
    return _pool().submit(asyncio.run, work).result()


@cache
def _pool() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max_workers=2, thread_name_prefix="pades")
