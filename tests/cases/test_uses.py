"""What the cases tell the catalogue of items: last use, what an organ handled, what was spared, who was inspected how often."""

from datetime import date
from typing import Any

import pytest

from fadu.cases import uses
from fadu.cases.models import Case, Facts
from fadu.cases.models.facts import TABLES
from fadu.cases.services.replay import replay
from fadu.catalog import answers
from fadu.law.calendar import number
from tests.cases.world import Bureau

pytestmark = pytest.mark.django_db
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture
def case(bureau: Bureau, food: dict[str, Any]) -> Case:
    """The food case, decided."""
    return Case.objects.get(pk=replay(food).case_id)


def test_an_item_was_last_used_when_its_last_case_was_opened(case):
    told = answers.uses(date(2021, 1, 1), date(2026, 12, 31))  # the room answers by itself since start-up
    assert told[case.item] == answers.Use(case.opened_on, 1)
    assert answers.uses(date(2026, 12, 31), date(2026, 12, 31))[case.item].times == 0
    assert not answers.uses(date(2021, 1, 1), date(2020, 1, 1))


def test_what_an_organ_handled(case, bureau):
    assert uses.work(bureau.bureau.pk, *YEAR)[case.item] == answers.Handled(1, 1, 0)
    assert not uses.work(bureau.bureau.pk, date(2020, 1, 1), date(2020, 12, 31))
    assert not uses.work(bureau.organs["示司"].pk, *YEAR)


def test_a_decision_that_fell_is_told_once(case, bureau):
    Facts.objects.filter(pk=case.pk).update(f_overturned_on=number(date(2026, 10, 1)))
    assert uses.work(bureau.bureau.pk, *YEAR)[case.item].overturned == 1
    review = Case.objects.create(organ=bureau.bureau, procedure="review.general", version="2024", title="复议", cause="复议", field="market", item="", party=case.party, origin=case, stage="x", stage_since=case.opened_on, opened_on=case.opened_on)  # fmt: skip
    TABLES["review"].objects.create(case=review, f_review_outcome="quashed")
    assert uses.work(bureau.bureau.pk, *YEAR)[case.item] == answers.Handled(1, 1, 1)
    Facts.objects.filter(pk=case.pk).update(f_overturned_on=None)
    assert uses.work(bureau.bureau.pk, *YEAR)[case.item].overturned == 1
    TABLES["review"].objects.update(f_review_outcome="upheld")
    assert uses.work(bureau.bureau.pk, *YEAR)[case.item].overturned == 0


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"f_minor": False, "f_grounds": 0}, (0, 0)),
        ({"f_minor": True, "f_harm": "none", "f_corrected_on": 20000}, (1, 0)),
        ({"f_minor": True, "f_harm": "none", "f_corrected_on": 20000, "f_outcome": "none_statutory"}, (1, 1)),
        ({"f_minor": True, "f_harm": "real", "f_corrected_on": 20000}, (0, 0)),
        ({"f_first_offence": True, "f_harm": "slight", "f_corrected_on": 20000, "f_grounds_answered": True}, (1, 1)),
        ({"f_grounds": 2, "f_lighter": True}, (1, 1)),
        ({"f_grounds": 2}, (1, 0)),
    ],
)
def test_who_was_to_be_spared_and_was(case, bureau, facts, expected):
    blank = dict.fromkeys(("f_minor", "f_harm", "f_corrected_on", "f_first_offence", "f_grounds", "f_grounds_answered", "f_lighter", "f_lessened"))
    Facts.objects.filter(pk=case.pk).update(**{**blank, "f_outcome": "penalty", **facts})
    assert uses.spared(bureau.bureau.pk, *YEAR) == expected


def test_how_often_one_party_was_inspected(case, bureau):
    assert not uses.checks(bureau.bureau.pk, *YEAR)
    for day in (1, 2, 3):
        Case.objects.create(organ=bureau.bureau, kind="inspection", procedure="inspection.general", version="2024", title="检查", cause="检查", field="market", item="SC-JC-001", party=case.party, stage="x", stage_since=case.opened_on, opened_on=date(2026, 3, day))  # fmt: skip
    assert uses.checks(bureau.bureau.pk, *YEAR) == {"SC-JC-001": 3}
