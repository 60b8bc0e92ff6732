"""Pages of those who review (法制审核人员) and of those who assist (执法辅助人员)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import reaches
from fadu.agencies import selectors
from fadu.agencies.kinds import Employment
from fadu.agencies.paging import page
from fadu.agencies.selectors import reviewers as reading
from fadu.agencies.views.people import organ_asked


@require_safe
@entered_for("people.see")
def reviewers(request: HttpRequest) -> HttpResponse:
    """Who reviews, with which qualification, and each organ's share of reviewers."""
    actor = actor_of(request)
    organ = organ_asked(request, actor)
    found = reading.reviewers(actor, organ_id=organ.pk if organ else None)
    query = request.GET.get("q", "").strip()
    shares = [share for share in reading.shares(actor) if organ is None or share.organ.pk == organ.pk]
    due = next((share.due for share in shares if share.due is not None), None)
    context = {
        "rows": [row for row in found if query in row.officer.name],
        "shares": sorted(shares, key=lambda share: -share.lacks),
        "due": due,
        "due_percent": f"{float(due) * 100:g}" if due else "",
        "organs": [(item.pk, item.name) for item in selectors.organs(actor)],
        "filtered": bool(organ or query),
    }
    return render(request, "agencies/reviewers.html", context)


@require_safe
@entered_for("people.see")
def auxiliaries(request: HttpRequest) -> HttpResponse:
    """Who assists, with the number of the work card, and what they may do."""
    actor = actor_of(request)
    organ = organ_asked(request, actor)
    query = request.GET.get("q", "")
    found = selectors.officers(actor, organ_id=organ.pk if organ else None, query=query, employment=Employment.AUXILIARY)
    context = {
        "page": page(found, after=request.GET.get("after", ""), before=request.GET.get("before", "")),
        "organ": organ,
        "organs": [(item.pk, item.name) for item in selectors.organs(actor)],
        "filtered": bool(organ or query),
        "may_add": organ is not None and reaches(actor, "people.manage", organ.pk),
    }
    return render(request, "agencies/auxiliaries.html", context)
