"""Evidence, scenes, preservation and measures of market cases, rule by rule."""

from typing import Any

import pytest

from fadu.law.rules import Verdict
from fadu.law.vocabulary.marks import Flaw, Handed, Sampling, Scene
from tests.law.judging import APART, FAILS, OPEN, PASSES, table, verdict
from tests.law.story import Story

M = {"field": "market", "procedure": "general"}
ALL_HANDED = Handed(sum(Handed))
PARTY_THERE = Sampling.SUMMONED | Sampling.SEALED | Sampling.LISTED | Sampling.SIGNED
ON_FILM = Sampling.BOUGHT_ON_FILM | Sampling.OPENED_ON_FILM | Sampling.SEALED_ON_FILM


def flawed(rule: str, flaw: Flaw, other: Flaw) -> list[Any]:
    """A rule on one flaw of evidence."""
    return table(rule, M, [
        ("no flaw", {"evidence_flaws": 0}, PASSES),
        ("its flaw", {"evidence_flaws": flaw}, FAILS),
        ("its flaw among others", {"evidence_flaws": flaw | other}, FAILS),
        ("another flaw", {"evidence_flaws": other}, PASSES),
        ("nothing collected", {}, OPEN),
        ("another field", {"field": "eco", "evidence_flaws": flaw}, APART),
    ])  # fmt: skip


