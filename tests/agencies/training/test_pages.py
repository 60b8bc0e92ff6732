"""The pages of training: every role at every entrance, bad input, what they show."""

import io
from datetime import timedelta
from typing import Any

import openpyxl
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.agencies import paging
from fadu.agencies.models import Officer
from fadu.agencies.training import codes, services
from fadu.agencies.training.models import Attendance, Course, OffDuty, Plan, Session
from tests.accounts.entrances import assert_entrances, everything
from tests.agencies.training.test_plans import LINE, draw, file
from tests.agencies.training.world import add_course, call, enrolled, taught, there
from tests.agencies.world import World

OFF, R, H, S, A, P = Role.OFFICER, Role.REVIEWER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN, Role.PUBLIC
OVERSEERS = {OFF: 403, R: 403, H: 200, S: 200, A: 200, P: 302}
KEEPERS = {OFF: 403, R: 403, H: 403, S: 403, A: 200, P: 302}
REFUSED = {**KEEPERS, A: 422}
TODAY = timezone.localdate()


def subject(world: World, short: str) -> tuple[Plan, Course, Session, Officer, OffDuty, Attendance]:
    organ = world.organs[short]
    plan = file(draw(world, short))
    course = add_course(organ)
    session = call(course, timezone.localtime() - timedelta(minutes=5))
    person = enrolled(world, "孙杰", short)
    [row] = there(session, person)
    at = (timezone.localtime() - timedelta(days=1)).strftime("%Y-%m-%dT%H:%M")
    off = services.take_off_duty(SYSTEM, person.pk, {"cause": "other", "facts": "事实", "paper": "x", "days": "1", "starts_at": at})
    return plan, course, session, person, off, row


def addresses(world: World, short: str) -> tuple[dict[str, str], dict[str, str]]:
    plan, course, session, person, off, row = subject(world, short)
    organ = world.organs[short].pk
    shown = {"plan": plan.pk, "course": course.pk, "session": session.pk, "off_duty": off.pk}
    kept = {
        "plan_draw": organ, "plan_redraw": plan.pk, "plan_file": plan.pk, "plan_change": plan.pk, "course_add": organ, "course_edit": course.pk,
        "course_end": course.pk, "session_call": course.pk, "session_cancel": session.pk, "attendance_add": session.pk, "attendance_strike": row.pk,
        "off_duty_begin": person.pk, "off_duty_end": off.pk,
    }  # fmt: skip
    return tuple({name: reverse(f"training:{name}", args=[pk]) for name, pk in rows.items()} for rows in (shown, kept))  # type: ignore[return-value]


def test_every_role_at_every_entrance(world: World) -> None:
    shown, kept = addresses(world, "示市监")
    session, person = Session.objects.get(), Officer.objects.get(name="孙杰")
    lists = {reverse(f"training:{name}") for name in ("plans", "courses", "sessions", "people", "off_duties")}
    files = (reverse("training:person", args=[person.pk]), reverse("training:export", args=[person.pk]))
    assert_entrances(
        world.clients(),
        {f"GET {url}": OVERSEERS for url in (*lists, *shown.values())}
        | {f"POST {url}": REFUSED for url in kept.values()}
        | {
            f"GET {reverse('training:home')}": {**OVERSEERS, OFF: 302, R: 302},
            f"GET {reverse('training:code', args=[session.pk])}": KEEPERS,
            f"GET {reverse('training:me')}": {OFF: 200, R: 200, H: 200, S: 200, A: 200, P: 302},
            f"GET {reverse('training:signin', args=[session.pk])}": {OFF: 200, R: 200, H: 200, S: 404, A: 404, P: 302},
            f"POST {reverse('training:signin', args=[session.pk])}": {OFF: 422, R: 422, H: 422, S: 404, A: 404, P: 302},
        }
        | {f"GET {url}": {OFF: 404, R: 404, H: 200, S: 200, A: 200, P: 302} for url in files}
        | {f"GET {reverse('training:person', args=[world.people[OFF].pk])}": {OFF: 200, R: 404, H: 200, S: 200, A: 200, P: 302}},
    )


def test_every_form_is_shown_to_who_keeps_the_register(world: World) -> None:
    client = world.client(A)
    assert {name: client.get(url).status_code for name, url in addresses(world, "示市监")[1].items() if client.get(url).status_code != 200} == {}


def test_what_is_out_of_reach_is_not_there(world: World) -> None:
    shown, kept = addresses(world, "邻市监")
    hidden = {**OVERSEERS, H: 404, S: 404, A: 404}
    assert_entrances(
        world.clients(),
        {f"GET {url}": hidden for url in shown.values()}
        | {f"POST {url}": {**KEEPERS, A: 404} for url in kept.values()}
        | {f"GET {reverse('training:person', args=[Officer.objects.get(name='孙杰').pk])}": {OFF: 404, R: 404, H: 404, S: 404, A: 404, P: 302}},
    )


