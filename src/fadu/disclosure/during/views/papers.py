"""Notice and progress of a matter, by the code on a paper; without an account."""

import uuid
from http import HTTPStatus
from typing import NamedTuple

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from fadu.accounts.entrance import entered_for
from fadu.disclosure import codes
from fadu.disclosure.during import notices
from fadu.disclosure.during.progress import matter as matter_of

NOTHING = "这个编码没有可以说明的内容：编号可能抄错了，文书可能已被更正后的新版取代，或者它不是送达给当事人的文书"
"""One answer for all three, so that nobody learns from it whether there is such a paper."""


class Asked(NamedTuple):
    """A page on which a code is asked for."""

    title: str
    lead: str
    submit: str
    name: str


NOTICES = Asked("执法告知", "凭手里文书上的编码，看是谁在执法、为什么、凭什么，您有哪些权利和义务、最后一天是哪天。", "看告知", "during:notice")
PROGRESS = Asked("办理进度", "凭受理通知书、告知书、决定书等文书上的编码，看办到哪一步、还要多久、现在可以做什么。", "查进度", "during:matter")


@require_http_methods(["GET", "HEAD", "POST"])
@entered_for("record.see")
@codes.slowed
def asked_notice(request: HttpRequest) -> HttpResponseBase:
    """Ask for the code of a paper whose notice is wanted."""
    return _asked(request, NOTICES)


@require_http_methods(["GET", "HEAD", "POST"])
@entered_for("record.see")
@codes.slowed
def asked_progress(request: HttpRequest) -> HttpResponseBase:
    """Ask for the code of a paper of the matter."""
    return _asked(request, PROGRESS)


@require_safe
@entered_for("record.see")
@codes.slowed
def notice(request: HttpRequest, code: uuid.UUID) -> HttpResponseBase:
    """The notice of the paper of a code."""
    found = codes.paper(code)
    if found is None or not notices.opened(found):
        return codes.closed(request, NOTHING)
    return render(request, "during/notice.html", {"it": notices.notice(found), "document": found})


@require_safe
@entered_for("record.see")
@codes.slowed
def matter(request: HttpRequest, code: uuid.UUID) -> HttpResponseBase:
    """How far the matter of the paper of a code has come."""
    found = codes.paper(code)
    if found is None or not notices.opened(found):
        return codes.closed(request, NOTHING)
    return render(request, "during/progress.html", {"it": matter_of(found), "document": found})


def _asked(request: HttpRequest, asked: Asked) -> HttpResponse:
    typed = request.POST.get("code", "")
    error, status = "", HTTPStatus.OK
    if request.method == "POST":
        code = codes.read(typed)
        if code is not None:
            return redirect(asked.name, code)
        error, status = codes.WRONG if typed.strip() else "请填写文书的编号", HTTPStatus.UNPROCESSABLE_ENTITY
    return render(request, "during/asked.html", {"asked": asked, "typed": typed[: codes.LONGEST], "error": error}, status=status)
