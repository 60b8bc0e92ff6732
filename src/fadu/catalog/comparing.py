"""Two versions of a discretion table side by side, with what differs."""

from dataclasses import dataclass

from fadu.catalog.lines import Line, lines
from fadu.catalog.naming import field_label, range_words
from fadu.catalog.selectors.library import Edition


@dataclass(frozen=True)
class Pair:
    """What one version says and the other."""

    label: str
    old: str
    new: str

    @property
    def differs(self) -> bool:
        """Whether they say different things."""
        return self.old != self.new

    @property
    def mark(self) -> str:
        """What became of it, in a word: colour is never alone."""
        if not self.differs:
            return ""
        return "新增" if not self.old else "删去" if not self.new else "修改"


def compared(old: Edition, new: Edition) -> list[Pair]:
    """Head, statutory range and lines, in the order of the table; lines of the same name stand beside one another."""
    pairs = [Pair(label, was, now) for (label, was), (_, now) in zip(_head(old), _head(new), strict=True)]
    before, after = {_name(line): line for line in lines(old.table)}, {_name(line): line for line in lines(new.table)}
    names = list(dict.fromkeys([*before, *after]))
    return pairs + [Pair(name, _says(before.get(name)), _says(after.get(name))) for name in names]


def _head(each: Edition) -> list[tuple[str, str]]:
    table = each.table
    label, unit = (table.bracket.label, table.bracket.unit) if table.bracket else ("", "")
    return [
        ("违法行为", table.title),
        ("处罚依据", "；".join(map(str, table.bases))),
        ("制定机关", table.issuer),
        ("领域", field_label(table.field)),
        ("文件", table.source),
        ("备案号", table.filing),
        ("有效期", f"{table.since} 起" + (f"至 {table.until}" if table.until else "")),
        ("种类", table.KIND),
        ("法定幅度", "；".join(range_words(range_, label, unit) for range_ in table.ranges)),
    ]


def _name(line: Line) -> str:
    """What tells a line from the others: whose it is and its tier; of a formula the factor and the answer."""
    answer = f"：{line.condition}" if line.fine.startswith("＋") else ""
    return f"{line.subject} {line.label}{answer}".strip()


def _says(line: Line | None) -> str:
    return "；".join(part for part in (line.condition, line.fine) if part) if line else ""
