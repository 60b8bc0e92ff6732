"""更正: an earlier step is never changed; a new one names it and says what is right."""

from collections.abc import Iterable

from fadu.law.asking import prose
from fadu.law.forms import Field, Kind
from fadu.law.procedure import Step
from fadu.law.statutes import PENALTY

CORRECT = "correct"
"""The name of the step that corrects an earlier one."""


def correction(stages: Iterable[str]) -> Step:
    """The step that corrects an earlier one, in any of `stages`; beside its own questions it asks those of that step."""
    return Step(
        name=CORRECT,
        label="更正记录",
        leaves=tuple(stages),
        basis=(PENALTY[47],),
        says="原步骤保留，更正另行记录；更正后全案重新推算并重新校验",
        asks=(Field(name="seq", label="被更正的步骤", kind=Kind.INT, least=1), prose("reason", "更正的理由", longest=1000)),
        side=True,
    )
