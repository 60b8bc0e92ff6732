"""Lists of people with their credentials: what has to be asked of the database is asked for all of them at once."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.db.models import Q

from fadu.accounts.actors import Actor
from fadu.accounts.crypto import blind_index
from fadu.accounts.permissions import reaches, require
from fadu.agencies import forms
from fadu.agencies.models import Change, Credential, CredentialState, Officer, Organ
from fadu.agencies.services import credentials
from fadu.agencies.services.changes import noted, snapshot
from fadu.agencies.services.collisions import one_only
from fadu.agencies.services.lists.refusals import Refusals
from fadu.agencies.services.people import MANAGE, PURPOSE, Known, changing, cleaned, holding, joining, said
from fadu.law.forms import Invalid

AT_ONCE = 500
"""Rows asked or written in one statement."""
CARD = "credential_"
"""Stands before the fields of the credential in what is refused."""


@dataclass(frozen=True, slots=True)
class Enrolment:
    """A person of a list.

    Attributes:
        organ_id: where the person serves.
        data: by the fields of `forms.OFFICER`.
        card: by the fields of `forms.CREDENTIAL`; None where the list names no credential.
        given: fields of the person that the list speaks of; none: all.
    """

    organ_id: int
    data: Mapping[str, Any]
    card: Mapping[str, Any] | None = None
    given: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Roll(Known):
    """The people and credentials that a list may meet, read beforehand."""

    organs: dict[int, Organ] = field(default_factory=dict)
    by_index: dict[str, Officer] = field(default_factory=dict)
    by_name: dict[tuple[int, str], list[Officer]] = field(default_factory=dict)
    accounts: dict[str, int] = field(default_factory=dict)
    holders: set[int] = field(default_factory=set)
    cards: dict[str, Credential] = field(default_factory=dict)

    def serving(self, index: str) -> Officer | None:
        """Who serves anywhere with the identity number of this index."""
        return self.by_index.get(index)

    def former_account(self, index: str) -> int | None:
        """The account that this identity had; one person in a thousand has one, so it is asked for these alone."""
        return Known.former_account(self, index) if index in self.accounts else None

    def holds_credential(self, person: Officer) -> bool:
        """Whether the person holds a credential that is valid now."""
        return person.pk in self.holders


@dataclass(slots=True)
class _Entered:
    """A row that was found sound, to be written."""

    person: Officer
    before: dict[str, Any]
    card: Credential | None


def load_officers(actor: Actor, entries: Sequence[Enrolment], *, reason: str, tick: Callable[[int], None]) -> Counter[str]:
    """Let the people of a list join their organs, change those who serve there already, register their credentials.

    A person is known by the identity number, without one by the name in the organ. A credential that is registered as it
    stands in the list is left as it is; it is not changed by a list. Counts 新增, 修改, 未变. Raises Refusals.
    """
    require(actor, MANAGE)
    why = said(reason)
    with transaction.atomic():
        roll = _read(actor, entries)
        errors: dict[int, dict[str, str]] = {}
        entered: list[_Entered] = []
        for index, entry in enumerate(entries):
            try:
                entered.append(_check(roll, entry, why))
            except Invalid as wrong:
                errors[index] = wrong.errors
            if index % AT_ONCE == 0:
                tick(index // 2)
        for index, twice in _twice(entries).items():
            errors[index] = twice | errors.get(index, {})
        if errors:
            raise Refusals(errors)
        return _write(actor, entered, why, tick)


def _read(actor: Actor, entries: Sequence[Enrolment]) -> _Roll:
    """What there is, the organs and the people known held for this transaction."""
    roll = _Roll()
    wanted = sorted({entry.organ_id for entry in entries})
    for part in _parts(wanted):
        roll.organs |= {organ.pk: organ for organ in Organ.objects.select_for_update().filter(pk__in=part).order_by("pk")}
    roll.organs = {pk: organ for pk, organ in roll.organs.items() if reaches(actor, MANAGE, pk)}
    people: dict[int, Officer] = {}
    for part in _parts(sorted({_index(entry) for entry in entries} - {""})):
        people |= {person.pk: person for person in _serving(Q(id_index__in=part))}
        former = Officer.objects.filter(id_index__in=part, user__isnull=False).values_list("id_index", "user_id")
        roll.accounts |= {index: user for index, user in former if index and user}
    unnumbered = sorted({entry.organ_id for entry in entries if not _index(entry)})
    for part in _parts(unnumbered):
        people |= {person.pk: person for person in _serving(Q(organ__in=part))}
    for person in people.values():
        if person.id_index:
            roll.by_index[person.id_index] = person
        roll.by_name.setdefault((person.organ_id, person.name), []).append(person)
    for part in _parts(sorted(people)):
        roll.holders.update(holding(part).values_list("credential__officer_id", flat=True))
    for part in _parts(sorted({str(entry.card["number"]) for entry in entries if entry.card and entry.card.get("number")})):
        roll.cards |= {card.number: card for card in Credential.objects.filter(number__in=part)}
    return roll


def _serving(which: Q) -> list[Officer]:
    return list(Officer.objects.select_for_update(of=("self",)).filter(which, ends_on__isnull=True).select_related("organ").order_by("pk"))


def _check(roll: _Roll, entry: Enrolment, why: str) -> _Entered:
    """A row checked as `add_officer` or `edit_officer`, then `issue_credential` check it; raises Invalid with all that is wrong."""
    errors: dict[str, str] = {}
    person: Officer | None = None
    before: dict[str, Any] = {}
    try:
        organ = _organ(roll, entry)
        clean = cleaned(entry.data)
        person = _known(roll, entry, clean)
        if person is None:
            person = joining(organ, clean, roll)
        else:
            before = snapshot(person)
            changing(person, clean, roll, entry.given or None)
    except Invalid as wrong:
        errors |= wrong.errors
    card: Credential | None = None
    if entry.card:
        try:
            card = _card(roll, person, _reasoned(why) | dict(entry.card))
        except Invalid as wrong:
            errors |= {f"{CARD}{name or 'number'}": says for name, says in wrong.errors.items()}
    if errors or person is None:
        raise Invalid(errors)
    return _Entered(person, before, card)


def _organ(roll: _Roll, entry: Enrolment) -> Organ:
    if entry.organ_id not in roll.organs:
        raise Invalid({"organ": "这个机关不在您的管辖范围内"})
    return roll.organs[entry.organ_id]


def _known(roll: _Roll, entry: Enrolment, clean: Mapping[str, Any]) -> Officer | None:
    """Who of those that serve in the organ is meant; None: somebody new."""
    if "id_number" in clean:
        person = roll.serving(blind_index(clean["id_number"], PURPOSE))
        return person if person is not None and person.organ_id == entry.organ_id else None
    found = roll.by_name.get((entry.organ_id, clean["name"]), [])
    if len(found) > 1:
        raise Invalid({"id_number": f"本机关有 {len(found)} 名在岗的{clean['name']}，请填写身份证号码"})
    return found[0] if found else None


def _reasoned(why: str) -> dict[str, str]:
    """Where a credential is registered with a reason, that of the list, unless its row tells one."""
    return {"reason": why} if any(field.name == "reason" for field in forms.CREDENTIAL) else {}


def _card(roll: _Roll, person: Officer | None, data: Mapping[str, Any]) -> Credential | None:
    """The credential to be registered; None where it is registered already just so."""
    clean = credentials.cleaned(data)
    there = roll.cards.get(clean["number"])
    if there is not None and person is not None and there.officer_id == person.pk:
        if wrong := [name for name, value in clean.items() if name != "reason" and getattr(there, name) != value]:
            raise Invalid(dict.fromkeys(wrong, f"执法证 {there.number} 已经登记，与表中不同；证件不能由表修改，请在人员页面办理"))
        return None
    if person is None:  # the person's own faults are told; of the credential only what does not hang on who it is for
        return None
    return credentials.issuing(person, clean, taken=there is not None)


def _twice(entries: Sequence[Enrolment]) -> dict[int, dict[str, str]]:
    """Who and what stands in the list twice."""
    first: dict[tuple[str, Any], int] = {}
    errors: dict[int, dict[str, str]] = {}
    for index, entry in enumerate(entries):
        number = (entry.card or {}).get("number")
        keys = [("id_number", _index(entry)), (f"{CARD}number", number)]
        if not _index(entry):
            keys.append(("name", (entry.organ_id, entry.data.get("name"))))
        for name, value in keys:
            if value and (before := first.setdefault((name, value), index)) != index:
                whose = entries[before].data.get("name")
                errors.setdefault(index, {})[name] = f"表中另一行（{whose}）已经填了同一个{_TWICE[name]}"
    return errors


_TWICE = {"id_number": "身份证号码", f"{CARD}number": "执法证号", "name": "机关的同名人员；确是两人的，请填写身份证号码"}


def _write(actor: Actor, entered: Sequence[_Entered], why: str, tick: Callable[[int], None]) -> Counter[str]:
    """Write what was found sound, so many rows in a statement."""
    counted: Counter[str] = Counter()
    half = len(entered) // 2
    for start in range(0, len(entered), AT_ONCE):
        part = entered[start : start + AT_ONCE]
        new = [item.person for item in part if item.person.pk is None]
        with one_only("", "导入的同时有人登记了同一个身份证号码或者证号，请导出最新的表核对后重新导入"):
            Officer.objects.bulk_create(new)
            for item in part:
                if item.before and snapshot(item.person) != item.before:
                    item.person.save()
            cards = [item.card for item in part if item.card is not None]
            for card in cards:
                card.officer_id = card.officer.pk
            Credential.objects.bulk_create(cards)
        CredentialState.objects.bulk_create([credentials.first_state(card) for card in cards])
        changes: list[Change] = []
        for item in part:
            told = list(_changes(actor, item, why))
            counted["新增" if not item.before else "修改" if told else "未变"] += 1
            changes += told
        Change.objects.bulk_create(changes)
        tick(half + (start + len(part)) * (len(entered) - half) // len(entered))
    return counted


def _changes(actor: Actor, item: _Entered, why: str) -> Iterator[Change]:
    person, card = item.person, item.card
    action = "修改" if item.before else "新增"
    change = noted(actor, action, person, what="officer", label=person.name, organ_id=person.organ_id, before=item.before, after=snapshot(person), reason=why)
    if change is not None:
        yield change
    if card is not None:
        label = f"执法证 {card.number}"
        registered = noted(actor, "登记既有证件", card, what="credential", label=label, organ_id=person.organ_id, before={}, after=snapshot(card), reason=why)
        if registered is not None:
            yield registered


def _index(entry: Enrolment) -> str:
    number = entry.data.get("id_number")
    return blind_index(str(number), PURPOSE) if number else ""


def _parts(keys: list[Any]) -> Iterator[list[Any]]:
    return (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))
