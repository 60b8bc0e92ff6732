"""What the county has filed: some of the cases that are shown first become files, one is lent, the others wait."""

import uuid
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Actor, Role
from fadu.accounts.models import User
from fadu.accounts.selectors import actor_for
from fadu.agencies.services import books
from fadu.cases.lacking import lacking
from fadu.cases.models import Case, CaseRole, Function
from fadu.cases.now import at
from fadu.cases.services.log import sequence_all
from fadu.evidence.archive import services
from fadu.evidence.archive.kinds import Way
from fadu.evidence.archive.models import Filing, Retention, Volume
from fadu.evidence.archive.schedule import RETENTIONS

FORMED, MORE = 4, 3
"""Files that are formed, and done cases whose papers are made for it; each takes about a second."""


def fill(shown: Sequence[uuid.UUID], day: date) -> int:
    """Form files of the cases shown first that are done; how many there are now."""
    schedule(day)
    waiting = Filing.objects.filter(case__in=shown, bound=False, ordinal=0).select_related("case").order_by("since", "id")
    for filing in waiting:
        keeper = _handler(filing.case)
        if Volume.objects.count() >= FORMED:
            break
        if keeper is not None and not any(lack.stands for lack in lacking(SYSTEM, filing.case)):  # what lacks something waits for its keeper
            when = min(filing.since + timedelta(days=3), day)
            with at(timezone.make_aware(datetime.combine(when, time(16, 20)))):
                services.bind(keeper, filing.case_id)
    first = Volume.objects.order_by("id").first()
    if first is not None and not first.loans.exists():
        _ask(first, day)
    sequence_all()
    return Volume.objects.count()


def schedule(day: date) -> None:
    """The bureau's own schedule of retention: entered by an officer, checked by the head against the paper."""
    officer, head = (User.objects.filter(username=name).first() for name in ("liwei", "zhaoqiang"))
    if officer is None or head is None or Retention.objects.exists():
        return
    keeper, checker = actor_for(officer), actor_for(head)
    since = date(day.year, 1, 1)
    paper = {"number": f"示市监〔{since.year - 1}〕71号", "issued_on": f"{since.year - 1}-12-20", "approved_by": "示范县档案局", "since": since.isoformat()}
    for series, turn, term in (("penalty", "weighty", "permanent"), ("penalty", "simple", "10"), ("penalty", "any", "30"), ("inspection", "any", "10")):
        line = books.enter(keeper, RETENTIONS, keeper.organ_id or 0, {"series": series, "turn": turn, "term": term, **paper})
        books.check(checker, RETENTIONS, line.pk)


def _handler(case: Case) -> Actor | None:
    """One of the officers who handled it: in a small organ they keep the archive too."""
    rows = CaseRole.objects.filter(case=case, function=Function.HANDLE).order_by("since", "officer_id").values_list("officer_id", flat=True)
    users = User.objects.filter(officers__in=list(rows)).order_by("pk")
    return next((actor for user in users if (actor := actor_for(user)).role is Role.OFFICER and actor.organ_id == case.organ_id), None)


def _ask(volume: Volume, day: date) -> None:
    """Somebody who did not handle the case asks to read its file; the head has not answered yet."""
    handlers = CaseRole.objects.filter(case=volume.case).values("officer_id")
    users = User.objects.filter(officers__organ_id=volume.organ_id).exclude(officers__in=handlers).order_by("pk")
    asker = next((actor for user in users if (actor := actor_for(user)).role is Role.OFFICER and actor.organ_id == volume.organ_id), None)
    if asker is not None:
        with at(timezone.make_aware(datetime.combine(day, time(9, 10)))):
            services.ask(asker, volume, way=Way.READ, reason="办理同类案件，参考本案的裁量说理。", until=day + timedelta(days=14))
