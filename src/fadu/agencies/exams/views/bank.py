"""Pages of the question bank."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.exams import forms, selectors, services
from fadu.agencies.exams.content import entered_of
from fadu.agencies.exams.kinds import SUBJECTS, Difficulty, QuestionKind
from fadu.agencies.exams.models import Question
from fadu.agencies.exams.selectors.questions import MANAGE
from fadu.agencies.exams.views.pages import BANK, asked, crumb, form_page, sheet_address
from fadu.agencies.paging import LATEST, page
from fadu.agencies.selectors import changes
from fadu.law.forms import validate


@require_safe
@entered_for(MANAGE)
def questions(request: HttpRequest) -> HttpResponse:
    """题库: the questions within reach, and how many there are of each sort."""
    actor = actor_of(request)
    wanted = asked(request, "q", "kind", "subject", "difficulty", "state")
    found = selectors.questions(actor, wanted)
    shown = page(found, after=request.GET.get("after", ""), before=request.GET.get("before", ""), order=LATEST)
    context = {
        "page": shown,
        "total": found.count(),
        "counted": selectors.available(actor),
        "kinds": QuestionKind.choices,
        "subjects": SUBJECTS,
        "difficulties": Difficulty.choices,
        "sheet": sheet_address("questions"),
        "filtered": any(wanted.values()),
        "crumb": crumb((BANK[0], "")),
    }
    return render(request, "exams/questions.html", context)


@require_safe
@entered_for(MANAGE)
def question(request: HttpRequest, question_id: int) -> HttpResponse:
    """One question with its versions and what was changed."""
    actor = actor_of(request)
    found = _question_or_404(request, question_id)
    versions = selectors.versions(found)
    context = {
        "question": found,
        "version": versions[0],
        "before": versions[1:],
        "changes": changes(actor, "question", found.pk)[:50],
        "crumb": crumb(BANK, (str(found), "")),
    }
    return render(request, "exams/question.html", context)


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def question_add(request: HttpRequest) -> HttpResponse:
    """A new question for the bank of one's own organ."""
    actor = actor_of(request)
    if actor.organ_id is None:
        raise NotAllowed("题库属于一个机关；请以机关系统管理员的身份录入。")
    organ_id = actor.organ_id

    def act(data: dict[str, Any]) -> tuple[str, str]:
        added = services.add_question(actor, organ_id, data)
        return f"已录入{added}", reverse("exams:question", args=[added.pk])

    values = {"subject": "public", "difficulty": "medium"}
    return form_page(request, title="录入题目", fields=forms.QUESTION, values=values, act=act, submit="录入", back=reverse(BANK[1]), places=(BANK,))


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def question_edit(request: HttpRequest, question_id: int) -> HttpResponse:
    """A new version of a question."""
    actor = actor_of(request)
    found = _question_or_404(request, question_id)
    back = reverse("exams:question", args=[found.pk])

    def act(data: dict[str, Any]) -> tuple[str, str]:
        fresh = services.change_question(actor, question_id, data, reason=str(data.pop("reason", "")))
        return f"已修改为第 {fresh.number} 版", back

    return form_page(
        request,
        title="修改题目",
        lead="修改后形成新的版本；已经抽出的试卷仍用原来的版本。",
        fields=(*forms.QUESTION, forms.REASON),
        values=entered_of(selectors.versions(found)[0]),
        act=act,
        submit="保存修改",
        back=back,
        places=(BANK, (str(found), back)),
    )


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def question_switch(request: HttpRequest, question_id: int) -> HttpResponse:
    """Retire a question, or use it again."""
    actor = actor_of(request)
    found = _question_or_404(request, question_id)
    back = reverse("exams:question", args=[found.pk])
    word, does = ("停用", services.retire_question) if found.retired_at is None else ("恢复启用", services.restore_question)

    def act(data: dict[str, Any]) -> tuple[str, str]:
        does(actor, question_id, reason=validate((forms.REASON,), data)["reason"])
        return f"已{word}{found}", back

    lead = "停用后不再抽取；已经发布的考试和已经抽出的试卷不受影响。" if word == "停用" else ""
    return form_page(request, title=f"{word}题目", lead=lead, fields=(forms.REASON,), act=act, submit=word, back=back, places=(BANK, (str(found), back)))


def _question_or_404(request: HttpRequest, question_id: int) -> Question:
    try:
        return selectors.question(actor_of(request), question_id)
    except (Question.DoesNotExist, OverflowError):
        raise Http404 from None
