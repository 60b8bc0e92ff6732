"""Figures of organs over a county reckoned by hand: met, missed, can't be told."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies import delegated, services
from fadu.agencies.delegated import Entrusted
from fadu.agencies.figure import Reading
from fadu.agencies.figures import organs as figures
from fadu.agencies.models import Organ, Standing
from tests.agencies.reforms import ANNOUNCED, CONFIRMED, PAPER, PUBLISHED, merging, renaming
from tests.agencies.world import World

TODAY = timezone.localdate()


@pytest.fixture
def county(world: World) -> Organ:
    """示范县: four organs enforce in their own name (示市监、示环、示司、城政)."""
    return world.organs["示县府"]


def told(id_: str, organ: Organ, day: date = TODAY) -> Reading:
    [figure] = [figure for figure in figures.FIGURES if figure.id == id_]
    return figure.read(organ, day)


def stand(organ: Organ, *, announced: bool = True) -> None:
    services.confirm_standing(SYSTEM, organ.pk, CONFIRMED)
    if announced:
        services.announce_standing(SYSTEM, organ.pk, ANNOUNCED)


def test_every_figure_is_told_apart_and_names_its_clauses() -> None:
    ids = [figure.id for figure in figures.FIGURES]
    assert len(set(ids)) == len(ids)
    assert all(figure.clauses and figure.line for figure in figures.FIGURES)


def test_announced(world: World, county: Organ) -> None:
    for short in ("示市监", "示环"):
        stand(world.organs[short])
    stand(world.organs["示司"], announced=False)
    reading = told("organs.announced", county)
    assert (reading.value, reading.met, reading.of) == (Fraction(1, 2), False, (2, 4))
    assert {(row.label, row.lacks) for row in reading.behind if row.lacks} == {("示范县司法局", "已确认，未公告"), ("城关镇人民政府", "主体资格未确认")}
    assert told("organs.announced", world.organs["示环"]).met is True
    assert told("organs.announced", county, date(2024, 3, 9)).of == (0, 4)  # the day before the announcement
    assert told("organs.announced", world.organs["示执法"]).met is None  # an entrusted body needs none


def test_published(world: World, county: Organ) -> None:
    for short in ("示市监", "示环", "示司"):
        services.edit_publicity(SYSTEM, world.organs[short].pk, PUBLISHED, reason="公示")
    reading = told("organs.published", county)
    assert (reading.of, reading.met) == ((3, 4), False)
    assert reading.behind[0].lacks == "缺：经费来源、编制、职责权限、投诉举报电话"
    services.edit_publicity(SYSTEM, world.organs["城政"].pk, {"posts_public": "3", **PUBLISHED}, reason="公示")
    assert told("organs.published", county).met is True


@pytest.mark.parametrize(
    ("posts", "paper", "lacks"),
    [
        ((None, None), "", "没有登记编制"),
        ((5, 4), "示编字1号", "编制 9 名，应为 10 至 21 名"),
        ((10, None), "示编字1号", ""),
        ((10, 11), "示编字1号", ""),
        ((11, 11), "示编字1号", "编制 22 名，应为 10 至 21 名"),
        ((12, 0), "", "编制 12 名，没有批复文号"),
    ],
)
def test_posts_of_a_township(world: World, county: Organ, posts: Any, paper: str, lacks: str) -> None:
    Organ.objects.filter(pk=world.organs["城政"].pk).update(posts_civil=posts[0], posts_public=posts[1], posts_paper=paper)
    reading = told("organs.team_posts", county)
    assert (reading.met, reading.behind[0].lacks) == (not lacks, lacks)
    assert told("organs.team_posts", world.organs["示环"]).met is None


def test_names_as_confirmed(world: World, county: Organ) -> None:
    assert told("organs.named", county).met is None
    stand(world.organs["示市监"])
    assert told("organs.named", county).met is True
    services.rename(SYSTEM, world.organs["示市监"].pk, renaming("示范县综合监管局", "示综监"))
    reading = told("organs.named", county)
    assert (reading.of, reading.behind[0].lacks) == ((0, 1), "批复名称是“示范县市场监督管理局”")


def test_reforms_are_followed_within_thirty_days(world: World, county: Organ) -> None:
    stand(world.organs["示市监"])
    assert told("organs.ceased", county).met is None
    services.merge(SYSTEM, merging(world.organs["示环"], world.organs["示市监"]))
    on = date.fromisoformat(PAPER["on"])
    assert told("organs.ceased", county, on + timedelta(30)).met is None  # not yet counted
    assert told("organs.ceased", county, on + timedelta(31)).met is True
    Standing.objects.update(until=on + timedelta(31))
    assert told("organs.ceased", county, on + timedelta(31)).met is False
    Standing.objects.update(until=on + timedelta(30))
    assert told("organs.ceased", county, on + timedelta(31)).met is True


def row(world: World, **more: Any) -> Entrusted:
    """An entrustment by the market bureau, in order."""
    principal, body = world.organs["示市监"], world.organs["示执法"]
    base = {
        "kind": "entrustment", "label": "委托", "organ_id": body.pk, "organ": body.name, "principal_id": principal.pk, "principal": principal.name,
        "items": (("XC-001", "事项"),), "powers": "调查", "area": (), "basis": "《行政处罚法》第二十条", "document": "示市监委〔2025〕1号",
        "since": date(2025, 1, 1), "until": date(2027, 1, 1), "published_on": date(2025, 1, 1), "filed_on": date(2025, 1, 5), "running": True,
        "state": ("ok", "有效"), "reviewed": "合规",
    }  # fmt: skip
    return Entrusted(**{**base, **more})


@pytest.mark.parametrize(
    ("id_", "more", "lacks"),
    [
        ("organs.entrustments_shown", {"published_on": None}, "示市监委〔2025〕1号未公布"),
        ("organs.entrustments_whole", {"lacks": ("审批文号", "备案")}, "缺：审批文号、备案"),
        ("organs.entrustments_filed", {"overdue": "应于 2025-01-31 前备案"}, "应于 2025-01-31 前备案"),
        ("organs.entrustments_reviewed", {"reviewed": ""}, "没有复核"),
        ("organs.entrustments_reviewed", {"reviewed": "应当清理", "mended": False}, "应当清理，还没有办理"),
    ],
)
def test_entrustments(world: World, county: Organ, monkeypatch: pytest.MonkeyPatch, id_: str, more: dict[str, Any], lacks: str) -> None:
    def answered(*rows: Entrusted) -> Reading:
        monkeypatch.setattr(delegated, "_answers", [lambda _ids, _on: rows])
        return told(id_, county)

    assert answered().met is None
    assert answered(row(world)).met is True
    reading = answered(row(world), row(world, **more))
    assert reading.met is False
    assert reading.behind[0].lacks == lacks
    assert answered(row(world, kind="grant", **more)).met is None


def test_coercion_is_not_entrusted(world: World, county: Organ, monkeypatch: pytest.MonkeyPatch) -> None:
    def answered(*rows: Entrusted) -> Reading:
        monkeypatch.setattr(delegated, "_answers", [lambda _ids, _on: rows])
        return told("organs.entrustments_coercive", county)

    assert answered().met is None
    assert (answered(row(world)).value, answered(row(world)).met) == (0, True)
    reading = answered(row(world), row(world, coercive=("QZ-1",)))
    assert (reading.value, reading.met) == (1, False)
    assert answered(row(world, coercive=("QZ-1",), running=False)).met is None
