"""Pages of exams: one's own, those within reach, and how one is held."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.actors import SYSTEM, Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import NotAllowed, may
from fadu.agencies.exams import forms, moment, selectors, services
from fadu.agencies.exams.kinds import SUBJECTS, QuestionKind, subject_label
from fadu.agencies.exams.models import Exam
from fadu.agencies.exams.selectors.exams import MANAGE, SEE, SIT, oversees
from fadu.agencies.exams.selectors.grading import progress, waiting
from fadu.agencies.exams.selectors.results import tally
from fadu.agencies.exams.views.pages import asked, crumb, form_page
from fadu.agencies.paging import LATEST, page
from fadu.agencies.selectors import changes
from fadu.law.forms import Invalid, validate

STATES = (("draft", "草稿"), ("ahead", "未开始"), ("running", "正在进行"), ("past", "已结束"), ("cancelled", "已取消"))


@require_safe
@entered_for(SEE)
def exams(request: HttpRequest) -> HttpResponse:
    """考试: what one has to sit oneself; for who oversees, all within reach."""
    actor = actor_of(request)
    _settle(actor)
    wanted = asked(request, "q", "state", "subject")
    context: dict[str, Any] = {
        "mine": selectors.mine(actor) if may(actor, SIT) else [],
        "to_mark": waiting(actor),
        "oversees": oversees(actor),
        "may_add": may(actor, MANAGE) and actor.organ_id is not None,
        "states": STATES,
        "subjects": SUBJECTS,
        "filtered": any(wanted.values()),
    }
    if context["oversees"]:
        shown = page(selectors.exams(actor, wanted), after=request.GET.get("after", ""), before=request.GET.get("before", ""), order=LATEST)
        context |= {"page": shown, "rows": [(found, phase(found)) for found in shown.rows]}
    return render(request, "exams/exams.html", context)


@require_safe
@entered_for(SEE)
def exam(request: HttpRequest, exam_id: int) -> HttpResponse:
    """One exam: its terms, one's own sittings, for who oversees how it stands."""
    actor = actor_of(request)
    found = exam_or_404(actor, exam_id)
    services.close_due(SYSTEM, exam_id=found.pk)
    own = selectors.mine(actor, found.pk) if may(actor, SIT) else []
    managed = selectors.may_manage(actor, found)
    over = moment.now() >= found.closes_at
    context = {
        "exam": found,
        "subject": subject_label(found.subject),
        "phase": phase(found),
        "lines": [{**line, "kind": QuestionKind(line["kind"]).label, "said": services.exams.said_line(line)} for line in found.blueprint],
        "own": own[0] if own else None,
        "managed": managed,
        "oversees": oversees(actor),
        "tally": tally(actor, found) if oversees(actor) and found.state != "draft" else None,
        "invited": found.invitations.count(),
        "progress": progress(found) if managed and found.by_people and found.state == "published" else None,
        "secret": found.secret if over and found.state == "published" else "",
        "over": over,
        "changes": changes(actor, "exam", found.pk)[:50] if managed else None,
        "crumb": crumb((found.title, "")),
    }
    return render(request, "exams/exam.html", context)


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def exam_add(request: HttpRequest) -> HttpResponse:
    """An exam as a draft."""
    actor = actor_of(request)
    if actor.organ_id is None:
        raise NotAllowed("考试由一个机关组织；请以机关系统管理员的身份办理。")
    organ_id = actor.organ_id

    def act(data: dict[str, Any]) -> tuple[str, str]:
        added = services.add_exam(actor, organ_id, data)
        return "已存为草稿；请选择应考人员，然后发布", reverse("exams:exam", args=[added.pk])

    values = {"subject": "public", "minutes": 60, "pass_mark": 60, "tries": 1, "counts": False}
    lead = "组卷方案决定每份试卷抽哪些题；发布以后不能再改。"
    return form_page(request, title="组织考试", lead=lead, fields=forms.EXAM, values=values, act=act, submit="存为草稿", back=reverse("exams:exams"))


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def exam_edit(request: HttpRequest, exam_id: int) -> HttpResponse:
    """Change a draft."""
    actor = actor_of(request)
    found, back = _managed_or_404(actor, exam_id)
    if found.state != "draft":
        messages.warning(request, "考试已经发布或者取消，不能再改。")
        return redirect(back)

    def act(data: dict[str, Any]) -> tuple[str, str]:
        reason = str(data.pop("reason", ""))
        services.edit_exam(actor, exam_id, data, reason=reason)
        return "已修改", back

    values = {field.name: getattr(found, field.name) for field in forms.EXAM}
    fields = (*forms.EXAM, forms.REASON)
    return form_page(request, title="修改考试", fields=fields, values=_local(values), act=act, submit="保存修改", back=back, places=((found.title, back),))


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def exam_invite(request: HttpRequest, exam_id: int) -> HttpResponse:
    """Whom to invite."""
    actor = actor_of(request)
    found, back = _managed_or_404(actor, exam_id)

    def act(data: dict[str, Any]) -> tuple[str, str]:
        return f"已通知 {services.invite(actor, exam_id, data)} 人参加考试", back

    fields = forms.invitation_fields(selectors.organs_within(actor))
    values = {"who": "enforcing"}
    return form_page(request, title="选择应考人员", fields=fields, values=values, act=act, submit="通知参加", back=back, places=((found.title, back),))


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def exam_publish(request: HttpRequest, exam_id: int) -> HttpResponse:
    """Publish, after it is said what follows."""
    actor = actor_of(request)
    found, back = _managed_or_404(actor, exam_id)
    error = ""
    if request.method == "POST":
        try:
            services.publish_exam(actor, exam_id)
        except Invalid as wrong:
            error = str(wrong)
        else:
            messages.success(request, "考试已发布，应考人员可以看到")
            return redirect(back)
    context = {"exam": found, "back": back, "error": error, "invited": found.invitations.count(), "crumb": crumb((found.title, back), ("发布", ""))}
    return render(request, "exams/publish.html", context, status=422 if error else 200)


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def exam_cancel(request: HttpRequest, exam_id: int) -> HttpResponse:
    """Call an exam off."""
    actor = actor_of(request)
    found, back = _managed_or_404(actor, exam_id)

    def act(data: dict[str, Any]) -> tuple[str, str]:
        services.cancel_exam(actor, exam_id, reason=validate((forms.REASON,), data)["reason"])
        return "考试已取消", back

    return form_page(request, title="取消考试", fields=(forms.REASON,), act=act, submit="取消考试", back=back, places=((found.title, back),))


