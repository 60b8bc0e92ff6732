"""The sign of a window: nine elements out of the registers, on the page, in print, in the figure; and the figures of the scene."""

import io
from datetime import date
from typing import Any

import pypdfium2
import pytest
from django.test import Client

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies.equipment.books import WINDOWS
from fadu.agencies.models import Organ
from fadu.agencies.services import books
from fadu.agencies.staffing.books import POSTS
from fadu.cases.models import Facts, Step
from fadu.catalog.books import GUIDES
from fadu.catalog.models import PowerItem
from fadu.disclosure.during import figures, signs
from fadu.disclosure.during.books import SEATS
from fadu.disclosure.during.models import Seat
from fadu.law.forms import Invalid
from fadu.law.registry import procedures
from fadu.law.remedy.scene import Element, on_scene, recorded
from fadu.law.vocabulary.lists import SceneTold
from fadu.ledger.paper.seeing import _codes
from tests.accounts.entrances import assert_entrances
from tests.agencies.world import build
from tests.cases.telling import Telling
from tests.cases.world import Bureau

pytestmark = pytest.mark.django_db

NINE = ("单位", "姓名", "职务", "执法种类和服务事项", "岗位职责", "申请材料示范文本", "办理进度查询", "咨询服务", "投诉举报")
"""黑政办发〔2019〕26号二(一)2(3)."""
GUIDE = {
    "name": "食品经营许可", "accepts": "许可窗口", "decides": "许可科", "conditions": "有经营场所", "materials": "申请书、平面图",
    "favours": "无", "limit": "20 个工作日", "hours": "工作日 8:30—17:30", "address": "示范县人民路 2 号", "phone": "0319-5550001", "published_on": "2026-01-15",
}  # fmt: skip


@pytest.fixture
def bureau(db: None, settings: Any, tmp_path: Any) -> Bureau:
    settings.DATA, settings.DEMO = tmp_path, True
    return Bureau()


def seat(bureau: Bureau, *, guided: bool = True, **changes: Any) -> Seat:
    organ = bureau.bureau
    Organ.objects.filter(pk=organ.pk).update(complaint_phone="12345", office_hours="工作日 8:30—17:30")
    window = books.enter(SYSTEM, WINDOWS, organ.pk, {"name": "许可窗口", "elements": 9, "pictured_on": "2026-03-01", "checks": 1, "there": 1})
    post = books.enter(SYSTEM, POSTS, organ.pk, {"name": "受理岗", "frontline": True, "items": "", "duties": "受理、审查许可申请"})
    if guided:
        books.enter(SYSTEM, GUIDES, organ.pk, {**GUIDE, "item": PowerItem.objects.order_by("code").values_list("code", flat=True)[0]})
    entry = {"window": str(window.pk), "officer": str(bureau.named["liwei"].pk), "post": str(post.pk), "hall": "受理、发证", "items": "全部",
             "samples": "窗口右侧样表夹", "since": "2026-01-05"} | changes  # fmt: skip
    books.enter(SYSTEM, SEATS, organ.pk, {name: value for name, value in entry.items() if value})
    return signs.seats().get()


def test_the_nine_elements_come_from_the_registers(bureau: Bureau) -> None:
    found = signs.sign(seat(bureau))
    assert tuple(element.name for element in found.elements) == NINE
    assert not found.lacks
    said = {element.name: element.says for element in found.elements}
    assert (said["单位"], said["姓名"], said["职务"], said["投诉举报"]) == ("示范县市场监督管理局", "李伟", "受理岗", "12345")
    assert "食品经营许可" in said["执法种类和服务事项"]
    assert "行政处罚" in said["执法种类和服务事项"]
    assert said["岗位职责"] == "受理、发证；受理、审查许可申请"


@pytest.mark.parametrize(
    ("harm", "lacking"),
    [({"samples": ""}, "申请材料示范文本"), ({"guided": False}, "申请材料示范文本"), ({"complaint": ""}, "投诉举报")],
    ids=["no samples", "no guide", "no telephone"],
)  # fmt: skip
def test_what_lacks_is_told_to_its_keeper_and_counted(bureau: Bureau, harm: dict[str, Any], lacking: str) -> None:
    found = seat(bureau, **{name: value for name, value in harm.items() if name != "complaint"})
    if "complaint" in harm:
        Organ.objects.filter(pk=bureau.bureau.pk).update(complaint_phone="")
    client = Client()
    assert "公示牌不齐全" not in client.get(f"/open/windows/{found.pk}/").content.decode(), "it is the keeper's business"
    user = bureau.named["admin"].user
    assert user is not None
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    text = client.get(f"/open/windows/{found.pk}/").content.decode()
    assert "还缺 1 项" in text
    assert lacking in text
    reading = figures.signed(bureau.organs["示县府"], date(2026, 11, 20))
    assert (reading.of, reading.met) == ((0, 1), False)
    assert lacking in reading.behind[0].lacks


def test_a_window_without_anybody_counts_as_without_a_sign(bureau: Bureau) -> None:
    books.enter(SYSTEM, WINDOWS, bureau.bureau.pk, {"name": "许可窗口", "elements": 9, "pictured_on": "2026-03-01", "checks": 1, "there": 1})
    reading = figures.signed(bureau.organs["示县府"], date(2026, 11, 20))
    assert (reading.of, reading.behind[0].lacks) == ((0, 1), "没有登记窗口岗位")


def test_a_whole_sign_is_counted(bureau: Bureau) -> None:
    seat(bureau)
    reading = figures.signed(bureau.organs["示县府"], date(2026, 11, 20))
    assert (reading.of, reading.met) == ((1, 1), True)


