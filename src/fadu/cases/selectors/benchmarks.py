"""What the figures of discretion tables ask of the cases: the fines decided in the year, and whether a table was applied to each."""

from collections.abc import Iterable
from datetime import date

from django.urls import reverse

from fadu.agencies.models import Organ
from fadu.cases.models import Facts
from fadu.catalog import selectors as catalog
from fadu.catalog.figures.tables import Applied
from fadu.law.calendar import civil, number


def fines(organ: Organ, on: date) -> Iterable[Applied]:
    """The fines decided from 1 January to the day, by organ and all below, where the item had a table in force on the day of the decision."""
    columns = ("case_id", "case__number", "case__item", "f_decided_on", "f_decision_fine", "f_discretion_table", "f_discretion_low", "f_discretion_high")
    reasons = ("f_lessened", "f_deviation_reason")
    decided = {"f_decided_on__gte": number(date(on.year, 1, 1)), "f_decided_on__lte": number(on), "f_decision_fine__gt": 0}
    for row in Facts.objects.filter(case__organ__path__startswith=organ.path, **decided).order_by("case_id").values(*columns, *reasons):
        if row["f_discretion_table"] is None and not _had_table(row["case__item"], row["f_decided_on"]):
            continue
        low, high = row["f_discretion_low"], row["f_discretion_high"]
        within = low is not None and high is not None and low <= row["f_decision_fine"] <= high
        excused = any(row[reason] for reason in reasons)
        href = reverse("cases:case", args=[row["case_id"]])
        yield Applied(row["case__number"] or str(row["case_id"]), href, row["f_discretion_table"] is not None, within or excused)


def _had_table(item: str, day: int) -> bool:
    on = civil(day)
    found = catalog.item(item, on)
    table = catalog.table(found.discretion_table, on) if found and found.discretion_table else None
    return table is not None and table.holds(on)
