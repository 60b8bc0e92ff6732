"""Two people list one code, review one item, evaluate one grant at the same moment: one gets through, the other is told."""

import threading
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies.kinds import Level
from fadu.catalog import services
from fadu.catalog.models import Delegation, GrantEvaluation, ItemReview, PowerItem
from fadu.law.forms import Invalid
from tests.catalog.listing import grant, item_data, listed, organ

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
RUNNERS = 6


def together(act: Callable[[int], Any]) -> list[Any]:
    """Let all begin at once; gives what each got or was told."""
    results: list[Any] = []
    start = threading.Barrier(RUNNERS)

    def run(number: int) -> None:
        start.wait()
        try:
            results.append(act(number))
        except Invalid as wrong:
            results.append(wrong)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(RUNNERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def passed(results: list[Any]) -> int:
    return sum(not isinstance(one, Invalid) for one in results)


def test_one_code_is_listed_once(imported):
    results = together(lambda number: services.list_item(SYSTEM, item_data(name=f"第{number}个人写的")))
    assert passed(results) == PowerItem.objects.count() == 1


def test_one_item_is_changed_by_one(imported):
    listed()
    results = together(lambda number: services.list_item(SYSTEM, item_data(name=f"第{number}个人改的", since="2025-01-01")))
    assert passed(results) == 1
    assert PowerItem.objects.filter(until__isnull=True).count() == 1


def test_one_review_is_open_and_ended_once(imported):
    listed()
    due = {"ground": "regular", "due_on": str(timezone.localdate() + timedelta(9))}
    assert passed(together(lambda _number: services.open_reviews(SYSTEM, ["SC-CF-100"], due))) == 1
    found = dict.fromkeys(("legality", "reasonableness", "necessity"), "1") | {f"{name}_why": "x" for name in ("legality", "reasonableness", "necessity")}
    review = ItemReview.objects.get().pk
    assert passed(together(lambda _number: services.conclude_review(SYSTEM, review, {**found, "result": "keep", "result_why": "x"}))) == 1


def test_one_grant_is_adjusted_once(imported):
    listed("A-1")
    listed("A-2")
    row = grant(organ(2, level=Level.TOWNSHIP), "A-1 A-2")
    data = {"year": "2025", "conclusion": "adjust", "reason": "x", "unused_why": "x", "taken_back": "A-2", "document": "x", "effective_on": "2026-12-01"}
    assert passed(together(lambda _number: services.evaluate_grant(SYSTEM, row.pk, data))) == 1
    assert GrantEvaluation.objects.count() == 1
    assert Delegation.objects.count() == 2
