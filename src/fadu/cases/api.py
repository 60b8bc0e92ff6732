"""The same door for machines: JSON in, JSON out, problem+json when the step is not taken. Described at /api/docs."""

import json
import uuid
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, ValidationError
from ninja.security import APIKeyCookie

from fadu.accounts.actors import Actor
from fadu.accounts.permissions import NotAllowed
from fadu.cases import services
from fadu.cases.errors import Conflict, NotFound, Refused
from fadu.cases.models import Leaf
from fadu.cases.models import Step as StepRow
from fadu.cases.selectors import case_for, explanation, page, steps
from fadu.cases.services.log import Log
from fadu.law.forms import Field, Invalid, Kind
from fadu.law.procedure import Step
from fadu.law.registry import procedure_of

PROBLEM = "application/problem+json"


class Unknown(Exception):
    """Nobody is signed in."""


class BySession(APIKeyCookie):
    """Who asks, by the session of the pages; whatever writes must carry the CSRF token as the pages do."""

    param_name = settings.SESSION_COOKIE_NAME

    def authenticate(self, request: HttpRequest, key: str | None) -> Actor | None:  # noqa: ARG002 - the session is read already
        """The actor of the session."""
        return _actor(request)


def _actor(request: HttpRequest) -> Actor | None:
    found: Actor = request.actor  # type: ignore[attr-defined]
    return found or None


api = NinjaAPI(
    title="法度", version="1", description="行政执法平台：与页面同一道门。写入须带 CSRF 令牌。", urls_namespace="api", auth=BySession(), docs_url=None
)


class Opening(Schema):
    """A case to be opened."""

    procedure: str
    data: dict[str, Any]
    taken_at: datetime | None = None
    key: str = ""
    case_id: uuid.UUID | None = None


class Doing(Schema):
    """A step to be taken."""

    data: dict[str, Any]
    taken_at: datetime | None = None
    key: str = ""
    after_seq: int | None = None


class Done(Schema):
    """A step on record."""

    case_id: uuid.UUID
    step_id: uuid.UUID
    seq: int
    stage: str
    repeated: bool