def phase(found: Exam) -> tuple[str, str]:
    """Where an exam stands: a state for the tag, and its name."""
    if found.state != "published":
        return ("", found.get_state_display())
    now = moment.now()
    return ("near", "未开始") if now < found.opens_at else ("do", "正在进行") if now < found.closes_at else ("ok", "已结束")


def exam_or_404(actor: Actor, exam_id: int) -> Exam:
    """An exam within reach; one out of reach is not told apart from none."""
    try:
        return selectors.exam(actor, exam_id)
    except (Exam.DoesNotExist, OverflowError):
        raise Http404 from None


def _managed_or_404(actor: Actor, exam_id: int) -> tuple[Exam, str]:
    found = exam_or_404(actor, exam_id)
    if not selectors.may_manage(actor, found):
        raise Http404
    return found, reverse("exams:exam", args=[found.pk])


def _settle(actor: Actor) -> None:
    """Close what of one's own is past its deadline: nobody else may look for days."""
    if actor.officer_id is not None:
        services.close_due(SYSTEM, officer_id=actor.officer_id)


def _local(values: dict[str, Any]) -> dict[str, Any]:
    """Moments as the form shows them: in Beijing time."""
    from django.utils.timezone import localtime  # noqa: PLC0415 - only the form of a draft needs it

    return {name: localtime(value) if name in {"opens_at", "closes_at"} else value for name, value in values.items()}
