"""The book of service guides, open to everybody."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.utils import timezone

from fadu.agencies.registers.book import Book, Later
from fadu.agencies.registers.register import Filter
from fadu.catalog.models.guides import ServiceGuide
from fadu.catalog.models.items import PowerItem


def _running(word: str) -> Q:
    running = Q(until__isnull=True) | Q(until__gte=timezone.localdate())
    return running if word == "now" else ~running


def _listed(_organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    on = values["published_on"]
    there = PowerItem.objects.filter(Q(until__isnull=True) | Q(until__gte=on), code=values["item"], since__lte=on).exists()
    return {} if there else {"item": "公布日期时执法事项目录中没有这个编码"}


GUIDES = Book(
    app="catalog", name="guides", title="执法服务指南", lead="许可等依申请事项的服务指南：谁受理、谁审批、要什么材料、多长时间、到哪里办。",
    model=ServiceGuide, columns=("name", "item", "accepts", "limit", "phone", "published_on", "until"), once=("item", "published_on"), verb="登记指南",
    past=("published_on",), spans=(("published_on", "until"),), check=_listed,
    later=(Later(name="end", label="停用", names=("until",), offered=lambda row: row.until is None),),
    search=("name", "item", "accepts"), finds="事项、编码、机构", filters=(Filter("now", "效力", (("now", "现行"), ("ended", "已停用")), _running),),
    links=(("执法事项", "catalog:items"),), see="item.see", manage="catalog.manage",
)  # fmt: skip
