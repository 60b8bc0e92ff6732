"""The year's tables agree with a recount in SQL that knows nothing of the code; a decision counts once, under its heaviest kind."""

from datetime import date
from typing import Any

import pytest
from django.db import connection

from fadu.agencies.models import Organ
from fadu.disclosure.annual import TABLES, behind, counted
from fadu.disclosure.annual.tables import heaviest
from fadu.law.vocabulary.kinds import Penalty
from tests.cases.telling import Telling
from tests.cases.world import Bureau

# from light to heavy, left to right in the table; named kinds go before the other
WEIGHED = [
    (Penalty.WARNING, Penalty.WARNING),
    (Penalty.WARNING | Penalty.FINE, Penalty.FINE),
    (Penalty.FINE | Penalty.GAIN, Penalty.GAIN),
    (Penalty.GAIN | Penalty.GOODS, Penalty.GOODS),
    (Penalty.FINE | Penalty.STOP_BUSINESS | Penalty.WARNING, Penalty.STOP_BUSINESS),
    (Penalty.OTHER, Penalty.OTHER),
    (Penalty.OTHER | Penalty.WARNING, Penalty.WARNING),
    (Penalty.OTHER | Penalty.REVOKE_LICENCE, Penalty.REVOKE_LICENCE),
    (Penalty.DETENTION | Penalty.FINE, Penalty.DETENTION),
    (Penalty(0), None),
]


@pytest.mark.parametrize(("kinds", "counts"), WEIGHED)
def test_a_decision_counts_once_under_its_heaviest_named_kind(kinds: Penalty, counts: Penalty | None) -> None:
    assert heaviest(kinds) == counts
    assert sum(column.kinds(kinds) for column in TABLES["penalty"].columns if column.kinds) == (1 if counts else 0)


@pytest.fixture
def year(bureau: Bureau) -> Bureau:
    """Three decisions of 2026: fined with goods taken, fined alone, and one of the year before."""
    Telling(bureau).until("decide")
    return bureau


def sql(query: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()


def test_the_tables_are_what_a_recount_says(year: Bureau) -> None:
    organs = list(Organ.objects.all())
    found = counted(TABLES["penalty"], 2026, organs)
    first, last = (date(2026, 1, 1) - date(1970, 1, 1)).days, (date(2026, 12, 31) - date(1970, 1, 1)).days
    recount = sql(
        "SELECT COUNT(*), COALESCE(SUM(COALESCE(f_decision_fine, 0) + COALESCE(f_decision_gain, 0)), 0) FROM cases_facts WHERE f_outcome = 'penalty' AND f_decided_on BETWEEN %s AND %s",
        first,
        last,
    )
    assert [(found.total, found.sums["amount"])] == [tuple(map(int, row)) for row in recount]
    assert found.total == 1
    kinds = sql("SELECT f_decision_kinds FROM cases_facts WHERE f_outcome = 'penalty'")[0][0]
    assert kinds & 8, "the food case takes the gain"
    assert found.sums["confiscation"] == 1
    assert found.sums["fine"] == 0
    assert counted(TABLES["penalty"], 2025, organs).total == 0
    assert counted(TABLES["penalty"], 2027, organs).rows[0].cells["confiscation"].before == 1


def test_no_such_duty_is_not_nought(year: Bureau) -> None:
    rows = {row.organ.short_name: row for row in counted(TABLES["penalty"], 2026, Organ.objects.all()).rows}
    assert rows["示市监"].cells["warning"].value == 0
    assert rows["示司"].cells["warning"].value is None
    assert rows["示司"].total is None


def test_each_number_opens_the_cases_behind_it(year: Bureau) -> None:
    organs = list(Organ.objects.values_list("pk", flat=True))
    for table in TABLES.values():
        found = counted(table, 2026, Organ.objects.all())
        for column in table.columns:
            if not column.sums:
                assert behind(table, column, 2026, organs).count() == found.sums[column.id], (table.id, column.id)


def test_a_year_is_published_as_it_was_counted(year: Bureau, settings: Any) -> None:
    """What was published stays as it was, whatever is counted later; a year that runs is not published."""
    from django.test import Client

    from fadu.accounts.permissions import NotAllowed
    from fadu.disclosure.models import AnnualReport
    from fadu.disclosure.services import publish_year
    from fadu.law.forms import Invalid

    organ, head = year.bureau, year.who("zhaoqiang")
    with pytest.raises(Invalid):
        publish_year(head, organ, 2999, "全年情况")
    with pytest.raises(NotAllowed):
        publish_year(year.who("liwei"), organ, 2025, "全年情况")
    report = publish_year(head, organ, 2025, "全年情况")
    assert (report.version, report.tables[0]["total"]) == (1, 0)
    assert publish_year(head, organ, 2025, "更正后的情况").version == 2
    assert Client().get(f"/open/annual/{report.pk}/").status_code == 200
    assert "全年情况" in Client().get(f"/open/annual/{report.pk}/").content.decode()
    listed = Client().get("/open/annual/").content.decode()
    assert "第 2 版" in listed, "the newest version stands for the year"
    assert str(report.pk) not in listed
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError), transaction.atomic():
        AnnualReport.objects.filter(pk=report.pk).update(narrative="改过")


# officer, reviewer, head, supervisor, administrator, public
ENTRANCES = """
GET  /annual/                             403 403 200 200 403 302
GET  /annual/?year=2026                   403 403 200 200 403 302
GET  /annual/?organ=999999                403 403 404 404 403 302
GET  /annual/2026.xlsx                    403 403 200 200 403 302
GET  /annual/2026/penalty/fine/           403 403 200 200 403 302
GET  /annual/2026/penalty/nothing/        403 403 404 404 403 302
POST /annual/                             403 403 422 403 403 302
GET  /publications/                       200 403 200 200 403 302
GET  /open/                               200 200 200 200 200 200
GET  /open/annual/                        200 200 200 200 200 200
GET  /open/feed.atom                      200 200 200 200 200 200
GET  /open/00000000-0000-7000-8000-000000000000/ 404 404 404 404 404 404
"""


def test_every_role_at_every_entrance(year: Bureau) -> None:
    from fadu.accounts.actors import Role
    from tests.accounts.entrances import assert_entrances
    from tests.cases.test_door_permission import ORDER, clients

    rows = {}
    for line in ENTRANCES.strip().splitlines():
        method, url, *statuses = line.split()
        rows[f"{method} {url}"] = dict(zip(ORDER, map(int, statuses), strict=True))
    assert Role.PUBLIC in ORDER
    assert_entrances(clients(year), rows)
