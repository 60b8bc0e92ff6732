"""What an organ publishes, lists and hands down, rule by rule: passes, fails, not yet judged."""

from typing import Any

import pytest

from fadu.law.policies.terms import whole
from fadu.law.rules import Verdict
from fadu.law.vocabulary.lists import Act, DelegationPart, GuidePart, ItemReview, PowerListPart, PublicityPart, ReviewKind, SpotCheckPart
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

HARBIN = {"organ_place": "230103", "organ_role": "enforcer", "year": 2026}
TOWNSHIP = {"organ_place": "130822", "organ_role": "township"}
DISTRICT = {"organ_place": "120105", "organ_role": "enforcer"}
LIAOCHENG = {"organ_place": "371500", "organ_role": "enforcer"}
XINSHAO = {"organ_place": "430522", "organ_role": "enforcer", "delegations": 2}
LISTED = {"power_list_reviewed_on": "2026-02-01", "power_list_published_on": "2026-02-01"}
SPOT = {"spot_check_published_on": "2026-02-01", "spot_check_current": True}


def without_one(fact: str, kinds: Any, **more: Any) -> list[tuple[str, dict[str, Any], Verdict]]:
    """A row for each member that is missing."""
    return [(f"without {part.name}", {fact: whole(kinds) & ~part, **more}, FAILS) for part in kinds]


