"""Who asks in the tests of the catalogue, and small statute texts that need no corpus."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from django.test import Client

from fadu.accounts import middleware
from fadu.accounts.actors import PUBLIC, SYSTEM, Actor, Role
from fadu.catalog.selectors import keeping as kept
from fadu.catalog.services import import_statutes

ADMIN = Actor(1, "管理员甲", Role.ADMIN, organ_id=1, organ_ids=frozenset({1}), organ_name="示范县司法局")
OFFICER = Actor(2, "执法员甲", Role.OFFICER, organ_id=1, organ_ids=frozenset({1}), officer_id=1, organ_name="示范县市场监督管理局")
STAFF = {
    Role.OFFICER: OFFICER,
    Role.REVIEWER: Actor(3, "审核员甲", Role.REVIEWER, organ_id=1, organ_ids=frozenset({1})),
    Role.HEAD: Actor(4, "负责人甲", Role.HEAD, organ_id=1, organ_ids=frozenset({1})),
    Role.SUPERVISOR: Actor(5, "监督员甲", Role.SUPERVISOR, organ_id=1, organ_ids=frozenset({1})),
    Role.ADMIN: ADMIN,
    Role.PUBLIC: PUBLIC,
}

PENALTY_TEXT = """# 中华人民共和国行政处罚法

2021年1月22日 修订

<!-- INFO END -->

## 第一章 总则

第一条 为了规范行政处罚的设定和实施，制定本法。

第二条 行政处罚的种类：

（一）警告；

（二）罚款。

法律另有规定的，从其规定。

## 第二章 附则

第三条 本法自2021年7月15日起施行。
"""
FOOD_TEXT = "# 中华人民共和国食品安全法\n\n<!-- INFO END -->\n\n第一条 超过保质期的食品{}，不得经营。\n"


@pytest.fixture
def clients(monkeypatch: pytest.MonkeyPatch, db: None) -> Mapping[Role, Client]:
    """A client of each role; the role is told in a header instead of by signing in."""
    found = middleware.find_actor

    def actor(request):
        role = request.headers.get("X-Role")
        return STAFF[Role[role]] if role else found(request)

    monkeypatch.setattr(middleware, "find_actor", actor)
    return {role: Client(headers={} if role is Role.PUBLIC else {"X-Role": role.name}) for role in STAFF}


@pytest.fixture(autouse=True)
def fresh_calendar() -> Iterator[None]:
    """What one test loads is not counted by in the next."""
    kept.forget()
    yield
    kept.forget()


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Three small texts under names of the corpus."""
    folder = tmp_path / "laws"
    folder.mkdir()
    (folder / "行政处罚法(2021-01-22).md").write_text(PENALTY_TEXT, "utf-8")
    (folder / "食品安全法(2021-04-29).md").write_text(FOOD_TEXT.format("、食品添加剂"), "utf-8")
    (folder / "食品安全法(2025-09-12).md").write_text(FOOD_TEXT.format(""), "utf-8")
    return folder


@pytest.fixture
def imported(corpus: Path, db: None) -> Path:
    """Those texts, imported."""
    import_statutes(SYSTEM, corpus)
    return corpus
