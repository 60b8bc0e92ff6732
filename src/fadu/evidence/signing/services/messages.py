"""Electronic service: a message with a link of its own goes to the confirmed address; what was sent, when it arrived and was opened is kept."""

import secrets
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.cases.errors import NotFound
from fadu.cases.models.ids import new_id
from fadu.cases.now import now
from fadu.documents.models import Document
from fadu.evidence.signing.carriers import NotSent, carrier
from fadu.evidence.signing.models import Attempt, Message, Outcome
from fadu.evidence.signing.services.links import digest
from fadu.evidence.signing.services.serving import begin, end


def send(actor: Actor, document: Document) -> Attempt:
    """Serve a document electronically: begin, send, and write down its arrival where the carrier knows it, or that it failed.

    Raises:
        NotAllowed, Conflict, Refused.
    """
    attempt = begin(actor, document, "electronic", {})
    token, by = secrets.token_urlsafe(32), carrier()
    message = Message.objects.create(id=new_id(), attempt=attempt, address=attempt.data["address"], carrier=by.name, digest=digest(token), sent_at=now())
    try:
        delivery = by.send(message.address, f"{document.organ.name}向您送达文书", letter(document, token))
    except NotSent as failure:
        end(actor, attempt, {"outcome": Outcome.FAILED.value, "failure": "undelivered", "failure_note": str(failure)})
        return attempt
    Message.objects.filter(pk=message.pk).update(reference=delivery.reference or message.digest[:16])
    if delivery.arrived_at is not None:
        arrived(actor, message, delivery.arrived_at)
    return attempt


def arrived(actor: Actor, message: Message, at: datetime) -> None:
    """Write down that a message reached the recipient's system: the document is served on that day."""
    Message.objects.filter(pk=message.pk, arrived_at__isnull=True).update(arrived_at=at)
    message.refresh_from_db()
    data = {"outcome": Outcome.SERVED.value, "arrived_on": timezone.localdate(at).isoformat(), "reference": message.reference or ""}
    end(actor, message.attempt, data)


def letter(document: Document, token: str) -> str:
    """What the message says: whose, which document, where it lies. The document itself is behind the link."""
    address = settings.PUBLIC_URL.rstrip("/") + reverse("signing:message", args=[token])
    return (
        f"您好：\n\n您在送达地址确认书中同意电子送达。{document.organ.name}现向您送达《{document.title}》{document.number}。\n\n"
        f"请打开以下地址查看和下载：\n{address}\n\n送达日期为本信息到达您确认的电子地址的日期（民事诉讼法第九十条第二款）。"
    )


def opened(token: str) -> Message:
    """The message of a token, the first opening written down; raises NotFound."""
    found = Message.objects.select_related("attempt__document", "attempt__organ").filter(digest=digest(token)).first()
    if found is None:
        raise NotFound("没有这个送达链接")
    if found.opened_at is None:
        Message.objects.filter(pk=found.pk, opened_at__isnull=True).update(opened_at=now())
    return found
