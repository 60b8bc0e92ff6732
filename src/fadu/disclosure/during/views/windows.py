"""The signs of windows: for the public to read, for who keeps them to print."""

from urllib.parse import quote

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import reaches
from fadu.agencies.equipment.books import MANAGE
from fadu.disclosure.during import signs
from fadu.disclosure.during.models import Seat

MOST = 500
"""Seats on one page: a province has more windows than one page should tell of, a county has not."""


@require_safe
@entered_for("organ.verify")
def windows(request: HttpRequest) -> HttpResponse:
    """Every window with who sits there, by organ."""
    rows = list(signs.seats()[:MOST])
    organs: dict[str, list[Seat]] = {}
    for row in rows:
        organs.setdefault(row.organ.name, []).append(row)
    return render(request, "during/windows.html", {"organs": organs, "count": len(rows)})


@require_safe
@entered_for("organ.verify")
def window(request: HttpRequest, seat_id: int) -> HttpResponse:
    """One sign; who keeps it sees what it lacks too."""
    seat = _found(seat_id)
    keeps = reaches(actor_of(request), MANAGE, seat.organ_id)
    return render(request, "during/window.html", {"sign": signs.sign(seat), "seat": seat, "keeps": keeps, "sizes": signs.SIZES})


@require_safe
@entered_for("organ.verify")
def window_pdf(request: HttpRequest, seat_id: int) -> HttpResponse:
    """The sign to be hung up: `?size=a3` for a large one."""
    seat, size = _found(seat_id), request.GET.get("size", "a4")
    if size not in signs.SIZES:
        raise Http404
    name = quote(f"{seat.organ.name}{seat.window.name}{seat.officer.name}岗位信息公示牌.pdf")
    headers = {"Content-Disposition": f"inline; filename=\"sign.pdf\"; filename*=UTF-8''{name}", "X-Content-Type-Options": "nosniff"}
    return HttpResponse(signs.printed(signs.sign(seat), size), content_type="application/pdf", headers=headers)


def _found(seat_id: int) -> Seat:
    found = signs.seats().filter(pk=seat_id).first()
    if found is None:
        raise Http404
    return found
