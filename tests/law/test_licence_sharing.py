"""Shared data and fair markets (政务数据共享条例、优化营商环境条例): rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.grained import of_grain
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

# Fri 6 Mar 2026: Mon 9 (1), Tue 10 (2)
# Mon 2 Mar 2026: 3-6 (4), 9-13 (9), Mon 16 (10), 17-20 (14), Mon 23 (15), 24-27 (19), Mon 30 (20)
USED = {"share_side": "demander", "used_on": "2026-05-06"}

SHARING = of_grain("request", [
    *table("ZW-017-2", {"changed_on": "2026-03-02"}, [
        ("on the tenth day", {"catalogue_updated_on": "2026-03-16"}, PASSES),
        ("on the eleventh", {"catalogue_updated_on": "2026-03-17"}, FAILS),
        ("five more, on the last", {"catalogue_extension": 5, "catalogue_updated_on": "2026-03-23"}, PASSES),
        ("five more, a day late", {"catalogue_extension": 5, "catalogue_updated_on": "2026-03-24"}, FAILS),
        ("not yet", {"today": "2026-03-16"}, OPEN),
    ]),
    *table("ZW-017-2-extended", {}, [
        ("five", {"catalogue_extension": 5}, PASSES),
        ("six", {"catalogue_extension": 6}, FAILS),
        ("one", {"catalogue_extension": 1}, PASSES),
        ("none", {"catalogue_extension": 0}, FAILS),
        ("not lengthened", {}, OPEN),
    ]),
    *table("ZW-017-2-agreed", {"catalogue_extension": 5}, [
        ("agreed above", {"catalogue_extension_agreed": True}, PASSES),
        ("not agreed", {"catalogue_extension_agreed": False}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("ZW-017-3", {"catalogue_received_on": "2026-03-06"}, [
        ("on the second working day", {"catalogue_published_on": "2026-03-10"}, PASSES),
        ("on the third", {"catalogue_published_on": "2026-03-11"}, FAILS),
        ("not yet", {"today": "2026-03-10"}, OPEN),
    ]),
    *table("ZW-020-2", {"share_side": "demander", "share_received_on": "2026-03-02", "liaison_agreed": True}, [
        ("all five elements", {"elements": 5}, PASSES),
        ("four", {"elements": 4}, FAILS),
        ("not agreed within", {"elements": 5, "liaison_agreed": False}, FAILS),
        ("not known", {}, OPEN),
        ("asked of us", {"share_side": "provider", "elements": 2}, APART),
    ]),
    *table("ZW-021-1", {"share_kind": "free", "share_received_on": "2026-03-06"}, [
        ("the next working day", {"share_answered_on": "2026-03-09"}, PASSES),
        ("the day after", {"share_answered_on": "2026-03-10"}, FAILS),
        ("lengthened by ten", {"share_extension": 10, "share_answered_on": "2026-03-23"}, PASSES),
        ("lengthened, a day late", {"share_extension": 10, "share_answered_on": "2026-03-24"}, FAILS),
        ("not yet", {"today": "2026-03-09"}, OPEN),
        ("with conditions", {"share_kind": "conditional", "share_answered_on": "2026-03-10"}, APART),
    ]),
    *table("ZW-021-1-conditional", {"share_kind": "conditional", "share_received_on": "2026-03-02"}, [
        ("on the tenth day", {"share_answered_on": "2026-03-16"}, PASSES),
        ("on the eleventh", {"share_answered_on": "2026-03-17"}, FAILS),
        ("lengthened by ten", {"share_extension": 10, "share_answered_on": "2026-03-30"}, PASSES),
        ("lengthened, a day late", {"share_extension": 10, "share_answered_on": "2026-03-31"}, FAILS),
        ("not yet", {"today": "2026-03-16"}, OPEN),
        ("without conditions", {"share_kind": "free"}, APART),
    ]),
    *table("ZW-021-1-extended", {}, [
        ("ten", {"share_extension": 10}, PASSES),
        ("eleven", {"share_extension": 11}, FAILS),
        ("one", {"share_extension": 1}, PASSES),
        ("none", {"share_extension": 0}, FAILS),
        ("not lengthened", {}, OPEN),
    ]),
    *table("ZW-021-1-agreed", {"share_extension": 10}, [
        ("agreed above and told", {"share_extension_agreed": True, "share_extension_told": True}, PASSES),
        ("not agreed", {"share_extension_agreed": False, "share_extension_told": True}, FAILS),
        ("not told", {"share_extension_agreed": True, "share_extension_told": False}, FAILS),
        ("not known", {"share_extension_agreed": True}, OPEN),
    ]),
    *table("ZW-021-2", {"share_reply": "declined", "share_answered_on": "2026-03-16", "share_reasoned": True}, [
        ("complete, with reasons", {"lacking": False}, PASSES),
        ("incomplete, but told what lacks", {"lacking": True, "lacking_told_on": "2026-03-04"}, PASSES),
        ("incomplete, refused outright", {"lacking": True}, FAILS),
        ("without reasons", {"lacking": False, "share_reasoned": False}, FAILS),
        ("not known", {"lacking": False, "share_reasoned": None}, OPEN),
        ("agreed", {"share_reply": "agreed", "lacking": True}, APART),
    ]),
    *table("ZW-021-2-once", {"lacking_told_on": "2026-03-04"}, [
        ("once", {"lacking_times": 1}, PASSES),
        ("twice", {"lacking_times": 2}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("ZW-022-1", {"share_reply": "agreed", "share_answered_on": "2026-03-02"}, [
        ("on the twentieth day", {"delivered_on": "2026-03-30"}, PASSES),
        ("on the twenty-first", {"delivered_on": "2026-03-31"}, FAILS),
        ("not yet", {"today": "2026-03-30"}, OPEN),
        ("declined", {"share_reply": "declined"}, APART),
    ]),
    *table("ZW-025-1", USED, [
        ("as asked", {"widened": False}, PASSES),
        ("for something else", {"widened": True}, FAILS),
        ("for something else, agreed", {"widened": True, "widening_agreed": True}, PASSES),
        ("not known", {}, OPEN),
        ("who gives it", {"share_side": "provider", "widened": True}, APART),
    ]),
    *table("ZW-026-2", {"share_side": "provider", "check_asked_on": "2026-03-02"}, [
        ("on the tenth day", {"check_answered_on": "2026-03-16"}, PASSES),
        ("on the eleventh", {"check_answered_on": "2026-03-17"}, FAILS),
        ("not yet", {"today": "2026-03-16"}, OPEN),
        ("who asked for it", {"share_side": "demander"}, APART),
    ]),
    *table("ZW-029-2", USED, [
        ("three years", {"retention_years": 3}, PASSES),
        ("two", {"retention_years": 2}, FAILS),
        ("not known", {}, OPEN),
        ("who gives it", {"share_side": "provider", "retention_years": 2}, APART),
    ]),
    *table("ZW-029-2-parts", USED, [
        ("all five", {"use_parts": 5}, PASSES),
        ("four", {"use_parts": 4}, FAILS),
        ("not known", {}, OPEN),
    ]),
])  # fmt: skip

YEARLY = of_grain("organ", [
    *table("ZW-035-3", {"data_incidents": 2}, [
        ("both handled and reported", {"data_incidents_handled": 2}, PASSES),
        ("one was not", {"data_incidents_handled": 1}, FAILS),
        ("not counted", {}, OPEN),
    ]),
    *table("YH-014-2", {}, [
        ("none too wide", {"measures_excessive": 0}, PASSES),
        ("one too wide", {"measures_excessive": 1}, FAILS),
        ("not counted", {}, OPEN),
    ]),
    *table("YH-025", {}, [
        ("nothing off the list", {"fees_off_list": 0}, PASSES),
        ("one fee off the list", {"fees_off_list": 1}, FAILS),
        ("not counted", {}, OPEN),
    ]),
    *table("YH-058", {"acts_undisclosed": 0, "acts_unrecorded": 0, "major_unreviewed": 0}, [
        ("all three kept", {}, PASSES),
        ("one not shown", {"acts_undisclosed": 1}, FAILS),
        ("one not recorded", {"acts_unrecorded": 1}, FAILS),
        ("one not reviewed", {"major_unreviewed": 1}, FAILS),
        ("not counted", {"major_unreviewed": None}, OPEN),
    ]),
    *table("YH-059-1", {"measures_taken": 5}, [
        ("each weighed", {"measures_weighed": 5}, PASSES),
        ("one not weighed", {"measures_weighed": 4}, FAILS),
        ("not counted", {}, OPEN),
    ]),
    *table("YH-059-2", {"general_stops": 1}, [
        ("approved", {"general_stops_approved": 1}, PASSES),
        ("not approved", {"general_stops_approved": 0}, FAILS),
        ("not counted", {}, OPEN),
    ]),
    *table("YH-059-3", {"fines_in_appraisal": False}, [
        ("apart", {"fines_linked": False}, PASSES),
        ("linked", {"fines_linked": True}, FAILS),
        ("a target", {"fines_linked": False, "fines_in_appraisal": True}, FAILS),
        ("not known", {}, OPEN),
    ]),
])  # fmt: skip

ACTS = of_grain("act", [
    *table("YH-064-2", {"decided_on": "2026-03-30", "basis_level": "document"}, [
        ("published", {"basis_published": True}, PASSES),
        ("not published", {"basis_published": False}, FAILS),
        ("not known", {}, OPEN),
        ("not decided", {"decided_on": None, "basis_published": False}, OPEN),
        ("by a law", {"basis_level": "law"}, APART),
    ]),
])  # fmt: skip

TABLES = [*SHARING, *YEARLY, *ACTS]


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
