"""What the recordings of a case say at the door: nobody types when something was recorded or whether it covers a scene."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from fadu.accounts.actors import Actor
from fadu.cases import recordings
from fadu.cases.models import Case
from fadu.cases.models import Step as StepRow
from fadu.cases.models.facts import TABLES
from fadu.law.correction import CORRECT
from fadu.law.facts import VOCABULARY
from fadu.law.filming.scenes import SCENES, Filmed, Happened, Must, bits, scenes, storing
from fadu.law.filming.steps import CHECK, EXPLAIN, STORE
from fadu.law.forms import Invalid
from fadu.law.procedure import Procedure, Step
from fadu.law.registry import procedures

GUARDED = frozenset({"dispose_measure", "close_measure", "close_enforcement", "archive_inspection", "archive"})
"""The steps before which the law asks for the recordings (`law.filming.rules`)."""

LOOKS = frozenset({*SCENES, STORE, EXPLAIN, CHECK, *GUARDED})
"""The steps at which the recordings are looked at."""


def facts_of(actor: Actor, case: Case, step: Step, data: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Facts of the case that its recordings set with this step, and what is told of them; raises Invalid for a number that is not there."""
    course = procedures()[case.procedure, case.version]
    if step.name not in LOOKS or STORE not in course or not case.seq:
        return {}, {}
    tied = recordings.tied_to(case)
    told: dict[str, Any] = {}
    if step.name == STORE:
        told = {"recording": _named(tied, data["recording"])}
    ruled = _ruled(case, course)
    if step.name != STORE and not ruled:
        return {}, told
    record = list(StepRow.objects.filter(case=case, name__in=(*SCENES, EXPLAIN, CHECK, CORRECT)).order_by("seq"))
    corrected = {row.data["seq"]: row.data["data"] for row in record if row.name == CORRECT}
    now = Happened(case.seq + 1, step.name, data)
    if step.name in (EXPLAIN, CHECK):
        _explainable(actor, record, step.name, data)
    happened = [*(Happened(row.seq, row.name, corrected.get(row.seq, row.data)) for row in record), now]
    films = [row.film for row in tied]
    found = scenes(happened, films, _explained(happened))
    if course.grain == "case" and step.name == STORE:
        filmed, whole = bits(found, films)
        told["film"] = {"filmed": filmed, "filmed_whole": whole}
    made, stored = storing(found if ruled else [], films)  # where nobody has to record, nothing is waited for
    facts: dict[str, Any] = {"recorded_at": made, "recording_stored_at": stored} if made is not None else {}
    if ruled:
        facts["scenes_unfilmed"] = sum(scene.scene.must is Must.WHOLE and not scene.whole for scene in found)
        facts["scenes_unexplained"] = sum(not scene.met and not scene.explained for scene in found)
    prefix = "" if course.grain == "case" else f"{course.grain}_"
    return {f"{prefix}{name}": value for name, value in facts.items() if f"{prefix}{name}" in VOCABULARY}, told


def unfilmed(case: Case) -> list[Filmed]:
    """The scenes of a case that the place wants recorded and that have neither what the article asks nor an agreed reason."""
    course = procedures()[case.procedure, case.version]
    if STORE not in course or not _ruled(case, course):
        return []
    record = list(StepRow.objects.filter(case=case, name__in=(*SCENES, EXPLAIN, CHECK, CORRECT)).order_by("seq"))
    corrected = {row.data["seq"]: row.data["data"] for row in record if row.name == CORRECT}
    happened = [Happened(row.seq, row.name, corrected.get(row.seq, row.data)) for row in record]
    found = scenes(happened, [row.film for row in recordings.tied_to(case)], _explained(happened))
    return [scene for scene in found if not scene.met and not scene.explained]


def _ruled(case: Case, course: Procedure) -> bool:
    """Whether the place asks for recordings of this kind of case, as it did when the case began."""
    name = "f_film_rule" if course.grain == "case" else f"f_{course.grain}_film_rule"
    return bool(TABLES[course.grain].objects.filter(pk=case.pk).values_list(name, flat=True).first())


def _named(tied: list[recordings.Tied], number: str) -> dict[str, Any]:
    found = next((row for row in tied if row.number == number.strip()), None)
    if found is None:
        raise Invalid({"recording": "没有系到本案的这个编号的音像记录；请先在“音像记录”中上传并系到本案（黑政办发〔2019〕26号二(二)4(1)）"})
    return {"number": found.number, "shows": found.film.kind.value, "ended": _minute(found.film.ended), "stored": _minute(found.film.stored)}


def _minute(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _explainable(actor: Actor, record: list[StepRow], name: str, data: Mapping[str, Any]) -> None:
    """A reason is given of a scene, and checked by somebody else than who gave it."""
    seq = data["scene_seq"]
    if not any(row.seq == seq and row.name in SCENES and SCENES[row.name].shows(row.data) for row in record):
        raise Invalid({"scene_seq": f"第 {seq} 步不是须作音像记录的现场"})
    if name == EXPLAIN:
        return
    given = [row for row in record if row.name == EXPLAIN and row.data["scene_seq"] == seq]
    if not given:
        raise Invalid({"scene_seq": f"第 {seq} 步还没有人说明理由"})
    if given[-1].by_officer is not None and given[-1].by_officer == actor.officer_id:
        raise Invalid({"scene_seq": "说明理由的人不能复核自己的理由"})


def _explained(record: list[Happened]) -> frozenset[int]:
    """The scenes whose reason was agreed to, and not given anew since."""
    agreed: dict[int, bool] = {}
    for step in record:
        if step.name in (EXPLAIN, CHECK):
            agreed[int(step.data["scene_seq"])] = step.name == CHECK and step.data["agreed"] == "yes"
    return frozenset(seq for seq, yes in agreed.items() if yes)
