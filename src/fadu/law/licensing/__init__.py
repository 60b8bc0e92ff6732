"""行政许可."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.correction import correction
from fadu.law.licensing import applying, deciding, ending, examining, hearing
from fadu.law.procedure import Kind, Procedure, Stage


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """The step that an application waits for."""
    if stage == "accepted":
        return _examined(facts)
    return {
        "received": "accept_licence",
        "supplementing": "receive_materials",
        "decided": "issue_licence",
        "issued": "archive_licence",
        "refused": "archive_licence",
    }.get(stage, "")


def _examined(facts: Mapping[str, Any]) -> str:
    if facts.get("licence_stopped"):
        return "end_excluded"
    if "licence_hearing_asked_on" in facts and not {"licence_hearing_held_on", "licence_hearing_waived_on"} & facts.keys():
        return "hold_licence_hearing" if "licence_hearing_notice_on" in facts else "notify_licence_hearing"
    return "report_licence" if facts.get("licence_lower") else "grant_licence"


GENERAL = Procedure(
    id="licence.general",
    version="2019",
    title="行政许可",
    in_force=date(2019, 4, 23),
    stages=(
        Stage(name="received", label="申请"),
        Stage(name="supplementing", label="补正", optional=True, note="材料不齐全"),
        Stage(name="accepted", label="受理审查"),
        Stage(name="decided", label="决定"),
        Stage(name="issued", label="颁发送达"),
        Stage(name="archived", label="归档"),
        Stage(name="refused", label="不予受理", optional=True),
        Stage(name="reported", label="报送上级", optional=True, note="先经下级审查"),
    ),
    steps=(
        *applying.STEPS, *examining.STEPS, *hearing.STEPS, *deciding.STEPS,
        correction(("received", "supplementing", "accepted", "decided", "issued", "refused")),
    ),
    ends=frozenset({"archived", "reported"}),
    turn=turn,
    kind=Kind.LICENCE,
    grain="licence",
    says="首次申请、变更、延续：从收到申请到颁发证件",
)  # fmt: skip

PROCEDURES = (GENERAL, ending.PROCEDURE)
