"""Hours (学时): folded from attendances, never typed; and the locality's demand on them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import F, Q, QuerySet, Sum
from django.utils import timezone

from fadu.agencies.models import Officer
from fadu.agencies.training import numbers
from fadu.agencies.training.kinds import CLASSES, IN_YEAR, CourseKind
from fadu.agencies.training.models import Attendance, OffDuty

Hours = Mapping[str, int]
"""Hours by kind of course."""

COUNTED = Q(struck_at__isnull=True, session__cancelled_at__isnull=True) & (Q(session__sign_out=False) | Q(left_at__isnull=False))
"""An attendance that gives hours: not struck out, of a session that was held, signed out of where that is asked."""


def year_span(year: int) -> tuple[datetime, datetime]:
    """The first moment of a year and that of the next, Beijing time."""
    first, after = (timezone.make_aware(datetime.combine(date(at, 1, 1), time.min)) for at in (year, year + 1))
    return first, after


def up_to(day: date) -> datetime:
    """The first moment after a day."""
    return timezone.make_aware(datetime.combine(day, time.max)).replace(microsecond=999999)


def counted(first: datetime, after: datetime) -> QuerySet[Attendance]:
    """Attendances that give hours, of sessions that began from `first` on and before `after`."""
    return Attendance.objects.filter(COUNTED, session__starts_at__gte=first, session__starts_at__lt=after)


def fold(people: Collection[Officer], year: int, until: date | None = None) -> dict[int, Counter[str]]:
    """Hours by kind of each of these people in a year (until a day of it). Who moved from another organ brings theirs along."""
    first, after = year_span(year)
    if until is not None:
        after = min(after, up_to(until))
    return fold_of(people, counted(first, after))


def fold_of(people: Collection[Officer], attendances: QuerySet[Attendance]) -> dict[int, Counter[str]]:
    """Hours by kind that these attendances give each of these people; one query."""
    keys = {person.pk: person.id_index or person.pk for person in people}
    rows = attendances.values(person=F("officer_id"), index=F("officer__id_index"), kind=F("session__course__kind"))
    sums: dict[object, Counter[str]] = {}
    for row in rows.annotate(hours=Sum("session__course__hours")).order_by():
        sums.setdefault(row["index"] or row["person"], Counter())[row["kind"]] += row["hours"]
    return {pk: Counter(sums.get(key, Counter())) for pk, key in keys.items()}


def who(people: Iterable[Officer], attendances: QuerySet[Attendance]) -> frozenset[int]:
    """Which of these people have one of these attendances, in this organ or in one before."""
    rows = list(attendances.values_list("officer_id", "officer__id_index"))
    ids, indexes = {pk for pk, _ in rows}, {index for _, index in rows if index}
    return frozenset(person.pk for person in people if person.pk in ids or person.id_index in indexes)


def same_person(officer: Officer) -> Q:
    """The rows of a person: their service in this organ and, by identity number, in those before."""
    return Q(officer__id_index=officer.id_index) if officer.id_index else Q(officer=officer)


@dataclass(frozen=True, slots=True)
class Demand:
    """So many hours of some kinds a year (人均学时要求).

    Attributes:
        id: of the locality's number.
        label: of what.
        kinds: whose hours count.
        hours: at least.
        clause: which sets it.
    """

    id: str
    label: str
    kinds: frozenset[CourseKind]
    hours: int
    clause: str

    def done(self, hours: Hours) -> int:
        """How many hours count towards it."""
        return sum(hours.get(kind, 0) for kind in self.kinds)


ASKED: tuple[tuple[str, str, frozenset[CourseKind]], ...] = (
    ("training.year.hours", "全年合计", IN_YEAR),
    ("training.public.hours", "公共法律知识", frozenset({CourseKind.PUBLIC})),
    ("training.practice.hours", "实操技能", frozenset({CourseKind.SKILL})),
    ("training.thought.hours", "习近平法治思想", frozenset({CourseKind.THOUGHT})),
)
"""The numbers that a locality may set for everybody's year."""


def demands(year: int, today: date) -> list[Demand]:
    """What the policies in force ask of everybody's year."""
    on = numbers.as_of(year, today)
    found = ((id_, label, kinds, numbers.demanded(id_, on)) for id_, label, kinds in ASKED)
    return [Demand(id_, label, kinds, int(value.value), value.clause) for id_, label, kinds, value in found if value is not None]


@dataclass(frozen=True, slots=True)
class Met:
    """How far one demand is met by one person."""

    demand: Demand
    done: int
    pace: int

    @property
    def missing(self) -> int:
        """Hours still to be had."""
        return max(0, self.demand.hours - self.done)

    @property
    def state(self) -> str:
        """Done "ok", behind the year's pace "near", else ""."""
        return "ok" if not self.missing else "near" if self.done < self.pace else ""

    @property
    def share(self) -> int:
        """In percent, to draw."""
        return min(100, 100 * self.done // self.demand.hours) if self.demand.hours else 100


@dataclass(frozen=True, slots=True)
class Standing:
    """A person's year."""

    officer: Officer
    hours: Hours
    met: tuple[Met, ...]

    @property
    def total(self) -> int:
        """All hours, of whatever kind."""
        return sum(self.hours.values())

    @property
    def lacking(self) -> tuple[Met, ...]:
        """The demands not met yet."""
        return tuple(met for met in self.met if met.missing)

    @property
    def untouched(self) -> tuple[str, ...]:
        """Of the three classes of the year's hours those without any."""
        return tuple(label for label, kinds in CLASSES.items() if not sum(self.hours.get(kind, 0) for kind in kinds))

    @property
    def by_kind(self) -> list[tuple[str, int]]:
        """Hours by kind, in words, in the order of the list."""
        return [(str(kind.label), self.hours[kind]) for kind in CourseKind if self.hours.get(kind)]


def pace(hours: int, day: date, year: int) -> int:
    """How many hours should be had by a day so as not to be warned: half after June, three quarters after September."""
    if day.year != year:
        return hours if day.year > year else 0
    return hours * 3 // 4 if day >= date(year, 9, 30) else hours // 2 if day >= date(year, 6, 30) else 0


def standings(people: Iterable[Officer], year: int, today: date) -> list[Standing]:
    """How each of these people stands in a year, in their order. Two queries at most."""
    found = list(people)
    asked, sums = demands(year, today), fold(found, year, today)
    return [
        Standing(person, sums[person.pk], tuple(Met(demand, demand.done(sums[person.pk]), pace(demand.hours, today, year)) for demand in asked))
        for person in found
    ]


def off_duty_hours(found: OffDuty, until: datetime | None = None) -> int:
    """Hours of 离岗教育 attended since it began, until its end or a moment."""
    last = until or found.ends_at or timezone.now()
    rows = counted(found.starts_at, last).filter(same_person(found.officer), session__course__kind=CourseKind.RETURN)
    return int(rows.aggregate(hours=Sum("session__course__hours"))["hours"] or 0)
