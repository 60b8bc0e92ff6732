"""Pages of people."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.actors import Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may, reaches
from fadu.accounts.selectors import posts_of_officers
from fadu.agencies import forms, selectors, services
from fadu.agencies.kinds import TAKEN_IN, Employment, Field
from fadu.agencies.models import Officer, Organ
from fadu.agencies.paging import page
from fadu.agencies.selectors import applications
from fadu.agencies.selectors.credentials import STANDINGS
from fadu.agencies.views.organs import organ_or_404
from fadu.agencies.views.pages import form_page
from fadu.law.forms import validate


@require_safe
@entered_for("people.see")
def officers(request: HttpRequest) -> HttpResponse:
    """The people within reach, of one organ if asked, with what their credentials are worth now."""
    actor = actor_of(request)
    organ = organ_asked(request, actor)
    left = request.GET.get("left") == "1"
    picked = {name: request.GET.get(name, "") for name in ("category", "standing", "employment")}
    query = request.GET.get("q", "")
    found = selectors.officers(actor, organ_id=organ.pk if organ else None, left=left, query=query, **picked)
    shown = page(found, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    readings = selectors.with_credentials(shown.people, timezone.now())
    posts = posts_of_officers([person.pk for person in shown.people])
    context = {
        "rows": [{"officer": reading.officer, "credential": reading.credential, "posts": posts.get(reading.officer.pk, [])} for reading in readings],
        "organ": organ,
        "organs": [(item.pk, item.name) for item in selectors.organs(actor)],
        "categories": Field.choices,
        "standings": list(STANDINGS.items()),
        "employments": Employment.choices,
        "filtered": bool(organ or left or query or any(picked.values())),
        "left": left,
        "may_see_applications": may(actor, "application.see"),
        "may_add": organ is not None and reaches(actor, "people.manage", organ.pk),
        "page": shown,
    }
    return render(request, "agencies/officers.html", context)


@require_safe
@entered_for("people.see")
def officer(request: HttpRequest, officer_id: int) -> HttpResponse:
    """One person: posts, credentials with every state they were in, and what was changed."""
    actor = actor_of(request)
    found = officer_or_404(actor, officer_id, "people.see")
    reading = selectors.with_credentials([found], timezone.now())[0].credential
    cards = selectors.credentials_of(found.pk)
    context = {
        "officer": found,
        "reading": reading,
        "now": timezone.now(),
        "credentials": cards,
        "posts": posts_of_officers([found.pk]).get(found.pk, []),
        "departure": selectors.departure_of(found),
        "applications": applications.applications_of(actor, found),
        "results": applications.results_of(actor, found),
        "may_apply": reaches(actor, "application.make", found.organ_id) or (may(actor, "application.make") and actor.officer_id == found.pk),
        "may_edit": reaches(actor, "people.manage", found.organ_id),
        "changes": selectors.changes_of_person(actor, found, cards)[:50],
        "crumb": [*_crumb(found)[:-1], (found.name, "")],
    }
    return render(request, "agencies/officer.html", context)


@require_http_methods(["GET", "POST"])
@entered_for("people.manage")
def officer_add(request: HttpRequest, organ_id: int) -> HttpResponse:
    """A person joins an organ."""
    actor = actor_of(request)
    organ = organ_or_404(actor, organ_id, "people.manage")
    back = reverse("agencies:officers") + f"?organ={organ.pk}"

    def act(data: dict[str, Any]) -> str:
        return f"已新增{services.add_officer(actor, organ_id, data).name}"

    return form_page(request, title="新增人员", lead=organ.name, fields=forms.OFFICER, act=act, submit="新增", back=back, crumb=[(organ.name, back)])


@require_http_methods(["GET", "POST"])
@entered_for("people.manage")
def officer_edit(request: HttpRequest, officer_id: int) -> HttpResponse:
    """What is known of a person, to be changed with a reason; the identity number is not shown."""
    actor = actor_of(request)
    found = officer_or_404(actor, officer_id, "people.manage")

    def act(data: dict[str, Any]) -> str:
        reason = data.pop("reason", "")
        return f"已修改{services.edit_officer(actor, officer_id, data, reason=reason).name}的信息"

    values = {field.name: getattr(found, field.name) for field in forms.OFFICER if field.name != "id_number"}
    return about(request, found, "修改人员信息", fields=(*forms.OFFICER, forms.REASON), values=values, act=act, submit="保存修改")


@require_http_methods(["GET", "POST"])
@entered_for("people.manage")
def officer_leave(request: HttpRequest, officer_id: int) -> HttpResponse:
    """A person leaves the organ."""
    actor = actor_of(request)
    found = officer_or_404(actor, officer_id, "people.manage")

    def act(data: dict[str, Any]) -> str:
        clean = validate(forms.DEPARTURE, data)
        day = date.fromisoformat(clean["ends_on"])
        services.end_service(actor, officer_id, ends_on=day, reason=clean["reason"], kind=clean["kind"], paper=clean.get("paper", ""))
        word = "收缴" if clean["kind"] in TAKEN_IN else "收回"
        when = "已" if day <= timezone.localdate() else f"自 {day.isoformat()} 起"
        return f"{found.name}{when}离岗，任职结束，执法证件{word}；请收回执法证件实物并申请注销"

    lead = "从这一天零时起不能再执法，全部任职结束，执法证件自动收回或者收缴（兴隆县指导意见二(四)）。"
    return about(request, found, "办理离岗", fields=forms.DEPARTURE, act=act, submit="办理离岗", lead=lead)


def officer_or_404(actor: Actor, officer_id: int, action: str) -> Officer:
    """A person within reach; one out of reach is not told apart from none."""
    try:
        return selectors.officer(actor, officer_id, action=action)
    except Officer.DoesNotExist:
        raise Http404 from None


def organ_asked(request: HttpRequest, actor: Actor) -> Organ | None:
    """The organ that the address filters by, if it does; one out of reach is no page."""
    wanted = request.GET.get("organ", "")
    if not wanted:
        return None
    if not wanted.isascii() or not wanted.isdigit() or len(wanted) > 17:
        raise Http404
    return organ_or_404(actor, int(wanted), "people.see")


def about(request: HttpRequest, found: Officer, title: str, **form: Any) -> HttpResponse:
    """A form about a person, from whose page it comes and to whose page it returns."""
    return form_page(request, title=f"{title}：{found.name}", back=reverse("agencies:officer", args=[found.pk]), crumb=_crumb(found), **form)


def _crumb(found: Officer) -> list[tuple[str, str]]:
    people = reverse("agencies:officers") + f"?organ={found.organ_id}"
    return [("执法人员", reverse("agencies:officers")), (found.organ.name, people), (found.name, reverse("agencies:officer", args=[found.pk]))]
