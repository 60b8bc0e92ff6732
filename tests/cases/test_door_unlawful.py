"""The second run of the issue: the unlawful step at every stage, refused by the one door with article, fact and next step."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Actor, Role
from fadu.agencies import services as agencies
from fadu.agencies.models import Credential, CredentialState, Officer
from fadu.cases.errors import Objection, Refused
from fadu.cases.models import Attempt, Case, CaseRole, Leaf, Step
from fadu.cases.services import register, take
from tests.cases.telling import Telling, assert_rebuilt, at, counts, refused, rules
from tests.cases.world import Bureau


def one(objections: tuple[Objection, ...], rule: str) -> Objection:
    """The objection of that rule; it must be there."""
    found = {objection.rule: objection for objection in objections}
    assert rule in found, f"{rule} is not among {sorted(found)}"
    return found[rule]


def told(objection: Objection, *, article: str, fact: str, fix: str) -> None:
    """The objection names the article, the fact that is missing or wrong, and the next step."""
    assert article in objection.bases, objection.bases
    assert any(fact in line for line in objection.facts), objection.facts
    assert fix in objection.fix, objection.fix


# --- who stands before the party ---------------------------------------------------------------------------------------


@pytest.fixture
def filed(bureau: Bureau) -> Telling:
    """A case just filed."""
    return Telling(bureau).until("file")


@pytest.mark.parametrize("step", ["inspect", "question", "preserve", "collect"])
def test_one_officer_is_too_few(filed: Telling, step: str) -> None:
    objections = refused(filed, lambda: filed.take(step, {"present": ["liwei"]}))
    objection = one(objections, "CF-042-1b")
    told(objection, article="行政处罚法第四十二条第一款", fact="在场持有效执法证件人员数：1", fix="增加一名持有有效执法证件的执法人员")
    assert "不得少于两人" in objection.says


def test_two_officers_are_enough(filed: Telling) -> None:
    assert filed.take("inspect").stage == "investigating"


def test_the_same_officer_twice_is_one(filed: Telling) -> None:
    assert "CF-042-1b" in rules(refused(filed, lambda: filed.take("inspect", {"present": ["liwei", "liwei"]})))


def test_who_has_no_credential_does_not_count(filed: Telling) -> None:
    objections = refused(filed, lambda: filed.take("inspect", {"present": ["liwei", "sunli"]}))
    assert {"CF-042-1a", "CF-042-1b"} <= set(rules(objections))
    told(one(objections, "CF-042-1a"), article="行政处罚法第四十二条第一款", fact="在场无有效执法证件人员数：1", fix="换由持有效执法证件的人员办理")


def card_of(bureau: Bureau, name: str) -> Credential:
    return Credential.objects.get(officer=bureau.named[name])


def test_a_credential_that_ran_out_yesterday_is_none(filed: Telling) -> None:
    Credential.objects.filter(pk=card_of(filed.bureau, "wangfang").pk).update(valid_to=date(2026, 6, 3))
    objections = refused(filed, lambda: filed.take("inspect"))
    assert {"CF-042-1a", "CF-042-1b"} <= set(rules(objections))


def test_a_credential_is_good_through_its_last_day(filed: Telling) -> None:
    Credential.objects.filter(pk=card_of(filed.bureau, "wangfang").pk).update(valid_to=date(2026, 6, 4))
    assert filed.take("inspect").seq == 3


@pytest.mark.parametrize("state", ["suspended", "revoked"])
def test_suspended_at_ten_is_lawful_at_one_minute_to_ten(filed: Telling, state: str) -> None:
    card = card_of(filed.bureau, "wangfang")
    CredentialState.objects.filter(credential=card, ends_at=None).update(ends_at=at("2026-06-04T10:00"))
    CredentialState.objects.create(credential=card, state=state, starts_at=at("2026-06-04T10:00"), reason="离岗培训")
    for minute in ("10:00", "10:01", "17:00"):
        objections = refused(filed, lambda minute=minute: filed.take("inspect", when=f"2026-06-04T{minute}"))
        assert {"CF-042-1a", "CF-042-1b"} <= set(rules(objections)), minute
    assert filed.take("inspect", when="2026-06-04T09:59").seq == 3
    why = Step.objects.get(case_id=filed.id, seq=3).context["told"]["officers"]
    assert all(person["credential"] for person in why.values())


def test_given_back_it_is_lawful_again(filed: Telling) -> None:
    card = card_of(filed.bureau, "wangfang")
    CredentialState.objects.filter(credential=card, ends_at=None).update(ends_at=at("2026-06-04T10:00"))
    CredentialState.objects.create(credential=card, state="suspended", starts_at=at("2026-06-04T10:00"), ends_at=at("2026-06-04T14:00"), reason="x")
    CredentialState.objects.create(credential=card, state="valid", starts_at=at("2026-06-04T14:00"), reason="x")
    assert refused(filed, lambda: filed.take("inspect", when="2026-06-04T13:59"))
    assert filed.take("inspect", when="2026-06-04T14:00").seq == 3


def test_a_credential_for_another_field_is_none_here(filed: Telling) -> None:
    Credential.objects.filter(pk=card_of(filed.bureau, "wangfang").pk).update(category="ecology")
    assert "CF-042-1a" in rules(refused(filed, lambda: filed.take("inspect")))


@pytest.mark.parametrize(
    ("step", "changes", "rule", "article", "fact", "fix"),
    [
        ("inspect", {"card_shown": False}, "CF-055-1", "行政处罚法第五十五条第一款", "已主动出示执法证件：否", "出示执法证件"),
        ("inspect", {"record_signed": "unsigned"}, "CF-055-2", "行政处罚法第五十五条第二款", "笔录签名：未签名", "核对签名"),
        ("inspect", {"reason_told": False}, "SC-021-2", "市场监督管理行政处罚程序规定第二十一条第二款", "缺少", "先告知当事人"),
        ("preserve", {"head_approved": False}, "CF-056-a", "行政处罚法第五十六条", "负责人已经批准：否", "先报负责人批准"),
    ],
)  # fmt: skip
def test_the_form_of_an_inquiry_is_kept(filed: Telling, step: str, changes: Mapping[str, Any], rule: str, article: str, fact: str, fix: str) -> None:
    objections = refused(filed, lambda: filed.take(step, changes))
    told(one(objections, rule), article=article, fact=fact, fix=fix)


# --- the time that must run out ----------------------------------------------------------------------------------------

# Without a hearing asked for. Told on Tue 23 June 2026; Fri 19 to Sun 21 June were the Dragon Boat holiday.
# Wed 24 first, Thu 25 second, Fri 26 third, (Sat 27, Sun 28), Mon 29 fourth, Tue 30 fifth and last: from Wed 1 July on.
SMALL = {"proposed_fine": "65000", "complex_or_major": False, "major_rights": False, "review_triggers": None}
SMALL_NOTICE = {"told": ["CONTENT", "FACTS", "REASONS", "BASIS", "DEFENCE"]}
SMALL_FINE = {"decision_fine": "65000", "content": "罚款 65,000 元；没收违法所得 860 元。", "transcript_followed": None}
"""A fine below the threshold of a hearing (100,000 yuan of a unit, market supervision), no review, no discussion."""


@pytest.fixture
def notified(bureau: Bureau) -> Telling:
    """A case whose party has just been told of a fine that gives no right to a hearing."""
    value = [{"factor": "货值金额", "value": "9000"}, {"factor": "tier", "value": "从轻"}]
    return Telling(bureau).until("notify", conclude=SMALL | {"factors": value}, notify=SMALL_NOTICE)


@pytest.mark.parametrize("day", ["2026-06-23", "2026-06-24", "2026-06-29", "2026-06-30"])
def test_no_decision_before_five_working_days_ran_out(notified: Telling, day: str) -> None:
    objections = refused(notified, lambda: notified.take("decide", SMALL_FINE, when=f"{day}T23:59"))
    objection = one(objections, "SC-057-2")
    told(objection, article="市场监督管理行政处罚程序规定第五十七条第二款", fact="：2026-06-23", fix="等期限届满再决定")
    assert objection.earliest == "2026-07-01"  # Wednesday
    assert not objection.provisional


def test_on_the_first_day_after_it_is_lawful(notified: Telling) -> None:
    assert notified.take("decide", SMALL_FINE, when="2026-07-01T00:00").stage == "decided"


def test_who_waives_need_not_be_waited_for(notified: Telling) -> None:
    by, waiver = "liwei", {"who": "王清河", "statement": "我放弃陈述、申辩的权利。", "record_signed": "signed"}
    take(notified.bureau.who(by), notified.id, "waive", waiver, taken_at=at("2026-06-24T09:00"))
    assert notified.take("decide", SMALL_FINE, when="2026-06-24T10:00").stage == "decided"


def test_a_fine_that_gives_a_right_to_a_hearing_waits_likewise(bureau: Bureau) -> None:
    case = Telling(bureau).until("notify", conclude={"review_triggers": None, "complex_or_major": False, "major_rights": False})
    objections = refused(case, lambda: case.take("decide", {"transcript_followed": None}, when="2026-06-30T10:00"))
    wait = one(objections, "CF-064-1-wait")
    assert (wait.earliest, wait.bases) == ("2026-07-01", ("行政处罚法第六十四条第一款第一项",))


def test_the_hearing_right_must_be_told(bureau: Bureau) -> None:
    case = Telling(bureau).before("notify")
    objections = refused(case, lambda: case.take("notify", SMALL_NOTICE))
    told(one(objections, "CF-063-1"), article="行政处罚法第六十三条第一款", fact="", fix="要求听证的权利")


def test_the_day_is_provisional_where_the_holidays_are_not_announced(notified: Telling) -> None:
    """Told on Thu 24 December 2026: the fifth working day falls in 2027, whose notice is not out."""
    case = Case.objects.get(pk=notified.id)
    facts = type(case.facts).objects.filter(pk=case.id)
    facts.update(f_notified_on=facts.get().f_notified_on + 184)
    with pytest.raises(Refused) as caught:
        notified.take("decide", SMALL_FINE, when="2026-07-02T10:00")
    wait = one(caught.value.objections, "SC-057-2")
    assert (wait.earliest > "2026-12-31", wait.provisional) == (True, True)


# --- hearing, review, discussion, decision -----------------------------------------------------------------------------


@pytest.fixture
def asked(bureau: Bureau) -> Telling:
    """A case in which the party has asked for a hearing."""
    return Telling(bureau).until("request_hearing")


def test_a_hearing_asked_for_is_not_skipped(asked: Telling) -> None:
    for step in ("decide", "review", "discuss"):
        objections = refused(asked, lambda step=step: asked.take(step, when="2026-07-06T10:00"))
        assert rules(objections) == [f"penalty.general:{step}"]
        assert "现处“听证”阶段" in objections[0].says
        assert "先办理前面的步骤" in objections[0].fix
        assert objections[0].missing


def test_nor_by_registering_a_withdrawal_that_nobody_was_called_to(asked: Telling) -> None:
    absent = {"how": "absent", "reason": "无正当理由不出席"}
    who = asked.bureau.who("liwei")
    objections = refused(asked, lambda: take(who, asked.id, "withdraw_hearing", absent, taken_at=at("2026-06-29T10:00")))
    assert "CF-064-6" in rules(objections)


def test_seven_working_days_lie_between_notice_and_hearing(asked: Telling) -> None:
    """Notice on Fri 26 June 2026: 29, 30, 1, 2, 3, 6, 7 July are the seven: lawful from Wed 8 July on."""
    objection = one(refused(asked, lambda: asked.take("notify_hearing", {"hearing_set_for": "2026-07-07"})), "CF-064-2")
    assert objection.earliest == "2026-07-08"
    assert asked.take("notify_hearing", {"hearing_set_for": "2026-07-08"}).stage == "hearing"


def test_an_investigator_does_not_chair(asked: Telling) -> None:
    objections = refused(asked, lambda: asked.take("notify_hearing", {"chair": ["wangfang"]}))
    told(one(objections, "CF-064-4"), article="行政处罚法第六十四条第一款第四项", fact="听证主持人是本案调查人员：是", fix="非本案调查人员")


@pytest.fixture
def heard(bureau: Bureau) -> Telling:
    """A case whose hearing is reported."""
    return Telling(bureau).until("report_hearing")


def test_no_decision_without_review(heard: Telling) -> None:
    heard.take("discuss")
    objections = refused(heard, lambda: heard.take("decide"))
    told(one(objections, "CF-058-1"), article="行政处罚法第五十八条第一款", fact="缺少：", fix="送法制审核机构审核")
    assert "法制审核" in "".join(one(objections, "CF-058-1").missing)


def test_no_decision_on_a_review_that_did_not_agree(heard: Telling) -> None:
    taken = heard.take("review", {"point_facts": "no", "note_facts": "缺少进货单据", "result": "correct", "opinion": "建议纠正。"})
    assert taken.stage == "heard"
    heard.take("discuss")
    told(one(refused(heard, lambda: heard.take("decide")), "CF-058-1"), article="行政处罚法第五十八条第一款", fact="：否", fix="审核同意后")


def test_no_decision_without_discussion_where_it_is_grave(heard: Telling) -> None:
    heard.take("review")
    objections = refused(heard, lambda: heard.take("decide"))
    told(one(objections, "CF-057-2"), article="行政处罚法第五十七条第二款", fact="缺少：", fix="集体讨论")


@pytest.fixture
def ripe(bureau: Bureau) -> Telling:
    """A case about to be decided."""
    return Telling(bureau).until("discuss")


def as_head(bureau: Bureau, name: str) -> Actor:
    """Somebody of the bureau in a second post, as its head."""
    officer = bureau.named[name]
    assert officer.user is not None
    agencies.appoint(SYSTEM, officer.pk, {"role": Role.HEAD.value, "starts_on": "2020-01-01"})
    return Actor(officer.user.pk, officer.name, Role.HEAD, officer.organ_id, frozenset({officer.organ_id}), officer.pk, officer.organ.name)


@pytest.mark.parametrize(
    ("name", "fact"), [("liwei", "办理人是本案办案人员：是"), ("wangfang", "办理人是本案办案人员：是"), ("chenjing", "办理人是本案审核人员：是")]
)
def test_who_investigated_or_reviewed_does_not_decide(ripe: Telling, name: str, fact: str) -> None:
    head = as_head(ripe.bureau, name)
    objections = refused(ripe, lambda: ripe.take("decide", by=head))
    told(one(objections, "CF-058-1-decider"), article="行政处罚法第五十八条第一款", fact=fact, fix="没有办理、审核本案的负责人")


def test_the_three_functions_are_kept_apart_where_no_other_rule_is(bureau: Bureau) -> None:
    case = Telling(bureau).until("review_case")
    head = as_head(bureau, "liwei")
    objections = refused(case, lambda: case.take("approve_proposal", by=head))
    assert rules(objections) == ["separation"]
    assert objections[0].bases == ("市场监督管理行政处罚程序规定第四十九条第三款",)
    assert objections[0].missing


def test_who_decides_is_not_taken_along_to_the_party(filed: Telling) -> None:
    """The head who filed the case holds the function of deciding: named among those present, it is refused."""
    filed.bureau.credential(filed.bureau.named["zhaoqiang"], valid_from="2025-01-01", valid_to="2027-12-31")
    assert "separation" in rules(refused(filed, lambda: filed.take("inspect", {"present": ["liwei", "zhaoqiang"]})))


def test_the_database_itself_keeps_the_functions_apart(ripe: Telling) -> None:
    for function in ("review", "decide", "handle"):
        with pytest.raises(IntegrityError), transaction.atomic():
            CaseRole.objects.create(case_id=ripe.id, officer=ripe.bureau.named["liwei"], function=function, since=timezone.now())
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO cases_caserole (case_id, officer_id, function, since) SELECT case_id, officer_id, 'decide', since FROM cases_caserole")


def test_each_person_has_one_function(ripe: Telling) -> None:
    names = {officer.pk: name for name, officer in ripe.bureau.named.items()}
    roles = {names[officer]: function for officer, function in CaseRole.objects.filter(case_id=ripe.id).values_list("officer_id", "function")}
    assert roles == {"liwei": "handle", "wangfang": "handle", "chenjing": "review", "zhaoqiang": "decide"}


HEAVIER = [
    ({"decision_fine": "130000.01"}, "罚款数额"),
    ({"decision_fine": "200000", "deviation": "情节恶劣"}, "罚款数额"),
    ({"decision_kinds": ["FINE", "GAIN", "REVOKE_LICENCE"]}, "处罚种类"),
]


@pytest.mark.parametrize(("changes", "fact"), HEAVIER)
def test_the_penalty_does_not_grow_by_the_defence(ripe: Telling, changes: Mapping[str, Any], fact: str) -> None:
    objections = refused(ripe, lambda: ripe.take("decide", changes))
    told(one(objections, "CF-045-2"), article="行政处罚法第四十五条第二款", fact=fact, fix="按不重于告知书的内容决定")


def test_it_may_shrink(ripe: Telling) -> None:
    assert ripe.take("decide", {"decision_fine": "125000"}).stage == "decided"


def test_a_fine_beyond_the_statute_is_refused(bureau: Bureau) -> None:
    """Ten to twenty times goods of 12,000 yuan: 120,000 to 240,000."""
    for fine in ("240000.01", "119999.99"):
        case = Telling(bureau).until("discuss", conclude={"proposed_fine": fine, "deviation": "见说明", "lighter": True})
        objections = refused(case, lambda case=case, fine=fine: case.take("decide", {"decision_fine": fine, "deviation": "见说明"}))
        told(one(objections, "CF-076-1-2-range"), article="行政处罚法第七十六条第一款第二项", fact="罚款", fix="上下限之内")


def beyond_the_band(bureau: Bureau, **decision: Any) -> Telling:
    """The band of 从轻 goes to 156,000 yuan (30%); 200,000 lies within the statute's range."""
    return Telling(bureau).until("discuss", conclude={"proposed_fine": "200000", **decision})


