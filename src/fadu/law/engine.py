"""One function judges a step about to be taken, a case on the screen, and a province's year."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

import polars as pl

from fadu.law.calendar import Lookups, WorkCalendar, civil
from fadu.law.facts import VOCABULARY
from fadu.law.in_time import rules_then, times_of
from fadu.law.periods import Unit
from fadu.law.rules import Clock, Convention, Gate, Grade, InTime, Moment, Question, Rule, Verdict
from fadu.law.statutes import Citation
from fadu.law.vocabulary import case

SETTLED = ("field", "procedure")
"""Facts that a case has from its beginning and that many rules are guarded by: they tell which gates need not be asked."""


@dataclass(frozen=True)
class Finding:
    """One rule's judgement against a step or a case, in words that can be shown.

    Attributes:
        rule: the rule.
        verdict: what it says.
        missing: labels of facts that would have to be known.
        found: label and value of the facts it looked at.
        earliest: the day from which the step becomes lawful, where time alone will do.
        provisional: whether that day was reckoned with a year whose holidays are not announced yet.
        field: the case's field of enforcement; "" where it has none.
    """

    rule: Rule
    verdict: Verdict
    missing: tuple[str, ...] = ()
    found: Mapping[str, Any] = field(default_factory=dict)
    earliest: date | None = None
    provisional: bool = False
    field: str = ""

    @property
    def bases(self) -> tuple[Citation, ...]:
        """The articles that the case is told of."""
        return self.rule.bases_in(self.field)

    @property
    def blocks(self) -> bool:
        """Whether the step may not be taken; else it is told and may be mended."""
        return self.rule.grade is Grade.BLOCKS


@dataclass(frozen=True)
class Reading:
    """What a clock shows for one case.

    Attributes:
        rule: the clock.
        starts: day number (or minute) from which it counts.
        due: the last lawful day (or minute); None while it stands still.
        done: when it was stopped; None while it runs.
        suspended: whether it stands still now.
        provisional: whether `due` lies in, or was counted through, a year whose holidays are not announced yet.
    """

    rule: Clock
    starts: int
    due: int | None
    done: int | None
    suspended: bool
    provisional: bool


def frame_of(rows: Sequence[Mapping[str, Any]], names: Iterable[str]) -> pl.DataFrame:
    """A frame with a column a fact; null where a row does not know it. Raises KeyError on a word not in the vocabulary."""
    schema = {name: VOCABULARY[name].dtype for name in names}
    if not schema:
        return pl.DataFrame()
    frame = pl.from_dicts([{name: row.get(name) for name in schema} for row in rows], schema=schema)
    return frame if len(rows) == 1 else coded(frame)


def coded(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with words out of a closed list as numbers, which compare in a tenth of the time; for a single case it is not worth it."""
    words = [name for name, kind in frame.schema.items() if kind == pl.String and VOCABULARY[name].choices]
    return frame.with_columns(pl.col(words).cast(pl.Categorical))


