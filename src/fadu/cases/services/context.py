"""What the platform itself knows when a step is taken: who stands there, what the item's basis allows, what the table says."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.agencies.equipment.selectors import evidence_of
from fadu.agencies.kinds import Level, OrganKind
from fadu.agencies.models import Officer
from fadu.agencies.selectors import certified, standing_lost
from fadu.cases.models import Case, CaseRole, Facts
from fadu.cases.models import Step as StepRow
from fadu.cases.services import filming, legal
from fadu.catalog import selectors as catalog
from fadu.law.calendar import number
from fadu.law.facts import minutes
from fadu.law.forms import Invalid, Kind
from fadu.law.procedure import Role, Step
from fadu.law.registry import procedures


@dataclass
class Context:
    """Facts that nobody is asked for.

    Attributes:
        case: facts of the case that they set.
        step: facts of the step alone.
        told: what documents print of it: credentials, the discretion table's reasons.
        roles: who does what in the case so far; not kept with the step.
    """

    case: dict[str, Any] = field(default_factory=dict)
    step: dict[str, Any] = field(default_factory=dict)
    told: dict[str, Any] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)

    def kept(self) -> dict[str, Any]:
        """As it is recorded with the step."""
        return {"case": self.case, "step": self.step, **({"told": self.told} if self.told else {})}


def context_of(actor: Actor, case: Case, step: Step, data: Mapping[str, Any], moment: datetime) -> Context:
    """The context of a step in a case; raises Invalid where the answers name somebody or something that is not there."""
    local = timezone.localtime(moment).replace(tzinfo=None)
    context = Context(step={"on": number(local.date()), "at": minutes(local)})
    roles = dict(CaseRole.objects.filter(case=case).values_list("officer_id", "function")) if case.seq else {}
    context.roles = roles
    _people(case, step, data, moment, context)
    _functions(actor, roles, data, context)
    if step.by is Role.REVIEWER and actor.officer_id is not None:
        _reviewer(actor.officer_id, context)
    if case.seq == 0:
        context.case |= legal.local_numbers(procedures()[case.procedure, case.version], local.date(), case.field)
    if step.name in _OF_STEP:
        _OF_STEP[step.name](case, data, local.date(), context)
    facts, told = filming.facts_of(actor, case, step, data)
    context.case |= facts
    context.told |= told
    return context


def _people(case: Case, step: Step, data: Mapping[str, Any], moment: datetime, context: Context) -> None:
    """Whoever is named must serve in the organ; whoever stands before the party is counted by credential."""
    named = {asked.name: data[asked.name] for asked in step.asks if asked.kind is Kind.OFFICERS and asked.name in data}
    if not named:
        return
    ids = {officer for people in named.values() for officer in people}
    known = dict(Officer.objects.filter(pk__in=ids, organ_id=case.organ_id).values_list("pk", "name"))
    errors = {name: "所选人员不是本机关的人员，请从名单中选择" for name, people in named.items() if not known.keys() >= set(people)}
    if set(named.get("assisting", ())) & set(named.get("present", ())):
        errors["assisting"] = "同一人不能既是执法人员又是辅助人员"
    if errors:
        raise Invalid(errors)
    readings = certified(ids, moment, case.field)
    context.told["officers"] = {
        str(officer): {"name": known[officer], "credential": reading.number, "why": reading.why} for officer, reading in readings.items()
    }
    standing = named.get("present") or named.get("appointed")
    if standing:
        context.step["certified_officers"] = sum(readings[officer].ok for officer in standing)
        context.step["uncertified_officers"] = sum(not readings[officer].ok for officer in standing)
        context.step["recused_officers"] = len(_recused(case) & set(standing)) if case.seq else 0


def _recused(case: Case) -> set[int]:
    """Who was decided to stand aside in this case."""
    rows = StepRow.objects.filter(case=case, name__in=("request_recusal", "decide_recusal")).order_by("seq")
    asked: list[int] = []
    aside: set[int] = set()
    for row in rows:
        if row.name == "request_recusal":
            asked = row.data["person"]
        elif row.data["recused"] == "yes":
            aside |= set(asked)
    return aside


def _reviewer(officer_id: int, context: Context) -> None:
    """Who took up legal review since 2018 must have passed the national examination (行政处罚法第五十八条第二款)."""
    since, qualified = Officer.objects.filter(pk=officer_id).values_list("starts_on", "legal_qualification").get()
    context.step |= {"reviewer_first_time": since >= EXAMINED_SINCE, "reviewer_qualified": qualified}


OWN_RIGHT = {OrganKind.STATUTORY, OrganKind.AUTHORISED}

EXAMINED_SINCE = date(2018, 1, 1)


def _functions(actor: Actor, roles: Mapping[int, str], data: Mapping[str, Any], context: Context) -> None:
    mine = roles.get(actor.officer_id) if actor.officer_id is not None else None
    context.step |= {"by_handler": mine == "handle", "by_reviewer": mine == "review", "by_decider": mine == "decide"}
    if "chair" in data and isinstance(data["chair"], list):
        context.step["chair_is_handler"] = any(roles.get(officer) == "handle" for officer in data["chair"])


def _of_registration(case: Case, data: Mapping[str, Any], on: date, context: Context) -> None:
    context.case |= legal.item_facts(case.organ, data["item"], data["party_kind"], on, data.get("violation_place", ""))


def _of_power(case: Case, _data: Mapping[str, Any], on: date, context: Context) -> None:
    """By what right an organ acts is asked again when a case is filed and decided: its term may have ended or its standing gone since."""
    organ = case.organ
    own = organ.kind in OWN_RIGHT and organ.level != Level.TOWNSHIP
    if not case.procedure.startswith("penalty.") or (own and not standing_lost(organ, on)):
        return
    opened = StepRow.objects.filter(case=case).order_by("seq").first()
    if opened and (found := catalog.item(case.item, case.opened_on)):
        context.case |= catalog.standing(organ, found, on, opened.data.get("violation_place", ""))


def _of_conclusion(case: Case, data: Mapping[str, Any], on: date, context: Context) -> None:
    names = ("party_kind", *legal.ACT_DAYS)
    known = dict(zip(names, Facts.objects.filter(pk=case.id).values_list(*(f"f_{name}" for name in names)).get(), strict=True))
    if "FINE" not in data["proposed_kinds"] and not data.get("factors"):  # tables are of fines: a warning needs no tier
        return
    outcome = legal.discretion(case.item, known["party_kind"] or "unit", data.get("factors", ()), on, legal.acted_on(known))
    if outcome:
        context.case |= outcome.facts
        context.told["discretion"] = outcome.told


def _of_collection(_case: Case, data: Mapping[str, Any], on: date, context: Context) -> None:
    """What the register says of the monitoring device on the day of its record (行政处罚法第四十一条)."""
    if not data.get("device_used"):
        return
    recorded_on = date.fromisoformat(data["device_recorded_on"])
    if recorded_on > on:
        raise Invalid({"device_recorded_on": f"不能晚于提取证据之日 {on.isoformat()}"})
    found = evidence_of(data["device_number"], recorded_on)
    if found is None:
        raise Invalid({"device_number": "监控设备台账中没有这个编号，请核对；没有登记的设备，其记录不能作为证据（行政处罚法第四十一条）"})
    context.case |= found.facts
    context.told["device"] = found.told


def _of_service(case: Case, _data: Mapping[str, Any], _on: date, context: Context) -> None:
    """The platform sets the organ's seal on every decision it renders, in the same breath; what is served carries it."""
    decided = StepRow.objects.filter(case=case, name__in=("decide", "decide_none")).exists()
    context.case |= {"decision_sealed": True} if decided else {}


_OF_STEP = {
    "register": _of_registration,
    "register_spot": _of_registration,
    "file": _of_power,
    "collect": _of_collection,
    "conclude": _of_conclusion,
    "decide": _of_power,
    "serve": _of_service,
}
