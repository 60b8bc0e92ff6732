"""Sitting an exam. Everything works without a script; with one, each answer is saved as soon as it is given."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fadu.accounts.actors import SYSTEM, Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies.exams import moment, selectors, services
from fadu.agencies.exams.models import Invitation, Sitting
from fadu.agencies.exams.results import proof_of
from fadu.agencies.exams.selectors.closed import closed_of
from fadu.agencies.exams.selectors.exams import SEE, SIT
from fadu.agencies.exams.services.sittings import MOST_WRITTEN, Ended, seconds_left
from fadu.agencies.exams.views.pages import crumb
from fadu.law.forms import Invalid

NEAR = 300
"""Seconds before the deadline from which the clock is shown as near."""


@require_POST
@entered_for(SIT)
def begin(request: HttpRequest, exam_id: int) -> HttpResponse:
    """Begin, or go on with what lies open."""
    try:
        found = services.begin(actor_of(request), exam_id)
    except (Invitation.DoesNotExist, OverflowError):
        raise Http404 from None
    except Invalid as wrong:
        messages.warning(request, str(wrong))
        return redirect("exams:exam", exam_id)
    return redirect("exams:sitting", found.pk)


@require_safe
@never_cache
@entered_for(SIT)
def sitting(request: HttpRequest, sitting_id: int) -> HttpResponse:
    """One question at a time, with a navigator; who comes back goes on where there is something left to answer."""
    found = _own_or_404(actor_of(request), sitting_id)
    if found.ended_at is not None:
        return redirect("exams:result", found.pk)
    number = _number(request.GET.get("q", ""))
    shown = selectors.asked(found, number)
    if not number and (todo := next((place for place, done, _ in shown.places if not done), None)):
        shown = selectors.asked(found, todo)
    left = seconds_left(found, moment.now())
    context = {
        "sitting": found,
        "asked": shown,
        "of": len(found.paper),
        "previous": shown.number - 1,
        "next": shown.number + 1 if shown.number < len(found.paper) else 0,
        "was": "".join(letter for letter, _, chosen in shown.options if chosen) or shown.written or "",
        "left": left,
        "minutes": left // 60,
        "near": left <= NEAR,
    }
    return render(request, "exams/sitting.html", context)


@require_POST
@entered_for(SIT)
def answer(request: HttpRequest, sitting_id: int) -> HttpResponse:
    """Keep an answer; a form without script goes on to the question asked for."""
    found = _own_or_404(actor_of(request), sitting_id)
    number, onward = _number(request.POST.get("question", "")), request.POST.get("go", "")
    chosen = "" if "clear" in request.POST else "".join(request.POST.getlist("chosen"))[: MOST_WRITTEN + 1]
    scripted = request.headers.get("Accept") == "application/json"
    untouched = sorted(chosen) == sorted(request.POST.get("was", "?")) and found.ended_at is None
    try:
        # What was left as the page showed it is no answer: another device may have given one since.
        saved = None if untouched and moment.now() <= found.deadline else services.answer(actor_of(request), sitting_id, number, chosen)
    except Ended as ended:
        return _ended(request, found, str(ended), scripted=scripted)
    except Invalid as wrong:
        if scripted:
            return JsonResponse({"error": str(wrong)}, status=422)
        messages.warning(request, str(wrong))
        return redirect(f"{reverse('exams:sitting', args=[found.pk])}?q={number or 1}")
    if scripted:
        left = saved.left if saved else seconds_left(found, moment.now())
        return JsonResponse(
            {"left": left, "saved": f"{timezone.localtime(saved.at if saved else None):%H:%M:%S}", "answered": saved.answered if saved else None}
        )
    if onward == "close":
        return redirect("exams:close", found.pk)
    return redirect(f"{reverse('exams:sitting', args=[found.pk])}?q={_number(onward) or number or 1}")


@require_POST
@entered_for(SIT)
def away(request: HttpRequest, sitting_id: int) -> HttpResponse:
    """The page was left, or is seen again; answers how long is left."""
    found = _own_or_404(actor_of(request), sitting_id)
    services.away(actor_of(request), found.pk, back=request.POST.get("back") == "1")
    found.refresh_from_db(fields=["closed_at", "handed_at"])
    return JsonResponse({"left": seconds_left(found, moment.now()) if found.ended_at is None else 0, "ended": found.ended_at is not None})


@require_http_methods(["GET", "POST"])
@never_cache
@entered_for(SIT)
def close(request: HttpRequest, sitting_id: int) -> HttpResponse:
    """交卷, after it is said what is not answered yet."""
    found = _own_or_404(actor_of(request), sitting_id)
    if found.ended_at is not None:
        return redirect("exams:result", found.pk)
    if request.method == "POST":
        services.close(actor_of(request), found.pk)
        return redirect("exams:result", found.pk)
    shown = selectors.asked(found, 1)
    left = seconds_left(found, moment.now())
    context = {
        "sitting": found,
        "missing": [place for place, done, _ in shown.places if not done],
        "answered": shown.answered,
        "of": len(found.paper),
        "minutes": left // 60,
        "back": reverse("exams:sitting", args=[found.pk]),
    }
    return render(request, "exams/close.html", context)


@require_safe
@never_cache
@entered_for(SEE)
def result(request: HttpRequest, sitting_id: int) -> HttpResponse:
    """The mark and the closing hash; printed, it is the certificate."""
    actor = actor_of(request)
    found = _seen_or_404(actor, sitting_id)
    if found.closed_at is None:
        own = found.officer_id == actor.officer_id
        if own and found.handed_at is not None:
            return redirect("exams:standing", found.pk)
        return redirect("exams:sitting", found.pk) if own else redirect("exams:results", found.exam_id)
    context = {
        "sitting": found,
        "exam": found.exam,
        "right": sum(row["right"] for row in found.marking if not row.get("people")),
        "of": sum(not row.get("people") for row in found.marking),
        "left": selectors.lefts([found.pk]).get(found.pk, 0),
        "over": moment.now() >= found.exam.closes_at,
        "proof": proof_of(closed) if (closed := closed_of(found)) else None,
        "crumb": crumb((found.exam.title, reverse("exams:exam", args=[found.exam_id])), ("成绩", "")),
    }
    return render(request, "exams/result.html", context)


@require_safe
@never_cache
@entered_for(SEE)
def review(request: HttpRequest, sitting_id: int) -> HttpResponse:
    """答题复盘: what was chosen, what is right, why; not before the exam is over for everybody."""
    found = _seen_or_404(actor_of(request), sitting_id)
    rows = selectors.reviewed(found)
    if rows is None:
        return redirect("exams:result", found.pk)
    wrong = request.GET.get("only") == "wrong"
    context: dict[str, Any] = {
        "sitting": found,
        "rows": [row for row in rows if not (wrong and row.right)],
        "wrong": wrong,
        "count": {"all": len(rows), "wrong": sum(not row.right for row in rows)},
        "crumb": crumb((found.exam.title, reverse("exams:exam", args=[found.exam_id])), ("成绩", reverse("exams:result", args=[found.pk])), ("答题复盘", "")),
    }
    return render(request, "exams/review.html", context)


def _ended(request: HttpRequest, found: Sitting, says: str, *, scripted: bool) -> HttpResponse:
    if scripted:
        return JsonResponse({"ended": says, "href": reverse("exams:result", args=[found.pk])}, status=409)
    messages.warning(request, says)
    return redirect("exams:result", found.pk)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0


def _own_or_404(actor: Actor, sitting_id: int) -> Sitting:
    """One's own sitting, closed by now if its time is over; anybody else's is not told apart from none."""
    if actor.officer_id is not None:
        services.close_due(SYSTEM, officer_id=actor.officer_id)
    return _found(actor, sitting_id, own=True)


def _seen_or_404(actor: Actor, sitting_id: int) -> Sitting:
    found = _found(actor, sitting_id, own=False)
    if found.closed_at is None and services.close_due(SYSTEM, exam_id=found.exam_id):
        found = _found(actor, sitting_id, own=False)
    return found


def _found(actor: Actor, sitting_id: int, *, own: bool) -> Sitting:
    try:
        return selectors.sitting(actor, sitting_id, own=own)
    except (Sitting.DoesNotExist, OverflowError):
        raise Http404 from None
