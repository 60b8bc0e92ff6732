"""The shapes of what is answered, made of the columns of the data sets: files and interface say the same."""

from datetime import date, datetime
from typing import Annotated, Any

from ninja import Field, Schema
from pydantic import AfterValidator, ConfigDict, WithJsonSchema, create_model

from fadu.disclosure.derive import ACTS
from fadu.disclosure.opendata.datasets import ANNUAL, ITEMS, ORGANS, RECORDS, WITHDRAWN, Column, Dataset, Kind

_TYPES: dict[Kind, Any] = {Kind.STRING: str, Kind.INTEGER: int, Kind.DATE: date, Kind.DATETIME: datetime, Kind.BOOLEAN: bool}


def _field(column: Column) -> Any:
    """A column as a field. A moment stays the text it is, so that it reads as in the files."""
    told = f"{column.told}。来源：{column.source}" if column.told else f"来源：{column.source}"
    moment = Annotated[str, WithJsonSchema({"type": "string", "format": "date-time"})]
    kind = moment if column.kind is Kind.DATETIME else _TYPES[column.kind]
    return (kind if column.required else kind | None, Field(..., title=column.label, description=told))


def shape(name: str, dataset: Dataset) -> Any:
    """The row of a data set as a schema."""
    fields: dict[str, Any] = {column.name: _field(column) for column in dataset.columns}
    return create_model(name, __base__=Schema, __doc__=dataset.told, **fields)


Record: Any = shape("Record", RECORDS)
Withdrawn: Any = shape("Withdrawn", WITHDRAWN)
Organ: Any = shape("Organ", ORGANS)
Item: Any = shape("Item", ITEMS)
Number: Any = shape("Number", ANNUAL)


def _page(name: str, row: Any, told: str) -> Any:
    return create_model(
        name,
        __base__=Schema,
        __doc__=told,
        items=(list[row], Field(..., title="本页的内容")),
        next=(str | None, Field(..., title="下一页的游标", description="作为 cursor 再问；空表示没有了")),
    )


Records: Any = _page("Records", Record, "一页公示信息，新公示的在前。")
Organs: Any = _page("Organs", Organ, "一页执法机关。")
Items: Any = _page("Items", Item, "一页执法事项。")


class Start(Schema):
    """Where to begin."""

    model_config = ConfigDict(json_schema_extra={"description": "接口入口。"})
    description: str = Field(title="OpenAPI 描述的地址")
    manual: str = Field(title="说明的地址")
    data: str = Field(title="数据文件的地址")


class Report(Schema):
    """A report."""

    model_config = ConfigDict(json_schema_extra={"description": "一份年度统计。"})
    id: str = Field(title="标识")
    year: int = Field(title="年度")
    organ_id: int = Field(title="公布机关标识")
    organ: str = Field(title="公布机关")
    version: int = Field(title="版本", description="以最大的为准")
    published_at: str = Field(title="公布时间", description="世界协调时（UTC）")
    page: str = Field(title="网页")


class Reports(Schema):
    """The reports, the newest first."""

    model_config = ConfigDict(json_schema_extra={"description": "已经公布的年度统计，新的在前。"})
    items: list[Report] = Field(title="年度统计")


class Numbers(Schema):
    """Every number of a report."""

    model_config = ConfigDict(json_schema_extra={"description": "一份年度统计的全部数字。"})
    items: list[Number] = Field(title="数字")


class Change(Schema):
    """A change: how it stands now."""

    model_config = ConfigDict(json_schema_extra={"description": "一件变更：现在应当怎样。"})
    log_index: int = Field(title="公开日志序号")
    at: str = Field(title="时间", description="世界协调时（UTC）")
    id: str = Field(title="标识")
    op: str = Field(title="怎样处理副本", description="put 写入 record；remove 按 id 删除", json_schema_extra={"enum": ["put", "remove"]})
    record: Record | None = Field(None, title="现在公示的内容")
    withdrawn: Withdrawn | None = Field(None, title="不再公示的说明")


