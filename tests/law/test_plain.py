"""Every rule once more, as plain Python: two ways of reckoning that share nothing but the condition agree."""

import pytest

from benchmarks._plain import functions
from benchmarks.rules import TODAY, cases
from fadu.law.calendar import china
from fadu.law.engine import frame_of, judge
from fadu.law.registry import grains, rules_of
from fadu.law.rules import Convention, Gate, Moment, Question

AT = Moment(china(), TODAY)
UNTOLD = {"P1-13", "P1-18"}
"""They reckon with months of a fact's own number; their worded tables in test_policies judge them."""


def _executable(grain: str):
    return [rule for rule in rules_of(grain) if not isinstance(rule, Question | Convention)]


@pytest.mark.parametrize("grain", [grain for grain in grains() if _executable(grain)])
def test_in_plain_python_a_rule_says_the_same(grain: str):
    rules = [rule for rule in _executable(grain) if not isinstance(rule, Gate) or rule.once is not None]
    frame = cases(60, sorted({fact.name for rule in rules for fact in rule.facts() if fact.grain == grain}))
    rows = frame.to_dicts()
    expressions = [rule.swept(AT) if isinstance(rule, Gate) else rule.verdict(AT) for rule in rules]
    judged = frame.select(expressions)
    for rule, function in zip(rules, functions(expressions), strict=True):
        assert (function is None) == (rule.id in UNTOLD), rule.id
        if function is not None:
            assert [function(row) for row in rows] == judged[rule.id].to_list(), rule.id


@pytest.mark.parametrize("grain", ["case", "licence", "enforcement", "organ"])
def test_a_sweep_says_of_many_what_it_says_of_each(grain: str):
    """Shared look-ups and coded words change the way, not the verdict."""
    rules = _executable(grain)
    names = sorted({fact.name for rule in rules for fact in rule.facts() if fact.grain == grain})
    rows = cases(12, names).to_dicts()
    together = judge(rules, frame_of(rows, names), AT).rows()
    assert together == [judge(rules, frame_of([row], names), AT).row(0) for row in rows]
