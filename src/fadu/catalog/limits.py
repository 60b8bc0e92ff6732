"""The periods in which an item is handled: those of its procedure, where the law encodes them, else those it was listed with."""

import re
from dataclasses import dataclass
from functools import lru_cache

from fadu.catalog.models import ActKind, PowerItem
from fadu.law.procedure import Procedure
from fadu.law.registry import procedure_of, rule_of
from fadu.law.rules import Clock

PROCEDURES: dict[str, str] = {
    ActKind.PENALTY: "penalty.general",
    ActKind.COERCION: "measure.seizure",
    ActKind.INSPECTION: "inspection.general",
    ActKind.LICENCE: "licence.general",
    ActKind.REQUISITION: "requisition.general",
    ActKind.CONFIRMATION: "act.confirmation",
    ActKind.PAYMENT: "act.payment",
    ActKind.RULING: "act.adjudication",
    ActKind.REWARD: "act.reward",
}
"""The procedure of a kind of act, where an item names none."""

CLOCKS = {
    ("penalty.general", ""): "CF-060",
    ("penalty.general", "police"): "ZA-118-1",
    ("licence.general", ""): "XK-042-1a",
    ("licence.eia", ""): "HJF-102-2",
    ("measure.seizure", ""): "QZ-025-1",
    ("measure.freeze", ""): "QZ-032-1",
}
"""The rule that sets how long the whole may take, by procedure and field."""

REMEDIES = "自知道之日起六十日内申请行政复议，或者六个月内提起行政诉讼"
"""行政复议法第二十条第一款, 行政诉讼法第四十六条第一款."""

_LENGTH = re.compile(r"(\d+)\s*个?\s*(工作日|日|天|月|年)")
_DAYS = {"日": 1, "天": 1, "月": 30, "年": 365}


@dataclass(frozen=True)
class Limits:
    """How long an item may take and by what.

    Attributes:
        statutory: 法定时限, "" where none is known.
        promised: 承诺时限.
        rule: the rule that sets the first; None where it was listed by hand.
    """

    statutory: str
    promised: str
    rule: Clock | None


def course_of(item: PowerItem) -> Procedure | None:
    """The procedure in which an item is handled; None for kinds that have none."""
    name = item.procedure or PROCEDURES.get(item.kind, "")
    try:
        return procedure_of(name) if name else None
    except KeyError:
        return None


def limits(item: PowerItem) -> Limits:
    """The periods of an item."""
    rule = _clock(item.procedure or PROCEDURES.get(item.kind, ""), item.field)
    own = item.statutory_limit
    return Limits(own or (str(rule.within) if rule else ""), item.promised_limit, None if own else rule)


def statutory(item: PowerItem) -> str:
    """The statutory period in words; "" where none is known."""
    return limits(item).statutory


def longer_than(promised: str, allowed: str) -> bool:
    """Whether a promised period is longer than the statutory one; False where the two can't be compared."""
    one, other = _LENGTH.search(promised), _LENGTH.search(allowed)
    if one is None or other is None:
        return False
    if "工作日" in (one[2], other[2]) and one[2] != other[2]:
        # A working day is at least a day: more working days than days allowed is longer whatever the calendar.
        return one[2] == "工作日" and int(one[1]) > int(other[1]) * _DAYS.get(other[2], 1)
    return int(one[1]) * _DAYS.get(one[2], 1) > int(other[1]) * _DAYS.get(other[2], 1)


@lru_cache(maxsize=256)
def _clock(procedure: str, field: str) -> Clock | None:
    name = CLOCKS.get((procedure, field)) or CLOCKS.get((procedure, ""))
    if name is None:
        return None
    rule = rule_of(name)
    return rule if isinstance(rule, Clock) else None
