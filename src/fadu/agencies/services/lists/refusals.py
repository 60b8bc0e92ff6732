"""What is wrong with a list."""

from collections.abc import Mapping


class Refusals(Exception):
    """What can't be taken of a list: errors by field, by place in the list. Nothing of it was written."""

    def __init__(self, errors: Mapping[int, Mapping[str, str]]) -> None:
        super().__init__(f"{len(errors)} 行")
        self.errors = {place: dict(wrong) for place, wrong in errors.items()}
