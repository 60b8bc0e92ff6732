"""The power to enforce, the demand, the decision to enforce, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.coercion_words import e
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

ORDERED = e(ordered_on="2026-03-20", own_power=True, power_level="law")
DEMANDED = {**ORDERED, **e(demanded_on="2026-03-03", demand_until="2026-03-19", demand_written=True, demand_parts=15, involves_money=True)}

TABLES = [
    *table("QZ-005-enforce", ORDERED, [
        ("milder means were weighed", e(alternatives_weighed=True), PASSES), ("they were not", e(alternatives_weighed=False), FAILS), ("not known", {}, OPEN),
        ("not decided", e(ordered_on=None, alternatives_weighed=False), OPEN),
    ]),
    *table("QZ-013-1", ORDERED, [
        ("a law gives the power", {}, PASSES),
        ("a local regulation", e(power_level="local_regulation"), FAILS),
        ("a regulation of the State Council", e(power_level="admin_regulation"), FAILS),
        ("not known", e(power_level=None), OPEN),
        ("no power", e(own_power=False), APART),
    ]),
    *table("QZ-013-2", ORDERED, [
        ("own power", {}, PASSES), ("none: to the court", e(own_power=False), FAILS), ("not known", e(own_power=None), OPEN),
        ("not decided", e(ordered_on=None, own_power=False), OPEN),
    ]),
    *table("QZ-035", DEMANDED, [
        ("demanded in writing with all four", {}, PASSES),
        ("no term", e(demand_parts=14), FAILS),
        ("no way", e(demand_parts=13), FAILS),
        ("no amount, where money is owed", e(demand_parts=11), FAILS),
        ("no amount, where none is owed", e(demand_parts=11, involves_money=False), PASSES),
        ("no right to be heard", e(demand_parts=7), FAILS),
        ("by word of mouth", e(demand_written=False), FAILS),
        ("on the day of the decision", e(demanded_on="2026-03-20"), PASSES),
        ("after the decision", e(demanded_on="2026-03-21"), FAILS),
        ("not demanded", e(demanded_on=None), OPEN),
    ]),
    *table("QZ-036", {**DEMANDED, **e(objected_on="2026-03-10", objection_recorded=True, objection_checked=True, objection_founded=False)}, [
        ("recorded, checked, unfounded", {}, PASSES),
        ("founded and adopted", e(objection_founded=True, objection_adopted=True), PASSES),
        ("founded and not adopted", e(objection_founded=True, objection_adopted=False), FAILS),
        ("not recorded", e(objection_recorded=False), FAILS),
        ("not checked", e(objection_checked=False), FAILS),
        ("not known", e(objection_checked=None), OPEN),
        ("nothing was said", e(objected_on=None), APART),
    ]),
    *table("QZ-037-1", DEMANDED, [
        ("on the day after the term", {}, PASSES),
        ("on its last day", e(ordered_on="2026-03-19"), FAILS),
        ("performed", e(performed_on="2026-03-18"), FAILS),
        ("with good reason", e(reason_good=True), FAILS),
        ("no term is known", e(demand_until=None), OPEN),
        ("at once", e(at_once=True), APART),
    ]),
    *table("QZ-037-2", ORDERED, [
        ("in writing, with all five", e(order_written=True, order_parts=31), PASSES),
        ("not in writing", e(order_written=False, order_parts=31), FAILS),
        ("no party", e(order_written=True, order_parts=30), FAILS),
        ("no reasons", e(order_written=True, order_parts=29), FAILS),
        ("no way", e(order_written=True, order_parts=27), FAILS),
        ("no remedies", e(order_written=True, order_parts=23), FAILS),
        ("no organ", e(order_written=True, order_parts=15), FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("QZ-037-3", {**DEMANDED, **e(at_once=True, ordered_on="2026-03-19")}, [
        ("proof of flight, on the last day of the term", e(flight_proven=True), PASSES),
        ("on the day of the demand", e(flight_proven=True, ordered_on="2026-03-03"), PASSES),
        ("no proof", e(flight_proven=False), FAILS),
        ("the term is over", e(flight_proven=True, ordered_on="2026-03-20"), FAILS),
        ("before the demand", e(flight_proven=True, ordered_on="2026-03-02"), FAILS),
        ("not known", {}, OPEN),
        ("in the ordinary way", e(at_once=False), APART),
    ]),
    *table("QZ-038", {**ORDERED, **e(order_delivered_on="2026-03-23")}, [
        ("into the party's hands", e(order_service="direct"), PASSES),
        ("by post, when it could not be delivered", e(order_service="post", order_undeliverable=True), PASSES),
        ("by post straight away", e(order_service="post", order_undeliverable=False), FAILS),
        ("not known", e(order_service="post"), OPEN),
        ("not delivered", e(order_delivered_on=None, order_service="post", order_undeliverable=False), OPEN),
    ]),
    *table("QZ-038-demand", e(demanded_on="2026-03-03"), [
        ("into the party's hands", e(demand_service="direct"), PASSES),
        ("left, when refused", e(demand_service="left", demand_undeliverable=True), PASSES),
        ("left straight away", e(demand_service="left", demand_undeliverable=False), FAILS),
        ("not known", e(demand_service="left"), OPEN),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
