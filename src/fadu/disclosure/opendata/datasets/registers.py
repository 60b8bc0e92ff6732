"""执法机关和执法事项: what is published before an enforcement, as far as it is a register."""

from collections.abc import Iterable, Iterator

from django.utils import timezone

from fadu.accounts.actors import PUBLIC
from fadu.accounts.permissions import scope
from fadu.agencies.models import Organ
from fadu.catalog import selectors as catalog
from fadu.catalog.differences import fines, penalty_words
from fadu.catalog.models import PowerItem
from fadu.disclosure.opendata.datasets.columns import Column, Dataset, Kind, Row
from fadu.disclosure.opendata.datasets.records import CHUNK, text

_BOOK = "执法机关名录（国办发〔2018〕118号二(一)，执法主体事前公开）"
_LIST = "权责清单（国办发〔2018〕118号二(一)，执法事项事前公开）"

ORGAN_COLUMNS = (
    Column("id", "标识", _BOOK, Kind.INTEGER, required=True),
    Column("name", "机关名称", _BOOK, required=True),
    Column("code", "统一社会信用代码", _BOOK, required=True),
    Column("kind", "主体类别", _BOOK, required=True),
    Column("field", "执法领域", _BOOK, required=True),
    Column("level", "层级", _BOOK, required=True),
    Column("region_code", "行政区划代码", _BOOK, required=True),
    Column("region", "行政区划", _BOOK, required=True),
    Column("parent_id", "上级机关标识", _BOOK, Kind.INTEGER),
    Column("legal_rep", "负责人", _BOOK),
    Column("address", "地址", _BOOK),
    Column("postcode", "邮政编码", _BOOK),
    Column("office_hours", "办公时间", _BOOK),
    Column("phone", "电话", _BOOK),
    Column("complaint_phone", "投诉举报电话", _BOOK),
    Column("funding", "经费来源", _BOOK),
    Column("duties", "职责权限", _BOOK),
    Column("bases", "执法依据", _BOOK, told="一行一条"),
    Column("review_authority", "行政复议机关", _BOOK),
    Column("court", "管辖法院", _BOOK),
    Column("starts_on", "成立之日", _BOOK, Kind.DATE, required=True),
    Column("ends_on", "撤销之日", _BOOK, Kind.DATE),
)
ITEM_COLUMNS = (
    Column("code", "编码", _LIST, required=True),
    Column("name", "事项名称", _LIST, required=True),
    Column("kind", "行为种类", _LIST, required=True),
    Column("field", "执法领域", _LIST, required=True),
    Column("level", "行使层级", _LIST, required=True),
    Column("organ_id", "实施机关标识", _LIST, Kind.INTEGER, told="清单没有指定机关的为空"),
    Column("subject", "实施主体", _LIST),
    Column("act_bases", "违法依据", _LIST, told="一行一条"),
    Column("bases", "实施依据", _LIST, told="一行一条"),
    Column("penalties", "处罚种类", _LIST),
    Column("fines", "法定罚款幅度", _LIST),
    Column("discretion_table", "裁量基准", _LIST),
    Column("statutory_limit", "法定时限", _LIST),
    Column("promised_limit", "承诺时限", _LIST),
    Column("remedies", "救济途径", _LIST),
    Column("duties", "责任事项", _LIST),
    Column("accountability", "追责情形", _LIST),
    Column("document", "审定文号", _LIST),
    Column("published_on", "公布日期", _LIST, Kind.DATE),
    Column("since", "生效日期", _LIST, Kind.DATE, required=True),
)


def public_organs() -> Iterable[Organ]:
    """The organs that anybody may see, from the top down; abolished ones too, since their decisions stand."""
    return Organ.objects.filter(scope(PUBLIC, "organ.verify", organ="pk")).order_by("path")


def organ_row(organ: Organ) -> Row:
    """An organ as a row."""
    return {
        "id": organ.pk,
        "name": organ.name,
        "code": organ.code,
        "kind": organ.get_kind_display(),
        "field": organ.get_field_display(),
        "level": organ.get_level_display(),
        "region_code": organ.region_code,
        "region": organ.region_name,
        "parent_id": organ.parent_id,
        "legal_rep": text(organ.legal_rep),
        "address": text(organ.address),
        "postcode": text(organ.postcode),
        "office_hours": text(organ.office_hours),
        "phone": text(organ.phone),
        "complaint_phone": text(organ.complaint_phone),
        "funding": text(organ.get_funding_display()),
        "duties": text(organ.duties),
        "bases": text(organ.bases),
        "review_authority": text(organ.review_authority),
        "court": text(organ.court),
        "starts_on": organ.starts_on,
        "ends_on": organ.ends_on,
    }


def item_row(item: PowerItem) -> Row:
    """A power item as a row."""
    return {
        "code": item.code,
        "name": item.name,
        "kind": item.get_kind_display(),
        "field": item.get_field_display(),
        "level": item.get_level_display(),
        "organ_id": item.organ_id,
        "subject": text(item.subject),
        "act_bases": text("\n".join(item.act_bases)),
        "bases": text("\n".join(item.bases)),
        "penalties": text(penalty_words(item)),
        "fines": text("；".join(fines(item))),
        "discretion_table": text(item.discretion_table),
        "statutory_limit": text(item.statutory_limit),
        "promised_limit": text(item.promised_limit),
        "remedies": text(item.remedies),
        "duties": text(item.duties),
        "accountability": text(item.accountability),
        "document": text(item.document),
        "published_on": item.published_on,
        "since": item.since,
    }


def public_items() -> Iterable[PowerItem]:
    """The items in force today."""
    return catalog.items(PUBLIC, timezone.localdate())


def _organs() -> Iterator[list[Row]]:
    yield from _parted(map(organ_row, public_organs()))


def _items() -> Iterator[list[Row]]:
    yield from _parted(map(item_row, public_items()))


def _parted(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Registers have thousands of rows, not millions: they are read whole and handed on in parts."""
    some: list[Row] = []
    for row in rows:
        some.append(row)
        if len(some) == CHUNK:
            yield some
            some = []
    if some:
        yield some


ORGANS = Dataset("organs", "执法机关", "一行是一个行政执法机关，已经撤销的也在。", ORGAN_COLUMNS, ("id",), _organs)
ITEMS = Dataset("items", "执法事项", "一行是权责清单上现行有效的一个事项。", ITEM_COLUMNS, ("code",), _items)
