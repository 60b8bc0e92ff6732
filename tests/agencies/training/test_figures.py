"""The figures of training, each over a county made by hand: met, missed, can't be told."""

import csv
from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest
from django.conf import settings
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies.figure import Reading
from fadu.agencies.models import Organ
from fadu.agencies.services import books
from fadu.agencies.staffing.books import ASSIGNMENTS, POSTS
from fadu.agencies.training.figures import FIGURES
from fadu.agencies.training.models import Course, OffDuty, Plan, Session
from fadu.agencies.training.numbers import Handed
from tests.agencies.equipment.figures import ruled
from tests.agencies.training.test_leave import back, begin
from tests.agencies.training.test_plans import LINE, draw
from tests.agencies.training.world import EVERYTHING, asked, enrolled, taught
from tests.agencies.world import World, build

BY_ID = {figure.id.removeprefix("training."): figure for figure in FIGURES}
END = date(2026, 12, 31)
MID = date(2026, 7, 1)


def read(name: str, organ: Organ, day: date = END) -> Reading:
    return BY_ID[name].read(organ, day)


def told(name: str, organ: Organ, day: date = END) -> tuple[bool | None, tuple[int, int] | None]:
    found = read(name, organ, day)
    return found.met, found.of


def test_ids_are_unique_and_clauses_are_those_of_the_policies() -> None:
    assert len(BY_ID) == len(FIGURES)
    file = settings.FADU_SHARED / "seed_clauses.csv"
    if not file.is_file():
        pytest.skip("the list of clauses is not here")
    listed = {(row["seed"][:3], row["clause"]) for row in csv.DictReader(file.open(encoding="utf-8-sig"))}
    assert {clause for figure in FIGURES for clause in figure.clauses} - listed == set()


def test_in_an_empty_county_nothing_is_met_by_itself(db: None) -> None:
    county = build().organs["示县府"]
    with asked({}):
        found = {name: read(name, county) for name in BY_ID}
    assert {name for name, reading in found.items() if reading.met is True} == set()
    assert {name for name, reading in found.items() if reading.met is False} == {"supervisors", "township_plans", "drills", "campaigns"}
    assert all(reading.why or reading.of for reading in found.values())


@pytest.mark.parametrize(("name", "kind", "hours"), [("hours", "special", 60), ("public", "public", 30), ("practice", "skill", 30), ("thought", "thought", 15)])
def test_hours_that_everybody_must_have(world: World, name: str, kind: str, hours: int) -> None:
    organ = world.organs["示环"]
    one, two = enrolled(world, "孙杰", "示环"), enrolled(world, "周涛", "示环")
    if name == "hours":  # some of each of the three classes
        taught(organ, "2026-02-02", one, two, kind="public", hours=1)
        taught(organ, "2026-02-03", one, kind="skill", hours=1)
        hours -= 2
    taught(organ, "2026-03-02", one, kind=kind, hours=hours)
    taught(organ, "2026-03-03", two, kind=kind, hours=hours - 1)
    assert told(name, organ) == (False, (1, 2))
    assert told(name, organ, MID) == (None, (1, 2))
    assert [row.label for row in read(name, organ).behind if row.lacks] == ["周涛（示范县生态环境局）"]
    taught(organ, "2026-09-03", two, kind=kind, hours=2)
    if name == "hours":
        assert told(name, organ) == (False, (1, 2))
        assert "没有执法技能学时" in read(name, organ).behind[0].lacks
        taught(organ, "2026-09-04", two, kind="skill", hours=1)
    assert told(name, organ) == (True, (2, 2))
    with asked({}):
        assert "从未规定" in read(name, organ).why
        assert told(name, organ) == (None, None)
    with asked(EVERYTHING, until=date(2025, 12, 31)):
        assert "2025-12-31" in read(name, organ).why
        assert read(name, organ).met is None


def test_who_falls_behind_is_warned_of_after_june_and_september(world: World) -> None:
    organ = world.organs["示环"]
    taught(organ, "2026-02-02", enrolled(world, "孙杰", "示环"), kind="special", hours=35)
    warned = {day: "落后于进度" in read("hours", organ, date.fromisoformat(day)).why for day in ("2026-06-29", "2026-06-30", "2026-09-29", "2026-09-30")}
    assert list(warned.values()) == [False, False, False, True]


