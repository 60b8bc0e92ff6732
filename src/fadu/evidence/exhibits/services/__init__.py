"""What is written of exhibits and goods: the only writers of this room."""

from fadu.evidence.exhibits.services.booking import movement_content
from fadu.evidence.exhibits.services.counting import count, count_content
from fadu.evidence.exhibits.services.entries import add, attach, correct, withdraw
from fadu.evidence.exhibits.services.examining import examine
from fadu.evidence.exhibits.services.moving import allowed, move
from fadu.evidence.exhibits.services.rebuilding import rebuild
from fadu.evidence.exhibits.services.recording import entry_content
from fadu.evidence.exhibits.services.steps import take_in
from fadu.evidence.exhibits.services.stores import add_store, end_store

__all__ = [
    "add",
    "add_store",
    "allowed",
    "attach",
    "correct",
    "count",
    "count_content",
    "end_store",
    "entry_content",
    "examine",
    "move",
    "movement_content",
    "rebuild",
    "take_in",
    "withdraw",
]
