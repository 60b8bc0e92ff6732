"""Which organs have handed in their report of a period, and how that stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import scope
from fadu.agencies.models import Organ
from fadu.agencies.selectors.standings import ENFORCING
from fadu.disclosure.reporting.models import Outcome, Sending
from fadu.law.reports import Due


@dataclass(frozen=True, slots=True)
class Standing:
    """How the report of an organ stands on a day.

    Attributes:
        organ: whose.
        sending: the last of the period; None where nothing was sent.
        word: 未报送, 待接收, 已接收, 退回.
        state: colour of its tag.
        late: sent after the last day, or not sent though that day has passed; a report that was returned and not sent again is not handed in.
    """

    organ: Organ
    sending: Sending | None
    word: str
    state: str
    late: bool

    @property
    def handed_in(self) -> bool:
        """Whether a report is there that was not given back."""
        return self.sending is not None and self.word != Outcome.RETURNED.label


def obliged(within: Q, day: date) -> QuerySet[Organ]:
    """The organs that enforce in their own name on a day: each owes its report."""
    standing = Q(starts_on__lte=day) & (Q(ends_on__isnull=True) | Q(ends_on__gt=day))
    return Organ.objects.filter(ENFORCING, standing, within).order_by("path")


def standings(due: Due, organs: Sequence[Organ], today: date) -> list[Standing]:
    """How the reports of these organs stand, those that are missing and late first."""
    last: dict[int, Sending] = {}
    for row in Sending.objects.filter(kind=due.kind, period=due.period, organ__in=organs).select_related("receipt", "to").order_by("sent_at", "id"):
        last[row.organ_id] = row
    found = [_standing(due, organ, last.get(organ.pk), today) for organ in organs]
    return sorted(found, key=lambda one: (one.handed_in, not one.late, one.organ.path))


def _standing(due: Due, organ: Organ, row: Sending | None, today: date) -> Standing:
    if row is None:
        return Standing(organ, None, "未报送", "bad" if today > due.on else "near" if due.left(today) <= 14 else "", late=today > due.on)
    receipt = getattr(row, "receipt", None)
    late = timezone.localdate(row.sent_at) > due.on
    if receipt is None:
        return Standing(organ, row, "待接收", "do", late=late)
    if receipt.outcome == Outcome.RETURNED:
        return Standing(organ, row, Outcome.RETURNED.label, "bad", late=late or today > due.on)
    return Standing(organ, row, Outcome.ACCEPTED.label, "ok", late=late)


def received(actor: Actor, due: Due, today: date) -> list[Standing]:
    """How the reports of the organs within reach stand, for who receives them."""
    return standings(due, list(obliged(scope(actor, "report.receive", organ="pk"), min(due.on, today))), today)


def standing_of(due: Due, organ: Organ, today: date) -> Standing:
    """How the report of one organ stands."""
    return standings(due, [organ], today)[0]


def of_report(kind: str, organ: Organ, period: int) -> list[Sending]:
    """What an organ sent for a period, the latest first."""
    return list(Sending.objects.filter(kind=kind, organ=organ, period=period).select_related("receipt", "to").order_by("-sent_at", "-id"))
