"""The interface as such: how it is described, how it writes, and what is said when an operation fails."""

import json
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import BaseRenderer
from ninja.responses import NinjaJSONEncoder

from fadu.agencies.models import Organ
from fadu.cases.errors import NotFound
from fadu.disclosure.opendata.api.problems import PROBLEM, Problem, problem, said

REFUSED = {400: Problem, 405: Problem, 429: Problem}
MISSING = {**REFUSED, 404: Problem}
TAGS = {"records": "公示信息", "registers": "机关和事项", "annual": "年度统计", "proofs": "核验"}


class Plain(BaseRenderer):
    """JSON that people can read too: Chinese as it is."""

    media_type = "application/json"

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> str:  # noqa: ARG002 - as ninja calls it
        """The text."""
        return json.dumps(data, ensure_ascii=False, cls=NinjaJSONEncoder)


class OpenAPI(NinjaAPI):
    """The interface; its description says of errors that they are problems."""

    def get_openapi_schema(self, **told: Any) -> OpenAPISchema:
        """The description (OpenAPI 3.1)."""
        found = super().get_openapi_schema(**told)
        for operations in found["paths"].values():
            for operation in operations.values():
                operation["responses"] = dict(sorted(operation["responses"].items()))
                for place in operation.get("parameters", ()):
                    if place["in"] == "path":
                        place["schema"]["title"] = _KEYS[place["name"]]
                for status, answer in operation["responses"].items():
                    answer["description"] = _MEANT.get(int(status), "")
                    if int(status) >= 400 and "application/json" in answer.get("content", {}):
                        answer["content"] = {PROBLEM: answer["content"]["application/json"]}
        return found


_KEYS = {"record_id": "公示信息的标识", "organ_id": "机关标识", "code": "执法事项编码", "report_id": "年度统计的标识"}
_MEANT = {
    200: "找到",
    400: "参数不对，errors 逐项说明",
    404: "没有找到",
    405: "只能读取",
    410: "不再公示",
    429: "请求过于频繁，Retry-After 说明多少秒后再试",
}

api = OpenAPI(
    title="行政执法公示公开查询接口",
    version="1",
    description="只读，不需要账号；只有依法公示并已脱敏的内容。撤回的信息立即不再给出。",
    urls_namespace="open",
    docs_url=None,
    openapi_url="",
    renderer=Plain(),
    openapi_extra={"info": {"license": {"name": settings.FADU_OPENDATA_LICENCE.split(" ")[0]}}, "tags": [{"name": label} for label in TAGS.values()]},
)


def _missing(_request: HttpRequest, fault: Any) -> HttpResponse:
    return problem("fadu:not-found", str(fault) if isinstance(fault, NotFound) else "没有找到：地址有误，或者还没有公布")


def _malformed(_request: HttpRequest, fault: Any) -> HttpResponse:
    errors = said(fault.errors) if isinstance(fault, ValidationError) else {}
    return problem("fadu:malformed", "；".join(f"{name}：{word}" for name, word in errors.items()) or "请求的格式不对", errors=errors)


_HANDLERS: dict[type[Exception], Any] = {
    NotFound: _missing,
    Http404: _missing,
    Organ.DoesNotExist: _missing,
    ValidationError: _malformed,
    HttpError: _malformed,
}
for _kind, _handler in _HANDLERS.items():
    api.add_exception_handler(_kind, _handler)
