"""Premises, equipment, recordings, systems and money of an organ, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.policies.terms import whole
from fadu.law.rules import Verdict
from fadu.law.vocabulary.lists import Act, Budget, EquipmentPlan, Room
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

TOWNSHIP = {"organ_place": "130822", "organ_role": "township", "organ_rank": "town", "year": 2025}
HARBIN = {"organ_place": "230103", "organ_role": "enforcer", "organ_rank": "county", "year": 2025}
LIAOCHENG = {"organ_place": "371500", "organ_role": "enforcer", "organ_rank": "city", "year": 2025}
PROVINCE = {"organ_place": "230000", "organ_role": "enforcer", "organ_rank": "province", "year": 2025, "equipment_by": "2025-11-30"}

TABLES = [
    *table("P1-8-a", {**TOWNSHIP, "officers": 7, "recorder_officers_township": 2}, [
        ("four for seven", {"recorders": 4}, PASSES),
        ("three for seven", {"recorders": 3}, FAILS),
        ("the county says three each", {"recorders": 3, "recorder_officers_township": 3}, PASSES),
        ("not registered", {}, OPEN),
        ("the county has said nothing", {"recorders": 0, "recorder_officers_township": None}, APART),
        ("a bureau", {"organ_role": "enforcer", "recorders": 0}, APART),
    ]),
    *table("P2-A", {**HARBIN, "av_class": "a", "officers": 5, "recorder_officers_a": 2}, [
        ("three for five", {"recorders": 3}, PASSES),
        ("two for five", {"recorders": 2}, FAILS),
        ("not registered", {}, OPEN),
        ("found to be of the second class", {"av_class": "b", "recorders": 2}, APART),
        ("not classed", {"av_class": None, "recorders": 2}, OPEN),
        ("a place without a number", {"recorder_officers_a": None, "recorders": 0}, APART),
    ]),
    *table("P2-B", {**HARBIN, "av_class": "b", "officers": 7, "recorder_officers_b": 3}, [
        ("three for seven", {"recorders": 3}, PASSES),
        ("two for seven", {"recorders": 2}, FAILS),
        ("two for six", {"recorders": 2, "officers": 6}, PASSES),
        ("not registered", {}, OPEN),
        ("of the third class", {"av_class": "c", "recorders": 0}, APART),
    ]),
    *table("P1-8-b", {**TOWNSHIP, "major_scenes": 4}, [
        ("every one", {"major_scenes_filmed": 4}, PASSES),
        ("all but one", {"major_scenes_filmed": 3}, FAILS),
        ("not registered", {}, OPEN),
        ("a single one, not recorded", {"major_scenes": 1, "major_scenes_filmed": 0}, FAILS),
        ("there were none", {"major_scenes": 0}, APART),
        ("another county", {"organ_place": "130824", "major_scenes_filmed": 3}, APART),
    ]),
    *table("P2-2-3", {**HARBIN, "major_scenes": 4}, [
        ("every one", {"major_scenes_filmed": 4}, PASSES),
        ("all but one", {"major_scenes_filmed": 3}, FAILS),
        ("not registered", {}, OPEN),
        ("a single one, not recorded", {"major_scenes": 1, "major_scenes_filmed": 0}, FAILS),
        ("there were none", {"major_scenes": 0}, APART),
        ("another province", {"organ_place": "220100", "major_scenes_filmed": 3}, APART),
    ]),
    *table("P2-2-4", HARBIN, [
        ("at hand", {"recordings_at_hand": True}, PASSES),
        ("locked away", {"recordings_at_hand": False}, FAILS),
        ("not registered", {}, OPEN),
        ("another province", {"organ_place": "220100", "recordings_at_hand": False}, APART),
    ]),
    *table("P1-12", TOWNSHIP, [
        ("kept together", {"one_file_a_party": True}, PASSES),
        ("scattered", {"one_file_a_party": False}, FAILS),
        ("not registered", {}, OPEN),
        ("another county", {"organ_place": "130824", "one_file_a_party": False}, APART),
    ]),
    *table("P1-F2", {**TOWNSHIP, "office_area_most": 120}, [
        ("at the limit", {"office_area": 120}, PASSES),
        ("a square metre more", {"office_area": 121}, FAILS),
        ("not registered", {}, OPEN),
        ("another county", {"organ_place": "130824", "office_area": 121}, APART),
    ]),
    *table("P1-F3", {**TOWNSHIP, "officers": 10, "area_each_township": 8, "area_each_street": 4}, [
        ("eight each", {"office_area": 80}, PASSES),
        ("a little less", {"office_area": 79}, FAILS),
        ("a street: four each", {"organ_role": "street", "office_area": 40}, PASSES),
        ("a street: a little less", {"organ_role": "street", "office_area": 39}, FAILS),
        ("not registered", {}, OPEN),
        ("a bureau", {"organ_role": "enforcer", "office_area": 1}, APART),
        ("a place without a number", {"area_each_township": None, "office_area": 1}, APART),
    ]),
    *table("P1-F4", TOWNSHIP, [
        ("all eight", {"rooms": whole(Room)}, PASSES),
        *((f"without {room.name}", {"rooms": whole(Room) & ~room}, FAILS) for room in Room),
        ("not registered", {}, OPEN),
        ("another county", {"organ_place": "130824", "rooms": Room.DUTY}, APART),
    ]),
    *table("P1-F6", TOWNSHIP, [
        ("the three", {"rooms_filmed": Room.REGISTRATION | Room.QUESTIONING | Room.HEARING}, PASSES),
        ("not where people register", {"rooms_filmed": Room.QUESTIONING | Room.HEARING}, FAILS),
        ("not where they are questioned", {"rooms_filmed": Room.REGISTRATION | Room.HEARING}, FAILS),
        ("not where they are heard", {"rooms_filmed": Room.REGISTRATION | Room.QUESTIONING}, FAILS),
        ("not registered", {}, OPEN),
        ("another county", {"organ_place": "130824", "rooms_filmed": Room.HEARING}, APART),
    ]),
    *table("P1-F7", {**TOWNSHIP, "complaints": 5}, [
        ("a place, and all received", {"reception": True, "complaints_dealt": 5}, PASSES),
        ("one left", {"reception": True, "complaints_dealt": 4}, FAILS),
        ("no place", {"reception": False, "complaints_dealt": 5}, FAILS),
        ("not registered", {"reception": True}, OPEN),
        ("another county", {"organ_place": "130824", "reception": False}, APART),
    ]),
    *table("P2-7-3", PROVINCE, [
        ("four on 30 November", {"equipment_filed_on": "2025-11-30", "equipment_plans": whole(EquipmentPlan)}, PASSES),
        ("four on 1 December", {"equipment_filed_on": "2025-12-01", "equipment_plans": whole(EquipmentPlan)}, FAILS),
        *((f"without {part.name}", {"equipment_filed_on": "2025-11-30", "equipment_plans": whole(EquipmentPlan) & ~part}, FAILS) for part in EquipmentPlan),
        ("still time", {"today": "2025-11-30"}, OPEN),
        ("no longer", {"today": "2025-12-01"}, FAILS),
        ("a city bureau", {"organ_rank": "city"}, APART),
    ]),
    *table("P3-6", {**LIAOCHENG, "devices": 2, "devices_by": "2024-10-31"}, [
        ("on the last day", {"devices_cleared_on": "2024-10-31"}, PASSES),
        ("a day late", {"devices_cleared_on": "2024-11-01"}, FAILS),
        ("still time", {"today": "2024-10-31"}, OPEN),
        ("no longer", {"today": "2024-11-01"}, FAILS),
        ("a single device", {"devices": 1}, FAILS),
        ("no devices", {"devices": 0}, APART),
        ("a place without a day", {"devices_by": None}, APART),
    ]),
    *table("P4-5-1", {"platform_by": "2024-12-31", "platform_acts": whole(Act)}, [
        ("on the last day, all four", {"platform_on": "2024-12-31"}, PASSES),
        ("on New Year's Day", {"platform_on": "2025-01-01"}, FAILS),
        *((f"without {act.name}", {"platform_on": "2024-12-31", "platform_acts": whole(Act) & ~act}, FAILS) for act in Act),
        ("still time", {"today": "2024-12-31"}, OPEN),
        ("no longer", {}, FAILS),
        ("a system of the whole country", {"platform_exempt": True}, APART),
        ("a place without a day", {"platform_by": None}, APART),
    ]),
    *table("P4-5-2", {"own_systems": 1, "systems_linked_by": "2024-12-31"}, [
        ("on the last day", {"systems_linked_on": "2024-12-31"}, PASSES),
        ("a day late", {"systems_linked_on": "2025-01-01"}, FAILS),
        ("still time", {"today": "2024-12-31"}, OPEN),
        ("no system of its own", {"own_systems": 0}, APART),
    ]),
    *table("P3-13", LIAOCHENG, [
        ("both", {"budget": whole(Budget)}, PASSES),
        ("no equipment", {"budget": Budget.WORK}, FAILS),
        ("no work", {"budget": Budget.EQUIPMENT}, FAILS),
        ("not registered", {}, OPEN),
        ("another city", {"organ_place": "371600", "budget": Budget.WORK}, APART),
    ]),
    *table("P2-7-4", HARBIN, [
        ("apart", {"income_tied": False}, PASSES),
        ("tied", {"income_tied": True}, FAILS),
        ("not registered", {}, OPEN),
        ("another province", {"organ_place": "220100", "income_tied": True}, APART),
    ]),
    *table("P1-21-a", TOWNSHIP, [
        ("no part of the appraisal", {"fines_in_appraisal": False}, PASSES),
        ("a part of it", {"fines_in_appraisal": True}, FAILS),
        ("not registered", {}, OPEN),
        ("another county", {"organ_place": "130824", "fines_in_appraisal": True}, APART),
    ]),
    *table("P1-21-b", TOWNSHIP, [
        ("none set", {"fine_targets": 0}, PASSES),
        ("one set", {"fine_targets": 1}, FAILS),
        ("not registered", {}, OPEN),
        ("another county", {"organ_place": "130824", "fine_targets": 1}, APART),
    ]),
    *table("HB-030-3", {**TOWNSHIP, "organ_place": "130803"}, [
        ("neither", {"fines_in_appraisal": False, "fine_targets": 0}, PASSES),
        ("in the appraisal", {"fines_in_appraisal": True, "fine_targets": 0}, FAILS),
        ("a target", {"fines_in_appraisal": False, "fine_targets": 1}, FAILS),
        ("not registered", {"fines_in_appraisal": False}, OPEN),
        ("another province", {"organ_place": "140100", "fines_in_appraisal": True, "fine_targets": 1}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=[f"{rule}: {says}" for rule, says, _, _ in TABLES])
def test_the_rules(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
