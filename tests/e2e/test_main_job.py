"""The main job: one food-safety case from clue to archive, by its four people, in a real browser.

The stage, the next step and every date below are reckoned by hand from the statutes and the calendar of 2026 (端午节:
Fri 19 to Sun 21 June are off; no Saturday is worked between June and August).
"""

import io
import os
import subprocess
import sys
from typing import Any, NamedTuple

import pytest
from pypdf import PdfReader

from fadu.cases.models import Attempt, Case, Leaf, Step
from fadu.cases.services.log import vkey
from fadu.law.registry import procedure_of
from tests.e2e.pages import case_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
COURSE = procedure_of("penalty.general")
OFFICER, REVIEWER, HEAD = "liwei", "chenjing", "zhaoqiang"


class After(NamedTuple):
    """How the case must stand after a step.

    Attributes:
        stage: where the flowchart stands.
        step: the button that carries the case on.
        who: at whose page it stands.
        due: clocks that begin or change with this step: name → last day, "" where it stands still, None where it is gone.
    """

    stage: str
    step: str
    who: str
    due: dict[str, str | None] = {}  # noqa: RUF012 - never changed


EXPECTED = {
    # 市监程序规定第十八条: 15 working days from Mon 1 June. 2 3 4 5 · 8 9 10 11 12 · 15 16 17 18 (Fri 19 off) · 22 Tue 23.
    "register": After("案源", "立案", HEAD, {"线索核查": "2026-06-23"}),
    # 行政处罚法第六十条: 90 days from Wed 3 June. June has 27 more, July 31 (58), August 31 (89), so Tue 1 September.
    "file": After("调查取证", "现场检查", OFFICER, {"办案期限": "2026-09-01"}),
    "inspect": After("调查取证", "询问", OFFICER),
    # 第五十六条: 7 working days from Thu 4 June. Fri 5 · 8 9 10 11 12 · Mon 15.
    "preserve": After("调查取证", "处理登记保存物品", OFFICER, {"先行登记保存": "2026-06-15"}),
    "question": After("调查取证", "处理登记保存物品", OFFICER),
    "collect": After("调查取证", "处理登记保存物品", OFFICER),
    "dispose_preserved": After("调查取证", "调查终结", OFFICER),
    "order_correction": After("调查取证", "调查终结", OFFICER),
    # 市监程序规定第五十五条: 10 working days from Tue 16 June. 17 18 (Fri 19 off) · 22 23 24 25 26 · 29 30 · Wed 1 July.
    "conclude": After("审查", "案件审核", REVIEWER, {"审核": "2026-07-01"}),
    "review_case": After("审查", "批准处罚建议", HEAD),
    "approve_proposal": After("审查", "送达行政处罚告知书", OFFICER),
    # 行政处罚法第六十四条第一项: 5 working days from Tue 23 June. 24 25 26 · 29 Tue 30.
    "notify": After("事先告知", "法制审核", REVIEWER, {"要求听证": "2026-06-30"}),
    # 市监程序规定第六十四条第二款: the time of the hearing is not counted; the clock stands still.
    "request_hearing": After("听证", "送达听证通知", OFFICER, {"办案期限": "", "确定听证主持人": "2026-06-30"}),
    # 市监听证办法第十八条: 3 working days from Thu 25 June: 26 · 29 Tue 30. The notice names who chairs, and nothing is left to be named.
    # 第六十四条第三项: told seven working days before. 29 30 · 1 2 3 · 6 Tue 7, so from Wed 8 July, and nothing to press till then.
    "notify_hearing": After("听证", "", OFFICER, {"确定听证主持人": None}),
    # 市监听证办法第二十九条: 5 working days from Wed 8 July. 9 10 · 13 14 Wed 15.
    "hold_hearing": After("听证", "提交听证报告", OFFICER, {"听证报告": "2026-07-15"}),
    # From the request on 25 June to the report on 10 July 15 days pass: 1 September becomes Wed 16 September.
    "report_hearing": After("听证", "法制审核", REVIEWER, {"办案期限": "2026-09-16"}),
    "review": After("法制审核", "集体讨论", HEAD),
    "discuss": After("集体讨论", "作出行政处罚决定", HEAD),
    # 行政处罚法第六十一条: 7 working days from Fri 17 July. 20 21 22 23 24 · 27 Tue 28. The county publishes in as many.
    "decide": After("决定", "送达决定书", OFFICER, {"送达决定书": "2026-07-28", "公开处罚决定": "2026-07-28"}),
    # 第六十七条第三款: 15 days from Mon 20 July. July has 11 more, so Tue 4 August.
    "serve": After("送达", "登记缴款", OFFICER, {"缴纳罚款": "2026-08-04"}),
    "publish": After("送达", "登记缴款", OFFICER),
    # 市监程序规定第七十七条: 15 working days from Fri 31 July. 3 to 7 · 10 to 14 · 17 to Fri 21 August.
    "pay": After("执行", "结案", HEAD, {"结案审批": "2026-08-21"}),
    # The county's number: 30 days from Mon 3 August, Wed 2 September.
    "close": After("结案", "归档", OFFICER, {"归档": "2026-09-02"}),
    "archive": After("全部完成", "", OFFICER),
}

