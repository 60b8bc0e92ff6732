"""Pages of applications for credentials, and of the examinations behind them."""

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.actors import Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import reaches
from fadu.agencies import forms, selectors, services
from fadu.agencies.codes import check_credential_number
from fadu.agencies.kinds import Stage
from fadu.agencies.models import Application, Officer
from fadu.agencies.paging import LATEST, page
from fadu.agencies.selectors import applications as reading
from fadu.agencies.views.pages import form_page
from fadu.agencies.views.people import about, officer_or_404, organ_asked
from fadu.law.forms import Invalid, validate


@require_safe
@entered_for("application.see")
def applications(request: HttpRequest) -> HttpResponse:
    """Applications within reach: where each stands and what it waits for."""
    actor = actor_of(request)
    organ = organ_asked(request, actor)
    stage, query = request.GET.get("stage", ""), request.GET.get("q", "")
    found = reading.applications(actor, organ_id=organ.pk if organ else None, stage=stage, query=query)
    shown = page(found, after=request.GET.get("after", ""), before=request.GET.get("before", ""), order=LATEST)
    context = {
        "page": shown,
        "rows": [{"asked": asked, "waits": reading.WAITS.get(Stage(asked.stage), "")} for asked in shown.rows],
        "organs": [(item.pk, item.name) for item in selectors.organs(actor)],
        "stages": [("open", "办理中"), *Stage.choices],
        "filtered": bool(organ or stage or query),
        "mine": actor.officer_id if reaches(actor, "people.see", actor.organ_id or 0) and actor.officer_id else None,
    }
    return render(request, "agencies/applications.html", context)


@require_safe
@entered_for("application.see")
def application(request: HttpRequest, application_id: int) -> HttpResponse:
    """One application: its course, the conditions of the law, what is missing, what was said on the way."""
    actor = actor_of(request)
    asked = _asked_or_404(actor, application_id)
    course = reading.course_of(asked)
    context = {
        "asked": asked,
        "course": course,
        "actions": reading.open_to(actor, asked),
        "may_issue": asked.stage == Stage.APPROVED and reaches(actor, "people.manage", asked.officer.organ_id),
        "may_record": asked.is_open and reaches(actor, "people.manage", asked.officer.organ_id),
        "changes": selectors.changes(actor, "application", asked.pk)[:50],
        "crumb": [("证件申请", reverse("agencies:applications")), (asked.officer.name, "")],
    }
    return render(request, "agencies/application.html", context)


@require_http_methods(["GET", "POST"])
@entered_for("application.make")
def application_new(request: HttpRequest, officer_id: int) -> HttpResponse:
    """Ask for a credential, for oneself or for one of the people one keeps."""
    actor = actor_of(request)
    try:
        person = reading.asks_for(actor, officer_id)
    except Officer.DoesNotExist:
        raise Http404 from None

    def act(data: dict[str, Any]) -> str:
        asked = services.apply_for_credential(actor, officer_id, data)
        return f"已提交{asked.get_purpose_display()}申请，等待所在单位审查"

    lead = "须在编、在行政执法岗位，公共法律知识和专业法律知识两门考试合格；工勤、临聘、辅助人员不得申领。"
    return about(request, person, "申请执法证件", fields=forms.APPLICATION, values={"purpose": "first"}, act=act, submit="提交申请", lead=lead)


@require_http_methods(["GET", "POST"])
@entered_for("application.see")
def application_move(request: HttpRequest, application_id: int) -> HttpResponse:
    """Take an application a stage further, with an opinion."""
    actor = actor_of(request)
    asked = _asked_or_404(actor, application_id)
    fields = forms.move_fields(asked.stage, reading.open_to(actor, asked))

    def act(data: dict[str, Any]) -> str:
        if not fields[0].choices:
            raise Invalid({"": f"申请现在是“{asked.get_stage_display()}”，没有需要您办理的事项"})
        return f"{asked.officer.name}的申请：{services.move_application(actor, application_id, data).get_stage_display()}"

    lead = f"{asked.officer.name}，{asked.get_purpose_display()}，{asked.get_category_display()}；现在{asked.get_stage_display()}"
    return _about(request, asked, "办理证件申请", fields=fields, act=act, submit="办理", lead=lead)


@require_http_methods(["GET", "POST"])
@entered_for("people.manage")
def application_issue(request: HttpRequest, application_id: int) -> HttpResponse:
    """Issue the credential that was approved."""
    actor = actor_of(request)
    asked = _asked_or_404(actor, application_id)

    def act(data: dict[str, Any]) -> str:
        card = services.issue_credential(actor, asked.officer_id, data, application_id=asked.pk)
        try:
            check_credential_number(card.number)
        except ValueError as unusual:
            messages.warning(request, f"{unusual}；已按所填登记，请核对")
        return f"已颁发执法证 {card.number}"

    lead = f"{asked.officer.name}，{asked.officer.organ.name}，执法类别{asked.get_category_display()}"
    return _about(request, asked, "颁发执法证件", fields=forms.ISSUE, act=act, submit="颁发", lead=lead)


@require_http_methods(["GET", "POST"])
@entered_for("people.manage")
def result_add(request: HttpRequest, officer_id: int) -> HttpResponse:
    """A result of an examination, from a transcript."""
    actor = actor_of(request)
    found = officer_or_404(actor, officer_id, "people.manage")

    def act(data: dict[str, Any]) -> str:
        clean = validate(forms.RESULT, data)
        day = date.fromisoformat(clean["taken_on"])
        result = services.record_result(actor, officer_id, clean["kind"], day, clean["passed"], clean.get("mark"), clean["source"])
        return f"已登记{found.name}{result.get_kind_display()}考试成绩：{'合格' if result.passed else '不合格'}"

    return about(request, found, "登记考试成绩", fields=forms.RESULT, act=act, submit="登记成绩")


@require_http_methods(["GET", "POST"])
@entered_for("people.manage")
def result_annul(request: HttpRequest, officer_id: int, result_id: int) -> HttpResponse:
    """A result that no longer counts."""
    actor = actor_of(request)
    found = officer_or_404(actor, officer_id, "people.manage")
    result = next((row for row in reading.results_of(actor, found) if row.pk == result_id), None)
    if result is None:
        raise Http404

    def act(data: dict[str, Any]) -> str:
        services.annul_result(actor, result_id, reason=validate((forms.REASON,), data)["reason"])
        return f"{result.get_kind_display()}考试成绩已作废，仍留在登记中"

    lead = f"{result.get_kind_display()}，{result.taken_on.isoformat()}，{result.source}"
    return about(request, found, "作废考试成绩", fields=(forms.REASON,), act=act, submit="作废", lead=lead)


def _asked_or_404(actor: Actor, application_id: int) -> Application:
    try:
        return reading.application(actor, application_id)
    except Application.DoesNotExist:
        raise Http404 from None


def _about(request: HttpRequest, asked: Application, title: str, **form: Any) -> HttpResponse:
    back = reverse("agencies:application", args=[asked.pk])
    crumb = [("证件申请", reverse("agencies:applications")), (asked.officer.name, back)]
    return form_page(request, title=title, back=back, crumb=crumb, **form)
