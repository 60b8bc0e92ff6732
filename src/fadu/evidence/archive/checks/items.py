"""What an item of the examination is, and how all are run."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, BinaryIO

from fadu.evidence.archive.kinds import Stage
from fadu.evidence.archive.models import Item, Volume
from fadu.evidence.archive.package.opening import Opened, Unreadable
from fadu.ledger.errors import LedgerError

MOST_TOLD = 5
"""Faults that one item tells of one by one."""


class Untold(Exception):
    """This machine can't tell; the text says what is missing."""


@dataclass
class Examined:
    """A package under examination.

    Attributes:
        package: its contents.
        stage: when it is examined.
        vkey: the public key line that is trusted.
        volume: what the platform's own rows say of it; None for a file from elsewhere.
        digest: SHA-256 of the package as it lies there, in hex.

    """

    package: Opened
    stage: Stage
    vkey: str
    volume: Volume | None = None
    digest: str = ""
    cache: dict[str, Any] = field(default_factory=dict)

    @cached_property
    def items(self) -> list[Item]:
        """The rows of the items; none for a file from elsewhere."""
        return list(self.volume.items.order_by("place")) if self.volume else []

    @cached_property
    def titles(self) -> dict[str, str]:
        """What stands at a path, in words: 正卷第 3 件《行政处罚决定书》示市监罚〔2026〕1号."""
        return {
            item["存放"]: f"{item['卷别']}第{item['件号']}件《{item['题名']}》{item['文号']}"
            for item in self.package.items if {"存放", "卷别", "题名", "文号"} <= item.keys()
        }  # fmt: skip

    def called(self, path: str) -> str:
        """A path as people know it."""
        return f"{self.titles[path]}（{path}）" if path in self.titles else path


@dataclass(frozen=True, slots=True)
class Result:
    """What one item found.

    Attributes:
        no: its number.
        property: 真实性, 完整性, 可用性 or 安全性.
        name: what is checked.
        how: how it is checked here.
        state: pass, fail, or none where this machine can't tell.
        found: what was found.

    """

    no: str
    property: str
    name: str
    how: str
    state: str
    found: str

    def as_dict(self) -> dict[str, str]:
        """As it is kept."""
        return {"no": self.no, "property": self.property, "name": self.name, "how": self.how, "state": self.state, "found": self.found}


Look = Callable[[Examined], str | Iterable[str]]
"""What is wrong: "" or nothing where all is well."""


@dataclass(frozen=True, slots=True)
class One:
    """An item of the examination."""

    no: str
    property: str
    name: str
    how: str
    look: Look


_ITEMS: dict[str, One] = {}


def item(no: str, name: str, how: str) -> Callable[[Look], Look]:
    """Make a function an item; the number's first figure says of which property."""
    word = {"1": "真实性", "2": "完整性", "3": "可用性", "4": "安全性"}[no[0]]

    def told(look: Look) -> Look:
        _ITEMS[no] = One(no, word, name, how, look)
        return look

    return told


def every() -> list[One]:
    """All items by number."""
    return sorted(_ITEMS.values(), key=lambda one: [int(part) for part in one.no.split("-")])


def examine(source: BinaryIO, *, stage: Stage, vkey: str, volume: Volume | None = None, digest: str = "") -> list[Result]:
    """Examine a package; whatever lies in it, each item gives a result."""
    try:
        examined = Examined(Opened.of(source), stage, vkey, volume, digest)
    except Unreadable as unreadable:
        return [Result(one.no, one.property, one.name, one.how, "fail", str(unreadable)) for one in every()]
    return [_run(one, examined) for one in every()]


def _run(one: One, examined: Examined) -> Result:
    try:
        found = one.look(examined)
        faults = [found] if isinstance(found, str) else list(found)
    except Untold as untold:
        return Result(one.no, one.property, one.name, one.how, "none", str(untold))
    except (Unreadable, LedgerError) as fault:
        return Result(one.no, one.property, one.name, one.how, "fail", str(fault))
    faults = [fault for fault in faults if fault]
    told = "；".join(faults[:MOST_TOLD]) + (f"；等 {len(faults)} 处" if len(faults) > MOST_TOLD else "")
    return Result(one.no, one.property, one.name, one.how, "fail" if faults else "pass", told)


def passed(results: Sequence[Result]) -> bool:
    """Whether no item failed."""
    return all(result.state != "fail" for result in results)
