"""Opening a case: its first step, its party, its name."""

import uuid
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.crypto import blind_index
from fadu.agencies.models import Organ
from fadu.cases.errors import Conflict
from fadu.cases.models import Case, CaseRole, Function, Party
from fadu.cases.models.ids import new_id
from fadu.cases.services import record
from fadu.cases.services.context import context_of
from fadu.cases.services.judging import judged
from fadu.cases.services.taken import Taken
from fadu.law.fold import State
from fadu.law.procedure import Kind, Procedure


def open_case(
    actor: Actor, course: Procedure, data: Mapping[str, Any], moment: datetime, *, key: str, case_id: uuid.UUID | None, origin: Case | None = None
) -> Taken:
    """Write case, party and first step; raises Refused, Invalid, and Conflict where the case is there already."""
    organ = Organ.objects.get(pk=actor.organ_id or 0)
    case = Case(
        id=case_id or new_id(), organ=organ, kind=course.kind.name.lower(), procedure=course.id, version=course.version, field=organ.field,
        cause=data.get("cause") or course.title, item=data.get("item", ""), origin=origin,
        stage="", stage_since=timezone.localdate(moment), opened_on=timezone.localdate(moment),
    )  # fmt: skip
    context = context_of(actor, case, course.opening, data, moment)
    if course.grain == "case":
        case.field = context.case["field"]
        context.case |= {"procedure": course.id.split(".")[-1]}
    after = judged(course, course.opening, State(course.id, course.version), data, context, moment)
    case.party = party_of(data if "party_name" in data else itself(organ))
    case.title = titled(case.party.shown_as, case.cause, course)
    case.stage = after.stage
    try:
        with transaction.atomic():
            case.save(force_insert=True)
    except IntegrityError:
        raise Conflict("这个案件已经登记过了") from None
    handlers = {officer for officer in (*data.get("present", ()), actor.officer_id) if officer is not None}
    CaseRole.objects.bulk_create([CaseRole(case=case, officer_id=officer, function=Function.HANDLE, since=moment) for officer in sorted(handlers)])
    row = record.add(actor, case, course.opening, data, context, moment, after, key)
    return Taken(case.id, row.id, row.seq, row.stage)


def party_of(data: Mapping[str, Any], known: Party | None = None) -> Party:
    """The party of a registration: one row for a code, brought up to date; for one without, that `known` of the case or a new row."""
    code = data.get("party_code") or data.get("party_id") or ""
    index = blind_index(code, "party") if code else ""
    party = Party.objects.filter(code_index=index).first() if index else None
    if party is None:
        party = known if known is not None and known.code_index == index else Party(code_index=index)
    party.kind, party.name, party.code = data["party_kind"], data["party_name"], code or None
    party.shown_as = shown_as(data["party_kind"], data["party_name"])
    for name in ("legal_rep", "address", "phone"):
        if value := data.get(f"party_{name}"):
            setattr(party, name, value)
    party.save()
    return party


def itself(organ: Organ) -> dict[str, str]:
    """The party of a record about the organ itself: its duties of a year, its people, its lists."""
    return {"party_kind": "unit", "party_name": organ.name, "party_code": organ.code}


def titled(party: str, cause: str, course: Procedure) -> str:
    """The name of a case; both parts may be long, and it must fit its column. Only what is inquired into is called a case."""
    word = "案" if course.kind in {Kind.PENALTY, Kind.TRANSFER} else ""
    whole = f"{party}{cause}{word}"
    longest = 300  # as its column holds
    return whole if len(whole) <= longest else f"{whole[: longest - 2]}…{word}"


def shown_as(kind: str, name: str) -> str:
    """How lists name a party: a unit by its name, a person by surname."""
    if kind != "person":
        return name
    surname = name[:2] if name[:2] in COMPOUND else name[:1]
    return f"{surname}某"


COMPOUND = frozenset({"欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯", "端木", "南宫", "独孤", "长孙", "宇文"})
"""Surnames of two characters."""
