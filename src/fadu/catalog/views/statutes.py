"""Pages of statutes: the list with search, a statute's contents, an article."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.catalog import selectors
from fadu.catalog.models import Article, StatuteText
from fadu.catalog.naming import article_label, item_label
from fadu.law.book import Shelf, keys, rules_by_article
from fadu.law.numerals import chinese

LEVELS = ("法律", "行政法规", "司法解释", "部门规章", "地方性法规")
MOST_HITS = 50


@require_safe
@entered_for("statute.see")
def statutes(request: HttpRequest) -> HttpResponse:
    """All statutes held, by rank; or what a search finds in titles and articles."""
    actor, query = actor_of(request), request.GET.get("q", "").strip()[:100]
    found = list(selectors.statutes(actor, query))
    hits = selectors.search(actor, query, MOST_HITS)
    context = {
        "query": query,
        "groups": [(level, group) for level in LEVELS if (group := [text for text in found if text.level == level])],
        "hits": [(hit, article_label(hit.article)) for hit in hits],
        "more": len(hits) == MOST_HITS,
        "count": len(found),
    }
    return render(request, "catalog/statutes.html", context)


@require_safe
@entered_for("statute.see")
def statute(request: HttpRequest, title: str) -> HttpResponse:
    """A statute: its history, and its articles by chapter."""
    text = _text(request, title)
    listed = [(one, article_label(one), _opening(one)) for one in selectors.articles(text)]
    chapters = [(heads, list(group)) for heads, group in groupby(listed, key=lambda entry: entry[0].heads)]
    context = {
        "text": text,
        "edition": text.edition,
        "law_key": key if (key := _key(text)) in keys(Shelf.STATUTE) else "",
        "chapters": [(" · ".join(heads), heads[-1] if heads else "", group) for heads, group in chapters],
        "crumb": [("法规库", reverse("catalog:statutes")), (text.title, "")],
    }
    return render(request, "catalog/statute.html", context)


@require_safe
@entered_for("statute.see")
def article(request: HttpRequest, title: str, number: str) -> HttpResponse:
    """An article, every paragraph and item with its anchor (p1, p1i2), and the power items that rest on it."""
    text = _text(request, title)
    found = selectors.article(text, number)
    if found is None:
        raise Http404(f"《{title}》没有第 {number} 条")
    before, after = selectors.neighbours(found)
    label = article_label(found)
    context = {
        "text": text,
        "article": found,
        "label": label,
        "paragraphs": _paragraphs(found),
        "before": (before, article_label(before)) if before else None,
        "after": (after, article_label(after)) if after else None,
        "encoding": rules_by_article().get((_key(text), int(number) if number.isdigit() else number), ()),
        "resting": selectors.resting_on(actor_of(request), f"{text.title}{label}"),
        "crumb": [
            ("法规库", reverse("catalog:statutes")),
            (text.title, reverse("catalog:statute", args=[title]) + (f"?edition={text.edition}" if text.edition else "")),
            (label, ""),
        ],
    }
    return render(request, "catalog/article.html", context)


def _text(request: HttpRequest, title: str) -> StatuteText:
    text = selectors.statute(actor_of(request), title, request.GET.get("edition", "")[:10])
    if text is None:
        raise Http404(f"法规库没有《{title}》的这一版本")
    return text


def _key(text: StatuteText) -> str:
    """The key of its list of rules."""
    return f"{text.title}@{text.edition}" if text.edition else text.title


def _opening(one: Article) -> str:
    words = str(one.paragraphs[0]["text"])
    return words if len(words) <= 60 else words[:58] + "……"


def _paragraphs(found: Article) -> list[dict[str, Any]]:
    several = len(found.paragraphs) > 1
    return [
        {
            "anchor": f"p{place}",
            "name": f"第{chinese(place)}款" if several else "",
            "text": paragraph["text"],
            "items": [
                {
                    "anchor": f"p{place}i{number}",
                    "mark": f"（{chinese(number)}）",
                    "name": item_label(place if several else 0, number),
                    "lines": text.splitlines(),
                }
                for number, text in paragraph["items"]
            ],
        }
        for place, paragraph in enumerate(found.paragraphs, 1)
    ]
