"""An entrusted body: through the door only on items, in the area and within the term it was entrusted with; and an organ whose standing is gone."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies import services as agencies
from fadu.cases.errors import Refused
from fadu.cases.models import Case
from fadu.cases.services import register, take
from fadu.catalog.services import register_delegation, withdraw_delegation
from tests.cases.world import Bureau

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(bureau: Bureau) -> Bureau:
    """A body below the market bureau, with two who enforce and a head."""
    bureau.organ("示范县食品检查队", "示检队", "示市监", field="market", kind="entrusted")
    for username, name, role in (("hanyang", "韩洋", Role.OFFICER), ("liuyun", "刘云", Role.OFFICER), ("xuxiuying", "许秀英", Role.HEAD)):
        bureau.named[username] = bureau.person(username, name, role, "示检队")
    return bureau


def entrusted(bureau: Bureau, **more: str) -> int:
    data = {
        "kind": "entrustment", "organ": str(bureau.organs["示检队"].pk), "principal": str(bureau.bureau.pk), "items": "SC-CF-001", "powers": "立案、调查、决定",
        "basis": "《行政处罚法》第二十条第一款", "document": "示市监委〔2026〕1号", "public_function": "1", "since": "2026-01-01", "until": "2026-12-31",
        "published_on": "2025-12-20", "filed_on": "2026-01-10", **more,
    }  # fmt: skip
    return register_delegation(SYSTEM, data).pk


def filed(bureau: Bureau, food: dict[str, Any], item: str = "SC-CF-001", place: str = "示范县城关镇清河路 12 号", after: int = 0) -> str:
    """Register the food case in the team, and file it so many days later than in the story; the stage it is in then."""
    opening, filing = food["steps"][0], food["steps"][1]
    at = [timezone.make_aware(datetime.fromisoformat(step["at"])) for step in (opening, filing)]
    taken = register(bureau.who("hanyang"), "penalty.general", {**opening["data"], "item": item, "violation_place": place}, taken_at=at[0])
    people = [bureau.named[name].pk for name in ("hanyang", "liuyun")]
    return take(bureau.who("xuxiuying"), taken.case_id, "file", {**filing["data"], "appointed": people}, taken_at=at[1] + timedelta(after)).stage


def refusal(bureau: Bureau, food: dict[str, Any], **more: Any) -> set[str]:
    with pytest.raises(Refused) as refused:
        filed(bureau, food, **more)
    assert Case.objects.get().stage == "source"
    return {objection.rule for objection in refused.value.objections}


@pytest.mark.parametrize("area", ["", "城关镇", "柳湖镇、城关镇"])
def test_within_item_area_and_term_it_files(team: Bureau, food: dict[str, Any], area: str):
    entrusted(team, **({"area": area} if area else {}))
    assert filed(team, food) == "investigating"


def test_an_item_that_was_not_entrusted_is_refused(team: Bureau, food: dict[str, Any]):
    entrusted(team)
    assert "CF-020-4" in refusal(team, food, item="SC-CF-002")


@pytest.mark.parametrize("place", ["示范县柳湖镇文昌街 3 号", "示范县清河路 12 号"])
def test_a_place_outside_the_area_is_refused(team: Bureau, food: dict[str, Any], place: str):
    entrusted(team, area="城关镇")
    assert refusal(team, food, place=place) == {"CF-020-4"}


@pytest.mark.parametrize(
    ("term", "rules"),
    [
        ({"since": "2026-06-02"}, {"CF-020-1", "CF-020-4"}),  # the clue is of 1 June: not yet, when it is registered
        ({"since": "2025-01-01", "until": "2026-05-31"}, {"CF-020-4"}),  # over when it is registered
        ({"until": "2026-06-02"}, {"CF-020-4"}),  # good when it was registered, over when it is filed on 3 June
    ],
)
def test_outside_the_term_it_is_refused(team: Bureau, food: dict[str, Any], term: dict[str, str], rules: set[str]):
    entrusted(team, **term)
    if term.get("since") == "2026-06-02":
        assert filed(team, food) == "investigating"  # begun by the day it is filed
        return
    assert rules <= refusal(team, food)


def test_the_last_day_of_the_term_is_within_it(team: Bureau, food: dict[str, Any]):
    entrusted(team, until="2026-06-03")
    assert filed(team, food) == "investigating"


def test_what_was_taken_back_meanwhile_is_refused(team: Bureau, food: dict[str, Any]):
    withdraw_delegation(SYSTEM, entrusted(team), {"ends_on": "2026-06-02", "reason": "评估不合格"})
    assert "CF-020-4" in refusal(team, food)


def test_an_entrustment_not_published_is_refused(team: Bureau, food: dict[str, Any]):
    entrusted(team, published_on="2026-12-01")
    assert refusal(team, food) == {"CF-020-2"}


@pytest.mark.parametrize("until", [date(2026, 5, 1), date(2026, 6, 2), date(2026, 6, 3)])  # before it is registered, before it is filed, that day
def test_an_organ_whose_standing_was_cancelled_files_nothing_more(bureau: Bureau, food: dict[str, Any], until: date):
    organ = bureau.bureau
    agencies.confirm_standing(
        SYSTEM,
        organ.pk,
        {
            "confirmed_by": "government",
            "confirmer": "示范县人民政府",
            "document": "示政函〔2019〕1号",
            "basis": "《行政处罚法》第十七条",
            "since": "2019-03-01",
        },
    )
    agencies.cancel_standing(SYSTEM, organ.pk, {"until": str(until), "reason": "职能划出", "paper": "示政函〔2026〕2号"})
    opening, filing = food["steps"][0], food["steps"][1]
    at = [timezone.make_aware(datetime.fromisoformat(step["at"])) for step in (opening, filing)]
    taken = register(bureau.who("liwei"), "penalty.general", opening["data"], taken_at=at[0])
    with pytest.raises(Refused) as refused:
        take(
            bureau.who("zhaoqiang"),
            taken.case_id,
            "file",
            {**filing["data"], "appointed": [bureau.named[name].pk for name in ("liwei", "wangfang")]},
            taken_at=at[1],
        )
    assert "CF-017" in {objection.rule for objection in refused.value.objections}
