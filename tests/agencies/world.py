"""A small county with a neighbour, for tests: made by the services, as an installation is."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

from django.test import Client
from django.utils import timezone

from fadu.accounts.actors import SERVING, SYSTEM, Actor, Role
from fadu.accounts.selectors import actor_for
from fadu.agencies import services
from fadu.agencies.codes import credit_code, id_number
from fadu.agencies.models import Credential, Officer, Organ

PASSWORD = "quiet-river-4821"
numbers: Iterator[int] = count(1)


def organ_data(name: str, short: str, **more: Any) -> dict[str, Any]:
    """What is entered for an organ."""
    return {
        "name": name,
        "short_name": short,
        "code": credit_code(f"11130999MB{next(numbers):07d}"),
        "kind": "statutory",
        "field": "market",
        "level": "county",
        "region_name": "示范县",
        "region_code": "130999",
        "address": "示范县清河路 1 号",
        "phone": "0312-1234567",
        "legal_rep": "李明",
        "starts_on": "2019-01-01",
        **more,
    }


def officer_data(name: str, **more: Any) -> dict[str, Any]:
    """What is entered for a person."""
    return {
        "name": name,
        "id_number": id_number(f"13099919850101{next(numbers) % 1000:03d}"),
        "post_title": "一级主任科员",
        "employment": "civil",
        "legal_qualification": "1",
        "legal_qualified_on": "2010-03-01",
        "starts_on": "2020-01-01",
        **more,
    }


def credential_data(**more: Any) -> dict[str, Any]:
    """What is entered for a credential."""
    today = timezone.localdate()
    return {
        "number": f"030607{next(numbers):05d}",
        "category": "market",
        "valid_from": str(today - timedelta(days=400)),
        "valid_to": str(today + timedelta(days=400)),
        "reason": "启用平台前已经持有",
        **more,
    }


@dataclass
class World:
    """Organs by short name, one person of each role in the market bureau, its administrator at the county."""

    organs: dict[str, Organ] = field(default_factory=dict)
    people: dict[Role, Officer] = field(default_factory=dict)

    def organ(self, name: str, short: str, above: str | None = None, **more: Any) -> Organ:
        parent = {"parent": str(self.organs[above].pk)} if above else {}
        self.organs[short] = services.add_organ(SYSTEM, organ_data(name, short, **parent, **more))
        return self.organs[short]

    def officer(self, name: str, short: str = "示市监", **more: Any) -> Officer:
        return services.add_officer(SYSTEM, self.organs[short].pk, officer_data(name, **more))

    def credential(self, person: Officer, **more: Any) -> Credential:
        return services.issue_credential(SYSTEM, person.pk, credential_data(**more))

    def serving(self, name: str, role: Role, short: str = "示市监", since: date | None = None) -> Officer:
        person = self.officer(name, short)
        services.open_account(SYSTEM, person.pk, {"username": f"user{next(numbers)}", "password": PASSWORD}, demo=True)
        services.appoint(SYSTEM, person.pk, {"role": role.value, "starts_on": str(since or date(2020, 1, 1))})
        person.refresh_from_db()
        return person

    def actor(self, role: Role) -> Actor:
        if role is Role.PUBLIC or role is Role.SYSTEM:
            raise LookupError(role)
        user = self.people[role].user
        assert user is not None
        return actor_for(user)

    def client(self, role: Role) -> Client:
        client = Client()
        if role in self.people:
            client.force_login(self.people[role].user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    def clients(self) -> dict[Role, Client]:
        return {role: self.client(role) for role in (*SERVING, Role.PUBLIC)}


def build() -> World:
    """示范县 with its departments and one township, and 邻县 beside it, both under one city."""
    world = World()
    world.organ("示范市人民政府", "示府", level="city", field="government")
    world.organ("示范县人民政府", "示县府", "示府", field="government")
    world.organ("示范县市场监督管理局", "示市监", "示县府", bank_name="示范银行", bank_account="6222000012345678")
    world.organ("示范县市场监督管理局城关所", "示市监城", "示市监", kind="dispatched", level="township")
    world.organ("示范县执法大队", "示执法", "示市监", kind="entrusted")
    world.organ("示范县生态环境局", "示环", "示县府", field="ecology")
    world.organ("示范县司法局", "示司", "示县府", field="justice")
    world.organ("城关镇人民政府", "城政", "示县府", field="government", level="township", region_code="130999100")
    world.organ("邻县人民政府", "邻县府", "示府", field="government", region_code="130998")
    world.organ("邻县市场监督管理局", "邻市监", "邻县府", region_code="130998")
    for name, role, short in (
        ("张伟", Role.OFFICER, "示市监"),
        ("王芳", Role.REVIEWER, "示市监"),
        ("李强", Role.HEAD, "示市监"),
        ("赵敏", Role.SUPERVISOR, "示司"),
        ("陈静", Role.ADMIN, "示县府"),
    ):
        world.people[role] = world.serving(name, role, short)
    return world
