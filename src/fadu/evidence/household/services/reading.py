"""A party reads a paper that was served on it: written down like any other reading, before it is shown."""

import uuid

from fadu.accounts.actors import Actor
from fadu.documents import storage
from fadu.documents.models import Document
from fadu.evidence.household.selectors import own
from fadu.evidence.models import Action
from fadu.evidence.services import read


def fetch(actor: Actor, document_id: uuid.UUID, *, save: bool) -> tuple[Document, bytes]:
    """The paper and its bytes, checked against the record; raises NotFound, storage.Damaged."""
    found = own.paper(actor, document_id)
    content = storage.fetch(found.sha256)
    action = Action.DOWNLOAD if save else Action.VIEW
    read(actor, kind="document", ref=found.pk, what=f"{found.title}{found.number}", action=action, organ_id=found.organ_id, case=found.case)
    return found, content
