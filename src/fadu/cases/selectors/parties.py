"""The one place that says how a party is shown to whom: in full, or as lists show it."""

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import may
from fadu.cases.models import Party


def shown(actor: Actor, party: Party, *, near: bool = True) -> dict[str, str]:
    """The party as who asks may see it; `near` where the case, or one of the cases, is within its reach."""
    if not near or not may(actor, "party.see"):
        return {"name": party.shown_as}
    return {"name": party.name, "code": party.code or "", "phone": party.phone or "", "address": party.address or "", "legal_rep": party.legal_rep or ""}
