"""Why a rule says what it says: dates reckoned by hand across holidays and makeup days, conditions, reasons; every rule explains itself."""

import random
from datetime import date, timedelta
from typing import Any

import pytest

from fadu.law.calendar import china, number
from fadu.law.engine import Bench
from fadu.law.explain import Explanation, explain, verdict_of
from fadu.law.facts import VOCABULARY, Fact, Type
from fadu.law.periods import days
from fadu.law.registry import rule_of, rules
from fadu.law.rules import Clock, Convention, Duty, Gate, Question, Rule, Verdict, Wait, Within
from fadu.law.statutes import PENALTY, Citation
from fadu.law.vocabulary import case, organ, step
from tests.law.judging import value

CHINA = china()
GENERAL = {"procedure": "general", "outcome": "penalty"}


def told(rule: str | Rule, on: str = "2026-03-02", **facts: Any) -> Explanation:
    known = {name: value(VOCABULARY[name], written) for name, written in facts.items()}
    return explain(rule_of(rule) if isinstance(rule, str) else rule, known, date.fromisoformat(on), CHINA, lambda citation: f"〔{citation.short}〕")


def part(explanation: Explanation, heading: str) -> list[str]:
    return next(([str(line) for line in found.lines] for found in explanation.parts() if found.heading == heading), [])


# --- dates, reckoned by hand -------------------------------------------------------------------------------------------

