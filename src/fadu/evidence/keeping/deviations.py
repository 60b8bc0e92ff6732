"""What a verification finds: which record of which case and step is not as the public log has it, and what to do."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from fadu.evidence.keeping.places import Place
from fadu.ledger.report import plain

RESTORE = "请从备份恢复这条记录，并查明是谁绕过平台改动了数据库"
RESTORE_FILE = "请从备份恢复这个文件，并查明是谁改动了存储"
REBUILD = "请移走这个文件后运行 fadu log rebuild 按数据库重写，并查明是谁改动了它"
FREEZE = "请停止签发，保留数据库和日志文件的现状，与外部监看者保存的检查点核对"
REFOLD = "请运行 fadu case rebuild 用步骤重算，并查明是谁改动了数据库"
RELAY = "请运行 fadu migrate 重新装上，并查明是谁卸下了它"


@dataclass(frozen=True, slots=True)
class Deviation:
    """One thing that is not as it was recorded.

    Attributes:
        code: stable identifier of the fault.
        what: what is wrong.
        remedy: what to do.
        place: the case and the step it belongs to.
        thing: the row or file, such as `文书 0198…` or `tile/0/000`.
        index: place in the log, where it has one.
    """

    code: str
    what: str
    remedy: str
    place: Place = field(default_factory=Place)
    thing: str = ""
    index: int | None = None

    def __str__(self) -> str:
        """One line."""
        at = "" if self.index is None else f"日志第 {self.index} 条"
        where = "，".join(part for part in (str(self.place), self.thing, at) if part)
        return plain(f"✗ {where}：{self.what}。{self.remedy}")

    def as_dict(self) -> dict[str, Any]:
        """Plain values."""
        return {
            "code": self.code,
            **{name: value for name, value in asdict(self.place).items() if name != "after"},
            "thing": self.thing,
            "index": self.index,
            "what": self.what,
            "remedy": self.remedy,
        }


@dataclass(slots=True)
class Findings:
    """All deviations of one run, and how much was looked at."""

    deviations: list[Deviation] = field(default_factory=list)
    records: int = 0
    files: int = 0
    cases: int = 0
    pending: int = 0
    size: int = 0
    remarks: list[str] = field(default_factory=list)

    def add(self, deviation: Deviation) -> None:
        """Note a deviation once."""
        if deviation not in self.deviations:
            self.deviations.append(deviation)

    @property
    def ok(self) -> bool:
        """Whether nothing deviates."""
        return not self.deviations

    def lines(self) -> Iterator[str]:
        """The report as text: each deviation, remarks, the verdict."""
        yield from map(str, self.deviations)
        yield from (f"注意：{remark}" for remark in self.remarks)
        counted = f"记录 {self.records} 条，文件 {self.files} 个，案件 {self.cases} 件，日志 {self.size} 条"
        yield f"核验通过：{counted}，没有发现不符" if self.ok else f"核验未通过：{counted}，不符 {len(self.deviations)} 处"

    def as_dict(self) -> dict[str, Any]:
        """Plain values."""
        counted = {name: getattr(self, name) for name in ("records", "files", "cases", "pending", "size", "remarks")}
        return {"ok": self.ok, **counted, "deviations": [deviation.as_dict() for deviation in self.deviations]}
