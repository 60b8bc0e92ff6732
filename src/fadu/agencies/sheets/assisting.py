"""执法辅助人员 and 法制审核人员: who assists and who reviews, in and out as worksheets."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from fadu.accounts.actors import Actor, Role
from fadu.accounts.crypto import blind_index
from fadu.accounts.permissions import reaches, scope
from fadu.accounts.selectors import posts_of_officers
from fadu.agencies import forms, selectors
from fadu.agencies.kinds import Employment
from fadu.agencies.models import Officer, Organ
from fadu.agencies.selectors import reviewers as reading
from fadu.agencies.services import add_officer, appoint, edit_officer
from fadu.agencies.sheets.naming import Names
from fadu.agencies.sheets.rowwise import ADDED, CHANGED, ORGAN, UNCHANGED, WHO, People
from fadu.agencies.sheets.rowwise import load as load_rows
from fadu.law.forms import Field, Invalid
from fadu.sheets.sheet import Clean, Loaded, Row, Sheet, Tick

_ASKED = {field.name: field for field in forms.OFFICER}
AUXILIARY = (
    replace(ORGAN, label="所属机关"),
    _ASKED["name"],
    replace(_ASKED["id_number"], required=True, help="加密保存；按它认人"),
    replace(_ASKED["work_card"], required=True),
    _ASKED["post_title"],
    _ASKED["starts_on"],
)
"""Who assists: of the staff that can never hold a credential."""

REVIEWING = (*WHO, *(replace(field, when=None) for field in forms.POST if field.name != "role"))
"""Who reviews, since when, and how they came to it."""


def load_auxiliaries(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
    """New people join as auxiliaries; those who serve as such are changed."""
    names = Names(selectors.organs(actor, action="people.manage"))
    mine = Officer.objects.filter(scope(actor, "people.manage", organ="organ_id"), ends_on__isnull=True, id_index__isnull=False)
    known = {person.id_index: person for person in mine.select_related("organ")}

    def write(row: Row) -> str:
        organ = names.find(row.values["organ"])
        if isinstance(organ, str):
            raise Invalid({"organ": organ})
        person = known.get(blind_index(row.values["id_number"], "agencies.officer"))
        data = {name: value for name, value in row.values.items() if name != "organ"} | {"employment": Employment.AUXILIARY.value, "legal_qualification": False}
        if person is None:
            add_officer(actor, organ.pk, data)
            return ADDED
        return _changed(actor, person, organ, row, data)

    return load_rows(rows, AUXILIARY, write, tick)


def _changed(actor: Actor, person: Officer, organ: Organ, row: Row, data: dict[str, object]) -> str:
    if person.organ_id != organ.pk:
        raise Invalid({"organ": f"{person.name}在{person.organ.name}任职，请先在那里办理离岗"})
    if person.employment != Employment.AUXILIARY:
        raise Invalid({"id_number": f"{person.name}登记为{Employment(person.employment).label}，不是执法辅助人员；请在人员页面核对"})
    if all(
        str(getattr(person, name) or "") == str(row.values.get(name) or "")
        for name in ("name", "work_card", "post_title", "starts_on")
        if name in row.given or name in row.values
    ):
        return UNCHANGED
    edit_officer(actor, person.pk, {"post_title": person.post_title, **data}, reason=row.reason)
    return CHANGED


def auxiliaries(actor: Actor) -> Iterator[Clean]:
    """Who assists within reach; identity numbers only to who keeps the people."""
    for person in selectors.officers(actor, employment=Employment.AUXILIARY).iterator(chunk_size=500):
        found = {field.name: getattr(person, field.name) for field in AUXILIARY if field.name != "organ"}
        if not reaches(actor, "people.manage", person.organ_id):
            found["id_number"] = None
        yield found | {"organ": person.organ.name}


def load_reviewers(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
    """Give each the role of a reviewer; who has it already from that day is unchanged."""
    mine = Officer.objects.filter(scope(actor, "people.manage", organ="organ_id"), ends_on__isnull=True, id_index__isnull=False)
    people = People(list(mine.select_related("organ")))

    def write(row: Row) -> str:
        person = people.find(row)
        held = [post for post in posts_of_officers([person.pk]).get(person.pk, []) if post.role == Role.REVIEWER.value]
        if any(str(post.starts_on) == row.values["starts_on"] for post in held):
            return UNCHANGED
        data = {name: row.values[name] for name in ("starts_on", "reviewed_before") if name in row.values} | {"role": Role.REVIEWER.value}
        if data.get("reviewed_before") and "reviewed_where" in row.values:
            data["reviewed_where"] = row.values["reviewed_where"]
        try:
            appoint(actor, person.pk, data)
        except Invalid as wrong:  # of the role the sheet has no column: it is the person that can't have it
            raise Invalid({"name" if name in {"role", ""} else name: says for name, says in wrong.errors.items()}) from wrong
        return ADDED

    return load_rows(rows, REVIEWING, write, tick)


def reviewers(actor: Actor) -> Iterator[Clean]:
    """Who reviews within reach; without identity numbers."""
    for row in reading.reviewers(actor):
        before = None if row.first_time is None else not row.first_time
        yield {"name": row.officer.name, "starts_on": row.since, "reviewed_before": before, "reviewed_where": row.evidence or None}


def _sheet(id_: str, title: str, fields: Sequence[Field], load: object, rows: object, guide: tuple[str, ...]) -> Sheet:
    return Sheet(id=id_, title=title, fields=lambda _actor: fields, load_action="people.manage", see_action="people.see", load=load, rows=rows, guide=guide)  # type: ignore[arg-type]


AUXILIARIES_SHEET = _sheet(
    "auxiliaries", "执法辅助人员", AUXILIARY, load_auxiliaries, auxiliaries,
    ("一行一人，按身份证号码认：没有登记的新增，已经登记为辅助人员的按表修改。", "执法辅助人员不得持有行政执法证件，不得单独执法；工作证号必须填写。"),
)  # fmt: skip
"""Who assists."""

REVIEWERS_SHEET = _sheet(
    "reviewers", "法制审核人员", REVIEWING, load_reviewers, reviewers,
    ("一行一人，按身份证号码认；人员须已经登记并且开通账号。", "初次从事审核的须通过国家统一法律职业资格考试；此前已经从事审核的填依据。", "不再任审核人员的，请在人员页面免职。"),
)  # fmt: skip
"""Who reviews."""
