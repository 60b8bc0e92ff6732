"""An exam of 50 questions in a real browser: the laptop is closed in the middle, the telephone goes on, and nothing alters it afterwards."""

import pytest
from django.db import DatabaseError, connection, transaction
from playwright.sync_api import Page, expect

from fadu.agencies.exams import services
from fadu.agencies.exams.checking import check
from fadu.agencies.exams.models import Sitting
from fadu.sheets.sheet import Row
from tests.agencies.exams.essays import essay_data
from tests.agencies.exams.world import exam_data, fill_bank, right_letters
from tests.agencies.world import PASSWORD
from tests.e2e.pages import NARROW

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LINES = [
    {"kind": "single", "subject": "public", "count": "30", "marks": "2"},
    {"kind": "multiple", "subject": "public", "count": "10", "marks": "2"},
    {"kind": "judge", "subject": "public", "count": "10", "marks": "2"},
]


@pytest.fixture(scope="module")
def exam(house, django_db_blocker):
    """Fifty questions of a bank of ninety, for all in the market bureau, on 20 November 2026 from 9:00 to 11:00."""
    house.clock.set("2026-11-20T08:00")
    admin = house.bureau.who("admin")
    fill_bank(admin, admin.organ_id, 50, 20, 20)
    held = services.add_exam(admin, admin.organ_id, exam_data(blueprint=LINES))
    services.invite(admin, held.pk, {"organs": [str(house.bureau.bureau.pk)], "who": "all"})
    return services.publish_exam(admin, held.pk)


def give(page: Page, sitting: Sitting, number: int, *, right: bool = True) -> None:
    """Choose on the page and wait until the page says that it is saved."""
    letters = right_letters(sitting, number)
    if not right:
        letters = next(letter for letter in "ABCD" if letter != letters)
    for letter in letters:
        with page.expect_response("**/answer/") as answered:
            page.locator(f"label[for=option-{letter}]").click()
        assert answered.value.status == 200
    expect(page.locator("[data-said]")).to_contain_text("已保存")


def onward(page: Page) -> None:
    with page.expect_navigation(wait_until="domcontentloaded"):
        page.locator("[data-next]").click()


def first_half(laptop, exam) -> Sitting:
    """Twenty-one answers at a desk, the last by a key."""
    laptop.go("/exams/")
    laptop.page.get_by_role("link", name="去考试").click()
    laptop.page.get_by_role("button", name="开始答题").click()
    laptop.page.wait_for_url("**/exams/sittings/*/")
    sitting, page = Sitting.objects.get(exam=exam), laptop.page
    assert laptop.overflow() == []
    assert laptop.violations() == []
    for number in range(1, 21):
        assert page.locator(".sitting-kind .num").first.inner_text() == f"第 {number} 题"
        give(page, sitting, number)
        onward(page)
    page.keyboard.press("b")
    expect(page.locator("[data-said]")).to_contain_text("已保存")
    assert page.locator("#option-B").is_checked()
    assert page.locator("[data-answered]").inner_text() == "21"
    assert "秘密的解释" not in page.content()
    return sitting


def found_again(phone, exam, sitting: Sitting) -> None:
    """On a telephone, twenty minutes later: everything is there, the time went on."""
    phone.go(f"/exams/{exam.pk}/")
    phone.page.get_by_role("button", name="继续答题").click()
    phone.page.wait_for_url("**/exams/sittings/*/")
    page = phone.page
    assert "第 22 题" in page.locator(".sitting-kind").inner_text()
    assert page.locator("[data-answered]").inner_text() == "21"
    assert page.locator("[data-clock-text]").inner_text().startswith(("39:", "40:")), "twenty minutes of sixty are gone"
    assert phone.overflow() == []
    assert phone.violations() == []
    assert all(box.bounding_box()["height"] >= 44 for box in page.locator(".option").all())
    phone.go(f"/exams/sittings/{sitting.pk}/?q=3")
    assert "".join(box.get_attribute("value") for box in page.locator("[name=chosen]:checked").all()) == right_letters(sitting, 3)


