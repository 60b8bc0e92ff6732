"""Cases of ecology, public order and traffic as they go, with what refuses an unlawful step."""

from typing import Any

from fadu.law.vocabulary.kinds import Penalty
from tests.law.story import Story

SEVEN = ["POWER", "OFFICERS", "PROCEDURE", "FACTS", "BASIS", "PAPERS", "CRIME"]
WASTE = {
    "field": "ecology", "basis_kinds": int(Penalty.FINE | Penalty.REVOKE_LICENCE | Penalty.OTHER), "basis_fine_least": 100_000_00,
    "basis_fine_most": 1_000_000_00, "hearing_threshold": 200_000_00, "discretion_low": 100_000_00, "discretion_high": 1_000_000_00,
}  # fmt: skip
REGISTERED = {
    "clue_source": "report", "clue_received_on": "2026-08-17", "cause": "未经处理排放废水", "violation_began_on": "2026-08-15",
    "party_name": "示范县清河印染厂", "summary": "废水经雨水口直接排放。",
}  # fmt: skip
CONCLUDED = {
    "facts_found": "当事人停运治污设施，直接排放废水。", "gain": None, "harm": "real", "first_offence": False, "proposed_kinds": ["FINE"],
    "proposed_fine": "300000", "complex_or_major": False, "major_rights": False, "review_triggers": ["COMPLEX"], "nature": "逃避监管排放水污染物",
}  # fmt: skip


def factory(**platform: Any) -> Story:
    """A dye works that lets its waste water run, up to the notice."""
    story = Story(**{**WASTE, **platform})
    story.take("register", "2026-08-17T09:00", REGISTERED)
    story.take(
        "note_ecology", "2026-08-17T10:00", {"supervised": True, "reporter_named": True, "aggravations": ["MALICE"], "heavier": True, "daily_kind": "statute"}
    )
    story.take("file", "2026-08-24T10:00")
    story.take("inspect", "2026-08-25T09:00", {"began_at": "2026-08-25T09:00", "ended_at": "2026-08-25T10:00"})
    story.take("question", "2026-08-25T14:00", {"began_at": "2026-08-25T14:00", "ended_at": "2026-08-25T15:00"})
    story.take("order_correction", "2026-08-26T10:00", {"until": "2026-09-01"})
    story.take("conclude", "2026-08-31T10:00", CONCLUDED)
    return story.take("review_case", "2026-09-01T10:00").take("approve_proposal", "2026-09-02T10:00")


def decided(story: Story) -> Story:
    """Heard in nothing, reviewed in seven items, fined 300,000."""
    story.take("notify", "2026-09-03T10:00")
    story.take("review", "2026-09-11T09:00")
    story.take("note_eco_review", "2026-09-11T10:00", {"eco_review": SEVEN})
    return story.take("decide", "2026-09-11T15:00", FINE)


FINE = {"decision_kinds": ["FINE"], "decision_fine": "300000", "decision_gain": None, "content": "罚款 300,000 元。", "transcript_followed": None}


def test_a_discharge_is_fined_published_paid_closed_and_filed_above():
    story = factory()
    assert story.due("SH-018") == "2026-09-01"  # Mon 17 Aug and fifteen days
    assert story.due("SH-057-1") is None
    assert story.due("CF-060") == "2026-11-23"  # Mon 24 Aug and ninety days: Sun 22 Nov, so Monday
    decided(story)
    assert story.due("SH-065") == "2026-09-21"  # Fri 11 Sep: 14 to 18, Sun 20 (worked), Mon 21
    story.take("serve", "2026-09-14T10:00")
    story.take("note_ecology_after", "2026-09-14T11:00", {"published_parts": ["NUMBER", "PARTY", "FACTS", "RESULT", "ORGAN"]})
    story.take("publish", "2026-09-15T10:00")
    story.take("recheck", "2026-09-16T10:00", {"present": [1, 2], "recheck_found": "corrected", "found": "设施已正常运行。"})
    story.take("pay", "2026-09-24T10:00", {"instalment": "300000"})
    assert story.refused("close", "2026-09-28T10:00") == ["HJF-146-1", "HJF-054-2"]
    story.take("note_ecology_after", "2026-09-28T11:00", {"report_answered_on": "2026-09-28", "credit_recorded_on": "2026-09-28"})
    story.take("close", "2026-09-28T12:00")
    assert story.due("SH-083-2") == "2026-10-19"  # twenty days: Sun 18 Oct, so Monday
    story.take("note_ecology_after", "2026-10-19T10:00", {"supervised_filed_on": "2026-10-19"})
    story.take("archive", "2026-10-20T10:00")
    assert story.state.ended