def flaws(case: Telling, step: str) -> list[str]:
    """The rules whose flaws stay with a step that was taken."""
    return [flaw["rule"] for flaw in Step.objects.get(case_id=case.id, name=step).context.get("told", {}).get("flaws", ())]


def test_a_fine_beyond_the_band_with_its_reason_is_lawful(bureau: Bureau) -> None:
    case = beyond_the_band(bureau, deviation="货值虽小，但曾被群众多次投诉。")
    assert case.take("decide", {"decision_fine": "200000"}).stage == "decided"
    assert "CF-034" not in flaws(case, "decide")


def test_the_reason_may_be_given_with_the_decision(bureau: Bureau) -> None:
    case = beyond_the_band(bureau)
    case.take("decide", {"decision_fine": "200000", "deviation": "曾被群众多次投诉。"})
    assert "CF-034" not in flaws(case, "decide")


def test_a_fine_beyond_the_band_without_a_reason_is_refused(bureau: Bureau) -> None:
    case = beyond_the_band(bureau)
    objections = refused(case, lambda: case.take("decide", {"decision_fine": "200000"}))
    told(one(objections, "CF-034"), article="行政处罚法第三十四条", fact="裁量", fix="写明减轻、偏离的理由")


# --- on the spot -------------------------------------------------------------------------------------------------------


