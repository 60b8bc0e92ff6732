"""How amounts and intervals are worded, read into numbers; what cannot be read is refused, never guessed."""

import pytest

from fadu.law.discretion.wording import Unreadable, amounts, effects, measure, size


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5,000", 5000),
        ("5万", 50000),
        ("一万五千", 15000),
        ("二十五万", 250000),
        ("1.5万", 15000),
        ("一百零五", 105),
        ("两千", 2000),
        ("三亿", 3 * 10**8),
        ("一万零五百", 10500),
    ],
)
def test_numbers(text: str, number: int):
    assert size(text) == number


@pytest.mark.parametrize("text", ["", "五仟", "-5", "1e5", "9" * 40, "一一", "五千五千", "万"])
def test_what_is_no_number(text: str):
    with pytest.raises(Unreadable):
        size(text)


@pytest.mark.parametrize(
    ("text", "label", "words", "unit"),
    [
        ("面积不足5平方米的", "面积", "不足 5 平方米", "平方米"),
        ("5平方米以上不足10平方米", "", "5 平方米以上 不足 10 平方米", "平方米"),
        ("超过10平方米", "", "超过 10 平方米", "平方米"),
        ("逾期不超过 30 日", "逾期", "30 日以下", "日"),
        ("逾期三十日以上", "逾期", "30 日以上", "日"),
        ("货值金额一万元以上不足五万元的", "货值金额", "10000 元以上 不足 50000 元", "元"),
        ("超过5平方米10平方米以下", "", "超过 5 平方米 10 平方米以下", "平方米"),
    ],
)
def test_intervals(text: str, label: str, words: str, unit: str):
    found = measure(text)
    assert found is not None
    assert (found.label, found.unit) == (label, unit)
    assert found.when.words("x").replace(" x", f" {unit}").replace(",", "") == words


@pytest.mark.parametrize("text", ["及时改正的", "造成2人以上受伤的", "面积不足5平方米，且及时改正的", "", "初次违法"])
def test_conditions_that_are_other_words(text: str):
    assert measure(text) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("处五千元以上一万元以下罚款", [("yuan", 5000, 10000)]),
        ("5-10万元", [("yuan", 50000, 100000)]),
        ("5000元以上10万元以下", [("yuan", 5000, 100000)]),
        ("处五十元以下罚款", [("yuan", 0, 50)]),
        ("处警告，并处500元以上1000元以下罚款", [("yuan", 500, 1000)]),
        ("法定幅度的 30% 至 70%", [("share", 30, 70)]),
        ("法定幅度30%以下", [("share", 0, 30)]),
        ("法定最高罚款的百分之五十以上", [("maximum", 50, 100)]),
        ("低于法定最低罚款", [("below", 0, 0)]),
        ("＋12.5%", [("add", 0, 12.5)]),
        ("责令限期改正，不予行政处罚", [("none", 0, 0)]),
        ("对单位处500元以上600元以下罚款；对个人处200元以上300元以下罚款", [("yuan", 500, 600), ("yuan", 200, 300)]),
        ("处货值金额10倍以上13倍以下罚款", [("times", 10, 13)]),
    ],
)
def test_what_is_laid_down(text: str, told: list[tuple[str, float, float]]):
    assert [(effect.kind, float(effect.low), float(effect.high)) for effect in effects(text)] == told


@pytest.mark.parametrize("text", ["", "处五千元以上罚款", "处五仟元罚款", "从重处罚", "处5000元罚款，并处没收违法所得3倍", "处1000元以上500元以下罚款", "罚"])
def test_what_can_not_be_read_to_its_last_amount_is_refused(text: str):
    with pytest.raises(Unreadable):
        effects(text)


def test_an_article_with_brackets():
    text = "没收违法所得；货值金额不足一万元的，并处五万元以上十万元以下罚款；货值金额一万元以上的，并处货值金额十倍以上二十倍以下罚款；情节严重的，吊销许可证"
    first, second = amounts(text)
    assert (first.kind, first.low, first.high, first.base, first.unit) == ("yuan", 50000, 100000, "货值金额", "元")
    assert (second.kind, second.low, second.high) == ("times", 10, 20)
    assert first.when is not None
    assert second.when is not None
    assert 9999 in first.when
    assert 10000 in second.when
