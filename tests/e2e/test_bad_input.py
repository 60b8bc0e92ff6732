"""Wrong input: a clear Chinese message at the field, focus there, status 4xx, nothing typed lost, no script run."""

import re
from typing import Any

import pytest

from fadu.cases.models import Attempt, Case
from fadu.cases.services.replay import replay
from fadu.law.registry import procedure_of
from tests.e2e.pages import Hand, case_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
FIELDS = procedure_of("penalty.general").opening.asks
SCRIPT = "<script>alert('法度')</script><img src=x onerror=alert(1)>"
TEN_MB = 10 * 1024 * 1024

# (what is wrong, field, what is typed there, what the message says)
WRONG = [
    ("校验位错误", "party_code", "91130999MA0FADU011", r"校验位|不符"),
    ("不可能的日期", "clue_received_on", "2026-02-30", r"“2026-02-30”不是有效日期"),
    ("不是日期", "violation_began_on", "上个月", r"“上个月”不是有效日期"),
    ("不可能的时间", "taken_at", "2026-13-01T25:00", r"“2026-13-01T25:00”不是有效时间"),
    ("晚于现在", "taken_at", "2027-01-01T09:00", r"不能晚于现在"),
    ("名称里的脚本", "party_name", SCRIPT, r"不能含有尖括号"),
    ("不是电话", "party_phone", "12345", r"11 位手机号"),
    ("没有这个事项", "item", "SC-CF-999", r"没有编码|只能选"),
    ("没有这个来源", "clue_source", "rumour", r"只能选"),
    ("没有填写", "cause", "", r"请填写案由"),
]


@pytest.fixture(scope="module")
def hand(house) -> Hand:
    house.clock.set("2026-06-01T09:10")
    return house.hand("liwei")


@pytest.fixture
def form(hand, food):
    """The registration, filled in rightly."""
    hand.go("/cases/new/general/")
    hand.fill(FIELDS, food["steps"][0]["data"], at="2026-06-01T09:10")
    return hand


def force(hand: Hand, name: str, value: str) -> None:
    """Post what the page itself would not let be typed: as another browser, an old one or a tool might."""
    hand.page.evaluate(
        """([name, value]) => {
            const boxes = [...document.querySelectorAll(`form.form [name="${name}"]`)], box = boxes.find(one => one.checked) || boxes[0];
            if (box.tagName === 'SELECT') box.append(new Option(value, value));
            if (/date/.test(box.type)) box.type = 'text';
            box.removeAttribute('maxlength');
            box.value = value;
        }""",
        [name, value],
    )


