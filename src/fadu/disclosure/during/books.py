"""The register of posts at windows."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from fadu.agencies.equipment.books import MANAGE, SEE
from fadu.agencies.registers.book import Book
from fadu.agencies.registers.register import Filter
from fadu.catalog.models.guides import ServiceGuide
from fadu.disclosure.during.models import Seat

ALL = "全部"


def guides(organ_id: int, day: date) -> dict[str, ServiceGuide]:
    """The newest guide of each item of an organ that stands on a day, by code of the item."""
    rows = ServiceGuide.objects.filter(Q(until__isnull=True) | Q(until__gte=day), organ_id=organ_id, published_on__lte=day).order_by("item", "published_on")
    return {row.item: row for row in rows}


def _guided(organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    """Every item that is served at the window has a guide."""
    codes = [code.strip() for code in str(values.get("items") or "").splitlines() if code.strip()]
    if not codes or codes == [ALL]:
        return {}
    gone = [code for code in codes if code not in guides(organ_id, timezone.localdate())]
    return {"items": f"没有现行服务指南：{'、'.join(gone[:5])}；请先登记服务指南，或者填“{ALL}”"} if gone else {}


def _now(word: str) -> Q:
    today = timezone.localdate()
    return Q(until__lt=today) if word == "ended" else Q(until__isnull=True) | Q(until__gte=today)


SEATS = Book(
    app="during", name="seats", title="窗口岗位", lead="谁在哪个窗口、什么岗位；公示牌的其余内容从机关、人员、岗位、权责清单和服务指南取得，不另填写。",
    model=Seat, columns=("window", "officer", "post", "since", "until"), once=("window", "officer", "since"), verb="登记窗口岗位",
    spans=(("since", "until"),), serves="since", by={"window": "name", "post": "name"}, check=_guided,
    filters=(Filter("now", "状态", (("now", "在岗"), ("ended", "已离岗")), _now),), search=("window__name", "officer__name"), finds="窗口、姓名、机关",
    links=(("公示牌", "during:windows"), ("服务窗口", "equipment:windows")), see=SEE, manage=MANAGE,
)  # fmt: skip
BOOKS = (SEATS,)
