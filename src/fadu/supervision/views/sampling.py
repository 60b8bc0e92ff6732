"""影像抽检: the draws, what was drawn, and what is seen in it."""

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fadu.accounts.actors import Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import reaches
from fadu.agencies.models import Organ
from fadu.agencies.paging import LATEST, page
from fadu.agencies.views.pages import form_page
from fadu.cases import now
from fadu.law.forms import Invalid
from fadu.supervision.models import Sampled, Sampling
from fadu.supervision.selectors import sampling as reading
from fadu.supervision.services import sampling as services

TITLE = "影像抽检"


@require_safe
@entered_for(reading.SEE)
def samples(request: HttpRequest) -> HttpResponse:
    """The draws within reach; the organs whose films of last month are still to be drawn."""
    actor = actor_of(request)
    shown = page(reading.samplings(actor), after=request.GET.get("after", ""), before=request.GET.get("before", ""), order=LATEST)
    month = last_month()
    waiting = [(organ, count) for organ, count in reading.drawable(actor, month) if reaches(actor, services.SAMPLE, organ.pk)]
    return render(request, "supervision/samples.html", {"page": shown, "rows": shown.rows, "month": month, "waiting": waiting, "share": services.SHARE})


@require_POST
@entered_for(services.SAMPLE)
def draw(request: HttpRequest, organ_id: int) -> HttpResponse:
    """Draw from last month's films of an organ."""
    try:
        row = services.draw(actor_of(request), organ_id, last_month())
    except (Organ.DoesNotExist, OverflowError):
        raise Http404 from None
    except Invalid as wrong:
        messages.warning(request, str(wrong))
        return redirect("supervision:samples")
    messages.success(request, f"从 {row.population} 段中抽取 {row.rows.count()} 段")
    return redirect("supervision:sample", row.pk)


@require_safe
@entered_for(reading.SEE)
def sample(request: HttpRequest, sampling_id: int) -> HttpResponse:
    """One draw: how it was made, and the films."""
    actor = actor_of(request)
    try:
        found = reading.sampling(actor, sampling_id)
    except (Sampling.DoesNotExist, OverflowError):
        raise Http404 from None
    context = {"sampling": found, "rows": reading.rows(found), "may": reaches(actor, services.SAMPLE, found.organ_id), "crumb": _crumb((str(found), ""))}
    return render(request, "supervision/sample.html", context)


@require_http_methods(["GET", "POST"])
@entered_for(reading.SEE)
def sampled(request: HttpRequest, sampled_id: int) -> HttpResponse:
    """A film that was drawn: looked at where it lies, judged here, once; afterwards what was said of it."""
    actor = actor_of(request)
    found = _row_or_404(actor, sampled_id)
    back = reverse("supervision:sample", args=[found.sampling_id])
    if found.judged_at is not None or not reaches(actor, services.SAMPLE, found.sampling.organ_id):
        if request.method == "POST":
            raise Http404
        return render(request, "supervision/sampled.html", {"row": found, "crumb": _crumb((str(found.sampling), back), (found.recording.number, ""))})

    def act(data: dict[str, Any]) -> str:
        services.judge(actor, found.pk, data)
        return "抽检结果已登记"

    lead = f"先在音像记录中调阅 {found.recording.number}（{found.recording.get_scene_display()}），再登记所见；登记以后不能再改。"
    return form_page(
        request,
        title=f"抽检 {found.recording.number}",
        lead=lead,
        fields=services.JUDGING,
        act=act,
        submit="登记抽检结果",
        back=back,
        crumb=_crumb((str(found.sampling), back)),
    )


@require_http_methods(["GET", "POST"])
@entered_for(services.SAMPLE)
def mend(request: HttpRequest, sampled_id: int) -> HttpResponse:
    """登记整改."""
    actor = actor_of(request)
    found = _row_or_404(actor, sampled_id)
    back = reverse("supervision:sample", args=[found.sampling_id])

    def act(data: dict[str, Any]) -> str:
        services.mend(actor, found.pk, data)
        return "整改已登记"

    return form_page(request, title="登记整改", fields=services.MENDING, act=act, submit="登记整改", back=back, crumb=_crumb((str(found.sampling), back)))


def last_month() -> date:
    """The first day of the month before this one."""
    return (timezone.localdate(now.now()).replace(day=1) - timedelta(1)).replace(day=1)


def _crumb(*places: tuple[str, str]) -> list[tuple[str, str]]:
    return [("指标", reverse("supervision:figures")), (TITLE, reverse("supervision:samples")), *places]


def _row_or_404(actor: Actor, sampled_id: int) -> Sampled:
    try:
        return reading.sampled(actor, sampled_id)
    except (Sampled.DoesNotExist, OverflowError):
        raise Http404 from None
