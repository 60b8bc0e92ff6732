"""The administrator's page of the working calendar: the years, the notices, loading one after seeing what it moves."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.agencies.forms import bound
from fadu.catalog import selectors, services
from fadu.catalog.services.notices import FORM
from fadu.law.forms import Invalid

NAMES = tuple(field.name for field in FORM)


@require_safe
@entered_for("calendar.manage")
def calendar(request: HttpRequest) -> HttpResponse:
    """Which years are settled and by what; the notices loaded here."""
    now, this = selectors.calendar(), timezone.localdate().year
    years = [
        {
            "year": year,
            "settled": year <= now.noticed_until,
            "source": now.sources.get(year, "chinesecalendar 软件包"),
            "holidays": sum(day.year == year for day in now.holidays),
            "makeup": sum(day.year == year for day in now.makeup_days),
        }
        for year in range(this - 1, this + 3)
    ]
    notices = list(selectors.notices())
    return render(request, "catalog/calendar.html", {"years": years, "notices": notices, "count": len(notices), "until": now.noticed_until})


@require_http_methods(["GET", "POST"])
@entered_for("calendar.manage")
def load(request: HttpRequest) -> HttpResponse:
    """Type a notice; see what it moves; load it."""
    crumb = [("工作日历", reverse("catalog:calendar")), ("载入放假通知", "")]
    if request.method != "POST":
        return render(request, "catalog/calendar_load.html", {"crumb": crumb, "fields": bound(FORM, {"year": selectors.calendar().noticed_until + 1})})
    entered = {name: request.POST.get(name, "") for name in NAMES}
    try:
        if "confirm" in request.POST:
            row = services.load_notice(actor_of(request), entered)
            messages.success(request, f"已载入 {row.year} 年放假安排（{row.source}），所有期限自此按它计算")
            return redirect("catalog:calendar")
        seen = services.preview(actor_of(request), entered)
    except Invalid as wrong:
        context = {"crumb": crumb, "fields": bound(FORM, entered, wrong.errors)}
        return render(request, "catalog/calendar_load.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    return render(request, "catalog/calendar_preview.html", {"crumb": crumb, "seen": seen, "entered": entered})
