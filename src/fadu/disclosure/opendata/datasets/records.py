"""公示信息: every record that is shown, as it is shown."""

import uuid
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from django.conf import settings
from django.urls import reverse

from fadu.disclosure import selectors
from fadu.disclosure.derive import ACTS
from fadu.disclosure.models import Event
from fadu.disclosure.models import Kind as Done
from fadu.disclosure.opendata.datasets.columns import Column, Dataset, Kind, Row

CHUNK = 2_000
"""Rows read, and in memory, at once."""
READ = ("publication_id", "organ_id", "organ_name", "act", "number", "party", "party_code", "item", "decided_on", "shown_on", "order", "record")
SHOWING = (Done.RELEASE, Done.CORRECT)

_NIL = str(uuid.UUID(int=0))
_MASKED = "由决定的案件记录生成，依法脱敏（行政处罚法第四十八条、个人信息保护法第二十五条）"
_KEPT = "公示记录"


def _lines() -> tuple[Column, ...]:
    """A column for each line that some kind of decision tells; its labels are those of the kinds, each once."""
    named: dict[str, list[tuple[str, str]]] = {}
    for act in ACTS.values():
        for told in act.lines:
            named.setdefault(told.name, []).append((act.label, told.label))
    return tuple(
        Column(name, "／".join(dict.fromkeys(label for _, label in uses)), _MASKED, told="；".join(f"{act}的{label}" for act, label in uses))
        for name, uses in named.items()
    )


COLUMNS = (
    Column("id", "标识", _KEPT, required=True, told="UUID，不因更正而变；撤回以后在“已撤回”数据集中用同一标识"),
    Column("act", "种类代码", _KEPT, required=True, told="、".join(f"{act.id} {act.label}" for act in ACTS.values())),
    Column("act_label", "种类", _KEPT, required=True),
    Column("organ_id", "机关标识", "执法机关名录", Kind.INTEGER, required=True, told="与“执法机关”数据集的 id 相同"),
    Column("organ", "机关名称", "作出决定的机关，决定当时的名称", required=True),
    Column("organ_code", "机关统一社会信用代码", "执法机关名录"),
    Column("number", "文号", "决定文书"),
    Column("party", "当事人", _MASKED, told="自然人的姓名依法隐去"),
    Column("party_kind", "当事人类型", "案件记录", told="法人及非法人组织、自然人"),
    Column("party_code", "当事人统一社会信用代码", "案件记录", told="只有法人和非法人组织"),
    Column("cause", "案由或者事由", _MASKED),
    Column("item_code", "执法事项编码", "权责清单", told="与“执法事项”数据集的 code 相同"),
    Column("item", "执法事项", "权责清单"),
    Column("decided_on", "决定日期", "决定文书", Kind.DATE, required=True),
    Column("shown_on", "公示日期", _KEPT, Kind.DATE, required=True),
    Column("changed_at", "内容最近变动的时间", _KEPT, Kind.DATETIME, told="世界协调时（UTC）；首次公示或者最近一次更正"),
    Column("log_index", "公开日志序号", "公开日志", Kind.INTEGER, told="最近一次公示或者更正在公开日志中的序号；还在等待入志的为空"),
    *_lines(),
    Column("page", "网页", "公示平台", required=True, told="这条信息的页面，附公示记录"),
)
_SAID = tuple(column.name for column in _lines())


def rows_of(found: Iterable[Mapping[str, Any]]) -> list[Row]:
    """Records, read by `READ`, as rows. One query for all of them."""
    some = list(found)
    changed = last_shown([each["publication_id"] for each in some])
    return [_row(each, changed.get(each["publication_id"])) for each in some]


def last_shown(ids: list[uuid.UUID]) -> dict[uuid.UUID, tuple[datetime, int | None]]:
    """When each of these publications last had its content shown, and the index of that in the log."""
    events = Event.objects.filter(publication_id__in=ids, kind__in=SHOWING).order_by("id").values_list("publication_id", "at", "leaf__index")
    return {key: (at, index) for key, at, index in events}


def moment(at: datetime) -> str:
    """A moment as text: UTC, to the second."""
    return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def page_of(key: str) -> str:
    """The address of a record's page."""
    return settings.PUBLIC_URL + _page().replace(_NIL, key)


@cache
def _page() -> str:
    """The path of a page, reversed once: a million times would take as long as the rest."""
    return reverse("disclosure:record", args=[_NIL])


def _row(found: Mapping[str, Any], changed: tuple[datetime, int | None] | None) -> Row:
    record, key = found["record"], str(found["publication_id"])
    return {
        "id": key,
        "act": found["act"],
        "act_label": ACTS[found["act"]].label if found["act"] in ACTS else found["act"],
        "organ_id": found["organ_id"],
        "organ": found["organ_name"],
        "organ_code": text(record.get("organ_code")),
        "number": text(found["number"]),
        "party": text(found["party"]),
        "party_kind": text(record.get("party_kind")),
        "party_code": text(found["party_code"]),
        "cause": text(record.get("cause")),
        "item_code": text(found["item"]),
        "item": text(record.get("item")),
        "decided_on": found["decided_on"],
        "shown_on": found["shown_on"],
        "changed_at": moment(changed[0]) if changed else None,
        "log_index": changed[1] if changed else None,
        **{name: text(record.get(name)) for name in _SAID},
        "page": page_of(key),
    }


def text(value: Any) -> str | None:
    """A text, or None where nothing is said: files do not tell the two apart."""
    return str(value) if value not in (None, "") else None


def _chunks() -> Iterator[list[Row]]:
    """By the order in which they were first shown, by key: the last chunk costs what the first does, and no transaction is held."""
    after = -1
    while True:
        some = list(selectors.shown().order_by("order").filter(order__gt=after).values(*READ)[:CHUNK])
        if not some:
            return
        yield rows_of(some)
        after = some[-1]["order"]


RECORDS = Dataset("records", "公示信息", "一行是一件正在公示的决定，内容与公示平台的页面相同。", COLUMNS, ("id",), _chunks, recalled=True)
