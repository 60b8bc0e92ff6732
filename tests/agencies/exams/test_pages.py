"""The pages of the room: who comes in where, what a page never tells, and what is typed badly."""

import json
import re
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from fadu.accounts.actors import SERVING, Role
from fadu.agencies.exams import services
from fadu.agencies.exams.models import Exam, Question, QuestionVersion, Sitting, SittingEvent
from tests.agencies.exams.world import Hall, clock, exam_data, question_data, right_letters

MANAGERS = {Role.ADMIN}
ALL = set(SERVING)
INVITED = {Role.OFFICER, Role.REVIEWER, Role.HEAD}  # the market bureau's own
SEEING = {*INVITED, Role.SUPERVISOR, Role.ADMIN}


def addresses(hall: Hall, sitting: Sitting) -> dict[str, tuple[str, set[Role], int]]:
    """Name → (address, who is let in, what who signed in besides gets)."""
    exam, question = hall.exam.pk, Question.objects.first()
    assert question is not None
    return {
        "exams": (reverse("exams:exams"), ALL, 403),
        "exam": (reverse("exams:exam", args=[exam]), SEEING, 404),
        "exam_add": (reverse("exams:exam_add"), MANAGERS, 403),
        "exam_invite": (reverse("exams:exam_invite", args=[exam]), MANAGERS, 403),
        "exam_publish": (reverse("exams:exam_publish", args=[exam]), MANAGERS, 403),
        "exam_cancel": (reverse("exams:exam_cancel", args=[exam]), MANAGERS, 403),
        "questions": (reverse("exams:questions"), MANAGERS, 403),
        "question": (reverse("exams:question", args=[question.pk]), MANAGERS, 403),
        "question_add": (reverse("exams:question_add"), MANAGERS, 403),
        "question_edit": (reverse("exams:question_edit", args=[question.pk]), MANAGERS, 403),
        "question_switch": (reverse("exams:question_switch", args=[question.pk]), MANAGERS, 403),
        "results": (reverse("exams:results", args=[exam]), {Role.HEAD, Role.SUPERVISOR, Role.ADMIN}, 404),
        "shares": (reverse("exams:shares", args=[exam]), MANAGERS, 403),
        "sitting": (reverse("exams:result", args=[sitting.pk]), {Role.OFFICER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN}, 404),
        "review": (reverse("exams:review", args=[sitting.pk]), {Role.OFFICER, Role.HEAD, Role.SUPERVISOR, Role.ADMIN}, 404),
    }


def test_every_role_at_every_entrance(hall: Hall) -> None:
    sitting = hall.sat(7)
    clients = hall.world.clients()
    wrong = []
    with clock("12:00"):
        for name, (url, allowed, other) in addresses(hall, sitting).items():
            for role, client in clients.items():
                expected = 302 if role is Role.PUBLIC else 200 if role in allowed else other
                if (got := client.get(url).status_code) != expected:
                    wrong.append((name, role, got, expected))
    assert wrong == []


def test_a_sitting_is_open_to_its_own_alone(hall: Hall) -> None:
    sitting = hall.begin()
    clients = hall.world.clients()
    with clock("09:20"):
        for role, client in clients.items():
            url = reverse("exams:sitting", args=[sitting.pk])
            assert client.get(url).status_code == (200 if role is Role.OFFICER else 302 if role is Role.PUBLIC else 404), role
            for name in ("answer", "away", "close"):
                answered = client.post(reverse(f"exams:{name}", args=[sitting.pk]), {"question": "1", "chosen": "A"})
                assert (answered.status_code in {200, 302}) is (role in {Role.OFFICER, Role.PUBLIC}), (role, name)
            if role is Role.OFFICER:
                break
        assert clients[Role.HEAD].post(reverse("exams:answer", args=[sitting.pk]), {"question": "1", "chosen": "B"}).status_code == 404
        assert clients[Role.PUBLIC].post(reverse("exams:answer", args=[sitting.pk])).status_code == 302


def test_the_neighbour_sees_nothing(hall: Hall) -> None:
    sitting = hall.sat(7)
    hall.world.people[Role.HEAD] = hall.world.serving("外县局长", Role.HEAD, "邻市监")
    client = hall.world.client(Role.HEAD)
    with clock("12:00"):
        for name, pk in (("exam", hall.exam.pk), ("results", hall.exam.pk), ("result", sitting.pk), ("review", sitting.pk)):
            assert client.get(reverse(f"exams:{name}", args=[pk])).status_code == 404, name
        assert hall.exam.title not in client.get(reverse("exams:exams")).content.decode()


