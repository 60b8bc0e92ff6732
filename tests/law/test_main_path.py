"""The ordinary market case, from clue to archive, and each unlawful turn of it: what refuses it, by id.

2025: Sun 28 September and Sat 11 October are worked; 1 to 8 October is off.
"""

from datetime import date

import pytest

from tests.law.story import COURSE, Story, bench

DUE = {
    # Mon 22 Sep: 23 24 25 26 28 29 30 Sep, 9 10 11 13 14 15 16 17 Oct: fifteen working days
    ("register", "SC-018-1a"): "2025-10-17",
    # Tue 23 Sep and 90 days: 7 to the end of September, 38 of October, 68 of November, Mon 22 Dec
    ("file", "CF-060"): "2025-12-22",
    # Wed 24 Sep: 25 26 28 29 30 Sep, 9 10 Oct: seven working days
    ("preserve", "CF-056-b"): "2025-10-10",
    # Fri 10 Oct: 11 13 14 15 16 17 20 21 22 23: ten working days
    ("conclude", "SC-055"): "2025-10-23",
    # Thu 16 Oct: 17 20 21 22 23: five working days
    ("notify", "CF-064-1"): "2025-10-23",
    # the hearing from 20 Oct to 6 Nov is 17 days: 22 Dec + 17 is Thu 8 Jan
    ("report_hearing", "CF-060"): "2026-01-08",
    # Wed 12 Nov: 13 14 17 18 19 20 21: seven working days
    ("decide", "CF-061-1"): "2025-11-21",
    # Fri 14 Nov and 15 days: Sat 29 Nov, rolls to Mon 1 Dec
    ("serve", "CF-067-3"): "2025-12-01",
    # Mon 24 Nov: 25-28 (4), 1-5 Dec (9), 8-12 (14), Mon 15: fifteen working days
    ("pay", "SC-077"): "2025-12-15",
}


def test_the_ordinary_case_runs_from_clue_to_archive():
    story = Story()
    for name, at in COURSE:
        story.take(name, at)
        for (step, clock), due in DUE.items():
            if step == name:
                assert story.due(clock) == due, (name, clock)
    assert story.state.ended
    assert story.state.stage == "archived"


def test_the_clock_stands_still_during_the_hearing():
    story = Story().until("request_hearing")
    assert story.due("CF-060") is None
    assert story.take("notify_hearing", "2025-10-21T10:00").take("hold_hearing", "2025-11-03T09:30").due("CF-060") is None


def test_without_hearing_the_case_is_decided_after_five_working_days():
    story = Story().until("notify")
    # Thu 16 Oct: the fifth working day is Thu 23; Friday is the first lawful one
    assert {"SC-057-2", "CF-064-1-wait"} <= set(story.refused("discuss", "2025-10-20T10:00") + story.refused("decide", "2025-10-23T17:00"))
    story.take("discuss", "2025-10-20T10:00").take("decide", "2025-10-24T09:00")
    assert story.state.stage == "decided"


UNLAWFUL = [
    ("one officer", "file", "inspect", "2025-09-24T09:00", {}, {"certified_officers": 1}, "CF-042-1b"),
    ("lapsed credential", "file", "inspect", "2025-09-24T09:00", {}, {"uncertified_officers": 1}, "CF-042-1a"),
    ("two handlers wanting", "register", "file", "2025-09-23T10:00", {"conditions": ["evidence", "punishable", "jurisdiction"]}, {}, "SC-019-1"),
    ("no review before approval", "conclude", "approve_proposal", "2025-10-13T10:00", {}, {}, "SC-052-1"),
    ("told before approval", "review_case", "notify", "2025-10-14T15:00", {}, {}, "SC-056"),
    ("reviewer is handler", "conclude", "review_case", "2025-10-14T10:00", {}, {"by_handler": True}, "SC-049-3"),
    ("legal reviewer is handler", "report_hearing", "review", "2025-11-07T10:00", {}, {"by_handler": True}, "SC-049-3"),
    ("deciding before the 5 working days ran out", "notify", "decide", "2025-10-23T17:00", {}, {}, "SC-057-2"),
    ("no legal review", "report_hearing", "decide", "2025-11-12T10:00", {}, {}, "CF-058-1"),
    ("no panel", "review", "decide", "2025-11-12T10:00", {}, {}, "CF-057-2"),
    ("heavier after defence", "discuss", "decide", "2025-11-12T10:00", {"decision_fine": "100000.01"}, {}, "CF-045-2"),
    ("another kind after defence", "discuss", "decide", "2025-11-12T10:00", {"decision_kinds": ["FINE", "GAIN", "REVOKE_LICENCE"]}, {}, "CF-045-2"),
    ("below the band without reason", "discuss", "decide", "2025-11-12T10:00", {"decision_fine": "64999"}, {}, "CF-034"),
    ("decider is investigator", "discuss", "decide", "2025-11-12T10:00", {}, {"by_handler": True}, "SC-060-1-apart"),
    ("decider is reviewer", "discuss", "decide", "2025-11-12T10:00", {}, {"by_reviewer": True}, "SC-060-1-apart"),
    ("hearing too soon after notice", "request_hearing", "notify_hearing", "2025-10-21T10:00", {"hearing_set_for": "2025-10-30"}, {}, "CF-064-2"),
]


