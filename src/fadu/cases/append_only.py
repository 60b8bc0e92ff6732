"""The record is held by the database itself: what is written there is not changed and not taken away, whoever writes.

Triggers refuse it, in SQLite and PostgreSQL alike: a held row is not deleted, and nothing of it is updated but the
columns that are named as given once, while they are empty: of a leaf its place in the log. SQLite drops triggers with a
table that a migration remakes, so they are laid anew after every migrate. There is no switch that lets a writer through;
only `flush`, which refuses a real installation, lifts them (`lifted`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper


@dataclass(frozen=True, slots=True)
class Held:
    """A table that is only added to.

    Attributes:
        table: its name.
        unique: what tells rows apart: SQLite's REPLACE would take the old row away without a word.
        once: columns that may be filled while they are null, and never changed after.
    """

    table: str
    unique: tuple[tuple[str, ...], ...] = (("id",),)
    once: tuple[str, ...] = ()


_HELD: dict[str, Held] = {}


def hold(table: str, *unique: tuple[str, ...], once: tuple[str, ...] = ()) -> None:
    """Have a table held from the next migrate on; asked by the room that owns it, at start-up, and by its migration with `install`."""
    _HELD[table] = Held(table, (("id",), *unique), once)


hold("cases_step", ("case_id", "seq"))
hold("cases_attempt")
hold("cases_leaf", ("ref",), once=("index",))

SAYS = {
    "update": "{table} 只增不改：记录不能修改，需要更正的另行登记更正 (append-only: no update)",
    "delete": "{table} 只增不改：记录不能删除 (append-only: no delete)",
    "replace": "{table} 只增不改：记录不能覆盖 (append-only: no replace)",
    "once": "{table} 只增不改：空着的项目只能补一次，其他的不能修改 (append-only: what is empty is filled once)",
}

EARLIER = ("number",)
"""Triggers of earlier versions, taken away where they lie."""


def install(connection: BaseDatabaseWrapper) -> None:
    """Lay the triggers on the tables that are there, anew where they lie already: a migration that adds a column to a leaf does."""
    with transaction.atomic(connection.alias), connection.cursor() as cursor:
        remove(connection)
        for table in _present(connection):
            held = _HELD[table]
            others = [column.name for column in connection.introspection.get_table_description(cursor, table) if column.name not in held.once]
            for statement in _LAID[connection.vendor](held, others):
                cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away."""
    with connection.cursor() as cursor:
        for table in _present(connection):
            for what in (*SAYS, *EARLIER):
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
    return {f"{table}_no_{what}" for table in _present(connection) for what in (*whats, "once" if _HELD[table].once else "update")}


def laid(connection: BaseDatabaseWrapper) -> set[str]:
    """Names of the triggers that are there."""
    asked = {"sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'", "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"}
    with connection.cursor() as cursor:
        cursor.execute(asked[connection.vendor])
        return {name for (name,) in cursor.fetchall()}


def _present(connection: BaseDatabaseWrapper) -> list[str]:
    there = set(connection.introspection.table_names())
    return [table for table in _HELD if table in there]


def _filled(held: Held, same: str) -> str:
    """An update that only fills what was empty: something is filled, nothing that was full changes."""
    fills = " OR ".join(f'(OLD."{name}" IS NULL AND NEW."{name}" IS NOT NULL)' for name in held.once)
    keeps = " AND ".join(f'(OLD."{name}" IS NULL OR OLD."{name}" = NEW."{name}")' for name in held.once)
    return f"({fills}) AND {keeps} AND {same}"


def _sqlite(held: Held, others: list[str]) -> Iterator[str]:
    table = held.table
    same = " AND ".join(f'OLD."{name}" IS NEW."{name}"' for name in others)
    taken = " OR ".join("(" + " AND ".join(f'"{name}" = NEW."{name}"' for name in names) + ")" for names in held.unique)
    conditions = {
        "delete": "DELETE", "replace": f'INSERT|EXISTS (SELECT 1 FROM "{table}" WHERE {taken})',  # noqa: S608 - our own tables
        **({"once": f"UPDATE|NOT ({_filled(held, same)})"} if held.once else {"update": "UPDATE"}),
    }  # fmt: skip
    for what, condition in conditions.items():
        event, _, when = condition.partition("|")
        guard = f"WHEN {when} " if when else ""
        yield f"""CREATE TRIGGER "{table}_no_{what}" BEFORE {event} ON "{table}" FOR EACH ROW {guard}BEGIN SELECT RAISE(ABORT, '{_says(what, table)}'); END"""


def _postgresql(held: Held, others: list[str]) -> Iterator[str]:
    table = held.table
    yield """
        CREATE OR REPLACE FUNCTION cases_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$
    """
    old, new = (", ".join(f'{row}."{name}"' for name in others) for row in ("OLD", "NEW"))
    filled = _filled(held, f"ROW({old}) IS NOT DISTINCT FROM ROW({new})")
    conditions = {"delete": "DELETE", **({"once": f"UPDATE|NOT ({filled})"} if held.once else {"update": "UPDATE"})}
    for what, condition in conditions.items():
        event, _, when = condition.partition("|")
        guard = f"WHEN ({when}) " if when else ""
        yield f"""CREATE TRIGGER "{table}_no_{what}" BEFORE {event} ON "{table}" FOR EACH ROW {guard}EXECUTE FUNCTION cases_append_only('{_says(what, table)}')"""


def _says(what: str, table: str) -> str:
    return SAYS[what].format(table=table)


_LAID = {"sqlite": _sqlite, "postgresql": _postgresql}
