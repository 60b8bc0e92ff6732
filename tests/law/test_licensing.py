"""A licence from the application to the archive, and its end: lawful steps are taken, unlawful ones refused by their article."""

from typing import Any

from fadu.law.registry import procedure_of
from tests.law.story import Story

OFF_LIST = {"licence_listed_materials": True, "licence_listed_certificates": True, "licence_shared_instead": True}
APPLY = {
    "licence_kind": "new", "cause": "食品经营许可", "party_kind": "unit", "party_name": "示范县清河食品店", "licence_applied_on": "2026-03-02",
    "materials": "申请书、营业执照复印件", "licence_form_fee": "0",
}  # fmt: skip
ACCEPT = {
    **OFF_LIST, "licence_basis_level": "law", "basis": "食品安全法第三十五条", "licence_basis_published": True, "licence_in_list": True,
    "licence_voucher_sealed": True, "licence_voucher_dated": True, "licence_affects_others": False, "licence_hearing_required": False,
}  # fmt: skip
COMMON = {"licence_conditions_lawful": True, "licence_fee": "0", "opinion": "同意。"}
GRANT = {**COMMON, "content": "准予食品经营许可。", "licence_false_materials": False, "licence_needs_certificate": True}
DECLINE = {**COMMON, "reason": "场所不符合条件。", "licence_denial_parts": ["reason", "review", "suit"]}
ISSUE = {"licence_sealed": True, "method": "direct", "receiver": "王某"}
ARCHIVE = {"retention": "30", "volume": "示许卷〔2026〕1号"}
HEARING = {
    "began_at": "2026-03-18T09:30", "ended_at": "2026-03-18T11:00", "place": "听证室", "chair": [9], "attended": "王某、李某", "examiners_say": "材料属实。",
    "parties_say": "无异议。", "licence_hearing_public": True, "licence_hearing_fee": "0", "licence_transcript_signed": True,
}  # fmt: skip
SET = {"licence_hearing_set_for": "2026-03-18", "hearing_time": "9:30", "place": "听证室", "chair": [9], "receiver": "王某"}


def applied(**more: Any) -> Story:
    return Story("licence.general").take("apply_licence", "2026-03-02T09:00", {**APPLY, **more})


def accepted(**more: Any) -> Story:
    return applied().take("accept_licence", "2026-03-02T10:00", {**ACCEPT, **more})


def test_the_main_path_from_application_to_archive():
    case = accepted()
    assert case.due("XK-042-1a") == "2026-03-30"
    case.take("grant_licence", "2026-03-20T10:00", GRANT)
    assert case.due("XK-044") == "2026-04-03"
    case.take("issue_licence", "2026-03-24T10:00", ISSUE)
    assert case.refused("archive_licence", "2026-03-25T10:00", ARCHIVE) == ["XK-040"]
    case.take("publish_licence", "2026-03-25T10:00", {"where": "门户网站", "licence_disclosing": False})
    case.take("archive_licence", "2026-03-26T10:00", ARCHIVE)
    assert case.state.ended


def test_on_the_twenty_first_working_day_the_lateness_goes_on_record_first():
    case = accepted()
    assert case.refused("grant_licence", "2026-03-30T10:00", GRANT) == []
    assert case.refused("grant_licence", "2026-03-31T10:00", GRANT) == ["XK-042-1a-late"]
    assert case.refused("extend_licence", "2026-03-31T10:00", extension()) == ["XK-042-1b-timely"]
    case.take("admit_licence_lateness", "2026-03-31T10:00", {"late": "逾期一日", "reason": "人员外出", "opinion": "同意。"})
    case.take("grant_licence", "2026-03-31T11:00", GRANT)


def extension(**more: Any) -> dict[str, Any]:
    return {"licence_extension": 10, "reason": "材料复杂", "licence_extension_told": True, "opinion": "同意。", **more}


