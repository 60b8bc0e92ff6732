"""Food: sampling, retest, seizure, complaints, who is spared and who is barred, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.kinds import Penalty
from fadu.law.vocabulary.sector_marks import ComplaintMark, Innocence, SampleWay, Seized
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

F = {"field": "market", "sector": "food"}
CONCLUDED = {**F, "concluded_on": "2026-06-10"}
DECIDED = {**F, "decided_on": "2026-06-20", "outcome": "penalty"}
SOUND = SampleWay.BOUGHT | SampleWay.FREE | SampleWay.LAB
DONE = ComplaintMark.ACCEPTED | ComplaintMark.VERIFIED | ComplaintMark.ANSWERED
SENT_ON = ComplaintMark.PASSED_ON | ComplaintMark.TOLD
ALL_FIVE = Innocence.SELLER | Innocence.CHECKED | Innocence.UNAWARE | Innocence.SOURCE | Innocence.FORFEITED

TABLES = [
    *table("SP-087", CONCLUDED, [
        ("bought, tested at our cost, nothing charged", {"sample_ways": SOUND}, PASSES),
        ("charged", {"sample_ways": SOUND & ~SampleWay.FREE}, FAILS),
        ("taken without buying", {"sample_ways": SOUND & ~SampleWay.BOUGHT}, FAILS),
        ("tested by a laboratory that may not", {"sample_ways": SOUND & ~SampleWay.LAB}, FAILS),
        ("inquiry not concluded", {"sample_ways": SampleWay.BOUGHT, "concluded_on": None}, OPEN),
        ("no sample noted", {}, APART),
        ("an advert", {"sector": "adverts", "sample_ways": SampleWay.BOUGHT}, APART),
        ("a case of which the sector is not said", {"sector": None, "sample_ways": SampleWay.BOUGHT}, APART),
    ]),
    *table("SP-088-1", {**F, "result_told_on": "2026-09-23"}, [
        ("the seventh working day: the 25th and 1 to 7 October off, Saturday the 10th worked", {"retest_asked_on": "2026-10-10"}, PASSES),
        ("the day after", {"retest_asked_on": "2026-10-11"}, FAILS),
        ("not asked: a right, no duty", {}, OPEN),
        ("drugs have their own time", {"sector": "drugs"}, APART),
    ]),
    *table("SP-088-1b", CONCLUDED, [
        ("drawn from the list", {"retest_lab": "listed"}, PASSES),
        ("the laboratory of the first test", {"retest_lab": "same"}, FAILS),
        ("chosen, not drawn", {"retest_lab": "chosen"}, FAILS),
        ("not concluded", {"retest_lab": "same", "concluded_on": None}, OPEN),
        ("no retest", {}, APART),
    ]),
    *table("SP-088-2", {**F, "quick_result_at": "2026-06-05T09:30"}, [
        ("four hours later to the minute", {"quick_retest_at": "2026-06-05T13:30"}, PASSES),
        ("a minute more", {"quick_retest_at": "2026-06-05T13:31"}, FAILS),
        ("not asked", {}, OPEN),
    ]),
    *table("SP-088-2-method", CONCLUDED, [
        ("in a laboratory", {"quick_retest_by": "laboratory"}, PASSES),
        ("by a quick test again", {"quick_retest_by": "quick"}, FAILS),
        ("not concluded", {"quick_retest_by": "quick", "concluded_on": None}, OPEN),
        ("no retest", {}, APART),
    ]),
    *table("SP-110-4", CONCLUDED, [
        ("food that is not up to standard", {"seized_things": Seized.PRODUCTS, "seized_grounded": True}, PASSES),
        ("food and the place it is made in", {"seized_things": Seized.PRODUCTS | Seized.PLACE_SEALED, "seized_grounded": True}, PASSES),
        ("machines, which this item does not name", {"seized_things": Seized.PRODUCTS | Seized.TOOLS, "seized_grounded": True}, FAILS),
        ("without evidence", {"seized_things": Seized.PRODUCTS, "seized_grounded": False}, FAILS),
        ("not known whether there was evidence", {"seized_things": Seized.PRODUCTS}, OPEN),
        ("nothing seized", {}, APART),
    ]),
    *table("SP-110-5", CONCLUDED, [
        ("the place sealed", {"seized_things": Seized.PLACE_SEALED}, PASSES),
        ("the place detained", {"seized_things": Seized.PLACE_TAKEN}, FAILS),
        ("not concluded", {"seized_things": Seized.PLACE_TAKEN, "concluded_on": None}, OPEN),
    ]),
    *table("SP-112-2", DECIDED, [
        ("tested after the quick test", {"quick_led_to": "tested"}, PASSES),
        ("the quick test settled it", {"quick_led_to": "settled"}, PASSES),
        ("no more than a suspicion", {"quick_led_to": "doubtful"}, FAILS),
        ("not decided", {"quick_led_to": "doubtful", "decided_on": None, "outcome": None}, OPEN),
        ("no quick test", {}, APART),
        ("no penalty", {"quick_led_to": "doubtful", "outcome": "none_statutory"}, APART),
    ]),
    *table("SP-115-1", {**F, "clue_source": "complaint"}, [
        ("taken, verified, answered", {"complaint_marks": DONE}, PASSES),
        ("not answered", {"complaint_marks": DONE & ~ComplaintMark.ANSWERED}, FAILS),
        ("not ours: passed on and told", {"complaint_marks": SENT_ON}, PASSES),
        ("passed on without a word", {"complaint_marks": ComplaintMark.PASSED_ON}, FAILS),
        ("not noted", {}, OPEN),
        ("found by ourselves", {"clue_source": "inspection", "complaint_marks": ComplaintMark.PASSED_ON}, APART),
    ]),
    *table("SP-116-1", CONCLUDED, [
        ("trained and examined", {"officers_trained": True}, PASSES),
        ("not able", {"officers_trained": False}, FAILS),
        ("not concluded", {"officers_trained": False, "concluded_on": None}, OPEN),
        ("not noted", {}, APART),
    ]),
    *table("SP-134", DECIDED, [
        ("three in a year, business stopped", {"penalties_in_year": 3, "decision_kinds": Penalty.STOP_BUSINESS | Penalty.FINE}, PASSES),
        ("three in a year, licence revoked", {"penalties_in_year": 3, "decision_kinds": Penalty.REVOKE_LICENCE}, PASSES),
        ("three in a year, only a fine", {"penalties_in_year": 3, "decision_kinds": Penalty.FINE}, FAILS),
        ("two in a year, only a fine", {"penalties_in_year": 2, "decision_kinds": Penalty.FINE}, APART),
        ("not decided", {"penalties_in_year": 3, "decision_kinds": Penalty.FINE, "decided_on": None}, OPEN),
    ]),
    *table("SP-135-1", {**F, "decided_on": "2024-02-29", "closed_on": "2024-05-06", "decision_kinds": Penalty.REVOKE_LICENCE}, [
        ("five years from 29 February end on 28 February: free on 1 March", {"may_return_on": "2029-03-01"}, PASSES),
        ("free on the last day", {"may_return_on": "2029-02-28"}, FAILS),
        ("not written down", {}, OPEN),
        ("not closed", {"closed_on": None, "may_return_on": "2029-02-28"}, OPEN),
        ("barred for life", {"trade_ban": "life"}, APART),
        ("the licence kept", {"decision_kinds": Penalty.FINE, "may_return_on": "2029-02-28"}, APART),
    ]),
    *table("SP-135-2", {**F, "closed_on": "2026-08-03", "sentenced": True}, [
        ("for life", {"trade_ban": "life"}, PASSES),
        ("for five years", {"trade_ban": "five"}, FAILS),
        ("not said", {}, OPEN),
        ("not sentenced", {"sentenced": False, "trade_ban": "five"}, APART),
    ]),
    *table("SP-136", {**F, "decided_on": "2026-06-20", "outcome": "none_statutory"}, [
        ("a dealer who checked, did not know, named the source; food taken", {"innocence": ALL_FIVE}, PASSES),
        ("the food not taken", {"innocence": ALL_FIVE & ~Innocence.FORFEITED}, FAILS),
        ("a producer", {"innocence": ALL_FIVE & ~Innocence.SELLER}, FAILS),
        ("did not check", {"innocence": ALL_FIVE & ~Innocence.CHECKED}, FAILS),
        ("did not name the source", {"innocence": ALL_FIVE & ~Innocence.SOURCE}, FAILS),
        ("knew", {"innocence": ALL_FIVE & ~Innocence.UNAWARE}, FAILS),
        ("not decided", {"innocence": Innocence.SELLER, "decided_on": None}, OPEN),
        ("spared for another reason", {}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
