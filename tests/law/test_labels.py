"""Every member of every closed list has its own Chinese name."""

from enum import IntFlag

import pytest

from fadu.law.vocabulary import coercing, hearing_marks, kinds, marks, remedies, sector_marks
from fadu.law.vocabulary.kinds import LABELS, Penalty, Told, Trigger

LISTS = [
    value
    for module in (coercing, kinds, marks, remedies, sector_marks, hearing_marks)
    for value in vars(module).values()
    if isinstance(value, type) and issubclass(value, IntFlag) and value is not IntFlag
]


@pytest.mark.parametrize("members", LISTS, ids=lambda members: members.__name__)
def test_every_member_is_named(members: type[IntFlag]):
    names = [LABELS[member] for member in members]
    assert all(names)
    assert len(set(names)) == len(names)


def test_members_that_share_a_number_keep_their_own_names():
    assert Penalty.WARNING == Trigger.PUBLIC_INTEREST == Told.CONTENT
    assert LABELS[Penalty.WARNING] == "警告"
    assert LABELS[Trigger.PUBLIC_INTEREST] == "涉及重大公共利益"
    assert LABELS[Told.CONTENT] == "拟处罚内容"