class Bench:
    """Rules made ready for judging single cases with one calendar.

    Building expressions costs more than evaluating them, so they are built once and kept.
    """

    def __init__(self, rules: Sequence[Rule], calendar: WorkCalendar) -> None:
        self.rules = tuple(rules)
        self.calendar = calendar
        self._gates: dict[tuple[Any, ...], _Gates] = {}
        self._reads: dict[str, tuple[str, ...]] = {}

    def check(self, step: str, facts: Mapping[str, Any], on: date) -> list[Finding]:
        """What stands against taking `step` on that day; `facts` are those of the case after it and of the step itself.

        A gate over a fact that is not known refuses: a step is lawful only when that can be shown.
        """
        key = (step, *(facts.get(name) for name in SETTLED))
        if key not in self._gates:
            guarding = [rule for rule in self.rules if isinstance(rule, Gate) and step in rule.before]
            guarding += [InTime.of(clock, case.lateness_admitted_on) for clock in self.clock_rules if clock.strict and clock.next_step == step]
            settled = {name: facts[name] for name in SETTLED if facts.get(name) is not None}
            self._gates[key] = _Gates([gate for gate in guarding if _can_apply(gate, settled)], self.calendar)
        return self._gates[key].findings(facts, on)

    def reads(self, rule: Rule) -> tuple[str, ...]:
        """Names of the facts a rule speaks of."""
        if rule.id not in self._reads:
            self._reads[rule.id] = rule.reads(Moment(self.calendar, 0))
        return self._reads[rule.id]

    def clocks(self, facts: Mapping[str, Any], *, touching: frozenset[str] | None = None) -> list[Reading]:
        """What the clocks show; with `touching`, only those that read one of these facts."""
        wanted = [index for index, names in enumerate(self._clock_facts) if touching is None or touching & names]
        return self._readings(facts, wanted)

    def touched(self, changed: frozenset[str]) -> list[str]:
        """Ids of the clocks that read one of these facts."""
        return [clock.id for clock, names in zip(self.clock_rules, self._clock_facts, strict=True) if changed & names]

    def verdicts(self, facts: Mapping[str, Any], today: int) -> dict[str, Verdict]:
        """Every rule's verdict on one case as it stands."""
        row = judge(self.rules, frame_of([facts], self._every_fact), Moment(self.calendar, today)).row(0, named=True)
        return {name: Verdict(value) for name, value in row.items()}

    @cached_property
    def clock_rules(self) -> list[Clock]:
        """The clocks among the rules."""
        return [rule for rule in self.rules if isinstance(rule, Clock)]

    @cached_property
    def _clock_facts(self) -> list[frozenset[str]]:
        return [
            frozenset(clock.due(self.calendar).meta.root_names())
            | set(clock.when.meta.root_names())
            | {clock.starts.name, clock.ends.name}
            | ({clock.suspended.name} if clock.suspended else set())
            for clock in self.clock_rules
        ]

    @cached_property
    def _clock_columns(self) -> list[list[pl.Expr]]:
        return [_clock_columns(index, clock, self.calendar) for index, clock in enumerate(self.clock_rules)]

    @cached_property
    def _every_fact(self) -> tuple[str, ...]:
        at = Moment(self.calendar, 0)
        once = (rule.once.name for rule in self.rules if isinstance(rule, Gate) and rule.once is not None)
        return tuple(dict.fromkeys([*(name for rule in self.rules for name in rule.reads(at)), *once, *(clock.ends.name for clock in self.clock_rules)]))

    def _readings(self, facts: Mapping[str, Any], wanted: list[int]) -> list[Reading]:
        if not wanted:
            return []
        names = frozenset().union(*(self._clock_facts[index] for index in wanted))
        row = frame_of([facts], names).select([column for index in wanted for column in self._clock_columns[index]]).row(0)
        return [
            self._reading(self.clock_rules[index], facts, row[2 * place + 1])
            for place, index in enumerate(wanted)
            if row[2 * place] and self.clock_rules[index].starts.name in facts and rules_then(self.clock_rules[index], facts)
        ]

    def _reading(self, clock: Clock, facts: Mapping[str, Any], due: int | None) -> Reading:
        """What a clock shows: when it began and whether it was stopped are facts; only its last day is reckoned."""
        suspended = clock.suspended is not None and bool(facts.get(clock.suspended.name))
        provisional = due is not None and clock.within.unit is not Unit.HOURS and self.calendar.is_provisional(civil(due))
        return Reading(clock, facts[clock.starts.name], due, facts.get(clock.ends.name), suspended, provisional)


def _clock_columns(index: int, clock: Clock, calendar: WorkCalendar) -> list[pl.Expr]:
    columns = [clock.when.fill_null(value=False), clock.due(calendar)]
    return [column.alias(f"{index}.{place}") for place, column in enumerate(columns)]


def _can_apply(gate: Gate, settled: Mapping[str, Any]) -> bool:
    """Whether a gate may apply, of a case of which only what is settled is known: one for ecology says nothing of a food case."""
    sure = [part for part in conjuncts(gate.when) if part.meta.root_names() and settled.keys() >= set(part.meta.root_names())]
    return not sure or all(frame_of([settled], settled).select(part.alias(str(place)) for place, part in enumerate(sure)).row(0))


def conjuncts(condition: pl.Expr) -> list[pl.Expr]:
    """The parts of a condition that must all hold; the condition itself where it is not joined by "and"."""
    root = json.loads(condition.meta.serialize(format="json"))
    if root.get("BinaryExpr", {}).get("op") != "And":
        return [condition]
    return [part for joined in reversed(condition.meta.pop()) for part in conjuncts(joined)]


