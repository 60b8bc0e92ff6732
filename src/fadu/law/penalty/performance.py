"""执行 (行政处罚法第六十六条至第七十四条、第七十七条)."""

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.facts import Fact
from fadu.law.penalty.terms import BY_POLICE, PENALISED, SIMPLE, YUAN
from fadu.law.periods import days, months, working_days
from fadu.law.rules import Bound, Clock, Gate, Wait
from fadu.law.statutes import PENALTY, PUBLIC_SECURITY, ROAD_TRAFFIC, SAMR_PROCEDURE
from fadu.law.vocabulary import case, step
from fadu.law.vocabulary.kinds import Penalty

FINED = case.decision_kinds.has(Penalty.FINE)

TERM_OVER_FIRST = Gate(
    "CF-066-1", PENALTY[66, 1], "当事人在决定书载明的期限内履行；期限届满前不得催告、加处或者申请执行",
    when=case.perform_by.known, before=("surcharge", "demand", "apply_court"), demands=step.on > case.perform_by,
    fix="等决定书载明的履行期限届满",
)
DEFERRAL_ASKED = Gate(
    "CF-066-2", PENALTY[66, 2], "延期、分期缴纳须经当事人申请和行政机关批准",
    before=("defer",), demands=case.defer_applied_on <= case.deferred_on, once=case.deferred_on,
    fix="先收取当事人的申请并登记申请日期",
)
NOT_BY_ITS_OWN_HAND = Gate(
    "CF-067-2", PENALTY[67, 2], "除依法当场收缴的外，行政机关及其执法人员不得自行收缴罚款",
    before=("pay",), demands=step.payment_channel.one_of("bank", "electronic"),
    fix="由当事人到指定的银行或者通过电子支付系统缴纳；符合当场收缴情形的，办理“当场收缴罚款”",
)
PAY_IN_TIME = Clock(
    "CF-067-3", PENALTY[67, 3], "自收到处罚决定书之日起十五日内缴纳罚款",
    name="缴纳罚款",
    when=FINED & case.deferred_until.column.is_null() & case.collected_on.column.is_null(),
    starts=case.served_on, ends=case.paid_on, within=days(15), next_step="pay", who="party",
    also={"SC-072-1": SAMR_PROCEDURE[72, 1], "ZA-123": PUBLIC_SECURITY[123], "JT-108-1": ROAD_TRAFFIC[108, 1]},
    fix="可以每日按罚款数额的百分之三加处罚款，并依法催告、申请强制执行",
)
SMALL_ON_THE_SPOT = Gate(
    "CF-068-1", PENALTY[68, 1, 1], "当场处罚一百元以下罚款的，可以当场收缴",
    when=(case.spot_on_the_spot == "small") & ~BY_POLICE, before=("collect_fine",), once=case.collected_on,
    demands=SIMPLE & (case.decision_fine <= 100 * YUAN),
    fix="超过一百元的，由当事人到银行或者电子缴纳；符合其他法定情形的改选该情形",
)
HARD_LATER = Gate(
    "CF-068-2", PENALTY[68, 1, 2], "当场处罚，不当场收缴事后难以执行的，可以当场收缴，写明理由",
    when=case.spot_on_the_spot == "hard_later", before=("collect_fine",), once=case.collected_on,
    demands=SIMPLE & case.collect_reasoned.column,
    fix="写明事后难以执行的理由；不是当场处罚的，不适用本项",
)
REMOTE = Gate(
    "CF-069", PENALTY[69], "在边远、水上、交通不便地区，当事人缴款确有困难，经其提出，可以当场收缴",
    when=case.spot_on_the_spot == "remote", before=("collect_fine",), demands=case.party_asked.column, once=case.collected_on,
    fix="当事人没有提出的，不得当场收缴",
)
RECEIPT = Gate(
    "CF-070", PENALTY[70], "当场收缴罚款，须出具财政部门统一制发的专用票据",
    before=("collect_fine",), demands=case.receipt_lawful.column, once=case.collected_on,
    fix="出具国务院财政部门或者省级财政部门统一制发的专用票据；不出具的，当事人有权拒绝缴纳",
)
LAWFUL_VOUCHER = Gate(
    "CF-077", PENALTY[77], "罚款、没收财物须使用法定部门制发的单据",
    when=PENALISED & case.collected_on.column.is_null(), before=("pay",), demands=case.receipt_lawful.column, once=case.paid_on,
    fix="使用法定部门制发的单据并登记编号；不使用的，当事人有权拒绝",
)
REMIT_IN_TIME = Clock(
    "CF-071-a", PENALTY[71], "当场收缴的罚款，自收缴之日起二日内交至行政机关",
    name="当场收缴交款",
    when=~case.collected_afloat.holds & case.ashore_on.column.is_null(), starts=case.collected_on, ends=case.remitted_on, within=working_days(2), next_step="remit",
    also={"SC-073": SAMR_PROCEDURE[73]},
    fix="立即将罚款交至行政机关",
)
REMIT_ASHORE = Clock(
    "CF-071-b", PENALTY[71], "在水上当场收缴的罚款，自抵岸之日起二日内交至行政机关",
    name="水上收缴交款",
    when=case.collected_afloat.holds | case.ashore_on.known, starts=case.ashore_on, ends=case.remitted_on, within=working_days(2), next_step="remit",
    fix="立即将罚款交至行政机关",
)
BANK_IN_TIME = Clock(
    "CF-071-c", PENALTY[71], "行政机关在二日内将当场收缴的罚款缴付指定的银行",
    name="缴付银行",
    starts=case.remitted_on, ends=case.banked_on, within=working_days(2), next_step="bank",
    fix="立即缴付指定的银行",
)

