"""Statute texts: a text, its articles, the words of places in them."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import QuerySet

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.catalog.models import Article, StatuteText
from fadu.law import corpus
from fadu.law.statutes import Citation


def statutes(actor: Actor, query: str = "") -> QuerySet[StatuteText]:
    """All texts held, or those whose title or short name holds `query`."""
    require(actor, "statute.see")
    found = StatuteText.objects.all()
    if query := query.strip():
        found = found.filter(title__contains=query) | found.filter(short__contains=query)
    return found


def statute(actor: Actor, title: str, edition: str = "") -> StatuteText | None:
    """One edition: the latest, or the one so marked."""
    require(actor, "statute.see")
    return StatuteText.objects.filter(title=title, edition=edition).first()


def articles(text: StatuteText) -> QuerySet[Article]:
    """Its articles in order."""
    return Article.objects.filter(statute=text).order_by("position")


def article(text: StatuteText, number: str) -> Article | None:
    """One article by number: 60, 95-1."""
    return articles(text).filter(number=number).first()


def neighbours(found: Article) -> tuple[Article | None, Article | None]:
    """The articles before and after."""
    near = {
        one.position - found.position: one for one in Article.objects.filter(statute_id=found.statute_id, position__in=[found.position - 1, found.position + 1])
    }
    return near.get(-1), near.get(1)


def texts(actor: Actor, citations: Iterable[Citation]) -> Callable[[Citation], str]:
    """What gives the words of each of these places, read at once; "" of a place whose text is not held."""
    require(actor, "statute.see")
    wanted = {(citation.statute.file, str(citation.article)): citation.article for citation in citations if citation.statute.file}
    rows = Article.objects.filter(statute__file__in={file for file, _ in wanted}, number__in={number for _, number in wanted}).values_list(
        "statute__file", "number", "paragraphs"
    )
    held = {(file, number): _as_corpus(wanted[file, number], paragraphs) for file, number, paragraphs in rows if (file, number) in wanted}

    def text(citation: Citation) -> str:
        found = held.get((citation.statute.file, str(citation.article)))
        try:
            return found.find(citation) if found else ""
        except corpus.NotInText:
            return ""

    return text


def _as_corpus(number: int | str, paragraphs: list[dict[str, Any]]) -> corpus.Article:
    """A row of the catalogue as an article of the corpus."""
    told = (corpus.Paragraph(place, paragraph["text"], dict(paragraph["items"])) for place, paragraph in enumerate(paragraphs, 1))
    return corpus.Article(number, tuple(told))
