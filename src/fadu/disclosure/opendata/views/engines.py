"""What search engines ask for: the map of the site, and where they may go."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from fadu.disclosure.opendata import sitemap as maps

ALLOWED = ("/open/", "/statutes/", "/items/", "/benchmarks/", "/law/", "/log/", "/static/", "/sitemap")
"""Where everybody may read; all else is the office, and closed."""
_XML = "application/xml; charset=utf-8"


@require_safe
def sitemap(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001 - the same for everybody
    """The index of the map."""
    return HttpResponse("".join(maps.index()), content_type=_XML)


@require_safe
def sitemap_part(request: HttpRequest, name: str) -> HttpResponseBase:
    """A part of the map."""
    found = maps.section(name)
    if found is None:
        raise Http404("没有这个网站地图")
    if request.method == "HEAD":
        return HttpResponse(content_type=_XML)
    return StreamingHttpResponse((line.encode() for line in found), content_type=_XML)


@require_safe
def robots(request: HttpRequest) -> HttpResponseBase:  # noqa: ARG001 - the same for everybody
    """Where search engines may go. Lists with questions in their address are endless, and say nothing that pages of records do not."""
    if settings.FADU_ROBOTS == "closed":
        lines = ["User-agent: *", "Disallow: /"]
    else:
        allowed = [f"Allow: {place}" for place in ALLOWED]
        lines = [
            "User-agent: *",
            *allowed,
            "Allow: /$",
            "Disallow: /open/*?*",
            "Disallow: /",
            "",
            f"Sitemap: {settings.PUBLIC_URL}{reverse('opendata:sitemap')}",
        ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
