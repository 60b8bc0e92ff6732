"""行政执法监督: 日常、重点、专项监督, 投诉举报, 争议协调, 协助, 法规实施报告."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from fadu.law.correction import correction
from fadu.law.procedure import Kind, Procedure, Stage
from fadu.law.supervising import general, handling, matters


def turn(stage: str, facts: Mapping[str, Any]) -> str:
    """The step that a matter of supervision waits for."""
    return _TURNS[stage](facts) if stage in _TURNS else ""


def _lined_up(facts: Mapping[str, Any]) -> str:
    unread = facts.get("supervision_clue_source") in {"enterprise", "hotline"} and "supervision_clue_assessed_on" not in facts
    return "supervise_assess" if unread else "supervise_file"


def _papered(facts: Mapping[str, Any]) -> str:
    if "supervision_letter_received_on" not in facts:
        return "supervise_receive"
    return "supervise_recheck" if "supervision_reported_on" in facts else "supervise_report"


def _rechecked(facts: Mapping[str, Any]) -> str:
    settled = facts.get("supervision_corrected") or facts.get("supervision_government_decision") == "not"
    return "supervise_close" if settled else "supervise_propose"


def _ordered(facts: Mapping[str, Any]) -> str:
    if "supervision_order_received_on" not in facts:
        return "supervise_order_receive"
    return "supervise_close" if "supervision_order_reported_on" in facts else "supervise_order_report"


_TURNS: dict[str, Callable[[Mapping[str, Any]], str]] = {
    "lined_up": _lined_up,
    "supervising": lambda facts: "supervise_find" if "supervision_inspected_on" in facts else "supervise_inspect",
    "found": lambda facts: "supervise_letter" if facts.get("supervision_problem") and not facts.get("supervision_spot_urged") else "supervise_close",
    "papered": _papered,
    "rechecked": _rechecked,
    "proposed": lambda _facts: "supervise_order",
    "ordered": _ordered,
}


GENERAL = Procedure(
    id="supervision.general",
    version="2026",
    title="行政执法监督",
    in_force=date(2026, 2, 1),
    kind=Kind.SUPERVISION,
    grain="supervision",
    says="日常、重点、专项监督：开展监督、督办函和意见书、纠正、监督决定",
    stages=(
        Stage(name="lined_up", label="登记研判"),
        Stage(name="supervising", label="开展监督"),
        Stage(name="found", label="认定结果"),
        Stage(name="papered", label="督促纠正", optional=True, note="存在问题，不能当场纠正"),
        Stage(name="rechecked", label="复核", optional=True, note="已经制发督办函、意见书或者通知书"),
        Stage(name="proposed", label="报请决定", optional=True, note="重大问题或者没有按要求纠正"),
        Stage(name="ordered", label="监督决定", optional=True, note="本级人民政府决定纠正"),
        Stage(name="closed", label="办结"),
    ),
    steps=(
        *general.STEPS,
        *handling.STEPS,
        correction(("lined_up", "supervising", "found", "papered", "rechecked", "proposed", "ordered")),
    ),
    ends=frozenset({"closed"}),
    turn=turn,
)

PROCEDURES: tuple[Procedure, ...] = (GENERAL, matters.COMPLAINT, matters.DISPUTE, matters.ASSISTANCE, matters.STATUTE)
