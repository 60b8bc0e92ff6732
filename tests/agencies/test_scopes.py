"""Scopes on real rows: whoever asks, the filter lets through what a plain reading of the permission does, and no more."""

import pytest

from fadu.accounts.actions import ACTIONS
from fadu.accounts.actors import PUBLIC, SYSTEM, Actor, Role
from fadu.accounts.permissions import Scope, reach, reaches, scope
from fadu.agencies.models import Officer, Organ
from tests.agencies.world import World


def plainly(actor: Actor, action: str, row: Officer) -> bool:
    """Whether the row is the actor's to act on, decided row by row; here a person stands for a case and handles it."""
    match reach(actor, action):
        case Scope.ALL:
            return True
        case Scope.ORGANS_BELOW:
            return row.organ_id in actor.organ_ids
        case Scope.ORGAN:
            return row.organ_id == actor.organ_id
        case Scope.SELF:
            return row.pk == actor.officer_id
        case Scope.OWN_CASES:
            return row.organ_id == actor.organ_id and row.pk == actor.officer_id
    return False


@pytest.fixture
def everyone(world: World) -> list[Officer]:
    for short in world.organs:
        world.officer(f"{short}某", short)
    return list(Officer.objects.all())


def asking(world: World) -> list[Actor]:
    stranger = Actor(None, "无机关", Role.HEAD)
    return [*(world.actor(role) for role in world.people), PUBLIC, SYSTEM, stranger]


def test_every_actor_with_every_action_gets_the_rows_a_plain_reading_gives(world: World, everyone: list[Officer]) -> None:
    for actor in asking(world):
        for action in (*ACTIONS, "case.delete"):
            through = set(Officer.objects.filter(scope(actor, action, organ="organ_id", handlers="id", officer="id")))
            assert through == {row for row in everyone if plainly(actor, action, row)}, (actor.role, action)


def test_reaching_an_organ_agrees_with_the_scope_on_organs(world: World) -> None:
    for actor in asking(world):
        for action in ("people.see", "people.manage", "organ.manage", "statute.see", "nothing"):
            through = set(Organ.objects.filter(scope(actor, action, organ="pk")).values_list("pk", flat=True))
            assert through == {organ.pk for organ in world.organs.values() if reaches(actor, action, organ.pk)}, (actor.role, action)


def test_a_scope_can_be_joined_with_other_filters(world: World, everyone: list[Officer]) -> None:
    head, admin = world.actor(Role.HEAD), world.actor(Role.ADMIN)
    named = Officer.objects.filter(scope(head, "people.see"), name="示市监某")
    assert [row.name for row in named] == ["示市监某"]
    assert not Officer.objects.filter(scope(head, "people.see") & scope(PUBLIC, "people.see")).exists()
    assert Officer.objects.filter(scope(head, "people.see") | scope(admin, "people.see")).count() == len(
        [row for row in everyone if row.organ_id in admin.organ_ids]
    )


def test_denying_a_scope_denies_what_it_lets_through(world: World, everyone: list[Officer]) -> None:
    head = world.actor(Role.HEAD)
    inside, outside = Officer.objects.filter(scope(head, "people.see")), Officer.objects.exclude(scope(head, "people.see"))
    assert set(inside) | set(outside) == set(everyone)
    assert not set(inside) & set(outside)
