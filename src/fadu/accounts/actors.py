"""Who asks: every read and every write of the platform is done for an Actor."""

import uuid
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """The capacities in which the platform is used (users.md)."""

    OFFICER = "执法人员"
    REVIEWER = "法制审核人员"
    HEAD = "机关负责人"
    SUPERVISOR = "执法监督人员"
    ADMIN = "系统管理员"
    PARTY = "当事人"
    PUBLIC = "公众"
    SYSTEM = "系统"


SERVING = (Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN)
"""Roles that a person is given by a post; a party has an account of its own household (`PartyAccount`), the other two are nobody's."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who asks, in which capacity, for which organ.

    Attributes:
        user_id: the account; None for the public and for the platform itself.
        name: 姓名.
        role: the capacity of the post in use.
        organ_id: the organ served.
        organ_ids: organs within reach of the role: see `fadu.accounts.jurisdiction`.
        officer_id: the person among the officers of the organ.
        organ_name: for the masthead.
        post_id: the post in use, one of several a person may hold.
        household_id: of a party, the household whose file it may read; None for all who serve.
    """

    user_id: int | None
    name: str
    role: Role
    organ_id: int | None = None
    organ_ids: frozenset[int] = frozenset()
    officer_id: int | None = None
    organ_name: str = ""
    post_id: int | None = None
    household_id: uuid.UUID | None = None

    def __bool__(self) -> bool:
        """Whether somebody known asks: the public is nobody."""
        return self.role is not Role.PUBLIC


PUBLIC = Actor(None, "公众", Role.PUBLIC)
SYSTEM = Actor(None, "系统", Role.SYSTEM)
