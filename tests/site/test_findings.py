"""What stands against a step, in words."""

import pytest

from fadu.law.facts import VOCABULARY, Fact, Type
from fadu.site import findings


@pytest.mark.parametrize(
    ("kind", "value", "shown"),
    [(Type.DAY, 20_777, "2026年11月20日"), (Type.MONEY, 1_200_000, "12,000 元"), (Type.FLAG, False, "否"), (Type.COUNT, 3, "3")],
)
def test_facts_are_worded_by_their_type(monkeypatch, kind, value, shown):
    monkeypatch.setitem(VOCABULARY, "specimen", Fact("某项事实", kind))
    assert findings.fact_words("某项事实", value) == f"某项事实：{shown}"


def test_an_objection_is_laid_out():
    [laid] = findings.laid(
        [
            {
                "says": "应当先告知",
                "bases": ["行政处罚法第四十四条"],
                "paths": ["/statutes/行政处罚法/44"],
                "missing": ["告知日期"],
                "fix": "先告知",
                "earliest": "2026-12-02",
            }
        ]
    )
    assert laid["laws"] == [("行政处罚法第四十四条", "/statutes/行政处罚法/44")]
    assert laid["facts"] == ["还不知道：告知日期"]
    assert laid["earliest"] == "2026年12月2日 星期三"
    assert laid["provisional"] is False


def test_nothing_stands_against_it():
    assert findings.laid(None) == []
