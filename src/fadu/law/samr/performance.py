"""执行、结案、归档 (第七十二条至第七十八条)."""

from dataclasses import dataclass

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.periods import days, months, working_days
from fadu.law.rules import Clock, Gate, Grade, Question, Wait
from fadu.law.samr.terms import MARKET, SAMR_GENERAL
from fadu.law.statutes import SAMR_PROCEDURE
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty

NO_REMEDY = case.remedy_started_on.column.is_null()
TO_SUE = months(6)
"""起诉期限, the longer of the two (行政复议法第二十条六十日，行政诉讼法第四十六条六个月)."""


@dataclass(frozen=True)
class AppliedInTime(Gate):
    """Three months in which a court can be asked, from the end of the party's time to sue or of a deferral, whichever is later."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """Whether the court was asked in time; null where a day is not known."""
        ripe = pl.max_horizontal(TO_SUE.due(case.served_on.column, calendar), case.deferred_until.column)
        return case.court_applied_on <= months(3).due(ripe, calendar)


GAIN_PAID_IN_TIME = Clock(
    "SC-072-1-gain", SAMR_PROCEDURE[72, 1], "没收违法所得的，同样自收到决定书之日起十五日内缴纳",
    name="缴纳没收款",
    when=MARKET & case.decision_kinds.has(Penalty.GAIN) & ~case.decision_kinds.has(Penalty.FINE) & case.deferred_until.column.is_null(),
    starts=case.served_on, ends=case.paid_on, within=days(15), next_step="pay", who="party",
    fix="催告当事人缴纳；仍不缴的，依法申请人民法院强制执行",
)
DEFERRED = Gate(
    "SC-074", SAMR_PROCEDURE[74], "延期、分期缴纳须当事人书面申请、负责人批准，并书面告知期限",
    when=MARKET, before=("defer",), once=case.deferred_on,
    demands=(case.defer_applied_on <= case.deferred_on) & (case.deferred_until > case.deferred_on),
    fix="先收当事人的书面申请；批准时定明期限，并送达延期、分期缴纳通知书",
)
TEN_DAYS_AFTER_DEMAND = Wait(
    "SC-076-1", SAMR_PROCEDURE[76, 1], "收到催告书十个工作日后仍不履行的，才能申请人民法院强制执行",
    when=MARKET, before=("apply_court",), once=case.court_applied_on,
    starts=case.demanded_on, full=working_days(10), on=case.court_applied_on,
    fix="先送达催告书，等满十个工作日",
)
REMEDIES_LAPSED = Wait(
    "SC-076-1-ripe", SAMR_PROCEDURE[76, 1], "当事人在法定期限内可以复议、起诉，期限届满前不能申请人民法院强制执行",
    when=MARKET & NO_REMEDY, before=("apply_court",), once=case.court_applied_on,
    starts=case.served_on, full=TO_SUE, on=case.court_applied_on,
    fix="等复议、诉讼期限都届满",
)
APPLIED_IN_TIME = AppliedInTime(
    "SC-076-1-late", SAMR_PROCEDURE[76, 1], "自复议、诉讼期限届满（延期、分期的自其结束）之日起三个月内申请人民法院强制执行",
    when=MARKET & NO_REMEDY, before=("apply_court",), once=case.court_applied_on, grade=Grade.MENDABLE,
    fix="已超过三个月的，须有正当理由并在申请书中写明",
)
CLOSED_IN_TIME = Clock(
    "SC-077", SAMR_PROCEDURE[77], "结案情形出现后十五个工作日内填写结案审批表，经负责人批准后结案",
    name="结案审批",
    when=SAMR_GENERAL, starts=case.closing_since, ends=case.closed_on, within=working_days(15), next_step="close",
    fix="立即填写结案审批表",
)
FILE_IN_ORDER = Question(
    "SC-078-1", SAMR_PROCEDURE[78, 1], "案卷归档应当一案一卷、材料齐全、规范有序",
    when=MARKET, asks="是否一案一卷、材料齐全、规范有序；分正卷、副卷的，是否按规定顺序排列？", answered_by="scorer", point="procedure",
    fix="补齐材料，按规定顺序重新立卷",
)

RULES = (
    GAIN_PAID_IN_TIME, DEFERRED, TEN_DAYS_AFTER_DEMAND, REMEDIES_LAPSED, APPLIED_IN_TIME, CLOSED_IN_TIME, FILE_IN_ORDER,
)  # fmt: skip
