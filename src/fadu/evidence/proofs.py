"""What the leaves of this room commit to, as the database has it now."""

from typing import Any

from fadu.cases.models import Leaf
from fadu.evidence.models import Original, Reading
from fadu.evidence.services import original_content, reading_content


def _original(leaf: Leaf) -> Any:
    found = Original.objects.filter(pk=leaf.ref).first()
    return found and original_content(found)


def _reading(leaf: Leaf) -> Any:
    found = Reading.objects.filter(pk=leaf.ref).first()
    return found and reading_content(found)


KINDS = {"original": _original, "reading": _reading}
