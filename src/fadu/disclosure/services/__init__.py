"""The writers of this room: what is due, what is released, corrected, withdrawn, ended."""

from fadu.disclosure.services.annual import publish_year
from fadu.disclosure.services.delivering import deliver
from fadu.disclosure.services.queue import due, enqueue, missed
from fadu.disclosure.services.releasing import correct, end, leave_out, overturn, release, withdraw

__all__ = ["correct", "deliver", "due", "end", "enqueue", "leave_out", "missed", "overturn", "publish_year", "release", "withdraw"]
