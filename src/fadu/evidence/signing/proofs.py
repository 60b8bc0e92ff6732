"""What the leaves of this room commit to, as the database has it now."""

from collections.abc import Callable
from typing import Any

from fadu.cases.models import Leaf
from fadu.evidence.signing.models import Attempt, Matter, Result, Signature
from fadu.evidence.signing.services import contents


def _of(model: Any, content: Callable[[Any], dict[str, Any]]) -> Callable[[Leaf], Any]:
    def rebuilt(leaf: Leaf) -> Any:
        found = model.objects.filter(pk=leaf.ref).first()
        return found and content(found)

    return rebuilt


KINDS = {
    "signing": _of(Matter, contents.matter_content),
    "signature": _of(Signature, contents.signature_content),
    "service": _of(Attempt, contents.attempt_content),
    "service-result": _of(Result, contents.result_content),
}
