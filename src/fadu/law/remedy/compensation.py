"""行政赔偿 (国家赔偿法): application, decision in two months, payment, recourse. Its days are calendar days: the law defines no others."""

from dataclasses import dataclass

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.periods import days, months, years
from fadu.law.remedy.terms import refused
from fadu.law.rules import Clock, Gate, Within
from fadu.law.statutes import COMPENSATION
from fadu.law.vocabulary import compensation as claim

ACCEPT, DECIDE = ("accept_claim",), ("decide_claim",)


@dataclass(frozen=True)
class ClaimedInTime(Gate):
    """Two years from knowing; not counted while the claimant was held, nor while he was hindered in the last six months."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """Whether the claim came within them."""
        known = claim.known_on.column
        plain = years(2).due(known, calendar, claim.held_days.or_zero())
        first = pl.max_horizontal(claim.hindered_from.column, months(18).due(known, calendar, claim.held_days.or_zero()) + 1)
        stood_still = (claim.hindered_until - first + 1).fill_null(0).clip(lower_bound=0)
        lost = pl.when(claim.hindered_from.known & (claim.hindered_from <= plain)).then(stood_still).otherwise(0)
        return claim.received_on <= years(2).due(known, calendar, claim.held_days.or_zero() + lost)


@dataclass(frozen=True)
class AfterSilence(Clock):
    """Three months to sue, from the end of the two in which nothing was decided."""

    def due(self, calendar: WorkCalendar) -> pl.Expr:
        """The last day of the three months."""
        return self.within.due(months(2).due(self.starts.column, calendar), calendar)


RULES = (
    Gate(
        "GP-007-4", COMPENSATION[7, 4], "受委托的组织或者个人造成损害的，委托的行政机关是赔偿义务机关",
        when=claim.delegated.column, before=ACCEPT, once=claim.accepted_on, demands=claim.liable_is == "principal",
        fix="以委托的行政机关为赔偿义务机关",
    ),
    Gate(
        "GP-012-4a", COMPENSATION[12, 4], "当面递交申请书的，当场出具盖专用印章、注明收讫日期的书面凭证",
        when=claim.handed_in == "person", before=ACCEPT, once=claim.accepted_on, demands=(claim.receipt_on == claim.received_on) & claim.receipt_stamped.column,
        fix="出具收讫凭证，加盖专用印章并注明日期",
    ),
    Within(
        "GP-012-4b", COMPENSATION[12, 4], "材料不齐的，当场或者五日内一次告知全部补正内容",
        before=("ask_claim_amendment",), once=claim.amend_told_on, starts=claim.received_on.column, full=days(5), on=claim.amend_told_on.column,
        fix="立即告知；不得以补正拖延决定",
    ),
    Gate(
        "GP-012-4b-once", COMPENSATION[12, 4], "补正内容一次告知完",
        before=("ask_claim_amendment",), once=claim.amend_told_on, demands=claim.amend_itemised.column, fix="列全补正内容",
    ),
    Clock(
        "GP-013-1", COMPENSATION[13, 1], "收到申请之日起两个月内作出是否赔偿的决定",
        name="赔偿决定", starts=claim.received_on, ends=claim.decided_on, within=months(2), next_step="decide_claim", warn=10, fix="立即作出决定",
    ),
    Gate(
        "GP-013-1-heard", COMPENSATION[13, 1], "决定赔偿前充分听取请求人的意见",
        when=claim.granted.column, before=DECIDE, once=claim.decided_on, demands=claim.heard.column, fix="听取意见，可以协商方式、项目和数额",
    ),
    Clock(
        "GP-013-2", COMPENSATION[13, 2], "决定赔偿的，十日内送达赔偿决定书",
        name="送达赔偿决定", when=claim.granted.column, starts=claim.decided_on, ends=claim.served_on, within=days(10), next_step="serve_claim", fix="立即送达",
    ),
    Clock(
        "GP-013-3", COMPENSATION[13, 3], "决定不予赔偿的，十日内书面通知请求人",
        name="通知不予赔偿", when=refused(claim.granted), starts=claim.decided_on, ends=claim.served_on, within=days(10), next_step="serve_claim", fix="立即通知",
    ),
    Gate(
        "GP-013-3-reason", COMPENSATION[13, 3], "不予赔偿的，说明理由",
        when=refused(claim.granted), before=DECIDE, once=claim.decided_on, demands=claim.reasoned.column, fix="在决定书中写明不予赔偿的理由",
    ),
    AfterSilence(
        "GP-014-1", COMPENSATION[14, 1], "逾期未作决定的，请求人自期满之日起三个月内可以起诉",
        name="请求人起诉", when=claim.decided_on.column.is_null(), starts=claim.received_on, ends=claim.sued_on, within=months(3), who="party",
        next_step="record_claim_suit", lapses=True,
    ),
    Clock(
        "GP-014-2", COMPENSATION[14, 2], "对方式、项目、数额有异议或者不予赔偿的，请求人自决定作出之日起三个月内可以起诉",
        name="请求人起诉", starts=claim.decided_on, ends=claim.sued_on, within=months(3), who="party", next_step="record_claim_suit", lapses=True,
    ),
    Gate(
        "GP-016-1", COMPENSATION[16, 1], "赔偿后，责令有故意或者重大过失的人员、受委托者承担部分或者全部费用",
        when=claim.at_fault.column & claim.granted.holds, before=("close_claim",), once=claim.closed_on, demands=claim.recourse_on.known,
        fix="作出追偿决定后再办结",
    ),
    Gate(
        "GP-033", COMPENSATION[33], "人身自由赔偿金按天数乘以国家上年度职工日平均工资计算",
        when=claim.granted.holds & (claim.liberty_days > 0), before=DECIDE, once=claim.decided_on,
        demands=claim.liberty_amount == claim.liberty_days.column.cast(pl.Int64) * claim.daily_wage.column,
        fix="按限制人身自由的天数和公布的日平均工资重新计算",
    ),
    Gate(
        "GP-036-7", COMPENSATION[36, 1, 7], "返还罚没款、解除冻结的，支付银行同期存款利息",
        when=claim.granted.holds & claim.money_returned.column, before=DECIDE, once=claim.decided_on, demands=claim.interest > 0,
        fix="按银行同期存款利率加算利息",
    ),
    Clock(
        "GP-037-3", COMPENSATION[37, 3], "收到支付申请之日起七日内向财政部门申请支付",
        name="申请支付", starts=claim.pay_asked_on, ends=claim.treasury_asked_on, within=days(7), next_step="ask_treasury", fix="立即向财政部门提出支付申请",
    ),
    Clock(
        "GP-037-3-paid", COMPENSATION[37, 3], "财政部门收到支付申请之日起十五日内支付",
        name="支付赔偿金", starts=claim.treasury_received_on, ends=claim.paid_on, within=days(15), who="party", next_step="pay_claim", fix="催告财政部门支付",
    ),
    ClaimedInTime(
        "GP-039-1", COMPENSATION[39, 1], "请求赔偿的时效为两年，自知道侵权之日起算，被限制人身自由期间不计；一并提出的依复议法、诉讼法",
        when=~claim.joined.column, before=ACCEPT, once=claim.accepted_on, fix="超过时效的，决定不予赔偿并说明理由",
    ),
    Gate(
        "GP-041-1", COMPENSATION[41, 1], "请求国家赔偿不收取任何费用",
        before=ACCEPT, once=claim.accepted_on, demands=claim.fee == 0, fix="退还已收取的费用",
    ),
)
