"""What is asked of a set (some kinds of penalty, some marks), in words."""

from collections.abc import Callable

from fadu.law.facts import Fact
from fadu.law.reading import words
from fadu.law.reading.names import core
from fadu.law.reading.tree import Node, Op
from fadu.law.vocabulary.kinds import LABELS

Say = Callable[[Node], str]


def of_sets(left: Node, right: Node, op: Op, noun: Say) -> str:
    """A comparison that looks into a set; "" where it is about something else."""
    if op not in (Op.EQ, Op.NE):
        return ""
    if left.op is Op.BITS and len(left.parts) == 2:
        return _common(left, right, op, noun)
    fact = core(left)
    if fact is not None and fact.members is not None and right.value == 0:
        return f"{fact.label}{'为空' if op is Op.EQ else '不为空'}"
    return ""


def _common(left: Node, right: Node, op: Op, noun: Say) -> str:
    held, asked = left.parts
    fact, same = core(held), op is Op.EQ
    if fact is None or fact.members is None:
        return ""
    if asked.op is Op.VALUE and isinstance(asked.value, int):
        if right.value == 0 and asked.value >= 0:
            return f"{fact.label}{'不含' if same else '含'}{_listed(fact, asked.value)}{_one_of(asked.value, same=same)}"
        if right.value == 0:
            return f"{fact.label}{'只限于' if same else '超出'}{_listed(fact, ~asked.value)}{'' if same else '的范围'}"
        if right.value == asked.value:
            return f"{fact.label}{'' if same else '没有同时'}包括{_listed(fact, asked.value)}"
        return ""
    if asked.op is Op.OUTSIDE and right.value == 0:
        return f"{fact.label}{'不超出' if same else '超出'}{noun(asked.parts[0])}"
    if right.value == 0:
        return f"{fact.label}与{noun(asked)}{'没有' if same else '有'}相同的内容"
    return f"{fact.label}{'' if same else '没有'}包括{noun(asked)}的全部内容" if right == asked else ""


def _listed(fact: Fact, bits: int) -> str:
    assert fact.members is not None
    return words.quoted(LABELS[member] for member in fact.members if member & bits) or words.UNKNOWN


def _one_of(bits: int, *, same: bool) -> str:
    return "" if bits.bit_count() == 1 else "中任何一种" if same else "之一"
