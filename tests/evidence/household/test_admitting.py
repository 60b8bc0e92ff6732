"""How a party comes by an account, and how it loses it: once, for a short time, for its own household, by whom it may."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from fadu.accounts.actors import PUBLIC, Role
from fadu.accounts.models import PartyAccount, User
from fadu.accounts.permissions import NotAllowed
from fadu.accounts.selectors import actor_for, capacities
from fadu.accounts.services import give_post
from fadu.agencies.codes import credit_code
from fadu.cases import now
from fadu.cases.errors import NotFound
from fadu.evidence.household.models import ActivationCode
from fadu.evidence.household.services import admitting
from fadu.law.forms import Invalid
from tests.evidence.household.conftest import SHOP, client_of
from tests.evidence.household.parties import NUMBER, PASSWORD, activation, actor_of, admitted, client_for, code_for, told

pytestmark = pytest.mark.django_db


@pytest.fixture
def noticed(telling):
    """The food case, in which the first papers for the party were made."""
    return told(telling, "preserve")


def test_a_code_opens_an_account_for_just_its_household(noticed):
    account = admitted(noticed)
    actor = actor_of(account)
    assert (actor.role, actor.household_id, actor.organ_id, actor.organ_ids, actor.officer_id) == (Role.PARTY, account.household_id, None, frozenset(), None)
    assert "李伟送达“" in account.why
    assert capacities(account.user) == []
    page = Client()
    answer = page.post("/login/", {"username": "qinghe", "password": PASSWORD})
    assert answer["Location"] == "/mine/"
    assert page.get("/mine/").status_code == 200


def test_a_code_is_used_once(noticed):
    code = code_for(noticed)
    admitting.activate(activation(code))
    with pytest.raises(Invalid) as wrong:
        admitting.activate(activation(code, username="qinghe2"))
    assert wrong.value.errors == {"code": admitting.WRONG}
    assert PartyAccount.objects.count() == 1


@pytest.mark.parametrize(
    "changes",
    [{"number": "92130999MA0FADU024"}, {"code": "ABCD-EFGH-2345"}, {"number": "' OR 1=1 --"}],
)
def test_a_wrong_code_and_a_wrong_number_are_told_in_one_way(noticed, changes):
    code = code_for(noticed)
    with pytest.raises(Invalid) as wrong:
        admitting.activate(activation(code) | changes)
    assert wrong.value.errors == {"code": admitting.WRONG}
    assert not PartyAccount.objects.exists()
    assert not User.objects.filter(username="qinghe").exists()


def test_a_code_runs_out_to_the_minute(noticed):
    code = code_for(noticed)
    row = ActivationCode.objects.get()
    with now.at(row.expires_at), pytest.raises(Invalid, match="过期"):
        admitting.activate(activation(code))
    with now.at(row.expires_at - timedelta(minutes=1)):
        assert admitting.activate(activation(code))


def test_a_fresh_code_makes_the_one_before_void(noticed):
    first, second = code_for(noticed), code_for(noticed)
    with pytest.raises(Invalid):
        admitting.activate(activation(first))
    assert admitting.activate(activation(second))


def test_several_people_of_one_enterprise_each_have_their_own(noticed):
    one = admitted(noticed)
    two = admitted(noticed, username="qinghe-2", name="王小河")
    assert one.household_id == two.household_id
    assert one.user_id != two.user_id


def test_the_code_itself_is_kept_nowhere(noticed):
    code = code_for(noticed).replace("-", "")
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            assert code not in str(cursor.fetchall())


def test_a_weak_password_and_a_taken_name_leave_the_code_good(noticed):
    code = code_for(noticed)
    for changes, field in (
        ({"password": "12345678", "again": "12345678"}, "password"),
        ({"again": "another-password-9"}, "again"),
        ({"username": "liwei"}, "username"),
    ):
        with pytest.raises(Invalid) as wrong:
            admitting.activate(activation(code, **changes))
        assert set(wrong.value.errors) == {field}
    assert admitting.activate(activation(code))


def test_a_code_goes_with_a_paper_that_is_served(telling):
    telling.until("register")
    from tests.evidence.household.conftest import follow_up

    follow_up()
    with pytest.raises(Invalid, match="还没有要送达当事人的文书"):
        code_for(telling)


@pytest.mark.parametrize(
    ("username", "refused"), [("zhoujie", NotFound), ("chenjing", NotAllowed), ("zhaoqiang", NotAllowed), ("zhaomin", NotAllowed), ("admin", NotAllowed)]
)
def test_only_who_handles_the_case_hands_out_codes(noticed, username, refused):
    with pytest.raises(refused):
        code_for(noticed, username)


def test_who_tries_again_and_again_has_to_wait(noticed):
    cache.clear()
    page = Client()
    codes = [page.post("/activate/", activation("ABCD-EFGH-2345")).status_code for _ in range(12)]
    assert codes == [422] * 10 + [429] * 2
    assert page.post("/activate/", activation(code_for(noticed))).status_code == 429
    cache.clear()


def test_what_was_typed_stays_but_no_password(noticed):
    cache.clear()
    answer = Client().post("/activate/", activation("ABCD-EFGH-2345")).content.decode()
    assert 'value="qinghe"' in answer
    assert PASSWORD not in answer
    cache.clear()


def test_an_account_ends_at_once_and_for_good(bureau, noticed):
    account = admitted(noticed)
    page = client_for(account)
    assert page.get("/mine/").status_code == 200
    admin = client_of(bureau, "admin")
    assert admin.post(f"/households/accounts/{account.pk}/end/", {"reason": ""}).status_code == 422
    assert admin.post(f"/households/accounts/{account.pk}/end/", {"reason": "经办人已离职"}).status_code == 302
    assert page.get("/mine/").status_code == 302  # to the sign-in page
    account.refresh_from_db()
    assert (account.ended_by, account.end_reason) == ("何平", "经办人已离职")
    assert actor_for(User.objects.get(pk=account.user_id)) is PUBLIC
    for statement in (
        "UPDATE accounts_partyaccount SET end_reason = 'x'",
        "DELETE FROM accounts_partyaccount",
        "UPDATE accounts_partyaccount SET household_id = NULL",
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_the_administrator_opens_one_for_whom_they_checked(bureau, noticed):
    admin = bureau.who("admin")
    data = {"number": NUMBER, "why": "营业执照原件，本人到场", "name": "王清河", "username": "qinghe", "password": PASSWORD}
    account = admitting.open_checked(admin, data)
    assert account.user.must_change  # the first password gives nothing
    assert actor_for(account.user) is PUBLIC
    with pytest.raises(Invalid, match="没有登记过这个号码"):
        admitting.open_checked(admin, {**data, "number": credit_code("91130999MA0FADU99"), "username": "nobody"})
    with pytest.raises(NotAllowed):
        admitting.open_checked(bureau.who("liwei"), data)


def test_who_serves_is_no_party_and_a_party_never_serves(bureau, noticed):
    from fadu.accounts.actors import SYSTEM
    from fadu.accounts.models import Opened
    from fadu.accounts.services import open_party_account

    account = admitted(noticed)
    with pytest.raises(Invalid, match="当事人的账号，不能任职"):
        give_post(SYSTEM, user_id=account.user_id, organ_code=bureau.bureau.code, role=Role.OFFICER, officer_id=None, starts_on=timezone.localdate())
    officer = bureau.named["liwei"].user
    with pytest.raises(Invalid, match="有任职"):
        open_party_account(SYSTEM, officer, household_id=account.household_id, way=Opened.CHECKED, why="x", by="x", at=timezone.now())


def test_the_list_of_accounts_ends_at_the_border(bureau, noticed, opened):
    account = admitted(noticed)
    assert account.user.username in client_of(bureau, "admin").get("/households/accounts/").content.decode()
    other = bureau.organ("邻县人民政府", "邻县府", field="government", region_code="130998")
    del other
    bureau.named["stranger"] = bureau.person("stranger", "钱远", Role.ADMIN, "邻县府")
    page = client_of(bureau, "stranger")
    assert account.user.username not in page.get("/households/accounts/").content.decode()
    assert page.post(f"/households/accounts/{account.pk}/end/", {"reason": "试一试"}).status_code == 404
    assert SHOP["party_code"] not in page.get("/households/accounts/").content.decode()
