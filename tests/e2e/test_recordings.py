"""In a real browser: a recording is uploaded, played after a reason, sought by a marker; the reading stands there with its reason."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from fadu.agencies.equipment.models import Thing
from fadu.cases.services.replay import replay
from fadu.evidence.models import Reading
from fadu.evidence.recordings import services
from fadu.evidence.recordings.media import working
from fadu.evidence.recordings.models import Job, Recording
from tests.agencies.equipment.made import issued, thing
from tests.evidence.recordings.made import Films, recorded, story

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture(scope="module")
def films(tmp_path_factory: pytest.TempPathFactory) -> Films:
    """Small films, made once."""
    return Films(tmp_path_factory.mktemp("films"))


def worked() -> None:
    Job.objects.update(next_try=timezone.now() - timedelta(minutes=1))
    while working.work_once():
        pass


@pytest.fixture
def seized(house: Any) -> str:
    house.clock.set("2026-11-02T11:00")
    return str(replay(story(upto="seize")).case_id)


@pytest.fixture
def device(house: Any) -> Thing:
    item = thing(house.bureau)
    issued(item, house.bureau.named["liwei"])
    return item


def test_from_upload_to_the_reading_of_the_supervisor(house: Any, seized: str, device: Thing, films: Films):
    liwei = house.hand("liwei")
    page = liwei.page
    page.goto(f"{house.url}/recordings/add/?case={seized}")
    page.set_input_files("#upload", str(films.video))
    page.wait_for_selector("input[type=hidden][name=originals]", state="attached")
    page.select_option("[name=scene]", "seize")
    choose(page, "device", str(device.pk))
    page.fill("[name=place]", "示范县清河食品店冷库")
    page.fill("[name=began_at]", "2026-11-02T09:30")
    page.fill("[name=ended_at]", "2026-11-02T10:40")
    choose(page, "case", seized)
    page.fill("[name=seqs]", "3")
    page.click("main form button:has-text('存入')")
    page.wait_for_selector("h1:has-text('查封、扣押')")
    row = Recording.objects.get()
    assert str(row.case_id) == seized
    assert "正在后台制作" in page.inner_text("#player")
    worked()
    services.mark(house.bureau.who("liwei"), row.pk, {"second": "3", "what": "当事人签名", "seq": "3"})

    zhaomin = house.hand("zhaomin")
    page = zhaomin.page
    page.goto(f"{house.url}/recordings/{row.pk}/")
    page.click("text=登记调阅并播放")
    page.wait_for_selector("#reason-error")
    assert not Reading.objects.exists()
    page.fill("#reason", "核查投诉")
    page.click("text=登记调阅并播放")
    until(page, "document.querySelector('video')?.readyState >= 2")
    video = "document.querySelector('video')"
    assert page.evaluate(f"{video}.duration") == pytest.approx(4, abs=0.3)
    page.evaluate(f"{video}.muted = true; void {video}.play()")
    until(page, f"{video}.currentTime > 0.2")
    page.evaluate(f"{video}.pause()")
    page.click("#markers a[data-second='3']")
    until(page, f"Math.abs({video}.currentTime - 3) < 0.05")
    reading = Reading.objects.get()
    assert (reading.by_name, reading.reason, str(reading.case_id)) == ("赵敏", "核查投诉", seized)
    assert "核查投诉" in page.inner_text("#readings")
    assert [told for told in zhaomin.said if "422" not in told] == []  # the missing reason was told
    assert liwei.said == []
    page.goto(f"{house.url}/cases/{seized}/")
    assert "2026-11-02 09:30–10:40" in page.inner_text("#recordings")


@pytest.mark.parametrize("width", [1440, 390])
def test_the_pages_fit_and_are_accessible(house: Any, device: Thing, films: Films, width: int):
    house.clock.set("2026-11-02T18:00")
    row = recorded(house.bureau.who("liwei"), device, file=films.video)
    worked()
    hand = house.hand("liwei", width)
    _, reading = services.read(house.bureau.who("liwei"), row.pk, "play")
    for address in ("/recordings/", "/recordings/add/", f"/recordings/{row.pk}/", f"/recordings/{row.pk}/?reading={reading.pk}"):
        hand.page.goto(f"{house.url}{address}")
        assert hand.overflow() == [], address
        assert hand.violations() == [], address
    assert hand.said == []


def choose(page: Any, name: str, value: str) -> None:
    """A drop-down, or radio buttons where there are few choices."""
    if page.locator(f"select[name={name}]").count():
        page.select_option(f"[name={name}]", value)
    else:
        page.check(f"input[name={name}][value='{value}']")


def until(page: Any, looks: str) -> None:
    """Wait by looking: the page's policy lets nothing be evaluated within it."""
    for _ in range(150):
        if page.evaluate(looks):
            return
        page.wait_for_timeout(100)
    raise AssertionError(looks)
