"""Rows of a register as a list: searched and narrowed."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Q, QuerySet

from fadu.agencies.paging import number
from fadu.agencies.registers.register import Register

LONGEST = 60


def narrowed(register: Register, found: QuerySet[Any], asked: Mapping[str, str]) -> QuerySet[Any]:
    """The rows that the address asks for; what it asks in a way that is not known is passed over."""
    word = asked.get("q", "").replace("\x00", "").strip()[:LONGEST]
    if word and register.search:
        sought = Q()
        for lookup in register.search:
            sought |= Q(**{f"{lookup}__icontains": word})
        found = found.filter(sought)
    for narrow in register.filters:
        chosen = asked.get(narrow.name, "")
        if chosen in {value for value, _ in narrow.choices}:
            found = found.filter(narrow.where(chosen))
    organ = number(asked.get("organ", ""))
    return found if organ is None else found.filter(**{register.organ: organ})
