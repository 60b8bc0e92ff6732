"""Rows of training within reach of who asks."""

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed, Scope, reach, require, scope
from fadu.agencies.jurisdiction import standing
from fadu.agencies.models import Change, Officer, Organ
from fadu.agencies.training.models import Attendance, Course, OffDuty, Plan, Session

SEE = "training.see"


def oversees(actor: Actor) -> bool:
    """Whether who asks sees more than a training file of their own."""
    return reach(actor, SEE) not in {Scope.NONE, Scope.SELF}


def require_overseer(actor: Actor) -> None:
    """Raise NotAllowed for who sees nobody's training but their own."""
    require(actor, SEE)
    if not oversees(actor):
        raise NotAllowed("您可以在“我的培训”中查看本人的培训档案；本机关的培训计划和名册由系统管理员、机关负责人和执法监督人员查看。")


def organs(actor: Actor, *, action: str = SEE) -> QuerySet[Organ]:
    """The organs whose training `actor` sees, from the top down; standing today."""
    require_overseer(actor)
    return standing().filter(scope(actor, action, organ="pk")).order_by("path")


def plans(actor: Actor, *, action: str = SEE) -> QuerySet[Plan]:
    """Plans with their rows, the latest year and version first."""
    require_overseer(actor)
    return Plan.objects.filter(scope(actor, action)).select_related("organ").prefetch_related("lines")


def courses(actor: Actor, *, action: str = SEE) -> QuerySet[Course]:
    """Courses held by the organs within reach."""
    require_overseer(actor)
    return Course.objects.filter(scope(actor, action)).select_related("organ")


def sessions(actor: Actor, *, action: str = SEE) -> QuerySet[Session]:
    """Sessions held by the organs within reach, or for their people, with how many attended."""
    require_overseer(actor)
    within = scope(actor, action) | (
        Q(pk__in=Session.audience.through.objects.filter(scope(actor, SEE)).values("session_id")) if action == SEE else Q(pk__in=[])
    )
    there = Count("attendances", filter=Q(attendances__struck_at__isnull=True))
    return Session.objects.filter(within).select_related("course", "organ").annotate(present=there)


def attendances(actor: Actor, session: Session) -> QuerySet[Attendance]:
    """Who attended a session, of those whose training `actor` sees; all of them for who sees the organiser's."""
    require_overseer(actor)
    found = Attendance.objects.filter(session=session).select_related("officer__organ").order_by("officer__organ__path", "came_at", "id")
    return found.filter(scope(actor, SEE, organ="officer__organ_id") | scope(actor, SEE, organ="session__organ_id"))


def people(actor: Actor) -> QuerySet[Officer]:
    """The people whose training file `actor` sees, themselves among them; serving today."""
    require(actor, SEE)
    day = timezone.localdate()
    serving = Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))
    return Officer.objects.filter(serving, scope(actor, SEE, officer="pk")).select_related("organ")


def person(actor: Actor, officer_id: int) -> Officer:
    """One person whose file `actor` sees, those who left too; raises Officer.DoesNotExist."""
    require(actor, SEE)
    return Officer.objects.select_related("organ").get(scope(actor, SEE, officer="pk"), pk=officer_id)


def off_duty(actor: Actor, *, action: str = SEE) -> QuerySet[OffDuty]:
    """Lessons off duty of the people within reach, those that last first."""
    require(actor, action)
    within = scope(actor, action, organ="officer__organ_id")
    return OffDuty.objects.filter(within).select_related("officer__organ", "credential").order_by("-starts_at", "-id")


def invitations(officer: Officer) -> QuerySet[Session]:
    """Sessions still to come, or going on, for a person's organ. For a person already selected in scope."""
    ahead = Session.objects.filter(audience=officer.organ_id, ends_at__gt=timezone.now(), cancelled_at__isnull=True)
    return ahead.select_related("course", "organ").order_by("starts_at", "id")


def changes(actor: Actor, what: str, target_id: int) -> QuerySet[Change]:
    """What was changed in a plan, a course, a session, lessons off duty; the latest first."""
    require_overseer(actor)
    return Change.objects.filter(what=f"training.{what}", target_id=target_id).order_by("-at", "-id")