def test_leaders_study_thought_too(world: World) -> None:
    organ = world.organs["示市监"]
    taught(organ, "2026-02-02", enrolled(world, "孙杰"), kind="thought", hours=15)
    assert told("thought", organ) == (False, (1, 2))
    taught(organ, "2026-02-03", world.people[Role.HEAD], kind="thought", hours=15)
    assert told("thought", organ) == (True, (2, 2))


def test_the_rotation_is_judged_on_its_last_day(world: World) -> None:
    organ = world.organs["示环"]
    one, two = enrolled(world, "孙杰", "示环"), enrolled(world, "周涛", "示环")
    taught(organ, "2026-06-30", one, campaign="rotation")
    table = [(date(2026, 6, 29), None, (0, 2)), (date(2026, 6, 30), None, (1, 2)), (date(2026, 7, 1), False, (1, 2))]
    for day, met, of in table:
        assert told("rotation", organ, day) == (met, of), day
    taught(organ, "2026-07-01", two, campaign="rotation")
    assert told("rotation", organ) == (False, (1, 2))
    assert "逾期完成 1 人" in read("rotation", organ).why
    Session.objects.filter(campaign="rotation").update(
        starts_at=timezone.make_aware(timezone.datetime(2026, 6, 30, 23, 59)), ends_at=timezone.make_aware(timezone.datetime(2026, 7, 1, 1))
    )
    assert told("rotation", organ) == (True, (2, 2))


@pytest.mark.parametrize(
    ("name", "topic", "least"),
    [
        ("ethics", "ethics", 10), ("digital", "digital", 10), ("morals", "morals", 9), ("systems_people", "systems", 9), ("discretion", "discretion", 9),
        ("schemes_people", "schemes", 9), ("integrity", "integrity", 10),
    ],
)  # fmt: skip
def test_everybody_has_heard_of_it(world: World, name: str, topic: str, least: int) -> None:
    organ = world.organs["示环"]
    people = [enrolled(world, f"人员{number}", "示环") for number in range(10)]
    taught(organ, "2026-03-02", *people)
    taught(organ, "2026-03-03", *people[: least - 1], topics=[topic])
    assert told(name, organ) == (False, (least - 1, 10))
    taught(organ, "2026-03-05", people[least - 1], topics=[topic, "field"])
    assert told(name, organ) == (True, (least, 10))


def test_twelve_months_are_not_a_calendar_year(world: World) -> None:
    organ, person = world.organs["示环"], enrolled(world, "孙杰", "示环")
    taught(organ, "2025-11-02", person, topics=["integrity", "ethics"])
    assert told("integrity", organ, date(2026, 10, 1))[0] is True
    assert told("integrity", organ, date(2026, 12, 1))[0] is False
    assert told("ethics", organ, date(2026, 10, 1))[0] is None


def test_supervisors_are_taught_their_law(world: World) -> None:
    county = world.organs["示县府"]
    assert told("supervisors", county) == (False, (0, 1))
    taught(world.organs["示司"], "2026-03-02", world.people[Role.SUPERVISOR], topics=["supervision"])
    assert told("supervisors", county) == (True, (1, 1))
    fresh = world.serving("新人", Role.SUPERVISOR, "示司", since=date(2026, 5, 1))
    taught(world.organs["示司"], "2026-07-01", fresh, kind="supervision")
    assert told("supervisors", county) == (False, (2, 2))  # on the 61st day
    taught(world.organs["示司"], "2026-06-30", fresh, kind="supervision")
    assert told("supervisors", county) == (True, (2, 2))
    assert told("supervisors", world.organs["示环"]) == (False, (0, 0))


def test_induction_comes_before_the_credential(world: World) -> None:
    organ, person = world.organs["示环"], world.officer("孙杰", "示环")
    world.credential(person, valid_from="2026-04-01", valid_to="2030-01-01")
    taught(organ, "2026-04-02", person, kind="induction")
    assert told("induction", organ) == (False, (0, 1))
    taught(organ, "2026-04-01", person, kind="induction")
    assert told("induction", organ) == (True, (1, 1))
    assert told("induction", organ, date(2027, 5, 1)) == (None, (0, 0))


