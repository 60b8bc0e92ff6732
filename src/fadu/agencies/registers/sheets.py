"""What the sheets of registers share: organs by their code, people by their credential, rows that are tried one by one."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.jurisdiction import standing
from fadu.agencies.models import Credential
from fadu.law.forms import Field, Invalid, Kind
from fadu.sheets.sheet import Fault, Faults, Loaded, Row, Tick

ORGAN = Field(name="organ", label="机关代码", kind=Kind.CODE, help="统一社会信用代码")
CARD = Field(name="card", label="执法证号", longest=20)
EVERY = 200
"""Rows after which progress is told."""

Writer = Callable[[Actor, int, dict[str, Any]], str]
"""Writes the row of an organ; gives "added", "changed" or "unchanged"."""


def loader(fields: Sequence[Field], write: Writer, *, person: bool = False) -> Callable[[Actor, Sequence[Row], Tick], Loaded]:
    """A load that tries every row and tells all faults at once; `person` puts the officer of the credential into the row."""
    labels = {field.name: field.label for field in fields} | {"officer": CARD.label}

    def load(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
        organs = dict(standing().values_list("code", "pk"))
        cards = _holders([row.values["card"] for row in rows]) if person else {}
        faults: list[Fault] = []
        done = {"added": 0, "changed": 0, "unchanged": 0}
        for at, row in enumerate(rows, 1):
            try:
                organ_id, entry = _resolved(row, organs, cards, person=person)
                with transaction.atomic():
                    done[write(actor, organ_id, entry)] += 1
            except Invalid as wrong:
                faults += [Fault(row.line, labels.get(name, ""), says) for name, says in wrong.errors.items()]
            except NotAllowed as refused:
                faults.append(Fault(row.line, ORGAN.label, refused.reason))
            if at % EVERY == 0:
                tick(at)
        if faults:
            raise Faults(faults)
        return Loaded(**done)

    return load


def _resolved(row: Row, organs: dict[str, int], cards: dict[str, tuple[int, int]], *, person: bool) -> tuple[int, dict[str, Any]]:
    entry = dict(row.values)
    organ_id = organs.get(entry.pop("organ"))
    if organ_id is None:
        raise Invalid({"organ": "没有这个代码的机关，请核对"})
    if person:
        officer_id, serves = cards.get(entry.pop("card"), (0, 0))
        if serves != organ_id:
            raise Invalid({"card": "本机关没有持这个证号的人员，请核对" if officer_id else "没有这个证号，请核对"})
        entry["officer"] = str(officer_id)
    return organ_id, entry


def _holders(numbers: Sequence[str]) -> dict[str, tuple[int, int]]:
    found = Credential.objects.filter(number__in=numbers).values_list("number", "officer_id", "officer__organ_id")
    return {number: (officer_id, organ_id) for number, officer_id, organ_id in found}


def card_of(officer: Any) -> str:
    """The latest credential of a person, for an export; "" for who has none."""
    cards = sorted(officer.credentials.all(), key=lambda card: card.valid_from)
    return cards[-1].number if cards else ""
