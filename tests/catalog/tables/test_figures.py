"""Figures of discretion tables over a county made by hand: met, missed, not to be told."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

import pytest

from fadu.accounts.actors import SYSTEM
from fadu.agencies import services as agencies
from fadu.agencies.figure import Figure, Reading
from fadu.agencies.models import Organ
from fadu.catalog import services
from fadu.catalog.figures import tables
from fadu.catalog.models import Delegation, PowerItem
from fadu.catalog.selectors import library as kept
from tests.agencies.world import organ_data
from tests.catalog.tables import made

pytestmark = pytest.mark.django_db
ON = date(2026, 7, 1)
FIGURES = {figure.id: figure for figure in tables.FIGURES}


@pytest.fixture(autouse=True)
def no_cases() -> Iterator[None]:
    before = list(tables._answers)
    tables._answers.clear()
    yield
    tables._answers[:] = before


@pytest.fixture
def county() -> Organ:
    top = agencies.add_organ(SYSTEM, organ_data("示范县人民政府", "示县府", field="government"))
    agencies.add_organ(SYSTEM, organ_data("示范县城市管理局", "示城管", field="city", parent=str(top.pk)))
    agencies.add_organ(SYSTEM, organ_data("示范县水利局", "示水", field="water", parent=str(top.pk)))
    agencies.add_organ(SYSTEM, organ_data("城关镇人民政府", "城政", field="general", level="township", region_code="130999100", parent=str(top.pk)))
    return top


def item(code: str, field: str = "city", table: str = "", *, fined: bool = True) -> PowerItem:
    ranges = [{"low": 100, "high": 1000}] if fined else []
    return PowerItem.objects.create(
        code=code,
        name=f"对{code}的处罚",
        kind="penalty",
        field=field,
        level="county",
        bases=["某条"],
        ranges=ranges,
        discretion_table=table,
        since=date(2024, 1, 1),
    )


def read(id_: str, organ: Organ) -> Reading:
    kept.forget()
    figure: Figure = FIGURES[id_]
    return figure.read(organ, ON)


def published(**more: str) -> str:
    return made.publish(made.draft(), "2026-01-01", **more).code


def test_with_nothing_to_count_nothing_is_told(county: Organ):
    for id_ in ("coverage", "applied", "within", "granted", "filed", "kept_up", "organs"):
        reading = read(f"benchmark.{id_}", county)
        assert (reading.value, reading.met) == (None, None), id_


def test_coverage_counts_penalties_with_fines_and_lists_those_without_a_table(county: Organ):
    code = published()
    item("A-1", table=code)
    item("A-2")
    item("A-3", fined=False)
    item("A-4", field="police")  # nobody here is in charge of that
    reading = read("benchmark.coverage", county)
    assert (reading.value, reading.met, reading.of) == (Fraction(1, 2), False, (1, 2))
    assert [row.label for row in reading.behind if row.lacks] == ["A-2 对A-2的处罚"]
    PowerItem.objects.filter(code="A-2").update(discretion_table=code)
    assert read("benchmark.coverage", county).met is True


def test_a_table_that_has_ended_covers_nothing(county: Organ):
    item("A-1", table=published(until="2026-06-30"))
    assert read("benchmark.coverage", county).of == (0, 1)


def test_filing(county: Organ):
    first, second = published(filing="备 1"), published()
    item("A-1", table=first)
    item("A-2", table=second)
    assert read("benchmark.filed", county).of == (1, 2)
    row = kept.edition(second, ON)
    assert row is not None
    assert row.row is not None
    services.file_table(SYSTEM, row.row, {"filing": "备 2", "filed_on": "2026-02-01"})
    assert read("benchmark.filed", county).met is True


@pytest.mark.parametrize(("since", "met"), [("2020-01-01", False), ("2021-07-15", True), ("2026-01-01", True)])
def test_a_table_older_than_its_statute_s_last_edition_is_out_of_date(since: str, met: bool, county: Organ):
    row = made.publish(made.draft(bases="行政处罚法第三十四条"), since)
    item("A-1", table=row.code)
    reading = read("benchmark.kept_up", county)
    assert reading.met is met
    assert bool(reading.behind[0].lacks) is not met


def test_organs_with_a_table_for_their_field(county: Organ):
    item("A-1", table=published())
    item("W-1", field="water")
    reading = read("benchmark.organs", county)
    assert reading.of == (1, 2)
    assert [row.label for row in reading.behind if row.lacks] == ["示范县水利局"]


def test_granted_items_need_tables(county: Organ):
    town = Organ.objects.get(short_name="城政")
    item("A-1", table=published())
    item("A-2")
    Delegation.objects.create(kind="grant", organ=town, items=["A-1", "A-2"], document="冀政字1号", since=date(2025, 1, 1), by_name="甲")
    assert read("benchmark.granted", county).of == (1, 2)


def test_townships_make_none_of_their_own(county: Organ):
    assert read("benchmark.township_own", county).met is True
    made.publish(made.draft(issuer="城关镇人民政府"), "2026-01-01")
    reading = read("benchmark.township_own", county)
    assert (reading.value, reading.met) == (1, False)
    assert read("benchmark.township_own", Organ.objects.get(short_name="示水")).met is None


def test_what_the_cases_hand_in(county: Organ):
    rows = [tables.Applied("甲", "/a", True, True), tables.Applied("乙", "/b", True, False), tables.Applied("丙", "/c", False, False)]
    tables.answer_with(lambda organ, on: rows)
    assert read("benchmark.applied", county).of == (2, 3)
    assert read("benchmark.within", county).of == (1, 2)
    assert read("benchmark.within", county).behind[0].label == "乙"
    tables.answer_with(lambda organ, on: rows[:1])
    assert read("benchmark.applied", county).met is True


def test_the_cases_answer_at_start_up(county: Organ):
    from fadu.cases.selectors.benchmarks import fines

    assert list(fines(county, ON)) == []