def test_files_politics_and_campaigns(world: World) -> None:
    organ, person = world.organs["示环"], enrolled(world, "孙杰", "示环")
    assert told("files", organ) == (False, (0, 1))
    assert told("politics_hours", organ) == (False, (0, 1))
    taught(organ, "2026-04-02", person, kind="politics", hours=3, campaign="training")
    assert told("files", organ) == (True, (1, 1))
    assert read("politics_hours", organ).value == Fraction(3)
    assert told("politics", organ) == (True, (1, 1))
    assert told("campaigns", organ) == (False, (1, 3))
    for campaign in ("practice", "contest"):
        taught(organ, "2026-05-02", person, campaign=campaign)
    assert told("campaigns", organ) == (True, (3, 3))


def test_plans_are_filed_by_the_fifteenth(world: World) -> None:
    organ = world.organs["示环"]
    enrolled(world, "孙杰", "示环")
    assert told("plans", organ) == (False, (0, 1))
    plan = draw(world, "示环", year=2026)
    Plan.objects.update(drawn_on="2026-03-01")
    assert told("plans", organ) == (True, (1, 1))
    for day, met in ((date(2026, 4, 15), None), (date(2026, 4, 16), False)):
        assert told("plan_filed", organ, day)[0] is met
    for filed, met in (("2026-04-14", True), ("2026-04-15", True), ("2026-04-16", False)):
        Plan.objects.filter(pk=plan.pk).update(state="filed", filed_on=filed)
        assert told("plan_filed", organ)[0] is met, filed
    with asked({}):
        assert read("plan_filed", organ).met is None


def test_townships_plan_by_march_and_carry_it_out(world: World) -> None:
    county = world.organs["示县府"]
    assert told("township_plans", county, date(2026, 3, 31))[0] is None
    assert told("township_plans", county, date(2026, 4, 1)) == (False, (0, 1))
    plan = draw(world, "城政", year=2026, lines=[{**LINE, "title": f"项目{at}"} for at in range(10)])
    for drawn, met in (("2026-03-31", True), ("2026-04-01", False)):
        Plan.objects.update(drawn_on=drawn)
        assert told("township_plans", county)[0] is met
    assert told("plan_done", county) == (False, (0, 10))
    lines = list(plan.lines.all())
    for line in lines[:9]:
        session = taught(world.organs["城政"], "2026-05-02")
        Session.objects.filter(pk=session.pk).update(line=line)
    assert told("plan_done", county) == (True, (9, 10))


def test_ways_of_teaching(world: World) -> None:
    organ, person = world.organs["示环"], enrolled(world, "孙杰", "示环")
    taught(organ, "2026-05-02", person, method="lecture")
    assert told("methods", organ) == (False, (0, 1))
    assert "只有法治专题讲座 1 场" in read("methods", organ).behind[0].lacks
    taught(organ, "2026-05-03", person, method="court")
    assert told("methods", organ) == (True, (1, 1))


ORGANS: dict[str, Callable[[World], object]] = {
    "supervision_law": lambda world: taught(world.organs["示环"], "2026-05-02", topics=["supervision"]),
    "schemes": lambda world: taught(world.organs["示环"], "2026-05-02", topics=["schemes"]),
    "systems": lambda world: taught(world.organs["示环"], "2026-05-02", topics=["systems"]),
    "own_business": lambda world: taught(world.organs["示环"], "2026-05-02", kind="skill"),
    "public_all": lambda world: taught(world.organs["示司"], "2026-05-02", _person(world), kind="public"),
    "joint": lambda world: (taught(world.organs["示司"], "2026-05-02", _person(world), kind="special"), ruled(world, "示县府", "joint_training")),
}


def test_organs_on_the_platform(world: World) -> None:
    organ = world.organs["示市监"]
    assert told("registered", organ)[0] is None  # nobody there is on the roll
    enrolled(world, "孙杰", "示市监")
    enrolled(world, "周平", "示环")
    assert told("registered", organ) == (True, (1, 1))  # 张伟 has an account
    assert told("registered", world.organs["示县府"]) == (False, (1, 2))


def test_a_scheme_of_joint_training_is_wanted_in_writing(world: World) -> None:
    enrolled(world, "孙杰", "示环")
    ORGANS["joint"](world)
    assert told("joint", world.organs["示环"])[0] is True
    assert read("joint", world.organs["示环"], date(2023, 12, 31)).met is not True


