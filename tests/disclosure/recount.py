"""The year's tables counted a second time, in SQL written by hand: each column as the rules of the statistics tell it (统计口径), knowing nothing of the code.

A decision weighs by the order in which the table names the kinds, light to heavy.
"""

from collections.abc import Mapping
from typing import Any

from django.db import connection

# bits of cases_facts.f_decision_kinds, written down from the record, with the column under which the kind counts: light to heavy, then the unnamed
BITS = (
    (1, "warning"), (2, "criticism"), (4, "fine"), (8, "confiscation"), (16, "confiscation"), (32, "suspend_licence"), (64, "lower_grade"), (128, "revoke_licence"),
    (256, "restrict_business"), (512, "stop_business"), (1024, "close_down"), (2048, "restrict_trade"), (4096, "detention"),
)  # fmt: skip
OTHER = 8192
PENALISED = "f.f_outcome = 'penalty'"

PLAIN: Mapping[tuple[str, str], tuple[str, str, str, str]] = {
    # table, column: table of facts, day, condition, what is summed ("" counts)
    ("penalty", "amount"): ("cases_facts", "f_decided_on", PENALISED, "COALESCE(f.f_decision_fine, 0) + COALESCE(f.f_decision_gain, 0)"),
    ("handling", "filed"): ("cases_facts", "f_filed_on", "1 = 1", ""),
    ("handling", "closed"): ("cases_facts", "f_closed_on", "1 = 1", ""),
    ("handling", "simple"): ("cases_facts", "f_decided_on", f"{PENALISED} AND c.procedure = 'penalty.simple'", ""),
    ("handling", "general"): ("cases_facts", "f_decided_on", f"{PENALISED} AND c.procedure = 'penalty.general'", ""),
    ("handling", "lessened"): ("cases_facts", "f_decided_on", f"{PENALISED} AND f.f_lessened", ""),
    ("handling", "lessened_amount"): ("cases_facts", "f_decided_on", f"{PENALISED} AND f.f_lessened", "COALESCE(f.f_decision_fine, 0) + COALESCE(f.f_decision_gain, 0)"),
    ("handling", "spared"): ("cases_facts", "f_decided_on", "(f.f_outcome = 'none_statutory' OR f.f_outcome = 'none_unproven')", ""),
    ("handling", "reviewed"): ("cases_facts", "f_legal_reviewed_on", "1 = 1", ""),
    ("handling", "criminal"): ("cases_facts", "f_criminal_transferred_on", "1 = 1", ""),
    ("handling", "remedied"): ("cases_facts", "f_remedy_started_on", "1 = 1", ""),
    ("handling", "overturned"): ("cases_facts", "f_overturned_on", "1 = 1", ""),
    ("handling", "sued"): ("cases_suitfacts", "f_suit_received_on", "1 = 1", ""),
    ("handling", "lost"): ("cases_suitfacts", "f_suit_judged_on", "f.f_suit_result NOT IN ('upheld', 'dismissed', 'mediated')", ""),
    ("handling", "court"): ("cases_facts", "f_court_applied_on", "1 = 1", ""),
    ("licence", "applied"): ("cases_licencefacts", "f_licence_applied_on", "1 = 1", ""),
    ("licence", "accepted"): ("cases_licencefacts", "f_licence_accepted_on", "1 = 1", ""),
    ("licence", "granted"): ("cases_licencefacts", "f_licence_decided_on", "f.f_licence_outcome = 'granted'", ""),
    ("licence", "declined"): ("cases_licencefacts", "f_licence_decided_on", "f.f_licence_outcome = 'declined'", ""),
    ("licence", "revoked"): ("cases_licencefacts", "f_licence_revoked_on", "1 = 1", ""),
    ("licence", "licence_reviewed"): ("cases_licencefacts", "f_licence_reviewed_on", "1 = 1", ""),
    **{("measure", kind): ("cases_measurefacts", "f_measure_taken_on", f"f.f_measure_kind = '{kind}'", "") for kind in ("seal", "seize", "freeze", "restrain", "other")},
    **{
        ("enforcement", kind): ("cases_enforcementfacts", "f_enforcement_executed_on", f"f.f_enforcement_method = '{kind}'", "")
        for kind in ("restore", "proxy", "demolish", "other")
    },
    ("enforcement", "surcharge"): (
        "cases_enforcementfacts", "f_enforcement_executed_on",
        "f.f_enforcement_method = 'money' AND f.f_enforcement_transferred_on IS NULL AND f.f_enforcement_auctioned_on IS NULL", "",
    ),
    ("enforcement", "transfer"): ("cases_enforcementfacts", "f_enforcement_executed_on", "f.f_enforcement_method = 'money' AND f.f_enforcement_transferred_on > 0", ""),
    ("enforcement", "auction"): (
        "cases_enforcementfacts", "f_enforcement_executed_on",
        "f.f_enforcement_method = 'money' AND f.f_enforcement_transferred_on IS NULL AND f.f_enforcement_auctioned_on > 0", "",
    ),
    ("enforcement", "court"): ("cases_enforcementfacts", "f_enforcement_court_applied_on", "1 = 1", ""),
    ("inspection", "checked"): ("cases_inspectionfacts", "f_inspection_conducted_on", "f.f_inspection_recorded AND (f.f_inspection_found IS NULL OR f.f_inspection_found <> 'case')", ""),
    ("inspection", "to_case"): ("cases_inspectionfacts", "f_inspection_conducted_on", "f.f_inspection_found = 'case'", ""),
    ("other", "levy"): ("cases_requisitionfacts", "f_requisition_decided_on", "f.f_requisition_kind <> 'use'", ""),
    ("other", "use"): ("cases_requisitionfacts", "f_requisition_decided_on", "f.f_requisition_kind = 'use'", ""),
    **{
        ("other", kind): ("cases_actfacts", "f_act_decided_on", f"f.f_act_outcome = 'made' AND c.procedure = 'act.{kind}'", "")
        for kind in ("confirmation", "payment", "adjudication", "reward")
    },
    **{
        ("other", f"{kind}_amount"): ("cases_actfacts", "f_act_decided_on", f"f.f_act_outcome = 'made' AND c.procedure = 'act.{kind}'", "COALESCE(f.f_act_amount, 0)")
        for kind in ("payment", "adjudication", "reward")
    },
}  # fmt: skip


