"""Why a rule says what it says of a case: the same lines on the page, from the API and on the command line; for whom the case is."""

import html
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies.kinds import Field
from fadu.cases.bench import bench
from fadu.cases.errors import NotFound
from fadu.cases.models import Case
from fadu.cases.selectors import case_called, explanation, page
from fadu.cases.services.record import state_of
from fadu.catalog.selectors import texts
from fadu.catalog.services import import_statutes
from fadu.law.calendar import number
from fadu.law.explain import Explanation
from fadu.law.reading.words import FIELDS
from fadu.law.registry import rules_of
from fadu.law.statutes import FOOD_SAFETY, FOOD_SAFETY_2021, PENALTY
from tests.cases.telling import Telling
from tests.cases.test_door_input import client_of
from tests.cases.world import Bureau
from tests.catalog.conftest import FOOD_TEXT, PENALTY_TEXT

TEXT = PENALTY_TEXT.replace("第三条 本法", "第六十条 行政机关应当自立案之日起九十日内作出决定。\n\n第六十一条 本法")
ASKED = ("CF-060", "CF-061-1", "CF-062", "CF-034", "CF-076-1-2-range", "SC-057-2", "CF-036-1a", "CF-064-3", "CF-054-1", "CF-036-2")


@pytest.fixture
def case(bureau: Bureau) -> Telling:
    """The food case, decided and not yet served."""
    return Telling(bureau).until("decide")


@pytest.fixture
def statutes(db: None, tmp_path: Path) -> None:
    folder = tmp_path / "laws"
    folder.mkdir()
    (folder / "行政处罚法(2021-01-22).md").write_text(TEXT, "utf-8")
    (folder / "食品安全法(2021-04-29).md").write_text(FOOD_TEXT.format("、食品添加剂"), "utf-8")
    import_statutes(SYSTEM, folder)


def bare(markup: str) -> str:
    """The words of a page, without tags and white space."""
    return re.sub(r"\s+", "", html.unescape(re.sub(r"<[^>]+>", "", markup)))


