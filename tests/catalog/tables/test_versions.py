"""Versions by day: which one runs, what a new one does to the one before, what other processes see, who may change anything."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from fadu.accounts.actors import PUBLIC, SYSTEM
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.models import Change
from fadu.catalog import drafting, selectors, services
from fadu.catalog.comparing import compared
from fadu.catalog.models import DiscretionTable
from fadu.catalog.selectors import library as kept
from fadu.law.forms import Invalid
from fadu.law.parameters import OutsideValidity
from tests.catalog.conftest import ADMIN, OFFICER
from tests.catalog.tables import made

pytestmark = pytest.mark.django_db
PACK = "wuyuan-materials"  # 五原县: 严重 1,000 to 3,000, from 2020-01-01


def revised(code: str = PACK, since: str = "2026-03-01", low: str = "1000", cut: str = "2000") -> DiscretionTable:
    row = services.revise(ADMIN, code)
    form = drafting.typed(row.row())
    form["tier"][1]["high"] = form["tier"][2]["low"] = cut
    services.save_draft(ADMIN, row.pk, {name: value for name, value in form.items() if value not in ("", False)})
    return made.publish(row, since, filing="备 2")


@pytest.mark.parametrize(
    ("day", "high", "version"),
    [("2020-01-01", 3000, 1), ("2026-02-28", 3000, 1), ("2026-03-01", 2000, 2), ("2026-08-31", 2000, 2), ("2026-09-01", 1500, 3), ("2030-01-01", 1500, 3)],
)
def test_each_day_has_the_version_in_force_that_day(day: str, high: int, version: int):
    revised()
    revised(since="2026-09-01", cut="1500")
    on = date.fromisoformat(day)
    table, edition = selectors.table(PACK, on), selectors.edition(PACK, on)
    assert table is not None
    assert edition is not None
    assert edition.version == version
    assert table.holds(on)
    assert table.decide({"tier": "严重"}, on=on).high == high * 100


def test_before_the_first_and_after_the_last_nothing_holds():
    row = made.draft()
    made.publish(row, "2026-01-01", until="2026-06-30")
    for day in (date(2025, 12, 31), date(2026, 7, 1)):
        table = selectors.table(row.code, day)
        assert table is not None
        assert not table.holds(day)
        with pytest.raises(OutsideValidity):
            table.decide({"amount": 1}, on=day)


def test_a_version_ends_the_day_before_the_next_and_neither_is_rewritten():
    first = revised()
    revised(since="2026-09-01", cut="1500")
    first.refresh_from_db()
    assert (first.until, first.state) == (date(2026, 8, 31), "published")
    assert [each.table.until for each in selectors.editions(PACK)] == [date(2026, 2, 28), date(2026, 8, 31), None]
    assert [each.version for each in selectors.editions(PACK)] == [1, 2, 3]
    with pytest.raises(DiscretionTable.DoesNotExist):
        services.save_draft(ADMIN, first.pk, made.TIERS)


def test_what_another_process_published_is_seen_after_a_while_and_nothing_is_asked_before(monkeypatch: Any, django_assert_num_queries: Any):
    selectors.tables()
    with django_assert_num_queries(0):
        selectors.tables()
    row = made.draft()
    DiscretionTable.objects.filter(pk=row.pk).update(
        state="published", since=date(2026, 1, 1), published_on=date(2026, 1, 1), revision=2
    )  # as another process would
    assert selectors.table(row.code) is None
    monkeypatch.setattr(kept, "RECHECK", -1.0)
    assert selectors.table(row.code) is not None


def test_publishing_holds_at_once_in_this_process(django_capture_on_commit_callbacks: Any):
    row = made.draft()
    assert selectors.table(row.code) is None
    with django_capture_on_commit_callbacks(execute=True):
        services.publish(ADMIN, [row.pk], {"published_on": "2026-01-01", "since": "2026-01-01", "reason": "x"})
    assert selectors.table(row.code) is not None


def test_a_table_of_a_pack_is_repealed_from_a_day_and_its_file_is_left_alone():
    services.repeal(ADMIN, PACK, {"ends_on": "2026-05-01", "reason": "依据废止"})
    kept.forget()
    before, after = selectors.table(PACK, date(2026, 4, 30)), selectors.edition(PACK, date(2026, 5, 1))
    assert before is not None
    assert after is not None
    assert before.holds(date(2026, 4, 30))
    assert after.state(date(2026, 5, 1)) == ("", "已废止")
    with pytest.raises(Invalid, match="已经失效"):
        services.repeal(ADMIN, PACK, {"ends_on": "2026-06-01", "reason": "再来一次"})
    revised(since="2026-07-01")  # made anew after it was repealed
    assert selectors.table(PACK, date(2026, 7, 1)).holds(date(2026, 7, 1))
    assert not selectors.table(PACK, date(2026, 6, 30)).holds(date(2026, 6, 30))


TOMORROW = str(timezone.localdate() + timedelta(1))


@pytest.mark.parametrize(
    ("data", "field", "message"),
    [
        ({"published_on": TOMORROW, "since": TOMORROW}, "published_on", "不能晚于今天"),
        ({"since": "2025-12-31"}, "since", "不能早于公布日期"),
        ({"until": "2025-01-01"}, "until", "不能早于施行日期"),
        ({"filed_on": "2026-02-01"}, "filing", "同时填备案号"),
        ({"reason": ""}, "reason", "请填写事由"),
        ({"since": "never"}, "since", "不是有效日期"),
    ],
)
def test_wrong_days_are_told_on_their_field(data: dict[str, str], field: str, message: str):
    row = made.draft()
    with pytest.raises(Invalid) as wrong:
        services.publish(ADMIN, [row.pk], {"published_on": "2026-01-01", "since": "2026-01-01", "reason": "x"} | data)
    assert message in wrong.value.errors[field]
    row.refresh_from_db()
    assert row.state == "draft"


def test_a_new_version_does_not_begin_before_the_one_in_force():
    row = services.revise(ADMIN, PACK)
    with pytest.raises(Invalid, match="应当在其后施行"):
        services.publish(ADMIN, [row.pk], {"published_on": "2019-01-01", "since": "2020-01-01", "reason": "x"})


def test_several_are_published_all_or_none():
    good, bad = made.draft(), made.draft("tiers", range=[{"subject": "unit", "low": "0", "high": "5000"}, {"subject": "person", "low": "0", "high": "50"}])
    with pytest.raises(Invalid, match="空档"):
        services.publish(ADMIN, [good.pk, bad.pk], {"published_on": "2026-01-01", "since": "2026-01-01", "reason": "x"})
    good.refresh_from_db()
    assert good.state == "draft"
    with pytest.raises(Invalid, match="重新打开"):
        services.publish(ADMIN, [good.pk, 10**9], {"published_on": "2026-01-01", "since": "2026-01-01", "reason": "x"})


def test_every_change_is_written_down_with_who_and_why():
    row = revised()
    told = Change.objects.filter(what="table", target_id=row.pk).order_by("pk")
    assert [change.action for change in told] == ["起草", "修改草案", "公布"]
    assert told.last().reason == "测试"
    assert {change.by_name for change in told} == {"管理员甲"}
    assert [change.action for change in kept.history(ADMIN, PACK)] == ["公布", "修改草案", "起草"]


def test_a_filing_comes_once_and_not_before_publication():
    row = made.publish(made.draft(), "2026-02-01")
    with pytest.raises(Invalid, match="备案日期应在"):
        services.file_table(ADMIN, row.pk, {"filing": "备 1", "filed_on": "2026-01-01"})
    services.file_table(ADMIN, row.pk, {"filing": "备 1", "filed_on": "2026-02-10"})
    kept.forget()
    assert selectors.table(row.code).filing == "备 1"
    with pytest.raises(Invalid, match="已经登记备案号"):
        services.file_table(ADMIN, row.pk, {"filing": "备 2", "filed_on": "2026-02-10"})


def test_one_draft_at_a_time_and_given_up_it_stays_on_record():
    first = services.revise(ADMIN, PACK)
    assert services.revise(ADMIN, PACK).pk == first.pk
    services.abandon(ADMIN, first.pk, "不改了")
    second = services.revise(ADMIN, PACK)
    assert (second.version, DiscretionTable.objects.count()) == (3, 2)
    with pytest.raises(IntegrityError), transaction.atomic():
        DiscretionTable.objects.create(code=PACK, version=9, kind="tiers", title="x", issuer="x", body={}, by_name="x")


@pytest.mark.parametrize("actor", [OFFICER, PUBLIC])
@pytest.mark.parametrize(
    "act",
    [
        lambda actor: services.open_draft(actor, "bands", made.BANDS),
        lambda actor: services.revise(actor, PACK),
        lambda actor: services.save_draft(actor, 1, made.BANDS),
        lambda actor: services.abandon(actor, 1, "x"),
        lambda actor: services.publish(actor, [1], {}),
        lambda actor: services.file_table(actor, 1, {}),
        lambda actor: services.repeal(actor, PACK, {}),
        kept.drafts,
        lambda actor: kept.history(actor, PACK),
    ],
)
def test_only_who_manages_the_catalogue_changes_tables(act: Callable[[Any], Any], actor: Any):
    with pytest.raises(NotAllowed):
        act(actor)
    assert not DiscretionTable.objects.exists()


@pytest.mark.parametrize("kind", made.FORMS)
def test_the_form_and_the_data_say_the_same(kind: str):
    row = made.draft(kind)
    before = row.body
    services.save_draft(ADMIN, row.pk, {name: value for name, value in drafting.typed(row.row()).items() if value not in ("", False)} | _columns(kind, row))
    row.refresh_from_db()
    assert row.body == before


def _columns(kind: str, row: DiscretionTable) -> dict[str, Any]:
    """Lines as the form of the kind posts them: only its own columns."""
    tables = {field.name: {column.name for column in field.columns} for field in drafting.fields(kind) if field.columns}
    shown = drafting.typed(row.row())
    return {name: [{key: value for key, value in line.items() if key in columns} for line in shown[name]] for name, columns in tables.items()}


def test_every_table_of_the_packs_goes_through_the_form_unchanged():
    for code, table in selectors.tables().items():
        row = services.revise(ADMIN, code)
        values = {name: value for name, value in drafting.typed(row.row()).items() if value not in ("", False)} | _columns(row.kind, row)
        services.save_draft(ADMIN, row.pk, values)
        row.refresh_from_db()
        checked = drafting.check(row.row(), table.since)
        assert checked.sound, (code, checked.marks)
        assert [axis.sound for axis in checked.axes].count(False) == len(table.warnings)


def test_what_differs_between_two_versions_is_told():
    revised()
    old, new = selectors.editions(PACK)
    differing = {pair.label: (pair.old, pair.new) for pair in compared(old, new) if pair.differs}
    assert differing["严重"] == ("罚款 1,000 元以上 3,000 元以下", "罚款 1,000 元以上 2,000 元以下")
    assert differing["特别严重"][1] == "罚款 2,000 元以上 5,000 元以下"
    assert "轻微" not in differing
    assert {"备案号", "有效期"} <= differing.keys()


def test_the_published_list_is_what_the_engine_uses():
    revised()
    for each in selectors.benchmarks(PUBLIC):
        assert each.table is selectors.table(each.table.id)


def test_the_county_s_tables():
    from fadu.site.demo.registers import tables

    tables.fill(date(2026, 11, 21))
    tables.fill(date(2026, 11, 21))
    kept.forget()
    assert selectors.edition("demo-food-125-2", date(2026, 1, 1)).version == 2
    assert selectors.edition("demo-food-125-2", date(2025, 12, 31)).version == 1
    draft = kept.drafts(SYSTEM).get()
    (mark,) = drafting.check(draft.row(), date(2026, 1, 1)).marks
    assert "之间有空档" in mark.says
