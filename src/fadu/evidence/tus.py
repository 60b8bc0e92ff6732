"""The tus 1.0 protocol: what goes over the line. What becomes of it is decided in `services.uploads`.

Core, creation (with upload, with deferred length), termination, checksum, expiration; https://tus.io/protocols/resumable-upload.
Who sends is known by the session of the pages and carries its CSRF token, as everything that writes.
"""

import base64
import binascii
import re
import uuid
from collections.abc import Callable
from http import HTTPStatus
from typing import IO, Any, Final, cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.http import http_date

from fadu.accounts.entrance import actor_of
from fadu.accounts.permissions import NotAllowed
from fadu.cases.api import problem
from fadu.cases.errors import Conflict, NotFound
from fadu.evidence import selectors, staging
from fadu.evidence.models import Upload
from fadu.evidence.services import LARGEST, uploads
from fadu.evidence.unfit import Later, Unfit

VERSION: Final = "1.0.0"
EXTENSIONS: Final = "creation,creation-with-upload,creation-defer-length,termination,checksum,expiration"
PIECE: Final = "application/offset+octet-stream"
DRAINED: Final = 16 << 20
"""Bytes that are still read when the answer is no: a browser that is cut off while it sends never sees why."""
_NUMBER = re.compile(r"[0-9]{1,15}")


class _Wrong(Exception):
    """The request is not one of the protocol."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status, self.detail = status, detail


def endpoint(request: HttpRequest) -> HttpResponse:
    """Where uploads are begun; GET lists one's own unfinished ones for the page."""
    return _answered(request, {"OPTIONS": _options, "POST": _create, "GET": _unfinished})


