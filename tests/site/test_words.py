"""Money, dates, what is left, masked names and codes: tables of value and wording."""

from datetime import date, datetime, timedelta

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.site import words

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (1_200_000, "12,000 元"),
        (0, "0 元"),
        (5, "0.05 元"),
        (43_050, "430.50 元"),
        (100_000_000_00, "100,000,000 元"),
        (-12_300, "-123 元"),
        (None, "—"),
    ],
)
def test_money(fen, text):
    assert words.money_yuan(fen) == text


@pytest.mark.parametrize(
    ("fen", "text"),
    [
        (1_200_000, "壹万贰仟元整"),
        (0, "零元整"),
        (5, "伍分"),
        (50, "伍角整"),
        (43_050, "肆佰叁拾元伍角整"),
        (43_005, "肆佰叁拾元零伍分"),
        (43_055, "肆佰叁拾元伍角伍分"),
        (1_000, "壹拾元整"),
        (100_500, "壹仟零伍元整"),
        (1_000_500, "壹万零伍元整"),
        (1_010_000, "壹万零壹佰元整"),
        (10_000_000_000, "壹亿元整"),
        (10_000_000_100, "壹亿零壹元整"),
        (10_001_000_000, "壹亿零壹万元整"),
        (100_000_000_000_000, "壹万亿元整"),
        (None, ""),
    ],
)
def test_money_in_capitals(fen, text):
    assert words.money_upper(fen) == text


@given(st.integers(min_value=1, max_value=10**12))
def test_whole_yuan_in_capitals_agree_with_cn2an(yuan):
    ours = words.money_upper(yuan * 100).removesuffix("元整")
    theirs = cn2an.an2cn(yuan, "up")
    assert ours.replace("零", "") == theirs.replace("零", "")


@pytest.mark.parametrize(
    ("value", "full", "short"),
    [
        (TODAY, "2026年11月20日 星期五", "11月20日"),
        (datetime(2026, 11, 20, 9, 5), "2026年11月20日 星期五", "11月20日"),
        ("2026-11-20", "2026年11月20日 星期五", "11月20日"),
        ((TODAY - date(1970, 1, 1)).days, "2026年11月20日 星期五", "11月20日"),
        (date(2027, 1, 5), "2027年1月5日 星期二", "2027年1月5日"),
        ("", "—", "—"),
        (None, "—", "—"),
    ],
)
def test_dates(value, full, short):
    assert words.cn_date_weekday(value) == full
    assert words.cn_date(value) == full.split(" ")[0]
    assert words.short_date(value, 2026) == short


def test_a_moment_names_its_minute():
    assert words.moment(datetime(2026, 11, 18, 15, 20), 2026) == "11月18日 15:20"
    assert words.moment("2026-11-18T15:20", 2026) == "11月18日 15:20"


@pytest.mark.parametrize(
    ("due", "unit", "text", "state"),
    [
        (19, "天", "还剩 19 天", ""),
        (2, "工作日", "还剩 2 个工作日", "near"),
        (0, "天", "今天到期", "near"),
        (-3, "天", "逾期 3 天", "bad"),
        (date(2026, 12, 9), "天", "还剩 19 天", ""),
        (date(2026, 11, 17), "天", "逾期 3 天", "bad"),
        (timedelta(hours=-2), "天", "逾期 2 小时", "bad"),
        (timedelta(minutes=40), "天", "还剩 40 分钟", "near"),
        (timedelta(days=6), "天", "还剩 6 天", ""),
    ],
)
def test_what_is_left(due, unit, text, state):
    assert words.left(due, TODAY, unit) == text
    assert words.left_state(due, TODAY) == state


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三丰", "张某某"),
        ("李四", "李某"),
        ("欧阳修", "欧阳某"),
        ("司马相如", "司马某某"),
        ("阿依古丽·买买提", "阿某某"),
        ("张某某", "张某某"),
        ("", ""),
        (None, ""),
    ],
)
def test_names_are_masked(name, masked):
    assert words.mask_name(name) == masked


@pytest.mark.parametrize(
    ("code", "masked"),
    [("92131100MA0000XK1X", "9213****K1X"), ("9213****K1X", "9213****K1X"), ("1234", "****"), ("", ""), (None, "")],
)
def test_codes_are_masked(code, masked):
    assert words.mask_code(code) == masked


def test_telephones_are_masked():
    assert words.mask_phone("13800005678") == "138****5678"
    assert words.mask_phone("110") == "****"


@given(st.text(max_size=30))
def test_masking_never_shows_the_middle(code):
    masked = words.mask_code(code)
    assert "*" in masked or masked == ""
