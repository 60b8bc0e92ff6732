"""The year of an organ, of a person, of a government; a township's penalty case. Step by step, unlawful steps refused by rule."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from fadu.law.calendar import civil, number
from fadu.law.facts import minutes
from fadu.law.parameters import OutsideValidity, load
from fadu.law.registry import procedure_of
from fadu.law.rules import Verdict
from fadu.law.vocabulary import lists
from fadu.law.vocabulary.kinds import LABELS
from tests.law.story import Story, bench

PACKS = Path(__file__).parents[2] / "localities"


def numbers_of(procedure: str, pack: str, on: str) -> dict[str, Any]:
    """The numbers of a place, as a record of that day begins with them."""
    place, known = load(PACKS, pack), {}
    for fact, parameter in procedure_of(procedure).parameters.items():
        try:
            value = place.value(parameter, date.fromisoformat(on)).value
        except OutsideValidity:
            continue
        known[fact.name] = value if isinstance(value, int | str) else int(value * 100)
    return known


def verdicts(story: Story, today: str) -> dict[str, Verdict]:
    """What every rule of the grain says of the record that day."""
    return bench(story.state.course.grain).verdicts(story.state.facts, number(date.fromisoformat(today)))


# --- an organ


def organ(pack: str, on: str, **opening: Any) -> Story:
    data = {"cause": "年度行政执法职责", "year": int(on[:4]), "organ_role": "enforcer", "organ_rank": "county", **opening}
    return Story("organ.year", **numbers_of("organ.year", pack, on)).take("open_organ_year", f"{on}T09:00", data)


def test_the_year_of_an_organ_in_heilongjiang():
    story = organ("heilongjiang", "2026-01-05", av_class="a")
    assert verdicts(story, "2026-01-31")["P2-1-3"] is Verdict.NOT_YET_JUDGED
    assert verdicts(story, "2026-02-01")["P2-1-3"] is Verdict.FAILS  # 31 January has passed without the statistics
    story.take("note_publication", "2026-01-28T10:00", {"stats_published_on": "2026-01-28", "stats_reported_on": "2026-01-28"})
    story.take("note_people", "2026-03-02T10:00", {"officers": 30, "reviewers": 2})
    story.take("note_means", "2026-03-02T10:20", {"recorders": 15})
    found = verdicts(story, "2026-03-03")
    assert (found["P2-1-3"], found["P2-A"], found["P2-3-1"]) == (Verdict.PASSES, Verdict.PASSES, Verdict.FAILS)  # 7% of 30 are 2.1
    story.take("note_people", "2026-05-06T10:00", {"reviewers": 3})
    assert verdicts(story, "2026-05-06")["P2-3-1"] is Verdict.PASSES
    story.take("close_organ_year", "2026-12-31T16:00", {"summary": "年度职责基本完成。", "opinion": "同意。"})
    found = verdicts(story, "2026-12-31")
    assert found["P2-5"] is Verdict.FAILS  # no session on the three systems was noted
    assert found["P1-6-a"] is Verdict.DOES_NOT_APPLY
    assert story.state.ended


def test_a_township_of_xinglong_is_judged_by_its_own_numbers():
    story = organ("xinglong", "2026-01-05", organ_role="township", organ_rank="town")
    story.take("note_people", "2026-02-02T10:00", {"team_posts": 22, "team_fulltime": 6, "small_township": False, "officers": 6})
    story.take("note_means", "2026-02-02T10:30", {"office_area": 48, "office_area_most": 60})
    found = verdicts(story, "2026-02-03")
    assert (found["P1-6-a"], found["P1-6-b"], found["P1-F3"], found["P1-F2"]) == (Verdict.FAILS, Verdict.PASSES, Verdict.PASSES, Verdict.PASSES)
    assert found["P1-8-a"] is Verdict.DOES_NOT_APPLY  # the county's paper on the class is not registered
    assert found["P2-1-5"] is Verdict.DOES_NOT_APPLY


@pytest.mark.parametrize(
    ("pack", "on", "last"), [("liaocheng", "2024-06-03", "2024-11-30"), ("xinshao", "2024-08-01", "2024-12-31"), ("tianjin-hebei", "2024-07-01", "2024-12-31")]
)
def test_one_duty_has_its_own_last_day_in_each_place(pack: str, on: str, last: str):
    story = organ(pack, on)
    assert civil(story.state.facts["catalog_by"]).isoformat() == last
    story.take("note_items", f"{last}T10:00", {"catalog_made_on": last})
    assert verdicts(story, "2025-01-02")["P3-5"] is Verdict.PASSES


def test_the_demonstration_county_is_judged_by_the_numbers_it_has():
    story = organ("demo", "2026-01-05", av_class="b")
    story.take("note_people", "2026-02-02T10:00", {"officers": 7, "reviewers": 1})
    story.take("note_means", "2026-02-02T10:00", {"recorders": 2})
    found = verdicts(story, "2026-02-03")
    assert (found["P2-B"], found["P2-3-1"], found["P2-1-3"]) == (Verdict.FAILS, Verdict.PASSES, Verdict.DOES_NOT_APPLY)


def test_no_form_of_an_organs_year_is_long_and_nothing_in_it_must_be_answered():
    course = procedure_of("organ.year")
    notes = [step for step in course.steps if step.side and step.name != "correct"]
    assert len(notes) >= 7
    assert all(len(step.asks) <= 25 for step in notes)
    assert not any(asked.required for step in notes for asked in step.asks if step.name in {"note_people", "note_means", "note_items", "note_watch"})


# --- a person


def person(pack: str, on: str, **opening: Any) -> Story:
    data = {
        "cause": "年度培训和证件",
        "officer_name": "王芳",
        "officer_year": int(on[:4]),
        "officer_employment": "established",
        "officer_post": "enforcing",
        **opening,
    }
    return Story("officer.record", **numbers_of("officer.record", pack, on)).take("open_officer", f"{on}T09:00", data)


def lesson(kind: str, hours: int) -> dict[str, Any]:
    return {"kind": kind, "hours": hours, "held_on": "2025-05-12", "course": "行政处罚法", "held_by": "县司法局"}


def test_hours_add_up_by_kind():
    story = person("liaocheng", "2025-01-06")
    story.take("note_lessons", "2025-05-12T17:00", lesson("public", 16)).take("note_lessons", "2025-06-12T17:00", lesson("public", 14))
    story.take("note_lessons", "2025-07-12T17:00", lesson("practice", 29)).take("note_lessons", "2025-08-12T17:00", lesson("thought", 15))
    assert (story.state.facts["officer_hours"], story.state.facts["officer_hours_public"]) == (59, 30)
    assert verdicts(story, "2025-12-31")["P3-2-c"] is Verdict.NOT_YET_JUDGED
    story.take("close_officer", "2025-12-31T16:00", {"opinion": "同意。"})
    found = verdicts(story, "2025-12-31")
    assert (found["P3-1"], found["P3-2-c"], found["P4-1-2"]) == (Verdict.PASSES, Verdict.FAILS, Verdict.DOES_NOT_APPLY)


def test_sixty_hours_in_the_demonstration_county():
    story = person("demo", "2026-01-06").take("note_lessons", "2026-05-12T17:00", lesson("business", 60))
    assert verdicts(story, "2026-12-31")["P4-1-2"] is Verdict.PASSES


def test_back_on_duty_after_forty_hours_and_an_examination():
    story = person("liaocheng", "2025-01-06")
    story.take("suspend_officer", "2025-03-03T10:00", {"officer_suspend_ground": "appraisal", "reason": "考核不合格", "opinion": "同意。"})
    story.take("note_lessons", "2025-03-20T17:00", lesson("return", 39))
    asked = {"officer_return_asked_on": "2025-04-01", "officer_return_exam": True, "examined_by": "市司法局"}
    assert story.refused("return_officer", "2025-04-01T10:00", {"opinion": "同意。"}) == ["P3-3"]
    story.take("ask_back", "2025-04-01T10:00", asked)
    assert story.refused("return_officer", "2025-04-02T10:00", {"opinion": "同意。"}) == ["P3-3"]  # an hour short
    story.take("note_lessons", "2025-04-02T17:00", lesson("return", 1)).take("return_officer", "2025-04-03T10:00", {"opinion": "同意。"})
    assert story.state.stage == "serving"
    story.take("suspend_officer", "2025-06-03T10:00", {"officer_suspend_ground": "fault", "reason": "过错", "opinion": "同意。"})
    assert story.refused("return_officer", "2025-06-04T10:00", {"opinion": "同意。"}) == ["P3-3"]  # the lessons of the first time do not count


def test_no_credential_for_a_worker_and_no_duty_without_one():
    worker = person("xinglong", "2025-01-06", officer_employment="worker").take(
        "note_exam", "2025-02-10T10:00", {"officer_public_exam": True, "officer_special_exam": True}
    )
    assert worker.refused("certify_officer", "2025-03-03T10:00", {"number": "冀1", "valid_until": "2030-03-02"}) == ["P1-2", "HB-040-3"]
    clerk = person("xinglong", "2025-01-06")
    assert clerk.refused("certify_officer", "2025-03-03T10:00", {"number": "冀2", "valid_until": "2030-03-02"}) == ["P1-2"]
    clerk.take("note_exam", "2025-02-10T10:00", {"officer_public_exam": True, "officer_special_exam": True})
    assert clerk.refused("start_officer", "2025-03-02T10:00", {"unit": "综合行政执法队"}) == ["HB-010-2"]
    clerk.take("certify_officer", "2025-03-03T10:00", {"number": "冀2", "valid_until": "2030-03-02"})
    clerk.take("start_officer", "2025-03-03T14:00", {"unit": "综合行政执法队"})


def test_who_retires_hands_in_the_credential():
    story = person("xinglong", "2025-01-06").take("leave_officer", "2025-06-30T10:00", {"officer_left_how": "retired", "officer_left_on": "2025-06-30"})
    assert story.state.course.turn("left", story.state.facts) == "take_credential"
    assert story.refused("close_officer", "2025-12-31T10:00", {"opinion": "同意。"}) == ["P1-4"]
    taken = {"officer_credential_taken": "withdrawn", "officer_credential_taken_on": "2025-06-30", "officer_cancel_asked_on": "2025-07-01"}
    story.take("take_credential", "2025-07-01T10:00", taken).take("close_officer", "2025-12-31T10:00", {"opinion": "同意。"})
    assert story.state.ended


# --- a government


def test_the_year_of_a_county_in_hebei():
    story = Story("locality.year", **numbers_of("locality.year", "xinglong", "2023-01-04"))
    story.take(
        "open_locality_year", "2023-01-04T09:00", {"cause": "年度执法工作", "government": "兴隆县人民政府", "locality_year": 2023, "locality_rank": "county"}
    )
    story.take("note_grants", "2023-06-01T09:00", {
        "locality_list_outside_guide": 0, "locality_list_reviewed_on": "2023-04-03", "locality_list_filed_on": "2023-04-20", "locality_list_published_on": "2023-05-04",
        "locality_list_evaluated_on": "2023-05-30", "locality_transition_began_on": "2022-01-18", "locality_joint_actions": 3, "locality_cases_reversed": 1,
        "locality_organs_concerned": 2, "locality_organs_lowered": 1,
    })  # fmt: skip
    found = verdicts(story, "2023-06-01")
    assert [found[rule] for rule in ("HB-012-3", "HB-012-4", "P1-13", "P1-18")] == [Verdict.PASSES, Verdict.PASSES, Verdict.PASSES, Verdict.FAILS]
    story.take("note_grants", "2023-12-20T09:00", {"locality_organs_lowered": 2})
    assert verdicts(story, "2023-12-20")["P1-18"] is Verdict.PASSES
    story.take("close_locality_year", "2023-12-31T09:00", {"summary": "已完成。", "opinion": "同意。"})
    assert story.state.ended


def test_the_quality_plan_of_a_city():
    story = Story("locality.year", **numbers_of("locality.year", "liaocheng", "2024-06-03"))
    story.take(
        "open_locality_year", "2024-06-03T09:00", {"cause": "年度执法工作", "government": "聊城市人民政府", "locality_year": 2024, "locality_rank": "city"}
    )
    story.take(
        "note_quality", "2024-10-31T09:00", {"locality_mid_assessed_on": "2024-10-31", "locality_consult_departments": 13, "locality_consult_meetings": 2}
    )
    found = verdicts(story, "2024-11-01")
    assert (found["P3-E2"], found["P3-M"], found["P3-7"]) == (Verdict.NOT_YET_JUDGED, Verdict.PASSES, Verdict.NOT_YET_JUDGED)
    assert verdicts(story, "2025-04-01")["P3-7"] is Verdict.FAILS


# --- the stories that are told through the door


@pytest.mark.parametrize("name", ["organ_year", "officer_record", "locality_year"])
def test_a_story_of_the_data_is_lawful_to_its_end(name: str):
    told = json.loads((Path(__file__).parents[2] / "localities" / "demo" / "acts" / f"{name}.json").read_text("utf-8"))
    story = Story(told["procedure"], **numbers_of(told["procedure"], "demo", "2026-01-05"))
    for step in told["steps"]:
        story.take(step["step"], step["at"], step["data"])
    assert story.state.ended
    failing = [rule for rule, found in verdicts(story, told["steps"][-1]["at"][:10]).items() if found is Verdict.FAILS]
    assert failing == []


# --- a township's case

TOWNSHIP = {"place_code": "130822", "publish_days": 7, "agency_kind": "township", "grant_published": True, "field": "emergency"}


def test_a_township_without_a_grant_may_not_file():
    story = Story(**{**TOWNSHIP, "grant_published": False}).take("register", "2025-09-22T09:00")
    assert story.refused("file", "2025-09-23T10:00") == ["CF-024-1"]


def test_a_township_beyond_its_delegation_may_not_file():
    entrusted = {
        **TOWNSHIP, "agency_kind": "entrusted", "delegatee_township": True, "delegation_lawful": True, "delegation_filed": True, "delegation_terms": True,
        "delegation_published": True, "delegation_in_name": True, "delegation_passed_on": False, "delegatee_public": True, "delegatee_certified": 4,
        "delegatee_needs_technique": False,
    }  # fmt: skip
    outside = Story(**entrusted, delegation_in_scope=False).take("register", "2025-09-22T09:00")
    assert outside.refused("file", "2025-09-23T10:00") == ["CF-020-4", "HB-014"]
    unfiled = Story(**{**entrusted, "delegation_filed": False}, delegation_in_scope=True).take("register", "2025-09-22T09:00")
    assert unfiled.refused("file", "2025-09-23T10:00") == ["HB-014"]
    assert Story(**entrusted, delegation_in_scope=True).take("register", "2025-09-22T09:00").refused("file", "2025-09-23T10:00") == []


def test_a_county_bureau_leaves_to_townships_what_was_handed_down():
    story = Story(place_code="130822", granted_away=True).take("register", "2025-09-22T09:00")
    assert story.refused("file", "2025-09-23T10:00") == ["P1-13-b", "HB-012-5"]
    told = {"township_told_on": "2025-09-22"}
    passing = {"to_organ": "兴隆镇人民政府", "reason": "已经下放", "materials": "线索材料", "opinion": "同意。"}
    assert story.refused("transfer_agency", "2025-09-23T10:00", passing) == ["HB-033-2"]
    story.take("note_clue_duty", "2025-09-22T15:00", told).take("transfer_agency", "2025-09-23T10:00", passing)


def test_what_a_township_of_xinglong_has_to_show_before_it_decides():
    story = Story(**TOWNSHIP)
    moments = [
        ("register", "2025-09-22T09:00"),
        ("file", "2025-09-23T10:00"),
        ("inspect", "2025-09-24T09:00"),
        ("question", "2025-09-24T14:00"),
        ("collect", "2025-09-24T16:00"),
    ]
    for name, at in moments:
        story.take(name, at)
    story.take("order_correction", "2025-10-09T10:00")
    assert story.refused("conclude", "2025-10-10T15:00") == ["P1-7-c"]
    told = [part.name for part in lists.SceneTold]
    story.take("note_local", "2025-09-24T17:00", {"scene_told": told, "benchmark_level": "county", "benchmark_within": False})
    for name, at in (
        ("conclude", "2025-10-10T15:00"), ("review_case", "2025-10-14T10:00"), ("approve_proposal", "2025-10-15T10:00"), ("notify", "2025-10-16T10:00"),
        ("request_hearing", "2025-10-20T10:00"), ("notify_hearing", "2025-10-21T10:00"), ("hold_hearing", "2025-11-03T09:30"),
        ("report_hearing", "2025-11-06T10:00"), ("review", "2025-11-07T10:00"), ("discuss", "2025-11-10T10:00"),
    ):  # fmt: skip
        story.take(name, at)
    local = {"HB-008-1", "P1-10-b", "HB-028-2", "HB-028-1", "P1-18-b", "P1-19"}
    assert local <= set(story.refused("decide", "2025-11-12T10:00"))
    story.take("note_local", "2025-11-11T10:00", {
        "discretion_told": True, "issued_as_township": True, "signed_by_chief": True, "review_organ": "county", "benchmark_level": "province",
    })  # fmt: skip
    assert not local & set(story.refused("decide", "2025-11-12T10:00"))
    assert {"P1-10", "HB-016"} <= set(story.refused("decide", "2025-11-12T10:00", by_handler=True))
    story.take("decide", "2025-11-12T10:00")
    assert story.due("P2-1-1") == "2025-11-21"  # Wednesday: 13, 14, 17, 18, 19, 20, 21 November


def test_forfeits_are_taken_in_and_destroyed_under_the_eyes_of_two():
    story = Story(**TOWNSHIP)
    story.state = type(story.state)("penalty.general", "2021", "performed", {
        **story.platform, "decided_on": 20400, "outcome": "penalty", "decision_kinds": 16, "served_on": 20401, "closing_since": 20410, "paid_on": 20410,
    })  # fmt: skip
    taken = {"present": [1], "forfeit_filmed": True, "forfeit_listed": True, "goods": "过期食品 42 箱", "keeper": "罚没仓库"}
    assert story.refused("take_forfeit", "2025-11-14T10:00", taken) == ["HB-030-1"]
    assert "HB-030-1" in story.refused("close", "2025-11-28T10:00")
    story.take("take_forfeit", "2025-11-14T10:00", {**taken, "present": [1, 2]})
    assert "HB-030-1" not in story.refused("close", "2025-11-28T10:00")
    burnt = {"goods": [{"name": "过期食品", "quantity": 42, "unit": "箱"}], "way": "destroy", "how": "焚烧", "present": [1, 2]}
    assert "HB-030-4" in story.refused("dispose_goods", "2025-11-26T15:00", burnt)
    story.take("approve_destruction", "2025-11-25T10:00", {"goods": "过期食品 42 箱", "reason": "不能食用", "opinion": "同意。"})
    story.take("destroy_goods", "2025-11-26T10:00", {"present": [1, 2], "destroy_filmed": True, "place": "处理厂", "how": "焚烧"})
    story.take("dispose_goods", "2025-11-26T15:00", burnt)


def test_a_recording_is_stored_within_the_hours_of_the_place():
    """When it was made and when it came in follow from the recording: the step asks its number alone."""
    story = Story(upload_hours=24, place_code="230103")
    for name, at in (("register", "2025-09-22T09:00"), ("file", "2025-09-23T10:00"), ("inspect", "2025-09-24T09:00")):
        story.take(name, at)
    kept = Story(upload_hours=24, place_code="230103")
    kept.state = story.state
    made = minutes(datetime.fromisoformat("2025-09-24T10:00"))
    for each, later in ((story, 24 * 60), (kept, 24 * 60 + 1)):
        each.platform |= {"recorded_at": made, "recording_stored_at": made + later}
        each.take("store_recording", "2025-09-26T10:00", {"recording": "示市监像〔2025〕1号"})
    assert (verdicts(story, "2025-09-26")["P2-2-2"], verdicts(kept, "2025-09-26")["P2-2-2"]) == (Verdict.PASSES, Verdict.FAILS)


def test_every_member_of_the_lists_is_named():
    kinds = [value for value in vars(lists).values() if isinstance(value, type) and value.__module__ == lists.__name__]
    assert len(kinds) == 14
    for kind in kinds:
        names = [LABELS[member] for member in kind]
        assert len(set(names)) == len(names) > 1
