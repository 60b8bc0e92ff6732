"""Two administrators at the same moment. On PostgreSQL, where they really are."""

import pytest
from django.db import connection

from fadu.accounts.actors import SYSTEM
from fadu.catalog import services
from fadu.catalog.models import DiscretionTable
from tests.agencies.test_races import refused, together
from tests.catalog.tables import made

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs FADU_TEST_DATABASE_URL"),
]
PACK = "wuyuan-materials"


def test_a_draft_is_published_once() -> None:
    row = made.draft(actor=SYSTEM)
    data = {"published_on": "2026-01-01", "since": "2026-01-01", "reason": "制定"}
    results = together(*[lambda: services.publish(SYSTEM, [row.pk], data)] * 4)
    assert refused(results) == [{""}] * 3
    row.refresh_from_db()
    assert (row.state, row.revision) == ("published", 2)


def test_one_draft_of_a_next_version_is_opened() -> None:
    results = together(*[lambda: services.revise(SYSTEM, PACK)] * 4)
    assert {result.pk for result in results if isinstance(result, DiscretionTable)} == {DiscretionTable.objects.get().pk}


def test_each_new_table_has_a_number_of_its_own() -> None:
    results = together(*[lambda: services.open_draft(SYSTEM, "bands", made.BANDS)] * 4)
    codes = [result.code for result in results if isinstance(result, DiscretionTable)]
    assert codes
    assert len(set(codes)) == len(codes) == DiscretionTable.objects.count()


def test_a_pack_s_table_is_repealed_once() -> None:
    data = {"ends_on": "2026-05-01", "reason": "依据废止"}
    results = together(*[lambda: services.repeal(SYSTEM, PACK, data)] * 4)
    assert len(refused(results)) == 3
    assert DiscretionTable.objects.count() == 1
