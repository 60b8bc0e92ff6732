"""行政诉讼应诉、非诉执行、国家赔偿、信访."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.correction import correction
from fadu.law.procedure import Kind, Procedure, Stage
from fadu.law.suing import after, answering, claiming, execution, petitioning

Facts = Mapping[str, Any]


def _suit(stage: str, facts: Facts) -> str:
    if stage == "judged" and "suit_perform_by" in facts:
        return "perform_judgment"
    if stage in after.AFTER:
        return "answer_suggestion" if _unanswered(facts) else "close_suit"
    return {"received": "answer_suit", "answered": "appear_court", "heard": "record_judgment"}.get(stage, "")


def _unanswered(facts: Facts) -> bool:
    return "suit_suggestion_received_on" in facts and "suit_suggestion_answered_on" not in facts


def _execution(stage: str, _facts: Facts) -> str:
    return {"prepared": "apply_execution", "applied": "record_court_acceptance", "examined": "record_ruling", "ruled": "close_execution"}.get(stage, "")


def _claim(stage: str, facts: Facts) -> str:
    if stage == "served":
        if not facts.get("compensation_granted"):
            return "close_claim"
        return "pay_claim" if "compensation_treasury_asked_on" in facts else "ask_treasury"
    return {"received": "accept_claim", "accepted": "decide_claim", "decided": "serve_claim", "paid": "close_claim"}.get(stage, "")


def _petition(stage: str, facts: Facts) -> str:
    if stage == "registered":
        mine = facts.get("petition_ours", True) and not facts.get("petition_office")
        theirs = "object_petition" if facts.get("petition_came_from") == "passed" and not facts.get("petition_office") else "forward_petition"
        return theirs if not mine else "accept_petition" if "petition_told_on" in facts else "tell_petitioner"
    if stage == "accepted":
        way = facts.get("petition_way")
        led = "petition_led_on" in facts or "petition_duty_answered_on" in facts or way == "justice"
        return "handle_petition" if way in (None, "opinion") else "close_petition" if led else "lead_petition"
    return {
        "passed_on": "close_petition", "handled": "close_petition", "reviewing": "review_petition", "reviewed": "close_petition",
        "rechecking": "recheck_petition", "rechecked": "close_petition",
    }.get(stage, "")


SUIT = Procedure(
    id="suit.general",
    version="2018",
    title="行政诉讼应诉",
    in_force=date(2018, 2, 8),
    stages=(
        Stage(name="received", label="收到应诉通知"),
        Stage(name="answered", label="答辩举证"),
        Stage(name="heard", label="出庭应诉"),
        Stage(name="judged", label="裁判"),
        Stage(name="performed", label="履行", optional=True, note="有履行内容的"),
        Stage(name="closed", label="办结"),
    ),
    steps=(*answering.STEPS, *after.STEPS, correction(("received", "answered", "heard", "judged", "performed"))),
    ends=frozenset({"closed"}),
    turn=_suit,
    kind=Kind.REMEDY,
    grain="suit",
    says="收到起诉状副本后登记，十五日内答辩举证，负责人出庭，履行裁判",
)

EXECUTION = Procedure(
    id="suit.execution",
    version="2018",
    title="申请法院执行（非诉执行）",
    in_force=date(2018, 2, 8),
    stages=(
        Stage(name="prepared", label="自查"),
        Stage(name="applied", label="申请"),
        Stage(name="examined", label="法院受理", optional=True, note="法院不受理的直接裁定"),
        Stage(name="ruled", label="裁定"),
        Stage(name="closed", label="办结"),
    ),
    steps=(*execution.STEPS, correction(("prepared", "applied", "examined", "ruled"))),
    ends=frozenset({"closed"}),
    turn=_execution,
    kind=Kind.REMEDY,
    grain="suit",
    says="当事人期满不复议、不起诉又不履行的，自查条件后申请法院执行，跟踪裁定",
)

COMPENSATION = Procedure(
    id="compensation.general",
    version="2013",
    title="行政赔偿",
    in_force=date(2013, 1, 1),
    stages=(
        Stage(name="received", label="收到申请"),
        Stage(name="accepted", label="受理"),
        Stage(name="decided", label="决定"),
        Stage(name="served", label="送达"),
        Stage(name="paid", label="支付", optional=True, note="决定赔偿的"),
        Stage(name="closed", label="办结"),
    ),
    steps=(*claiming.STEPS, correction(claiming.OPEN)),
    ends=frozenset({"closed"}),
    turn=_claim,
    kind=Kind.REMEDY,
    grain="compensation",
    says="收到赔偿申请后登记，两个月内决定，十日内送达，申请财政支付，依法追偿",
)

PETITION = Procedure(
    id="petition.general",
    version="2022",
    title="信访事项办理",
    in_force=date(2022, 5, 1),
    stages=(
        Stage(name="registered", label="登记"),
        Stage(name="accepted", label="受理"),
        Stage(name="handled", label="处理意见"),
        Stage(name="reviewing", label="请求复查", optional=True, note="信访人不服"),
        Stage(name="reviewed", label="复查意见", optional=True, note="信访人不服"),
        Stage(name="rechecking", label="请求复核", optional=True, note="信访人仍不服"),
        Stage(name="rechecked", label="复核意见", optional=True, note="终结"),
        Stage(name="closed", label="办结"),
        Stage(name="passed_on", label="转出", optional=True, note="不属于本机关"),
    ),
    steps=(*petitioning.STEPS, correction(("registered", "accepted", "handled", "reviewing", "reviewed", "rechecking", "rechecked", "passed_on"))),
    ends=frozenset({"closed"}),
    turn=_petition,
    kind=Kind.REQUEST,
    grain="petition",
    says="收到信访事项后登记，十五日内告知或者转送，六十日内办结，接受复查复核",
)

PROCEDURES: tuple[Procedure, ...] = (SUIT, EXECUTION, COMPENSATION, PETITION)
