"""What is read of applications and examinations, scoped to who asks: officers see their own."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import may, reaches, require, scope
from fadu.agencies.kinds import COURSE, MOVES, OPEN_STAGES, Stage
from fadu.agencies.models import Application, ApplicationStep, ExamResult, Officer
from fadu.agencies.requirements import Requirement, requirements

SEE = "application.see"
WAITS = {Stage.APPLIED: "等待所在单位审查", Stage.CHECKED: "等待核对两门考试成绩", Stage.EXAMINED: "等待司法行政部门审核", Stage.APPROVED: "等待制发证件"}
"""What an open application waits for."""


def applications(actor: Actor, *, organ_id: int | None = None, stage: str = "", query: str = "") -> QuerySet[Application]:
    """Applications within reach, the latest first; of a stage ("open": all under way), of people whose name holds the words."""
    require(actor, SEE)
    found = Application.objects.filter(scope(actor, SEE, organ="officer__organ_id")).select_related("officer__organ")
    if organ_id is not None:
        found = found.filter(officer__organ_id=organ_id)
    if stage == "open":
        found = found.filter(stage__in=OPEN_STAGES)
    elif stage in Stage.values:
        found = found.filter(stage=stage)
    return (found.filter(officer__name__icontains=query.strip()[:60]) if query.strip() else found).order_by("-id")


def application(actor: Actor, application_id: int) -> Application:
    """One application within reach; raises Application.DoesNotExist."""
    require(actor, SEE)
    found = Application.objects.select_related("officer__organ", "replaces")
    return found.get(scope(actor, SEE, organ="officer__organ_id"), pk=application_id)


def applications_of(actor: Actor, person: Officer) -> list[Application]:
    """A person's applications, as far as `actor` may see them."""
    if not may(actor, SEE):
        return []
    return list(Application.objects.filter(scope(actor, SEE, organ="officer__organ_id"), officer=person).order_by("-id"))


def results_of(actor: Actor, person: Officer) -> list[ExamResult]:
    """A person's results, the annulled ones too, as far as `actor` may see them."""
    if not may(actor, SEE):
        return []
    return list(ExamResult.objects.filter(scope(actor, SEE, organ="officer__organ_id"), officer=person).order_by("-taken_on", "-id"))


def asks_for(actor: Actor, officer_id: int) -> Officer:
    """The person for whom `actor` may ask for a credential; raises Officer.DoesNotExist."""
    require(actor, "application.make")
    mine = scope(actor, "application.make", organ="organ_id", officer="pk")
    return Officer.objects.select_related("organ").get(mine, pk=officer_id)


@dataclass(frozen=True, slots=True)
class Course:
    """An application with where it stands.

    Attributes:
        stages: as `c-course` draws them.
        steps: the steps taken, the first first.
        conditions: what the law asks, met or not (today while it is open, on the day of the last step after).
        waits: what it waits for; "" when it is closed.
    """

    stages: list[dict[str, str]]
    steps: list[ApplicationStep]
    conditions: list[Requirement]
    waits: str


def course_of(asked: Application) -> Course:
    """Where an application stands, what was said on the way, and what is missing. For one already selected in scope."""
    steps = list(asked.steps.order_by("id"))
    taken = {step.stage: step for step in steps}
    stages = [{"label": stage.label, "state": "done" if stage in taken else "todo", "note": _note(taken.get(stage))} for stage in COURSE]
    if asked.stage == Stage.ISSUED:
        stages[-1]["state"] = "done"
    elif asked.is_open:
        following = stages[COURSE.index(Stage(asked.stage)) + 1]
        following["state"] = "now"
    else:
        stages = [stage for stage in stages if stage["state"] == "done"]
        stages.append({"label": asked.get_stage_display(), "state": "done", "note": _note(taken.get(asked.stage))})
    day = timezone.localdate() if asked.is_open else timezone.localdate(steps[-1].at)
    return Course(stages, steps, requirements(asked, day), WAITS.get(Stage(asked.stage), ""))


def _note(step: ApplicationStep | None) -> str:
    return f"{timezone.localtime(step.at):%m-%d} {step.by_name}" if step else ""


def open_to(actor: Actor, asked: Application) -> list[str]:
    """The actions by which `actor` may take an application further now."""
    wanted = {action for (before, _), (_, action, _) in MOVES.items() if before == asked.stage}
    mine = actor.officer_id is not None and actor.officer_id == asked.officer_id
    return [
        action for action in sorted(wanted) if reaches(actor, action, asked.officer.organ_id) or (action == "application.make" and mine and may(actor, action))
    ]
