"""What a party reads of itself: what was served on it from the day it was served, its rights with their days, every reading recorded."""

import io
from datetime import date

import pytest

from fadu.cases.models import Step
from fadu.documents.models import Document
from fadu.evidence import vault
from fadu.evidence.exhibits.reading import PARTY_LIKE
from fadu.evidence.household.selectors import films, own
from fadu.evidence.models import Reading, Use
from fadu.evidence.recordings import services as recordings
from fadu.evidence.recordings.models import Derived
from fadu.evidence.services import keep
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


def recorded(telling, scene, seq):
    """A recording of the case with its copy to play, as the worker makes it."""
    officer, body = telling.bureau.who("liwei"), b"as it was filmed at 38.04N"
    original = keep(officer, io.BytesIO(body), use=Use.RECORDING, name="DSJ_0001.mp4", media="video/mp4", organ_id=officer.organ_id)
    said = {"scene": scene, "place": "店内", "began_at": "2026-06-05T09:00", "ended_at": "2026-06-05T09:30", "officer": str(officer.officer_id)}
    row = recordings.add(officer, original, said | {"case": str(telling.id), "seqs": str(seq)})[0]
    copy = Derived(recording=row, kind="web", media="video/mp4", made_at=row.uploaded_at)
    kept = vault.keep(copy.id, io.BytesIO(b"the copy"), most=100)
    copy.size, copy.sha256 = kept.size, kept.sha256
    copy.save(force_insert=True)
    return row


def test_the_party_sees_what_was_filmed_of_itself_once_its_decision_was_served(decided):
    """个人信息保护法第四十五条第一款. Neither a witness who speaks nor a scene without the party is shown; what is played is the copy."""
    seqs = {row.name: row.seq for row in Step.objects.filter(case=decided.id).order_by("-seq")}
    with at("2026-07-19T09:00"):
        shown, hidden = recorded(decided, "inspect", seqs["inspect"]), recorded(decided, "identify", seqs["inspect"])
        asked = recorded(decided, "question", seqs["question"])
        actor = actor_of(admitted(decided))
        page = client_for_actor(actor)
        assert films.films(actor, own.case(actor, decided.id).case) == [], "an inquiry is not given away"
        assert page.get(f"/mine/{decided.id}/recordings/{shown.pk}/").status_code == 404
    decided.take("serve")
    with at("2026-07-21T09:00"):
        party = any(word in Step.objects.get(case=decided.id, seq=seqs["question"]).data["asked_as"] for word in PARTY_LIKE)
        expected = {shown.pk, *([asked.pk] if party else [])}
        assert {row.pk for row in films.films(actor, own.case(actor, decided.id).case)} == expected
        before = Reading.objects.filter(kind="recording").count()
        answer = page.get(f"/mine/{decided.id}/recordings/{shown.pk}/")
        assert b"".join(answer.streaming_content) == b"the copy"
        assert Reading.objects.filter(kind="recording", by_role=actor.role.value).count() == before + 1
        assert page.get(f"/mine/{decided.id}/recordings/{hidden.pk}/").status_code == 404
        assert "与您有关的音像记录" in page.get(f"/mine/{decided.id}/").content.decode()
