"""Requests for information, publication of one's own accord, corrections (政府信息公开条例): rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from tests.law.grained import of_grain
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict

ANSWERED = {"answered_on": "2026-03-30"}
# Mon 2 Mar 2026: 3-6 (4), 9 10 11 (7), 12 13 16-20 (14), Mon 23 (15), 24-27 (19), Mon 30 (20)
COUNTED = {"counted_from": "2026-03-02"}
THIRD = {"third_asked_on": "2026-03-09", "third_until": "2026-03-16"}  # 10 11 12 13 16: five working days

ASKED = of_grain("request", [
    *table("GK-031", {"received_on": "2026-03-02"}, [
        ("over the counter that day", {"channel": "counter", "submitted_on": "2026-03-02"}, PASSES),
        ("over the counter before", {"channel": "counter", "submitted_on": "2026-02-27"}, FAILS),
        ("signed for that day", {"channel": "signed_post", "signed_for_on": "2026-03-02"}, PASSES),
        ("signed for before", {"channel": "signed_post", "signed_for_on": "2026-02-27"}, FAILS),
        ("a plain letter confirmed that day", {"channel": "plain_post", "confirmed_on": "2026-03-02"}, PASSES),
        ("on line, confirmed before", {"channel": "internet", "confirmed_on": "2026-02-28"}, FAILS),
        ("by fax, confirmed that day", {"channel": "fax", "confirmed_on": "2026-03-02"}, PASSES),
        ("by fax, not confirmed", {"channel": "fax"}, OPEN),
    ]),
    *table("GK-030", {"received_on": "2026-03-02", "unclear": True}, [
        ("told on the seventh day", {"supplement_told_on": "2026-03-11"}, PASSES),
        ("on the eighth", {"supplement_told_on": "2026-03-12"}, FAILS),
        ("not yet, on the seventh", {"today": "2026-03-11"}, OPEN),
        ("not yet, on the eighth", {"today": "2026-03-12"}, FAILS),
        ("plain enough", {"unclear": False}, APART),
    ]),
    *table("GK-030-once", {"supplement_told_on": "2026-03-05", "supplement_by": "2026-03-20"}, [
        ("once", {"supplement_times": 1}, PASSES),
        ("twice", {"supplement_times": 2}, FAILS),
        ("no term set", {"supplement_times": 1, "supplement_by": None}, FAILS),
        ("not told", {"supplement_told_on": None}, OPEN),
    ]),
    *table("GK-030-given-up", {"supplement_by": "2026-03-20"}, [
        ("a day after the term", {"abandoned_on": "2026-03-21"}, PASSES),
        ("on its last day", {"abandoned_on": "2026-03-20"}, FAILS),
        ("with good reason", {"abandoned_on": "2026-03-21", "supplement_excused": True}, FAILS),
        ("supplemented after all", {"abandoned_on": "2026-03-21", "supplemented_on": "2026-03-19"}, FAILS),
        ("not given up", {}, OPEN),
    ]),
    *table("GK-010-1", {**ANSWERED, "reply": "not_ours"}, [
        ("made by another organ", {"info_from": "other"}, PASSES),
        ("made here", {"info_from": "made"}, FAILS),
        ("kept here, from a party", {"info_from": "kept"}, FAILS),
        ("not known", {}, OPEN),
        ("given", {"reply": "given", "info_from": "made"}, APART),
    ]),
    *table("GK-014-reply", {**ANSWERED, "closed_by_law": True}, [
        ("declined", {"reply": "declined"}, PASSES),
        ("given", {"reply": "given"}, FAILS),
        ("said to be public", {"reply": "public"}, FAILS),
        ("not known", {}, OPEN),
        ("not closed", {"closed_by_law": False, "reply": "given"}, APART),
    ]),
    *table("GK-015", {**ANSWERED, "harms_third": True, "reply": "given"}, [
        ("the third agrees", {"third_agreed": True}, PASSES),
        ("it does not", {"third_agreed": False}, FAILS),
        ("for the public, and told", {"third_agreed": False, "outweighs": True, "third_told": True}, PASSES),
        ("for the public, not told", {"third_agreed": False, "outweighs": True}, FAILS),
        ("declined", {"reply": "declined"}, APART),
        ("not answered", {"answered_on": None}, OPEN),
    ]),
    *table("GK-016-2", {**ANSWERED, "reply": "declined", "closed_as": "case_file"}, [
        ("nothing says it must be public", {"public_by_statute": False}, PASSES),
        ("a statute says so", {"public_by_statute": True}, FAILS),
        ("a draft, a statute says so", {"closed_as": "process", "public_by_statute": True}, FAILS),
        ("not known", {}, OPEN),
        ("for another reason", {"closed_as": "third", "public_by_statute": True}, APART),
    ]),
    *table("GK-032-asked", {**ANSWERED, "harms_third": True}, [
        ("the third was asked", {"third_asked_on": "2026-03-09"}, PASSES),
        ("it was not", {}, FAILS),
        ("not answered", {"answered_on": None}, OPEN),
        ("no third", {"harms_third": False}, APART),
    ]),
    *table("GK-032", {"third_asked_on": "2026-03-02"}, [
        ("on the fifteenth day", {"third_answered_on": "2026-03-23"}, PASSES),
        ("on the sixteenth", {"third_answered_on": "2026-03-24"}, FAILS),
        ("silent: the organ decides", {"today": "2026-06-01"}, OPEN),
    ]),
    *table("GK-032-wait", {"third_asked_on": "2026-03-02"}, [
        ("answered on the sixteenth day", {"answered_on": "2026-03-24"}, PASSES),
        ("on the fifteenth", {"answered_on": "2026-03-23"}, FAILS),
        ("not answered", {}, OPEN),
        ("the third has spoken", {"third_answered_on": "2026-03-05", "answered_on": "2026-03-06"}, APART),
    ]),
    *table("GK-033-2", COUNTED, [
        ("on the twentieth day", {"answered_on": "2026-03-30"}, PASSES),
        ("on the twenty-first", {"answered_on": "2026-03-31"}, FAILS),
        ("open on the twentieth", {"today": "2026-03-30"}, OPEN),
        # 31 Mar (21), 1-3 Apr (24), 7-10 (28), 13-17 (33), 20-24 (38), 27 28 (40)
        ("twenty more, on the last", {"extension": 20, "answered_on": "2026-04-28"}, PASSES),
        ("twenty more, a day late", {"extension": 20, "answered_on": "2026-04-29"}, FAILS),
        # five more: 31 Mar, 1 2 3 7 Apr
        ("a third asked meanwhile", {**THIRD, "answered_on": "2026-04-07"}, PASSES),
        ("a third asked, a day late", {**THIRD, "answered_on": "2026-04-08"}, FAILS),
        # peers from 12 to 18 Mar: 13 16 17 18; of these 13 and 16 lie in the other: two more, 8 9 Apr
        ("both at once, no day left out twice", {**THIRD, "peers_asked_on": "2026-03-12", "peers_until": "2026-03-18", "answered_on": "2026-04-09"}, PASSES),
        ("both at once, a day late", {**THIRD, "peers_asked_on": "2026-03-12", "peers_until": "2026-03-18", "answered_on": "2026-04-10"}, FAILS),
        # peers after the third: 18 to 20 Mar: 19 20: two more
        ("one after the other", {**THIRD, "peers_asked_on": "2026-03-18", "peers_until": "2026-03-20", "answered_on": "2026-04-09"}, PASSES),
        ("one after the other, a day late", {**THIRD, "peers_asked_on": "2026-03-18", "peers_until": "2026-03-20", "answered_on": "2026-04-10"}, FAILS),
        ("still consulting", {"third_asked_on": "2026-03-09", "consulting": True, "today": "2026-06-01"}, OPEN),
        ("given up", {"abandoned_on": "2026-03-25"}, APART),
    ]),
    *table("GK-033-2-extended", {}, [
        ("twenty", {"extension": 20}, PASSES),
        ("twenty-one", {"extension": 21}, FAILS),
        ("one", {"extension": 1}, PASSES),
        ("none", {"extension": 0}, FAILS),
        ("not lengthened", {}, OPEN),
    ]),
    *table("GK-033-2-agreed", {"extension": 10}, [
        ("agreed and told", {"extension_approved": True, "extension_told": True}, PASSES),
        ("not agreed", {"extension_approved": False, "extension_told": True}, FAILS),
        ("not told", {"extension_approved": True, "extension_told": False}, FAILS),
        ("not known", {"extension_approved": True}, OPEN),
    ]),
    *table("GK-033-2-timely", COUNTED, [
        ("on the twentieth day", {"extended_on": "2026-03-30", "extension": 20}, PASSES),
        ("on the twenty-first", {"extended_on": "2026-03-31", "extension": 20}, FAILS),
        ("not lengthened", {}, OPEN),
    ]),
    *table("GK-034", {"peers_asked_on": "2026-03-02"}, [
        ("on the fifteenth day", {"peers_answered_on": "2026-03-23"}, PASSES),
        ("on the sixteenth", {"peers_answered_on": "2026-03-24"}, FAILS),
        ("silent: it agrees", {"today": "2026-06-01"}, OPEN),
    ]),
    *table("GK-034-silence", {**ANSWERED, "peers_asked_on": "2026-03-02", "peers_agreed": False}, [
        ("it objected in writing", {"peers_answered_on": "2026-03-10"}, PASSES),
        ("it said nothing", {}, FAILS),
        ("not answered", {"answered_on": None}, OPEN),
        ("it agreed", {"peers_agreed": True}, APART),
    ]),
    *table("GK-036", ANSWERED, [
        ("given", {"reply": "given"}, PASSES),
        ("declined with reasons", {"reply": "declined", "reasoned": True}, PASSES),
        ("declined without", {"reply": "declined", "reasoned": False}, FAILS),
        ("not ours, without reasons", {"reply": "not_ours", "reasoned": False}, FAILS),
        ("a kind that the law does not know", {"reply": "later"}, FAILS),
        ("reasons not known", {"reply": "declined"}, OPEN),
    ]),
    *table("GK-037", {**ANSWERED, "mixed": True, "reasoned": True}, [
        ("the open part given", {"part_given": True}, PASSES),
        ("all withheld", {"part_given": False}, FAILS),
        ("given without reasons for the rest", {"part_given": True, "reasoned": False}, FAILS),
        ("not known", {}, OPEN),
        ("cannot be parted", {"mixed": False, "part_given": False}, APART),
    ]),
    *table("GK-042-1", ANSWERED, [
        ("free", {"fee": 0}, PASSES),
        ("one 分", {"fee": 1}, FAILS),
        ("far too many requests", {"fee": 10000, "frequent": True}, PASSES),
        ("not known", {}, OPEN),
    ]),
    *table("GK-045", {"archived_on": "2026-04-10", "received_on": "2026-03-02"}, [
        ("examined and answered", {"examined_on": "2026-03-20", **ANSWERED}, PASSES),
        ("given up", {"abandoned_on": "2026-03-25"}, PASSES),
        ("answered without examination", ANSWERED, FAILS),
        ("not put away", {"archived_on": None}, OPEN),
    ]),
    *table("GK-041", {"fix_closed_on": "2026-04-10"}, [
        ("true, put right, told", {"fix_ours": True, "fix_true": True, "fixed_on": "2026-04-08", "fix_told": True}, PASSES),
        ("true, not put right", {"fix_ours": True, "fix_true": True, "fix_told": True}, FAILS),
        ("put right, not told", {"fix_ours": True, "fix_true": True, "fixed_on": "2026-04-08", "fix_told": False}, FAILS),
        ("not true, told", {"fix_ours": True, "fix_true": False, "fix_told": True}, PASSES),
        ("another's, passed on", {"fix_ours": False, "fix_passed_on": True}, PASSES),
        ("another's, dropped", {"fix_ours": False, "fix_passed_on": False}, FAILS),
        ("not known whose", {}, OPEN),
    ]),
])  # fmt: skip

PUBLISHED = of_grain("request", [
    *table("GK-014", {"published_on": "2026-03-20"}, [
        ("open", {"closed_by_law": False}, PASSES),
        ("a state secret", {"closed_by_law": True}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("GK-015-publish", {"published_on": "2026-03-20", "harms_third": True}, [
        ("the third agrees", {"third_agreed": True}, PASSES),
        ("for the public", {"outweighs": True}, PASSES),
        ("neither", {}, FAILS),
        ("not published", {"published_on": None}, OPEN),
        ("nobody harmed", {"harms_third": False}, APART),
    ]),
    *table("GK-017-2", {"published_on": "2026-03-20"}, [
        ("reviewed, no doubt", {"secrecy_reviewed": True, "doubtful": False}, PASSES),
        ("in doubt, determined", {"secrecy_reviewed": True, "doubtful": True, "determined": True}, PASSES),
        ("in doubt, not determined", {"secrecy_reviewed": True, "doubtful": True}, FAILS),
        ("not reviewed", {"secrecy_reviewed": False, "doubtful": False}, FAILS),
        ("not known", {"secrecy_reviewed": True}, OPEN),
    ]),
    *table("GK-026", {"made_on": "2026-03-02"}, [
        ("on the twentieth day", {"published_on": "2026-03-30"}, PASSES),
        ("on the twenty-first", {"published_on": "2026-03-31"}, FAILS),
        ("not yet, on the twentieth", {"today": "2026-03-30"}, OPEN),
        ("not yet, on the twenty-first", {"today": "2026-03-31"}, FAILS),
        ("another term by statute", {"special_term": True, "published_on": "2026-03-31"}, APART),
        ("closed by law", {"closed_by_law": True, "today": "2026-06-01"}, APART),
    ]),
])  # fmt: skip

YEARLY = of_grain("organ", [
    *table("GK-020-5", {"service_items": 30}, [
        ("all published", {"service_items_published": 30}, PASSES),
        ("one is not", {"service_items_published": 29}, FAILS),
        ("not counted", {}, OPEN),
    ]),
    *table("GK-020-6", {"enforcement_bases_published": True, "influential_decisions": 4}, [
        ("all published", {"influential_published": 4}, PASSES),
        ("one decision is not", {"influential_published": 3}, FAILS),
        ("the bases are not", {"enforcement_bases_published": False, "influential_published": 4}, FAILS),
        ("not counted", {}, OPEN),
    ]),
    *table("GK-024", {}, [
        ("search, reading, download", {"portal_functions": 3}, PASSES),
        ("no download", {"portal_functions": 2}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("GK-049-1", {"openness_report_published_on": "2026-01-20"}, [
        ("on the last day of January", {"openness_report_on": "2026-01-31"}, PASSES),
        ("on 1 February", {"openness_report_on": "2026-02-01"}, FAILS),
        ("handed in, published in February", {"openness_report_on": "2026-01-20", "openness_report_published_on": "2026-02-01"}, FAILS),
        ("not yet", {}, OPEN),
    ]),
    *table("GK-049-2", {"openness_authority": True}, [
        ("on the last day of March", {"government_report_on": "2026-03-31"}, PASSES),
        ("on 1 April", {"government_report_on": "2026-04-01"}, FAILS),
        ("not yet", {}, OPEN),
        ("another bureau", {"openness_authority": False}, APART),
    ]),
    *table("GK-050-1", {}, [
        ("all five", {"report_contents": 5}, PASSES),
        ("four", {"report_contents": 4}, FAILS),
        ("not known", {}, OPEN),
    ]),
])  # fmt: skip

TABLES = [*ASKED, *PUBLISHED, *YEARLY]


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
