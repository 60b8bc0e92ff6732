"""What an organ that was merged or split leaves behind: handed over row by row by a deliberate act, whole or not at all."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.permissions import NotAllowed
from fadu.agencies import leftover
from fadu.agencies import services as people
from fadu.agencies.models import Change
from fadu.catalog import services
from fadu.catalog.models import Delegation, PowerItem
from fadu.catalog.selectors.inheriting import heirs, left
from fadu.law.forms import Invalid
from tests.agencies.reforms import merging, splitting
from tests.agencies.world import World, build

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
ON = TODAY - timedelta(30)
SAID = {"since": str(ON), "paper": "示编发〔2025〕9号", "reason": "机构改革"}


def item(code: str, organ, **more) -> PowerItem:
    told = {"name": f"事项{code}", "kind": "penalty", "field": "market", "level": "county", "bases": ["《行政处罚法》第九条"], "since": date(2020, 1, 1)}
    return PowerItem.objects.create(code=code, organ=organ, **told | {"published_on": date(2020, 1, 2)} | more)


@pytest.fixture
def world(settings) -> World:
    settings.DEMO = True  # the accounts of the county are of a demonstration
    return build()


@pytest.fixture
def county(world: World) -> World:
    """生态环境局 has three items, an entrustment to the squad and one that ran out; it is merged into the market bureau."""
    eco, squad = world.organs["示环"], world.organs["示执法"]
    for code in ("A-1", "A-2", "A-3"):
        item(code, eco)
    item("OLD", eco, until=date(2021, 1, 1))
    told = {
        "items": ["A-1"],
        "document": "委〔2024〕1号",
        "since": date(2024, 1, 1),
        "published_on": date(2024, 1, 1),
        "filed_on": date(2024, 1, 9),
        "by_name": "甲",
    }
    Delegation.objects.create(kind="entrustment", organ=squad, principal=eco, until=TODAY + timedelta(90), powers="调查", **told)
    Delegation.objects.create(kind="entrustment", organ=squad, principal=eco, until=date(2024, 6, 1), **told)
    return world


def merged(world: World) -> None:
    people.merge(SYSTEM, merging(world.organs["示市监"], world.organs["示环"], on=str(ON)))
    for organ in world.organs.values():
        organ.refresh_from_db()


def choose(world: World, **more: str) -> dict[str, str]:
    successor = str(world.organs["示市监"].pk)
    rows = left(world.organs["示环"], TODAY)
    chosen = {f"item-{row.pk}": successor for row in rows.items} | {f"delegation-{row.pk}": successor for row in rows.delegations}
    return SAID | chosen | more


def test_an_organ_that_stands_has_nothing_to_hand_over(county: World) -> None:
    assert leftover.of(county.organs["示环"], TODAY) is None


def test_an_ended_organ_with_items_left_says_so_as_a_task(county: World) -> None:
    merged(county)
    found = leftover.of(county.organs["示环"], TODAY)
    assert (found.items, found.delegations) == (3, 1)
    page = county.client(Role.ADMIN).get(f"/organs/{county.organs['示环'].pk}/").content.decode()
    assert "名下还有 4 项没有承继" in page
    assert found.href in page
    assert "逐项办理承继" not in county.client(Role.HEAD).get(f"/organs/{county.organs['示环'].pk}/").content.decode()


def test_items_are_listed_anew_with_reason_and_paper_and_keep_their_history(county: World) -> None:
    merged(county)
    eco, market = county.organs["示环"], county.organs["示市监"]
    last = PowerItem.objects.get(code="A-3")
    done = services.inherit(county.actor(Role.ADMIN), eco.pk, choose(county, **{f"item-{last.pk}": "end"}))
    assert (done.moved, done.ended, done.remade, done.lapsed) == (2, 1, 1, 0)
    old, new = PowerItem.objects.filter(code="A-1").order_by("since")
    assert (old.organ, old.until, new.organ, new.since, new.until) == (eco, ON - timedelta(1), market, ON, None)
    assert (new.document, new.published_on, new.name) == ("示编发〔2025〕9号", None, old.name), "to be published anew"
    assert "承继自示范县生态环境局（示编发〔2025〕9号）：机构改革" in new.listed_why
    last.refresh_from_db()
    assert last.until == ON - timedelta(1)
    assert leftover.of(eco, TODAY) is None
    assert Change.objects.filter(what="organ", target_id=eco.pk, action="承继事项").count() == 1


def test_a_delegation_is_made_anew_unpublished_or_lapses(county: World) -> None:
    merged(county)
    eco, market, squad = (county.organs[name] for name in ("示环", "示市监", "示执法"))
    services.inherit(county.actor(Role.ADMIN), eco.pk, choose(county))
    old, _, new = Delegation.objects.order_by("pk")
    assert (old.until, new.principal, new.organ, new.since, new.until, new.published_on, new.filed_on, new.powers) == (
        ON - timedelta(1), market, squad, ON, TODAY + timedelta(90), None, None, "调查",
    )  # fmt: skip
    assert Delegation.objects.get(until=date(2024, 6, 1)).reason == "", "one that ran out is left alone"


@pytest.mark.parametrize(("more", "field"), [({"since": "2019-01-01"}, "since"), ({"paper": ""}, "paper"), ({"published_on": "2025-01-01"}, "published_on")])
def test_it_is_done_whole_or_not_at_all(county: World, more: dict[str, str], field: str) -> None:
    merged(county)
    before = list(PowerItem.objects.order_by("pk").values_list("pk", "until"))
    with pytest.raises(Invalid) as wrong:
        services.inherit(county.actor(Role.ADMIN), county.organs["示环"].pk, choose(county, **more))
    assert field in wrong.value.errors
    assert list(PowerItem.objects.order_by("pk").values_list("pk", "until")) == before
    assert Delegation.objects.count() == 2


def test_every_row_must_be_chosen_and_only_among_the_successors(county: World) -> None:
    merged(county)
    key = f"item-{PowerItem.objects.get(code='A-2').pk}"
    for word in ("", "lapse", str(county.organs["示司"].pk), "1 OR 1"):
        with pytest.raises(Invalid) as wrong:
            services.inherit(county.actor(Role.ADMIN), county.organs["示环"].pk, choose(county, **{key: word}))
        assert list(wrong.value.errors) == [key]
    with pytest.raises(NotAllowed):
        services.inherit(county.actor(Role.HEAD), county.organs["示环"].pk, choose(county))


def test_a_split_chooses_row_by_row_and_heirs_are_followed_through_reforms(county: World) -> None:
    eco, market, justice = (county.organs[name] for name in ("示环", "示市监", "示司"))
    people.split(SYSTEM, eco.pk, splitting(market, justice, on=str(ON)))
    eco.refresh_from_db()
    assert heirs(eco) == [market, justice]
    chosen = choose(county, **{f"item-{PowerItem.objects.get(code='A-2').pk}": str(justice.pk)})
    services.inherit(county.actor(Role.ADMIN), eco.pk, chosen)
    assert [PowerItem.objects.get(code=code, until__isnull=True).organ for code in ("A-1", "A-2", "A-3")] == [market, justice, market]


def test_the_page_shows_what_moves_and_keeps_what_was_chosen(county: World) -> None:
    merged(county)
    address = f"/organs/{county.organs['示环'].pk}/inherit/"
    client = county.client(Role.ADMIN)
    page = client.get(address).content.decode()
    assert page.count(f'<option value="{county.organs["示市监"].pk}" selected>') == 4
    sent = client.post(address, choose(county, paper=""))
    assert sent.status_code == 422
    assert "机构改革" in sent.content.decode()
    assert client.post(address, choose(county)).status_code == 302
    assert "没有留下" in client.get(address).content.decode()
    assert county.client(Role.OFFICER).get(address).status_code == 403
