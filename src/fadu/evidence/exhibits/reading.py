"""What a step of the record already says of exhibits and goods, so that nobody types it twice."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from fadu.law.custody import Hold

Data = Mapping[str, Any]

LISTS = {"preserve": Hold.PRESERVED, "seize": Hold.SEIZED, "sample": Hold.SAMPLED, "demolish": Hold.REMOVED}
"""Steps whose list of goods (清单) is taken into keeping, and under what right. What is moved out of a building is nobody's evidence: it waits for its owner."""

TITLES = {"preserve": "先行登记保存物品", "seize": "查封、扣押物品", "sample": "抽样取证样品"}

RECORDS = {
    "inspect": ("现场笔录", "record"),
    "record_inspection": ("现场检查笔录", "record"),
    "register_spot": ("现场检查情况记录", "record"),
    "question": ("询问笔录", "party"),
    "hear_defence": ("陈述申辩笔录", "party"),
    "receive_test": ("检验鉴定结果", "expert"),
    "end_measure_test": ("检验鉴定结果", "expert"),
}
"""Steps that make one record, which is itself evidence: its name and kind."""

HANDLED = frozenset({"dispose_preserved", "dispose_measure", "return_held_goods", "dispose_goods"})
"""Steps from which it follows what becomes of goods."""

STEPS = frozenset({*LISTS, *RECORDS, *HANDLED, "collect", "conclude", "correct"})
"""All that is looked at."""

PARTY_LIKE = ("当事人", "店主", "本人", "法定代表人", "负责人", "经营者", "业主", "受托人", "代理人", "委托人", "股东", "经理")
"""Who is asked as one of these speaks for the party; anybody else is a witness."""


@dataclass(frozen=True, slots=True)
class Found:
    """An exhibit that a step shows.

    Attributes:
        place: where in the step's answers.
        data: the exhibit's own answers, as the form of an exhibit has them.
        device_sound: of a record of a monitoring device, whether it may be used (行政处罚法第四十一条).
    """

    place: str
    data: dict[str, Any] = field(default_factory=dict)
    device_sound: bool | None = None


def exhibits_of(name: str, data: Data, context: Data, at: datetime) -> list[Found]:
    """The exhibits that a step shows. `at` is Beijing time."""
    where = {"collected_at": str(data.get("began_at") or at.isoformat(timespec="minutes")), "place": data.get("place", ""), "officers": data.get("present", [])}
    if name == "collect":
        return [_collected(place, row, data, context, where) for place, row in enumerate(data["evidence_items"])]
    if name in TITLES and data.get("goods"):
        goods = data["goods"]
        told = "、".join(f"{row['name']} {row['quantity']}{row['unit']}" for row in goods)
        return [Found("goods", _said(where, name=TITLES[name], kind="physical", source=data.get("place", ""), original=True, note=told))]
    if name in RECORDS:
        return [Found("record", _said(where, **_record(name, data)))]
    return []


def _collected(place: int, row: Data, data: Data, context: Data, where: Data) -> Found:
    used = bool(data.get("device_used"))
    told = context.get("device") or {}
    said = _said(
        where, name=row["name"], kind=row["kind"], source=row.get("from", ""), original=bool(row.get("original")), method=row.get("method", ""),
        checksum=row.get("hash", ""), form=row.get("form", []), device=data.get("device_number", "") if used else "",
    )  # fmt: skip
    sound = bool(data.get("device_record_passed")) and not told.get("lacks") if used else None
    return Found(f"evidence_items.{place}", said, sound)


def _record(name: str, data: Data) -> dict[str, Any]:
    title, kind = RECORDS[name]
    if name == "question" and not any(word in data.get("asked_as", "") for word in PARTY_LIKE):
        kind = "witness"
    giver = data.get("asked_name") or data.get("met_by") or data.get("speaker") or ""
    proves = next((str(data[key]) for key in ("findings", "result", "defence") if data.get(key)), "")
    confirmed = {"signed": "签名确认", "refused": "拒绝签名，已注明"}.get(str(data.get("record_signed", "")), "")
    return {"name": title, "kind": kind, "source": giver, "giver": giver, "original": True, "note": proves[:500], "confirmed": confirmed}


def _said(where: Data, **more: Any) -> dict[str, Any]:
    return {key: value for key, value in {**where, **more}.items() if value not in ("", [], None)}


def goods_of(name: str, data: Data) -> dict[str, dict[str, Any]]:
    """The lines of a list that is taken into keeping, by their place in the answers."""
    return {f"goods.{place}": dict(row) for place, row in enumerate(data.get("goods", ()))} if name in LISTS else {}


def hold_of(name: str, kind: str) -> Hold:
    """Under what right a step takes goods; a measure is a seal or a seizure, as it was applied for."""
    return Hold.SEALED if name == "seize" and kind == "seal" else LISTS[name]


def examined(data: Data) -> list[dict[str, Any]]:
    """The evidence that a report lists, and what it finds of each."""
    return [dict(row) for row in data.get("evidence_items", ())]
