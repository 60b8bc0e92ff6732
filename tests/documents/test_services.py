"""A case through the door, and what the outbox then makes of it."""

import json
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from fadu.accounts.actors import PUBLIC, SYSTEM
from fadu.accounts.permissions import NotAllowed
from fadu.cases.errors import NotFound
from fadu.cases.models import Case, Leaf, Outbox
from fadu.cases.models import Step as StepRow
from fadu.cases.now import at
from fadu.cases.papers import of_case
from fadu.cases.services import take
from fadu.cases.services.replay import replay
from fadu.documents import consumers, gathering, selectors, storage
from fadu.documents.engine import page_count
from fadu.documents.models import Document
from fadu.documents.services import make_documents
from fadu.law.engine import Bench
from fadu.ledger.entry import Entry, commitment
from fadu.ledger.package import document_content
from tests.cases.world import DATA, Bureau
from tests.documents import reading

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demonstration(settings: Any, tmp_path: Any) -> None:
    settings.DEMO = True
    settings.DATA = tmp_path


@pytest.fixture(autouse=True)
def lawful(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a step is lawful is tried elsewhere."""
    monkeypatch.setattr(Bench, "check", lambda *_: [])


@pytest.fixture
def bureau() -> Bureau:
    return Bureau()


@pytest.fixture
def case(bureau: Bureau) -> Case:
    """The food-safety case from clue to archive, with its papers."""
    story = json.loads((DATA / "food_safety.json").read_text("utf-8"))
    done = replay(story)
    while consumers.drain():
        pass
    assert not Outbox.objects.filter(topic="step", done_at__isnull=True).exists(), list(Outbox.objects.exclude(error="").values_list("payload", "error"))
    return Case.objects.get(pk=done.case_id)


def paper_text(case: Case, paper: str) -> str:
    row = Document.objects.filter(case=case, paper=paper).latest("id")
    return reading.text(storage.fetch(row.sha256))


def test_every_step_made_its_papers(case: Case) -> None:
    made = set(Document.objects.filter(case=case).values_list("paper", flat=True))
    assert {
        "source_register",
        "filing_approval",
        "scene_record",
        "question_record",
        "investigation_report",
        "penalty_notice",
        "penalty_decision",
        "service_receipt",
        "closing_approval",
        "file_cover",
        "file_catalogue",
        "file_note",
    } <= made


def test_numbers_are_of_the_organ_the_kind_and_the_year(case: Case) -> None:
    decision = Document.objects.get(case=case, paper="penalty_decision")
    assert decision.number == f"示市监罚〔{decision.made_on.year}〕1号"
    numbers = Counter(Document.objects.exclude(number="").values_list("number", flat=True))
    assert max(numbers.values()) == 1


def test_the_decision_tells_of_this_case(case: Case, bureau: Bureau) -> None:
    said = paper_text(case, "penalty_decision")
    decided = StepRow.objects.get(case=case, name="decide")
    assert reading.squeezed(case.party.name) in said
    assert reading.squeezed(decided.data["content"]) in said
    assert reading.squeezed(bureau.bureau.review_authority) in said
    assert reading.squeezed(bureau.bureau.bank_account) in said
    assert reading.squeezed(Document.objects.get(case=case, paper="penalty_notice").number) in said


def test_officers_stand_with_name_and_credential(case: Case) -> None:
    looked = StepRow.objects.filter(case=case, name="inspect").latest("seq")
    said = paper_text(case, "scene_record")
    for person in looked.context["told"]["officers"].values():
        assert f"{person['name']}（执法证号{person['credential']}）" in said


def test_the_file_lists_every_document(case: Case) -> None:
    said = paper_text(case, "file_catalogue")
    for document in Document.objects.filter(case=case).exclude(paper__startswith="file_"):
        assert reading.squeezed(document.title) in said


def test_a_leaf_commits_to_each_document(case: Case) -> None:
    for document in Document.objects.filter(case=case).select_related("leaf"):
        entry = Entry.from_bytes(bytes(document.leaf.entry))
        assert entry.kind == "document"
        assert entry.step == str(document.step_id)
        assert entry.commit == commitment(bytes(document.leaf.salt), document_content(str(document.id), document.sha256, paper=document.paper))


def test_told_twice_it_makes_them_once(case: Case) -> None:
    before = Document.objects.count(), Leaf.objects.count()
    for step in StepRow.objects.filter(case=case):
        assert make_documents(step.id) == []
    assert (Document.objects.count(), Leaf.objects.count()) == before


def test_the_bytes_are_sealed_and_checked(case: Case) -> None:
    document = Document.objects.filter(case=case).latest("id")
    path = storage.path(document.sha256)
    with path.open("rb") as opened:
        pdf = opened.read()
    assert storage.digest(pdf) == document.sha256
    assert (len(pdf), page_count(pdf)) == (document.size, document.pages)
    raw = storage.folder() / document.sha256[:2] / document.sha256[2:4] / document.sha256
    kept = raw.read_bytes()
    assert b"%PDF" not in kept
    raw.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))
    with pytest.raises(storage.Damaged):
        storage.fetch(document.sha256)
    raw.unlink()
    with pytest.raises(storage.Damaged):
        storage.fetch(document.sha256)


def test_what_fails_is_tried_again_and_the_others_go_on(bureau: Bureau, monkeypatch: pytest.MonkeyPatch) -> None:
    replay(json.loads((DATA / "food_safety.json").read_text("utf-8")) | {"steps": json.loads((DATA / "food_safety.json").read_text("utf-8"))["steps"][:2]})
    told: list[Outbox] = []

    def fail_first(row: Outbox) -> None:
        told.append(row)
        if len(told) == 1:
            raise RuntimeError("类型字体缺失")

    monkeypatch.setitem(consumers.TOPICS, "step", fail_first)
    assert consumers.drain(topics=("step",)) == 1
    waiting = Outbox.objects.get(topic="step", done_at__isnull=True)
    assert (waiting.tries, "类型字体缺失" in waiting.error) == (1, True)
    assert consumers.drain(topics=("step",)) == 0, "not before its time"
    Outbox.objects.update(next_try=None)
    assert consumers.drain(topics=("step",)) == 1


def test_a_document_opens_for_who_may_see_the_case_and_for_nobody_else(case: Case, bureau: Bureau, client: Client) -> None:
    document = Document.objects.get(case=case, paper="penalty_decision")
    address = f"/documents/{document.id}/"
    assert client.get(address).status_code in {302, 403}
    client.force_login(bureau.named["liwei"].user)
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Disposition"].startswith("inline")
    assert storage.digest(answer.content) == document.sha256
    client.force_login(bureau.named["admin"].user)
    assert client.get(address).status_code == 403


def test_selectors_are_scoped(case: Case, bureau: Bureau) -> None:
    document = Document.objects.filter(case=case).latest("id")
    assert selectors.document(bureau.who("liwei"), document.id) == document
    assert selectors.of_case(bureau.who("zhaomin"), case.id)
    with pytest.raises(NotAllowed):
        selectors.documents(PUBLIC)
    with pytest.raises(NotAllowed):
        selectors.documents(bureau.who("admin"))
    with pytest.raises(NotFound):
        selectors.document(bureau.who("zhoujie"), document.id)


def test_the_cases_list_them(case: Case, bureau: Bureau) -> None:
    found = of_case(SYSTEM, case)
    assert len(found) == Document.objects.filter(case=case).count()
    assert found[0].file.open("rb").read().startswith(b"%PDF")
    assert len({paper.name for paper in found}) == len(found)
    assert of_case(bureau.who("admin"), case) == []


def test_anybody_with_the_paper_may_check_it(case: Case, client: Client) -> None:
    document = Document.objects.get(case=case, paper="penalty_decision")
    page = client.get(f"/documents/{document.id}/proof/")
    assert page.status_code == 200
    said = page.content.decode()
    assert document.sha256 in said
    assert case.party.name not in said
    assert client.get("/documents/00000000-0000-7000-8000-000000000000/proof/").status_code == 404


def test_a_correction_makes_the_paper_anew_under_its_number(bureau: Bureau) -> None:
    story = json.loads((DATA / "food_safety.json").read_text("utf-8"))
    places = [step["step"] for step in story["steps"]]
    done = replay(story | {"steps": story["steps"][: places.index("order_correction") + 1]})
    while consumers.drain():
        pass
    wrong = StepRow.objects.get(case_id=done.case_id, name="order_correction")
    first = Document.objects.get(step=wrong)
    right = wrong.data | {"demands": "改为停业整顿三日。"}
    with at(wrong.taken_at + timedelta(hours=1)):
        take(
            bureau.who("liwei"),
            done.case_id,
            "correct",
            {"seq": wrong.seq, "reason": "改正要求写错。", "data": right},
            taken_at=wrong.taken_at + timedelta(hours=1),
        )
    assert consumers.drain(topics=("step",)) == 1
    first.refresh_from_db()
    second = Document.objects.exclude(pk=first.pk).get(case_id=done.case_id, paper="correction_order")
    assert (first.superseded, second.superseded, second.number) == (True, False, first.number)
    assert "改为停业整顿三日。" in reading.text(storage.fetch(second.sha256))
    assert "改为停业整顿三日。" not in reading.text(storage.fetch(first.sha256))
    assert any("已被更正" in paper.title for paper in of_case(SYSTEM, Case.objects.get(pk=done.case_id)))


def test_a_paper_made_late_does_not_know_what_came_after(bureau: Bureau) -> None:
    """The outbox is drained after the whole case: the notice of the hearing right still speaks as of its day."""
    done = replay(json.loads((DATA / "food_safety.json").read_text("utf-8")))
    rows = list(StepRow.objects.filter(case_id=done.case_id).order_by("seq"))
    filed = next(row for row in rows if row.name == "file")
    seen = gathering.gather(filed, [row for row in rows if row.seq <= filed.seq])
    assert seen["facts"]["filed_on"] == "2026-06-03"
    assert "decided_on" not in seen["facts"]
    assert set(seen["steps"]) == {"register"}
