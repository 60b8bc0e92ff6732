"""What the registers already say of an organ's year (机关年度职责): a number that stands in a register is not typed a second time.

The form opens with it and names the register. Who notes the year may still write another number; what is on record and differs
from the register is told beside the question.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Max, Min, Q, Sum
from django.utils import timezone

from fadu.agencies.care.models import Away, OrganAppraisal
from fadu.agencies.equipment.kinds import RECORDING, Designated, RoomUse
from fadu.agencies.equipment.models import Device, Premises, Room
from fadu.agencies.equipment.selectors.needs import av_class, designated, enforcers, in_use
from fadu.agencies.guidance.models import Pilot
from fadu.agencies.kinds import OrganKind
from fadu.agencies.models import Organ
from fadu.agencies.selectors.reviewers import reviewing_in
from fadu.agencies.training.kinds import CourseKind, Topic
from fadu.agencies.training.models import Plan, Session
from fadu.cases.models import Case
from fadu.catalog.models import Delegation, DelegationKind, GrantEvaluation, InspectionEntry, PowerItem, ServiceGuide
from fadu.law.calendar import civil
from fadu.law.forms import Field, Kind

PROCEDURE = "organ.year"
_CLASSES = {Designated.CLASS_A: "a", Designated.CLASS_B: "b", Designated.CLASS_C: "c"}


@dataclass(frozen=True)
class Year:
    """An organ with its stations, and the day on which its year is read: today, or the last day of a year that is over."""

    organ: Organ
    day: date

    @property
    def organs(self) -> list[Organ]:
        """The organ and the stations that act for it."""
        there = Q(pk=self.organ.pk) | Q(parent=self.organ, kind=OrganKind.DISPATCHED)
        return list(Organ.objects.filter(there, Q(ends_on__isnull=True) | Q(ends_on__gt=self.day), starts_on__lte=self.day))

    @property
    def running(self) -> Q:
        """What is in force on the day, its last day included."""
        return Q(since__lte=self.day) & (Q(until__isnull=True) | Q(until__gte=self.day))

    @property
    def people(self) -> set[int]:
        """Who enforces there."""
        return {person for found in enforcers(self.organs, self.day).values() for person in found}

    def sessions(self, **more: Any) -> list[Session]:
        """Sessions of training that the organ held this year up to the day."""
        found = Session.objects.filter(organ=self.organ, cancelled_at__isnull=True, starts_at__date__year=self.day.year, starts_at__date__lte=self.day)
        return list(found.filter(**more).select_related("course").prefetch_related("audience"))

    def mark(self, what: Designated) -> int | None:
        """A number that a paper sets for the organ."""
        row = designated([self.organ], self.day).get((self.organ.pk, what))
        return row.amount if row else None


def _fulltime(year: Year) -> int:
    away = Away.objects.filter(officer__in=year.people, since__lte=year.day).exclude(until__lte=year.day)
    return len(year.people - set(away.values_list("officer_id", flat=True)))


def _area(year: Year) -> int | None:
    total: int | None = Premises.objects.filter(year.running, organ=year.organ).aggregate(total=Sum("area"))["total"]
    return total


def _reception(year: Year) -> bool:
    rooms = Room.objects.filter(year.running, premises__organ=year.organ).values_list("uses", flat=True)
    return any(RoomUse.RECEPTION in uses for uses in rooms)


def _class(year: Year) -> str | None:
    found = av_class(designated([year.organ], year.day), year.organ.pk)
    return _CLASSES[found] if found else None


def _items(year: Year) -> Any:
    return PowerItem.objects.filter(year.running, organ=year.organ)


def _township_sessions(year: Year) -> int:
    return sum(any(guest.pk != year.organ.pk and guest.level == "township" for guest in one.audience.all()) for one in year.sessions())


def _public_hours(year: Year) -> int | None:
    return sum(one.course.hours for one in year.sessions(course__kind=CourseKind.PUBLIC)) or None


def _ever_evaluated(year: Year) -> int:
    evaluated = GrantEvaluation.objects.filter(grant__organ=year.organ, evaluated_on__lte=year.day, year__gte=year.day.year - 1).values("grant")
    grants = Delegation.objects.filter(year.running, kind=DelegationKind.GRANT, organ=year.organ, pk__in=evaluated)
    return len({code for grant in grants for code in grant.items})


def _granted(year: Year) -> int:
    return len({code for grant in Delegation.objects.filter(year.running, kind=DelegationKind.GRANT, organ=year.organ) for code in grant.items})


def _one(found: Any, column: str, how: type[Min | Max] = Max) -> Any:
    return found.aggregate(day=how(column))["day"]


Known = Callable[[Year], Any]
KNOWN: Mapping[str, tuple[str, Known]] = {
    "officers": ("机关人员（持有效证件的在编在岗人员）", lambda year: len(year.people)),
    "reviewers": ("机关人员（法制审核人员）", lambda year: len(reviewing_in([one.pk for one in year.organs], year.day))),
    "team_posts": ("认定和核定", lambda year: year.mark(Designated.POSTS)),
    "team_fulltime": ("机关人员、不在岗人员", _fulltime),
    "small_township": ("认定和核定", lambda year: (year.organ.pk, Designated.SMALL) in designated([year.organ], year.day) or None),
    "public_law_hours": ("培训", _public_hours),
    "township_sessions": ("培训", _township_sessions),
    "systems_sessions": ("培训", lambda year: sum(Topic.SYSTEMS in one.course.topics for one in year.sessions())),
    "training_plan_filed_on": ("培训计划", lambda year: _one(Plan.objects.filter(organ=year.organ, year=year.day.year, filed_on__lte=year.day), "filed_on", Min)),
    "av_class": ("认定和核定", _class),
    "recorders": ("执法装备（在用的记录仪和终端）", lambda year: sum(thing.kind in RECORDING for thing in in_use(year.organs, year.day))),
    "office_area": ("执法场所", _area),
    "office_area_most": ("认定和核定", lambda year: year.mark(Designated.AREA_MOST)),
    "reception": ("执法场所", _reception),
    "devices": ("电子监控设备", lambda year: Device.objects.filter(year.running, organ=year.organ).count()),
    "power_list_reviewed_on": ("执法事项", lambda year: _one(_items(year), "legal_reviewed_on")),
    "power_list_published_on": ("执法事项", lambda year: _one(_items(year), "published_on")),
    "catalog_made_on": ("执法事项", lambda year: _one(_items(year), "published_on", Min)),
    "spot_check_published_on": (
        "随机抽查事项清单", lambda year: _one(InspectionEntry.objects.filter(year.running, organ=year.organ), "published_on"),
    ),
    "guide_published_on": ("服务指南", lambda year: _one(ServiceGuide.objects.filter(organ=year.organ, published_on__lte=year.day), "published_on")),
    "delegations": (
        "赋权委托", lambda year: Delegation.objects.filter(year.running, kind=DelegationKind.ENTRUSTMENT, principal=year.organ).count(),
    ),
    "grants": ("赋权委托", _granted),
    "grants_evaluated": ("赋权评估", _ever_evaluated),
    "appraised_this_year": (
        "评议考核", lambda year: OrganAppraisal.objects.filter(organ=year.organ, held_on__year=year.day.year, held_on__lte=year.day).exists(),
    ),
    "pilot_on": ("规范化试点", lambda year: _one(Pilot.objects.filter(organ=year.organ, issued_on__lte=year.day).exclude(checked_name=""), "issued_on", Min)),
}  # fmt: skip
"""Facts of the year that a register holds: which register, and what it says; None where it says nothing."""


def prefilled(case: Case, asks: Sequence[Field], facts: Mapping[str, Any]) -> tuple[tuple[Field, ...], dict[str, Any]]:
    """The questions with their register named, and what the form opens with."""
    if case.procedure != PROCEDURE:
        return tuple(asks), {}
    today = timezone.localdate()
    year = Year(case.organ, min(today, date(int(facts.get("year") or today.year), 12, 31)))
    fields, values = [], {}
    for field in asks:
        there = KNOWN.get(field.name)
        value = there[1](year) if there else None
        if there is None or value is None:
            fields.append(field)
            continue
        kept = _said(field, facts.get(field.name))
        told = _written(field, value)
        values[field.name] = told if kept is None else kept
        differs = kept is not None and str(kept) != str(told)
        says = f"与台账不一致：{there[0]}现为 {_in_words(field, told)}，已登记 {_in_words(field, kept)}，请核对" if differs else f"取自台账：{there[0]}"
        fields.append(replace(field, help=f"{field.help}；{says}" if field.help else says))
    return tuple(fields), values


def _said(field: Field, value: Any) -> Any:
    """What the record says, as the form writes it."""
    if value is None or field.kind is not Kind.DATE:
        return value
    return civil(int(value)).isoformat()


def _written(field: Field, value: Any) -> Any:
    return value.isoformat() if field.kind is Kind.DATE and isinstance(value, date) else value


def _in_words(field: Field, value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return dict(field.choices).get(str(value), str(value))
