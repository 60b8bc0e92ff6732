"""The party signs with strokes on the officer's phone, a second signer on their own by the QR link; a refusal; and the day of service."""

import json

import pytest
from django.utils import timezone

from fadu.cases.models import Case, Step
from fadu.cases.services.replay import replay
from fadu.documents.models import Document
from fadu.evidence.signing.models import Link, Matter, Signature
from fadu.law.registry import procedure_of
from tests.cases.world import DATA
from tests.e2e.pages import NARROW

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
STORY = json.loads((DATA / "food_safety.json").read_text("utf-8"))
PLACES = [step["step"] for step in STORY["steps"]]
GENERAL = procedure_of("penalty.general")


def told(name):
    return STORY["steps"][PLACES.index(name)]


def draw(page):
    """Three strokes of a hand."""
    page.locator("[data-pad] canvas").scroll_into_view_if_needed()
    box = page.locator("[data-pad] canvas").bounding_box()
    for stroke in range(3):
        x = box["x"] + 30 + stroke * 80
        page.mouse.move(x, box["y"] + 60)
        page.mouse.down()
        for step in range(12):
            page.mouse.move(x + step * 5, box["y"] + 60 + (step % 4) * 25)
        page.mouse.up()


def confirm_and_sign(hand):
    for box in hand.page.locator("[name=page]").all():
        box.check()
    draw(hand.page)
    assert hand.page.locator("[name=strokes]").input_value().startswith('{"w":')
    with hand.page.expect_navigation(wait_until="domcontentloaded"):
        hand.page.get_by_role("button", name="确认签名").click()


def add(hand, capacity, name):
    hand.page.select_option("[name=capacity]", label=capacity)
    hand.page.fill(".add-signer [name=name]", name)
    with hand.page.expect_navigation(wait_until="domcontentloaded"):
        hand.page.get_by_role("button", name="加签署人").click()


def put(hand, case, name):
    """Fill in a step and put its record before the signers; what they will answer is left alone."""
    step = told(name)
    hand.open_case(str(case.id))
    hand.open_step(name)
    hand.fill(GENERAL[name].asks, {key: value for key, value in step["data"].items() if key != "record_signed"}, at=step["at"])
    with hand.page.expect_navigation(wait_until="domcontentloaded"):
        hand.page.get_by_role("button", name="先请当事人签名").click()
    assert hand.status == 200, (hand.errors(), hand.refusals())
    return Matter.objects.latest("id")


def press(hand, button):
    with hand.page.expect_navigation(wait_until="domcontentloaded"):
        hand.page.get_by_role("button", name=button).click()


def well(hand):
    assert hand.overflow() == []
    assert not hand.violations(), hand.violations()


