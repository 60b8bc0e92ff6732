"""The worksheet of seven columns: what runs comes back the same, wording as offices write it, mistakes told by cell, all or nothing."""

from collections.abc import Mapping, Sequence
from time import monotonic
from typing import Any

import pytest

from fadu.accounts.permissions import NotAllowed
from fadu.catalog.benchmark_sheet import COLUMNS, load, rows
from fadu.catalog.models import DiscretionTable
from fadu.catalog.selectors import library as kept
from fadu.law import discretion
from fadu.law.forms import Field, validate
from fadu.sheets.sheet import Faults, Loaded, Row
from tests.accounts.entrances import everything
from tests.catalog.conftest import ADMIN, OFFICER

pytestmark = pytest.mark.django_db
FOOD = "食品安全法第一百二十五条第一款第二项：货值金额不足一万元的，并处五千元以上五万元以下罚款；货值金额一万元以上的，并处货值金额五倍以上十倍以下罚款"


def read(table: Sequence[Mapping[str, Any]]) -> list[Row]:
    """Rows as the reader of worksheets hands them over: blank cells left out, each validated, the head in line 1."""
    return [Row(line, validate(COLUMNS, {name: value for name, value in row.items() if value not in ("", None)})) for line, row in enumerate(table, 2)]


def bring(*table: Mapping[str, Any]) -> Loaded:
    return load(ADMIN, read(table), lambda _: None)


def refused(*table: Mapping[str, Any]) -> list[tuple[int, str]]:
    before = everything()
    with pytest.raises(Faults) as wrong:
        bring(*table)
    assert everything() == before
    return [(fault.row, fault.column) for fault in wrong.value.faults]


def row(label: str, condition: str, standard: str, **head: str) -> dict[str, str]:
    return {"label": label, "condition": condition, "standard": standard, **head}


HEAD = {"serial": "1", "act": "占道堆放", "bases": "示范市市容管理条例第十条：处一百元以上一千元以下罚款"}
GOOD = (
    row("小", "面积不足5平方米的", "处100元以上300元以下罚款", **HEAD),
    row("中", "5平方米以上不足10平方米", "300-600元"),
    row("大", "10平方米以上", "处六百元以上一千元以下罚款"),
)


def test_what_runs_comes_out_and_goes_in_unchanged():
    printed = list(rows(ADMIN))
    assert {line["serial"] for line in printed if "serial" in line} == {str(n) for n in range(1, len(kept.tables()) + 1)}
    done = bring(*printed)
    assert done == Loaded(added=0, changed=0, unchanged=len(kept.tables()))
    assert not DiscretionTable.objects.exists()


def test_without_numbers_every_sound_table_comes_back_as_a_draft_that_decides_the_same():
    sound = {code: table for code, table in kept.tables().items() if not table.warnings}
    printed = [{**line, "issuer": "别的机关"} for line in rows(ADMIN)]
    codes = {line["act"]: line.pop("code") for line in printed if "act" in line}
    groups: list[dict[str, Any]] = []
    keep = True
    for line in printed:
        keep = codes[line["act"]] in sound if "act" in line else keep
        groups += [line] if keep else []
    assert bring(*groups).added == len(sound)
    for made in DiscretionTable.objects.all():
        table, now = sound[codes[made.title]], discretion.table(made.row())
        assert type(table) is type(now)
        assert table.ranges == now.ranges
        parts = {"bands": "bands", "tiers": "bands", "ratio": "tiers"}.get(made.kind)
        if parts:
            assert getattr(table, parts) == getattr(now, parts), made.title
        else:
            assert [dict(weight.shares) for weight in table.weights] == [dict(weight.shares) for weight in now.weights]


@pytest.mark.parametrize(
    ("table", "kind", "parts"),
    [
        (GOOD, "bands", [("[0, 5)", [100, 300]), ("[5, 10)", [300, 600]), ("[10, )", [600, 1000])]),
        (
            (row("一般", "初次", "处100元以上500元以下罚款", **HEAD), row("严重", "再次违法", "处五百元以上一千元以下罚款"), row("", "拒不改正", "")),
            "tiers",
            [("初次", [100, 500]), ("再次违法；拒不改正", [500, 1000])],
        ),
        (
            (
                row("从轻", "", "货值金额不足1万元的，处5000元以上1.85万元以下罚款；货值金额1万元以上的，处货值金额5倍以上6.5倍以下罚款", act="甲", bases=FOOD),
                row("从重", "", "货值金额不足1万元的，处1.85万元以上5万元以下罚款；货值金额1万元以上的，处货值金额6.5倍以上10倍以下罚款"),
                row("减轻", "依法应当减轻", "减轻处罚"),
                row("不予", "轻微", "不予处罚"),
            ),
            "ratio",
            [[0, 30], [30, 100], None, None],
        ),
    ],
)
def test_wording_of_offices_is_read(table: Sequence[Mapping[str, str]], kind: str, parts: list[Any]):
    assert bring(*table) == Loaded(added=1)
    made = DiscretionTable.objects.get()
    assert (made.kind, made.issuer, made.state) == (kind, "示范县司法局", "draft")
    if kind == "ratio":
        assert [tier.get("share") for tier in made.body["tier"]] == parts
        assert made.body["bracket"]["label"] == "货值金额"
    else:
        lines = made.body["band" if kind == "bands" else "tier"]
        assert [(line.get("when") or line.get("condition"), line["fine"]) for line in lines] == parts


