"""What a file still lacks before it may be handed in (材料齐全): each room above answers for what it keeps.

Cases stands below those rooms and may not import them: a room registers here at start-up (`AppConfig.ready`). The door
asks before the steps that hand a file in (`fadu.law.filing.FILING`), the page of the archive asks at any time.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fadu.accounts.actors import Actor
from fadu.cases.errors import Objection
from fadu.cases.models import Case
from fadu.law.statutes import Citation


@dataclass(frozen=True, slots=True)
class Lack:
    """One thing that is missing.

    Attributes:
        what: what is missing, named so that it can be looked for.
        basis: the article that orders it.
        step: the step it belongs to, in words; "" where it belongs to none.
        mendable: whether a file may go in without it when the reason is written down (备考): a record that was never made can't be made afterwards.
        fix: what to do about it.
        href: where it is mended, or "".
        stands: whether it stands against the file; what the platform can't see (a signature on paper) is told and doesn't.
    """

    what: str
    basis: Citation
    step: str = ""
    mendable: bool = False
    fix: str = ""
    href: str = ""
    stands: bool = True

    def objection(self) -> Objection:
        """As the door says it."""
        return Objection(
            rule="filing.complete", bases=(str(self.basis),), paths=(self.basis.path,), missing=(self.what,), fix=self.fix,
            says=f"案卷材料不齐全：{self.step}{'：' if self.step else ''}缺少{self.what}",
        )  # fmt: skip


Answer = Callable[[Actor, Case], Sequence[Lack]]

_answers: dict[str, Answer] = {}


def register(room: str, answer: Answer) -> None:
    """Let a room say what it finds missing of a case; asked once by each, at start-up."""
    _answers[room] = answer


def lacking(actor: Actor, case: Case) -> list[Lack]:
    """Everything that the rooms find missing, in the order in which they told of themselves."""
    return [lack for answer in _answers.values() for lack in answer(actor, case)]
