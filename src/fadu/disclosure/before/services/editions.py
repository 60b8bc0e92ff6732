"""Making an edition of a list whose content is another than that of its last."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.models import Organ
from fadu.cases.models import Leaf
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.cases.services.leaves import entry_of
from fadu.disclosure.before.content import Content, Row, difference
from fadu.disclosure.before.listing import Listing
from fadu.disclosure.before.models import WHOLE, Edition
from fadu.disclosure.before.proofs import edition_content
from fadu.disclosure.before.selectors import rows_of


def keep(actor: Actor, listing: Listing, organ: Organ | None, on: date) -> Edition | None:
    """The new edition of a list, of an organ or of all; None where its content is that of the last, or another process just made it."""
    require(actor, "before.keep")
    content = listing.content(organ, on)
    key = organ.pk if organ else WHOLE
    last = Edition.objects.filter(list=listing.id, organ_id=key).defer("change").order_by("-version").first()
    if (last.sha256 if last else None) == content.sha256 or (last is None and organ is not None and not content.rows):
        return None
    told = Edition(id=new_id(), list=listing.id, organ_id=key, version=last.version + 1 if last else 1, at=now(), sha256=content.sha256)
    told.rows = len(content.by_key)
    told.change = _change(listing, content, told, rows_of(listing, key, last.version) if last and not listing.fleeting else {})
    entry, salt = entry_of("edition", told.id, told.id, edition_content(told), told.at)
    try:
        with transaction.atomic():
            told.leaf = Leaf.objects.create(case=None, kind="edition", ref=told.id, salt=salt, entry=entry.bytes)
            told.save(force_insert=True)
    except IntegrityError:  # another process made this version at the same moment
        return None
    return told


def _change(listing: Listing, content: Content, told: Edition, before: dict[str, Row]) -> dict[str, Any]:
    """What differs from the edition before; of a list from which people leave nothing but how many rows there are."""
    if listing.fleeting:
        return {}
    found = difference(before, content.by_key)
    told.added, told.altered, told.removed = len(found.added), len(found.altered), len(found.removed)
    put = [dict(row) for row in (*found.added, *(after for _, after in found.altered))]
    return {"put": put, "gone": [str(row[listing.key]) for row in found.removed]}
