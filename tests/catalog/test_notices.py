"""Loading a holiday notice: what was typed wrong, what it would move, who may, and that everything counts by it at once."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from fadu.accounts.actors import PUBLIC, Role
from fadu.accounts.permissions import NotAllowed
from fadu.catalog import selectors
from fadu.catalog.models import CalendarNotice
from fadu.catalog.selectors import keeping as kept
from fadu.catalog.services import load_notice, preview
from fadu.catalog.signals import notice_loaded, notice_previewed
from fadu.law.calendar import china
from fadu.law.forms import Invalid
from fadu.law.periods import working_days
from tests.accounts.entrances import everything
from tests.catalog.conftest import ADMIN, OFFICER

pytestmark = pytest.mark.django_db(transaction=True)

# 2027: 1 January is a Friday, 6 February (Spring Festival) a Saturday; the arrangement is made up.
NOTICE = {
    "year": "2027",
    "source": "国办发明电〔2026〕0号",
    "holidays": "元旦 2027-01-01 至 2027-01-03\n春节 2027-02-05 至 2027-02-11\n劳动节：2027-05-01 到 2027-05-05\n国庆节 2027-10-01 - 2027-10-07\n",
    "makeup_days": "2027-02-14，2027-02-20 2027-05-08",
}


def due(start: date) -> date:
    return working_days(3).due_on(start, selectors.calendar())


def test_a_loaded_notice_is_counted_by_at_once():
    start = date(2027, 2, 4)  # Thu
    assert due(start) == date(2027, 2, 9)  # provisional: Fri 5, Mon 8, Tue 9
    row = load_notice(ADMIN, NOTICE)
    assert due(start) == date(2027, 2, 15)  # off 5-11; Fri 12, Sun 14 (worked), Mon 15
    assert not selectors.calendar().is_provisional(date(2027, 12, 31))
    assert (row.loaded_by, row.loaded_by_id, row.year) == ("管理员甲", 1, 2027)
    assert len(row.holidays) == 3 + 7 + 5 + 7
    assert row.makeup_days == ["2027-02-14", "2027-02-20", "2027-05-08"]


def test_the_package_s_calendar_itself_is_not_touched():
    load_notice(ADMIN, NOTICE)
    assert china().is_provisional(date(2027, 1, 1))


def test_a_correction_loaded_later_rules_and_the_first_stays_on_record():
    load_notice(ADMIN, NOTICE)
    load_notice(ADMIN, NOTICE | {"makeup_days": "", "source": "更正"})
    assert due(date(2027, 2, 4)) == date(2027, 2, 16)  # Fri 12, Mon 15, Tue 16
    assert selectors.calendar().sources[2027] == "更正"
    assert [row.source for row in selectors.notices()] == ["更正", "国办发明电〔2026〕0号"]


def test_the_calendar_is_kept_and_asked_for_again_only_after_a_while(django_assert_num_queries, monkeypatch):
    selectors.calendar()
    with django_assert_num_queries(0):
        first = selectors.calendar()
    CalendarNotice.objects.create(year=2027, holidays={}, makeup_days=[], source="别处载入")  # as another process would
    row = CalendarNotice.objects.get()
    row.holidays = {f"2027-{month:02}-{day:02}": "节" for month, day in ((1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3))}
    row.holidays |= {(date(2027, 2, 5) + timedelta(n)).isoformat(): "春节" for n in range(7)}
    row.save()
    assert selectors.calendar() is first
    monkeypatch.setattr(kept, "RECHECK", -1.0)
    assert selectors.calendar() is not first
    assert not selectors.calendar().is_provisional(date(2027, 3, 1))


def test_a_preview_tells_what_would_move_and_writes_nothing():
    before = everything()
    seen = preview(ADMIN, NOTICE)
    assert everything() == before
    assert selectors.calendar().is_provisional(date(2027, 1, 4))
    assert date(2027, 2, 5) in seen.turned_off  # a Friday
    assert date(2027, 2, 6) not in seen.turned_off  # a Saturday, off in any case
    assert seen.turned_on == (date(2027, 2, 14), date(2027, 2, 20), date(2027, 5, 8))
    assert seen.replaces == ""
    moved = {str(period): count for period, count in seen.moved}
    assert moved.keys() == {"7 个工作日", "15 日", "30 日", "90 日"}
    now, then = selectors.calendar(), selectors.calendar().with_notice(seen.notice)
    starts = [date(2027, 1, 1) + timedelta(n) for n in range(366)]
    assert moved["7 个工作日"] == sum(working_days(7).due_on(day, now) != working_days(7).due_on(day, then) for day in starts) > 30


def test_a_preview_of_a_year_already_loaded_names_what_it_replaces():
    load_notice(ADMIN, NOTICE)
    seen = preview(ADMIN, NOTICE | {"source": "另一号"})
    assert seen.replaces == "国办发明电〔2026〕0号"
    assert (seen.turned_off, seen.turned_on) == ((), ())
    assert {count for _, count in seen.moved} == {0}


def test_rooms_above_are_asked_and_told():
    told: list[Any] = []

    def asked(now, then, **_):
        return ("办理中的期限", 12) if now.is_worked(date(2027, 2, 5)) and not then.is_worked(date(2027, 2, 5)) else None

    def loaded(then, actor, **_):
        told.append((then.noticed_until, actor.name))

    notice_previewed.connect(asked)
    notice_loaded.connect(loaded)
    try:
        assert ("办理中的期限", 12) in preview(ADMIN, NOTICE).running
        load_notice(ADMIN, NOTICE)
        assert ("办理中的期限", 12) not in preview(ADMIN, NOTICE).running
    finally:
        notice_previewed.disconnect(asked)
        notice_loaded.disconnect(loaded)
    assert told == [(2027, "管理员甲")]


def test_what_a_room_above_can_not_recount_is_not_loaded():
    def fails(**_):
        raise RuntimeError("no")

    notice_loaded.connect(fails)
    try:
        with pytest.raises(RuntimeError):
            load_notice(ADMIN, NOTICE)
    finally:
        notice_loaded.disconnect(fails)
    assert not CalendarNotice.objects.exists()
    assert selectors.calendar().is_provisional(date(2027, 3, 1))


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"year": ""}, "year", "请填写年份"),
        ({"year": "二〇二七"}, "year", "年份"),
        ({"year": "2041"}, "year", "只到 2040 年"),
        ({"year": "1999"}, "year", "2004"),
        ({"source": ""}, "source", "请填写通知文号"),
        ({"source": "<b>"}, "source", "尖括号"),
        ({"holidays": ""}, "holidays", "请填写放假安排"),
        ({"holidays": "元旦"}, "holidays", "第 1 行“元旦”读不懂"),
        ({"holidays": "元旦 2027-13-01"}, "holidays", "第 1 行"),
        ({"holidays": NOTICE["holidays"] + "元旦 2027-01-03 至 2027-01-01"}, "holidays", "第 5 行“元旦”的末日应在首日之后"),
        ({"holidays": NOTICE["holidays"] + "长假 2027-06-01 至 2027-08-01"}, "holidays", "不超过 15 天"),
        (
            {"holidays": NOTICE["holidays"].replace("2027-05-01 到 2027-05-05", "2027-05-03 到 2027-05-05")},
            "holidays",
            "缺少法定节日 2027-05-01、2027-05-02",
        ),
        ({"makeup_days": "2027-02-14 明天"}, "makeup_days", "“明天”不是日期"),
        ({"makeup_days": "2027-02-15"}, "holidays", "2027-02-15 不是周六、周日"),
        ({"makeup_days": "2027-02-06"}, "holidays", "既列为放假又列为上班"),
        ({"year": "2028"}, "holidays", "不在 2028 年内"),
        ({"surprise": "x"}, "surprise", "没有这个字段"),
    ],
)
def test_what_is_typed_wrong_is_told_on_its_field_and_nothing_is_loaded(changes: dict[str, str], field: str, message: str):
    with pytest.raises(Invalid) as wrong:
        load_notice(ADMIN, NOTICE | changes)
    assert message in wrong.value.errors[field]
    assert not CalendarNotice.objects.exists()


@pytest.mark.parametrize("actor", [OFFICER, PUBLIC])
def test_only_who_manages_the_calendar_previews_or_loads(actor):
    for act in (preview, load_notice):
        with pytest.raises(NotAllowed):
            act(actor, NOTICE)
    assert not CalendarNotice.objects.exists()


# --- the page


def test_the_administrator_sees_first_and_loads_then(clients: Mapping[Role, Client]):
    client = clients[Role.ADMIN]
    assert "暂定" in client.get("/calendar/").content.decode()
    seen = client.post("/calendar/load/", NOTICE)
    assert seen.status_code == 200
    assert "2027-02-05" in seen.content.decode()
    assert not CalendarNotice.objects.exists()
    done = client.post("/calendar/load/", NOTICE | {"confirm": "1"})
    assert (done.status_code, done["Location"]) == (302, "/calendar/")
    shown = client.get("/calendar/").content.decode()
    assert "国办发明电〔2026〕0号" in shown
    assert "管理员甲" in shown


def test_what_was_typed_is_kept_when_it_is_wrong(clients: Mapping[Role, Client]):
    answer = clients[Role.ADMIN].post("/calendar/load/", NOTICE | {"makeup_days": "2027-02-15"})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "不是周六、周日" in shown
    assert "春节 2027-02-05" in shown


def test_the_preview_carries_what_was_typed_as_words_only(clients: Mapping[Role, Client]):
    shown = clients[Role.ADMIN].post("/calendar/load/", NOTICE | {"holidays": NOTICE["holidays"].replace("元旦", "</textarea>元旦")}).content.decode()
    assert "</textarea>元旦" not in shown
