"""公示: what of a penalty is published, when it is corrected or taken down, and when it ends."""

from dataclasses import dataclass, field

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.periods import Period, months, working_days, years
from fadu.law.rules import Clock, Gate
from fadu.law.statutes import HEBEI_SUPERVISION, SAMR_DISCLOSURE
from fadu.law.vocabulary import publication
from fadu.law.vocabulary.kinds import Penalty

MARKET = publication.field == "market"
NEAR = MARKET & publication.same_province.column
FAR = MARKET & ~publication.same_province.column
WARNED_ONLY = publication.kinds.within(Penalty.WARNING)
HEAVY = Penalty.STOP_BUSINESS | Penalty.RESTRICT_BUSINESS | Penalty.RESTRICT_TRADE | Penalty.LOWER_GRADE | Penalty.REVOKE_LICENCE
LIGHT = publication.kinds.within(Penalty.CRITICISM | Penalty.WARNING) | (
    publication.kinds.within(Penalty.CRITICISM | Penalty.WARNING | Penalty.FINE) & publication.small_fine.column
)
"""Criticism or a fine of the lower amounts alone; whether a fine is low must be said, else nothing stops by itself."""


def last_day(calendar: WorkCalendar, longest: Period) -> pl.Expr:
    """The last day on which the item stands: three months, three years, or as long as a restriction of more than three years lasts."""
    three_months = months(3).without_rolling().due(publication.published_on.column, calendar)
    three_years = longest.without_rolling().due(publication.published_on.column, calendar)
    return pl.when(LIGHT).then(three_months).when(~LIGHT).then(pl.max_horizontal(three_years, publication.restricted_until.column))


@dataclass(frozen=True)
class FullTerm(Gate):
    """Publication may end only after its term has run out.

    Attributes:
        longest: the term of all but the light penalties.
    """

    longest: Period = field(kw_only=True)

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """Whether the day of stopping lies after the term."""
        return publication.stopped_on > last_day(calendar, self.longest)

    def opens(self, calendar: WorkCalendar) -> pl.Expr:
        """The day after the term."""
        return last_day(calendar, self.longest) + 1


@dataclass(frozen=True)
class Ending(Clock):
    """Publication must end when its term has run out: on the next day at the latest."""

    def due(self, calendar: WorkCalendar) -> pl.Expr:
        """The day after the term."""
        return last_day(calendar, self.within) + 1


