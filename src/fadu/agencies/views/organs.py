"""Pages of organs."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.actors import Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import reaches
from fadu.agencies import forms, selectors, services
from fadu.agencies.models import Organ
from fadu.agencies.services.organs import organ_form
from fadu.agencies.views.pages import form_page
from fadu.law.forms import validate


@require_safe
@entered_for("people.see")
def organs(request: HttpRequest) -> HttpResponse:
    """The organs within reach, as they stand one under another."""
    actor = actor_of(request)
    return render(request, "agencies/organs.html", {"branches": selectors.tree(actor), "may_add": reaches(actor, "organ.manage", actor.organ_id or 0)})


@require_safe
@entered_for("people.see")
def organ(request: HttpRequest, organ_id: int) -> HttpResponse:
    """One organ: what its papers print, and what was changed."""
    actor = actor_of(request)
    found = organ_or_404(actor, organ_id, "people.see")
    context = {
        "organ": found,
        "known": _known(found),
        "may_edit": reaches(actor, "organ.manage", found.pk),
        "changes": selectors.changes(actor, "organ", found.pk)[:50],
        "crumb": [("执法机关", reverse("agencies:organs")), (found.name, "")],
    }
    return render(request, "agencies/organ.html", context)


@require_http_methods(["GET", "POST"])
@entered_for("organ.manage")
def organ_add(request: HttpRequest) -> HttpResponse:
    """A new organ."""
    actor = actor_of(request)

    def act(data: dict[str, Any]) -> str:
        return f"已新增{services.add_organ(actor, data).name}"

    return form_page(
        request,
        title="新增执法机关",
        fields=organ_form(actor),
        values={"parent": actor.organ_id},
        act=act,
        submit="新增",
        back=reverse("agencies:organs"),
        crumb=[("执法机关", reverse("agencies:organs"))],
    )


@require_http_methods(["GET", "POST"])
@entered_for("organ.manage")
def organ_edit(request: HttpRequest, organ_id: int) -> HttpResponse:
    """What is known of an organ, to be changed with a reason."""
    actor = actor_of(request)
    found = organ_or_404(actor, organ_id, "organ.manage")

    def act(data: dict[str, Any]) -> str:
        reason = data.pop("reason", "")
        return f"已修改{services.edit_organ(actor, organ_id, data, reason=reason).name}"

    fields = organ_form(actor, found)
    values = {field.name: getattr(found, field.name) for field in fields} | {"parent": found.parent_id}
    return _about(request, found, "修改机关信息", fields=(*fields, forms.REASON), values=values, act=act, submit="保存修改")


@require_http_methods(["GET", "POST"])
@entered_for("organ.manage")
def organ_end(request: HttpRequest, organ_id: int) -> HttpResponse:
    """An organ that is no more."""
    actor = actor_of(request)
    found = organ_or_404(actor, organ_id, "organ.manage")

    def act(data: dict[str, Any]) -> str:
        clean = validate(forms.LEAVING, data)
        services.end_organ(actor, organ_id, ends_on=date.fromisoformat(clean["ends_on"]), reason=clean["reason"])
        return f"已撤销{found.name}；以前的文书和案件不受影响"

    return _about(request, found, "撤销机关", fields=forms.LEAVING, act=act, submit="撤销", lead="撤销后不能再用它的名义执法；须先办完下级机关和在岗人员。")


def organ_or_404(actor: Actor, organ_id: int, action: str) -> Organ:
    """An organ within reach; one out of reach is not told apart from none."""
    try:
        return selectors.organ(actor, organ_id, action=action)
    except Organ.DoesNotExist:
        raise Http404 from None


def _about(request: HttpRequest, found: Organ, title: str, **form: Any) -> HttpResponse:
    back = reverse("agencies:organ", args=[found.pk])
    return form_page(request, title=title, back=back, crumb=[("执法机关", reverse("agencies:organs")), (found.name, back)], **form)


def _known(found: Organ) -> list[tuple[str, Any]]:
    def shown(name: str) -> Any:
        value = getattr(found, f"get_{name}_display", lambda: getattr(found, name))()
        return "*" * 8 + value[-4:] if name == "bank_account" and value else value

    labels = {field.name: field.label for field in forms.ORGAN if field.name not in {"name", "parent"}}
    return [(label, shown(name)) for name, label in labels.items()]
