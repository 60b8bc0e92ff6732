"""Nothing is asked twice: a form opens with what the record already says. The officer checks, and changes what has changed."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import may
from fadu.cases.models import Case, CaseRole
from fadu.cases.models import Step as StepRow
from fadu.cases.services import legal
from fadu.catalog import selectors as catalog
from fadu.law.filing import FILING, Kept, kept_for
from fadu.law.forms import Kind
from fadu.law.procedure import Step
from fadu.law.vocabulary import case as words
from fadu.law.vocabulary.kinds import Penalty, Told

Steps = Mapping[str, Mapping[str, Any]]


def of_registration(officer: int | None) -> dict[str, Any]:
    """A clue is mostly registered on the day it comes, and who registers on the spot stands there."""
    return {"clue_received_on": timezone.localdate().isoformat(), "in_jurisdiction": True, "present": [str(officer)] if officer else []}


def of_origin(actor: Actor, origin: Case) -> dict[str, Any]:
    """A case that comes out of another begins with its party, its cause and its item."""
    party = origin.party
    values: dict[str, Any] = {"cause": origin.cause, "item": origin.item, "party_kind": party.kind, "origin_number": origin.number}
    if may(actor, "party.see"):
        code = "party_id" if party.kind == "person" else "party_code"
        values |= {"party_name": party.name, code: party.code, "party_legal_rep": party.legal_rep, "party_address": party.address, "party_phone": party.phone}
    if origin.kind == "inspection":
        values |= {"clue_source": "inspection"}
    return {name: value for name, value in values.items() if value}


def of_step(case: Case, step: Step, facts: Mapping[str, Any]) -> dict[str, Any]:
    """What the record already says of the questions of `step`."""
    earlier = {row.name: row.data for row in StepRow.objects.filter(case=case).order_by("seq")}
    values: dict[str, Any] = {}
    names = [asked.name for asked in step.asks]
    if any(asked.kind is Kind.OFFICERS and asked.name in {"present", "appointed"} for asked in step.asks):
        handlers = [str(officer) for officer in CaseRole.objects.filter(case=case, function="handle").values_list("officer_id", flat=True)]
        values |= {"present": handlers, "appointed": handlers}
    lists = {asked.name for asked in step.asks if asked.kind in (Kind.OFFICERS, Kind.CHOICES)}
    for data in earlier.values():  # who chairs a hearing is chosen, who chairs a discussion is written
        values |= {name: data[name] for name in _CARRIED if name in data and isinstance(data[name], list) == (name in lists)}
    if step.name in FILING:
        values["retention"] = _kept[-1](case, facts).term.value
    if step.name in _OF_STEP:
        values |= _OF_STEP[step.name](case, earlier, facts)
    return {name: value for name, value in values.items() if name in names}


_CARRIED = ("place", "met_by", "receiver", "chair", "clerk", "violated", "penalised_under", "address", "phone")
"""Answers that stay the same from step to step."""


_exhibits: list[Callable[[Case], list[dict[str, Any]]]] = []


def evidence_from(answer: Callable[[Case], list[dict[str, Any]]]) -> None:
    """Let the room that keeps the exhibits say what a case's report lists as evidence; asked once at start-up."""
    _exhibits[:] = [answer]


def _listed(case: Case, earlier: Steps) -> list[dict[str, Any]]:
    """The evidence for the report: the exhibits of the case, or what its steps listed where there are none yet."""
    if kept := [row for answer in _exhibits for row in answer(case)]:
        return kept
    evidence = [{"name": row["name"], "kind": row["kind"]} for row in earlier.get("collect", {}).get("evidence_items", ())]
    evidence += [{"name": name, "kind": "record"} for step, name in (("inspect", "现场笔录"),) if step in earlier]
    return evidence + ([{"name": "询问笔录", "kind": "party"}] if "question" in earlier else [])


def _conclude(case: Case, earlier: Steps, facts: Mapping[str, Any]) -> dict[str, Any]:
    item = catalog.item(case.item, timezone.localdate())
    asked = legal.asked_factors(case.item, facts.get("party_kind", "unit"), timezone.localdate(), legal.acted_on(facts))
    return {
        "facts_found": earlier.get("inspect", {}).get("findings", ""),
        "evidence_items": _listed(case, earlier),
        "violated": "、".join(item.act_bases) if item else "",
        "penalised_under": "、".join(item.bases) if item else "",
        "factors": [{"factor": factor.label, "value": ""} for factor in asked],
        **earlier.get("conclude", {}),
    }


