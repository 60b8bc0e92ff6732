"""涉嫌犯罪案件移送: to the police, their answer, review and supervision, and back into a penalty case."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from fadu.law.correction import correction
from fadu.law.procedure import Kind, Procedure, Stage
from fadu.law.transferring import answering, handing
from fadu.law.transferring.answering import filed
from fadu.law.transferring.handing import ANSWERED, APPROVED, CLOSED, DECLINED, FILED, REPORTED, SENT, VERIFYING


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """The step that a transfer waits for."""
    if stage == SENT:
        return "record_police_decision" if "transfer_received_on" in facts else "record_police_receipt"
    if stage == REPORTED:
        return "end_declined_transfer" if facts.get("transfer_head_approved") is False else "decide_transfer"
    if stage == ANSWERED:
        return "hand_over" if filed(facts) else "close_transfer_file" if "transfer_penalty_opened_on" in facts else "back_to_penalty"
    return {VERIFYING: "report_transfer", APPROVED: "send_transfer", FILED: "close_transfer_file"}.get(stage, "")


PROCEDURE = Procedure(
    id="transfer.criminal",
    version="2020",
    title="涉嫌犯罪案件移送",
    in_force=date(2020, 8, 7),
    kind=Kind.TRANSFER,
    grain="transfer",
    says="行政执法中发现涉嫌犯罪的，移送公安机关；不立案的回转处罚",
    stages=(
        Stage(name=VERIFYING, label="核实"),
        Stage(name=REPORTED, label="审批"),
        Stage(name=APPROVED, label="批准移送"),
        Stage(name=SENT, label="公安审查"),
        Stage(name=ANSWERED, label="公安决定"),
        Stage(name=FILED, label="移交物品", optional=True, note="公安机关立案的"),
        Stage(name=DECLINED, label="不予移送", optional=True),
        Stage(name=CLOSED, label="办结"),
    ),
    steps=(*handing.STEPS, *answering.STEPS, correction((VERIFYING, REPORTED, APPROVED, SENT, ANSWERED, FILED))),
    ends=frozenset({CLOSED, DECLINED}),
    turn=turn,
)  # fmt: skip
