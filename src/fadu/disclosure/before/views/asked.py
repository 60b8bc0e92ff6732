"""What the address asks of a list, and what every page of a list shows around it."""

from typing import Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone

from fadu.agencies.models import Organ
from fadu.disclosure.before.listing import Asked, Listing
from fadu.disclosure.before.lists import LISTS
from fadu.disclosure.before.selectors import latest


def text_of(request: HttpRequest, name: str, most: int = 100) -> str:
    """What the address says under a name, short and without what a database refuses."""
    return request.GET.get(name, "").replace("\x00", "")[:most]


def organ_of(request: HttpRequest) -> Organ | None:
    """The organ whose list is asked for; None for all; raises Http404 where there is none of that number."""
    key = text_of(request, "organ", 20)
    if not key:
        return None
    found = Organ.objects.select_related("parent").filter(pk=int(key)).first() if key.isascii() and key.isdigit() and len(key) < 19 else None
    if found is None:
        raise Http404("没有这个机关")
    return found


def listing_of(list_id: str) -> Listing:
    """The list of that id; raises Http404."""
    if list_id not in LISTS:
        raise Http404("没有这个清单")
    return LISTS[list_id]


def asked_of(request: HttpRequest, listing: Listing) -> Asked:
    """What of a list is asked for."""
    picked = {one.name: text_of(request, one.name, 20) for one in listing.narrowings}
    organ = organ_of(request) if listing.by_organ else None
    return Asked(organ, text_of(request, "q"), picked, text_of(request, "after", 80), text_of(request, "before", 80))


def around(listing: Listing, organ: Organ | None) -> dict[str, Any]:
    """The version, the files and the other lists."""
    query = f"?organ={organ.pk}" if organ else ""
    edition = latest(listing, organ)
    return {
        "listing": listing,
        "organ": organ,
        "edition": edition,
        "bases": [{"words": str(cite), "href": cite.path} for cite in listing.bases],
        "files": [(label, reverse(f"before:{name}", args=[listing.id]) + query) for name, label in (("excel", "Excel"), ("pdf", "PDF"), ("data", "JSON"))],
        "editions": reverse("before:editions", args=[listing.id]) + query,
        "tabs": tabs(listing, organ),
        "today": timezone.localdate(),
    }


def tabs(current: Listing | None, organ: Organ | None) -> list[dict[str, Any]]:
    """The lists beside each other; the organ that was asked for stays asked for."""
    query = f"?organ={organ.pk}" if organ else ""
    return [{"label": one.title, "href": reverse(f"before:{one.id}") + (query if one.by_organ else ""), "current": one is current} for one in LISTS.values()]
