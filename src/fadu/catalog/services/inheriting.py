"""Handing over what stands in the name of an organ that was merged or split: a deliberate act, by a paper, row by row.

An item is listed anew under its code from that day in the name of the successor; what it was stands in its earlier versions. A
delegation lapses, or is made anew with the successor in the place of the organ: the old one ends the day before. Both are to be
published again before anybody acts on them. Open cases follow by themselves (`agencies.services.moving`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.forms.models import model_to_dict
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.kinds import OrganKind
from fadu.agencies.models import Organ
from fadu.agencies.services.changes import record, snapshot
from fadu.catalog.item_forms import WHAT
from fadu.catalog.models import Delegation, DelegationKind
from fadu.catalog.selectors.inheriting import Left, heirs, left
from fadu.catalog.services import versions
from fadu.law.forms import Field, Invalid, Kind, validate

FORM = (
    Field(name="since", label="自哪天起由承继机关行使", kind=Kind.DATE),
    Field(name="paper", label="文号", longest=80, help="机构改革方案、调整权责清单的文件"),
    Field(name="reason", label="理由", longest=200),
    Field(name="legal_reviewed_on", label="法制机构审核日期", kind=Kind.DATE, required=False, help="调整后的清单先审核、后公布"),
    Field(name="published_on", label="公布日期", kind=Kind.DATE, required=False, help="没有公布的以后在各事项上登记"),
)
END, LAPSE = "end", "lapse"
"""What may be chosen besides a successor: an item ends, a delegation lapses."""


@dataclass(frozen=True, slots=True)
class Inherited:
    """What was done: how many items and entries went over and ended, how many delegations were made anew and lapsed."""

    moved: int
    ended: int
    remade: int
    lapsed: int


def keys(found: Left) -> list[str]:
    """The name in the form of each row that is to be handed over."""
    items = [f"item-{row.pk}" for row in found.items]
    return [*items, *(f"{shelf}-{row.pk}" for shelf, _, row in found.entries), *(f"delegation-{row.pk}" for row in found.delegations)]


def inherit(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Inherited:
    """Hand over everything that is left, each row as chosen; all or nothing.

    Raises NotAllowed, Organ.DoesNotExist, Invalid by field: rows by their key.
    """
    require(actor, "catalog.manage")
    with transaction.atomic():
        organ = Organ.objects.select_for_update().get(pk=organ_id)
        found, offered = left(organ, timezone.localdate()), {str(one.pk): one for one in heirs(organ)}
        if not found.count:
            raise Invalid({"": "没有需要承继的事项、清单和委托"})
        clean, errors = _asked(data)
        chosen: dict[str, Organ | None] = {}
        for key in keys(found):
            word = str(data.get(key, ""))
            alone = LAPSE if key.startswith("delegation-") else END
            if word != alone and word not in offered:
                errors[key] = "请选择承继机关，或者终止"
            chosen[key] = offered.get(word)
        if errors:
            raise Invalid(errors)
        since = date.fromisoformat(clean["since"])
        reason = f"承继自{organ.name}（{clean['paper']}）：{clean['reason']}"[:200]
        moved, ended = _rows(actor, found, chosen, clean, since, reason)
        remade, lapsed = _delegations(actor, organ, found.delegations, chosen, clean, since, reason)
        told = {"事项和清单": moved, "终止": ended, "委托重新办理": remade, "委托失效": lapsed}
        record(actor, "承继事项", organ, what="organ", label=organ.name, organ_id=organ.pk, before={}, after=told, reason=reason)
    return Inherited(moved, ended, remade, lapsed)


def _asked(data: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    try:
        clean = validate(FORM, {field.name: data.get(field.name, "") for field in FORM})
    except Invalid as wrong:
        return {}, dict(wrong.errors)
    reviewed, published = clean.get("legal_reviewed_on", ""), clean.get("published_on", "")
    if published and (not reviewed or published < reviewed):
        return {}, {"published_on": "经法制机构审核后才能公布：请填审核日期，公布日期不早于它"}
    return clean, {}


def _rows(actor: Actor, found: Left, chosen: Mapping[str, Organ | None], clean: Mapping[str, Any], since: date, reason: str) -> tuple[int, int]:
    """Items and entries of lists: listed anew for the successor, or ended."""
    kinds: dict[str, list[tuple[str, Any]]] = {WHAT: [(f"item-{row.pk}", row) for row in found.items]}
    for shelf, _, row in found.entries:
        kinds.setdefault(shelf, []).append((f"{shelf}-{row.pk}", row))
    moved = ended = 0
    for what, rows in kinds.items():
        fresh = [_anew(row, successor, clean, since, reason) for key, row in rows if (successor := chosen[key])]
        try:
            versions.put(actor, fresh, what=what)
        except versions.Clash as clash:
            raise Invalid({"since": "；".join(list(clash.errors.values())[:3]) or "与已登记的有效期重叠"}) from None
        moved += len(fresh)
        for key, row in rows:
            if chosen[key] is None:
                try:
                    versions.end(actor, row, what=what, ends_on=since, reason=reason)
                except Invalid as wrong:
                    raise Invalid({key: next(iter(wrong.errors.values()))}) from None
                ended += 1
    return moved, ended


def _anew(row: Any, successor: Organ, clean: Mapping[str, Any], since: date, reason: str) -> Any:
    """The same entry, of the successor."""
    told = {column.attname: getattr(row, column.attname) for column in row._meta.concrete_fields if column.attname not in {"id", "listed_at"}}
    days = {name: date.fromisoformat(clean[name]) if clean.get(name) else None for name in ("legal_reviewed_on", "published_on")}
    return type(row)(
        **told | days | {"organ_id": successor.pk, "since": since, "until": None, "document": clean["paper"], "listed_why": reason, "ended_why": ""}
    )


def _delegations(
    actor: Actor, organ: Organ, rows: Sequence[Delegation], chosen: Mapping[str, Organ | None], clean: Mapping[str, Any], since: date, reason: str
) -> tuple[int, int]:
    remade = lapsed = 0
    for row in Delegation.objects.select_for_update().filter(pk__in=[row.pk for row in rows]).order_by("pk"):
        key, before = f"delegation-{row.pk}", snapshot(row)
        if since <= row.since:
            raise Invalid({key: f"它自 {row.since} 起生效，承继之日应在其后"})
        successor, last = chosen[key], row.until
        if successor is not None:
            _made_anew(actor, organ, row, successor, clean, since, key)
        row.until, row.reason = min(since - timedelta(1), last or date.max), reason
        row.save(update_fields=["until", "reason"])
        record(actor, "承继收回", row, what="delegation", label=str(row), organ_id=row.organ_id, before=before, after=snapshot(row), reason=reason)
        remade, lapsed = remade + (successor is not None), lapsed + (successor is None)
    return remade, lapsed


def _made_anew(actor: Actor, organ: Organ, row: Delegation, successor: Organ, clean: Mapping[str, Any], since: date, key: str) -> None:
    """The same delegation with the successor in the organ's place; not published, filed or reviewed yet."""
    ends = {"organ_id": row.organ_id, "principal_id": row.principal_id} | {
        name: successor.pk for name in ("organ_id", "principal_id") if getattr(row, name) == organ.pk
    }
    if ends["organ_id"] == ends["principal_id"]:
        raise Invalid({key: f"承继以后委托双方都是{successor.name}，请选择失效"})
    if row.organ_id == organ.pk and row.kind == DelegationKind.GRANT and successor.level != organ.level:
        raise Invalid({key: "赋权的对象是乡镇人民政府、街道办事处，请选择失效"})
    if row.organ_id == organ.pk and row.kind == DelegationKind.OUTPOST and successor.kind != OrganKind.DISPATCHED:
        raise Invalid({key: f"{successor.name}不是派出机构，请选择失效"})
    if row.until is not None and row.until < since:
        raise Invalid({key: f"它到 {row.until} 已经到期，请选择失效"})
    carried = model_to_dict(row, fields=("kind", "items", "powers", "area", "basis", "public_function", "needs_technique", "has_technique", "own_name"))
    fresh = Delegation.objects.create(**carried, **ends, document=clean["paper"], since=since, until=row.until, by_name=actor.name)
    record(actor, "承继登记", fresh, what="delegation", label=str(fresh), organ_id=fresh.organ_id, before={}, after=snapshot(fresh), reason=clean["reason"])
