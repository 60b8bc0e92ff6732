"""立卷: the file of the main job's case is whole, in order, numbered, proved."""

import pytest

from fadu.evidence.archive.models import Volume

pytestmark = pytest.mark.django_db


def test_nothing_fails(volume: Volume) -> None:
    check = volume.checks.get()
    assert [(one["no"], one["name"], one["found"]) for one in check.results if one["state"] == "fail"] == []
    for one in check.results: print(one["no"], one["name"], one["state"], one["found"])
    for item in volume.items.order_by("place"): print(item.place, item.part, item.group, item.title, item.number, item.first_page, item.pages, item.name)
    print(volume.number, volume.term, volume.term_why, volume.size, volume.register)
