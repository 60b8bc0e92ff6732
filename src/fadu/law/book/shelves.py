"""The contents of the book: procedures by kind, rules by statute, by kind and by what they judge."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from fadu.law.book.grains import grain_words
from fadu.law.book.links import Link, Links, Shelf
from fadu.law.coverage import KINDS, kind_of
from fadu.law.papers import PAPERS
from fadu.law.registry import grain_of, newest, procedures, rules, rules_of
from fadu.law.rules import Rule
from fadu.law.statutes import EVERY, POLICIES, Article, Citation, Statute, article_name

LEVELS = ("法律", "行政法规", "司法解释", "部门规章", "地方性法规", "规范性文件")
TextOf = Callable[[Citation], str]


@dataclass(frozen=True)
class Entry:
    """A rule in a list."""

    rule: Rule
    kind: str
    link: Link
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Group:
    """Entries under a heading.

    Attributes:
        heading: such as 第五十八条.
        anchor: where it can be led to; "" for none.
        text: the words of the article.
        entries: the rules.
        uses: what else rests on the article: steps and papers.
    """

    heading: str
    entries: tuple[Entry, ...]
    anchor: str = ""
    text: str = ""
    uses: tuple[Link, ...] = ()


@dataclass(frozen=True)
class ShelfPage:
    """A list of rules."""

    shelf: Shelf
    key: str
    title: str
    groups: tuple[Group, ...]
    note: str = ""

    @property
    def count(self) -> int:
        """How many rules it has."""
        return len({entry.rule.id for group in self.groups for entry in group.entries})


@dataclass(frozen=True)
class Contents:
    """The table of contents."""

    procedures: tuple[tuple[str, tuple[tuple[Link, str], ...]], ...]
    statutes: tuple[tuple[str, tuple[tuple[Link, int], ...]], ...]
    kinds: tuple[tuple[Link, int], ...]
    grains: tuple[tuple[Link, int], ...]
    rules: int = 0
    articles: int = field(default=0)


def key_of(statute: Statute) -> str:
    """The key of a statute's list: its title, and its edition where it is not the latest."""
    return f"{statute.title}@{statute.edition}" if statute.edition else statute.title


@cache
def keys(shelf: Shelf) -> tuple[str, ...]:
    """The lists of a shelf."""
    if shelf is Shelf.STATUTE:
        return tuple(key_of(statute) for statute in cited_statutes())
    if shelf is Shelf.KIND:
        return tuple(word for _, word in KINDS if any(kind_of(rule) == word for rule in rules()))
    return tuple(dict.fromkeys(map(grain_of, rules())))


def shelf_page(shelf: Shelf, key: str, links: Links, text: TextOf = lambda _citation: "") -> ShelfPage:
    """One list; raises KeyError when there is none of that key."""
    if key not in keys(shelf):
        raise KeyError(key)
    if shelf is Shelf.STATUTE:
        statute = next(statute for statute in cited_statutes() if key_of(statute) == key)
        return ShelfPage(
            shelf, key, statute.title + (f"（{statute.edition} 版）" if statute.edition else ""), tuple(_articles(statute, links, text)), statute.note
        )
    if shelf is Shelf.KIND:
        return ShelfPage(shelf, key, key, tuple(_by_statute([rule for rule in rules() if kind_of(rule) == key], links)))
    return ShelfPage(shelf, key, grain_words(key), tuple(_by_kind(rules_of(key), links)))


def contents(links: Links) -> Contents:
    """The table of contents."""
    statutes = cited_statutes()
    levels = [*LEVELS, *dict.fromkeys(statute.level for statute in statutes if statute.level not in LEVELS)]
    count = Counter(key for rule in rules() for key in {key_of(basis.statute) for basis in rule.bases})
    kinds = [kind_of(rule) for rule in rules()]
    return Contents(
        procedures=tuple(_procedures(links)),
        statutes=tuple(
            (level, tuple((_shelf(statute, links), count[key_of(statute)]) for statute in statutes if statute.level == level))
            for level in levels
            if any(statute.level == level for statute in statutes)
        ),
        kinds=tuple((Link(key, links.shelf(Shelf.KIND, key)), kinds.count(key)) for key in keys(Shelf.KIND)),
        grains=tuple((Link(grain_words(key), links.shelf(Shelf.GRAIN, key)), len(rules_of(key))) for key in keys(Shelf.GRAIN)),
        rules=len(rules()),
        articles=len({basis for rule in rules() for basis in rule.bases}),
    )


