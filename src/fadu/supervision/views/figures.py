"""Pages of the figures: by subject, and one with the rows behind it."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies.models import Organ
from fadu.supervision import selectors
from fadu.supervision.figures import SUBJECTS, figures, subject_of, told

MOST_BEHIND = 300
"""Rows behind a figure that a page shows; those that fall short come first."""


@require_safe
@entered_for("figure.see")
def listed(request: HttpRequest) -> HttpResponse:
    """The figures of a subject for an organ and all below it, on a day."""
    actor, within, day = actor_of(request), _organ(request), _day(request)
    subject = subject_of(request.GET.get("subject", ""))
    shown = selectors.figured(actor, subject, within, day)
    kept = f"organ={within.pk}&on={day.isoformat()}"
    context = {
        "subject": subject,
        "subjects": [(one, f"?subject={one.id}&{kept}", one is subject) for one in SUBJECTS],
        "rows": [{"shown": one, "clauses": [told(clause) for clause in one.figure.clauses], "href": _href(one.figure.id, kept)} for one in shown],
        "tally": [(word, sum(one.state[1] == word for one in shown), state) for state, word in (("bad", "未达到"), ("ok", "达到"), ("", "尚不能判"))],
        "organ": within,
        "organs": [(str(item.pk), item.name) for item in selectors.overseen(actor)],
        "day": day,
    }
    return render(request, "supervision/figures.html", context)


@require_safe
@entered_for("figure.see")
def one(request: HttpRequest, figure_id: str) -> HttpResponse:
    """A figure: how it comes about, the clauses it answers, the rows it was counted from."""
    figure = figures().get(figure_id)
    if figure is None:
        raise Http404(f"没有指标 {figure_id}")
    within, day = _organ(request), _day(request)
    shown = selectors.read(actor_of(request), figure, within, day)
    subject = next(subject for subject in SUBJECTS if figure in subject.figures)
    back = f"{reverse('supervision:figures')}?subject={subject.id}&organ={within.pk}&on={day.isoformat()}"
    context = {
        "shown": shown,
        "organ": within,
        "day": day,
        "clauses": [told(clause) for clause in figure.clauses],
        "behind": shown.reading.behind[:MOST_BEHIND],
        "more": len(shown.reading.behind) - MOST_BEHIND,
        "crumb": [("指标", back), (figure.title, "")],
    }
    return render(request, "supervision/figure.html", context)


def _organ(request: HttpRequest) -> Organ:
    try:
        return selectors.asked(actor_of(request), request.GET.get("organ", ""))
    except Organ.DoesNotExist:
        raise Http404("没有这个机关，或者不在您的管辖范围内") from None


def _day(request: HttpRequest) -> date:
    try:
        day = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        return timezone.localdate()
    return day if 2000 <= day.year <= 2100 else timezone.localdate()


def _href(figure_id: str, kept: str) -> str:
    return f"{reverse('supervision:figure', args=[figure_id])}?{kept}"
