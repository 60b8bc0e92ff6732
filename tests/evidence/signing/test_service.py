"""Each way of service with its proof, the day that counts with its article, and what the law does not let count."""

import json
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from fadu.accounts.permissions import NotAllowed
from fadu.cases import now as clock
from fadu.cases.errors import Conflict, NotFound, Refused
from fadu.cases.models import Case, Leaf
from fadu.cases.models import Step as StepRow
from fadu.cases.services import record, take
from fadu.cases.services.proofs import kinds
from fadu.catalog.selectors import calendar
from fadu.documents.models import Document
from fadu.evidence.models import Original, Placing, Use
from fadu.evidence.signing import selectors, services
from fadu.evidence.signing.carriers import Delivery, NotSent
from fadu.evidence.signing.models import Attempt, Message, Outcome, Result
from fadu.law import serving
from fadu.law.forms import Invalid
from fadu.ledger.entry import Entry, commitment
from tests.cases.world import Bureau
from tests.evidence.signing.hands import at, case_before, paper_of, shot

# --- the day, without a database: the law alone

ON = date(2026, 6, 1)
DAYS = """
direct       {"receiver":"王"}                                              2026-06-01  第八十七条第二款
direct       {"served_at":"confirmed"}                                      2026-06-01  第八十三条第二款
left         {}                                                             2026-06-01  第八十九条
post         {"served_at":"received","receipt_dated_on":"2026-06-05"}       2026-06-05  第九十一条
post         {"served_at":"confirmed","returned_on":"2026-06-12"}           2026-06-12  第八十三条第二款
entrusted    {"receipt_dated_on":"2026-06-09"}                              2026-06-09  第八十七条第二款
forwarded    {"receipt_dated_on":"2026-06-10"}                              2026-06-10  第九十四条
electronic   {"arrived_on":"2026-06-02"}                                    2026-06-02  第九十条第二款
announcement {}                                                             2026-07-02  第九十五条第一款
"""


@pytest.mark.django_db
@pytest.mark.parametrize("line", DAYS.strip().splitlines())
def test_the_day_that_counts_and_its_article(line: str) -> None:
    way, data, day, article = line.split()
    counted = serving.WAYS[way].counts(ON, json.loads(data), "market", calendar())
    assert (counted.day.isoformat(), article in str(counted.basis)) == (day, True)
    assert counted.why


@pytest.mark.django_db
def test_the_police_announce_for_sixty_days_and_a_holiday_goes_on() -> None:
    announced = serving.ANNOUNCEMENT.counts
    assert announced(ON, {}, "police", calendar()).day == date(2026, 8, 1), "1 June and sixty days: the last is Friday, 31 July"
    assert announced(date(2026, 9, 4), {}, "market", calendar()).day == date(2026, 10, 9), "4 October is a holiday: the period ends on the 8th"


def test_every_way_of_the_vocabulary_has_its_page() -> None:
    from fadu.law.vocabulary.kinds import SERVICE

    assert set(serving.WAYS) == {way for way, _ in SERVICE}


# --- in a case


@pytest.fixture(autouse=True)
def demonstration(settings: Any, tmp_path: Any) -> None:
    settings.DEMO, settings.DATA, settings.FADU_MESSENGER = True, tmp_path, "file"


@pytest.fixture
def bureau(db: None) -> Bureau:
    return Bureau()


@pytest.fixture
def case(bureau: Bureau) -> Case:
    """Decided, and not served."""
    return case_before("serve")


@pytest.fixture
def decision(case: Case) -> Document:
    return paper_of(case, "decide", "penalty_decision")


@pytest.fixture
def then(decision: Document) -> datetime:
    """The day after the decision, at noon."""
    return at("decide") + timedelta(days=1)


SIGNED = {"outcome": "served", "receiver": "王清河", "receiver_role": "legal"}