LEFT = {
    # What is left, ten minutes after the step, in the words of the page.
    ("register", "线索核查"): "还剩 15 个工作日",
    ("file", "线索核查"): "6月3日 完成",
    ("file", "办案期限"): "还剩 90 天",
    ("conclude", "办案期限"): "还剩 77 天",  # Tue 16 June to 1 September: 14 + 31 + 31 + 1
    ("dispose_preserved", "先行登记保存"): "6月10日 完成",
    ("notify", "要求听证"): "还剩 5 个工作日",
    ("request_hearing", "要求听证"): "6月25日 完成",
    ("hold_hearing", "办案期限"): "停止计算",
    ("decide", "办案期限"): "7月17日 完成",
    ("decide", "送达决定书"): "还剩 7 个工作日",
    ("serve", "缴纳罚款"): "还剩 15 天",
    ("pay", "缴纳罚款"): "7月31日 完成",
    ("archive", "结案审批"): "8月3日 完成",
}

REGISTERED = "登记线索"


@pytest.fixture(scope="module")
def hands(house):
    house.clock.set("2026-06-01T09:00")
    return {name: house.hand(name) for name in (OFFICER, "wangfang", REVIEWER, HEAD)}


@pytest.fixture(scope="module")
def archived(house, hands, food) -> dict[str, Any]:
    """The case taken through all its steps; what was seen on the way."""
    case, due, seen = "", {}, {}
    for step in food["steps"]:
        name, hand, at = step["step"], hands[step["by"]], step["at"]
        house.clock.set(at, minutes=10)
        fields = COURSE[name].asks
        if case:
            hand.open_case(case)
            hand.open_step(name)
        else:
            hand.go("/").get_by_role("link", name=REGISTERED).click()
            hand.page.wait_for_url("**/cases/new/general/")
        hand.fill(fields, step["data"], at=at)
        hand.submit()
        assert not hand.refusals(), (name, hand.refusals())
        assert not hand.errors(), (name, hand.errors())
        assert f"已办理：{COURSE[name].label}" in hand.page.locator(".messages").inner_text()
        case = case_of(hand.page.url)
        house.work()
        due = {clock: day for clock, day in (due | EXPECTED[name].due).items() if day is not None}
        looker = hands[EXPECTED[name].who]
        if looker is not hand:
            looker.open_case(case)
        clocks = looker.clocks()
        seen[name] = {
            "stage": looker.stage(),
            "next": looker.next_step(),
            "due": {clock: day for clock, (day, _) in clocks.items()},
            "clocks": clocks,
            "expected": dict(due),
            "not_yet": looker.not_yet(),
        }
    return {"case": case, "seen": seen}


def test_every_step_leads_where_the_procedure_says(archived):
    assert {name: (seen["stage"], seen["next"]) for name, seen in archived["seen"].items()} == {
        name: (after.stage, after.step) for name, after in EXPECTED.items()
    }