class Problem(Schema):
    """What stands against it (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str = ""
    errors: dict[str, str] | None = None
    objections: list[dict[str, Any]] | None = None


PROBLEMS = dict.fromkeys((400, 401, 403, 404, 409, 422), Problem)


def problem(code: str, title: str, status: int, detail: str = "", **more: Any) -> HttpResponse:
    """A problem document."""
    body = {"type": code, "title": title, "status": status, "detail": detail, **more}
    return HttpResponse(json.dumps(body, ensure_ascii=False), status=status, content_type=PROBLEM)


def _aware(moment: datetime | None) -> datetime | None:
    return timezone.make_aware(moment) if moment and timezone.is_naive(moment) else moment


@api.post("/cases", response={201: Done, **PROBLEMS}, summary="登记案件")
def register(request: HttpRequest, opening: Opening) -> Any:
    """Open a case in the organ of who is signed in."""
    if opening.procedure not in {"penalty.general", "penalty.simple"}:
        raise Invalid({"procedure": "没有这个程序：penalty.general 或者 penalty.simple"})
    actor = _signed_in(request)
    return 201, services.register(actor, opening.procedure, opening.data, taken_at=_aware(opening.taken_at), key=opening.key, case_id=opening.case_id)


@api.post("/cases/{uuid:case_id}/steps/{name}", response={201: Done, **PROBLEMS}, summary="办理步骤")
def take(request: HttpRequest, case_id: uuid.UUID, name: str, doing: Doing) -> Any:
    """Take a step."""
    actor = _signed_in(request)
    return 201, services.take(actor, case_id, name, doing.data, taken_at=_aware(doing.taken_at), key=doing.key, after_seq=doing.after_seq)


@api.get("/cases/{uuid:case_id}", response={200: dict[str, Any], **PROBLEMS}, summary="案件现状")
def read(request: HttpRequest, case_id: uuid.UUID) -> Any:
    """Where a case stands: facts, clocks, what may be done and what not and why."""
    actor = _signed_in(request)
    case = case_for(actor, case_id)
    state = page.state_of(case)
    offered = steps.offers(actor, case, state)
    return {
        "id": str(case.id),
        "number": case.number,
        "title": case.title,
        "procedure": case.procedure,
        "stage": case.stage,
        "seq": case.seq,
        "facts": dict(state.facts),
        "clocks": [
            {"rule": clock.rule.id, "says": clock.rule.says, "due": clock.row.due_on, "done": clock.row.done_on, "left": clock.left}
            for clock in page.clocks(case)
        ],
        "may": [offer.step.name for offer in (*offered.may, *offered.side) if offer.lawful],
        "may_not": [{"step": offer.step.name, "objections": [objection.as_dict() for objection in offer.objections]} for offer in offered.may_not],
    }


@api.get("/cases/{uuid:case_id}/rules/{rule}", response={200: dict[str, Any], **PROBLEMS}, summary="一条规则为什么这样判断")
def why(request: HttpRequest, case_id: uuid.UUID, rule: str, on: date | None = None) -> Any:
    """What a rule says of a case on a day, and why: conditions, facts, articles, the arithmetic of the dates."""
    actor = _signed_in(request)
    return explanation(actor, case_for(actor, case_id), rule, on).as_dict()


@api.get("/cases/{uuid:case_id}/steps", response={200: list[dict[str, Any]], **PROBLEMS}, summary="案件记录")
def record(request: HttpRequest, case_id: uuid.UUID) -> Any:
    """The record of a case."""
    case = case_for(_signed_in(request), case_id)
    rows = StepRow.objects.filter(case=case).order_by("seq")
    return [{"seq": row.seq, "step": row.name, "taken_at": row.taken_at, "recorded_at": row.recorded_at, "by": row.by_name, "hash": row.hash} for row in rows]


@api.get("/cases/{uuid:case_id}/receipts/{int:seq}", response={200: dict[str, Any], **PROBLEMS}, summary="步骤凭证")
def receipt(request: HttpRequest, case_id: uuid.UUID, seq: int) -> Any:
    """The receipt of a step."""
    case = case_for(_signed_in(request), case_id)
    row = StepRow.objects.filter(case=case, seq=seq).first()
    found = Log().receipt(Leaf.objects.get(ref=row.id)) if row else None
    if found is None:
        raise NotFound("没有这一步，或者它正等待写入公开日志")
    return found.to_dict()


@api.get("/procedures/{name}", response={200: dict[str, Any], **PROBLEMS}, summary="程序与表单")
def procedure(request: HttpRequest, name: str) -> Any:
    """A procedure: its stages, its steps, and the form of each."""
    _signed_in(request)
    try:
        course = procedure_of(name)
    except KeyError:
        raise NotFound("没有这个程序") from None
    return {
        "id": course.id,
        "version": course.version,
        "title": course.title,
        "stages": [{"name": stage.name, "label": stage.label} for stage in course.stages],
        "steps": [_described(step) for step in course.steps],
    }


def _described(step: Step) -> dict[str, Any]:
    return {
        "name": step.name,
        "label": step.label,
        "by": step.by.value,
        "leaves": list(step.leaves),
        "enters": step.enters,
        "basis": [str(basis) for basis in step.basis],
        "asks": [_field(field) for field in step.asks],
    }


def _field(field: Field) -> dict[str, Any]:
    described: dict[str, Any] = {"name": field.name, "label": field.label, "kind": field.kind.value, "required": field.required}
    if field.choices:
        described["choices"] = dict(field.choices)
    if field.kind is Kind.TABLE:
        described["columns"] = [_field(column) for column in field.columns]
    return described


def _signed_in(request: HttpRequest) -> Actor:
    actor = _actor(request)
    if actor is None:
        raise Unknown
    return actor


_HANDLERS: dict[type[Exception], Callable[[Any], HttpResponse]] = {
    Invalid: lambda error: problem("fadu:invalid", "填写的内容有误", 422, errors=error.errors),
    Refused: lambda error: problem("fadu:refused", "依法不能办理", 409, str(error), objections=[objection.as_dict() for objection in error.objections]),
    Conflict: lambda error: problem("fadu:conflict", "案件有了新的变化", 409, str(error)),
    NotFound: lambda error: problem("fadu:not-found", "没有找到", 404, str(error)),
    NotAllowed: lambda error: problem("fadu:not-allowed", "没有权限", 403, error.reason),
    AuthenticationError: lambda _error: problem("fadu:sign-in", "请先登录", 401),
    Unknown: lambda _error: problem("fadu:sign-in", "请先登录", 401),
    ValidationError: lambda error: problem("fadu:malformed", "请求的格式不对", 400, str(error.errors)[:2000]),
}


def _answer(make: Callable[[Any], HttpResponse]) -> Callable[[HttpRequest, Any], HttpResponse]:
    return lambda _request, error: make(error)


for _kind, _make in _HANDLERS.items():
    api.add_exception_handler(_kind, _answer(_make))
