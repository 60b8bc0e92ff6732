"""The year's tables agree with a recount in SQL that knows nothing of the code; a decision counts once, under its heaviest kind."""

from typing import Any

import pytest

from fadu.agencies.models import Organ
from fadu.disclosure.annual import TABLES, behind, counted
from fadu.disclosure.annual.tables import heaviest
from fadu.law.vocabulary.kinds import Penalty
from tests.cases.telling import Telling
from tests.cases.world import Bureau
from tests.disclosure.recount import recounted

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


def test_the_tables_are_what_a_recount_says(year: Bureau) -> None:
    organs = list(Organ.objects.all())
    for one in (2026, 2027):
        for table in TABLES.values():
            found = counted(table, one, organs)
            for column in table.columns:
                told = {row.organ.pk: row.cells[column.id].value for row in found.rows if row.cells[column.id].value}
                before = {row.organ.pk: row.cells[column.id].before for row in found.rows if row.cells[column.id].before}
                assert told == recounted(table.id, column.id, one), (table.id, column.id)
                assert before == recounted(table.id, column.id, one - 1), (table.id, column.id)
    penalties = counted(TABLES["penalty"], 2026, organs)
    assert (penalties.total, penalties.sums["confiscation"], penalties.sums["fine"]) == (1, 1, 0), "fined and its gain taken: once, under the heavier"
    assert penalties.sums["amount"] > 0
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


def test_a_report_goes_up_and_is_received(year: Bureau, client: Any) -> None:
    """The head sends what is published; the supervisor receives it, or gives it back with a reason; nobody else does, and nothing twice."""
    from datetime import date

    from fadu.accounts.permissions import NotAllowed
    from fadu.cases.errors import NotFound
    from fadu.disclosure.reporting.models import Sending
    from fadu.disclosure.reporting.selectors import standing_of
    from fadu.disclosure.reporting.services import receive, send
    from fadu.disclosure.services import publish_year
    from fadu.law import reports
    from fadu.law.forms import Invalid

    due, head, above = reports.annual(2025), year.who("zhaoqiang"), year.who("zhaomin")
    assert (standing_of(due, year.bureau, date(2026, 1, 31)).late, standing_of(due, year.bureau, date(2026, 2, 1)).late) == (False, True)
    report = publish_year(head, year.bureau, 2025, "全年情况")
    with pytest.raises(NotAllowed):
        send(above, due, year.bureau, report.pk, "年报")
    row = send(head, due, year.bureau, report.pk, "年报")
    assert send(head, due, year.bureau, report.pk, "年报").pk == row.pk
    assert (Sending.objects.count(), row.to.short_name) == (1, "示县府")
    assert standing_of(due, year.bureau, date(2026, 12, 1)).word == "待接收"
    with pytest.raises(NotAllowed):
        receive(head, row.pk, "accepted", "")
    for outcome, note in (("", ""), ("returned", " "), ("accepted", "字" * 501)):
        with pytest.raises(Invalid):
            receive(above, row.pk, outcome, note)
    with pytest.raises(NotFound):
        receive(above, report.pk, "accepted", "")
    receive(above, row.pk, "returned", "请补充检查情况")
    found = standing_of(due, year.bureau, date(2026, 12, 1))
    assert (found.word, found.handed_in, found.late) == ("退回", False, True)
    with pytest.raises(Invalid):
        receive(above, row.pk, "accepted", "")
    second = publish_year(head, year.bureau, 2025, "补充后的情况")
    assert send(head, due, year.bureau, second.pk, "年报第 2 版").pk != row.pk
    assert standing_of(due, year.bureau, date(2026, 12, 1)).handed_in
    for how, begins in (("pdf", b"%PDF"), ("xlsx", b"PK"), ("json", b"{")):
        assert client.get(f"/open/annual/{second.pk}.{how}").content.startswith(begins)


# officer, reviewer, head, supervisor, administrator, public
ENTRANCES = """
GET  /annual/                             403 403 200 200 403 302
GET  /annual/?year=2026                   403 403 200 200 403 302
GET  /annual/?organ=999999                403 403 404 404 403 302
GET  /annual/2026.xlsx                    403 403 200 200 403 302
GET  /annual/2026/penalty/fine/           403 403 200 200 403 302
GET  /annual/2026/penalty/nothing/        403 403 404 404 403 302
POST /annual/                             403 403 422 403 403 302
GET  /annual/2026/penalty/total/          403 403 200 200 403 302
GET  /annual/2026/people/serving/         403 403 200 200 403 302
GET  /annual/2026/people/nothing/         403 403 404 404 403 302
GET  /annual/received/                    403 403 403 200 403 302
GET  /annual/received.xlsx                403 403 403 200 403 302
GET  /reports/00000000-0000-7000-8000-000000000000/ 403 403 403 404 403 302
POST /annual/00000000-0000-7000-8000-000000000000/send/ 403 403 404 403 403 302
GET  /threefold/                          403 200 200 200 403 302
GET  /threefold/received/                 403 403 403 200 403 302
POST /threefold/00000000-0000-7000-8000-000000000000/send/ 403 403 404 403 403 302
GET  /open/threefold/                     200 200 200 200 200 200
GET  /open/threefold/00000000-0000-7000-8000-000000000000/ 404 404 404 404 404 404
GET  /credit/penalty/                     403 403 200 403 403 302
GET  /credit/licence/                     403 403 200 403 403 302
GET  /credit/nothing/                     403 403 404 403 403 302
GET  /credit/penalty/files/1/             403 403 404 403 403 302
GET  /credit/penalty/files/1/again/       403 403 404 403 403 302
GET  /credit/former/                      403 403 200 403 200 302
GET  /credit/former/00000000-0000-7000-8000-000000000000/ 403 403 404 403 404 302
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