def test_right_answers_are_told_nowhere_before_the_end(hall: Hall) -> None:
    """Page source and answers of the API: neither the explanation nor the order of the bank nor the marks of a question."""
    client = hall.world.client(Role.OFFICER)
    told = []
    with clock("09:10"):
        client.post(reverse("exams:begin", args=[hall.exam.pk]))
        sitting = Sitting.objects.get()
        for number in range(1, 11):
            told.append(client.get(reverse("exams:sitting", args=[sitting.pk]), {"q": number}).content.decode())
            told.append(save(client, sitting, number, right_letters(sitting, number)).content.decode())
        client.post(reverse("exams:close", args=[sitting.pk]))
    with clock("10:59"):
        told += [client.get(reverse(f"exams:{name}", args=[sitting.pk]), follow=True).content.decode() for name in ("result", "review", "sitting")]
        told.append(client.get(reverse("exams:exam", args=[hall.exam.pk])).content.decode())
        told.append(client.get(reverse("exams:exams")).content.decode())
    page = "".join(told)
    sitting.refresh_from_db()
    assert sitting.mark == 100
    for secret in ("秘密的解释", "行政处罚法第五十一条", hall.exam.secret, '"right"', "order", *(line["hash"] for line in sitting.paper)):
        assert secret not in page, secret
    values = re.findall(r'name="chosen" value="([^"]*)"', page)
    assert set(values) <= set("ABCD")
    assert client.get(reverse("exams:questions")).status_code == 403
    with clock("11:00"):
        page = client.get(reverse("exams:review", args=[sitting.pk])).content.decode()
        assert page.count("秘密的解释") == 10
        assert hall.exam.secret in client.get(reverse("exams:exam", args=[hall.exam.pk])).content.decode()


def test_letters_shown_say_nothing_about_the_bank(hall: Hall) -> None:
    """In the bank every single question's answer is B; shown, it stands anywhere."""
    shown = set()
    for number in range(8):
        _, actor = hall.another(f"考生{number}")
        sitting = hall.begin(actor=actor)
        shown |= {right_letters(sitting, question) for question in range(1, 6)}
    assert shown == set("ABCD")


def save(client: Client, sitting: Sitting, number: int, chosen: str, **more: str) -> Any:
    data = {"question": str(number), "chosen": list(chosen), "was": "", **more}
    return client.post(reverse("exams:answer", args=[sitting.pk]), data, headers={"accept": "application/json"})


def test_an_answer_is_saved_by_script_and_by_button(hall: Hall) -> None:
    sitting, client = hall.begin(), hall.world.client(Role.OFFICER)
    with clock("09:20"):
        answer = save(client, sitting, 1, "C")
        assert json.loads(answer.content) == {"left": 3000, "saved": "09:20:00", "answered": 1}
        plain = client.post(reverse("exams:answer", args=[sitting.pk]), {"question": "6", "chosen": ["D", "A"], "was": "", "go": "7"})
        assert plain["Location"].endswith("?q=7")
        page = client.get(reverse("exams:sitting", args=[sitting.pk]), {"q": "6"}).content.decode()
    assert re.findall(r'value="([A-D])" checked', page) == ["A", "D"]
    assert "<span data-answered>2</span> / 10" in page


def test_a_page_left_as_it_was_does_not_undo_the_other_device(hall: Hall) -> None:
    """Device one shows question 1 without an answer, device two answers it; going on from device one keeps that."""
    sitting, client = hall.begin(), hall.world.client(Role.OFFICER)
    with clock("09:20"):
        save(client, sitting, 1, "C")
        client.post(reverse("exams:answer", args=[sitting.pk]), {"question": "1", "was": "", "go": "2"})
        assert SittingEvent.objects.filter(sitting=sitting, kind="answer").count() == 1
        client.post(reverse("exams:answer", args=[sitting.pk]), {"question": "1", "was": "C", "clear": "1"})
    assert SittingEvent.objects.filter(sitting=sitting, kind="answer").last().data["chosen"] == ""


