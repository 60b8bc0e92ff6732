"""Pages of a published list by key: the address names the code at the edge, so that a link stays true while rows come and go."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

SIZE = 50


@dataclass(frozen=True, slots=True)
class Page:
    """Entries in order of field and code, with the codes at the edges where there is more."""

    rows: list[Any]
    next: str = ""
    previous: str = ""


def page(found: QuerySet[Any], *, after: str = "", before: str = "", size: int = SIZE) -> Page:
    """The entries after (or before) the one of that code; the first page when it names none. Codes are unique among `found`."""
    backwards = not after and bool(before)
    code = (before if backwards else after)[:40].replace("\0", "")
    edge = found.filter(code=code).values_list("field", "code").first() if code else None
    if edge is not None:
        side = "lt" if backwards else "gt"
        found = found.filter(Q(**{f"field__{side}": edge[0]}) | Q(**{"field": edge[0], f"code__{side}": edge[1]}))
    backwards = backwards and edge is not None
    rows = list(found.order_by(*(("-field", "-code") if backwards else ("field", "code")))[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    if backwards:
        rows.reverse()
    onward, back = (True, more) if backwards else (more, edge is not None)
    return Page(rows, rows[-1].code if rows and onward else "", rows[0].code if rows and back else "")


def by_id(found: QuerySet[Any], key: str, *, after: str = "", before: str = "", size: int = SIZE) -> Page:
    """The rows in order of a day and of id (`key` with a minus: the latest first), after or before the one of that id."""
    name, descending = key.removeprefix("-"), key.startswith("-")
    backwards = not after and bool(before)
    text = before if backwards else after
    edge = found.filter(pk=int(text)).values_list(name, "pk").first() if text.isascii() and text.isdigit() and len(text) < 18 else None
    backwards = backwards and edge is not None
    if edge is not None:
        side = "lt" if backwards != descending else "gt"
        found = found.filter(Q(**{f"{name}__{side}": edge[0]}) | Q(**{name: edge[0], f"pk__{side}": edge[1]}))
    sign = "-" if backwards != descending else ""
    rows = list(found.order_by(f"{sign}{name}", f"{sign}pk")[: size + 1])
    more, rows = len(rows) > size, rows[:size]
    if backwards:
        rows.reverse()
    onward, back = (True, more) if backwards else (more, edge is not None)
    return Page(rows, str(rows[-1].pk) if rows and onward else "", str(rows[0].pk) if rows and back else "")