@pytest.mark.parametrize(("name", "value", "says"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_it_is_told_at_the_field_and_nothing_typed_is_lost(form, name, value, says):
    typed = form.typed(FIELDS)
    force(form, name, value)
    form.submit()
    assert form.status == 422
    assert list(form.errors()) == [name]
    assert re.search(says, form.errors()[name]), form.errors()
    field = form.page.locator(f".field:has(#id_{name})").first
    assert re.search(says, field.locator(".wrong").inner_text())
    assert form.page.evaluate(
        "name => document.activeElement.closest('.field')?.querySelector(`#id_${name}`) !== null && document.activeElement !== document.body", name
    )
    assert (
        form.page.evaluate("document.activeElement.getAttribute('aria-invalid') || document.activeElement.closest('[data-invalid]')?.dataset.invalid") == "true"
    )
    kept = form.typed(FIELDS)
    box = form.page.locator(f"form.form [name={name}]").first
    if box.get_attribute("type") not in {"radio", "checkbox"} and box.evaluate("e => e.tagName") != "SELECT":
        assert box.input_value() == value, "what was typed stands there to be mended"
    assert {key: text for key, text in kept.items() if key != name} == {key: text for key, text in typed.items() if key != name}
    assert form.dialogs == []


def test_ten_megabytes_are_told_and_kept(form):
    """Sent from the page's own session: the page itself lets nobody type more than the field holds."""
    typed = form.typed(FIELDS)
    assert form.page.locator("[name=summary]").get_attribute("maxlength") == "5000"
    answer = form.page.evaluate(
        """async size => {
            const data = new URLSearchParams(new FormData(document.querySelector('form.form')));
            data.set('summary', 'x'.repeat(size));
            const answer = await fetch(location.href, {method: 'POST', body: data});
            const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
            const box = page.querySelector('[name=summary]');
            const others = [...data].filter(([name, value]) => !['summary', 'csrfmiddlewaretoken'].includes(name) && value)
                .filter(([name, value]) => ![...page.querySelectorAll(`[name="${name}"]`)].some(one => one.value === value && (!/radio|checkbox/.test(one.type) || one.checked)));
            return {status: answer.status, said: page.querySelector('.form-errors li a').textContent, at: page.querySelector('.form-errors li a').hash,
                    invalid: box.getAttribute('aria-invalid'), kept: box.value.length, lost: others};
        }""",
        TEN_MB,
    )
    assert answer == {"status": 422, "said": f"基本案情最多 5000 字，现有 {TEN_MB} 字", "at": "#id_summary", "invalid": "true", "kept": TEN_MB, "lost": []}
    assert form.typed(FIELDS) == typed


def test_a_field_that_nobody_asked_is_told(form):
    typed = form.typed(FIELDS)
    form.page.evaluate(
        """() => { const box = document.createElement('input'); box.type = 'hidden'; box.name = 'is_decided'; box.value = '1'; document.querySelector('form.form').append(box); }"""
    )
    form.submit()
    assert form.status == 422
    assert "is_decided：没有这个字段" in form.page.locator(".form-errors").inner_text()
    assert form.typed(FIELDS) == typed


def test_wrong_cells_are_told_in_their_row(hand, house, food):
    fields = procedure_of("penalty.general")["conclude"].asks
    table = next(field for field in fields if field.name == "evidence_items")
    house.clock.set("2026-06-16T15:00", minutes=5)
    case = _investigating(food)
    hand.go(f"/cases/{case}/do/conclude/")
    hand.fill(
        [table],
        {
            "evidence_items": [
                {"name": "现场笔录", "kind": "record", "proves": SCRIPT, "verified": True},
                {"name": "进货单据", "kind": "documentary", "proves": "货值", "verified": True},
            ]
        },
    )
    hand.submit()
    assert hand.status == 422
    told = hand.errors()
    assert re.search(r"第 1 行：证明的事实不能含有尖括号", told["evidence_items-0-proves"]), told
    cell = hand.page.locator("#id_evidence_items-0-proves")
    assert cell.input_value() == SCRIPT
    assert "尖括号" in hand.page.locator("td:has(#id_evidence_items-0-proves) .wrong").inner_text()
    assert hand.page.locator("#id_evidence_items-1-name").input_value() == "进货单据"
    assert hand.dialogs == []


def test_a_script_in_prose_is_only_text(form, house):
    """Prose may hold any sign: it is shown, never run."""
    form.fill([field for field in FIELDS if field.name == "summary"], {"summary": SCRIPT})
    form.submit()
    assert not form.errors()
    case = case_of(form.page.url)
    assert SCRIPT in form.page.locator("ol.record").inner_text()
    house.work()
    form.go(f"/cases/{case}/record/1/")
    assert SCRIPT in form.page.locator("main").inner_text()
    for title, address in [*_papers(form, case)]:
        answer = form.context.request.get(f"{form.url}{address}")
        assert answer.ok, title
    assert form.dialogs == []


def test_nothing_wrong_reached_the_record(hand):
    assert Attempt.objects.count() == 0, "what is misspelt is no attempt at anything unlawful"
    assert Case.objects.filter(title__contains="<").count() == 0
    assert {text for text in hand.said if "422" not in text} == set()


def _papers(form: Hand, case: str) -> list[tuple[str, str]]:
    form.open_case(case)
    return form.papers()


def _investigating(food: dict[str, Any]) -> str:
    return str(replay({**food, "steps": food["steps"][:8]}).case_id)
