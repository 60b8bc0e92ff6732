"""Rows of people and organs as somebody types them into the template, and the files they make."""

import io
from collections.abc import Iterable, Mapping
from typing import Any

import openpyxl

from fadu.accounts.actors import SYSTEM
from fadu.agencies import forms
from fadu.law.codes import credit_code, id_number
from fadu.sheets import services
from fadu.sheets.models import Import
from fadu.sheets.selectors import faults_of
from fadu.sheets.sheet import Sheet
from fadu.sheets.writing import write_list


def person(number: int, **more: Any) -> dict[str, Any]:
    """A person with a credential, by the labels of the columns."""
    return {
        "所属机关": "示范县市场监督管理局",
        "姓名": f"新人{number}",
        "身份证号码": id_number(f"130999199001{number % 28 + 1:02d}{number:03d}"),
        "职务": "四级主任科员",
        "人员性质": "在编：公务员",
        "通过国家统一法律职业资格考试": "否",
        "到岗之日": "2020-01-01",
        "执法证号": f"039999{number:05d}",
        "执法类别": "市场监管",
        "有效期自": "2024-01-01",
        "有效期至": "2028-12-31",
        **more,
    }


NO_CARD = dict.fromkeys(("执法证号", "执法类别", "有效期自", "有效期至"))


_LABELS = {field.name: field.label for field in forms.ORGAN}


def organ(number: int, **more: Any) -> dict[str, Any]:
    """An organ, by the labels of the columns."""
    return {
        "机关名称": f"新设{number}局",
        "文号简称": f"新{number}",
        "统一社会信用代码": credit_code(f"11130999MC{number:07d}"),
        "机关性质": "法定行政机关",
        "执法领域": "水利",
        "层级": "县级",
        "上级机关": "示范县人民政府",
        "行政区划": "示范县",
        "行政区划代码": "130999",
        "地址": "示范县清河路 9 号",
        "电话": "0312-7654321",
        _LABELS["legal_rep"]: "周平",
        "成立之日": "2018-03-01",
        **more,
    }


def filled(sheet: Sheet, rows: Iterable[Mapping[str, Any]]) -> bytes:
    """The template with these rows typed into it by another program."""
    out = io.BytesIO()
    write_list(sheet, sheet.fields(SYSTEM), (), out)
    book = openpyxl.load_workbook(out)
    page = book[sheet.title]
    at = {str(cell.value).rstrip("＊"): cell.column for cell in page[1]}
    for line, row in enumerate(rows, 2):
        assert row.keys() <= at.keys(), row.keys() - at.keys()
        for label, value in row.items():
            page.cell(line, at[label], value)
    fresh = io.BytesIO()
    book.save(fresh)
    return fresh.getvalue()


def imported(sheet: Sheet, data: bytes, actor: Any = SYSTEM, reason: str = "核对") -> Import:
    """The run of such a file, done."""
    run = services.bring_in(actor, sheet, "表.xlsx", data, reason)
    assert services.work_once()
    run.refresh_from_db()
    return run


def told(run: Import) -> list[tuple[int, str]]:
    """Which cells a run found wrong."""
    return [(fault.row, fault.column) for fault in faults_of(run)]
