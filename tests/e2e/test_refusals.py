"""The unlawful step at every stage, tried in a real browser: refused with article, fact and next step; nothing else is written."""

import copy
from dataclasses import dataclass, field
from typing import Any

import pytest

from fadu.accounts.actors import SYSTEM
from fadu.agencies.models import Credential
from fadu.agencies.services import change_state
from fadu.cases.models import Attempt, Case, CaseRole, Facts, Leaf, Step
from fadu.cases.services.replay import replay
from fadu.law.registry import procedure_of
from tests.e2e.pages import Hand

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
GENERAL, SIMPLE = procedure_of("penalty.general"), procedure_of("penalty.simple")

CONCLUDED = ("register", "file", "inspect", "question", "conclude")
APPROVED = (*CONCLUDED, "review_case", "approve_proposal")
NOTIFIED = (*APPROVED, "notify")
ASKED = (*NOTIFIED, "request_hearing")
HEARD = (*ASKED, "notify_hearing", "hold_hearing", "report_hearing")
DECIDED = (*NOTIFIED, "review", "discuss", "decide")

# Days for the case in which nobody asks for a hearing; told on Tue 23 June, the five working days end on Tue 30 June.
QUICK = {"review": "2026-06-25T10:00", "discuss": "2026-06-29T09:00", "decide": "2026-07-17T10:00", "serve": "2026-07-20T10:20"}


@dataclass(frozen=True)
class Trial:
    """One unlawful step.

    Attributes:
        name: what is tried.
        done: the steps taken lawfully before.
        step: the step tried, by whom, when.
        says: what the refusal must say.
        law: an article that it must name.
        fact: what must stand under the facts.
        fix: what must stand under the next step.
        data: answers that make it unlawful.
        before: answers to earlier steps that the trial needs.
        at: the days of earlier steps, where they differ from the story's.
        earliest: from when it will be lawful, where time alone will do.
    """

    name: str
    done: tuple[str, ...]
    step: str
    by: str
    on: str
    says: str
    law: str
    fact: str
    fix: str
    data: dict[str, Any] = field(default_factory=dict)
    before: dict[str, dict[str, Any]] = field(default_factory=dict)
    at: dict[str, str] = field(default_factory=dict)
    earliest: str = ""
    procedure: str = "penalty.general"


SPOT = {
    "register_spot": {
        "cause": "未明码标价", "item": "SC-CF-001", "party_kind": "unit", "party_name": "示范县清河食品店", "present": ["liwei", "wangfang"], "card_shown": True,
        "place": "店内", "facts_found": "部分商品未标价。", "evidence_note": "照片 2 张", "facts_clear": True, "violation_began_on": "2026-06-01", "in_jurisdiction": True,
    },
    "tell_spot": {"told": ["CONTENT", "FACTS", "REASONS", "BASIS", "DEFENCE"], "defence": "无异议", "checked": "无"},
    "decide_spot": {
        "decision_kinds": ["FINE"], "spot_fine": "3000", "violated": "食品安全法第三十四条第一款第十项", "penalised_under": "食品安全法第一百二十四条第一款第五项", "discretion_reason": "初次。",
        "correction": "立即改正", "spot_handed_over": True, "spot_sealed": True, "pay_how": "bank", "signed": "signed",
    },
}  # fmt: skip
SPOT_DAYS = {"register_spot": "2026-06-01T09:00", "tell_spot": "2026-06-01T09:20", "decide_spot": "2026-06-01T09:40"}
DEFENCE = {"speaker": "王清河", "form": "oral", "defence": "请求从轻。", "checked": "已经复核。", "adopted": "no", "adopted_reason": "已在从轻档内。"}

