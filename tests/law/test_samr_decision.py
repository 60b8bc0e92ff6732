"""Decision, time limits and the simple procedure of market cases, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.samr.decision import WHOLE_DECISION, WHOLE_ON_THE_SPOT
from fadu.law.vocabulary.kinds import Penalty, Trigger
from fadu.law.vocabulary.marks import DecisionPart
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict
from tests.law.story import Story

M = {"field": "market", "procedure": "general"}
DECIDED = {**M, "outcome": "penalty", "decided_on": "2025-11-12"}
SPOT = {"field": "market", "procedure": "simple", "outcome": "penalty", "decided_on": "2025-09-22"}

TABLES = [
    *table("SC-060-1", M, [
        ("a penalty", {"outcome": "penalty"}, PASSES),
        ("sent to another department", {"outcome": "transfer_agency"}, PASSES),
        ("something else", {"outcome": "mediation"}, FAILS),
        ("open", {}, OPEN),
        ("the simple procedure", {"procedure": "simple", "outcome": "penalty"}, APART),
    ]),
    *table("SC-060-1-apart", M, [
        ("somebody else", {"by_handler": False, "by_reviewer": False}, PASSES),
        ("the handler", {"by_handler": True, "by_reviewer": False}, FAILS),
        ("the reviewer", {"by_handler": False, "by_reviewer": True}, FAILS),
        ("not known", {"by_reviewer": False}, OPEN),
    ]),
    *table("SC-060-2", {**DECIDED, "complex_or_major": False, "review_triggers": Trigger.PUBLIC_INTEREST}, [
        ("discussed", {"discussed_on": "2025-11-10"}, PASSES),
        ("not discussed", {}, FAILS),
        ("not decided", {"decided_on": None}, OPEN),
        ("no case for review", {"review_triggers": 0}, APART),
        ("major rights, no hearing", {"review_triggers": Trigger.MAJOR_RIGHTS_AFTER_HEARING}, APART),
        ("major rights, heard", {"review_triggers": Trigger.MAJOR_RIGHTS_AFTER_HEARING, "hearing_outcome": "held"}, FAILS),
        ("spared", {"outcome": "none_statutory"}, APART),
        ("marked complex: 行政处罚法 57(2) says it", {"complex_or_major": True}, APART),
    ]),
    *table("SC-062", DECIDED, [
        ("whole", {"decision_parts": WHOLE_DECISION}, PASSES),
        ("whole, with the place", {"decision_parts": WHOLE_DECISION | DecisionPart.PLACE}, PASSES),
        ("silent on the defence", {"decision_parts": WHOLE_DECISION & ~DecisionPart.DEFENCE}, FAILS),
        ("not known", {}, OPEN),
        ("spared", {"outcome": "none_statutory"}, APART),
    ]),
    # Tue 23 Sep 2025 and 90 days: Mon 22 Dec
    *table("SC-064-1a", {**M, "filed_on": "2025-09-23"}, [
        ("on the ninetieth day", {"decided_on": "2025-12-22"}, PASSES),
        ("on the ninety-first", {"decided_on": "2025-12-23"}, FAILS),
        ("with seventeen days of hearing, Thu 8 Jan", {"not_counted_days": 17, "decided_on": "2026-01-08"}, PASSES),
        ("a day later", {"not_counted_days": 17, "decided_on": "2026-01-09"}, FAILS),
        # 22 Dec + 30: Wed 21 Jan
        ("extended by thirty", {"extension_days": 30, "decided_on": "2026-01-21"}, PASSES),
        ("extended, a day late", {"extension_days": 30, "decided_on": "2026-01-22"}, FAILS),
        ("standing still", {"clock_stopped": True, "today": "2026-06-01"}, OPEN),
    ]),
    *table("SC-064-1b", {**M, "extended_once": True}, [
        ("thirty days", {"extension_days": 30}, PASSES),
        ("thirty-one", {"extension_days": 31}, FAILS),
        ("not extended", {"extended_once": None}, OPEN),
        ("discussed again", {"extension_days": 60, "extension_discussed_on": "2025-12-20"}, APART),
    ]),
    *table("SC-064-1c", {**M, "extension_discussed_on": "2025-12-20", "extended_once": True}, [
        ("after the first thirty, for ten", {"extension_days": 40}, PASSES),
        ("without a term of its own", {"extension_days": 30}, FAILS),
        ("for a single day", {"extension_days": 31}, PASSES),
        ("without the first thirty", {"extended_once": False, "extension_days": 60}, FAILS),
        ("days not known", {}, OPEN),
        ("not discussed", {"extension_discussed_on": None, "extension_days": 40}, OPEN),
    ]),
    *table("SC-068", SPOT, [
        ("sealed form", {"spot_sealed": True}, PASSES),
        ("sealed by the platform", {"decision_sealed": True}, PASSES),
        ("no seal", {"spot_sealed": False, "decision_sealed": False}, FAILS),
        ("not known", {}, OPEN),
        ("the general procedure", {"procedure": "general", "spot_sealed": False}, APART),
    ]),
    *table("SC-068-b", SPOT, [
        ("whole", {"decision_parts": WHOLE_ON_THE_SPOT}, PASSES),
        ("no place", {"decision_parts": WHOLE_ON_THE_SPOT & ~DecisionPart.PLACE}, FAILS),
        ("no word on how to pay", {"decision_parts": WHOLE_ON_THE_SPOT & ~DecisionPart.PERFORMANCE}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("SC-069", {**SPOT, "defence_on": "2025-09-22"}, [
        ("on record", {"defence_recorded": True}, PASSES),
        ("not on record", {"defence_recorded": False}, FAILS),
        ("not known", {}, OPEN),
        ("nothing said", {"defence_on": None}, APART),
    ]),
    # Mon 22 Sep 2025: 23 24 25 26, Sun 28 (worked), 29, Tue 30; the eighth is Thu 9 Oct
    *table("SC-070", SPOT, [
        ("on the seventh day", {"archived_on": "2025-09-30"}, PASSES),
        ("on the eighth", {"archived_on": "2025-10-09"}, FAILS),
        ("still open on the seventh", {"today": "2025-09-30"}, OPEN),
        ("the general procedure", {"procedure": "general"}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says


def test_the_head_extends_by_thirty_then_the_panel():
    story = Story().until("file").take("extend", "2025-12-01T09:00", {"reason": "案情复杂", "opinion": "同意"})
    assert story.due("CF-060") == "2026-01-21"  # 22 Dec + 30: Wed
    story.take("extend_again", "2026-01-05T09:00", {"days": 20, "reason": "特别复杂", "discussion": "一致同意"})
    assert story.due("CF-060") == "2026-02-10"  # 21 Jan + 20: Tue


def test_the_panel_does_not_extend_before_the_head_did():
    assert "SC-064-1c" in Story().until("file").refused("extend_again", "2025-12-01T09:00", {"days": 60, "reason": "复杂", "discussion": "同意"})


def test_a_decision_that_answers_no_defence_is_refused():
    story = Story().until("discuss")
    story.state.facts.update(defence_on=20_386)  # type: ignore[attr-defined]  # a record in which the defence was never checked
    assert {"SC-062", "CF-045-1"} <= set(story.refused("decide", "2025-11-12T10:00"))


def spot() -> Story:
    """A case on the spot, told."""
    story = Story("penalty.simple", basis_fine_least=None, basis_fine_most=5000_00, discretion_low=None, discretion_high=None, discretion_table=None)
    return story.take("register_spot", "2025-09-22T09:00").take("tell_spot", "2025-09-22T09:30")


@pytest.mark.parametrize(("answers", "rule"), [({"spot_sealed": False}, "SC-068"), ({"pay_how": ""}, "SC-068-b")])
def test_a_decision_on_the_spot_is_refused(answers: dict[str, Any], rule: str):
    story = spot()
    story.platform["decision_sealed"] = False
    story.state.facts.pop("decision_sealed", None)  # type: ignore[attr-defined]
    assert rule in story.refused("decide_spot", "2025-09-22T10:00", answers)


def test_a_decision_on_the_spot_is_lawful():
    assert spot().refused("decide_spot", "2025-09-22T10:00") == []
    warned = spot()
    warned.platform["basis_kinds"] = int(Penalty.WARNING)
    assert warned.refused("decide_spot", "2025-09-22T10:00", {"decision_kinds": ["WARNING"], "spot_fine": None, "pay_how": ""}) == []
