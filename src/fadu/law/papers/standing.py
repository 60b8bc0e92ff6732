"""Whether a paper still has effect: which later paper of the same matter takes the place of it, or puts an end to what it ordered."""

from collections.abc import Mapping

SUCCEEDED_BY: Mapping[str, tuple[str, ...]] = {
    "preserve_notice": ("preserve_release",),
    "measure_decision": ("measure_release", "seized_transfer_notice"),
    "measure_extension": ("measure_release", "seized_transfer_notice"),
    "freeze_decision": ("freeze_release",),
    "freeze_extension": ("freeze_release",),
    "suspension_notice": ("resumption_notice", "termination_notice"),
    "resumption_notice": ("suspension_notice", "termination_notice"),
    "enforcement_decision": ("termination_notice",),
    "proxy_decision": ("termination_notice",),
    "licence_grant": ("licence_revocation", "licence_withdrawal", "licence_cancellation"),
    "requisition_decision": ("requisition_return",),
    "penalty_notice": ("penalty_decision", "no_penalty_decision"),
    "licence_hearing_right": ("licence_grant", "licence_denial"),
    "inspection_notice": ("inspection_result",),
}
"""By the paper, what comes after it (行政强制法第二十七条、第二十八条、第三十三条、第三十九条、第四十条, 行政许可法第六十九条、第七十条)."""

OVERTURNABLE = frozenset((
    "penalty_decision", "spot_decision", "no_penalty_decision", "daily_decision", "surcharge_decision", "enforcement_decision", "proxy_decision",
    "demolition_order", "measure_decision", "measure_extension", "freeze_decision", "freeze_extension",
    "licence_grant", "licence_denial", "licence_refusal", "licence_revocation", "licence_withdrawal", "licence_cancellation",
    "requisition_decision", "plain_decision", "permit_result", "eia_notice",
))  # fmt: skip
"""Decisions that a review or a court may change or quash (行政复议法第六十三条至第六十七条，行政诉讼法第七十条、第七十四条至第七十七条)."""
