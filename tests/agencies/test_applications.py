"""申领: the four conditions, the course from application to card, who takes which step, and what replaces what."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.permissions import NotAllowed
from fadu.agencies import requirements, services
from fadu.agencies.kinds import MOVES, Stage
from fadu.agencies.models import Application, Change, Credential, CredentialState, ExamResult, Officer
from fadu.agencies.selectors import certified
from fadu.agencies.selectors.applications import course_of
from fadu.law.forms import Invalid
from fadu.law.parameters import PARAMETERS, Value
from tests.agencies.applying import LATER, TODAY, applied, issued, moved, paper, passes, wish
from tests.agencies.world import World, officer_data


@pytest.fixture
def person(world: World) -> Officer:
    """Somebody new, without the national legal qualification."""
    return world.officer("许晨", legal_qualification="0")


def says(act, field: str) -> str:
    """What is refused on that field."""
    with pytest.raises(Invalid) as wrong:
        act()
    assert set(wrong.value.errors) == {field}, wrong.value.errors
    return wrong.value.errors[field]


# --- the course ---


def test_from_application_to_card_with_who_when_and_why(person: Officer) -> None:
    passes(person)
    asked = applied(person, "approved")
    card = issued(asked)
    asked.refresh_from_db()
    assert (asked.stage, card.source, card.application, card.category) == ("issued", "application", asked, "market")
    assert [(step.stage, step.by_name) for step in asked.steps.order_by("id")] == [(stage, "系统") for stage in ("applied", *LATER, "issued")]
    assert certified([person.pk], timezone.now())[person.pk].ok
    assert Change.objects.filter(what="application", target_id=asked.pk).count() == 4


def test_a_card_issued_today_is_not_good_for_this_morning(person: Officer) -> None:
    passes(person)
    issued(applied(person, "approved"))
    assert not certified([person.pk], timezone.now() - timedelta(minutes=1))[person.pk].ok
    assert certified([person.pk], timezone.now())[person.pk].ok


def test_a_card_is_not_issued_backwards(person: Officer) -> None:
    passes(person)
    asked = applied(person, "approved")
    assert "不因发证而合法" in says(lambda: issued(asked, valid_from=str(TODAY - timedelta(days=1))), "valid_from")


# From each stage what may follow, who does it (in the words of the permission table), by which clause: told a second time.
WORDED = """
applied   checked    审查证件申请  兴隆县指导意见二(二)
applied   refused    审查证件申请  兴隆县指导意见二(二)
applied   withdrawn  申请执法证件  兴隆县指导意见二(二)
checked   examined   管理执法人员  兴隆县指导意见二(二)
checked   refused    审核证件申请  行政执法监督条例第十七条第二款
checked   withdrawn  申请执法证件  兴隆县指导意见二(二)
examined  approved   审核证件申请  行政执法监督条例第十七条第二款
examined  refused    审核证件申请  行政执法监督条例第十七条第二款
examined  withdrawn  申请执法证件  兴隆县指导意见二(二)
approved  withdrawn  申请执法证件  兴隆县指导意见二(二)
"""
LINES = [line.split() for line in WORDED.strip().splitlines()]


def test_the_moves_are_as_worded() -> None:
    from fadu.accounts.actions import ACTIONS

    told = {(before.value, after.value, ACTIONS[action], clause) for (before, after), (_, action, clause) in MOVES.items()}
    assert told == {tuple(line) for line in LINES}


@pytest.mark.parametrize("before", ["applied", *LATER])
@pytest.mark.parametrize("to", [stage.value for stage in Stage])
def test_a_stage_is_followed_only_by_what_may_follow(person: Officer, before: str, to: str) -> None:
    passes(person)
    asked = applied(person, before)
    if any(line[:2] == [before, to] for line in LINES):
        assert moved(asked, to).stage == to
    else:
        says(lambda: moved(asked, to), "to")
        asked.refresh_from_db()
        assert asked.stage == before


@pytest.mark.parametrize("end", ["refused", "withdrawn"])
def test_what_is_closed_stays_closed_and_another_may_be_made(person: Officer, end: str) -> None:
    asked = moved(applied(person), end)
    for to in ("checked", "approved", "withdrawn"):
        says(lambda to=to: moved(asked, to), "to")
    assert applied(person).pk != asked.pk


@pytest.mark.parametrize("stage", ["applied", "checked", "examined"])
def test_no_card_before_the_approval(person: Officer, stage: str) -> None:
    passes(person)
    asked = applied(person, stage)
    assert "行政执法监督条例第十七条第二款" in says(lambda: issued(asked), "")
    assert not Credential.objects.exists()


def test_an_application_gives_one_card_and_to_nobody_else(world: World, person: Officer) -> None:
    passes(person)
    asked, other = applied(person, "approved"), world.officer("他人")
    assert "没有这个人的这项申请" in says(lambda: services.issue_credential(SYSTEM, other.pk, paper(), application_id=asked.pk), "")
    issued(asked)
    assert "已颁发" in says(lambda: issued(asked), "")


def test_without_an_application_only_a_card_from_before_is_registered_with_the_reason(world: World, person: Officer) -> None:
    says(lambda: world.credential(person, reason=""), "reason")
    assert "先办理申领" in says(lambda: world.credential(person, valid_from=str(TODAY + timedelta(days=1))), "valid_from")
    card = world.credential(person)
    assert (card.source, card.reason) == ("existing", "启用平台前已经持有")


def test_the_database_knows_no_issued_card_without_its_application(world: World, person: Officer) -> None:
    card = world.credential(person)
    with pytest.raises(IntegrityError), transaction.atomic():
        Credential.objects.filter(pk=card.pk).update(source="application")


# --- the four conditions ---


@pytest.mark.parametrize("employment", ["auxiliary", "logistics", "temporary"])
def test_never_who_is_not_on_the_establishment(world: World, employment: str) -> None:
    helper = world.officer("周助", employment=employment)
    assert "河北省乡镇和街道综合行政执法条例第四十条第三款" in says(lambda: applied(helper), "")
    assert not Application.objects.exists()


def test_who_became_temporary_on_the_way_gets_no_card(person: Officer) -> None:
    passes(person)
    asked = applied(person, "approved")
    Officer.objects.filter(pk=person.pk).update(employment="temporary")
    says(lambda: issued(asked), "")


def test_who_left_gets_no_card(person: Officer) -> None:
    passes(person)
    asked = applied(person, "approved")
    services.end_service(SYSTEM, person.pk, ends_on=TODAY, reason="调离")
    assert "不在岗" in says(lambda: issued(asked), "")
    assert "已于" in says(lambda: applied(person), "")


@pytest.mark.parametrize(
    ("exams", "says_", "clause"),
    [
        (("professional",), "公共法律知识", "行政执法监督条例第十七条第二款"),
        (("public",), "专业法律知识", "兴隆县指导意见二(二)"),
    ],
)
def test_both_examinations_must_be_passed(person: Officer, exams: tuple[str, ...], says_: str, clause: str) -> None:
    passes(person, *exams)
    asked = applied(person, "checked")
    text = says(lambda: moved(asked, "examined"), "to")
    assert says_ in text
    assert clause in text
    lacking = [item.label for item in course_of(asked).conditions if not item.met]
    assert lacking == [f"{says_}考试合格"]


def test_failed_and_annulled_results_count_for_nothing(person: Officer) -> None:
    passes(person)
    services.record_result(SYSTEM, person.pk, "public", TODAY, passed=False, mark=41, source="补考")
    asked = applied(person, "approved")
    services.annul_result(SYSTEM, ExamResult.objects.get(kind="professional").pk, reason="替考")
    assert "专业法律知识" in says(lambda: issued(asked), "")
    with pytest.raises(Invalid, match="已经作废"):
        services.annul_result(SYSTEM, ExamResult.objects.get(kind="professional").pk, reason="替考")


def waiver(monkeypatch, given: bool | None) -> None:
    value = None if given is None else Value(PARAMETERS["credential.exam_waiver"], given, "黑政办发〔2019〕26号三(八)2(2)", TODAY, None, "试")
    monkeypatch.setattr(requirements, "set_here", lambda _id, _on: value)


@pytest.mark.parametrize(
    ("given", "qualified", "spared"),
    [(True, True, True), (True, False, False), (False, True, False), (None, True, False)],
)
def test_the_qualification_spares_the_public_examination_only_where_the_place_says_so(world: World, monkeypatch, given, qualified, spared) -> None:
    waiver(monkeypatch, given)
    person = world.officer("许晨", legal_qualification="1" if qualified else "0")
    passes(person, "professional")
    asked = applied(person, "checked")
    if spared:
        assert moved(asked, "examined").stage == "examined"
        assert any(item.basis.startswith("黑政办发") for item in course_of(asked).conditions)
    else:
        assert "公共法律知识" in says(lambda: moved(asked, "examined"), "to")


def test_the_qualification_never_spares_the_professional_examination(world: World, monkeypatch) -> None:
    waiver(monkeypatch, given=True)
    asked = applied(world.officer("许晨"), "checked")
    text = says(lambda: moved(asked, "examined"), "to")
    assert "专业法律知识" in text
    assert "公共法律知识" not in text


def test_here_and_today_nobody_is_spared(world: World) -> None:
    """行政执法监督条例第十七条第二款, in force since 2026-02-01."""
    assert requirements.waived(world.officer("许晨"), TODAY) == ""


# --- results ---


def test_the_same_result_handed_in_twice_is_one(person: Officer) -> None:
    told = ("public", TODAY, True, 92, "卷 17")
    assert services.record_result(SYSTEM, person.pk, *told) == services.record_result(SYSTEM, person.pk, *told)
    assert "请先作废" in says(lambda: services.record_result(SYSTEM, person.pk, "public", TODAY, False, 50, "卷 17"), "source")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"kind": "driving"}, "kind"),
        ({"taken_on": TODAY + timedelta(days=1)}, "taken_on"),
        ({"mark": -1}, "mark"),
        ({"source": ""}, "source"),
        ({"source": "卷" * 201}, "source"),
        ({"passed": "maybe"}, "passed"),
    ],
)
def test_a_bad_result_is_refused_on_its_field(person: Officer, change, field: str) -> None:
    told = {"kind": "public", "taken_on": TODAY, "passed": True, "mark": 90, "source": "卷 1"} | change
    says(lambda: services.record_result(SYSTEM, person.pk, **told), field)
    assert not ExamResult.objects.exists()


# --- what replaces what ---


def turned(card: Credential, state: str) -> None:
    at = timezone.localtime() - timedelta(minutes=2)
    services.change_state(SYSTEM, card.pk, {"state": state, "starts_at": at.strftime("%Y-%m-%dT%H:%M"), "reason": "试"})


@pytest.mark.parametrize(
    ("purpose", "state", "ok"),
    [
        ("exchange", "returned", True),
        ("exchange", "", False),
        ("exchange", "lost", False),
        ("exchange", "taken", False),
        ("renewal", "", True),
        ("renewal", "suspended", False),
        ("renewal", "returned", False),
        ("reissue", "lost", True),
        ("reissue", "", False),
        ("reissue", "revoked", False),
    ],
)
def test_only_a_card_in_the_right_state_is_replaced(world: World, person: Officer, purpose: str, state: str, ok: bool) -> None:
    card = world.credential(person)
    if state:
        turned(card, state)
    if ok:
        assert applied(person, purpose=purpose, replaces=card.number).replaces == card
    else:
        says(lambda: applied(person, purpose=purpose, replaces=card.number), "replaces")


@pytest.mark.parametrize(("purpose", "before", "after"), [("exchange", "returned", "cancelled"), ("renewal", "", "returned"), ("reissue", "lost", "cancelled")])
def test_the_old_card_goes_in_when_the_new_one_is_issued(world: World, person: Officer, purpose: str, before: str, after: str) -> None:
    card = world.credential(person)
    if before:
        turned(card, before)
    fresh = issued(applied(person, "approved", purpose=purpose, replaces=card.number))
    assert CredentialState.objects.get(credential=card, ends_at=None).state == after
    assert certified([person.pk], timezone.now())[person.pk].number == fresh.number
    if purpose == "reissue":
        says(lambda: turned(card, "valid"), "state")


def test_a_lost_card_that_is_replaced_can_not_be_found_again(world: World, person: Officer) -> None:
    card = world.credential(person)
    turned(card, "lost")
    asked = applied(person, "approved", purpose="reissue", replaces=card.number)
    issued(asked)
    says(lambda: applied(person, purpose="reissue", replaces=card.number), "replaces")


def test_who_moves_brings_the_examinations_and_exchanges_the_card(world: World) -> None:
    old = world.officer("叶文博", legal_qualification="0")
    card = world.credential(old)
    services.end_service(SYSTEM, old.pk, ends_on=TODAY, reason="调动", kind="moved")
    new = services.add_officer(SYSTEM, world.organs["示环"].pk, officer_data("叶文博", id_number=old.id_number, starts_on=str(TODAY)))
    asked = applied(new, "checked", purpose="exchange", replaces=card.number, category="ecology")
    assert "专业法律知识" in says(lambda: moved(asked, "examined"), "to")  # another field asks for its own professional examination
    passes(new, "professional")
    moved(asked, "examined")
    fresh = issued(moved(asked, "approved"))
    assert certified([new.pk], timezone.now(), "ecology")[new.pk].number == fresh.number


def test_somebody_elses_card_is_not_replaced(world: World, person: Officer) -> None:
    card = world.credential(world.officer("他人"))
    says(lambda: applied(person, purpose="renewal", replaces=card.number), "replaces")


def test_who_holds_a_card_does_not_ask_for_a_first_one_and_nobody_asks_twice_at_once(world: World, person: Officer) -> None:
    world.credential(person)
    assert "不能重复申领" in says(lambda: applied(person), "purpose")
    other = world.officer("他人")
    applied(other)
    assert "已经有一项" in says(lambda: applied(other), "")


# --- who ---


def test_one_asks_for_oneself_and_for_nobody_else(world: World) -> None:
    officer = world.actor(Role.OFFICER)
    asked = services.apply_for_credential(officer, world.people[Role.OFFICER].pk, wish())
    with pytest.raises(Officer.DoesNotExist):
        services.apply_for_credential(officer, world.people[Role.HEAD].pk, wish())
    assert moved(asked, "withdrawn", officer).stage == "withdrawn"


def test_three_people_decide_and_none_of_them_on_oneself(world: World) -> None:
    head, supervisor, admin, officer = (world.actor(role) for role in (Role.HEAD, Role.SUPERVISOR, Role.ADMIN, Role.OFFICER))
    person = world.people[Role.OFFICER]
    passes(person)
    asked = applied(person)
    for actor in (officer, supervisor, admin):
        with pytest.raises(NotAllowed):
            moved(asked, "checked", actor)
    moved(asked, "checked", head)
    moved(asked, "examined", admin)
    for actor in (officer, head, admin):
        with pytest.raises(NotAllowed):
            moved(asked, "approved", actor)
    moved(asked, "approved", supervisor)
    with pytest.raises(NotAllowed):
        services.issue_credential(supervisor, person.pk, paper(), application_id=asked.pk)
    assert services.issue_credential(admin, person.pk, paper(), application_id=asked.pk).application == asked


def test_a_head_does_not_check_the_own_application(world: World) -> None:
    asked = applied(world.people[Role.HEAD])
    assert "本人" in says(lambda: moved(asked, "checked", world.actor(Role.HEAD)), "to")


def test_a_head_of_another_bureau_does_not_check_it(world: World) -> None:
    asked = applied(world.officer("邻人", "示环"))
    with pytest.raises(NotAllowed, match="管辖范围"):
        moved(asked, "checked", world.actor(Role.HEAD))
