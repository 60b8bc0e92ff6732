"""The reports of the county: every number of the year agrees with a recount in SQL, and who handed in what is told right."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import Q

from fadu.agencies.models import Organ
from fadu.cases.models import Case
from fadu.disclosure.annual import TABLES, behind, behind_total, counted, people
from fadu.disclosure.models import AnnualReport, Publication, Shown
from fadu.disclosure.reporting.selectors import obliged, standings
from fadu.disclosure.services.annual import tables_of
from fadu.law import reports
from tests.demo.conftest import TODAY, Built
from tests.disclosure.recount import recounted

pytestmark = [pytest.mark.django_db, pytest.mark.long]


def agree(year: int) -> int:
    """Hold every cell of every table against the recount, and each against the cases behind it; how many cells hold something."""
    organs, some = list(Organ.objects.all()), 0
    for table in TABLES.values():
        found = counted(table, year, organs)
        for column in table.columns:
            told = {row.organ.pk: row.cells[column.id].value or 0 for row in found.rows}
            before = {row.organ.pk: row.cells[column.id].before or 0 for row in found.rows}
            assert {pk: number for pk, number in told.items() if number} == recounted(table.id, column.id, year), (table.id, column.id, year)
            assert {pk: number for pk, number in before.items() if number} == recounted(table.id, column.id, year - 1), (table.id, column.id, year - 1)
            assert found.sums[column.id] == sum(told.values())
            some += sum(bool(number) for number in told.values())
            if not column.sums:
                assert behind(table, column, year, list(told)).count() == found.sums[column.id], (table.id, column.id)
        if table.total:
            assert behind_total(table, year, [organ.pk for organ in organs]).count() == found.total
    return some


def test_every_cell_of_both_years_agrees_with_the_recount(county: Built) -> None:
    assert agree(TODAY.year) > 10
    assert agree(TODAY.year - 1) > 5


def test_the_whole_county_agrees_too(whole: Built) -> None:
    assert agree(TODAY.year) > 40
    assert agree(TODAY.year - 1) > 40


def test_the_people_agree_with_the_registers(county: Built) -> None:
    top = Organ.objects.get(parent__isnull=True)
    table = people.table(Organ.objects.all(), TODAY.year - 1)
    day = f"{TODAY.year - 1}-12-31"
    with connection.cursor() as cursor:
        serving = "SELECT COUNT(*) FROM agencies_officer WHERE starts_on <= %s AND (ends_on IS NULL OR ends_on > %s) AND employment IN "
        cursor.execute(serving + "('civil', 'public')", [day, day])
        [on_establishment] = cursor.fetchone() or [0]
        cursor.execute(serving + "('auxiliary')", [day, day])
        [auxiliary] = cursor.fetchone() or [0]
    sums = dict(zip((column["id"] for column in table["columns"]), table["sums"], strict=True))
    assert (sums["serving"], sums["assisting"]) == (on_establishment, auxiliary)
    for column in ("serving", "certified", "reviewers", "assisting"):
        assert len(people.behind(column, TODAY.year - 1, [organ.pk for organ in Organ.objects.all()])) == sums[column]
    assert tables_of(top, TODAY.year - 1)[-1]["sums"] == table["sums"]


def test_what_was_published_is_what_the_recount_says(county: Built) -> None:
    found = list(AnnualReport.objects.all())
    assert len(found) >= 8
    for report in found:
        below = set(Organ.objects.filter(path__startswith=report.organ.path).values_list("pk", flat=True))
        for table in report.tables[:-1]:
            for column, value in zip(table["columns"], table["sums"], strict=True):
                assert value == sum(number for pk, number in recounted(table["id"], column["id"], report.year).items() if pk in below), (
                    report.organ.name,
                    column["id"],
                )


def test_missing_late_and_returned_reports_are_told(county: Built) -> None:
    due = reports.annual(TODAY.year - 1)
    told = {one.organ.name: one for one in standings(due, list(obliged(Q(), due.on)), TODAY)}
    words = sorted(one.word for one in told.values())
    assert words.count("未报送") >= 1
    assert words.count("退回") == 1
    assert any(one.late and one.word == "已接收" for one in told.values()), "one came after 31 January"
    assert all(one.late for one in told.values() if not one.handed_in), "the last day has passed"
    early = standings(due, list(obliged(Q(), due.on)), date(TODAY.year, 1, 20))
    assert not any(one.late for one in early if one.sending is None)


def test_imported_records_are_shown_and_are_no_cases(county: Built) -> None:
    imported = [row for row in Shown.objects.all() if row.record.get("imported")]
    assert len(imported) == 2
    assert not Publication.objects.filter(pk__in=[row.pk for row in imported]).exists()
    assert not Case.objects.filter(number__in=[row.number for row in imported]).exists()
    said: Any = str([row.record for row in imported])
    assert "周明远" not in said, "the legal representative is not public"
