"""How the dates of a rule are counted, said of any case."""

from collections.abc import Iterator

from fadu.law.periods import Period, Unit
from fadu.law.reading import noun, parse
from fadu.law.registry import step_label
from fadu.law.rules import Clock, InTime, Rule, Wait, Within

WHO = {"officer": "执法人员", "reviewer": "法制审核人员", "head": "机关负责人", "party": "当事人", "supervisor": "执法监督人员"}


def dates(rule: Rule) -> Iterator[tuple[str, str]]:
    """What it is counted from, how long, to what: name and words."""
    if isinstance(rule, Clock):
        yield from _clock(rule)
    elif isinstance(rule, InTime):
        yield from _clock(rule.clock)
        yield "逾期后", f"登记了{rule.admitted.label}的，可以办理"
    elif isinstance(rule, Wait):
        yield "起算", _from(rule.starts.label, rule.full)
        yield "等待", period(rule.full)
        yield "届满后才能", rule.on.label
    elif isinstance(rule, Within):
        yield "起算", f"{_from(noun(parse(rule.starts)), rule.full)}；没有登记的不受限制"
        yield "时效", period(rule.full)
        yield "须在其内的日期", noun(parse(rule.on))


def _clock(rule: Clock) -> Iterator[tuple[str, str]]:
    yield "起算", _from(rule.starts.label, rule.within)
    yield "期限", period(rule.within)
    yield "完成", rule.ends.label
    if rule.paused is not None:
        yield "不计算的期间", rule.paused.label
    if rule.extended is not None:
        yield "依法延长", rule.extended.label
    if rule.suspended is not None:
        yield "停止计算", f"“{rule.suspended.label}”属实的期间"
    yield "由谁完成", WHO.get(rule.who, rule.who) + (f"，办理“{step_label(rule.next_step)}”" if rule.next_step else "")
    yield "提前提醒", f"{rule.warn} 天"
    if rule.strict:
        yield "逾期", "该步骤被拒绝，由负责人批准逾期说明后才能办理"
    if rule.lapses:
        yield "届满", "这是权利：期限内不行使的，权利消灭；期满后行使的不符合"


def _from(begins: str, length: Period) -> str:
    return begins if length.unit is Unit.HOURS else f"{begins}，当日不计"


def period(length: Period) -> str:
    """7 个工作日; 90 日，末日遇休息日顺延."""
    if length.unit in (Unit.HOURS, Unit.WORKING_DAYS):
        return str(length)
    return f"{length}，末日遇休息日{'顺延至其后第一个工作日' if length.rolls else '不顺延'}"
