"""State kept and state folded anew."""

from fadu.cases.models import Case
from fadu.cases.services.record import rebuilt, state_of


def unlike(case: Case) -> str:
    """How the state that is kept differs from the one folded from the steps; "" where it does not."""
    kept, anew = state_of(case), rebuilt(case)
    facts = {name for name in {*kept.facts, *anew.facts} if kept.facts.get(name) != anew.facts.get(name)}
    places = [name for name in ("procedure", "version", "stage", "seq", "passed") if getattr(kept, name) != getattr(anew, name)]
    return "、".join([*places, *sorted(facts)])
