"""Each figure on a county made by hand: when it can't be told, is missed, is met."""

from datetime import date, timedelta
from typing import Any

import pytest

from fadu.accounts.actors import SYSTEM
from fadu.agencies.equipment import services
from fadu.agencies.equipment.figures import FIGURES
from fadu.agencies.equipment.selectors.needs import due
from tests.agencies.equipment.figures import TODAY, Asked, designated, place, ruled, team
from tests.agencies.equipment.made import device, issued, premises, thing
from tests.agencies.world import World

pytestmark = pytest.mark.django_db
UNTOLD, MISSED, MET = None, False, True
YESTERDAY = str(TODAY - timedelta(days=1))


@pytest.fixture
def asked(world: World, monkeypatch: pytest.MonkeyPatch) -> Asked:
    place(monkeypatch, {})
    return Asked(world, FIGURES)


def test_an_empty_county_has_nothing_to_tell(asked: Asked) -> None:
    told = {name for name in asked.figures if asked.read(name).met is not None}
    # a township without premises lacks them; nobody is dressed who should not be
    assert told == {
        "premises.pictures",
        "equipment.recording.townships",
        "equipment.uniforms.unduly",
        "equipment.budget.township",
        "equipment.budget.three",
        "premises.functions",
        "premises.office",
        "premises.filmed",
        "premises.reception",
        "premises.order",
        "premises.signs",
    }
    assert all(asked.read(name).why for name in asked.figures if name not in told)


@pytest.mark.parametrize(
    ("officers", "things", "people", "asks"),
    [
        (10, 1, 2, 5),
        (11, 1, 2, 6),
        (1, 1, 2, 1),
        (0, 1, 2, 0),
        (9, 1, 3, 3),
        (10, 1, 3, 4),
        (7, 2, 3, 5),
        (6, 2, 3, 4),
        (50, 3, 0, 3),
        (0, 3, 0, 3),
        (1, 1, 1, 1),
    ],
)
def test_a_standard_asks_for_so_many(officers: int, things: int, people: int, asks: int) -> None:
    """Reckoned by hand: 11 people at one for two are six."""
    assert due(officers, things, people) == asks


