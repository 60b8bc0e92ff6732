"""The bureau, its neighbour, and parties that come back."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from fadu.accounts.actors import SYSTEM, Actor
from fadu.cases.models import Case, Outbox
from fadu.cases.services import register
from fadu.evidence.household.services import identity
from tests.cases.telling import Telling, at
from tests.cases.world import Bureau


@pytest.fixture(autouse=True)
def demonstration(settings: Any, tmp_path: Any) -> None:
    settings.DEMO = True
    settings.DATA = tmp_path


@pytest.fixture
def bureau(db: None) -> Bureau:
    return Bureau().general()


@pytest.fixture
def telling(bureau: Bureau) -> Telling:
    return Telling(bureau)


Open = Callable[..., Case]


@pytest.fixture
def opened(bureau: Bureau) -> Open:
    """Open a case of a party: followed up as the worker does, papers apart."""
    first = Telling(bureau).steps["register"]["data"]

    def case(by: str = "liwei", day: str = "2026-06-01", follow: bool = True, **party: Any) -> Case:
        data = {**{name: value for name, value in first.items() if not name.startswith("party_")}, "party_kind": "unit", **party}
        done = register(bureau.who(by), "penalty.general", {name: value for name, value in data.items() if value is not None}, taken_at=at(f"{day}T09:10"))
        if follow:
            follow_up()
        return Case.objects.get(pk=done.case_id)

    return case


def follow_up() -> None:
    for told in Outbox.objects.filter(topic="step").order_by("id"):
        identity.on_step(told)


STALL = {"party_name": "无照摊贩王老五", "party_address": "示范县城关镇南街 3 号", "party_phone": "13900001111"}
SHOP = {"party_name": "示范县清河食品店", "party_code": "92130999MA0FADU011", "party_legal_rep": "王清河", "party_address": "示范县城关镇清河路 12 号"}


def client_of(bureau: Bureau, username: str) -> Client:
    client = Client()
    client.force_login(bureau.named[username].user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def system() -> Actor:
    return SYSTEM
