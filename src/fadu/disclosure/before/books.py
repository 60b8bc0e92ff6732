"""The books of publication: by what rules an organ publishes, who does it, how one complains."""

import re
from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.utils import timezone

from fadu.agencies.registers.book import Book, Later
from fadu.agencies.registers.register import Filter
from fadu.agencies.registers.showing import listed
from fadu.disclosure.before.models import Channel, Method, Part, Task

BESIDE = (("事前公开", "before:keeping"),)
MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
PHONE = re.compile(r"1\d{4}(?:\d{3})?|0\d{2,3}-\d{7,8}(?:-\d{1,6})?|400\d{7}")


def _running(word: str) -> Q:
    running = Q(until__isnull=True) | Q(until__gte=timezone.localdate())
    return running if word == "now" else ~running


def _reachable(_organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    wrong = {}
    if not PHONE.fullmatch(str(values["phone"]).strip()):
        wrong["phone"] = "应为热线（如 12345），或者区号-座机号；个人手机号不公布"
    if not MAIL.fullmatch(str(values["email"]).strip()):
        wrong["email"] = "电子邮箱的写法不对，应如 zfjd@example.cn"
    return wrong


RUNNING = Filter("now", "效力", (("now", "现行"), ("ended", "已停用")), _running)
ENDING = Later(name="end", label="停用", names=("until",), offered=lambda row: row.until is None)
METHODS = Book(
    app="before", name="methods_book", title="公示办法", lead="行政执法信息公示的范围、内容、载体、程序、时限、审查、监督和保障；上级已有的可以沿用，由另一人复核后公布。",
    model=Method, columns=("title", "number", "origin", "published_on", "until"), once=("number",), verb="登记办法", past=("published_on",),
    spans=(("issued_on", "published_on"),), search=("title", "number"), finds="名称、文号", filters=(RUNNING,), links=BESIDE,
)  # fmt: skip
TASKS = Book(
    app="before", name="tasks_book", title="公示职责", lead="公示内容的采集、传递、审核、发布，各由谁负责。",
    model=Task, columns=("part", "officer", "unit", "since", "until"), once=("part", "officer", "since"), verb="登记职责", past=("since",),
    spans=(("since", "until"),), later=(ENDING,), search=("officer__name", "unit"), finds="姓名、机构",
    filters=(listed("part", "职责", Part.choices, "part"), RUNNING), links=BESIDE,
)  # fmt: skip
CHANNELS = Book(
    app="before", name="channels_book", title="监督渠道", lead="受理投诉举报的电话、电子邮箱和通信地址，以及受理的机构；登记后即向社会公布。",
    model=Channel, columns=("name", "phone", "email", "unit", "since", "until"), once=("name", "since"), verb="登记渠道", past=("since",),
    spans=(("since", "until"),), check=_reachable, later=(ENDING,), search=("name", "phone"), finds="名称、电话", filters=(RUNNING,), links=BESIDE,
)  # fmt: skip
BOOKS = (METHODS, TASKS, CHANNELS)
"""In the order of the tabs."""
