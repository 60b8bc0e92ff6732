"""The publication queue: what is due, side by side as it is and as it will be shown, and the deciding on it."""

import uuid
from collections.abc import Callable, Mapping
from datetime import date
from http import HTTPStatus
from urllib.parse import urlencode

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
from fadu.disclosure.forms import BACK_REASON, GROUND, KEPT_REASON, PUBLIC_REASON, SECRETS, bound
from fadu.disclosure.models import Kind as EventKind
from fadu.disclosure.models import Publication, State
from fadu.law.forms import Invalid
from fadu.law.records.showing import GROUNDS
from fadu.law.statutes import PENALTY

SIZE = 50
LONGEST_SECRETS = 4000


_SHOWS: dict[str, tuple[str, Callable[[QuerySet[Publication], date], QuerySet[Publication]]]] = {
    "late": ("逾期", selectors.late),
    "soon": ("三日内到期", selectors.soon),
    "down": ("应当撤回", lambda rows, _today: selectors.falling(rows)),
    "amend": ("应当更正", lambda rows, _today: selectors.amending(rows)),
    "proposed": ("提请不予公示", lambda rows, _today: rows.filter(state=State.WAITING, proposed_on__isnull=False)),
}
"""What may be looked for besides the state."""


@require_safe
@entered_for("publication.see")
def listed(request: HttpRequest) -> HttpResponseBase:
    """What waits to be shown, those due first; the late in red; of each organ how many, for who oversees several."""
    actor, get, today = actor_of(request), request.GET, timezone.localdate()
    everything = selectors.publications(actor)
    tally = selectors.tallied(everything, today)
    organ = get.get("organ", "")
    rows = everything.filter(organ_id=int(organ)) if organ in {str(one.organ_id) for one in tally} else everything
    show = get.get("show", "")
    of_show = {name: narrowed(rows, today) for name, (_, narrowed) in _SHOWS.items()}
    state = "" if show in _SHOWS else get.get("state", State.WAITING)
    chosen = of_show.get(show, rows)
    chosen = chosen.filter(state=state) if state in State.values else chosen
    if get.get("act", "") in ACTS:
        chosen = chosen.filter(act=get["act"])
    found, following = _paged(chosen, get.get("after", ""))
    context = {
        "rows": [{"it": row, "act": ACTS[row.act], "late": selectors.is_late(row, today)} for row in found],
        "next": following,
        "tiles": [
            ("待公示", rows.filter(state=State.WAITING).count(), "", _narrowed(organ, state="waiting")),
            *(
                (label, of_show[name].count(), "bad" if name in {"late", "down"} else "near", _narrowed(organ, show=name))
                for name, (label, _) in _SHOWS.items()
            ),
            ("公示中", rows.filter(state=State.SHOWN).count(), "ok", _narrowed(organ, state="shown")),
        ],
        "tally": [] if {one.organ_id for one in tally} <= {actor.organ_id} else tally,
        "organs": [(str(one.organ_id), one.name) for one in tally],
        "states": State.choices,
        "state": state,
        "shows": [(name, label) for name, (label, _) in _SHOWS.items()],
        "acts": [(act.id, act.label) for act in ACTS.values()],
        "active": any(get.get(name) for name in ("state", "act", "show", "organ")),
    }
    return render(request, "disclosure/queue.html", context)


def _narrowed(organ: str, **chosen: str) -> str:
    return "?" + urlencode({**chosen, **({"organ": organ} if organ else {})})


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


def _leave_out(request: HttpRequest, actor: Actor, row: Publication) -> None:
    services.leave_out(actor, row.pk, request.POST.get("reason", ""), request.POST.get("ground", ""))


def _propose(request: HttpRequest, actor: Actor, row: Publication) -> None:
    services.propose(actor, row.pk, request.POST.get("ground", ""), request.POST.get("reason", ""))


_DOING: dict[str, tuple[Callable[[HttpRequest, Actor, Publication], object], str]] = {
    "release": (_release, "已经公示"),
    "propose": (_propose, "已经提请负责人决定"),
    "send_back": (lambda request, actor, row: services.send_back(actor, row.pk, request.POST.get("reason", "")), "已经退回，照常公示"),
    "leave_out": (_leave_out, "已经决定不予公示"),
    "correct": (_correct, "已经更正公示的内容"),
    "withdraw": (lambda request, actor, row: services.withdraw(actor, row.pk, request.POST.get("reason", "")), "已经撤回"),
}
_KEEPING = frozenset({"propose", "leave_out"})


def _secrets(request: HttpRequest) -> list[str]:
    return [line.strip() for line in request.POST.get("secrets", request.GET.get("secrets", ""))[:LONGEST_SECRETS].splitlines() if line.strip()]


def _page(
    request: HttpRequest, actor: Actor, row: Publication, *, wrong: Mapping[str, str] | None = None, refused: Refused | None = None, status: int = HTTPStatus.OK
) -> HttpResponseBase:
    secrets, post, errors = _secrets(request), request.POST, wrong or {}
    last = row.events.exclude(shown=None).order_by("-id").first()
    drawn = draw(row.step_id, secrets or (last.secrets if last and request.method != "POST" else ()))
    doing, reason = post.get("do", ""), post.get("reason", "")
    may_release, may_leave_out = may(actor, "publication.release"), may(actor, "publication.leave_out")
    waiting, shown = row.state == State.WAITING, row.state == State.SHOWN
    keeping, changing = errors if doing in _KEEPING else {}, errors if doing in {"correct", "withdraw"} else {}
    proposal = row.events.filter(kind=EventKind.PROPOSE).order_by("-id").first() if row.proposed_on else None
    context = {
        "it": row,
        "act": ACTS[row.act],
        "drawn": drawn,
        "late": selectors.is_late(row, timezone.localdate()),
        "withdrawing": PENALTY[48, 2],
        "seen": search.fingerprint(drawn.shown),
        "taken": list(drawn.taken.items()),
        "marked": row.case.marks.filter(taken_off_at=None).count(),
        "events": [{"it": event, "ground": GROUNDS.get(event.ground)} for event in row.events.order_by("-id").select_related("leaf")],
        "proposal": proposal and {"it": proposal, "ground": GROUNDS.get(proposal.ground)},
        "may_release": may_release and waiting,
        "may_propose": may_release and waiting and not row.proposed_on,
        "may_leave_out": may_leave_out and waiting,
        "may_change": may_release and shown,
        "may_mark": may(actor, "publication.mark"),
        "secrets": bound(SECRETS, "secrets", "\n".join(secrets or (last.secrets if last else ())), {}),
        "public_reason": bound(PUBLIC_REASON, "change", reason if changing else "", changing),
        "ground": bound(GROUND, "keep", post.get("ground", "") if keeping else (proposal.ground if proposal else ""), keeping),
        "kept_reason": bound(KEPT_REASON, "keep", reason if keeping else "", keeping),
        "back_reason": bound(BACK_REASON, "back", reason if doing == "send_back" else "", errors if doing == "send_back" else {}),
        "wrong": errors.get("seen", ""),
        "refused": refused.objections if refused else (),
    }
    return render(request, "disclosure/publication.html", context, status=status)


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
