"""Goods of the county's cases: what the record says of them, and what the keepers of the store-room did with some."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from fadu.accounts.actors import Actor, Role
from fadu.accounts.selectors import actor_for
from fadu.agencies.models import Officer
from fadu.cases import now
from fadu.cases.models import CaseRole, Outbox
from fadu.evidence.exhibits import consumers, services
from fadu.evidence.exhibits.models import Lot, Movement, Store
from fadu.law.custody import Hold
from fadu.law.custody import Movement as Kind

GOODS = ("preserve", "dispose_preserved", "seize", "dispose_measure", "return_held_goods", "sample", "dispose_goods")
KEPT = 24
"""So many lots of the bureau are dealt with by hand; the worker takes in what the other cases recorded."""
LAST = timedelta(days=3)
"""What was released within these days still waits for its owner."""


@transaction.atomic
def keep(day: date, shown: Sequence[UUID]) -> None:
    """Take in the cases that are looked at first and all goods of the bureau, then let its people deal with them."""
    if Movement.objects.filter(step__isnull=True).exists():
        return
    told = Outbox.objects.filter(topic=consumers.TOPIC, done_at__isnull=True).filter(
        Q(case__in=shown) | Q(case__organ__short_name="示市监", payload__step__in=GOODS)
    )
    for row in told.order_by("id"):
        consumers.on_step(row)
    told.update(done_at=timezone.now())
    store = Store.objects.filter(organ__short_name="示市监", third=False).first()
    if store is not None:
        _deal(day, store)


def _deal(day: date, store: Store) -> None:
    """What was released goes back; what is held is handed in and sealed; the store is counted."""
    end = timezone.make_aware(datetime.combine(day, datetime.min.time())) + timedelta(hours=8)
    lots = list(Lot.objects.filter(organ=store.organ, until__isnull=True).select_related("item", "case").order_by("-pk")[: 3 * KEPT])
    for place, lot in enumerate(lot for lot in lots if lot.hold == Hold.RELEASED and lot.since < end - LAST):
        _move(lot, Kind.RETURN, lot.since + timedelta(hours=3 + place % 20), {"receiver": "当事人", "signed": "1", "paper": "物品清单"})
    held = [lot for lot in lots if lot.hold in {Hold.PRESERVED, Hold.SEIZED, Hold.SAMPLED} and lot.since < end - timedelta(days=1)][:KEPT]
    for place, lot in enumerate(held):
        made = _move(lot, Kind.HAND, lot.since + timedelta(hours=5), {"store": str(store.pk)})
        if made is not None and place % 3 == 0:
            after = Lot.objects.get(item=lot.item, seq=made.seq)
            _move(
                after, Kind.SEAL, made.at + timedelta(minutes=20), {"seal": f"示市监封 {lot.pk:04d}", "recording": "仓库监控 2 号", "how": "加贴封条后入柜。"}
            )
    _count(store, end)


def _move(lot: Lot, kind: Kind, at: datetime, more: dict[str, Any]) -> Movement | None:
    """One movement by the two who handle the case."""
    crew = list(CaseRole.objects.filter(case=lot.case, function="handle").order_by("pk").values_list("officer_id", flat=True))[:2]
    if len(crew) < 2:
        return None
    typed: dict[str, Any] = {"lot": str(lot.seq), "at": timezone.localtime(at).strftime("%Y-%m-%dT%H:%M")}
    people: dict[str, Any] = {"giver": str(crew[0]), "receiver_officer": str(crew[1])} if kind is Kind.HAND else {"officers": [str(key) for key in crew]}
    with now.at(at + timedelta(minutes=10)):
        return services.move(_actor(crew[0]), lot.item_id, kind, {**typed, "quantity": str(lot.quantity), **people, **more})


def _actor(officer_id: int) -> Actor:
    """The officer as who asks; who has left since is answered for by one who serves."""
    officer = Officer.objects.select_related("user").get(pk=officer_id)
    found = actor_for(officer.user) if officer.user else None
    return found or Actor(None, officer.name, Role.OFFICER, officer.organ_id, frozenset({officer.organ_id}), officer.pk)


def _count(store: Store, end: datetime) -> None:
    """A count a week ago that found one box less than is booked, with nothing smoothed over."""
    people = list(Officer.objects.filter(organ=store.organ, user__isnull=False, ends_on__isnull=True).order_by("pk")[:2])
    lots = list(Lot.objects.filter(store=store, until__isnull=True).order_by("pk"))
    if len(people) == 2 and lots:
        found = {lot.pk: str(lot.quantity - (place == 0 and lot.quantity > 1)) for place, lot in enumerate(lots)}
        with now.at(end - timedelta(hours=14)):
            services.count(_actor(people[0].pk), store.pk, str(people[1].pk), found, "月度盘点")
