"""Pages of sessions: who attended, the code for the projector, and signing in on one's own phone."""

import secrets
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import segno
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may, reaches
from fadu.agencies.forms import bound
from fadu.agencies.models import Officer
from fadu.agencies.paging import page
from fadu.agencies.posted import posted
from fadu.agencies.training import codes, forms, services
from fadu.agencies.training.kinds import Campaign, CourseKind
from fadu.agencies.training.models import Attendance, Session
from fadu.agencies.training.selectors import scoped
from fadu.agencies.training.services.attendance import EARLY, LEAVING, hand_fields
from fadu.agencies.training.views.pages import Ask, form_page, number_in, row_or_404, year_of, years
from fadu.law.forms import Invalid

MANAGE = "training.manage"
DEVICE = "fadu_device"
"""A signed cookie that tells one device from another, so that nobody signs in for a colleague on their own phone."""
YEAR_OF_SECONDS = 365 * 24 * 3600


@require_safe
@entered_for("training.see")
def sessions(request: HttpRequest) -> HttpResponse:
    """The sessions of a year, the latest first."""
    actor, year = actor_of(request), year_of(request)
    found = scoped.sessions(actor).filter(starts_at__year=year)
    if organ := number_in(request, "organ"):
        found = found.filter(organ_id=organ)
    if (kind := request.GET.get("kind", "")) in CourseKind.values:
        found = found.filter(course__kind=kind)
    if (campaign := request.GET.get("campaign", "")) in Campaign.values:
        found = found.filter(campaign=campaign)
    if q := request.GET.get("q", "").strip()[:50]:
        found = found.filter(course__title__contains=q)
    context = {
        "page": page(found, order=("-starts_at", "-pk"), after=request.GET.get("after", ""), before=request.GET.get("before", "")),
        "year": year,
        "years": years(),
        "organs": [(organ.pk, organ.name) for organ in scoped.organs(actor)],
        "kinds": CourseKind.choices,
        "campaigns": Campaign.choices,
        "may_manage": may(actor, MANAGE),
        "active": any(request.GET.get(name) for name in ("organ", "kind", "campaign", "q", "year")),
        "now": timezone.now(),
    }
    return render(request, "training/sessions.html", context)


@require_safe
@entered_for("training.see")
def session(request: HttpRequest, session_id: int) -> HttpResponse:
    """One session: who attended and how that was written down."""
    actor = actor_of(request)
    found: Session = row_or_404(scoped.sessions(actor), session_id)
    context = {
        "session": found,
        "attendances": scoped.attendances(actor, found),
        "audience": found.audience.order_by("path"),
        "over": found.ends_at < timezone.now(),
        "started": found.starts_at <= timezone.now(),
        "may_edit": reaches(actor, MANAGE, found.organ_id),
        "changes": scoped.changes(actor, "session", found.pk)[:50],
        "crumb": [*_crumb(), (found.course.title, "")],
    }
    return render(request, "training/session.html", context)


