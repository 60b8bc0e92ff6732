"""Where an organ's plan of a year stands, with its clock."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from fadu.agencies.models import Organ
from fadu.agencies.training import numbers
from fadu.agencies.training.kinds import PlanState
from fadu.agencies.training.models import Plan, PlanLine, Session


@dataclass(frozen=True, slots=True)
class PlanClock:
    """An organ's plan and the day by which it is to be filed.

    Attributes:
        organ, year: whose and which.
        plan: the version in force, else the one being drawn up; None where there is none.
        filed_on: when it was first filed.
        due: the last day for it; None where the locality sets none.
        clause: which sets it.
        today: the day asked about.
    """

    organ: Organ
    year: int
    plan: Plan | None
    filed_on: date | None
    due: date | None
    clause: str
    today: date

    @property
    def in_time(self) -> bool | None:
        """Whether it was filed by the last day, that day included; None while that can't be told."""
        if self.due is None or (self.filed_on is None and self.today <= self.due):
            return None
        return self.filed_on is not None and self.filed_on <= self.due

    @property
    def late_days(self) -> int:
        """Days after the last day, until it was filed or until today."""
        return max(0, ((self.filed_on or self.today) - self.due).days) if self.due else 0

    @property
    def state(self) -> str:
        """As a clock shows it: done, bad, near, ""."""
        if self.filed_on is not None:
            return "bad" if self.in_time is False else "done"
        if self.due is None:
            return ""
        return "bad" if self.in_time is False else "near" if (self.due - self.today).days <= NEAR else ""

    @property
    def words(self) -> str:
        """What a clock says."""
        if self.filed_on is not None:
            return f"逾期 {self.late_days} 天报备" if self.in_time is False else "已按期报备" if self.due else "已报备"
        if self.due is None:
            return "未报备"
        left = (self.due - self.today).days
        return f"逾期 {self.late_days} 天" if left < 0 else "今天到期" if left == 0 else f"还剩 {left} 天"

    @property
    def used(self) -> int:
        """Share of the time from New Year that is used up, in percent."""
        if self.due is None or self.filed_on is not None:
            return 100
        whole = (self.due - date(self.year, 1, 1)).days or 1
        return max(0, min(100, 100 * (self.today - date(self.year, 1, 1)).days // whole))


NEAR = 15


def clocks(organs: Iterable[Organ], year: int, today: date) -> list[PlanClock]:
    """The clock of each organ's plan. One query."""
    found = list(organs)
    due, clause = numbers.day_in("training.plan.by", year, numbers.as_of(year, today)) or (None, "")
    plans: dict[int, list[Plan]] = {}
    for plan in Plan.objects.filter(organ__in=found, year=year).select_related("organ").order_by("version"):
        plans.setdefault(plan.organ_id, []).append(plan)
    return [_clock(organ, year, plans.get(organ.pk, []), due, clause, today) for organ in found]


def _clock(organ: Organ, year: int, versions: list[Plan], due: date | None, clause: str, today: date) -> PlanClock:
    filed = [plan.filed_on for plan in versions if plan.filed_on is not None and plan.filed_on <= today]
    in_force = next((plan for plan in versions if plan.state == PlanState.FILED), None)
    return PlanClock(organ, year, in_force or (versions[-1] if versions else None), min(filed, default=None), due, clause, today)


@dataclass(frozen=True, slots=True)
class LineDone:
    """A row of a plan and how often it was held."""

    line: PlanLine
    held: int
    due: bool

    @property
    def months(self) -> str:
        """3 月, 3 至 5 月."""
        first, last = self.line.first_month, self.line.last_month
        return f"{first} 月" if first == last else f"{first} 至 {last} 月"


def carried_out(plan: Plan, today: date) -> list[LineDone]:
    """Each row of a plan with the sessions that carried it out, called under this version or the one before. Two queries."""
    held: dict[tuple[str, str], int] = {}
    sessions = Session.objects.filter(line__plan__organ_id=plan.organ_id, line__plan__year=plan.year, cancelled_at__isnull=True, starts_at__date__lte=today)
    for kind, title in sessions.values_list("line__kind", "line__title"):
        held[kind, title] = held.get((kind, title), 0) + 1
    month = today.month if today.year == plan.year else 13 if today.year > plan.year else 0
    return [LineDone(line, held.get((line.kind, line.title), 0), line.last_month < month) for line in plan.lines.all()]
