"""证件申请: who asks for a credential, in and out as a worksheet."""

from collections.abc import Iterator, Sequence

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import scope
from fadu.agencies import forms
from fadu.agencies.kinds import OPEN_STAGES, Stage
from fadu.agencies.models import Application, Officer
from fadu.agencies.selectors import applications
from fadu.agencies.services import apply_for_credential
from fadu.agencies.sheets.rowwise import ADDED, UNCHANGED, WHO, People
from fadu.agencies.sheets.rowwise import load as load_rows
from fadu.law.forms import Field
from fadu.sheets.sheet import Clean, Loaded, Row, Sheet, Tick

ASKED = forms.APPLICATION
STAGE = Field(name="stage", label="所处阶段", required=False, help="只在导出时有；导入时不看这一列")
FIELDS = (*WHO, *ASKED, STAGE)


def load(actor: Actor, rows: Sequence[Row], tick: Tick) -> Loaded:
    """Ask for each; what is under way already just so is unchanged."""
    mine = scope(actor, "application.make", organ="organ_id", officer="pk")
    people = People(list(Officer.objects.filter(mine, ends_on__isnull=True, id_index__isnull=False)))

    def write(row: Row) -> str:
        person = people.find(row)
        data = {field.name: row.values[field.name] for field in ASKED if field.name in row.values}
        same = Application.objects.filter(officer=person, stage__in=OPEN_STAGES, purpose=data["purpose"], category=data["category"], position=data["position"])
        if same.exists():
            return UNCHANGED
        apply_for_credential(actor, person.pk, data)
        return ADDED

    return load_rows(rows, FIELDS, write, tick)


def rows(actor: Actor) -> Iterator[Clean]:
    """The applications within reach, the latest first; without identity numbers."""
    for asked in applications.applications(actor).select_related("replaces").prefetch_related("steps").iterator(chunk_size=500):
        first = min(asked.steps.all(), key=lambda step: step.pk, default=None)
        yield {
            "name": asked.officer.name, "purpose": asked.purpose, "category": asked.category, "position": asked.position,
            "replaces": asked.replaces.number if asked.replaces else None, "reason": first.reason if first else None, "stage": Stage(asked.stage).label,
        }  # fmt: skip


APPLICATIONS_SHEET = Sheet(
    id="applications",
    title="证件申请",
    fields=lambda _actor: FIELDS,
    load_action="application.make",
    see_action="application.see",
    load=load,
    rows=rows,
    guide=(
        "一行一项申请，按身份证号码认人；人员须已经登记并且在编在岗。",
        "换发、补发的填原证号，原证须已经登记为收回或者遗失。",
        "导入只是提出申请；单位审查、核对成绩、司法行政部门审核仍在页面逐项办理。",
    ),
)
"""Applications for credentials."""
