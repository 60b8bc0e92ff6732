"""What is read of samples of recordings."""

import uuid
from datetime import date, datetime, time

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.agencies.models import Organ
from fadu.evidence.recordings.models import Medium, Recording
from fadu.supervision.models import Sampled, Sampling

SEE = "figure.see"


def months(month: date) -> tuple[datetime, datetime]:
    """A month from its first moment to that of the next."""
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return timezone.make_aware(datetime.combine(month, time.min)), timezone.make_aware(datetime.combine(following, time.min))


def population(organ_id: int, month: date) -> list[uuid.UUID]:
    """The numbers of all films that an organ itself made in a month, sorted."""
    first, last = months(month)
    found = Recording.objects.filter(organ_id=organ_id, medium=Medium.VIDEO, began_at__gte=first, began_at__lt=last)
    return sorted(found.values_list("pk", flat=True))


def samplings(actor: Actor) -> QuerySet[Sampling]:
    """The draws within reach, with how many were drawn, judged and found wanting."""
    require(actor, SEE)
    found = Sampling.objects.filter(scope(actor, SEE)).select_related("organ")
    judged, wrong = Count("rows", filter=Q(rows__judged_at__isnull=False)), Count("rows", filter=~Q(rows__note=""))
    return found.annotate(drawn=Count("rows"), judged=judged, wrong=wrong)


def sampling(actor: Actor, sampling_id: int) -> Sampling:
    """One of them; raises Sampling.DoesNotExist."""
    return samplings(actor).get(pk=sampling_id)


def rows(found: Sampling) -> list[Sampled]:
    """The films drawn, of a draw already selected in scope."""
    return list(Sampled.objects.filter(sampling=found).select_related("recording__officer").order_by("pk"))


def sampled(actor: Actor, sampled_id: int) -> Sampled:
    """One film drawn; raises Sampled.DoesNotExist."""
    require(actor, SEE)
    found = Sampled.objects.filter(scope(actor, SEE, organ="sampling__organ_id"))
    return found.select_related("sampling__organ", "recording__officer").get(pk=sampled_id)


def drawable(actor: Actor, month: date) -> list[tuple[Organ, int]]:
    """The organs within reach that made films in a month and whose month was not drawn, with how many."""
    first, last = months(month)
    made = Recording.objects.filter(scope(actor, SEE), medium=Medium.VIDEO, began_at__gte=first, began_at__lt=last)
    counts = dict(made.order_by().values_list("organ_id").annotate(count=Count("pk")))
    done = set(Sampling.objects.filter(month=month).values_list("organ_id", flat=True))
    organs = Organ.objects.filter(pk__in=set(counts) - done).order_by("path")
    return [(organ, counts[organ.pk]) for organ in organs]
