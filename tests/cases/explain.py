"""What a refusal read, for who writes a story."""

from fadu.cases.bench import bench
from fadu.cases.errors import Refused
from fadu.law.registry import rule_of


def explain(refusal: Refused) -> str:
    """Each objection with the facts its rule reads."""
    lines = []
    for objection in refusal.objections:
        try:
            reads = bench().reads(rule_of(objection.rule))
        except KeyError:
            reads = ()
        lines.append(f"{objection.rule} {objection.says} missing={objection.missing} reads={reads} found={objection.found}")
    return "\n".join(lines)
