"""A holiday notice moves due days of running clocks, and is told before it is loaded."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from fadu.accounts.actors import SYSTEM
from fadu.cases import now
from fadu.cases.models import Case, ClockRow
from fadu.cases.services import register
from fadu.catalog.selectors import keeping
from fadu.catalog.services import load_notice, preview

NOTICE = {
    "year": "2027",
    "holidays": "元旦 2027-01-01 至 2027-01-03\n春节 2027-02-05 至 2027-02-11\n劳动节：2027-05-01 到 2027-05-05\n国庆节 2027-10-01 - 2027-10-07",
    "makeup_days": "2027-02-14，2027-02-20 2027-05-08",
    "source": "国办发明电〔2026〕0号",
}


@pytest.fixture(autouse=True)
def calendar_as_it_was():
    yield
    keeping.forget()


def test_a_loaded_notice_reckons_the_clocks_anew(bureau, food):
    moment = datetime(2027, 2, 1, 9, tzinfo=ZoneInfo("Asia/Shanghai"))  # Mon
    data = food["steps"][0]["data"] | {"clue_received_on": "2027-02-01", "violation_began_on": "2027-01-20"}
    with now.at(moment):
        done = register(bureau.who("liwei"), "penalty.general", data, taken_at=moment)
    clock = ClockRow.objects.get(case_id=done.case_id, rule="SC-018-1a")
    # provisional, Monday to Friday: 2-5, 8-12, 15-19 Feb are fourteen, the fifteenth is Mon 22 Feb
    assert (clock.due_on, clock.provisional) == (date(2027, 2, 22), True)
    assert ("办理中的时限", 1) in preview(SYSTEM, NOTICE).running
    load_notice(SYSTEM, NOTICE)
    clock.refresh_from_db()
    # off 5-11: 2, 3, 4, 12, Sun 14 (worked), 15-19, Sat 20 (worked), 22-25: the fifteenth is Thu 25 Feb
    assert (clock.due_on, clock.provisional) == (date(2027, 2, 25), False)
    assert Case.objects.get(pk=done.case_id).next_due == clock.due_on
