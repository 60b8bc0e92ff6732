"""The list of a household's matters as a worksheet."""

from collections.abc import Sequence
from typing import IO

from fadu.evidence.household.selectors.file import Matter
from fadu.sheets.writing import write_plain

HEAD = ("登记日期", "类别", "事项", "案由", "编号", "机关", "所处阶段", "文书份数", "音像件数", "证据件数")


def write(title: str, rows: Sequence[Matter], out: IO[bytes]) -> None:
    """Write them to `out`."""
    lines = [
        (
            row.case.opened_on.isoformat(), row.kind, row.case.title, row.case.cause, row.case.number, row.case.organ.name, row.stage, row.papers,
            len(row.entries.get("recording", [])), len(row.entries.get("exhibit", [])),
        )
        for row in rows
    ]  # fmt: skip
    write_plain(title, HEAD, lines, out)
