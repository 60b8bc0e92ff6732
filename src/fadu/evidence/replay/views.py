"""The replay of a case."""

import uuid

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.cases.selectors import case_for
from fadu.cases.views.guard import signed_in
from fadu.evidence.replay.selectors.frames import frames
from fadu.evidence.replay.selectors.strip import strip


@require_safe
@signed_in
@entered_for("case.see")
def replay(request: HttpRequest, case_id: uuid.UUID) -> HttpResponseBase:
    """The whole course of a case: a strip, and its frames one by one. It reads and prints without scripts; a module plays it."""
    actor = actor_of(request)
    case = case_for(actor, case_id)
    shown = frames(actor, case)
    steps = [frame for frame in shown if not frame.refused]
    context = {
        "case": case,
        "frames": shown,
        "strip": strip(actor, case, shown),
        "tally": {
            "steps": len(steps),
            "late": sum(bool(frame.late) for frame in steps),
            "after_next": sum(frame.after_next for frame in steps),
            "refused": len(shown) - len(steps),
        },
    }
    return render(request, "replay/replay.html", context)
