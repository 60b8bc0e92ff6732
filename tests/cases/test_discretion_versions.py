"""By which version of a discretion table a case is judged: that of the day of the act, the later one where it is lighter (行政处罚法第三十七条).

The story: the act on 2026-05-20, goods of 12,000 元, 从轻; the inquiry is concluded on 2026-06-16. By the pack's table 从轻 is 0 to
30 per cent of ten to twenty times, 120,000 to 156,000 元.
"""

from collections.abc import Iterator
from datetime import date

import pytest

from fadu.accounts.actors import SYSTEM
from fadu.cases.models import Facts, Step
from fadu.cases.services import legal
from fadu.cases.services.replay import replay
from fadu.catalog import drafting, services
from fadu.catalog.selectors import library as kept
from fadu.law.forms import Invalid
from tests.cases.telling import story
from tests.cases.world import Bureau

pytestmark = pytest.mark.django_db
TABLE = "demo-food-124-5"
ROWS = [{"factor": "货值金额", "value": "12000"}, {"factor": "tier", "value": "从轻"}]
OLD, STRICTER, LIGHTER = 15_600_000, 18_000_000, 13_200_000  # 分: 30, 50 and 10 per cent


@pytest.fixture(autouse=True)
def fresh_library() -> Iterator[None]:
    kept.forget()
    yield
    kept.forget()


def revise(since: str, share: str, label: str = "从轻") -> None:
    row = services.revise(SYSTEM, TABLE)
    form = drafting.typed(row.row())
    mild, middle = form["tier"][2], form["tier"][3]
    mild["high"], middle["low"], mild["label"] = share, share, label
    services.save_draft(SYSTEM, row.pk, {name: value for name, value in form.items() if value not in ("", False)})
    services.publish(SYSTEM, [row.pk], {"published_on": since, "since": since, "reason": "调整"})
    kept.forget()


def concluded() -> tuple[int, str]:
    """The top of the tier as the case holds it, and what the papers will say."""
    told = story("food_safety")
    done = replay({**told, "steps": told["steps"][:9]})
    high = Facts.objects.filter(pk=done.case_id).values_list("f_discretion_high", flat=True).get()
    assert high is not None
    said = Step.objects.get(case_id=done.case_id, name="conclude").context["told"]["discretion"]["explanation"]
    return high, said


@pytest.mark.parametrize(
    ("since", "share", "high", "version"),
    [
        ("2026-05-20", "50", STRICTER, "2026-05-20"),  # in force on the day of the act: it rules
        ("2026-05-21", "50", OLD, "2024-01-01"),  # a day later: the older one does
        ("2026-06-10", "50", OLD, "2024-01-01"),
        ("2026-06-10", "10", LIGHTER, "2026-06-10"),  # unless the newer is lighter
        ("2026-06-16", "10", LIGHTER, "2026-06-16"),  # on the day of the step
        ("2026-06-17", "10", OLD, "2024-01-01"),  # a day too late
    ],
)
def test_the_version_of_the_act_rules_unless_the_later_is_lighter(bureau: Bureau, since: str, share: str, high: int, version: str):
    revise(since, share)
    top, said = concluded()
    assert top == high
    assert f"{version} 起施行" in said


def test_what_was_concluded_keeps_its_version_when_another_is_published(bureau: Bureau):
    before = concluded()
    case = Step.objects.get(name="conclude").case_id
    revise("2026-06-10", "10")
    assert Facts.objects.filter(pk=case).values_list("f_discretion_high", flat=True).get() == before[0] == OLD
    assert Step.objects.get(case_id=case, name="conclude").context["told"]["discretion"]["explanation"] == before[1]


def test_where_the_versions_ask_different_things_each_is_told(bureau: Bureau):
    revise("2026-06-10", "10", "较轻")
    on, acted = date(2026, 6, 16), date(2026, 5, 20)
    with pytest.raises(Invalid, match="没有“从轻”这一项"):
        legal.discretion("SC-CF-001", "unit", ROWS, on, acted)
    assert {factor.name for factor in legal.asked_factors("SC-CF-001", "unit", on, acted)} == {"value", "tier"}


def test_an_act_of_before_any_table_is_judged_by_that_of_the_step(bureau: Bureau):
    outcome = legal.discretion("SC-CF-001", "unit", ROWS, date(2026, 6, 16), date(2023, 1, 1))
    assert outcome is not None
    assert outcome.facts["discretion_high"] == OLD


def test_a_table_that_has_ended_still_judges_what_was_done_while_it_held(bureau: Bureau):
    services.repeal(SYSTEM, TABLE, {"ends_on": "2026-06-01", "reason": "废止"})
    kept.forget()
    on, acted = date(2026, 6, 16), date(2026, 5, 20)
    outcome = legal.discretion("SC-CF-001", "unit", ROWS, on, acted)
    assert outcome is not None
    assert outcome.facts["discretion_high"] == OLD
    with pytest.raises(Invalid, match="不在有效期内"):
        legal.discretion("SC-CF-001", "unit", ROWS, on, date(2026, 6, 2))
