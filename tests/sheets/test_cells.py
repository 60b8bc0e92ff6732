"""What people leave in cells, and that whatever validates survives being written and read."""

import io
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fadu.accounts.actors import SYSTEM
from fadu.law.codes import credit_code, id_number
from fadu.law.forms import Field, Invalid, Kind, validate
from fadu.sheets import cells
from fadu.sheets.checking import check
from fadu.sheets.reading import read
from fadu.sheets.sheet import Faults, Sheet
from fadu.sheets.writing import write_list
from tests.sheets.files import FIELDS, animals

BY_NAME = {field.name: field for field in FIELDS}
CODE = Field(name="code", label="代码", kind=Kind.CODE)


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (Kind.TEXT, " 大黄\u3000", "大黄"),
        (Kind.TEXT, "\ufeff大黄\u200b", "大黄"),
        (Kind.TEXT, 3060700123.0, "3060700123"),
        (Kind.TEXT, 1.5, "1.5"),
        (Kind.TEXT, date(2026, 11, 20), "2026-11-20"),
        (Kind.TEXT, True, "是"),
        (Kind.TEXT, "=1+1", "=1+1"),
        (Kind.PHONE, 13812345678.0, "13812345678"),
        (Kind.DATE, date(2026, 1, 5), "2026-01-05"),
        (Kind.DATE, datetime(2026, 1, 5, 0, 0), "2026-01-05"),
        (Kind.DATE, 46027.0, "2026-01-05"),
        (Kind.DATE, 20260105.0, "2026-01-05"),
        (Kind.DATE, "2026-1-5", "2026-01-05"),
        (Kind.DATE, "2026/01/05", "2026-01-05"),
        (Kind.DATE, "2026.1.5", "2026-01-05"),
        (Kind.DATE, "20260105", "2026-01-05"),
        (Kind.DATE, "2026年1月5日", "2026-01-05"),
        (Kind.DATE, "2026-01-05 00:00:00", "2026-01-05"),
        (Kind.DATE, "明天", "明天"),
        (Kind.DATE, "1月5日", "1月5日"),
        (Kind.DATETIME, datetime(2026, 1, 5, 10, 36, 59, 999000), "2026-01-05T10:37"),
        (Kind.DATETIME, "2026/1/5 9:05", "2026-01-05T09:05"),
        (Kind.DATETIME, "2026年1月5日9时05分", "2026-01-05T09:05"),
        (Kind.DATETIME, "2026-01-05", "2026-01-05T00:00"),
        (Kind.DATETIME, "随时", "随时"),
        (Kind.INT, 4.0, "4"),
        (Kind.INT, "1,200", "1200"),
        (Kind.INT, 4.5, "4.5"),
        (Kind.MONEY, 0.1 + 0.2, "0.3"),
        (Kind.MONEY, 12000.5, "12000.5"),
        (Kind.MONEY, "￥12,000.50 元", "12,000.50"),
        (Kind.MONEY, 7, "7"),
        (Kind.BOOL, "是", True),
        (Kind.BOOL, "否", False),
        (Kind.BOOL, "√", True),
        (Kind.BOOL, 1.0, "1"),
        (Kind.BOOL, False, False),
        (Kind.BOOL, "也许", "也许"),
        (Kind.TEXT, "  ", None),
        (Kind.TEXT, None, None),
    ],
)
def test_a_cell_is_read_as_it_was_meant(kind: Kind, cell: Any, value: Any) -> None:
    assert cells.read(Field(name="x", label="某", kind=kind), cell) == value


@pytest.mark.parametrize(
    ("field", "cell", "value"),
    [
        ("kind", "狗", "dog"),
        ("kind", "dog", "dog"),
        ("kind", "马", "马"),
        ("foods", "鱼、饭", ["fish", "rice"]),
        ("foods", "鱼，肉、骨；饭", ["fish", "meat", "rice"]),
        ("foods", "肉、骨", ["meat"]),
        ("foods", "肉、草", ["肉", "草"]),
        ("foods", "鱼、", ["fish"]),
    ],
)
def test_choices_are_read_by_their_labels(field: str, cell: str, value: Any) -> None:
    assert cells.read(BY_NAME[field], cell) == value


@pytest.mark.parametrize(("cell", "says"), [(1.3099919850101e17, "超过 15 位"), ("1309\u200b99", "看不见的字符")])
def test_what_the_program_has_spoilt_is_told(cell: Any, says: str) -> None:
    with pytest.raises(Invalid, match=says):
        cells.read(CODE, cell)


def test_what_has_no_place_in_a_cell_is_no_column() -> None:
    for kind in (Kind.TABLE, Kind.OFFICERS):
        with pytest.raises(TypeError):
            cells.read(Field(name="x", label="某", kind=kind), "1")
        with pytest.raises(TypeError):
            cells.write(Field(name="x", label="某", kind=kind), [1])


def test_a_text_too_long_for_a_cell_says_that_it_goes_on() -> None:
    written = cells.write(Field(name="x", label="某", kind=Kind.LONGTEXT, longest=99_999), "长" * 40_000)
    assert len(written) <= cells.MOST_CHARACTERS
    assert "未完" in written


# --- whatever validates survives ---

