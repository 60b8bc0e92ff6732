"""The page of a rule: what it demands, of what, on which basis, how its dates are counted, which steps it guards."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from fadu.law.book.dates import dates
from fadu.law.book.grains import grain_words
from fadu.law.book.links import Link, Links, Shelf
from fadu.law.calendar import china
from fadu.law.coverage import kind_of
from fadu.law.explain.explanation import GRADES
from fadu.law.explain.why import ANSWERED_BY
from fadu.law.facts import Fact
from fadu.law.reading.saying import Clause, clauses
from fadu.law.reading.tree import parse
from fadu.law.reading.words import TODAY
from fadu.law.registry import grain_of, steps_called
from fadu.law.rules import Bound, Clock, Convention, Duty, Gate, InTime, Moment, Question, Rule, Wait, Within
from fadu.law.statutes import Citation

TextOf = Callable[[Citation], str]


@dataclass(frozen=True)
class Basis:
    """An article that demands it.

    Attributes:
        id: the row of the catalogue of provisions.
        cite: the article in full, with the address of its text.
        text: its words; "" where they are not held.
        note: what is not certain about the statute.
    """

    id: str
    cite: Link
    text: str
    note: str = ""


@dataclass(frozen=True)
class Guarded:
    """A step before which it is asked."""

    procedure: Link
    step: str
    who: str


@dataclass(frozen=True)
class RulePage:
    """All that the page of a rule shows.

    Attributes:
        rule: the rule.
        kind: of which kind it is, with the list of that kind.
        grain: of what it judges, with the list of that.
        effect: what a failure means.
        force: from when to when it is law.
        when: where it applies; nothing where it always does.
        demands: what it demands.
        dates: how its dates are counted, line by line.
        bases: its articles.
        guards: the steps it guards, or that end its period.
        facts: what it looks at.
        other: what else is to be known of it.
    """

    rule: Rule
    kind: Link
    grain: Link
    effect: str
    force: str
    when: tuple[Clause, ...]
    demands: tuple[Clause, ...]
    dates: tuple[tuple[str, str], ...]
    bases: tuple[Basis, ...]
    guards: tuple[Guarded, ...]
    facts: tuple[Fact, ...]
    other: tuple[tuple[str, str], ...]


def rule_page(rule: Rule, links: Links, text: TextOf = lambda _citation: "") -> RulePage:
    """The page of a rule."""
    kind, grain = kind_of(rule), grain_of(rule)
    return RulePage(
        rule=rule,
        kind=Link(kind, links.shelf(Shelf.KIND, kind)),
        grain=Link(grain_words(grain), links.shelf(Shelf.GRAIN, grain)),
        effect=f"{rule.grade.value}：{GRADES[rule.grade]}",
        force=force(rule),
        when=clauses(parse(rule.when)),
        demands=_demands(rule),
        dates=tuple(dates(rule)),
        bases=tuple(_basis(name, basis, links, text) for name, basis in ((rule.id, rule.basis), *rule.also.items())),
        guards=tuple(_guards(rule, links)),
        facts=() if isinstance(rule, Question | Convention) else rule.facts(),
        other=tuple(_other(rule)),
    )


def force(rule: Rule) -> str:
    """From when to when it is law."""
    return span(*rule.force)


def span(since: date, until: date | None) -> str:
    """2021-07-15 起, 2021-07-15 至 2025-11-30."""
    return f"{since} 起" if until is None else f"{since} 至 {until}"


def _basis(name: str, basis: Citation, links: Links, text: TextOf) -> Basis:
    return Basis(name, Link(str(basis), links.article(basis)), text(basis), basis.statute.note)


def _demands(rule: Rule) -> tuple[Clause, ...]:
    if type(rule) in (Wait, Within) or isinstance(rule, Clock | InTime | Question | Convention):
        return ()
    return clauses(parse(rule.met(Moment(china(), TODAY))))


def _guards(rule: Rule, links: Links) -> Iterator[Guarded]:
    names = rule.before if isinstance(rule, Gate) else (rule.next_step,) if isinstance(rule, Clock) and rule.next_step else ()
    grain = grain_of(rule)
    for name in names:
        for procedure, step in steps_called(name):
            if procedure.grain == grain:
                yield Guarded(Link(procedure.title, links.procedure(procedure.id, procedure.version)), step.label, step.by.value)


def _other(rule: Rule) -> Iterator[tuple[str, str]]:
    if isinstance(rule, Gate) and rule.once is not None:
        yield "事后核查", f"登记了“{rule.once.label}”的案件"
    if isinstance(rule, Bound):
        yield "受限制的数额", rule.value.label
    if isinstance(rule, Duty) and rule.due:
        yield "何时", rule.due
    if isinstance(rule, Question):
        yield "问题", rule.asks
        yield "由谁答复", ANSWERED_BY.get(rule.answered_by, rule.answered_by)
    if isinstance(rule, Convention):
        yield "由平台的程序执行", rule.carried_out_by
