"""Expressions as trees and in words: nothing is lost on the way, and every kind of condition has its sentence."""

import polars as pl
import pytest

from fadu.law.calendar import china
from fadu.law.engine import frame_of
from fadu.law.facts import VOCABULARY
from fadu.law.periods import days, hours, months, working_days, years
from fadu.law.reading import Op, clause, clauses, conditions, conjuncts, noun, parse, taken, told
from fadu.law.registry import rules
from fadu.law.rules import TRUE, Duty, Gate, Within
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty
from tests.law.judging import value

CHINA = china()
KINDS = case.decision_kinds


def of_rules() -> list[tuple[str, pl.Expr]]:
    """Every expression that rules are made of, dates apart."""
    found = [(rule.id, rule.when) for rule in rules()]
    found += [(rule.id, rule.demands) for rule in rules() if isinstance(rule, Gate | Duty)]
    return found + [(rule.id, part) for rule in rules() if isinstance(rule, Within) for part in (rule.starts, rule.on)]


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (case.minor.column, "“违法行为轻微”属实"),
        (~case.minor.column, "“违法行为轻微”不属实"),
        (case.minor.holds, "“违法行为轻微”属实"),
        (~case.minor.holds, "“违法行为轻微”不属实（或者尚不知道）"),
        (case.outcome == "penalty", "处理决定为“给予行政处罚”"),
        (case.outcome != "penalty", "处理决定不为“给予行政处罚”"),
        ((case.concurrence != "other").fill_null(value=True), "法律规范的竞合不为“违反多个法律规范，没有按数额高的规定处罚”（或者尚不知道）"),
        (case.field == "market", "执法领域为“市场监管”"),
        (case.harm.one_of("none", "slight"), "危害后果为“没有危害后果”“危害后果轻微”之一"),
        (~case.harm.one_of("none", "slight"), "危害后果不为“没有危害后果”“危害后果轻微”中任何一种"),
        (case.filed_on.known, "已登记立案日期"),
        (case.filed_on.column.is_null(), "没有登记立案日期"),
        (case.filed_on <= case.decided_on, "立案日期不晚于决定日期"),
        (case.filed_on < case.decided_on, "立案日期早于决定日期"),
        (~(case.filed_on <= case.decided_on), "立案日期晚于决定日期"),
        (case.decided_on - case.filed_on >= 7, "立案日期至决定日期的日数不少于 7"),
        (case.decided_on <= case.filed_on + 30, "决定日期不晚于立案日期之后 30 日"),
        (case.handlers >= 2, "办案人员数不少于 2"),
        (case.decision_fine <= 100_00, "罚款数额不超过 100 元"),
        (case.decision_fine <= 100_50, "罚款数额不超过 100.50 元"),
        (case.proposed_fine.or_zero() > 0, "拟罚款数额（没有登记的按 0 元）超过 0 元"),
        (KINDS.has(Penalty.FINE), "处罚种类含“罚款”"),
        (KINDS.has(Penalty.FINE | Penalty.WARNING), "处罚种类含“警告”“罚款”之一"),
        (~KINDS.has(Penalty.FINE), "处罚种类不含“罚款”"),
        (KINDS.has_all(Penalty.FINE | Penalty.GAIN), "处罚种类包括“罚款”“没收违法所得”"),
        (KINDS.within(Penalty.FINE | Penalty.WARNING), "处罚种类只限于“警告”“罚款”"),
        ((KINDS.column & ~case.basis_kinds.column) == 0, "处罚种类不超出依据列明的处罚种类"),
        (case.grounds.or_zero() != 0, "从轻、减轻的情形不为空"),
        (case.minor.column | case.first_offence.column, "“违法行为轻微”属实，或者“初次违法”属实"),
        (~(case.minor.column | case.first_offence.column), "“违法行为轻微”不属实，并且“初次违法”不属实"),
        (
            (case.minor.column & case.first_offence.column) | case.filed_on.known,
            "（“违法行为轻微”属实，并且“初次违法”属实），或者已登记立案日期",
        ),
        (pl.when(case.minor.column).then(case.first_offence.column).otherwise(case.filed_on.known), "“违法行为轻微”属实的，“初次违法”属实；其他情形，已登记立案日期"),
        (pl.all_horizontal(case.minor.column, case.first_offence.column), "“违法行为轻微”属实，并且“初次违法”属实"),
        (case.decided_on <= days(90).due(case.filed_on.column, CHINA), "决定日期不晚于立案日期之后 90 日（休息日顺延）"),
        (case.decided_on <= days(90).without_rolling().due(case.filed_on.column, CHINA), "决定日期不晚于立案日期之后 90 日"),
        (case.decided_on <= working_days(7).due(case.filed_on.column, CHINA), "决定日期不晚于立案日期之后第 7 个工作日"),
        (case.decided_on <= months(3).due(case.filed_on.column, CHINA), "决定日期不晚于立案日期之后 3 个月的对应日（休息日顺延）"),
        (case.decided_on <= years(2).without_rolling().due(case.filed_on.column, CHINA), "决定日期不晚于立案日期之后 2 年的对应日"),
        (case.preserve_approved_at <= hours(24).due(case.preserved_at.column, CHINA), "负责人批准先行登记保存时刻不晚于先行登记保存时刻之后 24 小时"),
        (TRUE, "一律成立"),
        (case.filed_on.column.bitwise_count_ones() == 3, "按“立案日期”得出的结果等于 3"),
    ],
)  # fmt: skip
def test_conditions_in_words(expression: pl.Expr, words: str):
    assert clause(parse(expression)) == words


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        (pl.coalesce(case.discovered_on.column, case.opened_on.column), "违法行为被发现日期（没有登记的，看登记日期）"),
        (pl.min_horizontal(case.filed_on.column, case.decided_on.column), "立案日期、决定日期中较早的一日"),
        (case.decision_fine * 3 // 100, "罚款数额×3÷100"),
        ((case.decision_fine - case.paid).clip(lower_bound=0), "罚款数额－已缴数额（不足 0 元的，按 0 元）"),
        (pl.when(case.minor.column).then(0).otherwise(case.decision_fine.column), "（“违法行为轻微”属实的，为 0 元，否则为罚款数额）"),
    ],
)
def test_amounts_and_days_in_words(expression: pl.Expr, words: str):
    assert noun(parse(expression)).replace("  ", " ") == words.replace("已缴数额", case.paid.label)


