"""Requests for information and for data, publication and corrections as they go."""

from typing import Any

from fadu.law.registry import procedure_of
from tests.law.story import Story

REGISTER = {
    "cause": "抽检结果", "party_kind": "person", "party_name": "李建国", "request_channel": "counter", "request_submitted_on": "2026-03-02",
    "request_received_on": "2026-03-02", "described": "2026 年食品抽检结果",
}  # fmt: skip
EXAMINE = {"request_info_from": "made", "found": "已检索", "request_closed_by_law": False, "request_harms_third": False, "request_mixed": False}
ANSWER = {"request_reply": "given", "content": "提供", "request_fee": "0", "receiver": "邮寄"}
ARCHIVE = {"retention": "10", "volume": "公开1"}
THIRD = {"third": "某公司", "matters": "是否同意", "request_third_asked_on": "2026-03-04"}


def asked(**more: Any) -> Story:
    return Story("request.openness").take("register_request", "2026-03-02T09:00", {**REGISTER, **more})


def test_a_request_is_examined_answered_and_put_away():
    case = asked()
    assert case.due("GK-033-2") == "2026-03-30"
    case.take("examine_request", "2026-03-05T09:00", EXAMINE)
    assert case.refused("answer_request", "2026-03-10T09:00", {**ANSWER, "request_reply": "declined", "request_closed_as": "internal"}) == ["GK-036"]
    assert case.refused("answer_request", "2026-03-10T09:00", {**ANSWER, "request_reply": "not_ours", "request_reasoned": True}) == ["GK-010-1"]
    assert case.refused("answer_request", "2026-03-10T09:00", {**ANSWER, "request_fee": "5"}) == ["GK-042-1"]
    case.take("answer_request", "2026-03-10T09:00", ANSWER).take("archive_request", "2026-03-12T09:00", ARCHIVE)
    assert case.state.ended


def test_the_day_of_receipt_follows_the_way_it_came():
    assert Story("request.openness").refused("register_request", "2026-03-03T09:00", {**REGISTER, "request_received_on": "2026-03-03"}) == ["GK-031"]


def test_the_term_runs_again_from_the_supplement():
    case = asked(request_unclear=True)
    assert case.due("GK-030") == "2026-03-11"
    case.take("ask_supplement", "2026-03-04T09:00", {"lacking": "写明年度", "request_supplement_by": "2026-03-18"})
    assert case.refused("abandon_request", "2026-03-18T09:00", {"request_supplement_excused": False, "reason": "未补正"}) == ["GK-030-given-up"]
    case.take("receive_supplement", "2026-03-16T09:00", {"described": "2025 年"})
    assert case.due("GK-033-2") == "2026-04-14"  # 17-20 (4), 23-27 (9), 30-3 (14), 7-10 (18), 13 14 (20)
    assert case.refused("ask_supplement", "2026-03-17T09:00", {"lacking": "再补", "request_supplement_by": "2026-03-30"}) == ["GK-030-once"]


def test_who_does_not_supplement_gives_up():
    case = asked().take("ask_supplement", "2026-03-04T09:00", {"lacking": "写明年度", "request_supplement_by": "2026-03-18"})
    case.take("abandon_request", "2026-03-19T09:00", {"request_supplement_excused": False, "reason": "未补正"}).take(
        "archive_request", "2026-03-20T09:00", ARCHIVE
    )
    assert case.state.ended


def test_a_third_party_is_asked_and_its_days_are_left_out():
    case = asked().take("examine_request", "2026-03-03T09:00", {**EXAMINE, "request_harms_third": True})
    assert case.refused("answer_request", "2026-03-10T09:00", {**ANSWER, "request_reply": "declined", "request_reasoned": True}) == ["GK-032-asked"]
    case.take("ask_third_party", "2026-03-04T09:00", THIRD)
    assert procedure_of("request.openness").turn("received", case.state.facts) == "note_third_opinion"
    case.take("note_third_opinion", "2026-03-11T09:00", {"request_third_answered_on": "2026-03-11", "request_third_agreed": False})
    assert case.due("GK-033-2") == "2026-04-07"  # 5 6 9 10 11: five more
    assert case.refused("answer_request", "2026-03-12T09:00", ANSWER) == ["GK-015"]
    overriding = {**ANSWER, "request_outweighs": True, "request_third_told": True}
    case.take("answer_request", "2026-03-12T09:00", overriding)


