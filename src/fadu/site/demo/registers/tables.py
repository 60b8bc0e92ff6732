"""Discretion tables of the county: one revised in force since New Year, one draft in which something is still wrong."""

from copy import deepcopy
from datetime import date

from fadu.accounts.actors import SYSTEM
from fadu.catalog import drafting, services
from fadu.catalog.models import DiscretionTable

REVISED = "demo-food-125-2"
CONDITIONS = {
    "从轻": "能够说明合法来源并主动召回，未造成危害后果",
    "从重": "两年内因同类行为受过处罚，或者面向未成年人、老年人销售，或者造成危害后果",
}
DRAFT = {
    "title": "擅自占用城市道路堆放物品",
    "bases": "城市道路管理条例第四十二条第一项",
    "act_bases": "城市道路管理条例第二十七条第一项",
    "issuer": "示范县城市管理局",
    "source": "示范县城市管理行政处罚裁量权基准（征求意见稿）",
    "field": "city",
    "by_label": "占用面积",
    "by_unit": "平方米",
    "range": [{"subject": "any", "low": "0", "high": "20000"}],
    "band": [
        {"subject": "any", "label": "轻微", "start": "0", "end": "5", "ends": "[)", "low": "0", "high": "5000"},
        {"subject": "any", "label": "一般", "start": "6", "end": "10", "ends": "[]", "low": "5000", "high": "10000"},
        {"subject": "any", "label": "严重", "start": "10", "ends": "()", "low": "10000", "high": "20000"},
    ],
}
"""From 5 to 6 square metres nothing is laid down: the check shows the gap."""


def fill(day: date) -> None:
    """Revise the one, begin the other; nothing where they are there."""
    if DiscretionTable.objects.exists():
        return
    row = services.revise(SYSTEM, REVISED)
    form = deepcopy(drafting.typed(row.row()))
    for line in form["tier"]:
        line["condition"] = CONDITIONS.get(line["label"], line["condition"])
    services.save_draft(SYSTEM, row.pk, {name: value for name, value in form.items() if value not in ("", False)})
    published = date(day.year - 1, 12, 20)
    since = date(day.year, 1, 1)
    told = {"source": f"示范县市场监督管理行政处罚裁量权基准（{since.year} 年修订，演示）", "filing": f"示市监裁备〔{since.year}〕1号", "filed_on": str(since)}
    days = {"published_on": str(published), "since": str(since), "until": str(date(day.year + 4, 12, 31))}
    services.publish(SYSTEM, [row.pk], {**told, **days, "reason": "年度动态调整：补充从轻、从重情节"})
    services.open_draft(SYSTEM, "bands", DRAFT)
