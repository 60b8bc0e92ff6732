"""Short words for building forms: a question about a fact, and the questions that many steps share."""

from collections.abc import Iterable
from typing import Any

from fadu.law.facts import KINDS, Fact, Type
from fadu.law.forms import Field, Kind
from fadu.law.vocabulary import step
from fadu.law.vocabulary.kinds import LABELS


def ask(fact: Fact, label: str = "", **more: Any) -> Field:
    """A question whose answer is `fact`."""
    kind = more.pop("kind", Kind.CHOICE if fact.choices else KINDS[fact.type])
    choices = more.pop("choices", fact.choices)
    if fact.type is Type.SET and fact.members is not None:
        choices = tuple((str(member.name), LABELS[member]) for member in fact.members)
    return Field(name=fact.name, label=label or fact.label, kind=kind, choices=tuple(choices), **more)


def line(name: str, label: str, **more: Any) -> Field:
    """One line of text."""
    return Field(name=name, label=label, **more)


def prose(name: str, label: str, **more: Any) -> Field:
    """Several lines of text."""
    return Field(name=name, label=label, kind=Kind.LONGTEXT, longest=more.pop("longest", 5000), **more)


def rows(name: str, label: str, columns: Iterable[Field], **more: Any) -> Field:
    """Rows of the same columns."""
    return Field(name=name, label=label, kind=Kind.TABLE, columns=tuple(columns), **more)


PRESENT = Field(
    name="present",
    label="在场执法人员",
    kind=Kind.OFFICERS,
    help="至少两人，均须持有效执法证件；平台按办理时刻核对证件状态",
)
ASSISTING = Field(
    name="assisting",
    label="在场辅助人员",
    kind=Kind.OFFICERS,
    required=False,
    rare=True,
    help="执法辅助人员在执法人员指导下做辅助工作，不计入执法人数",
)
OPINION = prose("opinion", "审批意见", longest=1000, example="同意。")
CARD = ask(step.card_shown, help="亮证后当事人方有义务配合；未亮证的，当事人有权拒绝")
PLACE = line("place", "地点", example="示范县城关镇清河路 12 号")
BEGAN = Field(name="began_at", label="开始时间", kind=Kind.DATETIME)
ENDED = Field(name="ended_at", label="结束时间", kind=Kind.DATETIME)
SIGNED = ask(step.record_signed)
WITNESS_NAME = line("witness_name", "见证人", required=False, help="当事人不到场或者拒绝签名时填写")

GOODS = (
    line("name", "品名", example="××牌纯牛奶"),
    line("spec", "规格型号", required=False, example="250 毫升×24"),
    line("batch", "批号或者生产日期", required=False),
    Field(name="quantity", label="数量", kind=Kind.INT, least=1),
    line("unit", "单位", longest=10, example="箱"),
    Field(name="price", label="单价（元）", kind=Kind.MONEY, required=False),
    line("condition", "成色、包装", required=False),
)
EVIDENCE_KINDS = (
    ("documentary", "书证"),
    ("physical", "物证"),
    ("audiovisual", "视听资料"),
    ("electronic", "电子数据"),
    ("witness", "证人证言"),
    ("party", "当事人的陈述"),
    ("expert", "鉴定意见"),
    ("record", "勘验笔录、现场笔录"),
)
"""The eight kinds of evidence (行政处罚法第四十六条第一款)."""
