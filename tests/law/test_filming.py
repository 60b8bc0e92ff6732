"""音像记录: the rules by worded tables, the coverage of a scene against a count second by second."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fadu.law.filming.rules import RULES
from fadu.law.filming.scenes import GAP, SCENES, Film, Happened, Kind, Must, bits, gaps, scenes, storing
from fadu.law.registry import procedures, rule_of
from fadu.law.rules import Clock, Grade
from fadu.law.vocabulary.marks import Scene as Marked
from fadu.law.vocabulary.special import Act
from tests.law.judging import APART, FAILS, OPEN, PASSES, covers, verdict

MADE = {"film_rule": True, "upload_hours": 24, "recorded_at": "2026-11-02T10:00"}
ROWS: tuple[tuple[str, str, str, dict[str, Any], Any], ...] = (
    *(
        row
        for grain in ("measure", "enforcement", "inspection")
        for row in (
            (f"P2-2-2-{grain}", grain, "handed in to the minute", {**MADE, "recording_stored_at": "2026-11-03T10:00"}, PASSES),
            (f"P2-2-2-{grain}", grain, "a minute more", {**MADE, "recording_stored_at": "2026-11-03T10:01"}, FAILS),
            (f"P2-2-2-{grain}", grain, "never handed in", MADE, FAILS),
            (f"P2-2-2-{grain}", grain, "no scene yet", {**MADE, "recorded_at": None}, OPEN),
            (f"P2-2-2-{grain}", grain, "the place has no number", {**MADE, "upload_hours": None}, APART),
        )
    ),
    ("P2-2-3-measure", "measure", "all on record", {"film_rule": True, "disposed_on": "2026-11-03", "scenes_unfilmed": 0}, PASSES),
    ("P2-2-3-measure", "measure", "one with a gap", {"film_rule": True, "disposed_on": "2026-11-03", "scenes_unfilmed": 1}, FAILS),
    ("P2-2-3-measure", "measure", "not disposed of yet", {"film_rule": True, "scenes_unfilmed": 1}, OPEN),
    ("P2-2-3-measure", "measure", "no such rule here", {"disposed_on": "2026-11-03", "scenes_unfilmed": 1}, APART),
    ("P2-2-3-measure-why", "measure", "a checked reason", {"film_rule": True, "closed_on": "2026-11-03", "scenes_unexplained": 0}, PASSES),
    ("P2-2-3-measure-why", "measure", "no reason", {"film_rule": True, "closed_on": "2026-11-03", "scenes_unexplained": 1}, FAILS),
    ("P2-2-3-measure-why", "measure", "not closed", {"film_rule": True, "scenes_unexplained": 1}, OPEN),
    ("P2-2-3-enforcement", "enforcement", "all on record", {"film_rule": True, "executed_on": "2026-11-02", "closed_on": "2026-11-03", "scenes_unfilmed": 0}, PASSES),
    ("P2-2-3-enforcement", "enforcement", "a gap", {"film_rule": True, "executed_on": "2026-11-02", "closed_on": "2026-11-03", "scenes_unfilmed": 1}, FAILS),
    ("P2-2-3-enforcement", "enforcement", "not closed", {"film_rule": True, "executed_on": "2026-11-02", "scenes_unfilmed": 1}, OPEN),
    ("P2-2-3-enforcement", "enforcement", "nothing was enforced", {"film_rule": True, "closed_on": "2026-11-03", "scenes_unfilmed": 1}, APART),
    ("P2-2-3-enforcement-why", "enforcement", "explained", {"film_rule": True, "executed_on": "2026-11-02", "closed_on": "2026-11-03", "scenes_unexplained": 0}, PASSES),
    ("P2-2-3-enforcement-why", "enforcement", "not", {"film_rule": True, "executed_on": "2026-11-02", "closed_on": "2026-11-03", "scenes_unexplained": 1}, FAILS),
    ("P2-2-3-enforcement-why", "enforcement", "not closed", {"film_rule": True, "executed_on": "2026-11-02", "scenes_unexplained": 1}, OPEN),
    ("P2-2-3-inspection", "inspection", "filmed or explained", {"film_rule": True, "archived_on": "2026-11-03", "scenes_unexplained": 0}, PASSES),
    ("P2-2-3-inspection", "inspection", "neither", {"film_rule": True, "archived_on": "2026-11-03", "scenes_unexplained": 1}, FAILS),
    ("P2-2-3-inspection", "inspection", "not archived", {"film_rule": True, "scenes_unexplained": 1}, OPEN),
    ("P2-2-3-choice", "case", "filmed or explained", {"film_rule": True, "archived_on": "2026-11-03", "scenes_unexplained": 0}, PASSES),
    ("P2-2-3-choice", "case", "neither", {"film_rule": True, "archived_on": "2026-11-03", "scenes_unexplained": 2}, FAILS),
    ("P2-2-3-choice", "case", "not archived", {"film_rule": True, "scenes_unexplained": 2}, OPEN),
    ("P2-2-3-choice", "case", "elsewhere", {"archived_on": "2026-11-03", "scenes_unexplained": 2}, APART),
)  # fmt: skip


def full(grain: str, facts: dict[str, Any]) -> dict[str, Any]:
    return {name if grain == "case" else f"{grain}_{name}": value for name, value in facts.items() if value is not None}


TABLES = [(rule, says, full(grain, facts), expected) for rule, grain, says, facts, expected in ROWS]


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=[f"{rule} {says}" for rule, says, _, _ in TABLES])
def test_rules_on_recordings(rule, says, facts, expected):
    assert verdict(rule, **facts) is expected, says


def test_every_rule_is_shown_passing_failing_and_open():
    shown = covers(TABLES)
    assert {rule.id: {PASSES, FAILS, OPEN} - shown.get(rule.id, set()) for rule in RULES} == {rule.id: set() for rule in RULES}


def test_only_a_closing_without_a_word_is_refused_what_cannot_be_made_good_is_told():
    blocks = {rule.id for rule in RULES if rule.grade is Grade.BLOCKS and not isinstance(rule, Clock)}
    assert blocks == {"P2-2-3-measure-why", "P2-2-3-enforcement-why"}


def test_the_compulsory_scenes_name_the_three_articles_and_ask_their_times():
    whole = {name: scene for name, scene in SCENES.items() if scene.must is Must.WHOLE}
    assert set(whole) == {"seize", "take_measure", "demolish", "execute_enforcement"}
    named = ["二(二)3(3)", "三(八)", "第十三条"]
    for name, scene in whole.items():
        assert all(str(cite).endswith(place) for cite, place in zip(scene.basis, named, strict=True))
        for course in (course for course in procedures().values() if name in course):
            assert {scene.began, scene.ended} <= {field.name for field in course[name].asks}, course.id
            assert {"store_recording", "explain_unfilmed", "check_unfilmed"} <= {step.name for step in course.steps}, course.id


# --- coverage, against a count of seconds

DAY = datetime(2026, 11, 2, 9)


def at(seconds: int) -> datetime:
    return DAY + timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("says", "spans", "expected"),
    [
        ("one from end to end", [(0, 600)], []),
        ("two with sixty seconds between", [(0, 300), (360, 600)], []),
        ("two with sixty-one seconds between", [(0, 300), (361, 600)], [(300, 361)]),
        ("begins two minutes late", [(120, 600)], [(0, 120)]),
        ("ends two minutes early", [(0, 480)], [(480, 600)]),
        ("begins before, ends after", [(-30, 700)], []),
        ("overlapping, out of order", [(250, 600), (0, 300)], []),
        ("a short one within a long one", [(0, 600), (100, 200)], []),
        ("of another hour", [(4000, 5000)], [(0, 600)]),
        ("none", [], [(0, 600)]),
    ],
)
def test_gaps_of_more_than_a_minute_count(says, spans, expected):
    found = gaps(DAY, at(600), [(at(since), at(until)) for since, until in spans])
    assert [((since - DAY).seconds, (until - DAY).seconds) for since, until in found] == expected, says


@given(length=st.integers(61, 900), spans=st.lists(st.tuples(st.integers(-100, 1000), st.integers(1, 400)), max_size=6))
def test_gaps_are_the_long_runs_of_uncovered_seconds(length, spans):
    """Each second is looked at by itself: the runs that no span covers, of those longer than a minute."""
    covered = [any(since <= second < since + run for since, run in spans) for second in range(length)]
    runs, begun = [], None
    for second, is_covered in enumerate([*covered, True]):
        if not is_covered and begun is None:
            begun = second
        if is_covered and begun is not None:
            runs.append((begun, second))
            begun = None
    expected = [(since, until) for since, until in runs if timedelta(seconds=until - since) > GAP]
    found = gaps(DAY, at(length), [(at(since), at(since + run)) for since, run in spans])
    assert [((since - DAY).seconds, (until - DAY).seconds) for since, until in found] == expected


SEIZED = Happened(3, "seize", {"began_at": "2026-11-02T09:00", "ended_at": "2026-11-02T10:00"})


def film(since: int, until: int, stored: int = 7200, kind: Kind = Kind.SEIZE, seqs: tuple[int, ...] = (3,), moving: bool = True) -> Film:
    return Film(kind, at(since), at(until), at(stored), frozenset(seqs), moving)


def test_a_scene_is_covered_by_what_is_tied_to_its_step_or_shows_the_same():
    assert scenes([SEIZED], [film(0, 3600)])[0].whole
    assert scenes([SEIZED], [film(0, 3600, seqs=())])[0].whole
    assert not scenes([SEIZED], [film(0, 3600, seqs=(), kind=Kind.QUESTION)])[0].any
    assert not scenes([SEIZED], [film(0, 3600, seqs=(4,))])[0].any
    photo = scenes([SEIZED], [film(0, 3600, moving=False)])[0]
    assert (photo.any, photo.whole, photo.lacking) == (True, False, timedelta(hours=1))


def test_what_is_left_or_announced_is_a_scene_what_is_handed_over_is_not():
    served = [Happened(9, "serve", {"service_method": method}) for method in ("direct", "left", "announcement", "post")]
    assert [scene.kind for scene in scenes(served, [])] == [Kind.LEAVE, Kind.ANNOUNCE]


def test_the_clock_starts_with_the_end_of_a_scene_that_nobody_handed_in_a_recording_of():
    end = int((datetime(2026, 11, 2, 10) - datetime(1970, 1, 1)).total_seconds() // 60)
    assert storing(scenes([SEIZED], []), []) == (end, None)
    assert storing(scenes([SEIZED], [], frozenset({3})), []) == (None, None)  # a checked reason: nothing is waited for
    films = [film(0, 3600, stored=7200), film(100, 200, stored=90_000)]
    assert storing(scenes([SEIZED], films), films) == (end - 60 + 3, end - 60 + 1500)  # the one that took longest
    late = [film(0, 3600, stored=3600 + 86_401)]
    made, stored = storing(scenes([SEIZED], late), late)
    assert stored - made == 24 * 60 + 1  # a second too late is a minute too late, never in time


def test_recordings_say_which_scenes_and_acts_are_on_record():
    asked = Happened(2, "question", {"began_at": "2026-11-02T09:00", "ended_at": "2026-11-02T09:10"})
    whole, part = [film(0, 600, kind=Kind.QUESTION, seqs=(2,))], [film(0, 300, kind=Kind.QUESTION, seqs=(2,))]
    assert bits(scenes([asked], whole), whole) == (int(Marked.QUESTIONING), int(Act.QUESTIONING))
    assert bits(scenes([asked], part), part) == (int(Marked.QUESTIONING), 0)
    assert bits([], [film(0, 5, kind=Kind.DECIDE)]) == (0, int(Act.DECIDING))


def test_the_rules_point_where_the_catalogue_points():
    for id_, article in (("P2-2-3-measure", "二(二)3(3)"), ("P2-2-2-measure", "二(二)4(1)"), ("HJ-013-measure", "第十三条"), ("P1-8-b-measure", "三(八)")):
        rule = rule_of(id_)
        bases = dict(zip(rule.ids, rule.bases, strict=True))
        assert article in str(bases[id_])