TRIALS = [
    Trial("立案条件不齐", ("register",), "file", "zhaoqiang", "2026-06-03T10:00", "立案", "市场监督管理行政处罚程序规定第十九条", "", "立案", {"conditions": ["evidence", "punishable"]}),
    Trial("只有一名执法人员", ("register", "file"), "inspect", "liwei", "2026-06-04T09:30", "不得少于两人", "行政处罚法第四十二条", "在场持有效执法证件人员数：1", "增加一名", {"present": ["liwei"]}),
    Trial("证件被暂扣", ("register", "file"), "inspect", "liwei", "2026-06-04T09:30", "证件", "行政处罚法第四十二条", "在场无有效执法证件人员数：1", "证件", {"present": ["liwei", "zhoujie"]}),
    Trial("未经审核批准就告知", CONCLUDED, "notify", "liwei", "2026-06-17T10:00", "先完成审核，再由负责人批准处罚建议，然后告知当事人", "市场监督管理行政处罚程序规定第五十六条", "还不知道", "审核"),
    Trial("五个工作日未满就决定", (*NOTIFIED, "review", "discuss"), "decide", "zhaoqiang", "2026-06-30T17:00", "五个工作日", "市场监督管理行政处罚程序规定第五十七条", "", "届满", at=QUICK, earliest="2026年7月1日 星期三"),
    Trial("要求了听证却不举行", ASKED, "decide", "zhaoqiang", "2026-07-02T10:00", "阶段", "行政处罚法第五十七条", "还不知道", "先办理前面的步骤"),
    Trial("听证以后未经法制审核", (*HEARD, "discuss"), "decide", "zhaoqiang", "2026-07-17T10:00", "法制审核", "行政处罚法第五十八条", "还不知道", "审核"),
    Trial("未经集体讨论", (*NOTIFIED, "review"), "decide", "zhaoqiang", "2026-07-02T10:00", "集体讨论", "行政处罚法第五十七条第二款", "还不知道", "讨论", at=QUICK),
    Trial("办案人员作决定", (*NOTIFIED, "review", "discuss"), "decide", "sunli", "2026-07-02T10:00", "", "市场监督管理行政处罚程序规定", "", "", at=QUICK, before={"inspect": {"present": ["liwei", "sunli"]}}),
    Trial("因申辩加重处罚", (*NOTIFIED, "hear_defence", "review", "discuss"), "decide", "zhaoqiang", "2026-07-02T10:00", "申辩", "行政处罚法第四十五条第二款", "", "", {"decision_fine": "140000"}, at={**QUICK, "hear_defence": "2026-06-24T10:00"}),
    Trial("超出裁量区间不写理由", (*NOTIFIED, "review", "discuss"), "decide", "zhaoqiang", "2026-07-02T10:00", "裁量", "行政处罚法第三十四条", "", "理由", {"decision_fine": "235000"}, {"conclude": {"proposed_fine": "240000"}, "discuss": {"discussed_fine": "235000"}}, QUICK),
    Trial("决定后第八日送达", DECIDED, "serve", "liwei", "2026-07-29T10:00", "七日内送达", "行政处罚法第六十一条", "", "逾期", at=QUICK),
    Trial("十五日未满就加处罚款", (*DECIDED, "serve"), "surcharge", "zhaoqiang", "2026-08-04T10:00", "加处", "行政处罚法第七十二条", "", "", {"surcharge": "3900", "surcharge_days": "1", "opinion": "同意。"}, at=QUICK),
    Trial("没有缴款就结案", (*DECIDED, "serve"), "close", "zhaoqiang", "2026-08-05T10:00", "阶段", "市场监督管理行政处罚程序规定第七十七条", "还不知道", "先办理前面的步骤", at=QUICK),
    Trial("单位当场罚款超过三千元", ("register_spot", "tell_spot"), "decide_spot", "liwei", "2026-06-01T09:40", "三千元", "行政处罚法第五十一条", "3,000.01", "普通程序", {"spot_fine": "3000.01"}, procedure="penalty.simple"),
    Trial("公民当场罚款超过二百元", ("register_spot", "tell_spot"), "decide_spot", "liwei", "2026-06-01T09:40", "二百元", "行政处罚法第五十一条", "201", "普通程序", {"spot_fine": "201"}, {"register_spot": {"party_kind": "person", "party_name": "王清河", "party_age": 40}}, procedure="penalty.simple"),
]  # fmt: skip


@pytest.fixture(scope="module")
def hands(house) -> dict[str, Hand]:
    house.clock.set("2026-06-01T08:00")
    house.bureau.credential(house.bureau.named["sunli"], valid_from="2025-01-01", valid_to="2027-12-31")
    house.clock.set("2026-06-04T08:30")
    card = Credential.objects.get(officer=house.bureau.named["zhoujie"])
    change_state(SYSTEM, card.pk, {"state": "suspended", "starts_at": "2026-06-04T08:00", "reason": "未通过年度考核"})
    house.clock.set("2026-06-05T08:30")
    change_state(SYSTEM, card.pk, {"state": "valid", "starts_at": "2026-06-05T08:00", "reason": "补考通过"})
    return {name: house.hand(name) for name in ("liwei", "zhaoqiang", "sunli")}


