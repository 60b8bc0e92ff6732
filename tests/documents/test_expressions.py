"""The language of placeholders and conditions."""

from typing import Any

import pytest

from fadu.documents.expressions import at, holds, parse, placeholder, runs

DATA: dict[str, Any] = {
    "step": {
        "a": "甲",
        "empty": "",
        "no": False,
        "zero": 0,
        "kind": {"is": "minor", "text": "轻微"},
        "kinds": [{"is": "FINE", "text": "罚款"}],
        "rows": [{"name": "一"}, {"name": "二"}],
    },
    "steps": {"pay": [{"no": "1"}, {"no": "2"}]},
    "day": "2026-03-05",
}


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("step.a", "甲"),
        ("step.rows.name", ["一", "二"]),
        ("steps.pay.no", "2"),
        ("steps.pay.all", [{"no": "1"}, {"no": "2"}]),
        ("steps.none.no", None),
        ("step.a.b.c", None),
        ("nothing", None),
    ],
)
def test_paths(path: str, found: object) -> None:
    assert at(DATA, path) == found


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        ("step.a", True),
        ("step.empty", False),
        ("step.no", False),
        ("!step.no", True),
        ("step.no=no", True),
        ("step.zero", False),
        ("step.kind=minor", True),
        ("step.kind=first", False),
        ("!step.kind=first", True),
        ("step.kinds=FINE", True),
        ("step.kinds=GAIN", False),
        ("step.a & step.rows & !step.none", True),
        ("step.none|step.a", True),
        ("steps.pay", True),
    ],
)
def test_conditions(condition: str, truth: object) -> None:
    assert holds(condition, DATA) is truth


@pytest.mark.parametrize(
    ("line", "made"),
    [
        ("自{day}起", [{"t": "自"}, {"v": "2026年3月5日"}, {"t": "起"}]),
        ("{none|step.a}", [{"v": "甲"}]),
        ("{none~8}", [{"b": 8}]),
        ("{none!无}", [{"t": "无"}]),
        ("{none!}", [{"t": ""}]),
        ("{day:formal}", [{"v": "二〇二六年三月五日"}]),
    ],
)
def test_lines(line: str, made: list[dict[str, Any]]) -> None:
    assert runs(parse(line), DATA) == made


def test_no_full_stop_before_a_mark_of_the_form() -> None:
    assert runs(parse("因{x}，决定"), {"x": "从轻处罚。"}) == [{"t": "因"}, {"v": "从轻处罚"}, {"t": "，决定"}]


def test_a_value_is_never_a_placeholder() -> None:
    assert runs(parse("{x}"), {"x": "{day}"}) == [{"v": "{day}"}]


@pytest.mark.parametrize("wrong", ["", "a:nokind", ":day"])
def test_a_wrong_placeholder_is_told(wrong: str) -> None:
    with pytest.raises(ValueError, match="is not a placeholder"):
        placeholder(wrong)


def test_a_wrong_condition_is_told() -> None:
    with pytest.raises(ValueError, match="is not a condition"):
        holds("a == b", {})
