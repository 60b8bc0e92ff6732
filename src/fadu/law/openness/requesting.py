"""依申请公开 (政府信息公开条例第四章)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.asking import ask, line, prose
from fadu.law.correction import correction
from fadu.law.openness.answering import ANSWER_STEPS
from fadu.law.openness.consulting import CONSULT_STEPS
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Kind, Procedure, Stage, Step, When
from fadu.law.statutes import OPEN_GOVERNMENT
from fadu.law.vocabulary import request


def _registered(_before: Mapping[str, Any], data: Mapping[str, Any], _context: Mapping[str, Any]) -> dict[str, Any]:
    return {"request_counted_from": request.received_on.value_of(data["request_received_on"])}


def _told(before: Mapping[str, Any], _data: Mapping[str, Any], _context: Mapping[str, Any]) -> dict[str, Any]:
    return {"request_supplement_times": (before.get("request_supplement_times") or 0) + 1, "request_unclear": True}


REGISTER = Step(
    name="register_request",
    label="登记公开申请",
    numbers="公开",
    basis=(OPEN_GOVERNMENT[29], OPEN_GOVERNMENT[31], OPEN_GOVERNMENT[45]),
    says="按提交方式确定收到之日；七个工作日内告知补正，二十个工作日内答复",
    asks=(
        line("cause", "申请公开的信息", example="2026 年食品安全抽检结果"),
        *PARTY,
        ask(request.channel),
        ask(request.submitted_on, required=False, when=("request_channel", ("counter",))),
        ask(request.signed_for_on, required=False, when=("request_channel", ("signed_post",))),
        ask(request.confirmed_on, required=False, when=("request_channel", ("plain_post", "internet", "fax"))),
        ask(request.received_on),
        prose("described", "信息的名称、文号或者特征", longest=2000),
        line("wanted_as", "获取的方式、途径", required=False),
        ask(request.unclear, required=False),
        ask(request.frequent, required=False),
    ),
    effect=_registered,
    derives=(request.counted_from,),
    once=True,
)

ASK_SUPPLEMENT = Step(
    name="ask_supplement",
    label="告知补正",
    leaves=("received",),
    enters="supplementing",
    basis=(OPEN_GOVERNMENT[30],),
    says="七个工作日内一次性告知补正的事项和合理期限",
    asks=(prose("lacking", "需要补正的事项", longest=2000), ask(request.supplement_by)),
    marks={request.supplement_told_on: When.DAY},
    effect=_told,
    derives=(request.supplement_times, request.unclear),
    papers=("request_supplement_notice",),
)

RECEIVE_SUPPLEMENT = Step(
    name="receive_supplement",
    label="收到补正",
    leaves=("supplementing",),
    enters="received",
    basis=(OPEN_GOVERNMENT[30],),
    says="答复期限自收到补正的申请之日起计算",
    asks=(prose("described", "补正后的内容", longest=2000), ask(request.supplement_excused, required=False)),
    marks={request.supplemented_on: When.DAY, request.counted_from: When.DAY},
)

ABANDON = Step(
    name="abandon_request",
    label="视为放弃申请",
    leaves=("supplementing",),
    enters="answered",
    basis=(OPEN_GOVERNMENT[30],),
    says="无正当理由逾期不补正的，不再处理",
    asks=(ask(request.supplement_excused), prose("reason", "情况", longest=1000)),
    marks={request.abandoned_on: When.DAY},
)


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """The step that a request waits for."""
    if stage == "received":
        if facts.get("request_consulting"):
            return "note_third_opinion" if "request_third_asked_on" in facts and "request_third_until" not in facts else "note_peer_opinion"
        return "answer_request" if "request_examined_on" in facts else "examine_request"
    return {"supplementing": "receive_supplement", "answered": "archive_request"}.get(stage, "")


PROCEDURE = Procedure(
    id="request.openness",
    version="2019",
    title="政府信息公开申请",
    in_force=date(2019, 5, 15),
    stages=(
        Stage(name="received", label="收到办理"),
        Stage(name="supplementing", label="补正", optional=True, note="内容不明确"),
        Stage(name="answered", label="答复"),
        Stage(name="archived", label="归档"),
    ),
    steps=(REGISTER, ASK_SUPPLEMENT, RECEIVE_SUPPLEMENT, ABANDON, *CONSULT_STEPS, *ANSWER_STEPS, correction(("received", "supplementing", "answered"))),
    ends=frozenset({"archived"}),
    turn=turn,
    kind=Kind.REQUEST,
    grain="request",
    says="依申请公开：登记、补正、征求意见、答复",
)
