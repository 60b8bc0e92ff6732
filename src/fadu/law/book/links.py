"""Where the pages of the book lie: told by whoever renders them, files in a folder or addresses of the platform."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from fadu.law.statutes import Citation


class Shelf(StrEnum):
    """By what rules are put together."""

    STATUTE = "statutes"
    KIND = "kinds"
    GRAIN = "grains"


@dataclass(frozen=True)
class Link:
    """Words that lead somewhere; "" leads nowhere."""

    words: str
    href: str = ""
    title: str = ""


class Links(Protocol):
    """The addresses of pages, as seen from the page that is being rendered."""

    def index(self) -> str:
        """The contents of the book."""

    def rule(self, rule_id: str) -> str:
        """The page of a rule."""

    def procedure(self, procedure_id: str, version: str) -> str:
        """The page of a procedure."""

    def shelf(self, shelf: Shelf, key: str) -> str:
        """The list of the rules of a statute, kind or grain."""

    def article(self, citation: Citation) -> str:
        """The text of a place in a statute."""


def cited(citation: Citation, links: Links) -> Link:
    """A citation as it is shown: short, in full when pointed at."""
    return Link(citation.short, links.article(citation), str(citation))
