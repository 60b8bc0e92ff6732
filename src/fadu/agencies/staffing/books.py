"""The books of posts and strength."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.utils import timezone

from fadu.agencies.registers.book import Book, Later
from fadu.agencies.registers.register import Filter
from fadu.agencies.registers.showing import listed
from fadu.agencies.staffing.kinds import Channel, Office, OrderedBy, Style
from fadu.agencies.staffing.models import Assignment, CardStyle, Dispatch, Load, Post, Recruitment, Reinforcement, StaffCheck

BESIDE = (("公职律师和法律顾问", "counsel:experts"), ("指导和试点", "guidance:guidances"))


def _running(word: str) -> Q:
    running = Q(until__isnull=True) | Q(until__gte=timezone.localdate())
    return running if word == "now" else ~running


def _in_numbers(_organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    return {"law_degree": "不能多于实际录用的人数"} if (values["law_degree"] or 0) > (values["filled"] or 0) else {}


def _held_here(organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    return {} if values["credential"].officer.organ_id == organ_id else {"credential": "不是本机关人员的证件"}


def _elsewhere(organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    return {"department": "不能是本机关"} if values["department"].pk == organ_id else {}


POSTS = Book(
    app="staffing", name="posts", title="执法岗位", lead="执法岗位、是否一线、承担的执法事项：职权分解到岗。",
    model=Post, columns=("name", "frontline", "duties"), once=("name",), verb="登记岗位", search=("name", "duties"), finds="岗位、职责、机关",
    filters=(listed("frontline", "一线", [("1", "一线"), ("0", "其他")], "frontline"),), links=BESIDE,
)  # fmt: skip
ASSIGNMENTS = Book(
    app="staffing", name="assignments", title="任岗人员", lead="谁在哪个岗位，何时起止：责任到人。",
    model=Assignment, columns=("officer", "post", "since", "until"), once=("officer", "post", "since"), verb="登记任岗", spans=(("since", "until"),),
    serves="since", by={"post": "name"}, search=("officer__name", "post__name"), finds="姓名、岗位、机关",
    later=(Later(name="end", label="离开岗位", names=("until",), offered=lambda row: row.until is None),),
    filters=(Filter("now", "状态", (("now", "在任"), ("ended", "已离任")), _running),), links=BESIDE,
)  # fmt: skip
RECRUITMENTS = Book(
    app="staffing", name="recruitments", title="招录", lead="执法类公务员招录计划和实际录用，由另一人复核后计入指标。",
    model=Recruitment, columns=("year", "number", "announced", "filled", "law_degree"), once=("year", "number"), verb="登记招录",
    check=_in_numbers, search=("number",), finds="文号、机关", links=BESIDE,
)  # fmt: skip
REINFORCEMENTS = Book(
    app="staffing", name="reinforcements", title="力量变动", lead="下沉、内部挖潜、招录，何时到位多少人。",
    model=Reinforcement, columns=("channel", "people", "on", "paper"), once=("channel", "paper"), verb="登记变动", past=("on",),
    search=("paper",), finds="文号、机关", filters=(listed("channel", "渠道", Channel.choices, "channel"),), links=BESIDE,
)  # fmt: skip
DISPATCHES = Book(
    app="staffing", name="dispatches", title="派驻力量调度", lead="派驻人员的任务由谁发出，何时响应。",
    model=Dispatch, columns=("task", "department", "ordered_by", "ordered_on", "answered_on"), once=("department", "task", "ordered_on"), verb="登记指令",
    past=("ordered_on", "answered_on"), spans=(("ordered_on", "answered_on"),), check=_elsewhere,
    later=(Later(name="answer", label="响应", names=("answered_on",), offered=lambda row: row.answered_on is None),),
    search=("task", "department__name"), finds="任务、机关", filters=(listed("ordered_by", "发出方", OrderedBy.choices, "ordered_by"),), links=BESIDE,
)  # fmt: skip
LOADS = Book(
    app="staffing", name="loads", title="监管负荷", lead="乡镇街道的常住人口和监管对象，与专职人员一并看负荷是否均衡。",
    model=Load, columns=("year", "residents", "objects_watched"), once=("year",), verb="登记负荷", links=BESIDE,
)  # fmt: skip
STAFF_CHECKS = Book(
    app="staffing", name="checks", title="编制督查", lead="机构编制、人社部门对编制和人员落实的督查，发现的空岗何时整改。",
    model=StaffCheck, columns=("by", "held_on", "vacant", "filled_on", "paper"), once=("by", "held_on"), verb="登记督查",
    past=("held_on", "filled_on"), spans=(("held_on", "filled_on"),),
    later=(Later(name="fill", label="空岗整改", names=("filled_on",), offered=lambda row: row.vacant > 0 and row.filled_on is None),),
    filters=(listed("by", "督查部门", Office.choices, "by"),), search=("paper",), finds="文号、机关", links=BESIDE,
)  # fmt: skip
STYLES = Book(
    app="staffing", name="styles", title="证件样式核查", lead="启用平台前已经持有的证件，是全国统一样式还是旧样式；平台上发的都是统一样式。",
    model=CardStyle, columns=("credential", "style", "seen_on"), once=("credential", "seen_on"), verb="登记核查", past=("seen_on",),
    check=_held_here, by={"credential": "number"}, within={"credential": "officer__organ_id"}, search=("credential__number",), finds="证号、机关",
    filters=(listed("style", "样式", Style.choices, "style"),), links=BESIDE,
)  # fmt: skip
BOOKS = (POSTS, ASSIGNMENTS, RECRUITMENTS, REINFORCEMENTS, DISPATCHES, LOADS, STAFF_CHECKS, STYLES)
"""In the order of the tabs."""
