"""What holds the record in place: the triggers of the database."""

from django.db import connection

from fadu.cases import append_only
from fadu.evidence.keeping.deviations import RELAY, Deviation, Findings

_WORDS = {"delete": "不许删除", "update": "不许修改", "once": "空着的只能补一次", "replace": "不许覆盖"}


def examine(findings: Findings) -> None:
    """Every trigger that should lie on a table that is only added to."""
    for name in sorted(append_only.wanted(connection) - append_only.laid(connection)):
        table, _, what = name.rpartition("_no_")
        findings.add(Deviation("trigger", f"数据表“{_WORDS.get(what, what)}”的触发器不在", RELAY, thing=table))
