"""What a party reads of itself after signing in: the matters that it was told of, the papers served on it, its rights and their days."""

import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.cases.bench import bench
from fadu.cases.errors import NotFound
from fadu.cases.models import Case, ClockRow, Step
from fadu.cases.services import record
from fadu.documents.models import Document
from fadu.evidence.household.models import Household
from fadu.evidence.household.selectors.households import OF_HOUSEHOLD
from fadu.law.papers import PAPERS
from fadu.law.papers.party import SERVED_ON_PARTY
from fadu.law.procedure import Kind, Procedure
from fadu.law.registry import procedures, rule_of
from fadu.law.remedy.rights import open_until
from fadu.law.rules import Clock
from fadu.law.statutes import Citation

ITS_OWN = frozenset(found for found in SERVED_ON_PARTY if PAPERS[found].is_served)
"""The papers that are served on the party."""

NOT_ITS_OWN = frozenset(kind.name.lower() for kind in (Kind.SUPERVISION, Kind.REGISTER, Kind.REMEDY, Kind.REQUEST, Kind.TRANSFER))
"""Kinds in which the party of the record is the organ itself, somebody who asked, or in which the matter is one between organs."""


@dataclass(frozen=True)
class Served:
    """A paper that was served on the party."""

    document: Document
    on: date


@dataclass(frozen=True)
class Right:
    """Something that the party may do, or must, and until when."""

    name: str
    until: date
    bases: tuple[Citation, ...]
    state: str
    left: str
    note: str = ""


@dataclass
class Progress:
    """One matter in plain words."""

    case: Case
    kind: str
    stage: str
    next: str
    due: date | None
    papers: list[Served] = field(default_factory=list)
    rights: list[Right] = field(default_factory=list)


Deeds = Callable[[Case], dict[uuid.UUID, date]]
_deeds: list[Deeds] = []


def services_told_by(answer: Deeds) -> None:
    """Let the room that keeps services say which documents of a case were served on its party, and on which day; asked once at start-up."""
    _deeds[:] = [answer]


def household(actor: Actor) -> Household:
    """The household whose file the party reads, by where it was joined to; raises NotFound where it is gone."""
    require(actor, "household.own")
    found = Household.objects.filter(pk=actor.household_id).select_related("root").first() if actor.household_id else None
    if found is None:
        raise NotFound("没有找到您的档案，请联系送达文书的机关")
    return found.root


def going_out(case: Case) -> QuerySet[Document]:
    """The papers of a case that are meant for the party, whether or not they have reached it."""
    if case.kind in NOT_ITS_OWN:
        return Document.objects.none()
    return Document.objects.filter(case=case, paper__in=ITS_OWN, superseded=False)


def cases(actor: Actor) -> list[Progress]:
    """The matters in which something was served on the party, newest first. What it was not told of yet is not shown: an inquiry is not given away."""
    found = household(actor)
    told = Document.objects.filter(paper__in=ITS_OWN, superseded=False).values("case")
    rows = Case.objects.filter(**{OF_HOUSEHOLD: found.pk}, pk__in=told).exclude(kind__in=NOT_ITS_OWN).select_related("organ").order_by("-id")[:MOST]
    return [progress for row in rows if (progress := progress_of(row)).papers]


MOST = 200
"""Matters that a party's page shows."""


def case(actor: Actor, case_id: uuid.UUID) -> Progress:
    """One matter of the party's own; raises NotFound, which does not tell whether it exists."""
    found = Case.objects.filter(**{OF_HOUSEHOLD: household(actor).pk}, pk=case_id).exclude(kind__in=NOT_ITS_OWN).select_related("organ").first()
    progress = progress_of(found) if found is not None else None
    if progress is None or not progress.papers:
        raise NotFound("没有这件事项")
    return progress