def spot(bureau: Bureau, **registration: Any) -> Telling:
    return Telling(bureau.general(), "simple").until("tell_spot", register_spot=registration)


@pytest.mark.parametrize(
    ("party", "rule", "lawful", "unlawful"),
    [
        ({}, "CF-051-a", "200", "200.01"),
        ({"party_kind": "unit", "party_name": "示范县南街商场", "item": "YJ-CF-001"}, "CF-051-b", "3000", "3000.01"),
    ],
)
def test_a_fine_on_the_spot_is_small(bureau: Bureau, party: Mapping[str, Any], rule: str, lawful: str, unlawful: str) -> None:
    case = spot(bureau, **party)
    for fine in (unlawful, "50000"):
        objections = refused(case, lambda fine=fine: case.take("decide_spot", {"spot_fine": fine}))
        told(one(objections, rule), article="行政处罚法第五十一条", fact="罚款", fix="转为普通程序")
    assert case.take("decide_spot", {"spot_fine": lawful}).stage == "decided"


def test_on_the_spot_too_the_party_is_told_first(bureau: Bureau) -> None:
    case = Telling(bureau.general(), "simple").until("register_spot")
    objections = refused(case, lambda: case.take("decide_spot"))
    told(one(objections, "CF-062"), article="行政处罚法第六十二条", fact="缺少", fix="先告知")