@pytest.fixture(scope="module")
def answers(food) -> dict[str, dict[str, Any]]:
    known = {step["step"]: step for step in food["steps"]}
    known["hear_defence"] = {"step": "hear_defence", "by": "liwei", "at": "2026-06-24T10:00", "data": DEFENCE}
    return known | {name: {"step": name, "by": "liwei", "at": SPOT_DAYS[name], "data": data} for name, data in SPOT.items()}


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.name)
def test_it_is_refused_and_nothing_is_written_but_the_attempt(house, hands, answers, trial):
    house.clock.set(trial.on, minutes=10)
    course = SIMPLE if trial.procedure == "penalty.simple" else GENERAL
    case = _case(trial, answers)
    hand = hands[trial.by]
    data = copy.deepcopy({**(answers[trial.step]["data"] if trial.step in answers else {}), **trial.data})
    if trial.step == "decide" and "hold_hearing" not in trial.done:
        data.pop("transcript_followed")
    fields = [asked for asked in course[trial.step].asks if asked.name in data]
    before = _written(case)

    hand.open_case(case)
    if hand.page.locator(f"#now a[href$='/do/{trial.step}/']").count():
        hand.open_step(trial.step)
    else:  # the page does not even offer it; try all the same
        hand.go(f"/cases/{case}/do/{trial.step}/")
    hand.fill(fields, data, at=trial.on)
    typed = hand.typed(fields)
    hand.submit()

    assert not hand.errors(), hand.errors()
    assert hand.status == 409
    assert hand.page.evaluate("document.activeElement.className") == "refusal", "the refusal is read first"
    refusals = hand.refusals()
    found = [refusal for refusal in refusals if trial.says in refusal.says and any(trial.law in law for law in refusal.laws)]
    assert found, refusals
    assert all(refusal.laws and refusal.fix for refusal in refusals), refusals
    assert any(trial.fact in refusal.fact and trial.fix in refusal.fix and trial.earliest in refusal.earliest for refusal in found), found
    assert any(refusal.fact or refusal.earliest for refusal in found), found
    assert hand.typed(fields) == typed, "nothing typed is lost"

    after = _written(case)
    assert after.pop("attempts") == before.pop("attempts") + 1
    assert after.pop("attempt leaves") == before.pop("attempt leaves") + 1
    assert after == before, "nothing else is written"
    hand.open_case(case)
    title, state = hand.record()[0]
    assert (title, state) == (course[trial.step].label, "refused")
    newest = hand.page.locator("ol.record > li").first
    assert "已拒绝" in newest.inner_text()
    assert trial.says in newest.inner_text()
    assert trial.law in newest.inner_text()


def test_the_browser_complained_of_nothing_but_the_refusals(hands):
    """A 409 is told to the console by the browser itself."""
    said = {text for hand in hands.values() for text in hand.said}
    assert {text for text in said if "409" not in text} == set()


def _case(trial: Trial, answers: dict[str, dict[str, Any]]) -> str:
    steps = [copy.deepcopy(answers[name]) for name in trial.done]
    for step in steps:
        step["at"] = trial.at.get(step["step"], step["at"])
        step["data"] |= trial.before.get(step["step"], {})
        if step["step"] == "decide":
            step["data"].pop("transcript_followed")
    return str(replay({"procedure": trial.procedure, "steps": steps}).case_id)


def _written(case: str) -> dict[str, Any]:
    row = Case.objects.get(pk=case)
    return {
        "attempts": Attempt.objects.filter(case_id=case).count(),
        "attempt leaves": Leaf.objects.filter(case_id=case, kind="attempt").count(),
        "leaves": Leaf.objects.filter(case_id=case).exclude(kind="attempt").count(),
        "steps": Step.objects.filter(case_id=case).count(),
        "seq": row.seq,
        "stage": row.stage,
        "due": row.next_due,
        "roles": sorted(CaseRole.objects.filter(case_id=case).values_list("officer_id", "function")),
        "facts": Facts.objects.filter(pk=case).values().get(),
    }
