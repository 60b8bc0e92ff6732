"""Pages of the law as it runs here: contents, rules, procedures, lists of rules. For everybody."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from fadu.accounts.entrance import actor_of, entered_for
from fadu.catalog import book, selectors
from fadu.law.book import Shelf, contents, every_citation
from fadu.law.registry import procedures, rule_of

LINKS = book.Addresses()


@require_safe
@entered_for("statute.see")
def index(request: HttpRequest) -> HttpResponse:
    """The table of contents."""
    return _shown(request, "index", {"contents": contents(LINKS)})


@require_safe
@entered_for("statute.see")
def rule(request: HttpRequest, rule_id: str) -> HttpResponse:
    """A rule; under each of its ids."""
    try:
        found = rule_of(rule_id)
    except KeyError:
        raise Http404(f"没有编号为 {rule_id} 的规则") from None
    return _shown(request, "rule", book.rule_context(found, LINKS, selectors.texts(actor_of(request), found.bases)))


@require_safe
@entered_for("statute.see")
def procedure(request: HttpRequest, procedure_id: str, version: str) -> HttpResponse:
    """A procedure."""
    found = procedures().get((procedure_id, version))
    if found is None:
        raise Http404(f"没有程序 {procedure_id} 的 {version} 版")
    return _shown(request, "procedure", book.procedure_context(found, LINKS))


@require_safe
@entered_for("statute.see")
def shelf(request: HttpRequest, shelf: str, key: str) -> HttpResponse:
    """A list of rules: of a statute, of a kind, of what they judge."""
    try:
        of = Shelf(shelf)
        text = selectors.texts(actor_of(request), every_citation(key) if of is Shelf.STATUTE else ())
        return _shown(request, "shelf", book.shelf_context(of, key, LINKS, text))
    except (KeyError, ValueError):
        raise Http404(f"没有“{key}”的规则") from None


def _shown(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, f"catalog/law/{template}.html", {**context, "frame": "site/base.html"})
