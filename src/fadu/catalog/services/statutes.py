"""Importing statute texts from the Markdown corpus."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.db import transaction

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import require
from fadu.catalog.models import Article, StatuteText
from fadu.law.corpus import Text, load
from fadu.law.statutes import Statute


@dataclass
class Imported:
    """What an import did, by title."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    articles: int = 0


def import_statutes(actor: Actor, folder: Path, told: Callable[[int, int, str], None] = lambda *_: None) -> Imported:
    """Import every statute Fadu names from the corpus in `folder`. All or nothing; done again it changes nothing.

    Args:
        actor: who asks.
        folder: the corpus.
        told: called before each text with its place, their number and its title.

    Raises:
        ValueError: the folder holds no text, or a file no article.
    """
    require(actor, "catalog.manage")
    corpus = load(folder)
    known = corpus.known()
    done = Imported(unknown=sorted(set(corpus.texts) - {text.file for text in known.values()}))
    with transaction.atomic():
        held = {text.file: text for text in StatuteText.objects.select_for_update()}
        for place, (statute, text) in enumerate(known.items(), 1):
            told(place, len(known), str(statute))
            _import(statute, text, held.get(text.file), done)
    return done


def _import(statute: Statute, text: Text, held: StatuteText | None, done: Imported) -> None:
    articles = [
        Article(
            number=str(article.number),
            position=position,
            heads=list(article.heads),
            text=article.whole,
            paragraphs=[{"text": paragraph.text, "items": list(paragraph.items.items())} for paragraph in article.paragraphs],
        )
        for position, article in enumerate(text.articles.values(), 1)
    ]
    columns = _columns(statute, text)
    digest = _digest(columns, articles)
    done.articles += len(articles)
    if held and held.digest == digest:
        done.unchanged.append(statute.title)
        return
    (done.changed if held else done.added).append(statute.title)
    row, _ = StatuteText.objects.update_or_create(file=text.file, defaults={**columns, "digest": digest})
    Article.objects.filter(statute=row).delete()
    for article in articles:
        article.statute = row
    Article.objects.bulk_create(articles, batch_size=500)


def _columns(statute: Statute, text: Text) -> dict[str, Any]:
    return {
        "title": statute.title,
        "short": statute.short,
        "level": statute.level,
        "edition": statute.edition,
        "in_force": statute.in_force,
        "until": statute.until,
        "adopted": text.adopted,
        "history": list(text.history),
        "preamble": list(text.preamble),
        "partial": text.partial,
        "note": statute.note,
        "article_count": len(text.articles),
    }


def _digest(columns: dict[str, Any], articles: list[Article]) -> str:
    content = [columns, [[article.number, article.heads, article.paragraphs] for article in articles]]
    return hashlib.sha256(json.dumps(content, default=str, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
