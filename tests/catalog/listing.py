"""What is entered for items and entries in the tests of the lists, and organs to carry them out."""

from datetime import date
from typing import Any

from fadu.accounts.actors import SYSTEM
from fadu.agencies.kinds import Level, OrganKind
from fadu.agencies.models import Organ
from fadu.catalog import services
from fadu.catalog.models import PowerItem

TODAY = date(2026, 11, 20)


def item_data(code: str = "SC-CF-100", **more: Any) -> dict[str, Any]:
    """An item as a form sends it; its basis stands in the small corpus."""
    return {
        "code": code, "name": "对某种违法行为的处罚", "kind": "penalty", "field": "market", "level": "county", "bases": "行政处罚法第二条第一款第二项",
        "penalties": ["FINE"], "ranges": "200-500", "duties": "立案、调查、决定", "since": "2022-01-01", "listed_why": "首次编制", **more,
    }  # fmt: skip


def listed(code: str = "SC-CF-100", **more: Any) -> PowerItem:
    """That item, listed."""
    return services.list_item(SYSTEM, item_data(code, **more))


def inspection_data(code: str = "CC-001", **more: Any) -> dict[str, Any]:
    """A row of the list of inspections."""
    return {
        "code": code, "field": "market", "matter": "食品销售监督检查", "bases": "行政处罚法第二条", "targets": "食品销售者", "content": "进货查验", "method": "现场检查",
        "share": "5", "times": "2", "enterprises": "1", "since": "2022-01-01", "published_on": "2022-01-05", "listed_why": "首次编制", **more,
    }  # fmt: skip


def lenient_data(code: str = "QD-001", **more: Any) -> dict[str, Any]:
    """A row of the list of no penalty."""
    return {
        "code": code, "field": "market", "matter": "首次标签瑕疵", "bases": "行政处罚法第二条", "leniency": "none", "rule": "CF-033-1a", "conditions": "及时改正",
        "effect": "责令改正", "since": "2022-01-01", "published_on": "2022-01-05", "listed_why": "首次编制", **more,
    }  # fmt: skip


def major_data(code: str = "SH-001", **more: Any) -> dict[str, Any]:
    """A row of the catalogue of legal review."""
    return {
        "code": code, "field": "general", "matter": "较大数额罚款", "bases": "行政处罚法第二条", "kind": "penalty", "level": "county", "trigger": "rights",
        "threshold_person": "10000", "threshold_unit": "100000", "since": "2022-01-01", "published_on": "2022-01-05", "listed_why": "首次编制", **more,
    }  # fmt: skip


def organ(number: int, **more: Any) -> Organ:
    """An organ below the first one."""
    base = {
        "name": f"第{number}机关", "short_name": f"机{number}", "code": f"11130999MB{number:08d}", "kind": OrganKind.STATUTORY, "field": "market",
        "level": Level.COUNTY, "region_name": "示范县", "region_code": "130999", "path": "/", "address": "清河路",
        "phone": "0399-5550000", "legal_rep": "某", "starts_on": date(2019, 3, 1),
    }  # fmt: skip
    made = Organ.objects.create(**{**base, **more})
    if "path" not in more:
        first = Organ.objects.filter(short_name="机1").first() or made
        made.path = f"/{made.pk}/" if made == first else f"/{first.pk}/{made.pk}/"
        made.save(update_fields=["path"])
    return made


def grant(township: Organ, codes: str, **more: Any) -> Any:
    """A grant of items to a township."""
    data = {
        "kind": "grant", "organ": str(township.pk), "items": codes, "basis": "《行政处罚法》第二十四条第一款", "document": "省政字〔2024〕8号",
        "since": "2024-07-01", "published_on": "2024-06-20", "legal_reviewed_on": "2024-06-10", **more,
    }  # fmt: skip
    return services.register_delegation(SYSTEM, data)
