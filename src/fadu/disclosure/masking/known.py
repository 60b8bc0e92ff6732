"""What is known of a case and may not be public: gathered from its whole record, not from the text alone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from fadu.disclosure.masking.names import is_name

PERSONAL = frozenset({"party_id", "party_phone", "phone", "id_no", "address_told", "asked_id", "asked_phone", "asked_address", "receiver_phone", "email"})
"""Answers that are personal data by what they answer."""

WORKPLACE = 6
"""Signs of an address that tell no more than the county: they may stay."""


@dataclass(frozen=True)
class Known:
    """What may not stand in a text.

    Attributes:
        names: of natural persons.
        strings: other strings, each with what it is.
        secrets: business secrets that the handler has marked.
        may_stay: strings that are public by law, such as the organ's own telephone.
        person: whether the party is a natural person: then what would tell who it is beside another public list goes too
            (where they live and trade, how old they are, whose employee).
    """

    names: frozenset[str] = frozenset()
    strings: Mapping[str, str] = field(default_factory=dict)
    secrets: frozenset[str] = frozenset()
    may_stay: frozenset[str] = frozenset()
    person: bool = False


def known_of(
    *,
    party: Mapping[str, Any],
    answers: Iterable[Mapping[str, Any]],
    officials: Iterable[str] = (),
    organ: Mapping[str, Any] | None = None,
    secrets: Iterable[str] = (),
) -> Known:
    """What is known of a case.

    Args:
        party: kind, name, code, legal_rep, address, phone of the party.
        answers: the answers of every step, of every row of their tables too.
        officials: names of officers who acted: public by law (行政处罚法第三十九条), they may stay.
        organ: the organ's published address, phone, account.
        secrets: business secrets as marked.
    """
    names: set[str] = set()
    strings: dict[str, str] = {}
    person = party.get("kind") == "person"
    if person and party.get("name"):
        names.add(str(party["name"]).strip())
    if party.get("legal_rep"):
        names.add(str(party["legal_rep"]).strip())
    for key, what in (("phone", "电话号码"), *((("code", "身份证件号码"), ("address", "住址")) if person else ())):
        if party.get(key):
            strings[str(party[key]).strip()] = what
    for name, value in _leaves(answers):
        text = str(value).strip()
        if name in PERSONAL and len(text) >= 5:
            strings.setdefault(text, "个人信息")
        elif is_name(text):
            names.add(text)
    official = {name.strip() for name in officials}
    stays = {str(value).strip() for value in (organ or {}).values() if value}
    return Known(
        frozenset(name for name in names - official if len(name) > 1),
        {text: what for text, what in strings.items() if text not in stays},
        frozenset(text.strip() for text in secrets if len(text.strip()) > 1),
        frozenset(stays | official),
        person,
    )


def _leaves(answers: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, str]]:
    """Every short answer of text with the name of its question, out of rows too."""
    for answer in answers:
        for name, value in answer.items():
            if isinstance(value, str):
                yield name, value
            elif isinstance(value, Mapping):
                yield from _leaves([value])
            elif isinstance(value, list):
                yield from _leaves([row for row in value if isinstance(row, Mapping)])
