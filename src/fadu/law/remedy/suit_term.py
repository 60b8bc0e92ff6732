"""起诉的期限与前置 (行政诉讼法第四十五条至第四十八条；行政复议法第二十三条、第二十九条、第三十四条；解释第六十四条至第六十六条).

The organ can't refuse a suit; what it owes is a defence that sees what stands against it. Each rule passes where the suit
was rightly brought, or where the defence objects.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.facts import Fact
from fadu.law.periods import days, months, years
from fadu.law.remedy.terms import refused
from fadu.law.rules import Gate, Grade
from fadu.law.statutes import JUDICIAL_LITIGATION, LITIGATION, RECONSIDERATION, RECONSIDERATION_RULES
from fadu.law.vocabulary import suit
from fadu.law.vocabulary.remedies import Objection

REVIEWED = suit.reviewed.column
DIRECT = refused(suit.reviewed)
COMPULSORY = suit.first_kind.one_of("spot", "resource", "inaction", "openness", "other")
LEFT_WITHOUT_DECISION = (COMPULSORY & suit.review_ended_by.one_of("rejected", "silent")).fill_null(value=False)
INACTION = suit.duty_asked_on.known | suit.duty_due_on.known
ORDINARY = ~suit.term_otherwise.holds & ~suit.hindered_until.known
SIX, FIFTEEN = months(6), days(15)
OBJECT_LATE = "在答辩中提出超过起诉期限，请求驳回起诉"
OBJECT_FIRST = "在答辩中提出应当先申请行政复议，请求驳回起诉"


def raised(objection: Objection) -> pl.Expr:
    """Whether the defence objects so."""
    return (suit.objections.or_zero() & int(objection)) != 0


@dataclass(frozen=True)
class Defence(Gate):
    """What the defence has to look at before it is filed."""

    before: tuple[str, ...] = field(default=("answer_suit",), kw_only=True)
    once: Fact | None = field(default_factory=lambda: suit.answered_on, kw_only=True)
    grade: Grade = field(default=Grade.MENDABLE, kw_only=True)


@dataclass(frozen=True)
class Sued(Defence):
    """A suit brought by its last day, or an objection that it was not."""

    last: Callable[[WorkCalendar], pl.Expr] = field(kw_only=True, repr=False)
    fix: str = field(default=OBJECT_LATE, kw_only=True)

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """Whether it was in time, or the defence says that it was not."""
        return (suit.sued_on <= self.last(calendar)) | raised(Objection.TOO_LATE)


@dataclass(frozen=True)
class TwoMonthsPassed(Defence):
    """Two months from the request must have run out."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """Whether they have, or the defence says that they have not."""
        return (suit.sued_on > months(2).due(suit.duty_asked_on.column, calendar)) | raised(Objection.TOO_EARLY)


@dataclass(frozen=True)
class LongerAsked(Sued):
    """The court was asked for more time within ten days of the end of the hindrance."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """Whether it was, or the defence says that the suit is late."""
        return (suit.longer_asked_on <= self.last(calendar)) | raised(Objection.TOO_LATE)


def _longest(calendar: WorkCalendar) -> pl.Expr:
    act = suit.act_on.column
    return pl.when(suit.immovable.column).then(years(20).due(act, calendar)).when(refused(suit.immovable)).then(years(5).due(act, calendar))


def _untold(calendar: WorkCalendar) -> pl.Expr:
    from_term, from_act = SIX.due(suit.term_known_on.column, calendar), years(1).due(suit.known_on.column, calendar)
    return pl.when(from_term <= from_act).then(from_term).when(from_term > from_act).then(from_act)


def _unknown(calendar: WorkCalendar) -> pl.Expr:
    from_content, longest = SIX.due(suit.known_on.column, calendar), _longest(calendar)
    return pl.when(from_content <= longest).then(from_content).when(from_content > longest).then(longest)


def _first(rule_id: str, item: int, kind: str, says: str) -> Defence:
    return Defence(
        rule_id, RECONSIDERATION[23, 1, item], says, when=suit.first_kind == kind,
        demands=REVIEWED | raised(Objection.REVIEW_FIRST), fix=OBJECT_FIRST,
    )


REVIEW_FIRST = (
    _first("FY-023-1-1", 1, "spot", "对当场处罚不服的，先复议后诉讼；决定书不得写可以直接起诉"),
    _first("FY-023-1-2", 2, "resource", "对侵犯已取得的自然资源所有权、使用权的决定不服的，先复议后诉讼"),
    _first("FY-023-1-3", 3, "inaction", "认为法定期限内未受理、不答复或者不履行职责的，先复议后诉讼"),
    _first("FY-023-1-4", 4, "openness", "对不予公开政府信息不服的，先复议后诉讼"),
)
REFUSED_IS_NOT_INACTION = Defence(
    "FT-030-2", RECONSIDERATION_RULES[30, 2], "明确答复不受理、拒绝履行或者履行不完全的，可以直接起诉，不以未经复议抗辩",
    when=suit.first_kind == "refused", demands=~raised(Objection.REVIEW_FIRST) & suit.answered_on.known,
    fix="撤回应当先申请复议的意见",
)
REVIEW_RUNNING = Defence(
    "FY-029-1", RECONSIDERATION[29, 1], "复议已经受理的，复议期间不得起诉",
    demands=~suit.review_pending.column | raised(Objection.REVIEW_PENDING),
    fix="在答辩中提出复议已经受理、尚未审结",
)
AFTER_FAILED_REVIEW = Sued(
    "FY-034", RECONSIDERATION[34], "复议前置案件不予受理、驳回申请或者逾期不答复的，十五日内起诉",
    when=REVIEWED & LEFT_WITHOUT_DECISION, last=lambda calendar: FIFTEEN.due(suit.review_ended_on.column, calendar, suit.lost_days.or_zero()),
)
AFTER_REVIEW = Sued(
    "SS-045", LITIGATION[45], "不服复议决定或者复议逾期不决定的，十五日内起诉",
    when=REVIEWED & ~LEFT_WITHOUT_DECISION & ORDINARY, last=lambda calendar: FIFTEEN.due(suit.review_ended_on.column, calendar, suit.lost_days.or_zero()),
)
IN_SIX_MONTHS = Sued(
    "SS-046-1", LITIGATION[46, 1], "直接起诉的，自知道或者应当知道作出行为之日起六个月内",
    when=DIRECT & suit.term_told.column & refused(suit.content_unknown) & ~INACTION & ORDINARY,
    last=lambda calendar: SIX.due(suit.known_on.column, calendar, suit.lost_days.or_zero()),
)
NEVER_AFTER = Sued(
    "SS-046-2", LITIGATION[46, 2], "不动产案件自行为作出之日起最长二十年，其他案件最长五年",
    last=_longest,
)
NOT_BEFORE_TWO_MONTHS = TwoMonthsPassed(
    "SS-047-1", LITIGATION[47, 1], "申请履行保护职责的，接到申请满两个月不履行才能起诉；另有规定或者紧急情况除外",
    when=suit.duty_asked_on.known & ~suit.duty_urgent.holds & ~suit.duty_term_otherwise.holds,
    fix="在答辩中提出履行职责的期限未满",
)
LONGER_ASKED = LongerAsked(
    "SS-048-2", LITIGATION[48, 2], "因其他特殊情况耽误的，障碍消除后十日内申请延长，由法院决定",
    when=suit.hindered_until.known, last=lambda calendar: days(10).due(suit.hindered_until.column, calendar),
)
TERM_UNTOLD = Sued(
    "SJ-064-1", JUDICIAL_LITIGATION[64, 1], "未告知起诉期限的，自知道起诉期限之日起算，最长自知道行为内容之日起一年",
    when=refused(suit.term_told) & DIRECT & refused(suit.content_unknown) & ~INACTION & ORDINARY, last=_untold,
)
CONTENT_UNKNOWN = Sued(
    "SJ-065", JUDICIAL_LITIGATION[65], "不知道行为内容的，自知道内容之日起算，不超过二十年或者五年的最长期限",
    when=suit.content_unknown.column & DIRECT & ~INACTION & ORDINARY, last=_unknown,
)
AFTER_INACTION = Sued(
    "SJ-066", JUDICIAL_LITIGATION[66], "对不履行职责起诉的，自履行职责期限届满之日起六个月内",
    when=suit.duty_due_on.known & DIRECT & ORDINARY, last=lambda calendar: SIX.due(suit.duty_due_on.column, calendar, suit.lost_days.or_zero()),
)


RULES = (
    *REVIEW_FIRST, REFUSED_IS_NOT_INACTION, REVIEW_RUNNING, AFTER_FAILED_REVIEW, AFTER_REVIEW, IN_SIX_MONTHS, NEVER_AFTER, NOT_BEFORE_TWO_MONTHS,
    LONGER_ASKED, TERM_UNTOLD, CONTENT_UNKNOWN, AFTER_INACTION,
)
