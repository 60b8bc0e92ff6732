"""公安机关办理行政案件程序规定 and 道路交通安全法, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.kinds import Penalty, Told
from fadu.law.vocabulary.marks import DecisionPart
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

P = {"field": "police", "police_regime": "other", "procedure": "general"}
T = {"field": "traffic", "procedure": "general"}
ROAD = {"field": "traffic", "procedure": "simple", "outcome": "penalty", "decided_on": "2026-03-06"}
D = {**T, "outcome": "penalty", "decided_on": "2026-03-10"}
N = {**P, "notified_on": "2026-03-04", "told": Told.CONTENT | Told.DEFENCE, "proposed_kinds": Penalty.FINE}
HEARING = {"told": Told.CONTENT | Told.DEFENCE | Told.HEARING}
FINED = {"decision_kinds": Penalty.FINE}
PARTS = DecisionPart.FACTS | DecisionPart.BASIS | DecisionPart.CONTENT | DecisionPart.DATE | DecisionPart.PLACE | DecisionPart.ORGAN
YUAN = 100

TABLES = [
    *table("GA-021", {**P, "recusal_requested_on": "2026-03-04"}, [
        ("on the second day", {"recusal_decided_on": "2026-03-06"}, PASSES),
        ("on the third", {"recusal_decided_on": "2026-03-07"}, FAILS),
        ("open", {"today": "2026-03-06"}, OPEN),
        ("another field", {"field": "market", "recusal_decided_on": "2026-03-07"}, APART),
    ]),
    # Mon 5 Jan 2026: 26 days of January, 28 of February, 6 of March: the sixtieth is Fri 6 Mar
    *table("GA-036-4", {**P, "service_method": "announcement", "announced_on": "2026-01-05"}, [
        ("on the day after the sixtieth", {"served_on": "2026-03-07"}, PASSES),
        ("on the sixtieth", {"served_on": "2026-03-06"}, FAILS),
        ("not served", {}, OPEN),
        ("by hand", {"service_method": "direct", "served_on": "2026-01-06"}, APART),
    ]),
    *table("GA-037-2", {**P, "procedure": "simple", "decided_on": "2026-03-06"}, [
        ("nothing of the kind", {"vice": False}, PASSES),
        ("gambling", {"vice": True}, FAILS),
        ("not decided", {"vice": True, "decided_on": None}, OPEN),
        ("an ordinary case", {"procedure": "general", "vice": True}, APART),
    ]),
    *table("GA-039-2", {**P, "procedure": "simple", "spot_decided_at": "2026-03-06T16:00"}, [
        ("on the last minute", {"spot_filed_at": "2026-03-07T16:00"}, PASSES),
        ("a minute late", {"spot_filed_at": "2026-03-07T16:01"}, FAILS),
        ("not decided", {"spot_decided_at": None}, OPEN),
        ("public order has its own law", {"police_regime": "order", "spot_filed_at": "2026-03-07T16:01"}, APART),
        ("on a train", {"returned_at": "2026-03-08T09:00", "spot_filed_at": "2026-03-08T16:01"}, APART),
    ]),
    *table("GA-039-2-return", {**P, "procedure": "simple", "returned_at": "2026-03-08T09:00"}, [
        ("on the last minute", {"spot_filed_at": "2026-03-09T09:00"}, PASSES),
        ("a minute late", {"spot_filed_at": "2026-03-09T09:01"}, FAILS),
        ("not back", {"returned_at": None}, OPEN),
    ]),
    *table("GA-039-2-traffic", {**ROAD, "decided_on": "2026-03-04"}, [
        ("on the second day", {"spot_filed_on": "2026-03-06"}, PASSES),
        ("on the third", {"spot_filed_on": "2026-03-07"}, FAILS),
        ("open", {"today": "2026-03-06"}, OPEN),
    ]),
    *table("GA-110-1", {**P, "preserved_on": "2026-03-04"}, [
        ("by the head of the organ", {"preserve_approver": "head"}, PASSES),
        ("by the head of the unit", {"preserve_approver": "unit"}, FAILS),
        ("nothing preserved", {"preserved_on": None, "preserve_approver": "unit"}, OPEN),
        ("not said", {}, APART),
    ]),
    *table("GA-110-3", {**P, "preserved_on": "2026-03-04"}, [
        ("on the seventh day", {"preserve_disposed_on": "2026-03-11"}, PASSES),
        ("on the eighth", {"preserve_disposed_on": "2026-03-12"}, FAILS),
        ("open", {"today": "2026-03-11"}, OPEN),
    ]),
    *table("GA-123-2", {**N, "party_kind": "person", "basis_level": "law"}, [
        ("a person, 2,000, told", {"proposed_fine": 2_000 * YUAN, **HEARING}, PASSES),
        ("a person, 2,000, not told", {"proposed_fine": 2_000 * YUAN}, FAILS),
        ("a person, a fen less", {"proposed_fine": 2_000 * YUAN - 1}, APART),
        ("a unit, 10,000", {"party_kind": "unit", "proposed_fine": 10_000 * YUAN}, FAILS),
        ("a unit, a fen less", {"party_kind": "unit", "proposed_fine": 10_000 * YUAN - 1}, APART),
        ("at the border, 6,000", {"police_regime": "border", "proposed_fine": 6_000 * YUAN}, FAILS),
        ("at the border, a fen less", {"police_regime": "border", "proposed_fine": 6_000 * YUAN - 1}, APART),
        ("by a local regulation", {"basis_level": "local_regulation", "proposed_fine": 2_000 * YUAN}, APART),
        ("not notified", {"notified_on": None, "proposed_fine": 2_000 * YUAN}, OPEN),
    ]),
    *table("GA-135", {**P, "hearing_requested_on": "2026-03-04"}, [
        ("on the second day", {"hearing_accepted_on": "2026-03-06"}, PASSES),
        ("on the third", {"hearing_accepted_on": "2026-03-07"}, FAILS),
        ("open", {"today": "2026-03-06"}, OPEN),
    ]),
    # Tue 3 Mar 2026 and ten days: Fri 13
    *table("GA-137-1", {**P, "hearing_requested_on": "2026-03-03"}, [
        ("on the tenth day", {"hearing_held_on": "2026-03-13"}, PASSES),
        ("on the eleventh", {"hearing_held_on": "2026-03-14"}, FAILS),
        ("open", {"today": "2026-03-13"}, OPEN),
        ("withdrawn", {"hearing_withdrawn": True, "today": "2026-04-13"}, APART),
    ]),
    *table("GA-154-3", {**P, "decided_on": "2026-03-10", "victim_complained_on": "2025-10-01", "complaint_refused": True}, [
        ("spared for another reason", {"none_ground": "minor"}, PASSES),
        ("spared because it was too late", {"none_ground": "too_late"}, FAILS),
        ("penalised", {}, PASSES),
        ("not decided", {"decided_on": None, "none_ground": "too_late"}, OPEN),
        ("the complaint was taken", {"complaint_refused": False, "none_ground": "too_late"}, APART),
    ]),
    # Wed 4 Mar 2026 and seven days: Wed 11
    *table("GA-168", {**P, "outcome": "penalty", "notice_announced_on": "2026-03-04"}, [
        ("on the day after the seventh", {"decided_on": "2026-03-12"}, PASSES),
        ("on the seventh", {"decided_on": "2026-03-11"}, FAILS),
        ("not decided", {}, OPEN),
        ("told in person", {"notice_announced_on": None, "decided_on": "2026-03-05"}, APART),
    ]),
    *table("GA-190-1", {**P, "goods_taken_at": "2026-03-06T16:00"}, [
        ("on the last minute", {"goods_handed_at": "2026-03-07T16:00"}, PASSES),
        ("a minute late", {"goods_handed_at": "2026-03-07T16:01"}, FAILS),
        ("nothing taken", {"goods_taken_at": None}, OPEN),
        ("taken far away", {"returned_at": "2026-03-08T09:00", "goods_handed_at": "2026-03-08T16:01"}, APART),
    ]),
    *table("GA-190-1-return", {**P, "goods_taken_at": "2026-03-06T16:00", "returned_at": "2026-03-08T09:00"}, [
        ("on the last minute", {"goods_handed_at": "2026-03-09T09:00"}, PASSES),
        ("a minute late", {"goods_handed_at": "2026-03-09T09:01"}, FAILS),
        ("not back", {"returned_at": None}, OPEN),
    ]),
    *table("JT-086-1a", {}, [
        ("no target", {"fine_targets": 0}, PASSES),
        ("a target", {"fine_targets": 1}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("JT-086-1b", {}, [
        ("fines are not counted", {"fines_in_appraisal": False}, PASSES),
        ("fines are counted", {"fines_in_appraisal": True}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("JT-087-2", {**T, "decided_on": "2026-03-10", "slight_unobstructed": True}, [
        ("let go", {"outcome": "none_statutory"}, PASSES),
        ("penalised", {"outcome": "penalty"}, FAILS),
        ("not decided", {"outcome": "penalty", "decided_on": None}, OPEN),
        ("the road was blocked", {"outcome": "penalty", "slight_unobstructed": False}, APART),
    ]),
    *table("JT-089", {**D, **FINED, "road_user": "pedestrian"}, [
        ("five", {"decision_fine": 5 * YUAN}, PASSES),
        ("a fen less", {"decision_fine": 5 * YUAN - 1}, FAILS),
        ("fifty", {"decision_fine": 50 * YUAN}, PASSES),
        ("a fen more", {"decision_fine": 50 * YUAN + 1}, FAILS),
        ("a passenger", {"road_user": "passenger", "decision_fine": 51 * YUAN}, FAILS),
        ("on a bicycle", {"road_user": "nonmotor", "decision_fine": 51 * YUAN}, FAILS),
        ("in a car", {"road_user": "motorist", "decision_fine": 200 * YUAN}, APART),
        ("not known how much", {}, OPEN),
    ]),
    *table("JT-089-hold", {**T, "road_user": "nonmotor", "vehicle_held_on": "2026-03-04"}, [
        ("refused to be fined", {"fine_refused": True}, PASSES),
        ("did not refuse", {"fine_refused": False}, FAILS),
        ("not known", {}, OPEN),
        ("a car", {"road_user": "motorist", "fine_refused": False}, APART),
    ]),
    *table("JT-107-1", {**ROAD, **FINED}, [
        ("200", {"spot_fine": 200 * YUAN}, PASSES),
        ("a fen more", {"spot_fine": 200 * YUAN + 1}, FAILS),
        ("a unit", {"party_kind": "unit", "spot_fine": 201 * YUAN}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("JT-107-2", {**ROAD, "decision_parts": PARTS}, [
        ("whole and signed", {}, PASSES),
        *((f"without {part.name}", {"decision_parts": PARTS & ~part}, FAILS) for part in PARTS),
        ("not signed", {"spot_unsigned": True}, FAILS),
        ("not known", {"decision_parts": None}, OPEN),
    ]),
    *table("JT-108-1", {**D, **FINED, "served_on": "2026-03-03"}, [
        ("on the fifteenth day", {"paid_on": "2026-03-18"}, PASSES),
        ("on the sixteenth", {"paid_on": "2026-03-19"}, FAILS),
        ("open", {"today": "2026-03-18"}, OPEN),
    ]),
    *table("JT-108-2", {**T, "spot_on_the_spot": "small", "collected_on": "2026-03-06", "no_objection": True}, [
        ("a pedestrian", {"road_user": "pedestrian"}, PASSES),
        ("a driver", {"road_user": "motorist"}, FAILS),
        ("an objection", {"road_user": "pedestrian", "no_objection": False}, FAILS),
        ("not known who", {}, OPEN),
        ("remote", {"spot_on_the_spot": "remote", "road_user": "motorist"}, APART),
    ]),
    *table("JT-108-3", {**T, "paid_on": "2026-03-18"}, [
        ("the province's receipt", {"receipt_lawful": True}, PASSES),
        ("another", {"receipt_lawful": False}, FAILS),
        ("not known", {}, OPEN),
    ]),
    # three in a hundred of 20,000 yuan is 600 a day
    *table("JT-109-1", {**T, "decision_fine": 20_000 * YUAN, "surcharge_days": 10}, [
        ("ten days", {"surcharge": 6_000 * YUAN}, PASSES),
        ("a fen more", {"surcharge": 6_000 * YUAN + 1}, FAILS),
        ("none", {}, OPEN),
    ]),
    *table("JT-110-1", {**T, "licence_held_at": "2026-03-06T16:00"}, [
        ("on the last minute", {"case_handed_at": "2026-03-07T16:00"}, PASSES),
        ("a minute late", {"case_handed_at": "2026-03-07T16:01"}, FAILS),
        ("not held", {"licence_held_at": None}, OPEN),
    ]),
    # Wed 4 Mar 2026 and fifteen days: Thu 19
    *table("JT-110-2", {**T, "licence_held_on": "2026-03-04"}, [
        ("on the fifteenth day", {"driver_came_on": "2026-03-19"}, PASSES),
        ("on the sixteenth", {"driver_came_on": "2026-03-20"}, FAILS),
        ("open", {"today": "2026-03-19"}, OPEN),
    ]),
    *table("JT-111", {**D, "decision_kinds": Penalty.DETENTION, "agency_county_level": True, "agency_kind": "statutory"}, [
        ("a county's bureau", {}, PASSES),
        ("below a county", {"agency_county_level": False}, FAILS),
        ("a station", {"agency_kind": "outpost"}, FAILS),
        ("not known", {"agency_county_level": None}, OPEN),
        ("a fine", {**FINED, "agency_county_level": False}, APART),
    ]),
    *table("JT-112-1", {**T, "vehicle_held_on": "2026-03-04"}, [
        ("with a receipt, told", {"vehicle_receipt": True, "vehicle_term_told": True}, PASSES),
        ("no receipt", {"vehicle_receipt": False, "vehicle_term_told": True}, FAILS),
        ("not told", {"vehicle_receipt": True, "vehicle_term_told": False}, FAILS),
        ("not known", {"vehicle_receipt": True}, OPEN),
    ]),
    *table("JT-112-2", {**T, "vehicle_held_on": "2026-03-04"}, [
        ("kept", {"vehicle_used": False}, PASSES),
        ("driven", {"vehicle_used": True}, FAILS),
        ("not held", {"vehicle_held_on": None, "vehicle_used": True}, OPEN),
    ]),
    # 30 Nov 2025 and three months: 28 Feb 2026, which has no 30th; a Saturday worked in exchange
    *table("JT-112-3", {**T, "vehicle_announced_on": "2025-11-30"}, [
        ("on the day after", {"vehicle_disposed_on": "2026-03-01"}, PASSES),
        ("on the last day", {"vehicle_disposed_on": "2026-02-28"}, FAILS),
        ("not announced", {"vehicle_announced_on": None, "vehicle_disposed_on": "2026-03-01"}, OPEN),
        ("not disposed of", {}, OPEN),
    ]),
    # from 10 Mar 2026 thirty days: 9 Apr; six days held before: 3 Apr
    *table("JT-113-1", {**T, "served_on": "2026-03-10", "suspended_days": 30}, [
        ("thirty days", {"suspended_until": "2026-04-09"}, PASSES),
        ("a day more", {"suspended_until": "2026-04-10"}, FAILS),
        ("held only afterwards", {"licence_held_on": "2026-03-12", "suspended_until": "2026-04-10"}, FAILS),
        ("six days held count", {"licence_held_on": "2026-03-04", "suspended_until": "2026-04-03"}, PASSES),
        ("six days held, five counted", {"licence_held_on": "2026-03-04", "suspended_until": "2026-04-04"}, FAILS),
        ("not said", {}, OPEN),
        ("not suspended", {"suspended_days": None, "suspended_until": "2026-04-10"}, APART),
    ]),
    *table("JT-114", {**D, "device_used": True}, [
        ("the owner", {"road_user": "owner"}, PASSES),
        ("the driver, known", {"road_user": "motorist", "driver_known": True}, PASSES),
        ("a driver, not known", {"road_user": "motorist", "driver_known": False}, FAILS),
        ("a pedestrian", {"road_user": "pedestrian"}, FAILS),
        ("not said", {}, OPEN),
        ("no camera", {"device_used": False, "road_user": "other"}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