TABLES = [
    *table("P2-1-3", {**HARBIN, "stats_by": "2026-01-31"}, [
        ("both on 31 January", {"stats_published_on": "2026-01-31", "stats_reported_on": "2026-01-31"}, PASSES),
        ("published on 1 February", {"stats_published_on": "2026-02-01", "stats_reported_on": "2026-01-31"}, FAILS),
        ("reported on 1 February", {"stats_published_on": "2026-01-31", "stats_reported_on": "2026-02-01"}, FAILS),
        ("published, not reported, still time", {"stats_published_on": "2026-01-20", "today": "2026-01-31"}, OPEN),
        ("published, not reported, no time", {"stats_published_on": "2026-01-20", "today": "2026-02-01"}, FAILS),
        ("a place without a day", {"stats_by": None}, APART),
    ]),
    *table("P2-1-5", HARBIN, [
        ("all eight", {"publicity_parts": whole(PublicityPart)}, PASSES),
        *without_one("publicity_parts", PublicityPart),
        ("those of the county do", {"publicity_from_above": True}, PASSES),
        ("not registered", {}, OPEN),
        ("another province", {"organ_place": "220100", "publicity_parts": PublicityPart.SCOPE}, APART),
    ]),
    *table("P2-1-6", {**HARBIN, **LISTED}, [
        ("all six, reviewed on the day", {"power_list_parts": whole(PowerListPart)}, PASSES),
        *without_one("power_list_parts", PowerListPart),
        ("reviewed after it was published", {"power_list_parts": whole(PowerListPart), "power_list_reviewed_on": "2026-02-02"}, FAILS),
        ("not published", {"power_list_parts": whole(PowerListPart), "power_list_published_on": None}, OPEN),
        ("another province", {"organ_place": "220100", "power_list_parts": PowerListPart.DUTY}, APART),
    ]),
    *table("P2-1-7", {**HARBIN, **SPOT}, [
        ("all seven", {"spot_check_parts": whole(SpotCheckPart)}, PASSES),
        *without_one("spot_check_parts", SpotCheckPart),
        ("not published", {"spot_check_parts": whole(SpotCheckPart), "spot_check_published_on": None}, FAILS),
        ("out of date", {"spot_check_parts": whole(SpotCheckPart), "spot_check_current": False}, FAILS),
        ("not registered", {}, OPEN),
        ("another province", {"organ_place": "220100", "spot_check_current": False}, APART),
    ]),
    *table("P2-1-8", {**HARBIN, "guide_published_on": "2026-02-01"}, [
        ("all ten", {"guide_parts": whole(GuidePart)}, PASSES),
        *without_one("guide_parts", GuidePart),
        ("not published", {"guide_parts": whole(GuidePart), "guide_published_on": None}, FAILS),
        ("not registered", {}, OPEN),
        ("another province", {"organ_place": "220100", "guide_published_on": None}, APART),
    ]),
    *table("P1-9-list", TOWNSHIP, [
        ("all five", {"review_kinds": whole(ReviewKind)}, PASSES),
        *without_one("review_kinds", ReviewKind),
        ("not registered", {}, OPEN),
        ("another county", {"organ_place": "130824", "review_kinds": ReviewKind.COMPLEX}, APART),
    ]),
    *table("P3-5-b", LIAOCHENG, [
        ("all four", {"forms_revised": whole(Act)}, PASSES),
        *without_one("forms_revised", Act),
        ("not registered", {}, OPEN),
        ("another city", {"organ_place": "371600", "forms_revised": Act.LICENCE}, APART),
    ]),
    *table("P3-5", {**LIAOCHENG, "catalog_by": "2024-11-30"}, [
        ("on the last day", {"catalog_made_on": "2024-11-30"}, PASSES),
        ("a day late", {"catalog_made_on": "2024-12-01"}, FAILS),
        ("a place with a month more", {"catalog_by": "2024-12-31", "catalog_made_on": "2024-12-31"}, PASSES),
        ("a place with a month more, a day late", {"catalog_by": "2024-12-31", "catalog_made_on": "2025-01-01"}, FAILS),
        ("still time", {"today": "2024-11-30"}, OPEN),
        ("no longer", {"today": "2024-12-01"}, FAILS),
        ("a township", {"organ_role": "township"}, APART),
        ("a place without a day", {"catalog_by": None}, APART),
    ]),
    *table("P0-7-b", {**DISTRICT, "idle_months_most": 60, "doubtful_items": 0}, [
        ("59 months at most", {"idle_months": 59}, PASSES),
        ("five years without a case", {"idle_months": 60}, FAILS),
        ("a place with three years", {"idle_months": 36, "idle_months_most": 36}, FAILS),
        ("one that stands twice", {"idle_months": 0, "doubtful_items": 1}, FAILS),
        ("not registered", {}, OPEN),
        ("a place without a number", {"idle_months_most": None, "idle_months": 99}, APART),
    ]),
    *table("P0-7-c", DISTRICT, [
        ("in all three ways", {"items_examined": whole(ItemReview)}, PASSES),
        *without_one("items_examined", ItemReview),
        ("not registered", {}, OPEN),
        ("another district", {"organ_place": "120104", "items_examined": ItemReview.LEGAL}, APART),
    ]),
    *table("P0-8", {**DISTRICT, "granted_down": 20, "granted_review_by": "2024-12-31", "granted_unfit": 2}, [
        ("on the last day, the unfit taken back", {"granted_reviewed_on": "2024-12-31", "granted_adjusted": 2}, PASSES),
        ("a day late", {"granted_reviewed_on": "2025-01-01", "granted_adjusted": 2}, FAILS),
        ("one left unfit", {"granted_reviewed_on": "2024-12-31", "granted_adjusted": 1}, FAILS),
        ("still time", {"today": "2024-12-31"}, OPEN),
        ("no longer", {"today": "2025-01-01"}, FAILS),
        ("reviewed, not said what came of it", {"granted_reviewed_on": "2024-12-31"}, OPEN),
        ("a single item", {"granted_down": 1, "today": "2025-01-01"}, FAILS),
        ("nothing handed down", {"granted_down": 0}, APART),
    ]),
    *table("P0-8-b", DISTRICT, [
        ("none", {"cleared_granted": 0}, PASSES),
        ("one", {"cleared_granted": 1}, FAILS),
        ("not registered", {}, OPEN),
        ("another district", {"organ_place": "120104", "cleared_granted": 1}, APART),
    ]),
    *table("P4-3-2", XINSHAO, [
        ("all eight", {"delegation_parts": whole(DelegationPart)}, PASSES),
        *without_one("delegation_parts", DelegationPart),
        ("not registered", {}, OPEN),
        ("a single one", {"delegations": 1, "delegation_parts": DelegationPart.BASIS}, FAILS),
        ("no delegations", {"delegations": 0, "delegation_parts": DelegationPart.BASIS}, APART),
        ("another county", {"organ_place": "430523", "delegation_parts": DelegationPart.BASIS}, APART),
    ]),
    *table("P4-3-5", {**XINSHAO, "delegations_by": "2024-12-31"}, [
        ("on the last day", {"delegations_cleared_on": "2024-12-31"}, PASSES),
        ("a day late", {"delegations_cleared_on": "2025-01-01"}, FAILS),
        ("still time", {"today": "2024-12-31"}, OPEN),
        ("a single one", {"delegations": 1}, FAILS),
        ("no delegations", {"delegations": 0}, APART),
        ("a place without a day", {"delegations_by": None}, APART),
    ]),
    *table("P4-3-4", {"organ_place": "430522", "organ_role": "township", "pilot_by": "2025-12-31"}, [
        ("on the last day", {"pilot_on": "2025-12-31"}, PASSES),
        ("a day late", {"pilot_on": "2026-01-01"}, FAILS),
        ("still time", {"today": "2025-12-31"}, OPEN),
        ("a bureau", {"organ_role": "enforcer"}, APART),
        ("a place without a day", {"pilot_by": None}, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=[f"{rule}: {says}" for rule, says, _, _ in TABLES])
def test_the_rules(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
