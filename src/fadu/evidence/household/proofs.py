"""What the leaves of this room commit to, as the database has it now."""

from typing import Any

from fadu.cases.models import Leaf
from fadu.evidence.household.models import IdentityDecision
from fadu.evidence.household.services.decisions import decision_content


def _decision(leaf: Leaf) -> Any:
    found = IdentityDecision.objects.filter(pk=leaf.ref).first()
    return found and decision_content(found)


KINDS = {"identity": _decision}
