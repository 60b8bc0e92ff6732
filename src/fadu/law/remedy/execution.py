"""申请法院强制执行 (法释〔2018〕1 号第一百五十五条至第一百六十一条): what is checked before asking, in what time, before which court."""

from dataclasses import dataclass

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.periods import days, months, working_days
from fadu.law.rules import Clock, Gate
from fadu.law.statutes import JUDICIAL_LITIGATION
from fadu.law.vocabulary import suit

APPLY = ("apply_execution",)


@dataclass(frozen=True)
class InThreeMonths(Gate):
    """Three months from the end of the time to sue; later only with good reason."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """Whether the application came within them, or has its reason."""
        return (suit.execution_applied_on <= months(3).due(suit.ripe_on.column, calendar)) | suit.delay_justified.holds


RULES = (
    Gate(
        "SJ-155-1", JUDICIAL_LITIGATION[155, 1], "申请执行须七项条件齐备：可由法院执行、已生效、申请人和被申请人适格、未履行、期限内、属该院管辖",
        before=APPLY, once=suit.execution_applied_on, demands=suit.execution_checks >= 7,
        fix="逐项核对；缺一项的不予受理",
    ),
    InThreeMonths(
        "SJ-156", JUDICIAL_LITIGATION[156], "自被执行人法定起诉期限届满之日起三个月内申请",
        before=APPLY, once=suit.execution_applied_on, fix="逾期的须有正当理由，并在申请书中写明",
    ),
    Gate(
        "SJ-156-ripe", JUDICIAL_LITIGATION[156], "被执行人的法定起诉期限届满之后才能申请",
        before=APPLY, once=suit.execution_applied_on, demands=suit.execution_applied_on > suit.ripe_on, fix="等起诉期限届满",
    ),
    Gate(
        "SJ-157-1", JUDICIAL_LITIGATION[157, 1], "由申请人所在地基层法院受理；执行对象是不动产的，由不动产所在地基层法院受理",
        before=APPLY, once=suit.execution_applied_on,
        demands=((suit.execution_court == "immovable_basic") & suit.execution_immovable.column) | ((suit.execution_court == "organ_basic") & ~suit.execution_immovable.column),
        fix="改向有管辖权的基层人民法院申请",
    ),
    Gate(
        "SJ-159", JUDICIAL_LITIGATION[159], "申请执行前有充分理由认为可能逃避执行的，可以申请财产保全",
        before=("ask_preservation",), once=suit.preserved_on, demands=suit.flight_feared.column,
        fix="写明可能逃避执行的理由和材料",
    ),
    Clock(
        "SJ-160-1", JUDICIAL_LITIGATION[160, 1], "法院受理后七日内审查并裁定是否准予执行",
        name="法院裁定", when=~suit.defect_heard.holds, starts=suit.execution_accepted_on, ends=suit.ruled_on, within=working_days(7), who="party",
        next_step="record_ruling", fix="向法院查询审查进展",
    ),
    Clock(
        "SJ-160-1-heard", JUDICIAL_LITIGATION[160, 2], "因明显违法听取双方意见的，法院自受理之日起三十日内裁定",
        name="法院裁定", when=suit.defect_heard.column, starts=suit.execution_accepted_on, ends=suit.ruled_on, within=days(30), who="party",
        next_step="record_ruling", fix="向法院查询审查进展",
    ),
    Gate(
        "SJ-161-1", JUDICIAL_LITIGATION[161, 1], "无主体资格、明显缺乏事实或者法律根据、其他明显违法损害权益的，不准予执行",
        before=APPLY, once=suit.execution_applied_on, demands=suit.execution_defects == 0,
        fix="先自行纠正行政行为，不要申请执行",
    ),
)
