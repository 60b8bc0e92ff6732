"""Bringing certificates in and taking them out of use; signing what is made, and stamping later what could not be stamped then."""

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import pem
from cryptography import x509 as pyca
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, load_pem_private_key, pkcs12
from django.conf import settings
from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require_in
from fadu.agencies.models import Organ
from fadu.cases.now import now
from fadu.documents.models import Document
from fadu.documents.signing import pades, selectors, sm2, stamps
from fadu.documents.signing.authority import DAYS, DemoAuthority
from fadu.documents.signing.holders import NoHolder, OwnStore, holder_of
from fadu.documents.signing.models import Certificate, Detached, Sealed, Stamp
from fadu.documents.signing.suites import SUITES, suite_of
from fadu.law.forms import Invalid

MANAGE = "organ.manage"


@dataclass(frozen=True, slots=True)
class Seal:
    """How a PDF came out of the signing.

    Attributes:
        pdf: the bytes to be kept: signed, or as they were where the organ has no certificate.
        certificate: by which it was signed.
        signed: level and time stamp; None where it was not signed.
        awaits_stamp: whether a time stamp is wanted and could not be had.
        at: when.
    """

    pdf: bytes
    certificate: Certificate | None = None
    signed: pades.Signed | None = None
    awaits_stamp: bool = False
    at: datetime | None = None


def seal(organ: Organ, pdf: bytes, title: str) -> Seal:
    """The PDF signed for its organ, if the organ has a certificate in force; without a time stamp where none can be had now."""
    moment = now()
    certificate = selectors.in_force(organ.id, moment)
    if certificate is None:
        return Seal(pdf)
    by, authority = pades.Signatory(holder_of(certificate), certificate.suite, certificate.pem, certificate.chain, certificate.crl), stamps.authority()
    reason = f"{organ.name} {title}"
    try:
        signed = pades.sign(pdf, by, authority, reason, stamps.roots())
    except stamps.Unreachable:
        signed = pades.sign(pdf, by, None, reason)
    return Seal(signed.pdf, certificate, signed, authority is not None and signed.stamped_at is None, moment)


def sealed(document: Document, made: Seal) -> None:
    """Write down how a document was signed, and sign beside it where a setting says so; in the transaction that makes it."""
    if made.certificate is not None and made.signed is not None and made.at is not None:
        Sealed.objects.create(
            document=document, certificate=made.certificate, level=made.signed.level,
            signed_at=made.at, stamped_at=made.signed.stamped_at, awaits_stamp=made.awaits_stamp,
        )  # fmt: skip
    beside = settings.FADU_SUITE
    if not beside or (certificate := selectors.in_force(document.organ_id, now(), suite=beside)) is None:
        return
    signature = holder_of(certificate).sign(made.pdf, beside)
    Detached.objects.create(document=document, certificate=certificate, suite=beside, signature=signature, signed_at=now())


def stamp_waiting(most: int = 20) -> int:
    """Fetch the time stamps that could not be had when their documents were made; how many came."""
    authority = stamps.authority()
    if authority is None:
        return 0
    done = 0
    for row in Sealed.objects.filter(awaits_stamp=True, document__stamp__isnull=True).select_related("document").order_by("document_id")[:most]:
        digest = bytes.fromhex(row.document.sha256)
        try:
            token = pades.stamp(digest, authority)
        except stamps.Unreachable:
            return done
        if stamps.imprint(token) == digest:
            stamp = Stamp(document=row.document, token=token.dump(), stamped_at=stamps.when(token), authority=stamps.who(token))
            done += Stamp.objects.bulk_create([stamp], ignore_conflicts=True) != []  # another worker may have fetched it meanwhile
    return done


@dataclass(frozen=True, slots=True)
class Given:
    """What was handed in to import a certificate: its file, and beside it, in PEM, its chain and revocation lists where there are any."""

    file: bytes
    chain: bytes = b""
    crl: bytes = b""


def bring(actor: Actor, organ_id: int, form: str, given: Given, password: str, *, holder: str = "") -> Certificate:
    """Import what was handed in: `form` is p12, pem (with a sealed key) or outside (the key lies with `holder`). Raises Invalid, NotAllowed."""
    require_in(actor, MANAGE, organ_id)
    chain, crl = _pem(given.chain, "chain"), _pem(given.crl, "crl")
    for name, text, read in (("chain", chain, pades.certificates), ("crl", crl, pades.revocations)):
        try:
            read(text)
        except (ValueError, TypeError):
            raise Invalid({name: "不是 PEM 格式的证书链" if name == "chain" else "不是 PEM 格式的吊销列表"}) from None
    if form == "p12":
        return take_in(actor, organ_id, given.file, password, crl=crl)
    text = _pem(given.file, "file")
    certificates = _BLOCK.findall(text)
    if not certificates:
        raise Invalid({"file": "文件里没有 PEM 格式的证书"})
    chain = "".join(certificates[1:]) + chain
    if form == "outside":
        return add(actor, organ_id, certificates[0], holder=holder, chain=chain, crl=crl)
    return add(actor, organ_id, certificates[0], key=_key(text, password), chain=chain, crl=crl)


_BLOCK = re.compile(r"-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----\n?", re.DOTALL)


def _pem(data: bytes, name: str) -> str:
    try:
        return data.decode("ascii").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Invalid({name: "不是 PEM 格式的文本"}) from None


