"""What the database itself refuses, whoever writes; migrations that can be taken back; what each room imports."""

import ast
from datetime import date, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError
from django.utils import timezone

import fadu
from fadu.accounts.actors import Role
from fadu.agencies.models import Change, Credential, CredentialState, Officer, Organ
from tests.agencies.world import World

DAY = date(2026, 6, 1)


def refused(write: Any) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        write()


def organ(world: World, **more: Any) -> Organ:
    data = {"name": "某局", "short_name": "某", "code": "X" * 18, "kind": "statutory", "field": "market", "level": "county", "starts_on": DAY, **more}
    return Organ.objects.create(**data)


def test_an_organ_ends_no_earlier_than_it_begins(world: World) -> None:
    refused(lambda: organ(world, ends_on=DAY - timedelta(days=1)))
    assert organ(world, ends_on=DAY).pk


def test_codes_are_unique_and_short_names_among_organs_that_stand(world: World) -> None:
    refused(lambda: organ(world, code=world.organs["示环"].code))
    refused(lambda: organ(world, short_name="示环"))
    assert organ(world, short_name="示环", ends_on=DAY).pk


def test_an_officer_leaves_no_earlier_than_coming(world: World) -> None:
    ends = DAY - timedelta(days=1)
    refused(lambda: Officer.objects.create(organ=world.organs["示环"], name="孙杰", employment="civil", starts_on=DAY, ends_on=ends))


@pytest.mark.parametrize("column", ["id_index", "user"])
def test_one_identity_and_one_account_serve_once_at_a_time(world: World, column: str) -> None:
    person = world.people[Role.HEAD]
    taken = {column: getattr(person, column)}
    row = {"organ": world.organs["示环"], "name": "李强", "employment": "civil", "starts_on": DAY, **taken}
    refused(lambda: Officer.objects.create(**row))
    assert Officer.objects.create(**row, ends_on=DAY).pk


def test_many_people_have_no_number_and_no_account(world: World) -> None:
    for _ in range(3):
        assert Officer.objects.create(organ=world.organs["示环"], name="某人", employment="civil", starts_on=DAY).id_number is None


def test_a_credential_has_a_number_of_its_own_and_ends_no_earlier_than_it_begins(world: World) -> None:
    person = world.people[Role.OFFICER]
    card = {"officer": person, "number": "1", "category": "market", "valid_from": DAY}
    refused(lambda: Credential.objects.create(**card, valid_to=DAY - timedelta(days=1)))
    assert Credential.objects.create(**card, valid_to=DAY).pk
    refused(lambda: Credential.objects.create(**card, valid_to=DAY))


def test_a_state_lasts(world: World) -> None:
    card = world.credential(world.people[Role.OFFICER])
    CredentialState.objects.filter(credential=card).update(ends_at=timezone.now())
    moment = timezone.make_aware(datetime(2026, 6, 1, 10))
    for ends in (moment, moment - timedelta(minutes=1)):
        refused(lambda ends=ends: CredentialState.objects.create(credential=card, state="suspended", starts_at=moment, ends_at=ends, reason="x"))


@pytest.mark.parametrize("what", ["organ", "officer", "credential", "user"])
def test_nothing_that_others_rest_on_is_deleted(world: World, what: str) -> None:
    person = world.people[Role.OFFICER]
    card = world.credential(person)
    rests = {"organ": person.organ, "officer": person, "credential": card, "user": person.user}[what]
    with pytest.raises(ProtectedError):
        rests.delete()


def test_an_identity_number_stands_nowhere_in_the_clear(world: World) -> None:
    """Not in its own column, not in the record of changes, not in any other table."""
    person = world.officer("孙杰")
    number = person.id_number
    assert number
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            for row in cursor.fetchall():
                cells = [bytes(cell) if isinstance(cell, memoryview) else cell for cell in row]
                assert not any(number in str(cell) or number.encode() in (cell if isinstance(cell, bytes) else b"") for cell in cells), table


def test_every_change_of_the_county_is_signed_and_dated(world: World) -> None:
    changes = Change.objects.all()
    assert changes.count() >= len(world.organs) + len(world.people)
    assert all(change.by_name and change.at and change.label and change.organ_id for change in changes)


@pytest.mark.django_db
def test_models_and_migrations_agree() -> None:
    call_command("makemigrations", "accounts", "agencies", check=True, dry_run=True, verbosity=0, skip_checks=True)


@pytest.mark.parametrize("room", ["accounts", "agencies"])
def test_migrations_can_be_taken_back(transactional_db: None, room: str) -> None:
    said = StringIO()
    call_command("sqlmigrate", room, "0001", backwards=True, stdout=said, no_color=True)
    assert said.getvalue().count("DROP TABLE") >= (2 if room == "accounts" else 5)


ABOVE = {"accounts": {"law", "ledger", "accounts"}, "agencies": {"law", "ledger", "accounts", "sheets", "agencies"}}


@pytest.mark.parametrize("room", list(ABOVE))
def test_a_room_imports_only_what_stands_above_it(room: str) -> None:
    for file in (Path(fadu.__file__).parent / room).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            names = [node.module or ""] if isinstance(node, ast.ImportFrom) else [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                if name.startswith("fadu."):
                    assert name.split(".")[1] in ABOVE[room], f"{file.name} imports {name}"


@pytest.mark.parametrize("room", list(ABOVE))
def test_only_services_write_and_managers_that_they_use(room: str) -> None:
    writes = {"create", "bulk_create", "update", "bulk_update", "delete", "save", "get_or_create", "update_or_create"}
    for file in (Path(fadu.__file__).parent / room).rglob("*.py"):
        if "services" in file.stem or "services" in file.parts or "migrations" in file.parts or file.stem == "models":
            continue
        calls = [
            node.func.attr
            for node in ast.walk(ast.parse(file.read_text()))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not (node.func.attr == "update" and node.args)  # of a set or a digest
        ]
        assert not writes & set(calls), f"{file.name} writes: {writes & set(calls)}"