def test_recorders_of_class_a_and_b(asked: Asked, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    team(world, "示市监", 5)
    team(world, "示环", 4)
    designated(world, "示市监", "av_a")
    designated(world, "示环", "av_b")
    assert asked.shows("equipment.recorders.a")[0] is UNTOLD
    place(monkeypatch, {"recorder.officers.a": 2, "recorder.officers.b": 3})
    items = [thing(world), thing(world, kind="terminal")]
    thing(world, "示环")
    assert asked.shows("equipment.recorders.a") == (MISSED, (0, 1))  # 5 people, 2 sets
    assert asked.shows("equipment.recorders.b") == (MISSED, (0, 1))  # 4 people, 1 set
    thing(world), thing(world, "示环")
    assert asked.shows("equipment.recorders.a") == (MET, (1, 1))  # 5 people, 3 sets
    assert asked.shows("equipment.recorders.b") == (MET, (1, 1))
    services.change_state(SYSTEM, items[0].pk, {"state": "repair", "since": str(TODAY), "reason": "送修"})
    assert asked.shows("equipment.recorders.a")[0] is MISSED
    assert asked.shows("equipment.recorders.a", on=TODAY - timedelta(days=1))[0] is MET
    designated(world, "示市监", "says_recorders")
    assert "部分达到" in asked.read("equipment.recorders.a").behind[0].lacks
    assert asked.shows("equipment.recorders.a", "邻县府")[0] is UNTOLD


def test_recorders_of_townships_need_the_countys_own_standard(asked: Asked, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    team(world, "城政", 4)
    place(monkeypatch, {"recorder.officers.a": 2})
    assert "缺县级司法行政部门" in asked.read("equipment.recorders.township").why
    place(monkeypatch, {"recorder.township.officers": 2})
    thing(world, "城政")
    assert asked.shows("equipment.recorders.township") == (MISSED, (0, 1))
    thing(world, "城政")
    assert asked.shows("equipment.recorders.township") == (MET, (1, 1))


def standard(world: World, short: str, kind: str, things: int, people: int) -> None:
    entry = {"kind": kind, "things": str(things), "people": str(people), "paper": "标准一", "since": "2024-01-01"}
    services.add_standard(SYSTEM, world.organs[short].pk, entry)


def test_things_against_the_nearest_standard(asked: Asked, world: World) -> None:
    team(world, "示市监", 5)
    team(world, "示环", 2)
    assert asked.shows("equipment.allotment")[0] is UNTOLD
    standard(world, "示县府", "camera", 1, 2)
    standard(world, "示环", "camera", 3, 0)
    for _ in range(3):
        thing(world, kind="camera")
    thing(world, "示环", kind="camera")
    assert asked.shows("equipment.allotment") == (MISSED, (1, 2))
    assert asked.read("equipment.allotment").behind[0].lacks == "应配 3 件，实配 1 件"
    thing(world, "示环", kind="camera"), thing(world, "示环", kind="camera")
    assert asked.shows("equipment.allotment") == (MET, (2, 2))


def test_what_must_be_verified_counts_only_while_it_is(asked: Asked, world: World) -> None:
    team(world, "示市监", 1)
    standard(world, "示市监", "rapid", 1, 0)
    item = thing(world, kind="rapid", calibrated="1")
    assert asked.shows("equipment.allotment")[0] is MISSED
    services.calibrate_thing(SYSTEM, item.pk, {"paper": "J1", "by": "所", "since": "2024-06-01", "until": YESTERDAY})
    assert asked.shows("equipment.allotment")[0] is MISSED
    assert asked.shows("equipment.allotment", on=TODAY - timedelta(days=1))[0] is MET


def test_vehicles_within_their_number(asked: Asked, world: World) -> None:
    thing(world, kind="vehicle")
    assert asked.shows("equipment.vehicles")[0] is MISSED
    designated(world, "示市监", "vehicles", 1)
    assert asked.shows("equipment.vehicles")[0] is MET
    thing(world, kind="vehicle")
    assert asked.read("equipment.vehicles").behind[0].lacks == "有车 2 辆，编制 1 辆"


def test_things_without_a_standard_say_why(asked: Asked, world: World) -> None:
    thing(world, kind="other", need="夜间巡查照明")
    assert asked.shows("equipment.need") == (MET, (1, 1))
    thing(world, kind="other")
    assert asked.shows("equipment.need") == (MISSED, (1, 2))


def test_audiovisual_kinds_are_there_and_used(asked: Asked, world: World) -> None:
    team(world, "示市监", 1)
    standard(world, "示市监", "video", 1, 0)
    assert asked.shows("equipment.audiovisual") == (MISSED, (0, 1))
    item = thing(world, kind="video")
    services.note_use(SYSTEM, item.pk, {"used_on": str(TODAY - timedelta(days=31))})
    assert asked.read("equipment.audiovisual").behind[0].lacks == "近 30 日没有使用"
    services.note_use(SYSTEM, item.pk, {"used_on": str(TODAY - timedelta(days=30))})
    assert asked.shows("equipment.audiovisual") == (MET, (1, 1))


def test_eight_fields(asked: Asked, world: World) -> None:
    team(world, "示市监", 1)
    assert asked.shows("equipment.fields") == (MISSED, (0, 1))
    standard(world, "示市监", "camera", 1, 0)
    assert asked.read("equipment.fields").behind[0].lacks == "没有执法车辆；未达标准：照相机"
    thing(world, kind="camera"), thing(world, kind="vehicle")
    assert asked.shows("equipment.fields") == (MET, (1, 1))


def test_terminals_in_hands(asked: Asked, world: World) -> None:
    people = team(world, "示市监", 2)
    standard(world, "示市监", "terminal", 1, 2)
    item = thing(world, kind="terminal")
    assert asked.shows("equipment.terminals") == (MISSED, (0, 1))
    issued(item, people[0])
    services.note_use(SYSTEM, item.pk, {"used_on": YESTERDAY})
    assert asked.shows("equipment.terminals") == (MET, (1, 1))


def test_plans_of_the_province(asked: Asked, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.organ("某省市场监督管理局", "省市监", None, level="province")
    place(monkeypatch, {"equipment.plan.by": "01-31"})
    year = TODAY.year
    assert asked.shows("equipment.plans.filed", "省市监", date(year, 1, 31))[0] is UNTOLD
    assert asked.shows("equipment.plans.filed", "省市监", date(year, 2, 1))[0] is MISSED
    for rule in ("equipment_standard", "equipment_plan", "facility_plan"):
        ruled(world, "省市监", rule, issued_on=f"{year}-01-31")
    ruled(world, "省市监", "year_plan", issued_on=f"{year}-01-31", checked=False)
    assert asked.shows("equipment.plans.filed", "省市监")[0] is MISSED
    ruled(world, "省市监", "year_plan", issued_on=f"{year}-01-31")
    assert asked.shows("equipment.plans.filed", "省市监") == (MET, (1, 1))
    assert asked.shows("equipment.plans.force", "省市监") == (MISSED, (4, 32))


def budget(world: World, short: str, line: str, planned: int, *, year: int = TODAY.year, **more: Any) -> None:
    services.add_budget(SYSTEM, world.organs[short].pk, {"year": str(year), "line": line, "planned": str(planned), **{k: str(v) for k, v in more.items()}})


def test_money_is_in_the_budget(asked: Asked, world: World) -> None:
    team(world, "示市监", 1)
    budget(world, "示市监", "work", 1000, granted=1000)
    assert asked.shows("equipment.budget.listed") == (MISSED, (0, 1))
    budget(world, "示市监", "equipment", 500, granted=500)
    assert asked.shows("equipment.budget.listed") == (MET, (1, 1))
    assert asked.shows("equipment.budget.recording") == (MISSED, (0, 1))
    budget(world, "示市监", "av", 100, granted=100)
    assert asked.shows("equipment.budget.recording") == (MET, (1, 1))
    assert asked.shows("equipment.budget.three") == (MISSED, (1, 2))  # the justice department
    budget(world, "示司", "supervision", 50)
    assert asked.shows("equipment.budget.three") == (MET, (2, 2))
    assert asked.shows("equipment.budget.paid", on=date(TODAY.year, 12, 30))[0] is UNTOLD
    assert asked.shows("equipment.budget.paid", on=date(TODAY.year, 12, 31))[0] is MISSED
    assert asked.shows("equipment.budget.paid", "示市监")[0] is MET


def test_money_for_each_does_not_fall(asked: Asked, world: World) -> None:
    team(world, "示市监", 2)
    budget(world, "示市监", "work", 1000)
    assert asked.shows("equipment.budget.head")[0] is UNTOLD
    budget(world, "示市监", "work", 1000, year=TODAY.year - 1)
    assert asked.read("equipment.budget.head").met is MET
    budget(world, "示市监", "equipment", 1, year=TODAY.year - 1)
    assert asked.read("equipment.budget.head").met is MISSED


def test_money_of_townships_is_for_enforcement(asked: Asked, world: World) -> None:
    assert asked.shows("equipment.budget.township") == (MISSED, (0, 1))
    budget(world, "城政", "work", 1000, granted=1000, spent=500)
    assert asked.shows("equipment.budget.township") == (MET, (1, 1))
    assert asked.read("equipment.budget.dedicated").met is MET
    budget(world, "城政", "equipment", 1000, granted=1000, spent=500, astray=200)
    reading = asked.read("equipment.budget.dedicated")
    assert (reading.met, reading.value) == (MISSED, 200)


def test_uniforms(asked: Asked, world: World) -> None:
    one, two = team(world, "示市监", 2)

    def dress(person: Any, **more: str) -> None:
        entry = {"officer": str(person.pk), "garment": "dress", "size": "175", "issued_on": "2024-05-01", **more}
        services.issue_uniform(SYSTEM, person.organ_id, entry)

    dress(one)
    assert asked.read("equipment.uniforms.unduly").met is MISSED
    designated(world, "示市监", "uniform")
    assert asked.read("equipment.uniforms.unduly").met is MET
    dress(two, due_on=str(TODAY))
    assert asked.shows("equipment.uniforms") == (MISSED, (1, 2))
    dress(two, due_on=str(TODAY + timedelta(days=1)))
    assert asked.shows("equipment.uniforms") == (MET, (2, 2))


def test_rules_on_recording(asked: Asked, world: World) -> None:
    team(world, "示市监", 1)
    ruled(world, "示市监", "recording", elements="4")
    assert asked.read("equipment.recording.rules").behind[0].lacks == "制度只有 4 项要素；没有用语指引"
    ruled(world, "示市监", "recording", elements="5", issued_on="2024-03-01", until=str(TODAY))
    ruled(world, "示市监", "language")
    assert asked.shows("equipment.recording.rules") == (MET, (1, 1))
    assert asked.shows("equipment.recording.rules", on=TODAY + timedelta(days=1))[0] is MISSED


def test_devices(asked: Asked, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    device(world, cleared_on="2024-10-31")
    assert asked.shows("equipment.devices") == (MET, (1, 1))
    assert asked.shows("equipment.devices.cleared")[0] is UNTOLD
    place(monkeypatch, {"devices.review.by": date(2024, 10, 31)})
    assert asked.shows("equipment.devices.cleared") == (MET, (1, 1))
    device(world, cleared_on="2024-11-01", published=None)
    device(world, since="2024-11-01")  # came after the day
    assert asked.shows("equipment.devices.cleared") == (MISSED, (1, 2))
    assert asked.shows("equipment.devices") == (MISSED, (2, 3))


def test_floor_area(asked: Asked, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.organ("东风街道办事处", "东街", "示县府", level="township", field="general")
    team(world, "城政", 5)
    team(world, "东街", 5)
    place(monkeypatch, {"premises.township.area": 8, "premises.street.area": 4})
    premises(world, area=39)
    premises(world, "东街", area=20)
    assert asked.shows("premises.area") == (MISSED, (1, 2))
    premises(world, area=1)
    assert asked.shows("premises.area") == (MET, (2, 2))
    assert asked.shows("premises.ceiling")[0] is UNTOLD
    designated(world, "城政", "area_most", 40)
    assert asked.shows("premises.ceiling") == (MET, (1, 1))
    premises(world, area=1)
    assert asked.shows("premises.ceiling") == (MISSED, (0, 1))


def test_rooms_of_a_township(asked: Asked, world: World) -> None:
    house = premises(world)

    def room(name: str, uses: list[str], *, filmed: bool = False) -> str:
        return str(services.add_room(SYSTEM, house.pk, {"name": name, "uses": uses, "area": "10", "filmed": filmed, "since": "2024-06-01"}).pk)

    def note(what: str, *, good: bool = True, back: int = 1, **more: str) -> None:
        services.note(SYSTEM, house.pk, {"what": what, "on": str(TODAY - timedelta(days=back)), "good": good, **more})

    front = room("前厅", ["registration", "duty", "command", "vehicles"], filmed=True)
    talk = room("询问室", ["questioning", "hearing"])
    assert asked.read("premises.functions").behind[0].lacks == "缺 2 项：物证保管、档案保管；一年内没有使用记录：询问"
    store = room("库房", ["evidence", "archive", "reception"])
    assert asked.shows("premises.reception") == (MET, (1, 1))
    for where in (talk, store):
        note("used", room=where, back=364)
    assert asked.shows("premises.functions") == (MET, (1, 1))
    assert asked.shows("premises.functions", on=TODAY + timedelta(days=1)) == (MISSED, (0, 1))

    assert asked.read("premises.filmed").behind[0].lacks == "没有录音录像监控：询问、听证"
    watched = room("听证室", ["questioning", "hearing"], filmed=True)
    assert asked.read("premises.filmed").behind[0].lacks == "前厅近 30 日没有在线记录；听证室近 30 日没有在线记录"
    for where in (front, watched):
        note("video", room=where)
    assert asked.shows("premises.filmed") == (MET, (1, 1))
    note("video", room=front, good=False, back=2)
    assert asked.shows("premises.filmed") == (MISSED, (0, 1))

    for kind in ("computer", "phone", "fax", "copier", "cabinet"):
        assert asked.shows("premises.office")[0] is MISSED
        thing(world, "城政", kind=kind)
    assert asked.read("premises.office").behind[0].lacks == "宽带近 30 日没有在线记录"
    note("broadband")
    assert asked.shows("premises.office") == (MET, (1, 1))

    assert asked.shows("premises.order") == (MISSED, (0, 1))
    note("order")
    assert asked.shows("premises.order") == (MET, (1, 1))
    broken = thing(world, "城政", kind="printer")
    services.change_state(SYSTEM, broken.pk, {"state": "repair", "since": str(TODAY), "reason": "x"})
    assert asked.read("premises.order").behind[0].lacks == "6 件中 1 件故障"
    note("signs", by="赵敏")
    assert asked.shows("premises.signs") == (MISSED, (0, 1))
    note("signs", by="赵敏、韩雪", back=2)
    assert asked.shows("premises.signs") == (MET, (1, 1))
