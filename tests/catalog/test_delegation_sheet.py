"""Grants and entrustments from the worksheet: organs by name, items by code, faults by cell, nothing half-imported."""

from typing import Any

import pytest

from fadu.accounts.actors import SYSTEM
from fadu.catalog.delegation_sheet import DELEGATIONS_SHEET
from fadu.catalog.models import Delegation
from fadu.catalog.services import load_items
from fadu.sheets.models import State
from fadu.sheets.selectors import faults_of
from tests.agencies.sheets.files import filled, imported, told
from tests.agencies.world import build

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def county(settings: Any, tmp_path: Any) -> None:
    settings.DATA = tmp_path
    build()
    load_items(SYSTEM, settings.PROJECT / "localities" / "demo" / "items.toml")


def entrusted(**more: Any) -> dict[str, Any]:
    return {
        "种类": "委托（以委托机关名义）", "行使机关": "示范县执法大队", "委托（所属）机关": "示范县市场监督管理局", "事项编码": "SC-CF-001",
        "依据": "《行政处罚法》第二十条", "文号": "示市监委〔2026〕1号", "具有管理公共事务职能": "是", "生效日期": "2026-01-01", "最后有效日": "2027-12-31", **more,
    }  # fmt: skip


def test_an_entrustment_goes_in_once_and_comes_out_as_it_went_in():
    run = imported(DELEGATIONS_SHEET, filled(DELEGATIONS_SHEET, [entrusted()]))
    assert (run.state, run.added) == (State.DONE, 1), [fault.says for fault in faults_of(run)]
    row = Delegation.objects.get()
    assert (row.organ.name, row.principal.name, row.items, row.public_function) == ("示范县执法大队", "示范县市场监督管理局", ["SC-CF-001"], True)
    assert imported(DELEGATIONS_SHEET, filled(DELEGATIONS_SHEET, [entrusted()])).unchanged == 1
    [out] = DELEGATIONS_SHEET.rows(SYSTEM)
    assert (out["organ"], out["items"], out["document"]) == ("示范县执法大队", "SC-CF-001", "示市监委〔2026〕1号")


def test_every_fault_is_told_at_its_cell_and_nothing_goes_in():
    rows = [
        entrusted(),
        entrusted(行使机关="没有的机关", 文号="2"),
        entrusted(最后有效日="", 文号="3"),
        entrusted(事项编码="XX-00-999", 文号="4"),
        entrusted(种类="赋权（省级决定，乡镇街道以自己名义）", 文号="5"),
        entrusted(生效日期="明年", 文号="6"),
        entrusted(行使机关="示范县生态环境局", 文号="7"),
    ]
    run = imported(DELEGATIONS_SHEET, filled(DELEGATIONS_SHEET, rows))
    assert run.state == State.FAULTY
    assert sorted(told(run)) == [
        (3, "行使机关"), (4, "最后有效日"), (5, "事项编码"), (6, "具有管理公共事务职能"), (6, "委托（所属）机关"), (7, "生效日期"), (8, "行使机关"),
    ], [(fault.row, fault.column, fault.says) for fault in faults_of(run)]  # fmt: skip
    assert not Delegation.objects.exists()


def test_the_same_document_with_other_items_is_no_silent_change():
    imported(DELEGATIONS_SHEET, filled(DELEGATIONS_SHEET, [entrusted()]))
    run = imported(DELEGATIONS_SHEET, filled(DELEGATIONS_SHEET, [entrusted(事项编码="SC-CF-001\nSC-CF-002")]))
    assert told(run) == [(2, "事项编码")]
