"""A seizure in a place whose rule says that it is filmed: what recordings do to clock, gates and facts, without anything typed."""

import json

import pytest

from fadu.cases import now
from fadu.cases.errors import Refused
from fadu.cases.models import ClockRow, Facts
from fadu.cases.models import Step as StepRow
from fadu.cases.models.facts import TABLES
from fadu.cases.services import record, take
from fadu.cases.services.clocks import set_clocks
from fadu.cases.services.replay import replay
from fadu.evidence.recordings import services
from fadu.evidence.recordings.models import Technical
from fadu.law.forms import Invalid
from fadu.law.vocabulary.marks import Scene
from fadu.law.vocabulary.special import Act
from tests.cases.world import file_of
from tests.evidence.recordings.made import moment, recorded, seized, went_on

pytestmark = pytest.mark.django_db
CLOCK = "P2-2-2-measure"


def facts(case):
    row = TABLES["measure"].objects.get(pk=case.pk)
    return row.f_measure_scenes_unfilmed, row.f_measure_scenes_unexplained


def tied(bureau, recorder, case, *, seqs=(3,), at="2026-11-02T17:00", **more):
    row = recorded(bureau.who("liwei"), recorder, at=at, **more)
    with now.at(moment(at)):
        return services.tie(bureau.who("liwei"), row.pk, case.pk, list(seqs))


def test_the_scene_starts_the_clock_and_the_recording_stops_it(bureau, recorder, films):
    case = seized(bureau)
    clock = ClockRow.objects.get(case=case, rule=CLOCK)
    assert (clock.due_at, clock.done_on) == (moment("2026-11-03T10:40"), None)
    outcome = tied(bureau, recorder, case, file=films.video)
    step = StepRow.objects.get(pk=outcome.taken.step_id)
    assert (step.name, step.data) == ("store_recording", {"recording": outcome.tie.recording.number})
    clock.refresh_from_db()
    assert (clock.done_on, clock.late) == (moment("2026-11-02T17:00").date(), False)
    assert facts(case) == (0, 0)


def test_what_comes_a_minute_too_late_stays_late(bureau, recorder):
    case = seized(bureau)
    tied(bureau, recorder, case, at="2026-11-03T10:41")
    assert ClockRow.objects.get(case=case, rule=CLOCK).late
    assert case.recordings.get().late


def test_nothing_came_the_clock_runs_out(bureau):
    case = seized(bureau)
    clock = ClockRow.objects.get(case=case, rule=CLOCK)
    assert clock.done_on is None
    assert clock.due_at < moment("2026-11-04T00:00")


@pytest.mark.parametrize(
    ("says", "spans", "unfilmed"),
    [
        ("from beginning to end", [("09:30", "10:40")], 0),
        ("two that meet within a minute", [("09:29", "10:00"), ("10:01", "10:41")], 0),
        ("two with two minutes between", [("09:30", "10:00"), ("10:02", "10:40")], 1),
        ("ends ten minutes early", [("09:30", "10:30")], 1),
    ],
)
def test_coverage_decides_whether_disposing_is_told_and_closing_is_refused(bureau, recorder, films, says, spans, unfilmed):
    case = seized(bureau)
    for began, ended in spans:
        tied(bureau, recorder, case, file=films.video, began=f"2026-11-02T{began}", ended=f"2026-11-02T{ended}")
    assert facts(case)[0] == unfilmed, says
    disposed = went_on(bureau, case, "dispose_measure")
    flaws = {flaw["rule"] for flaw in StepRow.objects.get(pk=disposed.step_id).context.get("told", {}).get("flaws", ())}
    assert ("P2-2-3-measure" in flaws) is bool(unfilmed)
    went_on(bureau, case, "return_held_goods")
    if not unfilmed:
        assert went_on(bureau, case, "close_measure").stage == "closed"
        return
    with pytest.raises(Refused) as refused:
        went_on(bureau, case, "close_measure")
    laws = {str(base) for objection in refused.value.objections for base in objection.bases}
    assert {objection.rule for objection in refused.value.objections} == {"P2-2-3-measure-why"}
    assert any("二(二)3(3)" in law for law in laws)


def test_a_photograph_covers_no_time(bureau, recorder):
    case = seized(bureau)
    tied(bureau, recorder, case)
    assert facts(case) == (1, 1)


def test_the_clock_of_the_device_is_put_right(bureau, recorder, films):
    """A device ten minutes fast says 9:40 to 10:50 of what was 9:30 to 10:40."""
    case = seized(bureau)
    fast = {"clock_ahead": "ahead", "clock_seconds": "600"}
    tied(bureau, recorder, case, file=films.video, began="2026-11-02T09:40", ended="2026-11-02T10:50", **fast)
    assert facts(case) == (0, 0)


