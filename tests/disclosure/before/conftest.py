"""A county that tells everything before it enforces, with secrets planted in every field that is not public."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies import services as agencies
from fadu.agencies.models import Officer, Organ
from fadu.agencies.services import books
from fadu.catalog import services
from fadu.catalog.books import GUIDES
from fadu.catalog.selectors import library
from fadu.catalog.services import import_statutes
from fadu.catalog.shelves import INSPECTIONS, REVIEWS
from fadu.disclosure.before.books import CHANNELS, METHODS, TASKS
from fadu.disclosure.before.services import keeping
from tests.agencies.world import World, build
from tests.catalog.conftest import corpus  # noqa: F401 - a fixture
from tests.catalog.listing import inspection_data, item_data, major_data

FIRST, SECOND = replace(SYSTEM, user_id=0, name="登记人"), replace(SYSTEM, user_id=-1, name="复核人")
ELEMENTS = ("scope", "content", "carrier", "procedure", "limits", "review", "watched", "safeguards")
WHOLE = {"document": "示政办〔2022〕1号", "legal_reviewed_on": "2022-01-02", "published_on": "2022-01-05", "procedure": "", "accountability": "越权的追责"}


@pytest.fixture(autouse=True)
def fresh() -> Any:
    """What one test keeps is not another's."""
    keeping.forget()
    library.forget()
    yield
    keeping.forget()
    library.forget()


@pytest.fixture
def county(corpus: Any, db: None, settings: Any, tmp_path: Any) -> World:  # noqa: F811 - the fixture
    """示范县: the bureau of market supervision tells all of it, the bureau of ecology nothing but its name."""
    settings.DATA, settings.DEMO = tmp_path, True
    import_statutes(SYSTEM, corpus)
    world = build()
    tell(world)
    return world


def bureau() -> Organ:
    """The bureau of market supervision."""
    return Organ.objects.get(short_name="示市监")


def tell(world: World) -> None:
    """Enter everything of the bureau through the services."""
    organ = bureau()
    person = Officer.objects.get(name="张伟")
    world.credential(person, number="03060700001")
    told = {
        "funding": "full", "duties": "负责市场监督管理执法。联系人张三 13812345678", "bases": "《中华人民共和国食品安全法》第六条第二款",
        "office_hours": "工作日 9:00—17:00", "complaint_phone": "12315", "postcode": "053900", "posts_civil": "46", "posts_public": "12",
        "posts_paper": "示编字〔2019〕3号",
    }  # fmt: skip
    agencies.edit_publicity(SYSTEM, organ.pk, told, reason="公示")
    standing = {
        "confirmed_by": "government",
        "confirmer": "示范县人民政府",
        "document": "示政函〔2019〕15号",
        "basis": "《行政处罚法》第十七条",
        "since": "2019-03-20",
    }
    agencies.confirm_standing(SYSTEM, organ.pk, standing)
    agencies.announce_standing(SYSTEM, organ.pk, {"announced_on": "2019-04-10", "announced_in": "县政府门户网站", "announcement": "示司公告〔2019〕2号"})
    services.list_item(SYSTEM, item_data("SC-CF-100", **WHOLE))
    services.list_item(SYSTEM, item_data("SC-JC-100", **{**WHOLE, "name": "食品销售检查", "kind": "inspection", "penalties": [], "ranges": ""}))
    services.list_item(SYSTEM, item_data("SC-XK-100", **{**WHOLE, "name": "食品经营许可", "kind": "licence", "penalties": [], "ranges": ""}))
    services.list_entry(SYSTEM, INSPECTIONS, inspection_data(organ=str(organ.pk), items="SC-JC-100"))
    services.list_entry(SYSTEM, REVIEWS, major_data())
    enter(GUIDES, organ, **guide())
    enter(METHODS, organ, **method())
    for part in ("collect", "transmit", "review", "publish"):
        enter(TASKS, organ, part=part, officer=str(person.pk), unit="综合岗", content="公示信息", since="2024-01-01")
    enter(CHANNELS, organ, **channel())
    body = Organ.objects.get(short_name="示执法")
    services.register_delegation(
        SYSTEM,
        {
            "kind": "entrustment", "organ": str(body.pk), "principal": str(organ.pk), "items": "SC-CF-100", "powers": "调查取证", "basis": "《行政处罚法》第二十条",
            "document": "示市监委〔2026〕1号", "public_function": True, "since": "2026-01-01", "until": str(timezone.localdate() + timedelta(200)),
            "published_on": "2025-12-20", "published_there_on": "2025-12-20", "filed_on": "2026-01-05", "filing_number": "示司委备〔2026〕1号",
            "approval": "示政批〔2025〕9号", "consulted": "征求意见函",
        },
    )  # fmt: skip


def enter(book: Any, organ: Organ, **entry: Any) -> Any:
    """A row of a register, checked where it must be."""
    row = books.enter(FIRST, book, organ.pk, entry)
    return books.check(SECOND, book, row.pk) if book.witnessed else row


def guide(**more: Any) -> dict[str, Any]:
    """A whole service guide."""
    return {
        "item": "SC-XK-100", "name": "食品经营许可", "accepts": "政务大厅", "decides": "示范县市场监督管理局", "conditions": "有固定场所",
        "materials": "申请书、残疾人证复印件（有的）；咨询 13987654321", "favours": "无", "limit": "20 个工作日", "hours": "工作日", "address": "示范县清河路 1 号",
        "phone": "0312-1234567", "published_on": str(date(2026, 1, 5)), **more,
    }  # fmt: skip


def method(**more: Any) -> dict[str, Any]:
    """Rules of publication with their eight elements."""
    told = {name: f"{name} 的规定" for name in ELEMENTS}
    return {
        **told, "title": "行政执法信息公示办法", "origin": "own", "issuer": "示范县市场监督管理局", "number": "示市监〔2024〕6号", "issued_on": "2024-04-10",
        "published_on": "2024-04-15", **more,
    }  # fmt: skip


def channel(**more: Any) -> dict[str, Any]:
    """Where one complains."""
    return {
        "name": "投诉举报", "phone": "12315", "email": "jubao@shifan.example.cn", "address": "示范县清河路 1 号", "unit": "法制科", "hours": "工作日",
        "since": "2024-01-01", **more,
    }  # fmt: skip
