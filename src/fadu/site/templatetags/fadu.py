"""How pages word money, dates, what is left, names and codes, and how a form's fields are laid out."""

from datetime import date, datetime, timedelta
from typing import Any

from django import template
from django.utils import timezone

from fadu.site import fields, findings, words

register = template.Library()

for word in (
    words.money_yuan,
    words.money_upper,
    words.cn_date,
    words.cn_date_weekday,
    words.short_date,
    words.moment,
    words.minute,
    words.thousands,
    words.mask_name,
    words.mask_code,
    words.mask_phone,
):
    register.filter(word.__name__, word)

for layout in (fields.options, fields.rows, fields.blank, fields.shape, fields.shown, fields.mistakes, fields.own_error):
    register.filter(layout.__name__, layout)


@register.filter
def left(due: int | date | timedelta | None, unit: str = "天") -> str:
    """What is left until a due date, in words: 还剩 19 天, 今天到期, 逾期 3 天."""
    if due is None or due == "":
        return "未开始"
    if isinstance(due, datetime):
        due = due - (timezone.now() if timezone.is_aware(due) else timezone.localtime().replace(tzinfo=None))
    return words.left(due, timezone.localdate(), unit)


@register.filter
def left_state(due: int | date | timedelta | None, near: int = 3) -> str:
    """How urgent a due date is: "bad" overdue, "near" within `near` days, else ""."""
    if due is None or due == "":
        return ""
    if isinstance(due, datetime):
        due = due - (timezone.now() if timezone.is_aware(due) else timezone.localtime().replace(tzinfo=None))
    return words.left_state(due, timezone.localdate(), near)


@register.filter
def course(stages: list[Any]) -> dict[str, Any]:
    """A procedure's stages ready to draw: which lie behind, where it stands, what comes next."""
    drawn = [dict(stage) if isinstance(stage, dict) else {key: getattr(stage, key, "") for key in ("label", "state", "note")} for stage in stages]
    reached = max((index for index, stage in enumerate(drawn) if stage.get("state") in {"done", "now"}), default=-1)
    for index, stage in enumerate(drawn):
        stage["state"] = stage.get("state") or "todo"
        stage["behind"] = index <= reached
        stage["words"] = {"done": "已完成", "now": "进行中", "skip": "不经过", "todo": "未到"}[stage["state"]]
    now = next((stage for stage in drawn if stage["state"] == "now"), None)
    ahead = next((stage for stage in drawn[reached + 1 :] if stage["state"] == "todo"), None)
    return {"stages": drawn, "now": now, "at": reached + 1, "of": len(drawn), "next": ahead, "long": len(drawn) > 9}


register.filter("laid_findings", findings.laid)


@register.filter
def percent(part: float | None, whole: float = 100) -> float:
    """A share of a whole as 0 to 100, to draw a bar with."""
    if not part or not whole:
        return 0
    return round(max(0.0, min(100.0, 100 * float(part) / float(whole))), 1)


@register.filter
def sheets(names: str) -> list[str]:
    """Our style sheets by name: "tokens,base" → fadu/tokens.css, fadu/base.css."""
    return [f"fadu/{name}.css" for name in names.split(",")]


@register.filter
def type_sheets(names: str) -> list[str]:
    """Style sheets of the vendored type."""
    return [f"vendor/{name}.css" for name in names.split(",")]


@register.filter
def as_number(value: Any) -> int:
    """A count given as text or number."""
    try:
        return int(str(value).replace(",", ""))
    except ValueError:
        return 0


@register.filter
def thousands_yuan(fen: int | None) -> str:
    """Money without its unit, to begin a range with: 5000000 → 50,000."""
    return words.money_yuan(fen).removesuffix(" 元")


@register.filter
def input_name(bound: Any) -> str:
    """The name a field is posted under."""
    return fields.name(bound)


@register.simple_tag
def input_attrs(bound: Any) -> str:
    """What ties an input to its words: required, wrong, described by, how long."""
    return fields.input_attrs(bound)


@register.simple_tag
def fieldset_attrs(bound: Any) -> str:
    """What ties a group of inputs to its words."""
    return fields.fieldset_attrs(bound)


@register.simple_tag(takes_context=True)
def sorted_by(context: dict[str, Any], key: str) -> dict[str, str]:
    """How a table is sorted by a column, and the link that sorts it so (again: the other way round)."""
    request = context.get("request")
    if not key or request is None:
        return {"aria": "", "href": ""}
    query, now = request.GET.copy(), request.GET.get("sort", "")
    query["sort"] = f"-{key}" if now == key else key
    for cursor in ("after", "before"):
        query.pop(cursor, None)
    return {"aria": {key: "ascending", f"-{key}": "descending"}.get(now, ""), "href": "?" + query.urlencode()}


@register.simple_tag(takes_context=True)
def query_value(context: dict[str, Any], name: str) -> str:
    """A value of the address's query."""
    request = context.get("request")
    return request.GET.get(name, "") if request is not None else ""


@register.simple_tag
def discretion_scale(low: int, high: int, band_low: int | None, band_high: int | None, amount: int | None, median: int | None) -> dict[str, Any] | None:
    """Where a band, an amount and a median lie on one scale, in hundredths of its length."""
    marks = [mark for mark in (low, high, band_low, band_high, amount, median) if isinstance(mark, int)]
    if len(marks) < 2 or not high:
        return None
    start, end = min(0, *marks), max(marks)
    if start == end:
        return None

    def at(mark: int) -> float:
        return round(100 * (mark - start) / (end - start), 2)

    band = (low if band_low is None else band_low, high if band_high is None else band_high)
    return {
        "from": start,
        "to": end,
        "law_x": at(low),
        "law_w": round(at(high) - at(low), 2),
        "band_x": at(band[0]),
        "band_w": round(at(band[1]) - at(band[0]), 2),
        "amount_x": None if amount is None else min(99, at(amount)),
        "median_x": None if median is None else min(99.4, at(median)),
    }
