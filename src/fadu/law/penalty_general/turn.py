"""Whose turn it is: the step that an ordinary case waits for, by stage and facts. It opens the page and sorts the work."""

from collections.abc import Callable, Mapping
from typing import Any

Facts = Mapping[str, Any]


def turn(stage: str, facts: Facts) -> str:
    """The name of the step that carries the case on; "" where it waits for nobody."""
    return _TURNS[stage](facts) if stage in _TURNS else ""


def _inquiry(facts: Facts) -> str:
    if facts.get("preserve_urgent") and "preserve_approved_at" not in facts:
        return "approve_preserve"
    if facts.get("recusal_pending"):
        return "decide_recusal"
    if facts.get("suspended"):
        return "resume"
    if "preserved_on" in facts and "preserve_disposed_on" not in facts:
        return "dispose_preserved"
    if "inspected_on" not in facts:
        return "inspect"
    return "question" if "questioned_on" not in facts else "conclude"


def _examined(facts: Facts) -> str:
    if not facts.get("case_review_passed"):
        return "review_case" if "case_reviewed_on" not in facts else "send_back"
    return "approve_proposal" if "proposal_approved_on" not in facts else "notify"


def needs_review(facts: Facts) -> bool:
    """Whether legal review stands before the decision (行政处罚法第五十八条第一款)."""
    after_hearing = facts.get("major_rights") and facts.get("hearing_outcome") == "held"
    return bool(facts.get("review_triggers") or after_hearing)


def _ripe(facts: Facts) -> str:
    if needs_review(facts) and not facts.get("legal_review_passed"):
        return "review"
    if facts.get("complex_or_major") and "discussed_on" not in facts:
        return "discuss"
    return "decide"


def _hearing(facts: Facts) -> str:
    if "hearing_notice_on" not in facts:
        return "notify_hearing"
    return "hold_hearing" if "hearing_held_on" not in facts else "report_hearing"


def _served(facts: Facts) -> str:
    owed = (facts.get("decision_fine") or 0) + (facts.get("decision_gain") or 0)
    return "pay" if owed else "perform"


def _performed(facts: Facts) -> str:
    return "remit" if "collected_on" in facts and "remitted_on" not in facts else "close"


_TURNS: dict[str, Callable[[Facts], str]] = {
    "source": lambda _facts: "file",
    "investigating": _inquiry,
    "concluded": _examined,
    "notified": _ripe,
    "hearing": _hearing,
    "heard": _ripe,
    "reviewed": _ripe,
    "discussed": _ripe,
    "decided": lambda _facts: "serve",
    "served": _served,
    "performed": _performed,
    "ended": lambda _facts: "close",
    "closed": lambda _facts: "archive",
    "with_justice": lambda _facts: "close_transfer",
}
