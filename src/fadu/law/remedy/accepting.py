"""受理 (行政复议法第三十条、第三十一条；实施条例第三十六条、第三十九条): five working days to examine, to ask for what is lacking, to accept."""

from dataclasses import dataclass

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.periods import working_days
from fadu.law.remedy.terms import ACCEPTING, GENERAL, SIMPLE
from fadu.law.rules import Clock, Convention, Gate, Within
from fadu.law.statutes import RECONSIDERATION, RECONSIDERATION_RULES
from fadu.law.vocabulary import review

FIVE, TEN = working_days(5), working_days(10)


@dataclass(frozen=True)
class AmendmentLapsed(Gate):
    """The days to complete an application have run out, and nothing came."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """Whether they are over."""
        last = TEN.due(review.amend_noticed_on.column, calendar, review.amend_extension.or_zero())
        return (review.abandoned_on > last) & review.amended_on.column.is_null()


NOVICE_QUALIFIED = Gate(
    "FY-006-2", RECONSIDERATION[6, 2], "初次从事复议工作的人员应当取得法律职业资格",
    when=review.staff_first.column, before=ACCEPTING, once=review.accepted_on, demands=review.staff_qualified.column,
    fix="另行指定取得法律职业资格的人员承办",
)
EXAMINED_IN_TIME = Clock(
    "FY-030-1", RECONSIDERATION[30, 1], "收到复议申请后五个工作日内审查完毕",
    name="受理审查", starts=review.examined_from, ends=review.examined_on, within=FIVE, next_step="accept_review",
    fix="立即作出是否受理的决定；期满未决定不予受理的，视为受理",
)
SEVEN_CONDITIONS = Gate(
    "FY-030-1-seven", RECONSIDERATION[30, 1], "七项受理条件同时符合的，予以受理",
    before=ACCEPTING, once=review.accepted_on, demands=review.conditions >= 7,
    fix="逐项核对；不符合的，在审查期限内决定不予受理",
)
REJECTED_IN_TIME = Within(
    "FY-030-2", RECONSIDERATION[30, 2], "不符合条件的，在五个工作日的审查期限内决定不予受理",
    before=("reject_review",), once=review.rejected_on, starts=review.examined_from.column, full=FIVE, on=review.rejected_on.column,
    fix="审查期限已过，视为受理；应当登记受理，经审理驳回申请",
)
REJECTED_WITH_REASONS = Gate(
    "FY-030-2-reason", RECONSIDERATION[30, 2], "不予受理应当说明理由；不属于本机关管辖的，告知有管辖权的机关",
    before=("reject_review",), once=review.rejected_on,
    demands=review.reject_reasoned.column & ((review.reject_ground != "jurisdiction") | review.proper_organ_told.holds),
    fix="在决定书中写明理由，并写明有管辖权的复议机关",
)
DEEMED_ACCEPTED = Within(
    "FY-030-3", RECONSIDERATION[30, 3], "审查期满没有决定不予受理的，自期满之日起视为受理",
    before=ACCEPTING, once=review.accepted_on, starts=review.examined_from.column, full=FIVE, on=review.accepted_on.column,
    fix="把受理日期登记为审查期限届满之日",
)
AMENDMENT_ASKED = Within(
    "FY-031-1", RECONSIDERATION[31, 1], "材料不齐全或者表述不清楚的，收到申请之日起五个工作日内书面通知补正",
    before=("ask_amendment",), once=review.amend_told_on, starts=review.received_on.column, full=FIVE, on=review.amend_told_on.column,
    fix="已过五个工作日的，不得再以补正拖延，应当受理",
)
ALL_AT_ONCE = Gate(
    "FY-031-1-once", RECONSIDERATION[31, 1], "补正通知一次载明全部需要补正的事项",
    before=("ask_amendment",), once=review.amend_told_on, demands=review.amend_itemised.column,
    fix="列全补正事项后再发出",
)
AMENDED_IN_TIME = Clock(
    "FY-031-2", RECONSIDERATION[31, 2], "申请人收到补正通知之日起十个工作日内补正；有正当理由的可以延长",
    name="补正申请", starts=review.amend_noticed_on, ends=review.amended_on, within=TEN, extended=review.amend_extension, who="party",
    next_step="receive_amendment", lapses=True,
)
ABANDONED_AFTER = AmendmentLapsed(
    "FY-031-2-lapsed", RECONSIDERATION[31, 2], "补正期限届满、没有正当理由又未补正的，才视为放弃申请",
    before=("abandon_review",), once=review.abandoned_on,
    fix="等补正期限届满；已经补正的，应当审查受理",
)
NO_SUPERVISION = Gate(
    "FT-036-4", RECONSIDERATION_RULES[36, 1, 4], "上级对下级的执法监督、督促履责，不属于复议范围",
    before=ACCEPTING, once=review.accepted_on, demands=review.subject != "supervision",
    fix="决定不予受理并说明理由；监督文书不写复议的救济途径",
)
NO_PETITION = Gate(
    "FT-036-5", RECONSIDERATION_RULES[36, 1, 5], "信访事项的登记、受理、交办、转送、复查、复核，不属于复议范围",
    before=ACCEPTING, once=review.accepted_on, demands=review.subject != "petition",
    fix="决定不予受理并说明理由",
)
ENOUGH_HANDLERS = Gate(
    "FT-039", RECONSIDERATION_RULES[39], "普通程序由两名以上复议人员审理，简易程序可以由一名审理",
    before=ACCEPTING, once=review.accepted_on, demands=(GENERAL & (review.handlers >= 2)) | (SIMPLE & (review.handlers >= 1)),
    fix="补充指定行政复议人员",
)
NO_FEE = Gate(
    "FY-087", RECONSIDERATION[87], "受理复议申请不收取任何费用",
    before=ACCEPTING, once=review.accepted_on, demands=review.fee == 0,
    fix="退还已收取的费用",
)
COUNTED_AS_IN_COURT = Convention(
    "FY-088-1", RECONSIDERATION[88, 1], "期间和送达本法没有规定的，依民事诉讼法：开始之日不计，末日遇休假日顺延",
    carried_out_by="fadu.law.periods.period.Period.due",
)
IN_FORCE = Convention("FT-077", RECONSIDERATION_RULES[77], "自 2026 年 7 月 1 日起施行", carried_out_by="fadu.law.rules.Rule.in_force")

RULES = (
    NOVICE_QUALIFIED, EXAMINED_IN_TIME, SEVEN_CONDITIONS, REJECTED_IN_TIME, REJECTED_WITH_REASONS, DEEMED_ACCEPTED, AMENDMENT_ASKED, ALL_AT_ONCE,
    AMENDED_IN_TIME, ABANDONED_AFTER, NO_SUPERVISION, NO_PETITION, ENOUGH_HANDLERS, NO_FEE, COUNTED_AS_IN_COURT, IN_FORCE,
)