# What can't be seen is refused in cells, and a cell's own escapes (_x0041_) are nobody's words.
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn"), exclude_characters="<>_"), max_size=60)
ALL = (
    *FIELDS,
    CODE,
    Field(name="idcard", label="身份证", kind=Kind.IDCARD, required=False),
    Field(name="born2", label="另一天", kind=Kind.DATE, required=False),
)
VALUES = {
    Kind.TEXT: TEXT.filter(str.strip).map(lambda text: text[:20]),
    Kind.LONGTEXT: st.lists(TEXT, max_size=3).map("\n".join),
    Kind.DATE: st.dates(date(1900, 1, 1), date(2100, 12, 31)).map(date.isoformat),
    Kind.DATETIME: st.datetimes(datetime(1900, 1, 1), datetime(2100, 12, 31)).map(lambda at: at.isoformat(timespec="minutes")),
    Kind.INT: st.integers(0, 2**31 - 1),
    Kind.MONEY: st.integers(0, 10**13),
    Kind.CHOICE: st.sampled_from(["dog", "cat"]),
    Kind.CHOICES: st.lists(st.sampled_from(["fish", "meat", "rice"]), max_size=3),
    Kind.BOOL: st.booleans(),
    Kind.PHONE: st.from_regex(r"1[3-9][0-9]{9}|0[0-9]{2,3}-?[0-9]{7,8}", fullmatch=True),
    Kind.CODE: st.from_regex(r"[1-9]1[0-9]{6}[0-9A-H]{8}[0-9]", fullmatch=True).map(credit_code),
    Kind.IDCARD: st.dates(date(1930, 1, 1), date(2020, 1, 1)).map(lambda day: id_number(f"130999{day:%Y%m%d}123")),
}
ROW = st.fixed_dictionaries(
    {field.name: VALUES[field.kind] for field in ALL if field.required}, optional={field.name: VALUES[field.kind] for field in ALL if not field.required}
)


@settings(max_examples=25)
@given(st.lists(ROW, min_size=1, max_size=12))
@example([{"name": "=cmd|' /C calc'!A0", "kind": "dog", "code": credit_code("11130999MB0000001"), "note": "a\n\n+1", "born": "1900-01-01"}])
@example([{"name": "@x", "kind": "cat", "code": credit_code("11130999MB0000001"), "weighed": "1900-02-28T23:59", "price": 10**13}])
def test_whatever_validates_survives_writing_and_reading(entered: list[dict[str, Any]]) -> None:
    clean = []
    for row in entered:
        try:
            clean.append(validate(ALL, row))
        except Invalid:
            return
    sheet: Sheet = animals()
    out = io.BytesIO()
    write_list(sheet, ALL, clean, out)
    back, faults = check(ALL, read(out.getvalue(), sheet.title), lambda _: None, "核对")
    assert faults == []
    assert [row.values for row in back] == clean
    assert [row.line for row in back] == list(range(2, len(clean) + 2))


# --- columns ---


def checked(*lines: list[Any]) -> list[tuple[int, str, str]]:
    from tests.sheets.files import workbook

    try:
        _, faults = check(FIELDS, read(workbook(*lines), "动物"), lambda _: None, "核对")
    except Faults as wrong:
        faults = list(wrong.faults)
    return [(fault.row, fault.column, fault.says) for fault in faults]


def test_a_title_may_stand_above_the_head_and_columns_in_any_order() -> None:
    assert checked(["示范县动物一览表"], [], ["种类＊", "名 称*", "出生日期"], ["狗", "大黄", "2026/1/5"], [None, None, None], ["猫", "小白", None]) == []


def test_lines_keep_the_numbers_they_have_in_the_worksheet() -> None:
    told = checked(["一览表"], [], ["种类", "名称"], ["狗", "大黄"], [], ["马", "小白"])
    assert [(row, column) for row, column, _ in told] == [(6, "种类")]


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        (["名称", "种类", "名称"], ["a", "狗", "b"], [(1, "名称", "出现了两次")]),
        (["名称", "种类", "毛色"], ["a", "狗", "黄"], [(1, "毛色", "模板里没有这一列")]),
        (["名称"], ["a"], [(1, "种类", "缺少这一列")]),
        (["名称", "种类", None], ["a", "狗", "黄"], [(1, "第 3 列", "没有列名")]),
        (["姓名", "类别"], ["a", "狗"], [(0, "", "没有找到表头")]),
        (["名称", "种类"], [], [(0, "", "没有内容")]),
    ],
)
def test_a_head_that_is_wrong_is_told_at_its_columns(head: list[Any], row: list[Any], expected: list[tuple[int, str, str]]) -> None:
    told = checked(head, row)
    assert [(line, column) for line, column, _ in told] == [(line, column) for line, column, _ in expected]
    assert all(part in says for (_, _, says), (_, _, part) in zip(told, expected, strict=True))


def test_every_wrong_cell_is_told_in_the_order_of_the_columns() -> None:
    told = checked(["备注", "名称", "种类", "腿数"], [None, None, "马", "四"], ["x", "a" * 21, "猫", -1])
    assert [(row, column) for row, column, _ in told] == [(2, "名称"), (2, "种类"), (2, "腿数"), (3, "名称"), (3, "腿数")]


@pytest.mark.django_db
def test_no_sheet_of_the_platform_has_a_column_without_a_place_in_a_cell() -> None:
    from fadu.sheets.sheet import sheets

    for sheet in sheets():
        fields = sheet.fields(SYSTEM)
        labels = [field.label for field in fields]
        assert len(set(labels)) == len(labels)
        assert not {field.kind for field in fields} & {Kind.TABLE, Kind.OFFICERS}
