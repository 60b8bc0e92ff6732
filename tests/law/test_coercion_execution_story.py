"""Enforcement, proxy, demolition and the court taken step by step: the main path, the branches, and each unlawful step refused by its rule."""

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import verdict
from tests.law.telling_coercion import Telling


@pytest.mark.parametrize("name", ["enforcement", "proxy", "demolition", "court"])
def test_the_main_path_runs_to_its_end(name: str):
    telling = Telling(name)
    telling.go(*telling.steps)
    assert telling.state.stage == "closed"
    assert telling.state.ended


# --- by the organ's own hand


@pytest.mark.parametrize(
    ("but", "rules"),
    [
        ({"enforcement_alternatives_weighed": False}, ["QZ-005-enforce"]),
        ({"enforcement_order_written": False}, ["QZ-037-2"]),
        ({"enforcement_order_parts": ["PARTY", "REASONS", "WAY", "ORGAN"]}, ["QZ-037-2"]),
        ({"enforcement_at_once": True, "enforcement_flight_proven": False}, ["QZ-037-3"]),
    ],
)
def test_what_a_decision_to_enforce_needs(but: dict[str, object], rules: list[str]):
    assert Telling("enforcement").before("order_enforcement").not_lawful("order_enforcement", but=but) == rules


def test_no_enforcement_without_a_demand_or_before_its_term_is_over():
    opened = Telling("enforcement").go("open_enforcement")
    assert opened.not_lawful("order_enforcement") == ["QZ-035", "QZ-037-1"]
    telling = Telling("enforcement").before("order_enforcement")
    assert telling.not_lawful("order_enforcement", "2026-05-07T09:00") == ["QZ-037-1"]
    assert telling.not_lawful("order_enforcement", "2026-05-08T09:00") == []


def test_at_once_where_goods_are_being_hidden():
    telling = Telling("enforcement").before("order_enforcement")
    proven = {"enforcement_at_once": True, "enforcement_flight_proven": True}
    assert telling.not_lawful("order_enforcement", "2026-05-07T09:00", proven) == []
    assert telling.not_lawful("order_enforcement", "2026-05-08T09:00", proven) == ["QZ-037-3"]


def test_without_a_law_the_organ_goes_to_court():
    powerless = Telling("enforcement")
    powerless.go("open_enforcement", but={"enforcement_own_power": False, "enforcement_power_level": ""})
    powerless.go("demand_performance", "hear_demand_objection")
    assert powerless.not_lawful("order_enforcement") == ["QZ-013-2"]
    by_regulation = Telling("enforcement")
    by_regulation.go("open_enforcement", but={"enforcement_power_level": "local_regulation"}).go("demand_performance")
    assert by_regulation.not_lawful("order_enforcement") == ["QZ-013-1"]


def test_a_surcharge_is_told_capped_and_thirty_days_old():
    telling = Telling("enforcement").go("open_enforcement")
    assert telling.not_lawful("add_enforcement_surcharge", but={"enforcement_surcharge_told": False}) == ["QZ-045-1"]
    assert telling.not_lawful("add_enforcement_surcharge", but={"enforcement_surcharge": "30000"}) == []
    assert telling.not_lawful("add_enforcement_surcharge", but={"enforcement_surcharge": "30000.01"}) == ["QZ-045-2"]
    # Fri 10 April and 30 days: Sun 10 May, rolls to Mon 11 May
    late = (
        Telling("enforcement").go("open_enforcement").go("add_enforcement_surcharge", at="2026-04-13T09:00", but={"enforcement_surcharged_from": "2026-04-10"})
    )
    late.go("demand_performance", "hear_demand_objection")
    assert late.not_lawful("order_enforcement") == ["QZ-046-1"]
    assert late.not_lawful("order_enforcement", "2026-05-12T09:00") == []


