"""By what a party is told from another, and found again: never by reading names.

The id of a household follows from what it stands for (the blind index of the code, or the one party row that has none), so
that it is the same however often the index is derived anew, and accounts and decisions may point at it.
"""

import uuid
from typing import Final

from fadu.accounts.crypto import blind_index
from fadu.cases.models import Party

_SPACE: Final = uuid.UUID("6f7a1d0e-5c0b-5e0b-9a55-2f6d0c0de501")

PERSON: Final = "person"


def household_of(party: Party) -> uuid.UUID:
    """The household that a party belongs to before anybody decided anything."""
    return uuid.uuid5(_SPACE, f"code:{party.code_index}" if party.code_index else f"party:{party.pk}")


def of_code(code: str) -> str:
    """The blind index under which cases keep a code."""
    return blind_index(code, "party")


def of_name(name: str) -> str:
    """The blind index of a whole name. Parts of names are not indexed: see docs, threat model."""
    return blind_index(name, "household.name")


def of_place(name: str, address: str | None) -> str:
    """The blind index of name and address together; "" where no address is known: a name alone proposes nobody."""
    return blind_index(f"{name}\x00{address}", "household.place") if address else ""
