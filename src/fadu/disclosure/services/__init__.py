"""The writers of this room: what is due, what is marked, released, corrected, withdrawn, ended."""

from fadu.disclosure.services.annual import publish_year
from fadu.disclosure.services.delivering import deliver
from fadu.disclosure.services.ending import end, end_due
from fadu.disclosure.services.marking import mark_words, take_off
from fadu.disclosure.services.queue import HEARD, due, enqueue, missed
from fadu.disclosure.services.releasing import correct, leave_out, overturn, propose, release, send_back, withdraw

__all__ = [
    "HEARD",
    "correct",
    "deliver",
    "due",
    "end",
    "end_due",
    "enqueue",
    "leave_out",
    "mark_words",
    "missed",
    "overturn",
    "propose",
    "publish_year",
    "release",
    "send_back",
    "take_off",
    "withdraw",
]