def test_numbers_that_name_nothing_are_not_found(world: World) -> None:
    names = ("plan", "course", "session", "person", "export", "off_duty", "code", "signin", "plan_draw", "attendance_strike", "off_duty_end")
    client = world.client(A)
    found = {(name, number): client.get(reverse(f"training:{name}", args=[number])).status_code for name in names for number in (0, 999_999, 2**63, 10**30)}
    assert {key: status for key, status in found.items() if status != 404} == {}


QUERIES = (
    {"organ": "x"},
    {"organ": "9" * 40},
    {"year": "0"},
    {"year": "9999"},
    {"year": "２０２６"},
    {"kind": "x", "lacking": "x", "state": "x"},
    {"after": "x"},
    {"before": "9" * 30},
    {"q": "%_\\'\"<"},
)


def test_any_query_is_answered(world: World) -> None:
    client = world.client(A)
    for name in ("home", "plans", "courses", "sessions", "people", "off_duties", "me"):
        assert [client.get(reverse(f"training:{name}"), query).status_code for query in QUERIES] == [200] * len(QUERIES), name


def test_a_plan_is_drawn_filed_and_changed_by_page(world: World) -> None:
    client, organ = world.client(A), world.organs["示市监"].pk
    rows = {f"lines.0.{name}": str(value) for name, value in LINE.items()}
    wrong = client.post(reverse("training:plan_draw", args=[organ]), {"year": TODAY.year, **rows, "lines.0.last_month": "1", "lines.1.title": "只有题目"})
    assert wrong.status_code == 422
    text = wrong.content.decode()
    assert "公共法律知识轮训" in text
    assert "第 2 行" in text
    assert client.post(reverse("training:plan_draw", args=[organ]), {"year": TODAY.year, **rows}).status_code == 302
    plan = Plan.objects.get()
    filing = {"filed_on": str(TODAY), "filed_with": "示范县司法局"}
    assert client.post(reverse("training:plan_file", args=[plan.pk]), filing).status_code == 302
    unsaid = client.post(reverse("training:plan_change", args=[plan.pk]), rows)
    assert unsaid.status_code == 422
    assert client.post(reverse("training:plan_change", args=[plan.pk]), {**rows, "reason": "机构改革"}).status_code == 302
    page = client.get(reverse("training:plan", args=[plan.pk])).content.decode()
    assert "第 2 版" in page
    assert "12,000 元" in page


def test_a_course_and_a_session_by_page(world: World) -> None:
    client, organ = world.client(A), world.organs["示市监"]
    course = {"title": "取证实操", "kind": "skill", "topics": ["ethics", "field"], "method": "drill", "mode": "online", "hours": "6", "teacher": "周老师"}
    wrong = client.post(reverse("training:course_add", args=[organ.pk]), course)
    assert wrong.status_code == 422
    assert "实操技能训练应当线下组织" in wrong.content.decode()
    client.post(reverse("training:course_add", args=[organ.pk]), {**course, "mode": "offline"})
    found = Course.objects.get()
    assert found.topics == ["ethics", "field"]
    session: dict[str, Any] = {
        "place": "礼堂",
        "starts_at": "2026-12-01T09:00",
        "ends_at": "2026-12-01T15:00",
        "grace": "15",
        "sign_out": "0",
        "audience": [organ.pk, world.organs["示市监城"].pk],
    }
    assert client.post(reverse("training:session_call", args=[found.pk]), session).status_code == 302
    assert set(Session.objects.get().audience.all()) == {organ, world.organs["示市监城"]}


def test_the_code_of_the_moment_is_shown_with_its_qr_code(world: World) -> None:
    session = call(add_course(world.organs["示市监"]), timezone.localtime())
    answer = world.client(A).get(reverse("training:code", args=[session.pk]))
    page = answer.content.decode()
    shown = {codes.code_at(session.secret, timezone.now() - timedelta(seconds=back)) for back in (0, 5)}
    assert any(f"{code[:3]} {code[3:]}" in page for code in shown)
    assert "data:image/svg+xml" in page
    assert "no-store" in answer["Cache-Control"]
    part = world.client(A).get(reverse("training:code", args=[session.pk]), HTTP_HX_REQUEST="true").content.decode()
    assert part.lstrip().startswith("<div")
    past = call(session.course, timezone.localtime() - timedelta(days=2))
    assert "现在不是签到时间" in world.client(A).get(reverse("training:code", args=[past.pk])).content.decode()


