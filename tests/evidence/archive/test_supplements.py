"""补充卷: what comes after a file was formed lies in a file of its own; the first is never touched again."""

import io
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from fadu.cases.errors import Conflict
from fadu.evidence.archive import planning, services
from fadu.evidence.archive.models import Filing, Item, Volume
from fadu.evidence.models import Original, Use
from fadu.evidence.services import keep

pytestmark = pytest.mark.django_db


@pytest.fixture
def later(volume: Volume, bureau: Any) -> Original:
    """A letter of the reconsideration organ, handed in months later."""
    return keep(
        bureau.who("liwei"),
        io.BytesIO(b"\x89PNG\r\n\x1a\n" + bytes(100)),
        use=Use.PAPER,
        name="复议决定书.png",
        media="image/png",
        organ_id=volume.organ_id,
        case=volume.case,
    )


def test_a_file_is_formed_once(volume: Volume, bureau: Any) -> None:
    with pytest.raises(Conflict, match="没有新的材料"):
        services.bind(bureau.who("liwei"), volume.case_id)


def test_a_later_paper_waits_as_a_supplement_and_is_formed(volume: Volume, bureau: Any, later: Original) -> None:
    waiting = Filing.objects.get(case=volume.case, ordinal=1)
    assert not waiting.bound
    made = services.bind(bureau.who("liwei"), volume.case_id)
    assert (made.ordinal, made.number) == (1, f"{volume.number}-补1")
    assert [item.ref for item in made.items.all()] == [later.id]
    assert made.items.get().part == "front"
    assert made.checks.get().passed
    assert not planning.unfiled(volume.case)
    assert Filing.objects.get(case=volume.case, ordinal=1).bound
    with pytest.raises(Conflict):
        services.bind(bureau.who("liwei"), volume.case_id)


CHANGES = {
    "another term": lambda volume: Volume.objects.filter(pk=volume.pk).update(term="10"),
    "an item taken out": lambda volume: Item.objects.filter(volume=volume, place=3).delete(),
    "another hash": lambda volume: Item.objects.filter(volume=volume, place=1).update(sha256="0" * 64),
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_database_holds_the_file(volume: Volume, change: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        CHANGES[change](volume)


def test_numbers_run_by_organ_year_and_kind(volume: Volume) -> None:
    assert (volume.year, volume.serial) == (2026, 1)
    assert volume.number == "示市监档〔2026〕行政处罚0001"
