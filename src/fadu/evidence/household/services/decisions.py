"""Finding two households to be one, or not, or taking them apart again: by a person, with a reason, for good."""

import uuid
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.cases.errors import NotFound
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.leaves import utc
from fadu.evidence.household.models import Household, IdentityDecision, Proposal, What
from fadu.evidence.household.selectors import households
from fadu.evidence.household.services import identity
from fadu.evidence.services import leaf_of
from fadu.law.forms import Field, Invalid, Kind, validate

REASON = Field(
    name="reason",
    label="理由",
    kind=Kind.LONGTEXT,
    longest=500,
    help="写明核对了什么：证照、地址、经营者、电话等",
    example="两案均为同一摊位，经营者本人出示身份证核对",
)


def decide(actor: Actor, one: uuid.UUID, other: uuid.UUID, what: What, data: dict[str, Any]) -> IdentityDecision:
    """Write down that two households are the same, or not. The one with a code, or the earlier one, is what the other is joined to.

    Raises NotAllowed, NotFound (one of them is out of reach), Invalid.
    """
    reason = validate((REASON,), data)["reason"]
    with transaction.atomic():
        pair = [_locked(actor, key) for key in sorted((one, other))]
        if pair[0].root_id == pair[1].root_id:
            raise Invalid({"": "这两户已经是同一户"})
        if all(found.code_index for found in pair):
            raise Invalid({"": "两户各有自己的证照号码，号码不同就是不同的主体；号码登记错了的，请在案件里更正"})
        joined, to = sorted((found.root for found in pair), key=lambda found: (bool(found.code_index), -found.first.int))
        if what == What.SAME and joined.code_index and to.code_index:
            raise Invalid({"": "这两户都已归入各自有证照号码的一户，不能再归为一户"})
        decision = _recorded(actor, what, joined if what == What.SAME else pair[0], to if what == What.SAME else pair[1], reason)
        if what == What.SAME:
            _rejoin()
        wanted = {found.pk for found in pair}
        Proposal.objects.filter(one__in=wanted, other__in=wanted).update(decided=True)
    return decision


def split(actor: Actor, household_id: uuid.UUID, data: dict[str, Any]) -> IdentityDecision:
    """Take a household out of the one it was joined to: what was recorded under it goes with it."""
    reason = validate((REASON,), data)["reason"]
    with transaction.atomic():
        found = _locked(actor, household_id)
        if found.joined_id is None:
            raise Invalid({"": "这一户没有归入别的一户，不用拆出"})
        decision = _recorded(actor, What.SPLIT, found, found.joined, reason)
        _rejoin()
    return decision


def decision_content(decision: IdentityDecision) -> dict[str, Any]:
    """What the leaf of a decision commits to."""
    return {
        "decision": str(decision.id),
        "what": str(decision.what),
        "one": str(decision.one),
        "other": str(decision.other),
        "reason": decision.reason,
        "at": utc(decision.at),
        "by": {"officer": decision.by_officer, "name": decision.by_name, "role": decision.by_role},
    }


def _locked(actor: Actor, household_id: uuid.UUID) -> Household:
    require(actor, "household.match")
    if not households.within(actor, "household.match", household_id):
        raise NotFound("没有这一户，或者不在您的管辖范围内")
    return Household.objects.select_for_update(of=("self",)).select_related("root", "joined").get(pk=household_id)


def _recorded(actor: Actor, what: What, one: Household, other: Household | None, reason: str) -> IdentityDecision:
    assert other is not None
    decision = IdentityDecision(id=new_id(), what=what, one=one.pk, other=other.pk, reason=reason, at=now(), organ_id=actor.organ_id)
    decision.by_user, decision.by_officer, decision.by_name, decision.by_role = actor.user_id, actor.officer_id, actor.name, actor.role.value
    decision.leaf = leaf_of("identity", decision.id, None, decision_content(decision), decision.at)
    decision.save(force_insert=True)
    return decision


def _rejoin() -> None:
    """Fold all decisions again: they are few, and what they come to must not depend on when it was worked out."""
    edges, _ = identity.folded(IdentityDecision.objects.order_by("id").iterator())
    identity.link(edges)
