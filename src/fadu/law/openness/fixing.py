"""政府信息更正 (政府信息公开条例第四十一条)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.asking import ask, line, prose
from fadu.law.correction import correction
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Kind, Procedure, Stage, Step, When, absent
from fadu.law.statutes import OPEN_GOVERNMENT
from fadu.law.vocabulary import request

BASIS = (OPEN_GOVERNMENT[41],)

ASK = Step(
    name="ask_fix",
    label="登记更正申请",
    basis=BASIS,
    says="申请人有证据证明与自身有关的记录不准确的，可以要求更正",
    asks=(
        line("cause", "要求更正的记录", example="行政处罚信息公示内容"),
        *PARTY,
        ask(request.fix_asked_on),
        prose("evidence_note", "不准确之处和证据", longest=2000),
    ),
    once=True,
)

VERIFY = Step(
    name="verify_fix",
    label="审核",
    leaves=("asked",),
    basis=BASIS,
    says="核实是否属实，本机关是否有权更正",
    asks=(ask(request.fix_ours), ask(request.fix_true, required=False, when=("request_fix_ours", (True,))), prose("checked", "审核情况", longest=2000)),
)

FIX = Step(
    name="fix_info",
    label="更正",
    unfit=lambda facts: "" if facts.get("request_fix_true") else "没有审核属实",
    leaves=("asked",),
    basis=BASIS,
    says="属实的予以更正",
    asks=(prose("fixed", "更正的内容", longest=2000),),
    marks={request.fixed_on: When.DAY},
)

CLOSE = Step(
    name="close_fix",
    label="告知并办结",
    unfit=absent(request.fix_ours, "还没有审核"),
    leaves=("asked",),
    enters="fixed",
    basis=BASIS,
    says="告知申请人；无权更正的转送有权机关或者告知申请人",
    asks=(ask(request.fix_told, required=False), ask(request.fix_passed_on, required=False), prose("told_of", "告知的内容", longest=1000)),
    marks={request.fix_closed_on: When.DAY},
)


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """The step that waits."""
    if stage != "asked":
        return ""
    if "request_fix_ours" not in facts:
        return "verify_fix"
    return "fix_info" if facts.get("request_fix_true") and "request_fixed_on" not in facts else "close_fix"


PROCEDURE = Procedure(
    id="request.correction",
    version="2019",
    title="政府信息更正申请",
    in_force=date(2019, 5, 15),
    stages=(Stage(name="asked", label="审核更正"), Stage(name="fixed", label="告知办结")),
    steps=(ASK, VERIFY, FIX, CLOSE, correction(("asked",))),
    ends=frozenset({"fixed"}),
    turn=turn,
    kind=Kind.REQUEST,
    grain="request",
    says="要求更正与自身有关的政府信息记录",
)
