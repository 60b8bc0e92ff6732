"""Pages of courses."""

from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may, reaches
from fadu.agencies.forms import REASON
from fadu.agencies.paging import page
from fadu.agencies.training import forms, services
from fadu.agencies.training.kinds import CourseKind, Mode, Topic
from fadu.agencies.training.models import Course
from fadu.agencies.training.selectors import scoped
from fadu.agencies.training.services.sessions import session_fields
from fadu.agencies.training.views.pages import Ask, form_page, number_in, row_or_404

MANAGE = "training.manage"


@require_safe
@entered_for("training.see")
def courses(request: HttpRequest) -> HttpResponse:
    """The courses that the organs within reach hold."""
    actor = actor_of(request)
    found = scoped.courses(actor).annotate(held=Count("sessions", filter=Q(sessions__cancelled_at__isnull=True)))
    if organ := number_in(request, "organ"):
        found = found.filter(organ_id=organ)
    if (kind := request.GET.get("kind", "")) in CourseKind.values:
        found = found.filter(kind=kind)
    if (mode := request.GET.get("mode", "")) in Mode.values:
        found = found.filter(mode=mode)
    if q := request.GET.get("q", "").strip()[:50]:
        found = found.filter(Q(title__contains=q) | Q(teacher__contains=q))
    context = {
        "page": page(found, order=("organ__path", "pk"), after=request.GET.get("after", ""), before=request.GET.get("before", "")),
        "organs": [(organ.pk, organ.name) for organ in scoped.organs(actor)],
        "kinds": CourseKind.choices,
        "modes": Mode.choices,
        "may_manage": may(actor, MANAGE),
        "active": any(request.GET.get(name) for name in ("organ", "kind", "mode", "q")),
    }
    return render(request, "training/courses.html", context)


@require_safe
@entered_for("training.see")
def course(request: HttpRequest, course_id: int) -> HttpResponse:
    """One course and the sessions in which it was held."""
    actor = actor_of(request)
    found: Course = row_or_404(scoped.courses(actor), course_id)
    context = {
        "course": found,
        "topics": [Topic(topic).label for topic in found.topics],
        "sessions": scoped.sessions(actor).filter(course=found).order_by("-starts_at", "-pk")[:50],
        "may_edit": reaches(actor, MANAGE, found.organ_id),
        "changes": scoped.changes(actor, "course", found.pk)[:50],
        "crumb": [("培训", reverse("training:home")), *_crumb(), (found.title, "")],
    }
    return render(request, "training/course.html", context)


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def course_add(request: HttpRequest, organ_id: int) -> HttpResponse:
    """A course that an organ holds."""
    actor = actor_of(request)
    organ = row_or_404(scoped.organs(actor, action=MANAGE), organ_id)

    def act(data: dict[str, Any]) -> str:
        return f"已新增课程“{services.add_course(actor, organ_id, data).title}”"

    return form_page(request, Ask("新增课程", forms.COURSE, act, reverse("training:courses"), "新增", {"mode": "offline"}, organ.name, _crumb()))


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def course_edit(request: HttpRequest, course_id: int) -> HttpResponse:
    """What is known of a course, to be changed with a reason."""
    actor = actor_of(request)
    found = _managed(request, course_id)

    def act(data: dict[str, Any]) -> str:
        reason = str(data.pop("reason", ""))
        return f"已修改课程“{services.edit_course(actor, course_id, data, reason=reason).title}”"

    values = {field.name: getattr(found, field.name) for field in forms.COURSE}
    return _about(request, found, "修改课程", fields=(*forms.COURSE, REASON), act=act, submit="保存", values=values)


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def course_end(request: HttpRequest, course_id: int) -> HttpResponse:
    """A course is held no more."""
    actor = actor_of(request)
    found = _managed(request, course_id)

    def act(data: dict[str, Any]) -> str:
        return f"已停开课程“{services.end_course(actor, course_id, reason=str(data.get('reason', ''))).title}”"

    return _about(request, found, "停开课程", fields=(REASON,), act=act, submit="停开")


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def session_call(request: HttpRequest, course_id: int) -> HttpResponse:
    """A session of a course."""
    actor = actor_of(request)
    found = _managed(request, course_id)

    def act(data: dict[str, Any]) -> str:
        services.call_session(actor, course_id, data)
        return f"已安排“{found.title}”，签到码从开始前半小时起在场次页面打开"

    values = {"grace": 15, "sign_out": False, "campaign": "rotation" if found.kind == CourseKind.ROTATION else ""}
    lead = f"{found.get_kind_display()}，{found.hours} 学时，参训人员的学时由签到得出。"
    return _about(request, found, "安排场次", fields=session_fields(actor, found), act=act, submit="安排", values=values, lead=lead)


def _crumb() -> list[tuple[str, str]]:
    return [("课程", reverse("training:courses"))]


def _managed(request: HttpRequest, course_id: int) -> Course:
    found: Course = row_or_404(scoped.courses(actor_of(request), action=MANAGE), course_id)
    return found


def _about(request: HttpRequest, found: Course, title: str, **form: Any) -> HttpResponse:
    back = reverse("training:course", args=[found.pk])
    return form_page(request, Ask(title, back=back, crumb=[*_crumb(), (found.title, back)], **{"lead": found.title, **form}))
