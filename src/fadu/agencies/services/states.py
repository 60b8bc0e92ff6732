"""One state of a credential after another: the only place where intervals are begun and ended.

A withdrawal that is known ahead (a retirement next month) is written ahead: its interval begins on that day by itself. What
is written ahead has not happened yet; it gives way when the card goes in sooner.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.agencies.kinds import FOLLOWS, NEXT, TAKEN_IN, Leaving, State
from fadu.agencies.models import Credential, CredentialState, Departure
from fadu.agencies.selectors import state_of
from fadu.agencies.services.changes import record
from fadu.law.forms import Invalid

ENDED = frozenset({State.RETURNED, State.TAKEN, State.CANCELLED})
"""States in which the card is no longer with its holder."""


def midnight(day: date) -> datetime:
    """The first moment of a day in Beijing."""
    return timezone.make_aware(datetime.combine(day, time.min))


def begin(actor: Actor, card: Credential, state: State, at: datetime, *, reason: str, paper: str = "") -> CredentialState:
    """End the state the card is in at `at` and begin another; raises Invalid where it may not follow. The card is locked."""
    now = state_of(card)
    if (State(now.state), state) not in FOLLOWS:
        may = "、".join(item.label for item in NEXT[State(now.state)])
        raise Invalid({"state": f"执法证现在{State(now.state).label}，不能变更为{state.label}" + (f"；可以变更为：{may}" if may else "")})
    if at <= now.starts_at:
        raise Invalid({"starts_at": f"应晚于现在状态的起始时间 {timezone.localtime(now.starts_at):%Y-%m-%d %H:%M}"})
    ahead = CredentialState.objects.filter(credential=card, starts_at__gt=now.starts_at).first()
    ends_at = None
    if ahead is not None and ahead.starts_at <= at:
        raise Invalid({"starts_at": f"已经登记自 {timezone.localtime(ahead.starts_at):%Y-%m-%d %H:%M} 起{State(ahead.state).label}，应早于此时"})
    if ahead is not None and (state, State(ahead.state)) in FOLLOWS:
        ends_at = ahead.starts_at
    elif ahead is not None:
        ahead.delete()  # it never began
    now.ends_at = at
    now.save(update_fields=["ends_at"])
    fresh = CredentialState.objects.create(credential=card, state=state, starts_at=at, ends_at=ends_at, reason=reason[:200], paper=paper)
    before, after = ({"state": item.get_state_display(), "starts_at": item.starts_at.isoformat()} for item in (now, fresh))
    told(actor, state.label, card, before, after, reason)
    return fresh


def withdraw(actor: Actor, departure: Departure) -> list[CredentialState]:
    """Take every credential of who leaves back (or in) from the first moment of the day on which they leave."""
    wanted = State.TAKEN if departure.kind in TAKEN_IN else State.RETURNED
    reason = f"{Leaving(departure.kind).label}：{departure.reason}"
    done = []
    for card in _locked(departure.officer.credentials.all()):
        now = state_of(card)
        ahead = CredentialState.objects.filter(credential=card, starts_at__gt=now.starts_at).first()
        if ahead is not None and ahead.starts_at <= midnight(departure.effective_on) and ahead.state == wanted:
            continue
        state = wanted if (State(now.state), wanted) in FOLLOWS else State.TAKEN if now.state == State.REVOKED else None
        if state is None or State(now.state) in ENDED:
            continue
        at = max(midnight(departure.effective_on), now.starts_at + timedelta(minutes=1))
        if ahead is not None:
            ahead.delete()  # it never began
            now.ends_at = None
            now.save(update_fields=["ends_at"])
        done.append(begin(actor, card, state, at, reason=reason, paper=departure.paper))
    return done


def told(actor: Actor, action: str, card: Credential, before: dict[str, str], after: dict[str, str], reason: str) -> None:
    """Keep the change of a credential."""
    label, organ_id = f"执法证 {card.number}", card.officer.organ_id
    record(actor, action, card, what="credential", label=label, organ_id=organ_id, before=before, after=after, reason=reason[:200])


def _locked(cards: Iterable[Credential]) -> list[Credential]:
    ids = [card.pk for card in cards]
    return list(Credential.objects.select_for_update(of=("self",)).select_related("officer").filter(pk__in=ids).order_by("pk"))
