"""Each figure of care on a county made by hand: when it can't be told, is missed, is met."""

from datetime import date, timedelta

import pytest

from fadu.accounts.actors import SYSTEM
from fadu.agencies.care import services
from fadu.agencies.care.figures import FIGURES
from tests.agencies.equipment.figures import TODAY, Asked, designated, place, ruled, team
from tests.agencies.world import World

pytestmark = pytest.mark.django_db
UNTOLD, MISSED, MET = None, False, True


@pytest.fixture
def asked(world: World, monkeypatch: pytest.MonkeyPatch) -> Asked:
    place(monkeypatch, {})
    return Asked(world, FIGURES)


PAPERS = ("care.team_opinion", "care.index", "care.coursebook", "care.guides", "care.norms")
"""Papers that have to be there, whoever serves."""


def test_an_empty_county(asked: Asked) -> None:
    told = {name: asked.read(name).met for name in asked.figures if asked.read(name).met is not None}
    assert set(told) == {"care.organs", "care.rules.four", "care.circumstances", "care.counselling", *PAPERS}
    assert not any(told.values())


def test_appraised_by_the_end_of_march(asked: Asked, world: World) -> None:
    people = team(world, "示市监", 2)
    for person in people:
        person.refresh_from_db()
    after = date(TODAY.year, 4, 1)
    for at, person in enumerate(people):
        assert asked.shows("care.appraised", on=date(TODAY.year, 3, 31)) == (UNTOLD, (at, 2))
        assert asked.shows("care.appraised", on=after) == (MISSED, (at, 2))
        entry = {"officer": str(person.pk), "year": str(TODAY.year - 1), "grade": "competent", "decided_on": f"{TODAY.year}-01-10", "paper": "考1"}
        services.appraise(SYSTEM, person.organ_id, entry)
    assert asked.shows("care.appraised", on=date(TODAY.year, 3, 31)) == (MET, (2, 2))


def test_townships_appraised_every_way(asked: Asked, world: World) -> None:
    def appraise(methods: list[str], back: int) -> None:
        entry = {"year": str(TODAY.year), "held_on": str(TODAY - timedelta(days=back)), "methods": methods, "grade": "良好", "paper": "号"}
        services.appraise_organ(SYSTEM, world.organs["城政"].pk, entry)

    appraise(["qualitative", "quantitative", "internal"], 10)
    assert asked.read("care.organs").behind[0].lacks == "缺少方式：内部与外部、检查与自查"
    appraise(["external", "inspected", "self"], 364)
    assert asked.shows("care.organs") == (MET, (1, 1))
    assert asked.shows("care.organs", on=TODAY + timedelta(days=1)) == (MISSED, (0, 1))


def test_rules(asked: Asked, world: World) -> None:
    team(world, "示市监", 1)
    assert asked.shows("care.appraisal.rules") == (MISSED, (0, 1))
    assert asked.shows("care.untied")[0] is UNTOLD
    ruled(world, "示市监", "appraisal", indices="案卷合格率\n培训学时")
    assert asked.shows("care.appraisal.rules") == (MET, (1, 1))
    assert asked.read("care.untied").met is MET
    ruled(world, "示县府", "appraisal", indices="罚没收入完成率")
    assert asked.read("care.untied").behind[0].lacks == "罚没收入完成率"
    for rule in ("platform", "file_review", "guiding_cases"):
        ruled(world, "示县府", rule)
    assert asked.shows("care.rules.four") == (MISSED, (3, 4))
    ruled(world, "示司", "accountability", elements="6")
    assert asked.shows("care.rules.four") == (MET, (4, 4))
    assert asked.shows("care.circumstances") == (MISSED, (1, 2))
    ruled(world, "示司", "exemption", elements="5", checked=False)
    assert asked.shows("care.circumstances") == (MISSED, (1, 2))
    ruled(world, "示司", "exemption", elements="5")
    assert asked.shows("care.circumstances") == (MET, (2, 2))
    assert asked.shows("care.rules.six") == (MISSED, (0, 1))
    for rule in ("guiding_cases", "benchmarks", "file_review", "complaints", "credentials"):
        ruled(world, "示市监", rule)
    assert asked.shows("care.rules.six") == (MET, (1, 1))


def test_matters(asked: Asked, world: World) -> None:
    person = team(world, "示市监", 1)[0]
    day = str(TODAY)
    entry = {"kind": "exemption", "officer": str(person.pk), "facts": "首次适用", "accepted_on": day}
    row = services.accept_matter(SYSTEM, person.organ_id, entry)
    assert asked.shows("care.exemptions") == (MISSED, (0, 1))
    assert asked.shows("care.cited")[0] is UNTOLD
    for stage in ("investigated", "heard"):
        services.advance_matter(SYSTEM, row.pk, {"stage": stage, "on": day, "says": "x"})
    decision = {"decider": "meeting", "found": "1", "circumstance": "情形三", "basis": "第七条", "outcome": "免予追究"}
    services.advance_matter(SYSTEM, row.pk, {"stage": "decided", "on": day, "says": "x", **decision})
    assert asked.shows("care.cited") == (MET, (1, 1))
    services.advance_matter(SYSTEM, row.pk, {"stage": "closed", "on": day, "says": "x"})
    assert asked.shows("care.exemptions") == (MET, (1, 1))


