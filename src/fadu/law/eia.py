"""环评文件审批: a report or table comes in, is decided, the builder is told (生态环境法典第一百零二条、第一百零六条)."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.correction import correction
from fadu.law.penalty_general.source import PARTY
from fadu.law.procedure import Kind, Procedure, Role, Stage, Step, When
from fadu.law.statutes import ECOLOGY_CODE
from fadu.law.vocabulary.eia import eia

ACCEPT = Step(
    name="accept_eia",
    numbers="环评受",
    label="收到环评文件",
    basis=(ECOLOGY_CODE[102, 1], ECOLOGY_CODE[106, 2]),
    says="建设单位报批报告书、报告表，或者报请重新审核；审批期限从收到之日起算",
    asks=(
        line("cause", "事由", example="年产三千吨酱油扩建项目报批环境影响报告表"),
        *PARTY,
        line("project", "建设项目", example="示范县清河酱园扩建项目"),
        ask(eia.kind),
        ask(eia.received_on),
        ask(eia.again, required=False, rare=True),
        ask(eia.approved_on, required=False, when=("eia_again", (True,))),
    ),
    once=True,
)

DECIDE = Step(
    name="decide_eia",
    label="作出审批决定",
    leaves=("received",),
    enters="examined",
    by=Role.HEAD,
    basis=(ECOLOGY_CODE[102, 2], ECOLOGY_CODE[102, 4]),
    says="报告书六十日、报告表三十日内决定；不收取任何费用",
    asks=(ask(eia.decision), ask(eia.fee), prose("reason", "审批意见和要求"), OPINION),
    marks={eia.decided_on: When.DAY},
    once=True,
)

TELL = Step(
    name="tell_eia",
    label="书面通知建设单位",
    leaves=("examined",),
    enters="told",
    basis=(ECOLOGY_CODE[102, 2], ECOLOGY_CODE[106, 2]),
    says="决定或者审核意见在期限内书面通知建设单位",
    asks=(line("receiver", "签收人"),),
    marks={eia.told_on: When.DAY},
    papers=("eia_notice",),
    once=True,
)


def turn(stage: str, _facts: Mapping[str, Any]) -> str:
    """The step that the file waits for."""
    return {"received": "decide_eia", "examined": "tell_eia"}.get(stage, "")


PROCEDURE = Procedure(
    id="licence.eia",
    version="2026",
    title="生态环境影响评价文件审批",
    in_force=ECOLOGY_CODE.in_force,
    stages=(Stage(name="received", label="收到"), Stage(name="examined", label="审批"), Stage(name="told", label="书面通知")),
    steps=(ACCEPT, DECIDE, TELL, correction(("received", "examined"))),
    ends=frozenset({"told"}),
    turn=turn,
    kind=Kind.LICENCE,
    grain="eia",
    says="报告书、报告表的审批和五年后开工的重新审核",
)
"""What can be begun from the first day of the Code."""
