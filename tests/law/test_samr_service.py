"""Performance, closing and service of market cases, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.kinds import Penalty
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict
from tests.law.story import Story

M = {"field": "market", "procedure": "general"}
SERVED = {**M, "served_on": "2025-11-14"}

TABLES = [
    # Fri 14 Nov 2025 and 15 days: Sat 29 Nov, rolls to Mon 1 Dec
    *table("SC-072-1-gain", {**SERVED, "decision_kinds": Penalty.GAIN}, [
        ("on the last day", {"paid_on": "2025-12-01"}, PASSES),
        ("a day late", {"paid_on": "2025-12-02"}, FAILS),
        # Mon 17 Nov 2025 and 15 days: Tue 2 Dec
        ("served on a Monday, on the last day", {"served_on": "2025-11-17", "paid_on": "2025-12-02"}, PASSES),
        ("served on a Monday, a day late", {"served_on": "2025-11-17", "paid_on": "2025-12-03"}, FAILS),
        ("still owed on the last day", {"today": "2025-12-01"}, OPEN),
        ("still owed the day after", {"today": "2025-12-02"}, FAILS),
        ("a fine too: 行政处罚法 67(3) counts", {"decision_kinds": Penalty.GAIN | Penalty.FINE}, APART),
        ("deferred", {"deferred_until": "2026-01-30"}, APART),
    ]),
    *table("SC-072-1", {**SERVED, "decision_kinds": Penalty.FINE}, [
        ("on the last day", {"paid_on": "2025-12-01"}, PASSES),
        ("a day late", {"paid_on": "2025-12-02"}, FAILS),
        ("still owed", {"today": "2025-12-01"}, OPEN),
    ]),
    *table("SC-074", {**SERVED, "deferred_on": "2025-11-26"}, [
        ("asked, then granted with a term", {"defer_applied_on": "2025-11-24", "deferred_until": "2026-02-27"}, PASSES),
        ("granted before it was asked", {"defer_applied_on": "2025-11-27", "deferred_until": "2026-02-27"}, FAILS),
        ("a term already over", {"defer_applied_on": "2025-11-24", "deferred_until": "2025-11-26"}, FAILS),
        ("no term", {"defer_applied_on": "2025-11-24"}, OPEN),
        ("not granted", {"deferred_on": None}, OPEN),
    ]),
    # Mon 1 Jun 2026: 2-5 (4), 8-12 (9), Mon 15: the tenth working day; from Tue 16
    *table("SC-076-1", {**SERVED, "demanded_on": "2026-06-01"}, [
        ("the day after the tenth", {"court_applied_on": "2026-06-16"}, PASSES),
        ("on the tenth", {"court_applied_on": "2026-06-15"}, FAILS),
        ("no demand served", {"demanded_on": None, "court_applied_on": "2026-06-16"}, OPEN),
        ("not applied", {}, OPEN),
    ]),
    # Fri 14 Nov 2025 and six months: Thu 14 May 2026; three more: Fri 14 Aug 2026
    *table("SC-076-1-ripe", SERVED, [
        ("the day after six months", {"court_applied_on": "2026-05-15"}, PASSES),
        ("on the last day to sue", {"court_applied_on": "2026-05-14"}, FAILS),
        ("not applied", {}, OPEN),
        ("the party has sued", {"remedy_started_on": "2026-01-05", "court_applied_on": "2026-05-14"}, APART),
    ]),
    *table("SC-076-1-late", SERVED, [
        ("on the last day", {"court_applied_on": "2026-08-14"}, PASSES),
        ("the day after, a Monday", {"court_applied_on": "2026-08-17"}, FAILS),
        # deferred until Tue 30 Jun 2026: three months to Wed 30 Sep
        ("deferred, on the last day", {"deferred_until": "2026-06-30", "court_applied_on": "2026-09-30"}, PASSES),
        ("deferred, the day after", {"deferred_until": "2026-06-30", "court_applied_on": "2026-10-01"}, FAILS),
        ("deferred within the time to sue", {"deferred_until": "2026-01-30", "court_applied_on": "2026-08-14"}, PASSES),
        ("not applied", {}, OPEN),
    ]),
    # Mon 24 Nov 2025: 25-28 (4), 1-5 Dec (9), 8-12 (14), Mon 15 Dec
    *table("SC-077", {**M, "closing_since": "2025-11-24"}, [
        ("on the fifteenth working day", {"closed_on": "2025-12-15"}, PASSES),
        ("on the sixteenth", {"closed_on": "2025-12-16"}, FAILS),
        ("still open on the fifteenth", {"today": "2025-12-15"}, OPEN),
        ("still open on the sixteenth", {"today": "2025-12-16"}, FAILS),
        ("the simple procedure", {"procedure": "simple", "closed_on": "2025-12-16"}, APART),
    ]),
    # Wed 12 Nov 2025: 13 14, 17-20, Fri 21: the seventh working day
    *table("SC-081", {**M, "outcome": "penalty", "decided_on": "2025-11-12"}, [
        ("on the seventh day", {"served_on": "2025-11-21"}, PASSES),
        ("on the eighth, Mon 24", {"served_on": "2025-11-24"}, FAILS),
        ("still open", {"today": "2025-11-21"}, OPEN),
    ]),
    # Mon 24 Nov 2025: Thu 27 is the third working day
    *table("SC-063-2", {**M, "published_on": "2025-11-20", "overturned_on": "2025-11-24"}, [
        ("on the third day", {"withdrawn_on": "2025-11-27"}, PASSES),
        ("on the fourth", {"withdrawn_on": "2025-11-28"}, FAILS),
        ("still to be seen on the third", {"today": "2025-11-27"}, OPEN),
    ]),
    # Fri 14 Nov 2025: Tue 18 is the second working day
    *table("SC-073", {**M, "collected_on": "2025-11-14", "collected_afloat": False}, [
        ("on the second day", {"remitted_on": "2025-11-18"}, PASSES),
        ("on the third", {"remitted_on": "2025-11-19"}, FAILS),
        ("still kept on the second", {"today": "2025-11-18"}, OPEN),
    ]),
    *table("SC-082-2", {**SERVED, "service_method": "left"}, [
        ("before a witness or a camera", {"witnessed": True}, PASSES),
        ("before nobody", {"witnessed": False}, FAILS),
        ("not known", {}, OPEN),
        ("handed over", {"service_method": "direct", "witnessed": False}, APART),
    ]),
    *table("SC-082-3", {**SERVED, "service_method": "electronic", "service_recorded": True}, [
        ("on the day it arrived", {"arrived_on": "2025-11-14"}, PASSES),
        ("on the day it was sent", {"arrived_on": "2025-11-17"}, FAILS),
        ("no screenshot", {"arrived_on": "2025-11-14", "service_recorded": False}, FAILS),
        ("arrival not known", {}, OPEN),
    ]),
    # Fri 14 Nov 2025 and 30 days: Sun 14 Dec, rolls to Mon 15; served from Tue 16
    *table("SC-082-5", {**M, "service_method": "announcement", "announced_on": "2025-11-14"}, [
        ("the day after the thirtieth", {"served_on": "2025-12-16"}, PASSES),
        ("on the thirtieth", {"served_on": "2025-12-15"}, FAILS),
        # Mon 3 Nov 2025 and 30 days: Wed 3 Dec
        ("a Wednesday, the day after", {"announced_on": "2025-11-03", "served_on": "2025-12-04"}, PASSES),
        ("a Wednesday, on the day", {"announced_on": "2025-11-03", "served_on": "2025-12-03"}, FAILS),
        ("never announced", {"announced_on": None, "served_on": "2025-12-16"}, OPEN),
        ("still hanging", {}, OPEN),
    ]),
    *table("SC-082-5-notice", {**M, "notice_announced_on": "2025-11-14"}, [
        ("the day after the thirtieth", {"notified_on": "2025-12-16"}, PASSES),
        ("on the thirtieth", {"notified_on": "2025-12-15"}, FAILS),
        ("a Wednesday, the day after", {"notice_announced_on": "2025-11-03", "notified_on": "2025-12-04"}, PASSES),
        ("a Wednesday, on the day", {"notice_announced_on": "2025-11-03", "notified_on": "2025-12-03"}, FAILS),
        ("still hanging", {}, OPEN),
    ]),
    *table("SC-082-5b", {**M, "announced_on": "2025-11-14", "announce_reasoned": True}, [
        ("posted, on film", {"announce_posted": True, "announce_photographed": True}, PASSES),
        ("posted, not on film", {"announce_posted": True, "announce_photographed": False}, FAILS),
        ("in the newspaper", {"announce_posted": False, "announce_photographed": False}, PASSES),
        ("no word why", {"announce_reasoned": False, "announce_photographed": True}, FAILS),
        ("not known how", {"announce_photographed": False}, OPEN),
        ("not announced", {"announced_on": None}, OPEN),
    ]),
    *table("SC-083-1", {**SERVED, "served_at": "confirmed"}, [
        ("an address confirmed before", {"address_confirmed_on": "2025-09-24"}, PASSES),
        ("confirmed only afterwards", {"address_confirmed_on": "2025-11-17"}, FAILS),
        ("never confirmed", {}, OPEN),
        ("received in person", {"served_at": "received"}, APART),
    ]),
    *table("SC-083-2", {**SERVED, "served_at": "confirmed"}, [
        ("left there that day", {"service_method": "direct", "left_on": "2025-11-14"}, PASSES),
        ("left there another day", {"service_method": "direct", "left_on": "2025-11-13"}, FAILS),
        ("sent back that day", {"service_method": "post", "returned_on": "2025-11-14"}, PASSES),
        ("sent back another day", {"service_method": "post", "returned_on": "2025-11-17"}, FAILS),
        ("day not known", {"service_method": "post"}, OPEN),
        ("by announcement", {"service_method": "announcement"}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says


@pytest.mark.parametrize(
    ("answers", "rule"),
    [
        ({"service_method": "left", "witness": False}, "SC-082-2"),
        ({"service_method": "electronic", "reference": "回执 1", "arrived_on": "2025-11-13", "service_recorded": True}, "SC-082-3"),
        ({"service_method": "announcement"}, "SC-082-5"),
        ({"service_method": "direct", "served_at": "confirmed", "left_on": "2025-11-14"}, "SC-083-1"),
    ],
)
def test_service_is_refused(answers: dict[str, Any], rule: str):
    assert rule in Story().until("decide").refused("serve", "2025-11-14T10:00", answers)


def test_a_confirmed_address_will_do():
    story = (
        Story()
        .until("decide")
        .take("confirm_address", "2025-11-12T15:00", {"address": "清河路 12 号", "receiver": "王某", "phone": "13800001234", "service_consented": False})
    )
    assert story.refused("serve", "2025-11-14T10:00", {"served_at": "confirmed", "left_on": "2025-11-14"}) == []


def test_an_announcement_says_why_and_shows_itself():
    story = Story().until("decide")
    posted = {"reason": "下落不明，其他方式无法送达", "where": "公告栏和住所地", "photographed": False, "announce_posted": True}
    assert story.refused("announce", "2025-11-14T10:00", posted) == ["SC-082-5b"]
    story.take("announce", "2025-11-14T10:00", {**posted, "photographed": True})
    assert "SC-082-5" in story.refused("serve", "2025-12-15T10:00", {"service_method": "announcement"})
    assert story.refused("serve", "2025-12-16T10:00", {"service_method": "announcement"}) == []