def test_commendations_are_never_held_against_anybody(asked: Asked, world: World) -> None:
    assert asked.read("care.commended").met is UNTOLD
    entry = {"title": "先进集体", "given_by": "县政府", "given_on": str(TODAY), "paper": "表1"}
    services.commend(SYSTEM, world.organs["示市监"].pk, entry)
    assert (asked.read("care.commended").met, asked.read("care.commended").value) == (MET, 1)


def test_insurance(asked: Asked, world: World) -> None:
    one, two = team(world, "示市监", 2)
    year = TODAY.year

    def insure(person: object, cover: str, since: str, until: str) -> None:
        entry = {"officer": str(person.pk), "cover": cover, "insurer": "某", "policy": f"{cover}{since}", "since": since, "until": until}  # type: ignore[attr-defined]
        services.insure(SYSTEM, world.organs["示市监"].pk, entry)

    insure(one, "accident", f"{year}-01-01", f"{year}-12-31")
    insure(two, "accident", f"{year}-01-01", f"{year}-03-31")
    assert asked.shows("care.insured", on=date(year, 3, 31)) == (MET, (2, 2))
    assert asked.shows("care.insured", on=date(year, 4, 1)) == (MISSED, (1, 2))
    assert asked.read("care.gaps", on=date(year, 4, 10)).value == 10
    insure(two, "accident", f"{year}-04-04", f"{year}-12-31")
    reading = asked.read("care.gaps", on=date(year, 4, 10))
    assert (reading.value, reading.met) == (3, MISSED)
    assert asked.read("care.gaps", on=date(year, 3, 31)).met is MET
    assert asked.shows("care.insured.both") == (MISSED, (0, 2))
    for person in (one, two):
        insure(person, "injury", f"{year}-01-01", f"{year}-12-31")
    assert asked.shows("care.insured.both") == (MET, (2, 2))


def test_counselling(asked: Asked, world: World) -> None:
    year = TODAY.year
    entry = {"provider": "某中心", "paper": "协1", "since": f"{year}-01-03", "until": f"{year}-12-31"}
    services.agree(SYSTEM, world.organs["示县府"].pk, entry)
    assert asked.shows("care.counselling", "示市监", date(year, 1, 10)) == (MISSED, (8, 10))
    services.agree(SYSTEM, world.organs["示市监"].pk, {**entry, "since": f"{year - 1}-06-01", "until": f"{year}-01-02"})
    assert asked.shows("care.counselling", "示市监", date(year, 1, 10)) == (MET, (10, 10))


@pytest.mark.parametrize(("offered", "met"), [("-05-04T10:00", MET), ("-05-04T10:01", MISSED), ("", MISSED)])
def test_help_within_seventy_two_hours(asked: Asked, world: World, offered: str, met: bool) -> None:
    person, year = team(world, "示市监", 1)[0], TODAY.year
    incident = services.note_incident(SYSTEM, person.organ_id, {"name": "事件", "happened_at": f"{year}-05-01T10:00"})
    if offered:
        services.offer_help(SYSTEM, incident.pk, {"officer": str(person.pk), "offered_at": f"{year}{offered}", "attended": "0"})
    assert asked.read("care.crises").met is met


@pytest.mark.parametrize(("posts", "met"), [(9, MISSED), (10, MET), (21, MET), (22, MISSED)])
def test_posts_of_a_team(asked: Asked, world: World, monkeypatch: pytest.MonkeyPatch, posts: int, met: bool) -> None:
    place(monkeypatch, {"team.posts.least": 10, "team.posts.most": 21})
    assert asked.read("care.team.posts").met is UNTOLD
    designated(world, "城政", "posts", posts)
    assert asked.read("care.team.posts").met is met


def test_people_at_work_in_a_team(asked: Asked, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked.read("care.team.fulltime").met is UNTOLD
    place(monkeypatch, {"team.fulltime.least": 6, "team.fulltime.small": 4})
    people = team(world, "城政", 6)
    assert asked.shows("care.team.fulltime") == (MET, (1, 1))
    row = services.send_away(SYSTEM, people[0].organ_id, {"officer": str(people[0].pk), "kind": "seconded", "since": str(TODAY)})
    assert asked.read("care.team.fulltime").behind[0].lacks == "实际专职 5 人，应不少于 6 人"
    assert asked.shows("care.team.fulltime", on=TODAY - timedelta(days=1)) == (MET, (1, 1))
    designated(world, "城政", "small")
    assert asked.shows("care.team.fulltime") == (MET, (1, 1))
    services.come_back(SYSTEM, row.pk, {"until": str(TODAY), "reason": "期满"})
    assert asked.shows("care.team.fulltime") == (MET, (1, 1))