def test_who_does_not_mend_is_fined_by_the_day():
    story = decided(factory()).take("serve", "2026-09-14T10:00")
    story.take("recheck", "2026-09-15T10:00", {"present": [1, 2], "recheck_found": "continuing", "found": "仍在排放。"})
    by_day = {"daily_kind": "statute", "fine_factors": ["RUNNING_COST"], "daily_days": 20, "daily_fine": "6000000", "reason": "继续排放。", "opinion": "同意。"}
    # ordered on 26 Aug, found on 15 Sep: twenty days from 27 Aug
    assert story.refused("decide_daily", "2026-09-16T10:00", {**by_day, "daily_days": 21}) == ["HJF-1060-1-days", "HJF-1060-1-sum"]
    assert story.refused("decide_daily", "2026-09-16T10:00", {**by_day, "daily_kind": "local_rule"}) == ["HJF-1060-3"]
    story.take("decide_daily", "2026-09-16T10:00", by_day)
    story.take("pay", "2026-09-24T10:00", {"instalment": "300000"})
    assert story.state.stage == "served"
    assert story.take("pay", "2026-09-25T10:00", {"instalment": "6000000"}).state.stage == "performed"


def test_who_has_mended_is_not():
    story = decided(factory()).take("serve", "2026-09-14T10:00")
    story.take("recheck", "2026-09-15T10:00", {"present": [1, 2], "recheck_found": "corrected", "found": "已经改正。"})
    by_day = {"daily_kind": "statute", "fine_factors": ["GAIN"], "daily_days": 20, "daily_fine": "6000000", "reason": "—", "opinion": "同意。"}
    assert story.refused("decide_daily", "2026-09-16T10:00", by_day) == ["HJF-1060-1"]


def test_five_working_days_to_speak_and_seven_items_of_review():
    story = factory().take("notify", "2026-09-03T10:00").take("review", "2026-09-04T09:00")
    # Thu 3 Sep: Fri 4, 7 to 10: Friday the 11th is the first lawful day
    assert story.refused("decide", "2026-09-10T10:00", FINE) == ["CF-064-1-wait", "SH-044", "SH-050"]
    story.take("note_eco_review", "2026-09-10T11:00", {"eco_review": SEVEN[:-1]})
    assert story.refused("decide", "2026-09-11T10:00", FINE) == ["SH-050"]


def test_stopping_for_rectification_needs_a_hearing_told_and_a_panel():
    story = Story(**WASTE).take("register", "2026-08-17T09:00", REGISTERED).take("file", "2026-08-24T10:00")
    story.take("inspect", "2026-08-25T09:00", {"began_at": "2026-08-25T09:00", "ended_at": "2026-08-25T10:00"})
    story.take("conclude", "2026-08-31T10:00", {**CONCLUDED, "proposed_kinds": ["OTHER"], "proposed_fine": None, "review_triggers": None})
    story.take("review_case", "2026-09-01T10:00").take("approve_proposal", "2026-09-02T10:00")
    told = {"told": ["CONTENT", "FACTS", "REASONS", "BASIS", "DEFENCE"]}
    assert story.refused("notify", "2026-09-03T10:00", told) == ["SH-008"]
    story.take("note_ecology", "2026-09-03T11:00", {"eco_kinds": ["RECTIFY"]})
    assert story.refused("notify", "2026-09-03T12:00", told) == ["SH-046-1"]
    story.take("notify", "2026-09-03T12:00")
    stop = {
        "decision_kinds": ["OTHER"],
        "decision_fine": None,
        "decision_gain": None,
        "content": "责令停产整治。",
        "transcript_followed": None,
        "correction": "限期整治",
    }
    assert story.refused("decide", "2026-09-11T10:00", stop) == ["SH-052-2-4"]
    story.take("discuss", "2026-09-11T11:00").take("decide", "2026-09-11T15:00", stop)
    assert story.state.facts["discussion_recorded"] is True


