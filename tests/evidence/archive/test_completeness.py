"""材料齐全: the step that hands a file in is refused while something is missing; what may be mended passes with a reason."""

from typing import Any

import pytest

from fadu.accounts.actors import SYSTEM
from fadu.cases import lacking
from fadu.cases.errors import Conflict, Refused
from fadu.cases.lacking import Lack
from fadu.cases.models import Case, Outbox, Step
from fadu.cases.services import take
from fadu.documents import consumers, storage
from fadu.documents.models import Document
from fadu.evidence.archive import services
from fadu.evidence.archive.models import Filing, Volume
from fadu.law.filing import FILING
from fadu.law.registry import procedures
from fadu.law.statutes import ARCHIVES, PENALTY
from tests.cases.telling import Telling

pytestmark = pytest.mark.django_db


@pytest.fixture
def spot(bureau: Any) -> Telling:
    """A case on the spot that is to be handed in, its papers made."""
    case = Telling(bureau, "simple").before("archive")
    while consumers.drain():
        pass
    return case


def _archive(case: Telling, bureau: Any, **more: str) -> Any:
    return take(bureau.who("zhoulin"), case.id, "archive", {"retention": "10", "volume": "示综简卷〔2026〕1号", **more})


def test_nothing_is_missing_of_a_lawful_case(spot: Telling) -> None:
    assert [lack for lack in lacking.lacking(SYSTEM, spot.case) if lack.stands] == []


def test_what_the_worker_is_about_to_make_is_not_missing(bureau: Any) -> None:
    case = Telling(bureau, "simple").before("archive")
    assert Outbox.objects.filter(case=case.case, done_at__isnull=True).exists()
    assert [lack for lack in lacking.lacking(SYSTEM, case.case) if lack.stands] == []


def test_a_paper_that_can_not_be_made_stands_against_the_step(spot: Telling, bureau: Any) -> None:
    decided = Step.objects.get(case=spot.case, name="decide_spot")
    Document.objects.filter(step=decided).delete()
    with pytest.raises(Refused, match="第 3 步“当场作出处罚决定”：缺少《当场行政处罚决定书》") as refused:
        _archive(spot, bureau, note="写了理由也不行：文书可以重做")
    assert refused.value.objections[0].bases[0].startswith("行政处罚法第五十二条")
    assert spot.case.stage != "archived"


def test_a_paper_whose_bytes_are_gone_stands_against_the_step(spot: Telling, bureau: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document.objects.filter(case=spot.case).latest("id")

    def gone(sha256: str) -> bytes:
        raise storage.Damaged("文书文件不可读")

    monkeypatch.setattr(storage, "fetch", gone)
    with pytest.raises(Refused, match=document.title):
        _archive(spot, bureau)


def test_what_may_be_mended_passes_with_a_reason_and_stays_as_a_flaw(spot: Telling, bureau: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    lack = Lack("扣押现场的录像", PENALTY[47], step="第 2 步", mendable=True, fix="补录或者写明理由")
    monkeypatch.setitem(lacking._answers, "recordings", lambda _actor, _case: [lack])
    with pytest.raises(Refused, match="扣押现场的录像"):
        _archive(spot, bureau)
    _archive(spot, bureau, note="执法记录仪当日故障，有维修单为证")
    row = Step.objects.get(case=spot.case, name="archive")
    assert [flaw["missing"] for flaw in row.context["told"]["flaws"] if flaw["rule"] == "filing.complete"] == [["扣押现场的录像"]]
    while consumers.drain():
        pass
    made = services.bind(bureau.who("zhoulin"), spot.id)
    assert made.lacks == [{"what": "第 2 步：扣押现场的录像", "basis": str(PENALTY[47])}]
    assert "维修单" in (made.note or "")


def test_a_case_that_is_not_done_is_not_formed(spot: Telling, bureau: Any) -> None:
    with pytest.raises(Conflict, match="还没有办结"):
        services.bind(bureau.who("zhoulin"), spot.id)


def test_the_clock_says_until_when(house: Any, bureau: Any) -> None:
    waiting = Filing.objects.get(case=house.simple)
    assert not waiting.bound
    decided = Step.objects.get(case=house.simple, name="decide_spot").taken_at.date()
    assert (waiting.due_on - decided).days >= 7


def test_every_filing_step_asks_for_the_term_and_the_note() -> None:
    steps = [step for course in procedures().values() for step in course.steps if step.name in FILING]
    assert steps
    for step in steps:
        assert {"retention", "note"} <= {field.name for field in step.asks}


def test_nothing_is_corrected_after_the_file_was_handed_in(volume: Volume, bureau: Any) -> None:
    case = Case.objects.get(pk=volume.case_id)
    before = list(Document.objects.filter(case=case).values_list("id", "sha256", "superseded"))
    with pytest.raises(Refused, match="不得修改、增加、抽取") as refused:
        take(bureau.who("liwei"), case.id, "correct", {"seq": 3, "reason": "写错了", "data": {}})
    assert refused.value.objections[0].bases == (str(ARCHIVES[21, 2]),)
    assert list(Document.objects.filter(case=case).values_list("id", "sha256", "superseded")) == before
