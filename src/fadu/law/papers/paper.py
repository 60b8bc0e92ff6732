"""What a paper (文书) is."""

from dataclasses import dataclass
from enum import StrEnum

from fadu.law.statutes import Citation


class Audience(StrEnum):
    """Whether a paper stays in the house or goes out of it."""

    INNER = "内"
    OUTER = "外"


@dataclass(frozen=True)
class Content:
    """Something a paper must say.

    Attributes:
        name: its identifier within the paper.
        label: the words by which it is found on the paper.

    """

    name: str
    label: str


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One kind of document of a case.

    Attributes:
        id: its identifier.
        title: as it is printed.
        audience: 内 stays in the house, 外 is served on the party or sent to another organ.
        basis: the articles that order it, or that say what it holds.
        requires: what it must say.
        number_word: what follows the organ's word in its number (罚 in 示市监罚〔2026〕37号); None for an unnumbered paper.
        copies: how many are made and for whom; "" where it is not printed.

    """

    id: str
    title: str
    audience: Audience
    basis: tuple[Citation, ...] = ()
    requires: tuple[Content, ...] = ()
    number_word: str | None = None
    copies: str = ""

    @property
    def is_served(self) -> bool:
        """Whether it leaves the house."""
        return self.audience is Audience.OUTER


ONE_FOR_FILE = "本文书一式二份，一份送达，一份归档。"
TO_ORGAN = "本文书一式二份，一份送对方机关，一份归档。"


def inner(id: str, title: str, /, *basis: Citation, **more: str) -> Paper:  # noqa: A002 - it is the identifier
    """A paper that stays in the house; the keywords are what it must say, name=label, and `number_word`."""
    return _made(id, title, Audience.INNER, basis, more)


def outer(id: str, title: str, /, *basis: Citation, **more: str) -> Paper:  # noqa: A002 - it is the identifier
    """A paper that goes out; the keywords are what it must say, name=label, and `number_word` and `copies`."""
    return _made(id, title, Audience.OUTER, basis, more)


def _made(name: str, title: str, audience: Audience, basis: tuple[Citation, ...], more: dict[str, str]) -> Paper:
    word, copies = more.pop("number_word", None), more.pop("copies", "")
    says = tuple(Content(key, label) for key, label in more.items())
    return Paper(id=name, title=title, audience=audience, basis=basis, requires=says, number_word=word, copies=copies)