@cache
def cited_statutes() -> tuple[Statute, ...]:
    """The statutes and policy documents on which a rule, a step or a paper rests, by title."""
    cited = {citation.statute for citation, _ in _every_use(None)} | {basis.statute for rule in rules() for basis in rule.bases}
    return tuple(statute for statute in (*EVERY, *POLICIES) if statute in cited)


@cache
def every_citation(key: str = "") -> frozenset[Citation]:
    """Every place that the book cites, and the whole article of each; with `key`, of that statute."""
    cited = {citation for citation, _ in _every_use(None)} | {basis for rule in rules() for basis in rule.bases}
    cited |= {citation.statute[citation.article] for citation in cited}
    return frozenset(citation for citation in cited if key in ("", key_of(citation.statute)))


@cache
def rules_by_article() -> dict[tuple[str, Article], tuple[Rule, ...]]:
    """The rules that rest on each article, by the key of its statute and its number."""
    found: dict[tuple[str, Article], dict[str, Rule]] = {}
    for rule in rules():
        for basis in rule.bases:
            found.setdefault((key_of(basis.statute), basis.article), {})[rule.id] = rule
    return {place: tuple(held.values()) for place, held in found.items()}


def _shelf(statute: Statute, links: Links) -> Link:
    edition = f"（{statute.edition} 版）" if statute.edition else ""
    return Link(statute.title + edition, links.shelf(Shelf.STATUTE, key_of(statute)))


def _procedures(links: Links) -> Iterator[tuple[str, tuple[tuple[Link, str], ...]]]:
    for kind in dict.fromkeys(procedure.kind for procedure in newest()):
        yield (
            kind.value,
            tuple(
                (Link(procedure.title, links.procedure(procedure.id, procedure.version)), procedure.says) for procedure in newest() if procedure.kind is kind
            ),
        )


def _articles(statute: Statute, links: Links, text: TextOf) -> Iterator[Group]:
    key = key_of(statute)
    found = {article: held for (title, article), held in rules_by_article().items() if title == key}
    uses: dict[Article, list[Link]] = {}
    for citation, link in _every_use(links):
        if citation.statute == statute and link not in (held_ := uses.setdefault(citation.article, [])):
            held_.append(link)
    for article in sorted({*found, *uses}, key=statute.order_of):
        yield Group(
            article_name(article),
            tuple(_entry(rule, links) for rule in found.get(article, ())),
            anchor=f"a{article}",
            text=text(statute[article]),
            uses=tuple(uses.get(article, ())),
        )


def _every_use(links: Links | None) -> Iterator[tuple[Citation, Link]]:
    """The steps and papers that rest on articles; their links where they are wanted."""
    for procedure in procedures().values():
        href = links.procedure(procedure.id, procedure.version) if links else ""
        made = dict.fromkeys(name for step in procedure.steps for name in step.papers)
        for step in procedure.steps:
            yield from ((citation, Link(f"{procedure.title}：{step.label}", f"{href}#s-{step.name}")) for citation in step.basis)
        for name in made:
            yield from ((citation, Link(f"文书：{PAPERS[name].title}", f"{href}#p-{name}")) for citation in PAPERS[name].basis)


def _by_statute(found: Sequence[Rule], links: Links) -> Iterator[Group]:
    for statute in dict.fromkeys(rule.basis.statute for rule in found):
        yield Group(statute.title, _entries((rule for rule in found if rule.basis.statute == statute), links))


def _by_kind(found: Sequence[Rule], links: Links) -> Iterator[Group]:
    for _, kind in KINDS:
        if entries := _entries((rule for rule in found if kind_of(rule) == kind), links):
            yield Group(kind, entries)


def _entries(found: Iterable[Rule], links: Links) -> tuple[Entry, ...]:
    return tuple(_entry(rule, links) for rule in sorted(found, key=lambda rule: (rule.basis.order, rule.id)))


def _entry(rule: Rule, links: Links) -> Entry:
    return Entry(rule, kind_of(rule), Link(rule.says, links.rule(rule.id)), rule.ids)
