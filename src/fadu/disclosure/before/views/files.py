"""The lists as files: worksheet, PDF, data, and what the data are."""

import hashlib
import io
from collections.abc import Callable

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies.throttle import too_often
from fadu.disclosure.before import selectors, writing
from fadu.disclosure.before.selectors import Whole
from fadu.disclosure.before.views.asked import around, listing_of, organ_of

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OFTEN = 120
"""Files that one address may ask for in ten minutes: a whole list is read for each."""
KEPT = 600
"""Seconds for which a PDF that was just set is kept for the next who asks."""


@require_safe
@entered_for("record.see")
def excel(request: HttpRequest, list_id: str) -> HttpResponse:
    """The list as a worksheet."""

    def made(whole: Whole) -> HttpResponse:
        out = io.BytesIO()
        writing.write_excel(whole, out)
        return HttpResponse(out.getvalue(), content_type=EXCEL)

    return _file(request, list_id, "xlsx", made)


@require_safe
@entered_for("record.see")
def pdf(request: HttpRequest, list_id: str) -> HttpResponse:
    """The list on paper; one that is too long for paper says how to get it."""

    def made(whole: Whole) -> HttpResponse:
        if len(whole.content.rows) > writing.MOST_PRINTED:
            context = {**around(whole.listing, whole.organ), "rows": len(whole.content.rows), "most": writing.MOST_PRINTED}
            context["organs"] = selectors.choices(timezone.localdate())
            return render(request, "before/too_long.html", context, status=422)
        key = f"fadu.before.pdf:{whole.listing.id}:{whole.organ.pk if whole.organ else 0}:{whole.sha256}:{whole.edition.version if whole.edition and whole.current else 0}"
        bound = cache.get(key)
        if bound is None:
            bound = writing.write_pdf(whole)
            cache.set(key, bound, KEPT)
        return HttpResponse(bound, content_type="application/pdf")

    return _file(request, list_id, "pdf", made)


@require_safe
@entered_for("record.see")
def data(request: HttpRequest, list_id: str) -> HttpResponse:
    """The list as data (JSON-LD)."""

    def made(whole: Whole) -> HttpResponse:
        return JsonResponse(writing.data(whole), json_dumps_params={"ensure_ascii": False}, content_type="application/ld+json; charset=utf-8")

    return _file(request, list_id, "json", made)


@require_safe
@entered_for("record.see")
def schema(request: HttpRequest, list_id: str) -> HttpResponse:  # noqa: ARG001 - the same for everybody
    """What the data are."""
    told = writing.schema(listing_of(list_id))
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False}, content_type="application/schema+json; charset=utf-8")


def _file(request: HttpRequest, list_id: str, form: str, made: Callable[[Whole], HttpResponse]) -> HttpResponse:
    """The file of the list that the address asks for; who has this content already is told so."""
    listing = listing_of(list_id)
    organ = organ_of(request) if listing.by_organ else None
    if too_often(request, "before.files", OFTEN):
        return HttpResponse("下载太频繁，请十分钟后再试。", status=429, content_type="text/plain; charset=utf-8", headers={"Retry-After": "600"})
    whole = selectors.whole(actor_of(request), listing, organ, timezone.localdate())
    tag = '"' + hashlib.sha256(f"{form}:{whole.sha256}:{whole.version}".encode()).hexdigest()[:32] + '"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified(headers={"ETag": tag})
    answer = made(whole)
    if answer.status_code == 200:
        place = f"-{organ.pk}" if organ else ""
        version = f"-v{whole.edition.version}" if whole.edition and whole.current else ""
        answer.headers["Content-Disposition"] = f'attachment; filename="{listing.id}{place}{version}.{form}"'
        answer.headers["ETag"] = tag
        answer.headers["Cache-Control"] = "public, max-age=60"
    return answer