@never_cache
@require_safe
@entered_for(MANAGE)
def code(request: HttpRequest, session_id: int) -> HttpResponse:
    """The code of the moment, large, with its QR code; fetched anew before it changes."""
    found = _managed(request, session_id)
    now = timezone.now()
    digits = codes.code_at(found.secret, now)
    target = request.build_absolute_uri(reverse("training:signin", args=[found.pk]) + f"?code={digits}")
    context = {
        "session": found,
        "open": found.cancelled_at is None and found.starts_at - EARLY <= now <= found.ends_at + EARLY,
        "opens_at": found.starts_at - EARLY,
        "leaving": found.sign_out and now >= found.ends_at - LEAVING,
        "closes_at": min(found.starts_at + timedelta(minutes=found.grace), found.ends_at),
        "code": f"{digits[:3]} {digits[3:]}",
        "address": request.build_absolute_uri(reverse("training:signin", args=[found.pk])),
        "qr": segno.make(target, error="m", micro=False).svg_data_uri(scale=8, border=2),
        "seconds": codes.seconds_left(now),
        "present": Attendance.objects.filter(session=found, struck_at__isnull=True).count(),
        "crumb": [*_crumb(), (found.course.title, reverse("training:session", args=[found.pk])), ("签到码", "")],
    }
    part = request.headers.get("HX-Request") == "true"
    return render(request, "training/_code.html" if part else "training/code.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@entered_for("training.see")
def signin(request: HttpRequest, session_id: int) -> HttpResponse:
    """Sign in, or out, on one's own phone."""
    actor = actor_of(request)
    found = Session.objects.select_related("course", "organ").filter(pk=session_id).first() if session_id < 2**63 else None
    officer = Officer.objects.filter(pk=actor.officer_id).select_related("organ").first() if actor.officer_id else None
    if found is None or officer is None:
        raise Http404
    mine = Attendance.objects.filter(session=found, officer=officer, struck_at__isnull=True).first()
    if mine is None and not found.audience.filter(pk=officer.organ_id).exists():
        raise Http404
    leaving = mine is not None and found.sign_out and mine.left_at is None
    typed, errors = {"code": request.GET.get("code", "")[:6]}, {}
    device = request.get_signed_cookie(DEVICE, default="", salt=DEVICE) or secrets.token_hex(16)
    if request.method == "POST":
        typed = posted(forms.CODE, request.POST)
        try:
            if leaving:
                services.sign_out(actor, session_id, typed)
            else:
                services.sign_in(actor, session_id, typed, device=device)
        except Invalid as wrong:
            errors = wrong.errors
        else:
            messages.success(
                request, "已签退，学时已计入您的培训档案" if leaving else "已签到" + ("，结束时还要签退" if found.sign_out else "，学时已计入您的培训档案")
            )
            answer: HttpResponse = redirect("training:signin", session_id)
            answer.set_signed_cookie(DEVICE, device, salt=DEVICE, max_age=YEAR_OF_SECONDS, httponly=True, samesite="Lax", secure=request.is_secure())
            return answer
    context = {
        "session": found,
        "mine": mine,
        "leaving": leaving,
        "fields": bound(forms.CODE, typed, errors),
        "error": "；".join(text for name, text in errors.items() if name != "code"),
    }
    return render(request, "training/signin.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if errors else HTTPStatus.OK)


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def session_cancel(request: HttpRequest, session_id: int) -> HttpResponse:
    """A session is not held after all."""
    actor = actor_of(request)
    found = _managed(request, session_id)

    def act(data: dict[str, Any]) -> str:
        services.cancel_session(actor, session_id, reason=str(data.get("reason", "")))
        return f"已取消“{found.course.title}”这一场"

    return _about(request, found, "取消场次", fields=forms.CANCEL, act=act, submit="取消这一场")


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def attendance_add(request: HttpRequest, session_id: int) -> HttpResponse:
    """Somebody who was there and did not sign in."""
    actor = actor_of(request)
    found = _managed(request, session_id)

    def act(data: dict[str, Any]) -> str:
        return f"已补登{services.add_by_hand(actor, session_id, data).officer.name}"

    return _about(request, found, "补登签到", fields=hand_fields(found), act=act, submit="补登", lead="补登人和理由会一直显示在名单上。")


@require_http_methods(["GET", "POST"])
@entered_for(MANAGE)
def attendance_strike(request: HttpRequest, attendance_id: int) -> HttpResponse:
    """An attendance that was none."""
    actor = actor_of(request)
    row = Attendance.objects.select_related("officer").filter(pk=attendance_id).first() if attendance_id < 2**63 else None
    if row is None:
        raise Http404
    found = _managed(request, row.session_id)

    def act(data: dict[str, Any]) -> str:
        services.strike(actor, attendance_id, reason=str(data.get("reason", "")))
        return f"已注销{row.officer.name}的签到"

    return _about(request, found, f"注销签到：{row.officer.name}", fields=forms.STRIKE, act=act, submit="注销", lead="注销后不计学时，记录仍然保留。")


def _crumb() -> list[tuple[str, str]]:
    return [("培训", reverse("training:home")), ("场次", reverse("training:sessions"))]


def _managed(request: HttpRequest, session_id: int) -> Session:
    actor = actor_of(request)
    found: Session = row_or_404(scoped.sessions(actor, action=MANAGE), session_id)
    return found


def _about(request: HttpRequest, found: Session, title: str, **form: Any) -> HttpResponse:
    back = reverse("training:session", args=[found.pk])
    lead = f"{found.course.title}，{timezone.localtime(found.starts_at):%Y-%m-%d %H:%M}。{form.pop('lead', '')}"
    return form_page(request, Ask(title, back=back, crumb=[*_crumb()[1:], (found.course.title, back)], lead=lead, **form))