def test_the_demand_is_written_complete_and_delivered():
    telling = Telling("enforcement").go("open_enforcement")
    assert telling.not_lawful("demand_performance", but={"enforcement_demand_service": "post", "enforcement_demand_undeliverable": False}) == ["QZ-038-demand"]
    telling.go("demand_performance", but={"enforcement_demand_parts": ["TERM", "WAY", "DEFENCE"]})
    assert telling.not_lawful("order_enforcement") == ["QZ-035"]  # no amount, though money is owed


def test_what_the_party_says_is_checked_and_what_is_founded_adopted():
    telling = Telling("enforcement").before("hear_demand_objection").go("hear_demand_objection", but={"enforcement_objection_checked": False})
    assert telling.not_lawful("order_enforcement") == ["QZ-036"]
    ignored = Telling("enforcement").before("hear_demand_objection")
    ignored.go("hear_demand_objection", but={"enforcement_objection_founded": True, "enforcement_objection_adopted": False})
    assert ignored.not_lawful("order_enforcement") == ["QZ-036"]


def test_money_is_transferred_by_law_and_reaches_the_treasury():
    telling = Telling("enforcement").before("transfer_deposit")
    assert telling.not_lawful("transfer_deposit", but={"enforcement_bank_told": False}) == ["QZ-047-1"]
    telling.go("transfer_deposit")
    assert telling.not_lawful("close_enforcement") == ["QZ-049"]
    assert telling.go("bank_enforcement_proceeds", but={"enforcement_banked": "30899.99"}).not_lawful("close_enforcement") == ["QZ-049"]


EXECUTED = {
    "present": [1, 2],
    "card_shown": True,
    "place": "示范县清河路 12 号",
    "enforcement_executed_at": "2026-05-13T09:00",
    "enforcement_executed_until": "2026-05-13T11:00",
    "course": "依法执行。",
}


@pytest.mark.parametrize(
    ("but", "rules"),
    [
        ({}, []),
        ({"enforcement_executed_at": "2026-05-13T05:59"}, ["QZ-043-1"]),
        ({"enforcement_executed_until": "2026-05-13T22:01"}, ["QZ-043-1"]),
        ({"enforcement_executed_at": "2026-06-19T09:00", "enforcement_executed_until": "2026-06-19T11:00"}, ["QZ-043-1"]),  # 端午节
        ({"enforcement_executed_at": "2026-05-13T03:00", "enforcement_executed_urgently": True}, []),
        ({"enforcement_cuts_utilities": True, "enforcement_residential": True}, ["QZ-043-2"]),
    ],
)
def test_not_by_night_not_on_holidays_and_not_by_cutting_off_water(but: dict[str, object], rules: list[str]):
    telling = Telling("enforcement").before("transfer_deposit")
    assert telling.refused("execute_enforcement", "2026-06-22T12:00", {**EXECUTED, **but}) == rules


def test_an_organ_without_power_may_only_sell_what_it_had_seized():
    opened = {"enforcement_own_power": False, "enforcement_power_level": "", "enforcement_order_served_on": "2025-09-01"}
    telling = Telling("enforcement").go("open_enforcement", but=opened).go("demand_performance")
    sold = {
        "goods_sold": "纯牛奶 42 箱",
        "house": "示范拍卖行",
        "enforcement_auctioneer": True,
        "enforcement_seized_before": True,
        "enforcement_proceeds": "2000",
        "opinion": "同意。",
    }
    assert telling.refused("auction_seized", "2026-05-11T09:00", sold) == []
    assert telling.refused("auction_seized", "2026-05-11T09:00", {**sold, "enforcement_seized_before": False}) == ["QZ-046-3"]
    assert telling.refused("auction_seized", "2026-05-11T09:00", {**sold, "enforcement_auctioneer": False}) == ["QZ-048"]
    early = Telling("enforcement").go("open_enforcement", but={**opened, "enforcement_order_served_on": "2026-03-02"}).go("demand_performance")
    assert early.refused("auction_seized", "2026-05-11T09:00", sold) == ["QZ-046-3"]


