"""行政处罚法第五十九条 and 程序规定第六十二条, item by item, on the paper itself; and what the party must be told of remedies."""

from typing import Any

import pytest

from fadu.documents.render import render
from tests.documents import reading
from tests.documents.story import paper_data


def said(paper_id: str = "penalty_decision", **changes: Any) -> str:
    return reading.text(render(paper_id, paper_data(paper_id) | changes))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("59(1)1 当事人名称", "当事人：示范县清河食品店"),
        ("59(1)1 地址", "住所（住址）：示范县城关镇清河路12号"),
        ("59(1)2 事实", "陈列销售超过保质期的纯牛奶12箱"),
        ("59(1)2 证据", "1．现场笔录、现场照片4张（勘验笔录、现场笔录），证明货架陈列待售超过保质期的食品。"),
        ("59(1)3 种类", "罚款20,000元"),
        ("59(1)3 依据", "依据《中华人民共和国食品安全法》第一百二十四条第一款第五项的规定"),
        ("59(1)4 履行期限", "自收到本决定书之日起十五日内"),
        ("59(1)4 履行方式", "代收机构：示范县农商银行营业部"),
        ("59(1)4 账号", "账号：6222000011112222"),
        ("72(1)1 加处罚款", "每日按罚款数额的百分之三加处罚款，加处罚款的数额不得超出罚款的数额"),
        ("59(1)5 复议途径期限", "六十日内，依法向示范县人民政府（地址：示范县政府大街9号）申请行政复议"),
        ("59(1)5 诉讼途径期限", "六个月内，依法直接向示范县人民法院（地址：示范县法院路3号）提起行政诉讼"),
        ("59(1)6 机关", "示范县市场监督管理局"),
        ("59(1)6 日期", "二〇二六年十一月十日"),
        ("62(3) 申辩", "货值很小，没有人因此得病，请求减轻处罚。"),
        ("62(3) 采纳", "我机关部分采纳，理由是：从轻的理由成立，减轻的理由不成立。"),
        ("44 告知", "文号：示市监罚告〔2026〕41号"),
        ("65 听证", "我机关于2026年11月3日9时30分举行听证"),
        ("57(2) 集体讨论", "集体讨论决定"),
        ("裁量基准", "示范省市场监督管理行政处罚裁量基准（2026年）"),
        ("裁量阶次", "裁量阶次：从轻；幅度：罚款15,000元以上25,500元以下。"),
        ("裁量说明", "区间为法定幅度最低的百分之三十。"),
        ("裁量理由", "主动召回已售食品，符合从轻处罚的情形。"),
        ("大写", "人民币贰万零陆拾元整"),
        ("公示", "依法向社会公示"),
    ],
)
def test_the_decision_states(content: str, words: str) -> None:
    assert reading.squeezed(words) in said(), content


def test_who_said_nothing_is_told_so() -> None:
    data = paper_data("penalty_decision")
    steps = {name: taken for name, taken in data["steps"].items() if name not in {"hear_defence", "waive"}}
    assert "未提出陈述、申辩意见" in said(steps=steps)


def test_who_waived_is_told_so() -> None:
    data = paper_data("penalty_decision")
    steps = {name: taken for name, taken in data["steps"].items() if name != "hear_defence"} | {"waive": [{"taken_on": "2026-10-15", "who": "王某某"}]}
    assert "2026年10月15日，你单位明确放弃陈述、申辩和要求听证的权利" in said(steps=steps)


def test_every_defence_is_answered() -> None:
    data = paper_data("penalty_decision")
    second = {**data["steps"]["hear_defence"][0], "defence": "第二次申辩。", "adopted_reason": "没有新的事实。"}
    found = said(steps=data["steps"] | {"hear_defence": [*data["steps"]["hear_defence"], second]})
    assert "请求减轻处罚。" in found
    assert "第二次申辩。" in found
    assert "没有新的事实。" in found


def test_a_warning_asks_for_no_money() -> None:
    step = {"decision_kinds": [{"is": "WARNING", "text": "警告"}], "content": "警告。"}
    found = said(step=step)
    assert "代收机构" not in found
    assert "没有罚没款" in found


def test_on_the_spot_review_comes_first() -> None:
    """行政复议法第二十三条第一款第一项."""
    found = said("spot_decision")
    assert "先申请行政复议；对行政复议决定不服的，可以自收到复议决定书之日起十五日内" in found
    assert "直接向" not in found


@pytest.mark.parametrize(
    ("ground", "article"),
    [("minor", "第三十三条第一款"), ("no_fault", "第三十三条第二款"), ("age", "第三十条"), ("incapable", "第三十一条"), ("too_late", "第三十六条")],
)
def test_no_penalty_cites_its_own_article(ground: str, article: str) -> None:
    assert article in said("no_penalty_decision", step={"ground": {"is": ground, "text": "情形"}, "reason": "理由。"})


def test_no_hearing_right_where_none_is_due() -> None:
    data = paper_data("penalty_notice")
    assert "组织听证不收取费用" in said("penalty_notice")
    assert "组织听证不收取费用" not in said("penalty_notice", facts=data["facts"] | {"hearing_due": False})
