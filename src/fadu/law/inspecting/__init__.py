"""行政检查: from the plan to the result; what it finds may become a case of its own."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.correction import correction
from fadu.law.inspecting import conducting, preparing
from fadu.law.procedure import Kind, Procedure, Stage


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """The step that an inspection waits for."""
    if stage == "approved":
        return "record_inspection" if "inspection_notified_on" in facts or facts.get("inspection_unannounced") else "notify_inspection"
    return {"planned": "approve_inspection", "conducted": "tell_inspection", "told": "archive_inspection"}.get(stage, "")


PROCEDURE = Procedure(
    id="inspection.general",
    version="2024",
    title="行政检查",
    in_force=date(2019, 4, 23),
    stages=(
        Stage(name="planned", label="计划审批"),
        Stage(name="approved", label="通知"),
        Stage(name="conducted", label="实施记录"),
        Stage(name="told", label="反馈公开"),
        Stage(name="archived", label="归档"),
        Stage(name="dropped", label="不予检查", optional=True),
    ),
    steps=(*preparing.STEPS, *conducting.STEPS, *conducting.FILMING, correction(("planned", "approved", "conducted", "told"))),
    ends=frozenset({"archived", "dropped"}),
    parameters=conducting.LOCAL,
    turn=turn,
    kind=Kind.INSPECTION,
    grain="inspection",
    says="计划检查、双随机抽查、有因检查；发现违法的转为案件",
)

PROCEDURES = (PROCEDURE,)
