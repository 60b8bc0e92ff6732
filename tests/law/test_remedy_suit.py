"""A suit against the organ: what the defence must see, how it is filed, who appears, what follows; and asking a court to execute.

2026: Sunday 20 September and Saturday 10 October are worked; Friday 25 September, and 1 to 7 October are off.
"""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.remedies import Objection
from tests.law.judging import APART, FAILS, OPEN, PASSES, verdict
from tests.law.remedies import tables_of

suit = tables_of("suit")
A = {"answered_on": "2026-10-12"}
LATE, FIRST, COURT, WHO = Objection.TOO_LATE, Objection.REVIEW_FIRST, Objection.COURT, Objection.DEFENDANT
DIRECT = {**A, "reviewed": False, "term_told": True, "content_unknown": False}
HELD = {"held_on": "2026-11-10"}


def first(rule: str, kind: str) -> list[Any]:
    return suit(
        rule,
        {**A, "first_kind": kind},
        [
            ("reviewed first", {"reviewed": True}, PASSES),
            ("at once, and objected to", {"reviewed": False, "objections": FIRST}, PASSES),
            ("at once, and another objection", {"reviewed": False, "objections": LATE}, FAILS),
            ("at once, and nothing said", {"reviewed": False}, FAILS),
            ("not known", {}, OPEN),
            ("not answered yet", {"answered_on": None, "reviewed": False}, OPEN),
            ("open to a suit", {"first_kind": "none", "reviewed": False}, APART),
        ],
    )


