"""Pages of plans."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may, reaches
from fadu.agencies.forms import REASON
from fadu.agencies.paging import page
from fadu.agencies.training import forms, services
from fadu.agencies.training.kinds import PlanState
from fadu.agencies.training.models import Plan
from fadu.agencies.training.selectors import scoped
from fadu.agencies.training.selectors.plans import carried_out, clocks
from fadu.agencies.training.views.pages import Ask, form_page, number_in, row_or_404

MANAGE = "training.manage"


@require_safe
@entered_for("training.see")
def plans(request: HttpRequest) -> HttpResponse:
    """Every version of every plan within reach."""
    actor = actor_of(request)
    found = scoped.plans(actor)
    asked = {"organ_id": number_in(request, "organ"), "year": number_in(request, "year")}
    found = found.filter(**{name: value for name, value in asked.items() if value is not None})
    if (state := request.GET.get("state", "")) in PlanState.values:
        found = found.filter(state=state)
    if q := request.GET.get("q", "").strip()[:50]:
        found = found.filter(organ__name__contains=q)
    shown = page(found, order=("-year", "organ__path", "-version", "pk"), after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    context = {
        "page": shown,
        "rows": [(plan, sum(line.hours for line in plan.lines.all()), sum(line.budget for line in plan.lines.all())) for plan in shown.rows],
        "organs": [(organ.pk, organ.name) for organ in scoped.organs(actor)],
        "states": PlanState.choices,
        "may_manage": may(actor, MANAGE),
        "active": any(request.GET.get(name) for name in ("organ", "year", "state", "q")),
    }
    return render(request, "training/plans.html", context)


@require_safe
@entered_for("training.see")
def plan(request: HttpRequest, plan_id: int) -> HttpResponse:
    """One version: its rows and how far they were carried out, its clock, its other versions."""
    actor = actor_of(request)
    found: Plan = row_or_404(scoped.plans(actor), plan_id)
    today = timezone.localdate()
    lines = carried_out(found, today)
    context = {
        "plan": found,
        "lines": lines,
        "hours": sum(item.line.hours for item in lines),
        "budget": sum(item.line.budget for item in lines),
        "held": sum(item.held > 0 for item in lines),
        "clock": clocks([found.organ], found.year, today)[0],
        "versions": scoped.plans(actor).filter(organ=found.organ, year=found.year).order_by("version"),
        "may_edit": reaches(actor, MANAGE, found.organ_id),
        "changes": scoped.changes(actor, "plan", found.pk)[:50],
        "crumb": [("培训", reverse("training:home")), ("培训计划", reverse("training:plans")), (f"{found.organ.name}{found}", "")],
    }
    return render(request, "training/plan.html", context)


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def plan_draw(request: HttpRequest, organ_id: int) -> HttpResponse:
    """The first version for a year."""
    actor = actor_of(request)
    organ = row_or_404(scoped.organs(actor, action=MANAGE), organ_id)

    def act(data: dict[str, Any]) -> str:
        return f"已拟定{organ.name}{services.draw_plan(actor, organ_id, data)}，请核对后报备"

    values = {"year": timezone.localdate().year}
    return form_page(request, Ask("拟定年度培训计划", forms.PLAN, act, reverse("training:plans"), "拟定", values, organ.name, _crumb()))


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def plan_redraw(request: HttpRequest, plan_id: int) -> HttpResponse:
    """The rows of a version not filed yet."""
    actor = actor_of(request)
    found = _managed(request, plan_id)

    def act(data: dict[str, Any]) -> str:
        return f"已修改{services.redraw_plan(actor, plan_id, data)}"

    return _about(request, found, "修改计划项目", fields=forms.PLAN[1:], act=act, submit="保存", values={"lines": _rows(found)})


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def plan_file(request: HttpRequest, plan_id: int) -> HttpResponse:
    """A version is filed."""
    actor = actor_of(request)
    found = _managed(request, plan_id)

    def act(data: dict[str, Any]) -> str:
        return f"已登记{services.file_plan(actor, plan_id, data)}报备"

    return _about(request, found, "报备计划", fields=forms.FILING, act=act, submit="登记报备", lead="报备后不能再改，只能变更为新版本。")


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def plan_change(request: HttpRequest, plan_id: int) -> HttpResponse:
    """A new version of a filed plan."""
    actor = actor_of(request)
    found = _managed(request, plan_id)

    def act(data: dict[str, Any]) -> str:
        reason = str(data.pop("reason", ""))
        return f"已拟定{services.change_plan(actor, plan_id, data, reason=reason)}，报备后生效"

    fields = (*forms.PLAN[1:], REASON)
    return _about(
        request, found, "变更计划", fields=fields, act=act, submit="拟定新版本", values={"lines": _rows(found)}, lead="原版本在新版本报备之前继续有效。"
    )


def _crumb() -> list[tuple[str, str]]:
    return [("培训计划", reverse("training:plans"))]


def _managed(request: HttpRequest, plan_id: int) -> Plan:
    found: Plan = row_or_404(scoped.plans(actor_of(request), action=MANAGE), plan_id)
    return found


def _rows(found: Plan) -> list[dict[str, Any]]:
    names = [column.name for column in forms.LINE]
    return [{name: getattr(line, name) for name in names} for line in found.lines.all()]


def _about(request: HttpRequest, found: Plan, title: str, **form: Any) -> HttpResponse:
    back = reverse("training:plan", args=[found.pk])
    lead = form.pop("lead", "")
    told = f"{found.organ.name}{found}。{lead}"
    return form_page(request, Ask(title, back=back, crumb=[*_crumb(), (f"{found.organ.name}{found}", back)], lead=told, **form))
