"""Every kind of person at every entrance, and nothing changed by those who may not."""

from collections.abc import Mapping
from functools import cache
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.db import connection
from django.test import Client

from fadu.accounts.actors import Role

UNWATCHED = {"last_login"}
"""Columns that signing in itself writes."""


@cache
def _queries() -> dict[str, str]:
    """What is asked of each of our tables. Past the ORM: entrances ask all of them after each request."""
    tables, asked = set(connection.introspection.table_names()), {}
    for model in apps.get_models():
        if model.__module__.startswith("fadu.") and model._meta.db_table in tables:
            columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields if field.attname not in UNWATCHED)
            key = model._meta.pk.column if model._meta.pk else "id"
            asked[model._meta.label] = f'SELECT {columns} FROM "{model._meta.db_table}" ORDER BY "{key}"'
    return asked


def everything() -> dict[str, list[Any]]:
    """All rows of all our tables as they are stored, to be compared with themselves."""
    kept = {}
    with connection.cursor() as cursor:
        for label, query in _queries().items():
            cursor.execute(query)
            kept[label] = [tuple(bytes(value) if isinstance(value, memoryview) else value for value in row) for row in cursor.fetchall()]
    return kept


def assert_entrances(clients: Mapping[Role, Client], table: Mapping[str, Mapping[Role, int]], data: Mapping[str, Any] | None = None) -> None:
    """Each entrance ("GET /organs/", "POST /organs/new/") answers each role with the status told, and nothing changes.

    POST with data that no role can succeed with (empty, unless told), so that who is let in gets 422 and who is not gets
    403; a PUBLIC that is sent to sign in gets 302.
    """
    wrong = []
    before = everything()
    for entrance, expected in table.items():
        method, url = entrance.split(" ", 1)
        missing = set(clients) - set(expected)
        assert not missing, f"{entrance}: say what {', '.join(missing)} gets"
        for role, status in expected.items():
            answer = clients[role].generic(method, url, _encoded(data), content_type="application/x-www-form-urlencoded")
            if answer.status_code != status:
                wrong.append(f"{entrance} as {role.value}: {answer.status_code}, not {status}")
            if everything() != before:
                wrong.append(f"{entrance} as {role.value}: something changed")
    assert not wrong, "\n".join(wrong)


def _encoded(data: Mapping[str, Any] | None) -> str:
    return urlencode(dict(data or {}))
