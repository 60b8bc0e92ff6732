"""What the leaves of signatures and of service commit to. Names are in it: of a leaf only the salted hash is public."""

from typing import Any

from fadu.cases.services.leaves import utc
from fadu.evidence.signing.models import Attempt, Matter, Result, Signature


def matter_content(row: Matter) -> dict[str, Any]:
    """Of a matter: what was put before the signers."""
    return {
        "matter": str(row.id),
        "case": str(row.case_id),
        "step": row.step,
        "document": str(row.document_id) if row.document_id else None,
        "data": row.data,
        "paper": row.paper,
        "sha256": row.sha256,
        "pictures": row.pictures,
        "made_at": utc(row.made_at),
        "by": {"officer": row.by_officer, "name": row.by_name},
    }


def signature_content(row: Signature) -> dict[str, Any]:
    """Of a signature or refusal: who, over which bytes, how."""
    return {
        "signature": str(row.id),
        "matter": str(row.matter_id),
        "signer": {"capacity": row.invited.capacity, "name": row.invited.name},
        "manner": row.manner,
        "own_phone": row.own_phone,
        "sha256": row.sha256,
        "pages": row.pages,
        "corrections": row.corrections,
        "strokes": row.strokes.sha256 if row.strokes else None,
        "picture": row.picture.sha256 if row.picture else None,
        "witness": str(row.witness_id) if row.witness_id else None,
        "reason": row.reason,
        "recording": row.recording,
        **({"film": str(row.film_id)} if row.film_id else {}),
        "at": utc(row.at),
        "by": row.by_name,
    }


def attempt_content(row: Attempt) -> dict[str, Any]:
    """Of an attempt to serve: what, how, when, by whom."""
    return {
        "attempt": str(row.id),
        "case": str(row.case_id),
        "document": str(row.document_id),
        "way": row.way,
        "data": row.data,
        "began_at": utc(row.began_at),
        "recorded_at": utc(row.recorded_at),
        "by": {"officer": row.by_officer, "name": row.by_name},
    }


def result_content(row: Result) -> dict[str, Any]:
    """Of a result: how it ended, the day that counts, by which article."""
    return {
        "result": str(row.id),
        "attempt": str(row.attempt_id),
        "outcome": row.outcome,
        "data": row.data,
        "served_on": row.served_on.isoformat() if row.served_on else None,
        "basis": row.basis,
        "at": utc(row.at),
        "by": row.by_name,
    }
