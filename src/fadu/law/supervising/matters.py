"""投诉举报、争议协调、协助、法规实施报告: the short procedures of supervision."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.asking import OPINION, ask, line, prose
from fadu.law.correction import correction
from fadu.law.forms import Field, Kind
from fadu.law.procedure import Kind as ActKind
from fadu.law.procedure import Procedure, Role, Stage, Step, When
from fadu.law.statutes import HEBEI_SUPERVISION, SHANDONG_SUPERVISION, SUPERVISION
from fadu.law.vocabulary import supervision

OPENED = {supervision.opened_on: When.DAY}
IN_FORCE = date(2026, 2, 1)

# --- 投诉举报

COMPLAIN = Step(
    name="supervise_complaint_open", label="登记投诉举报", by=Role.SUPERVISOR, basis=(HEBEI_SUPERVISION[16], SUPERVISION[20, 2]),
    says="登记对执法行为的投诉举报；实名的予以保密",
    asks=(
        line("cause", "投诉举报事项", example="反映重复检查"), ask(supervision.place), ask(supervision.real_name),
        line("complainant", "投诉举报人", required=False), Field(name="complainant_phone", label="联系电话", kind=Kind.PHONE, required=False),
        line("target_name", "被投诉举报的机关"), prose("summary", "反映的问题", longest=3000),
    ),
    marks={**OPENED, supervision.clue_received_on: When.DAY}, once=True, numbers="监诉",
)  # fmt: skip
ACCEPT_COMPLAINT = Step(
    name="supervise_complaint_accept", label="受理投诉举报", leaves=("complained",), enters="accepted", by=Role.SUPERVISOR, basis=(HEBEI_SUPERVISION[16],),
    says="属于执法监督范围的受理；可以复议、起诉的引导当事人",
    asks=(prose("assessment", "受理意见", longest=1000), ask(supervision.remedy), ask(supervision.remedy_guided, required=False)),
    marks={supervision.clue_assessed_on: When.DAY},
    leads_to=("supervision.general",),
)  # fmt: skip
REPLY_COMPLAINT = Step(
    name="supervise_complaint_reply", label="反馈处理结果", leaves=("complained", "accepted"), by=Role.SUPERVISOR, basis=(HEBEI_SUPERVISION[16],),
    says="把处理结果反馈投诉举报人，不受理的说明理由",
    asks=(prose("reply", "处理结果", longest=2000), line("how", "反馈的方式")),
    marks={supervision.complaint_replied_on: When.DAY}, papers=("supervision_complaint_reply",),
)  # fmt: skip
CLOSE_COMPLAINT = Step(
    name="supervise_complaint_close", label="办结投诉举报", leaves=("complained", "accepted"), enters="closed", by=Role.HEAD, basis=(HEBEI_SUPERVISION[16],),
    says="反馈并确认保密后办结", asks=(ask(supervision.identity_kept), OPINION), marks={supervision.complaint_closed_on: When.DAY},
)  # fmt: skip


def _complaint_turn(stage: str, facts: Mapping[str, Any]) -> str:
    if stage == "complained":
        return "supervise_complaint_accept"
    if stage == "accepted":
        return "supervise_complaint_close" if "supervision_complaint_replied_on" in facts else "supervise_complaint_reply"
    return ""


COMPLAINT = Procedure(
    id="supervision.complaint", version="2026", title="行政执法投诉举报", in_force=IN_FORCE, kind=ActKind.SUPERVISION, grain="supervision",
    says="公民、企业反映执法问题的受理、处理和反馈",
    stages=(Stage(name="complained", label="登记"), Stage(name="accepted", label="受理"), Stage(name="closed", label="办结")),
    steps=(COMPLAIN, ACCEPT_COMPLAINT, REPLY_COMPLAINT, CLOSE_COMPLAINT, correction(("complained", "accepted"))),
    ends=frozenset({"closed"}), turn=_complaint_turn,
)  # fmt: skip

# --- 执法争议

DISPUTE_OPEN = Step(
    name="supervise_dispute_open", label="登记执法争议", by=Role.SUPERVISOR, basis=(SUPERVISION[13], SHANDONG_SUPERVISION[18, 2]),
    says="登记执法机关之间关于事项、管辖、跨领域跨区域执法的争议",
    asks=(
        line("cause", "争议事项", example="流动摊贩食品安全管辖争议"), line("organs", "争议各方"), ask(supervision.place),
        ask(supervision.dispute_between_equals), prose("summary", "各方主张和依据", longest=3000),
    ),
    marks=OPENED, once=True, numbers="监协",
)  # fmt: skip
DISPUTE_TALK = Step(
    name="supervise_dispute_talk", label="协调争议", leaves=("disputed",), enters="coordinated", by=Role.SUPERVISOR,
    basis=(SUPERVISION[13], SHANDONG_SUPERVISION[18, 2]), says="组织各方协调，记明是否达成一致",
    asks=(ask(supervision.dispute_agreed), prose("course", "协调经过和结果", longest=3000)),
    marks={supervision.dispute_talks_ended_on: When.DAY}, papers=("supervision_coordination",),
)  # fmt: skip
DISPUTE_OPINION = Step(
    name="supervise_dispute_opinion", label="提出处理意见", leaves=("coordinated",), by=Role.HEAD, basis=(SUPERVISION[13],),
    says="协调不能一致的，提出处理意见报政府决定", asks=(prose("proposal", "处理意见和依据", longest=3000), OPINION),
    marks={supervision.dispute_opinion_on: When.DAY},
)  # fmt: skip
DISPUTE_DECIDE = Step(
    name="supervise_dispute_decide", label="登记政府决定", leaves=("coordinated",), enters="settled", by=Role.SUPERVISOR,
    basis=(SUPERVISION[13], SHANDONG_SUPERVISION[18, 2]), says="登记人民政府对争议的决定",
    asks=(ask(supervision.dispute_decider), prose("content", "决定内容", longest=2000)), marks={supervision.dispute_decided_on: When.DAY},
)  # fmt: skip
DISPUTE_CLOSE = Step(
    name="supervise_dispute_close", label="按协调结果办结", leaves=("coordinated",), enters="settled", by=Role.HEAD, basis=(SUPERVISION[13],),
    says="达成一致的，按协调意见执行", asks=(OPINION,), unfit=lambda facts: "" if facts.get("supervision_dispute_agreed") else "协调没有达成一致",
)  # fmt: skip


def _dispute_turn(stage: str, facts: Mapping[str, Any]) -> str:
    if stage == "disputed":
        return "supervise_dispute_talk"
    if stage != "coordinated":
        return ""
    if facts.get("supervision_dispute_agreed"):
        return "supervise_dispute_close"
    return "supervise_dispute_decide" if "supervision_dispute_opinion_on" in facts else "supervise_dispute_opinion"


DISPUTE = Procedure(
    id="supervision.dispute", version="2026", title="行政执法争议协调", in_force=IN_FORCE, kind=ActKind.SUPERVISION, grain="supervision",
    says="执法机关之间争议的协调，协调不成的报政府决定",
    stages=(Stage(name="disputed", label="登记"), Stage(name="coordinated", label="协调"), Stage(name="settled", label="办结")),
    steps=(DISPUTE_OPEN, DISPUTE_TALK, DISPUTE_OPINION, DISPUTE_DECIDE, DISPUTE_CLOSE, correction(("disputed", "coordinated"))),
    ends=frozenset({"settled"}), turn=_dispute_turn,
)  # fmt: skip

# --- 协助

ASSIST_OPEN = Step(
    name="supervise_assist_open", label="提请协助", by=Role.SUPERVISOR, basis=(SHANDONG_SUPERVISION[24], HEBEI_SUPERVISION[23]),
    says="监督事项涉及其他单位职责的，提请其协助",
    asks=(
        line("cause", "监督事项"), line("to_organ", "被提请协助的单位"), ask(supervision.place), prose("matters", "协助事项和依据", longest=2000),
        Field(name="until", label="请于何日前答复", kind=Kind.DATE),
    ),
    marks=OPENED, once=True, numbers="监助", papers=("supervision_assistance",),
)  # fmt: skip
ASSIST_ANSWER = Step(
    name="supervise_assist_answer", label="登记协助结果", leaves=("asked",), enters="answered", by=Role.SUPERVISOR,
    basis=(SHANDONG_SUPERVISION[24], HEBEI_SUPERVISION[23]), says="有关单位在职责范围内协助，不能协助的说明理由",
    asks=(
        Field(name="assisted", label="结果", kind=Kind.CHOICE, choices=(("done", "已经协助"), ("refused", "不予协助，已说明理由"))),
        prose("result", "协助的情况或者理由", longest=2000),
    ),
)  # fmt: skip
ASSISTANCE = Procedure(
    id="supervision.assistance", version="2026", title="监督事项协助", in_force=IN_FORCE, kind=ActKind.SUPERVISION, grain="supervision",
    says="提请有关单位协助监督，登记结果",
    stages=(Stage(name="asked", label="提请"), Stage(name="answered", label="答复")),
    steps=(ASSIST_OPEN, ASSIST_ANSWER, correction(("asked",))), ends=frozenset({"answered"}),
    turn=lambda stage, _facts: "supervise_assist_answer" if stage == "asked" else "",
)  # fmt: skip

# --- 法律、法规、规章实施情况报告

STATUTE_OPEN = Step(
    name="supervise_statute_open", label="登记施行的法律法规规章", basis=(SHANDONG_SUPERVISION[17, 2],),
    says="负责实施的部门登记新施行的法律、法规、规章，到期提醒报告",
    asks=(line("cause", "法律、法规、规章名称"), ask(supervision.place), ask(supervision.statute_in_force_on)), marks=OPENED, once=True, numbers="实报",
)  # fmt: skip
STATUTE_REPORT = Step(
    name="supervise_statute_report", label="报告实施情况", leaves=("running",), enters="reported", by=Role.HEAD, basis=(SHANDONG_SUPERVISION[17, 2],),
    says="书面报告宣传、配套、队伍、查处、问题和建议等情况",
    asks=(prose("report", "实施情况", longest=5000), OPINION), marks={supervision.statute_reported_on: When.DAY},
)  # fmt: skip
STATUTE = Procedure(
    id="supervision.statute", version="2026", title="法规实施情况报告", in_force=IN_FORCE, kind=ActKind.SUPERVISION, grain="supervision",
    says="法律、法规、规章实施满一年后的书面报告",
    stages=(Stage(name="running", label="施行"), Stage(name="reported", label="报告")),
    steps=(STATUTE_OPEN, STATUTE_REPORT, correction(("running",))), ends=frozenset({"reported"}),
    turn=lambda stage, _facts: "supervise_statute_report" if stage == "running" else "",
)  # fmt: skip