def heaviest(mask: int) -> str:
    """The column of a decision, told by going through the heads from the heaviest named one down."""
    return next((column for bit, column in reversed(BITS) if mask & bit), "other" if mask & OTHER else "")


def recounted(table: str, column: str, year: int) -> dict[int, int]:
    """By organ what a column comes to."""
    # days since 1970 of the first of January, by the calendar and not by a library of ours
    first = sum(366 if (y % 4 == 0 and y % 100) or y % 400 == 0 else 365 for y in range(1970, year))
    last = first + (366 if (year % 4 == 0 and year % 100) or year % 400 == 0 else 365) - 1
    if (table, column) in PLAIN:
        facts, day, where, summed = PLAIN[table, column]
        what = f"SUM({summed})" if summed else "COUNT(*)"
        rows = _sql(
            f"SELECT c.organ_id, {what} FROM {facts} f JOIN cases_case c ON c.id = f.case_id WHERE f.{day} BETWEEN {first} AND {last} AND {where} GROUP BY c.organ_id"
        )
        return {organ: int(number) for organ, number in rows if number}
    assert table == "penalty"
    rows = _sql(
        f"SELECT c.organ_id, f.f_decision_kinds FROM cases_facts f JOIN cases_case c ON c.id = f.case_id WHERE f.f_decided_on BETWEEN {first} AND {last} AND {PENALISED}"
    )
    found: dict[int, int] = {}
    for organ, mask in rows:
        if heaviest(mask or 0) == column:
            found[organ] = found.get(organ, 0) + 1
    return found


def _sql(query: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())