class _Gates:
    """The gates of one step.

    Planning an expression costs more than reckoning it on one case. So the parts of the conditions, many of which are
    shared, are reckoned once each, and then the demands of those gates alone that apply.
    """

    def __init__(self, gates: Sequence[Gate], calendar: WorkCalendar) -> None:
        self.gates = gates
        self.calendar = calendar
        parts: dict[str, pl.Expr] = {}
        self.needs = []
        for gate in gates:
            named = {part.meta.serialize(format="json"): part for part in conjuncts(gate.when)}
            parts |= named
            self.needs.append(tuple(named))
        self.parts = list(parts)
        self.conditions = [part.alias(str(place)) for place, part in enumerate(parts.values())]
        self.demands = [gate.demand(calendar).alias(str(place)) for place, gate in enumerate(gates)]
        self.demanded = {gate.id: tuple(gate.demand(calendar).meta.root_names()) for gate in gates}
        self.opens = {place: opens.alias(str(place)) for place, gate in enumerate(gates) if (opens := gate.opens(calendar)) is not None}
        self.names = tuple(dict.fromkeys(name for column in (*self.conditions, *self.demands, *self.opens.values()) for name in column.meta.root_names()))

    def findings(self, facts: Mapping[str, Any], on: date) -> list[Finding]:
        if not self.gates:
            return []
        frame = frame_of([facts], self.names)
        holds = dict(zip(self.parts, frame.select(self.conditions).row(0), strict=True))
        asked = [place for place, gate in enumerate(self.gates) if _guards(gate, facts, on) and all(holds[part] is True for part in self.needs[place])]
        if not asked:
            return []
        met = frame.select([self.demands[place] for place in asked]).row(0)
        refusing = [place for place, value in zip(asked, met, strict=True) if value is not True]
        timed = [place for place in refusing if place in self.opens]
        earliest = dict(zip(timed, frame.select([self.opens[place] for place in timed]).row(0), strict=True)) if timed else {}
        return [self._finding(self.gates[place], facts, earliest.get(place)) for place in refusing]

    def _finding(self, gate: Gate, facts: Mapping[str, Any], earliest: int | None) -> Finding:
        names = self.demanded[gate.id]
        missing = tuple(dict.fromkeys(VOCABULARY[name].label for name in names if facts.get(name) is None))
        found = {VOCABULARY[name].label: facts[name] for name in names if facts.get(name) is not None}
        day = None if earliest is None else civil(earliest)
        provisional = day is not None and self.calendar.is_provisional(day)
        return Finding(gate, Verdict.FAILS, missing, found, day, provisional, facts.get("field") or "")


def _guards(gate: Gate, facts: Mapping[str, Any], on: date) -> bool:
    """A step is judged by the law of its day; its lateness by the law under which the period began."""
    return rules_then(gate, facts) if isinstance(gate, InTime) else gate.in_force(on)


def judge(rules: Sequence[Rule], facts: pl.DataFrame, at: Moment) -> pl.DataFrame:
    """Every rule on every row of past or present cases.

    A case is judged by the law of its time: a rule does not apply to what was done before or after its days of force.

    Args:
        rules: what to judge; questions for people and conventions of counting are left out.
        facts: one row a case, columns of the vocabulary.
        at: the working days and the day of judgement; clocks still running then are not yet judged.

    Returns:
        One column a rule, one `Verdict` a row.
    """
    own = [rule for rule in rules if not isinstance(rule, Question | Convention)]
    times = times_of(own, facts, at)
    if facts.height == 1:
        return facts.select([times.confine(rule, _judged(rule, at)) for rule in own])
    lookups = Lookups()
    shared = replace(at, calendar=replace(at.calendar, lookups=lookups))
    judged = [times.confine(rule, _judged(rule, shared)) for rule in own]
    return lookups.into(facts.lazy()).select(judged).collect()  # lazily, what several rules share is reckoned once


def _judged(rule: Rule, at: Moment) -> pl.Expr:
    if isinstance(rule, Gate):
        return rule.swept(at) if rule.once is not None else pl.lit(Verdict.NOT_YET_JUDGED, pl.UInt8).alias(rule.id)
    return rule.verdict(at)


def failures(verdicts: pl.DataFrame) -> pl.DataFrame:
    """The failures as rows of `row` and `rule`, for filing as findings."""
    rows = verdicts.with_row_index("row")
    return rows.unpivot(index="row", variable_name="rule").filter(pl.col("value") == Verdict.FAILS).drop("value")