def test_a_case_that_should_never_have_been_filed_is_cancelled():
    story = factory().take("note_ecology", "2026-09-02T11:00", {"filing_lost_on": "2026-09-02"})
    assert story.refused("notify", "2026-09-03T10:00") == ["SH-020"]
    assert story.take("cancel", "2026-09-03T10:00", {"reason": "不是违法行为", "opinion": "同意。"}).state.stage == "ended"


def test_the_time_with_the_judiciary_is_not_counted():
    story = factory()
    story.take("suspect_crime", "2026-09-02T11:00", {"offence": "污染环境罪", "facts_found": "—", "materials": "—"})
    story.take("transfer_criminal", "2026-09-03T10:00", {"to_organ": "示范县公安局", "offence": "污染环境罪", "materials": "—", "opinion": "同意。"})
    assert story.due("CF-060") is None
    story.take("take_back", "2026-09-23T10:00", {"from_organ": "示范县公安局", "reason": "不够追究刑事责任"})
    assert story.state.facts["not_counted_days"] == 20
    assert story.due("CF-060") == "2026-12-14"  # Sun 22 Nov and twenty days: Sat 12 Dec, so Monday
    market = Story().take("register", "2025-09-22T09:00").take("file", "2025-09-23T10:00")
    market.take("transfer_criminal", "2025-09-24T10:00", {"to_organ": "公安局", "offence": "—", "materials": "—", "opinion": "同意。"})
    market.take("take_back", "2025-09-29T10:00", {"from_organ": "公安局", "reason": "—"})
    assert "not_counted_days" not in market.state.facts


def test_a_court_that_accepts_lets_the_case_be_closed():
    story = decided(factory(receipt="")).take("serve", "2026-09-14T10:00")
    demand = {"duty": "缴纳罚款", "amount": "300000", "until": "2026-10-20", "receiver": "王某"}
    surcharge = {"surcharge": "9000", "surcharge_days": 1, "opinion": "同意。"}
    assert "SH-072-surcharge" in story.refused("surcharge", "2026-09-30T10:00", surcharge)
    assert "SH-072" in story.refused("apply_court", "2027-03-20T10:00", {"court": "示范县人民法院", "matters": "罚款", "amount": "300000", "opinion": "同意。"})
    story.take("demand", "2026-10-09T10:00", demand)
    story.take("apply_court", "2027-03-22T10:00", {"court": "示范县人民法院", "matters": "罚款", "amount": "300000", "opinion": "同意。"})
    story.take("accept_execution", "2027-03-29T10:00", {"ruling": "（2027）示 01 行审 1 号"})
    assert story.state.stage == "performed"


def test_side_steps_keep_to_their_field():
    story = Story().take("register", "2025-09-22T09:00")
    for name in ("note_ecology", "note_police", "note_traffic"):
        step = story.state.course[name]
        assert step.unfit is not None
        assert step.unfit(story.state.facts)
    assert story.state.course["note_ecology"].unfit({"field": "ecology"}) == ""  # type: ignore[misc]


# --- public order

ORDER = {
    "field": "police", "basis_kinds": int(Penalty.WARNING | Penalty.FINE | Penalty.DETENTION), "basis_fine_least": 0, "basis_fine_most": 5_000_00,
    "agency_may_detain": True, "hearing_threshold": 4_000_00, "discretion_low": None, "discretion_high": None, "discretion_table": None,
}  # fmt: skip
BRAWL = {
    "clue_source": "report", "clue_received_on": "2026-03-02", "cause": "殴打他人", "violation_began_on": "2026-03-01", "party_kind": "person",
    "party_name": "吴建国", "party_age": 17, "summary": "在街上殴打他人。",
}  # fmt: skip