def test_after_the_deadline_a_person_is_told_kindly(hall: Hall) -> None:
    sitting, client = hall.begin("09:10:00"), hall.world.client(Role.OFFICER)
    with clock("09:20"):
        save(client, sitting, 1, right_letters(sitting, 1))
    with clock("10:10:01"):
        answer = save(client, sitting, 2, "B")
        assert answer.status_code == 409
        assert "此前保存的答案全部有效" in json.loads(answer.content)["ended"]
        plain = client.post(reverse("exams:answer", args=[sitting.pk]), {"question": "2", "chosen": "B", "was": "", "go": "3"}, follow=True)
        assert "此前保存的答案全部有效" in plain.content.decode()
        assert plain.redirect_chain[-1][0] == reverse("exams:result", args=[sitting.pk])
        sitting.refresh_from_db()
        assert sitting.head in plain.content.decode()
        assert client.get(reverse("exams:sitting", args=[sitting.pk]))["Location"] == reverse("exams:result", args=[sitting.pk])
    assert sitting.mark == 10


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"question": "x"},
        {"question": "1", "chosen": "Z"},
        {"question": "99999999999"},
        {"question": "1", "chosen": ["A", "B"]},
        {"question": "1", "chosen": "\x00" * 100},
        {"question": "０"},
    ],
)
def test_bad_answers_are_refused_in_words(hall: Hall, data: dict[str, Any]) -> None:
    sitting, client = hall.begin(), hall.world.client(Role.OFFICER)
    with clock("09:20"):
        answer = client.post(reverse("exams:answer", args=[sitting.pk]), data, headers={"accept": "application/json"})
        assert answer.status_code == 422
        assert json.loads(answer.content)["error"]
        assert client.post(reverse("exams:answer", args=[sitting.pk]), data).status_code == 302
        assert client.get(reverse("exams:sitting", args=[sitting.pk]), {"q": "abc"}).status_code == 200
        assert client.get(reverse("exams:sitting", args=[sitting.pk]), {"q": "-3"}).status_code == 200
        assert client.get(reverse("exams:sitting", args=[10**30])).status_code == 404
    assert SittingEvent.objects.filter(sitting=sitting).count() == 1


def test_a_leave_is_counted_for_the_invigilator(hall: Hall) -> None:
    sitting, client = hall.begin(), hall.world.client(Role.OFFICER)
    with clock("09:20"):
        for back in ("0", "1", "0"):
            assert json.loads(client.post(reverse("exams:away", args=[sitting.pk]), {"back": back}).content) == {"left": 3000, "ended": False}
        page = hall.world.client(Role.ADMIN).get(reverse("exams:results", args=[hall.exam.pk])).content.decode()
    assert "2 次" in page
    assert "正在答题" in page


def entered(**more: Any) -> dict[str, Any]:
    """An exam as its form posts it."""
    data = exam_data(**more)
    rows = data.pop("blueprint")
    return data | {f"blueprint.{index}.{name}": value for index, row in enumerate(rows) for name, value in row.items()}


def test_an_exam_is_held_by_pages_alone(hall: Hall) -> None:
    client = hall.world.client(Role.ADMIN)
    with clock("08:10"):
        made = client.post(reverse("exams:exam_add"), entered(title="网上新建的考试"))
        exam = Exam.objects.get(title="网上新建的考试")
        assert made["Location"] == reverse("exams:exam", args=[exam.pk])
        assert exam.length == 10
        assert client.post(reverse("exams:exam_publish", args=[exam.pk])).status_code == 422
        client.post(reverse("exams:exam_edit", args=[exam.pk]), entered(title="改过名字的考试", reason="名称有误"))
        client.post(reverse("exams:exam_invite", args=[exam.pk]), {"organs": [str(hall.world.organs["示市监"].pk)], "who": "enforcing"})
        assert exam.invitations.count() == 1
        assert client.post(reverse("exams:exam_publish", args=[exam.pk])).status_code == 302
        exam.refresh_from_db()
        assert (exam.state, exam.title) == ("published", "改过名字的考试")
        assert client.post(reverse("exams:exam_publish", args=[exam.pk])).status_code == 422
        page = client.get(reverse("exams:exam", args=[exam.pk])).content.decode()
        assert exam.secret not in page
        assert exam.commitment in page
        assert "名称有误" in page
        client.post(reverse("exams:exam_cancel", args=[exam.pk]), {"reason": "停电"})
        exam.refresh_from_db()
        assert exam.state == "cancelled"
    assert hall.world.client(Role.OFFICER).get(reverse("exams:exam", args=[exam.pk])).status_code == 404


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("title", "", "请填写考试名称"),
        ("closes_at", "2026-11-20T08:59", "晚于开放时间"),
        ("closes_at", "明天", "不是有效时间"),
        ("minutes", "0", "不能小于 1"),
        ("minutes", "121", "不足 121 分钟"),
        ("pass_mark", "101", "满分 100 分"),
        ("tries", "11", "10 次"),
        ("subject", "烹饪", "只能选"),
        ("blueprint.0.count", "many", "第 1 行"),
        ("blueprint.1.kind", "riddle", "第 2 行"),
        ("blueprint.0.count", "500", "最多 200 题"),
        ("extra", "1", "没有这个字段"),
    ],
)
def test_what_an_exam_can_not_be_is_told_and_kept(hall: Hall, field: str, value: str, says: str) -> None:
    with clock("08:10"):
        answer = hall.world.client(Role.ADMIN).post(reverse("exams:exam_add"), entered(title="坏的") | {field: value})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert says in page
    assert field == "title" or "坏的" in page
    assert Exam.objects.count() == 1


