"""双公示: the thirty and the twenty-eight fields, their rules in a worded table, and nothing that goes twice."""

import csv
import io

import pytest
from django.test import Client
from openpyxl import load_workbook

from fadu.accounts.permissions import NotAllowed
from fadu.disclosure import services
from fadu.disclosure.credit.fields import LICENCE, PENALTY
from fadu.disclosure.models import Delivery, Publication
from fadu.disclosure.services.delivering import built
from fadu.law.forms import Invalid
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
    ({"CF_XDR_LB": "自然人", "CF_FRDB": "", "CF_XDR_ZJLX": "护照", "CF_XDR_ZJHM": "E12345678"}, ["CF_XDR_SHXYM"]),
    ({"CF_XDR_LB": "自然人", "CF_XDR_SHXYM": "", "CF_XDR_ZJLX": "护照", "CF_XDR_ZJHM": "E12345678"}, ["CF_FRDB"]),
    ({"CF_XDR_LB": "个体工商户", "CF_XDR_SHXYM": ""}, []),
    ({"CF_XDR_ZZJG": "123456789"}, ["CF_XDR_ZZJG"]),
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


def test_what_was_corrected_withdrawn_or_given_back_follows(bureau: Bureau, decided: Publication) -> None:
    """New, changed, revoked: each once; a row that the platform gave back goes again; the file can be had once more, byte for byte."""
    from fadu.disclosure.credit.models import File, Handed
    from fadu.disclosure.credit.services import answer, supplement
    from fadu.disclosure.services.delivering import made_again, waiting

    officer, head = bureau.who("liwei"), bureau.who("zhaoqiang")
    services.release(officer, decided.pk)
    data, _ = services.deliver(head, PENALTY, "gbk")
    assert "CF_XDR_MC" in data.decode("gb18030")
    assert made_again(File.objects.get()) == data
    [first] = Handed.objects.all()
    assert first.what == "new"
    told = {"number": first.number, "organ": bureau.bureau.code, "outcome": "rejected", "reason": "证照名称缺失"}
    with pytest.raises(Invalid):
        answer(head, {**told, "number": "没有这个文号"})
    with pytest.raises(Invalid):
        answer(head, {**told, "reason": ""})
    assert (answer(head, told), answer(head, told)) == ("added", "unchanged")
    with pytest.raises(Invalid):
        answer(head, {**told, "outcome": "accepted"})
    assert waiting(head, PENALTY).count() == 1, "what was given back waits again"
    assert supplement(head, PENALTY, decided.pk, {"BZ": "已补正", "CF_SY": "不能由人填写"}) == 1
    [again] = built(head, PENALTY)
    assert (again.what, again.values["BZ"]) == ("new", "已补正")
    assert again.values["CF_SY"] != "不能由人填写"
    services.deliver(head, PENALTY, "xlsx")
    assert (Delivery.objects.count(), Handed.objects.count()) == (1, 2)
    assert answer(head, {**told, "outcome": "accepted", "reason": ""}) == "added"
    assert waiting(head, PENALTY).count() == 0
    services.correct(officer, decided.pk, "文字更正")
    [changed] = built(head, PENALTY)
    assert (changed.what, changed.values["BZ"]) == ("change", "已补正；变更：文字更正")
    services.deliver(head, PENALTY, "csv")
    services.withdraw(officer, decided.pk, "决定被撤销")
    [revoked] = built(head, PENALTY)
    assert (revoked.what, revoked.values["BZ"], revoked.values["CF_XDR_MC"]) == ("revoke", "已补正；撤销：决定被撤销", "示范县清河食品店")
    services.deliver(head, PENALTY, "csv")
    assert waiting(head, PENALTY).count() == 0
    assert list(Handed.objects.order_by("id").values_list("what", flat=True)) == ["new", "new", "change", "revoke"]


