"""The line of the case page that leads to the replay."""

from django.db.models import F
from django.urls import reverse

from fadu.accounts.actors import Actor
from fadu.cases.models import Case, Step
from fadu.cases.sections import Row, Section
from fadu.cases.selectors.page import LATE


def section(_actor: Actor, case: Case) -> Section:
    """How many steps there are, and how many were entered late."""
    late = Step.objects.filter(case=case, recorded_at__gt=F("taken_at") + LATE).count()
    note = f"{case.seq} 步" + (f"，补录 {late} 步" if late else "")
    return Section([Row("按时间回放全过程", reverse("replay:replay", args=[case.pk]), note=note)])
