"""Two versions of a text side by side: article by article, what was struck out and what was put in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.catalog.models import Article, StatuteText

Piece = tuple[str, bool]
"""Some text, and whether the other version lacks it."""
ALIKE = 0.5
"""From what share of signs in common an article under another number is taken for the same one moved."""
RUN = 4
"""Signs in a row from which on texts have something in common; less may be chance."""
WHOLE = 4000
"""Signs from which on an article that changed is shown whole, unmarked: comparing takes the square of its length."""


@dataclass(frozen=True)
class Pair:
    """An article in both versions; either may be missing.

    Attributes:
        before: its number in the earlier version; "" where it is new.
        after: its number in the later version; "" where it was struck out.
        old: its text then, what is gone told apart.
        new: its text now, what is new told apart.
    """

    before: str
    after: str
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]

    @property
    def changed(self) -> bool:
        """Whether a sign differs."""
        return any(differs for _, differs in (*self.old, *self.new))


def held_editions(actor: Actor, title: str) -> list[StatuteText]:
    """Every version held of a statute, the earliest first."""
    require(actor, "statute.see")
    return list(StatuteText.objects.filter(title=title).order_by("in_force"))


def compared(actor: Actor, before: StatuteText, after: StatuteText) -> list[Pair]:
    """The articles of both in the order of the later text, those struck out where they stood.

    An article is held against the one of its number; where these have little in common, against the most alike of those
    that are left over, for an amendment that puts in an article moves all behind it.
    """
    require(actor, "statute.see")
    old, new = _texts(before), _texts(after)
    return list(_pairs(old, new, _partners(old, new)))


def versions_of(found: Article) -> list[tuple[StatuteText, Article]]:
    """The article of the same number in every other version of its statute."""
    rows = Article.objects.filter(statute__title=found.statute.title, number=found.number).exclude(pk=found.pk)
    return [(row.statute, row) for row in rows.select_related("statute").order_by("statute__in_force")]


def _texts(text: StatuteText) -> dict[str, str]:
    return dict(Article.objects.filter(statute=text).order_by("position").values_list("number", "text"))


def _partners(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """Number in the later version → number in the earlier one."""
    same = {number: number for number in new if number in old and _kept(old[number], new[number])}
    left = [number for number in old if number not in same]
    for number in new:
        if number in same:
            continue
        best = max(left, key=lambda other: _alike(old[other], new[number]), default="")
        if best and _alike(old[best], new[number]) >= ALIKE:
            same[number] = best
            left.remove(best)
    return same


def _pairs(old: Mapping[str, str], new: Mapping[str, str], partners: Mapping[str, str]) -> Iterator[Pair]:
    gone = iter([number for number in old if number not in partners.values()])
    waiting = next(gone, "")
    order = {number: place for place, number in enumerate(old)}
    for number, text in new.items():
        partner = partners.get(number, "")
        while waiting and partner and order[waiting] < order[partner]:
            yield Pair(waiting, "", ((old[waiting], True),), ())
            waiting = next(gone, "")
        yield Pair(partner, number, *_marked(old[partner], text)) if partner else Pair("", number, (), ((text, True),))
    while waiting:
        yield Pair(waiting, "", ((old[waiting], True),), ())
        waiting = next(gone, "")


def _kept(one: str, other: str) -> bool:
    """Whether most of the shorter text stands in the longer one: an article that was added to is still that article."""
    if one == other:
        return True
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size >= RUN) >= ALIKE * min(len(one), len(other))


@lru_cache(maxsize=20_000)
def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0


def _marked(one: str, other: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    if one == other:
        return ((one, False),), ((other, False),)
    if max(len(one), len(other)) > WHOLE:
        return ((one, True),), ((other, True),)
    steps = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    old = tuple((one[first:last], kind != "equal") for kind, first, last, _, _ in steps if last > first)
    new = tuple((other[first:last], kind != "equal") for kind, _, _, first, last in steps if last > first)
    return old, new
