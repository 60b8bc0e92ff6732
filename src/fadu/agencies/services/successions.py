"""What organs become: merged, split, renamed, put under another. Cases stay with the organ of their time; the successor sees them."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed, require, require_in, scope
from fadu.agencies import organ_forms as forms
from fadu.agencies.jurisdiction import standing
from fadu.agencies.kinds import SuccessionKind
from fadu.agencies.models import Inheritance, Officer, Organ, Succession, SuccessionLine
from fadu.agencies.services.changes import record, snapshot
from fadu.agencies.services.moving import move_people, staff
from fadu.agencies.services.organs import check_unique, hold_tree, move
from fadu.agencies.services.standings import drop_standing
from fadu.law.forms import Field, Invalid, validate

MANAGE = "organ.manage"


def merge(actor: Actor, data: Mapping[str, Any]) -> Succession:
    """Organs become part of another: they end that day, people, posts and lower organs go over. Raises Invalid by field."""
    clean = validate(merging(actor), data)
    with transaction.atomic():
        hold_tree()
        successor = _organ(actor, clean["successor"])
        gone = [_organ(actor, key) for key in clean["predecessors"]]
        row = _begun(actor, SuccessionKind.MERGE, clean)
        for organ in gone:
            _fit(organ, "predecessors", row.on)
            _fit(successor, "successor", row.on)
            if successor.path.startswith(organ.path):
                raise Invalid({"successor": f"{successor.name}就是{organ.name}或者它的下级，不能承继它"})
            line = _line(row, organ, successor, cases=True, items=True)
            people = move_people(actor, line, staff(organ, row.on))
            _end(actor, organ, successor, row)
            successor.refresh_from_db()
            _told(actor, "承继", successor, row, {"承继": organ.name, "转入人数": people})
    return row


def split(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Succession:
    """An organ becomes several, or gives part of itself away and stays. Raises Invalid by field."""
    with transaction.atomic():
        hold_tree()
        organ = _organ(actor, organ_id)
        clean = validate(splitting(actor, organ), data)
        row = _begun(actor, SuccessionKind.SPLIT, clean)
        _fit(organ, "", row.on)
        parts = {part: _organ(actor, clean[part]) for part in forms.PARTS if part in clean}
        people = {person.pk: person for person in staff(organ, row.on)}
        chosen = _chosen(clean, parts, people)
        for part, successor in parts.items():
            _fit(successor, part, row.on)
            if successor.path.startswith(organ.path) and clean["ends"]:
                raise Invalid({part: f"{successor.name}是{organ.name}的下级，请先改变隶属"})
            taken = {"cases": part in clean.get("cases", []), "items": part in clean.get("items", [])}
            line = _line(row, organ, successor, ends=clean["ends"], **taken)
            count = move_people(actor, line, [people[key] for key in chosen[part]])
            _told(actor, "承继", successor, row, {"承继": organ.name, "转入人数": count})
        if clean["ends"]:
            _end(actor, organ, parts["first"], row)
        else:
            _told(actor, "分立", organ, row, {"分出": "、".join(part.name for part in parts.values())})
    return row


def rename(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Succession:
    """An organ bears another name from a day on; its standing is to be changed and announced anew. Raises Invalid by field."""
    clean = validate(forms.RENAMING, data)
    with transaction.atomic():
        hold_tree()
        organ = _organ(actor, organ_id)
        before, on = snapshot(organ), _day(clean)
        _fit(organ, "", on)
        if clean["new_name"] == organ.name:
            raise Invalid({"new_name": "与现在的名称相同"})
        last = Succession.objects.filter(organ=organ, kind=SuccessionKind.RENAME).first()
        if last is not None and on <= last.on:
            raise Invalid({"on": f"{last.on.isoformat()} 已经更名为{last.new_name}，应晚于这一天"})
        try:
            check_unique({"short_name": clean["new_short_name"]}, organ)
        except Invalid as wrong:
            raise Invalid({"new_short_name": wrong.errors["short_name"]}) from None
        names = {"old_name": organ.name, "new_name": clean["new_name"], "old_short_name": organ.short_name, "new_short_name": clean["new_short_name"]}
        row = _begun(actor, SuccessionKind.RENAME, clean, organ=organ, **names)
        organ.name, organ.short_name = clean["new_name"], clean["new_short_name"]
        organ.save(update_fields=["name", "short_name"])
        _record(actor, "更名", organ, before, snapshot(organ), row)
    return row


def transfer(actor: Actor, organ_id: int, data: Mapping[str, Any]) -> Succession:
    """An organ comes under another, with all below it. Raises Invalid by field."""
    with transaction.atomic():
        hold_tree()
        organ = _organ(actor, organ_id)
        clean = validate(transferring(actor, organ), data)
        on = _day(clean)
        _fit(organ, "", on)
        parent = _organ(actor, clean["parent"])
        if organ.parent_id == parent.pk:
            raise Invalid({"parent": f"现在就隶属于{parent.name}"})
        if Succession.objects.filter(organ=organ, kind=SuccessionKind.TRANSFER, on__gte=on).exists():
            raise Invalid({"on": "这一天或者以后已经登记过划转"})
        before = snapshot(organ)
        row = _begun(actor, SuccessionKind.TRANSFER, clean, organ=organ, old_parent_id=organ.parent_id, new_parent=parent)
        move(organ, parent)
        _record(actor, "划转", organ, before, snapshot(organ), row)
    return row


def merging(actor: Actor) -> tuple[Field, ...]:
    """The form of a merger for who asks: among the organs within reach."""
    return forms.offering(forms.MERGING, _reached(actor), ("predecessors", "successor"))


def splitting(actor: Actor, organ: Organ) -> tuple[Field, ...]:
    """The form of a split for who asks: into organs within reach."""
    return forms.offering(forms.SPLITTING, [item for item in _reached(actor) if item.pk != organ.pk], forms.PARTS)


def transferring(actor: Actor, organ: Organ) -> tuple[Field, ...]:
    """The form of a transfer for who asks: under organs within reach, not under itself."""
    return forms.offering(forms.TRANSFERRING, [item for item in _reached(actor) if not item.path.startswith(organ.path)], ("parent",))


def _reached(actor: Actor) -> list[Organ]:
    require(actor, MANAGE)
    return list(standing().filter(scope(actor, MANAGE, organ="pk")).order_by("path"))


def _organ(actor: Actor, key: int | str) -> Organ:
    organ = Organ.objects.get(pk=int(key))
    require_in(actor, MANAGE, organ.pk)
    return organ


def _day(clean: Mapping[str, Any]) -> date:
    on = date.fromisoformat(clean["on"])
    if on > timezone.localdate():
        raise Invalid({"on": "不能晚于今天；请在生效后登记"})
    return on


def _begun(actor: Actor, kind: SuccessionKind, clean: Mapping[str, Any], **more: Any) -> Succession:
    return Succession.objects.create(kind=kind, on=_day(clean), paper=clean["paper"], reason=clean["reason"], by_name=actor.name, **more)


def _fit(organ: Organ, field: str, on: date) -> None:
    """Whether the organ stood on the day and stands still."""
    if organ.ends_on is not None:
        raise Invalid({field: f"{organ.name}已于 {organ.ends_on.isoformat()} 撤销"})
    if organ.starts_on > on:
        raise Invalid({"on": f"{organ.name} {organ.starts_on.isoformat()} 才成立"})


def _line(row: Succession, organ: Organ, successor: Organ, *, cases: bool, items: bool, ends: bool = True) -> SuccessionLine:
    line = SuccessionLine.objects.create(succession=row, predecessor=organ, successor=successor, ends=ends, cases=cases, items=items)
    if cases:
        earlier = Inheritance.objects.filter(heir=organ).exclude(predecessor=successor).values_list("predecessor_id", flat=True)
        for key in {organ.pk, *earlier}:
            Inheritance.objects.get_or_create(predecessor_id=key, heir=successor)
    return line


def _end(actor: Actor, organ: Organ, successor: Organ, row: Succession) -> None:
    """The predecessor ends, what stands below it goes under the successor, its standing is cancelled."""
    if organ.pk == actor.organ_id:
        raise NotAllowed("不能撤并您自己所在的机关，请上级机关的系统管理员办理。")
    organ.refresh_from_db()
    before = snapshot(organ)
    for child in Organ.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=row.on), parent=organ):
        was = snapshot(child)
        move(child, successor)
        _record(actor, "改变隶属", child, was, snapshot(child), row)
    organ.ends_on = row.on
    organ.save(update_fields=["ends_on"])
    drop_standing(actor, organ, on=row.on, reason=f"{row.get_kind_display()}：{row.reason}"[:200], paper=row.paper)
    _record(actor, f"{row.get_kind_display()}撤销", organ, before, snapshot(organ), row)


def _chosen(clean: Mapping[str, Any], parts: Mapping[str, Organ], people: Mapping[int, Officer]) -> dict[str, Sequence[int]]:
    """Who goes with which part; raises Invalid where somebody goes twice, is not there, or nobody continues the cases."""
    chosen: dict[str, list[int]] = {part: list(clean.get(f"{part}_people", [])) for part in parts}
    errors: dict[str, str] = {}
    named = [key for keys in chosen.values() for key in keys]
    for part, keys in chosen.items():
        if any(key not in people for key in keys):
            errors[f"{part}_people"] = "请从这个机关在岗的人员中选择"
        elif any(named.count(key) > 1 for key in keys):
            errors[f"{part}_people"] = "同一个人只能到一个承继机关"
    if len({organ.pk for organ in parts.values()}) < len(parts):
        errors["second"] = "承继机关不能重复"
    if stray := [name for name in ("cases", "items") if set(clean.get(name, [])) - set(parts)]:
        errors[stray[0]] = "请选择上面填了的承继机关"
    if clean["ends"]:
        errors |= _left_over(clean, parts)
    if errors:
        raise Invalid(errors)
    if clean["ends"]:
        chosen["first"] += [key for key in people if key not in named]
    return {part: tuple(keys) for part, keys in chosen.items()}


def _left_over(clean: Mapping[str, Any], parts: Mapping[str, Organ]) -> dict[str, str]:
    """What is left without a successor, where the organ ends."""
    errors = {name: f"原机关撤销的，必须有机关承继{word}" for name, word in (("cases", "案件"), ("items", "事项")) if not clean.get(name)}
    if len(parts) < 2:
        errors["second"] = "原机关撤销的，至少分立为两个机关；只并入一个的请办理合并"
    return errors


def _told(actor: Actor, action: str, organ: Organ, row: Succession, after: Mapping[str, Any]) -> None:
    _record(actor, action, organ, {}, after, row)


def _record(actor: Actor, action: str, organ: Organ, before: Mapping[str, Any], after: Mapping[str, Any], row: Succession) -> None:
    reason = f"{row.reason}（{row.paper}）"[:200]
    record(actor, action, organ, what="organ", label=organ.name, organ_id=organ.pk, before=before, after=after, reason=reason)
