"""The pages: drop a paper, type a code, scan it; and the same for machines."""

import json
import uuid
from base64 import b64encode
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from fadu.accounts.entrance import entered_for
from fadu.agencies.throttle import missed, missed_often, too_often
from fadu.cases.api import problem
from fadu.cases.services import log
from fadu.disclosure import codes
from fadu.disclosure.verify import checking
from fadu.disclosure.verify.checking import Result
from fadu.disclosure.verify.outcomes import Outcome
from fadu.disclosure.verify.telling import as_dict
from fadu.documents.signing.selectors import Told
from fadu.evidence.plainly import too_large_of
from fadu.evidence.unfit import Later, Unfit

FILES: Final = 20
"""Files which one address may have checked in ten minutes."""
FIELD: Final = "file"
OFTEN: Final = "核验得太频繁，请十分钟后再试；也可以下载 fadu 后自己离线核验"
EMPTY: Final = "请选择一个文件，或者填写文书的编号"


@require_http_methods(["GET", "HEAD", "POST"])
@entered_for("record.see")
@codes.slowed
def home(request: HttpRequest) -> HttpResponseBase:
    """Drop a paper, or type what is printed at its foot."""
    if request.method != "POST":
        return _home(request)
    if FIELD not in request.FILES and not too_large_of(request, FIELD):
        return _typed(request, request.POST.get("code", ""))
    try:
        result = _checked(request)
    except Unfit as unfit:
        return _home(request, {FIELD: unfit.detail}, status=unfit.status)
    except Later as later:
        return _home(request, {FIELD: later.detail}, status=later.status)
    return _result(request, result)


def _typed(request: HttpRequest, text: str) -> HttpResponseBase:
    """On to the page of a code; one that is none is told on its field."""
    if not text.strip():
        return _home(request, {"code": EMPTY}, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    code = codes.read(text)
    if code is None:
        return _home(request, {"code": codes.WRONG}, text, HTTPStatus.UNPROCESSABLE_ENTITY)
    return redirect("verify:code", code)


@require_safe
@entered_for("record.see")
@codes.slowed
def code(request: HttpRequest, code: uuid.UUID) -> HttpResponseBase:
    """What anybody may know who has the code of a paper."""
    result = checking.of_code(code)
    return _result(request, result) if result else codes.closed(request, codes.NONE)


def landed(request: HttpRequest, document_id: uuid.UUID) -> HttpResponseBase:
    """Where the QR code of a paper leads: the same page."""
    return code(request, document_id)


@require_safe
@entered_for("record.see")
@codes.slowed
def code_json(request: HttpRequest, code: uuid.UUID) -> HttpResponseBase:  # noqa: ARG001 - the same for everybody
    """The same for machines."""
    result = checking.of_code(code)
    return _json(result) if result else problem("fadu:not-found", "没有这份文书", HTTPStatus.NOT_FOUND, codes.NONE)


@csrf_exempt  # it changes nothing, keeps nothing, and knows nobody: there is nothing to forge
@require_POST
@entered_for("record.see")
def check_json(request: HttpRequest) -> HttpResponseBase:
    """A file for machines: multipart, field `file`."""
    if missed_often(request, codes.WHAT, codes.MISSES):
        return problem("fadu:too-often", "核验过于频繁", HTTPStatus.TOO_MANY_REQUESTS, OFTEN)
    try:
        return _json(_checked(request))
    except Unfit as unfit:
        return problem(unfit.code, "文件不能核验", unfit.status, unfit.detail)
    except Later as later:
        return problem(later.code, "暂时不能核验", later.status, later.detail)


def _checked(request: HttpRequest) -> Result:
    """What the file of a request is; raises Unfit, Later."""
    if too_often(request, "verify.file", FILES):
        raise Unfit("fadu:upload-many", OFTEN)
    given: Any = request.FILES.get(FIELD)
    if not isinstance(given, UploadedFile):
        if too_large_of(request, FIELD):
            raise Unfit("fadu:upload-too-large", f"文件超过 {checking.MOST >> 20} MB，不能核验")
        raise Unfit("fadu:upload-empty", EMPTY)
    assert given.file is not None
    result = checking.of_file(given.file, given.size or 0)
    if result.outcome is Outcome.UNKNOWN:
        missed(request, codes.WHAT)
    return result


def _json(result: Result) -> HttpResponse:
    answer = JsonResponse(as_dict(result), json_dumps_params={"ensure_ascii": False})
    answer["Cache-Control"] = "private, no-store"
    return answer


def _home(request: HttpRequest, errors: Mapping[str, str] | None = None, typed: str = "", status: int = HTTPStatus.OK) -> HttpResponse:
    context = {"errors": errors or {}, "typed": typed[: codes.LONGEST], "most": checking.MOST >> 20, "takes": checking.TAKES}
    return render(request, "verify/home.html", context, status=status)


def _result(request: HttpRequest, result: Result) -> HttpResponse:
    found, receipt = result.document, result.proof.receipt if result.proof else None
    context: dict[str, Any] = {"it": result, "words": result.words, "document": found, "where": result.standing, "proof": result.proof}
    if found is not None:
        context |= {
            "signature": result.signature or Told(None, None, None, []),
            "damage": "" if result.signature else "本平台保存的文件已经销毁或者不可读；您手中的文件以 SHA-256 为准",
            "address": settings.PUBLIC_URL + reverse("documents:proof", args=[found.pk]),
            "vkey": log.vkey(),
        }
    if receipt is not None:
        context |= {
            "receipt": json.dumps(receipt.to_dict(), ensure_ascii=False, indent=1),
            "path": [b64encode(node).decode() for node in receipt.path],
            "root": result.proof.head.root.hex() if result.proof and result.proof.head else "",
        }
    return render(request, "verify/result.html", context)