def test_who_made_it_with_us_and_is_silent_agrees():
    case = (
        asked()
        .take("examine_request", "2026-03-03T09:00", EXAMINE)
        .take("ask_peers", "2026-03-03T10:00", {"peers": "县环保局", "matters": "意见", "request_peers_asked_on": "2026-03-03"})
    )
    case.take("note_peer_opinion", "2026-03-25T09:00", {"request_peers_agreed": False})
    assert case.refused("answer_request", "2026-03-26T09:00", {**ANSWER, "request_reply": "declined", "request_reasoned": True}) == ["GK-034-silence"]


def test_an_answer_is_put_off_by_twenty_days_at_most():
    case = asked()
    extend = {"request_extension": 20, "reason": "检索量大", "request_extension_approved": True, "request_extension_told": True, "opinion": "同意。"}
    assert case.refused("extend_request", "2026-03-30T09:00", {**extend, "request_extension": 21}) == ["GK-033-2-extended"]
    assert case.refused("extend_request", "2026-03-30T09:00", {**extend, "request_extension_told": False}) == ["GK-033-2-agreed"]
    assert case.refused("extend_request", "2026-03-31T09:00", extend) == ["GK-033-2-timely"]
    case.take("extend_request", "2026-03-30T09:00", extend)
    assert case.due("GK-033-2") == "2026-04-28"


# --- published of its own accord

REVIEW = {"request_secrecy_reviewed": True, "request_closed_by_law": False, "request_harms_third": False, "request_doubtful": False, "reviewer": "陈某"}


def info() -> Story:
    return Story("request.publication").take("note_info", "2026-03-02T09:00", {"cause": "处罚数据", "request_made_on": "2026-03-02", "summary": "年度数据"})


def test_information_is_reviewed_and_published_within_twenty_days():
    case = info()
    assert case.due("GK-026") == "2026-03-30"
    publish = {"where": "网站", "opinion": "同意。"}
    assert set(case.refused("publish_info", "2026-03-05T09:00", publish)) == {"GK-014", "GK-017-2"}
    assert info().take("review_info", "2026-03-04T09:00", {**REVIEW, "request_closed_by_law": True}).refused("publish_info", "2026-03-05T09:00", publish) == [
        "GK-014"
    ]
    case.take("review_info", "2026-03-04T09:00", REVIEW).take("publish_info", "2026-03-05T09:00", publish)
    assert case.state.ended


def test_what_may_not_be_published_is_withheld():
    case = info().take("review_info", "2026-03-04T09:00", {**REVIEW, "request_closed_by_law": True})
    case.take("withhold_info", "2026-03-05T09:00", {"reason": "国家秘密", "opinion": "同意。"})
    assert case.state.ended


def test_a_wrong_record_is_put_right_before_it_is_closed():
    asks = {"cause": "公示内容", "party_kind": "person", "party_name": "李建国", "request_fix_asked_on": "2026-03-02", "evidence_note": "数额有误"}
    case = Story("request.correction").take("ask_fix", "2026-03-02T09:00", asks)
    case.take("verify_fix", "2026-03-04T09:00", {"request_fix_ours": True, "request_fix_true": True, "checked": "属实"})
    told = {"request_fix_told": True, "told_of": "已经更正"}
    assert case.refused("close_fix", "2026-03-05T09:00", told) == ["GK-041"]
    case.take("fix_info", "2026-03-05T09:00", {"fixed": "改为 500 元"}).take("close_fix", "2026-03-05T10:00", told)
    assert case.state.ended


# --- shared data

SHARING = {
    "cause": "企业登记信息", "request_share_side": "provider", "other_organ": "县应急局", "request_share_kind": "conditional",
    "request_share_received_on": "2026-03-02", "request_elements": ["basis", "scene"], "purpose": "检查企业",
}  # fmt: skip
AGREE = {"request_share_reply": "agreed", "request_lacking": False, "content": "同意", "opinion": "同意。"}


