"""What rooms above have of a case: each shows a section of its own on the case page.

Cases stands below them and may not import them: a room registers here at start-up (`AppConfig.ready`) and is asked with
every page, so it should answer with one or two queries and at most a dozen rows; its `links` lead to the whole.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fadu.accounts.actors import Actor
from fadu.cases.models import Case


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a section.

    Attributes:
        text: what it is.
        href: where it opens, or "".
        note: what stands small behind it.
        state: how it stands: "ok", "near" or "bad"; "" where that is no question.
        tag: how it stands in a word, shown as a tag.
    """

    text: str
    href: str = ""
    note: str = ""
    state: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A section as it is shown.

    Attributes:
        rows: what there is.
        links: label and address of where there is more, or where something is added.
        note: of the whole, beside the title.
        empty: what is said where there are no rows.
    """

    rows: Sequence[Row] = ()
    links: Sequence[tuple[str, str]] = ()
    note: str = ""
    empty: str = ""


Render = Callable[[Actor, Case], Section | None]

_sections: dict[str, Render] = {}


def register(title: str, render: Render) -> None:
    """Show on every case page a section of this title; `render` gives None where who asks may not see it."""
    _sections[title] = render


def of_case(actor: Actor, case: Case) -> list[tuple[str, Section]]:
    """The sections of a case that `actor` may see, in the order in which the rooms told of them."""
    found = ((title, render(actor, case)) for title, render in _sections.items())
    return [(title, section) for title, section in found if section is not None]
