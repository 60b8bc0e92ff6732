"""The accounts of parties, for the administrator; the codes of a case, for who handles it."""

import uuid
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from fadu.accounts.actors import Actor
from fadu.accounts.models import PartyAccount
from fadu.accounts.permissions import require, scope
from fadu.cases.errors import NotFound
from fadu.cases.models import Case
from fadu.evidence.household.models import ActivationCode, Household
from fadu.evidence.household.selectors.households import OF_HOUSEHOLD, cases_within

SIZE = 50


@dataclass(frozen=True)
class Held:
    """An account and the household it reads, as lists show that."""

    account: PartyAccount
    shown_as: str


def accounts(actor: Actor, after: int = 0) -> tuple[list[Held], int]:
    """The accounts of the parties of the organs within reach, the latest first, and the key of the next page."""
    require(actor, "household.accounts")
    root = Household.objects.filter(pk=OuterRef(OuterRef("household_id"))).values("root_id")
    reached = cases_within(actor, "household.accounts").filter(**{OF_HOUSEHOLD: root[:1]})
    rows = PartyAccount.objects.filter(Exists(reached)).select_related("user").order_by("-id")
    found = list((rows.filter(pk__lt=after) if after else rows)[: SIZE + 1])
    names = dict(Household.objects.filter(pk__in=[row.household_id for row in found]).values_list("pk", "shown_as"))
    return [Held(row, names.get(row.household_id, "")) for row in found[:SIZE]], found[SIZE - 1].pk if len(found) > SIZE else 0


def own_case(actor: Actor, case_id: uuid.UUID) -> Case:
    """A case whose party one may hand a code; raises NotFound."""
    require(actor, "household.admit")
    found = Case.objects.filter(scope(actor, "household.admit"), pk=case_id).select_related("party", "organ").first()
    if found is None:
        raise NotFound("没有这个案件，或者不是您承办的")
    return found


def codes(case: Case) -> list[ActivationCode]:
    """The codes handed out in a case, the latest first."""
    return list(ActivationCode.objects.filter(case=case).order_by("-id")[:SIZE])
