"""Pages of applications, reviewers, assistants, and the public page of a credential: every role at every entrance, bad input, the card."""

from datetime import timedelta
from functools import partial

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies import paging, services
from fadu.agencies.models import Application, Credential, ExamResult, Officer, Reviewer
from fadu.agencies.selectors.reviewers import reviewers, shares
from tests.accounts.entrances import assert_entrances, everything
from tests.agencies.applying import TODAY, applied, issued, moved, paper, passes, wish
from tests.agencies.world import World

SEERS = {Role.OFFICER: 200, Role.REVIEWER: 403, Role.HEAD: 200, Role.SUPERVISOR: 200, Role.ADMIN: 200, Role.PUBLIC: 302}
READERS = dict.fromkeys(SEERS, 200) | {Role.PUBLIC: 302}
KEEPERS = dict.fromkeys(SEERS, 403) | {Role.ADMIN: 200, Role.PUBLIC: 302}
MAKERS = KEEPERS | {Role.OFFICER: 200}
ANYBODY = dict.fromkeys(SEERS, 200)


def wrong(table: dict[Role, int]) -> dict[Role, int]:
    """The same entrance with a form that nobody can pass."""
    return {role: 422 if status == 200 else status for role, status in table.items()}


@pytest.fixture(autouse=True)
def fresh_cache() -> None:
    cache.clear()


@pytest.fixture
def asked(world: World) -> Application:
    """张伟's own application."""
    return applied(world.people[Role.OFFICER])


def url(name: str, *args: object) -> str:
    return reverse(f"agencies:{name}", args=args)


def test_every_role_at_every_entrance(world: World, asked: Application) -> None:
    person = world.people[Role.OFFICER]
    passes(person, "public")
    result = ExamResult.objects.get()
    card = world.credential(world.people[Role.HEAD])
    gets = {
        url("applications"): SEERS,
        url("application", asked.pk): SEERS,
        url("application_move", asked.pk): SEERS,
        url("application_issue", asked.pk): KEEPERS,
        url("application_new", person.pk): MAKERS,
        url("result_add", person.pk): KEEPERS,
        url("result_annul", person.pk, result.pk): KEEPERS,
        url("reviewers"): READERS,
        url("auxiliaries"): READERS,
        url("card", card.pk): READERS | {Role.SUPERVISOR: 200},
        url("card_lookup"): ANYBODY,
        url("public_card", card.token): ANYBODY,
        url("card_code", card.token): ANYBODY,
        url("public_card", "x" * 22): dict.fromkeys(SEERS, 404),
        url("card_code", "x" * 22): dict.fromkeys(SEERS, 404),
    }
    posts = ("application_move", "application_issue", "result_add", "result_annul", "application_new")
    table = {f"GET {address}": expected for address, expected in gets.items()}
    table |= {f"POST {address}": wrong(expected) for address, expected in gets.items() if address.split("/")[-2] in {"move", "issue", "new", "annul"}}
    assert len([entrance for entrance in table if entrance.startswith("POST")]) == len(posts)
    assert_entrances(world.clients(), table)


def test_what_is_out_of_reach_is_not_there(world: World) -> None:
    person = world.officer("邻人", "邻市监")
    asked, card = applied(person), world.credential(world.officer("邻二", "邻市监"))
    for role in (Role.OFFICER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN):
        client = world.client(role)
        assert client.get(url("application", asked.pk)).status_code == 404, role
        assert client.get(url("card", card.pk)).status_code == 404, role
        assert "邻人" not in client.get(url("applications")).content.decode()
    assert world.client(Role.ADMIN).get(url("application_new", person.pk)).status_code == 404


def test_an_officer_sees_the_own_application_and_no_colleagues(world: World, asked: Application) -> None:
    colleague = applied(world.officer("同事"))
    client = world.client(Role.OFFICER)
    text = client.get(url("applications")).content.decode()
    assert "张伟" in text
    assert "同事" not in text.split("<main")[1]
    assert client.get(url("application", colleague.pk)).status_code == 404


