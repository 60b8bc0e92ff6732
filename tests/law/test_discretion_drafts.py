"""Drafts: told of every gap and overlap, point by point; what loads has exactly one line for every number."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.law.discretion import Interval, Undecided, UnsoundTable, table
from fadu.law.discretion.scale import Cover, axes, numbers

HEAD = {"id": "t", "title": "某行为", "bases": ["某条"], "issuer": "某局", "source": "某处", "from": date(2026, 1, 1)}
BY = {"name": "area", "label": "面积", "unit": "平方米"}


def bands(whens: list[str]) -> dict[str, Any]:
    edges = [100 * n for n in range(len(whens) + 1)]
    lines = [{"label": f"第{n}档", "when": when, "fine": [edges[n], edges[n + 1]]} for n, when in enumerate(whens)]
    return {**HEAD, "kind": "bands", "by": BY, "range": [{"low": 0, "high": edges[-1]}], "band": lines}


def interval(low: int, high: int | None, ends: str) -> str:
    return f"{ends[0]}{low}, {'' if high is None else high}{')' if high is None else ends[1]}"


@st.composite
def whens(draw: st.DrawFn) -> list[str]:
    """One to four intervals of small numbers, most of which do not fit one another."""
    found = []
    at = 0
    for _ in range(draw(st.integers(1, 4))):
        low = draw(st.sampled_from([at, at, at, at + 1, max(0, at - 1)]))
        high = low + draw(st.integers(1, 3))
        found.append((low, high, draw(st.sampled_from(["[)", "[)", "(]", "[]", "()"]))))
        at = high
    low, high, ends = found[-1]
    last: int | None = draw(st.sampled_from([None, None, high]))
    return [interval(*each) for each in found[:-1]] + [interval(low, last, ends)]


def counts(written: list[str]) -> list[int]:
    """By hand: how many of the intervals hold each half number from 0 to beyond the last."""
    return [sum(Fraction(point, 2) in Interval.parse(when) for when in written) for point in range(40)]


@given(whens())
def test_a_table_loads_only_where_every_number_falls_in_exactly_one_band(written: list[str]):
    once = set(counts(written)) == {1}
    draft = table(bands(written), draft=True)
    assert (not draft.faults) == once
    if once:
        loaded = table(bands(written))
        for point in range(40):
            assert loaded.decide({"area": Fraction(point, 2)}).tier.startswith("第")
    else:
        with pytest.raises(UnsoundTable):
            table(bands(written))
        with pytest.raises(Undecided):
            draft.decide({"area": 1})


@given(whens())
def test_the_drawing_shows_what_the_check_finds(written: list[str]):
    drawn = numbers([(when, Interval.parse(when)) for when in written])
    counted = set(counts(written))
    covers = {stretch.cover for stretch in drawn}
    assert (Cover.GAP in covers) == (0 in counted)
    assert (Cover.TWICE in covers) == bool(counted - {0, 1})
    assert drawn[0].start == 0
    assert drawn[-1].end is None


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=4))
def test_money_is_covered_once_or_the_table_is_refused(fines: list[tuple[int, int]]):
    lines = [{"label": f"第{n}级", "fine": [100 * low, 100 * high]} for n, (low, high) in enumerate(fines)]
    row = {**HEAD, "kind": "tiers", "range": [{"low": 0, "high": 600}], "tier": lines}
    once = all(sum(low <= cell < high for low, high in fines) == 1 for cell in range(6))
    draft = table(row, draft=True)
    if not draft.faults:
        assert once
        assert all(axis.sound for axis in axes(draft))
    if not once:
        assert draft.faults


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"band": [{"subject": "unit", "label": "甲", "when": "[0, )", "fine": [0, 100]}, {"label": "乙", "when": "[0, )", "fine": [0, 100]}]}, "会落入两档"),
        ({"band": [{"label": "甲", "when": "[0, 5)", "fine": [0, 50]}, {"label": "甲", "when": "[5, )", "fine": [50, 100]}]}, "写了 2 次"),
        ({"band": []}, "没有档次"),
        ({"band": [{"label": "甲", "when": "[0, )"}]}, "没有罚款的档次"),
        ({"range": [{"low": 0, "high": 100}, {"low": 0, "high": 200}]}, "不止一个"),
        ({"range": [{"low": 0, "high": 100}, {"subject": "unit", "low": 0, "high": 100}]}, "会有两个幅度"),
        ({"range": [{"subject": "unit", "low": 0, "high": 100}, {"subject": "person", "low": 0, "high": 100}], "band": [{"subject": "unit", "label": "甲", "when": "[0, )", "fine": [0, 100]}]}, "没有对其的档次"),
        ({"bracket": {"name": "value", "label": "货值", "unit": "元"}}, "不能按固定金额分档"),
    ],
)  # fmt: skip
def test_a_case_that_could_fall_under_two_lines_or_none_is_refused(changes: dict[str, Any], says: str):
    row = bands(["[0, )"]) | changes
    assert says in "；".join(fault.says for fault in table(row, draft=True).faults)
    with pytest.raises(UnsoundTable):
        table(row)


def test_amounts_of_less_than_a_fen_are_refused():
    with pytest.raises(ValueError, match="不到分"):
        table(bands(["[0, )"]) | {"range": [{"low": "0.001", "high": 100}]})
    assert table(bands(["[0, )"]) | {"band": [{"label": "甲", "when": "[0, )", "fine": ["0", "100.00"]}]}).decide({"area": 1}).high == 10_000