def test_unit_and_person_in_one_cell_become_lines_of_each():
    bring(
        row("一般", "", "单位处1万元以上2万元以下罚款，个人处1000元以上5000元以下罚款", act="乙", bases="某办法第四条：对单位处一万元以上三万元以下罚款；对个人处一千元以上一万元以下罚款"),
        row("较重", "", "对单位处2万元以上3万元以下罚款；对个人处5000元以上1万元以下罚款"),
        row("轻微", "及时改正", "不予处罚"),
    )  # fmt: skip
    lines = DiscretionTable.objects.get().body["tier"]
    assert [(line["subject"], line["label"], line.get("fine")) for line in lines] == [
        ("unit", "一般", [10000, 20000]),
        ("unit", "较重", [20000, 30000]),
        ("unit", "轻微", None),
        ("person", "一般", [1000, 5000]),
        ("person", "较重", [5000, 10000]),
        ("person", "轻微", None),
    ]


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({0: {"act": ""}}, (2, "违法行为")),
        ({0: {"bases": ""}}, (2, "处罚依据")),
        ({0: {"bases": "某条例第十条"}}, (2, "处罚依据")),
        ({0: {"bases": "某条例第十条：处一百元以上罚款"}}, (2, "处罚依据")),
        ({1: {"serial": "2"}}, (3, "违法行为")),
        ({1: {"standard": "处三百元以上罚款"}}, (3, "裁量标准")),
        ({1: {"standard": "从轻"}}, (3, "裁量标准")),
        ({1: {"standard": "处 600 元以上 300 元以下罚款"}}, (3, "裁量标准")),
        ({1: {"label": ""}}, (3, "裁量阶次")),
        ({1: {"standard": "处400元以上600元以下罚款"}}, (3, "裁量标准")),
        ({1: {"standard": "处200元以上600元以下罚款"}}, (3, "裁量标准")),
        ({2: {"standard": "处600元以上2000元以下罚款"}}, (4, "裁量标准")),
        ({1: {"condition": "6平方米以上不足10平方米"}}, (3, "适用条件")),
        ({0: {"condition": "5平方米以下"}}, (3, "适用条件")),
        ({1: {"condition": "10平方米以上不足5平方米"}}, (3, "适用条件")),
        ({2: {"condition": "10平方米以上20平方米以下"}}, (4, "适用条件")),
        ({0: {"code": "nothing"}}, (2, "基准编号")),
        ({0: {"since": "2026-05-01", "until": "2026-01-01"}}, (2, "有效期至")),
    ],
)
def test_a_mistake_is_told_at_its_cell_and_nothing_comes_in(changes: Mapping[int, Mapping[str, str]], where: tuple[int, str]):
    table = [line | changes.get(place, {}) for place, line in enumerate(GOOD)]
    assert where in refused(*table)


def test_the_mistakes_of_a_file_are_told_all_at_once_and_no_others():
    second = [line | ({"serial": "2", "act": "乱扔"} if place == 0 else {}) for place, line in enumerate(GOOD)]
    second[1] = second[1] | {"standard": "处三百元以上罚款"}
    third = [line | ({"serial": "3", "act": "涂写"} if place == 0 else {}) for place, line in enumerate(GOOD)]
    third[2] = third[2] | {"standard": "处700元以上1000元以下罚款"}
    assert refused(*GOOD, *second, *third) == [(6, "裁量标准"), (10, "裁量标准")]


def test_the_same_act_twice_is_told():
    assert refused(*GOOD, row("一般", "", "处100元以上1000元以下罚款", act="别的", bases="某条例第一条：处100元以上1000元以下罚款"), *GOOD) == [(6, "违法行为")]


def test_brought_in_again_it_changes_nothing_and_corrected_it_changes_the_draft():
    assert bring(*GOOD).added == 1
    assert bring(*GOOD) == Loaded(unchanged=1)
    changed = [line | ({"label": "较小"} if place == 0 else {}) for place, line in enumerate(GOOD)]
    assert bring(*changed) == Loaded(changed=1)
    assert DiscretionTable.objects.get().body["band"][0]["label"] == "较小"


def test_only_who_manages_brings_in():
    with pytest.raises(NotAllowed):
        load(OFFICER, read(GOOD), lambda _: None)
    assert list(rows(OFFICER))


def test_two_thousand_rows_in_fifteen_seconds():
    table = [line | ({"serial": str(n), "act": f"第{n}种行为"} if place == 0 else {}) for n in range(667) for place, line in enumerate(GOOD)]
    ticks: list[int] = []
    began = monotonic()
    assert load(ADMIN, read(table), ticks.append).added == 667
    assert monotonic() - began < 15
    assert ticks == sorted(ticks)
    assert len(ticks) >= 10


def test_every_column_has_a_head_of_its_own():
    assert all(isinstance(column, Field) for column in COLUMNS)
    assert len({column.label for column in COLUMNS}) == len(COLUMNS)


def test_an_act_with_a_row_refused_before_is_not_judged_by_half():
    class Found(list[Row]):
        """The sound rows of a file, as the reader hands them over, with what could be read of the others."""

        unsound: tuple[Row, ...] = ()

    second = [line | ({"serial": "2", "act": "乱扔"} if place == 0 else {}) for place, line in enumerate(GOOD)]
    second[1] = second[1] | {"standard": "处三百元以上罚款"}
    found = Found(read([*GOOD, *second]))
    found.unsound = (Row(found[1].line, found[1].values | {"label": "太长" * 40}),)
    del found[1]
    with pytest.raises(Faults) as wrong:
        load(ADMIN, found, lambda _: None)
    assert [(fault.row, fault.column) for fault in wrong.value.faults] == [(6, "裁量标准")]