def attempted(bureau: Bureau, decision: Document, way: str, data: dict[str, Any], then: datetime, **more: Any) -> Attempt:
    with clock.at(then):
        attempt = services.begin(bureau.who("liwei"), decision, way, data, began_at=then, **more)
        attempt.document, attempt.case = decision, decision.case
        return attempt


def ended(bureau: Bureau, attempt: Attempt, data: dict[str, Any], at: datetime, **more: Any) -> Result:
    with clock.at(at):
        return services.end(bureau.who("liwei"), attempt, data, **more)


def fact(case: Case, name: str) -> Any:
    return record.state_of(Case.objects.get(pk=case.pk)).facts.get(name)


def day_of(number: int) -> date:
    from fadu.law.calendar import civil

    return civil(number)


def test_handed_over_the_register_takes_the_step_and_nothing_is_typed_twice(bureau: Bureau, decision: Document, then: datetime) -> None:
    result = ended(bureau, attempted(bureau, decision, "direct", {}, then), SIGNED, then)
    row = StepRow.objects.get(case=decision.case, name="serve")
    assert (row.data["service_method"], row.data["receiver"], row.data["receiver_role"]) == ("direct", "王清河", "legal")
    assert result.served_on == timezone.localdate(then) == day_of(fact(decision.case, "served_on"))
    assert "第八十七条第二款" in result.basis
    with pytest.raises(Conflict, match="已经送达"):
        attempted(bureau, decision, "direct", {}, then)


def test_left_needs_a_witness_or_photos(bureau: Bureau, decision: Document, then: datetime) -> None:
    attempt = attempted(bureau, decision, "left", {}, then)
    refused = {"outcome": "served", "receiver": "王清河", "note": "认为处罚过重，拒绝签收"}
    with pytest.raises(Invalid, match="第八十九条"):
        ended(bureau, attempt, refused, then)
    with pytest.raises(Invalid, match="请附上留置过程的照片"):
        ended(bureau, attempt, refused | {"filmed": True}, then)
    ended(bureau, attempt, refused | {"filmed": True}, then, files=[shot(bureau, decision)])
    assert fact(decision.case, "witnessed") is True
    kept = Original.objects.get(use=Use.SERVICE)
    assert (kept.media, kept.name) == ("image/png", "现场.png")


def test_by_post_the_day_of_the_receipt_counts(bureau: Bureau, decision: Document, then: datetime) -> None:
    attempt = attempted(bureau, decision, "post", {"reference": "EMS1", "address": "清河路12号"}, then)
    later = then + timedelta(days=5)
    got = timezone.localdate(then + timedelta(days=3))
    with pytest.raises(Invalid, match="不能早于"):
        ended(bureau, attempt, {"outcome": "served", "served_at": "received", "receiver": "王清河", "receipt_dated_on": "2020-01-01"}, later)
    with pytest.raises(Invalid, match="才算送达"):
        ended(bureau, attempt, {"outcome": "served", "served_at": "received", "receiver": "王清河", "receipt_dated_on": "2099-01-01"}, later)
    result = ended(bureau, attempt, {"outcome": "served", "served_at": "received", "receiver": "王清河", "receipt_dated_on": got.isoformat()}, later)
    assert result.served_on == got == day_of(fact(decision.case, "served_on"))
    assert StepRow.objects.get(case=decision.case, name="serve").data["reference"] == "EMS1"


def test_returned_from_an_address_nobody_confirmed_is_no_service(bureau: Bureau, decision: Document, then: datetime) -> None:
    """市场监督管理行政处罚程序规定第八十三条：没有送达地址确认书的，退回不视为送达。"""
    attempt = attempted(bureau, decision, "post", {"reference": "EMS1", "address": "清河路12号"}, then)
    back = timezone.localdate(then + timedelta(days=4)).isoformat()
    with pytest.raises(Refused) as refused:
        ended(bureau, attempt, {"outcome": "served", "served_at": "confirmed", "returned_on": back}, then + timedelta(days=5))
    assert {objection.rule for objection in refused.value.objections} & {"SC-083-1"}
    assert not Result.objects.exists()
    ended(bureau, attempt, {"outcome": "failed", "failure": "returned", "failure_note": "收件人迁走"}, then + timedelta(days=5))
    assert not StepRow.objects.filter(case=decision.case, name="serve").exists()


