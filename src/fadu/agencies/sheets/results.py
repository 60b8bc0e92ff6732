"""资格考试成绩: the transcript of an examination, in and out as a worksheet."""

from collections.abc import Iterator, Sequence
from datetime import date

from fadu.accounts.actors import Actor
from fadu.accounts.crypto import blind_index
from fadu.accounts.permissions import scope
from fadu.agencies import forms
from fadu.agencies.models import ExamResult, Officer
from fadu.agencies.services import record_result
from fadu.law.forms import Field, Invalid, Kind
from fadu.sheets.sheet import Clean, Fault, Faults, Loaded, Row, Sheet, Tick

WHO = (
    Field(name="id_number", label="身份证号码", kind=Kind.IDCARD, help="按它认人；导出时不带出"),
    Field(name="name", label="姓名", longest=60),
)
FIELDS = (*WHO, *forms.RESULT)
"""Who, and the result as it is entered on the page."""


def load(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
    """Write every result through the service; one that is there already just so is unchanged."""
    before = ExamResult.objects.count()
    found = Officer.objects.filter(scope(actor, "people.manage", organ="organ_id"), ends_on__isnull=True, id_index__isnull=False)
    people = {index: (pk, name) for pk, index, name in found.values_list("pk", "id_index", "name")}
    faults = [fault for place, row in enumerate(rows) for fault in _write(actor, people, row, tick, place)]
    if faults:
        raise Faults(faults)
    added = ExamResult.objects.count() - before
    return Loaded(added=added, unchanged=len(rows) - added)


def _write(actor: Actor, people: dict[str | None, tuple[int, str]], row: Row, tick: Tick, place: int) -> list[Fault]:
    told, labels = dict(row.values), {field.name: field.label for field in FIELDS}
    person = people.get(blind_index(told.pop("id_number"), "agencies.officer"))
    name = told.pop("name")
    if person is None:
        return [Fault(row.line, labels["id_number"], "管辖范围内没有这个身份证号码的在岗人员")]
    if person[1] != name:
        return [Fault(row.line, labels["name"], f"与登记的姓名“{person[1]}”不符")]
    if place % 200 == 0:
        tick(place)
    try:
        record_result(actor, person[0], told["kind"], date.fromisoformat(told["taken_on"]), told["passed"], told.get("mark"), told["source"])
    except Invalid as wrong:
        return [Fault(row.line, labels.get(field, ""), says) for field, says in wrong.errors.items()]
    return []


def rows(actor: Actor) -> Iterator[Clean]:
    """The results within reach that count, the latest first; without identity numbers."""
    found = ExamResult.objects.filter(scope(actor, "application.see", organ="officer__organ_id"), annulled_at__isnull=True)
    for result in found.select_related("officer").order_by("-taken_on", "-id").iterator(chunk_size=500):
        yield {"name": result.officer.name, **{field.name: getattr(result, field.name) for field in forms.RESULT}}


RESULTS_SHEET = Sheet(
    id="qualification_results",
    title="资格考试成绩",
    fields=lambda _actor: FIELDS,
    load_action="people.manage",
    see_action="application.see",
    load=load,
    rows=rows,
    guide=(
        "一行一人一门：公共法律知识、专业法律知识各填一行，按身份证号码认人。",
        "成绩来源写试卷、场次或者成绩单编号；同一场考试一个人只能有一个成绩。",
        "登记错的成绩不能由表修改，请在人员页面作废后重新登记。",
    ),
)
"""Results of both examinations."""