def test_a_reason_that_a_second_person_agrees_to_lets_the_case_be_closed_and_the_gap_stays_on_record(bureau):
    case = seized(bureau)
    with now.at(moment("2026-11-03T09:00")):
        with pytest.raises(Invalid):
            take(bureau.who("liwei"), case.pk, "explain_unfilmed", {"scene_seq": "2", "reason": "不是现场"})
        with pytest.raises(Invalid):
            take(bureau.who("zhaoqiang"), case.pk, "check_unfilmed", {"scene_seq": "3", "agreed": "yes", "opinion": "没有人说明过"})
        take(bureau.who("liwei"), case.pk, "explain_unfilmed", {"scene_seq": "3", "reason": "记录仪电量耗尽，改用文字笔录，双方签名确认。"})
        assert facts(case) == (1, 1)
        take(bureau.who("zhaoqiang"), case.pk, "check_unfilmed", {"scene_seq": "3", "agreed": "no", "opinion": "理由不充分"})
        assert facts(case) == (1, 1)
        take(bureau.who("zhaoqiang"), case.pk, "check_unfilmed", {"scene_seq": "3", "agreed": "yes", "opinion": "已核对充电记录"})
    assert facts(case) == (1, 0)
    went_on(bureau, case, "dispose_measure")
    went_on(bureau, case, "return_held_goods")
    assert went_on(bureau, case, "close_measure").stage == "closed"


def test_a_number_that_is_not_tied_to_the_case_is_not_taken(bureau, recorder):
    case = seized(bureau)
    row = recorded(bureau.who("liwei"), recorder)
    with pytest.raises(Invalid, match="没有系到本案"):
        take(bureau.who("liwei"), case.pk, "store_recording", {"recording": row.number})


def test_the_fold_of_the_record_gives_the_same_facts(bureau, recorder, films):
    case = seized(bureau)
    tied(bureau, recorder, case, file=films.video)
    case.refresh_from_db()
    assert record.rebuilt(case).facts == record.kept_facts(case)
    set_clocks(case, record.kept_facts(case))


def test_a_case_that_began_before_the_rule_is_not_judged_by_it(bureau):
    """The demonstration's rule is in force from 1 October 2026: the seizure of June is closed without a recording."""
    told = json.loads(file_of("measure").read_text("utf-8"))
    done = replay(told)
    assert done.stage == "closed"
    assert not ClockRow.objects.filter(case=done.case_id, rule=CLOCK).exists()


def test_a_file_covers_no_more_than_it_runs(bureau, recorder, films):
    """Four seconds of film are no record of seventy minutes, whatever was typed: told as soon as the file was read."""
    case = seized(bureau)
    row = tied(bureau, recorder, case, file=films.video).tie.recording
    assert facts(case) == (0, 0)
    Technical.objects.create(recording=row, seconds=4.0, container="mov", tool="ffprobe", read_at=moment("2026-11-02T17:05"))
    went_on(bureau, case, "dispose_measure")
    went_on(bureau, case, "return_held_goods")
    with pytest.raises(Refused):
        went_on(bureau, case, "close_measure")


def test_in_a_penalty_case_the_scene_is_on_record_when_its_recording_is(bureau, recorder, films):
    """市监程序规定第四十四条: the officer did not tick that the inspection was filmed; the recording shows it."""
    told = json.loads(file_of("food_safety").read_text("utf-8"))
    names = [step["step"] for step in told["steps"]]
    scene = names.index("inspect")
    told["steps"][scene]["data"].pop("filmed_now", None)
    day = told["steps"][scene]["at"][:10]
    with now.at(moment(f"{day}T20:00")):
        case = replay({**told, "steps": told["steps"][: scene + 1]})
        assert not Facts.objects.get(pk=case.case_id).f_filmed
        row = recorded(bureau.who("liwei"), recorder, at=f"{day}T20:00", file=films.video, scene="inspect", began=f"{day}T09:00", ended=f"{day}T09:10")
        services.tie(bureau.who("liwei"), row.pk, case.case_id, [case.seq])
    facts_ = Facts.objects.get(pk=case.case_id)
    assert facts_.f_filmed & int(Scene.INSPECTION)
    assert facts_.f_recording_stored_at - facts_.f_recorded_at == 10 * 60 + 50
    assert ClockRow.objects.get(case=case.case_id, rule="P2-2-2").late is False


def test_one_policeman_and_a_film_from_end_to_end(bureau, recorder, films):
    """治安管理处罚法第一百零八条: what counts as recorded throughout follows from the recordings, not from a tick."""
    told = json.loads(file_of("food_safety").read_text("utf-8"))
    names = [step["step"] for step in told["steps"]]
    upto = names.index("question")
    asked = told["steps"][upto]["data"]
    day = told["steps"][upto]["at"][:10]
    with now.at(moment(f"{day}T22:00")):
        case = replay({**told, "steps": told["steps"][: upto + 1]})
        half = f"{day}T09:59"
        for ended, whole in ((half, False), (asked["ended_at"], True)):
            more = {"scene": "question", "began": asked["began_at"], "ended": ended}
            row = recorded(bureau.who("liwei"), recorder, at=f"{day}T22:00", file=films.video, **more)
            services.tie(bureau.who("liwei"), row.pk, case.case_id, [case.seq])
            assert bool((Facts.objects.get(pk=case.case_id).f_filmed_whole or 0) & int(Act.QUESTIONING)) is whole
