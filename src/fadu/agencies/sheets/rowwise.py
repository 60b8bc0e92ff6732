"""A list that is written row by row through a service: each row in a savepoint, all faults told at once, by cell."""

from collections.abc import Callable, Sequence

from django.db import transaction

from fadu.accounts.crypto import blind_index
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.models import Officer
from fadu.law.forms import Field, Invalid, Kind
from fadu.sheets.sheet import Faults, Loaded, Row, Tick

WHO = (
    Field(name="id_number", label="身份证号码", kind=Kind.IDCARD, help="按它认人；导出时不带出"),
    Field(name="name", label="姓名", longest=60),
)
"""The person a row is about, who is on the register already."""

ORGAN = Field(name="organ", label="执法主体", longest=100, help="机关名称或者统一社会信用代码", example="示范县市场监督管理局")

ADDED, CHANGED, UNCHANGED = "added", "changed", "unchanged"


def load(rows: Sequence[Row], fields: Sequence[Field], write: Callable[[Row], str], tick: Tick) -> Loaded:
    """Write every row; `write` says what it came to. What a service refuses is a fault of the row, and the other rows are tried all the same."""
    faults, done = [], {ADDED: 0, CHANGED: 0, UNCHANGED: 0}
    for place, row in enumerate(rows):
        if place % 200 == 0:
            tick(place)
        try:
            with transaction.atomic():
                done[write(row)] += 1
        except Invalid as wrong:
            faults += row.faults(wrong, fields)
        except NotAllowed as refused:
            faults += row.faults(Invalid({"": refused.reason}), fields)
    if faults:
        raise Faults(faults)
    return Loaded(done[ADDED], done[CHANGED], done[UNCHANGED])


class People:
    """The people in service within reach, by identity number."""

    def __init__(self, found: Sequence[Officer]) -> None:
        self._known = {person.id_index: person for person in found}

    def find(self, row: Row) -> Officer:
        """The person of a row; raises Invalid where there is none, or where number and name are of two people."""
        person = self._known.get(blind_index(row.values["id_number"], "agencies.officer"))
        if person is None:
            raise Invalid({"id_number": "管辖范围内没有这个身份证号码的在岗人员"})
        if person.name != row.values["name"]:
            raise Invalid({"name": f"与登记的姓名“{person.name}”不符"})
        return person
