"""What a file lacks of signatures, told before it is handed in, each with its article."""

import pytest

from fadu.accounts.actors import SYSTEM
from fadu.cases import lacking
from fadu.cases.models import Case
from fadu.evidence.signing import services
from fadu.evidence.signing.models import Capacity, Matter
from tests.cases.world import Bureau
from tests.evidence.signing.hands import case_before, paper_of
from tests.evidence.signing.test_signing import ask, bureau, case, demonstration, matter, whole

__all__ = ["bureau", "case", "demonstration", "matter"]
pytestmark = pytest.mark.django_db


def missing(case: Case) -> list[tuple[bool, str]]:
    """What the file lacks of signatures on the record of questioning, and whether it stands against it."""
    return [(lack.stands, lack.what) for lack in lacking.lacking(SYSTEM, case) if "询问笔录" in lack.what]


@pytest.mark.parametrize("officers", [0, 1, 2])
def test_a_record_that_two_officers_have_not_signed_is_told_before_the_file_is_handed_in(bureau: Bureau, matter: Matter, officers: int) -> None:
    """市场监督管理行政处罚程序规定第二十九条：办案人员应当在笔录上签名；行政处罚法第四十二条第一款：不得少于两人。"""
    liwei = bureau.who("liwei")
    services.sign(liwei, ask(bureau, matter), whole(matter))
    assert [stands for stands, _ in missing(matter.case)] == [True], "the signing was begun and not finished"
    for name in ("李伟", "王芳")[:officers]:
        services.sign(liwei, ask(bureau, matter, Capacity.OFFICER, name), whole(matter))
    services.complete(liwei, matter)
    paper_of(matter.case, "question", "question_record")
    said = {0: [(True, "《询问笔录》上 2 名执法人员的签名")], 1: [(True, "《询问笔录》上 1 名执法人员的签名")], 2: []}
    assert missing(matter.case) == said[officers]


def test_a_record_signed_on_paper_is_told_and_does_not_stand_against_the_file(bureau: Bureau) -> None:
    case = case_before("collect")
    paper_of(case, "question", "question_record")
    [(stands, what)] = missing(case)
    assert (stands, what) == (False, "《询问笔录》在平台上的签名（当事人和两名执法人员）")
