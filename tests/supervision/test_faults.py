"""In how many cases of an item something unlawful stands, as the catalogue asks it."""

from datetime import date
from typing import Any

import pytest

from fadu.accounts.actors import SYSTEM
from fadu.cases.models import Case
from fadu.cases.services.replay import replay
from fadu.catalog import answers
from fadu.supervision.models import Finding
from fadu.supervision.services import swept
from tests.cases.world import Bureau

pytestmark = pytest.mark.django_db
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def test_unlawful_findings_that_stand_are_counted_by_case(bureau: Bureau, food: dict[str, Any]) -> None:
    case = Case.objects.get(pk=replay(food).case_id)
    assert answers.work(bureau.bureau.pk, *YEAR)[case.item].faulty == 0
    swept(SYSTEM, day=date(2026, 12, 1))
    Finding.objects.all().delete()
    common = {"case": case, "organ": bureau.bureau, "grain": "case", "since": date(2026, 6, 1), "found_on": date(2026, 6, 2)}
    Finding.objects.create(rule="A", severity="illegal", whose="officer", **common)
    Finding.objects.create(rule="B", severity="illegal", whose="head", **common)
    Finding.objects.create(rule="C", severity="told", whose="officer", **common)
    Finding.objects.create(rule="D", severity="illegal", whose="party", **common)
    assert answers.work(bureau.bureau.pk, *YEAR)[case.item].faulty == 1
    Finding.objects.update(mended_on=date(2026, 6, 3))
    assert answers.work(bureau.bureau.pk, *YEAR)[case.item].faulty == 0