def test_ten_days_more_and_no_eleventh():
    case = accepted()
    assert case.refused("extend_licence", "2026-03-30T10:00", extension(licence_extension=11)) == ["XK-042-1b"]
    assert case.refused("extend_licence", "2026-03-30T10:00", extension(licence_extension_told=False)) == ["XK-042-1b-told"]
    case.take("extend_licence", "2026-03-30T10:00", extension())
    assert case.due("XK-042-1a") == "2026-04-14"


def test_what_lacks_is_told_once_and_in_time():
    lacking = {**OFF_LIST, "lacking": "缺少平面图"}
    assert applied().refused("notify_materials", "2026-03-10T10:00", lacking) == ["XK-032-1-4-late"]
    case = applied().take("notify_materials", "2026-03-09T10:00", lacking).take("receive_materials", "2026-03-11T10:00", {"materials": "平面图"})
    assert case.refused("notify_materials", "2026-03-09T16:00", lacking) == ["XK-032-1-4-once"]
    case.take("accept_licence", "2026-03-11T11:00", ACCEPT)
    assert case.due("XK-042-1a") == "2026-04-09"  # 12 13 (2), 16-20 (7), 23-27 (12), 30-3 (17), 7 8 9 (20)


def test_nothing_told_in_five_days_counts_as_accepted():
    case = applied()
    assert case.refused("accept_licence", "2026-03-10T10:00", ACCEPT) == ["XK-032-1-4-deemed"]
    case.take("accept_licence", "2026-03-10T10:00", {**ACCEPT, "deemed": True})
    assert case.due("XK-042-1a") == "2026-03-30"


def test_a_complete_application_cannot_be_refused():
    refuse = {"licence_refusal": "incomplete", "licence_complete": True, "reason": "材料不齐", "licence_voucher_sealed": True, "licence_voucher_dated": True}
    assert applied().refused("refuse_licence", "2026-03-02T10:00", refuse) == ["XK-032-1-5"]
    other = {**refuse, "licence_refusal": "not_ours", "licence_ours": False, "licence_referred": True, "to_organ": "市住建局"}
    case = applied().take("refuse_licence", "2026-03-02T10:00", other).take("archive_licence", "2026-03-03T10:00", ARCHIVE)
    assert case.state.ended


def test_the_basis_must_be_one_that_may_set_licences():
    assert applied().refused("accept_licence", "2026-03-02T10:00", {**ACCEPT, "licence_basis_level": "department_rule"}) == ["XK-017"]
    assert applied().refused("accept_licence", "2026-03-02T10:00", {**ACCEPT, "licence_in_list": False}) == ["YH-040-1"]
    assert applied().refused("accept_licence", "2026-03-02T10:00", {**ACCEPT, "licence_listed_certificates": False}) == ["YH-044-3"]


def test_days_of_testing_are_left_out_where_the_applicant_was_told():
    case = accepted()
    assert case.refused("begin_excluded", "2026-03-09T10:00", {"matter": "test", "needed": "五日", "licence_out_told": False}) == ["XK-045"]
    case.take("begin_excluded", "2026-03-09T10:00", {"matter": "test", "needed": "五日", "licence_out_told": True})
    assert case.state.facts["licence_stopped"] is True
    assert procedure_of("licence.general").turn("accepted", case.state.facts) == "end_excluded"
    case.take("end_excluded", "2026-03-16T10:00", {"result": "合格"})
    assert case.due("XK-042-1a") == "2026-04-07"
    case.take("begin_excluded", "2026-03-19T10:00", {"matter": "experts", "needed": "一日", "licence_out_told": True})
    case.take("end_excluded", "2026-03-20T10:00", {"result": "通过"})
    assert case.due("XK-042-1a") == "2026-04-08"


def test_two_verify_on_the_spot():
    case = accepted()
    visit = {"place": "店内", "findings": "符合条件", "conforms": True}
    assert case.refused("verify_licence", "2026-03-05T10:00", {**visit, "licence_verifiers": [1]}) == ["XK-034-3"]
    case.take("verify_licence", "2026-03-05T10:00", {**visit, "licence_verifiers": [1, 2]})


