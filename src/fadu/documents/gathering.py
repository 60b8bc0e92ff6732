"""Everything a paper may say of a case, gathered from the record: what `render` is given."""

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone

from fadu.agencies.models import Officer, Organ
from fadu.agencies.selectors import certified
from fadu.cases.models import Case, CaseRole, Function, Party
from fadu.cases.models import Step as StepRow
from fadu.cases.services import record
from fadu.catalog import selectors as catalog
from fadu.documents import presenting
from fadu.documents.models import Document
from fadu.documents.wording import money
from fadu.law.correction import CORRECT
from fadu.law.filing import WRAPPING
from fadu.law.fold import fold
from fadu.law.papers import PAPERS
from fadu.law.procedure import Step
from fadu.law.registry import procedures

DECISIONS = ("penalty_decision", "no_penalty_decision", "spot_decision")


@dataclass(frozen=True)
class Occasion:
    """The taking of a step that makes papers.

    Attributes:
        row: the step as recorded; a correction stands for the step it corrects.
        step: what that step is in its procedure.
        data: the answers that hold.

    """

    row: StepRow
    step: Step
    data: Mapping[str, Any]


def occasion(row: StepRow, rows: Sequence[StepRow]) -> Occasion:
    """What `row` gives occasion to make papers of."""
    of, data = row, row.data
    if row.name == CORRECT:
        of = next(earlier for earlier in rows if earlier.seq == row.data["seq"])
        data = row.data["data"]
    return Occasion(of, step_of(of), data)


def step_of(row: StepRow) -> Step:
    """The step of the procedure that a row records."""
    name, version = row.procedure.split("/")
    return procedures()[name, version][row.name]


def gather(row: StepRow, rows: Sequence[StepRow]) -> dict[str, Any]:
    """The data for the papers of a step, all but `paper` itself."""
    what = occasion(row, rows)
    case = Case.objects.select_related("organ", "party").get(pk=row.case_id)
    handlers = _handlers(case, what.row)
    people = _people(rows, handlers)
    made = papers_made(case.id)
    facts = presenting.facts(_facts_then(case, what.row, rows))
    return {
        "organ": _organ(catalog.acts_for(case.organ, case.item, case.opened_on)),
        "case": _case(case, facts, made),
        "party": _party(case.party),
        "officers": list(handlers.values()),
        "step": presenting.answers(what.step.asks, what.data, people),
        "steps": _earlier(what.row, rows, people),
        "taken": _taken(what),
        "facts": facts,
        "law": _law(case, what.row, rows),
        "papers": made,
        "sums": {"owed": _owed(facts)},
        "file": _file(case) if set(WRAPPING) & set(what.step.papers) else {},
        "demo": settings.DEMO,
    }


def _facts_then(case: Case, row: StepRow, rows: Sequence[StepRow]) -> Mapping[str, Any]:
    """The facts as they stood when `row` was taken: a paper that is made late does not know what came after."""
    then = [step for step in rows if step.seq <= row.seq or step.name == CORRECT]
    return fold(procedures()[record.began_with(then, case)], [record.happened(step) for step in then]).facts


def papers_made(case_id: uuid.UUID) -> dict[str, dict[str, Any]]:
    """Title, number and day of the last valid paper of each kind."""
    rows = Document.objects.filter(case_id=case_id, superseded=False).order_by("id")
    return {row.paper: {"title": row.title, "number": row.number, "made_on": row.made_on.isoformat()} for row in rows}


def attached(made: Mapping[str, Any], fresh: Iterable[str]) -> dict[str, Any]:
    """The paper that a list or a receipt belongs to: one that the same step makes, else the decision."""
    for paper_id in (*fresh, *DECISIONS):
        if paper_id in made and PAPERS[paper_id].is_served and PAPERS[paper_id].number_word:
            return dict(made[paper_id])
    return {}


def _organ(organ: Organ) -> dict[str, Any]:
    return {
        "name": organ.name,
        "short_name": organ.short_name,
        "code": organ.code,
        "address": organ.address,
        "phone": organ.phone,
        "region": organ.region_name,
        "legal_rep": organ.legal_rep,
        "bank": organ.bank_name,
        "account": organ.bank_account,
        "review_organ": organ.review_authority,
        "review_address": organ.review_address,
        "court": organ.court,
        "court_address": organ.court_address,
    }


def _case(case: Case, facts: Mapping[str, Any], made: Mapping[str, Any]) -> dict[str, Any]:
    number = case.number or made.get("filing_approval", {}).get("number", "")
    return {"title": case.title, "number": number, "cause": case.cause, "filed_on": facts.get("filed_on")}


