"""The facts that nobody is asked and no answer sets: where the platform takes each from.

Every fact that a rule reads is set by the form, the marks or the effect of some step, or stands here.
"""

from fadu.law.facts import Fact
from fadu.law.vocabulary import case, enforcement, inspection, measure, step

FROM_CATALOG: tuple[Fact, ...] = (
    case.field,  # the item's field of enforcement
    case.basis_level,  # level of the statute that the item's penalty clause stands in
    case.basis_published,  # the clause's statute is in the library of published texts
    case.basis_kinds,  # kinds of penalty that the clause lists
    case.basis_fine_least,  # its lowest fine for this kind of party; null where it names none in 元
    case.basis_fine_most,  # its highest fine; null where it names none in 元
    case.basis_superior,  # whether the item names a clause of higher rank for the same conduct
    case.basis_within_superior,  # whether the item was checked to stay within that clause; null where there is none
    case.basis_changed,  # at conclude and decide: an edition of the clause ended between the end of the violation and that day
    case.spot_fine_limit,  # where another statute of the rank of a law sets its own limit (治安管理处罚法); else null
    case.hearing_otherwise,  # the item is marked: a hearing is offered by other statute
    case.hearing_threshold,  # the locality's amount for this kind of party
    case.benchmark_published,  # the item's discretion table has a day of publication not after the step
    case.discretion_table,
    case.discretion_low,
    case.discretion_high,
)
"""From the item's entry in the catalogue, its statute and its discretion table, on the day of the step."""

FROM_ORGAN: tuple[Fact, ...] = (
    case.agency_qualified,  # the item stands in the organ's list of powers
    case.agency_kind,
    case.agency_county_level,  # level of the organ, or another statute, or a published grant
    case.outpost_in_scope,  # the department's record of what the outpost may handle lists the item
    case.outpost_own_name,  # the outpost is marked so with the law that lets it act in its own name
    case.issued_by,  # whose name the papers carry
    case.agency_may_detain,  # the organ is of public security, or marked so with the law that says it
    case.grant_published,  # the province's decision of grant is published and lists the item
    case.delegation_lawful,
    case.delegation_in_scope,  # item, power and day lie within the delegation
    case.delegation_published,
    case.delegation_filed,  # the record of the delegation has the day of its filing with the county government
    case.delegatee_township,  # the organ that handles the case on a delegation is a township or sub-district
    case.granted_away,  # a published grant in force hands the item to a township or sub-district of the place, and the organ is of the county
    case.delegation_terms,  # the record of the delegation has items, powers and dates
    case.delegation_in_name,  # papers of the delegate carry the principal's name
    case.delegation_passed_on,  # the delegate is recorded as principal of a delegation of this item
    case.delegatee_public,
    case.delegatee_certified,  # its officers with a valid credential on the day
    case.delegatee_needs_technique,
    case.delegatee_has_technique,
    case.device_authorised,  # this and what follows: from the register of monitoring devices, of the device named, on the day of its record
    case.device_legal_reviewed,
    case.device_technical_reviewed,
    case.device_well_placed,
    case.device_place_published,
    case.device_query_offered,
)
"""From the organ that handles the case: its kind, grants, delegations, equipment."""

FROM_PEOPLE: tuple[Fact, ...] = (
    step.on,
    step.at,
    step.certified_officers,
    step.uncertified_officers,
    step.recused_officers,  # of those present or appointed: decided to stand aside in this case, or with a declared relation to its party
    step.by_handler,
    step.by_reviewer,
    step.by_decider,
    step.chair_is_handler,
    step.reviewer_first_time,  # the reviewer took up legal review of penalties first on or after 2018-01-01
    step.reviewer_qualified,  # the reviewer's record holds the legal professional qualification
)
"""From who takes the step, who is present and when."""

FROM_RECORD: tuple[Fact, ...] = (
    case.decision_sealed,  # the decision's paper carries the organ's electronic or registered seal
)
"""From the documents of the case."""

FROM_RECORDINGS: tuple[Fact, ...] = (
    case.recorded_at,  # end of the recording, or of the scene that has none
    case.recording_stored_at,  # when it came in; null while it has not
    case.scenes_unexplained,
    measure.recorded_at,
    measure.recording_stored_at,
    measure.scenes_unfilmed,  # scenes with a gap of more than a minute between the recordings tied to them
    measure.scenes_unexplained,
    enforcement.recorded_at,
    enforcement.recording_stored_at,
    enforcement.scenes_unfilmed,
    enforcement.scenes_unexplained,
    inspection.recorded_at,
    inspection.recording_stored_at,
    inspection.scenes_unexplained,
)
"""From the recordings that are tied to the case."""

KNOWN: frozenset[str] = frozenset(fact.name for facts in (FROM_CATALOG, FROM_ORGAN, FROM_PEOPLE, FROM_RECORD, FROM_RECORDINGS) for fact in facts)
"""Names of them all."""
