"""涉案财物管理: what lies where in an organ, the stores, and the counting of them."""

import uuid
from datetime import timedelta
from typing import Any

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of
from fadu.accounts.permissions import may, reaches
from fadu.agencies import selectors as agencies
from fadu.agencies.paging import LATEST, number, page
from fadu.agencies.registers.choices import people
from fadu.agencies.registers.register import Act, Cell, Column, Filter, Part, Register
from fadu.agencies.registers.showing import column, on, said, yes
from fadu.evidence.asking import entrance
from fadu.evidence.exhibits import forms, selectors, services
from fadu.evidence.exhibits.kinds import HOLDS
from fadu.evidence.exhibits.models import Lot, Stocktaking, Store
from fadu.law.forms import Invalid

LONG = 180
"""Days after which goods that no term bounds are looked at again."""

TERMS = (("overdue", "已逾期"), ("long", f"存放超过 {LONG} 天"), ("away", "送检在外"), ("sealed", "已封存"), ("nowhere", "未入库"))


def _narrow(term: str) -> Q:
    today = timezone.localdate()
    return {
        "overdue": selectors.overdue(today),
        "long": Q(item__taken_at__date__lt=today - timedelta(days=LONG)),
        "away": Q(away=True),
        "sealed": ~Q(seal=""),
        "nowhere": Q(store__isnull=True, away=False),
    }[term]


@require_safe
@entrance("goods.see")
def goods(request: HttpRequest) -> HttpResponseBase:
    """What lies where, the newest first; narrowed by organ, store, right and term."""
    actor = actor_of(request)
    found = selectors.held(actor)
    asked = request.GET
    word = asked.get("q", "").replace("\x00", "").strip()[:60]
    if word:
        found = found.filter(Q(item__name__icontains=word) | Q(item__batch__icontains=word) | Q(seal__icontains=word) | Q(case__number__icontains=word))
    if asked.get("term") in dict(TERMS):
        found = found.filter(_narrow(asked["term"]))
    if asked.get("hold") in dict(HOLDS):
        found = found.filter(hold=asked["hold"])
    for name, lookup in (("organ", "organ_id"), ("store", "store_id")):
        if (chosen := number(asked.get(name, ""))) is not None:
            found = found.filter(**{lookup: chosen})
    shown = page(found, after=asked.get("after", ""), before=asked.get("before", ""), order=LATEST)
    terms = selectors.due(shown.rows)
    organs = [(item.pk, item.name) for item in agencies.organs(actor)] if may(actor, "people.see") else []
    context = {
        "rows": [{"lot": lot, "due": terms[lot.pk]} for lot in shown.rows],
        "page": shown,
        "tabs": _tabs("goods"),
        "organs": organs,
        "holds": HOLDS,
        "terms": TERMS,
        "stores": [(store.pk, store.name) for store in selectors.stores(actor).order_by("organ_id", "name")[:50]],
        "active": any(asked.get(name) for name in ("q", "organ", "store", "hold", "term")),
        "sheet": reverse("sheets:export", args=["goods"]),
    }
    return render(request, "exhibits/goods.html", context)


def _tabs(current: str) -> list[dict[str, Any]]:
    tabs = (("goods", "在管物品"), ("stores", "存放地点"))
    return [{"label": label, "href": reverse(f"exhibits:{name}"), "current": name == current} for name, label in tabs]


def _lying(store: Store) -> list[tuple[Any, ...]]:
    lots = list(Lot.objects.filter(store=store, until__isnull=True).select_related("item", "case").order_by("-pk")[:200])
    return [(lot.item.name, f"{lot.quantity}{lot.item.unit}", lot.get_hold_display(), lot.keeper, on(timezone.localdate(lot.since)), lot.seal) for lot in lots]


def _counts(store: Store) -> list[tuple[Any, ...]]:
    rows = store.counts.order_by("-at")[:20]
    return [
        (
            Cell(_when(row), reverse("exhibits:counted", args=[row.pk])),
            f"{row.by_name}、{row.with_name}",
            f"{len(row.lines)} 项",
            f"{row.differing} 项不符" if row.differing else "账实相符",
            row.note,
        )
        for row in rows
    ]


def _when(row: Stocktaking) -> str:
    return timezone.localtime(row.at).strftime("%Y-%m-%d %H:%M")


