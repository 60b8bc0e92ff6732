"""The books of oversight."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from django.db.models import Q
from django.utils import timezone

from fadu.agencies.oversight.kinds import Subject, Topic, Way, Where
from fadu.agencies.oversight.models import Activity, Performance, Portal, Spending, Wording, YearPlan
from fadu.agencies.registers.book import Book, Later
from fadu.agencies.registers.register import Filter
from fadu.agencies.registers.showing import listed


def _running(word: str) -> Q:
    running = Q(until__isnull=True) | Q(until__gte=timezone.localdate())
    return running if word == "now" else ~running


def _address(_organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    """An address that the probe may ask: http or https, a name, no password."""
    try:
        parts = urlsplit(values["url"])
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.username is None and parts.port in {None, 80, 443, 8080, 8443}
    except ValueError:
        sound = False
    return {} if sound else {"url": "网址以 http:// 或者 https:// 开头，不带用户名，端口为 80、443、8080、8443"}


def _month(_organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    wrong = {} if values["month"].day == 1 else {"month": "填当月第一日"}
    return wrong | ({"returned": "返还科目不能超过预算执行"} if (values["returned"] or 0) > values["paid"] else {})


def _mended(_organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    return {"mended": "已整改不能超过发现的问题"} if (values["mended"] or 0) > values["found"] else {}


def _done(_organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    return {"done": "已完成不能超过任务数"} if (values["done"] or 0) > values["tasks"] else {}


PLANS = Book(
    app="oversight", name="plans", title="年度监督工作方案", lead="每年的行政执法监督工作方案、任务数和完成数，由另一人复核后计入指标。",
    model=YearPlan, columns=("year", "number", "issued_on", "tasks", "done"), once=("year",), verb="登记方案", past=("issued_on",), check=_done,
    search=("number",), finds="文号、机关",
)  # fmt: skip
ACTIVITIES = Book(
    app="oversight", name="activities", title="监督活动", lead="以工作报告、执法考评、统计分析、案卷评查等方式开展的监督：对象、发现、整改。",
    model=Activity, columns=("paper", "way", "subject", "target", "held_on", "looked_at", "found", "mended"), once=("paper", "subject", "held_on"),
    verb="登记监督", past=("held_on",), check=_mended,
    later=(Later(name="mend", label="登记整改", names=("mended",), offered=lambda row: row.mended < row.found),),
    search=("paper", "target__name"), finds="文号、机关",
    filters=(listed("way", "方式", Way.choices, "way"), listed("subject", "对象", Subject.choices, "subject")),
)  # fmt: skip
PORTALS = Book(
    app="oversight", name="portals", title="公示栏目", lead="各机关在门户网站、执法平台上的公示栏目网址；平台每日探测能否打开、最新条目的日期。",
    model=Portal, columns=("url", "where", "topic", "since", "until"), once=("where", "topic", "since"), verb="登记栏目", past=("since",),
    spans=(("since", "until"),), check=_address, search=("url",), finds="网址、机关",
    later=(Later(name="end", label="停用", names=("until",), offered=lambda row: row.until is None),),
    filters=(listed("where", "网站", Where.choices, "where"), listed("topic", "栏目", Topic.choices, "topic"), Filter("now", "状态", (("now", "在用"), ("ended", "已停用")), _running)),
)  # fmt: skip
PERFORMANCES = Book(
    app="oversight", name="performances", title="绩效考核结果", lead="执法人员各考核期的绩效；与本人承办案件的罚没数额比对，不得挂钩。",
    model=Performance, columns=("officer", "since", "until", "score", "paper"), once=("officer", "since"), verb="登记绩效", past=("until",),
    spans=(("since", "until"),), serves="since", search=("officer__name", "paper"), finds="姓名、文号、机关", see="care.see", manage="care.manage",
)  # fmt: skip
SPENDINGS = Book(
    app="oversight", name="spendings", title="月度预算执行", lead="每月预算执行数和返还科目；与当月罚没收入比对，严禁挂钩、返还。",
    model=Spending, columns=("month", "paid", "returned", "paper"), once=("month",), verb="登记月份", past=("month",), check=_month,
    search=("paper",), finds="报表、机关",
)  # fmt: skip
WORDINGS = Book(
    app="oversight", name="wordings", title="罚没指标用语核查", lead="扫描命中的文字经核查不是下达罚没指标的，在这里核销，由另一人复核。",
    model=Wording, columns=("text", "why", "number", "issued_on"), once=("text",), verb="登记核查", past=("issued_on",), search=("text",), finds="文字、机关",
)  # fmt: skip
BOOKS = (PLANS, ACTIVITIES, PORTALS, PERFORMANCES, SPENDINGS, WORDINGS)
"""In the order of the tabs."""
