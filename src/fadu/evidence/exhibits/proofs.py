"""What the leaves of this room commit to, as the database has it now."""

from typing import Any

from fadu.cases.models import Leaf
from fadu.evidence.exhibits.models import Entry, Movement, Stocktaking
from fadu.evidence.exhibits.services import count_content, entry_content, movement_content


def _entry(leaf: Leaf) -> Any:
    found = Entry.objects.select_related("exhibit").filter(pk=leaf.ref).first()
    return found and entry_content(found)


def _movement(leaf: Leaf) -> Any:
    found = Movement.objects.select_related("item").filter(pk=leaf.ref).first()
    return found and movement_content(found)


def _stocktaking(leaf: Leaf) -> Any:
    found = Stocktaking.objects.filter(pk=leaf.ref).first()
    return found and count_content(found)


KINDS = {"exhibit": _entry, "custody": _movement, "stocktaking": _stocktaking}