def test_only_small_sums_are_taken_on_the_spot(bureau: Bureau) -> None:
    case = spot(bureau)
    case.take("decide_spot", {"spot_fine": "150"})
    objections = refused(case, lambda: case.take("collect_fine", {"instalment": "150"}))
    told(one(objections, "CF-068-1"), article="行政处罚法第六十八条第一款第一项", fact="150.00 元", fix="到银行")


def test_on_the_spot_one_officer_is_too_few_and_nothing_is_opened(bureau: Bureau) -> None:
    case = Telling(bureau.general(), "simple")
    before = counts()
    with pytest.raises(Refused) as caught:
        case.take("register_spot", {"present": ["zhoulin"]})
    assert "CF-042-1b" in rules(caught.value.objections)
    grown = {name: number - before[name] for name, number in counts().items() if number != before[name]}
    assert grown == {"cases.Attempt": 1}  # there is no case yet that a leaf could belong to
    attempt = Attempt.objects.get()
    assert (attempt.case_id, attempt.organ, attempt.by_name) == (None, bureau.organs["示综"], "周林")


# --- service -----------------------------------------------------------------------------------------------------------

# Decided on Fri 17 July 2026. Mon 20 first, … Fri 24 fifth, Mon 27 sixth, Tue 28 seventh: Wed 29 July is day 8.
LATE = {"late": "送达逾期一日", "reason": "当事人外出", "opinion": "同意补办。"}


