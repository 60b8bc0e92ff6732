"""Trees of expressions in Chinese: `clause` for what is true or false, `noun` for days, amounts and words.

What a fact is called stands in quotation marks where it is a whole sentence of its own (“违法行为轻微”属实).
"""

from collections.abc import Callable
from dataclasses import dataclass

from fadu.law.facts import VOCABULARY, Fact, Type
from fadu.law.reading import words
from fadu.law.reading.names import core, label, type_of
from fadu.law.reading.sets import of_sets
from fadu.law.reading.tables import of_table
from fadu.law.reading.tree import Node, Op, alternatives, conjuncts

OPPOSITE = {Op.EQ: Op.NE, Op.NE: Op.EQ, Op.LT: Op.GE, Op.GE: Op.LT, Op.GT: Op.LE, Op.LE: Op.GT, Op.KNOWN: Op.UNKNOWN, Op.UNKNOWN: Op.KNOWN}
TURNED = {Op.LT: Op.GT, Op.GT: Op.LT, Op.LE: Op.GE, Op.GE: Op.LE}
COMPARED = frozenset({Op.EQ, Op.NE, Op.LT, Op.LE, Op.GT, Op.GE})
_OF_TIME = {Op.EQ: "与{}相同", Op.NE: "与{}不同", Op.LT: "早于{}", Op.LE: "不晚于{}", Op.GT: "晚于{}", Op.GE: "不早于{}"}
_OF_SIZE = {Op.EQ: "等于{}", Op.NE: "不等于{}", Op.LT: "少于{}", Op.LE: "不超过{}", Op.GT: "超过{}", Op.GE: "不少于{}"}
_OF_WORD = {Op.EQ: "为{}", Op.NE: "不为{}"}
NOT_KNOWN = "（或者尚不知道）"


@dataclass(frozen=True)
class Clause:
    """A condition in words; where one of several is enough, those in `any_of`."""

    words: str
    any_of: tuple[str, ...] = ()


def clauses(node: Node) -> tuple[Clause, ...]:
    """The conditions that must all hold, each in words."""
    return tuple(_spelled(part) for part in conjuncts(node))


def _spelled(node: Node) -> Clause:
    options = alternatives(node)
    return Clause(short(node), tuple(short(option) for option in options) if len(options) > 1 else ())


def short(node: Node) -> str:
    """What a yes/no node says, where that is not too long to be followed; else what it looks at."""
    said = clause(node)
    if len(alternatives(node)) > 1:
        return said if len(said) <= SHORT else "具备下列情形之一"
    return said if len(said) <= LONG else f"符合按{_told_of(node)}计算的结果"


SHORT, LONG = 40, 160
"""Signs beyond which alternatives are listed, and a computation is named by its facts."""


def clause(node: Node, *, no: bool = False) -> str:  # noqa: C901, PLR0911 - one line for each kind of node
    """What a yes/no node says; with `no`, its opposite."""
    match node.op:
        case Op.FACT:
            return f"“{label(node)}”{'不属实' if no else '属实'}"
        case Op.VALUE:
            return "尚不能判断" if node.value is None else "一律成立" if bool(node.value) is not no else "一律不成立"
        case Op.NOT:
            return clause(node.parts[0], no=not no)
        case Op.AND | Op.OR:
            return _joined(node, no=no)
        case Op.ELSE if isinstance(node.parts[1].value, bool):
            return clause(node.parts[0], no=no) + (NOT_KNOWN if node.parts[1].value is not no else "")
        case Op.IF:
            return _either(node, no=no)
        case Op.KNOWN | Op.UNKNOWN:
            return f"{'已' if (node.op is Op.KNOWN) is not no else '没有'}登记{noun(node.parts[0])}"
        case Op.ONE_OF:
            choices = _choices(node)
            among = "" if len(choices) == 1 else "中任何一种" if no else "之一"
            return f"{noun(node.parts[0])}{'不' if no else ''}为{words.quoted(choices)}{among}"
        case Op.STARTS:
            return f"{noun(node.parts[0])}{'不' if no else ''}以“{noun(node.parts[1])}”开头"
        case op if op in COMPARED:
            return _compared(node, OPPOSITE[op] if no else op)
    return f"{'不' if no else ''}符合按{_told_of(node)}判断的条件"


def _either(node: Node, *, no: bool) -> str:
    asked, then, other = node.parts
    said = f"{clause(asked)}的，{clause(then, no=no).removeprefix('一律')}"
    return said if other.op is Op.VALUE and other.value is None else f"{said}；其他情形，{clause(other, no=no).removeprefix('一律')}"


def _joined(node: Node, *, no: bool) -> str:
    parts = conjuncts(node) if node.op is Op.AND else alternatives(node)
    all_of = (node.op is Op.AND) is not no
    said = [f"（{words_}）" if part.op in (Op.AND, Op.OR) else words_ for part in parts for words_ in [clause(part, no=no)]]
    return ("，并且" if all_of else "，或者").join(said)


def _choices(node: Node) -> tuple[str, ...]:
    asked, among = node.parts
    values = among.value if isinstance(among.value, tuple) else (among.value,)
    fact = core(asked)
    return tuple(words.chosen(fact, value) if fact else str(value) for value in values)