AFTER_FIFTEEN = days(15)
SURCHARGE_RATE = Bound(
    "CF-072-1-1a", PENALTY[72, 1, 1], "到期不缴的，每日按罚款数额的百分之三加处，复议、诉讼期间不计",
    before=("surcharge",), value=case.surcharge, most=case.decision_fine * 3 * case.surcharge_days.column.cast(pl.Int64) // 100, once=case.surcharge,
    also={"JT-109-1": ROAD_TRAFFIC[109, 1, 1]},
    fix="按每日百分之三和实际计算日数重新核算",
)
SURCHARGE_CAP = Bound(
    "CF-072-1-1b", PENALTY[72, 1, 1], "加处罚款的数额不得超出罚款的数额",
    before=("surcharge",), value=case.surcharge, most=case.decision_fine.column, once=case.surcharge,
    fix="把加处罚款减到不超过罚款数额",
)
WHEN_OVERDUE = Wait(
    "CF-072-1-1a-wait", PENALTY[72, 1, 1], "到期不缴纳罚款的，才可以加处罚款",
    when=case.deferred_until.column.is_null(), before=("surcharge",), once=case.surcharged_on,
    starts=case.served_on, full=AFTER_FIFTEEN, on=case.surcharged_on,
    fix="等缴款期限届满",
)


class SurchargeDays(Gate):
    """The days of a surcharge run from the day after the last day of payment, review and suit left out (第七十三条第三款)."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """Whether no more days are counted than lie between, what stood still left out."""
        last = pl.when(case.deferred_until.known).then(case.deferred_until.column).otherwise(AFTER_FIFTEEN.due(case.served_on.column, calendar))
        stood_still = _overlap(last, case.reconsidered_from, case.reconsidered_until) + _overlap(last, case.sued_from, case.sued_until)
        return case.surcharge_days <= case.surcharged_on - last - stood_still


def _overlap(last: pl.Expr, began: Fact, ended: Fact) -> pl.Expr:
    """Days from `began` to `ended`, both counted, that lie after `last` and not after the surcharge."""
    until = pl.coalesce(ended.column, case.surcharged_on.column)
    first, final = pl.max_horizontal(began.column, last + 1), pl.min_horizontal(until, case.surcharged_on.column)
    return pl.when(began.known).then((final - first + 1).clip(lower_bound=0)).otherwise(0)


STANDS_STILL = SurchargeDays(
    "CF-073-3", PENALTY[73, 3], "加处罚款自缴款期限届满次日起算，行政复议、行政诉讼期间不予计算",
    before=("surcharge",), once=case.surcharged_on,
    fix="从计算日数中扣除复议、诉讼期间",
)
FROM_DEFERRAL = Clock(
    "CF-072-2", PENALTY[72, 2], "批准延期、分期的，申请法院强制执行的三个月自延期、分期期限结束之日起算",
    name="申请强制执行",
    when=case.deferred_until.known & case.paid_on.column.is_null(), starts=case.deferred_until, ends=case.court_applied_on, within=months(3),
    next_step="apply_court", warn=15,
    fix="有正当理由的，说明理由后申请",
)
NOT_STAYED = Gate(
    "CF-073-1", PENALTY[73, 1], "复议、诉讼期间处罚不停止执行，依法决定停止执行的除外",
    when=case.stay_ordered.known, before=("surcharge", "demand", "apply_court"), demands=~case.stay_ordered.column,
    fix="等停止执行的决定解除",
)
STAY_DECIDED = Gate(
    "CF-073-2", PENALTY[73, 2], "限制人身自由的处罚，当事人申请暂缓执行的，先作出是否暂缓的决定",
    when=case.decision_kinds.has(Penalty.DETENTION) & case.stay_asked_on.known, before=("perform",), demands=case.stay_decided_on.known, once=case.closing_since,
    fix="先对暂缓执行申请作出决定；符合法定情形的应当暂缓",
)
GOODS_SOLD = Gate(
    "CF-074-1", PENALTY[74, 1], "依法没收的非法财物公开拍卖或者按国家有关规定处理，应当销毁的销毁",
    when=case.decision_kinds.has(Penalty.GOODS), before=("dispose_goods",), once=case.goods_disposed_on,
    demands=case.goods_way.one_of("auction", "destroy", "other"),
    fix="没收的财物不得返还或者自行处理；公开拍卖、按规定处理或者销毁",
)

RULES = (
    TERM_OVER_FIRST, DEFERRAL_ASKED, NOT_BY_ITS_OWN_HAND, PAY_IN_TIME, SMALL_ON_THE_SPOT, HARD_LATER, REMOTE, RECEIPT, LAWFUL_VOUCHER,
    REMIT_IN_TIME, REMIT_ASHORE, BANK_IN_TIME, SURCHARGE_CAP, SURCHARGE_RATE, WHEN_OVERDUE, STANDS_STILL, FROM_DEFERRAL,
    NOT_STAYED, STAY_DECIDED, GOODS_SOLD,
)  # fmt: skip
