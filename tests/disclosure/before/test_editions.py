"""Editions: one for each change and none without; older ones open again; the log proves them; what organs lack is told and closed."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from fadu.accounts.actors import PUBLIC, SYSTEM, Actor, Role
from fadu.accounts.permissions import NotAllowed
from fadu.agencies.models import Organ
from fadu.cases.models import Leaf
from fadu.cases.services import proofs
from fadu.cases.services.log import sequence_all
from fadu.catalog import services
from fadu.disclosure.before import figures, selectors
from fadu.disclosure.before.content import difference, folded, sha256_of
from fadu.disclosure.before.lists import LISTS, POWERS
from fadu.disclosure.before.models import Edition, Lack
from fadu.disclosure.before.requirements import DEMANDS
from fadu.disclosure.before.services import keep, keep_all, keeping, note, work_once
from fadu.ledger.entry import Entry, commitment
from tests.agencies.world import World
from tests.catalog.listing import item_data
from tests.disclosure.before.conftest import bureau, channel, enter, method

pytestmark = pytest.mark.django_db
rows = st.dictionaries(st.text("abc", min_size=1, max_size=2), st.integers(0, 3), max_size=6)


def _versions(name: str, organ: Organ | None = None) -> list[int]:
    return list(Edition.objects.filter(list=name, organ_id=organ.pk if organ else 0).order_by("version").values_list("version", flat=True))


@given(st.lists(rows, min_size=1, max_size=6))
def test_the_sum_of_the_changes_is_the_content(states: list[dict[str, int]]) -> None:
    """Whatever becomes of a list, each edition opens as it was."""
    changes, before = [], {}
    for state in states:
        after = {key: {"code": key, "n": value} for key, value in state.items()}
        found = difference(before, after)
        changes.append({"put": [*found.added, *(new for _, new in found.altered)], "gone": [row["code"] for row in found.removed]})
        assert {key: row["n"] for key, row in folded(changes, "code").items()} == state
        assert bool(found) is (before != after)
        before = after


def test_a_change_makes_an_edition_and_no_change_none(county: World) -> None:
    keep_all()
    assert _versions("powers") == [1]
    assert keep_all() == 0
    services.list_item(SYSTEM, item_data("SC-CF-101", name="又一项"))
    services.end_item(SYSTEM, "SC-JC-100", {"ends_on": "2026-02-01", "reason": "取消"})
    keep_all()
    assert _versions("powers") == [1, 2]
    assert _versions("powers", bureau()) == [1, 2]
    assert _versions("officers") == [1]
    second = Edition.objects.get(list="powers", organ_id=0, version=2)
    assert (second.added, second.altered, second.removed, second.rows) == (1, 0, 1, 3)
    assert set(selectors.rows_of(POWERS, 0, 1)) == {"SC-CF-100", "SC-JC-100", "SC-XK-100"}
    assert set(selectors.rows_of(POWERS, 0, 2)) == {"SC-CF-100", "SC-CF-101", "SC-XK-100"}
    assert second.sha256 == sha256_of([row for _, row in sorted(selectors.rows_of(POWERS, 0, 2).items())])
    told = Client().get(reverse("before:edition", args=["powers", 2])).content.decode()
    assert all(word in told for word in ("又一项", "新列入", "不再列入", second.sha256))
    assert "又一项" not in Client().get(reverse("before:edition", args=["powers", 1])).content.decode()
    assert Client().get(reverse("before:edition", args=["powers", 3])).status_code == 404
    assert Client().get(reverse("before:edition", args=["powers", 2]), {"against": "99999999999", "after": "'", "organ": bureau().pk}).status_code == 200
    assert "第 2 版" in Client().get(reverse("before:powers")).content.decode().replace('<span class="num">2</span>', "2")


def test_every_edition_is_a_leaf_that_its_row_agrees_with(county: World) -> None:
    keep_all()
    sequence_all()
    found = list(Edition.objects.select_related("leaf"))
    assert len(found) > len(LISTS)
    for edition in found:
        leaf = Leaf.objects.get(pk=edition.leaf_id)
        assert leaf.index is not None
        content = proofs.kinds()["edition"](leaf)
        assert Entry.from_bytes(bytes(leaf.entry)).commit == commitment(bytes(leaf.salt), content)


def test_what_was_published_is_not_rewritten(county: World) -> None:
    keep(SYSTEM, POWERS, None, timezone.localdate())
    for change in ({"sha256": "0" * 64}, {"change": {}}, {"version": 9}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Edition.objects.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        Edition.objects.all().delete()


@pytest.mark.parametrize("actor", [PUBLIC, Actor(1, "甲", Role.ADMIN, organ_id=1, organ_ids=frozenset({1}))], ids=["public", "admin"])
def test_nobody_but_the_platform_makes_editions(county: World, actor: Actor) -> None:
    with pytest.raises(NotAllowed):
        keep(actor, POWERS, None, timezone.localdate())
    with pytest.raises(NotAllowed):
        note(actor, bureau(), timezone.localdate())


def test_the_worker_does_some_at_a_time_and_looks_again_when_something_was_written(county: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "RECHECK", 0.0)
    rounds = 1
    while work_once(0.05):
        rounds += 1
    assert rounds > 1
    made = Edition.objects.count()
    assert made
    assert work_once() is False
    assert Edition.objects.count() == made
    services.list_item(SYSTEM, item_data("SC-CF-101", name="又一项"))
    while work_once():
        pass
    assert Edition.objects.filter(list="powers", organ_id=0).count() == 2


def test_an_organ_that_tells_everything_lacks_nothing_and_another_all(county: World) -> None:
    today = timezone.localdate()
    assert note(SYSTEM, bureau(), today) == 0
    ecology = Organ.objects.get(short_name="示环")
    note(SYSTEM, ecology, today)
    assert set(Lack.objects.filter(organ_id=ecology.pk, until=None).values_list("demand", flat=True)) == {
        "method", "tasks", "standing", "elements", "officers", "powers", "channels",
    }  # fmt: skip
    note(SYSTEM, ecology, today + timedelta(1))
    assert set(Lack.objects.filter(organ_id=ecology.pk).values_list("since", flat=True)) == {today}


def test_what_was_lacking_is_closed_when_it_is_there(county: World) -> None:
    ecology, today = Organ.objects.get(short_name="示环"), timezone.localdate()
    note(SYSTEM, ecology, today)
    enter_all = {"channels": lambda: enter_channel(ecology), "method": lambda: enter_method(ecology)}
    for demand, entered in enter_all.items():
        assert DEMANDS[demand].stand(ecology, today).lacks
        entered()
        assert not DEMANDS[demand].stand(ecology, today).lacks
    note(SYSTEM, ecology, today)
    assert set(Lack.objects.filter(organ_id=ecology.pk).exclude(until=None).values_list("demand", flat=True)) == {"channels", "method"}


def enter_channel(organ: Organ) -> None:
    from fadu.disclosure.before.books import CHANNELS

    enter(CHANNELS, organ, **channel())


def enter_method(organ: Organ) -> None:
    from fadu.disclosure.before.books import METHODS

    enter(METHODS, organ, **method(number="示环〔2024〕1号"))


def test_rules_of_publication_count_once_a_second_person_checked_them(county: World) -> None:
    from fadu.agencies.services import books
    from fadu.disclosure.before.books import METHODS
    from tests.disclosure.before.conftest import FIRST, SECOND

    ecology, today = Organ.objects.get(short_name="示环"), timezone.localdate()
    row = books.enter(FIRST, METHODS, ecology.pk, method(number="示环〔2024〕2号"))
    assert DEMANDS["method"].stand(ecology, today).lacks
    assert "示环〔2024〕2号" not in Client().get(reverse("before:methods")).content.decode()
    books.check(SECOND, METHODS, row.pk)
    assert not DEMANDS["method"].stand(ecology, today).lacks


def test_figures_say_which_organ_falls_short(county: World) -> None:
    keep_all()
    county_, today = Organ.objects.get(short_name="示县府"), timezone.localdate()
    expected = {"before.method": (1, 2), "before.tasks": (4, 8), "before.charts": (3, 3), "before.current": (1, 2), "before.channels": (1, 2)}
    read = {figure.id: figure.read(county_, today) for figure in figures.FIGURES}
    assert {name: read[name].of for name in expected} == expected
    assert read["before.charts"].met
    assert not read["before.method"].met
    assert read["before.eight"].of == (8 + 2, 16)  # of ecology there are no results and no inspections to tell
    bare = {row.label for row in read["before.method"].behind if row.lacks}
    assert bare == {"示范县生态环境局"}


def test_a_figure_falls_when_the_list_has_changed_since_its_edition(county: World) -> None:
    keep_all()
    figure = next(one for one in figures.FIGURES if one.id == "before.current")
    assert figure.read(bureau(), timezone.localdate()).met
    services.list_item(SYSTEM, item_data("SC-CF-101", name="又一项"))
    assert figure.read(bureau(), timezone.localdate()).met is False
    keep_all()
    assert figure.read(bureau(), timezone.localdate()).met