STORES = Register(
    app="exhibits",
    name="stores",
    path="goods/stores/",
    title="存放地点",
    lead="涉案财物的仓库和受委托保管的第三人。",
    see="goods.see",
    manage="equipment.manage",
    select=lambda actor: selectors.stores(actor).annotate(lying=Count("lots", filter=Q(lots__until__isnull=True))),
    heading=str,
    columns=(
        Column("名称", lambda store: store.name),
        column("机关", "organ.name"),
        column("地址", "address"),
        Column("委托第三人", lambda store: yes(store.third)),
        Column("在管批数", lambda store: store.lying, number=True),
        Column("停用", lambda store: on(store.until)),
    ),
    what="store",
    search=("name", "address", "organ__name"),
    finds="名称、地址、机关",
    filters=(Filter("third", "保管", (("own", "本机关"), ("third", "第三人")), lambda chosen: Q(third=chosen == "third")),),
    known=lambda store: [
        ("机关", store.organ.name),
        ("地址", store.address),
        ("委托第三人保管", yes(store.third)),
        ("保管约定", store.bound),
        ("启用日期", on(store.since)),
        ("停用日期", on(store.until)),
        ("盘点", Cell("两人盘点", reverse("exhibits:count", args=[store.pk]))),
    ],
    parts=lambda store: [
        Part("现在存放", ("名称", "数量", "根据", "保管人", "自", "封条"), _lying(store), "没有物品"),
        Part("盘点", ("时间", "盘点人、监盘人", "范围", "结果", "说明"), _counts(store), "还没有盘点"),
    ],
    add=Act(name="new", label="登记存放地点", fields=lambda _organ: forms.STORE, do=said(lambda store: f"已登记{store}")(services.add_store)),
    acts=(
        Act(
            name="end",
            label="停用",
            fields=lambda _store: forms.STORE_END,
            do=said(lambda store: f"{store}已停用")(services.end_store),
            offered=lambda store: store.until is None,
        ),
    ),
    links=(("在管物品", "exhibits:goods"),),
)


@require_http_methods(["GET", "POST"])
@entrance("goods.move")
def count(request: HttpRequest, store_id: int) -> HttpResponseBase:
    """盘点: two people write down what is there; what differs is told when it is recorded."""
    actor = actor_of(request)
    store = selectors.stores(actor).filter(pk=store_id).first()
    if store is None or not reaches(actor, "goods.move", store.organ_id):
        raise Http404
    errors: dict[str, str] = {}
    if request.method == "POST":
        found = {
            int(name[6:]): request.POST[name]
            for name in request.POST
            if name.startswith("found.") and name[6:].isascii() and name[6:].isdigit() and len(name) < 24
        }
        try:
            row = services.count(actor, store.pk, request.POST.get("with", ""), found, request.POST.get("note", ""))
        except Invalid as wrong:
            errors = wrong.errors
        else:
            return redirect("exhibits:counted", row.pk)
    lots = selectors.held(actor).filter(store=store, away=False).order_by("pk")
    context = {
        "store": store,
        "rows": [{"lot": lot, "value": request.POST.get(f"found.{lot.pk}", ""), "error": errors.get(f"found.{lot.pk}", "")} for lot in lots],
        "people": [choice for choice in people(store.organ_id) if choice[0] != str(actor.officer_id)],
        "chosen": request.POST.get("with", ""),
        "note": request.POST.get("note", ""),
        "errors": errors,
        "crumb": _crumb(store),
    }
    return render(request, "exhibits/count.html", context, status=422 if errors else 200)


def _crumb(store: Store) -> list[tuple[str, str]]:
    return [("存放地点", reverse("exhibits:stores")), (store.name, reverse("exhibits:stores_row", args=[store.pk])), ("盘点", "")]


@require_safe
@entrance("goods.see")
def counted(request: HttpRequest, count_id: uuid.UUID) -> HttpResponseBase:
    """A count, line by line."""
    row = Stocktaking.objects.filter(pk=count_id, store__in=selectors.stores(actor_of(request))).select_related("store").first()
    if row is None:
        raise Http404
    differing = [line for line in row.lines if line["booked"] != line["found"]]
    return render(request, "exhibits/counted.html", {"row": row, "store": row.store, "differing": differing, "crumb": _crumb(row.store)})