TABLES = [
    *flawed("SC-024", Flaw.COPY, Flaw.DATA),
    *flawed("SC-025", Flaw.CARRIER, Flaw.COPY),
    *flawed("SC-025", Flaw.TRANSCRIPT, Flaw.COPY),
    *flawed("SC-026-1", Flaw.DATA, Flaw.CARRIER),
    *flawed("SC-027-1", Flaw.ABROAD, Flaw.TRANSLATION),
    *flawed("SC-027-3", Flaw.TRANSLATION, Flaw.ABROAD),
    *table("SC-021-2", M, [
        ("told first", {"rights_told_on": "2025-09-24"}, PASSES),
        ("not told", {}, FAILS),
        ("procedure not known", {"procedure": None}, OPEN),
    ]),
    *table("SC-022", M, [
        ("two", {"certified_officers": 2}, PASSES),
        ("one", {"certified_officers": 1}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("SC-028", {**M, "inspected_on": "2025-09-24"}, [
        ("summoned", {"party_summoned": True}, PASSES),
        ("not summoned", {"party_summoned": False}, FAILS),
        ("not known", {}, OPEN),
        ("not inspected", {"inspected_on": None, "party_summoned": False}, OPEN),
    ]),
    *table("SC-029", {**M, "questioned_on": "2025-09-24"}, [
        ("apart", {"asked_apart": True}, PASSES),
        ("together", {"asked_apart": False}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("SC-031-1", {**M, "sampled_on": "2025-09-24"}, [
        ("summoned, sealed, listed, signed", {"sampling": PARTY_THERE}, PASSES),
        ("no seal", {"sampling": PARTY_THERE & ~Sampling.SEALED}, FAILS),
        ("party not summoned", {"sampling": PARTY_THERE & ~Sampling.SUMMONED}, FAILS),
        ("not known", {}, OPEN),
        ("bought on the net", {"sample_remote": True, "sampling": Sampling.SEALED}, APART),
    ]),
    *table("SC-031-2", {**M, "sampled_on": "2025-09-24", "sample_remote": True}, [
        ("all three on film", {"sampling": ON_FILM}, PASSES),
        ("opening not on film", {"sampling": ON_FILM & ~Sampling.OPENED_ON_FILM}, FAILS),
        ("not known", {}, OPEN),
        ("taken in the shop", {"sample_remote": False, "sampling": PARTY_THERE}, APART),
    ]),
    *table("SC-032", {**M, "test_told_on": "2025-09-24", "test_running": False}, [
        ("qualified, result told", {"test_lab": "qualified", "result_told_on": "2025-09-30"}, PASSES),
        ("no qualified one exists", {"test_lab": "fallback", "result_told_on": "2025-09-30"}, PASSES),
        ("unqualified", {"test_lab": "neither", "result_told_on": "2025-09-30"}, FAILS),
        ("result not told", {"test_lab": "qualified"}, FAILS),
        ("still being tested", {"test_lab": "qualified", "test_running": True}, PASSES),
        ("laboratory not known", {"result_told_on": "2025-09-30"}, OPEN),
        ("no test", {"test_told_on": None}, APART),
    ]),
    *table("SC-043", {**M, "first_inquiry_on": "2025-09-24"}, [
        ("every refusal on film", {"refusals_unfilmed": 0}, PASSES),
        ("one not", {"refusals_unfilmed": 1}, FAILS),
        ("not known", {}, OPEN),
    ]),
    *table("SC-044", {**M, "first_inquiry_on": "2025-09-24", "inspected_on": "2025-09-24"}, [
        ("inspection on film", {"filmed": Scene.INSPECTION}, PASSES),
        ("inspection not on film", {"filmed": 0}, FAILS),
        ("questioning not on film", {"filmed": Scene.INSPECTION, "questioned_on": "2025-09-25"}, FAILS),
        ("sampling not on film", {"filmed": Scene.INSPECTION, "sampled_on": "2025-09-25"}, FAILS),
        ("preserving not on film", {"filmed": Scene.INSPECTION, "preserved_on": "2025-09-25"}, FAILS),
        ("not known", {}, OPEN),
    ]),
    # Mon 22 Sep 2025: fifteen working days end on Fri 17 Oct
    *table("SC-045-2", {**M, "assist_received_on": "2025-09-22"}, [
        ("done on the fifteenth day", {"assist_done_on": "2025-10-17"}, PASSES),
        ("done on the sixteenth, Mon 20 Oct", {"assist_done_on": "2025-10-20"}, FAILS),
        ("done on the sixteenth, told before", {"assist_done_on": "2025-10-20", "assist_extension": 1}, PASSES),
        ("still at it", {"today": "2025-10-17"}, OPEN),
    ]),
    *table("SC-033-1", {**M, "preserve_disposed_on": "2025-10-09", "preserve_disposal": "released"}, [
        ("approved", {"release_approved": True}, PASSES),
        ("not approved", {"release_approved": False}, FAILS),
        ("not known", {}, OPEN),
        ("not released", {"preserve_disposal": "tested", "release_approved": False}, APART),
    ]),
    *table("SC-033-2", {**M, "preserve_urgent": True, "preserved_at": "2025-09-30T16:20"}, [
        ("within the minute", {"preserve_approved_at": "2025-10-01T16:20"}, PASSES),  # a holiday; hours do not roll over
        ("a minute late", {"preserve_approved_at": "2025-10-01T16:21"}, FAILS),
        ("still open", {"today": "2025-10-01"}, OPEN),
        ("approved before", {"preserve_urgent": False}, APART),
    ]),
    *table("SC-034-1", {**M, "preserved_on": "2025-09-24"}, [
        ("all five", {"preserve_handed": ALL_HANDED}, PASSES),
        ("no copy for the party", {"preserve_handed": ALL_HANDED & ~Handed.COPY}, FAILS),
        ("no notice", {"preserve_handed": ALL_HANDED & ~Handed.NOTICE}, FAILS),
        ("not known", {}, OPEN),
    ]),
    # Wed 24 Sep 2025: 25 26 28 29 30 Sep, 9, Fri 10 Oct: the seventh working day; the eighth is Sat 11 (worked)
    *table("SC-035-b", {**M, "preserved_on": "2025-09-24"}, [
        ("tested on the seventh day", {"preserve_disposal": "tested", "preserve_disposed_on": "2025-10-10"}, PASSES),
        ("tested on the eighth", {"preserve_disposal": "tested", "preserve_disposed_on": "2025-10-11"}, FAILS),
        ("released on the eighth", {"preserve_disposal": "released", "preserve_disposed_on": "2025-10-11"}, APART),
        ("not disposed of", {"preserve_disposal": "tested"}, OPEN),
    ]),
    *table("SC-035-a", {**M, "preserved_on": "2025-09-24"}, [
        ("on the seventh day", {"preserve_disposed_on": "2025-10-10"}, PASSES),
        ("on the eighth", {"preserve_disposed_on": "2025-10-11"}, FAILS),
        ("still open", {"today": "2025-10-10"}, OPEN),
    ]),
    *table("SC-036-1", {**M, "preserve_disposed_on": "2025-10-09", "preserve_disposal": "seized", "measure_approved": True}, [
        ("by a law", {"measure_basis": "law"}, PASSES),
        ("by a local regulation", {"measure_basis": "local_regulation"}, PASSES),
        ("by a mere rule", {"measure_basis": "department_rule"}, FAILS),
        ("not approved", {"measure_basis": "law", "measure_approved": False}, FAILS),
        ("not approved, urgent", {"measure_basis": "law", "measure_approved": False, "measure_urgent": True}, PASSES),
        ("basis not known", {}, OPEN),
    ]),
    *table("SC-036-2", {**M, "measure_urgent": True, "measure_taken_at": "2025-09-24T09:00"}, [
        ("within the day", {"measure_approved_at": "2025-09-25T09:00"}, PASSES),
        ("a minute late", {"measure_approved_at": "2025-09-25T09:01"}, FAILS),
        ("still open", {"today": "2025-09-25"}, OPEN),
    ]),
    *table("SC-041-3", {**M, "early_disposed_on": "2025-10-09", "early_evidence_kept": True}, [
        ("the owner agreed", {"early_consent": "agreed"}, PASSES),
        ("no owner known, announced", {"early_consent": "announced"}, PASSES),
        ("nobody agreed", {"early_consent": "none"}, FAILS),
        ("no evidence kept", {"early_consent": "agreed", "early_evidence_kept": False}, FAILS),
        ("not known", {}, OPEN),
    ]),
    # Mon 13 Oct 2025 and 30 days: Wed 12 Nov; from Thu 13 Nov
    *table("SC-042-3", {**M, "release_announced_on": "2025-10-13"}, [
        ("the day after the thirtieth", {"goods_disposed_on": "2025-11-13"}, PASSES),
        ("on the thirtieth", {"goods_disposed_on": "2025-11-12"}, FAILS),
        ("not yet", {}, OPEN),
        ("claimed", {"release_announced_on": None}, APART),
    ]),
    *table("SC-042-3-approved", {**M, "release_announced_on": "2025-10-13", "goods_disposed_on": "2025-11-13"}, [
        ("approved", {"unclaimed_approved": True}, PASSES),
        ("not approved", {"unclaimed_approved": False}, FAILS),
        ("not known", {}, OPEN),
    ]),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "says", "facts", "expected"), TABLES, ids=lambda value: value if isinstance(value, str) else "")
def test_rule(rule: str, says: str, facts: dict[str, Any], expected: Verdict):
    assert verdict(rule, **facts) is expected, says


EVIDENCE = [
    ("an original", {"kind": "documentary", "original": True}, 0),
    ("a copy that says so", {"kind": "documentary", "original": False, "form": ["noted"]}, 0),
    ("a bare copy", {"kind": "documentary", "original": False}, Flaw.COPY),
    ("not said whether an original", {"kind": "physical"}, Flaw.COPY),
    ("a sound recording", {"kind": "audiovisual", "original": True, "form": ["sound", "transcript"]}, 0),
    ("a sound recording without its words", {"kind": "audiovisual", "original": True, "form": ["sound"]}, Flaw.TRANSCRIPT),
    ("a copied film", {"kind": "audiovisual", "original": False}, Flaw.CARRIER),
    ("a screenshot with its maker", {"kind": "electronic", "method": "截屏，2025-09-24，李伟"}, 0),
    ("a screenshot of nobody", {"kind": "electronic"}, Flaw.DATA),
    ("a deed from abroad", {"kind": "documentary", "original": True, "form": ["abroad"]}, Flaw.ABROAD),
    ("a deed from abroad, notarised", {"kind": "documentary", "original": True, "form": ["abroad", "notarised"]}, 0),
    ("kinship, notarised only", {"kind": "documentary", "original": True, "form": ["kinship", "notarised"]}, Flaw.ABROAD),
    ("kinship, notarised and legalised", {"kind": "documentary", "original": True, "form": ["kinship", "notarised", "legalised"]}, 0),
    ("kinship, by treaty", {"kind": "documentary", "original": True, "form": ["kinship", "treaty"]}, 0),
    ("a foreign letter", {"kind": "documentary", "original": True, "form": ["foreign"]}, Flaw.TRANSLATION),
    ("a foreign letter, translated", {"kind": "documentary", "original": True, "form": ["foreign", "translated"]}, 0),
]


@pytest.mark.parametrize(("item", "flaws"), [case[1:] for case in EVIDENCE], ids=[case[0] for case in EVIDENCE])
def test_the_form_of_evidence_is_read_from_the_answers(item: dict[str, Any], flaws: int):
    story = Story().until("preserve")
    after = story.tried("collect", "2025-09-24T16:00", {"evidence_items": [{"name": "证据", "from": "王某", **item}]})[1]
    assert after.facts["evidence_flaws"] == flaws


@pytest.mark.parametrize(
    ("step", "answers", "rule"),
    [
        ("inspect", {"party_summoned": False}, "SC-028"),
        ("inspect", {"record_signed": "refused", "filmed_now": False}, "SC-043"),
        ("inspect", {"filmed_now": False}, "SC-044"),
        ("question", {"asked_apart": False}, "SC-029"),
        ("preserve", {"notice_given": False}, "SC-034-1"),
        ("sample", {"sampling": ["SUMMONED"]}, "SC-031-1"),
        ("sample", {"sample_remote": True, "sampling": ["BOUGHT_ON_FILM"]}, "SC-031-2"),
        ("collect", {"evidence_items": [{"name": "复印件", "kind": "documentary", "from": "王某"}]}, "SC-024"),
        ("commission_test", {"test_lab": "neither"}, "SC-032"),
    ],
)
def test_the_step_is_refused(step: str, answers: dict[str, Any], rule: str):
    story = Story().until("file")
    assert set(story.refused(step, "2025-09-24T09:00", answers)) - {"SC-044"} <= {rule} <= set(story.refused(step, "2025-09-24T09:00", answers))
    assert story.refused(step, "2025-09-24T09:00") == []


def test_a_refusal_on_film_does_not_stand_against_the_step():
    assert Story().until("file").refused("inspect", "2025-09-24T09:00", {"record_signed": "refused", "witness_name": "张某"}) == []


def test_goods_kept_too_long_can_only_be_released():
    story = Story().until("preserve")
    # Wed 24 Sep: the seventh working day is Fri 10 Oct
    assert story.refused("dispose_preserved", "2025-10-10T17:00", {"disposal": "tested"}) == []
    assert story.refused("dispose_preserved", "2025-10-11T09:00", {"disposal": "tested"}) == ["SC-035-b", "CF-056-b"]
    story.take("admit_lateness", "2025-10-11T09:00")
    assert story.refused("dispose_preserved", "2025-10-11T10:00", {"disposal": "tested"}) == ["SC-035-b"]
    assert story.refused("dispose_preserved", "2025-10-11T10:00", {"disposal": "released"}) == []
    assert story.refused("dispose_preserved", "2025-10-11T10:00", {"disposal": "released", "head_approved": False}) == ["SC-033-1"]


def test_a_seizure_needs_a_law_and_approval_within_the_day():
    story = Story().until("preserve")
    seized = {"disposal": "seized", "measure_basis": "law", "measure_urgent": True, "head_approved": False}
    assert story.refused("dispose_preserved", "2025-09-26T09:00", {**seized, "measure_basis": "other"}) == ["SC-036-1"]
    assert story.refused("dispose_preserved", "2025-09-26T09:00", {**seized, "measure_urgent": False}) == ["SC-036-1"]
    story.take("dispose_preserved", "2025-09-26T09:00", seized)
    assert "measure_approved_at" not in story.state.facts
    story.take("approve_measure", "2025-09-26T12:00", {"opinion": "同意"})
    assert story.state.facts["measure_approved_at"] == story.state.facts["measure_taken_at"] + 180