def test_the_neighbours_are_told_and_heard_and_may_ask_for_a_hearing():
    case = accepted(licence_affects_others=True)
    assert set(case.refused("grant_licence", "2026-03-20T10:00", GRANT)) == {"XK-036", "XK-047-1a-told"}
    case.take("tell_interested", "2026-03-03T10:00", {"interested": "李某", "told_of": "许可内容"})
    case.take("hear_interested", "2026-03-04T10:00", {"said": "担心油烟", "licence_third_heard": True, "checked": "已核实"})
    case.take("tell_licence_hearing", "2026-03-04T10:00", {"interested": "李某", "receiver": "李某"})
    assert case.refused("grant_licence", "2026-03-11T10:00", GRANT) == ["XK-047-1a-wait"]  # 5 6 9 10 11: the fifth
    case.take("ask_licence_hearing", "2026-03-06T10:00", {"asked_by": "李某", "licence_hearing_asked_on": "2026-03-06"})
    assert case.refused("grant_licence", "2026-03-20T10:00", GRANT) == ["XK-047-1b-held"]
    assert case.refused("notify_licence_hearing", "2026-03-06T11:00", {**SET, "licence_hearing_set_for": "2026-03-17"}) == ["XK-048-1-1"]
    case.take("notify_licence_hearing", "2026-03-06T11:00", SET)  # 9-13 (5), 16 17 (7): the 18th
    assert case.refused("hold_licence_hearing", "2026-03-18T09:30", HEARING, chair_is_handler=True) == ["XK-048-1-3"]
    assert case.refused("hold_licence_hearing", "2026-03-18T09:30", {**HEARING, "licence_hearing_public": False}) == ["XK-048-1-2"]
    case.take("hold_licence_hearing", "2026-03-18T09:30", HEARING)
    assert case.refused("grant_licence", "2026-03-20T10:00", GRANT) == ["XK-048-2"]
    case.take("grant_licence", "2026-03-20T10:00", {**GRANT, "licence_transcript_followed": True})


def test_a_refusal_gives_reasons_and_remedies():
    case = accepted()
    assert case.refused("decline_licence", "2026-03-20T10:00", {**DECLINE, "licence_denial_parts": ["reason"]}) == ["XK-038-2"]
    case.take("decline_licence", "2026-03-20T10:00", DECLINE).take("issue_licence", "2026-03-24T10:00", {"method": "post", "receiver": "王某"})
    case.take("archive_licence", "2026-03-26T10:00", ARCHIVE)


def test_false_papers_are_not_granted():
    assert accepted().refused("grant_licence", "2026-03-20T10:00", {**GRANT, "licence_false_materials": True}) == ["XK-078-b"]


def test_a_renewal_not_decided_before_the_end_is_taken_as_granted():
    case = applied(licence_kind="renew", licence_expires_on="2026-04-05").take("accept_licence", "2026-03-12T10:00", {**ACCEPT, "deemed": True})
    assert case.due("XK-050-2") == "2026-04-05"
    case.take("begin_excluded", "2026-03-13T10:00", {"matter": "experts", "needed": "十日", "licence_out_told": True})
    case.take("end_excluded", "2026-03-27T10:00", {"result": "通过"})
    assert case.refused("decline_licence", "2026-04-07T10:00", DECLINE) == ["XK-050-2-deemed"]
    case.take("grant_licence", "2026-04-07T10:00", GRANT)


def test_a_licence_that_is_decided_above_is_sent_up():
    case = accepted(licence_lower=True)
    report = {"to_organ": "市市场监管局", "view": "符合条件"}
    assert case.refused("report_licence", "2026-03-20T10:00", {**report, "licence_report_parts": ["opinion"]}) == ["XK-035"]
    case.take("report_licence", "2026-03-20T10:00", {**report, "licence_report_parts": ["opinion", "materials"]})
    assert case.state.ended


