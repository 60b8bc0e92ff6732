"""法律责任 (生态环境法典第一千零五十三条至第一千零五十八条、第一千二百四十二条): fault, time limits, weight, which law."""

import polars as pl

from fadu.law.calendar import WorkCalendar, number
from fadu.law.ecology.terms import ECOLOGY
from fadu.law.penalty.application import FOUND, LONGER, RUNS_FROM
from fadu.law.penalty.terms import DECIDING, JUDGED, PENALISED
from fadu.law.periods import years
from fadu.law.rules import Convention, Gate, Grade, Within
from fadu.law.statutes import ECOLOGY_CODE
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty

HARMFUL = case.harm.one_of("slight", "real").fill_null(value=False)
"""造成环境污染、生态破坏等危害后果: the Code asks for no degree, so that a slight one is one too."""

FIVE, TWO = years(5).without_rolling(), years(2).without_rolling()


class NotRevived(Within):
    """Five years; but what was already too late under the law before the Code stays so (默认，待确认)."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """Whether it was found in time, and had not lapsed before the Code came into force."""
        formerly = pl.when(LONGER).then(FIVE.due(self.starts, calendar)).otherwise(TWO.due(self.starts, calendar))
        lapsed = (formerly < number(self.basis.statute.in_force)) & (self.on > formerly)
        return self.starts.is_null() | ((self.on <= self.full.due(self.starts, calendar)) & ~lapsed)


NO_FAULT = Gate(
    "HJF-1053-1", ECOLOGY_CODE[1053, 1], "除有证据足以证明没有过错外，应当承担行政责任",
    when=ECOLOGY & (case.none_ground == "no_fault"), before=("decide_none",), once=case.decided_on, demands=case.no_fault_proven.column,
    fix="没有足以证明没有过错的证据，不能以此不予处罚",
)
FIVE_YEARS = NotRevived(
    "HJF-1054-1a", ECOLOGY_CODE[1054, 1], "造成环境污染、生态破坏等危害后果的，追责时效为五年",
    when=ECOLOGY & PENALISED & HARMFUL, before=DECIDING, once=case.decided_on, starts=RUNS_FROM, full=FIVE, on=FOUND,
    fix="超过追责时效，或者在法典施行前已过原时效，作出不予行政处罚决定",
)
TWO_YEARS = Within(
    "HJF-1054-1b", ECOLOGY_CODE[1054, 1], "没有造成危害后果的生态环境违法行为，追责时效为二年",
    when=ECOLOGY & PENALISED & ~HARMFUL, before=DECIDING, once=case.decided_on, starts=RUNS_FROM, full=TWO, on=FOUND,
    fix="超过追责时效，作出不予行政处罚决定",
)
HIGHEST_FINE = Gate(
    "HJF-1055", ECOLOGY_CODE[1055], "同一行为违反多个生态环境规范的，按罚款数额高的规定处罚",
    when=ECOLOGY & PENALISED & case.concurrence.known & case.decision_kinds.has(Penalty.FINE), before=DECIDING, once=case.decided_on,
    demands=case.concurrence != "other",
    fix="改按罚款数额高的规定处罚",
)
HEAVIER = Gate(
    "HJF-1056-1", ECOLOGY_CODE[1056, 1], "有恶意、拒不改正、严重后果、多次被罚等情形的，从重处罚",
    when=ECOLOGY & PENALISED & (case.aggravations.or_zero() != 0), before=DECIDING, once=case.decided_on,
    demands=case.heavier.column & ~case.lighter.holds & ~case.lessened.holds,
    fix="在幅度内从重并写明理由；不能同时从轻、减轻",
)
TRIFLE_SPARED = Gate(
    "HJF-1056-2a", ECOLOGY_CODE[1056, 2], "违法行为轻微并及时改正，没有造成危害后果的，不予处罚",
    when=ECOLOGY & JUDGED & case.minor.column & case.corrected_on.known & (case.harm == "none"), before=DECIDING, once=case.decided_on,
    demands=case.outcome == "none_statutory",
    fix="作出不予行政处罚决定",
)
FIRST_MAY_BE_SPARED = Gate(
    "HJF-1056-2b", ECOLOGY_CODE[1056, 2], "以初次违法为由不予处罚的，须危害后果轻微并及时改正",
    when=ECOLOGY & (case.none_ground == "first"), before=("decide_none",), once=case.decided_on,
    demands=case.first_offence.column & case.harm.one_of("none", "slight") & case.corrected_on.known,
    fix="查明既往记录、危害后果和改正情况；不符合的给予处罚",
)
OLD_OR_LIGHTER = Gate(
    "HJF-1057", ECOLOGY_CODE[1057], "适用违法行为发生时的规定；决定时已修改、废止，且新的规定较轻或者不认为是违法的，适用新的规定",
    when=ECOLOGY & PENALISED & case.basis_changed.column, before=DECIDING, once=case.decided_on, demands=case.law_applied.known,
    fix="比较法典和它取代的法律，登记适用的规定",
)
SET_OFF = Gate(
    "HJF-1058-2", ECOLOGY_CODE[1058, 2], "构成犯罪判刑的，已执行的罚款折抵罚金，已执行的拘留折抵刑期",
    when=ECOLOGY & PENALISED & case.criminal_fined.holds & case.decision_kinds.has(Penalty.FINE | Penalty.DETENTION), before=("close",),
    once=case.closed_on, demands=case.offset_done.column, grade=Grade.MENDABLE,
    fix="与人民法院核对罚金、刑期，办理折抵后登记",
)
IN_FORCE = Convention(
    "HJF-1242", ECOLOGY_CODE[1242], "自 2026 年 8 月 15 日起施行，大气、水、固废等十部法律同时废止",
    carried_out_by="fadu.law.rules.Rule.in_force",
)

RULES = (
    NO_FAULT, FIVE_YEARS, TWO_YEARS, HIGHEST_FINE, HEAVIER, TRIFLE_SPARED, FIRST_MAY_BE_SPARED, OLD_OR_LIGHTER, SET_OFF, IN_FORCE,
)  # fmt: skip