@pytest.fixture
def decided(bureau: Bureau) -> Telling:
    """A case just decided."""
    return Telling(bureau).until("decide")


def test_service_on_the_seventh_working_day_is_in_time(decided: Telling) -> None:
    assert decided.take("serve", when="2026-07-28T23:59").stage == "served"
    assert not decided.case.clocks.get(rule="CF-061-1").late


def test_service_on_day_eight_is_refused_until_the_head_admits_it_and_the_flaw_stays(decided: Telling) -> None:
    objections = refused(decided, lambda: decided.take("serve", when="2026-07-29T09:00"))
    told(one(objections, "CF-061-1"), article="行政处罚法第六十一条第一款", fact="2026-07-17", fix="批准逾期说明后再送达")
    who = decided.bureau.who("zhaoqiang")
    take(who, decided.id, "admit_lateness", LATE, taken_at=at("2026-07-29T10:00"))
    assert decided.take("serve", when="2026-07-29T11:00").stage == "served"
    clock = decided.case.clocks.get(rule="CF-061-1")
    assert (clock.due_on, clock.done_on, clock.late) == (date(2026, 7, 28), date(2026, 7, 29), True)
    assert_rebuilt(decided.case)


def test_lateness_is_not_admitted_beforehand(decided: Telling) -> None:
    take(decided.bureau.who("zhaoqiang"), decided.id, "admit_lateness", LATE, taken_at=at("2026-07-28T10:00"))
    assert "CF-061-1" in rules(refused(decided, lambda: decided.take("serve", when="2026-07-29T09:00")))


