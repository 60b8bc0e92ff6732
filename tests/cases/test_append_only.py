"""The database itself keeps the record: neither the ORM nor raw SQL changes a step, an attempt or a leaf."""

import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from fadu.cases import append_only
from fadu.cases.errors import Refused
from fadu.cases.models import Attempt, Case, Leaf, Step
from fadu.cases.services.log import sequence_all
from tests.cases.telling import Telling
from tests.cases.world import Bureau

ROWS = {"cases_step": Step, "cases_attempt": Attempt, "cases_leaf": Leaf}


@pytest.fixture
def told(bureau: Bureau) -> Telling:
    """A case with some steps, a refused attempt, and their leaves."""
    telling = Telling(bureau).until("inspect")
    with pytest.raises(Refused):
        telling.take("question", {"present": ["liwei"]})
    return telling


def held(write: Callable[[], Any], says: str = "只增不改") -> None:
    """The write is refused with a text that says why, and nothing has changed."""
    before = _bytes()
    with pytest.raises(IntegrityError, match=says), transaction.atomic():
        write()
    assert _bytes() == before


def _bytes() -> list[Any]:
    kept = []
    with connection.cursor() as cursor:
        for table in ROWS:
            cursor.execute(f'SELECT * FROM "{table}" ORDER BY id')
            kept.append([[bytes(cell) if isinstance(cell, memoryview) else cell for cell in row] for row in cursor.fetchall()])
    return kept


def sql(statement: str, *values: Any) -> Callable[[], None]:
    def run() -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)

    return run


@pytest.mark.parametrize("table", ["cases_step", "cases_attempt"])
@pytest.mark.parametrize("column", ["name", "by_name", "taken_at", "data", "by_officer"])
def test_no_column_of_a_step_or_an_attempt_is_changed_by_sql(told: Telling, table: str, column: str) -> None:
    held(sql(f'UPDATE "{table}" SET "{column}" = "{column}"'))


@pytest.mark.parametrize("table", list(ROWS))
def test_no_row_is_deleted_by_sql(told: Telling, table: str) -> None:
    held(sql(f'DELETE FROM "{table}"'), "不能删除")


@pytest.mark.parametrize("model", [Step, Attempt])
def test_the_orm_changes_no_step_and_no_attempt(told: Telling, model: type[Step | Attempt]) -> None:
    row = model.objects.latest("id")
    row.by_name = "别人"
    held(row.save)
    held(lambda: model.objects.update(by_name="别人"))
    held(lambda: model.objects.bulk_update([row], ["by_name"]))
    held(lambda: model.objects.all().delete(), "不能删除")
    held(row.delete, "不能删除")


@pytest.mark.parametrize("column", ["case_id", "kind", "ref", "salt", "entry", "id"])
def test_of_a_leaf_nothing_else_is_changed_even_while_its_index_is_given(told: Telling, column: str) -> None:
    leaf = Leaf.objects.filter(index__isnull=True).latest("id")
    other = {"case_id": None, "kind": "seal", "ref": uuid.uuid4(), "salt": b"x" * 32, "entry": b"{}", "id": 10**6}[column]
    held(lambda: Leaf.objects.filter(pk=leaf.pk).update(index=7, **{column: other}), "只能补一次")
    held(lambda: Leaf.objects.filter(pk=leaf.pk).update(**{column: other}), "只能补一次")


def test_a_leaf_is_numbered_once(told: Telling) -> None:
    leaf = Leaf.objects.latest("id")
    Leaf.objects.filter(pk=leaf.pk).update(index=41)
    held(lambda: Leaf.objects.filter(pk=leaf.pk).update(index=42), "只能补一次")
    held(lambda: Leaf.objects.filter(pk=leaf.pk).update(index=None), "只能补一次")
    held(lambda: Leaf.objects.filter(pk=leaf.pk).update(index=41), "只能补一次")


def test_the_sequencer_still_numbers(told: Telling) -> None:
    sequence_all()
    indices = sorted(Leaf.objects.values_list("index", flat=True))
    assert indices == list(range(Leaf.objects.count()))


def test_a_case_with_a_record_is_not_deleted(told: Telling) -> None:
    with pytest.raises(ProtectedError):
        told.case.delete()


@pytest.mark.skipif(connection.vendor != "sqlite", reason="REPLACE is SQLite's")
@pytest.mark.parametrize("table", list(ROWS))
def test_replace_does_not_go_round_it(told: Telling, table: str) -> None:
    names = ", ".join(f'"{field.column}"' for field in ROWS[table]._meta.concrete_fields)
    held(sql(f'INSERT OR REPLACE INTO "{table}" ({names}) SELECT {names} FROM "{table}"'), "不能覆盖")
    held(sql(f'REPLACE INTO "{table}" ({names}) SELECT {names} FROM "{table}" LIMIT 1'), "不能覆盖")


@pytest.mark.skipif(connection.vendor != "sqlite", reason="REPLACE is SQLite's")
def test_replace_by_the_place_in_the_case_does_not_go_round_it(told: Telling) -> None:
    names = [field.column for field in Step._meta.concrete_fields]
    values = ", ".join(f"'{uuid.uuid4().hex}'" if name == "id" else f'"{name}"' for name in names)
    listed = ", ".join(f'"{name}"' for name in names)
    held(sql(f"INSERT OR REPLACE INTO cases_step ({listed}) SELECT {values} FROM cases_step WHERE seq = 1"), "不能覆盖")


def test_an_upsert_does_not_go_round_it(told: Telling) -> None:
    row = Step.objects.latest("id")
    row.by_name = "别人"
    held(lambda: Step.objects.bulk_create([row], update_conflicts=True, unique_fields=["id"], update_fields=["by_name"]))


def test_the_triggers_lie_after_every_migrate(told: Telling) -> None:
    append_only.remove(connection)
    assert not append_only.laid(connection) & append_only.wanted(connection)
    append_only.after_migrate(using="default")
    assert append_only.laid(connection) >= append_only.wanted(connection)
    held(sql("DELETE FROM cases_step"), "不能删除")


def test_laying_them_twice_is_laying_them_once(told: Telling) -> None:
    before = append_only.laid(connection)
    append_only.install(connection)
    append_only.install(connection)
    assert append_only.laid(connection) == before


def test_a_real_installation_is_not_flushed(told: Telling, settings: Any) -> None:
    settings.DEMO = settings.TESTING = False
    with pytest.raises(CommandError, match="不能清空"):
        call_command("flush", interactive=False, verbosity=0)
    assert Case.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_database_of_tests_is_flushed_and_held_again(transactional_db: None, settings: Any) -> None:
    settings.DEMO = True
    Telling(Bureau()).until("file")
    call_command("flush", interactive=False, verbosity=0)
    assert not Step.objects.exists()
    assert append_only.laid(connection) >= append_only.wanted(connection)


def test_the_migration_lays_and_lifts(told: Telling) -> None:
    from importlib import import_module

    migration = import_module("fadu.cases.migrations.0002_append_only")

    class Editor:
        pass

    Editor.connection = connection  # type: ignore[attr-defined]
    migration.lift(None, Editor)
    assert not append_only.laid(connection) & append_only.wanted(connection)
    migration.lay(None, Editor)
    held(sql("UPDATE cases_step SET seq = seq"), "不能修改")
    assert migration.Migration.dependencies == [("cases", "0001_initial")]


def test_migrating_lays_what_is_missing(told: Telling) -> None:
    append_only.remove(connection)
    call_command("migrate", verbosity=0)
    assert append_only.laid(connection) >= append_only.wanted(connection)
