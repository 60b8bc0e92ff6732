"""What follows from a step of itself: exhibits, goods taken into keeping, what becomes of them, what a report found of the evidence."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.cases.models import Case, Step
from fadu.evidence.exhibits import reading
from fadu.evidence.exhibits.models import Entry, Exhibit, Item, Movement, Store
from fadu.evidence.exhibits.record import family, steps
from fadu.evidence.exhibits.services import booking, correcting, examining, fates
from fadu.evidence.exhibits.services.recording import locked, new_exhibit
from fadu.law.correction import CORRECT
from fadu.law.custody import Hold, Move
from fadu.law.custody import Movement as Kind

Data = Mapping[str, Any]


@transaction.atomic
def take_in(step_id: uuid.UUID) -> None:
    """Make of a step what is not made yet. May be called again."""
    row = Step.objects.get(pk=step_id)
    case = locked(row.case_id)
    if row.name not in reading.STEPS or Entry.objects.filter(step=row).exists() or Movement.objects.filter(step=row).exists():
        return
    if row.name == CORRECT:
        correcting.correct(case, row)
        return
    made = _show(case, row, row.data)
    if row.name == "conclude":
        examining.of_report(case, row, row.data)
    if row.name in reading.LISTS:
        _keep(case, row, row.data, made.get("goods"))
    if row.name in reading.HANDLED:
        fates.follow(case, row, row.data)


def _show(case: Case, row: Step, data: Data) -> dict[str, Exhibit]:
    """The exhibits of a step, by their place in it."""
    found = reading.exhibits_of(row.name, data, row.context, timezone.localtime(row.taken_at).replace(tzinfo=None))
    return {
        each.place: new_exhibit(SYSTEM, case, each.data, step=row, place=each.place, device_sound=each.device_sound) for each in found
    }  # fmt: skip


def _keep(case: Case, row: Step, data: Data, exhibit: Exhibit | None) -> None:
    """Take the goods of a list into keeping: what an earlier case of the same matter preserved is held under the new right, the rest is new."""
    kind = next((held.data.get("measure_kind", "") for held in steps([case.pk], ["propose_measure"])), "")
    hold, where = reading.hold_of(row.name, kind), where_of(case, str(data.get("keeper", "")), row.by_name)
    for place, line in reading.goods_of(row.name, data).items():
        if row.name != "seize" or not _converted(case, row, line, hold, where):
            booking.new_item(SYSTEM, case, line, hold=hold, at=row.taken_at, step=row, place=place, where=where, exhibit=exhibit)


def _converted(case: Case, row: Step, line: Data, hold: Hold, where: booking.Where) -> bool:
    """Whether just these goods were preserved in a case of the same matter: then they are held on, now seized."""
    same = {"name": line["name"], "spec": line.get("spec", ""), "batch": line.get("batch", ""), "unit": line["unit"]}
    for item in Item.objects.filter(case_id__in=family(case), **same).exclude(case=case).order_by("pk"):
        kept = [lot for lot in booking.book_of(item).here if lot.hold is Hold.PRESERVED and lot.quantity == line["quantity"]]
        if kept and kept[0].since <= row.taken_at:
            move = Move(Kind.CONVERT, line["quantity"], row.taken_at, kept[0].seq, hold, where=where)
            booking.book(SYSTEM, item, move, {"list": f"{row.case_id}/{row.seq}"}, step=row, authority=row)
            return True
    return False


def where_of(case: Case, keeper: str, officer: str) -> booking.Where:
    """Where goods lie, of what the step calls it: a store of the organ where it names one."""
    stores = Store.objects.filter(organ_id=case.organ_id, until__isnull=True).order_by("pk")
    named = next((store for store in stores if store.name and (store.name in keeper or keeper in (store.name, f"本局{store.name}"))), None)
    return (named.pk if named else None, officer if named else keeper or officer)