def test_lateness_is_admitted_by_the_head_alone(decided: Telling) -> None:
    from fadu.accounts.permissions import NotAllowed

    before = counts()
    for name in ("liwei", "chenjing"):
        with pytest.raises(NotAllowed):
            take(decided.bureau.who(name), decided.id, "admit_lateness", LATE, taken_at=at("2026-07-29T10:00"))
    assert counts() == before


def test_preserved_goods_are_disposed_of_in_seven_working_days(bureau: Bureau) -> None:
    """Preserved on Thu 4 June 2026: 5, 8 to 12 and 15 June are the seven; 16 June is late and only release is left."""
    case = Telling(bureau).until("collect")
    objections = refused(case, lambda: case.take("dispose_preserved", when="2026-06-16T09:00"))
    assert {"CF-056-b", "SC-035-b"} <= set(rules(objections))
    assert case.take("dispose_preserved", when="2026-06-15T17:00").seq == 7


# --- the order of steps ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", ["inspect_twice", "close", "archive", "serve", "pay", "decide", "notify", "conclude"])
def test_a_step_out_of_its_turn_is_refused(bureau: Bureau, step: str) -> None:
    case = Telling(bureau).until("register")
    if step == "inspect_twice":
        case.take("inspect")
        case.take("inspect", when="2026-06-04T10:00")  # a second inspection is lawful
        return
    objections = refused(case, lambda: case.take(step))
    assert rules(objections) == [f"penalty.general:{step}"]
    assert "现处“案源”阶段" in objections[0].says