def test_suspended_resumed_ended():
    telling = Telling("enforcement").before("order_enforcement")
    why = {"enforcement_suspend_ground": "unable", "reason": "暂无能力", "enforcement_harmless": True, "enforcement_incapable": True, "opinion": "同意。"}
    assert telling.refused("suspend_enforcement", "2026-05-08T09:00", {**why, "enforcement_suspend_ground": "none"}) == ["QZ-039-1"]
    telling.take("suspend_enforcement", "2026-05-08T09:00", why)
    order = telling.state.course["order_enforcement"]
    assert order.unfit is not None
    assert order.unfit(telling.state.facts)
    assert telling.state.course.turn("demanded", telling.state.facts) == "resume_enforcement"
    gone = {"enforcement_suspend_gone_on": "2029-05-01", "opinion": "恢复。"}
    assert telling.refused("resume_enforcement", "2029-05-08T09:00", gone) == []
    assert telling.refused("resume_enforcement", "2029-05-09T09:00", gone) == ["QZ-039-2"]
    end = {"enforcement_end_ground": "none", "reason": "不再执行", "opinion": "同意。"}
    assert telling.refused("end_enforcement", "2029-05-09T09:00", end) == ["QZ-040"]
    telling.take("end_enforcement", "2029-05-09T09:00", {**end, "enforcement_end_ground": "needed"})
    assert telling.state.stage == "ended"


def test_what_was_enforced_on_a_decision_that_fell_is_turned_back():
    telling = Telling("enforcement").before("close_enforcement").take("note_enforcement_overturned", "2026-05-14T10:00", {"what": "决定被撤销"})
    assert telling.not_lawful("close_enforcement") == ["QZ-041"]
    telling.take("turn_back_enforcement", "2026-05-14T11:00", {"enforcement_restored_by": "returned", "how": "退还税款"})
    assert telling.not_lawful("close_enforcement") == []


def test_an_agreement_waives_no_principal_and_is_kept():
    telling = Telling("enforcement").before("deliver_enforcement_order")
    terms = {"terms": "分三期缴纳", "enforcement_agreement_harms": False, "opinion": "同意。"}
    assert telling.refused("agree_enforcement", "2026-05-12T08:00", {**terms, "enforcement_principal_waived": "1"}) == ["QZ-042-1"]
    assert telling.refused("agree_enforcement", "2026-05-12T08:00", {**terms, "enforcement_surcharge_waived": "900"}) == ["QZ-042-1"]
    telling.take("agree_enforcement", "2026-05-12T08:00", {**terms, "enforcement_surcharge_waived": "900", "enforcement_remedied": True})
    telling.take("break_enforcement_agreement", "2026-05-12T08:30", {"what": "第一期没有缴纳"})
    telling.go("deliver_enforcement_order", "transfer_deposit", "bank_enforcement_proceeds")
    assert telling.not_lawful("close_enforcement") == ["QZ-042-2"]
    telling.take("resume_after_breach", "2026-05-14T15:00", {"opinion": "恢复执行。"})
    assert telling.not_lawful("close_enforcement") == []


def test_who_performs_is_not_enforced_against():
    telling = Telling("enforcement").before("order_enforcement").take("note_enforcement_performance", "2026-05-08T09:00", {"how": "已缴清"})
    assert telling.state.stage == "executed"


# --- by proxy


def test_a_proxy_performance_without_notice_is_refused():
    telling = Telling("proxy").before("demand_proxy_again")
    assert telling.not_lawful("perform_proxy") == ["QZ-051-1-2"]
    telling.go("demand_proxy_again")
    # Thu 16 April: Fri 17, Mon 20, Tue 21 lie between
    short = {"enforcement_executed_at": "2026-04-21T09:00", "enforcement_executed_until": "2026-04-21T15:00"}
    enough = {"enforcement_executed_at": "2026-04-22T09:00", "enforcement_executed_until": "2026-04-22T15:00"}
    assert telling.not_lawful("perform_proxy", but=short) == ["QZ-051-1-2"]
    assert telling.not_lawful("perform_proxy", but=enough) == []


