"""Reading the law as it is written here: rules' expressions as trees, and trees and values in Chinese."""

from fadu.law.reading.conditions import Condition, conditions, taken, value_of
from fadu.law.reading.saying import Clause, clause, clauses, noun
from fadu.law.reading.tree import Node, Op, conjuncts, parse
from fadu.law.reading.words import told

__all__ = ["Clause", "Condition", "Node", "Op", "clause", "clauses", "conditions", "conjuncts", "noun", "parse", "taken", "told", "value_of"]
