"""The books of guidance and pilots."""

from collections.abc import Mapping
from typing import Any

from fadu.agencies.guidance.kinds import PilotState, Subject
from fadu.agencies.guidance.models import Guidance, Handout, Participation, Pilot, SocialSupervisor
from fadu.agencies.registers.book import Book, Later
from fadu.agencies.registers.showing import listed

BESIDE = (("岗位和编制", "staffing:posts"), ("公职律师和法律顾问", "counsel:experts"))


def _sampled(organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    wrong: dict[str, str] = {}
    if values["target"].pk == organ_id:
        wrong["target"] = "不能指导本机关"
    if values["subject"] == Subject.SAMPLING and not values["looked_at"]:
        wrong["looked_at"] = "请填写抽查件数"
    if (values["mended"] or 0) > (values["wrong"] or 0):
        wrong["mended"] = "不能多于发现的问题"
    return wrong


def _accepted(_organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    if values["state"] == PilotState.RUNNING or values["accepted_on"]:
        return {}
    return {"accepted_on": "请填写验收日期"}


def _in_term(_organ_id: int, values: Mapping[str, Any]) -> Mapping[str, str]:
    engaged = values["supervisor"].since <= values["held_on"] <= values["supervisor"].until
    return {} if engaged else {"held_on": f"{values['supervisor'].name}这一天不在聘期内"}


GUIDANCES = Book(
    app="guidance", name="guidances", title="指导和督促", lead="上级和司法行政部门对下级的指导、督促、抽查，部门对乡镇街道的业务指导和结果通报。",
    model=Guidance, columns=("subject", "target", "held_on", "paper", "looked_at", "wrong", "mended"), once=("target", "subject", "paper"), verb="登记指导",
    past=("held_on", "mended_on"), spans=(("held_on", "mended_on"),), check=_sampled,
    later=(Later(name="mend", label="整改", names=("mended", "mended_on"), offered=lambda row: row.mended < row.wrong),),
    search=("target__name", "paper"), finds="机关、文号", filters=(listed("subject", "事项", Subject.choices, "subject"),), links=BESIDE,
)  # fmt: skip
PILOTS = Book(
    app="guidance", name="pilots", title="规范化试点", lead="街道、乡镇执法规范化试点的方案和验收，由另一人复核后计入指标。",
    model=Pilot, columns=("title", "number", "issued_on", "state", "accepted_on"), once=("number",), verb="登记试点",
    past=("accepted_on",), spans=(("issued_on", "accepted_on"),), check=_accepted,
    later=(Later(name="accept", label="验收", names=("state", "accepted_on", "accepted_by"), offered=lambda row: row.state == PilotState.RUNNING),),
    search=("title", "number"), finds="试点、文号、机关", filters=(listed("state", "进展", PilotState.choices, "state"),), links=BESIDE,
)  # fmt: skip
HANDOUTS = Book(
    app="guidance", name="handouts", title="裁量基准下发", lead="下放部门把下放事项的裁量基准下发到乡镇街道，乡镇街道确认接收。",
    model=Handout, columns=("table", "department", "paper", "sent_on", "received_on"), once=("table", "paper"), verb="登记下发",
    past=("sent_on", "received_on"), spans=(("sent_on", "received_on"),),
    later=(Later(name="receive", label="确认接收", names=("received_on",), offered=lambda row: row.received_on is None),),
    search=("table", "paper", "department__name"), finds="编号、文号、机关", links=BESIDE,
)  # fmt: skip
SOCIAL = Book(
    app="guidance", name="supervisors", title="特约监督员", lead="聘请的特约（社会）监督员和聘期。",
    model=SocialSupervisor, columns=("name", "works_at", "paper", "since", "until"), once=("name", "paper"), verb="登记聘任",
    spans=(("since", "until"),), search=("name", "works_at", "paper"), finds="姓名、单位、机关", links=BESIDE,
)  # fmt: skip
PARTICIPATIONS = Book(
    app="guidance", name="participations", title="监督员参与", lead="特约监督员参加的监督活动、提出的意见和反馈。",
    model=Participation, columns=("activity", "supervisor", "held_on", "answered_on", "adopted"), once=("supervisor", "held_on", "activity"), verb="登记参与",
    past=("held_on", "answered_on"), spans=(("held_on", "answered_on"),), by={"supervisor": "name"}, check=_in_term,
    later=(Later(name="answer", label="反馈", names=("answered_on", "adopted"), offered=lambda row: bool(row.opinion) and row.answered_on is None),),
    search=("activity", "supervisor__name"), finds="活动、姓名、机关", links=BESIDE,
)  # fmt: skip
BOOKS = (GUIDANCES, PILOTS, HANDOUTS, SOCIAL, PARTICIPATIONS)
"""In the order of the tabs."""