def test_a_page_says_where_it_stands_what_is_missing_and_by_which_clause(world: World, asked: Application) -> None:
    moved(asked, "checked")
    text = world.client(Role.ADMIN).get(url("application", asked.pk)).content.decode()
    assert all(
        word in text for word in ("等待核对两门考试成绩", "还没有专业法律知识考试合格的成绩", "兴隆县指导意见二(二)", "单位审查通过", "系统", "登记考试成绩")
    )


def test_the_whole_course_by_page(world: World) -> None:
    person = world.people[Role.OFFICER]
    officer, head, supervisor, admin = (world.client(role) for role in (Role.OFFICER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN))
    assert officer.post(url("application_new", person.pk), wish()).status_code == 302
    asked = Application.objects.get()
    move = url("application_move", asked.pk)
    assert "没有需要您办理的事项" in supervisor.post(move, {"reason": "x"}).content.decode()
    assert head.post(move, {"to": "checked", "reason": "在编在岗"}).status_code == 302
    for exam in ("public", "professional"):
        told = {"kind": exam, "taken_on": str(TODAY), "passed": "1", "mark": "90", "source": f"{exam} 卷"}
        assert admin.post(url("result_add", person.pk), told).status_code == 302
    assert admin.post(move, {"to": "examined", "reason": "均合格"}).status_code == 302
    assert supervisor.post(move, {"to": "approved", "reason": "准予"}).status_code == 302
    done = admin.post(url("application_issue", asked.pk), paper(number="123"), follow=True).content.decode()
    assert "已颁发执法证 123" in done
    assert "一般为 11 位数字" in done
    page = admin.get(url("officer", person.pk)).content.decode()
    assert "申领颁发" in page
    assert "90 分" in page
    result = ExamResult.objects.first()
    assert result is not None
    assert admin.post(url("result_annul", person.pk, result.pk), {"reason": "登记错"}).status_code == 302
    assert "已作废" in admin.get(url("officer", person.pk)).content.decode()


@pytest.mark.parametrize("junk", [{"purpose": "gift"}, {"category": "x"}, {"position": "岗" * 61}, {"reason": ""}, {"surprise": "1"}, {"purpose": "renewal"}])
def test_a_bad_application_keeps_what_was_typed_and_writes_nothing(world: World, junk: dict[str, str]) -> None:
    client, address = world.client(Role.OFFICER), url("application_new", world.people[Role.OFFICER].pk)
    before = everything()
    answer = client.post(address, wish() | junk)
    assert answer.status_code == 422
    assert "position" in junk or "综合执法一中队" in answer.content.decode()
    assert everything() == before


# --- the public page ---


def test_anybody_sees_five_things_and_nothing_more(world: World) -> None:
    person = world.officer("孙杰", post_title="秘密职务")
    card = world.credential(person)
    at = (timezone.localtime() - timedelta(minutes=2)).strftime("%Y-%m-%dT%H:%M")
    text = Client().get(url("public_card", card.token)).content.decode().split("<main")[1]
    assert all(word in text for word in ("孙杰", card.number, "市场监管", "示范县市场监督管理局", "有效"))
    services.change_state(SYSTEM, card.pk, {"state": "suspended", "starts_at": at, "reason": "内部核查", "paper": "密〔2026〕1号"})
    text = Client().get(url("public_card", card.token)).content.decode().split("<main")[1]
    assert "暂扣" in text
    for secret in (person.id_number, "内部核查", "密〔2026〕", "秘密职务", str(card.valid_to), "公务员"):
        assert secret not in text


@pytest.mark.parametrize(
    ("days", "word"),
    [((-20, -1), "已到期"), ((-20, 0), "有效")],
)
def test_the_public_page_knows_the_day(world: World, days: tuple[int, int], word: str) -> None:
    card = world.credential(world.officer("孙杰"), valid_from=str(TODAY + timedelta(days=days[0])), valid_to=str(TODAY + timedelta(days=days[1])))
    assert word in Client().get(url("public_card", card.token)).content.decode()


