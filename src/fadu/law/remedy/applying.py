"""申请 (行政复议法第十九条至第二十三条；实施条例第十七条、第二十三条至第二十八条): in what time, by whom, through which channel."""

from dataclasses import dataclass, field

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.periods import days, working_days, years
from fadu.law.remedy.terms import ACCEPTING, span
from fadu.law.rules import Bound, Clock, Duty, Gate
from fadu.law.statutes import RECONSIDERATION, RECONSIDERATION_RULES
from fadu.law.vocabulary import review

TOLD = (review.told >= 3).fill_null(value=True)
UNTOLD = review.told < 3
NOT_PROVEN = review.known_on.column.is_null()
NO_DUTY = review.duty_term.column.is_null()
HINDERED, SUED, CORRECTED = review.obstacle_from.known, review.sued_on.known, review.correction_told_on.known
SIXTY = days(60)
LATER = "超过申请期限的，决定不予受理并说明理由"


@dataclass(frozen=True)
class AppliedInTime(Gate):
    """Sixty days, or more where a law gives more, and what is not counted added."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """Whether the application came within them."""
        more = (review.longer_term_days.or_zero() - 60).clip(lower_bound=0)
        lost = pl.when(review.obstacle_from > SIXTY.due(review.period_from.column, calendar)).then(0).otherwise(_hindrance())
        beside = span(review.sued_on, review.dismissal_served_on) + span(review.via_organ_on, review.correction_told_on)
        return review.applied_on <= SIXTY.due(review.period_from.column, calendar, more + lost + beside)


def _hindrance() -> pl.Expr:
    """Days of hindrance that fall after the period began."""
    first = pl.max_horizontal(review.obstacle_from.column, review.period_from + 1)
    return (review.obstacle_until - first + 1).fill_null(0).clip(lower_bound=0)


@dataclass(frozen=True)
class UntoldInTime(Gate):
    """Sixty days from knowing of the remedy, and never more than a year from knowing of the act (第二十条第三款)."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """Whether the application came within both."""
        from_remedy = SIXTY.due(review.remedy_known_on.column, calendar)
        return (review.applied_on <= from_remedy) & (review.applied_on <= years(1).due(review.period_from.column, calendar))


@dataclass(frozen=True)
class NeverAfter(Gate):
    """Twenty years for immovables, five for all else, from the act."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """Whether the application came within them."""
        longest = pl.when(review.immovable.column).then(years(20).due(review.act_on.column, calendar)).otherwise(years(5).due(review.act_on.column, calendar))
        return pl.when(review.immovable.known).then(review.applied_on <= longest)


@dataclass(frozen=True)
class CountedFrom(Gate):
    """The day from which the sixty days are counted is the one that the manner of telling makes it."""

    before: tuple[str, ...] = field(default=ACCEPTING, kw_only=True)
    day: pl.Expr = field(kw_only=True, repr=False)
    fix: str = field(default="按告知方式重新确定起算日期", kw_only=True)

    def demand(self, calendar: WorkCalendar) -> pl.Expr:  # noqa: ARG002 - no period is laid
        """Whether the day is that one."""
        return review.period_from == self.day


ENTRUSTED = Gate(
    "FY-019-3", RECONSIDERATION[19, 3], "受委托的组织作出的行为，以委托它的行政机关为被申请人",
    when=review.delegated.column, before=ACCEPTING, once=review.accepted_on, demands=review.respondent_is == "principal",
    fix="告知申请人变更被申请人",
)
IN_SIXTY_DAYS = AppliedInTime(
    "FY-020-1", RECONSIDERATION[20, 1], "自知道或者应当知道行政行为之日起六十日内申请；法律规定更长的从其规定，更短的不适用",
    when=TOLD & ~HINDERED & ~SUED & ~CORRECTED, before=ACCEPTING, once=review.accepted_on, fix=LATER,
)
AFTER_HINDRANCE = AppliedInTime(
    "FY-020-2", RECONSIDERATION[20, 2], "因不可抗力等正当理由耽误的，障碍消除后继续计算剩余的申请期限",
    when=HINDERED & TOLD & ~SUED & ~CORRECTED, before=ACCEPTING, once=review.accepted_on, fix=LATER,
)
UNTOLD_IN_TIME = UntoldInTime(
    "FY-020-3", RECONSIDERATION[20, 3], "没有告知权利、机关和期限的，自知道三者之日起六十日，最长自知道行为内容之日起一年",
    when=UNTOLD, before=ACCEPTING, once=review.accepted_on, fix=LATER,
)
NOT_TOO_OLD = NeverAfter(
    "FY-021", RECONSIDERATION[21], "不动产案件自行为作出之日起二十年，其他案件五年，超过的不予受理",
    when=NO_DUTY, before=ACCEPTING, once=review.accepted_on, fix="决定不予受理并说明理由",
)
NET_CHANNEL = Duty(
    "FY-022-2", RECONSIDERATION[22, 2], "决定书在网上送达的，一并提供网上申请复议的渠道",
    when=review.reached_by == "electronic", demands=review.net_channel.column, due="送达决定书时",
    fix="向被申请人指出，完善电子送达的告知页面",
)
REVIEW_FIRST_TOLD = Duty(
    "FY-023-2", RECONSIDERATION[23, 2], "应当先申请复议的，作出行为时告知先申请复议",
    when=review.review_first.column, demands=review.review_first_told.column, due="作出行政行为时",
    fix="向被申请人指出；未告知而直接起诉的期间不计入申请期限",
)
REMEDY_TOLD = Duty(
    "FT-025", RECONSIDERATION_RULES[25], "行为可能产生不利影响的，告知申请复议的权利、复议机关和申请期限三项",
    demands=review.told >= 3, due="作出行政行为时",
    fix="向被申请人指出；申请期限按未告知计算",
)
NOT_SUED = Gate(
    "FY-029-2", RECONSIDERATION[29, 2], "法院已经依法受理同一行为的诉讼的，不受理复议申请",
    before=ACCEPTING, once=review.accepted_on, demands=~review.court_accepted.column,
    fix="决定不予受理并说明理由",
)
ANSWERING_FOR_ALL = Bound(
    "FT-017-1", RECONSIDERATION_RULES[17, 1], "同一案件申请人超过十人的，推选二至五名代表人",
    when=review.applicants > 10, before=ACCEPTING, once=review.accepted_on, value=review.representatives, least=pl.lit(2), most=pl.lit(5),
    fix="请申请人提交全体签名的推选书",
)
FROM_THE_ACT = CountedFrom(
    "FT-023-1-1", RECONSIDERATION_RULES[23, 1, 1], "当场作出的，自作出之日起算",
    when=NOT_PROVEN & NO_DUTY & (review.reached_by == "spot"), once=review.accepted_on, day=review.act_on.column,
)
FROM_SIGNING = CountedFrom(
    "FT-023-1-2", RECONSIDERATION_RULES[23, 1, 2], "直接送达的，自签收或者拒绝签收之日起算",
    when=NOT_PROVEN & NO_DUTY & (review.reached_by == "direct"), once=review.accepted_on, day=review.reached_on.column,
)
FROM_POST = CountedFrom(
    "FT-023-1-3", RECONSIDERATION_RULES[23, 1, 3], "邮寄送达的，自邮件签收之日起算；没有签收单的，按回执或者邮政记载的签收之日",
    when=NOT_PROVEN & NO_DUTY & (review.reached_by == "post"), once=review.accepted_on, day=review.reached_on.column,
)
FROM_ARRIVAL = CountedFrom(
    "FT-023-1-4", RECONSIDERATION_RULES[23, 1, 4], "电子送达的，自到达受送达人指定系统之日起算",
    when=NOT_PROVEN & NO_DUTY & (review.reached_by == "electronic"), once=review.accepted_on, day=review.reached_on.column,
)
FROM_ANNOUNCEMENT = CountedFrom(
    "FT-023-1-5", RECONSIDERATION_RULES[23, 1, 5], "公告告知的，自公告载明的期限届满之日起算",
    when=NOT_PROVEN & NO_DUTY & (review.reached_by == "announced"), once=review.accepted_on, day=review.reached_on.column,
)
FROM_LATER_NOTICE = CountedFrom(
    "FT-023-1-6", RECONSIDERATION_RULES[23, 1, 6], "当时未告知、事后补充告知的，自收到补充告知之日起算",
    when=NOT_PROVEN & NO_DUTY & (review.reached_by == "later"), once=review.accepted_on, day=review.reached_on.column,
)
FROM_PROOF = CountedFrom(
    "FT-023-2", RECONSIDERATION_RULES[23, 2], "被申请人能够证明申请人知道或者应当知道的，自所证明之日起算",
    when=review.known_on.known, once=review.accepted_on, day=review.known_on.column,
)
FROM_DUTY_DUE = CountedFrom(
    "FT-024-1-1", RECONSIDERATION_RULES[24, 1, 1], "不履行法定职责且有履行期限的，自履行期限届满之日起算",
    when=NOT_PROVEN & (review.duty_term == "fixed"), once=review.accepted_on, day=review.duty_due_on.column,
)
FROM_SIXTY_DAYS = CountedFrom(
    "FT-024-1-2", RECONSIDERATION_RULES[24, 1, 2], "不履行法定职责且没有履行期限的，自收到履责申请满六十日起算",
    when=NOT_PROVEN & (review.duty_term == "none"), once=review.accepted_on, day=review.duty_asked_on + 60,
)
MISLED_TO_COURT = AppliedInTime(
    "FT-026", RECONSIDERATION_RULES[26], "未告知复议前置而直接起诉的，起诉之日至驳回裁定送达之日不计入申请期限",
    when=SUED & TOLD & ~CORRECTED, before=ACCEPTING, once=review.accepted_on, fix=LATER,
)
RECEIVED_ON_ARRIVAL = Gate(
    "FT-028-1", RECONSIDERATION_RULES[28, 1], "网上申请的，材料到达特定系统之日为收到申请之日",
    when=review.channel == "net", before=ACCEPTING, once=review.accepted_on, demands=review.received_on == review.net_arrived_on,
    fix="按到达特定系统之日更正收到申请的日期",
)
NO_PAPER_AGAIN = Gate(
    "FT-028-2", RECONSIDERATION_RULES[28, 2], "网上提交的材料符合要求的，不得另行索要纸质材料",
    when=review.channel == "net", before=ACCEPTING, once=review.accepted_on, demands=~review.paper_demanded.column,
    fix="撤回提交纸质材料的要求",
)
FORWARDED = Clock(
    "FY-032-2", RECONSIDERATION[32, 2], "处罚机关收到复议申请、认为应当维持的，五个工作日内转送复议机关",
    name="转送复议申请", when=review.self_corrected_on.column.is_null(),
    starts=review.via_organ_on, ends=review.forwarded_on, within=working_days(5), next_step="record_forwarding",
    fix="立即转送复议机关",
)
CORRECTED_ITSELF = Clock(
    "FT-038-1", RECONSIDERATION_RULES[38, 1], "处罚机关认为处罚违法或者不当的，自收到复议申请之日起五个工作日内自行纠正并告知",
    name="自行纠正", when=review.self_corrected_on.known,
    starts=review.via_organ_on, ends=review.correction_told_on, within=working_days(5), next_step="record_forwarding",
    fix="立即按法定程序纠正，并告知申请人和复议机关",
)
STILL_ASKS = AppliedInTime(
    "FT-038-2", RECONSIDERATION_RULES[38, 2], "自行纠正后仍坚持申请的，提交申请之日至告知之日不计入申请期限",
    when=CORRECTED & TOLD, before=ACCEPTING, once=review.accepted_on, fix=LATER,
)

RULES = (
    ENTRUSTED, IN_SIXTY_DAYS, AFTER_HINDRANCE, UNTOLD_IN_TIME, NOT_TOO_OLD, NET_CHANNEL, REVIEW_FIRST_TOLD, REMEDY_TOLD, NOT_SUED, ANSWERING_FOR_ALL,
    FROM_THE_ACT, FROM_SIGNING, FROM_POST, FROM_ARRIVAL, FROM_ANNOUNCEMENT, FROM_LATER_NOTICE, FROM_PROOF, FROM_DUTY_DUE, FROM_SIXTY_DAYS,
    MISLED_TO_COURT, RECEIVED_ON_ARRIVAL, NO_PAPER_AGAIN, FORWARDED, CORRECTED_ITSELF, STILL_ASKS,
)
