"""送达方式: what each way of service asks and proves, and the day that counts (民事诉讼法第八十七条至第九十五条, by 行政处罚法第六十一条).

A way is begun, and has a result: the paper is handed over, comes back, arrives. The rules that refuse a service stand in
`penalty.civil` and `samr.service`; here is only what is asked so that nothing is typed twice, and how the day is told.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from fadu.law.asking import ask, line, prose
from fadu.law.calendar import WorkCalendar
from fadu.law.forms import Field, Kind
from fadu.law.periods import days
from fadu.law.statutes import CIVIL_PROCEDURE, PENALTY, POLICE_PROCEDURE, SAMR_PROCEDURE, Citation
from fadu.law.vocabulary import case

FAILURES = (
    ("absent", "受送达人不在，无人签收"),
    ("gone", "查无此人、地址不详"),
    ("moved", "迁移新址不明"),
    ("refused", "拒绝签收"),
    ("returned", "邮件退回"),
    ("undelivered", "电子信息未能到达"),
    ("other", "其他"),
)
"""Why an attempt failed."""

WHY_FAILED = (
    Field(name="failure", label="未送达的原因", kind=Kind.CHOICE, choices=FAILURES),
    line("failure_note", "说明", required=False, example="敲门无人应答，邻居称已外出务工"),
)
WITNESSES = (("grassroots", "居民委员会、村民委员会等基层组织的代表"), ("employer", "受送达人所在单位的代表"), ("other", "其他见证人"))
"""Who may be there when a paper is left (民事诉讼法第八十九条)."""

RECEIVER = line("receiver", "签收人")
RECEIPT_DAY = ask(case.receipt_dated_on, help="回执、回证上注明的日期，以此为送达日期")


@dataclass(frozen=True, slots=True)
class Counted:
    """The day that counts, by which article, and how it was found."""

    day: date
    basis: Citation
    why: str


@dataclass(frozen=True, kw_only=True)
class Way:
    """One way of service.

    Attributes:
        id: its code in `case.service_method`.
        label: as people call it.
        basis: the article that allows it.
        says: when it is used.
        begins: what is asked when it is begun.
        ends: what is asked when the document was served.
        at_once: whether beginning and result are one act.
        proof: what proves it.
        counts: the day that counts, from the day of the act and what was answered.
    """

    id: str
    label: str
    basis: Citation
    says: str
    begins: tuple[Field, ...] = ()
    ends: tuple[Field, ...] = ()
    at_once: bool = False
    proof: str = ""
    counts: Callable[[date, Mapping[str, Any], str, WorkCalendar], Counted]


def _handed(on: date, data: Mapping[str, Any], _field: str, _calendar: WorkCalendar) -> Counted:
    if data.get("served_at") == "confirmed":
        return Counted(on, SAMR_PROCEDURE[83, 2], "未能实际接收，文书留在确认的送达地址，以留下之日为送达日期")
    return Counted(on, CIVIL_PROCEDURE[87, 2], "受送达人在送达回证上签收的日期为送达日期")


def _left(on: date, _data: Mapping[str, Any], _field: str, _calendar: WorkCalendar) -> Counted:
    return Counted(on, CIVIL_PROCEDURE[89], "拒绝签收，文书留在受送达人住所并有见证或者记录，留下即视为送达")


def _posted(_on: date, data: Mapping[str, Any], _field: str, _calendar: WorkCalendar) -> Counted:
    if data.get("served_at") == "confirmed":
        return Counted(date.fromisoformat(data["returned_on"]), SAMR_PROCEDURE[83, 2], "寄往确认的送达地址而未能实际接收，以邮件被退回之日为送达日期")
    return Counted(date.fromisoformat(data["receipt_dated_on"]), CIVIL_PROCEDURE[91], "以回执上注明的收件日期为送达日期")


def _signed_for(basis: Citation, why: str) -> Callable[[date, Mapping[str, Any], str, WorkCalendar], Counted]:
    return lambda _on, data, _field, _calendar: Counted(date.fromisoformat(data["receipt_dated_on"]), basis, why)


def _arrived(_on: date, data: Mapping[str, Any], _field: str, _calendar: WorkCalendar) -> Counted:
    return Counted(date.fromisoformat(data["arrived_on"]), CIVIL_PROCEDURE[90, 2], "以送达信息到达受送达人特定系统的日期为送达日期")


def _announced(on: date, _data: Mapping[str, Any], field: str, calendar: WorkCalendar) -> Counted:
    """Thirty days must have passed, sixty with the police; the period that ends on a holiday goes on to the next working day."""
    length, basis = (60, POLICE_PROCEDURE[36, 4]) if field == "police" else (30, CIVIL_PROCEDURE[95, 1])
    last = days(length).due_on(on, calendar)
    return Counted(last + timedelta(1), basis, f"{on.isoformat()} 发出公告，公告期 {length} 日至 {last.isoformat()} 届满，次日视为送达")


DIRECT = Way(
    id="direct",
    label="直接送达",
    basis=CIVIL_PROCEDURE[88, 1],
    says="送交受送达人或者有权签收的人，在送达回证上签收",
    at_once=True,
    ends=(RECEIVER, ask(case.receiver_role), ask(case.served_at, required=False, rare=True)),
    proof="送达回证上的签名",
    counts=_handed,
)
LEFT = Way(
    id="left",
    label="留置送达",
    basis=CIVIL_PROCEDURE[89],
    says="拒绝签收的，由见证人签名，或者拍照、录像，把文书留在其住所",
    at_once=True,
    ends=(
        line("receiver", "拒绝签收的人"),
        prose("note", "拒收的事由", longest=300),
        line("witness_name", "见证人", required=False, example="赵春生"),
        Field(name="witness_role", label="见证人的身份", kind=Kind.CHOICE, required=False, choices=WITNESSES, help="有见证人的填写"),
        Field(name="filmed", label="留置过程已拍照、录像", kind=Kind.BOOL, required=False),
    ),
    proof="见证人签名，或者留置过程的照片、录像",
    counts=_left,
)
ENTRUSTED = Way(
    id="entrusted",
    label="委托送达",
    basis=CIVIL_PROCEDURE[91],
    says="直接送达有困难的，委托其他机关代为送达",
    begins=(line("to_organ", "受委托的机关"), line("reference", "委托函文号", required=False)),
    ends=(RECEIVER, RECEIPT_DAY),
    proof="受委托机关退回的送达回证",
    counts=_signed_for(CIVIL_PROCEDURE[87, 2], "受送达人在送达回证上签收的日期为送达日期"),
)
POST = Way(
    id="post",
    label="邮寄送达",
    basis=CIVIL_PROCEDURE[91],
    says="直接送达有困难的，交邮政寄送",
    begins=(line("reference", "邮件号", example="EMS1234567890123"), line("address", "收件地址")),
    ends=(
        ask(case.served_at, label="投递的结果", choices=(("received", "已签收"), ("confirmed", "寄往确认的地址，退回")), required=True),
        line("receiver", "签收人", required=False, when=("served_at", ("received",))),
        ask(case.receipt_dated_on, when=("served_at", ("received",)), help="回执上注明的收件日期"),
        ask(case.returned_on, when=("served_at", ("confirmed",))),
    ),
    proof="回执、投递查询结果",
    counts=_posted,
)
ELECTRONIC = Way(
    id="electronic",
    label="电子送达",
    basis=PENALTY[61, 2],
    says="当事人同意并签订确认书的，发到确认的电子地址",
    ends=(ask(case.arrived_on), line("reference", "系统回执", required=False)),
    proof="到达记录和截屏",
    counts=_arrived,
)
FORWARDED = Way(
    id="forwarded",
    label="转交送达",
    basis=CIVIL_PROCEDURE[94],
    says="军人、被监禁的人，由其所在单位转交",
    begins=(ask(case.party_held), ask(case.forwarded_by)),
    ends=(RECEIVER, RECEIPT_DAY),
    proof="受送达人签收的送达回证",
    counts=_signed_for(CIVIL_PROCEDURE[94], "以受送达人在送达回证上的签收日期为送达日期"),
)
ANNOUNCEMENT = Way(
    id="announcement",
    label="公告送达",
    basis=CIVIL_PROCEDURE[95, 1],
    says="下落不明，或者其他方式无法送达的，发出公告",
    begins=(
        line("where", "公告的载体和地点"),
        prose("reason", "原因和经过", required=False, longest=2000, help="不填的，由平台按前几次送达的记录写明"),
        ask(case.announce_posted, required=False),
        Field(name="photographed", label="张贴过程已拍照、录像", kind=Kind.BOOL, required=False, when=("announce_posted", (True,))),
    ),
    proof="公告的版面或者网页、张贴照片",
    counts=_announced,
)

WAYS: Mapping[str, Way] = {way.id: way for way in (DIRECT, LEFT, POST, ELECTRONIC, ENTRUSTED, FORWARDED, ANNOUNCEMENT)}
"""Ways in the order in which they are tried."""

OUTCOME = Field(name="outcome", label="结果", kind=Kind.CHOICE, choices=(("served", "已送达"), ("failed", "未送达")))


def asks_of_result(way: Way) -> tuple[Field, ...]:
    """What is asked when an attempt has ended: the outcome, and what that outcome needs."""
    ends = tuple(_if(field, "served") for field in way.ends)
    return (OUTCOME, *ends, *(_if(field, "failed") for field in WHY_FAILED))


def _if(field: Field, outcome: str) -> Field:
    return field if field.when is not None else replace(field, when=("outcome", (outcome,)))


def to_step(way: Way, begun: Mapping[str, Any], ended: Mapping[str, Any], on: date, party: str) -> dict[str, Any]:
    """The answers of the step 送达 (`serve`) that follow from the register."""
    data: dict[str, Any] = {"service_method": way.id, "receiver": ended.get("receiver") or party}
    for name in ("receiver_role", "served_at", "receipt_dated_on", "returned_on", "arrived_on", "witness_name", "note"):
        if name in ended:
            data[name] = ended[name]
    for name in ("party_held", "forwarded_by"):
        if name in begun:
            data[name] = begun[name]
    if way is LEFT:
        data["witness"] = bool(ended.get("witness_name") or ended.get("filmed"))
    if way is POST:
        data["reference"] = begun["reference"]
        data.setdefault("receipt_dated_on", data.get("returned_on"))
    if way is ELECTRONIC:
        data |= {"reference": ended.get("reference") or begun.get("reference") or "平台送达记录", "service_recorded": True}
    if way is DIRECT and ended.get("served_at") == "confirmed":
        data["left_on"] = on.isoformat()
    return {name: value for name, value in data.items() if value is not None}


def history(attempts: list[tuple[str, date, str]]) -> str:
    """原因和经过 of an announcement, from the attempts that failed: (way, day, reason)."""
    parts = [f"{day.year}年{day.month}月{day.day}日{way}，{why}" for way, day, why in attempts]
    return "；".join(parts) + "。以上方式均无法送达，依法公告送达。" if parts else ""
