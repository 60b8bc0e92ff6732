"""已撤回: what was shown and no longer is, and nothing of what it said: who keeps a copy takes these out of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from fadu.disclosure.derive import ACTS
from fadu.disclosure.models import Event, Shown, State
from fadu.disclosure.models import Kind as Done
from fadu.disclosure.opendata.datasets.columns import Column, Dataset, Kind, Row
from fadu.disclosure.opendata.datasets.records import CHUNK, moment, text

READ = ("publication_id", "organ_id", "organ_name", "act", "number", "decided_on", "shown_on", "state", "order")
GONE = (State.WITHDRAWN, State.ENDED)

_KEPT = "公示记录"
COLUMNS = (
    Column("id", "标识", _KEPT, required=True, told="与“公示信息”中曾用的标识相同"),
    Column("state", "状态", _KEPT, required=True, told="withdrawn 已撤回，ended 公示期满停止公示"),
    Column("gone_at", "不再公示的时间", _KEPT, Kind.DATETIME, told="世界协调时（UTC）"),
    Column("reason", "理由", "撤回时向社会说明的理由（行政处罚法第四十八条第二款）"),
    Column("act", "种类代码", _KEPT, required=True),
    Column("act_label", "种类", _KEPT, required=True),
    Column("organ_id", "机关标识", "执法机关名录", Kind.INTEGER, required=True),
    Column("organ", "机关名称", "作出决定的机关", required=True),
    Column("number", "文号", "决定文书"),
    Column("decided_on", "决定日期", "决定文书", Kind.DATE, required=True),
    Column("shown_on", "公示日期", _KEPT, Kind.DATE, required=True),
    Column("log_index", "公开日志序号", "公开日志", Kind.INTEGER, told="撤回或者停止公示在公开日志中的序号"),
)


def rows_of(found: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Tombstones, read by `READ`, as rows. One query for all of them."""
    some = list(found)
    events = Event.objects.filter(publication_id__in=[each["publication_id"] for each in some], kind__in=(Done.WITHDRAW, Done.END)).order_by("id")
    told = {key: rest for key, *rest in events.values_list("publication_id", "at", "public_reason", "leaf__index")}
    return [_row(each, *told.get(each["publication_id"], (None, "", None))) for each in some]


def _row(found: Mapping[str, Any], at: Any, reason: str, index: int | None) -> Row:
    return {
        "id": str(found["publication_id"]),
        "state": str(found["state"]),
        "gone_at": moment(at) if at else None,
        "reason": text(reason),
        "act": found["act"],
        "act_label": ACTS[found["act"]].label if found["act"] in ACTS else found["act"],
        "organ_id": found["organ_id"],
        "organ": found["organ_name"],
        "number": text(found["number"]),
        "decided_on": found["decided_on"],
        "shown_on": found["shown_on"],
        "log_index": index,
    }


def _chunks() -> Iterator[list[Row]]:
    after = -1
    while True:
        some = list(Shown.objects.filter(state__in=GONE, order__gt=after).order_by("order").values(*READ)[:CHUNK])
        if not some:
            return
        yield rows_of(some)
        after = some[-1]["order"]


WITHDRAWN = Dataset(
    "withdrawn", "已撤回和停止公示", "一行是一件曾经公示、现在不再公示的决定；只说它曾经在、何时因何不再公示。保存副本的请据此删除。",
    COLUMNS, ("id",), _chunks,
)  # fmt: skip
