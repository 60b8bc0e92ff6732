"""信访 (信访工作条例第二十二条至第三十六条): registration, telling, handling, review, recheck."""

import polars as pl

from fadu.law.periods import days, working_days
from fadu.law.remedy.terms import refused
from fadu.law.rules import Bound, Clock, Gate
from fadu.law.statutes import PETITIONS
from fadu.law.vocabulary import petition

DIRECT, PASSED = petition.came_from == "direct", petition.came_from == "passed"
OFFICE = petition.office.column
UNIT = ~petition.office.holds
OURS, NOT_OURS = petition.ours.column, refused(petition.ours)
CLOSING = ("close_petition",)

RULES = (
    Clock(
        "XFW-022-1", PETITIONS[22, 1], "信访部门收到信访事项予以登记，十五日内转送、交办",
        name="转送交办", when=OFFICE, starts=petition.received_on, ends=petition.forwarded_on, within=days(15), next_step="forward_petition", fix="立即转送、交办",
    ),
    Clock(
        "XFW-023-2", PETITIONS[23, 2], "信访人直接提出的，当场书面告知；不能当场的，十五日内书面告知；姓名、住址不清的除外",
        name="告知信访人", when=UNIT & DIRECT & petition.address_known.column, starts=petition.received_on, ends=petition.told_on, within=days(15),
        next_step="tell_petitioner", fix="立即书面告知",
    ),
    Clock(
        "XFW-023-3a", PETITIONS[23, 3], "转送、交办来的属于本机关职权的，十五日内书面告知接收情况、途径和程序",
        name="告知信访人", when=UNIT & PASSED & OURS, starts=petition.received_on, ends=petition.told_on, within=days(15),
        next_step="tell_petitioner", fix="立即书面告知",
    ),
    Clock(
        "XFW-023-3b", PETITIONS[23, 3], "转送、交办来的不属于本机关职权的，五个工作日内提出异议",
        name="提出异议", when=UNIT & PASSED & NOT_OURS, starts=petition.received_on, ends=petition.objected_on, within=working_days(5),
        next_step="object_petition", fix="立即提出异议；逾期的应当办理",
    ),
    Gate(
        "XFW-023-3b-reason", PETITIONS[23, 3], "提出异议须详细说明理由",
        before=("object_petition",), once=petition.objected_on, demands=petition.objection_reasoned.column, fix="写明不属于本机关职权的理由和依据",
    ),
    Gate(
        "XFW-028-3", PETITIONS[28, 3], "与信访事项或者信访人有直接利害关系的工作人员回避",
        before=("accept_petition",), once=petition.accepted_on, demands=petition.interested == 0, fix="更换有利害关系的经办人",
    ),
    Gate(
        "XFW-030-3", PETITIONS[30, 3], "检举、控告材料和情况不得透露或者转给被检举、控告者",
        when=petition.kind == "accusation", before=("forward_petition",), once=petition.forwarded_on, demands=~petition.shown_to_accused.column,
        fix="改转有权处理的机关，材料不得交给被检举、控告的人员或者单位",
    ),
    Gate(
        "XFW-031-4", PETITIONS[31, 1, 4], "可以通过复议、裁决、确认、许可、处罚等程序解决的，导入相应程序",
        when=petition.way == "procedure", before=CLOSING, once=petition.closed_on, demands=petition.led_on.known, fix="登记导入的程序和案件",
    ),
    Gate(
        "XFW-031-5", PETITIONS[31, 1, 5], "申请查处违法、履行保护职责的，依法履行或者答复",
        when=petition.way == "duty", before=CLOSING, once=petition.closed_on, demands=petition.duty_answered_on.known, fix="依法查处、履行职责或者答复",
    ),
    Clock(
        "XFW-034", PETITIONS[34], "出具处理意见的信访事项，自受理之日起六十日内办结",
        name="信访办理", when=petition.way == "opinion", starts=petition.accepted_on, ends=petition.handled_on, within=days(60), extended=petition.longer_days,
        next_step="handle_petition", warn=10, fix="立即办结并书面答复",
    ),
    Bound(
        "XFW-034-longer", PETITIONS[34], "情况复杂的可以延长，不超过三十日",
        before=("prolong_petition",), once=petition.longer_days, value=petition.longer_days, least=pl.lit(1), most=pl.lit(30), fix="延长不超过三十日",
    ),
    Gate(
        "XFW-034-told", PETITIONS[34], "延长由本机关负责人批准，并把理由告知信访人",
        before=("prolong_petition",), once=petition.longer_days, demands=petition.longer_by_head.column & petition.longer_told.column,
        fix="报负责人批准，告知信访人延期理由",
    ),
    Clock(
        "XFW-035-a", PETITIONS[35], "信访人收到书面答复之日起三十日内可以请求复查",
        name="请求复查", starts=petition.answer_received_on, ends=petition.review_asked_on, within=days(30), who="party", next_step="ask_petition_review",
        lapses=True,
    ),
    Clock(
        "XFW-035-b", PETITIONS[35], "收到复查请求之日起三十日内提出复查意见并书面答复",
        name="复查", starts=petition.review_received_on, ends=petition.reviewed_on, within=days(30), next_step="review_petition", fix="立即提出复查意见",
    ),
    Clock(
        "XFW-036-1a", PETITIONS[36, 1], "信访人收到复查答复之日起三十日内可以请求复核",
        name="请求复核", starts=petition.review_answer_received_on, ends=petition.recheck_asked_on, within=days(30), who="party",
        next_step="ask_petition_recheck", lapses=True,
    ),
    Clock(
        "XFW-036-1b", PETITIONS[36, 1], "收到复核请求之日起三十日内提出复核意见；听证所需时间不计",
        name="复核", starts=petition.recheck_received_on, ends=petition.rechecked_on, within=days(30), paused=petition.recheck_hearing_days,
        next_step="recheck_petition", fix="立即提出复核意见",
    ),
    Gate(
        "XFW-036-3", PETITIONS[36, 3], "复核之后仍以同一事实和理由提出的，不再受理",
        before=("accept_petition",), once=petition.accepted_on, demands=~petition.same_after_recheck.column, fix="不再受理，做好疏导",
    ),
)
