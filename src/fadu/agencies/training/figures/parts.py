"""What the figures of training share: who is behind them, and that a year's demand can be made up for until the year is over."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, datetime
from fractions import Fraction

from django.db.models import Q
from django.urls import reverse

from fadu.accounts.actors import Role
from fadu.accounts.models import Post
from fadu.agencies.figure import Behind, Reading, ratio
from fadu.agencies.models import Officer, Organ
from fadu.agencies.training.kinds import Topic
from fadu.agencies.training.models import Course, Session
from fadu.agencies.training.selectors.hours import up_to, year_span
from fadu.agencies.training.selectors.rolls import below, serving

MOST = 200
"""Rows behind a figure that are listed."""


def person(officer: Officer, lacks: str = "") -> Behind:
    """A person behind a figure."""
    return Behind(f"{officer.name}（{officer.organ.name}）", reverse("training:person", args=[officer.pk]), lacks)


def organ(found: Organ, lacks: str = "") -> Behind:
    """An organ behind a figure."""
    return Behind(found.name, reverse("training:people") + f"?organ={found.pk}", lacks)


def listed(rows: Iterable[Behind]) -> tuple[Behind, ...]:
    """Those that fall short first."""
    return tuple(sorted(rows, key=lambda row: not row.lacks))[:MOST]


def span(day: date) -> tuple[datetime, datetime]:
    """From New Year to the end of the day."""
    return year_span(day.year)[0], up_to(day)


def within_year(reading: Reading, day: date) -> Reading:
    """A demand on a whole year: what is not there yet is not missed before the year is over."""
    if reading.met is False and (day.month, day.day) != (12, 31):
        return replace(reading, met=None, why=(reading.why + "；" if reading.why else "") + "年内尚可补，年末判定")
    return reading


def share_of_people(people: Collection[Officer], done: Collection[int], lacks: str, *, least: Fraction | int = 1, why: str = "") -> Reading:
    """How many of these people did it."""
    rows = listed(person(item, "" if item.pk in done else lacks) for item in people)
    return ratio(sum(item.pk in done for item in people), len(people), least=least, why=why, behind=rows)


def share_of_organs(organs: Collection[Organ], done: Collection[int], lacks: str, *, least: Fraction | int = 1, why: str = "") -> Reading:
    """How many of these organs did it."""
    rows = listed(organ(item, "" if item.pk in done else lacks) for item in organs)
    return ratio(sum(item.pk in done for item in organs), len(organs), least=least, why=why, behind=rows)


def about(*topics: Topic) -> list[int]:
    """The courses on one of these topics. Asked in Python: SQLite does not look into lists."""
    return [pk for pk, kept in Course.objects.exclude(topics=[]).values_list("pk", "topics") if {*topics} & {*kept}]


def held(day: date) -> Q:
    """Sessions of the year that were held by a day."""
    first, after = span(day)
    return Q(cancelled_at__isnull=True, starts_at__gte=first, starts_at__lt=after)


def sessions(day: date) -> "list[Session]":
    """The sessions of the year that were held by a day."""
    return list(Session.objects.filter(held(day)).select_related("course", "organ").prefetch_related("audience"))


def in_role(within: Organ, role: Role, day: date) -> list[tuple[Officer, date]]:
    """People in service who hold a post of that role on a day, each with the day since when."""
    posts = Post.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=day), role=role.value, starts_on__lte=day, officer_id__isnull=False)
    since = dict(posts.values_list("officer_id", "starts_on"))
    people = Officer.objects.filter(below(within), serving(day), pk__in=list(since)).select_related("organ").order_by("organ__path", "id")
    return [(item, since[item.pk]) for item in people]