def test_a_proxy_performance_without_its_decision_served():
    telling = Telling("proxy").before("deliver_proxy").go("demand_proxy_again")
    assert telling.not_lawful("perform_proxy") == ["QZ-051-1-1"]


@pytest.mark.parametrize(
    ("step", "but", "rules"),
    [
        ("order_proxy", {"enforcement_harm": "none"}, ["QZ-050"]),
        ("order_proxy", {"enforcement_performer": "interested"}, ["QZ-050"]),
        ("order_proxy", {"enforcement_restoration": False}, ["QZ-050"]),
        ("perform_proxy", {"enforcement_supervisors": 0}, ["QZ-051-1-3"]),
        ("perform_proxy", {"enforcement_executed_at": "2026-04-23T04:00"}, ["QZ-043-1"]),
        ("finish_proxy", {"enforcement_proxy_signed": ["SUPERVISOR", "PROXY"]}, ["QZ-051-1-4"]),
        ("finish_proxy", {"enforcement_proxy_charged": "5600.01"}, ["QZ-051-2"]),
    ],
)
def test_unlawful_steps_of_a_proxy_performance(step: str, but: dict[str, object], rules: list[str]):
    assert Telling("proxy").before(step).not_lawful(step, but=but) == rules


def test_a_proxy_decision_follows_a_demand():
    assert Telling("proxy").go("open_proxy").not_lawful("order_proxy") == ["QZ-035", "QZ-037-1", "QZ-050"]


def test_clearing_at_once_and_telling_the_party_after():
    telling = Telling("proxy").go("open_proxy", but={"way": "at_once", **dict.fromkeys(AT_ONCE_LEAVES_OUT, "")})
    cleared = {
        "present": [1, 2],
        "place": "示范县南街",
        "enforcement_cleared_place": "road",
        "enforcement_cleared_thing": "dropped",
        "enforcement_party_unable": True,
        "enforcement_party_away": True,
        "course": "清除路面遗洒渣土。",
    }
    assert telling.refused("clear_at_once", "2026-04-01T09:00", {**cleared, "enforcement_cleared_place": "other"}) == ["QZ-052"]
    assert telling.refused("clear_at_once", "2026-04-01T09:00", {**cleared, "enforcement_party_unable": False}) == ["QZ-052"]
    telling.take("clear_at_once", "2026-04-01T09:00", cleared)
    told = {"how": "电话", "receiver": "吴建国"}
    assert telling.refused("tell_cleared", "2026-04-02T09:00", told) == ["QZ-052-told"]
    assert telling.state.course.turn("performed", telling.state.facts) == "tell_cleared"
    telling.take("tell_cleared", "2026-04-01T11:00", told).go("finish_proxy", "close_enforcement")
    assert telling.state.ended


AT_ONCE_LEAVES_OUT = (
    "order_title",
    "order_number",
    "enforcement_order_served_on",
    "enforcement_order_perform_by",
    "enforcement_remedy_told",
    "enforcement_involves_money",
)


# --- demolition


def test_an_illegal_demolition_is_refused_until_every_remedy_is_spent():
    telling = Telling("demolition").before("demolish")
    at = {"enforcement_executed_at": "2026-03-02T09:00", "enforcement_executed_until": "2026-03-02T12:00"}
    assert telling.not_lawful("demolish", but=at) == ["QZ-044-b", "CX-068"]
    assert telling.not_lawful("demolish") == []


def test_a_demolition_after_sixty_days_without_announcement():
    telling = Telling("demolition").before("announce_demolition")
    at = {"enforcement_executed_at": "2025-11-03T09:00", "enforcement_executed_until": "2025-11-03T12:00"}
    found = telling.not_lawful("demolish", "2025-11-03T13:00", at)
    assert set(found) == {"QZ-044-a", "QZ-044-b", "CX-068", "QZ-035", "QZ-037-1", "QZ-037-2"}


