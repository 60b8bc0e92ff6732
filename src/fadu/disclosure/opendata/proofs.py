"""What the leaf of an edition commits to. All of it is public, and so is its salt: who has a file can prove that it was published."""

from typing import Any

from fadu.cases.models import Leaf
from fadu.cases.services.leaves import utc
from fadu.cases.services.proofs import Content
from fadu.disclosure.opendata.models import Edition


def edition_content(edition: Edition) -> dict[str, Any]:
    """The files of an edition with their hashes, sizes and rows."""
    return {"edition": str(edition.id), "folder": edition.folder, "made_at": utc(edition.made_at), "files": edition.files}


def _edition(leaf: Leaf) -> Any:
    """An edition belongs to no case, so it is read by itself."""
    found = Edition.objects.filter(pk=leaf.ref).first()
    return found and edition_content(found)


KINDS: dict[str, Content] = {"opendata": _edition}
