"""Pages of people: hours of everybody, and each one's training file."""

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import reaches, scope
from fadu.agencies.models import Officer
from fadu.agencies.paging import page
from fadu.agencies.training import numbers
from fadu.agencies.training.kinds import CourseKind
from fadu.agencies.training.selectors import files, hours, rolls, rotation, scoped
from fadu.agencies.training.views.pages import number_in, year_of, years

LACKING = (("any", "学时不足"), ("rotation", "未参加全员轮训"))


@require_safe
@entered_for("training.see")
def people(request: HttpRequest) -> HttpResponse:
    """Everybody on the roll with their hours of a year against what is asked."""
    actor = actor_of(request)
    scoped.require_overseer(actor)
    year, today = year_of(request), timezone.localdate()
    within = scope(actor, "training.see")
    found = rolls.on_roll(within, numbers.as_of(year, today))
    if organ := number_in(request, "organ"):
        found = found.filter(organ_id=organ)
    if q := request.GET.get("q", "").strip()[:50]:
        found = found.filter(name__contains=q)
    lacking, kind = request.GET.get("lacking", ""), request.GET.get("kind", "")
    if lacking == "any":
        found = found.filter(
            pk__in=[item.officer.pk for item in hours.standings(rolls.enrolled(within, year, numbers.as_of(year, today)), year, today) if item.lacking]
        )
    elif lacking == "rotation":
        found = found.filter(pk__in=[person.pk for person in rotation.state(within, year, today).missing])
    if kind in CourseKind.values:
        found = found.filter(pk__in=[pk for pk, sums in hours.fold(list(found), year).items() if not sums[kind]])
    shown = page(found, after=request.GET.get("after", ""), before=request.GET.get("before", ""))
    context = {
        "rows": hours.standings(shown.people, year, today),
        "page": shown,
        "demands": hours.demands(year, today),
        "year": year,
        "years": years(),
        "organs": [(item.pk, item.name) for item in scoped.organs(actor)],
        "kinds": CourseKind.choices,
        "lackings": LACKING,
        "active": any(request.GET.get(name) for name in ("organ", "year", "kind", "lacking", "q")),
    }
    return render(request, "training/people.html", context)


@require_safe
@entered_for("training.see")
def me(request: HttpRequest) -> HttpResponse:
    """One's own training file, and what one is invited to."""
    actor = actor_of(request)
    found = Officer.objects.select_related("organ").filter(pk=actor.officer_id).first() if actor.officer_id else None
    if found is None:
        raise Http404
    return _file(request, found, own=True)


@require_safe
@entered_for("training.see")
def person(request: HttpRequest, officer_id: int) -> HttpResponse:
    """Somebody's training file."""
    return _file(request, officer_or_404(request, officer_id), own=False)


@require_safe
@entered_for("training.see")
def export(request: HttpRequest, officer_id: int) -> HttpResponse:
    """A training file as a workbook."""
    found = officer_or_404(request, officer_id)
    answer = HttpResponse(files.workbook(found, timezone.localdate()), content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    answer["Content-Disposition"] = f'attachment; filename="training-{found.pk}.xlsx"'
    return answer


def officer_or_404(request: HttpRequest, officer_id: int) -> Officer:
    """A person whose file who asks may see; one's own always."""
    actor = actor_of(request)
    try:
        return scoped.person(actor, officer_id) if officer_id < 2**63 else _nobody()
    except Officer.DoesNotExist:
        if actor.officer_id == officer_id:
            return Officer.objects.select_related("organ").get(pk=officer_id)
        raise Http404 from None


def _nobody() -> Officer:
    raise Http404


def _file(request: HttpRequest, found: Officer, *, own: bool) -> HttpResponse:
    actor, year, today = actor_of(request), year_of(request), timezone.localdate()
    standing = hours.standings([found], year, today)[0]
    held = rotation.state(Q(pk=found.pk), year, today)
    home = [] if own else [("培训", reverse("training:home")), ("学时", reverse("training:people")), (found.name, "")]
    context = {
        "officer": found,
        "own": own,
        "year": year,
        "years": years(),
        "standing": standing,
        "rotation": held,
        "entries": files.entries(found, year),
        "all_years": files.by_year(found),
        "off_duty": files.off_duty(found),
        "invitations": scoped.invitations(found)[:20] if own else [],
        "may_manage": reaches(actor, "training.manage", found.organ_id),
        "may_see_person": not own,
        "crumb": home,
    }
    return render(request, "training/file.html", context)
