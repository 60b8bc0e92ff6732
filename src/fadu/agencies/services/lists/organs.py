"""Lists of organs."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import Scope, reach, reaches, require
from fadu.agencies import forms, selectors
from fadu.agencies.models import Organ
from fadu.agencies.services.lists.refusals import Refusals
from fadu.agencies.services.organs import MANAGE, added, cleaned, edited, form_within, hold_tree
from fadu.agencies.services.people import said
from fadu.law.forms import Invalid


@dataclass(frozen=True, slots=True)
class Listed:
    """An organ of a list: what is entered for it, as the form asks, its parent named by code.

    Attributes:
        data: by the fields of `forms.ORGAN`, with `code`.
        parent: the code of the organ above; "" where none is named.
        given: fields that the list speaks of; none: all.
    """

    data: Mapping[str, Any]
    parent: str = ""
    given: frozenset[str] = frozenset()


def load_organs(actor: Actor, entries: Sequence[Listed], *, reason: str, tick: Callable[[int], None]) -> Counter[str]:
    """Add the organs of a list that are new and change those that are known, each as `add_organ` and `edit_organ` do.

    Counts 新增, 修改, 未变. An organ comes after the one above it, wherever they stand in the list. Raises Refusals.
    """
    require(actor, MANAGE)
    said_why = said(reason)
    counted: Counter[str] = Counter()
    with transaction.atomic():
        hold_tree()
        known = {organ.code: organ for organ in Organ.objects.order_by("pk")}
        if errors := _refused(actor, entries, known):
            raise Refusals(errors)
        within = list(selectors.organs(actor, action=MANAGE))
        for done, index in enumerate(_from_above(entries), 1):
            entry, organ = entries[index], known.get(entries[index].data["code"])
            data = dict(entry.data) | ({"parent": str(known[entry.parent].pk)} if entry.parent else {})
            fields = tuple(field for field in form_within(actor, within, organ) if not organ or not entry.given or field.name in entry.given)
            try:
                if organ is None:
                    organ = added(actor, fields, data, said_why)
                    counted["新增"] += 1
                    known[organ.code] = organ
                    within.append(organ)
                    actor = replace(actor, organ_ids=actor.organ_ids | {organ.pk})  # what is below it in the list is within reach too
                else:
                    data.pop("code")
                    path, named = organ.path, {field.name for field in fields}
                    changed = edited(actor, organ, fields, {name: value for name, value in data.items() if name in named}, said_why)
                    counted["修改" if changed else "未变"] += 1
                    if organ.path != path:
                        within = list(selectors.organs(actor, action=MANAGE))
                        known = {item.code: item for item in Organ.objects.order_by("pk")}
            except Invalid as wrong:
                raise Refusals({index: wrong.errors}) from None
            if done % 50 == 0:
                tick(done)
    return counted


def _refused(actor: Actor, entries: Sequence[Listed], known: Mapping[str, Organ]) -> dict[int, dict[str, str]]:
    """Everything that is wrong with each organ of a list by itself, whatever becomes of the others."""
    errors: dict[int, dict[str, str]] = {}
    plain = tuple(field for field in forms.ORGAN if field.name != "parent")
    names = {organ.short_name: organ for organ in known.values() if organ.ends_on is None}
    coming = {entry.data.get("code") for entry in entries}
    first: dict[tuple[str, str], int] = {}
    for index, entry in enumerate(entries):
        wrong: dict[str, str] = {}
        try:
            clean = cleaned(plain, {name: value for name, value in entry.data.items() if name != "parent"})
        except Invalid as refused:
            wrong = dict(refused.errors)
        else:
            same = names.get(clean["short_name"])
            if same is not None and same.code != clean["code"] and same.code not in coming:
                wrong["short_name"] = f"{same.name}已经使用这个简称，文号会重复"
        wrong |= _out_of_reach(actor, entry, known.get(str(entry.data.get("code"))))
        for name, label in (("code", "代码"), ("short_name", "简称")):
            if (before := first.setdefault((name, str(entry.data.get(name))), index)) != index:
                wrong.setdefault(name, f"与表中另一行（{entries[before].data.get('name')}）的{label}相同")
        if wrong:
            errors[index] = wrong
    return errors


def _out_of_reach(actor: Actor, entry: Listed, organ: Organ | None) -> dict[str, str]:
    """Why who asks can't bring in this organ, though its row is sound."""
    if organ is None:
        return {} if entry.parent or reach(actor, MANAGE) is Scope.ALL else {"parent": "请填写上级机关"}
    if not reaches(actor, MANAGE, organ.pk):
        return {"code": f"{organ.name}已经使用这个代码，它不在您的管辖范围内"}
    if organ.ends_on is not None and organ.ends_on <= timezone.localdate():
        return {"code": f"{organ.name}已于 {organ.ends_on.isoformat()} 撤销"}
    return {}


def _from_above(entries: Sequence[Listed]) -> list[int]:
    """Places in the list such that an organ comes after the one above it; raises Refusals where they stand in a ring."""
    at = {entry.data["code"]: index for index, entry in enumerate(entries)}
    order: list[int] = []
    placed: set[int] = set()
    for index in range(len(entries)):
        chain: list[int] = []
        place: int | None = index
        while place is not None and place not in placed:
            if place in chain:
                raise Refusals({place: {"parent": "不能隶属于自己的下级机关"}})
            chain.append(place)
            place = at.get(entries[place].parent)
        placed.update(chain)
        order += reversed(chain)
    return order
