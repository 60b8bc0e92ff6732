"""Which certificate an organ signs with, and what is told of the signature of a document to anybody who holds it."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from django.db.models import Q, QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import scope
from fadu.agencies.models import Organ
from fadu.documents import storage
from fadu.documents.models import Document
from fadu.documents.signing import checking, stamps
from fadu.documents.signing.models import Certificate, Detached, Sealed, Stamp
from fadu.documents.signing.suites import SUITES

IN_PDF = tuple(name for name, suite in SUITES.items() if suite.in_pdf)


def in_force(organ_id: int, at: datetime, *, suite: str = "") -> Certificate | None:
    """The certificate that an organ signs with at a moment: the newest in force, of a suite that PDFs carry unless another is named."""
    rows = Certificate.objects.filter(Q(revoked_at__isnull=True) | Q(revoked_at__gt=at), organ_id=organ_id, since__lte=at, until__gt=at)
    return rows.filter(suite__in=(suite,) if suite else IN_PDF).order_by("-added_at").first()


def certificates() -> QuerySet[Certificate]:
    """All, of each organ the newest first; for the command line."""
    return Certificate.objects.select_related("organ").order_by("organ_id", "-added_at")


def organs_of(actor: Actor) -> QuerySet[Organ]:
    """The organs whose certificates `actor` manages."""
    return Organ.objects.filter(scope(actor, "organ.manage", organ="pk"), ends_on__isnull=True)


def reached(actor: Actor) -> QuerySet[Certificate]:
    """The certificates that `actor` manages, of each organ the newest first."""
    return Certificate.objects.filter(scope(actor, "organ.manage")).select_related("organ").order_by("organ__path", "-added_at")


def without(actor: Actor, at: datetime) -> list[Organ]:
    """The organs whose papers go out unsigned: no certificate of theirs is in force."""
    live = Certificate.objects.filter(Q(revoked_at__isnull=True) | Q(revoked_at__gt=at), since__lte=at, until__gt=at, suite__in=IN_PDF)
    return list(organs_of(actor).exclude(pk__in=live.values("organ_id")).order_by("path"))


@dataclass(frozen=True, slots=True)
class Told:
    """What the proof page tells of the signature of a document.

    Attributes:
        sealed: how it was signed.
        check: what the bytes say now.
        stamp: a time stamp fetched later.
        revoked_before: whether the certificate was out of use already when it was signed.
        beside: signatures of other suites, each with whether it holds.
    """

    sealed: Sealed | None
    check: "checking.Check | None"
    stamp: Stamp | None
    beside: list[tuple[Detached, bool]]
    revoked_before: bool = False

    @property
    def valid(self) -> bool:
        """Whether the signature in the PDF holds."""
        return self.check is not None and self.check.whole and not self.revoked_before


def told(document: Document) -> Told:
    """The signature of a document as it is now; raises storage.Damaged."""
    sealed = Sealed.objects.select_related("certificate").filter(document=document).first()
    stamp = Stamp.objects.filter(document=document).first()
    beside = [(row, _holds(row, document.sha256)) for row in Detached.objects.select_related("certificate").filter(document=document)]
    if sealed is None:
        return Told(None, None, None, beside)
    revoked = sealed.certificate.revoked_at
    return Told(
        sealed,
        _checked(document.sha256, sealed.certificate.chain or sealed.certificate.pem, stamps.roots()),
        stamp,
        beside,
        revoked is not None and revoked <= sealed.signed_at,
    )


def parts(document: Document) -> dict[str, bytes]:
    """Files beside the PDF with which any tool verifies the signature, by name."""
    found: dict[str, bytes] = {}
    if sealed := Sealed.objects.select_related("certificate").filter(document=document).first():
        found["certificate.pem"] = sealed.certificate.pem.encode()
        found |= {"chain.pem": sealed.certificate.chain.encode()} if sealed.certificate.chain else {}
    if stamp := Stamp.objects.filter(document=document).first():
        found["stamp.tst"] = bytes(stamp.token)
    for row in Detached.objects.select_related("certificate").filter(document=document):
        found |= {f"{row.suite}.sig": bytes(row.signature), f"{row.suite}.pem": row.certificate.pem.encode()}
    return found


@lru_cache(maxsize=256)
def _checked(sha256: str, roots: str, stamp_roots: str) -> "checking.Check":
    """Bytes of a hash do not change: what was found of them is kept."""
    return checking.check(storage.fetch(sha256), roots, stamp_roots)


@lru_cache(maxsize=256)
def _verified(sha256: str, suite: str, certificate: str, signature: bytes) -> bool:
    return SUITES[suite].verify(certificate, storage.fetch(sha256), signature)


def _holds(row: Detached, sha256: str) -> bool:
    return _verified(sha256, row.suite, row.certificate.pem, bytes(row.signature))
