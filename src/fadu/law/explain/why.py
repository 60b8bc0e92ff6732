"""The reason for a verdict, in a sentence or some."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from fadu.law.explain.reckoning import Reckoning
from fadu.law.facts import VOCABULARY
from fadu.law.reading import Condition, told, value_of
from fadu.law.reading.words import quoted
from fadu.law.registry import step_label
from fadu.law.rules import Bound, Clock, Convention, Gate, InTime, Question, Rule, Verdict, Wait, Within

ANSWERED_BY = {"reviewer": "法制审核人员", "scorer": "评查人员"}


@dataclass(frozen=True)
class Judged:
    """A rule judged on a case, with all that went into it; see `Explanation`."""

    rule: Rule
    verdict: Verdict
    facts: Mapping[str, Any]
    on: date
    applies: Sequence[Condition]
    demands: Sequence[Condition]
    reckoning: Reckoning | None

    def why(self) -> tuple[str, ...]:
        """The conditions that decided it, or what is still missing."""
        return (*self._decided(), *self._out_of_force())

    def _decided(self) -> Iterator[str]:
        if isinstance(self.rule, Convention):
            yield "本条规定怎样计算，平台计算时照此执行，不对案件单独判断。"
        elif self.verdict is Verdict.DOES_NOT_APPLY:
            yield from (f"不属于适用的情形，{_not_so(condition)}。" for condition in self.applies if condition.holds is False)
        elif self.verdict is Verdict.NOT_YET_JUDGED:
            yield from self._open()
        elif self.reckoning is not None and self.reckoning.ending and isinstance(self.rule, Clock | InTime | Wait | Within):
            yield self.reckoning.ending
        elif self.verdict is Verdict.PASSES:
            yield self.reckoning.steps[-1] if self.reckoning and self.reckoning.steps else "所要求的条件都成立。"
        else:
            yield from self._broken()

    def _open(self) -> Iterator[str]:
        rule = self.rule
        yield from (f"以现有的事实看不适用，{_not_so(condition)}。" for condition in self.applies if condition.holds is False)  # a step is judged when taken
        unsure = [condition for condition in self.applies if condition.holds is None]
        if unsure:
            yield f"是否适用还不能判断，{'；'.join(self._lacking(condition) for condition in unsure)}。"
        if isinstance(rule, Question):
            yield f"只有人能判断，由{ANSWERED_BY.get(rule.answered_by, rule.answered_by)}答复：{rule.asks}"
        elif isinstance(rule, Gate) and (rule.once is None or self.facts.get(rule.once.name) is None):
            waits = "" if rule.once is None else f"，现在没有登记{rule.once.label}"
            yield f"在办理{quoted(map(step_label, rule.before))}时判断{waits}。"
        elif self.reckoning is not None and isinstance(rule, Clock):
            yield self.reckoning.ending or self.reckoning.steps[-1]
        elif not unsure:
            open_ = [condition for condition in self.demands if condition.holds is None]
            yield "；".join(self._lacking(condition) for condition in open_) + "。" if open_ else "所看的事实还不齐全。"

    def _broken(self) -> Iterator[str]:
        if isinstance(self.rule, Bound):
            yield from self._beyond(self.rule)
        else:
            yield from (f"{_not_so(condition)}。" for condition in self.demands if condition.holds is False)

    def _beyond(self, rule: Bound) -> Iterator[str]:
        value = self.facts.get(rule.value.name)
        for limit, over, words in ((rule.most, 1, "高于上限"), (rule.least, -1, "低于下限")):
            bound = None if limit is None else value_of(limit, self.facts)
            if bound is not None and value is not None and (value - bound) * over > 0:
                yield f"{rule.value.label} {told(rule.value, value)}，{words} {told(rule.value, bound)}。"

    def _lacking(self, condition: Condition) -> str:
        missing = [VOCABULARY[name].label for name in condition.facts if self.facts.get(name) is None]
        return f"没有登记{quoted(missing)}" if missing else f"“{condition.words}”尚不能判断"

    def _out_of_force(self) -> Iterator[str]:
        since, until = self.rule.force
        force = f"本条自 {since} 起施行{f'，至 {until} 止' if until else ''}"
        if self.verdict is Verdict.DOES_NOT_APPLY and not any(condition.holds is False for condition in self.applies):
            yield f"{force}，{self._dated()}不在施行期间，不适用。"
        elif not self.rule.in_force(self.on):
            yield f"{force}；{self.on} 不在施行期间，当日办理的步骤不据此拒绝。"

    def _dated(self) -> str:
        """The day by whose law the case is judged."""
        fact = self.rule.dated_by
        if fact is None or self.facts.get(fact.name) is None:
            return f"{self.on} "
        return f"{fact.label} {told(fact, self.facts[fact.name])} "


def _not_so(condition: Condition) -> str:
    told_of = (*condition.found, *condition.reckoned, *(one for option in condition.any_of for one in option.reckoned))
    found = f"（{'；'.join(told_of)}）" if told_of else ""
    if condition.any_of:
        return f"下列情形都不成立：{'；'.join(option.words for option in condition.any_of)}{found}"
    return f"{condition.words}，这一项不成立{found}"
