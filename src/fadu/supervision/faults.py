"""What supervision tells the catalogue: in how many cases of an item something unlawful stands."""

from collections.abc import Mapping
from datetime import date

from django.db.models import Count

from fadu.supervision.models import Finding, Severity


def faulty(organ_id: int, since: date, until: date) -> Mapping[str, int]:
    """Cases of an organ, opened between two days, with an unlawful finding of the organ's doing that is not mended; by item."""
    rows = (
        Finding.objects.filter(organ_id=organ_id, severity=Severity.ILLEGAL, mended_on__isnull=True, case__opened_on__gte=since, case__opened_on__lte=until)
        .exclude(case__item="")
        .exclude(whose="party")
        .values("case__item")
        .annotate(cases=Count("case", distinct=True))
        .order_by()
    )
    return {row["case__item"]: row["cases"] for row in rows}
