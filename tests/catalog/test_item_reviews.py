"""合法性、合理性、必要性审查: taken up, found by another than who listed, carried out; unused and outdated items told from cases and law."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from fadu.accounts.actors import PUBLIC, SYSTEM
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.kinds import Level
from fadu.agencies.models import Change
from fadu.catalog import answers, selectors, services
from fadu.catalog.models import ItemReview, PowerItem
from fadu.catalog.selectors.reviews import doubled, months_before, proposed, stale
from fadu.law.forms import Invalid
from tests.catalog.conftest import ADMIN, OFFICER
from tests.catalog.listing import grant, item_data, listed, organ

pytestmark = pytest.mark.django_db
DUE = {"ground": "regular", "due_on": str(timezone.localdate() + timedelta(30))}
KEEP = {
    "legality": "1", "legality_why": "有据", "reasonableness": "1", "reasonableness_why": "适当", "necessity": "1", "necessity_why": "需要",
    "result": "keep", "result_why": "继续实施",
}  # fmt: skip
CANCEL = {**KEEP, "necessity": "0", "result": "cancel", "result_why": "多年没有发生"}


def opened(code: str = "SC-CF-100", **more: str) -> ItemReview:
    (row,) = services.open_reviews(SYSTEM, [code], {**DUE, **more})
    return row


def test_a_review_is_taken_up_and_ended_with_three_findings(imported):
    listed()
    row = opened()
    services.conclude_review(ADMIN, row.pk, KEEP)
    row.refresh_from_db()
    assert (row.result, row.reviewer, row.reviewed_on, row.carried_out_on) == ("keep", "管理员甲", timezone.localdate(), timezone.localdate())
    assert [change.action for change in Change.objects.filter(what="item_review").order_by("id")] == ["列入审查", "审结"]


def test_who_listed_the_item_does_not_review_it(imported):
    services.list_item(ADMIN, item_data())
    row = opened()
    with pytest.raises(Invalid, match="编制人以外的人"):
        services.conclude_review(ADMIN, row.pk, KEEP)
    services.conclude_review(SYSTEM, row.pk, KEEP)


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"legality": ""}, "legality", "请选择合法"),
        ({"legality_why": ""}, "legality_why", "请填写"),
        ({"result": "magic"}, "result", "只能选"),
        ({"legality": "0"}, "result", "认为不合法的事项不能保留"),
        ({"result": "cancel"}, "result", "没有取消、暂停的理由"),
        ({"necessity": "0", "result": "cancel", "ends_on": "2021-01-01"}, "ends_on", "应在其后"),
    ],
)
def test_findings_that_do_not_hold_together_are_refused(imported, changes, field, message):
    listed()
    row = opened()
    with pytest.raises(Invalid) as wrong:
        services.conclude_review(SYSTEM, row.pk, {name: value for name, value in {**KEEP, **changes}.items() if value})
    assert message in wrong.value.errors[field]
    row.refresh_from_db()
    assert row.reviewed_on is None


def test_a_review_is_ended_once(imported):
    listed()
    row = opened()
    services.conclude_review(SYSTEM, row.pk, KEEP)
    with pytest.raises(Invalid, match="已于"):
        services.conclude_review(SYSTEM, row.pk, KEEP)


def test_one_review_of_an_item_at_a_time_all_or_none(imported):
    listed()
    listed("SC-CF-101")
    opened("SC-CF-101")
    with pytest.raises(Invalid, match="SC-CF-101 已经列入审查"):
        services.open_reviews(SYSTEM, ["SC-CF-100", "SC-CF-101"], DUE)
    with pytest.raises(Invalid, match="清单中没有"):
        services.open_reviews(SYSTEM, ["SC-CF-100", "X-404"], DUE)
    with pytest.raises(Invalid, match="不能早于今天"):
        services.open_reviews(SYSTEM, ["SC-CF-100"], {**DUE, "due_on": "2020-01-01"})
    assert ItemReview.objects.count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        ItemReview.objects.create(item=PowerItem.objects.get(code="SC-CF-101"), code="SC-CF-101", ground="regular", opened_on=date.today(), due_on=date.today())  # noqa: DTZ011
    with pytest.raises(IntegrityError), transaction.atomic():
        ItemReview.objects.update(reviewed_on=date(2026, 1, 1), result="keep")  # no findings


@pytest.mark.parametrize("actor", [OFFICER, PUBLIC])
def test_only_who_manages_reviews(imported, actor):
    listed()
    row = opened()
    for act in (
        lambda: services.open_reviews(actor, ["SC-CF-100"], DUE),
        lambda: services.conclude_review(actor, row.pk, KEEP),
        lambda: selectors.reviews(actor),
        lambda: selectors.unused(actor, date(2026, 1, 1)),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_cancelled_item_ends_with_its_review(imported):
    listed()
    row = opened()
    services.conclude_review(SYSTEM, row.pk, {**CANCEL, "ends_on": "2026-12-01"})
    assert PowerItem.objects.get().until == date(2026, 11, 30)
    row.refresh_from_db()
    assert row.carried_out_on == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("result", "carry"),
    [
        ("cancel", lambda: services.end_item(SYSTEM, "SC-CF-100", {"ends_on": "2026-12-01", "reason": "取消"})),
        ("suspend", lambda: services.end_item(SYSTEM, "SC-CF-100", {"ends_on": "2026-12-01", "reason": "暂停"})),
        ("modify", lambda: listed(since="2026-12-01", name="改名")),
        ("down", lambda: grant(organ(1, level=Level.TOWNSHIP), "SC-CF-100")),
    ],
)
def test_a_result_is_carried_out_when_the_list_is_changed(imported, result, carry):
    listed()
    row = opened()
    services.conclude_review(SYSTEM, row.pk, {**CANCEL, "result": result})
    row.refresh_from_db()
    assert row.carried_out_on is None
    assert [one.pk for one in selectors.reviews(SYSTEM, state="todo")] == [row.pk]
    carry()
    row.refresh_from_db()
    assert row.carried_out_on is not None


def test_what_is_to_be_cleared_is_not_granted(imported):
    listed()
    opened(ground="unused")
    township = organ(1, level=Level.TOWNSHIP)
    with pytest.raises(Invalid, match="拟清理的事项不再赋权"):
        grant(township, "SC-CF-100")
    services.conclude_review(SYSTEM, ItemReview.objects.get().pk, KEEP)
    assert grant(township, "SC-CF-100").items == ["SC-CF-100"]


# --- unused: 60 months by the demonstration county's parameter


@pytest.mark.parametrize(
    ("since", "last", "told"),
    [
        ("2021-08-01", None, None),  # listed less than five years before 2026-11-20? 5 years 3 months: never used
        ("2021-12-01", None, "too young"),
        ("2021-08-01", date(2021, 11, 20), None),
        ("2021-08-01", date(2021, 11, 21), "used"),
        ("2021-08-01", date(2026, 1, 5), "used"),
    ],
)
def test_an_item_that_no_case_used_for_five_years_is_proposed(imported, monkeypatch, since, last, told):
    listed(since=since)
    uses = {"SC-CF-100": answers.Use(last, 1)} if last else {}
    monkeypatch.setattr(answers._Slots, "uses", lambda _since, _until: uses)
    rows = proposed(date(2026, 11, 20)).rows
    assert bool(rows) is (told is None)
    if rows:
        assert (rows[0].last, rows[0].since) == (last, last or date(2021, 8, 1))


def test_listed_anew_an_item_keeps_its_age(imported, monkeypatch):
    monkeypatch.setattr(answers._Slots, "uses", lambda _since, _until: {})
    listed(since="2021-08-01")
    listed(since="2026-01-01", name="改名")
    assert [row.since for row in proposed(date(2026, 11, 20)).rows] == [date(2021, 8, 1)]


def test_where_the_place_sets_no_number_nothing_is_told(imported):
    listed(since="2021-08-01")
    told = proposed(date(2023, 6, 1))  # the parameter holds from 2024
    assert not told.rows
    assert "items.unused.months" in told.why


def test_what_is_proposed_is_taken_up_at_once(imported, monkeypatch):
    monkeypatch.setattr(answers._Slots, "uses", lambda _since, _until: {})
    listed(since="2021-07-15")
    rows = selectors.unused(ADMIN, timezone.localdate()).rows
    services.open_reviews(ADMIN, [row.item.code for row in rows], {**DUE, "ground": "unused"})
    assert [row.review is not None for row in selectors.unused(ADMIN, timezone.localdate()).rows] == [True]


@pytest.mark.parametrize(
    ("on", "months", "day"),
    [(date(2026, 11, 20), 60, date(2021, 11, 20)), (date(2024, 2, 29), 12, date(2023, 2, 28)), (date(2026, 3, 31), 1, date(2026, 2, 28))],
)
def test_months_are_counted_back(on, months, day):
    assert months_before(on, months) == day


# --- a basis that is no longer the law: 食品安全法 of 2021 was replaced on 2025-12-01


def test_an_item_whose_basis_was_replaced_is_told_until_it_is_reviewed_or_listed_anew(imported):
    listed("A-1", bases="食品安全法第一条", since="2022-01-01")
    listed("A-2", bases="食品安全法第一条", since="2026-01-01")
    listed("A-3", bases="行政处罚法第三条")
    assert not stale(date(2025, 11, 30))
    (row,) = stale(date(2025, 12, 1))
    assert (row.item.code, row.ended, row.due) == ("A-1", date(2025, 11, 30), date(2026, 1, 30))
    assert "2025-12-01 起施行的文本取代" in row.told
    services.conclude_review(SYSTEM, opened("A-1", ground="changed").pk, KEEP)
    assert not stale(timezone.localdate())
    listed("A-4", bases="食品安全法第一条", since="2022-01-01")
    listed("A-4", bases="食品安全法第一条", since="2026-02-01")
    assert not stale(timezone.localdate())


def test_one_matter_of_two_organs_is_told(imported):
    for number in (1, 2):
        listed(f"D-{number}", organ=str(organ(number).pk))
    listed("D-3", name="别的", organ=str(organ(3).pk))
    assert [[row.code for row in rows] for rows in doubled(timezone.localdate())] == [["D-1", "D-2"]]
