"""The pages of a party itself: its matters, one of them, a paper that was served on it; and how it comes by its account."""

import uuid
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies.forms import bound
from fadu.agencies.throttle import too_often
from fadu.cases.views.guard import signed_in
from fadu.documents import storage
from fadu.documents.views import SANDBOX
from fadu.evidence.household.selectors import films, own
from fadu.evidence.household.services import admitting, reading
from fadu.evidence.models import Action
from fadu.evidence.recordings.views.media import ranged
from fadu.evidence.services import read_once
from fadu.law.forms import Invalid

TRIES = 10
"""Tries of a code from one address within ten minutes."""


@never_cache
@require_safe
@signed_in
@entered_for("household.own")
def home(request: HttpRequest) -> HttpResponseBase:
    """Every matter of the party that it was told of."""
    actor = actor_of(request)
    rows = own.cases(actor)
    rights = sorted(((right, row) for row in rows for right in row.rights if right.state in {"", "near", "bad"}), key=lambda pair: pair[0].until)
    return render(request, "household/own.html", {"household": own.household(actor), "rows": rows, "rights": rights})


@never_cache
@require_safe
@signed_in
@entered_for("household.own")
def matter(request: HttpRequest, case_id: uuid.UUID) -> HttpResponseBase:
    """One matter of the party: where it stands, what comes next, its papers, its rights, the recordings that it may see."""
    actor = actor_of(request)
    row = own.case(actor, case_id)
    return render(request, "household/own_case.html", {"row": row, "films": films.films(actor, row.case), "films_basis": films.BASIS})


@never_cache
@require_safe
@signed_in
@entered_for("household.films")
def film(request: HttpRequest, case_id: uuid.UUID, recording_id: uuid.UUID) -> HttpResponseBase:
    """A recording of the party's own matter, as the copy without places and names of devices; that it was looked at is written down."""
    actor = actor_of(request)
    found, copy = films.film(actor, case_id, recording_id)
    if request.method == "GET":
        what = f"音像记录 {found.number}（{found.get_scene_display()}）"
        read_once(actor, kind="recording", ref=found.pk, what=what, action=Action.PLAY, organ_id=found.organ_id, case=found.case, reason=str(films.BASIS))
    return ranged(request, copy)


@never_cache
@require_safe
@signed_in
@entered_for("household.own")
def paper(request: HttpRequest, document_id: uuid.UUID) -> HttpResponseBase:
    """A paper that was served on the party; looking at it and saving it are written down."""
    save = "save" in request.GET
    try:
        found, content = reading.fetch(actor_of(request), document_id, save=save)
    except storage.Damaged as damage:
        return render(request, "documents/damaged.html", {"damage": str(damage)}, status=500)
    name = quote(f"{found.title}{found.number}.pdf")
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={
            "Content-Disposition": f"{'attachment' if save else 'inline'}; filename=\"{found.paper}.pdf\"; filename*=UTF-8''{name}",
            "Content-Security-Policy": SANDBOX,
            "Cache-Control": "private, no-store",
        },
    )


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def activate(request: HttpRequest) -> HttpResponse:
    """An account of one's own, with the code that came with a paper."""
    values: dict[str, str] = {}
    errors: dict[str, str] = {}
    if request.method == "POST":
        values = {field.name: request.POST.get(field.name, "") for field in admitting.ACTIVATION}
        if too_often(request, "activate", TRIES):
            context = {"fields": bound(admitting.ACTIVATION, {}), "error": "尝试次数过多，请十分钟后再试。"}
            return render(request, "household/activate.html", context, status=429)
        try:
            admitting.activate({name: value for name, value in values.items() if value})
        except Invalid as wrong:
            errors = wrong.errors
        else:
            messages.success(request, "账号已经开通，请用刚才填写的登录名和密码登录。")
            return redirect("accounts:login")
    shown = {name: value for name, value in values.items() if name not in {"password", "again"}}
    context = {"fields": bound(admitting.ACTIVATION, shown, errors), "error": ""}
    return render(request, "household/activate.html", context, status=422 if errors else 200)
