"""Every kind of person at every entrance, and nothing changed by those who may not."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.db import connection
from django.test import Client

from fadu.accounts.actors import Role

UNWATCHED = {"last_login"}
"""Columns that signing in itself writes."""
RECORDS = {"sheets.Export"}
"""What is written down of a look: that a list was taken out changes nothing of it."""


def everything() -> dict[str, list[Any]]:
    """All rows of all our tables, to be compared with themselves."""
    kept, tables = {}, set(connection.introspection.table_names())
    for model in apps.get_models():
        if model.__module__.startswith("fadu.") and model._meta.db_table in tables and model._meta.label not in RECORDS:
            names = [field.attname for field in model._meta.concrete_fields if field.attname not in UNWATCHED]
            kept[model._meta.label] = list(model._base_manager.order_by("pk").values_list(*names))
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
