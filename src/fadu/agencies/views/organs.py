"""Pages of organs."""

from collections.abc import Collection
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
from fadu.agencies import delegated, forms, leftover, selectors, services
from fadu.agencies.kinds import Field, Level, OrganKind
from fadu.agencies.models import Organ
from fadu.agencies.organ_forms import PUBLICITY
from fadu.agencies.paging import page
from fadu.agencies.services.organs import organ_form
from fadu.agencies.views.pages import form_page
from fadu.law.forms import validate

PUBLIC_EVENTS = {"成立", "主体资格确认", "主体资格公告", "主体资格变更", "主体资格注销", "更名", "划转", "合并", "并入", "分立", "分立自", "撤销"}


@require_safe
@entered_for("people.see")
def organs(request: HttpRequest) -> HttpResponse:
    """The organs within reach, as they stand one under another; those looked for; those below one."""
    actor = actor_of(request)
    wanted = _wanted(request, actor)
    seen = selectors.sought(actor, wanted)
    shown = page(seen, after=request.GET.get("after", ""), before=request.GET.get("before", ""), order=("path",))
    first = seen.first()
    top = (wanted.under or first).path.count("/") - 2 if first else 0
    context = {
        "branches": selectors.branches(shown.rows, top),
        "page": shown,
        "wanted": wanted,
        "flat": bool(wanted),
        "above": _above(actor, wanted.under),
        "unannounced": selectors.unannounced(actor).count(),
        "kinds": OrganKind.choices,
        "fields": Field.choices,
        "levels": Level.choices,
        "regions": selectors.regions(actor),
        "may_add": reaches(actor, "organ.manage", actor.organ_id or 0),
    }
    return render(request, "agencies/organs.html", context)


@require_safe
@entered_for("people.see")
def organ(request: HttpRequest, organ_id: int) -> HttpResponse:
    """One organ: what is published and what its papers print, its standing, what it acts on for others, its life, what was changed."""
    actor, today = actor_of(request), timezone.localdate()
    found = organ_or_404(actor, organ_id, "people.see")
    needs = selectors.needs_standing(found)
    context = {
        "organ": found,
        "known": _known(found),
        "publishable": selectors.publishable(found),
        "missing": selectors.missing(found) if needs else [],
        "needs_standing": needs,
        "standings": selectors.history_of_standing(found),
        "announced": selectors.announced(found, today),
        "renamed": selectors.to_review(found),
        "delegated": delegated.of_organs([found.pk], today),
        "events": selectors.timeline(found),
        "exchanges": selectors.to_exchange(found),
        "leftover": leftover.of(found, today),
        "may_hand_over": may(actor, "catalog.manage"),
        "may_edit": reaches(actor, "organ.manage", found.pk),
        "changes": selectors.changes(actor, "organ", found.pk)[:50],
        "crumb": [("执法机关", reverse("agencies:organs")), (found.name, "")],
    }
    return render(request, "agencies/organ.html", context)


@require_safe
@entered_for("organ.verify")
def organ_public(request: HttpRequest, organ_id: int) -> HttpResponse:
    """What anybody may know of an organ: the fields to be published, its standing, what it acts on for others."""
    today = timezone.localdate()
    try:
        found = selectors.published(actor_of(request), organ_id)
    except Organ.DoesNotExist:
        raise Http404 from None
    context = {
        "organ": found,
        "ended": found.ends_on is not None and found.ends_on <= today,
        "publishable": selectors.publishable(found),
        "needs_standing": selectors.needs_standing(found),
        "standing": selectors.announced(found, today),
        "delegated": delegated.shown_to_all(found.pk, today),
        "events": [event for event in selectors.timeline(found) if event.title in PUBLIC_EVENTS],
    }
    return render(request, "agencies/organ_public.html", context)


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
    return about(request, found, "修改机关信息", fields=(*fields, forms.REASON), values=values, act=act, submit="保存修改")


@require_http_methods(["GET", "POST"])
@entered_for("organ.manage")
def organ_publicity(request: HttpRequest, organ_id: int) -> HttpResponse:
    """What is published of an organ, to be changed with a reason."""
    actor = actor_of(request)
    found = organ_or_404(actor, organ_id, "organ.manage")

    def act(data: dict[str, Any]) -> str:
        reason = data.pop("reason", "")
        changed = services.edit_publicity(actor, organ_id, data, reason=reason)
        left = selectors.missing(changed)
        return f"已修改{changed.name}的公示信息" + (f"；还缺：{'、'.join(left)}" if left else "，应当公示的七项已经齐全")

    values = {field.name: getattr(found, field.name) for field in PUBLICITY}
    lead = "这些内容在公众查看的执法主体页面上公布。名称、法定代表人、地址在机关信息中修改。"
    return about(request, found, "修改公示信息", lead=lead, fields=(*PUBLICITY, forms.REASON), values=values, act=act, submit="保存修改")


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

    return about(request, found, "撤销机关", fields=forms.LEAVING, act=act, submit="撤销", lead="撤销后不能再用它的名义执法；须先办完下级机关和在岗人员。")


def organ_or_404(actor: Actor, organ_id: int, action: str) -> Organ:
    """An organ within reach; one out of reach is not told apart from none."""
    try:
        return selectors.organ(actor, organ_id, action=action)
    except Organ.DoesNotExist:
        raise Http404 from None


def about(request: HttpRequest, found: Organ, title: str, **form: Any) -> HttpResponse:
    """A form about an organ, from whose page it comes and to whose page it returns."""
    back = reverse("agencies:organ", args=[found.pk])
    return form_page(request, title=title, back=back, crumb=[("执法机关", reverse("agencies:organs")), (found.name, back)], **form)


def _wanted(request: HttpRequest, actor: Actor) -> selectors.Wanted:
    asked = request.GET
    under = asked.get("under", "")
    if under and not (under.isascii() and under.isdigit() and len(under) < 18):
        raise Http404
    return selectors.Wanted(
        words=asked.get("q", "").strip()[:50].replace("\x00", ""),
        kind=_among(asked.get("kind", ""), OrganKind.values),
        field=_among(asked.get("field", ""), Field.values),
        level=_among(asked.get("level", ""), Level.values),
        region=region if (region := asked.get("region", "")).isascii() and region.isdigit() else "",
        announced=_among(asked.get("announced", ""), ("yes", "no")),
        ended=asked.get("ended") == "1",
        under=organ_or_404(actor, int(under), "people.see") if under else None,
    )


def _among(value: str, known: Collection[str]) -> str:
    return value if value in known else ""


def _above(actor: Actor, under: Organ | None) -> list[tuple[str, str]]:
    """The way from the top down to an organ, as far as it is within reach."""
    if under is None:
        return []
    ids = [int(part) for part in under.path.strip("/").split("/")]
    seen = selectors.organs(actor).filter(pk__in=ids).order_by("path")
    address = reverse("agencies:organs")
    way = [(organ.name, "" if organ.pk == under.pk else f"{address}?under={organ.pk}") for organ in seen]
    return [("全部机关", address), *way]


def _known(found: Organ) -> list[tuple[str, Any]]:
    def shown(name: str) -> Any:
        value = getattr(found, f"get_{name}_display", lambda: getattr(found, name))()
        return "*" * 8 + value[-4:] if name == "bank_account" and value else value

    labels = {field.name: field.label for field in forms.ORGAN if field.name not in {"name", "parent"}}
    return [(label, shown(name)) for name, label in labels.items()]
