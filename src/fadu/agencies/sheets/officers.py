"""执法人员: the list of people with the credential of each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import reaches
from fadu.agencies import forms, selectors
from fadu.agencies.models import Credential, Organ
from fadu.agencies.services.lists import Enrolment, Refusals, load_officers
from fadu.agencies.services.lists.people import CARD
from fadu.agencies.sheets.naming import Names
from fadu.law.forms import Field, Invalid
from fadu.sheets.sheet import Clean, Fault, Faults, Loaded, Row, Sheet, Tick

ORGAN = Field(name="organ", label="所属机关", longest=100, help="机关名称或者统一社会信用代码", example="示范县市场监督管理局")


def _asked(field: Field) -> Field:
    """In a list the identity number is what a person is known by."""
    return replace(field, help="加密保存；按它认人，没有填的按机关和姓名认", example="130999198501010016") if field.name == "id_number" else field


_CARDS = tuple(replace(field, name=f"{CARD}{field.name}", required=False) for field in forms.CREDENTIAL)
FIELDS = (ORGAN, *(_asked(field) for field in forms.OFFICER), *_CARDS)
"""Who, where, and the credential; a person without one leaves its columns empty."""


def fields(_actor: Actor) -> Sequence[Field]:
    """The columns of a person."""
    return FIELDS


def load(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
    """New people join, those who serve already are changed, credentials that are not registered yet are."""
    names = Names(selectors.organs(actor, action="people.manage"))
    entries: list[Enrolment] = []
    faults: list[Fault] = []
    for row in rows:
        organ = names.find(row.values["organ"])
        if isinstance(organ, str):
            faults.append(Fault(row.line, ORGAN.label, organ))
        entries.append(_entry(row, organ))
    unplaced = {index for index, entry in enumerate(entries) if entry.organ_id == 0}
    errors: dict[int, dict[str, str]] = {}
    try:
        counted = load_officers(actor, entries, reason=rows[0].reason, tick=tick)
    except Refusals as refused:
        errors = refused.errors
    for index, wrong in errors.items():
        told = {name: says for name, says in wrong.items() if not (index in unplaced and name == "organ")}
        faults += rows[index].faults(Invalid(told), FIELDS)
    if faults:
        raise Faults(faults)
    return Loaded(counted["新增"], counted["修改"], counted["未变"])


def _entry(row: Row, organ: Organ | str) -> Enrolment:
    people = {field.name for field in forms.OFFICER}
    data = {name: value for name, value in row.values.items() if name in people}
    card = {name.removeprefix(CARD): value for name, value in row.values.items() if name.startswith(CARD)}
    return Enrolment(organ.pk if isinstance(organ, Organ) else 0, data, card or None, row.given & people)


def rows(actor: Actor) -> Iterator[Clean]:
    """The people in service within reach, each with the credential registered last.

    Identity numbers go out only to who keeps the people of the organ: without them the list could not come back in.
    """
    people = selectors.officers(actor).prefetch_related("credentials")
    for person in people.iterator(chunk_size=500):
        found: dict[str, Any] = {field.name: getattr(person, field.name) for field in forms.OFFICER}
        if not reaches(actor, "people.manage", person.organ_id):
            found["id_number"] = None
        cards: list[Credential] = sorted(person.credentials.all(), key=lambda card: (card.valid_from, card.pk))
        if cards:
            found |= {f"{CARD}{field.name}": getattr(cards[-1], field.name) for field in forms.CREDENTIAL}
        yield found | {"organ": person.organ.name}


OFFICERS = Sheet(
    id="officers",
    title="执法人员",
    fields=fields,
    load_action="people.manage",
    see_action="people.see",
    load=load,
    rows=rows,
    guide=(
        "一行一人，按身份证号码认：不在岗的新增，已在本机关任职的按表修改；在别的机关任职的，请先在那里办理离岗",
        "有执法证件的填全证件四列，没有的四列都留空；已经登记的证件不会被表改动，暂扣、收回等请在人员页面办理",
        "执法辅助人员、工勤人员、临时聘用人员不能有执法证件",
        "要修改已有人员时，留空即清空该项（身份证号码除外），删去整列则不改",
    ),
)
"""People in service within reach."""