def test_what_must_wait_is_not_offered(archived):
    assert "举行听证" in archived["seen"]["notify_hearing"]["not_yet"], "not before Wed 8 July"
    assert archived["seen"]["register"]["not_yet"] == {}, "the head may file"
    # A reviewer is not told what only a head may do.
    assert "作出行政处罚决定" not in archived["seen"]["notify"]["not_yet"]


def test_every_clock_shows_the_day_that_the_statute_gives(archived):
    for name, seen in archived["seen"].items():
        running = {clock: day for clock, day in seen["due"].items() if "完成" not in seen["clocks"][clock][1] or day}
        assert running == {clock: day for clock, day in seen["expected"].items() if clock in running}, name
        assert running.keys() | {clock for clock in seen["due"] if not seen["due"][clock]} == seen["expected"].keys(), name


def test_clocks_say_what_is_left(archived):
    assert {key: archived["seen"][key[0]]["clocks"][key[1]][1] for key in LEFT} == LEFT


def test_all_of_it_is_on_record_and_nothing_was_refused(archived, food, hands):
    case = archived["case"]
    assert Case.objects.get(pk=case).stage == "archived"
    assert list(Step.objects.filter(case_id=case).order_by("seq").values_list("name", flat=True)) == [step["step"] for step in food["steps"]]
    assert not Attempt.objects.filter(case_id=case).exists()
    hand = hands[OFFICER]
    hand.open_case(case)
    assert hand.record() == [(COURSE[step["step"]].label, "done") for step in reversed(food["steps"])]
    times = hand.page.locator("ol.record time").all()
    assert [time.get_attribute("datetime")[:16] for time in times] == [step["at"] for step in reversed(food["steps"])]


def test_every_document_opens_as_a_pdf(archived, hands):
    hand = hands["wangfang"]  # the second officer sees what the first one made
    hand.open_case(archived["case"])
    papers = hand.papers()
    assert len(papers) == 30
    for title, address in papers:
        answer = hand.context.request.get(f"{hand.url}{address}")
        assert answer.status == 200, title
        assert answer.headers["content-type"] == "application/pdf", title
        assert answer.body().startswith(b"%PDF"), title
        text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.body())).pages)
        assert "".join(title.split()) in "".join(text.split()), (title, text[:200])


def test_the_record_page_proves_each_step_before_your_eyes(archived, hands, food):
    hand = hands[OFFICER]
    for seq in (1, 4, 19, len(food["steps"])):
        hand.go(f"/cases/{archived['case']}/record/{seq}/")
        assert hand.page.locator("h1").inner_text() == f"第 {seq} 步 {COURSE[food['steps'][seq - 1]['step']].label}"
        assert "已验证，内容未被改动" in hand.page.locator(".seal").inner_text()
        with hand.page.expect_download() as download:
            hand.page.get_by_role("link", name="下载凭证").click()
        assert download.value.suggested_filename == f"receipt-{seq}.json"


def test_the_exported_case_is_proven_offline(archived, hands, tmp_path):
    hand = hands[OFFICER]
    hand.open_case(archived["case"])
    with hand.page.expect_download() as download:
        hand.page.get_by_role("button", name="导出案卷").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    empty = tmp_path / "nothing"
    empty.mkdir()
    alone = {"PATH": os.environ["PATH"], "FADU_DATA": str(empty), "LANG": "C.UTF-8"}
    command = [str(sys.prefix) + "/bin/fadu", "verify", str(file), "--key", vkey()]
    done = subprocess.run(command, env=alone, cwd=empty, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not list(empty.glob("*.sqlite3*")), "verifying needs no database"
    damaged = tmp_path / "damaged.zip"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    assert subprocess.run([*command[:2], str(damaged), *command[3:]], env=alone, cwd=empty, capture_output=True, timeout=60, check=False).returncode != 0
    assert Leaf.objects.filter(case_id=archived["case"], index__isnull=True).count() == 0


def test_the_browser_had_nothing_to_complain_of(archived, hands):
    assert {name: hand.said for name, hand in hands.items() if hand.said} == {}
    assert {name: [answer for answer in hand.answers if answer[0] >= 400] for name, hand in hands.items()} == {name: [] for name in hands}