def test_a_session_is_for_its_organiser_to_change(world: World) -> None:
    """Another organ's session for one's own people is seen, and not touched."""
    session = call(add_course(world.organs["邻市监"]), timezone.localtime(), world.organs["邻市监"], world.organs["示市监"])
    there(session, world.people[OFF])
    client = world.client(A)
    assert client.get(reverse("training:session", args=[session.pk])).status_code == 200
    before = everything()
    for name in ("session_cancel", "attendance_add", "code"):
        assert client.get(reverse(f"training:{name}", args=[session.pk])).status_code == 404
    assert client.post(reverse("training:attendance_strike", args=[Attendance.objects.get().pk]), {"reason": "x"}).status_code == 404
    assert everything() == before


def test_signing_in_on_a_phone(world: World) -> None:
    session = call(add_course(world.organs["示市监"]), timezone.localtime())
    client, url = world.client(OFF), reverse("training:signin", args=[session.pk])
    code = codes.code_at(session.secret, timezone.now())
    assert f'value="{code}"' in client.get(url, {"code": code}).content.decode()
    wrong = client.post(url, {"code": "abcdef"})
    assert wrong.status_code == 422
    assert 'value="abcdef"' in wrong.content.decode()
    assert client.post(url, {"code": code}).status_code == 302
    assert "您已签到" in client.get(url).content.decode()
    other = world.client(H)
    other.cookies = client.cookies.__class__({**{key: morsel.value for key, morsel in client.cookies.items()}, "sessionid": other.cookies["sessionid"].value})
    refused = other.post(url, {"code": code})
    assert refused.status_code == 422
    assert "这台设备已经为另一人签到" in refused.content.decode()
    assert "本年学时" in client.get(reverse("training:me")).content.decode()


def test_who_is_not_signed_in_comes_back_to_sign_in(world: World) -> None:
    session = call(add_course(world.organs["示市监"]), timezone.localtime())
    url = reverse("training:signin", args=[session.pk]) + "?code=123456"
    answer = Client().get(url)
    assert answer.status_code == 302
    assert "code%3D123456" in answer["Location"]


def test_a_file_shows_and_exports_what_was_attended(world: World) -> None:
    person = world.people[OFF]
    taught(world.organs["示市监"], f"{TODAY.year}-01-05", person, kind="public", hours=12, teacher="=1+1")
    client = world.client(OFF)
    page = client.get(reverse("training:me")).content.decode()
    assert "还差 48 学时" in page
    assert "某方案 training.year.hours" in page
    answer = client.get(reverse("training:export", args=[person.pk]))
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert book.sheetnames == ["培训记录", f"{TODAY.year} 年学时", "离岗教育"]
    assert [cell.value for cell in book["培训记录"][2]][5] == 12
    assert [cell.value for cell in book[f"{TODAY.year} 年学时"][2]][:4] == ["全年合计", 60, 12, 48]


def test_lists_filter_and_page(world: World, monkeypatch) -> None:
    monkeypatch.setattr(paging, "SIZE", 30)
    organ = world.organs["示市监"]
    for at in range(35):
        add_course(organ, title=f"课程{at:02d}", kind="public" if at % 2 else "special")
    client, url = world.client(A), reverse("training:courses")
    first = client.get(url)
    titles = [course.title for course in first.context["page"].rows]
    second = client.get(url, {"after": first.context["page"].next})
    titles += [course.title for course in second.context["page"].rows]
    assert titles == [f"课程{at:02d}" for at in range(35)]
    back = client.get(url, {"before": second.context["page"].previous})
    assert [course.title for course in back.context["page"].rows] == titles[:30]
    assert len(client.get(url, {"q": "课程3"}).context["page"].rows) == 5
    assert len(client.get(url, {"kind": "special", "organ": organ.pk}).context["page"].rows) == 18


def test_who_lacks_hours_is_found(world: World) -> None:
    done, short = enrolled(world, "孙杰"), enrolled(world, "周涛")
    for kind, hours in (("public", 30), ("skill", 30), ("thought", 15), ("special", 2)):
        taught(world.organs["示市监"], f"{TODAY.year}-01-06", done, kind=kind, hours=hours, campaign="rotation")
    client, url = world.client(S), reverse("training:people")
    named = lambda **query: {row.officer for row in client.get(url, query).context["rows"]}  # noqa: E731
    assert named() == {done, short}
    assert named(lacking="any") == {short}
    assert named(lacking="rotation") == {short}
    assert named(kind="public") == {short}
    assert named(q="孙") == {done}