def test_an_unknown_code_is_no_card_in_plain_words(db: None) -> None:
    answer = Client().get("/c/AAAAAAAAAAAAAAAAAAAAAA/")
    assert answer.status_code == 404
    assert "查无此证" in answer.content.decode()
    for strange in ("/c/../", "/c/%00/", "/c/" + "9" * 500 + "/", "/c/人/"):
        assert Client().get(strange).status_code == 404


def test_codes_are_not_to_be_guessed(world: World) -> None:
    tokens = [world.credential(world.officer(f"人员{number}")).token for number in range(5)]
    assert len(set(tokens)) == 5
    assert all(len(token) >= 22 for token in tokens)


def test_a_card_is_looked_up_by_number_and_name_both_exact(world: World) -> None:
    card = world.credential(world.officer("孙杰"))
    good = Client().post(url("card_lookup"), {"number": card.number, "name": "孙杰"})
    assert (good.status_code, good["Location"]) == (302, url("public_card", card.token))
    for number, name in ((card.number, "孙"), (card.number, "孙杰杰"), (card.number[:-1], "孙杰"), ("0" * 11, "孙杰")):
        answer = Client().post(url("card_lookup"), {"number": number, "name": name})
        assert answer.status_code == 404
        assert "查无此证" in answer.content.decode()
        assert f'value="{name}"' in answer.content.decode()


def test_whoever_tries_number_after_number_is_held_up(world: World) -> None:
    card, client = world.credential(world.officer("孙杰")), Client()
    tries = [client.post(url("card_lookup"), {"number": f"{number:011d}", "name": "孙杰"}).status_code for number in range(12)]
    assert tries == [404] * 10 + [429] * 2
    assert client.post(url("card_lookup"), {"number": card.number, "name": "孙杰"}).status_code == 429
    elsewhere = Client(REMOTE_ADDR="203.0.113.9")
    assert elsewhere.post(url("card_lookup"), {"number": card.number, "name": "孙杰"}).status_code == 302


def test_the_code_leads_to_the_public_page(world: World, settings) -> None:
    card = world.credential(world.officer("孙杰"))
    answer = Client().get(url("card_code", card.token))
    assert answer["Content-Type"] == "image/svg+xml"
    assert answer.content.startswith(b'<svg xmlns="http://www.w3.org/2000/svg"')
    assert b"<script" not in answer.content
    text = world.client(Role.OFFICER).get(url("card", card.pk)).content.decode()
    assert url("card_code", card.token) in text


# --- lists ---


def names(client: Client, **query: str) -> set[str]:
    page = client.get(reverse("agencies:officers"), query)
    assert page.status_code == 200
    return {row["officer"].name for row in page.context["rows"]}


def test_people_are_found_by_name_number_and_how_the_card_stands(world: World) -> None:
    organ = str(world.organs["示环"].pk)
    people = {name: world.officer(name, "示环", employment="auxiliary" if name == "辅" else "civil") for name in ("好", "近", "过", "扣", "无", "辅")}
    cards = {
        "好": world.credential(people["好"], category="ecology"),
        "近": world.credential(people["近"], valid_to=str(TODAY + timedelta(days=29))),
        "过": world.credential(people["过"], valid_to=str(TODAY - timedelta(days=1))),
        "扣": world.credential(people["扣"]),
    }
    at = (timezone.localtime() - timedelta(minutes=2)).strftime("%Y-%m-%dT%H:%M")
    services.change_state(SYSTEM, cards["扣"].pk, {"state": "suspended", "starts_at": at, "reason": "试"})
    client = world.client(Role.ADMIN)
    expected = {"valid": {"好", "近"}, "near": {"近"}, "expired": {"过"}, "suspended": {"扣"}, "none": {"无", "辅"}, "taken": set(), "nonsense": set(people)}
    for standing, found in expected.items():
        assert names(client, organ=organ, standing=standing) == found, standing
    assert names(client, organ=organ, category="ecology") == {"好"}
    assert names(client, organ=organ, employment="auxiliary") == {"辅"}
    assert names(client, q=cards["好"].number) == {"好"}
    assert names(client, q=cards["好"].number[:-1]) == set()
    assert names(client, organ=organ, q="扣") == {"扣"}


