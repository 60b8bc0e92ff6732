"""Tables that overlap, leave gaps, leave the range or say nothing sensible are refused; answers that don't suffice are told by factor."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fadu.law.discretion import Interval, Subject, Table, Undecided, UnsoundTable, load, percent, read, table, yuan
from fadu.law.discretion.amounts import exact

UNHURRIED = settings(deadline=None)  # a busy machine is no fault of the law

HEAD: dict[str, Any] = {
    "id": "t",
    "title": "某违法行为",
    "bases": ["某条例第一条"],
    "issuer": "某局",
    "source": "某处",
    "from": date(2024, 1, 1),
}


def tiers(*fines: list[int], low: int = 500, high: int = 1000, **more: Any) -> Table:
    lines = [{"label": label, "fine": fine} for label, fine in zip(("轻微", "一般", "严重"), fines, strict=False)]
    return table({**HEAD, "kind": "tiers", "range": [{"low": low, "high": high}], "tier": lines, **more})


def bands(*whens: str, **more: Any) -> Table:
    step = 900 // len(whens)
    lines = [{"label": f"第{n}档", "when": when, "fine": [100 + step * n, 100 + step * (n + 1)]} for n, when in enumerate(whens)]
    by = {"name": "area", "label": "面积", "unit": "平方米"}
    return table({**HEAD, "kind": "bands", "by": by, "range": [{"low": 100, "high": 100 + step * len(whens)}], "band": lines, **more})


def ratio(*shares: list[int], **more: Any) -> Table:
    lines = [{"label": f"第{n}级", "share": share} for n, share in enumerate(shares)]
    return table({**HEAD, "kind": "ratio", "range": [{"low": 100, "high": 200}], "tier": lines, **more})


def formula(*options: dict[str, int], **more: Any) -> Table:
    factors = [{"name": f"f{n}", "label": f"因子{n}", "options": given} for n, given in enumerate(options)]
    return table({**HEAD, "kind": "formula", "range": [{"low": 100, "high": 1000}], "factor": factors, **more})


# --- overlaps and gaps of money


def test_the_overlap_of_huzhou_is_refused_naming_both_bands():
    with pytest.raises(UnsoundTable, match="“轻微”（500 元至 600 元）与“一般”（500 元至 800 元）重叠"):
        tiers([500, 600], [500, 800], [800, 1000])


def test_acknowledged_it_loads_and_warns():
    loaded = tiers([500, 600], [500, 800], [800, 1000], acknowledged=[["轻微", "一般"]])
    assert len(loaded.warnings) == 1
    assert "已确认" in loaded.warnings[0]


def test_one_fault_acknowledged_does_not_cover_another():
    with pytest.raises(UnsoundTable, match="“一般”（500 元至 800 元）与“严重”（700 元至 1,000 元）重叠") as refused:
        tiers([500, 600], [500, 800], [700, 1000], acknowledged=[["轻微", "一般"]])
    assert "“轻微”" not in str(refused.value)


@pytest.mark.parametrize(
    ("fines", "message"),
    [
        (([500, 600], [700, 800], [800, 1000]), "“轻微”（500 元至 600 元）与“一般”（700 元至 800 元）之间有空档"),
        (([600, 700], [700, 800], [800, 1000]), "“轻微”自 600 元起，与法定下限 500 元之间有空档"),
        (([500, 600], [600, 800], [800, 900]), "“严重”止于 900 元，与法定上限 1,000 元之间有空档"),
        (([400, 600], [600, 800], [800, 1000]), "“轻微”（400 元至 600 元）超出法定幅度（500 元至 1,000 元）"),
        (([500, 600], [600, 800], [800, 1200]), "“严重”（800 元至 1,200 元）超出法定幅度"),
        (([600, 500], [500, 800], [800, 1000]), "“轻微”下限 600 元高于上限 500 元"),
    ],
)
def test_money_that_does_not_fill_the_range_once_is_refused(fines: tuple[list[int], ...], message: str):
    with pytest.raises(UnsoundTable, match=message):
        tiers(*fines)


@UNHURRIED
@given(st.lists(st.integers(0, 5000), min_size=2, max_size=4, unique=True))
def test_touching_tiers_load_and_any_shift_of_one_edge_is_refused(edges: list[int]):
    cuts = sorted(edges)
    fines = [[one, other] for one, other in pairwise(cuts)]
    assert not tiers(*fines, low=cuts[0], high=cuts[-1]).warnings
    for place in range(len(fines)):
        shifted = [list(fine) for fine in fines]
        shifted[place][1] += 1
        with pytest.raises(UnsoundTable):
            tiers(*shifted, low=cuts[0], high=cuts[-1])


# --- overlaps and gaps of numbers


@pytest.mark.parametrize(
    ("whens", "message"),
    [
        (("[0, 5)", "[4, 10]", "(10, )"), "“第0档”（不足 5 平方米）与“第1档”（4 平方米以上 10 平方米以下）重叠"),
        (("[0, 5]", "[5, 10]", "(10, )"), "“第0档”（5 平方米以下）与“第1档”（5 平方米以上 10 平方米以下）重叠"),
        (("[0, 5)", "(5, 10]", "(10, )"), "“第0档”（不足 5 平方米）与“第1档”（超过 5 平方米 10 平方米以下）之间有空档"),
        (("[0, 5)", "[5, 10]", "[12, )"), "“第1档”（5 平方米以上 10 平方米以下）与“第2档”（12 平方米以上）之间有空档"),
        (("[1, 5)", "[5, 10]", "(10, )"), "“第0档”自 1 平方米起，以下没有档次"),
        (("[0, 5)", "[5, 10]", "(10, 20]"), "“第2档”止于 20 平方米，以上没有档次"),
        (("[0, )", "[5, 10]", "(10, )"), "重叠"),
    ],
)
def test_numbers_that_fall_in_two_bands_or_in_none_are_refused(whens: tuple[str, ...], message: str):
    with pytest.raises(UnsoundTable) as refused:
        bands(*whens)
    assert message in str(refused.value)


@UNHURRIED
@given(st.fractions(0, 40, max_denominator=100))
def test_every_number_falls_in_exactly_one_band_of_a_table_that_loads(area: Fraction):
    loaded = bands("[0, 5)", "[5, 10]", "(10, )")
    fitting = [Interval.parse(when) for when in ("[0, 5)", "[5, 10]", "(10, )")]
    (only,) = [place for place, interval in enumerate(fitting) if area in interval]
    outcome = loaded.decide({"area": area})
    assert outcome.tier == f"第{only}档"
    assert outcome.low == (100 + 300 * only) * 100
    assert outcome.low <= outcome.suggested <= outcome.high


@pytest.mark.parametrize("wrong", ["5-10", "[5, 10", "[10, 5]", "(5, 5]", "[a, b]", ""])
def test_intervals_that_are_none_are_refused(wrong: str):
    with pytest.raises(ValueError, match="区间"):
        Interval.parse(wrong)


# --- shares


@pytest.mark.parametrize(
    ("shares", "message"),
    [
        (([0, 40], [30, 100]), "“第0级”（0%–40%）与“第1级”（30%–100%）重叠"),
        (([0, 30], [40, 100]), "“第0级”（0%–30%）与“第1级”（40%–100%）之间有空档"),
        (([10, 30], [30, 100]), "“第0级”自 10%起"),
        (([0, 30], [30, 90]), "“第1级”止于 90%"),
        (([0, 30], [30, 120]), "不在 0 至 100% 之间"),
    ],
)
def test_shares_that_do_not_fill_the_range_are_refused(shares: tuple[list[int], ...], message: str):
    with pytest.raises(UnsoundTable) as refused:
        ratio(*shares)
    assert message in str(refused.value)


@UNHURRIED
@given(
    st.integers(0, 10**7),
    st.integers(0, 10**7),
    st.lists(st.integers(1, 99), min_size=1, max_size=3, unique=True),
)
def test_tiers_by_share_cover_the_range_without_losing_a_fen(low: int, width: int, cuts: list[int]):
    edges = [0, *sorted(cuts), 100]
    loaded = ratio(*([one, other] for one, other in pairwise(edges)), range=[{"low": low, "high": low + width}])
    outcomes = [loaded.decide({"tier": f"第{n}级"}) for n in range(len(edges) - 1)]
    assert outcomes[0].low == low * 100
    assert outcomes[-1].high == (low + width) * 100
    for before, after in pairwise(outcomes):
        assert before.high <= after.low <= before.high + 1  # at most the fraction of a 分 lies between
    assert all(outcome.low <= outcome.suggested <= outcome.high for outcome in outcomes)


# --- formulas


def test_a_formula_that_could_pass_the_maximum_is_refused():
    with pytest.raises(UnsoundTable, match="超过 100%，会超出法定上限"):
        formula({"轻": 0, "重": 60}, {"轻": 0, "重": 50})


@pytest.mark.parametrize(("options", "message"), [(({"重": 101},), "不在 0 至 100%"), (({"重": -1},), "不在 0 至 100%"), (({},), "对不上"), ((), "没有因子")])
def test_formulas_that_make_no_sense_are_refused(options: tuple[dict[str, int], ...], message: str):
    with pytest.raises(UnsoundTable, match=message):
        formula(*options)


@UNHURRIED
@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 50), st.integers(0, 50))
def test_a_formula_stays_within_the_range_and_is_exact(low: int, width: int, one: int, other: int):
    loaded = formula({"是": one}, {"是": other}, range=[{"low": low, "high": low + width}])
    outcome = loaded.decide({"f0": "是", "f1": "是"})
    high = low + width
    start = Fraction(low, high)
    amount = (start + Fraction(one + other, 100) * (1 - start)) * high  # 元
    assert outcome.suggested == amount.__floor__() * 100
    assert low * 100 <= outcome.suggested <= high * 100


def test_a_formula_without_statutory_minimum_starts_from_its_base():
    loaded = formula({"是": 0}, range=[{"low": 0, "high": 1000}], base=10)
    assert loaded.decide({"f0": "是"}).suggested == 10_000


# --- brackets of the statutory range


def test_brackets_with_a_gap_are_refused():
    bracket = {"name": "value", "label": "货值金额", "unit": "元"}
    with pytest.raises(UnsoundTable) as refused:
        ratio([0, 100], bracket=bracket, range=[{"when": "[0, 10000)", "low": 1, "high": 2}, {"when": "(10000, )", "times": [1, 2]}])
    assert "“法定幅度1”（不足 10,000 元）与“法定幅度2”（超过 10,000 元）之间有空档" in str(refused.value)


def test_multiples_of_nothing_are_refused():
    with pytest.raises(UnsoundTable, match="没有写明是什么数额"):
        ratio([0, 100], range=[{"times": [1, 2]}])


# --- files


def test_a_file_says_which_table_is_wrong(tmp_path: Path):
    (tmp_path / "discretion").mkdir()
    file = tmp_path / "discretion" / "x.toml"
    file.write_text('issuer = "某局"\nsource = "某处"\nfrom = 2024-01-01\n[[table]]\nid = "broken"\nkind = "tiers"\n', "utf-8")
    with pytest.raises(UnsoundTable, match=r"x\.toml：裁量基准 broken 写法不对"):
        read(file)


def test_two_tables_of_one_id_are_refused(tmp_path: Path):
    for pack in ("a", "b"):
        (tmp_path / pack / "discretion").mkdir(parents=True)
        (tmp_path / pack / "discretion" / "x.toml").write_text(
            'issuer = "某局"\nsource = "某处"\nfrom = 2024-01-01\n[[table]]\nid = "same"\nkind = "tiers"\ntitle = "甲"\nbases = ["乙"]\n'
            'range = [{ low = 0, high = 50 }]\ntier = [{ label = "一般", fine = [0, 50] }]\n',
            "utf-8",
        )
    with pytest.raises(UnsoundTable, match="same 重名"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("changes", "error"),
    [({"kind": "magic"}, "没有“magic”这一种"), ({"until": date(2023, 1, 1)}, "早于起始"), ({"range": []}, "没有写明|没有法定幅度")],
)
def test_heads_that_make_no_sense_are_refused(changes: dict[str, Any], error: str):
    with pytest.raises(ValueError, match=error):
        tiers([500, 600], [600, 800], [800, 1000], **changes)


# --- answers


def test_everything_missing_is_told_at_once():
    with pytest.raises(Undecided) as undecided:
        formula({"是": 1}, {"是": 2}).decide({})
    assert undecided.value.errors == {"f0": "请填写“因子0”", "f1": "请填写“因子1”"}


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("", "请填写"),
        (None, "请填写"),
        ("abc", "应当是数"),
        (1.5, "应当是数"),
        (True, "应当是数"),
        ("-1", "不能小于 0"),
        ("1/0", "应当是数"),
    ],
)
def test_a_number_that_is_none_is_told_on_its_factor(given: object, message: str):
    with pytest.raises(Undecided) as undecided:
        bands("[0, 5)", "[5, )").decide({"area": given})
    assert message in undecided.value.errors["area"]


def test_a_tier_that_is_not_in_the_table_is_told_with_those_that_are():
    with pytest.raises(Undecided, match="没有“很重”这一项，可选：轻微、一般、严重"):
        tiers([500, 600], [600, 800], [800, 1000]).decide({"tier": "很重"})


def test_a_subject_the_table_does_not_speak_of():
    loaded = tiers([500, 1000], range=[{"subject": "unit", "low": 500, "high": 1000}], tier=[{"subject": "unit", "label": "一般", "fine": [500, 1000]}])
    with pytest.raises(Undecided) as undecided:
        loaded.decide({"tier": "一般"}, subject=Subject.PERSON)
    assert "个人" in undecided.value.errors["subject"]


# --- words of numbers


@pytest.mark.parametrize(("fen", "words"), [(0, "0 元"), (2_900_000, "29,000 元"), (1_234_567, "12,345.67 元"), (5, "0.05 元")])
def test_money_in_words(fen: int, words: str):
    assert yuan(fen) == words


@pytest.mark.parametrize(("share", "words"), [(Fraction(3, 10), "30%"), (Fraction(145, 1000), "14.5%"), (Fraction(1, 3), "1/3"), (Fraction(1), "100%")])
def test_shares_in_words(share: Fraction, words: str):
    assert percent(share) == words


def test_floats_never_enter():
    with pytest.raises(TypeError):
        exact(0.1)
    assert exact(Decimal("0.1")) == exact("0.1") == Fraction(1, 10)