def _party(party: Party) -> dict[str, Any]:
    unit = party.kind == "unit"
    return {
        "kind": party.kind,
        "name": party.name,
        "code": party.code if unit else None,
        "id_no": None if unit else party.code,
        "legal_rep": party.legal_rep,
        "address": party.address,
        "phone": party.phone,
        "you": "你单位" if unit else "你",
    }


def _handlers(case: Case, row: StepRow) -> dict[int, dict[str, str]]:
    """Who handles the case, with the credential valid when the step was taken."""
    ids = list(CaseRole.objects.filter(case=case, function=Function.HANDLE).order_by("id").values_list("officer_id", flat=True))
    names = dict(Officer.objects.filter(pk__in=ids).values_list("pk", "name"))
    readings = certified(ids, row.taken_at, case.field) if ids else {}
    return {person: {"name": names[person], "credential": readings[person].number} for person in ids}


def _people(rows: Iterable[StepRow], handlers: Mapping[int, Mapping[str, str]]) -> dict[int, Mapping[str, str]]:
    """Everybody named in the record, as they were told to the party then."""
    told = {int(person): known_as for row in rows for person, known_as in row.context.get("told", {}).get("officers", {}).items()}
    return {**handlers, **{person: {"name": known_as["name"], "credential": known_as["credential"]} for person, known_as in told.items()}}


def _earlier(row: StepRow, rows: Sequence[StepRow], people: presenting.People) -> dict[str, list[dict[str, Any]]]:
    """What was answered in the steps before `row`, as corrected since."""
    corrected = {step.data["seq"]: step.data["data"] for step in rows if step.name == CORRECT}
    found: dict[str, list[dict[str, Any]]] = {}
    for step in rows:
        if step.seq >= row.seq or step.name == CORRECT:
            continue
        data = presenting.answers(step_of(step).asks, corrected.get(step.seq, step.data), people)
        at = _local(step)
        found.setdefault(step.name, []).append({**data, "taken_on": at[:10], "taken_at": at, "taken_by": step.by_name})
    return found


def _taken(what: Occasion) -> dict[str, Any]:
    at = _local(what.row)
    return {
        "name": what.step.name,
        "label": what.step.label,
        "at": at,
        "on": at[:10],
        "by": what.row.by_name,
        "basis": [str(place) for place in what.step.basis],
    }


def _local(row: StepRow) -> str:
    return presenting.moment(timezone.localtime(row.taken_at).replace(tzinfo=None))


def _law(case: Case, row: StepRow, rows: Sequence[StepRow]) -> dict[str, Any]:
    """The power item, the articles and what the discretion table said at the end of the inquiry."""
    item = catalog.item(case.item, date.fromisoformat(_local(row)[:10]))
    told = next((step.context["told"]["discretion"] for step in reversed(rows) if step.context.get("told", {}).get("discretion")), None)
    return {
        "item": item.name if item else case.item,
        "violated": "、".join(item.act_bases) if item else None,
        "basis": "、".join(item.bases) if item else None,
        "discretion": _discretion(told) if told else {},
    }


def _discretion(told: Mapping[str, Any]) -> dict[str, Any]:
    """The discretion table's outcome in words."""
    issued = "，".join(filter(None, (told.get("issuer"), told.get("filing"))))
    low, high = told.get("low"), told.get("high")
    spread = [money(bound) for bound in (low, high)] if low is not None and high is not None else []
    return {
        "table": str(told.get("title") or told.get("table") or "") + (f"（{issued}）" if issued else ""),
        "band": told.get("tier"),
        "range": f"罚款{spread[0]}以上{spread[1]}以下" if spread else "",
        "explanation": told.get("explanation"),
    }


def _owed(facts: Mapping[str, Any]) -> dict[str, Any] | None:
    owed = sum(facts[name]["fen"] for name in ("decision_fine", "decision_gain") if name in facts)
    return {"fen": owed, "text": money(owed)} if owed else None


Filed = Callable[[Case], dict[str, Any]]

_filed: list[Filed] = []


def file_as(answer: Filed) -> None:
    """Let the room that keeps files say in which order their papers lie, and on which pages; asked once, at start-up."""
    _filed[:] = [answer]


def _file(case: Case) -> dict[str, Any]:
    """The documents of the file in order, with the page each begins on."""
    if _filed:
        return _filed[0](case)
    listed: list[dict[str, Any]] = []
    page = 1
    rows = list(Document.objects.filter(case=case, superseded=False).order_by("id"))
    for row in rows:
        listed.append({"number": row.number, "author": case.organ.name, "title": row.title, "date": row.made_on.isoformat(), "page": str(page)})
        page += row.pages
    days = [row.made_on.isoformat() for row in rows]
    return {"documents": listed, "count": len(rows), "pages": page - 1, "first_on": min(days, default=None), "last_on": max(days, default=None)}
