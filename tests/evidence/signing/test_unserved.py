"""What a file lacks of proofs of service, told before it is handed in, each with its article."""

import uuid
from datetime import datetime

import pytest

from fadu.accounts.actors import SYSTEM
from fadu.cases import lacking
from fadu.documents.models import Document
from fadu.evidence.signing.models import Proof
from fadu.law.forms import Invalid
from tests.cases.world import Bureau
from tests.evidence.signing.hands import shot
from tests.evidence.signing.test_service import attempted, bureau, case, decision, demonstration, ended, then

__all__ = ["bureau", "case", "decision", "demonstration", "then"]
pytestmark = pytest.mark.django_db


def unserved(decision: Document) -> list[tuple[bool, str]]:
    return [(lack.stands, lack.what) for lack in lacking.lacking(SYSTEM, decision.case) if lack.step == "送达" and decision.number in lack.what]


def test_a_service_without_proof_is_told_before_the_file_is_handed_in(bureau: Bureau, decision: Document, then: datetime) -> None:
    """民事诉讼法第八十七条第一款：送达必须有送达回证."""
    assert [stands for stands, _ in unserved(decision)] == [False]
    attempt = attempted(bureau, decision, "left", {}, then)
    assert [(stands, what.endswith("留置送达的结果")) for stands, what in unserved(decision)] == [(True, True)]
    left = {"outcome": "served", "receiver": "王清河", "note": "拒绝签收", "witness_name": "赵春生"}
    with pytest.raises(Invalid, match="见证人的身份"):
        ended(bureau, attempt, left, then)
    ended(bureau, attempt, left | {"witness_role": "grassroots"}, then)
    [(stands, what)] = unserved(decision)
    assert (stands, what.endswith("留置送达的凭证：见证人签名，或者留置过程的照片、录像")) == (False, True)
    Proof.objects.create(id=uuid.uuid4(), attempt=attempt, original=shot(bureau, decision))
    assert unserved(decision) == []
