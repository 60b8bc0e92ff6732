"""How far an organ reaches, asked of the room that knows the organs.

Accounts stands below agencies and may not import it. A post names its organ by 统一社会信用代码; agencies says at start-up
who answers what that organ is (`answer_with`, in its AppConfig.ready). Until somebody answers, no post gives a role.
"""

from collections.abc import Callable
from typing import NamedTuple

from fadu.accounts.actors import Role


class Jurisdiction(NamedTuple):
    """An organ and the organs within its reach, itself among them."""

    organ_id: int
    organ_name: str
    organ_ids: frozenset[int]


Answer = Callable[[str, Role], Jurisdiction | None]


def _nobody(_organ_code: str, _role: Role) -> Jurisdiction | None:
    return None


_answer: Answer = _nobody


def answer_with(answer: Answer) -> None:
    """Let `answer` say what an organ is and how far a role reaches in it; None of it means no such organ now."""
    global _answer  # noqa: PLW0603 - one slot, set once at start-up
    _answer = answer


def organs_below(organ_code: str, role: Role) -> Jurisdiction | None:
    """The organ of a code and the organs that `role` reaches from it; None when there is no such organ today."""
    return _answer(organ_code, role)
