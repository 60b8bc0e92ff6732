"""Marking words of a case that are not to be public, while the case is handled."""

import uuid
from http import HTTPStatus

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from fadu.accounts.entrance import actor_of, entered_for
from fadu.cases.errors import NotFound
from fadu.disclosure import selectors, services
from fadu.disclosure.forms import MARK, bound
from fadu.disclosure.models import Mark
from fadu.law.forms import Invalid


@require_http_methods(["GET", "HEAD", "POST"])
@entered_for("publication.mark")
def marks(request: HttpRequest, case_id: uuid.UUID) -> HttpResponseBase:
    """The marks of a case; one more, or one taken off."""
    actor, wrong = actor_of(request), {}
    try:
        case = selectors.case_of(actor, "publication.mark", case_id)
        if request.method == "POST":
            if off := request.POST.get("off", ""):
                services.take_off(actor, case.pk, uuid.UUID(off))
                messages.success(request, "已经取消标注")
            else:
                services.mark_words(actor, case.pk, request.POST.get("text", ""), request.POST.get("why", ""))
                messages.success(request, "已经标注，公示时隐去")
            return redirect("disclosure:marks", case_id)
    except (NotFound, ValueError) as missing:
        raise Http404(str(missing) if isinstance(missing, NotFound) else "没有这处标注") from missing
    except Invalid as invalid:
        wrong = invalid.errors
    context = {
        "case": case,
        "fields": [bound(field, "mark", request.POST.get(field.name, ""), wrong) for field in MARK],
        "rows": Mark.objects.filter(case=case).order_by("-taken_off_at", "-id"),
    }
    return render(request, "disclosure/marks.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK)