def paper(actor: Actor, document_id: uuid.UUID) -> Document:
    """One paper that was served on the party; raises NotFound."""
    found = Document.objects.filter(pk=document_id, paper__in=ITS_OWN, **{f"case__{OF_HOUSEHOLD}": household(actor).pk}).select_related("case").first()
    if found is None or all(served.document.pk != found.pk for served in served_papers(found.case)):
        raise NotFound("没有这份文书，或者还没有送达")
    return found


def served_papers(case: Case) -> list[Served]:
    """The papers of a case that reached the party, each with the day: as the record of services says, else by the steps.

    By the steps, a paper that a serving step follows up (送达决定书) has reached the party when that step was taken; any
    other is handed over in the step that makes it.
    """
    rows = list(going_out(case).select_related("step").order_by("id"))
    told: dict[uuid.UUID, date] = {}
    for answer in _deeds:
        told |= answer(case)
    steps = list(Step.objects.filter(case=case).order_by("seq").defer("data", "context"))
    found = [(row, told.get(row.pk) or _reached(row, steps)) for row in rows]
    return [Served(row, on) for row, on in found if on is not None]


def _reached(document: Document, steps: list[Step]) -> date | None:
    course = _course(document.step)
    serving = {step.name for step in course.steps if step.name.startswith("serve") and document.step.stage in step.leaves}
    if not serving or document.step.name in serving:
        return timezone.localdate(document.step.taken_at)
    after: Iterable[datetime] = (step.taken_at for step in steps if step.seq > document.step.seq and step.name in serving)
    return next((timezone.localdate(moment) for moment in after), None)


def progress_of(case: Case) -> Progress:
    """A matter in the words that its party may read: asked by who has shown that it is the party's, or holds a paper of it."""
    course = procedures()[case.procedure, case.version]
    waits = course[case.turn_step].label if case.turn_step else ""
    following = "已经办结" if case.ended else f"{case.organ.name}办理“{waits}”" if waits else f"由{case.organ.name}办理"
    due = case.next_due if case.next_due.year < 9000 and not case.ended else None
    progress = Progress(case, course.kind.value, course.stage(case.stage).label, following, due, served_papers(case))
    progress.rights = _rights(case)
    return progress


def _rights(case: Case) -> list[Right]:
    """The party's own clocks that have begun, and the remedies against a decision that was served."""
    today, found = timezone.localdate(), []
    for row in ClockRow.objects.filter(case=case, due_on__isnull=False):
        rule = rule_of(row.rule)
        if isinstance(rule, Clock) and rule.who == "party" and row.due_on is not None:
            if row.done_on:
                state, left = "ok", f"{row.done_on:%-m月%-d日}已经办理"
            else:  # what is left of a matter that is done is nobody's to do any more
                state, left = ("", "事项已经办结") if case.ended else left_of(row.due_on, today, lapses=rule.lapses)
            found.append(Right(rule.name or rule.says, row.due_on, rule.bases_in(case.field), state, left, rule.says if rule.name else ""))
    facts = record.kept_facts(case)
    served = facts.get("served_on") or facts.get(f"{record.grain_of(case)}_served_on")
    if served is not None:
        where = {"申请行政复议": case.organ.review_authority, "提起行政诉讼": case.organ.court}
        for remedy, until in open_until(served, bench().calendar):
            state, left = left_of(until, today, lapses=True)
            to = f"向{where[remedy.name]}" if where.get(remedy.name) else ""
            found.append(Right(remedy.name, until, (remedy.basis,), state, left, f"{to}{remedy.name}，自收到决定之日起{remedy.within}内"))
    return sorted(found, key=lambda right: (right.state == "idle", right.until))


def left_of(due: date, today: date, *, lapses: bool) -> tuple[str, str]:
    """State and words of what is left until a last day; a right lapses, a duty falls late."""
    left = (due - today).days
    if left < 0:
        return ("idle", "期限已满") if lapses else ("bad", f"逾期 {-left} 天")
    return ("near" if left <= 3 else "", "今天到期" if left == 0 else f"还剩 {left} 天")


def _course(step: Step) -> Procedure:
    name, version = step.procedure.split("/")
    return procedures()[name, version]
