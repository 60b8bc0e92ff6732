"""The lists go in and out as worksheets: the same checks, every mistake told by cell, nothing half written."""

from time import perf_counter, process_time
from typing import Any

import pytest

from fadu.accounts.actors import PUBLIC, SYSTEM
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.models import Change
from fadu.catalog.models import InspectionEntry, LenientEntry, PowerItem, ReviewEntry
from fadu.law.forms import validate
from fadu.sheets.sheet import Faults, Loaded, Row, Sheet, sheet
from tests.catalog.listing import inspection_data, item_data, lenient_data, listed, major_data

pytestmark = pytest.mark.django_db


def rows_of(found: Sheet, *data: dict[str, Any]) -> list[Row]:
    """The rows as the reader of worksheets gives them: each cell found sound."""
    fields = found.fields(SYSTEM)
    return [Row(place + 2, validate(fields, {name: value for name, value in one.items() if value != ""})) for place, one in enumerate(data)]


def held(id_: str) -> Sheet:
    found = sheet(id_)
    assert found is not None
    return found


def load(id_: str, *data: dict[str, Any], actor: Any = SYSTEM) -> Loaded:
    return held(id_).load(actor, rows_of(held(id_), *data), lambda _done: None)


def faults(id_: str, *data: dict[str, Any]) -> list[tuple[int, str, str]]:
    with pytest.raises(Faults) as wrong:
        load(id_, *data)
    return [(fault.row, fault.column, fault.says) for fault in wrong.value.faults]


LISTS = {
    "items": (item_data, PowerItem),
    "inspections": (inspection_data, InspectionEntry),
    "leniency": (lenient_data, LenientEntry),
    "major": (major_data, ReviewEntry),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_comes_in_and_goes_out_the_same(imported, name):
    data, model = LISTS[name]
    assert load(name, data("A-1"), data("A-2")) == Loaded(added=2)
    out = list(held(name).rows(PUBLIC))
    assert [row["code"] for row in out] == ["A-1", "A-2"]
    fields = held(name).fields(SYSTEM)
    again = [Row(place + 2, validate(fields, {field.name: _cell(row[field.name]) for field in fields})) for place, row in enumerate(out)]
    assert held(name).load(SYSTEM, again, lambda _done: None) == Loaded(unchanged=2)
    model.objects.all().delete()
    assert held(name).load(SYSTEM, again, lambda _done: None) == Loaded(added=2)


def _cell(value: Any) -> Any:
    return "" if value is None else value if isinstance(value, bool | int | list) else str(value)


@pytest.mark.parametrize("name", LISTS)
def test_a_later_day_changes_and_the_same_row_does_nothing(imported, name):
    data, model = LISTS[name]
    load(name, data())
    later = data(since="2025-01-01", listed_why="改")
    assert load(name, data(), later) == Loaded(changed=1, unchanged=1)
    assert [row.until is None for row in model.objects.order_by("since")] == [False, True]


@pytest.mark.parametrize("name", LISTS)
def test_who_does_not_manage_brings_nothing_in(imported, name):
    with pytest.raises(NotAllowed):
        load(name, LISTS[name][0](), actor=PUBLIC)
    assert not LISTS[name][1].objects.exists()


def test_every_mistake_is_told_by_line_and_column_and_nothing_is_written(imported):
    found = faults(
        "items",
        item_data("A-1"),
        item_data("A-2", bases="某某条例第一条"),
        item_data("A-3", ranges="很多钱", discretion_table="nothing"),
        item_data("A 4"),
        item_data("A-5", promised_limit="200 日"),
    )
    assert [(row, column) for row, column, _ in found] == [(3, "实施依据"), (4, "裁量基准"), (4, "罚款幅度"), (5, "事项编码"), (6, "承诺时限")]
    assert not PowerItem.objects.exists()
    assert not Change.objects.exists()


def test_codes_that_clash_are_told_by_line(imported):
    listed("A-9")
    found = faults("items", item_data("A-1"), item_data("A-1", name="又一次"), item_data("A-9", name="别的"))
    assert [(row, column) for row, column, _ in found] == [(3, "事项编码"), (4, "事项编码")]
    assert "出现两次" in found[0][2]
    assert PowerItem.objects.count() == 1


def test_the_lists_check_what_they_alone_know(imported):
    assert faults("inspections", inspection_data(share="120"))[0][1:] == ("抽查比例（%）", "抽查比例按百分数填 1 至 100")
    assert faults("inspections", inspection_data(items="X-404"))[0][1] == "执法事项编码"
    assert faults("leniency", lenient_data(rule="CF-032"))[0][1] == "所执行的规则"
    assert faults("major", major_data(threshold_person="200000"))[0][1] == "公民金额标准"
    assert faults("major", major_data(bases="行政处罚法第九十条"))[0][1] == "依据"
    assert faults("leniency", lenient_data(legal_reviewed_on="2022-06-01"))[0][1] == "公布日期"


def test_progress_is_told(imported):
    ticks: list[int] = []
    held("items").load(SYSTEM, rows_of(held("items"), *(item_data(f"T-{n:04}") for n in range(1100))), ticks.append)
    assert ticks == [500, 1000, 1100]


@pytest.mark.timed
def test_eight_thousand_items_come_in_and_are_found_at_once(imported, client):
    rows = rows_of(held("items"), *(item_data(f"T-{n:05}", name=f"对第{n}种违法行为的处罚", act_bases="行政处罚法第二条第一款") for n in range(8000)))
    began, worked = perf_counter(), process_time()
    assert held("items").load(SYSTEM, rows, lambda _done: None) == Loaded(added=8000)
    took, own = perf_counter() - began, process_time() - worked
    print(f"\n8,000 项导入 {took:.1f} 秒（本进程 {own:.1f} 秒）")
    assert own <= 15
    for address in ("/items/", "/items/?q=第7999种", "/items/?after=T-07000", "/items/?q=第二条&kind=penalty&level=county", "/items/T-04000/"):
        client.get(address)
        shortest = min(_seconds(lambda at=address: client.get(at)) for _ in range(5))
        print(f"{address} {shortest * 1000:.0f} 毫秒")
        assert shortest < 0.1


def _seconds(act: Any) -> float:
    began = process_time()
    act()
    return process_time() - began
