"""赋权评估: indicators computed, 调整 and 收回 carried through to the grant."""

from datetime import date

import pytest
from django.utils import timezone

from fadu.accounts.actors import PUBLIC, SYSTEM
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.kinds import Level
from fadu.agencies.models import Change
from fadu.catalog import answers, selectors, services
from fadu.catalog.answers import Handled
from fadu.catalog.models import Delegation, GrantEvaluation
from fadu.law.forms import Invalid
from tests.catalog.conftest import OFFICER
from tests.catalog.listing import grant, listed, organ

pytestmark = pytest.mark.django_db
KEEP = {"year": "2025", "conclusion": "keep", "reason": "接得住"}


@pytest.fixture
def granted(imported, monkeypatch) -> Delegation:
    """Two items granted to a township; it handled ten cases of the one, the county's bureau twenty."""
    bureau = organ(1)
    township = organ(2, level=Level.TOWNSHIP, field="government")
    listed("A-1")
    listed("A-2")
    work = {bureau.pk: {"A-1": Handled(20, 20, 2)}, township.pk: {"A-1": Handled(10, 8, 0), "Z-9": Handled(99, 99, 99)}}
    monkeypatch.setattr(answers._Slots, "work", lambda organ_id, _since, _until: work.get(organ_id, {}))
    monkeypatch.setattr(answers._Slots, "faulty", lambda organ_id, _since, _until: {"A-1": 3} if organ_id == township.pk else {"A-1": 1})
    return grant(township, "A-1 A-2")


def told(row: Delegation) -> dict[str, tuple[str, bool | None]]:
    return {one.name: (one.value, one.met) for one in selectors.performance(row, 2025, date(2026, 11, 20)).indicators}


def test_the_numbers_of_a_grant(granted):
    assert told(granted) == {
        "people": ("0 人", None),
        "certified": ("0 人", False),
        "taught": ("—", None),
        "cases": ("10 件", True),  # what was not granted does not count
        "unused": ("1 / 2 项", None),
        "decided": ("8 件", None),
        "faulty": ("3 / 10 件", False),  # the county: 1 of 20
        "overturned": ("0 / 8 件", True),  # the county: 2 of 20
    }


def test_without_cases_nothing_is_told_of_quality(granted, monkeypatch):
    monkeypatch.setattr(answers._Slots, "work", lambda *_: {})
    numbers = told(granted)
    assert numbers["cases"] == ("0 件", False)
    assert numbers["faulty"] == numbers["overturned"] == ("—", None)


def test_a_grant_is_kept(granted):
    row = services.evaluate_grant(SYSTEM, granted.pk, {**KEEP, "unused_why": "季节性事项"})
    assert (row.unused, row.conclusion, row.followed_by) == (["A-2"], "keep", None)
    assert {one["name"] for one in row.indicators} >= {"cases", "faulty"}
    granted.refresh_from_db()
    assert granted.until is None
    assert Change.objects.get(what="grant_evaluation").reason == "接得住"
    (due,) = selectors.evaluations_due(SYSTEM, date(2025, 12, 1))
    assert (due.missing, due.last) == (False, row)
    assert selectors.evaluations_due(SYSTEM, date(2026, 1, 1))[0].missing


def test_a_grant_is_taken_back(granted):
    row = services.evaluate_grant(SYSTEM, granted.pk, {**KEEP, "unused_why": "x", "conclusion": "withdraw", "effective_on": "2026-12-01"})
    granted.refresh_from_db()
    assert (granted.until, row.followed_by) == (date(2026, 11, 30), None)
    assert "2025 年度评估" in granted.reason


def test_a_grant_is_adjusted(granted):
    change = {"conclusion": "adjust", "taken_back": "A-2", "effective_on": "2026-12-01", "document": "省政字〔2026〕1号", "published_on": "2026-11-25"}
    row = services.evaluate_grant(SYSTEM, granted.pk, {**KEEP, "unused_why": "x", **change})
    granted.refresh_from_db()
    new = row.followed_by
    assert new is not None
    assert (granted.until, new.items, new.since, new.document) == (date(2026, 11, 30), ["A-1"], date(2026, 12, 1), "省政字〔2026〕1号")
    standing = {
        code: selectors.standing(granted.organ, selectors.item(code, date(2026, 12, 5)), date(2026, 12, 5))["agency_qualified"] for code in ("A-1", "A-2")
    }
    assert standing == {"A-1": True, "A-2": False}


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"unused_why": ""}, "unused_why", "有 1 项没有办件（A-2）"),
        ({"year": "2023"}, "year", "只能评估"),
        ({"year": "2999"}, "year", "只能评估"),
        ({"year": "x"}, "year", "应为整数"),
        ({"reason": ""}, "reason", "请填写理由"),
        ({"conclusion": "magic"}, "conclusion", "只能选"),
        ({"conclusion": "withdraw"}, "effective_on", "请填写自哪天起"),
        ({"conclusion": "withdraw", "effective_on": "2024-01-01"}, "effective_on", "收回之日应在其后"),
        ({"conclusion": "adjust", "effective_on": "2026-12-01", "document": "x"}, "taken_back", "请写明收回其中哪些"),
        ({"conclusion": "adjust", "effective_on": "2026-12-01", "document": "x", "taken_back": "A-1 A-2"}, "taken_back", "全部收回的"),
        ({"conclusion": "adjust", "effective_on": "2026-12-01", "document": "x", "taken_back": "X-404"}, "taken_back", "没有 X-404"),
        ({"conclusion": "adjust", "effective_on": "2026-12-01", "taken_back": "A-1"}, "document", "请填写调整赋权的文号"),
    ],
)
def test_what_is_wrong_is_told_and_nothing_is_changed(granted, changes, field, message):
    data = {**KEEP, "unused_why": "x", **changes}
    with pytest.raises(Invalid) as wrong:
        services.evaluate_grant(SYSTEM, granted.pk, {name: value for name, value in data.items() if value})
    assert message in wrong.value.errors[field]
    assert not GrantEvaluation.objects.exists()
    granted.refresh_from_db()
    assert granted.until is None


def test_a_year_is_evaluated_once(granted):
    services.evaluate_grant(SYSTEM, granted.pk, {**KEEP, "unused_why": "x"})
    with pytest.raises(Invalid, match="2025 年度已经评估过"):
        services.evaluate_grant(SYSTEM, granted.pk, {**KEEP, "unused_why": "x"})
    services.evaluate_grant(SYSTEM, granted.pk, {**KEEP, "unused_why": "x", "year": str(timezone.localdate().year)})


@pytest.mark.parametrize("actor", [OFFICER, PUBLIC])
def test_only_who_manages_the_catalogue_evaluates(granted, actor):
    for act in (
        lambda: services.evaluate_grant(actor, granted.pk, KEEP),
        lambda: selectors.evaluations(actor),
        lambda: selectors.evaluations_due(actor, date(2026, 1, 1)),
    ):
        with pytest.raises(NotAllowed):
            act()
