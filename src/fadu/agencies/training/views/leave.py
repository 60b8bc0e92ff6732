"""Pages of lessons off duty."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import reaches
from fadu.agencies.paging import page
from fadu.agencies.training import forms, numbers, services
from fadu.agencies.training.kinds import Cause
from fadu.agencies.training.selectors import hours, scoped
from fadu.agencies.training.views.pages import Ask, form_page, number_in, row_or_404
from fadu.agencies.training.views.people import officer_or_404

MANAGE = "training.manage"


@require_safe
@entered_for("training.see")
def off_duties(request: HttpRequest) -> HttpResponse:
    """Lessons off duty of the people within reach."""
    actor = actor_of(request)
    scoped.require_overseer(actor)
    found = scoped.off_duty(actor)
    if request.GET.get("open") == "1":
        found = found.filter(ends_at__isnull=True)
    if organ := number_in(request, "organ"):
        found = found.filter(officer__organ_id=organ)
    if (cause := request.GET.get("cause", "")) in Cause.values:
        found = found.filter(cause=cause)
    if q := request.GET.get("q", "").strip()[:50]:
        found = found.filter(officer__name__contains=q)
    shown = page(found, order=("-starts_at", "-pk"), after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    context = {
        "page": shown,
        "rows": [(row, hours.off_duty_hours(row)) for row in shown.rows],
        "needed": numbers.demanded("training.return.hours", timezone.localdate()),
        "organs": [(item.pk, item.name) for item in scoped.organs(actor)],
        "causes": Cause.choices,
        "active": any(request.GET.get(name) for name in ("open", "organ", "cause", "q")),
    }
    return render(request, "training/off_duties.html", context)


@require_safe
@entered_for("training.see")
def off_duty(request: HttpRequest, off_duty_id: int) -> HttpResponse:
    """One: why, since when, how many hours, what became of it."""
    actor = actor_of(request)
    scoped.require_overseer(actor)
    found = row_or_404(scoped.off_duty(actor), off_duty_id)
    context = {
        "row": found,
        "hours": hours.off_duty_hours(found),
        "needed": numbers.demanded("training.return.hours", timezone.localdate()),
        "may_edit": reaches(actor, MANAGE, found.officer.organ_id),
        "changes": scoped.changes(actor, "off_duty", found.pk)[:50],
        "crumb": [("培训", reverse("training:home")), ("离岗教育", reverse("training:off_duties")), (found.officer.name, "")],
    }
    return render(request, "training/off_duty.html", context)


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def off_duty_begin(request: HttpRequest, officer_id: int) -> HttpResponse:
    """Take somebody off duty."""
    actor = actor_of(request)
    person = row_or_404(scoped.people(actor), officer_or_404(request, officer_id).pk)

    def act(data: dict[str, Any]) -> str:
        services.take_off_duty(actor, officer_id, data)
        return f"{person.name}已离岗教育，执法证同时暂扣"

    lead = f"{person.name}，{person.organ.name}。离岗教育期间不能执法，执法证同时暂扣；学满学时、考核合格后恢复。"
    back = reverse("training:person", args=[officer_id])
    values = {"starts_at": timezone.localtime()}
    return form_page(request, Ask("登记离岗教育", forms.OFF_DUTY, act, back, "登记", values, lead, [(person.name, back)]))


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def off_duty_end(request: HttpRequest, off_duty_id: int) -> HttpResponse:
    """Lessons off duty come to their end."""
    actor = actor_of(request)
    found = row_or_404(scoped.off_duty(actor, action=MANAGE), off_duty_id)

    def act(data: dict[str, Any]) -> str:
        return f"{found.officer.name}：{services.end_off_duty(actor, off_duty_id, data).get_outcome_display()}"

    needed = numbers.demanded("training.return.hours", timezone.localdate())
    lead = f"{found.officer.name}，已学 {hours.off_duty_hours(found)} 学时" + (f"，应学 {needed.value} 学时" if needed else "") + "。"
    back = reverse("training:off_duty", args=[found.pk])
    values = {"ends_at": timezone.localtime(), "outcome": "back"}
    return form_page(
        request, Ask("结束离岗教育", forms.RETURN, act, back, "结束", values, lead, [("离岗教育", reverse("training:off_duties")), (found.officer.name, back)])
    )
