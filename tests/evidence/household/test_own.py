"""What a party reads of itself: what was served on it from the day it was served, its rights with their days, every reading recorded."""

from datetime import date

import pytest

from fadu.cases.models import Step
from fadu.documents.models import Document
from fadu.evidence.household.selectors import own
from fadu.evidence.models import Reading
from fadu.law.calendar import china, number
from fadu.law.papers import PAPERS
from fadu.law.papers.paper import TO_ORGAN
from fadu.law.papers.party import SERVED_ON_PARTY
from fadu.law.remedy.rights import open_until
from tests.evidence.household.parties import actor_of, admitted, at, client_for, told

pytestmark = pytest.mark.django_db


def test_every_paper_of_the_list_goes_out_and_none_to_another_organ():
    assert not [name for name in SERVED_ON_PARTY if not PAPERS[name].is_served or PAPERS[name].copies == TO_ORGAN]


def test_records_of_what_others_said_and_letters_between_organs_are_not_on_it():
    kept = {"question_record", "hearing_record", "scene_record", "criminal_transfer", "assistance_letter", "court_application", "enforcement_application"}
    assert not SERVED_ON_PARTY & kept


def test_the_days_of_the_remedies_counted_by_hand():
    """行政复议法第二十条: sixty days; 行政诉讼法第四十六条: six months; a last day that is no working day moves on."""
    found = {remedy.name: until for remedy, until in open_until(number(date(2026, 7, 20)), china())}
    assert found == {"申请行政复议": date(2026, 9, 18), "提起行政诉讼": date(2027, 1, 20)}


@pytest.fixture
def decided(telling):
    """The food case up to its decision, which has not been served."""
    told(telling, "decide")
    return telling


def test_a_decision_is_there_once_it_was_served_and_not_before(decided):
    with at("2026-07-19T09:00"):
        actor = actor_of(admitted(decided))
        titles = {served.document.paper for served in own.case(actor, decided.id).papers}
        decision = Document.objects.get(case=decided.id, paper="penalty_decision")
        page = client_for_actor(actor)
        assert "penalty_notice" in titles
        assert "penalty_decision" not in titles
        assert page.get(f"/mine/papers/{decision.pk}/").status_code == 404
    decided.take("serve")
    with at("2026-07-21T09:00"):
        row = own.case(actor, decided.id)
        served = {found.document.paper: found.on for found in row.papers}
        assert served["penalty_decision"] == date(2026, 7, 20)
        answer = page.get(f"/mine/papers/{decision.pk}/?save")
        assert answer.status_code == 200
        assert answer.content.startswith(b"%PDF")
        assert "attachment" in answer["Content-Disposition"]
        rights = {right.name: right.until for right in row.rights}
        assert rights["申请行政复议"] == date(2026, 9, 18)
        assert rights["提起行政诉讼"] == date(2027, 1, 20)
    reading = Reading.objects.get(ref=decision.pk)
    assert (reading.by_role, reading.by_name, reading.action, str(reading.case_id)) == ("当事人", "王清河", "download", str(decided.id))


def client_for_actor(actor):
    from fadu.accounts.models import PartyAccount

    return client_for(PartyAccount.objects.get(user_id=actor.user_id))


def test_no_internal_paper_is_ever_given_out(decided):
    account = admitted(decided)
    page, actor = client_for(account), actor_of(account)
    inner = Document.objects.filter(case=decided.id).exclude(paper__in=SERVED_ON_PARTY)
    assert inner.count() >= 8
    assert [row.paper for row in inner if page.get(f"/mine/papers/{row.pk}/").status_code != 404] == []
    assert [row.paper for row in inner if page.get(f"/documents/{row.pk}/").status_code not in {403, 404}] == []
    shown = page.get(f"/mine/{decided.id}/").content.decode()
    assert not [row.title for row in inner if f"/mine/papers/{row.pk}/" in shown]
    assert not Reading.objects.filter(by_user=actor.user_id).exists()  # what is refused was not read


def test_progress_is_told_in_plain_words_and_nothing_of_who_decides(decided):
    page = client_for(admitted(decided))
    shown = page.get(f"/mine/{decided.id}/").content.decode()
    assert "接下来" in shown
    assert "送达决定书" in shown
    for name in ("李伟", "陈静", "赵强"):
        assert name not in shown
    said = Step.objects.get(case=decided.id, name="discuss").data.values()
    assert not [text for text in said if isinstance(text, str) and len(text) > 8 and text in shown]


def test_a_service_on_record_tells_the_day(decided, monkeypatch):
    decision = Document.objects.get(case=decided.id, paper="penalty_decision")
    monkeypatch.setattr(own, "_deeds", [lambda _case: {decision.pk: date(2026, 7, 18)}])
    served = {found.document.pk: found.on for found in own.served_papers(decided.case)}
    assert served[decision.pk] == date(2026, 7, 18)
