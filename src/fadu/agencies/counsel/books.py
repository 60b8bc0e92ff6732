"""The books of legal counsel."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q
from django.utils import timezone

from fadu.agencies.counsel.kinds import Asked, ExpertKind, Occasion
from fadu.agencies.counsel.models import Borrowing, Cooperation, Dispute, Expert, Opinion
from fadu.agencies.registers.book import Book, Later
from fadu.agencies.registers.register import Filter
from fadu.agencies.registers.showing import listed

BESIDE = (("岗位和编制", "staffing:posts"), ("指导和试点", "guidance:guidances"))


def _running(word: str) -> Q:
    running = Q(until__isnull=True) | Q(until__gte=timezone.localdate())
    return running if word == "now" else ~running


def _own(_organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    person = values["officer"]
    if values["kind"] == ExpertKind.PUBLIC and person is None:
        return {"officer": "公职律师是本机关人员，请选择"}
    return {"name": f"与所选人员 {person.name} 不一致"} if person is not None and person.name != values["name"] else {}


def _engaged(_organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    expert, on = values["expert"], values["held_on"]
    engaged = expert.since <= on and (expert.until is None or on <= expert.until)
    return {} if engaged else {"expert": f"{expert.name} {on.isoformat()} 不在聘期内"}


def _not_itself(organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    wrong = {"lender": "不能向本机关申请"} if values["lender"].pk == organ_id else {}
    if values["opinion_on"] and not values["agreed"]:
        wrong["opinion_on"] = "没有同意的申请不会有意见"
    if values["agreed"] is not None and values["answered_on"] is None:
        wrong["answered_on"] = "请填写答复日期"
    return wrong


EXPERTS = Book(
    app="counsel", name="experts", title="公职律师和法律顾问", lead="公职律师、法律顾问、购买法律服务的律师和审核人才库专家，何时起在哪个机关。",
    model=Expert, columns=("name", "kind", "certificate", "works_at", "paper", "since", "until"), once=("certificate", "since"), verb="登记专家",
    spans=(("since", "until"),), serves="since", check=_own,
    search=("name", "certificate", "works_at"), finds="姓名、证号、单位、机关",
    filters=(listed("kind", "类别", ExpertKind.choices, "kind"), Filter("now", "聘期", (("now", "在聘"), ("ended", "已到期")), _running)),
    links=BESIDE,
)  # fmt: skip
COOPERATIONS = Book(
    app="counsel", name="cooperations", title="法制审核协作机制", lead="机关之间互相法制审核的机制文件，由另一人复核后计入指标。",
    model=Cooperation, columns=("title", "number", "issued_on", "until"), once=("number",), verb="登记机制",
    search=("title", "number"), finds="名称、文号、机关", links=BESIDE,
)  # fmt: skip
BORROWINGS = Book(
    app="counsel", name="borrowings", title="申请调用和跨机关审核", lead="向其他机关申请调用公职律师、法律顾问，或者请其法制审核；何时答复，何时出具意见。",
    model=Borrowing, columns=("matter", "what", "lender", "asked_on", "answered_on", "agreed", "opinion_on"), once=("lender", "matter", "asked_on"),
    verb="登记申请", past=("asked_on", "answered_on", "opinion_on"), spans=(("asked_on", "answered_on"), ("answered_on", "opinion_on")),
    when={"refused_for": ("agreed", (False,))}, anywhere=frozenset({"cooperation"}), by={"cooperation": "number"}, check=_not_itself,
    later=(
        Later(name="answer", label="答复", names=("answered_on", "agreed", "refused_for"), offered=lambda row: row.answered_on is None),
        Later(name="opinion", label="出具意见", names=("opinion_on", "opinion_by"), offered=lambda row: bool(row.agreed) and row.opinion_on is None),
    ),
    search=("matter", "lender__name"), finds="事项、案号、机关",
    filters=(
        listed("what", "申请", Asked.choices, "what"),
        Filter("open", "状态", (("open", "待答复"), ("done", "已答复")), lambda word: Q(answered_on__isnull=word == "open")),
    ),
    links=(("向本机关的申请", "counsel:lending"), *BESIDE),
)  # fmt: skip
OPINIONS = Book(
    app="counsel", name="opinions", title="专家意见", lead="公职律师、法律顾问参加法制审核和集体讨论的签到、意见和采纳情况。",
    model=Opinion, columns=("matter", "expert", "occasion", "held_on", "written", "adopted", "signed_by"), once=("expert", "occasion", "matter"),
    verb="登记意见", past=("held_on",), serves="held_on", when={"why": ("adopted", (False,))}, anywhere=frozenset({"expert"}), by={"expert": "certificate"},
    check=_engaged, search=("matter", "expert__name"), finds="案号、姓名、机关",
    filters=(listed("occasion", "场合", Occasion.choices, "occasion"),), links=BESIDE,
)  # fmt: skip
DISPUTES = Book(
    app="counsel", name="disputes", title="审核分歧协调", lead="承办机构和审核机构意见不一致的，提请协调到办结。",
    model=Dispute, columns=("matter", "raised_on", "settled_on", "outcome"), once=("matter", "raised_on"), verb="登记分歧",
    past=("raised_on", "settled_on"), spans=(("raised_on", "settled_on"),),
    later=(Later(name="settle", label="协调办结", names=("settled_on", "outcome"), offered=lambda row: row.settled_on is None),),
    search=("matter",), finds="案号、机关", links=BESIDE,
)  # fmt: skip
BOOKS = (EXPERTS, COOPERATIONS, BORROWINGS, OPINIONS, DISPUTES)
"""In the order of the tabs."""