def test_a_brawl_of_a_minor_with_a_guardian_a_victim_and_a_sealed_record():
    story = Story(**ORDER).take("register", "2026-03-02T09:00", BRAWL).take("file", "2026-03-02T11:00")
    assert story.due("ZA-118-1") == "2026-04-01"
    story.take(
        "note_police",
        "2026-03-02T12:00",
        {"police_regime": "order", "has_victim": True, "case_centre": True, "alone": ["QUESTIONING"], "summoned_at": "2026-03-02T12:00"},
    )
    asked = {"present": [1], "began_at": "2026-03-02T12:30", "ended_at": "2026-03-02T15:00"}
    story.take("question", "2026-03-02T15:00", asked, certified_officers=1)
    story.take("note_police", "2026-03-02T16:00", {"released_at": "2026-03-02T16:00"})
    concluded = {
        "facts_found": "打人。", "gain": None, "harm": "slight", "proposed_kinds": ["FINE"], "proposed_fine": "500", "complex_or_major": False,
        "major_rights": False, "review_triggers": None, "touches_safety": None, "lighter": True,
    }  # fmt: skip
    assert story.refused("conclude", "2026-03-05T10:00", concluded) == ["ZA-097-film", "ZA-108-3"]
    story.take("note_police", "2026-03-05T11:00", {"filmed_whole": ["QUESTIONING"]})
    story.take("conclude", "2026-03-05T12:00", concluded)
    story.take("notify", "2026-03-06T10:00")
    fine = {
        "decision_kinds": ["FINE"],
        "decision_fine": "500",
        "decision_gain": None,
        "content": "罚款 500 元。",
        "transcript_followed": None,
        "correction": "不得再犯",
        "publication_due": False,
    }
    assert story.refused("decide", "2026-03-09T10:00", fine) == ["ZA-112-3"]
    story.take("note_police", "2026-03-09T11:00", {"guardian_told_on": "2026-03-09", "guardian_heard": True})
    story.take("decide", "2026-03-09T15:00", fine)
    assert story.due("ZA-116-1") == "2026-03-11"
    story.take("serve", "2026-03-10T10:00", {"receiver_role": "self"})
    assert story.refused("publish", "2026-03-11T10:00") == ["ZA-136"]
    story.take("pay", "2026-03-20T10:00", {"instalment": "500"})
    assert story.refused("close", "2026-03-23T10:00") == ["ZA-116-2"]
    story.take("note_police_after", "2026-03-23T11:00", {"victim_served_on": "2026-03-12", "record_given_to": "nobody"})
    assert story.take("close", "2026-03-23T12:00").take("archive", "2026-03-24T10:00").state.ended


# --- on the spot

SPOT = {"party_kind": "person", "party_name": "吴建国", "present": [1], "violation_began_on": "2026-03-06", "facts_found": "—", "cause": "—"}


def test_one_officer_fines_on_the_spot_up_to_500_without_objection_and_on_film():
    story = Story("penalty.simple", **ORDER).take("register_spot", "2026-03-06T15:30", SPOT, certified_officers=1).take("tell_spot", "2026-03-06T15:40")
    fine = {"spot_fine": "500", "correction": "不得再犯"}
    story.take("note_police_spot", "2026-03-06T15:45", {"alone": ["DECIDING"], "no_objection": True, "filmed_whole": ["QUESTIONING"]})
    assert story.refused("decide_spot", "2026-03-06T16:00", fine) == ["ZA-120-3"]
    story.take("note_police_spot", "2026-03-06T15:50", {"filmed_whole": ["DECIDING"]})
    assert story.refused("decide_spot", "2026-03-06T16:00", {**fine, "spot_fine": "501"}) == ["CF-051-a", "ZA-119"]
    story.take("decide_spot", "2026-03-06T16:00", fine)
    collect = {"spot_on_the_spot": "small", "instalment": "500", "receipt_no": "0001", "receipt_lawful": True}
    assert story.refused("collect_fine", "2026-03-06T16:05", collect) == ["ZA-123-1"]
    story.take("file_record", "2026-03-07T15:00", {"filed_with": "示范县公安局"})
    assert story.state.facts["spot_filed_at"] - story.state.facts["spot_decided_at"] == 23 * 60


