"""The table of permissions, told a second time in other words, and what the platform makes of it."""

import pytest
from django.db.models import Q

from fadu.accounts.actions import ACTIONS
from fadu.accounts.actors import PUBLIC, SYSTEM, Actor, Role
from fadu.accounts.permissions import TABLE, NotAllowed, Scope, may, reach, reaches, require, require_in, scope

# own: cases one handles oneself; self: what is kept of oneself; here: of the organ; below: of the organs within reach; all; -: not at all.
WORDED = """
                    officer reviewer head  supervisor admin party public system
case.see               own     below    below below      -     -     -      all
case.register          here    -        -     here       -     -     -      -
case.step.officer      own     -        -     -          -     -     -      -
case.step.reviewer     -       below    -     -          -     -     -      -
case.step.head         -       -        below -          -     -     -      -
case.step.supervisor   -       -        -     here       -     -     -      -
case.export            own     below    below below      -     -     -      all
case.log               own     below    below below      -     -     -      all
document.see           own     below    below below      -     -     -      all
evidence.see           own     below    below below      -     -     -      all
evidence.add           here    -        -     here       -     -     -      all
archive.see            here    below    below below      -     -     -      all
archive.keep           here    -        -     here       -     -     -      all
archive.approve        -       -        below -          -     -     -      -
publication.see        own     -        below below      -     -     -      all
publication.release    own     -        -     -          -     -     -      -
publication.mark       own     -        -     -          -     -     -      -
publication.leave_out  -       -        below -          -     -     -      -
publication.end        -       -        -     -          -     -     -      all
before.see             here    below    below below      below -     -      all
before.keep            -       -        -     -          -     -     -      all
credit.deliver         -       -        below -          -     -     -      -
annual.see             -       -        below below      -     -     -      all
annual.publish         -       -        below -          -     -     -      -
report.receive         -       -        -     below      -     -     -      -
threefold.see          -       below    below below      -     -     -      all
threefold.write        -       below    below -          -     -     -      -
threefold.sign         -       -        below -          -     -     -      -
credit.import          -       -        below -          below -     -      -
party.see              own     below    below below      -     -     -      all
attempt.see            own     below    below below      -     -     -      all
exhibit.examine        own     below    below -          -     -     -      all
goods.see              here    below    below below      -     -     -      all
goods.move             here    -        -     -          -     -     -      all
finding.see            own     below    below below      -     -     -      all
finding.sweep          -       -        -     -          -     -     -      all
statute.see            all     all      all   all        all   all   all    all
benchmark.see          all     all      all   all        all   all   all    all
item.see               all     all      all   all        all   all   all    all
people.see             here    below    below below      below -     -      all
people.manage          -       -        -     -          below -     -      all
organ.manage           -       -        -     -          below -     -      all
catalog.manage         -       -        -     -          all   -     -      all
calendar.manage        -       -        -     -          all   -     -      all
credential.verify      all     all      all   all        all   all   all    all
organ.verify           all     all      all   all        all   all   all    all
application.see        self    -        below below      below -     -      all
application.make       self    -        -     -          below -     -      all
application.check      -       -        below -          -     -     -      all
application.approve    -       -        -     below      -     -     -      all
training.see           self    self     below below      below -     -      all
training.manage        -       -        -     -          below -     -      all
exam.sit               self    self     self  self       self  -     -      -
exam.mark              self    self     self  self       self  -     -      -
equipment.see          here    -        below below      below -     -      all
equipment.manage       -       -        -     -          below -     -      all
device.see             all     all      all   all        all   all   all    all
register.check         -       -        below below      below -     -      all
care.see               self    self     below below      below -     -      all
care.manage            -       -        -     -          below -     -      all
team.see               here    below    below below      below -     -      all
team.manage            -       -        -     -          below -     -      all
figure.see             -       -        below below      below -     -      all
film.sample            -       -        -     below      -     -     -      -
record.see             all     all      all   all        all   all   all    all
log.see                all     all      all   all        all   all   all    all
health.see             -       -        -     all        all   -     -      all
household.see          here    below    below below      -     -     -      all
household.match        -       -        below below      -     -     -      all
household.admit        own     -        -     -          -     -     -      -
household.accounts     -       -        -     -          below -     -      all
household.own          -       -        -     -          -     self  -      -
household.films        -       -        -     -          -     self  -      -
export.see             -       -        -     below      below -     -      all
"""
MEANS = {"own": Scope.OWN_CASES, "self": Scope.SELF, "here": Scope.ORGAN, "below": Scope.ORGANS_BELOW, "all": Scope.ALL, "-": Scope.NONE}
COLUMNS = [Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN, Role.PARTY, Role.PUBLIC, Role.SYSTEM]
LINES = [line.split() for line in WORDED.strip().splitlines()[1:]]
PAIRS = [(role, line[0], MEANS[word]) for line in LINES for role, word in zip(COLUMNS, line[1:], strict=True)]


def actor(role: Role, organ_id: int | None = 1, organ_ids: frozenset[int] = frozenset({1, 11}), officer_id: int | None = 7) -> Actor:
    return Actor(5, "张伟", role, organ_id, organ_ids, officer_id)


