"""Results of an exam, for who oversees it."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from fadu.accounts.actors import SYSTEM
from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies.exams import moment, selectors, services
from fadu.agencies.exams.selectors.exams import SEE, oversees
from fadu.agencies.exams.selectors.results import STATES, invited, tally
from fadu.agencies.exams.views.exams import exam_or_404
from fadu.agencies.exams.views.pages import asked, crumb, sheet_address
from fadu.agencies.paging import LATEST, page


@require_safe
@entered_for(SEE)
def results(request: HttpRequest, exam_id: int) -> HttpResponse:
    """成绩: who sat, who is sitting, marks, how often the page was left."""
    actor = actor_of(request)
    exam = exam_or_404(actor, exam_id)
    if not oversees(actor) or exam.state == "draft":
        raise Http404
    services.close_due(SYSTEM, exam_id=exam.pk)
    wanted = asked(request, "q", "state", "organ")
    shown = page(invited(actor, exam, wanted), after=request.GET.get("after", ""), before=request.GET.get("before", ""), order=LATEST)
    organs = invited(actor, exam).order_by("organ__path").values_list("organ_id", "organ__name", "organ__path").distinct()
    context = {
        "exam": exam,
        "page": shown,
        "rows": selectors.results(exam, shown.rows),
        "tally": tally(actor, exam),
        "states": STATES,
        "organs": [(pk, name) for pk, name, _ in organs],
        "export": sheet_address("exam_results"),
        "filtered": any(wanted.values()),
        "may_share": selectors.may_manage(actor, exam) and moment.now() >= exam.closes_at,
        "crumb": crumb((exam.title, reverse("exams:exam", args=[exam.pk])), ("成绩", "")),
    }
    return render(request, "exams/results.html", context)


@require_safe
@entered_for("training.manage")
def shares(request: HttpRequest, exam_id: int) -> HttpResponse:
    """试题分析: the share that was right of each question, the hardest first; after the exam."""
    actor = actor_of(request)
    exam = exam_or_404(actor, exam_id)
    if not selectors.may_manage(actor, exam) or moment.now() < exam.closes_at:
        raise Http404
    services.close_due(SYSTEM, exam_id=exam.pk)
    context = {
        "exam": exam,
        "rows": selectors.shares(exam),
        "crumb": crumb((exam.title, reverse("exams:exam", args=[exam.pk])), ("试题分析", "")),
    }
    return render(request, "exams/shares.html", context)
