"""听证: asked for, announced, held, reported, or given up."""

from collections.abc import Mapping
from typing import Any

from fadu.law.asking import BEGAN, ENDED, PLACE, PRESENT, ask, line, prose
from fadu.law.forms import Field, Kind
from fadu.law.penalty_general.formality import then
from fadu.law.penalty_general.pauses import PAUSED, going, stop
from fadu.law.procedure import Step, When, absent, pending
from fadu.law.statutes import PENALTY, SAMR_HEARING
from fadu.law.vocabulary import case, step
from fadu.law.vocabulary.hearing_marks import HearingReportPart
from fadu.law.vocabulary.marks import Stop


def _requested(before: Mapping[str, Any], data: Mapping[str, Any], _context: Mapping[str, Any]) -> dict[str, Any]:
    """The time of a hearing runs from the request."""
    on = case.hearing_requested_on.value_of(data["asked_on"])
    return {"hearing_requested_on": on, **stop(before, Stop.HEARING, on)}


def _reported(before: Mapping[str, Any], data: Mapping[str, Any], _context: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of the report: cause, people, time and place are printed from the record, with what else there is to report."""
    parts = {
        HearingReportPart.CAUSE: True,
        HearingReportPart.PEOPLE: "hearing_notice_on" in before,
        HearingReportPart.WHEN_WHERE: "hearing_held_on" in before,
        HearingReportPart.COURSE: bool(data["course"]),
        HearingReportPart.OPINION: bool(data["opinion"]),
        HearingReportPart.OTHER: True,
    }
    return {"hearing_report_parts": sum(int(part) for part, there in parts.items() if there)}


REQUEST_HEARING = Step(
    name="request_hearing",
    label="登记听证要求",
    leaves=("notified", "reviewed", "discussed"),
    enters="hearing",
    basis=(PENALTY[64],),
    says="当事人自告知后五个工作日内要求听证的，必须组织",
    asks=(line("asked_by", "要求听证的人"), Field(name="asked_on", label="提出日期", kind=Kind.DATE, help="邮寄提出的，填交邮日期"), prose("reason", "理由", required=False)),
    effect=_requested,
    derives=(case.hearing_requested_on, *PAUSED),
    clears=(case.legal_reviewed_on, case.legal_review_passed, case.discussed_on),
)

NOTIFY_HEARING = Step(
    name="notify_hearing",
    label="送达听证通知",
    unfit=pending(case.hearing_held_on, "听证已经举行"),
    leaves=("hearing",),
    basis=(PENALTY[64], SAMR_HEARING[20]),
    says="举行听证的七个工作日前，通知时间、地点",
    asks=(
        ask(case.hearing_set_for, "听证日期"),
        line("hearing_time", "听证时间", example="9:30"),
        PLACE,
        Field(name="chair", label="听证主持人", kind=Kind.OFFICERS, help="由非本案调查人员担任"),
        line("clerk", "记录员", required=False),
        line("receiver", "签收人"),
    ),
    marks={case.hearing_notice_on: When.DAY},
    papers=("hearing_notice", "service_receipt"),
)

HOLD_HEARING = Step(
    name="hold_hearing",
    label="举行听证",
    unfit=lambda facts: "须先送达听证通知" if "hearing_notice_on" not in facts else "听证已经举行" if "hearing_held_on" in facts else "",
    leaves=("hearing",),
    basis=(PENALTY[64],),
    says="公开举行，调查人员提出事实、证据和建议，当事人申辩和质证",
    asks=(
        BEGAN,
        ENDED,
        PLACE,
        Field(name="chair", label="听证主持人", kind=Kind.OFFICERS),
        PRESENT,
        line("party_present", "到场的当事人和代理人"),
        ask(step.agents, required=False, rare=True),
        ask(step.hearing_public),
        ask(step.hearing_secret, required=False, when=("hearing_public", (False,))),
        ask(step.hearing_fee, required=False, rare=True),
        prose("investigators_say", "调查人员提出的事实、证据和处罚建议"),
        prose("party_says", "当事人的申辩和质证"),
        prose("last_words", "最后陈述", required=False),
        ask(step.transcript_signed),
    ),
    marks={case.hearing_held_on: When.DAY, case.hearing_closed_on: When.DAY, case.hearing_outcome: "held"},
    effect=lambda _before, data, _context: {"hearing_parts": bool(data["investigators_say"]) + bool(data["party_says"])},
    derives=(case.hearing_parts,),
    papers=("hearing_record",),
)

REPORT_HEARING = Step(
    name="report_hearing",
    label="提交听证报告",
    unfit=absent(case.hearing_held_on, "须先举行听证"),
    leaves=("hearing",),
    enters="heard",
    basis=(PENALTY[65], SAMR_HEARING[29]),
    says="五个工作日内写出听证报告；决定应当根据听证笔录作出",
    asks=(prose("course", "听证的基本情况"), prose("issues", "争议的事实和理由"), prose("opinion", "处理意见和建议")),
    marks={case.hearing_reported_on: When.DAY},
    effect=then(_reported, going(Stop.HEARING)),
    derives=(*PAUSED, case.hearing_report_parts),
    papers=("hearing_report",),
)

WITHDRAW_HEARING = Step(
    name="withdraw_hearing",
    label="登记撤回或者放弃听证",
    leaves=("hearing",),
    enters="heard",
    basis=(PENALTY[64], SAMR_HEARING[7, 2]),
    says="撤回要求，或者无正当理由不出席、中途退出的，终止听证",
    asks=(
        Field(name="how", label="情形", kind=Kind.CHOICE, choices=(("withdrawn", "书面撤回听证要求"), ("absent", "无正当理由拒不出席"), ("left", "未经许可中途退出"))),
        prose("reason", "情况说明"),
    ),
    marks={case.hearing_withdrawn: True, case.hearing_outcome: "withdrawn", case.hearing_closed_on: When.DAY},
    effect=then(lambda _before, data, _context: {"hearing_ended_by": data["how"]}, going(Stop.HEARING)),
    derives=(case.hearing_ended_by, *PAUSED),
    side=True,
)

STEPS = (REQUEST_HEARING, NOTIFY_HEARING, HOLD_HEARING, REPORT_HEARING, WITHDRAW_HEARING)