@pytest.mark.parametrize(("size", "width"), [("a4", 595), ("a3", 842)])
def test_the_print_is_one_page_and_its_codes_lead_there(bureau: Bureau, settings: Any, size: str, width: int) -> None:
    settings.PUBLIC_URL = "https://law.shifan.example"
    found = seat(bureau)
    answer = Client().get(f"/open/windows/{found.pk}.pdf?size={size}")
    assert answer["Content-Type"] == "application/pdf"
    pdf = pypdfium2.PdfDocument(io.BytesIO(answer.content))
    assert (len(pdf), round(pdf[0].get_width())) == (1, width)
    text = pdf[0].get_textpage().get_text_bounded().replace("\r\n", "")
    for words in ("岗位信息公示牌", "李伟", "受理岗", "12345", "食品经营许可"):
        assert words in text
    led = set(_codes(pdf[0].render(scale=200 / 72, grayscale=True).to_pil()))
    assert any("/verify/" in address or "/card" in address or "/c/" in address for address in led), led
    assert "https://law.shifan.example/open/progress/" in led
    assert Client().get(f"/open/windows/{found.pk}.pdf?size=a0").status_code == 404


def test_who_left_is_at_no_window(bureau: Bureau) -> None:
    found = seat(bureau)
    Seat.objects.filter(pk=found.pk).update(until=date(2026, 1, 6))
    assert not signs.seats().exists()
    for path in (f"/open/windows/{found.pk}/", f"/open/windows/{found.pk}.pdf"):
        assert Client().get(path).status_code == 404
    assert "还没有登记窗口岗位" in Client().get("/open/windows/").content.decode()


def test_an_item_without_a_guide_is_refused_on_its_field(bureau: Bureau) -> None:
    with pytest.raises(Invalid) as wrong:
        seat(bureau, items="没有的事项")
    assert "没有现行服务指南" in wrong.value.errors["items"]


def test_roles_at_the_register(settings: Any) -> None:
    settings.DEMO = True  # else the passwords of the demonstration do not work
    world = build()
    organ = world.organs["示市监"].pk
    sees = {Role.OFFICER: 200, Role.REVIEWER: 403, Role.HEAD: 200, Role.SUPERVISOR: 200, Role.ADMIN: 200, Role.PUBLIC: 302}
    writes = {Role.OFFICER: 403, Role.REVIEWER: 403, Role.HEAD: 403, Role.SUPERVISOR: 403, Role.ADMIN: 422, Role.PUBLIC: 302}
    everybody = dict.fromkeys(sees, 200)
    clients = {role: client for role, client in world.clients().items() if role in sees}
    table = {"GET /during/seats/": sees, f"POST /during/seats/new/{organ}/": writes, "GET /open/windows/": everybody, "GET /open/verify/": everybody,
             "GET /open/notices/": everybody, "GET /open/progress/": everybody, "POST /open/verify/": dict.fromkeys(sees, 422)}  # fmt: skip
    assert_entrances(clients, table)


# --- the scene


def test_the_steps_on_the_scene_are_those_that_ask_for_the_card() -> None:
    assert {"inspect", "question", "preserve", "seize", "record_inspection", "register_spot"} <= on_scene()
    assert not on_scene() & {"decide", "notify", "review", "serve"}


@pytest.mark.parametrize(
    ("step", "data", "noted", "lacks"),
    [
        ("inspect", {"card_shown": True, "reason_told": True}, 0, {Element.CAUSE, Element.BASIS}),
        ("inspect", {"card_shown": True, "reason_told": False}, 0, {Element.CAUSE, Element.BASIS, Element.RIGHTS}),
        ("inspect", {"card_shown": True, "reason_told": True}, SceneTold.CAUSE | SceneTold.BASIS, set()),
        ("inspect", {"card_shown": False, "reason_told": True}, SceneTold.CAUSE | SceneTold.BASIS, {Element.CARD}),
        ("preserve", {"card_shown": True}, 0, {Element.RIGHTS}),
        ("preserve", {"card_shown": True}, SceneTold.DEFENCE, {Element.RIGHTS}),
        ("preserve", {"card_shown": True}, SceneTold.DEFENCE | SceneTold.DUTIES, set()),
    ],
)
def test_what_the_record_of_a_step_shows(step: str, data: dict[str, Any], noted: int, lacks: set[Element]) -> None:
    course = next(course for (name, _), course in procedures().items() if name == "penalty.general")
    assert set(Element) - recorded(course[step], data, int(noted)) == lacks


def test_the_figures_of_the_scene_agree_with_a_count_by_hand(bureau: Bureau) -> None:
    told = Telling(bureau).until("conclude")
    county, day = bureau.organs["示县府"], date(2026, 12, 31)
    rows = list(Step.objects.filter(case=told.id, name__in=on_scene()))
    assert len(rows) >= 3
    assert figures.carded(county, day).of == (sum(bool(row.data.get("card_shown")) for row in rows), len(rows))
    assert figures.five(county, day).of == (0, len(rows)), "cause and basis of a look round are on record nowhere"
    assert figures.seven(county, day).of == (0, 1)
    Facts.objects.filter(pk=told.id).update(f_scene_told=255)
    assert figures.five(county, day).of == (len(rows), len(rows))
    assert (figures.seven(county, day).of, figures.seven(county, day).met) == ((1, 1), True)
    Facts.objects.filter(pk=told.id).update(f_scene_told=255 & ~SceneTold.HEARING)
    assert figures.seven(county, day).of == (0, 1), "a fine of that size is heard when it is asked for"
    Facts.objects.filter(pk=told.id).update(f_proposed_fine=100_00, f_proposed_gain=None, f_proposed_kinds=0, f_hearing_otherwise=None)
    assert figures.seven(county, day).of == (1, 1), "no hearing is told of where there is none to be had"
    assert figures.five(county, date(2025, 12, 31)).of == (0, 0)