@pytest.mark.parametrize(("role", "action", "expected"), PAIRS)
def test_each_role_has_each_action_as_far_as_told(role: Role, action: str, expected: Scope) -> None:
    assert reach(actor(role), action) is expected


def test_the_worded_table_tells_of_every_role_and_every_action() -> None:
    assert {line[0] for line in LINES} == set(ACTIONS)
    assert set(COLUMNS) == set(Role) == set(TABLE)
    assert {action for entries in TABLE.values() for action in entries} <= set(ACTIONS)


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("action", ["case.delete", "", "CASE.SEE", "case.step", "case.see "])
def test_what_the_table_does_not_know_nobody_may(role: Role, action: str) -> None:
    assert not may(actor(role), action)
    assert scope(actor(role), action) == Q(pk__in=[])
    assert not reaches(actor(role), action, 1)
    with pytest.raises(NotAllowed):
        require(actor(role), action)


@pytest.mark.parametrize(
    ("who", "action", "expected"),
    [
        (actor(Role.OFFICER, organ_ids=frozenset({1})), "case.see", Q(organ_id=1, handlers__officer_id=7)),
        (actor(Role.OFFICER), "case.see", Q(organ_id__in=[1, 11], handlers__officer_id=7)),  # 11 is continued by 1
        (actor(Role.OFFICER), "people.see", Q(organ_id=1)),
        (actor(Role.HEAD), "case.see", Q(organ_id__in=[1, 11])),
        (actor(Role.SUPERVISOR, organ_ids=frozenset({9, 3, 4})), "case.see", Q(organ_id__in=[3, 4, 9])),
        (actor(Role.ADMIN), "catalog.manage", Q()),
        (PUBLIC, "statute.see", Q()),
        (SYSTEM, "case.see", Q()),
    ],
)
def test_a_scope_is_a_filter(who: Actor, action: str, expected: Q) -> None:
    assert scope(who, action) == expected


@pytest.mark.parametrize(
    ("who", "action"),
    [
        (actor(Role.ADMIN), "case.see"),
        (PUBLIC, "case.see"),
        (actor(Role.OFFICER, officer_id=None), "case.see"),
        (actor(Role.OFFICER, organ_id=None), "case.see"),
        (actor(Role.OFFICER, organ_id=None), "people.see"),
        (actor(Role.HEAD, organ_ids=frozenset()), "case.see"),
    ],
)
def test_who_lacks_what_a_scope_is_measured_by_sees_nothing(who: Actor, action: str) -> None:
    assert scope(who, action) == Q(pk__in=[])


def test_the_columns_of_a_scope_are_named_by_who_asks() -> None:
    assert scope(actor(Role.OFFICER, organ_ids=frozenset({1})), "case.see", organ="case__organ", handlers="case__people") == Q(case__organ=1, case__people=7)


@pytest.mark.parametrize("action", ["case.step.officer", "case.step.reviewer", "case.step.head", "people.manage", "organ.manage"])
def test_a_supervisor_takes_no_step_of_an_organ(action: str) -> None:
    assert not may(actor(Role.SUPERVISOR), action)


def test_nobody_handles_reviews_and_decides_in_one_role() -> None:
    """办、审、定三分离: no role takes the steps of another."""
    steps = ["case.step.officer", "case.step.reviewer", "case.step.head"]
    assert all(sum(may(actor(role), step) for step in steps) <= 1 for role in Role)


def test_a_refusal_says_who_may() -> None:
    with pytest.raises(NotAllowed) as refused:
        require(actor(Role.OFFICER), "case.step.head")
    assert refused.value.reason == "您现在的身份是执法人员，不能审批决定案件。能审批决定案件的是：机关负责人。"
    with pytest.raises(NotAllowed, match="您没有登录，不能查看案件。能查看案件的是：执法人员、"):
        require(PUBLIC, "case.see")


def test_a_permission_ends_at_the_border_of_the_jurisdiction() -> None:
    require_in(actor(Role.ADMIN), "organ.manage", 11)
    with pytest.raises(NotAllowed, match="不在您的管辖范围内，不能管理执法机关"):
        require_in(actor(Role.ADMIN), "organ.manage", 2)
    with pytest.raises(NotAllowed, match="您现在的身份是机关负责人"):
        require_in(actor(Role.HEAD), "organ.manage", 1)
    assert reaches(actor(Role.OFFICER), "people.see", 1)
    assert not reaches(actor(Role.OFFICER), "people.see", 11)
    assert reaches(SYSTEM, "organ.manage", 12345)


def test_the_public_is_nobody_and_roles_read_in_chinese() -> None:
    assert not PUBLIC
    assert SYSTEM
    assert actor(Role.OFFICER)
    assert str(Role.REVIEWER) == "法制审核人员"


def test_roles_agree_with_those_that_steps_are_taken_in() -> None:
    from fadu.law.procedure import Role as StepRole

    assert {role.value for role in StepRole} <= {role.value for role in Role}