def resource(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    """One upload."""
    found: dict[str, Any] = {"OPTIONS": _options, "HEAD": _head, "PATCH": _patch, "DELETE": _delete}
    return _answered(request, found, key)


def _answered(request: HttpRequest, methods: dict[str, Callable[..., HttpResponse]], *key: uuid.UUID) -> HttpResponse:
    method = request.headers.get("X-HTTP-Method-Override", request.method or "").upper()
    if method not in methods:
        answer = problem("fadu:tus", "没有这种请求", HTTPStatus.METHOD_NOT_ALLOWED)
        answer["Allow"] = ", ".join(methods)
        return _signed(answer)
    if method in {"OPTIONS", "GET"}:
        return _signed(methods[method](request, *key))
    if request.headers.get("Tus-Resumable") != VERSION:
        answer = problem("fadu:tus", f"只支持 tus {VERSION}", HTTPStatus.PRECONDITION_FAILED)
        answer["Tus-Version"] = VERSION
        return _signed(answer)
    if not actor_of(request):
        return _signed(problem("fadu:sign-in", "请先登录", HTTPStatus.UNAUTHORIZED, "登录已过期，请在另一个窗口登录后点继续，已经上传的部分不会丢"))
    try:
        answer = methods[method](request, *key)
    except _REASONS as reason:
        _drain(request)
        answer = _refusal(reason)
    return _signed(answer)


_REASONS = (_Wrong, Unfit, Later, NotAllowed, NotFound, Conflict, staging.Busy)


def _refusal(reason: Exception) -> HttpResponse:
    match reason:
        case Unfit():
            return problem(reason.code, "没有收下", reason.status, reason.detail)
        case Later():
            answer = problem(reason.code, "稍后再试", reason.status, reason.detail)
            answer["Retry-After"] = str(reason.seconds)
            return answer
        case NotAllowed():
            return problem("fadu:not-allowed", "没有权限", HTTPStatus.FORBIDDEN, reason.reason)
        case NotFound():
            return problem("fadu:not-found", "没有这个上传", HTTPStatus.NOT_FOUND, str(reason))
        case Conflict():
            return problem("fadu:conflict", "不能从这里续传", HTTPStatus.CONFLICT, str(reason))
        case staging.Busy():
            return problem("fadu:upload-busy", "正在上传", HTTPStatus.LOCKED, "这个文件正在另一个连接上上传，请稍后再试")
        case _:
            wrong = cast("_Wrong", reason)
            return problem("fadu:tus", "请求不符合 tus 协议", wrong.status, wrong.detail)


def _signed(answer: HttpResponse) -> HttpResponse:
    answer["Tus-Resumable"] = VERSION
    answer["Cache-Control"] = "no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _options(_: HttpRequest, *__: uuid.UUID) -> HttpResponse:
    algorithms = ",".join(uploads.ALGORITHMS)
    headers = {"Tus-Version": VERSION, "Tus-Extension": EXTENSIONS, "Tus-Max-Size": str(LARGEST), "Tus-Checksum-Algorithm": algorithms}
    return HttpResponse(status=HTTPStatus.NO_CONTENT, headers=headers)


def _unfinished(request: HttpRequest) -> HttpResponse:
    rows = selectors.unfinished(actor_of(request), request.GET.get("use", ""), request.GET.get("case", ""))
    return JsonResponse({"uploads": [{"name": row.name, "size": row.size, "offset": row.offset, "href": _address(row)} for row in rows]})


def _create(request: HttpRequest) -> HttpResponse:
    told = _metadata(request.headers.get("Upload-Metadata", ""))
    size = _number(request, "Upload-Length")
    deferred = request.headers.get("Upload-Defer-Length")
    if (size is None) == (deferred is None) or deferred not in {None, "1"}:
        raise _Wrong(HTTPStatus.BAD_REQUEST, "须有 Upload-Length，或者 Upload-Defer-Length: 1")
    organ = told.get("organ", "")
    upload = uploads.begin(
        actor_of(request),
        use=told.get("use", ""),
        name=told.get("filename", ""),
        size=size,
        case_id=_uuid(told.get("case", "")),
        organ_id=int(organ) if _NUMBER.fullmatch(organ) else None,
        sha256=told.get("sha256", ""),
    )
    if request.content_type == PIECE:
        upload = uploads.receive(actor_of(request), upload.pk, _piece(request, 0))
    answer = HttpResponse(status=HTTPStatus.CREATED, headers={"Location": _address(upload)})
    return _stands(answer, upload)


def _head(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    return _stands(HttpResponse(status=HTTPStatus.OK), uploads.stand(actor_of(request), key))


def _patch(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    if request.content_type != PIECE:
        raise _Wrong(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Content-Type 应为 {PIECE}")
    offset = _number(request, "Upload-Offset")
    if offset is None:
        raise _Wrong(HTTPStatus.BAD_REQUEST, "缺少 Upload-Offset")
    upload = uploads.receive(actor_of(request), key, _piece(request, offset, _number(request, "Upload-Length")))
    return _stands(HttpResponse(status=HTTPStatus.NO_CONTENT), upload)


def _delete(request: HttpRequest, key: uuid.UUID) -> HttpResponse:
    uploads.give_up(actor_of(request), key)
    return HttpResponse(status=HTTPStatus.NO_CONTENT)


def _stands(answer: HttpResponse, upload: Upload) -> HttpResponse:
    """How far it is, until when it is kept, what it became."""
    done = bool(upload.original_id)
    answer["Upload-Offset"] = str(upload.size if done else upload.offset)
    answer["Upload-Expires"] = http_date(upload.expires_at.timestamp())
    if upload.size is None:
        answer["Upload-Defer-Length"] = "1"
    else:
        answer["Upload-Length"] = str(upload.size)
    if done:
        answer["Fadu-Original"] = str(upload.original_id)
    return answer


def _piece(request: HttpRequest, offset: int, size: int | None = None) -> uploads.Piece:
    length = int(request.META["CONTENT_LENGTH"]) if _NUMBER.fullmatch(str(request.META.get("CONTENT_LENGTH") or "")) else None
    chunked = length is None and "HTTP_TRANSFER_ENCODING" in request.META
    source = request.META["wsgi.input"] if chunked else request
    return uploads.Piece(cast("IO[bytes]", source), offset, length, _checksum(request), size)


def _checksum(request: HttpRequest) -> tuple[str, str] | None:
    told = request.headers.get("Upload-Checksum")
    if told is None:
        return None
    algorithm, _, digest = told.partition(" ")
    if algorithm not in uploads.ALGORITHMS or not digest:
        raise _Wrong(HTTPStatus.BAD_REQUEST, f"Upload-Checksum 支持 {'、'.join(uploads.ALGORITHMS)}")
    return algorithm, digest.strip()


def _metadata(text: str) -> dict[str, str]:
    found = {}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        name, _, value = pair.partition(" ")
        try:
            found[name] = base64.b64decode(value.strip(), validate=True).decode()
        except (binascii.Error, UnicodeDecodeError):
            raise _Wrong(HTTPStatus.BAD_REQUEST, "Upload-Metadata 应为“名称 base64”，以逗号分隔") from None
    return found


def _number(request: HttpRequest, header: str) -> int | None:
    told = request.headers.get(header)
    if told is None:
        return None
    if not _NUMBER.fullmatch(told):
        raise _Wrong(HTTPStatus.BAD_REQUEST, f"{header} 应为不超过 15 位的数字")
    return int(told)


def _uuid(text: str) -> uuid.UUID | None:
    if not text:
        return None
    try:
        return uuid.UUID(text)
    except ValueError:
        raise NotFound("没有这个案件，或者不在您的管辖范围内") from None


def _address(upload: Upload) -> str:
    return reverse("evidence:upload", args=[upload.pk])


def _drain(request: HttpRequest) -> None:
    left = DRAINED
    try:
        while left > 0 and (part := request.read(1 << 18)):
            left -= len(part)
    except OSError:
        return
