"""Noting what organs lack, from the day it was found until it was there."""

from datetime import date

from django.db import IntegrityError, transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.models import Organ
from fadu.disclosure.before.models import Lack
from fadu.disclosure.before.requirements import concerned, told


def note(actor: Actor, organ: Organ, on: date) -> int:
    """Open what the organ lacks now, close what is there; how many are open."""
    require(actor, "before.keep")
    now = {one.demand.id: one.lacks[:300] for one in told(organ, on) if one.lacks} if concerned(organ, on) else {}
    with transaction.atomic():
        kept = {row.demand: row for row in Lack.objects.select_for_update().filter(organ_id=organ.pk, until__isnull=True)}
        for demand, row in kept.items():
            if demand not in now:
                row.until = max(on, row.since)
                row.save(update_fields=["until"])
            elif row.says != now[demand]:
                row.says = now[demand]
                row.save(update_fields=["says"])
        for demand in now.keys() - kept.keys():
            try:
                with transaction.atomic():
                    Lack.objects.create(organ_id=organ.pk, demand=demand, says=now[demand], since=on)
            except IntegrityError:  # another process found it at the same moment
                continue
    return len(now)
