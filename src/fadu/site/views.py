"""The style page, and what is shown when something went wrong."""

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from fadu.disclosure.opendata.api.problems import problem
from fadu.site import context, specimens


def style(request: HttpRequest) -> HttpResponse:
    """Every component of the design system, in every state."""
    return render(request, "site/style.html", specimens.page())


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: the permission table has no entry."""
    return render(request, "403.html", {"reason": getattr(exception, "reason", "")}, status=HTTPStatus.FORBIDDEN)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 - as Django calls it
    """404: no such page, or not for who asks; to a machine a problem, as every answer of the public interface."""
    if request.path.startswith(reverse("open:api-root")):
        return problem("fadu:not-found", "没有这个地址")
    return render(request, "404.html", status=HTTPStatus.NOT_FOUND)


def broken(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 - as Django calls it
    """500: a fault of the platform. The page asks nothing of the database, which may be what is broken."""
    chrome = {"demo": settings.DEMO, "version": context.release()}
    return HttpResponse(render_to_string("500.html", {"chrome": chrome}), status=HTTPStatus.INTERNAL_SERVER_ERROR)
