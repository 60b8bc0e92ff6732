"""What the leaf of an edition commits to."""

from typing import Any

from fadu.cases.services.leaves import utc
from fadu.cases.services.proofs import Content, Kind
from fadu.disclosure.before.content import sha256_of
from fadu.disclosure.before.models import Edition


def edition_content(edition: Edition) -> dict[str, Any]:
    """Everything that was recorded of it; of the change its hash, since a leaf is small whatever the list."""
    told = {name: getattr(edition, name) for name in ("list", "organ_id", "version", "sha256", "rows", "added", "altered", "removed")}
    return {"edition": str(edition.id), "at": utc(edition.at), **told, "change": sha256_of(edition.change)}


KINDS: dict[str, Content] = {"edition": Kind(Edition, "公示清单版本", lambda row, _leaf: edition_content(row))}
