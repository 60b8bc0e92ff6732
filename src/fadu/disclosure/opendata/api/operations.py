"""The operations: records, what became of them, their proofs; organs, items, annual statistics; whether a file is one of ours."""

import uuid
from datetime import date, datetime, time
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from ninja import Query, Schema
from pydantic import Field

from fadu.accounts.actors import PUBLIC
from fadu.agencies.selectors.organs import published
from fadu.cases.errors import NotFound
from fadu.cases.services.log import vkey
from fadu.catalog import selectors as catalog
from fadu.disclosure import selectors
from fadu.disclosure.models import AnnualReport, State
from fadu.disclosure.opendata import verifying
from fadu.disclosure.opendata.api import schemas as s
from fadu.disclosure.opendata.api.base import MISSING, REFUSED, TAGS, api
from fadu.disclosure.opendata.api.problems import problem
from fadu.disclosure.opendata.datasets import annual, changes, records, registers

EARLIEST = date(2000, 1, 1)
"""Nothing was published here before."""


@api.get(
    "",
    response={200: s.Start, **REFUSED},
    summary="接口入口",
    tags=[TAGS["records"]],
    operation_id="start",
    description="从哪里开始：描述、说明和数据文件的地址。",
)
def start(request: HttpRequest) -> Any:  # noqa: ARG001 - the same for everybody
    """Where to begin."""
    named = {"description": "open:openapi-json", "manual": "opendata:api", "data": "opendata:home"}
    return {label: settings.PUBLIC_URL + reverse(name) for label, name in named.items()}


@api.get(
    "/records",
    response={200: s.Records, **REFUSED},
    summary="查找公示信息",
    tags=[TAGS["records"]],
    operation_id="records",
    description="按检索词和条件查找正在公示的信息，新公示的在前；用 next 翻页。",
)
def find(request: HttpRequest, wanted: Query[s.Wanted]) -> Any:  # noqa: ARG001 - the same for everybody
    """Records that are shown, the newest first."""
    rows = selectors.shown(
        wanted.q, act=wanted.act, organ_id=wanted.organ, code=wanted.code, item=wanted.item.replace("\x00", ""), since=wanted.since, until=wanted.until
    )
    if wanted.cursor:
        rows = rows.filter(order__lt=min(int(wanted.cursor), 2**63 - 1))
    some = list(rows.values(*records.READ)[: wanted.limit + 1])
    more, some = len(some) > wanted.limit, some[: wanted.limit]
    return {"items": records.rows_of(some), "next": str(some[-1]["order"]) if more else None}


@api.get(
    "/records/{uuid:record_id}",
    response={200: s.Record, **MISSING, 410: s.Gone},
    summary="一条公示信息",
    tags=[TAGS["records"]],
    operation_id="record",
    description="一条正在公示的信息；已经撤回或者公示期满的回答 410，说明何时、因何不再公示。",
)
def one(request: HttpRequest, record_id: uuid.UUID) -> Any:  # noqa: ARG001 - the same for everybody
    """One record, or 410 with what became of it."""
    found = selectors.record(record_id)
    told = changes.standing([record_id])[found.pk]
    if found.state == State.SHOWN:
        return told["record"]
    return problem("fadu:gone", "这条信息已经撤回或者公示期满，不再公示；保存了副本的请删除", withdrawn=told["withdrawn"])


@api.get(
    "/records/{uuid:record_id}/proof",
    response={200: s.Proof, **MISSING},
    summary="一条公示信息的凭证",
    tags=[TAGS["proofs"]],
    operation_id="proof",
    description="每一次公示、更正、撤回在公开日志中的条目和包含证明；撤回的信息也有。条目只有带盐的摘要，内容（包括隐去的部分）不能由它得知。",
)
def proof(request: HttpRequest, record_id: uuid.UUID) -> Any:  # noqa: ARG001 - the same for everybody
    """The entries and inclusion paths of all that was done about a record, withdrawn ones too."""
    found = selectors.record(record_id)
    note, events = verifying.events(found.pk)
    return {"id": str(found.pk), "state": str(found.state), "checkpoint": note or None, "key": vkey(), "events": events}


class After(Schema):
    """From where changes are told."""

    after: int = Field(-1, ge=-1, le=2**63 - 1, title="公开日志序号", description="只要这个序号以后的；第一次不填")
    since: date | None = Field(None, title="自这一天起", description="第一次可以用日期代替序号")
    limit: int = Field(200, ge=1, le=1000, title="一批最多几次变动", description="1 至 1000")


@api.get(
    "/changes",
    response={200: s.Changes, **REFUSED},
    summary="变更",
    tags=[TAGS["records"]],
    operation_id="changes",
    description="某个序号以后公示、更正、撤回、期满的信息现在怎样，使副本跟得上撤回。把 next 作为下一次的 after，不会遗漏。",
)
def changed(request: HttpRequest, wanted: Query[After]) -> Any:  # noqa: ARG001 - the same for everybody
    """How the records stand now that changed after a place in the log."""
    begin = max(wanted.after, changes.before(_midnight(wanted.since)) if wanted.since else -1)
    items, place = changes.after(begin, wanted.limit)
    return {"items": items, "next": place}


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(max(day, EARLIEST), time.min))