def test_electronic_without_consent_is_refused_with_its_article(bureau: Bureau, decision: Document, then: datetime) -> None:
    with clock.at(then), pytest.raises(Refused) as refused:
        services.send(bureau.who("liwei"), decision)
    assert refused.value.objections[0].rule == "CF-061-2"
    assert "行政处罚法第六十一条第二款" in refused.value.objections[0].bases[0]
    assert not Attempt.objects.exists()


def confirm(bureau: Bureau, case: Case, moment: datetime, address: str = "wang@example.cn") -> None:
    data = {"address": "清河路12号", "receiver": "王清河", "phone": "13800000000", "service_consented": True, "electronic_address": address}
    with clock.at(moment):
        take(bureau.who("liwei"), case.id, "confirm_address", data, taken_at=moment)


def test_electronic_service_goes_to_the_confirmed_address_and_counts_when_it_arrives(
    bureau: Bureau, decision: Document, then: datetime, settings: Any, client: Any
) -> None:
    settings.FADU_MESSENGER, settings.EMAIL_BACKEND = "email", "django.core.mail.backends.locmem.EmailBackend"
    confirm(bureau, decision.case, then)
    with clock.at(then + timedelta(hours=1)):
        attempt = services.send(bureau.who("liwei"), decision)
    sent = mail.outbox[0]
    assert sent.to == ["wang@example.cn"]
    assert "罚款" not in sent.body, "what was decided is behind the link"
    message = Message.objects.get(attempt=attempt)
    result = Result.objects.get(attempt=attempt)
    assert (result.outcome, result.served_on) == (Outcome.SERVED, timezone.localdate(message.arrived_at))
    assert fact(decision.case, "arrived_on") == fact(decision.case, "served_on")
    assert message.opened_at is None
    path = next(word for word in sent.body.split() if "/m/" in word).split("8000", 1)[1]
    page = client.get(path)
    assert page.status_code == 200
    assert result.served_on.isoformat() in page.content.decode()
    assert client.get(f"{path}document.pdf").content.startswith(b"%PDF")
    message.refresh_from_db()
    assert message.opened_at
    assert client.get("/m/nothing/").status_code == 404


class Broken:
    """A gateway that is down."""

    name = "短信网关"

    def send(self, *_: str) -> Delivery:
        raise NotSent("网关没有应答")


def test_what_cannot_be_sent_is_a_failed_attempt_and_leads_to_the_next_way(bureau: Bureau, decision: Document, then: datetime, settings: Any) -> None:
    settings.FADU_MESSENGER = f"{__name__}:Broken"
    confirm(bureau, decision.case, then)
    with clock.at(then):
        attempt = services.send(bureau.who("liwei"), decision)
    assert Result.objects.get(attempt=attempt).outcome == Outcome.FAILED
    assert not StepRow.objects.filter(case=decision.case, name="serve").exists()
    ended(bureau, attempted(bureau, decision, "direct", {}, then), SIGNED, then)


