"""The pages as a person uses them: sign in, open a case, fill in any form of the law, read what the platform answers."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from playwright.sync_api import Browser, Dialog, Locator, Page, Response

from fadu.law.forms import Field, Kind
from tests.agencies.world import PASSWORD

AXE = Path(settings.PROJECT) / "node_modules/axe-core/axe.min.js"
WIDE, NARROW = 1440, 390


@dataclass(frozen=True)
class Refusal:
    """One objection as the page words it."""

    says: str
    laws: tuple[str, ...]
    fact: str
    fix: str
    earliest: str


class Hand:
    """One person at one browser: their own cookies, their own window.

    Attributes:
        said: what the browser complained of, console errors and breaches of the content policy alike.
        answers: the status of each page that was asked for.
    """

    def __init__(self, browser: Browser, url: str, people: Mapping[str, int], width: int = WIDE) -> None:
        self.url, self.people = url, people
        self.context = browser.new_context(viewport={"width": width, "height": 900}, locale="zh-CN", timezone_id="Asia/Shanghai", has_touch=width < 600)
        self.context.set_default_timeout(15_000)
        self.page: Page = self.context.new_page()
        self.said: list[str] = []
        self.answers: list[tuple[int, str]] = []
        self.dialogs: list[str] = []
        self.taps = 0
        self.page.on("console", lambda message: self.said.append(message.text) if message.type in {"error", "warning"} else None)
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("response", self._answered)
        self.page.on("dialog", self._asked)

    def _answered(self, response: Response) -> None:
        if response.request.resource_type == "document":
            self.answers.append((response.status, response.url))

    def _asked(self, dialog: Dialog) -> None:
        if dialog.type == "beforeunload":  # something typed is not sent yet: leave it
            dialog.accept()
            return
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    @property
    def status(self) -> int:
        """The status of the page that is shown."""
        return self.answers[-1][0]

    def close(self) -> None:
        self.context.close()

    def go(self, path: str) -> Page:
        self.page.goto(path if path.startswith("http") else f"{self.url}{path}", wait_until="domcontentloaded")
        return self.page

    def tap(self, target: Locator) -> None:
        """Press something, and count it."""
        self.taps += 1
        target.click()

    # --- signing in ---

    def sign_in(self, username: str) -> "Hand":
        self.go("/login/")
        self.page.fill("[name=username]", username)
        self.page.fill("[name=password]", PASSWORD)
        self.page.get_by_role("button", name="登录", exact=True).click()
        self.page.wait_for_url(lambda url: "/login/" not in url)
        return self

    # --- a case ---

    def open_case(self, case: str) -> Page:
        return self.go(case if case.startswith("/") else f"/cases/{case}/")

    def stage(self) -> str:
        """Where the flowchart says the case stands."""
        now = self.page.locator(".course li[aria-current=step] .course-name")
        return now.inner_text() if now.count() else self.page.locator(".course-at b").inner_text()

    def next_step(self) -> str:
        """The button that carries the case on; "" where it waits for somebody else."""
        button = self.page.locator(".page-head .actions a.btn-primary")
        return button.inner_text() if button.count() else ""

    def waits_for(self) -> dict[str, str]:
        """Steps that others must take, and who."""
        rows = self.page.locator("#now li.not:has(.todo-side .tag)")
        return {_step_title(row): row.locator(".todo-side").inner_text().strip() for row in rows.all()}

    def not_yet(self) -> dict[str, str]:
        """Steps that may not be taken yet, and from when."""
        return {_step_title(row): row.locator(".todo-side").inner_text().strip() for row in self.page.locator("#now li.not").all()}

    def offered(self) -> list[str]:
        """Steps that may be taken now."""
        return [_step_title(row) for row in self.page.locator("#now li.may").all()]

    def clocks(self) -> dict[str, tuple[str, str]]:
        """Name of a clock → (last day, what is left in words)."""
        read = {}
        for clock in self.page.locator("#clocks .clock").all():
            due = clock.locator("p b.num")
            read[clock.locator(".clock-label").inner_text()] = (due.inner_text().split()[0] if due.count() else "", clock.locator(".left").inner_text().strip())
        return read

    def record(self) -> list[tuple[str, str]]:
        """The record as the page tells it, newest first: (title, state)."""
        return [(row.locator(".entry-title").inner_text(), (row.get_attribute("class") or "").split()[0]) for row in self.page.locator("ol.record > li").all()]

    def papers(self) -> list[tuple[str, str]]:
        """(title, address) of each document that the case lists."""
        return [(link.inner_text(), link.get_attribute("href") or "") for link in self.page.locator("ul.papers a[href^='/documents/']").all()]

    # --- a step ---

    def open_step(self, name: str) -> Page:
        """Open a step from the case page, as it is offered there; unfold what is folded away."""
        link = self.page.locator(f"#now a[href$='/do/{name}/']")
        assert link.count(), f"{name} is not offered: {self.page.locator('#now').inner_text()}"
        folded = self.page.locator(f"details.more-steps:not([open]):has(a[href$='/do/{name}/']) summary")
        if folded.count():
            self.tap(folded.first)
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.tap(link.first)
        return self.page

    def fill(self, fields: Iterable[Field], data: Mapping[str, Any], *, at: str = "") -> None:
        """Fill in a form; a field that `data` does not name stays as the page offers it."""
        if at:
            self.page.fill("form.form [name=taken_at]", at)
        for field in fields:
            if field.name in data:
                self._put(field, data[field.name])

    def submit(self) -> None:
        with self.page.expect_navigation(wait_until="domcontentloaded"):
            self.tap(self.page.locator("form.form .form-do button[type=submit]"))

    def take(self, name: str, fields: Sequence[Field], data: Mapping[str, Any], at: str) -> None:
        """Open a step, fill it in, submit it."""
        self.open_step(name)
        self.fill(fields, data, at=at)
        self.submit()

    def refusals(self) -> list[Refusal]:
        """What the law has against the step, as the page says it."""
        read = []
        for item in self.page.locator("section.refusal li.finding").all():
            told = dict(zip(item.locator("dt").all_inner_texts(), item.locator("dd").all_inner_texts(), strict=True))
            laws = tuple(text.strip() for text in item.locator(".law").all_inner_texts())
            read.append(Refusal(item.locator(".finding-says b").inner_text(), laws, told.get("事实", ""), told.get("下一步", ""), told.get("最早", "")))
        return read

    def errors(self) -> dict[str, str]:
        """Field id → message, from the summary of the form."""
        return {(link.get_attribute("href") or "").removeprefix("#id_"): link.inner_text() for link in self.page.locator(".form-errors li a").all()}

    def typed(self, fields: Iterable[Field]) -> dict[str, Any]:
        """What stands in the form now."""
        return {field.name: self._read(field) for field in fields}

    # --- one field ---

    def _put(self, field: Field, value: Any) -> None:
        box = self.page.locator(f"form.form #id_{field.name}").first
        folded = self.page.locator(f"details.rare:not([open]):has(#id_{field.name}) > summary")
        if folded.count():
            self.tap(folded.first)
        if field.kind is Kind.TABLE:
            self._rows(field, box, value)
        else:
            _PUT.get(field.kind, _type)(self, self.page.locator("form.form"), field, field.name, value)

    def _rows(self, field: Field, box: Locator, rows: Sequence[Mapping[str, Any]]) -> None:
        lines = box.locator("tbody > tr")
        while lines.count() < max(len(rows), 1):
            self.tap(box.locator("[data-row-add]"))
        while lines.count() > max(len(rows), 1):
            self.tap(lines.last.locator("[data-row-del]"))
        for place, row in enumerate(rows):
            line = lines.nth(place)
            for column in field.columns:
                if column.name not in row:
                    continue
                name = line.locator(f"[name$='.{column.name}']").first.get_attribute("name") or ""
                _PUT.get(column.kind, _type)(self, line, column, name, row[column.name])

    def _read(self, field: Field) -> Any:
        if field.kind is Kind.TABLE:
            box = self.page.locator(f"#id_{field.name}")
            return [_row(line) for line in box.locator("tbody > tr").all()]
        boxes = self.page.locator(f"form.form [name='{field.name}']")
        if not boxes.count():
            return None
        if boxes.first.get_attribute("type") in {"radio", "checkbox"}:
            return [box.get_attribute("value") for box in boxes.all() if box.is_checked()]
        return boxes.first.input_value()

    # --- the look of it ---

    def violations(self) -> list[tuple[str, str, list[Any]]]:
        """What axe-core finds: (rule, impact, where)."""
        self.page.evaluate(AXE.read_text())  # puppeted evaluation is not subject to the page's policy
        result = self.page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})")
        return [(rule["id"], rule["impact"], [node["target"] for node in rule["nodes"]][:3]) for rule in result["violations"]]

    def overflow(self) -> list[str]:
        """What sticks out of the page sideways; nothing where it does not scroll."""
        if self.page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            return []
        return self.page.evaluate(
            "[...document.querySelectorAll('main *, header *')].filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
            ".slice(0, 5).map(e => e.tagName + '.' + e.className + ' ' + e.textContent.trim().slice(0, 30))"
        ) or ["?"]


def _step_title(row: Locator) -> str:
    return row.locator(".todo-what b").first.inner_text().replace("此刻不能办理：", "").strip()


def _row(line: Locator) -> dict[str, Any]:
    read: dict[str, Any] = {}
    for box in line.locator("[name]").all():
        name = (box.get_attribute("name") or "").split(".")[-1]
        if box.get_attribute("type") in {"radio", "checkbox"}:
            read.setdefault(name, [])
            if box.is_checked():
                read[name].append(box.get_attribute("value"))
        else:
            read[name] = box.input_value()
    return read


def _type(hand: Hand, root: Locator, field: Field, name: str, value: Any) -> None:
    if field.kind is Kind.MONEY and isinstance(value, int):
        value = f"{value / 100:.2f}"
    box = root.locator(f"[name='{name}']").first
    if box.input_value() != str(value):
        hand.taps += 1
        if box.evaluate("e => e.tagName") == "SELECT":
            box.select_option(str(value))
        else:
            box.fill(str(value))


def _tick(hand: Hand, root: Locator, _field: Field, name: str, value: Any) -> None:
    """Radio buttons and check boxes; a drop-down where the page has one."""
    boxes = root.locator(f"[name='{name}']")
    if boxes.first.evaluate("e => e.tagName") == "SELECT":
        hand.taps += 1
        boxes.first.select_option(str(value))
        return
    wanted = {("1" if item else "0") if isinstance(item, bool) else str(item) for item in (value if isinstance(value, list) else [value])}
    for box in boxes.all():
        chosen = box.get_attribute("value") in wanted
        if chosen != box.is_checked():
            hand.taps += 1
            box.check() if chosen else box.uncheck() if box.get_attribute("type") == "checkbox" else None


def _people(hand: Hand, root: Locator, field: Field, name: str, value: Any) -> None:
    _tick(hand, root, field, name, [str(hand.people.get(person, person)) for person in value])


_PUT: dict[Kind, Callable[[Hand, Locator, Field, str, Any], None]] = {
    Kind.BOOL: _tick,
    Kind.CHOICE: _tick,
    Kind.CHOICES: _tick,
    Kind.OFFICERS: _people,
}


def case_of(url: str) -> str:
    """The id of the case that an address names."""
    found = re.search(r"/cases/([0-9a-f-]{36})/", url)
    assert found, url
    return found[1]
