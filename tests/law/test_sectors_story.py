"""The sectors as they go: a food case whose fine hangs on its goods, power cut off, a hearing prepared, a permit, an organ's year."""

import json

from tests.law.story import ANSWERS, COURSE, Story

NOTED = {"sector": "food", "clause": "food_124", "goods_value": "12000"}
MARKET_HEARING = {
    "hearing_chair_on": "2025-10-21", "hearing_file_on": "2025-10-21", "hearing_fixed_on": "2025-10-21", "hearing_asked_how": "written",
    "hearing_ready": ["APPOINTED", "NAMED", "RECUSAL_TOLD", "RETURNED"], "hearing_announced_on": "2025-10-28", "hearing_handlers_told_on": "2025-10-21",
    "hearing_members": 2, "hearing_handlers": 0,
}  # fmt: skip


def upto(last: str, story: Story) -> Story:
    """The ordinary course up to `last`."""
    for name, at in COURSE:
        story.take(name, at)
        if name == last:
            break
    return story


def a_year_later(last: str, story: Story) -> Story:
    """The same in 2026, under the edition of 食品安全法 in force since December 2025."""
    for name, at in COURSE:
        story.take(name, at.replace("2025-", "2026-"), json.loads(json.dumps(ANSWERS.get(name, {})).replace("2025-", "2026-")))
        if name == "inspect":
            story.take("note_sector", "2026-09-24T11:00", NOTED)
        if name == last:
            break
    return story


def test_a_fine_must_lie_in_the_band_of_its_goods():
    story = a_year_later("discuss", Story())
    assert story.refused("decide", "2026-11-12T10:00") == ["SP-124-1"]  # 100,000 is less than ten times 12,000
    above = {"decision_fine": "120000", "deviation": "货值一万元以上。"}
    assert "SP-124-1" not in story.refused("decide", "2026-11-12T10:00", above)
    assert "SP-124-1" in story.refused("decide", "2026-11-12T10:00", {**above, "decision_fine": "240000.01"})


def test_a_market_case_of_which_no_sector_is_said_goes_its_way():
    assert upto("decide", Story()).state.stage == "decided"


def test_a_hearing_that_was_not_prepared_is_refused():
    story = upto("notify_hearing", Story())
    story.take("note_hearing", "2025-10-22T10:00", MARKET_HEARING)
    held = "2025-11-03T09:30"
    assert story.refused("hold_hearing", held) == []
    for noted, rule in (
        ({"hearing_announced_on": "2025-10-29"}, "ST-022-2"),
        ({"hearing_handlers_told_on": "2025-10-24"}, "ST-021"),
        ({"hearing_members": 3}, "ST-011-1"),
        ({"hearing_handlers": 1}, "ST-011-3"),
        ({"hearing_recusal_of": "chair", "hearing_recusal_by": "chair"}, "ST-004-2"),
        ({"hearing_ready": ["APPOINTED", "NAMED", "RETURNED"]}, "ST-020-2"),
    ):
        other = upto("notify_hearing", Story()).take("note_hearing", "2025-10-22T10:00", {**MARKET_HEARING, **noted})
        assert other.refused("hold_hearing", held) == [rule]
    story.take("hold_hearing", held).take("note_hearing", "2025-11-03T15:00", {"hearing_held_marks": ["SIGNED_BY_ALL"]})
    assert story.refused("report_hearing", "2025-11-06T10:00") == ["ST-016"]
    story.take("note_hearing", "2025-11-03T16:00", {"hearing_held_marks": ["SIGNED_BY_ALL", "HANDLERS_PRESENT"]})
    assert story.due("ST-029-1") == "2025-11-10"
    story.take("report_hearing", "2025-11-06T10:00")


def test_a_hearing_is_paused_on_a_ground_and_resumed():
    story = upto("notify_hearing", Story())
    story.take("pause_hearing", "2025-11-03T09:30", {"hearing_pause_ground": "evidence", "reason": "通知新的证人。"})
    story.take("resume_hearing", "2025-11-05T09:30", {"hearing_set_for": "2025-11-10", "reason": "证人到场。"})
    assert story.refused("hold_hearing", "2025-11-07T09:30") == ["CF-064-2-held"]


