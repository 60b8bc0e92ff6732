"""Which articles a case is told of: those of its own field and of every field, never those of another."""

import pytest

from fadu.law.registry import rule_of


@pytest.mark.parametrize(
    ("rule", "field", "told"),
    [
        ("CF-067-3", "market", ["行政处罚法第六十七条第三款", "市场监督管理行政处罚程序规定第七十二条第一款"]),
        ("CF-067-3", "traffic", ["行政处罚法第六十七条第三款", "道路交通安全法第一百零八条第一款"]),
        ("CF-067-3", "health", ["行政处罚法第六十七条第三款"]),
        ("SC-055", "market", ["市场监督管理行政处罚程序规定第五十五条"]),
    ],
)
def test_a_case_is_told_of_its_own_field(rule: str, field: str, told: list[str]):
    assert [str(basis) for basis in rule_of(rule).bases_in(field)] == told


def test_a_case_of_no_field_is_told_of_all():
    rule = rule_of("CF-067-3")
    assert rule.bases_in("") == rule.bases
