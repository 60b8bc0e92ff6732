"""Forming, examining, lending, handing over and destroying files: the only writers of this room."""

from fadu.evidence.archive.services.batches import appraise, approve, finish, make_list
from fadu.evidence.archive.services.binding import bind
from fadu.evidence.archive.services.checking import check, check_all
from fadu.evidence.archive.services.loans import ask, decide, give_back, look
from fadu.evidence.archive.services.waiting import await_filing, await_original, later

__all__ = [
    "appraise",
    "approve",
    "ask",
    "await_filing",
    "await_original",
    "bind",
    "check",
    "check_all",
    "decide",
    "finish",
    "give_back",
    "later",
    "look",
    "make_list",
]
