"""Values of facts in words."""

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from fadu.law.calendar import civil
from fadu.law.facts import EPOCH, Fact, Type
from fadu.law.vocabulary.kinds import LABELS

UNKNOWN = "尚不知道"

FIELDS = {
    "market": "市场监管",
    "ecology": "生态环境",
    "city": "城市管理",
    "emergency": "应急管理",
    "agriculture": "农业农村",
    "health": "卫生健康",
    "transport": "交通运输",
    "culture": "文化旅游",
    "resources": "自然资源",
    "housing": "住房城乡建设",
    "water": "水利",
    "labour": "人力资源社会保障",
    "education": "教育",
    "civil": "民政",
    "fire": "消防救援",
    "drugs": "药品监管",
    "justice": "司法行政",
    "government": "人民政府",
    "general": "综合行政执法",
    "police": "公安",
    "traffic": "公安交通管理",
    "other": "其他",
}
"""The fields of enforcement as rules name them (`case.field == "market"`)."""


def told(fact: Fact, value: Any) -> str:
    """A fact's value as an officer would say it."""
    if value is None:
        return UNKNOWN
    match fact.type:
        case Type.DAY:
            return day(value)
        case Type.MOMENT:
            return moment(value)
        case Type.MONEY:
            return money(value)
        case Type.FLAG:
            return "是" if value else "否"
        case Type.SET:
            return members(fact, value)
    return chosen(fact, value)


TODAY = 10**7
"""A day number that stands for the day of judgement, for telling of no day in particular."""


def day(value: int) -> str:
    """2026-07-17."""
    if value == TODAY:
        return "判断之日"
    try:
        return civil(value).isoformat()
    except (ValueError, OverflowError):  # beyond the years that dates have
        return f"第 {value} 日"


def moment(value: int) -> str:
    """2026-07-17 09:30."""
    if value == TODAY * 1440:
        return "判断之时"
    try:
        return (EPOCH + timedelta(minutes=value)).strftime("%Y-%m-%d %H:%M")
    except (ValueError, OverflowError):
        return f"第 {value} 分钟"


def money(value: int) -> str:
    """130,000.00 元."""
    return f"{value / 100:,.2f} 元"


def members(fact: Fact, value: int) -> str:
    """警告、罚款; 无 for none."""
    assert fact.members is not None
    return "、".join(LABELS[member] for member in fact.members if member & value) or "无"


def chosen(fact: Fact, value: Any) -> str:
    """What a value of a closed list is called; the value itself where the list is open."""
    if fact.name.removeprefix(f"{fact.grain}_") == "field" and value in FIELDS:
        return FIELDS[value]
    return dict(fact.choices).get(value, str(value))


def quoted(names: Iterable[str]) -> str:
    """“甲”“乙”: names side by side, as Chinese sets them."""
    return "".join(f"“{name}”" for name in names)


def spaced(text: str) -> str:
    """`text` with a space between Chinese signs and figures."""
    return _AT_FIGURE.sub(" ", text)


_AT_FIGURE = re.compile(r"(?<=[一-鿿”])(?=\d)|(?<=\d)(?=[一-鿿])")
