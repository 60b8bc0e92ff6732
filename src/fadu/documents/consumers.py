"""What this room does when the outbox of the cases tells of a step, and the running of what waits there."""

from collections.abc import Callable, Collection
from datetime import timedelta

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet

from fadu.cases.models import Outbox
from fadu.cases.now import now
from fadu.documents.services import make_documents

FIRST_WAIT = timedelta(seconds=5)
LONGEST_WAIT = timedelta(hours=1)


def on_step(told: Outbox) -> None:
    """Make the papers of the step that was taken; told twice, it makes them once."""
    if told.ref is not None:
        make_documents(told.ref)


TOPICS: dict[str, Callable[[Outbox], None]] = {"step": on_step}
"""Topic → what is done."""


def drain(limit: int = 100, topics: Collection[str] = TOPICS.keys()) -> int:
    """Do what waits under some topics, all unless told, oldest first, each in a transaction of its own; how many were done.

    What fails is tried again later, each time after twice as long, and says why in `error`.
    """
    return sum(_one(row) for row in list(_waiting().filter(topic__in=topics).values_list("pk", flat=True)[:limit]))


def _waiting() -> QuerySet[Outbox]:
    return Outbox.objects.filter(Q(next_try__isnull=True) | Q(next_try__lte=now()), topic__in=TOPICS, done_at__isnull=True).order_by("id")


def _one(key: int) -> bool:
    try:
        with transaction.atomic():
            row = _waiting().select_for_update(skip_locked=connection.features.has_select_for_update_skip_locked).filter(pk=key).first()
            if row is None:  # another worker has it
                return False
            TOPICS[row.topic](row)
            Outbox.objects.filter(pk=key).update(done_at=now(), error="")
    except Exception as fault:  # noqa: BLE001 - whatever it is, the others go on and this one is tried again
        tries = Outbox.objects.values_list("tries", flat=True).get(pk=key)
        wait = min(FIRST_WAIT * 2 ** min(tries, 12), LONGEST_WAIT)
        Outbox.objects.filter(pk=key).update(tries=F("tries") + 1, next_try=now() + wait, error=f"{type(fault).__name__}: {fault}"[:2000])
        return False
    return True
