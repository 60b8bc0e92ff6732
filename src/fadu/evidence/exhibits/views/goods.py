"""物品台账 of a case, the page of an item with its chain of custody, and the movements of it."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.actors import Actor
from fadu.accounts.entrance import actor_of
from fadu.accounts.permissions import may, reaches
from fadu.agencies.registers.choices import people
from fadu.agencies.registers.showing import yuan
from fadu.agencies.selectors import officers_of
from fadu.cases.models import Leaf
from fadu.cases.selectors import case_for, visible
from fadu.evidence import services as evidence
from fadu.evidence.asking import Page, ask, entrance
from fadu.evidence.exhibits import selectors, services
from fadu.evidence.exhibits.models import Item, Lot, Movement
from fadu.evidence.exhibits.move_forms import AT, LOT, MOVES, QUANTITY
from fadu.evidence.exhibits.record import steps
from fadu.evidence.exhibits.views.telling import MOVED, names, told
from fadu.evidence.models import Action
from fadu.law.custody import ENDS
from fadu.law.custody import Movement as Kind


@require_safe
@entrance("goods.see")
def of_case(request: HttpRequest, case_id: uuid.UUID) -> HttpResponseBase:
    """物品台账: every item of a case, where it lies, what became of it; it says where it does not agree with the steps."""
    actor = actor_of(request)
    case = case_for(actor, case_id)
    items = list(selectors.items(actor).filter(case=case).prefetch_related("lots__store").order_by("number"))
    moves: dict[int, list[Movement]] = {}
    for row in Movement.objects.filter(item__in=items).order_by("item_id", "seq"):
        moves.setdefault(row.item_id, []).append(row)
    here = [lot for item in items for lot in item.lots.all() if lot.until is None]
    terms = selectors.due(here)
    rows = [
        {
            "item": item,
            "lots": [{"lot": lot, "due": terms[lot.pk]} for lot in sorted(item.lots.all(), key=lambda lot: lot.seq) if lot.until is None],
            "gone": [(row.get_kind_display(), row.quantity, row.at) for row in moves.get(item.pk, ()) if row.kind in ENDS],
            "held": sum(lot.quantity for lot in item.lots.all()),
        }
        for item in items
    ]
    context = {
        "case": case,
        "rows": rows,
        "disagreements": selectors.disagreements(case),
        "crumb": [("案件", reverse("cases:list")), (case.title, reverse("cases:case", args=[case.pk])), ("物品台账", "")],
    }
    return render(request, "exhibits/case_goods.html", context)


@require_safe
@entrance("goods.see")
def item(request: HttpRequest, row_id: int) -> HttpResponseBase:
    """An item: where it lies in how many lots, its whole chain of custody. Opening it is a reading: it names people."""
    actor = actor_of(request)
    found = selectors.item_for(actor, row_id)
    moves = list(found.movements.select_related("store", "step", "authority").order_by("seq"))
    if request.method == "GET":
        evidence.read(actor, kind="goods", ref=moves[0].pk, what=f"涉案财物 {found.number}", action=Action.VIEW, organ_id=found.organ_id, case=found.case)
    lots = list(found.lots.select_related("store").order_by("seq"))
    terms = selectors.due([lot for lot in lots if lot.until is None])
    officers = names(row.data for row in moves)
    leaves = dict(Leaf.objects.filter(pk__in=[row.leaf_id for row in moves]).values_list("pk", "index"))
    seen = may(actor, "case.see") and visible(actor).filter(pk=found.case_id).exists()
    context = {
        "item": found,
        "case": found.case if seen else None,
        "known": _known(found),
        "lots": [{"lot": lot, "due": terms.get(lot.pk)} for lot in lots],
        "moves": [{"row": row, "told": told(row.data, MOVED, officers), "index": leaves.get(row.leaf_id)} for row in moves],
        "held": sum(lot.quantity for lot in lots),
        "offers": _offers(actor, found),
        "crumb": [("涉案财物", reverse("exhibits:goods")), (found.name, "")],
    }
    return render(request, "exhibits/item.html", context)


def _known(found: Item) -> list[tuple[str, str]]:
    return [
        ("规格型号", found.spec),
        ("编号、批号", found.batch),
        ("特征", found.features),
        ("收存数量", f"{found.taken} {found.unit}"),
        ("单价", yuan(found.price)),
        ("收存时间", timezone.localtime(found.taken_at).strftime("%Y-%m-%d %H:%M")),
    ]


def _offers(actor: Actor, found: Item) -> list[dict[str, Any]]:
    """What may be recorded now; what lacks its decision is shown with that."""
    if not reaches(actor, "goods.move", found.organ_id):
        return []
    return [
        {"label": MOVES[kind].verb, "href": reverse("exhibits:move", args=[found.pk, kind.value]), "lacks": not there}
        for kind, there in services.allowed(found)
    ]


@require_http_methods(["GET", "POST"])
@entrance("goods.move")
def move(request: HttpRequest, item_id: int, kind: str) -> HttpResponseBase:
    """Record what happened to an item."""
    actor = actor_of(request)
    found = selectors.item_for(actor, item_id)
    if kind not in MOVES:
        raise Http404
    which = Kind(kind)
    asked = MOVES[which]
    lots = list(found.lots.filter(until__isnull=True).select_related("store").order_by("seq"))
    fields = (LOT, AT, *(() if asked.whole else (QUANTITY,)), *asked.fields)
    back = reverse("exhibits:goods_row", args=[found.pk])

    def act(data: dict[str, Any]) -> str:
        row = services.move(actor, found.pk, which, data)
        return f"已登记{which.label}：{found.name} {row.quantity}{found.unit}"

    page = Page(
        f"{which.label}：{found.name}", fields, act, back, asked.verb, [("涉案财物", reverse("exhibits:goods")), (found.name, back)],
        _first(actor, found, which, lots, request.GET.get("lot", "")), _choices(found, lots), asked.lead,
    )  # fmt: skip
    return ask(request, page)


def _first(actor: Actor, found: Item, kind: Kind, lots: list[Lot], chosen: str) -> dict[str, Any]:
    """What the record says already: the lot and how much there is of it, the laboratory that was commissioned, who stands there."""
    lot = next((each for each in lots if str(each.seq) == chosen), lots[0] if lots else None)
    values: dict[str, Any] = {"at": timezone.localtime().strftime("%Y-%m-%dT%H:%M")}
    if lot:
        values |= {"lot": str(lot.seq), "quantity": lot.quantity, "store": str(lot.store_id or "")}
    if kind is Kind.SEND:
        labs = [held.data.get("lab", "") for held in steps([found.case_id], ("commission_test", "begin_measure_test"))]
        values["lab"] = labs[-1] if labs else ""
    if kind is Kind.TRANSFER:
        organs = [held.data.get("to_organ", "") for held in steps([found.case_id], ("hand_to_justice", "send_transfer"))]
        values["receiver"] = organs[-1] if organs else ""
    if actor.officer_id:
        values |= {"giver": str(actor.officer_id), "officers": [str(actor.officer_id)]}
    return values


def _choices(found: Item, lots: list[Lot]) -> Mapping[str, list[tuple[str, ...]]]:
    mine: list[tuple[str, ...]] = list(people(found.organ_id))
    stores = found.organ.stores.filter(until__isnull=True).order_by("name")
    return {
        "lot": [(str(lot.seq), _lot_words(lot)) for lot in lots],
        "store": [(str(store.pk), f"{store.name}（委托第三人保管）" if store.third else store.name) for store in stores],
        "giver": mine,
        "receiver_officer": mine,
        "officers": [reading.choice for reading in officers_of(found.organ_id, timezone.now())],
    }


def _lot_words(lot: Lot) -> str:
    place = lot.store.name if lot.store else lot.keeper
    return (
        f"第 {lot.seq} 批：{lot.quantity}{lot.item.unit}，{lot.get_hold_display()}，{place}"
        + (f"，封条 {lot.seal}" if lot.seal else "")
        + ("，送检在外" if lot.away else "")
    )
