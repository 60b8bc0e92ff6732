"""投诉举报、执法争议、法规实施报告: matters beside the ordinary course, and from when all this is law."""

from fadu.law.rules import Convention, Gate
from fadu.law.statutes import HEBEI_SUPERVISION, SHANDONG_SUPERVISION, SUPERVISION
from fadu.law.supervision.terms import HEBEI, SHANDONG, THIRTY, AfterAYear
from fadu.law.vocabulary import supervision

NAMED_COMPLAINANT = Gate(
    "HJ-016", HEBEI_SUPERVISION[16], "实名投诉举报的，为其保密并反馈处理结果",
    when=HEBEI & supervision.real_name.holds, before=("supervise_complaint_close",), once=supervision.complaint_closed_on,
    demands=supervision.identity_kept & (supervision.complaint_replied_on <= supervision.complaint_closed_on),
    fix="先把处理结果反馈投诉举报人，并确认已经保密",
)
BETWEEN_EQUALS = Gate(
    "JD-013-equals", SUPERVISION[13], "协调的是本级执法机关之间的争议",
    before=("supervise_dispute_talk",), once=supervision.dispute_talks_ended_on, demands=supervision.dispute_between_equals.column,
    fix="跨级、跨行政区域的，报共同上一级处理",
)
OPINION_TO_GOVERNMENT = Gate(
    "JD-013", SUPERVISION[13], "协调不能一致的，监督机构提出处理意见，报政府决定",
    before=("supervise_dispute_decide",), once=supervision.dispute_decided_on,
    demands=~supervision.dispute_agreed.column & (supervision.dispute_opinion_on <= supervision.dispute_decided_on)
    & (supervision.dispute_decider == "government"),
    fix="先提出处理意见，按程序报本级人民政府决定",
)
COORDINATED_FIRST = Gate(
    "SD-018-2", SHANDONG_SUPERVISION[18, 2], "争议应当先提请政府法制部门协调，不成的报本级政府裁决",
    when=SHANDONG, before=("supervise_dispute_decide",), once=supervision.dispute_decided_on,
    demands=(supervision.dispute_talks_ended_on <= supervision.dispute_decided_on) & (supervision.dispute_decider == "government"),
    fix="先经协调；协调不成的报请本级人民政府裁决",
)
STATUTE_REPORTED = AfterAYear(
    "SD-017", SHANDONG_SUPERVISION[17, 2], "法律、法规、规章实施满一年之日起三十日内，负责部门书面报告实施情况",
    name="实施情况报告", when=SHANDONG, starts=supervision.statute_in_force_on, ends=supervision.statute_reported_on, within=THIRTY,
    next_step="supervise_statute_report", fix="立即向本级人民政府书面报告",
)
IN_FORCE = Convention("JD-044", SUPERVISION[44], "国家条例自二〇二六年二月一日起适用", carried_out_by="fadu.law.rules.base.Rule.in_force")

RULES = (NAMED_COMPLAINANT, BETWEEN_EQUALS, OPINION_TO_GOVERNMENT, COORDINATED_FIRST, STATUTE_REPORTED, IN_FORCE)