def shown(client: Any, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return str(answer.content.decode())


@pytest.mark.parametrize("rule", ASKED)
def test_page_api_and_command_say_the_same(bureau: Bureau, case: Telling, statutes: None, rule: str) -> None:
    client = client_of(bureau, "liwei")
    sent = client.get(f"/api/cases/{case.id}/rules/{rule}")
    assert sent.status_code == 200
    lines = sent.json()["lines"]
    assert lines == list(explanation(bureau.who("liwei"), case.case, rule).lines())
    assert len(lines) > 4
    said = StringIO()
    call_command("law", "explain", str(case.id), rule, stdout=said)
    assert said.getvalue().rstrip("\n") == "\n".join(lines)
    words = bare(shown(client, f"/cases/{case.id}/checks/{rule}/"))
    place = 0
    for line in lines:  # in the same order too
        place = words.find(bare(line), place)
        assert place >= 0, line


@pytest.mark.long
def test_every_rule_of_the_grain_has_its_page(bureau: Bureau, case: Telling) -> None:
    actor, state = bureau.who("liwei"), state_of(case.case)
    verdicts = {rule.id: explanation(actor, case.case, rule.id).verdict for rule in rules_of(state.course.grain)}
    counts, judged = page.checks(state).counts, _judged(case)
    executable = {name: verdict for name, verdict in verdicts.items() if name in judged}
    assert sum(verdict.name == "PASSES" for verdict in executable.values()) == counts["passed"]
    assert sum(verdict.name == "FAILS" for verdict in executable.values()) == counts["blocked"] + counts["mendable"]
    assert sum(verdict.name == "DOES_NOT_APPLY" for verdict in executable.values()) == counts["na"]


def _judged(case: Telling) -> set[str]:
    return set(bench("case").verdicts(case.facts, number(timezone.localdate())))


def test_each_line_of_the_checks_leads_there(bureau: Bureau, case: Telling) -> None:
    client = client_of(bureau, "liwei")
    listed = shown(client, f"/cases/{case.id}/checks/")
    links = set(re.findall(rf'href="(/cases/{case.id}/checks/[^"?]+/)"', listed))
    assert len(links) == len(_judged(case)) > 100
    for link in sorted(links)[::20]:
        shown(client, link)


def test_the_case_leads_to_its_procedure(bureau: Bureau, case: Telling) -> None:
    client = client_of(bureau, "liwei")
    told = shown(client, f"/cases/{case.id}/")
    assert 'href="/law/procedures/penalty.general/2021/"' in told
    shown(client, "/law/procedures/penalty.general/2021/")


def test_articles_stand_on_the_page_with_their_links(bureau: Bureau, case: Telling, statutes: None) -> None:
    client = client_of(bureau, "liwei")
    told = shown(client, f"/cases/{case.id}/checks/CF-060/")
    assert "行政机关应当自立案之日起九十日内作出决定。" in told
    assert "/statutes/%E8%A1%8C%E6%94%BF%E5%A4%84%E7%BD%9A%E6%B3%95/60" in told


def test_another_day_gives_another_answer(bureau: Bureau, case: Telling) -> None:
    client = client_of(bureau, "liwei")
    early, late = (client.get(f"/api/cases/{case.id}/rules/CF-061-1?on={day}").json() for day in ("2026-07-18", "2027-07-18"))
    assert (early["on"], early["verdict"], late["verdict"]) == ("2026-07-18", "not_yet_judged", "fails")
    assert "2026-07-18" in shown(client, f"/cases/{case.id}/checks/CF-061-1/?on=2026-07-18")
    shown(client, f"/cases/{case.id}/checks/CF-061-1/?on=someday")
    assert client.get(f"/api/cases/{case.id}/rules/CF-061-1?on=someday").status_code == 400
    said = StringIO()
    call_command("law", "explain", str(case.id), "CF-061-1", "--on", "2026-07-18", stdout=said)
    assert said.getvalue().rstrip("\n") == "\n".join(early["lines"])


@pytest.mark.parametrize(("who", "status"), [("liwei", 200), ("chenjing", 200), ("zhaoqiang", 200), ("zhaomin", 200), ("zhoujie", 404), ("admin", 403)])
def test_permission_is_that_of_the_case(bureau: Bureau, case: Telling, who: str, status: int) -> None:
    client = client_of(bureau, who)
    assert client.get(f"/cases/{case.id}/").status_code == status
    shown(client, f"/cases/{case.id}/checks/CF-060/", status)
    assert client.get(f"/api/cases/{case.id}/rules/CF-060").status_code == status


def test_who_is_not_signed_in_is_asked_to(bureau: Bureau, case: Telling, client: Any) -> None:
    assert client.get(f"/cases/{case.id}/checks/CF-060/").status_code == 302
    assert client.get(f"/api/cases/{case.id}/rules/CF-060").status_code == 401


def test_a_rule_that_does_not_judge_such_cases_is_not_found(bureau: Bureau, case: Telling) -> None:
    client = client_of(bureau, "liwei")
    shown(client, f"/cases/{case.id}/checks/CF-999/", 404)
    assert client.get(f"/api/cases/{case.id}/rules/CF-999").json()["type"] == "fadu:not-found"
    with pytest.raises(CommandError, match="没有编号为 CF-999 的规则"):
        call_command("law", "explain", str(case.id), "CF-999")
    with pytest.raises(NotFound, match="不用于"):
        explanation(bureau.who("liwei"), case.case, rules_of("licence")[0].id)


def test_an_id_among_others_leads_to_its_rule(bureau: Bureau, case: Telling) -> None:
    assert explanation(bureau.who("liwei"), case.case, "SC-064-1a").rule.id == "CF-060"


def test_a_case_is_called_by_id_or_number(bureau: Bureau, case: Telling) -> None:
    row = case.case
    assert row.number
    assert case_called(SYSTEM, row.number).pk == case_called(SYSTEM, str(row.pk)).pk == row.pk
    for name in ("无此号", "", "00000000-0000-0000-0000-000000000000"):
        with pytest.raises(NotFound):
            case_called(SYSTEM, name)
    with pytest.raises(CommandError, match="没有案号"):
        call_command("law", "explain", "无此号", "CF-060")


def test_of_two_organs_with_one_number_both_are_told(bureau: Bureau) -> None:
    first, second = Telling(bureau).until("file"), Telling(bureau.general(), "simple").until("register_spot")
    Case.objects.filter(pk=second.id).update(number=first.case.number)
    with pytest.raises(NotFound, match="几个机关"):
        case_called(SYSTEM, first.case.number)


def test_texts_are_read_at_once_place_by_place(statutes: None, django_assert_num_queries: Any) -> None:
    places = [PENALTY[2], PENALTY[2, 1], PENALTY[2, 1, 2], PENALTY[2, 2], PENALTY[2, 3], PENALTY[99], FOOD_SAFETY_2021[1], FOOD_SAFETY[1]]
    with django_assert_num_queries(1):
        text = texts(SYSTEM, places)
    assert [text(place) for place in places] == [
        "行政处罚的种类：\n（一）警告；\n（二）罚款。\n法律另有规定的，从其规定。",
        "行政处罚的种类：\n（一）警告；\n（二）罚款。",
        "罚款。",
        "法律另有规定的，从其规定。",
        "",
        "",
        "超过保质期的食品、食品添加剂，不得经营。",
        "",
    ]


def test_an_explanation_is_made_with_few_questions(bureau: Bureau, case: Telling, django_assert_max_num_queries: Any) -> None:
    actor, row = bureau.who("liwei"), case.case
    explanation(actor, row, "CF-060")  # what is kept by the process is kept now
    with django_assert_max_num_queries(4):
        assert isinstance(explanation(actor, row, "CF-060"), Explanation)


def test_fields_are_called_as_the_organs_call_them() -> None:
    assert dict(Field.choices) == FIELDS
