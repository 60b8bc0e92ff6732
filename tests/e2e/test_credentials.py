"""A credential suspended at 10:00 stops a step at 10:01, and a step taken at 09:59 stays lawful: in the browser, by those who do it."""

import json

import pytest

from fadu.agencies.models import Credential, CredentialState
from fadu.cases.models import Step
from fadu.cases.services.replay import replay
from fadu.law.registry import procedure_of
from tests.cases.world import DATA
from tests.e2e.pages import NARROW

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
GENERAL = procedure_of("penalty.general")
DAY = "2026-06-05"


def test_a_suspension_stops_from_its_minute_on_and_leaves_what_was_before(house):
    steps = {step["step"]: step for step in json.loads((DATA / "food_safety.json").read_text("utf-8"))["steps"]}
    house.clock.set("2026-06-03T11:00")
    case, late = (str(replay({"procedure": "penalty.general", "steps": [steps["register"], steps["file"]]}).case_id) for _ in range(2))
    card = Credential.objects.get(officer=house.bureau.named["wangfang"])
    officer = house.hand("liwei")

    def take(which: str, name: str, at: str) -> None:
        data = steps[name]["data"]
        officer.open_case(which)
        officer.open_step(name)
        officer.fill([asked for asked in GENERAL[name].asks if asked.name in data], data, at=at)
        officer.submit()

    # 09:59: both cards are good, the step is taken.
    house.clock.set(f"{DAY}T09:59")
    take(case, "inspect", f"{DAY}T09:59")
    assert not officer.refusals(), officer.refusals()
    assert officer.record()[0][0] == "现场检查"

    # 10:00: the administrator suspends one of them, on the page of the person.
    house.clock.set(f"{DAY}T10:00")
    admin = house.hand("admin")
    admin.go(f"/officers/{house.bureau.named['wangfang'].pk}/")
    admin.tap(admin.page.locator(f"a[href='/credentials/{card.pk}/state/']"))
    admin.page.wait_for_url("**/state/")
    admin.page.select_option("[name=state]", "suspended") if admin.page.locator("select[name=state]").count() else admin.page.check(
        "[name=state][value=suspended]"
    )
    admin.page.fill("[name=starts_at]", f"{DAY}T10:00")
    admin.page.fill("[name=reason]", "核查投诉期间暂扣")
    admin.page.fill("[name=paper]", "示司执证〔2026〕21号")
    admin.submit()
    assert "起暂扣" in admin.page.locator("main").inner_text()
    assert CredentialState.objects.get(credential=card, ends_at=None).state == "suspended"

    # 10:01: a step with that card is refused, with the article; nothing is written but the attempt.
    house.clock.set(f"{DAY}T10:01")
    before = Step.objects.filter(case_id=case).count()
    take(case, "question", f"{DAY}T10:01")
    assert officer.status == 409
    found = [refusal for refusal in officer.refusals() if any("行政处罚法第四十二条第一款" in law for law in refusal.laws)]
    assert any("在场无有效执法证件人员数：1" in refusal.fact for refusal in found), officer.refusals()
    assert Step.objects.filter(case_id=case).count() == before

    # The step of 09:59 stands as it was, on the record and in its reading of the cards.
    officer.open_case(case)
    assert dict(officer.record())["现场检查"] != "refused"
    taken = Step.objects.get(case_id=case, name="inspect")
    assert (taken.context["step"]["certified_officers"], taken.context["step"]["uncertified_officers"]) == (2, 0)

    # What was done at 09:59 in another case and is entered only now is lawful too; what was done at 10:00 is not.
    house.clock.set(f"{DAY}T10:06")
    take(late, "inspect", f"{DAY}T10:00")
    assert officer.status == 409
    take(late, "inspect", f"{DAY}T09:59")
    assert not officer.refusals(), officer.refusals()
    assert not officer.errors(), officer.errors()
    assert Step.objects.get(case_id=late, name="inspect").context["step"]["certified_officers"] == 2
    assert {text for text in officer.said if "409" not in text} == set()
    assert admin.said == []


def test_anybody_scans_a_card_and_sees_what_it_is_worth_now(house):
    house.clock.set("2026-06-05T14:00")
    card = Credential.objects.get(officer=house.bureau.named["zhoujie"])
    anybody = house.hand(width=NARROW)
    anybody.go(f"/c/{card.token}/")
    assert anybody.status == 200
    text = anybody.page.locator("main").inner_text()
    assert all(word in text for word in ("周杰", card.number, "市场监管", "示范县市场监督管理局", "有效"))
    assert anybody.overflow() == []
    assert anybody.violations() == []
    anybody.go("/c/")
    anybody.page.fill("[name=number]", card.number)
    anybody.page.fill("[name=name]", "周杰")
    anybody.submit()
    assert anybody.page.url.endswith(f"/c/{card.token}/")
    officer = house.hand("liwei")
    officer.go(f"/credentials/{card.pk}/card/")
    assert officer.page.evaluate("document.querySelector('.credential-code img').naturalWidth") > 100, "the code is drawn under the page's policy"
    assert officer.violations() == []
    assert anybody.said == officer.said == []
