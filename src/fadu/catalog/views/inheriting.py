"""承继事项: the page on which what an organ left is handed over, row by row."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies.forms import bound
from fadu.agencies.models import Organ
from fadu.catalog import services
from fadu.catalog.selectors.inheriting import heirs, left
from fadu.catalog.services.inheriting import END, FORM, LAPSE
from fadu.law.forms import Invalid


@require_http_methods(["GET", "POST"])
@entered_for("catalog.manage")
def inherit(request: HttpRequest, organ_id: int) -> HttpResponse:
    """What moves where, to be looked over and chosen row by row; then done as a whole."""
    actor, today = actor_of(request), timezone.localdate()
    organ = Organ.objects.filter(pk=min(organ_id, 2**62)).first()
    if organ is None or (organ.ends_on is None and not organ.became.exists()):
        raise Http404
    found, offered, errors = left(organ, today), heirs(organ), {}
    back = reverse("agencies:organ", args=[organ.pk])
    if request.method == "POST":
        try:
            done = services.inherit(actor, organ.pk, request.POST.dict())
        except Invalid as wrong:
            errors = wrong.errors
        else:
            messages.success(request, f"已由承继机关行使 {done.moved} 项，终止 {done.ended} 项；委托重新办理 {done.remade} 件，失效 {done.lapsed} 件")
            return redirect(back)
    first = str(offered[0].pk) if offered and organ.became.filter(items=True).exists() else ""

    def row(key: str, label: str, text: str, href: str, alone: str) -> dict[str, Any]:
        return {"key": key, "label": label, "text": text, "href": href, "chosen": request.POST.get(key, first), "error": errors.get(key, ""), "alone": alone}

    day = f"{organ.ends_on:%Y-%m-%d}" if organ.ends_on else ""
    values = {"since": day, "paper": _paper(organ)} | {field.name: request.POST[field.name] for field in FORM if field.name in request.POST}
    context = {
        "organ": organ,
        "left": found,
        "offered": [(str(one.pk), one.name) for one in offered],
        "alone": {END: "终止", LAPSE: "失效"},
        "items": [row(f"item-{one.pk}", one.code, one.name, reverse("catalog:item", args=[one.code]), END) for one in found.items],
        "entries": [
            row(f"{shelf}-{one.pk}", f"{title} {one.code}", one.matter, reverse("catalog:entry", args=[shelf, one.code]), END)
            for shelf, title, one in found.entries
        ],
        "delegations": [
            row(
                f"delegation-{one.pk}",
                str(one),
                f"{one.principal or '省级决定'} → {one.organ}，{len(one.items)} 项",
                reverse("catalog:delegation", args=[one.pk]),
                LAPSE,
            )
            for one in found.delegations
        ],
        "fields": bound(FORM, values, errors),
        "error": errors.get("", "") or ("有的行还没有选择，或者不能这样办理，见各行" if any("-" in key for key in errors) else ""),
        "back": back,
        "crumb": [("执法机关", reverse("agencies:organs")), (organ.name, back), ("承继事项", "")],
    }
    return render(request, "catalog/inherit.html", context, status=422 if errors else 200)


def _paper(organ: Organ) -> str:
    line = organ.became.select_related("succession").order_by("-pk").first()
    return line.succession.paper if line else ""