def second_half(phone, sitting: Sitting) -> None:
    """To question 45, of which the last five wrong; then handed in with five not answered."""
    page = phone.page
    phone.go(f"/exams/sittings/{sitting.pk}/?q=21")
    if right_letters(sitting, 21) != "B":
        give(page, sitting, 21)
    for number in range(22, 46):
        phone.go(f"/exams/sittings/{sitting.pk}/?q={number}")
        give(page, sitting, number, right=number < 41)
    page.get_by_role("button", name="交卷", exact=True).click()
    page.wait_for_url("**/close/")
    assert "5 题没有答" in page.locator("main").inner_text()
    page.get_by_role("button", name="交卷", exact=True).click()
    page.wait_for_url("**/result/")


def alter(phone, sitting: Sitting) -> None:
    """By the old page, by the old form, by SQL: refused each time."""
    phone.go(f"/exams/sittings/{sitting.pk}/?q=50")
    assert phone.page.url.endswith("/result/")
    token = next(cookie["value"] for cookie in phone.context.cookies() if cookie["name"] == "csrftoken")
    sent = phone.context.request.post(
        f"{phone.url}/exams/sittings/{sitting.pk}/answer/",
        form={"question": "50", "chosen": "A", "was": "", "csrfmiddlewaretoken": token},
        headers={"Accept": "application/json", "Referer": phone.url},
    )
    assert sent.status == 409
    assert "不能再改" in sent.json()["ended"]
    for statement in ("UPDATE exams_sitting SET mark = 100", "DELETE FROM exams_sittingevent", "UPDATE exams_sittingevent SET data = '{}'"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert check(Sitting.objects.select_related("exam").get(pk=sitting.pk)) == []


def test_an_exam_of_fifty_questions_survives_a_closed_laptop_and_is_not_altered(house, exam):
    house.clock.set("2026-11-20T09:05")
    laptop = house.hand("liwei")
    sitting = first_half(laptop, exam)
    assert laptop.said == []
    laptop.close()  # the laptop is closed
    house.hands.remove(laptop)

    house.clock.set("2026-11-20T09:25")
    phone = house.hand("liwei", NARROW)
    found_again(phone, exam, sitting)
    second_half(phone, sitting)
    text = phone.page.locator("main").inner_text()
    sitting.refresh_from_db()
    assert (sitting.mark, sitting.passed) == (80, True)
    assert "80" in text
    assert sitting.head in text
    assert "看答案和解析" not in text
    assert phone.overflow() == []
    assert phone.violations() == []
    alter(phone, sitting)
    assert phone.said == []

    house.clock.set("2026-11-20T11:00")
    phone.go(f"/exams/sittings/{sitting.pk}/review/?only=wrong")
    assert "解析" in phone.page.locator("main").inner_text()
    assert phone.page.locator(".reviewed").count() == 10
    assert phone.overflow() == []
    assert phone.violations() == []


def test_it_is_sat_without_scripts_too(house, exam):
    house.clock.set("2026-11-20T09:30")
    context = house.browser.new_context(java_script_enabled=False, viewport={"width": NARROW, "height": 900})
    page = context.new_page()
    page.goto(f"{house.url}/login/")
    page.fill("[name=username]", "wangfang")
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="登录", exact=True).click()
    page.goto(f"{house.url}/exams/{exam.pk}/")
    page.get_by_role("button", name="开始答题").click()
    page.locator("#option-A").check()
    page.get_by_role("button", name="保存，下一题").click()
    assert "第 2 题" in page.locator(".sitting-kind").inner_text()
    page.get_by_role("button", name="第 1 题，已答").click()
    assert page.locator("#option-A").is_checked()
    page.get_by_role("button", name="交卷", exact=True).click()
    page.get_by_role("button", name="交卷", exact=True).click()
    assert "存证值" in page.locator("main").inner_text()
    context.close()


ESSAYS = [{"kind": "single", "subject": "public", "count": "1", "marks": "10"}, {"kind": "essay", "subject": "public", "count": "1", "marks": "20"}]