def test_too_small_a_bank_is_told_by_line(hall: Hall) -> None:
    line = {"kind": "single", "subject": "public", "difficulty": "hard", "count": "9", "marks": "1"}
    with clock("08:10"):
        exam = hall.hold(publish=False, blueprint=[line, {"kind": "judge", "subject": "market", "count": "2", "marks": "50"}])
        answer = hall.world.client(Role.ADMIN).post(reverse("exams:exam_publish", args=[exam.pk]))
    assert "公共法律知识·单选·难度难还缺 5 题" in answer.content.decode()
    assert "专业法律知识（市场监管）·判断还缺 2 题" in answer.content.decode()


def test_a_question_is_kept_by_pages(hall: Hall) -> None:
    client = hall.world.client(Role.ADMIN)
    data = question_data(99, stem="全新的一道题？")
    client.post(reverse("exams:question_add"), data)
    version = QuestionVersion.objects.get(stem="全新的一道题？")
    question = version.question
    again = client.post(reverse("exams:question_add"), {**data, "stem": "全新的，一道题"})
    assert again.status_code == 422
    assert "已经有这道题" in again.content.decode()
    client.post(reverse("exams:question_edit", args=[question.pk]), {**data, "answer": "C", "reason": "答案有误"})
    assert [(v.number, v.answer, v.current) for v in question.versions.order_by("number")] == [(1, "B", False), (2, "C", True)]
    client.post(reverse("exams:question_switch", args=[question.pk]), {"reason": "法律修改"})
    question.refresh_from_db()
    assert question.retired_reason == "法律修改"
    page = client.get(reverse("exams:questions"), {"q": "全新的", "state": "retired"}).content.decode()
    assert "全新的一道题" in page
    assert "全新的一道题" not in client.get(reverse("exams:questions"), {"q": "全新的"}).content.decode()
    shown = client.get(reverse("exams:question", args=[question.pk])).content.decode()
    assert "答案有误" in shown
    assert "以前的版本" in shown


def test_a_question_that_was_drawn_keeps_its_old_version(hall: Hall) -> None:
    sitting = hall.begin()
    version = QuestionVersion.objects.get(pk=sitting.paper[0]["version"])
    services.change_question(hall.admin, version.question_id, question_data(500, stem="换过的题干"), reason="换题")
    with clock("09:20"):
        page = hall.world.client(Role.OFFICER).get(reverse("exams:sitting", args=[sitting.pk]), {"q": "1"}).content.decode()
    assert version.stem in page
    assert "换过的题干" not in page


def test_shares_tell_which_question_was_hard(hall: Hall) -> None:
    hall.sat(10)
    hall.sat(0, hall.another("周林")[1])
    with clock("11:00"):
        page = hall.world.client(Role.ADMIN).get(reverse("exams:shares", args=[hall.exam.pk])).content.decode()
        assert "0%" in page
        assert "100%" in page
    with clock("10:59"):
        assert hall.world.client(Role.ADMIN).get(reverse("exams:shares", args=[hall.exam.pk])).status_code == 404
