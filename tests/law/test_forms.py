"""The one validator: every kind of question, what it takes and what it says when it does not."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.law.forms import MOST_MONEY, MOST_ROWS, Field, Invalid, Kind, validate

COLOURS = (("red", "红"), ("blue", "蓝"))


def asked(kind: Kind, **more: Any) -> Field:
    return Field(name="x", label="事项", kind=kind, **more)


TABLE = asked(Kind.TABLE, columns=(Field(name="name", label="品名"), Field(name="count", label="数量", kind=Kind.INT, least=1, required=False)), least=1)

GOOD = [
    (asked(Kind.TEXT), " 示范县 ", "示范县"),
    (asked(Kind.TEXT), "一\r", "一"),
    (asked(Kind.TEXT, longest=3), "一二三", "一二三"),
    (asked(Kind.LONGTEXT), "第一行\r\n第二行", "第一行\n第二行"),
    (asked(Kind.LONGTEXT), "大于 <5>", "大于 <5>"),
    (asked(Kind.DATE), "2026-11-20", "2026-11-20"),
    (asked(Kind.DATE), "2024-02-29", "2024-02-29"),
    (asked(Kind.DATE), "1900-01-01", "1900-01-01"),
    (asked(Kind.DATETIME), "2026-11-20T10:30", "2026-11-20T10:30"),
    (asked(Kind.DATETIME), "2026-11-20 10:30:59", "2026-11-20T10:30"),
    (asked(Kind.INT), "12", 12),
    (asked(Kind.INT), 0, 0),
    (asked(Kind.INT, least=-5), " -5 ", -5),
    (asked(Kind.MONEY), "12,000.50", 1_200_050),
    (asked(Kind.MONEY), "12，000", 1_200_000),
    (asked(Kind.MONEY), "0.01", 1),
    (asked(Kind.MONEY), "1e3", 100_000),
    (asked(Kind.MONEY), 1_200_050, 1_200_050),
    (asked(Kind.MONEY), MOST_MONEY, MOST_MONEY),
    (asked(Kind.CHOICE, choices=COLOURS), "blue", "blue"),
    (asked(Kind.CHOICES, choices=COLOURS), ["blue", "red", "blue"], ["red", "blue"]),
    (asked(Kind.CHOICES, choices=COLOURS), "red", ["red"]),
    (asked(Kind.BOOL), True, True),
    (asked(Kind.BOOL), "on", True),
    (asked(Kind.BOOL), "0", False),
    (asked(Kind.BOOL), False, False),
    (asked(Kind.OFFICERS), ["3", 5, "3", ""], [3, 5]),
    (asked(Kind.OFFICERS), 7, [7]),
    (asked(Kind.CODE), "91440300 192203821 6", "914403001922038216"),
    (asked(Kind.IDCARD), "11010519491231002x", "11010519491231002X"),
    (asked(Kind.PHONE), "13800138000", "13800138000"),
    (asked(Kind.PHONE), "0314-5056789", "0314-5056789"),
    (TABLE, [{"name": "牛奶", "count": "2"}, {"name": "", "count": ""}], [{"name": "牛奶", "count": 2}]),
]


@pytest.mark.parametrize(("field", "given_", "clean"), GOOD, ids=[f"{field.kind} {value!r}"[:40] for field, value, _ in GOOD])
def test_a_good_value_is_made_clean(field: Field, given_: Any, clean: Any):
    assert validate((field,), {"x": given_}) == {"x": clean}


BAD = [
    (asked(Kind.TEXT), "", "请填写事项"),
    (asked(Kind.TEXT), "   ", "请填写事项"),
    (asked(Kind.TEXT), None, "请填写事项"),
    (asked(Kind.TEXT), 5, "事项应为文字"),
    (asked(Kind.TEXT, longest=3), "一二三四", "事项最多 3 字，现有 4 字"),
    (asked(Kind.TEXT), "a<b", "事项不能含有尖括号或换行"),
    (asked(Kind.TEXT), "一\n二", "事项不能含有尖括号或换行"),
    (asked(Kind.TEXT), "一\x00二", "事项含有不可见的控制字符，请删除后重填"),
    (asked(Kind.TEXT), "一\u202e二", "事项含有不可见的控制字符，请删除后重填"),
    (asked(Kind.LONGTEXT), "一\ud800", "事项含有不可见的控制字符，请删除后重填"),
    (asked(Kind.DATE), "2026-02-29", "“2026-02-29”不是有效日期，请按 2026-11-20 填写"),
    (asked(Kind.DATE), "11月20日", "“11月20日”不是有效日期，请按 2026-11-20 填写"),
    (asked(Kind.DATE), "1899-12-31", "事项的年份不合理：1899"),
    (asked(Kind.DATE), "2101-01-01", "事项的年份不合理：2101"),
    (asked(Kind.DATETIME), "2026-11-20T25:00", "“2026-11-20T25:00”不是有效时间，请按 2026-11-20 10:30 填写"),
    (asked(Kind.DATETIME), "2026-11-20T10:30+00:00", "事项请填北京时间，如 2026-11-20 10:30"),
    (asked(Kind.INT), "1.5", "事项应为整数"),
    (asked(Kind.INT), True, "事项应为整数"),
    (asked(Kind.INT), -1, "事项不能小于 0"),
    (asked(Kind.INT, least=1), "0", "事项不能小于 1"),
    (asked(Kind.INT), 10**12 + 1, "事项过大"),
    (asked(Kind.MONEY), "一万", "事项应为金额（元），如 12,000.00"),
    (asked(Kind.MONEY), "0.001", "事项最多到分（两位小数）"),
    (asked(Kind.MONEY), "NaN", "事项最多到分（两位小数）"),
    (asked(Kind.MONEY), "Infinity", "事项最多到分（两位小数）"),
    (asked(Kind.MONEY), 1.5, "事项应为金额：文字按元，整数按分"),
    (asked(Kind.MONEY), "-0.01", "事项不能小于 0 元"),
    (asked(Kind.MONEY, least=100), "0.99", "事项不能小于 1 元"),
    (asked(Kind.MONEY), MOST_MONEY + 1, "事项过大"),
    (asked(Kind.CHOICE, choices=COLOURS), "green", "事项只能选：红、蓝"),
    (asked(Kind.CHOICE, choices=COLOURS), ["red"], "事项只能选：红、蓝"),
    (asked(Kind.CHOICE, choices=COLOURS), "", "请选择事项"),
    (asked(Kind.CHOICES, choices=COLOURS), ["red", "green"], "事项只能选：红、蓝"),
    (asked(Kind.CHOICES, choices=COLOURS), [], "请选择事项"),
    (asked(Kind.CHOICES, choices=COLOURS), 3, "事项应为若干选项"),
    (asked(Kind.BOOL), "maybe", "事项请选是或否"),
    (asked(Kind.BOOL), None, "请选择事项"),
    (asked(Kind.OFFICERS), ["甲"], "事项请从名单中选择"),
    (asked(Kind.OFFICERS), [0], "事项请从名单中选择"),
    (asked(Kind.OFFICERS), list(range(1, 22)), "事项请从名单中选择"),
    (asked(Kind.OFFICERS), [], "请选择事项"),
    (asked(Kind.CODE), "914403001922038215", "统一社会信用代码校验不符：按前 17 位，最后一位应为 6，现为 5；请逐位核对"),
    (asked(Kind.CODE), "9144", "统一社会信用代码应为 18 位，现有 4 位"),
    (asked(Kind.IDCARD), "110105194912310021", "身份证号码校验不符：按前 17 位，最后一位应为 X，现为 1；请逐位核对"),
    (asked(Kind.PHONE), "12345", "事项应为 11 位手机号，或区号-座机号"),
    (TABLE, [], "请填写事项"),
    (TABLE, "x", "事项应为若干行"),
    (TABLE, [1], "事项应为若干行"),
    (TABLE, [{"name": "奶"}] * (MOST_ROWS + 1), f"事项最多 {MOST_ROWS} 行，现有 {MOST_ROWS + 1} 行"),
]


@pytest.mark.parametrize(("field", "given_", "message"), BAD, ids=[f"{field.kind} {value!r}"[:40] for field, value, _ in BAD])
def test_a_bad_value_is_refused_in_plain_chinese(field: Field, given_: Any, message: str):
    with pytest.raises(Invalid) as caught:
        validate((field,), {"x": given_})
    assert caught.value.errors == {"x": message}


def test_every_kind_has_a_good_and_a_bad_value():
    assert {field.kind for field, *_ in GOOD} == {field.kind for field, *_ in BAD} == set(Kind)


def test_a_cell_is_named_by_its_row_and_column():
    with pytest.raises(Invalid) as caught:
        validate((TABLE,), {"x": [{"name": "牛奶", "count": 1}, {"name": "酸奶", "count": 0}]})
    assert caught.value.errors == {"x.1.count": "第 2 行：数量不能小于 1"}


def test_a_table_with_too_few_rows():
    with pytest.raises(Invalid, match="事项至少 2 行"):
        validate((asked(Kind.TABLE, columns=(Field(name="name", label="品名"),), least=2),), {"x": [{"name": "牛奶"}]})


def test_all_errors_come_at_once():
    with pytest.raises(Invalid) as caught:
        validate((Field(name="a", label="甲"), Field(name="b", label="乙", kind=Kind.DATE)), {"b": "x", "c": 1})
    assert caught.value.errors == {"a": "请填写甲", "b": "“x”不是有效日期，请按 2026-11-20 填写", "c": "没有这个字段，请核对名称"}


def test_what_is_not_required_may_be_left_out():
    assert validate((asked(Kind.TEXT, required=False), asked(Kind.MONEY, required=False)), {"x": ""}) == {}


ASKED_WHEN = (
    asked(Kind.CHOICES, choices=COLOURS),
    Field(name="shade", label="深浅", when=("x", ("red",))),
)


def test_a_question_is_asked_when_its_occasion_is_given():
    with pytest.raises(Invalid) as caught:
        validate(ASKED_WHEN, {"x": ["red", "blue"]})
    assert caught.value.errors == {"shade": "请填写深浅"}
    assert validate(ASKED_WHEN, {"x": ["blue"]}) == {"x": ["blue"]}


def test_an_answer_to_a_question_that_is_not_asked_is_dropped():
    assert validate(ASKED_WHEN, {"x": ["blue"], "shade": "深"}) == {"x": ["blue"]}


@given(st.dictionaries(st.sampled_from(["x"]), st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.text() | st.integers())))
@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.TABLE])
def test_whatever_is_sent_is_clean_or_refused_and_clean_is_clean_again(kind: Kind, data: dict[str, Any]):
    field = asked(kind, choices=COLOURS, required=False)
    try:
        clean = validate((field,), data)
    except Invalid as wrong:
        assert set(wrong.errors) == {"x"}  # noqa: PT017 - either way is right
    else:
        assert validate((field,), clean) == clean
