"""What the page of a case tells of its publication, and what the work list tells of those due."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import may
from fadu.cases.models import Case
from fadu.cases.sections import Row, Section
from fadu.cases.todo import Due
from fadu.disclosure import selectors
from fadu.disclosure.derive import ACTS
from fadu.disclosure.models import Mark, Publication, State


def section(actor: Actor, case: Case) -> Section | None:
    """公示: where the decisions of the case stand on their way to the public, and what was marked as not to be shown."""
    if not may(actor, "publication.see"):
        return None
    today = timezone.localdate()
    rows = [_row(row, today) for row in selectors.publications(actor).filter(case=case)]
    marked = Mark.objects.filter(case=case, taken_off_at=None).count()
    links = [("标注商业秘密等不得公开的内容", reverse("disclosure:marks", args=[case.pk]))] if may(actor, "publication.mark") else []
    return Section(rows, links, f"已标注 {marked} 处不得公开的内容" if marked else "", "作出应当公示的决定以后，公示件出现在这里。")


def _row(row: Publication, today: date) -> Row:
    days = {State.WAITING: f"应于 {row.due_on} 前公示", State.SHOWN: f"{row.shown_on} 公示", State.EXEMPT: row.why}
    state = "bad" if selectors.is_late(row, today) else "ok" if row.state == State.SHOWN else ""
    note = f"决定已经失效，应于 {row.down_by} 前撤回" if row.state == State.SHOWN and row.down_by else days.get(State(row.state), "")
    return Row(ACTS[row.act].label, reverse("disclosure:publication", args=[row.pk]), note, state, row.get_state_display())


def due(actor: Actor) -> list[Due]:
    """待办: what `actor` is to show, withdraw, correct or decide on now."""
    if not may(actor, "publication.release") and not may(actor, "publication.leave_out"):
        return []
    rows, today, address = selectors.publications(actor), timezone.localdate(), reverse("disclosure:queue")
    told = [
        Due("公示逾期", selectors.late(rows, today).count(), f"{address}?show=late", "bad"),
        Due("公示三日内到期", selectors.soon(rows, today).count(), f"{address}?show=soon", "near"),
        Due("公示应当撤回", selectors.falling(rows).count(), f"{address}?show=down", "bad"),
        Due("公示待更正", selectors.amending(rows).count(), f"{address}?show=amend", "near"),
    ]
    if may(actor, "publication.leave_out"):
        told.append(Due("提请不予公示，等您决定", rows.filter(state=State.WAITING, proposed_on__isnull=False).count(), f"{address}?show=proposed", "near"))
    return [one for one in told if one.count]