SERVE = {**GENERAL, "decided_on": "2025-09-24"}
RECKONED = [
    (
        "seven working days over 国庆 2025: 25, 26, Sun 28 (worked), 29, 30 September, 9, 10 October",
        "CF-061-1", {**SERVE, "served_on": "2025-10-13"}, Verdict.FAILS,
        [
            "决定日期 2025-09-24（周三）。",
            "2025-09-24（周三）当日不计，自 2025-09-25（周四）起算。",
            "期间为 7 个工作日，只计工作日。",
            "其间 2025-09-27 周末，不计。",
            "其间 2025-09-28（周日）为调休上班日，计入。",
            "其间 2025-10-01 至 10-05 国庆节，不计。",
            "其间 2025-10-06 中秋节，不计。",
            "其间 2025-10-07 至 10-08 国庆节，不计。",
            "最后一日为 2025-10-10（周五）。",
            "决定书送达日期 2025-10-13（周一），晚于最后一日 3 天。",
        ],
    ),
    ("on its last day", "CF-061-1", {**SERVE, "served_on": "2025-10-10"}, Verdict.PASSES, ["决定书送达日期 2025-10-10（周五），恰在最后一日。"]),
    ("a day before it", "CF-061-1", {**SERVE, "served_on": "2025-10-09"}, Verdict.PASSES, ["决定书送达日期 2025-10-09（周四），早于最后一日 1 天。"]),
    (
        "ninety days and three not counted from 3 July: 28 + 31 + 30 + 4; Saturday 4 October is within the holiday, Thursday the 9th is worked",
        "CF-060", {"procedure": "general", "filed_on": "2025-07-03", "not_counted_days": 3, "decided_on": "2025-10-09"}, Verdict.PASSES,
        [
            "立案日期 2025-07-03（周四）。",
            "2025-07-03（周四）当日不计，自 2025-07-04（周五）起算。",
            "期间为 90 日，以自然日计。",
            "不计算的期间（不计入办案期限的日数） 3 日，相应顺延。",
            "其间 2025-10-01 至 10-04 国庆节，照常计入。",
            "期间的末日 2025-10-04（周六）为国庆节，不是工作日，顺延至其后第一个工作日 2025-10-09（周四）（其间 2025-10-04 至 10-05 国庆节、2025-10-06 中秋节、2025-10-07 至 10-08 国庆节）。",
            "最后一日为 2025-10-09（周四）。",
            "决定日期 2025-10-09（周四），恰在最后一日。",
        ],
    ),
    (
        "paused and lengthened: 90 + 10 + 30 = 130 days from 3 July: 28 + 31 + 30 + 31 + 10",
        "CF-060", {"procedure": "general", "filed_on": "2025-07-03", "not_counted_days": 10, "extension_days": 30, "decided_on": "2025-11-11"}, Verdict.FAILS,
        [
            "不计算的期间（不计入办案期限的日数） 10 日，相应顺延。",
            "依法延长（批准延长的办案日数） 30 日，相应顺延。",
            "最后一日为 2025-11-10（周一）。",
            "决定日期 2025-11-11（周二），晚于最后一日 1 天。",
        ],
    ),
    (
        "fifteen days end on Saturday 11 October, which is worked: it does not roll over",
        "CF-067-3", {**GENERAL, "decision_kinds": 4, "served_on": "2025-09-26", "paid_on": "2025-10-13"}, Verdict.FAILS,
        ["2025-10-11（周六）为调休上班日，属于工作日，不顺延。", "最后一日为 2025-10-11（周六）。", "缴清日期 2025-10-13（周一），晚于最后一日 2 天。"],
    ),
    (
        "three months from 30 November: February has no 30th; Saturday the 28th is worked in 2026",
        "CF-072-2", {"deferred_until": "2025-11-30", "court_applied_on": "2026-02-27"}, Verdict.DOES_NOT_APPLY,
        ["期间为 3 个月，至届满之月的对应日。", "2026-02 没有 30 日，以该月最后一日 2026-02-28（周六）为末日。", "2026-02-28（周六）为调休上班日，属于工作日，不顺延。",
         "申请法院强制执行日期 2026-02-27（周五），早于最后一日 1 天。"],
    ),
    (
        "three months from 31 May end on Sunday 31 August and roll over to Monday",
        "CF-072-2", {"deferred_until": "2025-05-31", "court_applied_on": "2025-09-02"}, Verdict.FAILS,
        ["期间的末日 2025-08-31（周日）为周日，不是工作日，顺延至其后第一个工作日 2025-09-01（周一）（其间 2025-08-31 周末）。",
         "申请法院强制执行日期 2025-09-02（周二），晚于最后一日 1 天。"],
    ),
    (
        "two years end on a holiday and do not roll over; the day it runs from is the one that is known",
        "CF-036-1a", {"outcome": "penalty", "harm": "none", "violation_began_on": "2023-10-04", "discovered_on": "2025-10-05", "decided_on": "2025-11-03"}, Verdict.FAILS,
        ["违法行为发生日期 2023-10-04（周三）。", "其间的节假日照常计入。", "2025-10-04（周六）为国庆节，但本期间的末日遇休息日不顺延。",
         "违法行为被发现日期 2025-10-05（周日），晚于最后一日 1 天。"],
    ),
    (
        "two years from 29 February end on the 28th",
        "CF-036-1a", {"outcome": "penalty", "harm": "none", "violation_began_on": "2024-02-29", "opened_on": "2026-02-28", "decided_on": "2026-02-28"}, Verdict.PASSES,
        ["2026-02 没有 29 日，以该月最后一日 2026-02-28（周六）为末日。", "登记日期 2026-02-28（周六），恰在最后一日。"],
    ),
    (
        "five working days to speak from Friday 26 September: Sun 28, 29, 30, 9, 10; lawful from the 11th",
        "SC-057-2", {**GENERAL, "field": "market", "notified_on": "2025-09-26", "decided_on": "2025-10-09"}, Verdict.FAILS,
        ["最后一日为 2025-10-10（周五）。", "等待期届满前不得办理，自次日 2025-10-11（周六）起可以办理。", "决定日期 2025-10-09（周四），等待期没有届满，早了 2 天。"],
    ),
    (
        "on the last day of a wait it is still a day too early",
        "SC-057-2", {**GENERAL, "field": "market", "notified_on": "2025-09-26", "decided_on": "2025-10-10"}, Verdict.FAILS,
        ["决定日期 2025-10-10（周五），等待期没有届满，早了 1 天。"],
    ),
    (
        "the day after it",
        "SC-057-2", {**GENERAL, "field": "market", "notified_on": "2025-09-26", "decided_on": "2025-10-11"}, Verdict.PASSES,
        ["决定日期 2025-10-11（周六），在等待期届满之后。"],
    ),
    (
        "hours run through the holiday",
        "SC-033-2", {"field": "market", "preserve_urgent": True, "preserved_at": "2025-09-30T16:00", "preserve_approved_at": "2025-10-01T18:30"}, Verdict.FAILS,
        ["自 2025-09-30 16:00 起算，以小时计，日夜、节假日连续计算。", "期间为 24 小时，届满于 2025-10-01 16:00。",
         "负责人批准先行登记保存时刻 2025-10-01 18:30，晚于届满时刻 2 小时 30 分钟。"],
    ),
    (
        "ten civil days of tests from Thursday 25 September hold four working days: 26, 28, 29, 30; 15 + 4 working days end on 27 October",
        "SC-018-1a",
        {"field": "market", "clue_received_on": "2025-09-24", "verification_test_from": "2025-09-25", "verification_tests_days": 10, "filing_decided_on": "2025-10-27"},
        Verdict.PASSES,
        ["另依本条规定不计入 4 个工作日，相应顺延。", "其间 2025-10-11（周六）为调休上班日，计入。", "最后一日为 2025-10-27（周一）。", "决定是否立案日期 2025-10-27（周一），恰在最后一日。"],
    ),
    (
        "into a year without a notice: 31 December, 1, 4, 5, 6, 7, 8 January",
        "CF-061-1", {**GENERAL, "decided_on": "2026-12-30", "served_on": "2027-01-08"}, Verdict.PASSES,
        ["2027 年的放假安排尚未公布，本日期为暂定，公布后重新计算。", "最后一日为 2027-01-08（周五）。"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("shows", "rule", "facts", "verdict", "lines"), RECKONED, ids=[row[0][:60] for row in RECKONED])
def test_dates_are_reckoned_step_by_step(shows: str, rule: str, facts: dict[str, Any], verdict: Verdict, lines: list[str]):
    explanation = told(rule, **facts)
    steps = part(explanation, "日期的计算")
    assert [line for line in lines if line not in steps] == [], steps
    assert [line for line in steps if line in lines] == lines  # in this order
    if len(lines) > 6:
        assert steps == lines
    if verdict is not Verdict.DOES_NOT_APPLY:
        assert explanation.verdict is verdict


@pytest.mark.parametrize(
    ("on", "verdict", "ending"),
    [
        ("2025-10-08", Verdict.NOT_YET_JUDGED, "至 2025-10-08（周三）没有登记决定书送达日期，还剩 2 天。"),
        ("2025-10-10", Verdict.NOT_YET_JUDGED, "至 2025-10-10（周五）没有登记决定书送达日期，今天到期。"),
        ("2025-10-11", Verdict.FAILS, "至 2025-10-11（周六）没有登记决定书送达日期，已经逾期 1 天。"),
    ],
)
def test_a_running_clock_says_what_is_left(on: str, verdict: Verdict, ending: str):
    explanation = told("CF-061-1", on, **SERVE)
    assert (explanation.verdict, explanation.why[0]) == (verdict, ending)
    assert explanation.reckoning
    assert explanation.reckoning.last == date(2025, 10, 10)
    assert explanation.reckoning.margin is None


def test_a_margin_counts_both_ways():
    early, late = (told("CF-061-1", **SERVE, served_on=day).reckoning for day in ("2025-10-09", "2025-10-13"))
    assert early
    assert late
    assert (early.margin, late.margin) == (timedelta(1), timedelta(-3))


def test_a_clock_that_stands_still_or_has_not_begun_says_so():
    facts = {"procedure": "general", "filed_on": "2025-07-03"}
    assert told("CF-060", **facts, clock_stopped=True).why[0] == "“办案期限停止计算”属实，现在停止计算。"
    assert told("CF-060", procedure="general").why == ("没有登记立案日期，期间没有起算。",)


def test_a_right_that_lapsed_is_no_delay():
    explanation = told("CF-064-1", "2026-03-02", procedure="general", proposed_kinds=4096 + 128, notified_on="2025-09-26")
    assert explanation.verdict is Verdict.NOT_YET_JUDGED
    assert explanation.why[0].startswith("至 2026-03-02（周一）没有登记当事人要求听证日期，期限已满 ")


# --- reasons -----------------------------------------------------------------------------------------------------------

GATE = Gate(
    "X-1", PENALTY[60], "须有教育", when=case.minor.column, before=("decide",), demands=case.educated.column & (case.handlers >= 2), once=case.decided_on
)
STEP = Gate("X-2", PENALTY[60], "出示证件", before=("inspect", "question"), demands=step.card_shown.column)
DUTY = Duty("X-3", PENALTY[60], "没有未缴付的罚款", demands=organ.fines_unbanked == 0)
DONE = {"minor": True, "decided_on": "2025-10-09"}


@pytest.mark.parametrize(
    ("rule", "facts", "verdict", "why"),
    [
        (GATE, {"minor": False}, Verdict.DOES_NOT_APPLY, ["不属于适用的情形，“违法行为轻微”属实，这一项不成立（违法行为轻微：否）。"]),
        (GATE, {}, Verdict.NOT_YET_JUDGED, ["是否适用还不能判断，没有登记“违法行为轻微”。", "在办理“作出行政处罚决定”时判断，现在没有登记决定日期。"]),
        (GATE, {"minor": True}, Verdict.NOT_YET_JUDGED, ["在办理“作出行政处罚决定”时判断，现在没有登记决定日期。"]),
        (GATE, {**DONE, "educated": True}, Verdict.NOT_YET_JUDGED, ["没有登记“办案人员数”。"]),
        (GATE, {**DONE, "educated": True, "handlers": 2}, Verdict.PASSES, ["所要求的条件都成立。"]),
        (GATE, {**DONE, "educated": True, "handlers": 1}, Verdict.FAILS, ["办案人员数不少于 2，这一项不成立（办案人员数：1）。"]),
        (GATE, {**DONE, "educated": False, "handlers": 1}, Verdict.FAILS, ["“对当事人进行了教育”属实，这一项不成立（对当事人进行了教育：否）。", "办案人员数不少于 2，这一项不成立（办案人员数：1）。"]),
        (STEP, {}, Verdict.NOT_YET_JUDGED, ["在办理“现场检查”“询问”时判断。"]),
        (DUTY, {"fines_unbanked": 3}, Verdict.FAILS, [f"{organ.fines_unbanked.label}等于 0，这一项不成立（{organ.fines_unbanked.label}：3）。"]),
        (DUTY, {}, Verdict.NOT_YET_JUDGED, [f"没有登记“{organ.fines_unbanked.label}”。"]),
        ("CF-076-1-2-range", {"outcome": "penalty", "decision_kinds": 4, "decision_fine": 3000_00, "basis_fine_most": 2000_00, "decided_on": "2025-10-09"},
         Verdict.FAILS, ["罚款数额 3,000.00 元，高于上限 2,000.00 元。"]),
        ("CF-076-1-2-range", {"outcome": "penalty", "decision_kinds": 4, "decision_fine": 300_00, "basis_fine_least": 500_00, "decided_on": "2025-10-09"},
         Verdict.FAILS, ["罚款数额 300.00 元，低于下限 500.00 元。"]),
        (Question("X-4", PENALTY[60], "由人判断", asks="是否？"), {}, Verdict.NOT_YET_JUDGED, ["只有人能判断，由法制审核人员答复：是否？"]),
        (Convention("X-5", PENALTY[60], "怎样计算", carried_out_by="x"), {}, Verdict.NOT_YET_JUDGED, ["本条规定怎样计算，平台计算时照此执行，不对案件单独判断。"]),
    ],
)  # fmt: skip
def test_the_reason_names_what_decided(rule: str | Rule, facts: dict[str, Any], verdict: Verdict, why: list[str]):
    explanation = told(rule, **facts)
    assert (explanation.verdict, list(explanation.why)) == (verdict, why)


def test_of_several_that_are_enough_each_is_told():
    facts = {**GENERAL, "decision_kinds": 4, "discretion_low": 1000_00, "discretion_high": 2000_00, "decision_fine": 3000_00, "deviation_reason": False}
    explanation = told("CF-034", **facts, decided_on="2025-10-09")
    assert part(explanation, "办理的条件") == [
        "不成立：具备下列情形之一",
        "其中 不成立：“减轻处罚（低于依据下限）”属实",
        "其中 不成立：“写明偏离裁量基准的理由”属实",
        "其中 不成立：罚款数额不少于裁量基准区间下限，并且罚款数额不超过裁量基准区间上限",
    ]
    assert explanation.verdict is Verdict.FAILS


def test_a_rule_that_is_not_law_that_day_says_so():
    explanation = told(GATE, "2020-05-06", **DONE, educated=True, handlers=2)
    assert explanation.why[-1] == "本条自 2021-07-15 起施行；2020-05-06 不在施行期间，当日办理的步骤不据此拒绝。"


def test_what_was_done_before_a_rule_was_law_is_not_judged_by_it():
    explanation = told("CF-061-1", "2026-03-02", **GENERAL, decided_on="2021-07-12", served_on="2021-08-30")
    assert explanation.verdict is Verdict.DOES_NOT_APPLY
    assert explanation.why == ("本条自 2021-07-15 起施行，决定日期 2021-07-12 不在施行期间，不适用。",)


def test_articles_facts_and_what_to_do_are_told():
    explanation = told("CF-061-1", "2025-10-11", **SERVE)
    assert part(explanation, "依据") == ["行政处罚法第六十一条第一款：〔处罚法 61(1)〕", "市场监督管理行政处罚程序规定第八十一条：〔市监程序 81〕"]
    assert "决定日期：2025-09-24" in part(explanation, "所看的事实")
    assert "决定书送达日期：尚不知道" in part(explanation, "所看的事实")
    assert explanation.missing == ("公告发出日期", "决定书送达日期")
    assert part(explanation, "怎样做才符合")[0].startswith("由负责人批准逾期说明后再送达")
    assert part(told("CF-061-1", **SERVE, served_on="2025-10-09"), "怎样做才符合") == []


def test_facts_of_a_step_are_filled_in_when_it_is_taken():
    assert part(told(STEP), "所看的事实") == ["已主动出示执法证件：办理时填写"]


def test_the_lines_are_the_parts_and_machines_get_both():
    explanation = told("CF-061-1", **SERVE, served_on="2025-10-13")
    lines = explanation.lines()
    assert list(lines[:2]) == ["结论", "不通过：决定书送达日期 2025-10-13（周一），晚于最后一日 3 天。"]
    sent = explanation.as_dict()
    assert sent["lines"] == list(lines)
    assert (sent["rule"], sent["verdict"], sent["last"], sent["provisional"]) == ("CF-061-1", "fails", "2025-10-10", False)
    assert [basis["path"] for basis in sent["bases"]] == [basis.path for basis in rule_of("CF-061-1").bases]
    assert {"words": "程序为“普通程序”", "holds": True, "facts": ["procedure"]} in sent["applies"]


def test_a_text_that_is_not_held_leaves_the_citation():
    assert str(next(found for found in explain(GATE, {}, date(2026, 1, 5), CHINA).parts() if found.heading == "依据").lines[0]) == "行政处罚法第六十条"


# --- every rule --------------------------------------------------------------------------------------------------------


def drawn(fact: Fact, dice: random.Random) -> Any:
    """A value that a fact may have; now and then one that is hardly possible."""
    match fact.type:
        case Type.DAY:
            return dice.choice([dice.randint(19000, 20900)] * 9 + [dice.randint(-30000, 60000)])
        case Type.MOMENT:
            return dice.randint(19000, 20900) * 1440 + dice.randint(0, 1439)
        case Type.COUNT:
            return dice.choice([0, 1, 2, 3, 5, 10, 15, 30, 90, 1000, -3])
        case Type.MONEY:
            return dice.choice([0, 100, 200_00, 200_01, 10**6, 10**9])
        case Type.FLAG:
            return dice.random() < 0.6
        case Type.SET:
            assert fact.members is not None
            return dice.randrange(2 ** len(fact.members))
    return dice.choice([choice for choice, _ in fact.choices] or ["market", "ecology", "something"])


def situations(rule: Rule, dice: random.Random, count: int) -> list[dict[str, Any]]:
    names = [fact.name for fact in rule.facts()]
    return [{}] + [{name: drawn(VOCABULARY[name], dice) for name in names if dice.random() < 0.85} for _ in range(count)]


@pytest.mark.parametrize("seed", range(2))
def test_every_rule_explains_itself_and_its_verdict_is_the_engines(seed: int):
    dice = random.Random(seed)
    for rule in rules():
        bench = Bench([rule], CHINA)
        for facts in situations(rule, dice, 3):
            on = date(2026, 1, 1) + timedelta(dice.randint(0, 400))
            explanation = explain(rule, facts, on, CHINA)
            lines = explanation.lines()
            assert explanation.why, rule.id
            assert all(line and "None" not in line for line in lines), (rule.id, lines)
            assert len({part.heading for part in explanation.parts()}) == len(explanation.parts())
            if not isinstance(rule, Question | Convention):
                assert bench.verdicts(facts, number(on)) == {rule.id: explanation.verdict}, (rule.id, facts)
            judged_by_conditions(rule, explanation)


def judged_by_conditions(rule: Rule, explanation: Explanation) -> None:
    """The conditions that are shown lead to the verdict."""
    applies = [condition.holds for condition in explanation.applies]
    if not (isinstance(rule, Gate) and rule.once is None):  # which is judged when its step is taken
        of_another_time = any("不在施行期间，不适用" in line for line in explanation.why)
        assert (False in applies or of_another_time) == (explanation.verdict is Verdict.DOES_NOT_APPLY), rule.id
    demands = [condition.holds for condition in explanation.demands]
    if explanation.verdict is Verdict.FAILS and demands:
        assert False in demands, rule.id
    if explanation.verdict is Verdict.PASSES and demands:
        assert set(demands) == {True}, rule.id


def test_the_steps_lead_to_the_engines_last_day():
    """No plain clock, wait or limitation falls back to the bare result; one that counts in its own way may."""
    dice = random.Random(7)
    for rule in rules():
        if type(rule) in (Clock, Wait, Within):
            for facts in situations(rule, dice, 4):
                reckoning = explain(rule, facts, date(2026, 5, 6), CHINA).reckoning
                assert reckoning
                if reckoning.last and 2004 < reckoning.last.year < 2041:  # the years of the calendar
                    assert not any("按本条规定计算" in line for line in reckoning.steps), (rule.id, facts, reckoning.steps)


def test_a_clock_that_counts_in_its_own_way_is_told_by_its_result():
    class Odd(Clock):
        def due(self, calendar: Any) -> Any:
            return self.starts.column * 0 + number(date(2025, 1, 6))

    rule = Odd("X-6", PENALTY[60], "", starts=case.filed_on, ends=case.decided_on, within=days(10))
    steps = part(told(rule, filed_on="2025-09-24"), "日期的计算")
    assert steps[1] == "按本条规定计算，期间为 10 日，最后一日为 2025-01-06（周一）。"


def test_a_verdict_can_be_asked_for_alone():
    assert verdict_of(rule_of("CF-061-1"), {}, date(2026, 1, 5), CHINA) is Verdict.NOT_YET_JUDGED
    assert isinstance(rule_of("CF-061-1").basis, Citation)
