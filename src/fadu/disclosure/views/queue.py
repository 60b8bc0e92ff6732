"""The publication queue: what is due, side by side as it is and as it will be shown, and the deciding on it."""

import uuid
from collections.abc import Callable
from datetime import date
from http import HTTPStatus

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.actors import Actor
from fadu.accounts.entrance import actor_of, entered_for
from fadu.accounts.permissions import may
from fadu.cases.errors import NotFound, Refused
from fadu.disclosure import search, selectors, services
from fadu.disclosure.derive import ACTS, draw
from fadu.disclosure.models import Publication, State
from fadu.law.forms import Invalid

SIZE = 50
LONGEST_SECRETS = 4000


@require_safe
@entered_for("publication.see")
def listed(request: HttpRequest) -> HttpResponseBase:
    """What waits to be shown, those due first; the late in red."""
    actor, get, today = actor_of(request), request.GET, timezone.localdate()
    everything = selectors.publications(actor)
    state = get.get("state", State.WAITING)
    rows = everything.filter(state=state) if state in State.values else everything
    late = get.get("late") == "1"
    if late:
        rows = selectors.late(everything, today)
    if get.get("act", "") in ACTS:
        rows = rows.filter(act=get["act"])
    found, following = _paged(rows, get.get("after", ""))
    context = {
        "rows": [{"it": row, "act": ACTS[row.act], "late": _late(row, today)} for row in found],
        "next": following,
        "tiles": [
            ("待公示", everything.filter(state=State.WAITING).count(), "", "?state=waiting"),
            ("逾期", selectors.late(everything, today).count(), "bad", "?late=1"),
            ("公示中", everything.filter(state=State.SHOWN).count(), "ok", "?state=shown"),
            ("不予公示", everything.filter(state=State.LEFT_OUT).count(), "", "?state=left_out"),
        ],
        "states": State.choices,
        "acts": [(act.id, act.label) for act in ACTS.values()],
        "active": any(get.get(name) for name in ("state", "act", "late")),
    }
    return render(request, "disclosure/queue.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@entered_for("publication.see")
def one(request: HttpRequest, publication_id: uuid.UUID) -> HttpResponseBase:
    """One publication: the texts side by side, what may be done with it now, what was done."""
    actor = actor_of(request)
    try:
        row = selectors.publication(actor, publication_id)
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    if request.method != "POST":
        return _page(request, actor, row)
    doing = _DOING.get(request.POST.get("do", ""))
    if doing is None:
        raise Http404("没有这项办理")
    done, says = doing
    try:
        done(request, actor, row)
    except Invalid as invalid:
        return _page(request, actor, row, wrong=invalid.errors, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    except Refused as refusal:
        return _page(request, actor, row, refused=refusal, status=HTTPStatus.CONFLICT)
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    messages.success(request, says)
    return redirect("disclosure:publication", publication_id)


def _release(request: HttpRequest, actor: Actor, row: Publication) -> None:
    services.release(actor, row.pk, secrets=_secrets(request), seen=request.POST.get("seen", "-"))


def _correct(request: HttpRequest, actor: Actor, row: Publication) -> None:
    services.correct(actor, row.pk, request.POST.get("reason", ""), secrets=_secrets(request), seen=request.POST.get("seen", "-"))


_DOING: dict[str, tuple[Callable[[HttpRequest, Actor, Publication], object], str]] = {
    "release": (_release, "已经公示"),
    "leave_out": (lambda request, actor, row: services.leave_out(actor, row.pk, request.POST.get("reason", "")), "已经决定不予公示"),
    "correct": (_correct, "已经更正公示的内容"),
    "withdraw": (lambda request, actor, row: services.withdraw(actor, row.pk, request.POST.get("reason", "")), "已经撤回"),
}


def _secrets(request: HttpRequest) -> list[str]:
    return [line.strip() for line in request.POST.get("secrets", request.GET.get("secrets", ""))[:LONGEST_SECRETS].splitlines() if line.strip()]


def _page(
    request: HttpRequest, actor: Actor, row: Publication, *, wrong: object = None, refused: Refused | None = None, status: int = HTTPStatus.OK
) -> HttpResponseBase:
    today = timezone.localdate()
    secrets = _secrets(request)
    last = row.events.exclude(shown=None).order_by("-id").first()
    drawn = draw(row.step_id, secrets or (last.secrets if last and request.method != "POST" else ()))
    context = {
        "it": row,
        "act": ACTS[row.act],
        "drawn": drawn,
        "late": _late(row, today),
        "seen": search.fingerprint(drawn.shown),
        "taken": sum(line.masked.taken for line in drawn.lines),
        "secrets": "\n".join(secrets or (last.secrets if last else ())),
        "events": row.events.order_by("-id").select_related("leaf"),
        "may_release": may(actor, "publication.release") and row.state == State.WAITING,
        "may_leave_out": may(actor, "publication.leave_out") and row.state == State.WAITING,
        "may_change": may(actor, "publication.release") and row.state == State.SHOWN,
        "wrong": wrong or {},
        "reason": request.POST.get("reason", ""),
        "doing": request.POST.get("do", ""),
        "refused": refused.objections if refused else (),
    }
    return render(request, "disclosure/publication.html", context, status=status)


def _late(row: Publication, today: date) -> bool:
    day = row.due_on if row.state == State.WAITING else row.down_by if row.state == State.SHOWN else None
    return day is not None and day < today


def _paged(rows: QuerySet[Publication], after: str) -> tuple[list[Publication], str]:
    try:
        edge = rows.filter(pk=uuid.UUID(after)).first() if after else None
    except ValueError:
        edge = None
    if edge:
        rows = rows.filter(Q(due_on__gt=edge.due_on) | Q(due_on=edge.due_on, id__gt=edge.pk))
    found = list(rows[: SIZE + 1])
    more, found = len(found) > SIZE, found[:SIZE]
    return found, str(found[-1].pk) if more else ""