TABLES = [
    *first("FY-023-1-1", "spot"), *first("FY-023-1-2", "resource"), *first("FY-023-1-3", "inaction"), *first("FY-023-1-4", "openness"),
    *suit("FT-030-2", {**A, "first_kind": "refused"}, [
        ("no such objection", {}, PASSES), ("an objection that it had to be reviewed", {"objections": FIRST}, FAILS), ("not answered", {"answered_on": None}, OPEN),
        ("inaction", {"first_kind": "inaction", "objections": FIRST}, APART),
    ]),
    *suit("FY-029-1", A, [
        ("no review runs", {"review_pending": False}, PASSES), ("one runs, and it is said", {"review_pending": True, "objections": Objection.REVIEW_PENDING}, PASSES),
        ("one runs", {"review_pending": True}, FAILS), ("not known", {}, OPEN),
    ]),
    # the decision on Tue 1 Sep and 15 days: Wed 16 Sep
    *suit("FY-034", {**A, "reviewed": True, "first_kind": "spot", "review_ended_by": "rejected", "review_ended_on": "2026-09-01"}, [
        ("on the fifteenth day", {"sued_on": "2026-09-16"}, PASSES), ("on the sixteenth", {"sued_on": "2026-09-17"}, FAILS),
        ("on the sixteenth, and objected to", {"sued_on": "2026-09-17", "objections": LATE}, PASSES), ("three days were lost: Sat 19 rolls to Sun 20, which is worked", {"lost_days": 3, "sued_on": "2026-09-20"}, PASSES),
        ("no answer came in time", {"review_ended_by": "silent", "sued_on": "2026-09-17"}, FAILS), ("not known when", {}, OPEN),
        ("no review was needed", {"first_kind": "none", "sued_on": "2026-09-17"}, APART), ("a decision", {"review_ended_by": "upheld"}, APART),
    ]),
    # Wed 16 Sep and 15 days: Thu 1 Oct, off to Thu 8 Oct
    *suit("SS-045", {**A, "reviewed": True, "first_kind": "none", "review_ended_by": "upheld", "review_ended_on": "2026-09-01"}, [
        ("on the fifteenth day", {"sued_on": "2026-09-16"}, PASSES), ("on the sixteenth", {"sued_on": "2026-09-17"}, FAILS),
        ("the fifteenth put off by the holidays", {"review_ended_on": "2026-09-16", "sued_on": "2026-10-08"}, PASSES),
        ("and a day late", {"review_ended_on": "2026-09-16", "sued_on": "2026-10-09"}, FAILS), ("late, and objected to", {"sued_on": "2026-09-17", "objections": LATE}, PASSES),
        ("a compulsory review rejected", {"first_kind": "spot", "review_ended_by": "rejected"}, APART), ("a law sets another term", {"term_otherwise": True}, APART),
        ("not known when", {}, OPEN), ("not reviewed", {"reviewed": False}, APART),
    ]),
    # known on Tue 31 Mar: six months on, September has no 31st: Wed 30 Sep; on Mon 9 Mar: Wed 9 Sep
    *suit("SS-046-1", {**DIRECT, "known_on": "2026-03-09"}, [
        ("on the day six months on", {"sued_on": "2026-09-09"}, PASSES), ("a day later", {"sued_on": "2026-09-10"}, FAILS),
        ("to the end of a shorter month", {"known_on": "2026-03-31", "sued_on": "2026-09-30"}, PASSES), ("past it", {"known_on": "2026-03-31", "sued_on": "2026-10-01"}, FAILS),
        ("five days were lost: Mon 14 Sep", {"lost_days": 5, "sued_on": "2026-09-14"}, PASSES), ("and a day", {"lost_days": 5, "sued_on": "2026-09-15"}, FAILS),
        ("late, and objected to", {"sued_on": "2026-09-10", "objections": LATE}, PASSES), ("not known when", {}, OPEN), ("reviewed", {"reviewed": True}, APART),
        ("not told of the term", {"term_told": False}, APART), ("an omission", {"duty_due_on": "2026-03-09"}, APART), ("hindered", {"hindered_until": "2026-09-20"}, APART),
    ]),
    *suit("SS-046-2", {**A, "immovable": False, "act_on": "2021-09-08"}, [
        ("five years", {"sued_on": "2026-09-08"}, PASSES), ("five years and a day", {"sued_on": "2026-09-09"}, FAILS), ("and objected to", {"sued_on": "2026-09-09", "objections": LATE}, PASSES),
        ("an immovable, twenty years", {"immovable": True, "act_on": "2006-09-08", "sued_on": "2026-09-08"}, PASSES),
        ("an immovable, and a day", {"immovable": True, "act_on": "2006-09-08", "sued_on": "2026-09-09"}, FAILS), ("not known of what", {"immovable": None, "sued_on": "2026-09-08"}, OPEN),
    ]),
    # asked on Wed 8 Jul: two months to Tue 8 Sep
    *suit("SS-047-1", {**A, "duty_asked_on": "2026-07-08"}, [
        ("the day after two months", {"sued_on": "2026-09-09"}, PASSES), ("on the last day of the two", {"sued_on": "2026-09-08"}, FAILS),
        ("too early, and said so", {"sued_on": "2026-09-08", "objections": Objection.TOO_EARLY}, PASSES), ("not known when", {}, OPEN), ("urgent", {"duty_urgent": True}, APART),
        ("a statute sets another term", {"duty_term_otherwise": True}, APART), ("no such request", {"duty_asked_on": None, "sued_on": "2026-01-01"}, APART),
    ]),
    # gone on Tue 1 Sep: ten days to Fri 11 Sep
    *suit("SS-048-2", {**A, "hindered_until": "2026-09-01"}, [
        ("on the tenth day", {"longer_asked_on": "2026-09-11"}, PASSES), ("on the eleventh", {"longer_asked_on": "2026-09-12"}, FAILS),
        ("on the eleventh, and objected to", {"longer_asked_on": "2026-09-12", "objections": LATE}, PASSES), ("never asked", {}, OPEN), ("not hindered", {"hindered_until": None}, APART),
    ]),
    *suit("SJ-064-1", {**DIRECT, "term_told": False, "term_known_on": "2026-03-09", "known_on": "2026-03-09"}, [
        ("six months from knowing of the term", {"sued_on": "2026-09-09"}, PASSES), ("a day later", {"sued_on": "2026-09-10"}, FAILS),
        ("a year from knowing of the act", {"known_on": "2025-09-08", "term_known_on": "2026-06-01", "sued_on": "2026-09-08"}, PASSES),
        ("a year and a day", {"known_on": "2025-09-08", "term_known_on": "2026-06-01", "sued_on": "2026-09-09"}, FAILS), ("and objected to", {"sued_on": "2026-09-10", "objections": LATE}, PASSES),
        ("not known when the term was known", {"term_known_on": None, "sued_on": "2026-09-09"}, OPEN), ("told", {"term_told": True}, APART),
    ]),
    *suit("SJ-065", {**DIRECT, "content_unknown": True, "immovable": False, "act_on": "2024-01-08", "known_on": "2026-03-09"}, [
        ("six months from knowing", {"sued_on": "2026-09-09"}, PASSES), ("a day later", {"sued_on": "2026-09-10"}, FAILS),
        ("five years from the act cut it short", {"act_on": "2021-08-10", "sued_on": "2026-08-10"}, PASSES), ("five years and a day", {"act_on": "2021-08-10", "sued_on": "2026-08-11"}, FAILS),
        ("late, and objected to", {"sued_on": "2026-09-10", "objections": LATE}, PASSES), ("not known when", {"known_on": None, "sued_on": "2026-09-09"}, OPEN), ("known", {"content_unknown": False}, APART),
    ]),
    *suit("SJ-066", {**DIRECT, "duty_due_on": "2026-03-09"}, [
        ("six months from the last day of the duty", {"sued_on": "2026-09-09"}, PASSES), ("a day later", {"sued_on": "2026-09-10"}, FAILS),
        ("late, and objected to", {"sued_on": "2026-09-10", "objections": LATE}, PASSES), ("not known when", {}, OPEN), ("no duty", {"duty_due_on": None, "sued_on": "2026-12-10"}, APART),
    ]),
    *suit("SS-026-2", {**A, "reviewed": True, "review_ended_by": "upheld"}, [
        ("both are sued", {"codefendant": True}, PASSES), ("one is, and it is said", {"codefendant": False, "objections": WHO}, PASSES), ("one is", {"codefendant": False}, FAILS), ("not known", {}, OPEN),
        ("changed", {"review_ended_by": "changed", "codefendant": False}, APART), ("not reviewed", {"reviewed": False, "codefendant": False}, APART),
    ]),
    *suit("SJ-019", {**A, "superior_approved": True}, [
        ("our name stands on it", {"signed_by_us": True}, PASSES), ("another's, and it is said", {"signed_by_us": False, "objections": WHO}, PASSES), ("another's", {"signed_by_us": False}, FAILS),
        ("not known", {}, OPEN), ("our own act", {"superior_approved": False, "signed_by_us": False}, APART),
    ]),
    *suit("SS-015-1", {**A, "defendant_kind": "government"}, [
        ("an intermediate court", {"court_level": "intermediate"}, PASSES), ("a basic court", {"court_level": "basic"}, FAILS), ("a basic court, and it is said", {"court_level": "basic", "objections": COURT}, PASSES),
        ("a ministry before a basic court", {"defendant_kind": "ministry", "court_level": "basic"}, FAILS), ("not known", {}, OPEN), ("a bureau", {"defendant_kind": "other", "court_level": "basic"}, APART),
    ]),
    *suit("SS-018-1", {**A, "immovable": False, "reviewed": False}, [
        ("where the organ sits", {"court_seat": "organ"}, PASSES), ("assigned across districts", {"court_seat": "assigned"}, PASSES), ("where the reviewing organ sits, not reviewed", {"court_seat": "review"}, FAILS),
        ("where the reviewing organ sits, reviewed", {"court_seat": "review", "reviewed": True}, PASSES), ("elsewhere", {"court_seat": "other"}, FAILS), ("elsewhere, and it is said", {"court_seat": "other", "objections": COURT}, PASSES),
        ("not known", {}, OPEN), ("of an immovable", {"immovable": True, "court_seat": "other"}, APART),
    ]),
    *suit("SS-020", {**A, "immovable": True}, [
        ("where it lies", {"court_seat": "immovable"}, PASSES), ("where the organ sits", {"court_seat": "organ"}, FAILS), ("where the organ sits, and it is said", {"court_seat": "organ", "objections": COURT}, PASSES),
        ("not known", {}, OPEN), ("not of an immovable", {"immovable": False, "court_seat": "organ"}, APART),
    ]),
    *suit("SS-034-1", A, [("all three", {"filed": 3}, PASSES), ("two", {"filed": 2}, FAILS), ("not known", {}, OPEN), ("more time was given", {"filed": 2, "delay_allowed": True}, APART)]),
    *suit("SS-035", {**A, "sued_on": "2026-09-09"}, [
        ("all from before", {"evidence_last_on": "2026-09-08"}, PASSES), ("from the day of the suit", {"evidence_last_on": "2026-09-09"}, FAILS),
        ("allowed by the court", {"evidence_last_on": "2026-09-20", "supplement_allowed": True}, PASSES), ("not known", {}, OPEN),
    ]),
    *suit("SJ-043", A, [("none", {"illegal_evidence": 0}, PASSES), ("one", {"illegal_evidence": 1}, FAILS), ("not known", {}, OPEN)]),
    # Tue 1 Sep and 15 days: Wed 16 Sep
    *suit("SS-067-1", {"received_on": "2026-09-01"}, [
        ("on the fifteenth day", {"answered_on": "2026-09-16"}, PASSES), ("on the sixteenth", {"answered_on": "2026-09-17"}, FAILS), ("open", {"today": "2026-09-16"}, OPEN), ("overdue", {"today": "2026-09-17"}, FAILS),
    ]),
    *suit("SJ-034", {"received_on": "2026-09-01"}, [("on the fifteenth day", {"delay_asked_on": "2026-09-16"}, PASSES), ("on the sixteenth", {"delay_asked_on": "2026-09-17"}, FAILS), ("not asked", {}, OPEN)]),
    *suit("SJ-034-filed", {"delay_allowed": True, "delay_ended_on": "2026-09-01"}, [
        ("on the fifteenth day", {"delayed_filed_on": "2026-09-16"}, PASSES), ("on the sixteenth", {"delayed_filed_on": "2026-09-17"}, FAILS), ("open", {"today": "2026-09-16"}, OPEN), ("not allowed", {"delay_allowed": False}, APART),
    ]),
    *suit("SS-056-1", {"stayed_on": "2026-10-12"}, [
        *((ground, {"stay_ground": ground}, PASSES) for ground in ("defendant", "asked", "court", "statute")), ("for nothing", {"stay_ground": "none"}, FAILS), ("not said", {}, OPEN),
    ]),
    *suit("SJ-081-1", {"changed_on": "2026-10-12"}, [("the court told", {"court_told": True}, PASSES), ("not told", {"court_told": False}, FAILS), ("not known", {}, OPEN)]),
    *suit("SS-003-3", HELD, [
        ("the head", {"head_appeared": True, "staff_appeared": 0}, PASSES), ("somebody of the staff", {"head_appeared": False, "staff_appeared": 1}, PASSES), ("nobody", {"head_appeared": False, "staff_appeared": 0}, FAILS), ("not known", {}, OPEN),
    ]),
    *suit("SJ-128-2", HELD, [
        ("the head and two agents", {"head_appeared": True, "agents": 2}, PASSES), ("the head and three", {"head_appeared": True, "agents": 3}, FAILS),
        ("the staff and a lawyer", {"head_appeared": False, "staff_appeared": 1, "agents": 1}, PASSES), ("a lawyer alone", {"head_appeared": False, "staff_appeared": 0, "agents": 1}, FAILS), ("not known", {}, OPEN),
    ]),
    *suit("SJ-129-1", {**HELD, "head_required": True}, [
        ("came", {"head_appeared": True}, PASSES), ("stayed away with good reason", {"head_appeared": False, "head_excused": True}, PASSES), ("stayed away", {"head_appeared": False}, FAILS), ("not known", {}, OPEN),
        ("not required", {"head_required": False, "head_appeared": False}, APART),
    ]),
    *suit("SJ-129-3", {**HELD, "head_appeared": False, "head_excused": True}, [
        ("explained and sealed", {"statement_filed": True, "statement_signed": True}, PASSES), ("explained, not sealed", {"statement_filed": True, "statement_signed": False}, FAILS),
        ("not explained", {"statement_filed": False, "statement_signed": False}, FAILS), ("not known", {}, OPEN), ("came", {"head_appeared": True, "statement_filed": False}, APART),
    ]),
    *suit("SJ-131-2", {**HELD, "staff_appeared": 1, "warrant_sealed": True}, [
        ("all three, sealed", {"warrant": 3}, PASSES), ("two", {"warrant": 2}, FAILS), ("not sealed", {"warrant": 3, "warrant_sealed": False}, FAILS), ("not known", {}, OPEN), ("the head alone", {"staff_appeared": 0, "warrant": 0}, APART),
    ]),
    *suit("SJ-096", {"judged_on": "2026-12-01", "result": "unlawful", "slight": "notice"}, [
        ("harmless", {"slight_harmless": True}, PASSES), ("not harmless", {"slight_harmless": False}, FAILS), ("not known", {}, OPEN), ("not for its form", {"slight": "none", "slight_harmless": False}, APART),
    ]),
    *suit("SJ-099-1", {"judged_on": "2026-12-01", "result": "void"}, [("no such organ", {"void_ground": "subject"}, PASSES), ("not said", {}, FAILS), ("no judgment", {"judged_on": None}, OPEN), ("quashed", {"result": "quashed"}, APART)]),
    *suit("SS-071", {"redone_on": "2027-01-04", "quash_ground": "evidence"}, [
        ("something else", {"redo_same": False}, PASSES), ("the same again", {"redo_same": True}, FAILS), ("not known", {}, OPEN), ("quashed for its form", {"quash_ground": "procedure", "redo_same": True}, APART),
        ("for other reasons", {"redo_other_reasons": True, "redo_same": True}, APART),
    ]),
    *suit("SS-094", {"perform_by": "2026-11-30"}, [
        ("on the last day", {"performed_on": "2026-11-30"}, PASSES), ("a day later", {"performed_on": "2026-12-01"}, FAILS), ("open", {"today": "2026-11-30"}, OPEN), ("overdue", {"today": "2026-12-01"}, FAILS),
    ]),
    *suit("SS-096-2", {"fined_days": 10}, [
        ("fifty a day", {"head_fine": 500_00}, PASSES), ("a cent less", {"head_fine": 499_99}, FAILS), ("a hundred a day", {"head_fine": 1000_00}, PASSES), ("a cent more", {"head_fine": 1000_01}, FAILS), ("not fined", {}, OPEN),
    ]),
    *suit("SJ-149-4", {"suggestion_received_on": "2026-07-06"}, [
        ("on the sixtieth day", {"suggestion_answered_on": "2026-09-04"}, PASSES), ("on the sixty-first", {"suggestion_answered_on": "2026-09-05"}, FAILS), ("open", {"today": "2026-09-04"}, OPEN),
    ]),
    *suit("SJ-155-1", {"execution_applied_on": "2026-10-12"}, [("all seven", {"execution_checks": 7}, PASSES), ("six", {"execution_checks": 6}, FAILS), ("not known", {}, OPEN)]),
    # ripe on Wed 8 Jul: three months to Thu 8 Oct; ripe on Thu 2 Jul: Fri 2 Oct, off to Thu 8 Oct
    *suit("SJ-156", {"ripe_on": "2026-07-08"}, [
        ("on the day three months on", {"execution_applied_on": "2026-10-08"}, PASSES), ("a day later", {"execution_applied_on": "2026-10-09"}, FAILS), ("later, with good reason", {"execution_applied_on": "2026-10-09", "delay_justified": True}, PASSES),
        ("put off by the holidays", {"ripe_on": "2026-07-02", "execution_applied_on": "2026-10-08"}, PASSES), ("not asked", {}, OPEN),
    ]),
    *suit("SJ-156-ripe", {"ripe_on": "2026-07-08"}, [("the day after", {"execution_applied_on": "2026-07-09"}, PASSES), ("on the last day to sue", {"execution_applied_on": "2026-07-08"}, FAILS), ("not asked", {}, OPEN)]),
    *suit("SJ-157-1", {"execution_applied_on": "2026-10-12", "execution_immovable": False}, [
        ("where we sit", {"execution_court": "organ_basic"}, PASSES), ("elsewhere", {"execution_court": "other"}, FAILS), ("where an immovable would lie", {"execution_court": "immovable_basic"}, FAILS),
        ("an immovable, where it lies", {"execution_immovable": True, "execution_court": "immovable_basic"}, PASSES), ("an immovable, where we sit", {"execution_immovable": True, "execution_court": "organ_basic"}, FAILS), ("not known", {}, OPEN),
    ]),
    *suit("SJ-159", {"preserved_on": "2026-10-12"}, [("feared for reasons", {"flight_feared": True}, PASSES), ("not feared", {"flight_feared": False}, FAILS), ("not known", {}, OPEN)]),
    # Mon 28 Sep: 29, 30, 8, 9, Sat 10 worked, 12, Tue 13 Oct: the seventh working day; and 30 days: Wed 28 Oct
    *suit("SJ-160-1", {"execution_accepted_on": "2026-09-28"}, [
        ("on the seventh day", {"ruled_on": "2026-10-13"}, PASSES), ("on the eighth", {"ruled_on": "2026-10-14"}, FAILS), ("open", {"today": "2026-10-13"}, OPEN), ("both sides heard", {"defect_heard": True}, APART),
    ]),
    *suit("SJ-160-1-heard", {"execution_accepted_on": "2026-09-28", "defect_heard": True}, [
        ("on the thirtieth day", {"ruled_on": "2026-10-28"}, PASSES), ("on the thirty-first", {"ruled_on": "2026-10-29"}, FAILS), ("open", {"today": "2026-10-28"}, OPEN), ("nobody heard", {"defect_heard": False}, APART),
    ]),
    *suit("SJ-161-1", {"execution_applied_on": "2026-10-12"}, [("none", {"execution_defects": 0}, PASSES), ("one", {"execution_defects": 1}, FAILS), ("not known", {}, OPEN)]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says