def test_what_is_split_says_the_same_as_the_whole():
    rows = [{"minor": a, "first_offence": b, "educated": c} for a in (None, False, True) for b in (None, False, True) for c in (None, False, True)]
    for whole in (
        case.minor.column & case.first_offence.column & case.educated.column,
        (case.minor.column & (case.first_offence.column | case.educated.column)).fill_null(value=False),
        ((case.minor.column & case.first_offence.column) & ~case.educated.column).fill_null(value=False),
    ):
        parts = [part.expression for part in conjuncts(parse(whole))]
        assert len(parts) > 1
        frame = frame_of(rows, ("minor", "first_offence", "educated"))
        assert frame.select(v=whole)["v"].to_list() == frame.select(v=pl.all_horizontal(parts))["v"].to_list()


def test_a_tree_written_back_is_the_same_expression():
    for rule_id, expression in of_rules():
        assert parse(expression).expression.meta.eq(expression), rule_id


def test_rules_are_read_to_the_last_word():
    """Few nodes are not known (a new way of asking costs words, no more), and no sentence shows an identifier."""
    odd = []
    for rule_id, expression in of_rules():
        node = parse(expression)
        odd += [rule_id] * any(part.op is Op.OTHER for part in node.every())
        said = [noun(node)] if not node.is_yes_no and node.op is not Op.VALUE else [words for told in clauses(node) for words in (told.words, *told.any_of)]
        for words in said:
            assert not any(name in words for name in node.facts() if "_" in name), words
    assert len(odd) <= len(of_rules()) // 50, odd


def test_conditions_tell_what_holds_and_what_is_not_known():
    expression = (case.outcome == "penalty") & (case.minor.column | case.first_offence.holds) & case.filed_on.known
    found = conditions(expression, {"outcome": "penalty", "first_offence": False})
    assert [(condition.words, condition.holds) for condition in found] == [
        ("处理决定为“给予行政处罚”", True),
        ("“违法行为轻微”属实，或者“初次违法”属实", None),
        ("已登记立案日期", False),
    ]
    assert [(option.words, option.state) for option in found[1].any_of] == [("“违法行为轻微”属实", "尚不能判断"), ("“初次违法”属实", "不成立")]
    assert found[0].found == ("处理决定：给予行政处罚",)
    assert conditions(TRUE, {}) == ()


def test_a_choice_is_followed_to_the_day_it_picks():
    node = parse(pl.coalesce(case.discovered_on.column, case.clue_received_on.column, case.opened_on.column))
    assert noun(taken(node, {"clue_received_on": 1, "opened_on": 2})) == "发现线索或者收到材料日期"
    assert noun(taken(node, {})) == "违法行为被发现日期"


@pytest.mark.parametrize(
    ("fact", "written", "words"),
    [
        ("decided_on", "2026-07-17", "2026-07-17"),
        ("decided_on", 10**9, "第 1000000000 日"),
        ("preserved_at", "2025-09-24T16:00", "2025-09-24 16:00"),
        ("preserved_at", 2 * 10**12, "第 2000000000000 分钟"),
        ("decision_fine", 130_000_00, "130,000.00 元"),
        ("minor", False, "否"),
        ("minor", None, "尚不知道"),
        ("decision_kinds", 12, "罚款、没收违法所得"),
        ("decision_kinds", 0, "无"),
        ("field", "market", "市场监管"),
        ("field", "odd", "odd"),
        ("handlers", 2, "2"),
    ],
)
def test_values_in_words(fact: str, written: object, words: str):
    assert told(VOCABULARY[fact], value(VOCABULARY[fact], written)) == words
