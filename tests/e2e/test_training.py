"""A session from the projector to the file: the organiser opens the code, an officer signs in on a phone, the hours are there."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from fadu.accounts.actors import SYSTEM
from fadu.agencies.models import Organ
from fadu.agencies.training import services
from fadu.agencies.training.models import Attendance
from tests.agencies.training.world import course_data, session_data
from tests.e2e.pages import NARROW, WIDE

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BEGINS = "2026-05-11T09:00"


@pytest.fixture(scope="module")
def session(house):
    house.clock.set(BEGINS)
    organ = Organ.objects.get(short_name="示市监")
    course = services.add_course(SYSTEM, organ.pk, course_data(title="行政处罚法精讲", hours=6))
    return services.call_session(SYSTEM, course.pk, session_data(datetime.fromisoformat(BEGINS), [organ], campaign="rotation"))


def test_a_code_on_the_wall_becomes_hours_in_the_file(house, session):
    organiser, officer = house.hand("admin", WIDE), house.hand("liwei", NARROW)
    organiser.go(f"/training/sessions/{session.pk}/")
    organiser.page.get_by_role("link", name="打开签到码").click()
    digits = organiser.page.locator(".signin-digits")
    code = digits.inner_text().replace(" ", "")
    assert len(code) == 6
    image = organiser.page.locator(".signin-qr img")
    assert image.evaluate("image => image.complete && image.naturalWidth > 100")
    assert "已签到 0 人" in organiser.page.locator("#code").inner_text()

    officer.go("/training/me/")
    assert "本年学时" in officer.page.locator("main").inner_text()
    officer.page.locator(f"a[href='/training/sessions/{session.pk}/signin/']").click()
    officer.page.fill("[name=code]", "000000" if code != "000000" else "111111")
    officer.submit()
    assert officer.status == 422
    assert "看大屏幕上现在的数字" in officer.page.locator(".form-errors").inner_text()
    officer.page.fill("[name=code]", digits.inner_text().replace(" ", ""))
    officer.submit()
    assert "您已签到" in officer.page.locator("main").inner_text()
    assert officer.overflow() == []
    officer.page.get_by_role("link", name="看我的培训档案").click()
    main = officer.page.locator("main").inner_text()
    assert "行政处罚法精讲" in main
    assert "扫码签到" in main
    assert officer.page.locator(".page-head .facts").inner_text().replace("\n", "").find("本年学时6") >= 0
    assert officer.overflow() == []
    assert officer.violations() == []

    expect(organiser.page.locator("#code")).to_contain_text("已签到 1 人", timeout=15_000)  # the policy lets no script of ours be evaluated
    assert organiser.overflow() == []
    assert organiser.violations() == []
    assert organiser.said == []
    assert Attendance.objects.get().officer.name == "李伟"


def test_the_code_changes_by_itself_and_ends(house, session):
    organiser = house.hand("admin", WIDE)
    organiser.go(f"/training/sessions/{session.pk}/code/")
    first = organiser.page.locator(".signin-digits").inner_text()
    house.clock.set(BEGINS, minutes=3)
    expect(organiser.page.locator(".signin-digits")).not_to_have_text(first, timeout=15_000)
    house.clock.set(BEGINS, minutes=16)
    late = house.hand("wangfang", NARROW)
    late.go(f"/training/sessions/{session.pk}/signin/?code=123456")
    late.submit()
    assert late.status == 422
    assert "迟到" in late.page.locator("main").inner_text()
    assert timezone.now() > session.starts_at + timedelta(minutes=15)