class Changes(Schema):
    """Some changes, in the order of the log."""

    model_config = ConfigDict(json_schema_extra={"description": "一批变更，按公开日志序号排列。"})
    items: list[Change] = Field(title="变更", description="同一件的几次变动只给最后一次；本批可能为空而后面还有")
    next: int | None = Field(title="下一批的 after", description="空表示到此为止：以后再用本次的 after 或者最后收到的 next 来问")


class Told(Schema):
    """One thing that was done about a record."""

    model_config = ConfigDict(json_schema_extra={"description": "公示、更正、撤回中的一次。"})
    kind: str = Field(title="事项代码")
    label: str = Field(title="事项")
    at: str = Field(title="时间", description="世界协调时（UTC）")
    reason: str | None = Field(title="向社会说明的理由")
    log_index: int | None = Field(title="公开日志序号", description="空表示还在等待入志")
    entry: dict[str, Any] | None = Field(title="公开日志中的条目", description="只有带盐的摘要和时间，没有内容")
    leaf_hash: str | None = Field(title="叶子的哈希", description="SHA-256，十六进制；按 RFC 9162 由条目的规范 JSON 算出")
    path: list[str] | None = Field(title="包含证明", description="从叶子到根沿途的哈希，Base64")


class Proof(Schema):
    """The proof of a record."""

    model_config = ConfigDict(json_schema_extra={"description": "凭证：这条信息的每一次公示、更正、撤回都在公开日志里。"})
    id: str = Field(title="标识")
    state: str = Field(title="状态")
    checkpoint: str | None = Field(title="检查点", description="公开日志签名的树头（C2SP 格式），包含证明以它为准")
    key: str = Field(title="公开日志的公钥")
    events: list[Told] = Field(title="各次公示、更正、撤回", description="按先后")


class Verified(Schema):
    """What is said of a hash."""

    model_config = ConfigDict(json_schema_extra={"description": "对一个 SHA-256 的回答。"})
    sha256: str = Field(title="SHA-256")
    known: bool = Field(title="是否本平台公布的文件")
    kind: str | None = Field(title="是什么", description="opendata 开放数据文件；document 执法文书")
    current: bool | None = Field(title="现在是否仍是最新、有效的一份", description="文书被更正后的文书取代、数据文件已有新的版次或者因撤回移除的，为否")
    told: str = Field(title="说明")
    log_index: int | None = Field(title="公开日志序号")
    receipt: dict[str, Any] | None = Field(title="凭证", description="开放数据文件的：条目、盐、包含证明和所证明的内容，可以离线验证")


class Gone(Schema):
    """410: no longer shown."""

    model_config = ConfigDict(json_schema_extra={"description": "410：不再公示（application/problem+json），附说明。"})
    type: str = Field(title="代码", description="fadu:gone")
    title: str = Field(title="标题")
    status: int = Field(title="HTTP 状态码")
    detail: str = Field(title="说明")
    withdrawn: Withdrawn = Field(title="不再公示的说明")


class Page(Schema):
    """Paging by key."""

    limit: int = Field(50, ge=1, le=200, title="每页条数", description="1 至 200")
    cursor: str = Field("", pattern="^[0-9]{0,19}$", title="游标", description="上一页回答中的 next")


def _act(value: str) -> str:
    if value and value not in ACTS:
        raise ValueError(f"没有这个种类，可以是 {'、'.join(ACTS)}")
    return value


Act = Annotated[str, AfterValidator(_act), WithJsonSchema({"type": "string", "enum": ["", *ACTS]})]


class Wanted(Page):
    """Which records."""

    q: str = Field("", max_length=100, title="检索词", description="当事人、文号、机关、事项、违法行为等；几个词用空格隔开，都要出现")
    act: Act = Field("", title="种类代码")
    organ: int | None = Field(None, ge=1, le=2**63 - 1, title="机关标识")
    code: str = Field("", pattern="^[0-9A-Z]{18}$|^$", title="当事人统一社会信用代码")
    item: str = Field("", max_length=40, title="执法事项编码")
    since: date | None = Field(None, title="决定日期自", description="含当日")
    until: date | None = Field(None, title="决定日期至", description="含当日")