def _compared(node: Node, op: Op) -> str:
    left, right = node.parts
    if left.op is Op.VALUE and right.op is not Op.VALUE:
        left, right, op = right, left, TURNED.get(op, op)
    if said := of_sets(left, right, op, noun):
        return said
    if left.is_yes_no and isinstance(right.value, bool):
        return clause(left, no=right.value is not (op is Op.EQ))
    type_ = type_of(left) or type_of(right)
    table = _OF_TIME if type_ in (Type.DAY, Type.MOMENT) else _OF_WORD if type_ is Type.TEXT and op in _OF_WORD else _OF_SIZE
    said = noun(right, type_, core(left))
    return words.spaced(noun(left, type_, core(right)) + table[op].format(f"“{said}”" if table is _OF_WORD and right.op is Op.VALUE else said))


def noun(node: Node, type_: Type | None = None, among: Fact | None = None) -> str:
    """What a node that is a day, an amount or a word is called; a plain value as one of that type, or of what a fact may be."""
    if node.op is Op.VALUE:
        return _plain(node, type_, among)
    said = _NOUNS.get(node.op)
    return said(node) if said else f"按{_told_of(node)}得出的结果"


def _plain(node: Node, type_: Type | None, among: Fact | None) -> str:
    value = node.value
    if value is None:
        return words.UNKNOWN
    if among is not None and among.type in (Type.TEXT, Type.SET) and isinstance(value, str | int):
        return words.told(among, value)
    if isinstance(value, int) and not isinstance(value, bool):
        if type_ is Type.MONEY:
            return f"{value / 100:,.0f} 元" if value % 100 == 0 else words.money(value)
        if type_ is Type.DAY:
            return words.day(value)
        if type_ is Type.MOMENT:
            return words.moment(value)
    return str(value)


def _sum(node: Node) -> str:
    left, right = node.parts
    after = node.op is Op.PLUS
    if right.op is Op.VALUE and right.value == 0:
        return noun(left)
    if type_of(left) is Type.DAY and type_of(right) is not Type.DAY:
        return f"{noun(left)}{'之后' if after else '之前'} {noun(right)} 日"
    if type_of(left) is Type.MOMENT and type_of(right) is not Type.MOMENT:
        whole = right.op is Op.VALUE and isinstance(right.value, int) and right.value % 60 == 0
        return f"{noun(left)}{'之后' if after else '之前'} {right.value // 60 if whole else noun(right)} {'小时' if whole else '分钟'}"
    if not after and type_of(left) is Type.DAY:
        return f"{noun(right)}至{noun(left)}的日数"
    if not after and type_of(left) is Type.MOMENT:
        return f"{noun(right)}至{noun(left)}的分钟数"
    type_ = type_of(node)
    return f"{noun(left, type_)}{'＋' if after else '－'}{noun(right, type_)}"


def _otherwise(node: Node) -> str:
    kept, other = node.parts
    if core(kept) is not None and type_of(kept) is Type.SET:
        return noun(kept)
    return words.spaced(f"{noun(kept)}（没有登记的按{noun(other, type_of(kept))}）")


def _picked(node: Node) -> str:
    time = type_of(node) in (Type.DAY, Type.MOMENT)
    which = ("较早" if time else "较小") if node.op is Op.LEAST else ("较晚" if time else "较大")
    return f"{'、'.join(noun(part, type_of(node)) for part in node.parts)}中{which}的一{'日' if time else '个'}"


def _if(node: Node) -> str:
    asked, then, other = node.parts
    type_ = type_of(node)
    rest = "" if other.op is Op.VALUE and other.value is None else f"，否则为{noun(other, type_)}"
    return words.spaced(f"（{clause(asked)}的，为{noun(then, type_)}{rest}）")


_NOUNS: dict[Op, Callable[[Node], str]] = {
    Op.FACT: label,
    Op.PLUS: _sum,
    Op.MINUS: _sum,
    Op.TIMES: lambda node: "×".join(noun(part) for part in node.parts),
    Op.OVER: lambda node: "÷".join(noun(part) for part in node.parts),
    Op.ELSE: _otherwise,
    Op.FIRST: lambda node: f"{noun(node.parts[0])}（没有登记的，{'依次' if len(node.parts) > 2 else ''}看{'、'.join(noun(part) for part in node.parts[1:])}）",
    Op.LEAST: _picked,
    Op.MOST: _picked,
    Op.FLOOR: lambda node: words.spaced("{}（不足{least}的，按{least}）".format(noun(node.parts[0]), least=noun(node.parts[1], type_of(node.parts[0])))),
    Op.IF: _if,
    Op.MONTH: lambda node: f"{noun(node.parts[0])}所在的月份",
    Op.YEAR: lambda node: f"{noun(node.parts[0])}所在的年份",
    Op.TABLE: lambda node: of_table(node, noun),
}


def _told_of(node: Node) -> str:
    names = dict.fromkeys(node.facts())
    return "、".join(f"“{VOCABULARY[name].label}”" for name in names if name in VOCABULARY) or "规定"
