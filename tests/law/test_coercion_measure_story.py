"""Seizure, freeze and restraint taken step by step: the main path, the branches, and each unlawful step refused by its rule."""

import pytest

from fadu.law.rules import Verdict
from tests.law.judging import verdict
from tests.law.story import TWO_AND_APART
from tests.law.telling_coercion import Telling


@pytest.mark.parametrize("name", ["measure", "freeze", "restraint"])
def test_the_main_path_runs_to_its_end(name: str):
    telling = Telling(name)
    telling.go(*telling.steps)
    assert telling.state.stage == "closed"
    assert telling.state.ended
    assert telling.state.course.turn("closed", telling.state.facts) == ""


# --- seizure


def test_the_last_days_of_a_seizure():
    """Tue 2 June and 30 days: Thu 2 July; twelve days of testing told: 14 July; nine were needed: Sat 11 July, which stands; with 15 more: 26 July."""
    telling = Telling("measure").go("propose_measure", "approve_measure_taking", "seize")
    assert telling.due("QZ-025-1") == "2026-07-02"
    telling.go("begin_measure_test")
    assert telling.due("QZ-025-1") == "2026-07-14"
    telling.go("end_measure_test")
    assert telling.due("QZ-025-1") == "2026-07-11"
    telling.go("extend_measure")
    assert telling.due("QZ-025-1") == "2026-07-26"


def test_a_seizure_kept_a_day_too_long_is_found_and_can_only_be_lifted():
    telling = Telling("measure").before("dispose_measure")
    assert telling.not_lawful("dispose_measure", "2026-07-27T09:00", {"measure_disposal": "confiscate"}) == ["QZ-027"]
    assert telling.not_lawful("dispose_measure", "2026-07-26T09:00", {"measure_disposal": "confiscate"}) == []
    telling.go("dispose_measure", at="2026-07-27T09:00")
    assert verdict("QZ-025-1", **telling.state.facts) is Verdict.FAILS
    in_time = Telling("measure").before("dispose_measure").go("dispose_measure", at="2026-07-26T09:00")
    assert verdict("QZ-025-1", **in_time.state.facts) is Verdict.PASSES


def test_a_seizure_that_nobody_ends_is_found_the_day_after():
    facts = Telling("measure").before("dispose_measure").state.facts
    assert verdict("QZ-025-1", "2026-07-26", **facts) is Verdict.NOT_YET_JUDGED
    assert verdict("QZ-025-1", "2026-07-27", **facts) is Verdict.FAILS


@pytest.mark.parametrize(
    ("but", "known", "rules"),
    [
        ({"measure_party_summoned": False}, {}, ["QZ-018-4"]),
        ({"measure_told": ["REASONS", "BASIS", "RIGHTS"]}, {}, ["QZ-018-5"]),
        ({"measure_heard": False}, {}, ["QZ-018-6"]),
        ({"measure_party_signed": "unsigned"}, {}, ["QZ-018-8"]),
        ({"measure_officers_signed": False}, {}, ["QZ-018-8"]),
        ({"measure_party_came": False}, {}, ["QZ-018-9"]),
        ({"measure_party_came": False, "measure_witness_signed": True, "witness_name": "钱某"}, {}, []),
        ({"card_shown": False}, {}, ["QZ-018-3"]),
        ({}, {"certified_officers": 1}, ["QZ-018-2"]),
        ({}, {"uncertified_officers": 1}, ["QZ-017-3"]),
        ({"measure_decision_handed": False}, {}, ["QZ-024-1"]),
        ({"measure_list_handed": False}, {}, ["QZ-024-1"]),
        ({"measure_decision_parts": ["PARTY", "REASONS", "OBJECTS", "ORGAN"]}, {}, ["QZ-024-2"]),
        ({"measure_list_copies": 1}, {}, ["QZ-024-3"]),
    ],
)
def test_each_form_of_taking_is_demanded(but: dict[str, object], known: dict[str, int], rules: list[str]):
    assert Telling("measure").before("seize").not_lawful("seize", but=but, **known) == rules


def test_no_seizure_without_approval_unless_it_is_urgent():
    telling = Telling("measure").go("propose_measure")
    assert telling.not_lawful("seize", "2026-06-01T11:00") == ["QZ-018-1"]
    telling.go("seize", at="2026-06-01T11:00", but={"measure_on_the_spot": True})
    assert telling.state.course.turn("held", telling.state.facts) == "ratify_measure"
    telling.take("ratify_measure", "2026-06-02T11:00", {"ratified": "yes", "opinion": "同意。"})
    assert verdict("QZ-019", **telling.state.facts) is Verdict.PASSES
    late = Telling("measure").go("propose_measure").go("seize", at="2026-06-01T11:00", but={"measure_on_the_spot": True})
    late.take("ratify_measure", "2026-06-02T11:01", {"ratified": "yes", "opinion": "同意。"})
    assert verdict("QZ-019", **late.state.facts) is Verdict.FAILS


