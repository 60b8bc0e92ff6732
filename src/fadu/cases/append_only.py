"""The record is held by the database itself: what is written there is not changed and not taken away, whoever writes.

Triggers refuse it, in SQLite and PostgreSQL alike: steps and attempts are neither updated nor deleted; a leaf is not
deleted, and of a leaf only its place in the log is given, once. SQLite drops triggers with a table that a migration
remakes, so they are laid anew after every migrate. There is no switch that lets a writer through; only `flush`, which
refuses a real installation, lifts them (`lifted`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

STEP, ATTEMPT, LEAF = TABLES = ("cases_step", "cases_attempt", "cases_leaf")
UNIQUE = {STEP: (("id",), ("case_id", "seq")), ATTEMPT: (("id",),), LEAF: (("id",), ("ref",))}
"""What tells rows apart: SQLite's REPLACE would take the old row away without a word."""

SAYS = {
    "update": "{table} 只增不改：记录不能修改，需要更正的另行登记更正 (append-only: no update)",
    "delete": "{table} 只增不改：记录不能删除 (append-only: no delete)",
    "replace": "{table} 只增不改：记录不能覆盖 (append-only: no replace)",
    "number": "{table} 只增不改：存证只能编号一次 (append-only: an index is given once)",
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Lay the triggers on the tables that are there, anew where they lie already: a migration that adds a column to a leaf does."""
    with transaction.atomic(connection.alias), connection.cursor() as cursor:
        remove(connection)
        for table in _present(connection):
            others = [column.name for column in connection.introspection.get_table_description(cursor, table) if column.name != "index"]
            for statement in _LAID[connection.vendor](table, others):
                cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away."""
    with connection.cursor() as cursor:
        for table in _present(connection):
            for what in SAYS:
                on = f' ON "{table}"' if connection.vendor == "postgresql" else ""
                cursor.execute(f'DROP TRIGGER IF EXISTS "{table}_no_{what}"{on}')


@contextmanager
def lifted(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Without the triggers within: for emptying a database of tests or of the demonstration."""
    remove(connection)
    try:
        yield
    finally:
        install(connection)


def after_migrate(*, using: str, **_: Any) -> None:
    """Lay the triggers when the tables have been made or remade; where all lie, nobody who writes has to wait for it."""
    connection = connections[using]
    if wanted(connection) - laid(connection):
        install(connection)


def wanted(connection: BaseDatabaseWrapper) -> set[str]:
    """Names of the triggers that the tables should have."""
    whats = {"sqlite": ("delete", "replace"), "postgresql": ("delete",)}[connection.vendor]
    return {f"{table}_no_{what}" for table in _present(connection) for what in (*whats, "number" if table == LEAF else "update")}


def laid(connection: BaseDatabaseWrapper) -> set[str]:
    """Names of the triggers that are there."""
    asked = {"sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'", "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"}
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor])
        return {name for (name,) in cursor.fetchall()}


def _present(connection: BaseDatabaseWrapper) -> list[str]:
    return [table for table in TABLES if table in connection.introspection.table_names()]


def _sqlite(table: str, others: list[str]) -> Iterator[str]:
    same = " AND ".join(f'OLD."{name}" IS NEW."{name}"' for name in others)
    numbered = f'OLD."index" IS NULL AND NEW."index" IS NOT NULL AND {same}'
    taken = " OR ".join("(" + " AND ".join(f'"{name}" = NEW."{name}"' for name in names) + ")" for names in UNIQUE[table])
    conditions = {
        "delete": "DELETE", "replace": f'INSERT|EXISTS (SELECT 1 FROM "{table}" WHERE {taken})',  # noqa: S608 - our own tables
        **({"number": f"UPDATE|NOT ({numbered})"} if table == LEAF else {"update": "UPDATE"}),
    }  # fmt: skip
    for what, condition in conditions.items():
        event, _, when = condition.partition("|")
        guard = f"WHEN {when} " if when else ""
        yield f"""CREATE TRIGGER "{table}_no_{what}" BEFORE {event} ON "{table}" FOR EACH ROW {guard}BEGIN SELECT RAISE(ABORT, '{_says(what, table)}'); END"""


def _postgresql(table: str, others: list[str]) -> Iterator[str]:
    yield """
        CREATE OR REPLACE FUNCTION cases_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$
    """
    old, new = (", ".join(f'{row}."{name}"' for name in others) for row in ("OLD", "NEW"))
    numbered = f'OLD."index" IS NULL AND NEW."index" IS NOT NULL AND ROW({old}) IS NOT DISTINCT FROM ROW({new})'
    conditions = {"delete": "DELETE", **({"number": f"UPDATE|NOT ({numbered})"} if table == LEAF else {"update": "UPDATE"})}
    for what, condition in conditions.items():
        event, _, when = condition.partition("|")
        guard = f"WHEN ({when}) " if when else ""
        yield f"""CREATE TRIGGER "{table}_no_{what}" BEFORE {event} ON "{table}" FOR EACH ROW {guard}EXECUTE FUNCTION cases_append_only('{_says(what, table)}')"""


def _says(what: str, table: str) -> str:
    return SAYS[what].format(table=table)


_LAID = {"sqlite": _sqlite, "postgresql": _postgresql}
