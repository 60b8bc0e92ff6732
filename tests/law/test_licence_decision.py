"""Hearings, decisions, what becomes of a licence, and checks of licensees (行政许可法第五条至第七十条): rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.grained import of_grain
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

DECIDED = {"decided_on": "2026-03-30"}
GRANTED = {**DECIDED, "outcome": "granted"}
HELD = {"hearing_held_on": "2026-03-20"}
RENEWAL = {"kind": "renew", "applied_on": "2026-03-02"}
REVOKED = {"revoked_on": "2026-03-30", "harms_public": False, "loss": False}

HEARING = of_grain("licence", [
    *table("XK-046", {**DECIDED, "hearing_required": True}, [
        ("announced and held", {**HELD, "hearing_announced_on": "2026-03-05"}, PASSES),
        ("held, not announced", HELD, FAILS),
        ("announced, not held", {"hearing_announced_on": "2026-03-05"}, FAILS),
        ("not decided", {"decided_on": None}, OPEN),
        ("not called for", {"hearing_required": False}, APART),
    ]),
    *table("XK-047-1a-told", {**DECIDED, "affects_others": True}, [
        ("told of the right", {"hearing_told_on": "2026-03-05"}, PASSES),
        ("not told", {}, FAILS),
        ("not decided", {"decided_on": None}, OPEN),
        ("nobody else concerned", {"affects_others": False}, APART),
    ]),
    # Mon 2 Mar: 3 4 5 6, 9: the fifth
    *table("XK-047-1a", {"hearing_told_on": "2026-03-02"}, [
        ("asked on the fifth day", {"hearing_asked_on": "2026-03-09"}, PASSES),
        ("asked on the sixth", {"hearing_asked_on": "2026-03-10"}, FAILS),
        ("not asked", {"today": "2026-06-01"}, OPEN),
        ("waived", {"hearing_waived_on": "2026-03-03"}, APART),
    ]),
    *table("XK-047-1a-wait", {"hearing_told_on": "2026-03-02"}, [
        ("decided on the sixth day", {"decided_on": "2026-03-10"}, PASSES),
        ("decided on the fifth", {"decided_on": "2026-03-09"}, FAILS),
        ("not decided", {}, OPEN),
        ("waived", {"hearing_waived_on": "2026-03-03", "decided_on": "2026-03-04"}, APART),
        ("asked for", {"hearing_asked_on": "2026-03-03", "decided_on": "2026-03-04"}, APART),
    ]),
    *table("XK-047-1b-held", {**DECIDED, "hearing_asked_on": "2026-03-04"}, [
        ("held", HELD, PASSES),
        ("not held", {}, FAILS),
        ("not decided", {"decided_on": None}, OPEN),
        ("withdrawn", {"hearing_waived_on": "2026-03-06"}, APART),
    ]),
    # Mon 2 Mar: the twentieth working day is Mon 30 Mar
    *table("XK-047-1b", {"hearing_asked_on": "2026-03-02"}, [
        ("held on the twentieth", {"hearing_held_on": "2026-03-30"}, PASSES),
        ("on the twenty-first", {"hearing_held_on": "2026-03-31"}, FAILS),
        ("not yet, on the twentieth", {"today": "2026-03-30"}, OPEN),
        ("withdrawn", {"hearing_waived_on": "2026-03-06", "today": "2026-06-01"}, APART),
    ]),
    *table("XK-047-2", HELD, [
        ("free", {"hearing_fee": 0}, PASSES),
        ("one 分", {"hearing_fee": 1}, FAILS),
        ("not known", {}, OPEN),
    ]),
    # Mon 2 Mar: 3-6 (4), 9 10 11 (7)
    *table("XK-048-1-1", {"hearing_notice_on": "2026-03-02"}, [
        ("seven working days between", {"hearing_set_for": "2026-03-12"}, PASSES),
        ("on the seventh", {"hearing_set_for": "2026-03-11"}, FAILS),
        ("no day set", {}, OPEN),
    ]),
    *table("XK-048-1-1-held", {"hearing_set_for": "2026-03-12"}, [
        ("on the day", {"hearing_held_on": "2026-03-12"}, PASSES),
        ("a day early", {"hearing_held_on": "2026-03-11"}, FAILS),
        ("not held", {}, OPEN),
    ]),
    *table("XK-048-1-2", HELD, [
        ("in public", {"hearing_public": True}, PASSES),
        ("behind closed doors", {"hearing_public": False}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("XK-048-1-3", {}, [
        ("somebody else in the chair", {"chair_is_handler": False}, PASSES),
        ("who examined it in the chair", {"chair_is_handler": True}, FAILS),
        ("nobody named", {}, OPEN),
    ]),
    *table("XK-048-1-5", HELD, [
        ("signed", {"transcript_signed": True}, PASSES),
        ("not signed", {"transcript_signed": False}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("XK-048-2", {**DECIDED, **HELD}, [
        ("by the transcript", {"transcript_followed": True}, PASSES),
        ("by something else", {"transcript_followed": False}, FAILS),
        ("not known", {}, OPEN),
        ("no hearing", {"hearing_held_on": None}, APART),
    ]),
])  # fmt: skip

DECISION = of_grain("licence", [
    *table("XK-005-2b", {"published_on": "2026-04-10", "disclosing": True, "objection_allowed": True}, [
        ("agreed, with time to object", {"disclosure_agreed": True}, PASSES),
        ("not agreed", {"disclosure_agreed": False}, FAILS),
        ("no time to object", {"disclosure_agreed": True, "objection_allowed": False}, FAILS),
        ("not known", {}, OPEN),
        ("nothing secret in it", {"disclosing": False}, APART),
    ]),
    *table("XK-039-1", {"issued_on": "2026-04-10", "needs_certificate": True}, [
        ("sealed", {"sealed": True}, PASSES),
        ("not sealed", {"sealed": False}, FAILS),
        ("not known", {}, OPEN),
        ("no certificate", {"needs_certificate": False}, APART),
    ]),
    *table("XK-040", {**GRANTED, "archived_on": "2026-04-20"}, [
        ("public", {"published_on": "2026-04-10"}, PASSES),
        ("not public", {}, FAILS),
        ("not put away", {"archived_on": None}, OPEN),
        ("secret", {"secret": True}, APART),
        ("declined", {"outcome": "declined"}, APART),
    ]),
    # 30 days from 2 Mar: 1 Apr; the licence must run beyond that day
    *table("XK-050-1", RENEWAL, [
        ("thirty days between", {"expires_on": "2026-04-02"}, PASSES),
        ("on the thirtieth day", {"expires_on": "2026-04-01"}, FAILS),
        ("not known when it ends", {}, OPEN),
        ("otherwise by statute", {"renewal_otherwise": True, "expires_on": "2026-03-20"}, APART),
        ("a first licence", {"kind": "new", "expires_on": "2026-03-20"}, APART),
    ]),
    *table("XK-050-2", {**RENEWAL, "expires_on": "2026-04-05"}, [
        ("on the day it ends, a Sunday and a holiday", {"decided_on": "2026-04-05"}, PASSES),
        ("a day later", {"decided_on": "2026-04-06"}, FAILS),
        ("open on the day it ends", {"today": "2026-04-05"}, OPEN),
        ("open a day later", {"today": "2026-04-06"}, FAILS),
        ("asked too late for a renewal", {"expires_on": "2026-04-01", "decided_on": "2026-04-06"}, APART),
        ("asked late, but otherwise by statute", {"expires_on": "2026-04-01", "renewal_otherwise": True, "decided_on": "2026-04-02"}, FAILS),
    ]),
    *table("XK-050-2-deemed", {**RENEWAL, "expires_on": "2026-04-05", "outcome": "declined"}, [
        ("declined on the day it ends", {"decided_on": "2026-04-05"}, PASSES),
        ("declined a day later: it runs on", {"decided_on": "2026-04-06"}, FAILS),
        ("not decided", {}, OPEN),
        ("granted late", {"outcome": "granted", "decided_on": "2026-04-06"}, APART),
    ]),
    *table("XK-057", {**GRANTED, "quota": True}, [
        ("nobody before", {"earlier_waiting": 0}, PASSES),
        ("one before", {"earlier_waiting": 1}, FAILS),
        ("not known", {}, OPEN),
        ("otherwise by statute", {"order_by_law": True, "earlier_waiting": 1}, APART),
        ("no limit of number", {"quota": False, "earlier_waiting": 1}, APART),
    ]),
    *table("XK-058-1", DECIDED, [
        ("free", {"fee": 0}, PASSES),
        ("one 分", {"fee": 1}, FAILS),
        ("by statute", {"fee": 50000, "fee_by_law": True}, PASSES),
        ("not known", {}, OPEN),
    ]),
    *table("XK-008-2", {"withdrawn_on": "2026-03-30", "public_interest": True, "loss": False}, [
        ("the law changed", {"ground": "law_changed"}, PASSES),
        ("things changed greatly", {"ground": "facts_changed"}, PASSES),
        ("neither", {"ground": "unqualified"}, FAILS),
        ("not for the public", {"ground": "law_changed", "public_interest": False}, FAILS),
        ("a loss made good", {"ground": "law_changed", "loss": True, "compensated": True}, PASSES),
        ("a loss not made good", {"ground": "law_changed", "loss": True}, FAILS),
        ("no ground known", {}, OPEN),
        ("not withdrawn", {"withdrawn_on": None, "ground": "law_changed"}, OPEN),
    ]),
    *table("XK-069-1", REVOKED, [
        ("granted beyond its powers", {"ground": "beyond"}, PASSES),
        ("granted to one not qualified", {"ground": "unqualified"}, PASSES),
        ("got by fraud", {"ground": "fraud"}, PASSES),
        ("the law changed", {"ground": "law_changed"}, FAILS),
        ("run out", {"ground": "expired"}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("XK-069-1-public", {"revoked_on": "2026-03-30"}, [
        ("no harm to the public", {"harms_public": False}, PASSES),
        ("great harm to the public", {"harms_public": True}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("XK-069-1-loss", {"revoked_on": "2026-03-30", "ground": "procedure"}, [
        ("no loss", {"loss": False}, PASSES),
        ("a loss made good", {"loss": True, "compensated": True}, PASSES),
        ("a loss not made good", {"loss": True}, FAILS),
        ("not known", {}, OPEN),
        ("got by fraud: no protection", {"ground": "fraud", "loss": True}, APART),
    ]),
    *table("XK-069-2", {"kept_on": "2026-03-30", "ground": "fraud"}, [
        ("kept for the public's sake", {"harms_public": True}, PASSES),
        ("kept without need", {"harms_public": False}, FAILS),
        ("not known", {}, OPEN),
        ("the organ's own fault", {"ground": "procedure", "harms_public": False}, APART),
    ]),
    *table("XK-070", {"cancelled_on": "2026-04-10"}, [
        ("run out", {"ground": "expired"}, PASSES),
        ("dead", {"ground": "dead"}, PASSES),
        ("dissolved", {"ground": "dissolved"}, PASSES),
        ("revoked before", {"ground": "revoked"}, PASSES),
        ("cannot be used any more", {"ground": "force_majeure"}, PASSES),
        ("by statute", {"ground": "by_statute"}, PASSES),
        ("got by fraud and revoked", {"ground": "fraud", "revoked_on": "2026-03-30"}, PASSES),
        ("got by fraud, not revoked", {"ground": "fraud"}, FAILS),
        ("not cancelled", {"cancelled_on": None, "ground": "fraud"}, OPEN),
    ]),
    *table("XK-070-after", {"ended_on": "2026-04-20", "revoked_on": "2026-03-30"}, [
        ("cancelled", {"cancelled_on": "2026-04-10"}, PASSES),
        ("not cancelled", {}, FAILS),
        ("not closed", {"ended_on": None}, OPEN),
        ("only altered", {"revoked_on": None, "withdrawal": "alter"}, APART),
        ("withdrawn, not cancelled", {"revoked_on": None, "withdrawal": "withdraw"}, FAILS),
    ]),
])  # fmt: skip

INSPECTION = of_grain("inspection", [
    *table("CF-042-1b-inspection", {}, [
        ("two with cards", {"certified_officers": 2}, PASSES),
        ("one with a card", {"certified_officers": 1}, FAILS),
        ("nobody named", {}, OPEN),
    ]),
    *table("CF-042-1a-inspection", {}, [
        ("all with cards", {"uncertified_officers": 0}, PASSES),
        ("one without", {"uncertified_officers": 1}, FAILS),
        ("nobody named", {}, OPEN),
    ]),
    *table("CF-055-1-inspection", {}, [
        ("shown", {"card_shown": True}, PASSES),
        ("not shown", {"card_shown": False}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("XK-061-2", {"licensee": True, "archived_on": "2026-04-20"}, [
        ("recorded and signed", {"recorded": True, "signed": True}, PASSES),
        ("not signed", {"recorded": True, "signed": False}, FAILS),
        ("not recorded", {"recorded": False, "signed": True}, FAILS),
        ("not known", {"recorded": True}, OPEN),
        ("no licensee", {"licensee": False}, APART),
    ]),
    *table("XK-063", {"licensee": True, "conducted_on": "2026-04-10"}, [
        ("without hindrance", {"hindered": False, "favours": False}, PASSES),
        ("the shop had to shut", {"hindered": True, "favours": False}, FAILS),
        ("a dinner was taken", {"hindered": False, "favours": True}, FAILS),
        ("not known", {"hindered": False}, OPEN),
        ("no licensee", {"licensee": False, "hindered": True}, APART),
    ]),
    *table("XK-064", {"licensee": True, "issuer_elsewhere": True, "unlawful": True, "archived_on": "2026-04-20"}, [
        ("the issuer was told", {"copied_on": "2026-04-15"}, PASSES),
        ("it was not", {}, FAILS),
        ("not put away", {"archived_on": None}, OPEN),
        ("our own licence", {"issuer_elsewhere": False}, APART),
        ("nothing unlawful", {"unlawful": False}, APART),
    ]),
    *table("YH-054-1", {"market": True, "source": "random", "approved_on": "2026-04-08", "random_officers": True, "merged": True}, [
        ("drawn at random, merged", {"random_target": True}, PASSES),
        ("the shop was picked", {"random_target": False}, FAILS),
        ("the officers were picked", {"random_target": True, "random_officers": False}, FAILS),
        ("not merged", {"random_target": True, "merged": False}, FAILS),
        ("of the plan, picked", {"source": "plan", "random_target": False}, FAILS),
        ("not known", {}, OPEN),
        ("after a complaint", {"source": "complaint", "random_target": False}, APART),
        ("a key field", {"source": "key", "random_target": False}, APART),
        ("not of the market", {"market": False, "random_target": False}, APART),
    ]),
    *table("YH-054-1-public", {"market": True, "source": "random", "archived_on": "2026-04-20"}, [
        ("public", {"published_on": "2026-04-18"}, PASSES),
        ("not public", {}, FAILS),
        ("not put away", {"archived_on": None}, OPEN),
        ("secret", {"secret": True}, APART),
    ]),
])  # fmt: skip

TABLES = [*HEARING, *DECISION, *INSPECTION]


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