def test_what_the_head_does_not_ratify_is_lifted_on_the_day():
    telling = Telling("measure").go("propose_measure").go("seize", at="2026-06-01T11:00", but={"measure_on_the_spot": True})
    telling.take("ratify_measure", "2026-06-01T16:00", {"ratified": "no", "opinion": "立即解除。"})
    assert telling.not_lawful("dispose_measure", "2026-06-02T09:00") == ["QZ-019-lift"]
    assert telling.not_lawful("dispose_measure", "2026-06-01T17:00") == []


@pytest.mark.parametrize(
    ("but", "rules"),
    [
        ({"measure_alternatives_weighed": False}, ["QZ-005"]),
        ({"measure_basis_level": "department_rule"}, ["QZ-010-1", "QZ-010-4"]),
        ({"measure_basis_level": "local_regulation", "measure_basis_residual": True}, []),
        ({"measure_minor": True, "measure_minor_reasoned": False}, ["QZ-016-2"]),
        ({"measure_organ_kind": "entrusted"}, ["QZ-017-1"]),
        ({"measure_organ_kind": "concentrated", "measure_basis_matched": False}, ["QZ-017-2"]),
        ({"measure_organ_kind": "otherwise", "measure_in_scope": True}, ["QZ-070"]),
        ({"measure_related": False}, ["QZ-023-1"]),
        ({"measure_necessities": True}, ["QZ-023-1"]),
        ({"measure_held_by_other": True}, ["QZ-023-2"]),
    ],
)
def test_what_may_not_even_be_proposed(but: dict[str, object], rules: list[str]):
    assert Telling("measure").not_lawful("propose_measure", but=but) == rules


def test_testing_is_told_and_paid_by_the_organ():
    telling = Telling("measure").before("begin_measure_test")
    assert telling.not_lawful("begin_measure_test", but={"measure_test_told": False}) == ["QZ-025-3"]
    assert telling.not_lawful("begin_measure_test", but={"measure_test_paid_by": "party"}) == ["QZ-025-3"]


def test_a_test_that_overruns_what_was_told_does_not_lengthen_the_seizure():
    telling = Telling("measure").go("propose_measure", "approve_measure_taking", "seize", "begin_measure_test")
    telling.take("end_measure_test", "2026-06-30T09:00", {"result": "不合格"})
    assert telling.due("QZ-025-1") == "2026-07-14"


def test_an_extension_in_time_of_at_most_thirty_days_and_told():
    telling = Telling("measure").before("extend_measure")
    assert telling.not_lawful("extend_measure", but={"measure_extension_days": 31}) == ["QZ-025-1-days"]
    assert telling.not_lawful("extend_measure", "2026-07-11T09:00") == []
    assert telling.not_lawful("extend_measure", "2026-07-12T09:00") == ["QZ-025-1-late"]
    telling.go("extend_measure")
    assert telling.not_lawful("tell_measure_extension", but={"measure_extension_reasoned": False}) == ["QZ-025-2"]
    assert telling.not_lawful("dispose_measure") == ["QZ-025-2"]  # nobody told the party


def test_custody_costs_the_party_nothing():
    telling = Telling("measure").before("extend_measure")
    asked = {"keeper": "示范仓储公司", "measure_custody_third": False, "measure_custody_charged": "0"}
    assert telling.refused("entrust_custody", "2026-06-13T09:00", asked) == []
    assert telling.refused("entrust_custody", "2026-06-13T09:00", {**asked, "measure_custody_charged": "10"}) == ["QZ-026-3"]
    assert telling.refused("entrust_custody", "2026-06-13T09:00", {**asked, "measure_custody_third": True, "measure_custody_bound": True}) == ["QZ-026-2"]


def test_goods_are_given_back_at_once_and_damage_is_made_good():
    telling = Telling("measure").before("return_held_goods")
    assert telling.not_lawful("return_held_goods", "2026-07-21T09:00") == ["QZ-028-2"]
    assert telling.not_lawful("return_held_goods", but={"measure_custody_charged": "1"}) == ["QZ-026-3"]
    assert telling.not_lawful("close_measure") == ["QZ-026-3", "QZ-028-2"]  # nothing was given back
    telling.go("return_held_goods", but={"measure_proceeds": "500", "measure_proceeds_returned": "400"})
    assert telling.not_lawful("close_measure") == ["QZ-028-2-proceeds"]
    assert telling.not_lawful("close_measure", but={"measure_goods_spoiled": True, "measure_spoiled_compensated": False}) == ["QZ-026-1", "QZ-028-2-proceeds"]


def test_with_a_crime_the_goods_go_along():
    telling = Telling("measure").before("extend_measure")
    handed = {
        "to_organ": "示范县公安局",
        "goods": telling.steps["seize"][1]["goods"],
        "measure_transfer_whole": True,
        "measure_transfer_told": True,
        "opinion": "同意移送。",
    }
    assert telling.refused("hand_to_justice", "2026-06-20T09:00", {**handed, "measure_transfer_told": False}) == ["QZ-021"]
    telling.take("hand_to_justice", "2026-06-20T09:00", handed)
    assert telling.state.stage == "transferred"


