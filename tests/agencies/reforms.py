"""What is entered for standings and reforms of organs, in tests."""

from typing import Any

from fadu.agencies.models import Organ

CONFIRMED = {
    "confirmed_by": "government",
    "confirmer": "示范县人民政府",
    "document": "示政函〔2024〕12号",
    "basis": "《行政执法监督条例》第十七条第一款",
    "since": "2024-03-01",
}
ANNOUNCED = {"announced_on": "2024-03-10", "announced_in": "示范县人民政府门户网站", "announcement": "示司公告〔2024〕3号"}
CANCELLED = {"until": "2025-05-01", "reason": "职能划出", "paper": "示政函〔2025〕5号"}
CHANGED = {**CONFIRMED, "document": "示政函〔2025〕8号", "since": "2025-02-01", "reason": "更名"}
PUBLISHED = {
    "funding": "full",
    "posts_civil": "12",
    "posts_public": "5",
    "posts_paper": "示编字〔2024〕6号",
    "duties": "市场监督管理",
    "bases": "《中华人民共和国食品安全法》第六条第二款",
    "office_hours": "工作日 8:30—17:30",
    "complaint_phone": "12315",
    "postcode": "053000",
}
PAPER = {"on": "2025-03-01", "paper": "示编发〔2025〕9号", "reason": "机构改革"}


def merging(successor: Organ, *predecessors: Organ, **more: Any) -> dict[str, Any]:
    """A merger of these into that."""
    return {"predecessors": [str(organ.pk) for organ in predecessors], "successor": str(successor.pk), **PAPER, **more}


def splitting(first: Organ, second: Organ, **more: Any) -> dict[str, Any]:
    """A split into two, of which the first takes the rest, cases and items."""
    parts = {"first": str(first.pk), "second": str(second.pk), "cases": ["first"], "items": ["first", "second"]}
    return {"ends": True, **parts, **PAPER, **more}


def renaming(name: str, short: str, **more: Any) -> dict[str, Any]:
    """A new name."""
    return {"new_name": name, "new_short_name": short, **PAPER, **more}
