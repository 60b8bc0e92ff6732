"""How a measure is put into effect: the ten forms of article 18, urgency, restraint of persons, handing on to justice."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.coercion_words import m
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

TAKEN = m(kind="seize", taken_on="2026-03-03", begun_at="2026-03-03T09:30")
URGENT = {**TAKEN, **m(on_the_spot=True)}
RESTRAINED = m(kind="restrain", taken_on="2026-03-03", begun_at="2026-03-03T22:00")
FROZEN = m(kind="freeze")

TABLES = [
    *table("QZ-018-1", TAKEN, [
        ("approved a minute before", m(allowed_at="2026-03-03T09:29"), PASSES),
        ("approved in the same minute", m(allowed_at="2026-03-03T09:30"), PASSES),
        ("approved a minute after", m(allowed_at="2026-03-03T09:31"), FAILS),
        ("not approved", {}, OPEN),
        ("on the spot", m(on_the_spot=True), APART),
        ("a freeze too", {**FROZEN, **m(allowed_at="2026-03-03T10:00")}, FAILS),
    ]),
    *table("QZ-018-2", TAKEN, [("two", m(officers=2), PASSES), ("one", m(officers=1), FAILS), ("not known", {}, OPEN)]),
    *table("QZ-018-3", TAKEN, [("shown", m(card_shown=True), PASSES), ("not shown", m(card_shown=False), FAILS), ("not known", {}, OPEN)]),
    *table("QZ-018-4", TAKEN, [
        ("the party was asked to come", m(party_summoned=True), PASSES),
        ("was not", m(party_summoned=False), FAILS),
        ("not known", {}, OPEN),
        ("a freeze is not announced", FROZEN, APART),
    ]),
    *table("QZ-018-5", TAKEN, [
        ("all four told", m(told=15), PASSES),
        ("reasons not", m(told=14), FAILS),
        ("basis not", m(told=13), FAILS),
        ("rights not", m(told=11), FAILS),
        ("remedies not", m(told=7), FAILS),
        ("not known", {}, OPEN),
        ("a freeze", FROZEN, APART),
    ]),
    *table("QZ-018-6", TAKEN, [
        ("heard", m(heard=True), PASSES), ("not heard", m(heard=False), FAILS), ("not known", {}, OPEN), ("a freeze", FROZEN, APART),
    ]),
    *table("QZ-018-7", TAKEN, [
        ("recorded", m(recorded=True), PASSES), ("not recorded", m(recorded=False), FAILS), ("not known", {}, OPEN),
        ("a freeze too", {**FROZEN, **m(recorded=False)}, FAILS),
    ]),
    *table("QZ-018-8", {**TAKEN, **m(party_came=True, officers_signed=True)}, [
        ("the party signed", m(party_signed="signed"), PASSES),
        ("refused, which is noted", m(party_signed="refused"), PASSES),
        ("neither signed nor noted", m(party_signed="unsigned"), FAILS),
        ("the officers did not sign", m(party_signed="signed", officers_signed=False), FAILS),
        ("the party was not there", m(party_came=False), PASSES),
        ("not known", {}, OPEN),
        ("a freeze", FROZEN, APART),
    ]),
    *table("QZ-018-9", {**TAKEN, **m(party_came=False, officers_signed=True)}, [
        ("a witness signed", m(witness_signed=True), PASSES),
        ("no witness", m(witness_signed=False), FAILS),
        ("a witness, but no officer signed", m(witness_signed=True, officers_signed=False), FAILS),
        ("not known", {}, OPEN),
        ("the party was there", m(party_came=True), APART),
        ("a freeze", FROZEN, APART),
    ]),
    *table("QZ-019", {**URGENT, **m(begun_at="2026-09-30T16:00")}, [
        ("24 hours to the minute, on a holiday", m(ratified_at="2026-10-01T16:00"), PASSES),
        ("a minute later", m(ratified_at="2026-10-01T16:01"), FAILS),
        ("never", {}, FAILS),
        ("begun today", m(begun_at="2027-01-03T09:00"), OPEN),
        ("approved first", m(on_the_spot=False), APART),
        ("a restraint knows no 24 hours", m(kind="restrain"), APART),
    ]),
    *table("QZ-019-lift", {**URGENT, **m(disapproved_on="2026-03-04", disposed_on="2026-03-04", disposal="release")}, [
        ("lifted on the day", {}, PASSES),
        ("a day later", m(disposed_on="2026-03-05"), FAILS),
        ("confiscated instead", m(disposal="confiscate"), FAILS),
        ("not decided", m(disposed_on=None), OPEN),
        ("ratified", m(disapproved_on=None), APART),
    ]),
    *table("QZ-020-1-1", {**RESTRAINED, **m(family_told=7)}, [
        ("told on the day", m(family_told_on="2026-03-03"), PASSES),
        ("told on the day after", m(family_told_on="2026-03-04"), FAILS),
        ("the place was not told", m(family_told_on="2026-03-03", family_told=5), FAILS),
        ("the organ was not", m(family_told_on="2026-03-03", family_told=6), FAILS),
        ("the term was not", m(family_told_on="2026-03-03", family_told=3), FAILS),
        ("set free without their being told", m(disposed_on="2026-03-04"), FAILS),
        ("not yet told", {}, OPEN),
        ("goods have no family", m(kind="seize"), APART),
    ]),
    *table("QZ-020-1-2", {**RESTRAINED, **m(on_the_spot=True, back_on="2026-03-04")}, [
        ("on the day of return", m(ratified_on="2026-03-04"), PASSES),
        ("a day later", m(ratified_on="2026-03-05"), FAILS),
        ("not yet", {}, OPEN),
        ("approved first", m(on_the_spot=False), APART),
        ("a seizure", m(kind="seize"), APART),
    ]),
    *table("QZ-020-2", {**RESTRAINED, **m(restrained_until="2026-03-04", disposed_on="2026-03-04")}, [
        ("on the last day", {}, PASSES),
        ("a day later", m(disposed_on="2026-03-05"), FAILS),
        ("the purpose was gone the day before", m(purpose_gone_on="2026-03-03"), FAILS),
        ("gone on that day", m(purpose_gone_on="2026-03-04"), PASSES),
        ("still held", m(disposed_on=None), OPEN),
        ("a seizure", m(kind="seize"), APART),
    ]),
    *table("QZ-021", {**TAKEN, **m(transferred_on="2026-03-20")}, [
        ("all goods, and told", m(transfer_whole=True, transfer_told=True), PASSES),
        ("some goods kept", m(transfer_whole=False, transfer_told=True), FAILS),
        ("not told", m(transfer_whole=True, transfer_told=False), FAILS),
        ("not known", m(transfer_whole=True), OPEN),
        ("not handed on", m(transferred_on=None, transfer_whole=False), OPEN),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
