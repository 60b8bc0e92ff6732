"""The papers that are served on the party itself, and that it may therefore read on its own page once they have reached it.

A list, not a rule: 外 also goes to courts, other organs, complainants, witnesses and third parties. What is not named here is
not shown: records of what others said (询问笔录、听证笔录), applications to a court, letters between organs.
"""

SERVED_ON_PARTY = frozenset((
    # inquiry
    "material_notice", "preserve_notice", "preserve_release", "goods_list", "test_period_notice", "test_result_notice", "seized_transfer_notice",
    "correction_order", "refund_order", "recusal_decision",
    # coercive measures
    "measure_decision", "measure_extension", "measure_release", "freeze_decision", "freeze_extension", "freeze_release", "holding_receipt",
    # penalties
    "penalty_notice", "hearing_notice", "penalty_decision", "no_penalty_decision", "spot_decision", "daily_decision", "deferral_notice", "demand",
    # coercive execution
    "performance_demand", "surcharge_decision", "enforcement_decision", "enforcement_agreement", "suspension_notice", "resumption_notice",
    "termination_notice", "proxy_decision", "proxy_demand", "cleared_notice", "demolition_order",
    # licences and other acts
    "permit_result", "eia_notice", "materials_notice", "licence_acceptance", "licence_refusal", "time_notice", "licence_extension",
    "licence_hearing_right", "licence_hearing_notice", "licence_grant", "licence_denial", "licence_revocation", "licence_withdrawal",
    "licence_cancellation", "inspection_notice", "inspection_result", "requisition_decision", "requisition_return", "plain_decision",
))  # fmt: skip
"""By id."""
