"""What every operation has in common: who may ask from where and how often, HEAD, conditional requests, caches, and that every error is a problem."""

import hashlib
import logging
import re
from collections.abc import Callable
from functools import cache, wraps
from typing import Any, Final

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import URLPattern, reverse
from django.utils.cache import get_conditional_response
from ninja import NinjaAPI

from fadu.agencies.throttle import Spent, spend
from fadu.disclosure.opendata.api.problems import problem

METHODS: Final = "GET, HEAD, OPTIONS"
WINDOW: Final = 60
"""Seconds of the window in which requests are counted."""
EXPOSED: Final = "ETag, Link, Retry-After, RateLimit-Limit, RateLimit-Remaining, RateLimit-Reset, RateLimit-Policy"
_DAY: Final = "86400"

logger = logging.getLogger("fadu.open")
View = Callable[..., HttpResponseBase]


def urls(api: NinjaAPI) -> tuple[list[Any], str, str]:
    """The addresses of the interface, each behind this door."""
    patterns, app_name, namespace = api.urls
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            pattern.callback = _behind(api, pattern.callback, _declared(str(pattern.pattern)))
    return patterns, app_name, namespace


def _declared(route: str) -> str:
    """A route as the description writes it: records/<uuid:record_id> is records/{record_id}."""
    return re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", route)


def _behind(api: NinjaAPI, view: View, route: str) -> View:
    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        share = spend(request, "open", settings.FADU_OPEN_LIMIT, WINDOW)
        answer = _answered(api, view, route, share, request, args, kwargs)
        for name, value in {**_shared(share), **_open()}.items():
            answer[name] = value
        return answer

    return guarded


def _answered(api: NinjaAPI, view: View, route: str, share: Spent, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponseBase:
    """The answer, whatever is asked and however."""
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers={"Allow": METHODS, "Access-Control-Allow-Methods": METHODS, "Access-Control-Max-Age": _DAY})
    if request.method not in {"GET", "HEAD"}:
        return problem("fadu:method", f"本接口只读，{request.method} 不能用", headers={"Allow": METHODS})
    if share.over:
        told = f"同一地址每分钟最多 {share.most} 次请求，请在 {share.reset} 秒后再试；要取全部数据，请下载数据文件"
        return problem("fadu:too-many", told, headers={"Retry-After": str(share.reset)})
    if strange := sorted(set(request.GET) - known(api).get(route, frozenset())):
        errors = dict.fromkeys(strange, "没有这个参数")
        return problem("fadu:malformed", f"没有这些参数：{'、'.join(strange)}"[:500], errors=errors)
    head, request.method = request.method == "HEAD", "GET"
    try:
        answer = view(request, *args, **kwargs)
    except Http404:
        answer = problem("fadu:not-found", "没有这个地址")
    except Exception:
        logger.exception("公开接口出错：%s", request.path)
        answer = problem("fadu:broken", "平台出错，已经记录；请稍后再试")
    return _cached(request, answer, head=head)


def _cached(request: HttpRequest, answer: HttpResponseBase, *, head: bool) -> HttpResponseBase:
    """With a tag of what it says, so that who has it need not fetch it again. Caches ask each time: what was withdrawn is gone from them too."""
    if not isinstance(answer, HttpResponse):
        return answer
    answer["Cache-Control"] = "public, no-cache" if answer.status_code == 200 else "no-store"
    answer["Content-Length"] = str(len(answer.content))
    found: HttpResponseBase | None = answer
    if answer.status_code == 200:
        answer["ETag"] = f'W/"{hashlib.sha256(answer.content).hexdigest()[:32]}"'
        found = get_conditional_response(request, etag=answer["ETag"], response=answer)
    assert isinstance(found, HttpResponse)
    if head:
        found.content = b""
    return found


def _shared(share: Spent) -> dict[str, str]:
    """What is left of the share, so that clients can pace themselves."""
    if not share.most:
        return {}
    return {
        "RateLimit-Limit": str(share.most),
        "RateLimit-Remaining": str(share.left),
        "RateLimit-Reset": str(share.reset),
        "RateLimit-Policy": f"{share.most};w={share.window}",
    }


def _open() -> dict[str, str]:
    """From any page of anybody: nothing here depends on who asks. And where it is described."""
    described = f'<{reverse("open:openapi-json")}>; rel="service-desc", <{reverse("opendata:api")}>; rel="service-doc"'
    return {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Headers": "If-None-Match, Range",
        "Access-Control-Expose-Headers": EXPOSED,
        "Link": described,
        "X-Robots-Tag": "noindex",
    }


@cache
def known(api: NinjaAPI) -> dict[str, frozenset[str]]:
    """The parameters of each operation, by its route: a misspelt one would be passed over, and everything found."""
    described = api.get_openapi_schema()
    base = reverse("open:api-root")
    return {
        path.removeprefix(base): frozenset(each["name"] for each in operations["get"].get("parameters", ()) if each["in"] == "query")
        for path, operations in described["paths"].items()
    }
