"""A posted form as data for `law.forms.validate`: rows of tables are posted as field.row.column."""

import re
from collections.abc import Collection, Sequence
from typing import Any

from django.http import QueryDict

from fadu.law.forms import Field, Kind

LISTS = {Kind.CHOICES, Kind.OFFICERS}


def posted(fields: Sequence[Field], post: QueryDict, beside: Collection[str] = ("csrfmiddlewaretoken",)) -> dict[str, Any]:
    """The answers as they were typed, blank ones left out; what the form does not ask comes along, to be told and not lost unseen.

    Args:
        fields: what the form asks.
        post: what came.
        beside: names that a page posts beside its answers.
    """
    tables = tuple(f"{field.name}." for field in fields if field.kind is Kind.TABLE)
    asked = {*beside, *(field.name for field in fields)}
    data: dict[str, Any] = {name: post[name] for name in post if name not in asked and not name.startswith(tables)}
    for field in fields:
        if field.kind is Kind.TABLE:
            data[field.name] = [row for _, row in rows(field, post)]
        elif field.kind in LISTS:
            data[field.name] = post.getlist(field.name)
        elif field.name in post:
            data[field.name] = post[field.name]
    return {name: value for name, value in data.items() if value not in ("", [])}


def rows(field: Field, post: QueryDict) -> list[tuple[int, dict[str, Any]]]:
    """The rows of a table that are not blank, each with the number it has on the page; blank ones were spare."""
    pattern = re.compile(rf"{re.escape(field.name)}\.(\d{{1,4}})\.(\w+)")
    found: dict[int, dict[str, Any]] = {}
    for name in post:
        if (match := pattern.fullmatch(name)) and (value := post[name]) != "":
            found.setdefault(int(match[1]), {})[match[2]] = value
    return sorted(found.items())