def _key(text: str, password: str) -> str:
    """The key in a PEM file, opened with its password; one that lies there in the clear is not taken: it has been seen on the way."""
    found = re.search(r"-----BEGIN (?P<kind>[A-Z ]*)PRIVATE KEY-----.*?-----END (?P=kind)PRIVATE KEY-----", text, re.DOTALL)
    if found is None:
        raise Invalid({"file": "文件里没有私钥"})
    if "ENCRYPTED" not in found.group():
        raise Invalid({"file": "私钥没有加密：请先用口令加密（PKCS#8），或者改用 PKCS#12 文件"})
    try:
        key = load_pem_private_key(found.group().encode(), password.encode() or None)
    except (ValueError, TypeError):
        raise Invalid({"password": "口令不对，打不开私钥"}) from None
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()


def take_in(actor: Actor, organ_id: int, bundle: bytes, password: str, *, crl: str = "") -> Certificate:
    """Import a certificate with its key from PKCS#12; raises Invalid, NotAllowed."""
    require_in(actor, MANAGE, organ_id)
    try:
        found = pkcs12.load_pkcs12(bundle, password.encode() or None)
    except ValueError:
        raise Invalid({"file": "打不开：不是 PKCS#12 文件，或者口令不对"}) from None
    if found.key is None or found.cert is None:
        raise Invalid({"file": "文件里没有成对的证书和私钥"})
    key = found.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    certificate = found.cert.certificate.public_bytes(Encoding.PEM).decode()
    chain = "".join(one.certificate.public_bytes(Encoding.PEM).decode() for one in found.additional_certs)
    return add(actor, organ_id, certificate, key=key, chain=chain, crl=crl)


@transaction.atomic
def add(actor: Actor, organ_id: int, certificate: str, *, key: str = "", holder: str = "", chain: str = "", crl: str = "", demo: bool = False) -> Certificate:
    """A certificate of an organ, with its key or with where the key lies; raises Invalid, NotAllowed."""
    require_in(actor, MANAGE, organ_id)
    if bool(key) == bool(holder):
        raise Invalid({"key": "私钥或者外部密钥的位置，须有且只有一项"})
    try:
        suite = suite_of(certificate)
        pades.certificates(chain), pades.revocations(crl)
    except (ValueError, TypeError) as error:
        raise Invalid({"file": f"证书不可用：{error}"}) from None
    read = pades.certificates(certificate)[0]
    fingerprint = hashlib.sha256(pem.unarmor(certificate.encode())[2]).hexdigest()
    if Certificate.objects.filter(fingerprint=fingerprint).exists():
        raise Invalid({"file": "这张证书已经导入"})
    if read.not_valid_after <= now():
        raise Invalid({"file": f"证书已于 {read.not_valid_after:%Y-%m-%d} 到期"})
    row = Certificate(
        organ_id=organ_id, suite=suite.name, subject=_named(read.subject), issuer=_named(read.issuer),
        serial=f"{read.serial_number:x}", fingerprint=fingerprint, since=read.not_valid_before, until=read.not_valid_after,
        pem=certificate, chain=chain, crl=crl, key=key or None, holder=holder, demo=demo, added_at=now(), added_by=actor.name,
    )  # fmt: skip
    if key and not _fit(row):
        raise Invalid({"file": "私钥和证书不是一对"})
    row.save(force_insert=True)
    return row


def _named(name: Any) -> str:
    """Whom a certificate names, each part once, the person or organ first."""
    parts = name.native
    first = [parts.get(key) for key in ("common_name", "organization_name", "organizational_unit_name")]
    return "，".join(dict.fromkeys(str(part) for part in [*first, *parts.values()] if part))[:300]


def _fit(row: Certificate) -> bool:
    """Whether the key is that of the certificate: what it signs, the certificate verifies."""
    try:
        if row.suite != "sm2-sm3":
            load_pem_private_key(str(row.key).encode(), None)
            pyca.load_pem_x509_certificate(row.pem.encode())
        return SUITES[row.suite].verify(row.pem, b"fadu", OwnStore(row).sign(b"fadu", row.suite))
    except (ValueError, AssertionError):
        return False


def make_demo(actor: Actor, organs: list[Organ], *, also_sm2: bool = False) -> list[Certificate]:
    """Certificates of a fresh demonstration authority for organs that have none; raises Invalid outside demonstrations."""
    if not (settings.DEMO or getattr(settings, "TESTING", False)):
        raise Invalid({"": "演示证书只能在演示环境（FADU_DEMO=1）生成"})
    moment, made = now(), []
    authority = DemoAuthority(moment)
    for organ in organs:
        if selectors.in_force(organ.id, moment) is None:
            issued = authority.issue(organ.name)
            made.append(add(actor, organ.id, issued.certificate, key=issued.key, chain=authority.root, crl=authority.crl, demo=True))
        if also_sm2 and selectors.in_force(organ.id, moment, suite="sm2-sm3") is None:
            key = sm2.generate()
            made.append(add(actor, organ.id, sm2.certificate(key, organ.name, days=DAYS, now=moment), key=key, demo=True))
    return made


@transaction.atomic
def revoke(actor: Actor, certificate: Certificate, why: str) -> Certificate:
    """Take a certificate out of use from now on; what it signed before keeps its signature. Raises Invalid, NotAllowed."""
    require_in(actor, MANAGE, certificate.organ_id)
    row = Certificate.objects.select_for_update(of=("self",)).get(pk=certificate.pk)
    if row.revoked_at is not None:
        raise Invalid({"": f"已于 {row.revoked_at:%Y-%m-%d} 停用"})
    if not why.strip():
        raise Invalid({"why": "请写明停用原因"})
    row.revoked_at, row.revoked_why, row.revoked_by = now(), why.strip()[:200], actor.name
    row.save(update_fields=["revoked_at", "revoked_why", "revoked_by"])
    return row


__all__ = ["MANAGE", "Given", "NoHolder", "Seal", "add", "bring", "make_demo", "revoke", "seal", "sealed", "stamp_waiting", "take_in"]
