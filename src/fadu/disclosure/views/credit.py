"""双公示: what waits to be handed to the credit platform, what is wrong with it, and the file."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from fadu.accounts.entrance import actor_of, entered_for
from fadu.disclosure.credit.rows import FORMS
from fadu.disclosure.models import Delivery, Publication
from fadu.disclosure.selectors import within
from fadu.disclosure.services.delivering import built, deliver

TYPES = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv": "text/csv; charset=utf-8"}


@require_http_methods(["GET", "HEAD", "POST"])
@entered_for("credit.deliver")
def waiting(request: HttpRequest, form_id: str) -> HttpResponseBase:
    """The rows that wait; by POST the file of those that are in order."""
    form = FORMS.get(form_id)
    if form is None:
        raise Http404("没有这张表")
    actor = actor_of(request)
    how = request.POST.get("how", "")
    if request.method == "POST" and how in TYPES:
        data, count = deliver(actor, form, how)
        name = f"{form.id}-{count}.{how}"
        return HttpResponse(
            data, content_type=TYPES[how], headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
        )
    labels = {item.code: item.label for item in form.items}
    rows = built(actor, form)
    ours = Publication.objects.filter(within(actor, "credit.deliver")).values("pk")
    sent = Delivery.objects.filter(publication__in=ours).order_by("-at")
    context = {
        "form": form,
        "forms": FORMS.values(),
        "good": sum(not row.faults for row in rows),
        "bad": [{"row": row, "faults": [(labels[code], why) for code, why in row.faults]} for row in rows if row.faults],
        "sent": sent.values_list("at", "form", "sha256", "by_name").distinct()[:20],
    }
    return render(request, "disclosure/credit.html", context)
