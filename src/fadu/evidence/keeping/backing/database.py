"""The database as it was at one moment, and its return. Nobody who writes meanwhile is stopped.

SQLite is copied by its own backup interface, which sees one state. PostgreSQL is read table by table within one
transaction that sees one state (REPEATABLE READ), in its own binary form (COPY): that needs no program of the server's
version, as pg_dump does. A database comes back into one of its own kind.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, connections, transaction
from django.db.migrations.recorder import MigrationRecorder

from fadu.cases.models import LogHead
from fadu.evidence.keeping.backing.manifest import Manifest, Unusable

FILE = "fadu.sqlite3"


def snapshot(folder: Path) -> tuple[list[str], str]:
    """Write the database into `folder`; gives the migrations and the head of the log that it holds."""
    folder.mkdir(mode=0o700)
    return _sqlite(folder / FILE) if connection.vendor == "sqlite" else _postgresql(folder)


def _sqlite(file: Path) -> tuple[list[str], str]:
    file.touch(mode=0o600)
    with closing(sqlite3.connect(_name(), timeout=60)) as source, closing(sqlite3.connect(file)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")
        migrations = [f"{app}.{name}" for app, name in target.execute("SELECT app, name FROM django_migrations ORDER BY app, name")]
        head = target.execute("SELECT note FROM cases_loghead").fetchone()
        return migrations, head[0] if head else ""


def _postgresql(folder: Path) -> tuple[list[str], str]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        for table in _tables():
            place = os.open(folder / f"{table}.copy", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(place, "wb") as out, cursor.copy(f'COPY "{table}" ({_columns(table)}) TO STDOUT (FORMAT binary)') as copy:
                for data in copy:
                    out.write(data)
        return applied(), LogHead.objects.filter(pk=1).values_list("note", flat=True).first() or ""


def applied() -> list[str]:
    """The migrations that the database has."""
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations())


def empty() -> bool:
    """Whether the database holds nothing that could be lost."""
    there = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for table in ("cases_leaf", "cases_case", "accounts_user", "agencies_organ"):
            if table in there:
                cursor.execute(f'SELECT 1 FROM "{table}" LIMIT 1')  # noqa: S608 - our own tables
                if cursor.fetchone():
                    return False
    return True


def restore(manifest: Manifest, folder: Path) -> None:
    """Put a snapshot into the empty database, whole or not at all; raises Unusable."""
    if connection.vendor != manifest.vendor:
        raise Unusable(f"备份是 {manifest.vendor} 的，这里配置的是 {connection.vendor}；请把 FADU_DATABASE_URL 配置成同一种数据库")
    if connection.vendor == "sqlite":
        _into_sqlite(folder / FILE)
        call_command("migrate", verbosity=0)
    else:
        call_command("migrate", verbosity=0)
        if applied() != sorted(manifest.migrations):
            raise Unusable("备份是另一个版本的平台做的；请先装上那个版本恢复，再升级")
        _into_postgresql(folder)


def _into_sqlite(source: Path) -> None:
    connections.close_all()
    name = Path(_name())
    name.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(source)) as given, closing(sqlite3.connect(name, timeout=60)) as target:
        if given.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise Unusable("备份里的数据库文件已损坏")
        given.backup(target)


def _into_postgresql(folder: Path) -> None:
    """Every table anew in one transaction; foreign keys are looked at when it ends."""
    tables = _tables()
    with transaction.atomic(), connection.cursor() as cursor:
        names = ", ".join(f'"{table}"' for table in tables)
        cursor.execute(f"TRUNCATE {names} CASCADE")
        for table in tables:
            with cursor.copy(f'COPY "{table}" ({_columns(table)}) FROM STDIN (FORMAT binary)') as copy, (folder / f"{table}.copy").open("rb") as source:
                while data := source.read(1 << 20):
                    copy.write(data)
        for statement in connection.ops.sequence_reset_sql(no_style(), list(_models())):
            cursor.execute(statement)


def _tables() -> list[str]:
    return sorted(connection.introspection.table_names())


def _columns(table: str) -> str:
    with connection.cursor() as cursor:
        names = [column.name for column in connection.introspection.get_table_description(cursor, table)]
    return ", ".join(f'"{name}"' for name in sorted(names))


def _models() -> Iterator[Any]:
    from django.apps import apps  # noqa: PLC0415 - after all rooms are loaded

    return (model for model in apps.get_models(include_auto_created=True) if model._meta.managed)


def _name() -> str:
    return str(connection.settings_dict["NAME"])
