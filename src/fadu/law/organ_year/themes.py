"""The questions of an organ's year, by theme; every answer may be left out (机关年度职责的各个主题)."""

from collections.abc import Iterable

from fadu.law.asking import ask
from fadu.law.facts import Fact
from fadu.law.forms import Field
from fadu.law.vocabulary import organ


def _optional(facts: Iterable[Fact]) -> tuple[Field, ...]:
    return tuple(ask(fact, required=False) for fact in facts)


PEOPLE = _optional((
    organ.officers, organ.reviewers, organ.team_posts, organ.team_fulltime, organ.small_township, organ.officers_shown, organ.discipline,
    organ.seconded, organ.seconded_commanded,
))  # fmt: skip
TRAINING = _optional((
    organ.public_law_hours, organ.township_sessions, organ.systems_sessions, organ.training_plan_filed_on, organ.rotation_done_on,
))  # fmt: skip
MEANS = _optional((
    organ.recorders, organ.office_area, organ.office_area_most, organ.rooms, organ.rooms_filmed, organ.reception, organ.major_scenes,
    organ.major_scenes_filmed, organ.recordings_at_hand, organ.one_file_a_party, organ.equipment_plans, organ.equipment_filed_on,
    organ.devices, organ.devices_cleared_on, organ.platform_on, organ.platform_acts, organ.platform_exempt, organ.own_systems, organ.systems_linked_on,
))  # fmt: skip
PUBLICATION = _optional((
    organ.stats_published_on, organ.stats_reported_on, organ.publicity_parts, organ.publicity_from_above, organ.power_list_parts,
    organ.power_list_reviewed_on, organ.power_list_published_on, organ.spot_check_parts, organ.spot_check_published_on, organ.spot_check_current,
    organ.guide_parts, organ.guide_published_on, organ.lists_published, organ.review_kinds, organ.forms_revised,
))  # fmt: skip
ITEMS = _optional((
    organ.catalog_made_on, organ.items_examined, organ.idle_months, organ.doubtful_items, organ.cleared_granted, organ.granted_down,
    organ.granted_reviewed_on, organ.granted_unfit, organ.granted_adjusted, organ.grants, organ.grants_evaluated, organ.delegations,
    organ.delegations_supervised, organ.delegation_parts, organ.delegations_cleared_on, organ.pilot_on,
))  # fmt: skip
WATCH = _optional((
    organ.complaints, organ.complaints_dealt, organ.complaints_staffed, organ.discipline_clues, organ.discipline_clues_sent, organ.special_checks,
    organ.file_reviews, organ.problems_told, organ.rectification_sent_on, organ.supervision_plan_on, organ.key_field_lead, organ.key_reports,
    organ.mid_report_on, organ.end_report_on, organ.company_inspections, organ.company_inspections_scanned, organ.inspected_once,
    organ.appraised_this_year, organ.assistance_refused, organ.eco_clues, organ.eco_clues_sent,
))  # fmt: skip
BUDGET = _optional((organ.budget, organ.income_tied, organ.fine_targets, organ.fines_in_appraisal, organ.fines_unbanked))