def test_power_is_cut_off_a_day_after_notice_by_the_principal():
    story = Story(field="emergency")
    story.take("register", "2026-06-01T08:00", {"violation_began_on": "2026-05-20", "clue_received_on": "2026-06-01"})
    cut = {
        "supply_kind": "power", "supply_conditions": ["HAZARD", "ORDERED", "REFUSED", "DANGER", "SAFE", "PRINCIPAL", "WRITTEN"],
        "supply_told_at": "2026-06-01T09:00", "supplier": "示范县供电公司", "reason": "拒不停产。", "opinion": "同意。",
    }  # fmt: skip
    assert story.refused("cut_supply", "2026-06-02T08:59", cut) == ["AQ-070-2"]
    assert story.refused("cut_supply", "2026-06-02T09:00", {**cut, "supply_conditions": ["HAZARD"]}) == ["AQ-070-1"]
    assert story.refused("cut_supply", "2026-06-01T10:00", {**cut, "supply_urgent": True}) == []
    story.take("cut_supply", "2026-06-02T09:00", cut)
    story.take("restore_supply", "2026-06-05T09:00", {"hazard_removed_on": "2026-06-05", "reason": "已停产整改。"})


def test_a_licence_to_trade_chemicals_is_decided_after_a_look_in_twenty_days():
    story = Story("sectors.permit")
    story.take("open_permit", "2026-06-01T09:00", {
        "cause": "申请经营许可", "permit_kind": "chem_trade", "party_kind": "unit", "party_name": "示范县化工商行", "permit_received_on": "2026-06-01",
        "permit_accepted_on": "2026-06-01", "permit_complete": True,
    })  # fmt: skip
    assert story.due("WH-055-1") == "2026-06-30"
    decide = {"permit_granted": True, "permit_told_in_writing": True, "permit_free": True, "reason": "符合条件。", "opinion": "同意。"}
    assert story.refused("decide_permit", "2026-06-10T09:00", decide) == ["WH-055-1-site"]
    story.take("check_permit", "2026-06-09T09:00", {"present": [1, 2], "place": "商行仓库", "findings": "符合要求。", "permit_check_passed": True})
    assert story.refused("decide_permit", "2026-06-10T09:00", {**decide, "permit_granted": False}) == ["WH-050-1-reason"]
    story.take("decide_permit", "2026-06-10T09:00", decide).take("close_permit", "2026-06-12T09:00")
    assert story.state.ended


def test_a_promise_is_verified_and_the_permit_revoked_after_an_order():
    story = Story("sectors.permit")
    story.take("open_permit", "2026-06-01T09:00", {
        "cause": "公众聚集场所开业", "permit_kind": "fire_promise", "party_kind": "unit", "party_name": "示范县影城", "permit_received_on": "2026-06-01",
        "permit_accepted_on": "2026-06-01", "permit_complete": True,
    })  # fmt: skip
    decide = {"permit_granted": True, "permit_told_in_writing": True, "permit_free": True, "reason": "材料齐全。", "opinion": "同意。"}
    assert story.refused("decide_permit", "2026-06-02T09:00", {**decide, "permit_free": False}) == ["XF-056-2"]
    story.take("decide_permit", "2026-06-02T09:00", decide)
    assert story.refused("close_permit", "2026-06-10T09:00") == ["XF-015-2"]
    check = {"present": [1, 2], "place": "影城", "findings": "疏散通道被堵。", "permit_check_passed": False, "permit_mismatch_found_on": "2026-06-15"}
    story.take("check_permit", "2026-06-15T09:00", check)
    assert story.refused("revoke_permit", "2026-06-16T09:00", {"reason": "不符。", "opinion": "同意。"}) == ["XF-058-2"]
    story.take("check_permit", "2026-07-01T09:00", {**check, "permit_correction_due_on": "2026-06-30", "permit_still_failing": True})
    story.take("revoke_permit", "2026-07-01T15:00", {"reason": "逾期不整改。", "opinion": "同意。"})
    assert story.state.ended


def test_the_year_of_an_organ_and_its_agreement_with_the_bank():
    story = Story("sectors.duties").take("open_duties", "2026-01-05T09:00", {"cause": "2026 年度领域履职记录", "year": "2026"})
    story.take("note_plan", "2026-01-06T09:00", {"duties_plan_made": True, "duties_channels_public": True})
    story.take("note_agreement", "2026-06-02T09:00", {"bank": "示范农商银行", "duties_agreement_signed_on": "2026-06-01"})
    assert story.due("FJ-006-3") == "2026-06-16"
    story.take(
        "note_agreement", "2026-06-12T09:00", {"bank": "示范农商银行", "duties_agreement_signed_on": "2026-06-01", "duties_agreement_filed_on": "2026-06-12"}
    )
    story.take("note_data", "2026-12-01T09:00", {"duties_data_kept": ["SCOPE", "SECRET"], "duties_outsourced": False})
    story.take("close_duties", "2026-12-31T09:00")
    assert story.state.ended