def _notify(_case: Case, _earlier: Steps, facts: Mapping[str, Any]) -> dict[str, Any]:
    told = [member.name for member in Told if member is not Told.HEARING or _hearing_offered(facts)]
    return {"told": told, "method": "direct"}


def _hearing_offered(facts: Mapping[str, Any]) -> bool:
    threshold = facts.get("hearing_threshold") or 0
    kinds = Penalty(facts.get("proposed_kinds") or 0)
    heavy = Penalty.LOWER_GRADE | Penalty.REVOKE_LICENCE | Penalty.STOP_BUSINESS | Penalty.CLOSE_DOWN | Penalty.RESTRICT_TRADE
    return bool(kinds & heavy) or (facts.get("proposed_fine") or 0) >= threshold or (facts.get("proposed_gain") or 0) >= threshold


def _decide(_case: Case, earlier: Steps, facts: Mapping[str, Any]) -> dict[str, Any]:
    kinds = facts.get("proposed_kinds") or 0
    fine = facts.get("discussed_fine") or facts.get("proposed_fine")
    gain = facts.get("gain") if kinds & Penalty.GAIN else None
    parts = [f"没收违法所得 {gain / 100:,.2f} 元"] if gain else []
    parts += [f"罚款 {fine / 100:,.2f} 元"] if fine and kinds & Penalty.FINE else []
    return {
        "decision_kinds": [str(member.name) for member in Penalty if member & kinds],
        "decision_fine": fine,
        "decision_gain": gain,
        "content": "；".join(f"{'一二三四五'[place]}、{part}" for place, part in enumerate(parts)) + ("。" if parts else ""),
        "deviation": earlier.get("conclude", {}).get("deviation", ""),
        "educated": True,
        "publication_due": True,
    }


def _pay(_case: Case, _earlier: Steps, facts: Mapping[str, Any]) -> dict[str, Any]:
    owed = sum(facts.get(name) or 0 for name in ("decision_fine", "decision_gain", "surcharge"))
    return {"instalment": max(owed - (facts.get("paid") or 0), 0), "payment_channel": "bank"}


def _tell(_case: Case, _earlier: Steps, _facts: Mapping[str, Any]) -> dict[str, Any]:
    return {"told": [str(member.name) for member in Told if member is not Told.HEARING]}


def _decide_spot(case: Case, earlier: Steps, _facts: Mapping[str, Any]) -> dict[str, Any]:
    item = catalog.item(case.item, timezone.localdate())
    kept = {name: earlier["decide_spot"][name] for name in _CARRIED if name in earlier.get("decide_spot", {})}
    return {"violated": "、".join(item.act_bases), "penalised_under": "、".join(item.bases), **kept} if item else kept


def _collect_fine(_case: Case, _earlier: Steps, facts: Mapping[str, Any]) -> dict[str, Any]:
    owed = (facts.get("decision_fine") or 0) - (facts.get("paid") or 0)
    return {"instalment": owed, **({"spot_on_the_spot": "small"} if owed <= SMALL else {})}


SMALL = 100_00
"""Fines on the spot up to a hundred yuan may be collected there (行政处罚法第六十八条第一项)."""


def _inquiry(_case: Case, _earlier: Steps, facts: Mapping[str, Any]) -> dict[str, Any]:
    return {"reason_told": True} if words.rights_told_on.name not in facts else {}


_OF_STEP: dict[str, Callable[[Case, Steps, Mapping[str, Any]], dict[str, Any]]] = {
    "conclude": _conclude,
    "notify": _notify,
    "decide": _decide,
    "pay": _pay,
    "tell_spot": _tell,
    "decide_spot": _decide_spot,
    "collect_fine": _collect_fine,
    "inspect": _inquiry,
    "question": _inquiry,
}

_kept: list[Callable[[Case, Mapping[str, Any]], Kept]] = [lambda case, facts: kept_for(case.kind, facts)]


def kept_from(answer: Callable[[Case, Mapping[str, Any]], Kept]) -> None:
    """Let the room of archives say how long the file of a case is kept; asked once at start-up, the platform's schedule holds without it."""
    _kept[1:] = [answer]