@api.get(
    "/organs",
    response={200: s.Organs, **REFUSED},
    summary="执法机关",
    tags=[TAGS["registers"]],
    operation_id="organs",
    description="全部执法机关，由上而下；已经撤销的也在，ends_on 不为空。",
)
def organs(request: HttpRequest, wanted: Query[s.Page]) -> Any:  # noqa: ARG001 - the same for everybody
    """Every organ, from the top down."""
    return _paged(registers.public_organs(), wanted, registers.organ_row)


@api.get(
    "/organs/{int:organ_id}",
    response={200: s.Organ, **MISSING},
    summary="一个执法机关",
    tags=[TAGS["registers"]],
    operation_id="organ",
    description="一个执法机关。",
)
def organ(request: HttpRequest, organ_id: int) -> Any:  # noqa: ARG001 - the same for everybody
    """One organ."""
    if organ_id >= 2**63:
        raise NotFound("没有这个机关")
    return registers.organ_row(published(PUBLIC, organ_id))


@api.get(
    "/items",
    response={200: s.Items, **REFUSED},
    summary="执法事项",
    tags=[TAGS["registers"]],
    operation_id="items",
    description="权责清单上现行有效的全部事项。",
)
def items(request: HttpRequest, wanted: Query[s.Page]) -> Any:  # noqa: ARG001 - the same for everybody
    """Every item in force."""
    return _paged(registers.public_items(), wanted, registers.item_row)


@api.get(
    "/items/{code}",
    response={200: s.Item, **MISSING},
    summary="一个执法事项",
    tags=[TAGS["registers"]],
    operation_id="item",
    description="一个现行有效的执法事项。",
)
def item(request: HttpRequest, code: str) -> Any:  # noqa: ARG001 - the same for everybody
    """One item in force."""
    found = catalog.item(code, timezone.localdate())
    if found is None:
        raise NotFound("没有这个事项，或者它已经终止")
    return registers.item_row(found)


@api.get(
    "/annual",
    response={200: s.Reports, **REFUSED},
    summary="年度统计",
    tags=[TAGS["annual"]],
    operation_id="annual",
    description="已经公布的年度统计，最近的 500 份；全部的数字在数据文件里。",
)
def reports(request: HttpRequest) -> Any:  # noqa: ARG001 - the same for everybody
    """The published reports."""
    found = AnnualReport.objects.select_related("organ").defer("tables", "narrative").order_by("-year", "organ_id", "-version")[:500]
    return {"items": [_report(row) for row in found]}


@api.get(
    "/annual/{uuid:report_id}",
    response={200: s.Numbers, **MISSING},
    summary="一份年度统计的数字",
    tags=[TAGS["annual"]],
    operation_id="report",
    description="一份年度统计的全部数字；空值表示没有这项职责，0 表示有职责而没有发生。",
)
def report(request: HttpRequest, report_id: uuid.UUID) -> Any:  # noqa: ARG001 - the same for everybody
    """Every number of a report."""
    found = AnnualReport.objects.select_related("organ").filter(pk=report_id).first()
    if found is None:
        raise NotFound("没有这份年度统计")
    return {"items": annual.report_rows(found)}


class Digest(Schema):
    """A hash."""

    sha256: str = Field(..., pattern="^[0-9a-f]{64}$", title="SHA-256", description="64 位小写十六进制")
    document: uuid.UUID | None = Field(None, title="文书编码", description="核验执法文书时，填文书二维码地址中的编码")


@api.get(
    "/verify",
    response={200: s.Verified, **REFUSED},
    summary="核验一个文件",
    tags=[TAGS["proofs"]],
    operation_id="verify",
    description="手里的文件是不是本平台公布的：在自己的机器上算出 SHA-256，文件不必上传。",
)
def verify(request: HttpRequest, wanted: Query[Digest]) -> Any:  # noqa: ARG001 - the same for everybody
    """Whether a file is one of ours; the file itself is not sent."""
    return verifying.hashed(wanted.sha256, wanted.document)


@api.api_operation(["GET"], "/openapi.json", include_in_schema=False, url_name="openapi-json")
def description(request: HttpRequest) -> Any:  # noqa: ARG001 - the same for everybody
    """This interface, described (OpenAPI 3.1)."""
    return api.get_openapi_schema()


@api.api_operation(["GET"], "/{path:rest}", include_in_schema=False)
def nowhere(request: HttpRequest, rest: str) -> Any:  # noqa: ARG001 - whatever it is
    """Any other address."""
    raise Http404


def _paged(rows: Any, wanted: s.Page, row_of: Any) -> dict[str, Any]:
    """A page of a register: thousands of rows, so that a place in it will do for a cursor."""
    start = int(wanted.cursor or 0)
    found = list(rows[start : start + wanted.limit + 1]) if start < 1_000_000 else []
    more = len(found) > wanted.limit
    return {"items": [row_of(row) for row in found[: wanted.limit]], "next": str(start + wanted.limit) if more else None}


def _report(row: AnnualReport) -> dict[str, Any]:
    page = f"{settings.PUBLIC_URL}{reverse('disclosure:annual_report', args=[row.pk])}"
    head = {"id": str(row.pk), "year": row.year, "organ_id": row.organ_id, "organ": row.organ.name}
    return {**head, "version": row.version, "published_at": records.moment(row.published_at), "page": page}
