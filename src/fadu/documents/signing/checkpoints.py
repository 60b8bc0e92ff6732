"""The checkpoint of the public log signed by a suite beside its own (FADU_SUITE, FADU_CHECKPOINT_ORGAN): one file, whole or not at all.

The log's own signature (Ed25519, a C2SP signed note) stays as it is; this one stands beside it for those who may rely on
国密 alone. The file holds the checkpoint it is over, so that the two are never of different states.
"""

import base64
import json

from django.conf import settings

from fadu.agencies.models import Organ
from fadu.cases.now import now
from fadu.cases.services.log import Log, folder
from fadu.documents.signing import selectors
from fadu.documents.signing.holders import holder_of
from fadu.documents.signing.suites import SUITES
from fadu.ledger.storage import Folder

FILE = "checkpoint.signed"


def sign_checkpoint() -> bool:
    """Sign the checkpoint that is published, if a suite and an organ are set and it was not signed yet; whether it was signed now."""
    if not settings.FADU_SUITE or not settings.FADU_CHECKPOINT_ORGAN:
        return False
    note = Log().note
    organ = Organ.objects.filter(code=settings.FADU_CHECKPOINT_ORGAN).first()
    certificate = selectors.in_force(organ.id, now(), suite=settings.FADU_SUITE) if organ else None
    if not note or certificate is None or ((last := published()) is not None and json.loads(last)["checkpoint"] == note):
        return False
    signature = holder_of(certificate).sign(note.encode(), settings.FADU_SUITE)
    made = {"checkpoint": note, "suite": settings.FADU_SUITE, "certificate": certificate.pem, "signature": base64.b64encode(signature).decode()}
    Folder(folder()).write(FILE, json.dumps(made).encode())
    return True


def published() -> bytes | None:
    """The signed checkpoint as it was published last."""
    return Folder(folder()).read(FILE)


def holds(signed: bytes) -> bool:
    """Whether the signature in such a file is that of its certificate over its checkpoint."""
    read = json.loads(signed)
    return SUITES[read["suite"]].verify(read["certificate"], read["checkpoint"].encode(), base64.b64decode(read["signature"]))