@pytest.mark.parametrize(("done", "name", "at", "data", "known", "rule"), [case[1:] for case in UNLAWFUL], ids=[case[0] for case in UNLAWFUL])
def test_an_unlawful_step_is_refused(done: str, name: str, at: str, data: dict[str, object], known: dict[str, object], rule: str):
    assert rule in Story().until(done).refused(name, at, data, **known)


def test_a_fine_beyond_the_band_needs_its_reason():
    story = Story(discretion_high=90_000_00).until("discuss")
    assert story.refused("decide", "2025-11-12T10:00") == ["CF-034"]
    assert story.refused("decide", "2025-11-12T10:00", {"decision_fine": "90000"}) == []
    assert story.refused("decide", "2025-11-12T10:00", {"deviation": "货值巨大，销售时间长。"}) == []


def test_a_hearing_can_be_asked_for_after_an_early_review():
    story = Story().until("notify").take("review", "2025-10-17T10:00").take("discuss", "2025-10-20T10:00")
    story.take("request_hearing", "2025-10-22T10:00", {"asked_on": "2025-10-22"})
    assert story.state.stage == "hearing"
    assert not {"legal_reviewed_on", "discussed_on"} & story.state.facts.keys()  # both are done again, upon the hearing


def test_the_hearing_asked_for_cannot_be_skipped():
    story = Story().until("request_hearing")
    assert "decide" not in {step.name for step in story.state.course.steps_from("hearing")}
    story.state = story.tried("report_hearing", "2025-11-06T10:00", {})[1]
    assert "CF-063-1-held" in story.refused("decide", "2025-11-12T10:00")


def test_service_on_the_eighth_working_day_waits_for_the_head():
    story = Story().until("decide")
    # Wed 12 Nov: the seventh working day is Fri 21, the eighth Mon 24
    assert story.refused("serve", "2025-11-21T17:00") == []
    assert story.refused("serve", "2025-11-24T09:00") == ["CF-061-1"]
    assert story.take("admit_lateness", "2025-11-24T09:30").refused("serve", "2025-11-24T10:00") == []


def test_legal_review_waits_for_the_hearing_to_close():
    story = Story().until("hold_hearing")
    facts = {**story.state.facts, "legal_reviewed_on": story.state.facts["hearing_notice_on"], "by_handler": False, "review_points": 7}
    assert "SC-050-2" in [finding.rule.id for finding in bench().check("review", facts, date(2025, 10, 31))]
    assert story.take("report_hearing", "2025-11-06T10:00").refused("review", "2025-11-07T10:00") == []


@pytest.mark.parametrize(
    ("kind", "fine", "rule"),
    [("unit", "3000", None), ("unit", "3000.01", "CF-051-b"), ("person", "200", None), ("person", "200.01", "CF-051-a")],
)
def test_the_simple_procedure_keeps_to_its_fines(kind: str, fine: str, rule: str | None):
    story = Story("penalty.simple", basis_fine_least=None, basis_fine_most=5000_00, discretion_low=None, discretion_high=None, discretion_table=None)
    story.take("register_spot", "2025-09-22T09:00", {"party_kind": kind}).take("tell_spot", "2025-09-22T09:30")
    refused = story.refused("decide_spot", "2025-09-22T10:00", {"spot_fine": fine})
    assert rule in refused if rule else refused == []


def test_the_seven_days_to_archive_run_from_a_decision_on_the_spot():
    story = Story("penalty.simple", basis_fine_least=None, basis_fine_most=5000_00, discretion_low=None, discretion_high=None, discretion_table=None)
    story.take("register_spot", "2025-09-22T09:00").take("tell_spot", "2025-09-22T09:30").take("decide_spot", "2025-09-22T10:00")
    assert story.due("SC-070") == "2025-09-30"  # Mon 22 Sep: 23 24 25 26, Sun 28 worked, 29, Tue 30