def test_no_building_falls_without_demand_and_decision():
    telling = Telling("demolition").before("demand_performance").go("note_government_charge")
    assert telling.not_lawful("demolish") == ["QZ-035", "QZ-037-1", "QZ-037-2"]
    telling = Telling("demolition").before("order_enforcement").go("note_government_charge")
    assert telling.not_lawful("demolish") == ["QZ-035", "QZ-037-1", "QZ-037-2"]


def test_a_suit_holds_the_demolition_back_until_it_ends():
    telling = Telling("demolition").before("demolish").take("note_enforcement_remedy", "2026-03-03T11:00", {"enforcement_sued_from": "2026-02-20"})
    assert telling.not_lawful("demolish") == ["QZ-044-b"]
    telling.take("note_enforcement_remedy", "2026-03-04T11:00", {"enforcement_sued_from": "2026-02-20", "enforcement_sued_until": "2026-03-04"})
    assert telling.not_lawful("demolish") == []


@pytest.mark.parametrize(
    ("but", "rules"),
    [
        ({"enforcement_executed_at": "2026-03-05T05:00"}, ["QZ-043-1"]),
        ({"enforcement_cuts_utilities": True, "enforcement_residential": True}, ["QZ-043-2"]),
    ],
)
def test_how_a_building_may_not_be_demolished(but: dict[str, object], rules: list[str]):
    assert Telling("demolition").before("demolish").not_lawful("demolish", but=but) == rules


@pytest.mark.parametrize(
    ("but", "rules"),
    [
        ({"enforcement_building_organ": "township"}, ["CX-064"]),
        ({"enforcement_stop_ordered": False}, ["CX-064"]),
        ({"enforcement_building_fine": "12000.01"}, ["CX-064-most"]),
        ({"enforcement_correctable": True, "enforcement_building_action": "correct", "enforcement_building_fine": "6000"}, []),
        ({"enforcement_correctable": True, "enforcement_building_action": "correct", "enforcement_building_fine": "5999.99"}, ["CX-064-least"]),
        ({"enforcement_remedy_told": "short"}, ["SR-040-1"]),
    ],
)
def test_unlawful_orders_on_a_building(but: dict[str, object], rules: list[str]):
    assert Telling("demolition").before("order_building").not_lawful("order_building", but=but) == rules


def test_a_township_orders_without_a_fine_and_waits_for_the_term():
    telling = Telling("demolition").go("survey_building", but={"enforcement_zone": "rural"})
    township = {"enforcement_building_organ": "township", "enforcement_building_action": "correct", "enforcement_correctable": True}
    assert telling.not_lawful("order_building", but={**township, "enforcement_building_fine": "1"}) == ["CX-065"]
    assert telling.not_lawful("order_building", but=township) == []


def test_temporary_and_unsightly_buildings():
    temporary = Telling("demolition").go("survey_building", but={"enforcement_zone": "temporary"})
    assert temporary.not_lawful("order_building") == ["CX-066"]  # not the planners of the city or county
    assert temporary.not_lawful("order_building", but={"enforcement_building_organ": "city_planning", "enforcement_building_fine": "120000"}) == []
    assert temporary.not_lawful("order_building", but={"enforcement_building_organ": "city_planning", "enforcement_building_fine": "120000.01"}) == ["CX-066"]
    unsightly = Telling("demolition").go("survey_building", but={"enforcement_zone": "appearance"})
    unsightly.go("order_building", but={"enforcement_building_organ": "appearance"}).go("serve_building_order", "announce_demolition", "demand_performance")
    unsightly.go("order_enforcement", "deliver_enforcement_order")
    assert unsightly.not_lawful("demolish") == ["SR-037"]  # the county has not approved
    assert unsightly.go("note_government_charge").not_lawful("demolish") == []


