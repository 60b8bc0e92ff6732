"""The only writers of signing and service."""

from fadu.evidence.signing.services.links import Opened, invite_by_link, open_link, spend
from fadu.evidence.signing.services.matters import add_signer, complete, put_document, put_draft
from fadu.evidence.signing.services.messages import opened, send
from fadu.evidence.signing.services.serving import begin, end
from fadu.evidence.signing.services.signing import refuse, sign

__all__ = [
    "Opened",
    "add_signer",
    "begin",
    "complete",
    "end",
    "invite_by_link",
    "open_link",
    "opened",
    "put_document",
    "put_draft",
    "refuse",
    "send",
    "sign",
    "spend",
]
