"""中止、终结、回转、协议、执行的时间和方式、金钱给付 (行政强制法第三十九条至第四十三条、第四十五条至第四十九条)."""

from dataclasses import dataclass
from datetime import date

import polars as pl

from fadu.law.calendar import FIRST_YEAR, LAST_YEAR, WorkCalendar, number
from fadu.law.calendar.days import FIXED_HOLIDAYS
from fadu.law.coercion.terms import RemediesSpent, by_the_end
from fadu.law.periods import days, years
from fadu.law.rules import Bound, Gate, Wait, Within
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import enforcement

EXECUTING = ("execute_enforcement", "demolish", "perform_proxy")
MORNING, NIGHT, DAY_LONG = 6 * 60, 22 * 60, 24 * 60


def holidays(calendar: WorkCalendar) -> list[int]:
    """Every day that is a statutory holiday as the notices lay it out; of years without one, those on fixed days."""
    fixed = (date(year, *day) for year in range(FIRST_YEAR, LAST_YEAR + 1) if year not in calendar.noticed for day in FIXED_HOLIDAYS)
    return sorted({*map(number, calendar.holidays), *map(number, fixed)})


@dataclass(frozen=True)
class ByDay(Gate):
    """Between six and twenty-two o'clock, and on no statutory holiday; plain weekends are no holidays."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """See `Gate.demand`."""
        begins, ends = enforcement.executed_at.column, enforcement.executed_until.column
        by_light = (begins % DAY_LONG >= MORNING) & (ends - (begins - begins % DAY_LONG) <= NIGHT)
        return by_light & (ends >= begins) & ~enforcement.executed_on.column.is_in(holidays(calendar))


SUSPENDED_FOR = Gate(
    "QZ-039-1", COERCION[39, 1], "中止执行须有四种情形之一",
    before=("suspend_enforcement",), once=enforcement.suspended_on, demands=enforcement.suspend_ground != "none",
    fix="没有中止情形的，继续执行",
)
RESUMED_AFTER = Gate(
    "QZ-039-1-resume", COERCION[39, 2], "中止的情形消失后，应当恢复执行",
    when=enforcement.suspended_on.known & enforcement.suspend_gone_on.known, before=("close_enforcement",), once=enforcement.suspended_on,
    demands=by_the_end(enforcement.resumed_on, enforcement.resumed_on >= enforcement.suspended_on, enforcement.closed_on),
    fix="先恢复执行",
)
THREE_YEARS = Within(
    "QZ-039-2", COERCION[39, 2], "没有明显社会危害、确无能力履行的，中止满三年未恢复即不再执行",
    when=enforcement.harmless.holds & enforcement.incapable.holds, before=("resume_enforcement",), once=enforcement.resumed_on,
    starts=enforcement.suspended_on.column, full=years(3).without_rolling(), on=enforcement.resumed_on.column,
    fix="已满三年，不再执行，办理终结",
)
ENDED_FOR = Gate(
    "QZ-040", COERCION[40], "终结执行须有五种情形之一",
    before=("end_enforcement",), once=enforcement.ended_on, demands=enforcement.end_ground != "none",
    fix="没有终结情形的，继续执行或者中止",
)
TURNED_BACK = Gate(
    "QZ-041", COERCION[41], "决定被撤销、变更或者执行错误的，恢复原状、退还财物，不能的赔偿",
    when=enforcement.overturned_on.known, before=("turn_back_enforcement", "close_enforcement"), once=enforcement.overturned_on,
    demands=by_the_end(enforcement.restored_on, enforcement.restored_by.one_of("restored", "returned", "compensated"), enforcement.closed_on),
    fix="办理执行回转后再办结",
)
AGREEMENT = Gate(
    "QZ-042-1", COERCION[42, 1], "执行协议不得损害公共利益和他人权益；采取补救措施的可以减免加处部分，本金不减",
    before=("agree_enforcement",), once=enforcement.agreed_on,
    demands=~enforcement.agreement_harms.column
    & (enforcement.principal_waived.or_zero() == 0)
    & ((enforcement.surcharge_waived.or_zero() == 0) | enforcement.remedied.holds)
    & (enforcement.surcharge_waived.or_zero() <= enforcement.surcharge.or_zero()),
    fix="删去减免本金的约定；没有采取补救措施的不减免加处部分",
)
AGREEMENT_BROKEN = Gate(
    "QZ-042-2", COERCION[42, 2], "当事人不履行执行协议的，应当恢复强制执行",
    when=enforcement.agreement_broken_on.known, before=("resume_after_breach", "close_enforcement"), once=enforcement.agreement_broken_on,
    demands=by_the_end(enforcement.agreement_resumed_on, enforcement.agreement_resumed_on >= enforcement.agreement_broken_on, enforcement.closed_on),
    fix="恢复强制执行",
)
BY_DAY = ByDay(
    "QZ-043-1", COERCION[43, 1], "不得在夜间（二十二时至六时）或者法定节假日执行，情况紧急的除外",
    when=~enforcement.executed_urgently.holds, before=EXECUTING, once=enforcement.executed_on,
    fix="改在工作日或者普通周末的白天执行；情况紧急的写明",
)
UTILITIES = Gate(
    "QZ-043-2", COERCION[43, 2], "不得对居民生活停止供水、供电、供热、供燃气来迫使履行",
    before=EXECUTING, once=enforcement.executed_on, demands=~(enforcement.cuts_utilities.column & enforcement.residential.column),
    fix="立即恢复供应，改用其他执行方式",
)
SURCHARGE_TOLD = Gate(
    "QZ-045-1", COERCION[45, 1], "加处罚款、滞纳金的标准应当告知当事人",
    before=("add_enforcement_surcharge",), once=enforcement.surcharged_from, demands=enforcement.surcharge_told.column,
    fix="先把标准书面告知当事人",
)
SURCHARGE_CAPPED = Bound(
    "QZ-045-2", COERCION[45, 2], "加处罚款、滞纳金累计不超出本金",
    before=("add_enforcement_surcharge", "order_enforcement"), once=enforcement.surcharge, value=enforcement.surcharge, most=enforcement.principal.column,
    when=enforcement.surcharge.known,
    fix="减到不超出金钱给付义务的数额",
)
AFTER_SURCHARGE = Wait(
    "QZ-046-1", COERCION[46, 1], "加处罚款、滞纳金超过三十日，经催告仍不履行的，有执行权的机关才能强制执行",
    when=enforcement.surcharged_from.known & ~enforcement.at_once.holds, before=("order_enforcement",), once=enforcement.ordered_on,
    starts=enforcement.surcharged_from, full=days(30), on=enforcement.ordered_on,
    fix="等加处满三十日，并先催告",
)
SOLD_FOR_FINE = RemediesSpent(
    "QZ-046-3", COERCION[46, 3], "没有执行权的机关，只能在救济期满、经催告后拍卖管理中已查封扣押的财物抵缴罚款",
    when=~enforcement.own_power.column, before=("auction_seized",), once=enforcement.auctioned_on, served=enforcement.order_served_on, on=enforcement.auctioned_on,
    besides=enforcement.seized_before.column & (enforcement.demanded_on < enforcement.auctioned_on),
    fix="等复议、诉讼期限届满并催告；财物没有在管理中查封扣押的，申请人民法院执行",
)
TRANSFER_BY_LAW = Gate(
    "QZ-047-1", COERCION[47, 1], "划拨存款、汇款由法律规定的机关决定，并书面通知金融机构",
    before=("transfer_deposit",), once=enforcement.transferred_on, demands=(enforcement.power_level == "law") & enforcement.bank_told.column,
    fix="没有法律规定的，申请人民法院；有的，书面通知金融机构",
)
AUCTIONED = Gate(
    "QZ-048", COERCION[48], "拍卖由机关委托拍卖机构依拍卖法办理",
    before=("auction_seized",), once=enforcement.auctioned_on, demands=enforcement.auctioneer.column,
    fix="委托拍卖机构办理，不得自行变卖",
)
ALL_BANKED = Bound(
    "QZ-049", COERCION[49], "划拨、拍卖、处理所得款项全部上缴国库或者划入财政专户",
    when=enforcement.proceeds > 0, before=("close_enforcement",), once=enforcement.closed_on, value=enforcement.banked, least=enforcement.proceeds.column,
    fix="把所得款项全部上缴后再办结",
)

RULES = (
    SUSPENDED_FOR, RESUMED_AFTER, THREE_YEARS, ENDED_FOR, TURNED_BACK, AGREEMENT, AGREEMENT_BROKEN, BY_DAY, UTILITIES, SURCHARGE_TOLD,
    SURCHARGE_CAPPED, AFTER_SURCHARGE, SOLD_FOR_FINE, TRANSFER_BY_LAW, AUCTIONED, ALL_BANKED,
)  # fmt: skip
