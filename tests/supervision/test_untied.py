"""Fines kept apart from pay and money, unusual steps of persons, and what the record of scenes shows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from math import isclose
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies.figure import Reading
from fadu.agencies.oversight.books import PERFORMANCES, SPENDINGS, WORDINGS
from fadu.agencies.registers.book import Book
from fadu.agencies.services import books
from fadu.agencies.staffing.books import LOADS
from fadu.cases.models import Case, Facts, Step
from fadu.cases.services.replay import replay
from fadu.catalog.models import InspectionEntry
from fadu.law.calendar import number
from fadu.supervision import on_scene, untied, unusual
from fadu.supervision.untied import correlation, speaks
from fadu.supervision.unusual import Hand, changed, suspect
from tests.cases.world import Bureau

db = pytest.mark.django_db
ONE, TWO = replace(SYSTEM, user_id=1, name="甲"), replace(SYSTEM, user_id=2, name="乙")
END, PAST = date(2026, 12, 31), date(2025, 12, 31)


@given(st.lists(st.tuples(st.integers(-1000, 1000), st.integers(-1000, 1000)), min_size=3, max_size=30), st.integers(1, 50), st.integers(-50, 50))
def test_a_correlation_is_of_one_size_whatever_the_unit(pairs: list[tuple[int, int]], times: int, more: int) -> None:
    found = correlation([(float(a), float(b)) for a, b in pairs])
    if found is None:
        assert len({a for a, _ in pairs}) == 1 or len({b for _, b in pairs}) == 1
        return
    assert -1.0000001 <= found <= 1.0000001
    scaled = correlation([(float(a * times + more), float(b)) for a, b in pairs])
    assert scaled is not None
    assert isclose(found, scaled, abs_tol=1e-9)


@pytest.mark.parametrize(
    ("pairs", "r"),
    [([(1, 2), (2, 4), (3, 6)], 1.0), ([(1, 3), (2, 2), (3, 1)], -1.0), ([(1, 1), (2, 3), (3, 2), (4, 4)], 0.8), ([(1, 5), (2, 5)], None), ([(1, 1)], None)],
)
def test_known_correlations(pairs: list[tuple[float, float]], r: float | None) -> None:
    found = correlation(pairs)
    assert (found is None) if r is None else found is not None and isclose(found, r)


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("全年罚没收入任务 200 万元", True),
        ("按罚款数额提成", True),
        ("下达罚款指标每人 10 件", True),
        ("各所罚没情况纳入排名", True),
        ("不得下达或者变相下达罚没指标", False),
        ("严禁罚款与绩效挂钩", False),
        ("行政罚款 3000 元已缴纳", False),
        ("考核指标：案卷质量。罚款收缴情况另行统计", False),
        ("不设办案数量考核；罚没收入目标 100 万元", True),
    ],
)
def test_texts_that_speak_of_targets_for_fines(text: str, hit: bool) -> None:
    assert speaks(text) is hit


@pytest.mark.parametrize(
    ("was", "now", "kinds"),
    [
        ({"inspected_on": "2026-01-01", "place": "甲"}, {"inspected_on": "2026-01-02", "place": "甲"}, {"dates"}),
        ({"place": "甲"}, {"place": "乙"}, set()),
        ({"discretion_table": "A", "fine": 1}, {"discretion_table": "A", "fine": 2}, {"discretion"}),
        ({"began_at": "x"}, {"fine": 2}, {"dates", "discretion"}),
    ],
)
def test_what_a_correction_changes(was: dict[str, Any], now: dict[str, Any], kinds: set[str]) -> None:
    assert changed(was, now) == kinds


def test_who_stands_out_is_told_by_the_median_of_the_organ() -> None:
    def hand(officer: int, steps: int, late: int, organ: int = 1) -> Hand:
        return Hand(officer, organ, steps, {"late": late})  # type: ignore[arg-type]

    usual = [hand(1, 100, 2), hand(2, 100, 2), hand(3, 100, 6)]
    assert set(suspect(usual)) == set(), "three times the median is not above it"
    assert set(suspect([*usual[:2], hand(3, 100, 7)])) == {3}
    assert set(suspect([*usual[:2], hand(3, 9, 9)])) == set(), "too few steps"
    assert set(suspect([hand(1, 100, 1), hand(2, 100, 90, organ=2)])) == set(), "nobody to compare with"


@pytest.fixture
def case(bureau: Bureau, food: dict[str, Any]) -> Case:
    """The food case, decided in 2026."""
    return Case.objects.get(pk=replay(food).case_id)


@pytest.fixture
def read(bureau: Bureau) -> Callable[..., Reading]:
    by_id = {figure.id: figure for figure in (*untied.FIGURES, *on_scene.FIGURES, *unusual.FIGURES)}
    return lambda name, on=END: by_id[name].read(bureau.organs["示县府"], on)


def put(bureau: Bureau, book: Book, **entry: Any) -> Any:
    row = books.enter(ONE, book, bureau.bureau.pk, entry)
    return books.check(TWO, book, row.pk) if book.witnessed else row


@db
def test_money_beside_fines_is_told_with_its_n_and_not_judged_of_few(case: Case, bureau: Bureau, read: Callable[..., Reading]) -> None:
    assert read("fines.spending", PAST).met is None
    fine = Facts.objects.get(pk=case.pk).f_decision_fine or 0
    Facts.objects.filter(pk=case.pk).update(f_decided_on=number(date(2025, 7, 15)))
    for month in range(2, 8):
        put(bureau, SPENDINGS, month=f"2025-{month:02d}-01", paid="100000" if month < 7 else "900000", returned="0", paper=f"表{month}")
    told = read("fines.spending", PAST)
    assert (told.value, told.met) == (1, None)
    assert "r = 1.00，n = 6 对" in told.why
    assert f"罚款 {fine / 100:,.0f} 元" in told.behind[-1].label
    for month in range(8, 11):
        put(bureau, SPENDINGS, month=f"2025-{month:02d}-01", paid="100000", returned="0", paper=f"表{month}")
    assert read("fines.spending", PAST).met is False
    assert read("fines.returned", PAST).met is True
    put(bureau, SPENDINGS, month="2025-12-01", paid="100000", returned="5000", paper="表12")
    assert (read("fines.returned", PAST).value, read("fines.returned", PAST).met) == (5000, False)


@db
def test_performance_is_held_against_the_fines_of_the_same_person(case: Case, bureau: Bureau, read: Callable[..., Reading]) -> None:
    assert read("fines.performance", PAST).met is None
    for who in ("liwei", "wangfang"):
        put(bureau, PERFORMANCES, officer=str(bureau.named[who].pk), since="2025-01-01", until="2025-12-31", score="90", paper="绩1")
    told = read("fines.performance", PAST)
    assert (told.value, told.met) == (None, None)
    assert "没有变化" in told.why


@db
def test_texts_are_scanned_and_cleared_by_two(bureau: Bureau, read: Callable[..., Reading]) -> None:
    before = read("fines.wording")
    assert before.met is True
    put(bureau, SPENDINGS, month="2026-01-01", paid="1", returned="0", paper="罚没任务分解表")
    hit = read("fines.wording")
    assert (hit.value, hit.met) == (1, False)
    row = books.enter(ONE, WORDINGS, bureau.bureau.pk, {"text": hit.behind[0].label, "why": "是财政报表的名称", "number": "核1", "issued_on": "2026-11-01"})
    assert read("fines.wording").met is False, "nobody checked it"
    books.check(TWO, WORDINGS, row.pk)
    assert read("fines.wording").met is True


@db
def test_what_the_record_shows_of_the_scene(case: Case, read: Callable[..., Reading]) -> None:
    steps = [step for step in Step.objects.filter(case=case) if "card_shown" in step.data]
    assert steps
    year = date(steps[0].taken_at.year, 12, 31)
    assert read("scene.shown", year).of == (
        sum(bool(step.data["card_shown"]) for step in steps if step.taken_at.year == year.year),
        len([step for step in steps if step.taken_at.year == year.year]),
    )
    assert read("scene.two", year).met is True
    assert read("scene.rooms", year).of is not None


@db
def test_nobody_is_at_two_scenes_at_once(case: Case, read: Callable[..., Reading]) -> None:
    step = next(step for step in Step.objects.filter(case=case) if step.data.get("began_at") and step.data.get("present") and step.name in on_scene.asking())
    year = date(step.taken_at.year, 12, 31)
    assert read("scene.twice", year).met is True
    other = Case.objects.create(organ=case.organ, procedure=case.procedure, version=case.version, title="另一案", cause="x", field="market", item="", party=case.party, stage="x", stage_since=case.opened_on, opened_on=case.opened_on)  # fmt: skip
    Step.objects.create(case=other, seq=1, name=step.name, procedure=step.procedure, stage="x", taken_at=step.taken_at, recorded_at=step.recorded_at, by_officer=step.by_officer, by_name="x", by_role=Role.OFFICER.value, data=step.data, hash="x")  # fmt: skip
    assert read("scene.twice", year).value == len(step.data["present"])


@db
def test_late_steps_are_counted_by_person_and_quarter(case: Case, bureau: Bureau) -> None:
    step = Step.objects.filter(case=case, by_officer__isnull=False).order_by("seq")[0]
    day = step.recorded_at.date()
    found = {hand.officer: hand for hand in unusual.hands(bureau.organs["示县府"], day + timedelta(days=1))}
    late = found[step.by_officer or 0].odd["late"]
    Step.objects.create(case=case, seq=900, name="x", procedure="x", stage="x", taken_at=step.recorded_at - timedelta(hours=25), recorded_at=step.recorded_at, by_officer=step.by_officer, by_name="x", by_role=Role.OFFICER.value, data={}, hash="x")  # fmt: skip
    again = {hand.officer: hand for hand in unusual.hands(bureau.organs["示县府"], day + timedelta(days=1))}
    assert (again[step.by_officer or 0].odd["late"], again[step.by_officer or 0].steps) == (
        late + 1,
        found[step.by_officer or 0].steps + 1,
    )


@db
def test_inspections_are_held_against_the_list(case: Case, bureau: Bureau, read: Callable[..., Reading]) -> None:
    assert read("lists.deviation").met is None
    told = {
        "field": "market",
        "matter": "食品销售检查",
        "items": ["I-1"],
        "bases": ["x"],
        "targets": "x",
        "content": "x",
        "method": "x",
        "since": date(2026, 1, 1),
    }
    InspectionEntry.objects.create(code="S-1", organ=bureau.bureau, share=20, times=1, **told)
    same = {
        "organ": bureau.bureau,
        "kind": "inspection",
        "procedure": "x",
        "version": "x",
        "title": "查",
        "cause": "x",
        "field": "market",
        "item": "I-1",
        "party": case.party,
    }
    same |= {"stage": "x", "stage_since": date(2026, 3, 1), "opened_on": date(2026, 3, 1)}
    Case.objects.create(**same)
    assert read("lists.deviation").met is None, "nobody said how many there are to inspect"
    put(bureau, LOADS, year="2026", residents="1000", objects_watched="5")
    assert read("lists.deviation").of == (1, 1)
    Case.objects.create(**same)
    assert read("lists.deviation").met is False
    assert "频次" in read("lists.deviation").behind[0].lacks
    InspectionEntry.objects.update(times=2, share=40)
    assert "偏差" in read("lists.deviation").behind[0].lacks
    assert read("lists.deviation", END - timedelta(1)).met is None, "until the end of the year it may be made up"
