"""The one door. Whatever changes a case is a step taken through `take`; a case begins with `register`."""

from fadu.cases.services.door import ACTIONS, register, take
from fadu.cases.services.numbers import next_number
from fadu.cases.services.taken import Taken

__all__ = ["ACTIONS", "Taken", "next_number", "register", "take"]
