"""Choices that forms of registers share."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.db.models import Q
from django.utils import timezone

from fadu.agencies.models import Officer
from fadu.law.forms import Field, Kind

REASON = Field(name="reason", label="事由", help="记入变更记录")
PAPER = Field(name="paper", label="文书号", longest=60)
UNTIL = Field(name="until", label="最后一日", kind=Kind.DATE)


def choices(kinds: Iterable[tuple[Any, Any]]) -> tuple[tuple[str, str], ...]:
    """A closed list as a field takes it."""
    return tuple((str(value), str(label)) for value, label in kinds)


def people(organ_id: int) -> tuple[tuple[str, str], ...]:
    """Who serves in an organ today, by name and post."""
    today = timezone.localdate()
    serving = Officer.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=today), organ_id=organ_id, starts_on__lte=today).order_by("name", "pk")
    return tuple((str(person.pk), f"{person.name}（{person.post_title}）" if person.post_title else person.name) for person in serving)


def with_people(fields: Iterable[Field], organ_id: int, name: str = "officer") -> tuple[Field, ...]:
    """The fields with the people of an organ to choose from."""
    return tuple(replace(field, choices=people(organ_id)) if field.name == name else field for field in fields)


OFFICER = Field(name="officer", label="人员", kind=Kind.CHOICE)


def day(name: str, label: str, **more: Any) -> Field:
    """A day."""
    return Field(name=name, label=label, kind=Kind.DATE, **more)
