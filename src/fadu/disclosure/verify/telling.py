"""A verification as plain values for machines: what the page says, and the receipt to prove it with."""

from typing import Any

from django.conf import settings
from django.urls import reverse

from fadu.disclosure.verify.checking import Result
from fadu.disclosure.verify.outcomes import Outcome

FORMAT = "fadu-verification/1"


def as_dict(result: Result) -> dict[str, Any]:
    """What was found; the same words as on the page."""
    told: dict[str, Any] = {
        "format": FORMAT,
        "outcome": result.outcome.value,
        "title": result.words.title,
        "says": result.words.says,
        "unchanged": {Outcome.UNCHANGED: True, Outcome.CHANGED: False}.get(result.outcome),
    }
    if result.file:
        told["file"] = {"media": result.file.media, "size": result.file.size, "sha256": result.file.sha256}
    if result.server:
        told["elsewhere"] = result.server
    if result.document and result.standing:
        told |= {"document": _document(result), "standing": _standing(result), "signature": _signature(result), "proof": _proof(result)}
    return told


def _document(result: Result) -> dict[str, Any]:
    found = result.document
    assert found is not None
    return {
        "id": str(found.pk), "organ": found.organ.name, "title": found.title, "number": found.number, "made_on": found.made_on.isoformat(),
        "party": result.party, "sha256": found.sha256, "size": found.size, "pages": found.pages,
    }  # fmt: skip


def _standing(result: Result) -> dict[str, Any]:
    where = result.standing
    assert where is not None
    record = settings.PUBLIC_URL + reverse("disclosure:record", args=[where.record.pk]) if where.record else None
    return {
        "effect": where.effect.value, "says": where.word, "since": where.since.isoformat() if where.since else None,
        "later": {"title": where.later[0], "made_on": where.later[1].isoformat()} if where.later else None,
        "destroyed": where.destroyed or None, "record": record, "publication": where.publication or None,
    }  # fmt: skip


def _signature(result: Result) -> dict[str, Any] | None:
    told = result.signature
    if told is None or told.sealed is None:
        return None
    stamped = told.check.stamped_at if told.check and told.check.stamped_at else told.stamp.stamped_at if told.stamp else None
    return {
        "valid": told.valid, "level": told.sealed.level, "subject": told.sealed.certificate.subject, "issuer": told.sealed.certificate.issuer,
        "demonstration": told.sealed.certificate.demo, "signed_at": told.sealed.signed_at.isoformat(), "stamped_at": stamped.isoformat() if stamped else None,
        "of_this_file": {"whole": result.own.whole, "says": result.own.says} if result.own else None,
    }  # fmt: skip


def _proof(result: Result) -> dict[str, Any]:
    proof = result.proof
    assert proof is not None
    return {"holds": proof.holds, "fault": proof.fault or None, "receipt": proof.receipt.to_dict() if proof.receipt else None}
