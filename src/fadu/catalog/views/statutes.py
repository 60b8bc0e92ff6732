"""Pages of statutes: the list with search, a statute's contents, an article."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.catalog import answers, selectors, uses
from fadu.catalog.models import Article, StatuteText
from fadu.catalog.naming import article_label, item_label, number_label
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
        "words": words_in_address(query),
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
        "several": len(selectors.held_editions(actor_of(request), title)) > 1,
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
    words = selectors.words_of(request.GET.get("q", "")[:100])
    resting = list(selectors.resting_on(actor_of(request), f"{text.title}{label}"))
    codes = sorted({item.code for item in resting})
    context = {
        "text": text,
        "article": found,
        "label": label,
        "paragraphs": _paragraphs(found, words),
        "before": (before, article_label(before)) if before else None,
        "after": (after, article_label(after)) if after else None,
        "encoding": rules_by_article().get((_key(text), int(number) if number.isdigit() else number), ()),
        "resting": resting,
        "uses": uses.uses_of(text.file, number),
        "cases": answers.under(actor_of(request), codes),
        "codes": ",".join(codes),
        "versions": [(other, row) for other, row in selectors.versions_of(found)],
        "crumb": [
            ("法规库", reverse("catalog:statutes")),
            (text.title, reverse("catalog:statute", args=[title]) + (f"?edition={text.edition}" if text.edition else "")),
            (label, ""),
        ],
    }
    return render(request, "catalog/article.html", context)


@require_safe
@entered_for("statute.see")
def compare(request: HttpRequest, title: str) -> HttpResponse:
    """Two versions of a statute side by side, what differs marked; the last two where none is named."""
    held = selectors.held_editions(actor_of(request), title)
    if len(held) < 2:
        raise Http404(f"《{title}》只有一个版本，没有可以比较的")
    before, after = _version(request, held, "from", held[-2]), _version(request, held, "to", held[-1])
    if before.in_force > after.in_force:
        before, after = after, before
    pairs = selectors.compared(actor_of(request), before, after)
    shown = pairs if request.GET.get("all") else [pair for pair in pairs if pair.changed]
    context = {
        "title": title,
        "before": before,
        "after": after,
        "pairs": [(pair, number_label(pair.before), number_label(pair.after)) for pair in shown],
        "counts": {
            "changed": sum(bool(pair.changed and pair.before and pair.after) for pair in pairs),
            "new": sum(not pair.before for pair in pairs),
            "gone": sum(not pair.after for pair in pairs),
            "same": sum(not pair.changed for pair in pairs),
        },
        "every": bool(request.GET.get("all")),
        "versions": [(str(one.pk), f"{one.in_force.isoformat()} 施行") for one in held],
        "crumb": [("法规库", reverse("catalog:statutes")), (title, reverse("catalog:statute", args=[title])), ("版本比较", "")],
    }
    return render(request, "catalog/compare.html", context)


def _version(request: HttpRequest, held: list[StatuteText], name: str, otherwise: StatuteText) -> StatuteText:
    return next((one for one in held if str(one.pk) == request.GET.get(name, "")), otherwise)


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


def words_in_address(query: str) -> str:
    """The words of a search for the address of an article, where they are marked."""
    return urlencode({"q": query}) if query else ""


def _paragraphs(found: Article, words: Sequence[str]) -> list[dict[str, Any]]:
    several = len(found.paragraphs) > 1
    return [
        {
            "anchor": f"p{place}",
            "name": f"第{chinese(place)}款" if several else "",
            "pieces": selectors.marked(paragraph["text"], words),
            "items": [
                {
                    "anchor": f"p{place}i{number}",
                    "mark": f"（{chinese(number)}）",
                    "name": item_label(place if several else 0, number),
                    "lines": [selectors.marked(line, words) for line in text.splitlines()],
                }
                for number, text in paragraph["items"]
            ],
        }
        for place, paragraph in enumerate(found.paragraphs, 1)
    ]