def test_applications_page_by_key_forwards_and_backwards(world: World, monkeypatch) -> None:
    monkeypatch.setattr(paging, "SIZE", 3)
    made = [applied(world.officer(f"人员{number}")).pk for number in range(7)]
    found = Application.objects.all()
    latest = partial(paging.page, order=paging.LATEST)
    first = latest(found)
    second = latest(found, after=str(first.next))
    third = latest(found, after=str(second.next))
    assert [row.pk for page in (first, second, third) for row in page.rows] == sorted(made, reverse=True)
    assert (first.previous, third.next) == ("", "")
    assert latest(found, before=str(third.previous)).rows == second.rows
    assert latest(found, after="x").rows == first.rows


def test_assistants_are_listed_with_their_work_card_and_what_they_may_do(world: World) -> None:
    world.officer("周助", employment="auxiliary", work_card="示辅 012")
    world.officer("吴助", employment="auxiliary")
    text = world.client(Role.HEAD).get(url("auxiliaries")).content.decode()
    assert all(word in text for word in ("周助", "示辅 012", "没有登记", "单独检查", "行政强制法第十七条第三款"))


# --- reviewers ---


def test_reviewers_are_kept_with_how_they_came_to_it(world: World) -> None:
    senior = world.officer("老审", legal_qualification="0")
    services.open_account(SYSTEM, senior.pk, {"username": "laoshen", "password": "quiet-river-4821"}, demo=True)
    services.appoint(SYSTEM, senior.pk, {"role": "法制审核人员", "starts_on": "2021-01-01", "reviewed_before": "1", "reviewed_where": "2016 年任职文件"})
    kept = Reviewer.objects.get(officer=senior)
    assert (kept.first_time, kept.qualified, kept.evidence) == (False, False, "2016 年任职文件")
    found = {row.officer.name: (row.first_time, row.lawful) for row in reviewers(world.actor(Role.ADMIN))}
    assert found == {"王芳": (True, True), "老审": (False, True)}
    text = world.client(Role.HEAD).get(url("reviewers")).content.decode()
    assert "否：2016 年任职文件" in text


@pytest.mark.parametrize(("officers", "reviewing", "needed", "lacks"), [(1, 0, 1, 1), (14, 1, 1, 0), (15, 1, 2, 1), (28, 2, 2, 0), (29, 2, 3, 1)])
def test_the_share_of_reviewers_by_hand(world: World, officers: int, reviewing: int, needed: int, lacks: int) -> None:
    """7 percent (示范县 after 黑政办发〔2019〕26号二(三)1(2)): 15 → 1.05 → 2; 28 → 1.96 → 2; 29 → 2.03 → 3; fewer than 15 → 1."""
    organ = world.organs["示环"]
    for number in range(officers):
        world.credential(world.officer(f"执法{number}", "示环"), category="ecology")
    for number in range(reviewing):
        world.serving(f"审核{number}", Role.REVIEWER, "示环")
    [share] = [share for share in shares(world.actor(Role.ADMIN)) if share.organ == organ]
    assert (share.officers, share.reviewers, share.needed, share.lacks) == (officers, reviewing, needed, lacks)


def test_a_card_of_a_person_who_may_not_hold_one_is_still_issued_to_nobody(world: World) -> None:
    person = world.officer("许晨")
    passes(person)
    asked = applied(person, "approved")
    Officer.objects.filter(pk=person.pk).update(employment="temporary")
    answer = world.client(Role.ADMIN).post(url("application_issue", asked.pk), paper())
    assert answer.status_code == 422
    assert "河北省乡镇和街道综合行政执法条例第四十条第三款" in answer.content.decode()
    assert not Credential.objects.filter(officer=person).exists()
    Officer.objects.filter(pk=person.pk).update(employment="civil")
    assert issued(asked).officer == person