def test_a_request_for_data_is_answered_and_the_data_given():
    case = Story("request.sharing").take("apply_sharing", "2026-03-02T09:00", SHARING)
    assert case.due("ZW-021-1-conditional") == "2026-03-16"
    declined = {**AGREE, "request_share_reply": "declined", "request_lacking": True, "request_share_reasoned": True}
    assert case.refused("answer_sharing", "2026-03-04T09:00", declined) == ["ZW-021-2"]
    case.take("supplement_sharing", "2026-03-04T09:00", {"lacking": "使用范围"})
    assert case.refused("supplement_sharing", "2026-03-05T09:00", {"lacking": "时限"}) == ["ZW-021-2-once"]
    extend = {"request_share_extension": 10, "reason": "核实", "request_share_extension_agreed": True, "request_share_extension_told": False}
    assert case.refused("extend_sharing", "2026-03-16T09:00", extend) == ["ZW-021-1-agreed"]
    case.take("extend_sharing", "2026-03-16T09:00", {**extend, "request_share_extension_told": True})
    assert case.due("ZW-021-1-conditional") == "2026-03-30"
    case.take("answer_sharing", "2026-03-20T09:00", AGREE)
    assert case.due("ZW-022-1") == "2026-04-20"  # 23-27 (5), 30-3 (10), 7-10 (14), 13-17 (19), 20 (20)
    case.take("deliver_data", "2026-03-25T09:00", {"way": "api", "catalogue": "企业登记"})
    case.take("ask_check", "2026-04-01T09:00", {"request_check_asked_on": "2026-04-01", "doubt": "地址不准"})
    assert case.due("ZW-026-2") == "2026-04-16"  # 2 3 (2), 7-10 (6), 13-16 (10)
    case.take("answer_check", "2026-04-03T09:00", {"result": "已更正"}).take("close_sharing", "2026-06-01T09:00", {"disposed": "已销毁"})
    assert case.state.ended


def test_what_we_ask_for_is_agreed_within_and_used_as_asked():
    ours = {**SHARING, "request_share_side": "demander", "request_elements": ["basis", "scene", "scope", "way", "term"], "request_liaison_agreed": True}
    assert Story("request.sharing").refused("apply_sharing", "2026-03-02T09:00", {**ours, "request_elements": ["basis"]}) == ["ZW-020-2"]
    case = Story("request.sharing").take("apply_sharing", "2026-03-02T09:00", ours).take("answer_sharing", "2026-03-04T09:00", AGREE)
    case.take("deliver_data", "2026-03-05T09:00", {"way": "file", "catalogue": "企业登记"})
    use = {"request_use_parts": ["scene", "course", "effect", "storage", "destroyed"], "request_widened": True, "request_retention_years": 2}
    assert set(case.refused("note_use", "2026-05-06T09:00", use)) == {"ZW-025-1", "ZW-029-2"}
    case.take("note_use", "2026-05-06T09:00", {**use, "request_widened": False, "request_retention_years": 3})


def test_the_catalogue_follows_a_change_of_powers():
    case = Story("request.catalogue").take("note_change", "2026-03-02T09:00", {"cause": "新增职责", "request_changed_on": "2026-03-02", "items": "许可"})
    assert case.due("ZW-017-2") == "2026-03-16"
    extend = {"request_catalogue_extension": 5, "request_catalogue_extension_agreed": True, "reason": "量大", "opinion": "同意。"}
    assert case.refused("extend_catalogue", "2026-03-10T09:00", {**extend, "request_catalogue_extension": 6}) == ["ZW-017-2-extended"]
    case.take("extend_catalogue", "2026-03-10T09:00", extend)
    assert case.due("ZW-017-2") == "2026-03-23"
    case.take("update_catalogue", "2026-03-20T09:00", {"updated": "新增两项", "request_catalogue_received_on": "2026-03-20"})
    assert case.due("ZW-017-3") == "2026-03-24"
    case.take("publish_catalogue", "2026-03-24T09:00", {"where": "共享平台"})
    assert case.state.ended