def test_a_record_is_signed_on_two_devices_and_refused_by_a_third(house):
    done = replay(STORY | {"steps": STORY["steps"][: PLACES.index("inspect")]})
    case = Case.objects.get(pk=done.case_id)
    house.clock.set(told("inspect")["at"], 90)
    officer = house.hand("liwei", NARROW)
    matter = put(officer, case, "inspect")
    well(officer)
    # the party, on the officer's device
    officer.page.locator("a[href*='/signing/sign/']").click()
    officer.page.wait_for_url("**/signing/sign/**")
    well(officer)
    press(officer, "确认签名")
    assert officer.status == 422
    confirm_and_sign(officer)
    assert officer.page.locator("img.signature").count() == 1
    # the witness, on a phone of their own, without an account
    add(officer, "见证人", "赵春生")
    press(officer, "用本人手机签")
    well(officer)
    address = officer.page.locator("[data-address]").inner_text()
    phone = house.hand(width=NARROW)
    phone.go(address)
    assert phone.page.locator(".masthead").count() == 0
    well(phone)
    confirm_and_sign(phone)
    assert "签名已收到" in phone.page.locator("h1").inner_text()
    phone.go(address)
    assert phone.status == 404, "once"
    assert Link.objects.get(used_at__isnull=False).invited.name == "赵春生"
    # a second party will not sign: the witness stands for it
    officer.go(f"/signing/{matter.id}/")
    add(officer, "当事人", "王小河")
    press(officer, "完成签署并办理")
    assert officer.status == 422
    assert "王小河" in officer.page.locator("[role=alert]").inner_text()
    officer.page.get_by_role("link", name="登记拒绝").click()
    officer.page.fill("[name=reason]", "认为与己无关")
    press(officer, "登记拒绝签名")
    assert officer.status == 422
    officer.page.select_option("[name=witness]", index=1)
    press(officer, "登记拒绝签名")
    press(officer, "完成签署并办理")
    officer.page.wait_for_url(f"**/cases/{case.id}/")
    row = Step.objects.get(case=case, name="inspect")
    assert row.data["record_signed"] == "refused"
    assert sorted(Signature.objects.filter(matter=matter).values_list("manner", "own_phone")) == [("drawn", False), ("drawn", True), ("refused", False)]
    house.work()
    assert Document.objects.get(case=case, paper="scene_record").pages > matter.pages, "the sheet of signatures"
    expected = ("422", "404", "409")  # what a browser says of a status that was meant
    assert not [text for hand in (officer, phone) for text in hand.said if not any(code in text for code in expected)]


def test_the_register_of_service_counts_the_right_day(house):
    house.clock.set(told("serve")["at"])
    done = replay(STORY | {"steps": STORY["steps"][: PLACES.index("serve")]})
    case = Case.objects.get(pk=done.case_id)
    house.work()
    decision = Document.objects.get(case=case, paper="penalty_decision")
    house.clock.set(told("decide")["at"], 24 * 60)
    hand = house.hand("liwei", NARROW)
    hand.open_case(str(case.id))
    hand.page.get_by_role("link", name="签名和送达").click()
    hand.page.wait_for_url("**/signing/")
    well(hand)
    here = f"/cases/{case.id}/service/{decision.id}/"
    hand.go(f"{here}electronic/")
    press(hand, "发送")
    assert hand.status == 409
    assert hand.refusals()[0].laws[0].startswith("行政处罚法第六十一条第二款")
    hand.go(f"{here}direct/")
    hand.page.select_option("[name=outcome]", "failed") if hand.page.locator("select[name=outcome]").count() else hand.page.check(
        "[name=outcome][value=failed]"
    )
    hand.page.locator("[name=failure]").first.wait_for()
    (
        hand.page.select_option("[name=failure]", "absent")
        if hand.page.locator("select[name=failure]").count()
        else hand.page.check("[name=failure][value=absent]")
    )
    press(hand, "登记直接送达")
    assert hand.status == 200, hand.errors()
    hand.go(f"{here}post/")
    hand.page.fill("[name=reference]", "EMS1234567890123")
    press(hand, "登记邮寄送达")
    assert hand.status == 200, hand.errors()
    house.clock.set(told("decide")["at"], 5 * 24 * 60)
    got = (timezone.localdate() - timezone.timedelta(days=2)).isoformat()
    hand.go(here)
    well(hand)
    hand.page.get_by_role("link", name="登记结果").click()
    hand.page.wait_for_url("**/result/")
    for name, value in (("outcome", "served"), ("served_at", "received")):
        if hand.page.locator(f"select[name={name}]").count():
            hand.page.select_option(f"[name={name}]", value)
        else:
            hand.page.check(f"[name={name}][value={value}]")
    hand.page.fill("[name=receiver]", "王清河")
    hand.page.fill("[name=receipt_dated_on]", got)
    press(hand, "登记结果")
    assert hand.status == 200, hand.errors()
    assert got in hand.page.locator(".served-day").inner_text()
    assert "第九十一条" in hand.page.locator("main").inner_text()
    well(hand)
    case.refresh_from_db()
    assert case.stage == "served", "the step was taken by the register"
