"""Whose turn it is in the course of a measure."""

from collections.abc import Callable, Mapping
from typing import Any

Facts = Mapping[str, Any]


def turns(take: str, *, after: Callable[[Facts], str]) -> Callable[[str, Facts], str]:
    """The step a measure waits for; `take` puts it into effect, `after` says what a decided one waits for."""

    def held(facts: Facts) -> str:
        if facts.get("measure_on_the_spot") and "measure_ratified_at" not in facts:
            return "ratify_measure"
        if facts.get("measure_test_running"):
            return "end_measure_test"
        if "measure_extended_on" in facts and "measure_extension_told_on" not in facts:
            return "tell_measure_extension"
        if facts.get("measure_kind") == "freeze" and "measure_served_on" not in facts:
            return "serve_freeze"
        if facts.get("measure_kind") == "restrain" and "measure_family_told_on" not in facts:
            return "notify_family"
        return "dispose_measure"

    def turn(stage: str, facts: Facts) -> str:
        steps = {"proposed": lambda _: "approve_measure_taking", "approved": lambda _: take, "held": held, "decided": after}
        return steps[stage](facts) if stage in steps else ""

    return turn