def test_announced_only_after_other_ways_failed_and_served_after_thirty_days(bureau: Bureau, decision: Document, then: datetime) -> None:
    """民事诉讼法第九十五条。"""
    notice = {"where": "本机关公告栏、门户网站", "announce_posted": True, "photographed": True}
    with pytest.raises(Refused) as refused:
        attempted(bureau, decision, "announcement", notice, then)
    assert "民事诉讼法第九十五条第一款" in refused.value.objections[0].bases[0]
    ended(bureau, attempted(bureau, decision, "direct", {}, then), {"outcome": "failed", "failure": "gone", "failure_note": "店已关门"}, then)
    with pytest.raises(Invalid, match="须拍照"):
        attempted(bureau, decision, "announcement", {"where": "公告栏", "announce_posted": True}, then)
    attempt = attempted(bureau, decision, "announcement", notice, then)
    announced = StepRow.objects.get(case=decision.case, name="announce")
    assert "直接送达，查无此人、地址不详：店已关门" in announced.data["reason"]
    day = serving.ANNOUNCEMENT.counts(timezone.localdate(then), {}, "market", calendar()).day
    with pytest.raises(Invalid, match=day.isoformat()):
        ended(bureau, attempt, {"outcome": "served"}, then + timedelta(days=10))
    result = ended(bureau, attempt, {"outcome": "served"}, then + timedelta(days=60))
    assert result.served_on == day == day_of(fact(decision.case, "served_on")), "register and door agree on the day"
    assert timezone.localdate(then) + timedelta(days=30) < day


def test_one_attempt_at_a_time(bureau: Bureau, decision: Document, then: datetime) -> None:
    attempt = attempted(bureau, decision, "post", {"reference": "EMS1", "address": "清河路12号"}, then)
    with pytest.raises(Conflict, match="还没有登记结果"):
        attempted(bureau, decision, "direct", {}, then)
    ended(bureau, attempt, {"outcome": "failed", "failure": "returned"}, then)
    with pytest.raises(Conflict, match="已经登记结果"):
        ended(bureau, attempt, {"outcome": "failed", "failure": "returned"}, then)


def test_a_document_of_another_step_is_served_without_touching_the_case(bureau: Bureau, decision: Document, then: datetime) -> None:
    other = paper_of(decision.case, "notify", "penalty_notice")
    result = ended(bureau, attempted(bureau, other, "direct", {}, then), SIGNED, then)
    assert result.served_on == timezone.localdate(then)
    assert not StepRow.objects.filter(case=decision.case, name="serve").exists()


def test_a_file_proves_one_service_of_its_own_case(bureau: Bureau, decision: Document, then: datetime) -> None:
    by_post = {"reference": "EMS1", "address": "清河路12号"}
    picture = shot(bureau, decision)
    attempt = attempted(bureau, decision, "post", by_post, then, files=[picture])
    ended(bureau, attempt, {"outcome": "failed", "failure": "returned"}, then, files=[picture])
    assert attempt.proofs.count() == 1, "what proves it already is not proved twice"
    with pytest.raises(Invalid, match="另一次送达"):
        attempted(bureau, decision, "post", by_post, then, files=[picture])
    assert Attempt.objects.count() == 1
    early = shot(bureau)
    attempted(bureau, decision, "post", by_post, then, files=[early])
    assert Placing.objects.get(original=early).case_id == decision.case_id, "what belonged to no case is given to this one"


def test_a_leaf_commits_to_attempt_and_result(bureau: Bureau, decision: Document, then: datetime) -> None:
    ended(bureau, attempted(bureau, decision, "direct", {}, then), SIGNED, then)
    leaves = list(Leaf.objects.filter(kind__in=("service", "service-result")))
    assert len(leaves) == 2
    for leaf in leaves:
        assert Entry.from_bytes(bytes(leaf.entry)).commit == commitment(bytes(leaf.salt), kinds()[leaf.kind](leaf))


def test_who_serves(bureau: Bureau, decision: Document, then: datetime) -> None:
    """Who handles the case; nobody else, whatever they may read."""
    with clock.at(then):
        attempt = services.begin(bureau.who("liwei"), decision, "direct", {}, began_at=then)
        for username in ("zhoujie", "chenjing", "zhaoqiang", "zhaomin", "admin"):
            with pytest.raises((NotAllowed, NotFound)):
                services.end(bureau.who(username), selectors.attempt(bureau.who(username), attempt.id), SIGNED)
        assert selectors.attempt(bureau.who("liwei"), attempt.id) == attempt
