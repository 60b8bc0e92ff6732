"""Products and adverts: supervisory checks and what follows, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.kinds import Ground, Penalty
from fadu.law.vocabulary.sector_marks import ComplaintMark, Innocence, Rung, SampleWay, Seized
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

Q = {"field": "market", "sector": "quality"}
A = {"field": "market", "sector": "adverts"}
CONCLUDED = {**Q, "concluded_on": "2026-06-30"}
DECIDED = {**Q, "outcome": "penalty", "decided_on": "2026-07-20"}
STOP, REVOKE = {"decision_kinds": Penalty.STOP_BUSINESS}, {"decision_kinds": Penalty.REVOKE_LICENCE}
FIRST_THREE = Rung.ORDERED | Rung.ANNOUNCED | Rung.RECHECKED
INNOCENT = Innocence.SELLER | Innocence.UNAWARE | Innocence.SOURCE

TABLES = [
    *table("CP-015-1", CONCLUDED, [
        ("at random from what was for sale", {"sample_ways": SampleWay.RANDOM}, PASSES),
        ("picked", {"sample_ways": SampleWay.REASONABLE}, FAILS),
        ("not concluded", {"sample_ways": SampleWay.REASONABLE, "concluded_on": None}, OPEN),
        ("food has its own law", {"sector": "food", "sample_ways": SampleWay.REASONABLE}, APART),
    ]),
    *table("CP-015-2", CONCLUDED, [
        ("checked by nobody above", {"sample_ways": SampleWay.NOT_REPEATED}, PASSES),
        ("checked already", {"sample_ways": SampleWay.RANDOM}, FAILS),
        ("not concluded", {"sample_ways": SampleWay.RANDOM, "concluded_on": None}, OPEN),
    ]),
    *table("CP-015-3", CONCLUDED, [
        ("no more than needed, free", {"sample_ways": SampleWay.REASONABLE | SampleWay.FREE}, PASSES),
        ("too many", {"sample_ways": SampleWay.FREE}, FAILS),
        ("charged", {"sample_ways": SampleWay.REASONABLE}, FAILS),
        ("not concluded", {"sample_ways": SampleWay.FREE, "concluded_on": None}, OPEN),
    ]),
    *table("CP-015-4", {**Q, "result_told_on": "2026-09-16"}, [
        ("the fifteenth day is 1 October: the 8th", {"retest_asked_on": "2026-10-08"}, PASSES),
        ("the 9th", {"retest_asked_on": "2026-10-09"}, FAILS),
        ("the fifteenth day", {"result_told_on": "2026-06-01", "retest_asked_on": "2026-06-16"}, PASSES),
        ("the sixteenth", {"result_told_on": "2026-06-01", "retest_asked_on": "2026-06-17"}, FAILS),
        ("not asked", {}, OPEN),
    ]),
    *table("CP-017-1", DECIDED, [
        ("stopped after order, announcement, second failure", {**STOP, "ladder": FIRST_THREE}, PASSES),
        *((f"stopped without {rung.name}", {**STOP, "ladder": FIRST_THREE & ~rung}, FAILS) for rung in FIRST_THREE),
        ("revoked after all five", {**REVOKE, "ladder": Rung(31)}, PASSES),
        *((f"revoked without {rung.name}", {**REVOKE, "ladder": Rung(31) & ~rung}, FAILS) for rung in Rung),
        ("a fine", {"decision_kinds": Penalty.FINE, "ladder": Rung.ORDERED}, PASSES),
        ("not decided", {**STOP, "ladder": Rung.ORDERED, "decided_on": None}, OPEN),
        ("no supervisory check", STOP, APART),
    ]),
    *table("CP-018-4", CONCLUDED, [
        ("products and what they are made with", {"seized_things": Seized.PRODUCTS | Seized.MATERIALS | Seized.TOOLS, "seized_grounded": True}, PASSES),
        ("the place", {"seized_things": Seized.PLACE_SEALED, "seized_grounded": True}, FAILS),
        ("without grounds", {"seized_things": Seized.PRODUCTS, "seized_grounded": False}, FAILS),
        ("not said", {"seized_things": Seized.PRODUCTS}, OPEN),
    ]),
    *table("CP-055", {**DECIDED, "grounds": Ground.BY_STATUTE}, [
        ("a seller who did not know and named the source", {"innocence": INNOCENT}, PASSES),
        ("a producer", {"innocence": INNOCENT & ~Innocence.SELLER}, FAILS),
        ("knew", {"innocence": INNOCENT & ~Innocence.UNAWARE}, FAILS),
        ("silent on the source", {"innocence": INNOCENT & ~Innocence.SOURCE}, FAILS),
        ("not decided", {"innocence": Innocence.SELLER, "decided_on": None}, OPEN),
        ("not lighter", {"grounds": Ground.MERIT, "innocence": Innocence.SELLER}, APART),
    ]),
    *table("GG-049-1-5", {**A, "concluded_on": "2026-06-30"}, [
        ("bills and the press", {"seized_things": Seized.ADVERTS | Seized.TOOLS, "seized_grounded": True}, PASSES),
        ("the premises", {"seized_things": Seized.PLACE_SEALED, "seized_grounded": True}, FAILS),
        ("nothing to do with it", {"seized_things": Seized.OTHER, "seized_grounded": False}, FAILS),
        ("not said", {"seized_things": Seized.ADVERTS}, OPEN),
    ]),
    *table("GG-049-1-6", {**A, "ad_paused_on": "2026-06-03"}, [
        ("it may do grave harm", {"ad_may_harm": True}, PASSES),
        ("it does none", {"ad_may_harm": False}, FAILS),
        ("not said", {}, OPEN),
        ("not paused", {"ad_paused_on": None, "ad_may_harm": False}, APART),
    ]),
    *table("GG-053-1", {**A, "clue_source": "complaint", "clue_received_on": "2026-06-15"}, [
        ("the seventh working day, the 19th off", {"complaint_answered_on": "2026-06-25"}, PASSES),
        ("the day after", {"complaint_answered_on": "2026-06-26"}, FAILS),
        ("no complaint yet", {"clue_received_on": None}, OPEN),
        ("found by ourselves", {"clue_source": "inspection", "complaint_answered_on": "2026-06-26"}, APART),
    ]),
    *table("GG-053-3", {**A, "clue_source": "report"}, [
        ("kept secret", {"complaint_marks": ComplaintMark.CONFIDENTIAL}, PASSES),
        ("told", {"complaint_marks": ComplaintMark.ANSWERED}, FAILS),
        ("not noted", {}, OPEN),
        ("found by ourselves", {"clue_source": "inspection", "complaint_marks": ComplaintMark.ANSWERED}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
