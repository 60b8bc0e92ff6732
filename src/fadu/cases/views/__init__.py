"""Pages of the cases."""

from fadu.cases.views.case import case, checks, why
from fadu.cases.views.exams import exam_receipt
from fadu.cases.views.lists import search, worklist
from fadu.cases.views.log import checkpoint, log, log_key, tile
from fadu.cases.views.proof import package, receipt, record
from fadu.cases.views.steps import choose, correct, register, step

__all__ = [
    "case",
    "checkpoint",
    "checks",
    "choose",
    "correct",
    "exam_receipt",
    "log",
    "log_key",
    "package",
    "receipt",
    "record",
    "register",
    "search",
    "step",
    "tile",
    "why",
    "worklist",
]
