"""Monitoring devices: what the register says of them on a day, to the day."""

from datetime import date
from typing import Any

import pytest
from django.test import Client

from fadu.accounts.actors import PUBLIC, SYSTEM
from fadu.agencies.equipment import selectors, services
from fadu.law.forms import Invalid
from tests.agencies.equipment.made import CERTIFICATE, PUBLISHED, REVIEWS, device, device_data
from tests.agencies.world import World

pytestmark = pytest.mark.django_db
LEGAL, TECHNICAL = REVIEWS

# what is otherwise than in a sound device, the day of the record, the facts that fail
TABLE: list[tuple[str, dict[str, Any], str, set[str]]] = [
    ("sound", {}, "2026-05-01", set()),
    ("first day of all", {}, "2024-01-10", set()),
    ("published the day after", {}, "2024-01-09", {"device_place_published"}),
    ("before the certificate", {}, "2024-01-07", {"device_place_published", "device_well_placed"}),
    ("last day of the certificate", {}, "2027-01-07", set()),
    ("a day past the certificate", {}, "2027-01-08", {"device_well_placed"}),
    ("no certificate", {"certificate": None}, "2026-05-01", {"device_well_placed"}),
    ("never published", {"published": None}, "2026-05-01", {"device_place_published"}),
    ("no legal review", {"reviews": (TECHNICAL,)}, "2026-05-01", {"device_legal_reviewed"}),
    ("no technical review", {"reviews": (LEGAL,)}, "2026-05-01", {"device_technical_reviewed", "device_well_placed"}),
    ("legal review failed", {"reviews": ({**LEGAL, "passed": "0"}, TECHNICAL)}, "2026-05-01", {"device_legal_reviewed"}),
    ("badly placed", {"reviews": (LEGAL, {**TECHNICAL, "placed": "0"})}, "2026-05-01", {"device_well_placed"}),
    ("failed anew", {"reviews": (*REVIEWS, {**TECHNICAL, "on": "2026-05-01", "passed": "0"})}, "2026-05-01", {"device_technical_reviewed"}),
    ("the day before it failed", {"reviews": (*REVIEWS, {**TECHNICAL, "on": "2026-05-01", "passed": "0"})}, "2026-04-30", set()),
    ("no statute", {"basis": ""}, "2026-05-01", {"device_authorised"}),
    ("nowhere to ask", {"query": ""}, "2026-05-01", {"device_query_offered"}),
]


@pytest.mark.parametrize(("what", "made", "on", "fails"), TABLE, ids=[row[0] for row in TABLE])
def test_what_the_register_says_on_a_day(world: World, what: str, made: dict[str, Any], on: str, fails: set[str]):
    item = device(world, **made)
    found = selectors.evidence_of(item.number, date.fromisoformat(on))
    assert found is not None
    assert {name for name, held in found.facts.items() if not held} == fails
    assert bool(found.lacks) == bool(fails)


def test_a_number_that_nobody_registered(world: World):
    assert selectors.evidence_of("JK-0", date(2026, 5, 1)) is None


def test_a_device_that_moved_is_to_be_published_anew(world: World):
    item = device(world)
    services.move_device(SYSTEM, item.pk, {"place": "西环路 3 号", "since": "2026-03-01", "reason": "道路改造"})
    services.publish_device(SYSTEM, item.pk, {"published_on": "2026-03-05", "published_at": "县政府门户网站"})
    told = [selectors.evidence_of(item.number, date(2026, month, day)) for month, day in ((2, 28), (3, 1), (3, 4), (3, 5))]
    assert [(reading.place, reading.facts["device_place_published"]) for reading in told if reading] == [
        ("清河路与东街路口", True),
        ("西环路 3 号", False),
        ("西环路 3 号", False),
        ("西环路 3 号", True),
    ]


def test_a_device_that_was_stopped_is_good_on_its_last_day(world: World):
    item = device(world)
    services.stop_device(SYSTEM, item.pk, {"until": "2026-06-30", "reason": "更新"})
    placed = [selectors.evidence_of(item.number, date(2026, *day)) for day in ((6, 30), (7, 1))]
    assert [reading.facts["device_well_placed"] for reading in placed if reading] == [True, False]
    with pytest.raises(Invalid):
        services.publish_device(SYSTEM, item.pk, PUBLISHED)


@pytest.mark.parametrize(
    ("act", "data", "field"),
    [
        ("review_device", {**LEGAL, "on": "2024-01-05"}, "on"),
        ("review_device", {**TECHNICAL, "placed": ""}, "placed"),
        ("review_device", {**LEGAL, "kind": "moral"}, "kind"),
        ("calibrate_device", {**CERTIFICATE, "until": "2024-01-07"}, "until"),
        ("calibrate_device", {**CERTIFICATE, "since": "2099-01-01"}, "since"),
        ("publish_device", PUBLISHED, "published_on"),
        ("move_device", {"place": "x", "since": "2023-12-31", "reason": "x"}, "since"),
        ("stop_device", {"until": "2023-12-31", "reason": "x"}, "until"),
        ("edit_device", {"name": "x", "watches": "y"}, "reason"),
    ],
)
def test_what_is_entered_wrongly_is_told_by_field(world: World, act: str, data: dict[str, Any], field: str):
    item = device(world)
    with pytest.raises(Invalid) as wrong:
        getattr(services, act)(SYSTEM, item.pk, data)
    assert field in wrong.value.errors


def test_a_number_is_registered_once(world: World):
    item = device(world)
    with pytest.raises(Invalid) as wrong:
        services.register_device(SYSTEM, world.organs["示环"].pk, device_data(number=item.number))
    assert "number" in wrong.value.errors


def test_everybody_reads_the_list_of_published_places(world: World):
    item, hidden = device(world), device(world, published=None, place="无名路")
    page = Client().get("/devices/").content.decode()
    assert item.number in page
    assert "清河路与东街路口" in page
    assert hidden.number not in page
    assert item.number not in Client().get("/devices/", {"q": "西环"}).content.decode()
    assert [siting.device for siting in selectors.published(PUBLIC, date(2024, 1, 10))] == [item]
    assert not selectors.published(PUBLIC, date(2024, 1, 9))


@pytest.mark.parametrize("query", ["q=%00", "after=x", "before=" + "9" * 40, "q=" + "路" * 500, "after=-1"])
def test_no_address_breaks_the_list(world: World, query: str):
    assert Client().get(f"/devices/?{query}").status_code == 200
