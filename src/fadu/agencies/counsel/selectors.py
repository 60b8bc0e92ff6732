"""What is read of borrowings by who lends."""

from django.db.models import QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require, scope
from fadu.agencies.counsel.models import Borrowing


def lent(actor: Actor) -> QuerySet[Borrowing]:
    """What was asked of the organs within reach."""
    require(actor, "team.see")
    return Borrowing.objects.filter(scope(actor, "team.see", organ="lender_id")).select_related("organ", "lender")
