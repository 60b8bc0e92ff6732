"""Who carries a message to the confirmed address: e-mail by Django's backend, a file of the installation, or what `FADU_MESSENGER` names.

A carrier says when the message arrived, as far as it knows: a mail server that accepted it, a gateway that delivered it.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.module_loading import import_string

from fadu.cases.now import now


class NotSent(Exception):
    """The message could not be handed over; the text says why."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """What the carrier says.

    Attributes:
        arrived_at: when it reached the recipient's system; None where the carrier does not know yet.
        reference: its own receipt.
    """

    arrived_at: datetime | None
    reference: str


class Carrier(Protocol):
    """Anything that can bring a message to an address."""

    name: str

    def send(self, address: str, subject: str, text: str) -> Delivery:
        """Hand the message over; raises NotSent."""


class Email:
    """By Django's e-mail backend (EMAIL_HOST …): the recipient's server has accepted it when this returns."""

    name = "电子邮件"

    def send(self, address: str, subject: str, text: str) -> Delivery:
        """One mail to one address."""
        if "@" not in address:
            raise NotSent("确认的电子地址不是邮箱，请设置短信渠道（FADU_MESSENGER）")
        mail = EmailMessage(subject, text, to=[address])
        try:
            sent = mail.send()
        except OSError as error:
            raise NotSent(f"邮件服务器没有接收：{type(error).__name__}") from error
        if not sent:
            raise NotSent("邮件服务器没有接收")
        return Delivery(now(), str(mail.extra_headers.get("Message-ID", ""))[:200])


class File:
    """Into a folder of the installation: for trying it out, and for a gateway that collects files."""

    name = "文件"

    def send(self, address: str, subject: str, text: str) -> Delivery:
        """One file a message, read by nobody but the account of the platform."""
        moment = now()
        place = Path(settings.DATA) / "messages" / f"{moment:%Y%m%dT%H%M%S%f}.txt"
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        place.touch(mode=0o600)
        place.write_text(f"To: {address}\nSubject: {subject}\n\n{text}\n", "utf-8")
        return Delivery(moment, place.name)


BUILT_IN: dict[str, type[Carrier]] = {"email": Email, "file": File}


def carrier() -> Carrier:
    """The carrier that is set."""
    name = settings.FADU_MESSENGER
    made: type[Carrier] = BUILT_IN[name] if name in BUILT_IN else import_string(name.replace(":", "."))
    return made()
