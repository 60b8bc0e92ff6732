"""Freezing deposits and remittances, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.coercion_words import m
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

APPLIED = m(kind="freeze", applied_on="2026-03-02", basis_level="law", organ_kind="statutory")
FROZEN = {**APPLIED, **m(taken_on="2026-03-03", begun_at="2026-03-03T09:30", allowed_at="2026-03-03T09:00")}
SEIZE = m(kind="seize")

TABLES = [
    *table("QZ-029-1", APPLIED, [
        ("a law, the organ itself", {}, PASSES),
        ("a regulation", m(basis_level="admin_regulation"), FAILS),
        ("a delegate", m(organ_kind="entrusted"), FAILS),
        ("not known", m(organ_kind=None), OPEN),
        ("a seizure", SEIZE, APART),
    ]),
    *table("QZ-029-2", {**APPLIED, **m(involved=50_000_00, held_by_other=False)}, [
        ("as much as is involved", m(amount=50_000_00), PASSES),
        ("a fen more", m(amount=50_000_01), FAILS),
        ("frozen by another organ", m(amount=50_000_00, held_by_other=True), FAILS),
        ("not known", {}, OPEN),
        ("a seizure", SEIZE, APART),
    ]),
    *table("QZ-030-1", {**FROZEN, **m(officers=2, card_shown=True, recorded=True, bank_noticed_on="2026-03-03")}, [
        ("the four forms, and notice to the bank", {}, PASSES),
        ("approved after", m(allowed_at="2026-03-03T10:00"), FAILS),
        ("on the spot", m(allowed_at="2026-03-03T10:00", on_the_spot=True), PASSES),
        ("one officer", m(officers=1), FAILS),
        ("no card", m(card_shown=False), FAILS),
        ("no record", m(recorded=False), FAILS),
        ("notice to the bank a day later", m(bank_noticed_on="2026-03-04"), FAILS),
        ("notice not known", m(bank_noticed_on=None), OPEN),
        ("a seizure", SEIZE, APART),
    ]),
    # Tue 3 March: Wed 4, Thu 5, Fri 6
    *table("QZ-031", FROZEN, [
        ("on the third working day", m(served_on="2026-03-06"), PASSES),
        ("on Mon 9 March", m(served_on="2026-03-09"), FAILS),
        # Fri 13 Feb: Sat 14 worked, 15 to 23 off, Tue 24, Wed 25
        ("over the Spring Festival", m(taken_on="2026-02-13", served_on="2026-02-25"), PASSES),
        ("a day later", m(taken_on="2026-02-13", served_on="2026-02-26"), FAILS),
        ("never", {}, FAILS),
        ("frozen on the last working day", m(taken_on="2026-12-31"), OPEN),
        ("a seizure", SEIZE, APART),
    ]),
    *table("QZ-031-parts", {**FROZEN, **m(served_on="2026-03-05")}, [
        ("all five", m(decision_parts=31), PASSES),
        ("no account", m(decision_parts=27), FAILS),
        ("no remedies", m(decision_parts=23), FAILS),
        ("no party", m(decision_parts=30), FAILS),
        ("no reasons", m(decision_parts=29), FAILS),
        ("no organ", m(decision_parts=15), FAILS),
        ("not known", {}, OPEN),
        ("a seizure", SEIZE, APART),
    ]),
    # 3 March and 30 days: 2 April
    *table("QZ-032-1", FROZEN, [
        ("on the thirtieth day", m(disposed_on="2026-04-02"), PASSES),
        ("a day too long", m(disposed_on="2026-04-03"), FAILS),
        ("extended, on the sixtieth", m(disposed_on="2026-05-02", extension_days=30), PASSES),
        ("on the sixty-first", m(disposed_on="2026-05-03", extension_days=30), FAILS),
        ("never", {}, FAILS),
        ("frozen last week", m(taken_on="2026-12-28"), OPEN),
        ("a law sets another term", m(special_until="2026-09-02"), APART),
        ("a seizure", SEIZE, APART),
    ]),
    *table("QZ-032-1-days", {**FROZEN, **m(extended_on="2026-03-31")}, [
        ("thirty", m(extension_days=30), PASSES), ("thirty-one", m(extension_days=31), FAILS), ("not known", {}, OPEN), ("a seizure", SEIZE, APART),
    ]),
    *table("QZ-032-2", {**FROZEN, **m(extended_on="2026-03-31")}, [
        ("told in writing with reasons", m(extension_told_on="2026-04-01", extension_written=True, extension_reasoned=True), PASSES),
        ("by telephone", m(extension_told_on="2026-04-01", extension_written=False, extension_reasoned=True), FAILS),
        ("without reasons", m(extension_told_on="2026-04-01", extension_written=True, extension_reasoned=False), FAILS),
        ("never", m(disposed_on="2026-04-20"), FAILS),
        ("not yet", {}, OPEN),
        ("not extended", m(extended_on=None), APART),
        ("a seizure", SEIZE, APART),
    ]),
    *table("QZ-033-1", {**FROZEN, **m(disposal="release", disposed_on="2026-04-01")}, [
        *((f"ground {ground}", m(release_ground=ground), PASSES) for ground in ("innocent", "unrelated", "decided", "expired", "unneeded")),
        ("another", m(release_ground="asked"), FAILS),
        ("none", {}, OPEN),
        ("paid over", m(disposal="pay"), APART),
        ("a seizure", SEIZE, APART),
    ]),
    *table("QZ-033-2", {**FROZEN, **m(released_on="2026-04-01")}, [
        ("bank and party told", m(bank_released_on="2026-04-01", party_released_on="2026-04-01"), PASSES),
        ("the bank before there was a decision", m(bank_released_on="2026-03-31", party_released_on="2026-04-01"), FAILS),
        ("the party not", m(bank_released_on="2026-04-01"), FAILS),
        ("closed without telling the bank", m(closed_on="2026-04-10"), FAILS),
        ("not yet", {}, OPEN),
        ("not released", m(released_on=None), APART),
        ("a seizure", SEIZE, APART),
    ]),
    *table("QZ-033-3", {**FROZEN, **m(disposal="pay")}, [
        ("paid over on the thirtieth day", m(disposed_on="2026-04-02"), PASSES),
        ("when the freeze had lapsed", m(disposed_on="2026-04-03"), FAILS),
        ("within the extension", m(disposed_on="2026-05-02", extension_days=30), PASSES),
        ("when it too had lapsed", m(disposed_on="2026-05-03", extension_days=30), FAILS),
        ("released", m(disposed_on="2026-04-03", disposal="release"), APART),
        ("not decided", {}, OPEN),
        ("a seizure", SEIZE, APART),
    ]),
    *table("QZ-033-3-extend", FROZEN, [
        ("on the thirtieth day", m(extended_on="2026-04-02", extension_days=30), PASSES),
        ("on the thirty-first", m(extended_on="2026-04-03", extension_days=30), FAILS),
        ("not extended", {}, OPEN),
        ("a seizure", SEIZE, APART),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
