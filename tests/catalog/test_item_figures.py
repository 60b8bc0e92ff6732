"""Each figure over a hand-made county: met, missed, and where nothing can be told."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies.figure import Reading
from fadu.agencies.kinds import Level
from fadu.agencies.models import Organ
from fadu.catalog import answers, services
from fadu.catalog.answers import Handled
from fadu.catalog.figures.items import FIGURES
from fadu.catalog.models import Delegation, GrantEvaluation, ItemReview, LenientEntry, PowerItem
from fadu.catalog.shelves import INSPECTIONS, LENIENT, REVIEWS
from tests.catalog.listing import grant, inspection_data, lenient_data, listed, major_data, organ

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
PAPER = {"document": "示政办〔2021〕9号", "legal_reviewed_on": "2021-12-20", "published_on": "2021-12-28"}
KEEP = {
    "legality": "1", "legality_why": "有据", "reasonableness": "1", "reasonableness_why": "适当", "necessity": "1", "necessity_why": "需要",
    "result": "keep", "result_why": "继续实施",
}  # fmt: skip


def read(name: str, county: Organ, on: date = TODAY) -> Reading:
    return next(figure for figure in FIGURES if figure.id == name).read(county, on)


def told(name: str, county: Organ, on: date = TODAY) -> tuple[Fraction | None, bool | None]:
    reading = read(name, county, on)
    return reading.value, reading.met


@pytest.fixture
def county(imported: Any, monkeypatch: pytest.MonkeyPatch) -> Organ:
    """A government with a bureau of market supervision (2), one of ecology (3) and a township (4), each quiet so far."""
    for slot, nothing in (("uses", {}), ("work", {}), ("faulty", {}), ("checks", {}), ("spared", (0, 0))):
        monkeypatch.setattr(answers._Slots, slot, lambda *_, nothing=nothing: nothing)
    first = organ(1, field="government")
    organ(2)
    organ(3, field="ecology")
    organ(4, field="government", level=Level.TOWNSHIP, region_code="130999100")
    return first


def bureau() -> Organ:
    return Organ.objects.get(short_name="机2")


def review(code: str, ground: str = "regular", **more: str) -> ItemReview:
    (row,) = services.open_reviews(SYSTEM, [code], {"ground": ground, "due_on": str(TODAY + timedelta(9))})
    return services.conclude_review(SYSTEM, row.pk, {**KEEP, **more})


def township(codes: str, **more: Any) -> Delegation:
    return grant(Organ.objects.get(short_name="机4"), codes, **more)


def test_every_clause_is_answered_once_a_figure():
    assert len({figure.id for figure in FIGURES}) == len(FIGURES) == 22
    assert all(figure.clauses for figure in FIGURES)


def test_catalogues_published(county):
    assert told("items.catalogued", county) == (0, False)
    listed("A-1", **PAPER)
    listed("A-2", field="ecology")  # not published
    reading = read("items.catalogued", county)
    assert (reading.of, reading.met) == ((1, 2), False)
    assert reading.behind[0].lacks == "1 项没有审定公布"
    listed("A-2", field="ecology", since="2023-01-01", **PAPER)
    assert told("items.catalogued", county) == (1, True)
    nobody = organ(9, field="government", path="/9/")
    assert told("items.catalogued", nobody) == (None, None)


def test_six_elements(county):
    listed("A-1", **PAPER)
    listed("A-2", field="ecology", duties="", **PAPER)
    reading = read("items.six", county)
    assert (reading.of, reading.met) == ((1, 2), False)
    assert "缺职责" in reading.behind[0].lacks
    listed("A-2", field="ecology", duties="立案", since="2023-01-01", **PAPER)
    assert told("items.six", county) == (1, True)


def test_three_findings(county):
    assert told("items.reviewed", county) == (None, None)
    listed("A-1")
    listed("A-2", field="ecology")
    review("A-1")
    assert told("items.reviewed", county) == (Fraction(1, 2), False)
    review("A-2")
    assert told("items.reviewed", county) == (1, True)


def test_the_same_reasons_everywhere_are_hinted_at(county):
    for number in range(20):
        listed(f"A-{number}")
        review(f"A-{number}")
    assert "疑似走形式" in read("items.reviewed", county).why


def test_kept_up_with_the_law(county):
    assert told("items.kept_up", county) == (None, None)
    listed("A-1", bases="食品安全法第一条")  # replaced on 2025-12-01
    assert told("items.kept_up", county, date(2026, 1, 30)) == (None, None)  # sixty days are not over
    assert told("items.kept_up", county, date(2026, 2, 1)) == (0, False)
    listed("A-2", bases="食品安全法第一条")
    listed("A-2", bases="食品安全法第一条", since="2025-12-20")
    assert told("items.kept_up", county, date(2026, 2, 1)) == (Fraction(1, 2), False)
    row = review("A-1", "changed")
    ItemReview.objects.filter(pk=row.pk).update(reviewed_on=date(2026, 1, 15))
    assert told("items.kept_up", county, date(2026, 2, 1)) == (1, True)


def test_cleared_away(county):
    assert told("items.cleared", county) == (None, None)
    listed("A-1", since="2021-07-15")
    if date(2026, 7, 15) > TODAY:
        pytest.skip("five years are not over")
    assert told("items.cleared", county) == (0, False)
    review("A-1", "unused", result="keep")
    assert told("items.cleared", county) == (1, True)
    assert read("items.cleared", county, date(2023, 1, 1)).met is None  # no number was set then


def test_one_organ_for_each_item(county):
    listed("A-1")
    assert told("items.one_each", county) == (0, True)
    listed("A-2", field="water")  # nobody does water
    listed("B-1", name="两家的", organ=str(bureau().pk))
    listed("B-2", name="两家的", organ=str(Organ.objects.get(short_name="机3").pk))
    reading = read("items.one_each", county)
    assert (reading.value, reading.met, reading.why) == (2, False, "重叠 1 项，空档 1 项")


def test_grants_evaluated(county):
    assert told("grants.evaluated", county) == (None, None)
    listed("A-1")
    row = township("A-1")
    assert told("grants.evaluated", county) == (0, False)
    services.evaluate_grant(SYSTEM, row.pk, {"year": str(TODAY.year - 1), "unused_why": "x", "conclusion": "keep", "reason": "x"})
    assert told("grants.evaluated", county) == (1, True)
    late = TODAY + timedelta(91)
    GrantEvaluation.objects.update(conclusion="withdraw", effective_on=late)
    assert told("grants.evaluated", county) == (1, False)


def test_nothing_to_be_cleared_is_granted(county):
    assert told("grants.none_cleared", county) == (0, True)
    listed("A-1")
    row = township("A-1")
    assert told("grants.none_cleared", county) == (0, True)
    (found,) = services.open_reviews(SYSTEM, ["A-1"], {"ground": "unused", "due_on": str(TODAY)})
    assert told("grants.none_cleared", county) == (1, False)
    ItemReview.objects.filter(pk=found.pk).update(opened_on=TODAY + timedelta(1))
    Delegation.objects.filter(pk=row.pk).update(legal_reviewed_on=None)
    assert told("grants.none_cleared", county) == (1, False)


def test_grants_reviewed_by_law(county):
    assert told("grants.reviewed", county) == (None, None)
    listed("A-1")
    listed("A-2")
    township("A-1")
    township("A-2", legal_reviewed_on="")
    assert told("grants.reviewed", county) == (Fraction(1, 2), False)
    Delegation.objects.update(legal_reviewed_on=date(2024, 6, 1))
    assert told("grants.reviewed", county) == (1, True)


def test_items_without_cases_are_explained(county, monkeypatch):
    assert told("grants.used", county) == (None, None)
    listed("A-1")
    row = township("A-1")
    assert told("grants.used", county) == (0, False)
    services.evaluate_grant(SYSTEM, row.pk, {"year": str(TODAY.year), "unused_why": "没有线索", "conclusion": "keep", "reason": "x"})
    assert told("grants.used", county) == (1, True)
    work = {row.organ_id: {"A-1": Handled(4, 4, 2)}, bureau().pk: {"A-1": Handled(10, 10, 1)}}
    monkeypatch.setattr(answers._Slots, "work", lambda organ_id, *_: work.get(organ_id, {}))
    assert told("grants.used", county) == (1, False)  # half of its decisions fell, of the county's one in ten


def test_granted_items_have_a_benchmark(county):
    assert told("grants.tables", county) == (None, None)
    listed("A-1", discretion_table="demo-food-124-5")
    listed("A-2")
    listed("A-3", ranges="")
    row = township("A-1 A-2 A-3")
    assert told("grants.tables", county) == (Fraction(1, 2), False)
    Delegation.objects.filter(pk=row.pk).update(items=["A-1", "A-3"])
    assert told("grants.tables", county) == (1, True)


def test_inspections_published(county):
    assert told("lists.inspections", county) == (None, None)  # nobody may inspect
    listed("J-1", kind="inspection")
    assert told("lists.inspections", county) == (0, False)
    services.list_entry(SYSTEM, INSPECTIONS, inspection_data(organ=str(bureau().pk)))
    assert told("lists.inspections", county) == (1, True)
    services.list_entry(SYSTEM, INSPECTIONS, inspection_data("CC-2", organ=str(bureau().pk), bases="食品安全法第一条"))
    assert told("lists.inspections", county, date(2025, 12, 15)) == (1, True)  # thirty days to renew it
    assert told("lists.inspections", county, date(2026, 1, 15)) == (0, False)


def test_inspections_of_enterprises(county, monkeypatch):
    listed("J-1", kind="inspection")
    services.list_entry(SYSTEM, INSPECTIONS, inspection_data(items="J-1", enterprises="0"))
    assert told("lists.enterprises", county) == (0, False)
    services.list_entry(SYSTEM, INSPECTIONS, inspection_data("CC-2", items="J-1", times="2"))
    made: dict[str, int] = {"J-1": 2}
    monkeypatch.setattr(answers._Slots, "checks", lambda *_: made)
    assert told("lists.enterprises", county) == (1, True)
    made["J-1"] = 3
    assert "超过频次" in read("lists.enterprises", county).behind[0].lacks
    made.update({"J-1": 1, "J-9": 1})
    assert "目录外检查" in read("lists.enterprises", county).behind[0].lacks


def test_three_lists(county, monkeypatch):
    assert told("lists.three", organ(9, field="government", path="/9/")) == (None, None)
    services.list_entry(SYSTEM, LENIENT, lenient_data())
    assert told("lists.three", county) == (0, False)
    assert "缺减轻处罚、从轻处罚清单" in read("lists.three", county).behind[0].lacks
    for code, leniency in (("QD-2", "lessened"), ("QD-3", "lighter")):
        services.list_entry(SYSTEM, LENIENT, lenient_data(code, leniency=leniency, rule="CF-032"))
    assert told("lists.three", county) == (1, True)
    hits = {bureau().pk: (100, 99)}
    monkeypatch.setattr(answers._Slots, "spared", lambda organ_id, *_: hits.get(organ_id, (0, 0)))
    assert told("lists.three", county) == (1, False)  # one without a reason
    hits[bureau().pk] = (100, 100)
    assert told("lists.three", county) == (1, True)
    LenientEntry.objects.update(published_on=None)
    assert told("lists.three", county) == (0, False)


@pytest.mark.parametrize("name", ["lists.major", "lists.major_amounts", "lists.major_procedure"])
def test_without_a_catalogue_of_review(county, name):
    assert told(name, county) == (0, False)
    assert told(name, organ(9, field="government", path="/9/")) == (None, None)


def test_the_catalogue_of_review(county):
    bare = {"threshold_person": "", "threshold_unit": ""}
    services.list_entry(SYSTEM, REVIEWS, {key: value for key, value in major_data(**bare).items() if value})
    assert [told(name, county)[1] for name in ("lists.major", "lists.major_amounts", "lists.major_procedure")] == [False, False, False]
    assert "缺 4 类情形" in read("lists.major", county).behind[0].lacks
    asked = {"materials": "案卷", "method": "系统送审", "responsibility": "各负其责", "days": "10"}
    for code, trigger in (("SH-2", "public"), ("SH-3", "heard"), ("SH-4", "complex"), ("SH-5", "statute")):
        services.list_entry(SYSTEM, REVIEWS, major_data(code, trigger=trigger, **asked))
    assert [told(name, county) for name in ("lists.major", "lists.major_amounts", "lists.major_procedure")] == [(1, True)] * 3


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: figure.id)
def test_rows_behind_a_figure_lead_to_pages(county: Organ, figure: Any, client: Any, filled: Callable[[], None]) -> None:
    filled()
    for row in figure.read(county, TODAY).behind:
        assert row.label
        if row.href:
            assert client.get(row.href).status_code in (200, 302), row.href


@pytest.fixture
def filled() -> Callable[[], None]:
    def fill() -> None:
        listed("A-1", since="2021-07-15", bases="行政处罚法第三条")
        listed("J-1", kind="inspection")
        township("A-1")

    return fill


def test_nothing_of_another_county_is_counted(county):
    other = organ(9, field="government", path="/9/")
    listed("A-1", organ=str(bureau().pk))
    review("A-1")
    assert told("items.reviewed", other) == (None, None)
    assert PowerItem.objects.count() == 1
