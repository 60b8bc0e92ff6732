"""What a node is called and of which type it is."""

from fadu.law.facts import VOCABULARY, Fact, Type
from fadu.law.reading.tree import Node, Op


def label(node: Node) -> str:
    """What a fact is called."""
    return VOCABULARY[node.name].label if node.name in VOCABULARY else node.name


def core(node: Node) -> Fact | None:
    """The fact that a node is, an assumed value apart."""
    while node.op in (Op.ELSE, Op.FLOOR):
        node = node.parts[0]
    return VOCABULARY.get(node.name) if node.op is Op.FACT else None


def type_of(node: Node) -> Type | None:
    """Of which type a node's values are, as far as its facts tell."""
    if node.op is Op.FACT:
        return VOCABULARY[node.name].type if node.name in VOCABULARY else None
    if node.op in (Op.OTHER, Op.MONTH, Op.YEAR):
        return None
    if node.op is Op.TABLE:
        return Type.DAY
    types = [type_ for part in (node.parts[1:] if node.op is Op.IF else node.parts) if (type_ := type_of(part))]
    if node.op is Op.MINUS and types[:1] == types[1:] and types[:1] in ([Type.DAY], [Type.MOMENT]):
        return Type.COUNT
    for strong in (Type.DAY, Type.MOMENT, Type.MONEY):
        if strong in types:
            return strong
    return types[0] if types else None
