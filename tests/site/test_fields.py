"""How a bound field is laid out."""

import pytest

from fadu.law.forms import Field, Kind, validate
from fadu.site import fields

GOODS = Field(name="goods", label="物品", kind=Kind.TABLE, columns=(Field(name="name", label="名称"), Field(name="worth", label="价值", kind=Kind.MONEY)))


def bound(field, value=None, error=""):
    return {"field": field, "value": value, "error": error, "id": f"f-{field.name}"}


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [
        (Kind.MONEY, 1_200_000, "12000"),
        (Kind.MONEY, 43_050, "430.50"),
        (Kind.MONEY, "一万二", "一万二"),
        (Kind.DATETIME, "2026-11-20 10:30", "2026-11-20T10:30"),
        (Kind.DATE, "2026-11-20", "2026-11-20"),
        (Kind.TEXT, None, ""),
        (Kind.INT, 0, "0"),
    ],
)
def test_a_value_is_shown_as_it_is_typed(kind, value, shown):
    assert fields.shown(bound(Field(name="x", label="某", kind=kind), value)) == shown


@pytest.mark.parametrize("fen", [1, 99, 100, 43_050, 1_200_000])
def test_money_that_is_shown_is_read_back_the_same(fen):
    field = Field(name="fine", label="罚款", kind=Kind.MONEY)
    assert validate([field], {"fine": fields.shown(bound(field, fen))}) == {"fine": fen}


def test_cells_are_named_as_their_errors_are():
    table = bound(GOODS, [{"name": "乳粉", "worth": 100}, {"name": ""}], {"goods.1.name": "第 2 行：请填写名称"})
    rows = fields.rows(table)
    assert [cell["name"] for cell in rows[1]["cells"]] == ["goods.1.name", "goods.1.worth"]
    assert rows[1]["cells"][0]["error"] == "第 2 行：请填写名称"
    assert fields.mistakes([table]) == [{"id": "f-goods-1-name", "label": "物品", "text": "第 2 行：请填写名称"}]


def test_an_empty_table_has_rows_to_fill_in_without_script():
    rows = fields.rows(bound(GOODS))
    assert [row["spare"] for row in rows] == [False, True, True]


def test_a_person_whose_credential_lapsed_is_marked():
    officers = Field(name="officers", label="执法人员", kind=Kind.OFFICERS)
    chosen = {**bound(officers, [11]), "choices": ((11, "执法员甲", "证号 1", "ok"), (13, "执法员丙", "已失效", "bad"))}
    items = fields.options(chosen)["items"]
    assert [(item["value"], item["chosen"], item["state"]) for item in items] == [("11", True, "ok"), ("13", False, "bad")]


@pytest.mark.parametrize(("value", "chosen"), [(True, "1"), ("on", "1"), (False, "0"), ("0", "0"), (None, "")])
def test_yes_and_no(value, chosen):
    items = fields.options(bound(Field(name="b", label="是否", kind=Kind.BOOL), value))["items"]
    assert "".join(item["value"] for item in items if item["chosen"]) == chosen


def test_an_unknown_kind_is_asked_as_text():
    assert fields.shape({"field": {"kind": "colour"}}) == "text"


def test_what_is_typed_cannot_leave_its_attribute():
    attrs = fields.input_attrs({"field": {"name": "x", "label": '"><script>', "kind": "text", "help": "h"}, "id": '"x', "error": "", "cell": True})
    assert "<" not in attrs
    assert '"x' not in attrs.replace("&quot;x", "")


def test_a_table_can_be_wrong_as_a_whole_and_in_its_cells():
    table = bound(GOODS, [{"name": ""}], {"goods": "物品至少 2 行", "goods.0.name": "第 1 行：请填写名称"})
    assert fields.own_error(table) == "物品至少 2 行"
    assert [item["id"] for item in fields.mistakes([table])] == ["f-goods", "f-goods-0-name"]
    assert 'aria-describedby="f-goods-error"' in fields.fieldset_attrs(table)