def test_who_is_on_the_front_line_is_taught_to_use_the_systems(world: World) -> None:
    near, far = enrolled(world, "孙杰", "示环"), enrolled(world, "周平", "示环")
    taught(world.organs["示环"], "2026-05-01", near, topics=["digital"])
    assert told("digital", world.organs["示环"]) == (False, (1, 2))
    for person, name, front in ((near, "外勤", "1"), (far, "内勤", "0")):
        post = books.enter(SYSTEM, POSTS, world.organs["示环"].pk, {"name": name, "frontline": front, "duties": "执法"})
        books.enter(SYSTEM, ASSIGNMENTS, world.organs["示环"].pk, {"officer": str(person.pk), "post": str(post.pk), "since": "2026-01-01"})
    assert told("digital", world.organs["示环"]) == (True, (1, 1))


def _person(world: World):
    from fadu.agencies.models import Officer

    return Officer.objects.get(name="孙杰")


@pytest.mark.parametrize("name", ORGANS)
def test_what_each_organ_must_hold(world: World, name: str) -> None:
    organ = world.organs["示环"]
    assert read(name, organ).met is None  # nobody enforces here
    enrolled(world, "孙杰", "示环")
    taught(organ, "2026-05-01", method="court", kind="thought")
    taught(world.organs["邻市监"], "2026-05-01", topics=["supervision", "systems", "schemes"], kind="skill")
    assert told(name, organ) == (False, (0, 1))
    ORGANS[name](world)
    assert told(name, organ) == (True, (1, 1))
    assert told(name, organ, date(2027, 1, 5)) == (None, (0, 1))


def test_drills_in_townships(world: World) -> None:
    county, town = world.organs["示县府"], world.organs["城政"]
    taught(world.organs["示司"], "2026-05-02", method="lecture", audience=[town])
    assert told("drills", county) == (False, (0, 1))
    taught(world.organs["示司"], "2026-05-03", method="drill", audience=[town])
    assert told("drills", county) == (True, (1, 1))
    assert read("drills", world.organs["示环"]).met is None


def test_public_law_for_townships_by_the_justice_department(world: World) -> None:
    county, person = world.organs["示县府"], enrolled(world, "孙杰", "城政")
    taught(world.organs["示市监"], "2026-05-02", person, kind="public", hours=60)
    assert told("organised", county) == (False, (0, 1))
    taught(world.organs["示司"], "2026-05-02", person, kind="public", hours=40)
    assert told("organised", county) == (True, (1, 1))
    assert "举办 40 学时" in read("organised", county).why
    with asked({}):
        assert read("organised", county).met is None


def test_who_hands_powers_down_teaches(world: World) -> None:
    county, town, bureau = world.organs["示县府"], world.organs["城政"], world.organs["示环"]
    one, two = enrolled(world, "孙杰", "城政"), enrolled(world, "周涛", "城政")
    names = ("delegated", "guidance", "handed", "township_skill")
    assert {read(name, county).met for name in names} == {None}
    with asked(EVERYTHING, [Handed(bureau.pk, town.pk)]):
        assert {told(name, county) for name in names} == {(False, (0, 1))}
        taught(bureau, "2026-03-02", one, kind="delegated", audience=[town])
        assert {name: told(name, county)[0] for name in names} == dict.fromkeys(names, False)
        taught(world.organs["示市监"], "2026-03-03", one, two, kind="special", audience=[town])  # not the bureau that handed down
        taught(bureau, "2026-04-02", two, kind="special", method="guidance", audience=[town])
        assert {told(name, county) for name in names} == {(True, (1, 1))}
        Session.objects.filter(course__method="guidance").update(cancelled_at=timezone.now(), cancel_reason="x")
        assert {name: told(name, county)[0] for name in names} == dict.fromkeys(names, False)


def test_lessons_off_duty(world: World) -> None:
    organ, person = world.organs["示市监"], enrolled(world, "孙杰")
    today = timezone.localdate()
    assert told("off_duty", organ, today) == (None, (0, 0))
    found = begin(person)
    assert told("off_duty", organ, today) == (True, (1, 1))
    assert told("return", organ, today) == (None, (0, 0))
    taught(organ, str(timezone.localdate(found.starts_at).fromordinal(timezone.localdate(found.starts_at).toordinal() + 5)), person, kind="return", hours=40)
    back(found)
    assert told("return", organ, today) == (True, (1, 1))
    Course.objects.update(hours=39)
    assert told("return", organ, today) == (False, (0, 1))
    OffDuty.objects.all().delete()
    assert told("off_duty", organ, today) == (False, (0, 1))
