"""Two administrators at the same moment. On PostgreSQL, where they really are."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.models import Post, User
from fadu.agencies import services
from fadu.agencies.codes import id_number
from fadu.agencies.models import Application, Change, Credential, CredentialState, ExamResult, Officer, Organ
from fadu.law.forms import Invalid
from tests.agencies.applying import applied, moved, paper, passes, wish
from tests.agencies.test_services import entered
from tests.agencies.world import PASSWORD, World, build, credential_data, officer_data, organ_data

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="needs FADU_TEST_DATABASE_URL"),
]


@pytest.fixture
def county(transactional_db: None) -> World:
    return build()


def together(*acts: Callable[[], Any]) -> list[Any]:
    """What comes of acts begun at the same moment: each a result or the Invalid it was refused with."""
    barrier = Barrier(len(acts))

    def run(act: Callable[[], Any]) -> Any:
        barrier.wait(5)
        try:
            return act()
        except Invalid as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [future.result(30) for future in [pool.submit(run, act) for act in acts]]


def refused(results: list[Any]) -> list[set[str]]:
    return [set(result.errors) for result in results if isinstance(result, Invalid)]


def test_a_credential_is_suspended_once(county: World) -> None:
    card = county.credential(county.people[Role.OFFICER])
    moment = (timezone.localtime() - timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M")
    data = {"state": "suspended", "starts_at": moment, "reason": "离岗培训"}
    results = together(*[lambda: services.change_state(SYSTEM, card.pk, data)] * 4)
    assert refused(results) == [{"state"}] * 3
    assert CredentialState.objects.filter(credential=card).count() == 2
    assert Change.objects.filter(what="credential", action="暂扣").count() == 1


def test_suspended_and_revoked_at_once_one_after_the_other(county: World) -> None:
    card = county.credential(county.people[Role.OFFICER])
    moment = (timezone.localtime() - timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M")
    data = [{"state": state, "starts_at": moment, "reason": "核查"} for state in ("suspended", "revoked")]
    results = together(*[lambda told=told: services.change_state(SYSTEM, card.pk, told) for told in data])
    assert len(refused(results)) == 1
    assert_intervals_true(card)


def test_a_card_is_suspended_while_its_holder_leaves(county: World) -> None:
    person = county.people[Role.OFFICER]
    card = county.credential(person)
    moment = (timezone.localtime() - timedelta(minutes=1)).strftime("%Y-%m-%dT%H:%M")
    together(
        lambda: services.end_service(SYSTEM, person.pk, ends_on=timezone.localdate() + timedelta(days=3), reason="到龄", kind="retired"),
        lambda: services.change_state(SYSTEM, card.pk, {"state": "suspended", "starts_at": moment, "reason": "核查"}),
    )
    states = [state.state for state in CredentialState.objects.filter(credential=card).order_by("starts_at")]
    assert states == ["valid", "suspended", "returned"]
    assert_intervals_true(card)


def test_one_application_gives_one_card(county: World) -> None:
    person = county.officer("许晨")
    passes(person)
    asked = applied(person, "approved")
    results = together(*[lambda: services.issue_credential(SYSTEM, person.pk, paper(), application_id=asked.pk)] * 4)
    assert refused(results) == [{""}] * 3
    assert Credential.objects.filter(application=asked).count() == 1


def test_a_person_has_one_application_under_way(county: World) -> None:
    person = county.officer("许晨")
    results = together(*[lambda: services.apply_for_credential(SYSTEM, person.pk, wish())] * 4)
    assert refused(results) == [{""}] * 3
    assert Application.objects.filter(officer=person).count() == 1


def test_a_stage_is_entered_once(county: World) -> None:
    asked = applied(county.officer("许晨"))
    results = together(*[lambda to=to: moved(asked, to) for to in ("checked", "refused", "withdrawn", "checked")])
    stages = list(asked.steps.order_by("id").values_list("stage", flat=True))
    assert len(set(stages)) == len(stages) == 1 + 4 - len(refused(results))


def test_a_result_handed_in_twice_at_once_is_one(county: World) -> None:
    person = county.officer("许晨")
    together(*[lambda: services.record_result(SYSTEM, person.pk, "public", timezone.localdate(), True, 90, "卷 1")] * 4)
    assert ExamResult.objects.count() == 1


def assert_intervals_true(card: Credential) -> None:
    """One after the other, the last one open."""
    rows = list(CredentialState.objects.filter(credential=card).order_by("starts_at"))
    assert [earlier.ends_at for earlier in rows[:-1]] == [later.starts_at for later in rows[1:]]
    assert rows[-1].ends_at is None


def test_a_number_is_issued_to_one(county: World) -> None:
    people = [county.officer(f"人员{number}") for number in range(4)]
    data = credential_data(number="03060799999")
    results = together(*[lambda person=person: services.issue_credential(SYSTEM, person.pk, data) for person in people])
    assert refused(results) == [{"number"}] * 3
    assert Credential.objects.filter(number="03060799999").count() == 1


def test_an_identity_serves_in_one_organ(county: World) -> None:
    number = id_number("13099919900307123")
    organs = [county.organs[short].pk for short in ("示市监", "示环", "示司", "城政")]
    results = together(*[lambda pk=pk: services.add_officer(SYSTEM, pk, officer_data("孙杰", id_number=number)) for pk in organs])
    assert refused(results) == [{"id_number"}] * 3
    assert Officer.objects.filter(name="孙杰").count() == 1


def test_a_sign_in_name_is_given_once(county: World) -> None:
    people = [county.officer(f"人员{number}") for number in range(4)]
    results = together(*[lambda person=person: services.open_account(SYSTEM, person.pk, {"username": "sunjie", "password": PASSWORD}) for person in people])
    assert refused(results) == [{"username"}] * 3
    assert User.objects.filter(username="sunjie").count() == 1


def test_a_post_is_given_once(county: World) -> None:
    person = county.people[Role.HEAD]
    data = {"role": "执法人员", "starts_on": str(timezone.localdate())}
    results = together(*[lambda: services.appoint(SYSTEM, person.pk, data)] * 4)
    assert refused(results) == [{"role"}] * 3
    assert Post.objects.filter(officer_id=person.pk, role="执法人员").count() == 1


def test_a_post_is_ended_once(county: World) -> None:
    post = Post.objects.get(officer_id=county.people[Role.HEAD].pk)
    results = together(*[lambda: services.dismiss(SYSTEM, post.pk, reason="轮岗")] * 4)
    assert refused(results) == [{"ends_on"}] * 3
    assert Change.objects.filter(action="免职").count() == 1


def test_a_code_is_registered_once(county: World) -> None:
    data = organ_data("某局", "某")
    results = together(*[lambda number=number: services.add_organ(SYSTEM, data | {"short_name": f"某{number}"}) for number in range(4)])
    assert refused(results) == [{"code"}] * 3


def test_two_organs_do_not_end_up_under_each_other(county: World) -> None:
    market, ecology = county.organs["示市监"], county.organs["示环"]
    results = together(
        lambda: services.edit_organ(SYSTEM, market.pk, entered(market, parent=str(ecology.pk)), reason="x"),
        lambda: services.edit_organ(SYSTEM, ecology.pk, entered(ecology, parent=str(market.pk)), reason="x"),
    )
    assert refused(results) == [{"parent"}]
    assert_paths_true()


def test_an_organ_added_while_its_parent_moves_moves_along(county: World) -> None:
    market = county.organs["示市监"]
    above = str(county.organs["邻县府"].pk)
    together(
        lambda: services.edit_organ(SYSTEM, market.pk, entered(market, parent=above), reason="x"),
        *[
            lambda number=number: services.add_organ(SYSTEM, organ_data(f"第{number}所", f"所{number}", parent=str(market.pk), kind="dispatched"))
            for number in range(3)
        ],
    )
    assert_paths_true()


def assert_paths_true() -> None:
    """Every path is that of the parent with the organ's own id."""
    paths = dict(Organ.objects.values_list("pk", "path"))
    for pk, parent, path in Organ.objects.values_list("pk", "parent_id", "path"):
        assert path == f"{paths[parent] if parent else '/'}{pk}/"
