"""The reports of the demonstration county: most organs hand in theirs in time, one is late, one is given back, one is missing."""

from datetime import date, datetime, time

from django.db.models import Q
from django.utils import timezone

from fadu.accounts.actors import Actor, Role
from fadu.accounts.models import Post
from fadu.accounts.selectors import actor_for
from fadu.agencies.models import Officer, Organ
from fadu.cases import now
from fadu.disclosure.annual.telling import narrative_of
from fadu.disclosure.reporting.models import Outcome, Sending
from fadu.disclosure.reporting.selectors import obliged
from fadu.disclosure.reporting.services import receive, send
from fadu.disclosure.services import publish_year
from fadu.disclosure.services.annual import tables_of
from fadu.law import reports

LATE, RETURNED, MISSING = 2, 3, 4
"""Which of the organs is late, whose report is given back, whose is missing."""
DOING = (
    "当前的主要问题：少数案件公示超过期限，个别现场检查的音像记录存入不及时。",
    "下一步打算：每月核对公示期限，逐件通报；把音像记录存入情况列入班组考核。",
)


def fill(day: date) -> int:
    """Publish and send the reports of the year before; how many there are."""
    year = day.year - 1
    due = reports.annual(year)
    supervisor = person(Role.SUPERVISOR, None)
    made = 0
    for place, organ in enumerate(obliged(Q(), min(due.on, day))):
        head = person(Role.HEAD, organ)
        if place == MISSING or head is None or day <= due.on or Sending.objects.filter(kind="annual", period=due.period, organ=organ).exists():
            continue
        with now.at(_at(date(year + 1, 2, 6) if place == LATE else date(year + 1, 1, 15 + place % 12), 10)):
            tables = tables_of(organ, year)
            report = publish_year(head, organ, year, "\n".join((narrative_of(tables, year, organ.name), *DOING)))
            row = send(head, due, organ, report.pk, f"{organ.name} {year} 年度行政执法统计（第 {report.version} 版）")
        made += 1
        if supervisor is not None and row.to_id is not None:
            with now.at(_at(date(year + 1, 2, 9), 9)):
                _answered(supervisor, row, returned=place == RETURNED)
    return made


def person(role: Role, organ: Organ | None) -> Actor | None:
    """Somebody who holds a role today, in that organ where one is given."""
    holds = Post.objects.filter(role=role.value, officer_id__isnull=False).values_list("officer_id", flat=True)
    people = Officer.objects.filter(pk__in=list(holds), user__isnull=False, ends_on__isnull=True)
    found = (people.filter(organ=organ) if organ else people).select_related("user").order_by("id")
    for one in found:
        actor = actor_for(one.user) if one.user else None
        if actor is not None and actor.role is role:
            return actor
    return None


def _answered(supervisor: Actor, row: Sending, *, returned: bool) -> None:
    if returned:
        receive(supervisor, row.pk, Outcome.RETURNED, "总体情况没有写明行政检查的开展情况，请补充后重新报送")
    else:
        receive(supervisor, row.pk, Outcome.ACCEPTED, "")


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
