"""Cases of an organ that was merged away: they stay with it, and the successor's people see them."""

from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Actor
from fadu.accounts.permissions import scope
from fadu.agencies import services as agencies
from fadu.cases.models import Case
from fadu.cases.services import register
from tests.cases.world import Bureau

pytestmark = pytest.mark.django_db


def seen(actor: Actor) -> list[Case]:
    return list(Case.objects.filter(scope(actor, "case.see")).distinct())


def test_a_case_stays_with_its_organ_and_is_seen_by_who_continues_it(bureau: Bureau, food: dict[str, Any]):
    bureau.general()
    opening = food["steps"][0]
    register(bureau.who("liwei"), "penalty.general", opening["data"], taken_at=timezone.make_aware(datetime.fromisoformat(opening["at"])))
    old, heir = bureau.bureau, bureau.organs["示综"]
    assert not seen(bureau.who("wujun"))
    agencies.merge(
        SYSTEM,
        {"predecessors": [str(old.pk)], "successor": str(heir.pk), "on": str(timezone.localdate()), "paper": "示编发〔2026〕9号", "reason": "机构改革"},
    )
    [case] = seen(bureau.who("wujun"))
    assert case.organ_id == old.pk
    assert [case] == seen(bureau.who("linxue"))  # who reviews there
    assert [case] == seen(bureau.who("zhaoqiang"))  # who headed the old organ came along
    assert [case] == seen(bureau.who("zhaomin"))  # who supervises the county
    assert not seen(bureau.who("zhoulin"))  # an officer sees the own cases only