def test_fifteen_days_more_only_by_the_government():
    case = accepted(licence_joint=True)
    assert case.due("XK-042-2") == "2026-05-08"
    assert case.refused("extend_licence", "2026-05-08T10:00", extension(licence_extension=15)) == ["XK-042-2-approved"]
    case.take("extend_licence", "2026-05-08T10:00", extension(licence_extension=15, licence_government_approved=True))
    assert case.due("XK-042-2") == "2026-05-28"


def test_testers_within_five_days():
    case = accepted(licence_needs_testing=True)
    assert case.due("XK-055-2") == "2026-03-09"
    case.take("assign_testers", "2026-03-09T10:00", {"licence_testers": [1, 2], "standard": "GB 1"})


def test_a_promise_is_kept_or_explained():
    case = accepted(licence_promised_days=5).take("grant_licence", "2026-03-10T10:00", GRANT).take("issue_licence", "2026-03-11T10:00", ISSUE)
    case.take("publish_licence", "2026-03-12T10:00", {"where": "网站", "licence_disclosing": False})
    assert case.refused("archive_licence", "2026-03-13T10:00", ARCHIVE) == ["YH-036-2-explained"]
    case.take("explain_delay", "2026-03-13T10:00", {"where": "网站", "reason": "系统故障"}).take("archive_licence", "2026-03-13T11:00", ARCHIVE)


# --- its end

GROUND = {
    "cause": "食品经营许可", "licence_no": "JY1", "party_kind": "unit", "party_name": "示范县清河食品店", "licence_ground": "fraud",
    "licence_found_on": "2026-05-06", "facts_found": "提交伪造的检测报告。",
}  # fmt: skip


def ground(**more: Any) -> Story:
    return Story("licence.ending").take("note_licence_ground", "2026-05-06T09:00", {**GROUND, **more})


def test_what_was_got_by_fraud_is_revoked_and_cancelled():
    case = ground()
    assert case.refused("keep_licence", "2026-05-11T10:00", {"licence_harms_public": False, "reason": "整改", "opinion": "同意。"}) == ["XK-069-2"]
    case.take("hear_licensee", "2026-05-08T10:00", {"said": "无异议", "checked": "属实"})
    case.take("revoke_licence", "2026-05-11T10:00", {"licence_harms_public": False, "licence_loss": False, "reason": "欺骗取得", "opinion": "同意。"})
    assert case.refused("close_ending", "2026-05-12T10:00", {}) == ["XK-070-after"]
    assert procedure_of("licence.ending").turn("decided", case.state.facts) == "cancel_licence"
    case.take("cancel_licence", "2026-05-12T10:00", {"how": "收回证件"}).take("close_ending", "2026-05-12T11:00", {})
    assert case.state.ended


def test_a_loss_by_the_organs_own_fault_is_made_good():
    case = ground(licence_ground="procedure")
    revoke = {"licence_harms_public": False, "licence_loss": True, "reason": "程序违法", "opinion": "同意。"}
    assert case.refused("revoke_licence", "2026-05-11T10:00", revoke) == ["XK-069-1-loss"]
    assert case.refused("revoke_licence", "2026-05-11T10:00", {**revoke, "licence_compensated": True, "licence_harms_public": True}) == ["XK-069-1-public"]
    case.take("revoke_licence", "2026-05-11T10:00", {**revoke, "licence_compensated": True})


def test_a_licence_is_withdrawn_only_for_the_public_and_with_compensation():
    case = ground(licence_ground="law_changed")
    withdraw = {"licence_withdrawal": "withdraw", "licence_public_interest": False, "licence_loss": False, "reason": "依据废止", "opinion": "同意。"}
    assert case.refused("withdraw_licence", "2026-05-11T10:00", withdraw) == ["XK-008-2"]
    case.take("withdraw_licence", "2026-05-11T10:00", {**withdraw, "licence_public_interest": True})


def test_a_licence_that_ran_out_is_cancelled():
    case = ground(licence_ground="expired").take("cancel_licence", "2026-05-12T10:00", {"how": "公告"}).take("close_ending", "2026-05-12T11:00", {})
    assert case.state.ended
