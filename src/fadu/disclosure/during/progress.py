"""How far a matter has come, for whoever has one of its papers in hand: what its party may know, and nothing of the inner work."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from fadu.agencies.models import Organ
from fadu.cases.models import Case, ClockRow
from fadu.catalog import selectors as catalog
from fadu.documents.models import Document
from fadu.evidence.household.selectors.own import Right, left_of, progress_of
from fadu.law.registry import procedures, rule_of
from fadu.law.remedy.passing import OWED, SECRET, UNTOLD, told
from fadu.law.rules import Clock
from fadu.law.statutes import Citation


@dataclass(frozen=True, slots=True)
class Term:
    """Something that the organ owes the party, and until when."""

    name: str
    until: date
    done_on: date | None
    state: str
    left: str
    bases: tuple[Citation, ...]
    provisional: bool


@dataclass(frozen=True)
class Matter:
    """A matter as it may be told.

    Attributes:
        document: the paper whose code was given.
        acts: the organ that it comes from.
        kind: what kind of act it is.
        now: where it stands.
        course: its stages on the way, each with whether it is passed; one wording stands once.
        reached: title and day of each paper that reached the party.
        terms: what the organ owes, and until when.
        rights: what the party may or must do, those whose last day is gone last.
        ended: nothing is left to do.
    """

    document: Document
    acts: Organ
    kind: str
    now: str
    course: list[dict[str, str]]
    reached: list[tuple[str, date]]
    terms: list[Term]
    rights: list[Right]
    ended: bool


def matter(document: Document) -> Matter:
    """The matter of a paper that `notices.opened`."""
    case = document.case
    course = procedures()[case.procedure, case.version]
    seen = progress_of(case)
    now = told(case.stage, course.stage(case.stage).label)
    reached = [(served.document.title, served.on) for served in seen.papers]
    acts = catalog.acts_for(case.organ, case.item, case.opened_on)
    return Matter(document, acts, seen.kind, now, _course(case), reached, _terms(case), seen.rights, case.ended)


def _course(case: Case) -> list[dict[str, str]]:
    """The stages as a line: passed, now, to come. What is optional and was not passed is left out, and what is not told too."""
    course = procedures()[case.procedure, case.version]
    order = [stage.name for stage in course.stages if stage.name not in SECRET and not (stage.optional and stage.name != case.stage)]
    here = order.index(case.stage) if case.stage in order else -1
    drawn: list[dict[str, str]] = []
    for place, name in enumerate(order):
        label = _SHORT.get(name, course.stage(name).label)
        state = "done" if (case.ended and place <= here) or place < here else "now" if place == here else "todo"
        if drawn and drawn[-1]["label"] == label:
            drawn[-1]["state"] = state if state != "todo" or drawn[-1]["state"] == "todo" else drawn[-1]["state"]
            continue
        drawn.append({"label": label, "state": state, "note": ""})
    return drawn if here >= 0 else [{"label": UNTOLD, "state": "done" if case.ended else "now", "note": ""}]


_SHORT = {"concluded": "研究决定", "heard": "研究决定", "reviewed": "研究决定", "discussed": "研究决定", "closed": "办结", "archived": "办结"}
"""What the line tells as one: the steps of the inner work, and the end."""


def _terms(case: Case) -> list[Term]:
    """The organ's own periods that bind it towards the party: those that run, and those that it met."""
    today, found = timezone.localdate(), []
    for row in ClockRow.objects.filter(case=case, due_on__isnull=False):
        rule = rule_of(row.rule)
        if not isinstance(rule, Clock) or rule.who == "party" or rule.ends.name not in OWED or row.due_on is None:
            continue
        if row.done_on:
            state, left = "done", f"{row.done_on:%-m月%-d日}办理"
        elif row.suspended:
            state, left = "paused", "停止计算"
        else:
            state, left = left_of(row.due_on, today, lapses=False)
        found.append(Term(rule.name or rule.says, row.due_on, row.done_on, state, left, rule.bases_in(case.field), row.provisional))
    return sorted(found, key=lambda term: (term.done_on is not None, term.until))
