"""What is held by the database itself: a closed sitting, its events, what was asked, and the terms of an exam that was told.

Triggers refuse it, in SQLite and PostgreSQL alike, whoever writes: nothing is deleted; an event is neither changed nor added
once its sitting is closed; a sitting is handed in and closed once and keeps its paper; marks, appeals and rulings stay as they are; of a version only which one is current may change;
a published exam keeps its terms. SQLite drops triggers with a table that a migration remakes, so a migration that remakes
one lays them anew. There is no switch that lets a writer through; only `flush`, which refuses a real installation, lifts
them (`lifted`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

VERSION, EXAM, INVITATION, SITTING, EVENT, MARKER, SCRIPT, MARK, APPEAL, RULING = TABLES = (
    "exams_questionversion",
    "exams_exam",
    "exams_invitation",
    "exams_sitting",
    "exams_sittingevent",
    "exams_marker",
    "exams_script",
    "exams_mark",
    "exams_appeal",
    "exams_ruling",
)
UNIQUE = {
    VERSION: (("id",), ("question_id", "number")),
    EXAM: (("id",),),
    INVITATION: (("id",), ("exam_id", "officer_id")),
    SITTING: (("id",), ("exam_id", "officer_id", "attempt")),
    EVENT: (("id",), ("sitting_id", "seq")),
    MARKER: (("id",), ("exam_id", "officer_id")),
    SCRIPT: (("id",), ("sitting_id", "officer_id")),
    MARK: (("id",), ("script_id", "place")),
    APPEAL: (("id",), ("sitting_id", "place")),
    RULING: (("id",), ("appeal_id",)),
}
"""What tells rows apart: SQLite's REPLACE would take the old row away without a word."""
CLOSING = ("closed_at", "closing", "marking", "mark", "passed", "head")
"""What a sitting is given once, when it is closed."""
HANDING = ("handed_at", "handing")
"""What it is given once before, where people have to mark it."""
_OPEN = 'OLD."closed_at" IS NULL'
_AS_HANDED = 'OLD."handing" = NEW."handing" AND (OLD."handed_at" = NEW."handed_at" OR OLD."handed_at" IS NULL AND NEW."handed_at" IS NULL)'
_HANDED_NOW = (
    'OLD."handed_at" IS NULL AND NEW."handed_at" IS NOT NULL AND NEW."closed_at" IS NULL AND OLD."closing" = NEW."closing" AND OLD."marking" = NEW."marking"'
)
WHATS = ("delete", "change", "replace", "late")


@dataclass(frozen=True, slots=True)
class _Held:
    """What may still change in a row: these columns, and when; a row for which `when` is not true is fixed whole."""

    free: tuple[str, ...] = ()
    when: str = ""
    unless: str = ""


_HELD = {
    VERSION: _Held(free=("current",)),
    EXAM: _Held(free=("state",), unless="OLD.\"state\" = 'draft'"),
    INVITATION: _Held(),
    SITTING: _Held(free=(*CLOSING, *HANDING), when=f'{_OPEN} AND ((NEW."closed_at" IS NOT NULL AND {_AS_HANDED}) OR ({_HANDED_NOW}))'),
    EVENT: _Held(),
    MARKER: _Held(),
    SCRIPT: _Held(free=("released_at", "released_reason"), when='OLD."released_at" IS NULL AND NEW."released_at" IS NOT NULL'),
    MARK: _Held(),
    APPEAL: _Held(),
    RULING: _Held(),
}


def install(connection: BaseDatabaseWrapper) -> None:
    """Lay the triggers on the tables that are there, anew where they lie already."""
    with transaction.atomic(connection.alias), connection.cursor() as cursor:
        remove(connection)
        for table in _present(connection):
            columns = [column.name for column in connection.introspection.get_table_description(cursor, table)]
            for statement in _LAID[connection.vendor](table, columns):
                cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take the triggers away."""
    with connection.cursor() as cursor:
        for table in _present(connection):
            for what in WHATS:
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


def _present(connection: BaseDatabaseWrapper) -> list[str]:
    there = connection.introspection.table_names()
    return [table for table in TABLES if table in there]


def _changes(table: str, columns: list[str], same: str) -> str:
    """The condition under which an update is refused."""
    held = _HELD[table]
    fixed = " AND ".join(f'OLD."{name}" {same} NEW."{name}"' for name in columns if name not in held.free)
    when = f'{_OPEN} AND NEW."closed_at" IS NOT NULL' if table == SITTING and "handed_at" not in columns else held.when  # in an earlier migration
    allowed = " AND ".join(f"({part})" for part in (fixed, when) if part)
    refused = f"NOT ({allowed})" if held.free else "TRUE"
    return f"{refused} AND NOT ({held.unless})" if held.unless else refused


_LATE = f'EXISTS (SELECT 1 FROM "{SITTING}" WHERE "id" = NEW."sitting_id" AND ("closed_at" IS NOT NULL OR "handed_at" IS NOT NULL AND NEW."kind" <> \'close\'))'  # noqa: S608 - our own tables


def _sqlite(table: str, columns: list[str]) -> Iterator[str]:
    taken = " OR ".join("(" + " AND ".join(f'"{name}" = NEW."{name}"' for name in names) + ")" for names in UNIQUE[table])
    conditions = {
        "delete": ("DELETE", "TRUE"),
        "change": ("UPDATE", _changes(table, columns, "IS")),
        "replace": ("INSERT", f'EXISTS (SELECT 1 FROM "{table}" WHERE {taken})'),  # noqa: S608 - our own tables
        **({"late": ("INSERT", _LATE)} if table == EVENT else {}),
    }
    for what, (event, when) in conditions.items():
        yield f"""CREATE TRIGGER "{table}_no_{what}" BEFORE {event} ON "{table}" FOR EACH ROW WHEN {when} BEGIN SELECT RAISE(ABORT, '{_says(what, table)}'); END"""


def _postgresql(table: str, columns: list[str]) -> Iterator[str]:
    yield """
        CREATE OR REPLACE FUNCTION exams_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END $$
    """
    conditions = {"delete": ("DELETE", "TRUE"), "change": ("UPDATE", _changes(table, columns, "IS NOT DISTINCT FROM"))}
    for what, (event, when) in conditions.items():
        yield f"""CREATE TRIGGER "{table}_no_{what}" BEFORE {event} ON "{table}" FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION exams_append_only('{_says(what, table)}')"""
    if table == EVENT:  # a condition of a trigger can't ask another table there
        yield f"""
            CREATE OR REPLACE FUNCTION exams_not_late() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF {_LATE} THEN RAISE EXCEPTION '%', TG_ARGV[0] USING ERRCODE = 'integrity_constraint_violation'; END IF;
              RETURN NEW;
            END $$
        """
        yield f"""CREATE TRIGGER "{table}_no_late" BEFORE INSERT ON "{table}" FOR EACH ROW EXECUTE FUNCTION exams_not_late('{_says("late", table)}')"""


_SAYS = {
    "delete": "{table}：考试记录不能删除 (no delete)",
    "change": "{table}：考试记录不能修改 (no update)",
    "replace": "{table}：考试记录不能覆盖 (no replace)",
    "late": "{table}：已经交卷，不能再添加记录 (sitting is closed)",
}


def _says(what: str, table: str) -> str:
    return _SAYS[what].format(table=table)


_LAID = {"sqlite": _sqlite, "postgresql": _postgresql}
