"""What the rules find in all cases of the installation on one day, to be held against what was planted."""

import json
from datetime import date
from pathlib import Path

from django.conf import settings

from fadu.cases.models import Case
from fadu.catalog.selectors import calendar
from fadu.law.calendar import number
from fadu.law.registry import grains, procedures
from fadu.law.rules import Moment
from fadu.supervision.services.judged import failures_of

FAULTS = "demo-faults.json"


def found(today: date) -> set[tuple[str, str]]:
    """Case and rule of every failure, judged on `today`."""
    at = Moment(calendar(), number(today))
    hits: set[tuple[str, str]] = set()
    for grain in grains():
        courses = {course.id for course in procedures().values() if course.grain == grain}
        if cases := list(Case.objects.filter(procedure__in=courses).order_by("pk")):
            hits |= set(failures_of(grain, cases, at).select("case", "rule").rows())
    return hits


def planted() -> set[tuple[str, str]]:
    """Case and rule of every label."""
    labels = json.loads((Path(settings.DATA) / FAULTS).read_text("utf-8"))["faults"]
    return {(label["case"], label["rule"]) for label in labels}