PUBLISHED = Gate(
    "SG-002-1", SAMR_DISCLOSURE[2, 1], "普通程序的处罚决定都要记录并公示，不以有社会影响为条件",
    when=MARKET & (publication.course == "general") & (~WARNED_ONLY | publication.by_statute.holds) & publication.invalidated_on.column.is_null(),
    before=("publication_close",), once=publication.closed_on, demands=publication.published_on.known,
    fix="通过企业信用信息公示系统公示",
)
WARNING_NOT_PUBLISHED = Gate(
    "SG-002-2", SAMR_DISCLOSURE[2, 2], "仅受警告的不公示，法律、行政法规另有规定的除外",
    when=MARKET, before=("publication_publish",), once=publication.published_on, demands=~WARNED_ONLY | publication.by_statute.holds,
    fix="不予公示；应当公示的写明法律、行政法规依据",
)
FIVE_PARTS = Gate(
    "SG-004-3", SAMR_DISCLOSURE[4, 3], "信息摘要要有文号、当事人情况、违法类型、处罚内容、机关和日期",
    when=MARKET, before=("publication_publish",), once=publication.published_on, demands=publication.summary_parts >= 5,
    fix="补全摘要的要素",
)
SECRECY = Gate(
    "SG-005", SAMR_DISCLOSURE[5], "公示前经过保密审查，不泄露国家秘密，不危及安全稳定",
    when=MARKET, before=("publication_publish",), once=publication.published_on,
    demands=(publication.secrecy_reviewed_on <= publication.published_on) & publication.secret_free.column,
    fix="先作保密审查",
)
SAME_TEXT = Gate(
    "SG-007", SAMR_DISCLOSURE[7], "除依法处理商业秘密、个人信息外，公示的决定书与送达的一致",
    when=MARKET, before=("publication_publish",), once=publication.published_on, demands=publication.same_text & publication.masked.column,
    fix="与送达的决定书核对，只处理商业秘密和个人信息",
)
TOLD = Gate(
    "SG-008", SAMR_DISCLOSURE[8], "送达决定书时书面告知将向社会公示",
    when=MARKET, before=("publication_publish",), once=publication.published_on, demands=publication.told.column,
    fix="补作书面告知",
)
NEAR_IN_TIME = Clock(
    "SG-009", SAMR_DISCLOSURE[9], "当事人在本省的，自决定之日起二十个工作日内公示",
    name="公示", when=NEAR, starts=publication.decided_on, ends=publication.published_on, within=working_days(20),
    next_step="publication_publish", fix="立即公示",
)
FAR_IN_TIME = Clock(
    "SG-010", SAMR_DISCLOSURE[10], "当事人在外省的，自决定之日起十个工作日内推送",
    name="公示推送", when=FAR, starts=publication.decided_on, ends=publication.pushed_on, within=working_days(10),
    next_step="publication_push", fix="立即通过省级部门推送",
)
HELPED_IN_TIME = Clock(
    "SG-010-assist", SAMR_DISCLOSURE[10], "协助公示的部门自收到信息之日起十个工作日内公示",
    name="协助公示", when=FAR, starts=publication.push_received_on, ends=publication.published_on, within=working_days(10),
    next_step="publication_publish", fix="商请登记地部门公示",
)
WITHDRAWN_IN_TIME = Clock(
    "SG-011", SAMR_DISCLOSURE[11], "决定被变更、撤销、确认违法或者无效的，三个工作日内撤回公示",
    name="撤回公示", when=MARKET & publication.published_on.known, starts=publication.invalidated_on, ends=publication.withdrawn_on, within=working_days(3),
    next_step="publication_withdraw", fix="立即撤回",
)
WITHDRAWAL_EXPLAINED = Gate(
    "SG-011-reason", SAMR_DISCLOSURE[11], "撤回公示要说明理由",
    when=MARKET, before=("publication_withdraw",), once=publication.withdrawn_on, demands=publication.withdrawal_explained.column,
    fix="写明撤回的理由",
)
CORRECTED = Gate(
    "SG-012", SAMR_DISCLOSURE[12], "发现公示信息不准确，或者有人举证要求更正的，及时更正",
    when=MARKET & publication.error_found_on.known, before=("publication_stop", "publication_close"), once=publication.closed_on,
    demands=publication.corrected_on >= publication.error_found_on,
    fix="先更正公示信息",
)
FULL_TERM = FullTerm(
    "SG-013-1", SAMR_DISCLOSURE[13, 1], "仅通报批评或者较低数额罚款的公示满三个月，其他满三年，才停止公示",
    when=MARKET, before=("publication_stop",), once=publication.stopped_on, longest=years(3),
    fix="等公示期届满；罚款是否属于较低数额按省级以上部门的规定选择",
)
ENDED_IN_TIME = Ending(
    "SG-013-1-end", SAMR_DISCLOSURE[13, 1], "公示期届满即停止公示",
    name="停止公示",
    when=MARKET & publication.withdrawn_on.column.is_null() & publication.early_stopped_on.column.is_null(),
    starts=publication.published_on, ends=publication.stopped_on, within=years(3), next_step="publication_stop", warn=7,
    fix="立即停止公示",
)
EARLY_STOP = Gate(
    "SG-014-1-4", SAMR_DISCLOSURE[14, 1, 4], "达到规定时限并同时符合四项条件的，可以提前停止公示",
    when=MARKET, before=("publication_stop_early",), once=publication.early_stopped_on,
    demands=(publication.early_conditions >= 4) & publication.early_time_met.column,
    fix="核对已履行、已消除影响、未再犯、不在严重违法失信名单四项条件和时限",
)
NO_EARLY_STOP = Gate(
    "SG-014-3", SAMR_DISCLOSURE[14, 3], "停产停业、限制经营或者从业、降低资质、吊销证照等较重处罚，不得提前停止公示",
    when=MARKET, before=("publication_stop_early",), once=publication.early_stopped_on,
    demands=~publication.kinds.has(HEAVY) & ~publication.other_heavy.holds,
    fix="公示到期满为止",
)
HEBEI_SECRECY = Gate(
    "HJ-012-2", HEBEI_SUPERVISION[12, 2], "公开前保密审查，不公开国家秘密、商业秘密、个人隐私",
    when=publication.province == "hebei", before=("publication_publish",), once=publication.published_on,
    demands=(publication.secrecy_reviewed_on <= publication.published_on) & publication.secret_free.column & publication.masked.column,
    fix="先作保密审查，处理商业秘密和个人隐私",
)

RULES = (
    PUBLISHED, WARNING_NOT_PUBLISHED, FIVE_PARTS, SECRECY, SAME_TEXT, TOLD, NEAR_IN_TIME, FAR_IN_TIME, HELPED_IN_TIME, WITHDRAWN_IN_TIME,
    WITHDRAWAL_EXPLAINED, CORRECTED, FULL_TERM, ENDED_IN_TIME, EARLY_STOP, NO_EARLY_STOP, HEBEI_SECRECY,
)  # fmt: skip
