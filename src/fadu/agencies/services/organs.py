"""Organs: add, edit, end."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Q, Value
from django.db.models.functions import Concat, Substr
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed, Scope, reach, require, require_in
from fadu.agencies import forms, selectors
from fadu.agencies.codes import check_region_code
from fadu.agencies.models import Change, Officer, Organ
from fadu.agencies.services.changes import record, snapshot
from fadu.agencies.services.collisions import one_only
from fadu.agencies.services.people import blank, said
from fadu.agencies.services.standings import drop_standing
from fadu.law.forms import Invalid, validate

MANAGE = "organ.manage"


def organ_form(actor: Actor, organ: Organ | None = None) -> tuple[Any, ...]:
    """The form of an organ for who asks: it may be put under the organs within reach, though not under itself."""
    require(actor, MANAGE)
    return form_within(actor, list(selectors.organs(actor, action=MANAGE)), organ)


def form_within(actor: Actor, within: Sequence[Organ], organ: Organ | None) -> tuple[Any, ...]:
    """The form of an organ, where the organs within reach are known already."""
    above = [item for item in within if organ is None or not item.path.startswith(organ.path)]
    top = organ is not None and organ.parent_id not in {item.pk for item in above}
    fields = forms.organ_fields([(item.pk, item.name) for item in above], required=reach(actor, MANAGE) is not Scope.ALL and not top)
    hidden = {"code"} if organ else set()
    return tuple(field for field in fields if field.name not in hidden and not (top and field.name == "parent"))


def add_organ(actor: Actor, data: Mapping[str, Any]) -> Organ:
    """A new organ under one within reach; only the platform itself sets up the topmost."""
    fields = organ_form(actor)
    with transaction.atomic():
        hold_tree()
        return added(actor, fields, data, "")


def edit_organ(actor: Actor, organ_id: int, data: Mapping[str, Any], *, reason: str) -> Organ:
    """Change what is known of an organ; when it goes under another, all below it go with it. Its code stays."""
    with transaction.atomic():
        hold_tree()
        organ = Organ.objects.get(pk=organ_id)
        require_in(actor, MANAGE, organ.pk)
        edited(actor, organ, organ_form(actor, organ), data, said(reason))
    return organ


def added(actor: Actor, fields: tuple[Any, ...], data: Mapping[str, Any], reason: str) -> Organ:
    """A new organ, the tree being held."""
    clean = cleaned(fields, data)
    parent = _parent(actor, clean.pop("parent", None))
    check_unique(clean, None)
    organ = Organ(**clean, parent=parent)
    with one_only("code", "这个代码或者简称刚刚被别人登记"):
        organ.save()
    organ.path = f"{parent.path if parent else '/'}{organ.pk}/"
    organ.save(update_fields=["path"])
    _record(actor, "新增", organ, {}, reason)
    return organ


def edited(actor: Actor, organ: Organ, fields: tuple[Any, ...], data: Mapping[str, Any], reason: str) -> bool:
    """Change an organ, the tree being held; whether anything changed."""
    clean = cleaned(fields, data)
    before = snapshot(organ)
    moves = any(field.name == "parent" for field in fields)
    parent_id = clean.pop("parent", None)
    check_unique(clean, organ)
    for field in fields:
        if field.name != "parent":
            setattr(organ, field.name, clean.get(field.name, blank(organ, field.name)))
    if organ.ends_on and organ.ends_on < organ.starts_on:
        raise Invalid({"starts_on": f"机关已于 {organ.ends_on.isoformat()} 撤销，成立之日不能在其后"})
    with one_only("short_name", "这个简称刚刚被别人使用"):
        organ.save()
    if moves:
        move(organ, _parent(actor, parent_id))
    return _record(actor, "修改", organ, before, reason) is not None


def end_organ(actor: Actor, organ_id: int, *, ends_on: date, reason: str) -> Organ:
    """An organ ends when nobody serves in it and nothing stands below it; from that day its posts give no role."""
    with transaction.atomic():
        organ = Organ.objects.select_for_update().get(pk=organ_id)
        require_in(actor, MANAGE, organ.pk)
        if organ.pk == actor.organ_id:
            raise NotAllowed("不能撤销您自己所在的机关。")
        before = snapshot(organ)
        still = Q(ends_on__isnull=True) | Q(ends_on__gt=ends_on)
        if ends_on < organ.starts_on:
            raise Invalid({"ends_on": f"不能早于成立之日 {organ.starts_on.isoformat()}"})
        if Organ.objects.filter(still, parent=organ).exists():
            raise Invalid({"ends_on": "这个机关还有下级机关，请先撤销或者改变隶属"})
        if (people := Officer.objects.filter(still, organ=organ).count()) > 0:
            raise Invalid({"ends_on": f"这个机关还有 {people} 人在岗，请先办理离岗"})
        organ.ends_on = ends_on
        organ.save(update_fields=["ends_on"])
        drop_standing(actor, organ, on=ends_on, reason=said(reason))
        _record(actor, "撤销", organ, before, said(reason))
    return organ


def cleaned(fields: tuple[Any, ...], data: Mapping[str, Any]) -> dict[str, Any]:
    """An organ as entered, with dates as dates; raises Invalid."""
    clean = validate(fields, data)
    try:
        check_region_code(clean["region_code"])
    except ValueError as wrong:
        raise Invalid({"region_code": str(wrong)}) from None
    clean["starts_on"] = date.fromisoformat(clean["starts_on"])
    if clean["starts_on"] > timezone.localdate():
        raise Invalid({"starts_on": "成立之日不能晚于今天"})
    return clean


def _parent(actor: Actor, parent_id: str | None) -> Organ | None:
    if parent_id is None:
        if reach(actor, MANAGE) is not Scope.ALL:
            raise Invalid({"parent": "请选择上级机关"})
        return None
    require_in(actor, MANAGE, int(parent_id))
    return Organ.objects.get(pk=int(parent_id))


def hold_tree() -> None:
    """Let nobody else move or add organs meanwhile: paths below are written from paths above."""
    list(Organ.objects.select_for_update().order_by("pk").values_list("pk", flat=True))


def check_unique(clean: Mapping[str, Any], organ: Organ | None) -> None:
    """Raise Invalid where another organ has the code, or one that stands has the short name."""
    others = Organ.objects.exclude(pk=organ.pk) if organ else Organ.objects.all()
    errors = {}
    if "code" in clean and (same := others.filter(code=clean["code"]).first()):
        errors["code"] = f"{same.name}已经使用这个代码"
    if same := others.filter(short_name=clean["short_name"], ends_on__isnull=True).first():
        errors["short_name"] = f"{same.name}已经使用这个简称，文号会重复"
    if errors:
        raise Invalid(errors)


def move(organ: Organ, parent: Organ | None) -> None:
    """Put an organ under another, with all below it; within a transaction that holds the tree. Raises Invalid on `parent`."""
    path = f"{parent.path if parent else '/'}{organ.pk}/"
    if path == organ.path:
        return
    if parent and parent.path.startswith(organ.path):
        raise Invalid({"parent": "不能隶属于自己的下级机关"})
    old = organ.path
    organ.parent = parent
    organ.save(update_fields=["parent"])
    Organ.objects.filter(path__startswith=old).update(path=Concat(Value(path), Substr("path", len(old) + 1)))
    organ.refresh_from_db()


def _record(actor: Actor, action: str, organ: Organ, before: Mapping[str, Any], reason: str) -> Change | None:
    return record(actor, action, organ, what="organ", label=organ.name, organ_id=organ.pk, before=before, after=snapshot(organ), reason=reason)
