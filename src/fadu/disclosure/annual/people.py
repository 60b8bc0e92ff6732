"""执法队伍: how many serve, hold a valid credential, review and assist on the last day of a year (or on this day of a year that runs)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.db.models import Q
from django.utils import timezone

from fadu.agencies.kinds import ON_ESTABLISHMENT, Employment
from fadu.agencies.models import Officer, Organ
from fadu.agencies.selectors import certified
from fadu.agencies.selectors.reviewers import last_minute, reviewing_in

TITLE: Final = "行政执法人员情况统计表"
NOTE: Final = "以当年 12 月 31 日为准，年度没有结束的以当日为准；在编人数包括公务员和事业编制人员；持证率为持有有效执法证件的人数与在编人数之比。"
COLUMNS: Final = (
    ("serving", "在编人数"),
    ("certified", "持证人数"),
    ("share", "持证率（%）"),
    ("reviewers", "法制审核人员"),
    ("assisting", "执法辅助人员"),
)
SHARE: Final = "share"


@dataclass(frozen=True, slots=True)
class Team:
    """The people of one organ, or of all: the columns but the share, which follows from them."""

    serving: int
    certified: int
    reviewers: int
    assisting: int

    @property
    def share(self) -> int:
        """Certified of serving in hundredths of a percent; 0 where nobody serves."""
        return self.certified * 10_000 // self.serving if self.serving else 0

    def cells(self) -> list[int]:
        """The columns in order."""
        return [self.serving, self.certified, self.share, self.reviewers, self.assisting]


def day_of(year: int) -> date:
    """The day on which a year's people are counted."""
    return min(date(year, 12, 31), timezone.localdate())


def serving_on(day: date) -> Q:
    """Who serves on a day."""
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))


def teams(organs: Iterable[Organ], year: int) -> dict[int, Team]:
    """The people of each organ."""
    ids, day = [organ.pk for organ in organs], day_of(year)
    there = Officer.objects.filter(serving_on(day), organ__in=ids)
    serving = Counter(there.filter(employment__in=ON_ESTABLISHMENT).values_list("organ_id", flat=True))
    assisting = Counter(there.filter(employment=Employment.AUXILIARY).values_list("organ_id", flat=True))
    held = certified(list(there.values_list("pk", flat=True)), last_minute(day))
    holding = Counter(organ_id for pk, organ_id in there.values_list("pk", "organ_id") if held[pk].ok)
    reviewing = Counter(row.officer.organ_id for row in reviewing_in(ids, day))
    return {pk: Team(serving[pk], holding[pk], reviewing[pk], assisting[pk]) for pk in ids}


def table(organs: Iterable[Organ], year: int) -> dict[str, Any]:
    """The table as it is kept and shown, in the form of the tables of cases; who has nobody on the establishment has no such team."""
    found = list(organs)
    now, then = teams(found, year), teams(found, year - 1)
    lines = sorted(found, key=lambda organ: (not any(now[organ.pk].cells()), -now[organ.pk].serving, organ.path))
    return {
        "id": "people", "title": TITLE, "note": NOTE, "total": None,
        "columns": [{"id": id_, "label": label, "money": False, "share": id_ == SHARE} for id_, label in COLUMNS],
        "rows": [
            {"organ": organ.name, "id": organ.pk, "total": None, "cells": list(now[organ.pk].cells()) if any(now[organ.pk].cells()) else [None] * len(COLUMNS)}
            for organ in lines
        ],
        "sums": _summed(now.values()).cells(), "before": _summed(then.values()).cells(),
    }  # fmt: skip


def _summed(found: Iterable[Team]) -> Team:
    rows = list(found)
    return Team(*(sum(getattr(row, name) for row in rows) for name in ("serving", "certified", "reviewers", "assisting")))


def behind(column: str, year: int, organ_ids: Iterable[int]) -> list[Officer]:
    """The people behind a number, by organ and name."""
    ids, day = list(organ_ids), day_of(year)
    there = Officer.objects.filter(serving_on(day), organ__in=ids).select_related("organ").order_by("organ__path", "name", "id")
    if column == "reviewers":
        return [row.officer for row in reviewing_in(ids, day)]
    if column in {"certified", SHARE}:
        held = certified([person.pk for person in there], last_minute(day))
        return [person for person in there if held[person.pk].ok]
    return list(there.filter(employment__in=ON_ESTABLISHMENT) if column == "serving" else there.filter(employment=Employment.AUXILIARY))
