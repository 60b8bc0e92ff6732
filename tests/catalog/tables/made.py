"""Forms of discretion tables as a person fills them in, and drafts published as of a day."""

from typing import Any

from fadu.accounts.actors import Actor
from fadu.catalog import services
from fadu.catalog.models import DiscretionTable
from fadu.catalog.selectors import library as kept
from tests.catalog.conftest import ADMIN

HEAD = {"title": "占用人行道堆放物品", "bases": "示范市市容管理条例第十条第一款", "issuer": "示范县城市管理局", "field": "city"}
BANDS = {
    **HEAD,
    "by_label": "面积",
    "by_unit": "平方米",
    "range": [{"subject": "any", "low": "100", "high": "1000"}],
    "band": [
        {"subject": "any", "label": "小", "start": "0", "end": "5", "ends": "[)", "low": "100", "high": "300"},
        {"subject": "any", "label": "中", "start": "5", "end": "10", "ends": "[]", "low": "300", "high": "600"},
        {"subject": "any", "label": "大", "start": "10", "end": "", "ends": "(]", "low": "600", "high": "1000"},
    ],
}
TIERS = {
    **HEAD,
    "range": [{"subject": "unit", "low": "1,000", "high": "5000"}, {"subject": "person", "low": "0", "high": "50"}],
    "tier": [
        {"subject": "unit", "label": "轻微", "condition": "及时改正", "low": "", "high": ""},
        {"subject": "unit", "label": "一般", "condition": "", "low": "1000", "high": "3000"},
        {"subject": "unit", "label": "严重", "condition": "拒不改正", "low": "3000", "high": "5000"},
        {"subject": "person", "label": "一般", "condition": "", "low": "0", "high": "50"},
    ],
}
RATIO = {
    **HEAD,
    "bracket_label": "货值金额",
    "bracket_unit": "元",
    "range": [
        {"subject": "any", "start": "0", "end": "10000", "ends": "[)", "low": "5000", "high": "50000", "by": "yuan"},
        {"subject": "any", "start": "10000", "end": "", "ends": "[)", "low": "5", "high": "10", "by": "times"},
    ],
    "tier": [
        {"label": "不予", "condition": "轻微并及时改正", "effect": "none"},
        {"label": "减轻", "condition": "依法应当减轻", "effect": "below"},
        {"label": "从轻", "condition": "", "effect": "fine", "low": "0", "high": "30"},
        {"label": "一般", "condition": "", "effect": "fine", "low": "30", "high": "70"},
        {"label": "从重", "condition": "再次违法", "effect": "fine", "low": "70", "high": "100"},
    ],
}
FORMULA = {
    **HEAD,
    "range": [{"subject": "any", "low": "20000", "high": "200000", "by": "yuan"}],
    "factor": [
        {"label": "两年内违法次数", "option": "首次", "add": "0"},
        {"label": "", "option": "第二次", "add": "5"},
        {"label": "区域", "option": "一般", "add": "0"},
        {"label": "", "option": "敏感", "add": "12.5"},
    ],
}
FORMS: dict[str, dict[str, Any]] = {"bands": BANDS, "tiers": TIERS, "ratio": RATIO, "formula": FORMULA}


def posted(form: dict[str, Any]) -> dict[str, str]:
    """The form as a browser posts it."""
    flat: dict[str, str] = {}
    for name, value in form.items():
        if isinstance(value, list):
            flat |= {f"{name}.{n}.{column}": cell for n, row in enumerate(value) for column, cell in row.items()}
        else:
            flat[name] = value
    return flat


def draft(kind: str = "bands", actor: Actor = ADMIN, **changes: Any) -> DiscretionTable:
    """A draft of a kind, as filled in."""
    return services.open_draft(actor, kind, FORMS[kind] | changes)


def publish(row: DiscretionTable, since: str, actor: Actor = ADMIN, **more: str) -> DiscretionTable:
    """It in force from a day, made public the same day."""
    (done,) = services.publish(actor, [row.pk], {"published_on": since, "since": since, "reason": "测试", **more})
    kept.forget()
    return done
