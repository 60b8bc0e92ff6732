"""Whether the register and the steps of the case agree: what a step lists, and what was recorded of it."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Sum

from fadu.cases.models import Case
from fadu.evidence.exhibits import reading
from fadu.evidence.exhibits.models import Item, Movement
from fadu.evidence.exhibits.record import Held, family, steps
from fadu.law.custody import ENDS

LISTING = (*reading.LISTS, "dispose_goods", "hand_to_justice", "send_transfer")


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A line of a step that the register does not bear out."""

    seq: int
    name: str
    unit: str
    listed: int
    booked: int

    @property
    def words(self) -> str:
        """In a sentence."""
        return f"第 {self.seq} 步列明 {self.name} {self.listed}{self.unit}，台账登记 {self.booked}{self.unit}"


def disagreements(case: Case) -> list[Disagreement]:
    """Where the steps of a case say otherwise than its goods."""
    return [wrong for held in steps([case.pk], LISTING) for wrong in _compared(case, held)]


def _compared(case: Case, held: Held) -> list[Disagreement]:
    listed: Counter[tuple[str, str]] = Counter()
    for line in held.data.get("goods", ()):
        listed[line["name"], line["unit"]] += int(line["quantity"])
    booked = _taken(held) if held.row.name in reading.LISTS else _gone(case, held)
    return [
        Disagreement(held.row.seq, name, unit, count, booked.get((name, unit), 0))
        for (name, unit), count in listed.items()
        if booked.get((name, unit), 0) != count
    ]


def _taken(held: Held) -> dict[tuple[str, str], int]:
    """What a list brought in, and what it took over from an earlier case."""
    own = Item.objects.filter(step=held.row).values_list("name", "unit").annotate(total=Sum("taken"))
    over = Movement.objects.filter(step=held.row, kind="convert").values_list("item__name", "item__unit").annotate(total=Sum("quantity"))
    found: Counter[tuple[str, str]] = Counter()
    for name, unit, total in (*own, *over):
        found[name, unit] += total or 0
    return found


def _gone(case: Case, held: Held) -> dict[tuple[str, str], int]:
    rows = Movement.objects.filter(item__case_id__in=family(case), authority=held.row, kind__in=ENDS)
    return {(name, unit): total for name, unit, total in rows.values_list("item__name", "item__unit").annotate(total=Sum("quantity")).order_by()}
