"""核查、立案 (第十八条至第二十条): from the clue to the decision whether to file."""

from dataclasses import dataclass

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.periods import working_days
from fadu.law.rules import Bound, Clock, Gate
from fadu.law.samr.terms import MARKET
from fadu.law.statutes import SAMR_PROCEDURE
from fadu.law.vocabulary import case


@dataclass(frozen=True)
class Verification(Clock):
    """A clock in working days that leaves out the days of testing (第十八条第二款).

    The tests lasted so many civil days from the day the first was ordered; of these only the working days lengthen it.
    Several tests with a gap between them are laid end to end.
    """

    def due(self, calendar: WorkCalendar) -> pl.Expr:
        """The last lawful day, the working days of testing left out."""
        began = case.verification_test_from.column
        ended = began + case.verification_tests_days.or_zero()
        tested = (calendar.worked_until(ended) - calendar.worked_until(began)).fill_null(0)
        return self.within.due(self.starts.column, calendar, self.longer_by + tested)


VERIFIED_IN_TIME = Verification(
    "SC-018-1a", SAMR_PROCEDURE[18, 1], "自发现线索或者收到材料之日起十五个工作日内核查，由负责人决定是否立案；检验鉴定等时间不计",
    name="线索核查", when=MARKET, starts=case.clue_received_on, ends=case.filing_decided_on, within=working_days(15),
    extended=case.verification_extension, suspended=case.clock_stopped, next_step="file", who="head",
    fix="立即决定是否立案；特殊情况在期满前报负责人批准延长十五个工作日",
)
VERIFICATION_EXTENDED = Bound(
    "SC-018-1b", SAMR_PROCEDURE[18, 1], "特殊情况经负责人批准，核查期限可以延长十五个工作日",
    when=MARKET, before=("extend_verification",), once=case.verification_extension,
    value=case.verification_extension, most=pl.lit(15),
    fix="延长只有一次，不超过十五个工作日",
)
FOUR_CONDITIONS = Gate(
    "SC-019-1", SAMR_PROCEDURE[19, 1], "有证据初步证明违法、应当处罚、属本部门管辖、在法定期限内，四项同时符合的才立案",
    when=MARKET, before=("file",), once=case.filed_on, demands=case.filing_conditions >= 4,
    fix="逐项核查四项立案条件；不符合的不予立案或者移送",
)
TWO_HANDLERS = Gate(
    "SC-019-2", SAMR_PROCEDURE[19, 2], "决定立案的，填写立案审批表，指定两名以上办案人员",
    when=MARKET, before=("file",), once=case.filed_on, demands=case.handlers >= 2,
    fix="指定两名以上具有行政执法资格的办案人员",
)
DECLINED_ON_GROUND = Gate(
    "SC-020-1", SAMR_PROCEDURE[20, 1], "不予立案须有四种情形之一，并填写不予立案审批表",
    when=MARKET & case.filed_on.column.is_null() & case.outcome.column.is_null(), before=("decline",), once=case.filing_decided_on,
    demands=case.declined_ground.known & case.declined_ground.one_of("minor", "first", "no_fault", "other"),
    fix="写明不予立案属于哪一种情形；都不属于的，应当立案",
)

RULES = (VERIFIED_IN_TIME, VERIFICATION_EXTENDED, FOUR_CONDITIONS, TWO_HANDLERS, DECLINED_ON_GROUND)
