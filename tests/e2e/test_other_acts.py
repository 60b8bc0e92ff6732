"""What must not happen in the other kinds of act, tried in a real browser: refused with its article, or found by the sweep."""

import copy
import json
from dataclasses import dataclass, field
from typing import Any

import pytest

from fadu.accounts.actors import SYSTEM, Role
from fadu.cases.models import Case, Step
from fadu.cases.services.replay import replay
from fadu.law.registry import procedures
from fadu.supervision.services import swept
from tests.cases.world import file_of
from tests.e2e.pages import Hand

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@dataclass(frozen=True)
class Trial:
    """One unlawful step.

    Attributes:
        name: what is tried.
        story: the file of the story.
        upto: the last step taken lawfully before.
        step: the step tried, by whom and when.
        law: the article that the refusal must name.
        without: steps of the story left out.
        data: answers that differ from the story's.
    """

    name: str
    story: str
    upto: str
    step: str
    by: str
    on: str
    law: str
    without: tuple[str, ...] = ()
    data: dict[str, Any] = field(default_factory=dict)
    before: dict[str, dict[str, Any]] = field(default_factory=dict)


TRIALS = [
    Trial("没有公告就强制拆除", "demolition", "note_government_charge", "demolish", "liwei", "2026-03-05T12:30", "行政强制法第四十四条", ("announce_demolition",)),
    Trial("没有再次催告就代履行", "proxy", "deliver_proxy", "perform_proxy", "liwei", "2026-04-23T16:00", "行政强制法第五十一条"),
    # taken on 2 June 2026: the thirtieth day is Thursday 2 July
    Trial("查封满三十日以后还要没收", "measure", "seize", "dispose_measure", "zhaoqiang", "2026-07-03T09:00", "行政强制法第二十七条", (), {"measure_disposal": "confiscate", "measure_release_ground": None}),
    # accepted on Mon 7 Sept 2026; 25 to 27 Sept and 1 to 7 Oct off, 20 Sept and 10 Oct worked: the twentieth is Sat 10 Oct, the next Mon 12 Oct
    Trial("第二十一个工作日才决定许可", "licence", "review_licence", "grant_licence", "zhaoqiang", "2026-10-12T10:00", "行政许可法第四十二条"),
    Trial("同一行为第二次罚款", "food_safety", "discuss", "decide", "zhaoqiang", "2026-07-17T10:00", "行政处罚法第二十九条", (), {}, {"conclude": {"prior_fine": True}}),
]  # fmt: skip


def story(name: str) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(file_of(name).read_text("utf-8"))
    return told


@pytest.fixture(scope="module")
def hands(house) -> dict[str, Hand]:
    house.clock.set("2025-06-01T08:00")
    return {name: house.hand(name) for name in ("liwei", "zhaoqiang", "zhaomin")}


def _begun(trial: Trial) -> tuple[str, dict[str, Any]]:
    """The case as it stands before, and the step that the story takes next."""
    told = story(trial.story)
    names = [step["step"] for step in told["steps"]]
    steps = [copy.deepcopy(step) for step in told["steps"][: names.index(trial.upto) + 1] if step["step"] not in trial.without]
    for step in steps:
        step["data"] |= trial.before.get(step["step"], {})
    return str(replay({**told, "steps": steps}).case_id), told["steps"][names.index(trial.step)]


@pytest.mark.parametrize("trial", TRIALS, ids=lambda trial: trial.name)
def test_it_is_refused_with_its_article(house, hands, trial):
    house.clock.set(trial.on, minutes=10)
    case, told = _begun(trial)
    hand = hands[trial.by]
    row = Case.objects.get(pk=case)
    asked = procedures()[row.procedure, row.version][trial.step].asks
    data = {name: value for name, value in {**told["data"], **trial.data}.items() if value is not None}
    fields = [one for one in asked if one.name in data]
    hand.go(f"/cases/{case}/do/{trial.step}/")
    hand.fill(fields, data, at=trial.on)
    hand.submit()
    assert not hand.errors(), hand.errors()
    assert hand.status == 409
    refusals = hand.refusals()
    assert any(trial.law in law for refusal in refusals for law in refusal.laws), refusals
    assert all(refusal.laws and refusal.fix for refusal in refusals), refusals
    assert not Step.objects.filter(case_id=case, name=trial.step).exists()
    hand.open_case(case)
    assert hand.record()[0][1] == "refused"


def test_a_seizure_kept_a_day_too_long_is_found(house, hands):
    case, _ = _begun(next(trial for trial in TRIALS if trial.story == "measure"))
    house.clock.set("2026-07-02T20:00")
    swept(SYSTEM)
    hands["zhaomin"].go("/findings/?rule=QZ-025-1")
    assert hands["zhaomin"].page.locator(f"main a[href='/cases/{case}/']").count() == 0
    house.clock.set("2026-07-03T08:00")
    swept(SYSTEM)
    hands["zhaomin"].go("/findings/?rule=QZ-025-1")
    row = hands["zhaomin"].page.locator(f"main tr:has(a[href='/cases/{case}/'])")
    assert "强制法 25(1)" in row.inner_text()
    assert "2026-07-03" in row.inner_text()
    assert hands["zhaomin"].overflow() == []
    assert hands["zhaomin"].violations() == []


def test_a_township_acts_only_on_what_was_granted(house, food):
    house.clock.set("2026-06-01T08:00")
    bureau = house.bureau
    bureau.organ("示范县城关镇人民政府", "城关政", "示县府", field="general", level="township")
    for username, name, role in (("hanyang", "韩洋", Role.OFFICER), ("xuxiuying", "许秀英", Role.HEAD)):
        bureau.named[username] = bureau.person(username, name, role, "城关政", category="general")
    house.people |= {name: bureau.named[name].pk for name in ("hanyang", "xuxiuying")}
    opening = {**food["steps"][0], "by": "hanyang"}
    house.clock.set("2026-06-03T10:00", minutes=10)
    case = str(replay({**food, "steps": [opening]}).case_id)
    head = house.hand("xuxiuying")
    head.open_case(case)
    assert "行政处罚法第二十四条" in head.page.locator("#now").inner_text()
    head.go(f"/cases/{case}/do/file/")
    asked = procedures()["penalty.general", "2021"]["file"].asks
    data = {**food["steps"][1]["data"], "appointed": ["hanyang"]}
    head.fill([one for one in asked if one.name in data], data, at="2026-06-03T10:00")
    head.submit()
    assert head.status == 409
    assert any("行政处罚法第二十四条第一款" in law for refusal in head.refusals() for law in refusal.laws)


def test_what_can_be_registered_is_listed_by_kind(house, hands):
    house.clock.set("2026-06-01T08:00")
    hand = hands["liwei"]
    hand.go("/cases/new/")
    text = hand.page.locator("main").inner_text()
    for kind in ("行政处罚", "行政强制措施", "行政强制执行", "行政检查", "行政许可", "行政征收征用", "复议、诉讼与赔偿"):
        assert kind in text
    assert hand.overflow() == []
    assert hand.violations() == []
    hands["zhaomin"].go("/cases/new/")
    assert "执法监督" in hands["zhaomin"].page.locator("main").inner_text()
    assert "行政许可" not in hands["zhaomin"].page.locator("main").inner_text()
