"""Figures of those who left: whether the credential went with them (兴隆县指导意见二(四), 新邵县清单一(二)5)."""

from datetime import date, timedelta

from django.utils import timezone

from fadu.agencies.figure import Reading
from fadu.agencies.figures.common import below, row_of, share_of
from fadu.agencies.kinds import TAKEN_IN, State
from fadu.agencies.models import CredentialState, Departure, Organ
from fadu.law.calendar import china, number

WITHDRAWN = 5
"""Working days from the event until the card is no longer valid; a number of this platform, the clauses say 及时."""
CANCELLED = 10
"""Days from the event until the card is cancelled; likewise."""


def _departed(organ: Organ, day: date) -> list[tuple[Departure, CredentialState | None, CredentialState | None]]:
    """Who left within the year that ends on the day and held a card then: the state that ended it, and its cancellation."""
    found = []
    since = Departure.objects.filter(effective_on__gt=day - timedelta(days=365), effective_on__lte=day, officer__organ__in=below(organ, day))
    for departure in since.select_related("officer__organ").prefetch_related("officer__credentials__states").order_by("effective_on", "id"):
        for card in departure.officer.credentials.all():
            states = sorted(card.states.all(), key=lambda state: state.starts_at)
            ended = next((state for state in states if state.state not in {State.VALID, State.SUSPENDED, State.LOST, State.REVOKED}), None)
            if ended is not None and timezone.localdate(ended.starts_at) < departure.effective_on - timedelta(days=1):
                continue  # given back long before
            found.append((departure, ended, next((state for state in states if state.state == State.CANCELLED), None)))
    return found


def exits(organ: Organ, day: date) -> Reading:
    """Of those who left in the year, whose credential was no longer valid within five working days (退出机制)."""

    def lacks(departure: Departure, ended: CredentialState | None) -> str:
        due = china().after_day(number(departure.effective_on), WITHDRAWN)
        if ended is None:
            return "证件没有收回或者收缴"
        return (
            "" if number(timezone.localdate(ended.starts_at)) <= due else f"{timezone.localdate(ended.starts_at).isoformat()} 才转为{ended.get_state_display()}"
        )

    rows = (row_of(departure.officer, lacks(departure, ended)) for departure, ended, _ in _departed(organ, day))
    return share_of(rows, f"一年内退出的，{WITHDRAWN} 个工作日内证件停用")


def handled(organ: Organ, day: date) -> Reading:
    """Of those who left in the year, whose credential was taken back or in as the event asks, and cancelled (证件处理)."""

    def lacks(departure: Departure, ended: CredentialState | None, cancelled: CredentialState | None) -> str:
        wanted = State.TAKEN if departure.kind in TAKEN_IN else State.RETURNED
        if ended is None or ended.state != wanted:
            return f"{departure.get_kind_display()}，应当{wanted.label}"
        due = departure.effective_on + timedelta(days=CANCELLED)
        if cancelled is None:
            return "" if day <= due else "收回或者收缴后没有申请注销"
        return "" if timezone.localdate(cancelled.starts_at) <= due else f"{timezone.localdate(cancelled.starts_at).isoformat()} 才注销"

    rows = (row_of(departure.officer, lacks(departure, ended, cancelled)) for departure, ended, cancelled in _departed(organ, day))
    return share_of(rows, f"一年内退出的，处理方式正确并在 {CANCELLED} 日内注销")
