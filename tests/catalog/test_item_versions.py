"""Items are ended and listed anew, never edited; every input is checked alike; every change is recorded."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from fadu.accounts.actors import PUBLIC, SYSTEM
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.models import Change
from fadu.agencies.paging import BY_CODE
from fadu.agencies.paging import page as paged
from fadu.catalog import selectors, services
from fadu.catalog.differences import compared
from fadu.catalog.limits import limits, longer_than
from fadu.catalog.models import ActKind, PowerItem
from fadu.catalog.ranges import parsed, written
from fadu.law.forms import Invalid
from tests.catalog.conftest import ADMIN, OFFICER
from tests.catalog.listing import TODAY, item_data, listed, organ

pytestmark = pytest.mark.django_db


def test_an_item_is_listed_with_who_and_why(imported):
    services.list_item(ADMIN, item_data())
    row = PowerItem.objects.get()
    assert (row.listed_by, row.listed_by_id, row.listed_why) == ("管理员甲", 1, "首次编制")
    assert row.cited == "行政处罚法第二条第一款第二项"
    change = Change.objects.get(what="item", target_id=row.pk)
    assert (change.action, change.by_name, change.reason) == ("列入", "管理员甲", "首次编制")
    assert change.after["code"] == "SC-CF-100"


def test_listed_anew_the_first_stands_as_it_was_and_the_difference_is_marked(imported):
    listed()
    listed(since="2024-05-01", name="改名", ranges="300-900", listed_why="条文修改")
    old, new = PowerItem.objects.order_by("since")
    assert (old.until, old.ended_why, old.name) == (date(2024, 4, 30), "条文修改", "对某种违法行为的处罚")
    (after, first) = compared(selectors.versions(PUBLIC, "SC-CF-100"))
    assert {change.label: (change.before, change.after) for change in after.differences} == {
        "事项名称": ("对某种违法行为的处罚", "改名"),
        "罚款幅度": ("200 元以上 500 元以下", "300 元以上 900 元以下"),
    }
    assert first.first
    assert not first.differences
    assert [change.action for change in selectors.changes("item", [old])] == ["终止", "列入"]
    assert selectors.item("SC-CF-100", date(2024, 4, 30)) == old
    assert selectors.item("SC-CF-100", date(2024, 5, 1)) == new


def test_an_item_ends_from_a_day_and_stays_on_record(imported):
    listed()
    services.end_item(ADMIN, "SC-CF-100", {"ends_on": "2025-01-01", "reason": "职能划出"})
    row = PowerItem.objects.get()
    assert (row.until, row.ended_why) == (date(2024, 12, 31), "职能划出")
    with pytest.raises(PowerItem.DoesNotExist):
        services.end_item(ADMIN, "SC-CF-100", {"ends_on": "2025-02-01", "reason": "再来一次"})
    listed(since="2025-06-01")
    assert [one.since.year for one in selectors.versions(PUBLIC, "SC-CF-100")] == [2025, 2022]


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"code": "有 空格"}, "code", "只能有字母"),
        ({"code": "new"}, "code", "只能有字母"),
        ({"name": ""}, "name", "请填写事项名称"),
        ({"listed_why": ""}, "listed_why", "请填写列入的理由"),
        ({"kind": "magic"}, "kind", "只能选"),
        ({"bases": "行政处罚法第九十条"}, "bases", "法规库中没有行政处罚法第九十条"),
        ({"bases": "行政处罚法第二条第一款第九项"}, "bases", "该款没有第 9 项"),
        ({"bases": "某某条例第一条"}, "bases", "不是法规库中法规的条文"),
        ({"act_bases": "行政处罚法第二条第三款"}, "act_bases", "该条只有 2 款"),
        ({"since": "2020-01-01"}, "bases", "没有施行中的文本"),
        ({"ranges": "很多钱"}, "ranges", "不是罚款幅度的写法"),
        ({"ranges": "500-200"}, "ranges", "下限高于上限"),
        ({"ranges": "[0, 10000) 200-500"}, "ranges", "幅度所依据的数额"),
        ({"ranges": "5-10倍"}, "ranges", "幅度所依据的数额"),
        ({"discretion_table": "nothing"}, "discretion_table", "没有裁量基准"),
        ({"procedure": "magic"}, "procedure", "只能选"),
        ({"until": "2021-12-31"}, "until", "不能早于生效日期"),
        ({"legal_reviewed_on": "2022-03-01", "published_on": "2022-02-01"}, "published_on", "不能早于审核日期"),
        ({"promised_limit": "100 日"}, "promised_limit", "不得长于法定时限（90 日）"),
        ({"organ": "99"}, "organ", "只能选"),
        ({"surprise": "1"}, "surprise", "没有这个字段"),
    ],
)
def test_what_is_wrong_is_told_at_its_field_and_nothing_is_written(imported, changes, field, message):
    with pytest.raises(Invalid) as wrong:
        services.list_item(ADMIN, item_data(**changes))
    assert message in wrong.value.errors[field]
    assert not PowerItem.objects.exists()
    assert not Change.objects.exists()


def test_all_mistakes_are_told_at_once(imported):
    with pytest.raises(Invalid) as wrong:
        services.list_item(ADMIN, item_data(bases="某某条例第一条", ranges="很多钱", discretion_table="x"))
    assert set(wrong.value.errors) == {"bases", "ranges", "discretion_table"}


@pytest.mark.parametrize(
    ("again", "message"),
    [
        ({"name": "别的"}, "以新的生效日期重新登记"),
        ({"since": "2021-08-01"}, "有效期重叠"),
        ({}, "与已登记的内容相同"),
    ],
)
def test_nothing_is_edited_in_place(imported, again, message):
    listed()
    with pytest.raises(Invalid, match=message):
        listed(**again)
    assert PowerItem.objects.count() == 1


def test_the_database_holds_one_open_item_of_a_code(imported):
    row = listed()
    with pytest.raises(IntegrityError), transaction.atomic():
        PowerItem.objects.create(code=row.code, name="x", kind="penalty", field="market", level="county", bases=row.bases, since=date(2025, 1, 1))


@pytest.mark.parametrize("actor", [OFFICER, PUBLIC])
def test_only_who_manages_the_catalogue_changes_it(imported, actor):
    listed()
    for act in (
        lambda: services.list_item(actor, item_data("T-2")),
        lambda: services.end_item(actor, "SC-CF-100", {"ends_on": "2025-01-01", "reason": "x"}),
        lambda: services.list_items(actor, []),
    ):
        with pytest.raises(NotAllowed):
            act()
    assert PowerItem.objects.filter(until__isnull=True).count() == 1


@pytest.mark.parametrize(
    ("text", "bracket", "rows"),
    [
        ("200-500", "", [{"low": 200, "high": 500}]),
        ("个人 200元-500元；单位 1万-10万", "", [{"subject": "person", "low": 200, "high": 500}, {"subject": "unit", "low": 10000, "high": 100000}]),
        (
            "[0, 1万) 5万-10万\n[10000, ) 10-20倍",
            "value",
            [{"when": "[0, 10000)", "low": 50000, "high": 100000}, {"when": "[10000, )", "times": [10, 20]}],
        ),
        ("5%-10%", "cost", [{"times": ["0.05", "0.1"]}]),
        ("0.5-1.5倍", "gains", [{"times": ["0.5", "1.5"]}]),
    ],
)
def test_ranges_are_read_as_an_office_writes_them_and_written_back(text, bracket, rows):
    kept, by = parsed(text, bracket)
    assert kept == rows
    again = parsed(written(PowerItem(ranges=kept, bracket=by)), bracket)
    assert again == (kept, by)


def test_a_basis_is_kept_without_marks(imported):
    row = listed(bases="《中华人民共和国行政处罚法》第二条第一款第（二）项；行政处罚法第三条\n行政处罚法第三条")
    assert row.bases == ["行政处罚法第二条第一款第二项", "行政处罚法第三条"]


@pytest.mark.parametrize(
    ("kind", "field", "own", "expected"),
    [
        ("penalty", "market", "", "90 日"),
        ("penalty", "police", "", "30 日"),
        ("licence", "market", "", "20 个工作日"),
        ("licence", "market", "15 个工作日", "15 个工作日"),
        ("reward", "market", "", ""),
    ],
)
def test_the_statutory_limit_comes_from_the_procedure(kind, field, own, expected):
    assert limits(PowerItem(kind=kind, field=field, statutory_limit=own)).statutory == expected


@pytest.mark.parametrize(
    ("promised", "allowed", "longer"),
    [
        ("10 个工作日", "20 个工作日", False),
        ("25 个工作日", "20 个工作日", True),
        ("3 个月", "90 日", False),
        ("100 日", "3 个月", True),
        ("40 个工作日", "30 日", True),
        ("30 日", "20 个工作日", False),  # not comparable
        ("尽快", "20 个工作日", False),
    ],
)
def test_a_promise_is_held_against_the_statute(promised, allowed, longer):
    assert longer_than(promised, allowed) is longer


def test_every_kind_of_act_can_be_listed(imported):
    for kind in ActKind:
        listed(f"K-{kind.value}", kind=kind.value)
    assert PowerItem.objects.count() == len(ActKind)


def test_the_list_is_searched_and_filtered(imported):
    bureau, other = organ(1), organ(2, field="ecology")
    listed("A-1", name="过期食品", organ=str(bureau.pk))
    listed("A-2", name="排放", field="ecology", bases="行政处罚法第三条")
    listed("A-3", field="market", level="city", kind="inspection")

    def codes(**asked):
        return [row.code for row in selectors.items(PUBLIC, TODAY, **asked)]

    assert codes(query="过期") == ["A-1"]
    assert codes(query="A-2") == ["A-2"]
    assert codes(query="第三条") == ["A-2"]
    assert codes(field="ecology") == ["A-2"]
    assert codes(kind="inspection") == codes(level="city") == ["A-3"]
    assert codes(organ=str(bureau.pk)) == ["A-1"]
    assert codes(organ=str(other.pk)) == ["A-2"]  # names no organ: that of its level and field
    assert codes(organ="99999") == codes(organ="x") == []


def page(found, *, after="", before="", size):
    return paged(found, after=after, before=before, size=size, order=BY_CODE, key="code")


def test_pages_are_turned_by_code_there_and_back(imported):
    for number in range(7):
        listed(f"P-{number}", field="market" if number % 2 else "city")
    found = selectors.items(PUBLIC, TODAY)
    order = [row.code for row in found]
    first = page(found, size=3)
    second = page(found, after=first.next, size=3)
    third = page(found, after=second.next, size=3)
    assert [row.code for one in (first, second, third) for row in one.rows] == order
    assert (first.previous, third.next) == ("", "")
    back = page(found, before=third.previous, size=3)
    assert [row.code for row in back.rows] == [row.code for row in second.rows]
    assert page(found, after="nobody", size=3).rows == first.rows
    assert page(found, after="P\x00", size=3).rows == first.rows


def test_system_lists_too(imported):
    assert listed().listed_by == SYSTEM.name