def test_a_step_that_has_no_occasion_is_refused(filed: Telling) -> None:
    who = filed.bureau.who("liwei")
    objections = refused(filed, lambda: take(who, filed.id, "resume", {"reason": "恢复"}, taken_at=at("2026-06-05T09:00")))
    assert rules(objections) == ["penalty.general:resume:unfit"]


def test_what_is_done_once_is_not_done_twice(bureau: Bureau) -> None:
    case = Telling(bureau).until("register")
    data = {"reason": "案情复杂", "opinion": "同意延长。"}
    take(bureau.who("zhaoqiang"), case.id, "extend_verification", data, taken_at=at("2026-06-01T10:00"))
    objections = refused(case, lambda: take(bureau.who("zhaoqiang"), case.id, "extend_verification", data, taken_at=at("2026-06-01T11:00")))
    assert rules(objections) == ["penalty.general:extend_verification:once"]


def test_an_ended_case_takes_no_step(bureau: Bureau) -> None:
    case = Telling(bureau).until("archive")
    for name in ("inspect", "pay", "archive", "close"):
        assert rules(refused(case, lambda name=name: case.take(name, when="2026-08-11T09:00"))) == [f"penalty.general:{name}"]


# --- what an attempt keeps ---------------------------------------------------------------------------------------------


def test_each_attempt_is_recorded_with_who_and_what_was_typed(filed: Telling) -> None:
    for _ in range(3):
        refused(filed, lambda: filed.take("inspect", {"present": ["liwei"], "findings": "第一稿"}))
    attempts = Attempt.objects.filter(case_id=filed.id)
    assert attempts.count() == 3
    for attempt in attempts:
        assert (attempt.by_name, attempt.by_role, attempt.name) == ("李伟", "执法人员", "inspect")
        assert attempt.data["findings"] == "第一稿"
        assert attempt.taken_at == at("2026-06-04T09:30")
        assert b"\xe7\xac\xac\xe4\xb8\x80\xe7\xa8\xbf" not in bytes(Leaf.objects.get(ref=attempt.id).entry)


def test_an_attempt_does_not_hold_up_the_case(filed: Telling) -> None:
    refused(filed, lambda: filed.take("inspect", {"present": ["liwei"]}))
    assert filed.take("inspect").seq == 3
    assert_rebuilt(filed.case)


def test_a_registration_by_somebody_elses_hand_is_not_opened(bureau: Bureau) -> None:
    officer: Officer = bureau.named["liwei"]
    other = Actor(1, officer.name, Role.SUPERVISOR, officer.organ_id, frozenset({officer.organ_id}), officer.pk)
    from fadu.accounts.permissions import NotAllowed

    with pytest.raises(NotAllowed):
        register(other, "penalty.general", {}, taken_at=at("2026-06-01T09:00"))
    assert not Case.objects.exists()
