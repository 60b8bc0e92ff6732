"""Numbers from a counter row per organ, year and kind: never computed from the rows, never given twice."""

from django.db import IntegrityError, transaction
from django.db.models import F

from fadu.cases.models import Counter


def next_number(organ_id: int, kind: str, year: int) -> int:
    """The next number of the series. To be called in the transaction that uses it: rolled back, it is given again."""
    series = Counter.objects.filter(organ_id=organ_id, kind=kind, year=year)
    if not series.update(value=F("value") + 1):  # the update locks the row until the transaction ends
        try:
            with transaction.atomic():
                Counter.objects.create(organ_id=organ_id, kind=kind, year=year, value=1)
                return 1
        except IntegrityError:  # another transaction began the series at the same time
            series.update(value=F("value") + 1)
    return series.values_list("value", flat=True).get()
