"""The draft of what is said of a year, written from its tables; who publishes makes it theirs."""

from collections.abc import Sequence
from typing import Any

from fadu.disclosure.annual.laying import change, wan


def narrative_of(tables: Sequence[dict[str, Any]], year: int, organ: str) -> str:
    """The draft in paragraphs: each number of the year with how it moved, the heaviest of what was done, what fell, who did it."""
    by = {table["id"]: _Table(table) for table in tables}
    penalty, handling, licence, people = by["penalty"], by["handling"], by["licence"], by["people"]
    amount, before = penalty["amount"], penalty.before("amount")
    parts = [
        f"{year} 年，{organ}及所属机关作出行政处罚决定 {penalty.total} 件，{change(penalty.total, penalty.total_before)}；罚没金额 {wan(amount)} 万元，{change(amount, before)}。{penalty.most()}",
        (
            f"立案 {handling['filed']} 件，结案 {handling['closed']} 件；适用简易程序 {handling['simple']} 件，普通程序 {handling['general']} 件，减轻处罚 {handling['lessened']} 件，"
            f"不予处罚 {handling['spared']} 件；法制审核 {handling['reviewed']} 件，移送涉嫌犯罪案件 {handling['criminal']} 件。"
        ),
        (
            f"收到行政许可申请 {licence['applied']} 件，受理 {licence['accepted']} 件，准予许可 {licence['granted']} 件，{change(licence['granted'], licence.before('granted'))}；"
            f"不予许可 {licence['declined']} 件，撤销许可 {licence['revoked']} 件。"
        ),
        f"采取行政强制措施 {by['measure'].total} 件，{change(by['measure'].total, by['measure'].total_before)}；强制执行 {by['enforcement'].total} 件，其中申请法院强制执行 {by['enforcement']['court']} 件。",
        f"开展行政检查 {by['inspection']['checked']} 次，{change(by['inspection']['checked'], by['inspection'].before('checked'))}；另有 {by['inspection']['to_case']} 次检查转为处罚案件。",
        f"其他行政执法行为 {by['other'].total} 件，{change(by['other'].total, by['other'].total_before)}。",
        (
            f"当事人申请复议、提起诉讼 {handling['remedied']} 件，决定被撤销、变更或者确认违法 {handling['overturned']} 件；行政应诉 {handling['sued']} 件，败诉 {handling['lost']} 件。"
        ),
        f"在编 {people['serving']} 人，持有有效执法证件 {people['certified']} 人，法制审核人员 {people['reviewers']} 人，执法辅助人员 {people['assisting']} 人。",
    ]
    return "\n".join(parts)


class _Table:
    """A kept table, asked by column."""

    def __init__(self, table: dict[str, Any]) -> None:
        self._ids = [column["id"] for column in table["columns"]]
        self._labels = {column["id"]: column["label"] for column in table["columns"]}
        self._sums, self._before = dict(zip(self._ids, table["sums"], strict=True)), dict(zip(self._ids, table["before"], strict=True))
        self._totals = list(table.get("totals", ()))

    def __getitem__(self, column: str) -> int:
        return int(self._sums[column])

    def before(self, column: str) -> int:
        """The same of the year before."""
        return int(self._before[column])

    @property
    def total(self) -> int:
        """The sum of acts."""
        return sum(self[name] for name in self._totals)

    @property
    def total_before(self) -> int:
        """The same of the year before."""
        return sum(self.before(name) for name in self._totals)

    def most(self) -> str:
        """The three columns that hold most of the acts."""
        found = sorted((name for name in self._totals if self[name]), key=lambda name: -self[name])[:3]
        return "按最重的种类计，" + "，".join(f"{self._labels[name]} {self[name]} 件" for name in found) + "。" if found else ""
