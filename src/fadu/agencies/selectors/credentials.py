"""What is read of credentials: for who keeps them, and for anybody who is shown one."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.agencies.kinds import Field, State
from fadu.agencies.models import Credential, CredentialState, Officer
from fadu.agencies.readings import NEAR, read

STANDINGS: dict[str, str] = {
    "valid": "有效",
    "near": f"将到期（{NEAR} 天内）",
    "expired": "已到期",
    "suspended": "暂扣",
    "lost": "遗失",
    "returned": "收回",
    "taken": "收缴",
    "revoked": "吊销",
    "none": "没有证件",
}
"""What people may be filtered by: how their credential stands now."""


def standing_in(found: QuerySet[Officer], standing: str, at: datetime) -> QuerySet[Officer]:
    """Of these people those whose credential stands so at a moment; all where it is no standing."""
    pick = _PICK.get(standing)
    return found if pick is None else found.filter(pick(_in_force(at), timezone.localdate(at)))


def in_category(found: QuerySet[Officer], category: str) -> QuerySet[Officer]:
    """Of these people those who hold a credential of a field; all where it is no field."""
    if category not in Field.values:
        return found
    return found.filter(Exists(Credential.objects.filter(officer=OuterRef("pk"), category=category)))


def matching(found: QuerySet[Officer], query: str) -> QuerySet[Officer]:
    """Of these people those whose name holds the words, or whose credential or work card has the number."""
    words = query.strip()[:60]
    if not words:
        return found
    return found.filter(Q(name__icontains=words) | Q(work_card=words) | Exists(Credential.objects.filter(officer=OuterRef("pk"), number=words)))


def _in_force(at: datetime) -> QuerySet[CredentialState]:
    then = Q(starts_at__lte=at) & (Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    return CredentialState.objects.filter(then, credential__officer=OuterRef("pk"))


def _good(states: QuerySet[CredentialState], day: date) -> QuerySet[CredentialState]:
    return states.filter(state=State.VALID, credential__valid_from__lte=day, credential__valid_to__gte=day)


def _in_state(state: State) -> Callable[[QuerySet[CredentialState], date], Exists | Q]:
    return lambda states, _: Exists(states.filter(state=state))


_PICK: dict[str, Callable[[QuerySet[CredentialState], date], Exists | Q]] = {
    "valid": lambda states, day: Exists(_good(states, day)),
    "near": lambda states, day: Exists(_good(states, day).filter(credential__valid_to__lt=day + timedelta(days=NEAR))),
    "expired": lambda states, day: Q(Exists(states.filter(state=State.VALID, credential__valid_to__lt=day)), ~Exists(_good(states, day))),
    **{state.value: _in_state(state) for state in (State.SUSPENDED, State.LOST, State.RETURNED, State.TAKEN, State.REVOKED)},
    "none": lambda _states, _day: Q(~Exists(Credential.objects.filter(officer=OuterRef("pk")))),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """What anybody may know of a credential (兴隆县指导意见二(三)), and nothing more."""

    name: str
    number: str
    category: str
    organ: str
    state: str
    good: bool
    token: str


def shown(actor: Actor, token: str) -> Shown | None:
    """The credential of a QR code; None where there is none."""
    require(actor, "credential.verify")
    card = Credential.objects.filter(token=token).select_related("officer__organ").first()
    return _shown(card) if card else None


def read_off(actor: Actor, number: str, name: str) -> Shown | None:
    """The credential of that number and of a holder of exactly that name; None where either is wrong."""
    require(actor, "credential.verify")
    card = Credential.objects.filter(number=number, officer__name=name).select_related("officer__organ").first()
    return _shown(card) if card else None


def _shown(card: Credential) -> Shown:
    now, person = timezone.now(), card.officer
    state = card.states.filter(starts_at__lte=now).order_by("-starts_at").first()
    if state is None:
        word, good = "尚未生效", False
    else:
        state.credential = card
        reading = read(state, now, None)
        word, good = _word(card, state, timezone.localdate(now), ok=reading.ok), reading.ok
    return Shown(person.name, card.number, Field(card.category).label, person.organ.name, word, good, card.token)


def _word(card: Credential, state: CredentialState, day: date, *, ok: bool) -> str:
    if state.state != State.VALID:
        return State(state.state).label
    if ok:
        return "有效"
    return "已到期" if day > card.valid_to else "尚未生效" if day < card.valid_from else "无效"
