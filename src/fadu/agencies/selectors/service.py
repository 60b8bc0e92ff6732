"""Who is in service."""

from datetime import datetime

from django.db.models import Q
from django.utils import timezone


def serving(at: datetime) -> Q:
    """The people in service at a moment."""
    day = timezone.localdate(at)
    return Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))
