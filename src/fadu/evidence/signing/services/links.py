"""A signer's own phone: a link that opens one matter for one signer, once, for half an hour, without an account.

The token is 256 bits of chance and stands nowhere but in the link; the row has its hash. A newer link closes the older ones.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Actor
from fadu.accounts.permissions import require_in
from fadu.cases.errors import Conflict, NotFound
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.evidence.signing import selectors
from fadu.evidence.signing.models import Invited, Link, Signature
from fadu.evidence.signing.services.signing import Given, sign

LASTS: Final = timedelta(minutes=30)
MOST_TRIES: Final = 8
"""How often a signature may be sent by one link: a hand that is not accepted tries again, a machine does not go on."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A link that was opened."""

    link: Link
    invited: Invited


def digest(token: str) -> str:
    """What is kept of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


@transaction.atomic
def invite_by_link(actor: Actor, invited: Invited) -> tuple[Link, str]:
    """A fresh link for somebody who is asked to sign, and its token, which is told this once; raises NotAllowed, Conflict."""
    require_in(actor, "evidence.add", invited.matter.organ_id)
    if Signature.objects.filter(invited=invited).exists() or selectors.completed(invited.matter):
        raise Conflict("已经签过名，不再需要链接")
    moment, token = now(), secrets.token_urlsafe(32)
    Link.objects.filter(invited=invited, expires_at__gt=moment, used_at__isnull=True).update(expires_at=moment)
    return Link.objects.create(id=new_id(), invited=invited, digest=digest(token), made_at=moment, made_by=actor.name, expires_at=moment + LASTS), token


def open_link(token: str) -> Opened:
    """Whom a link is for; raises NotFound where it is not, is used up or has run out, without telling which."""
    link = Link.objects.select_related("invited__matter__case", "invited__matter__organ").filter(digest=digest(token)).first()
    if link is None or link.used_at is not None or link.expires_at <= now() or link.tries >= MOST_TRIES:
        raise NotFound("链接无效、已经使用或者已经过期，请向执法人员要一个新的")
    if link.opened_at is None:
        Link.objects.filter(pk=link.pk, opened_at__isnull=True).update(opened_at=timezone.now())
    return Opened(link, link.invited)


def spend(token: str, given: Given) -> Signature:
    """Sign by a link, which is used up by it; raises NotFound, Conflict, Invalid."""
    opened = open_link(token)
    Link.objects.filter(pk=opened.link.pk).update(tries=F("tries") + 1)
    with transaction.atomic():
        if not Link.objects.filter(pk=opened.link.pk, used_at__isnull=True).update(used_at=now()):
            raise Conflict("这个链接已经用过")
        return sign(SYSTEM, opened.invited, given, own_phone=True)
