"""Days, moments and amounts in words, against hand-written tables and against cn2an."""

from typing import Any

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.documents.wording import amount, capitals, day, formal_day, joined, moment, money, people, text


@pytest.mark.parametrize(
    ("fen", "words"),
    [
        (0, "零元整"),
        (1, "壹分"),
        (10, "壹角整"),
        (105, "壹元零伍分"),
        (150, "壹元伍角整"),
        (1000, "壹拾元整"),
        (2900000, "贰万玖仟元整"),
        (2006000, "贰万零陆拾元整"),
        (10000000, "壹拾万元整"),
        (10005000, "壹拾万零伍拾元整"),
        (100000000, "壹佰万元整"),
        (10000000000, "壹亿元整"),
        (10000000100, "壹亿零壹元整"),
        (123456789012, "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分"),
        (1001000000, "壹仟零壹万元整"),
        (10100001000, "壹亿零壹佰万零壹拾元整"),
        (-500, "负伍元整"),
    ],
)
def test_amounts_in_capitals(fen: int, words: str) -> None:
    assert capitals(fen) == words


@given(st.integers(min_value=1, max_value=10**11))
def test_whole_amounts_agree_with_cn2an(yuan: int) -> None:
    assert capitals(yuan * 100) == cn2an.an2cn(str(yuan), "up") + "元整"


@pytest.mark.parametrize(
    ("fen", "words"), [(0, "0.00元"), (5, "0.05元"), (2900000, "29,000.00元"), (-12345, "-123.45元"), ({"fen": 100}, "1.00元"), ("若干", "若干"), (None, "")]
)
def test_amounts_in_figures(fen: Any, words: str) -> None:
    assert money(fen) == words


def test_an_amount_both_ways() -> None:
    assert amount({"fen": 2900000}) == "29,000.00元（大写：人民币贰万玖仟元整）"


@pytest.mark.parametrize(
    ("value", "written", "formal", "at"),
    [
        ("2026-03-05", "2026年3月5日", "二〇二六年三月五日", "2026年3月5日"),
        ("2026-11-20T09:05", "2026年11月20日", "二〇二六年十一月二十日", "2026年11月20日9时05分"),
        ("2026-10-10T18:30+00:00", "2026年10月11日", "二〇二六年十月十一日", "2026年10月11日2时30分"),
        ("2026-12-31", "2026年12月31日", "二〇二六年十二月三十一日", "2026年12月31日"),
        ("2026-02-30", "2026-02-30", "2026-02-30", "2026-02-30"),
        ("", "", "", ""),
        (None, "", "", ""),
    ],
)
def test_days(value: Any, written: str, formal: str, at: str) -> None:
    assert (day(value), formal_day(value), moment(value)) == (written, formal, at)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (True, "是"),
        (False, "否"),
        (12, "12"),
        ("2026-03-05", "2026年3月5日"),
        ("定于2026-03-05", "定于2026-03-05"),
        ({"is": "x", "text": "直接送达"}, "直接送达"),
        ([{"text": "警告"}, {"text": "罚款"}], "警告、罚款"),
        ({"name": "纯牛奶", "quantity": 3}, "纯牛奶"),
        ({}, ""),
    ],
)
def test_anything_as_one_reads_it(value: Any, words: str) -> None:
    assert text(value) == words


def test_people_with_their_credentials() -> None:
    assert people([{"name": "张三", "credential": "1301"}, {"name": "李四"}]) == "张三（执法证号 1301）、李四"
    assert joined(["甲", "", None, "乙"]) == "甲、乙"
