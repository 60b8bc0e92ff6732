"""Cases of an organ that was merged away: they stay with it, and the successor's people see them."""

from datetime import datetime
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Actor
from fadu.accounts.permissions import scope
from fadu.agencies import services as agencies
from fadu.cases.errors import NotFound, Refused
from fadu.cases.models import Case
from fadu.cases.services import register, take
from fadu.cases.services.replay import _people
from fadu.law.forms import Invalid
from fadu.law.registry import procedure_of
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
    assert [case] == seen(bureau.who("liwei"))  # and who handled it came along and goes on with it


def test_who_came_along_takes_the_next_step_and_nobody_else_of_the_successor(bureau: Bureau, food: dict[str, Any]):
    bureau.general()
    steps = {step["step"]: step for step in food["steps"]}

    def moment(name: str) -> datetime:
        return timezone.make_aware(datetime.fromisoformat(steps[name]["at"]))

    done = register(bureau.who("liwei"), "penalty.general", steps["register"]["data"], taken_at=moment("register"))
    take(bureau.who("zhaoqiang"), done.case_id, "file", _people(procedure_of("penalty.general")["file"].asks, steps["file"]["data"]), taken_at=moment("file"))
    old, heir = bureau.bureau, bureau.organs["示综"]
    agencies.merge(
        SYSTEM,
        {"predecessors": [str(old.pk)], "successor": str(heir.pk), "on": str(timezone.localdate()), "paper": "示编发〔2026〕9号", "reason": "机构改革"},
    )
    data = {"term": "2026-12-31", "reason": "案情复杂", "until": "2026-12-31"}
    with pytest.raises(NotFound):
        take(bureau.who("zhoulin"), done.case_id, "question", data)
    with pytest.raises((Invalid, Refused)):  # past the door: what stands against it now is the form or the law, not the reach
        take(bureau.who("liwei"), done.case_id, "question", data)