def test_the_survey_shows_a_card_and_the_result_is_published():
    assert Telling("demolition").not_lawful("survey_building", but={"card_shown": False}) == ["CX-053-2"]
    assert Telling("demolition").before("publish_building_results").not_lawful("close_enforcement") == ["CX-054"]


def test_what_the_superior_ordered_is_done_before_closing():
    telling = Telling("demolition").before("demolish")
    telling.take("note_planning_superior", "2026-03-04T10:00", {"superior": "示范市规划局", "enforcement_superior_ordered_on": "2026-03-04"})
    telling.go("demolish", "publish_building_results")
    assert telling.not_lawful("close_enforcement") == ["CX-056"]
    assert telling.not_lawful("close_enforcement", but={"enforcement_superior_answered_on": "2026-03-09"}) == []


# --- the court


@pytest.mark.parametrize(
    ("but", "rules"),
    [
        ({"enforcement_court_materials": ["APPLICATION", "DECISION", "TARGET"]}, ["QZ-055-1"]),
        ({"enforcement_court_attested": ["SIGNED", "DATED"]}, ["QZ-055-2"]),
        ({"enforcement_court_fee": "50"}, ["QZ-060-1"]),
        ({"enforcement_court_urgent": True, "enforcement_court_safety": False}, ["QZ-059-safety"]),
    ],
)
def test_what_an_application_needs(but: dict[str, object], rules: list[str]):
    assert Telling("court").before("apply_to_court").not_lawful("apply_to_court", but=but) == rules


def test_ten_working_days_after_the_demand_and_three_months_after_the_remedies():
    telling = Telling("court").before("apply_to_court")
    assert telling.not_lawful("apply_to_court", "2026-03-17T09:00") == ["QZ-054"]
    assert telling.not_lawful("apply_to_court", "2026-06-02T09:00") == []
    assert telling.not_lawful("apply_to_court", "2026-06-03T09:00") == ["QZ-053"]
    assert telling.not_lawful("apply_to_court", "2026-06-03T09:00", {"enforcement_late_reasoned": True}) == []


def test_not_while_the_party_may_still_sue_nor_without_a_demand():
    early = Telling("court").go("open_court_enforcement", but={"enforcement_order_served_on": "2025-12-01"}).go("demand_performance")
    assert early.not_lawful("apply_to_court") == ["QZ-053-ripe"]
    assert Telling("court").go("open_court_enforcement").not_lawful("apply_to_court") == ["QZ-054"]


def test_the_clocks_of_the_court_and_the_ways_to_the_higher_court():
    """Wed 18 March: 19 20 23 24 25; Fri 20 March: 23 24 25 26 27 30 31 March."""
    telling = Telling("court").before("court_accepts_application")
    assert telling.due("QZ-056-1") == "2026-03-25"
    refused = Telling("court").before("court_accepts_application")
    refused.take("court_refuses_application", "2026-03-20T09:00", {"enforcement_court_received_on": "2026-03-18", "ruling": "5 号", "reason": "材料不齐"})
    assert refused.due("QZ-056-2") == "2026-04-07"
    refused.take("appeal_court_refusal", "2026-04-08T09:00", {"court": "示范市中级人民法院", "reason": "材料齐全", "opinion": "同意。"})
    assert verdict("QZ-056-2", **refused.state.facts) is Verdict.FAILS
    telling.go("court_accepts_application")
    assert telling.due("QZ-057") == "2026-03-31"
    telling.go("court_rules_enforcement", but={"enforcement_court_denied": True}).take("receive_enforcement_ruling", "2026-03-30T09:00", {"how": "邮寄"})
    assert telling.state.stage == "denied"
    assert telling.due("QZ-058-3") == "2026-04-14"
    telling.take("appeal_enforcement_ruling", "2026-04-14T09:00", {"court": "示范市中级人民法院", "reason": "裁定有误", "opinion": "同意。"})
    assert verdict("QZ-058-3", **telling.state.facts) is Verdict.PASSES
