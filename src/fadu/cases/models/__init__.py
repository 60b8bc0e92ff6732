"""What is kept of a case. Steps, leaves and attempts are only ever added; the rest can be rebuilt from them."""

from fadu.cases.models.case import Case, CaseRole, Function, Party
from fadu.cases.models.facts import Facts
from fadu.cases.models.flow import ClockRow, Counter, Outbox
from fadu.cases.models.record import Attempt, Leaf, LogHead, Step

__all__ = ["Attempt", "Case", "CaseRole", "ClockRow", "Counter", "Facts", "Function", "Leaf", "LogHead", "Outbox", "Party", "Step"]
