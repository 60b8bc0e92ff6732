"""Plans, activities, portals, performance and money: entered soundly, and the figures counted from them."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies.oversight import services as probing
from fadu.agencies.oversight.asking import Answer, Unreachable
from fadu.agencies.oversight.books import ACTIVITIES, BOOKS, PERFORMANCES, PLANS, PORTALS, SPENDINGS
from fadu.agencies.oversight.figures import FIGURES
from fadu.agencies.oversight.models import Probe
from fadu.agencies.registers.book import Book
from fadu.agencies.services import books
from fadu.law.forms import Invalid
from tests.agencies.equipment.figures import TODAY, Asked, team
from tests.agencies.world import World

pytestmark = pytest.mark.django_db
UNTOLD, MISSED, MET = None, False, True
ONE, TWO = replace(SYSTEM, user_id=1, name="甲"), replace(SYSTEM, user_id=2, name="乙")
END, NEW_YEAR = date(TODAY.year, 12, 31), date(TODAY.year, 1, 1)


@pytest.fixture
def asked(world: World) -> Asked:
    return Asked(world, FIGURES)


def put(world: World, book: Book, short: str = "示市监", **entry: Any) -> Any:
    row = books.enter(ONE, book, world.organs[short].pk, entry)
    return books.check(TWO, book, row.pk) if book.witnessed else row


def activity(world: World, short: str = "示司", **more: Any) -> Any:
    told = {"way": "files", "subject": "files", "held_on": str(NEW_YEAR), "looked_at": "10", "found": "2", "mended": "0"}
    return put(world, ACTIVITIES, short, **told | {"paper": f"督{more}"[:50]} | more)


def portal(world: World, short: str = "示市监", **more: Any) -> Any:
    return put(world, PORTALS, short, **{"where": "government", "topic": "all", "url": "https://portal.example.gov/a", "since": "2024-01-01"} | more)


def test_an_empty_county_is_not_praised(asked: Asked) -> None:
    assert [figure.id for figure in FIGURES if asked.read(figure.id, on=END).met is MET] == []


def test_the_plan_is_approved_in_time_and_done_at_the_end(asked: Asked, world: World) -> None:
    paper = {"number": "示司〔1〕", "issued_on": str(date(TODAY.year, 3, 31)), "year": str(TODAY.year), "tasks": "9", "done": "8"}
    row = books.enter(ONE, PLANS, world.organs["示司"].pk, paper)
    assert asked.read("oversight.planned").met is MISSED, "not checked"
    books.check(TWO, PLANS, row.pk)
    assert asked.read("oversight.planned").met is MET
    assert asked.read("oversight.planned", on=END).met is MISSED
    assert asked.read("oversight.planned", on=date(TODAY.year, 2, 1)).met is UNTOLD
    late = put(world, PLANS, "示环", **paper | {"issued_on": str(date(TODAY.year, 4, 1)), "done": "9"})
    assert asked.read("oversight.planned", "示环").met is MISSED
    assert "才批准" in asked.read("oversight.planned", "示环").behind[0].lacks, late


def test_four_ways_and_five_subjects(asked: Asked, world: World) -> None:
    for way in ("report", "appraisal", "statistics"):
        activity(world, way=way, subject="organs", found="0")
    assert asked.shows("oversight.ways", on=END) == (MISSED, (3, 4))
    assert asked.shows("oversight.ways") == (UNTOLD, (3, 4)), "may still be done this year"
    row = activity(world)
    assert asked.shows("oversight.ways") == (MET, (4, 4))
    for subject in ("people", "credentials", "systems"):
        activity(world, subject=subject, found="0")
    assert asked.shows("oversight.subjects", on=END) == (MISSED, (4, 5)), "problems that nobody put right"
    books.add_later(ONE, ACTIVITIES, ACTIVITIES.later[0], row.pk, {"mended": "2"})
    assert asked.shows("oversight.subjects", on=END) == (MET, (5, 5))


def test_departments_supervise_themselves(asked: Asked, world: World) -> None:
    team(world, "示市监", 1)
    activity(world, "示市监", target=str(world.organs["示市监城"].pk))
    assert asked.shows("oversight.within", on=END) == (MISSED, (0, 1))
    activity(world, "示市监", paper="内1")
    assert asked.shows("oversight.within", on=END) == (MET, (1, 1))


def answering(**pages: str):
    def ask(url: str) -> Answer:
        for name, text in pages.items():
            if url.endswith(name):
                return Answer(200, text)
        raise Unreachable("域名不能解析")

    return ask


def test_addresses_are_asked_once_a_day_and_what_came_of_it_is_kept(asked: Asked, world: World) -> None:
    today = timezone.localdate()
    portal(world)
    portal(world, topic="people", url="https://portal.example.gov/b")
    portal(world, topic="duties", url="https://portal.example.gov/old", until="2024-02-01")
    assert asked.read("oversight.reachable", on=today).met is UNTOLD
    ask = answering(a=f"公告 {today - timedelta(days=30)}")
    assert [probing.probe_due(SYSTEM, asking=ask), probing.probe_due(SYSTEM, asking=ask)] == [2, 0]
    assert asked.shows("oversight.reachable", on=today) == (MISSED, (1, 2))
    assert asked.read("oversight.reachable", on=today).behind[0].lacks == "域名不能解析"
    assert asked.shows("oversight.fresh", on=today) == (MET, (1, 1))
    Probe.objects.update(at=timezone.now() - timedelta(hours=21))
    assert probing.probe_due(SYSTEM, most=1, asking=answering(a=f"公告 {today - timedelta(days=31)}")) == 1
    assert asked.shows("oversight.fresh", on=today)[0] is MISSED
    assert asked.read("oversight.reachable", on=today + timedelta(days=9)).met is UNTOLD, "answers grow old"


def test_a_township_shows_eight_kinds_on_two_platforms(asked: Asked, world: World) -> None:
    today = timezone.localdate()
    for where in ("government", "platform", "department"):
        for topic in ("people", "duties", "powers", "bases", "procedure", "results", "remedies", "inspections"):
            portal(world, "城政", where=where, topic=topic, url="https://portal.example.gov/a")
    probing.probe_due(SYSTEM, asking=answering(a=""))
    assert asked.shows("oversight.eight", on=today) == (MET, (16, 16))
    row = Probe.objects.filter(portal__where="platform").order_by("pk")[0]
    Probe.objects.create(portal=row.portal, at=timezone.now(), ok=False, fault="x")
    assert asked.shows("oversight.eight", on=today) == (MISSED, (15, 16))


def test_the_command_says_how_many(world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    portal(world)
    monkeypatch.setattr(probing.probe_due, "__kwdefaults__", {"most": None, "asking": answering(a="")})
    call_command("portals", "probe")
    assert "探测了 1 个栏目" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("book", "entry", "wrong"),
    [
        (PORTALS, {"where": "government", "topic": "all", "url": "http://10.0.0.1:22/", "since": "2024-01-01"}, "url"),
        (PORTALS, {"where": "government", "topic": "all", "url": "javascript:alert(1)", "since": "2024-01-01"}, "url"),
        (SPENDINGS, {"month": "2026-01-02", "paid": "1", "returned": "0", "paper": "1"}, "month"),
        (SPENDINGS, {"month": "2026-01-01", "paid": "1", "returned": "2", "paper": "1"}, "returned"),
        (ACTIVITIES, {"way": "files", "subject": "files", "held_on": "2026-01-01", "paper": "1", "looked_at": "1", "found": "1", "mended": "2"}, "mended"),
        (PLANS, {"number": "1", "issued_on": "2026-01-01", "year": "2026", "tasks": "1", "done": "2"}, "done"),
    ],
    ids=["port", "script", "day", "returned", "mended", "done"],
)
def test_what_can_not_be_is_not_entered(world: World, book: Book, entry: dict[str, str], wrong: str) -> None:
    with pytest.raises(Invalid) as refused:
        books.enter(ONE, book, world.organs["示市监"].pk, entry)
    assert list(refused.value.errors) == [wrong]


def test_every_register_has_its_page_and_performance_is_not_for_every_eye(world: World) -> None:
    put(world, PERFORMANCES, officer=str(world.people[Role.OFFICER].pk), since="2026-01-01", until="2026-03-31", score="90", paper="绩1")
    for book in BOOKS:
        page = world.client(Role.ADMIN).get(f"/oversight/{book.name}/")
        assert (page.status_code, book.title in page.content.decode()) == (200, True)
    assert world.client(Role.REVIEWER).get("/oversight/performances/").content.decode().count("张伟") == 0
