"""From a posted form to a step's data and back: the fields are the law's own, nothing is declared twice."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from fadu.agencies import posted as posting
from fadu.law.forms import Field, Invalid, Kind

TAKEN_AT = Field(name="taken_at", label="办理时间", kind=Kind.DATETIME, help="实际办理的时间；事后补录的照实填写，页面会标明录入时间")
AROUND = {"csrfmiddlewaretoken", "key", "after_seq", "sign_first", TAKEN_AT.name}
"""What a page posts beside the answers."""


def posted(fields: Sequence[Field], post: QueryDict) -> dict[str, Any]:
    """The data of a posted form, as it was typed; what the form does not ask comes along, to be told and not lost unseen."""
    return posting.posted(fields, post, AROUND)


def bound(
    fields: Sequence[Field],
    data: Mapping[str, Any],
    errors: Mapping[str, str] | None = None,
    choices: Mapping[str, Sequence[tuple[str, ...]]] | None = None,
) -> list[dict[str, Any]]:
    """Fields ready to be laid out: each with value, message, and what can be chosen where that is known only here."""
    errors, choices = errors or {}, choices or {}
    laid = []
    for asked in fields:
        field = asked
        cells = {name: text for name, text in errors.items() if name.startswith(f"{field.name}.")}
        own = errors.get(field.name, "")
        chosen, value = choices.get(field.name, ()), data.get(field.name)
        if chosen and field.kind is Kind.TEXT:  # a list known only here is chosen from; what else was sent stays visible
            known = {choice[0] for choice in chosen}
            chosen = (*chosen, (str(value), str(value))) if value and value not in known else chosen
            field = replace(field, kind=Kind.CHOICE)
        error: Any = ({**cells, field.name: own} if own else cells) if cells else own
        laid.append(
            {
                "field": field,
                "value": value,
                "error": error,
                "id": f"id_{field.name}",
                "choices": chosen,
                "when": _when(field),
            }
        )
    return laid


def _when(field: Field) -> dict[str, str]:
    """What the page's script needs to show the field only when it is asked."""
    if field.when is None:
        return {}
    name, values = field.when
    return {"name": name, "values": "|".join("1" if value is True else "0" if value is False else str(value) for value in values)}


def moment_of(post: QueryDict) -> datetime | None:
    """When the step is said to have happened, aware; None where it was not said. Raises Invalid on what is no time."""
    text = post.get("taken_at", "").strip()
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Invalid({"taken_at": f"“{text[:20]}”不是有效时间，请按 2026-11-20 10:30 填写"}) from None
    return timezone.make_aware(moment) if timezone.is_naive(moment) else moment
