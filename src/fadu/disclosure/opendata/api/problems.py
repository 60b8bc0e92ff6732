"""What is answered when something is wrong (RFC 9457): a code that stays, and in Chinese what is wrong and what to do."""

import json
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from django.http import HttpResponse
from ninja import Field, Schema
from pydantic import ConfigDict

PROBLEM: Final = "application/problem+json"

TITLES: Final[Mapping[str, tuple[int, str]]] = {
    "fadu:malformed": (HTTPStatus.BAD_REQUEST, "请求的格式不对"),
    "fadu:not-found": (HTTPStatus.NOT_FOUND, "没有找到"),
    "fadu:method": (HTTPStatus.METHOD_NOT_ALLOWED, "只能读取"),
    "fadu:gone": (HTTPStatus.GONE, "不再公示"),
    "fadu:too-many": (HTTPStatus.TOO_MANY_REQUESTS, "请求过于频繁"),
    "fadu:broken": (HTTPStatus.INTERNAL_SERVER_ERROR, "平台出错"),
    "fadu:renewing": (HTTPStatus.SERVICE_UNAVAILABLE, "文件正在重新生成"),
}
"""Each code with its status and title."""


class Problem(Schema):
    """What is wrong (RFC 9457)."""

    model_config = ConfigDict(json_schema_extra={"description": "出错时的回答（application/problem+json）。"})
    type: str = Field(title="代码", description="稳定不变，供程序判断：" + "、".join(TITLES))
    title: str = Field(title="标题")
    status: int = Field(title="HTTP 状态码")
    detail: str = Field("", title="说明", description="哪里不对、怎样改正")
    errors: dict[str, str] | None = Field(None, title="逐项说明", description="参数名和它的问题")


def problem(code: str, detail: str, *, headers: Mapping[str, str] | None = None, **more: Any) -> HttpResponse:
    """A problem document."""
    status, title = TITLES[code]
    body = {"type": code, "title": title, "status": int(status), "detail": detail, **more}
    return HttpResponse(json.dumps(body, ensure_ascii=False, default=str), status=status, content_type=PROBLEM, headers=headers)


_WORDS: Final[Mapping[str, str]] = {
    "missing": "缺少这个参数",
    "int": "应当是整数",
    "date": "应当是日期，如 2026-01-31",
    "datetime": "应当是时间，如 2026-01-31T08:00:00Z",
    "string_too_long": "太长",
    "string_too_short": "太短",
    "string_pattern": "格式不对",
    "greater": "太小",
    "less": "太大",
    "uuid": "应当是 UUID",
}


def said(faults: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    """What is wrong with each parameter, in words."""
    return {str(fault["loc"][-1]): _word(fault) for fault in faults}


def _word(fault: Mapping[str, Any]) -> str:
    kind = str(fault.get("type", ""))
    if kind == "value_error":
        return str(fault["msg"]).removeprefix("Value error, ")
    found = max((name for name in _WORDS if kind.startswith(name)), key=len, default="")
    limits = [str(limit) for name, limit in dict(fault.get("ctx") or {}).items() if name in {"ge", "le", "max_length", "min_length"}]
    return _WORDS.get(found, "格式不对") + (f"（界限 {limits[0]}）" if limits else "")