def test_before_2026_two_hundred_was_the_limit():
    story = Story("penalty.simple", **ORDER).take("register_spot", "2025-12-31T15:30", {**SPOT, "violation_began_on": "2025-12-31"})
    story.take("tell_spot", "2025-12-31T15:40")
    assert story.refused("decide_spot", "2025-12-31T16:00", {"spot_fine": "201"}) == ["CF-051-a", "ZA-119-before"]
    story.take("decide_spot", "2025-12-31T16:00", {"spot_fine": "200"})


def test_a_pedestrian_pays_fifty_at_most_and_on_the_spot():
    road = {**ORDER, "field": "traffic", "basis_fine_most": 2_000_00}
    story = Story("penalty.simple", **road).take("register_spot", "2026-03-06T15:30", SPOT, certified_officers=1).take("tell_spot", "2026-03-06T15:40")
    story.take("note_police_spot", "2026-03-06T15:45", {"road_user": "pedestrian", "no_objection": True})
    assert story.refused("decide_spot", "2026-03-06T16:00", {"spot_fine": "51"}) == ["JT-089"]
    story.take("decide_spot", "2026-03-06T16:00", {"spot_fine": "50"})
    story.take("collect_fine", "2026-03-06T16:05", {"spot_on_the_spot": "small", "instalment": "50", "receipt_no": "0001", "receipt_lawful": True})


def test_a_car_is_held_and_disposed_of_after_three_months():
    story = Story(**{**ORDER, "field": "traffic"}).take(
        "register", "2025-11-20T09:00", {**BRAWL, "clue_received_on": "2025-11-20", "violation_began_on": "2025-11-20", "party_age": 40}
    )
    held = {
        "present": [1, 2],
        "card_shown": True,
        "place": "清河路",
        "plate": "示 A00001",
        "vehicle_receipt": True,
        "vehicle_term_told": False,
        "reason": "无牌",
    }
    assert story.refused("hold_vehicle", "2025-11-20T10:00", held) == ["JT-112-1"]
    story.take("hold_vehicle", "2025-11-20T10:00", {**held, "vehicle_term_told": True})
    story.take("hold_licence", "2025-11-20T11:00", {"present": [1, 2], "card_shown": True, "place": "清河路", "licence_no": "001", "reason": "应当暂扣"})
    assert story.due("JT-110-2") == "2025-12-05"
    story.take("note_traffic", "2025-11-30T10:00", {"vehicle_announced_on": "2025-11-30"})
    assert story.refused("dispose_vehicle", "2026-02-28T10:00", {"how": "拍卖"}) == ["JT-112-3"]
    story.take("dispose_vehicle", "2026-03-01T10:00", {"how": "拍卖"})


def test_an_ecology_fine_on_the_spot_is_transcribed_and_filed_in_three_days():
    story = Story("penalty.simple", **{**WASTE, "basis_fine_least": 0}).take(
        "register_spot", "2026-08-21T09:00", {**SPOT, "present": [1, 2], "violation_began_on": "2026-08-21"}
    )
    story.take("tell_spot", "2026-08-21T09:10")
    assert story.refused("decide_spot", "2026-08-21T09:20", {"spot_fine": "200"}) == ["SH-068-2"]
    story.take("note_ecology_spot", "2026-08-21T09:15", {"spot_transcript": True})
    story.take("decide_spot", "2026-08-21T09:20", {"spot_fine": "200"})
    assert story.due("SH-068-3") == "2026-08-26"  # Fri 21 Aug: 24, 25, Wed 26
