"""The result of an exam is a leaf of the public log: there at the close, verified from the row, and found out where the row is another."""

from dataclasses import replace
from typing import Any

import pytest

from fadu.accounts.actors import Role
from fadu.agencies.exams.models import Sitting
from fadu.agencies.exams.results import proof_of
from fadu.agencies.exams.selectors.closed import closed_of
from fadu.cases.models import Leaf
from fadu.cases.services import proofs
from fadu.cases.services.exam_results import KIND, exam_result_content, receipt_of, ref_of, sitting_of
from fadu.cases.services.log import sequence_all, vkey
from fadu.ledger.errors import LedgerError
from fadu.ledger.receipt import verify
from tests.accounts.entrances import assert_entrances
from tests.agencies.exams.world import Hall, clock
from tests.agencies.world import build

pytestmark = pytest.mark.django_db


@pytest.fixture
def hall(db: None, settings: Any, tmp_path: Any) -> Hall:
    settings.DEMO = True
    settings.DATA = tmp_path
    return Hall(build())


def test_a_reference_leads_back_to_its_sitting() -> None:
    assert [sitting_of(ref_of(number)) for number in (1, 77, 2**47)] == [1, 77, 2**47]
    assert ref_of(1).version == 8
    assert len({ref_of(number) for number in range(1, 100)}) == 99


def test_every_close_leaves_a_leaf_that_tells_no_name(hall: Hall) -> None:
    sitting = hall.sat(7)
    leaf = Leaf.objects.get(kind=KIND)
    assert (leaf.ref, leaf.case_id) == (ref_of(sitting.pk), None)
    assert "张伟".encode() not in bytes(leaf.entry)
    assert f'"mark":{sitting.mark}'.encode() not in bytes(leaf.entry)  # a salted hash, nothing to guess from
    closed = closed_of(sitting)
    assert closed is not None
    assert proofs.kinds()[KIND](leaf) == exam_result_content(closed)


def test_a_result_is_proved_and_another_is_not(hall: Hall) -> None:
    sitting = hall.sat(7)
    closed = closed_of(sitting)
    assert closed is not None
    waiting = proof_of(closed)
    assert waiting is not None
    assert (waiting.index, waiting.href) == (None, "")
    sequence_all()
    proof = proof_of(closed)
    assert proof is not None
    assert (proof.index, proof.fault) == (0, "")
    receipt = receipt_of(sitting.pk)
    assert receipt is not None
    verify(receipt, exam_result_content(closed), vkey())
    for other in (replace(closed, mark=closed.mark + 1), replace(closed, passed=not closed.passed), replace(closed, officer_id=closed.officer_id + 1)):
        with pytest.raises(LedgerError):
            verify(receipt, exam_result_content(other), vkey())
        wrong = proof_of(other)
        assert wrong is not None
        assert wrong.fault


def test_what_runs_out_is_committed_to_as_well(hall: Hall) -> None:
    from fadu.agencies.exams import services

    hall.begin()
    with clock("10:30"):
        services.close_due(hall.admin)
    assert Leaf.objects.filter(kind=KIND).count() == Sitting.objects.filter(closing="timeout").count() == 1


def test_the_page_shows_the_seal_and_gives_the_receipt(hall: Hall) -> None:
    sitting = hall.sat(7)
    page, receipt = f"/exams/sittings/{sitting.pk}/result/", f"/exams/sittings/{sitting.pk}/receipt.json"
    client = hall.world.client(Role.OFFICER)
    assert "等待写入公开日志" in client.get(page).content.decode()
    assert client.get(receipt).status_code == 404
    sequence_all()
    assert "已验证，成绩未被改动" in client.get(page).content.decode()
    assert client.get(receipt).json()
    seen = {Role.OFFICER: 200, Role.REVIEWER: 404, Role.HEAD: 200, Role.SUPERVISOR: 200, Role.ADMIN: 200, Role.PUBLIC: 302}
    assert_entrances(hall.world.clients(), {f"GET {receipt}": seen, "GET /exams/sittings/99999/receipt.json": {**dict.fromkeys(seen, 404), Role.PUBLIC: 302}})
