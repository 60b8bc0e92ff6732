"""主动公开 (政府信息公开条例第三章): one piece of information, reviewed and published."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.correction import correction
from fadu.law.procedure import Kind, Procedure, Role, Stage, Step, When
from fadu.law.statutes import OPEN_GOVERNMENT
from fadu.law.vocabulary import request

NOTE = Step(
    name="note_info",
    label="登记拟公开信息",
    basis=(OPEN_GOVERNMENT[26],),
    says="信息形成或者变更之日起二十个工作日内公开",
    asks=(
        line("cause", "信息名称", example="2026 年度行政处罚实施情况"),
        ask(request.made_on),
        ask(request.info_from, required=False),
        ask(request.special_term, required=False, help="另有期限的，在对应的程序中计算"),
        prose("summary", "内容概述", longest=2000),
    ),
    once=True,
)

REVIEW = Step(
    name="review_info",
    label="公开审查",
    leaves=("noted",),
    basis=(OPEN_GOVERNMENT[17, 2], OPEN_GOVERNMENT[14], OPEN_GOVERNMENT[15]),
    says="作保密审查，看是否涉及第三方；拿不准的报主管部门或者保密部门确定",
    asks=(
        ask(request.secrecy_reviewed),
        ask(request.closed_by_law),
        ask(request.harms_third),
        ask(request.third_agreed, required=False, when=("request_harms_third", (True,))),
        ask(request.outweighs, required=False, when=("request_harms_third", (True,))),
        ask(request.doubtful),
        ask(request.determined, required=False, when=("request_doubtful", (True,))),
        line("reviewer", "审查人"),
    ),
)

PUBLISH = Step(
    name="publish_info",
    label="发布",
    leaves=("noted",),
    enters="published",
    by=Role.HEAD,
    basis=(OPEN_GOVERNMENT[26], OPEN_GOVERNMENT[23]),
    says="审查通过后发布",
    asks=(line("where", "发布的载体"), OPINION),
    marks={request.published_on: When.DAY},
)

WITHHOLD = Step(
    name="withhold_info",
    label="决定不公开",
    leaves=("noted",),
    enters="withheld",
    by=Role.HEAD,
    basis=(OPEN_GOVERNMENT[14], OPEN_GOVERNMENT[15]),
    says="依法不得公开的，不发布，写明理由",
    asks=(prose("reason", "理由", longest=1000), OPINION),
)


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """The step that waits."""
    if stage != "noted":
        return ""
    return "publish_info" if "request_secrecy_reviewed" in facts else "review_info"


PROCEDURE = Procedure(
    id="request.publication",
    version="2019",
    title="主动公开政府信息",
    in_force=date(2019, 5, 15),
    stages=(
        Stage(name="noted", label="审查"),
        Stage(name="published", label="发布"),
        Stage(name="withheld", label="不公开", optional=True),
    ),
    steps=(NOTE, REVIEW, PUBLISH, WITHHOLD, correction(("noted",))),
    ends=frozenset({"published", "withheld"}),
    turn=turn,
    kind=Kind.REQUEST,
    grain="request",
    says="拟公开的信息：审查、发布",
)
