"""The books of where the public comes."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q

from fadu.agencies.equipment.models.counters import Visit, Window
from fadu.agencies.registers.book import Book, Later
from fadu.agencies.registers.register import Filter

NINE = 9
SEE, MANAGE = "equipment.see", "equipment.manage"


def _counts(_organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    wrong = {"elements": f"最多 {NINE} 项"} if values["elements"] > NINE else {}
    return {**wrong, "there": "不能多于检查次数"} if (values["there"] or 0) > (values["checks"] or 0) else wrong


VISITS = Book(
    app="equipment", name="visits", title="接待登记", lead="接待群众投诉举报的登记和去向；不登记来访人姓名。",
    model=Visit, columns=("number", "came_on", "matter", "passed_to", "passed_on"), once=("number",), verb="登记接待",
    past=("came_on", "passed_on"), spans=(("came_on", "passed_on"),),
    later=(Later(name="pass", label="转办", names=("passed_to", "passed_on"), offered=lambda row: row.passed_on is None),),
    search=("number", "matter"), finds="编号、事项、机关",
    filters=(Filter("open", "状态", (("open", "待转办"), ("done", "已转办")), lambda word: Q(passed_on__isnull=word == "open")),),
    see=SEE, manage=MANAGE,
)  # fmt: skip
WINDOWS = Book(
    app="equipment", name="windows", title="服务窗口", lead="窗口岗位信息公示牌的要素、照片和在岗检查。",
    model=Window, columns=("name", "elements", "pictured_on", "checks", "there"), once=("name",), verb="登记窗口", past=("pictured_on",),
    check=_counts, search=("name",), finds="窗口、机关", see=SEE, manage=MANAGE,
)  # fmt: skip
BOOKS = (VISITS, WINDOWS)
"""In the order of the tabs."""
