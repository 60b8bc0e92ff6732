"""The Chinese names of the members of closed lists."""

from collections.abc import Mapping
from enum import IntFlag


class Labels:
    """Names by member. Members of two lists that share a number are equal, so that a plain dict would mix them up."""

    def __init__(self, *lists: Mapping[IntFlag, str]) -> None:
        self._named = {(type(member), int(member)): label for names in lists for member, label in names.items()}

    def __getitem__(self, member: IntFlag) -> str:
        return self._named[type(member), int(member)]

    def __or__(self, other: "Labels") -> "Labels":
        both = Labels()
        both._named = self._named | other._named
        return both

    def __len__(self) -> int:
        return len(self._named)