def test_what_was_never_delivered_is_not_revoked(bureau: Bureau, decided: Publication) -> None:
    from fadu.disclosure.services.delivering import waiting

    services.release(bureau.who("liwei"), decided.pk)
    services.withdraw(bureau.who("liwei"), decided.pk, "决定被撤销")
    assert waiting(bureau.who("zhaoqiang"), PENALTY).count() == 0


def given(bureau: Bureau, **change: str) -> dict[str, str]:
    return {**GOOD, "CF_CFJGDM": bureau.bureau.code, "CF_SJLYDM": bureau.bureau.code, "CF_WSH": "示市监罚〔2024〕8号", **change}


def test_a_file_of_a_former_system_comes_in_whole_or_not_at_all(bureau: Bureau) -> None:
    """Heads by label or by code; every wrong cell is told; what comes in is masked, marked, shown, and is no case of ours."""
    from fadu.cases.models import Case
    from fadu.disclosure.credit import former
    from fadu.disclosure.credit.files import made
    from fadu.disclosure.credit.models import Former
    from fadu.disclosure.credit.sheets import SHEETS
    from fadu.disclosure.models import Shown
    from fadu.sheets.models import Import, State
    from fadu.sheets.selectors import faults_of
    from fadu.sheets.services import bring_in, do

    head, sheet = bureau.who("zhaoqiang"), SHEETS[0]
    person = {"CF_XDR_LB": "自然人", "CF_XDR_MC": "陈建国", "CF_XDR_SHXYM": "", "CF_FRDB": "", "CF_XDR_ZJLX": "身份证", "CF_XDR_ZJHM": "11010519491231002X"}
    good = [given(bureau), given(bureau, CF_WSH="示市监罚〔2024〕9号", **person, CF_SY="当事人陈建国（身份证 11010519491231002X）占道经营。")]
    bad = given(bureau, CF_WSH="示市监罚〔2024〕10号", CF_NR_FK="两万", CF_CFJGDM="92130999MA0FADU011")

    def brought(rows: list[dict[str, str]], how: str) -> Import:
        run = bring_in(head, sheet, f"名单.{'xlsx' if how == 'xlsx' else 'csv'}", made(PENALTY, rows, how), "上线前的记录")
        do(run.pk)
        run.refresh_from_db()
        return run

    run = brought([*good, bad], "xlsx")
    faults = {(fault.row, fault.column) for fault in faults_of(run)}
    assert run.state == State.FAULTY
    assert {(4, "罚款金额（万元）"), (4, "处罚机关统一社会信用代码")} <= faults
    assert (Former.objects.count(), Shown.objects.count()) == (0, 0), "nothing is half imported"
    assert brought(good, "csv").state == State.DONE
    assert brought(good, "xlsx").state == State.DONE
    assert (Former.objects.count(), Shown.objects.count(), Case.objects.count()) == (2, 2, 0)
    said = str(list(Shown.objects.values_list("record", "party", "title")))
    assert "由原系统导入" in said
    assert not any(secret in said for secret in ("陈建国", "11010519491231002X", "王清河"))
    assert brought([given(bureau, CF_NR="罚款 1 元")], "csv").state != State.DONE, "what was imported is not overwritten"
    row = Former.objects.get(number="示市监罚〔2024〕9号")
    page = Client().get(f"/open/{row.pk}/")
    assert (page.status_code, "<b>由原系统导入</b>" in page.content.decode()) == (200, True), "among what was done about it"
    assert "000 万元" not in page.content.decode(), "an amount is told without the noughts of the form"
    with pytest.raises(Invalid):
        former.withdraw(head, row.pk, "陈建国的决定撤销")
    former.withdraw(head, row.pk, "决定被复议机关撤销")
    page = Client().get(f"/open/{row.pk}/")
    assert (page.status_code, "<b>撤回</b>" in page.content.decode()) == (410, True)
    with pytest.raises(NotAllowed):
        former.bring_in(bureau.who("liwei"), PENALTY, good[0])