@pytest.fixture(scope="module")
def essay(house, exam, django_db_blocker):
    """One choice and one answer in words, for all in the market bureau, the next day; two of other organs mark."""
    admin = house.bureau.who("admin")
    services.load_questions(admin, [Row(number, essay_data(number)) for number in (301, 302)], lambda _: None)
    house.clock.set("2026-11-21T08:00")
    terms = {"opens_at": "2026-11-21T09:00", "closes_at": "2026-11-21T11:00", "pass_mark": "15", "limit": "2", "review_days": "3", "counts": False}
    held = services.add_exam(admin, admin.organ_id, exam_data(blueprint=ESSAYS, **terms))
    services.invite(admin, held.pk, {"organs": [str(house.bureau.bureau.pk)], "who": "all"})
    services.publish_exam(admin, held.pk)
    markers = [str(house.bureau.named[name].pk) for name in ("hanxue", "zhaomin")]
    services.name_markers(admin, held.pk, {"markers": markers})
    return held


def marked(desk, mark: str) -> None:
    """A marker sees the answer and the points, not whose it is; a mark beyond the full one is told on its field."""
    desk.go("/exams/marking/")
    desk.page.get_by_role("link", name="号答卷").first.click()
    text = desk.page.locator("main").inner_text()
    assert "第二段" in text
    assert "要点30" in text
    assert "李伟" not in text
    desk.page.get_by_label("评分（0 至 20）").fill("99")
    desk.page.get_by_role("button", name="交评分").click()
    assert "0 至 20 分" in desk.page.locator(".wrong").inner_text()
    desk.page.get_by_label("评分（0 至 20）").fill(mark)
    assert (desk.overflow(), desk.violations()) == ([], [])
    desk.page.get_by_role("button", name="交评分").click()
    desk.page.wait_for_url("**/exams/marking/")


def test_an_answer_in_words_is_written_marked_blindly_and_looked_at_again(house, essay):
    house.clock.set("2026-11-21T09:05")
    phone = house.hand("liwei", NARROW)
    phone.go(f"/exams/{essay.pk}/")
    phone.page.get_by_role("button", name="开始答题").click()
    phone.page.wait_for_url("**/exams/sittings/*/")
    sitting, page = Sitting.objects.get(exam=essay), phone.page
    phone.go(f"/exams/sittings/{sitting.pk}/?q=2")
    with page.expect_response("**/answer/") as answered:
        page.locator("#written").fill("应当告知事由、依据和陈述申辩的权利。\n第二段。")
    assert answered.value.status == 200
    expect(page.locator("[data-said]")).to_contain_text("已保存")
    assert (phone.overflow(), phone.violations()) == ([], [])
    phone.go(f"/exams/sittings/{sitting.pk}/?q=2")
    assert "第二段" in page.locator("#written").input_value(), "kept"
    page.get_by_role("button", name="交卷", exact=True).click()
    page.get_by_role("button", name="交卷", exact=True).click()
    page.wait_for_url("**/standing/")
    assert "正在评卷" in page.locator("main").inner_text()

    for marker, mark in (("hanxue", "12"), ("zhaomin", "13")):
        marked(house.hand(marker), mark)

    phone.go(f"/exams/sittings/{sitting.pk}/standing/")
    assert "13 / 20 分" in page.locator("main").inner_text()
    assert (phone.overflow(), phone.violations()) == ([], [])
    page.get_by_role("link", name="申请复核").click()
    page.get_by_label("申请理由").fill("第二段答到了要点")
    page.get_by_role("button", name="申请复核").click()
    admin = house.hand("admin")
    admin.go(f"/exams/{essay.pk}/appeals/")
    admin.page.get_by_role("link", name="第 2 题").click()
    admin.page.get_by_label("复核后的评分（0 至 20）").fill("16")
    admin.page.get_by_label("复核理由").fill("第二段答到一个要点，加 3 分")
    assert (admin.overflow(), admin.violations()) == ([], [])
    admin.page.get_by_role("button", name="作出复核决定").click()
    phone.go(f"/exams/sittings/{sitting.pk}/standing/")
    page.get_by_role("button", name="确认成绩，不申请复核").click()
    page.wait_for_url("**/result/")
    sitting.refresh_from_db()
    assert (sitting.mark, sitting.passed, check(sitting)) == (16, True, [])
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE exams_ruling SET mark = 20")
