"""Marking answers in words: the marker's own papers, the candidate's view of the marks, appeals and who decides on them."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fadu.accounts.actors import SYSTEM, Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies.exams import forms, grading, moment, selectors, services
from fadu.agencies.exams.models import Appeal, Exam, QuestionVersion, Ruling, Script, Sitting
from fadu.agencies.exams.selectors import grading as reading
from fadu.agencies.exams.selectors.exams import MANAGE, SEE, SIT
from fadu.agencies.exams.views.exams import exam_or_404
from fadu.agencies.exams.views.pages import crumb, form_page
from fadu.agencies.paging import LATEST, page
from fadu.agencies.posted import posted
from fadu.law.forms import Invalid, validate

MARK = "exam.mark"


@require_safe
@entered_for(MARK)
def marking(request: HttpRequest) -> HttpResponse:
    """评卷: the papers in one's own hands, those not marked first."""
    found = [(row, row.marks.exists()) for row in reading.scripts(actor_of(request))[:200]]
    context = {"open": [row for row, marked in found if not marked], "done": [row for row, marked in found if marked], "crumb": crumb(("评卷", ""))}
    return render(request, "exams/marking.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
@entered_for(MARK)
def script(request: HttpRequest, script_id: int) -> HttpResponse:
    """One paper: each answer beside its points; marked as a whole, once."""
    actor = actor_of(request)
    try:
        found = reading.script(actor, script_id)
    except (Script.DoesNotExist, OverflowError):
        raise Http404 from None
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            services.mark_script(actor, found.pk, _given(request))
        except Invalid as wrong:
            errors = wrong.errors
        else:
            messages.success(request, f"第 {found.pk} 号答卷已评")
            return redirect("exams:marking")
    rows = [
        {
            "task": task,
            "name": f"mark_{task.place}",
            "mark": request.POST.get(f"mark_{task.place}", "" if task.mark is None else task.mark),
            "comment": request.POST.get(f"comment_{task.place}", task.comment),
            "error": errors.get(f"mark_{task.place}", ""),
        }
        for task in reading.tasks(found)
    ]
    context = {
        "script": found,
        "rows": rows,
        "done": found.marks.exists(),
        "error": errors.get("", ""),
        "crumb": crumb(("评卷", "exams:marking"), (f"第 {found.pk} 号答卷", "")),
    }
    return render(request, "exams/script.html", context, status=422 if errors else 200)


@require_safe
@never_cache
@entered_for(SEE)
def standing(request: HttpRequest, sitting_id: int) -> HttpResponse:
    """How the answers in words of a paper were marked, once they are; where one's own may be looked at again."""
    actor = actor_of(request)
    found = _sitting_or_404(actor, sitting_id)
    services.close_due(SYSTEM, exam_id=found.exam_id)
    found.refresh_from_db()
    state = grading.standing(found)
    stems = QuestionVersion.objects.in_bulk([line["version"] for line in found.paper])
    own = found.officer_id == actor.officer_id
    within = found.closed_at is None and state.until is not None and moment.now() < state.until
    context = {
        "sitting": found,
        "state": state,
        "rows": [(row, stems[found.paper[row.place - 1]["version"]].stem) for row in state.rows] if state.until else [],
        "done": sum(row.settled is not None for row in state.rows),
        "may_appeal": own and within,
        "may_accept": own and found.closed_at is None and state.until is not None and not state.open_appeals,
        "crumb": crumb((found.exam.title, reverse("exams:exam", args=[found.exam_id])), ("简答题评分", "")),
    }
    return render(request, "exams/standing.html", context)


@require_http_methods(["GET", "POST"])
@entered_for(SIT)
def appeal(request: HttpRequest, sitting_id: int, place: int) -> HttpResponse:
    """申请复核 of one question."""
    actor = actor_of(request)
    found = _sitting_or_404(actor, sitting_id, own=True)
    back = reverse("exams:standing", args=[found.pk])

    def act(data: dict[str, Any]) -> tuple[str, str]:
        services.appeal(actor, found.pk, place, data)
        return f"第 {place} 题已申请复核", back

    lead = "由没有评过这份答卷的人复核；决定写明理由，作出以后不能再改。"
    title = f"申请复核第 {place} 题"
    return form_page(request, title=title, lead=lead, fields=(forms.APPEAL,), act=act, submit="申请复核", back=back, places=(("简答题评分", back),))


@require_POST
@entered_for(SIT)
def accept(request: HttpRequest, sitting_id: int) -> HttpResponse:
    """确认成绩: nothing is to be looked at again."""
    actor = actor_of(request)
    found = _sitting_or_404(actor, sitting_id, own=True)
    try:
        services.accept(actor, found.pk)
    except Invalid as wrong:
        messages.warning(request, str(wrong))
        return redirect("exams:standing", found.pk)
    messages.success(request, "成绩已经生效")
    return redirect("exams:result", found.pk)


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def markers(request: HttpRequest, exam_id: int) -> HttpResponse:
    """Name who marks and who decides."""
    actor = actor_of(request)
    exam = _held_or_404(actor, exam_id)
    back = reverse("exams:exam", args=[exam.pk])

    def act(data: dict[str, Any]) -> tuple[str, str]:
        return f"评卷人已确定，分出 {services.name_markers(actor, exam.pk, data)} 份答卷", back

    people = [(person.pk, f"{person.name}（{person.organ.name}）") for person in reading.eligible_markers(actor)]
    named = {str(marker.officer_id): marker.arbiter for marker in exam.markers.all()}
    values = {"markers": [pk for pk, third in named.items() if not third], "arbiters": [pk for pk, third in named.items() if third]}
    lead = "答卷随机分给评卷人：考生本人不评自己的；两人中至多一人与考生同一机关；仲裁评卷人与考生不在同一机关。已经确定的不能去掉。"
    fields = forms.marker_fields(people)
    return form_page(request, title="确定评卷人", lead=lead, fields=fields, values=values, act=act, submit="确定", back=back, places=((exam.title, back),))


@require_safe
@entered_for(MANAGE)
def appeals(request: HttpRequest, exam_id: int) -> HttpResponse:
    """复核申请 of an exam."""
    actor = actor_of(request)
    exam = _held_or_404(actor, exam_id)
    shown = page(reading.appeals(actor, exam).order_by(), after=request.GET.get("after", ""), before=request.GET.get("before", ""), order=LATEST)
    rulings = {ruling.appeal_id: ruling for ruling in Ruling.objects.filter(appeal__in=[row.pk for row in shown.rows]).select_related("officer")}
    here = crumb((exam.title, reverse("exams:exam", args=[exam.pk])), ("复核申请", ""))
    return render(request, "exams/appeals.html", {"exam": exam, "page": shown, "rows": [(row, rulings.get(row.pk)) for row in shown.rows], "crumb": here})


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def ruling(request: HttpRequest, appeal_id: int) -> HttpResponse:
    """Decide on an appeal, with the answer, the points and the marks in sight."""
    actor = actor_of(request)
    try:
        found = reading.appeal(actor, appeal_id)
    except (Appeal.DoesNotExist, OverflowError):
        raise Http404 from None
    sitting = found.sitting
    back = reverse("exams:appeals", args=[sitting.exam_id])
    row = next(row for row in grading.standing(sitting).rows if row.place == found.place)
    version = QuestionVersion.objects.get(pk=sitting.paper[found.place - 1]["version"])
    errors: dict[str, str] = {}
    if request.method == "POST":
        try:
            services.rule(actor, found.pk, posted(forms.RULING, request.POST))
        except Invalid as wrong:
            errors = wrong.errors
        else:
            messages.success(request, "复核已决定")
            return redirect(back)
    context = {
        "appeal": found,
        "row": row,
        "marks": sorted(row.marks.values(), key=lambda mark: mark.pk),
        "version": version,
        "typed": {"mark": request.POST.get("mark", row.settled), "reason": request.POST.get("reason", "")},
        "errors": errors,
        "crumb": crumb((sitting.exam.title, reverse("exams:exam", args=[sitting.exam_id])), ("复核申请", back), (f"第 {found.place} 题", "")),
    }
    return render(request, "exams/ruling.html", context, status=422 if errors else 200)


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def release(request: HttpRequest, script_id: int) -> HttpResponse:
    """Take a paper from its marker and give it to another."""
    actor = actor_of(request)
    found = Script.objects.select_related("sitting", "officer").filter(pk=min(script_id, 2**62)).first()
    exam = _held_or_404(actor, found.sitting.exam_id if found else 0)
    back = reverse("exams:exam", args=[exam.pk])

    def act(data: dict[str, Any]) -> tuple[str, str]:
        services.release(actor, script_id, reason=validate((forms.REASON,), data)["reason"])
        return "答卷已收回，另行分配", back

    return form_page(
        request, title=f"收回第 {script_id} 号答卷", fields=(forms.REASON,), act=act, submit="收回并另行分配", back=back, places=((exam.title, back),)
    )


def _given(request: HttpRequest) -> dict[int, tuple[int, str]]:
    """Question → mark and comment, of what was typed as a whole number."""
    given = {}
    for name, text in request.POST.items():
        place, word = name.removeprefix("mark_"), str(text).strip()
        if name.startswith("mark_") and place.isascii() and place.isdigit() and len(place) < 4 and word.isascii() and word.isdigit() and len(word) < 5:
            given[int(place)] = (int(word), request.POST.get(f"comment_{place}", "").replace("\x00", "").strip())
    return given


def _held_or_404(actor: Actor, exam_id: int) -> Exam:
    exam = exam_or_404(actor, exam_id)
    if not selectors.may_manage(actor, exam) or not exam.by_people:
        raise Http404
    return exam


def _sitting_or_404(actor: Actor, sitting_id: int, *, own: bool = False) -> Sitting:
    try:
        found = selectors.sitting(actor, sitting_id, own=own)
    except (Sitting.DoesNotExist, OverflowError):
        raise Http404 from None
    if found.handed_at is None:
        raise Http404
    return found
