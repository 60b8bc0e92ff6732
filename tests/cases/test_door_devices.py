"""Evidence from a monitoring device: at the door it is what the register says of the device on the day of its record."""

from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies.equipment import services
from fadu.cases.errors import Refused
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.cases.services import register, take
from fadu.law.forms import Invalid
from tests.agencies.equipment.made import REVIEWS, device
from tests.cases.world import Bureau

pytestmark = pytest.mark.django_db


def collected(bureau: Bureau, food: dict[str, Any], **answers: Any) -> str:
    """Take the food case up to its first collection of evidence, which says so of a device besides."""
    case_id = None
    for step in food["steps"]:
        at = timezone.make_aware(datetime.fromisoformat(step["at"]))
        data = {**step["data"], **({"device_used": True, "device_record_passed": True, **answers} if step["step"] == "collect" else {})}
        for name in ("present", "appointed"):
            if name in data:
                data[name] = [bureau.named[person].pk for person in data[name]]
        who = bureau.who(step["by"])
        if case_id is None:
            case_id = register(who, "penalty.general", data, taken_at=at).case_id
            continue
        stage = take(who, case_id, step["step"], data, taken_at=at).stage
        if step["step"] == "collect":
            return stage
    raise LookupError("collect")


def facts(bureau: Bureau) -> dict[str, Any]:
    step = StepRow.objects.get(name="collect")
    return {name: value for name, value in step.context["case"].items() if name.startswith("device_")}


DAY = "2026-01-05"
"""The device of the tests is good from 2024-01-10 to 2027-01-07; the cases below make another one so that DAY lies at its edge."""


@pytest.mark.parametrize(
    ("made", "lawful"),
    [
        ({}, True),
        ({"certificate": {"paper": "J", "by": "所", "since": "2024-01-08", "until": DAY}}, True),
        ({"certificate": {"paper": "J", "by": "所", "since": "2024-01-08", "until": "2026-01-04"}}, False),
        ({"certificate": {"paper": "J", "by": "所", "since": DAY, "until": "2027-01-04"}}, True),
        ({"certificate": {"paper": "J", "by": "所", "since": "2026-01-06", "until": "2027-01-04"}}, False),
        ({"published": {"published_on": DAY, "published_at": "门户"}}, True),
        ({"published": {"published_on": "2026-01-06", "published_at": "门户"}}, False),
        ({"published": None}, False),
        ({"reviews": REVIEWS[:1]}, False),
        ({"reviews": REVIEWS[1:]}, False),
        ({"reviews": ()}, False),
        ({"basis": ""}, False),
    ],
)
def test_a_record_is_taken_in_or_refused_by_the_register(bureau: Bureau, food: dict[str, Any], made: dict[str, Any], lawful: bool):
    item = device(bureau, **made)
    if lawful:
        assert collected(bureau, food, device_number=item.number, device_recorded_on=DAY) == "investigating"
        assert all(facts(bureau).values())
        return
    with pytest.raises(Refused) as refused:
        collected(bureau, food, device_number=item.number, device_recorded_on=DAY)
    assert {objection.rule for objection in refused.value.objections} == {"CF-041-1"}
    assert Case.objects.get().stage == "investigating"
    assert not StepRow.objects.filter(name="collect").exists()


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"device_number": "JK-0", "device_recorded_on": DAY}, "device_number"),
        ({"device_number": "", "device_recorded_on": DAY}, "device_number"),
        ({"device_number": "JK-0", "device_recorded_on": ""}, "device_recorded_on"),
        ({"device_number": "JK-0", "device_recorded_on": "2026-99-01"}, "device_recorded_on"),
        ({"device_number": "JK-0", "device_recorded_on": "2099-01-01"}, "device_recorded_on"),
    ],
)
def test_a_device_that_is_not_in_the_register_is_asked_for_again(bureau: Bureau, food: dict[str, Any], answers: dict[str, Any], field: str):
    with pytest.raises(Invalid) as wrong:
        collected(bureau, food, **answers)
    assert set(wrong.value.errors) == {field}


def test_what_is_changed_in_the_register_later_does_not_touch_the_record(bureau: Bureau, food: dict[str, Any]):
    item = device(bureau)
    collected(bureau, food, device_number=item.number, device_recorded_on=DAY)
    services.stop_device(SYSTEM, item.pk, {"until": "2026-01-01", "reason": "补登"})
    assert all(facts(bureau).values())
    assert StepRow.objects.get(name="collect").context["told"]["device"]["number"] == item.number
