"""A township, an outpost: through the door only on what was granted or is its department's."""

from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.cases.errors import Refused
from fadu.cases.models import Case
from fadu.cases.services import register, take
from fadu.catalog.services import register_delegation, withdraw_delegation
from tests.cases.world import Bureau

pytestmark = pytest.mark.django_db


@pytest.fixture
def township(bureau: Bureau) -> Bureau:
    """城关镇, with two who enforce and a head."""
    bureau.organ("示范县城关镇人民政府", "城关政", "示县府", field="general", level="township")
    for username, name, role in (("hanyang", "韩洋", Role.OFFICER), ("liuyun", "刘云", Role.OFFICER), ("xuxiuying", "许秀英", Role.HEAD)):
        bureau.named[username] = bureau.person(username, name, role, "城关政", category="general")
    return bureau


def granted(bureau: Bureau, **more: str) -> int:
    data = {
        "kind": "grant", "organ": str(bureau.organs["城关政"].pk), "items": "SC-CF-001", "basis": "《行政处罚法》第二十四条第一款",
        "document": "示政字〔2024〕8号", "since": "2024-07-01", "published_on": "2024-06-20", **more,
    }  # fmt: skip
    return register_delegation(SYSTEM, data).pk


def filed(bureau: Bureau, food: dict[str, Any], item: str = "SC-CF-001") -> str:
    """Register and file the food case in the township; the stage it is in then."""
    opening, filing = food["steps"][0], food["steps"][1]
    at = [timezone.make_aware(datetime.fromisoformat(step["at"])) for step in (opening, filing)]
    taken = register(bureau.who("hanyang"), "penalty.general", {**opening["data"], "item": item}, taken_at=at[0])
    people = [bureau.named[name].pk for name in ("hanyang", "liuyun")]
    return take(bureau.who("xuxiuying"), taken.case_id, "file", {**filing["data"], "appointed": people}, taken_at=at[1]).stage


def refusal(bureau: Bureau, food: dict[str, Any], item: str = "SC-CF-001") -> set[str]:
    with pytest.raises(Refused) as refused:
        filed(bureau, food, item)
    assert Case.objects.get().stage == "source"
    return {objection.rule for objection in refused.value.objections}


def test_on_what_was_granted_it_files(township: Bureau, food: dict[str, Any]):
    granted(township)
    assert filed(township, food) == "investigating"


def test_without_a_grant_it_is_refused_with_the_article(township: Bureau, food: dict[str, Any]):
    assert {"CF-017", "CF-023", "CF-024-1"} <= refusal(township, food)


def test_an_item_outside_the_grant_is_refused(township: Bureau, food: dict[str, Any]):
    granted(township)
    assert "CF-024-1" in refusal(township, food, "SC-CF-002")


def test_a_grant_not_yet_published_is_refused(township: Bureau, food: dict[str, Any]):
    granted(township, published_on="2026-12-01")
    assert refusal(township, food) == {"CF-024-1"}


def test_a_grant_taken_back_before_is_refused(township: Bureau, food: dict[str, Any]):
    withdraw_delegation(SYSTEM, granted(township), {"ends_on": "2025-01-01", "reason": "评估不合格，收回"})
    assert "CF-024-1" in refusal(township, food)