def test_the_head_may_decline():
    telling = Telling("measure").go("propose_measure").take("decline_measure", "2026-06-01T15:00", {"opinion": "责令改正即可。"})
    assert telling.state.ended


# --- freeze


def test_the_last_days_of_a_freeze():
    """Tue 2 June: three working days end on Fri 5 June; thirty days on Thu 2 July."""
    telling = Telling("freeze").go("propose_measure", "approve_measure_taking", "freeze")
    assert telling.due("QZ-031") == "2026-06-05"
    assert telling.due("QZ-032-1") == "2026-07-02"


@pytest.mark.parametrize(
    ("step", "but", "rules"),
    [
        ("propose_measure", {"measure_basis_level": "admin_regulation", "measure_basis_residual": True}, ["QZ-010-1", "QZ-029-1"]),
        ("propose_measure", {"measure_organ_kind": "entrusted"}, ["QZ-017-1", "QZ-029-1"]),
        ("propose_measure", {"measure_amount": "80000.01"}, ["QZ-029-2"]),
        ("propose_measure", {"measure_held_by_other": True}, ["QZ-029-2"]),
        ("freeze", {"card_shown": False}, ["QZ-018-3", "QZ-030-1"]),
        ("freeze", {"measure_bank_noticed_on": "2026-06-03"}, ["QZ-030-1"]),
        ("serve_freeze", {"measure_decision_parts": ["PARTY", "REASONS", "REMEDY", "ORGAN"]}, ["QZ-031-parts"]),
        ("tell_freeze_release", {"measure_party_released_on": ""}, ["QZ-033-2"]),
    ],
)
def test_unlawful_steps_of_a_freeze(step: str, but: dict[str, object], rules: list[str]):
    assert Telling("freeze").before(step).not_lawful(step, but=but) == rules


def test_a_freeze_that_has_lapsed_can_only_be_lifted():
    telling = Telling("freeze").before("dispose_measure")
    pay = {"measure_disposal": "pay"}
    assert telling.not_lawful("dispose_measure", "2026-07-02T09:00", pay) == []
    assert telling.not_lawful("dispose_measure", "2026-07-03T09:00", pay) == ["QZ-033-3"]
    assert telling.not_lawful("dispose_measure", "2026-07-03T09:00") == []
    extension = {"measure_extension_days": 30, "reason": "情况复杂", "from": "2026-07-03", "until": "2026-08-01", "opinion": "同意。"}
    assert telling.refused("extend_measure", "2026-07-03T09:00", extension) == ["QZ-033-3-extend"]
    assert telling.refused("extend_measure", "2026-07-02T09:00", {**extension, "measure_extension_days": 31}) == ["QZ-032-1-days"]
    telling.take("extend_measure", "2026-07-02T09:00", extension)
    assert telling.due("QZ-032-1") == "2026-08-01"
    telling.take("tell_measure_extension", "2026-07-02T10:00", {"measure_extension_written": True, "measure_extension_reasoned": True, "receiver": "王清河"})
    assert telling.not_lawful("dispose_measure", "2026-08-02T09:00", pay) == ["QZ-033-3"]


def test_a_freeze_is_not_closed_before_bank_and_party_are_told():
    assert Telling("freeze").before("tell_freeze_release").not_lawful("close_measure") == ["QZ-033-2"]


# --- restraint


def test_a_restraint_ends_with_its_purpose_and_the_family_is_told():
    telling = Telling("restraint").before("dispose_measure")
    assert telling.not_lawful("dispose_measure", "2026-06-07T08:00") == ["QZ-020-2"]
    assert telling.not_lawful("ratify_measure", "2026-06-06T00:10") == ["QZ-020-1-2"]
    untold = Telling("restraint").go("propose_measure", "take_measure")
    assert untold.not_lawful("notify_family", "2026-06-06T08:00") == ["QZ-020-1-1"]
    assert untold.not_lawful("notify_family", but={"measure_family_told": ["ORGAN", "PLACE"]}) == ["QZ-020-1-1"]


def test_a_restraint_stands_in_a_law_and_in_no_regulation():
    but = {"measure_basis_level": "admin_regulation", "measure_basis_residual": True}
    assert Telling("restraint").not_lawful("propose_measure", but=but) == ["QZ-010-1"]
    other = {"measure_kind": "other", "measure_basis_names_kind": False}
    assert Telling("restraint").not_lawful("propose_measure", but=other) == ["QZ-009"]


def test_who_takes_part_is_what_the_platform_read():
    assert Telling("measure").before("begin_measure_test").state.facts["measure_officers"] == TWO_AND_APART["certified_officers"]
