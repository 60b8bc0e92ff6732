"""What the door answers."""

import uuid
from dataclasses import dataclass


@dataclass(frozen=True)
class Taken:
    """A step that is on record.

    Attributes:
        case_id: the case.
        step_id: the step.
        seq: its place in the case.
        stage: where the case stands after it.
        repeated: true when this very step had been recorded before (same key).
    """

    case_id: uuid.UUID
    step_id: uuid.UUID
    seq: int
    stage: str
    repeated: bool = False
