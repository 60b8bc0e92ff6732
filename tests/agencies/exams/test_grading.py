"""Answers in words: two mark without seeing each other, a third where they differ, what the candidate has looked at again, and nothing altered."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Role
from fadu.accounts.permissions import NotAllowed
from fadu.accounts.selectors import actor_for
from fadu.agencies.exams import append_only, grading, moment, services
from fadu.agencies.exams.checking import check
from fadu.agencies.exams.deeds import deed_of
from fadu.agencies.exams.figures import passed_share
from fadu.agencies.exams.grading import agreed
from fadu.agencies.exams.models import Appeal, Mark, Ruling, Script, Sitting, SittingEvent
from fadu.agencies.exams.selectors import grading as reading
from fadu.agencies.exams.selectors.exams import mine
from fadu.agencies.exams.services.sittings import Ended
from fadu.agencies.exams.sheets import QUESTIONS
from fadu.cases.models import Leaf
from fadu.cases.services import proofs
from fadu.law.forms import Invalid
from tests.agencies.exams.essays import Essays, actor_of, mark
from tests.agencies.exams.test_record import refused
from tests.agencies.exams.world import clock
from tests.agencies.world import World

Given = tuple[Essays, Sitting, Script, Script]


@pytest.fixture
def hall(world: World) -> Essays:
    return Essays(world)


@pytest.fixture
def given(hall: Essays) -> Given:
    """A paper with two markers, 郑三 is the third."""
    hall.name([hall.people["示环"], hall.people["示司"]], [hall.people["城政"]])
    sitting = hall.write("应当告知事由和依据。", "告知陈述权、申辩权。")
    first, second = Script.objects.filter(sitting=sitting).order_by("part")
    return hall, sitting, first, second


@pytest.mark.parametrize(
    ("first", "second", "limit", "counts"),
    [(10, 10, 0, 10), (10, 11, 0, None), (10, 13, 3, 12), (10, 12, 3, 11), (13, 10, 3, 12), (10, 14, 3, None), (0, 20, 20, 10)],
)
def test_the_mean_counts_up_to_the_limit_and_half_a_mark_goes_to_the_candidate(first: int, second: int, limit: int, counts: int | None) -> None:
    assert agreed(first, second, limit) == counts


def test_a_paper_is_not_closed_before_two_have_marked_it(given: Given) -> None:
    hall, sitting, first, second = given
    sitting.refresh_from_db()
    assert (sitting.closed_at, sitting.mark, sitting.handing) == (None, None, "submitted")
    with clock("09:50"), pytest.raises(Ended):
        services.answer(hall.officer, sitting.pk, 3, "补一句")
    with clock("09:50"), pytest.raises(Invalid, match="正在评阅"):
        services.begin(hall.officer, hall.exam.pk)
    mark(first, 12, 9)
    assert grading.standing(sitting).until is None
    mark(second, 14, 9)
    state = grading.standing(sitting)
    assert [row.final for row in state.rows] == [13, 9]
    assert state.until == timezone.make_aware(datetime(2026, 11, 23, 10, 0))
    assert check(Sitting.objects.get(pk=sitting.pk)) == []


def test_after_the_days_of_review_the_result_stands_and_is_dated_by_the_sitting(given: Given) -> None:
    hall, sitting, first, second = given
    mark(first, 12, 9)
    mark(second, 14, 9)
    for at, closed in (("2026-11-23T09:59", False), ("2026-11-23T10:00", True)):
        with moment.at(timezone.make_aware(datetime.fromisoformat(at))):
            services.close_due(SYSTEM)
        sitting.refresh_from_db()
        assert bool(sitting.closed_at) is closed
    assert (sitting.mark, sitting.passed) == (20 + 13 + 9, True)
    assert check(sitting) == []
    counted = passed_share(hall.world.organs["示市监"], date(2026, 11, 20)).of
    assert counted
    assert counted[0] == 1, "counted on the day it was sat"


def test_where_two_differ_by_more_than_the_limit_the_third_decides(given: Given) -> None:
    hall, sitting, first, second = given
    mark(first, 18, 9)
    assert not Script.objects.filter(sitting=sitting, part="arbiter").exists()
    mark(second, 10, 11)
    third = Script.objects.get(sitting=sitting, part="arbiter")
    assert third.officer == hall.people["城政"]
    assert [(task.place, [row[1] for row in task.others]) for task in reading.tasks(third)] == [(3, [18, 10])]
    mark(third, 15, places=(3,))
    assert [row.final for row in grading.standing(sitting).rows] == [15, 10]
    with clock("10:30"):
        services.accept(hall.officer, sitting.pk)
    sitting.refresh_from_db()
    assert (sitting.mark, check(sitting)) == (45, [])


def test_markers_see_neither_whose_paper_it_is_nor_each_other(given: Given) -> None:
    hall, _, first, second = given
    mark(first, 12, 9)
    client = hall.world.client(Role.PUBLIC)
    client.force_login(second.officer.user, backend="django.contrib.auth.backends.ModelBackend")
    with clock("10:05"):
        page = client.get(f"/exams/marking/{second.pk}/").content.decode()
        assert client.get(f"/exams/marking/{first.pk}/").status_code == 404, "the other's paper"
    assert "要点10" in page
    assert "应当告知事由和依据" in page
    for told in ("张伟", "市场监督管理局", "要点不全", first.officer.name):
        assert told not in page, told
    for script in (first, second):
        assert reading.tasks(script)[0].others == ()


def test_no_unit_marks_its_own_people_alone_and_nobody_marks_himself(hall: Essays) -> None:
    candidate = hall.world.people[Role.OFFICER]
    hall.name([candidate, hall.own, hall.head], [])
    sitting = hall.write("甲", "乙")
    scripts = Script.objects.filter(sitting=sitting)
    assert [script.officer.organ_id for script in scripts] == [candidate.organ_id]
    assert scripts.get().officer != candidate
    assert hall.name([hall.people["示环"]], [], at="09:50") == 1
    assert {script.officer.organ.short_name for script in scripts.all()} == {"示市监", "示环"}


def test_the_third_is_of_another_organ(hall: Essays) -> None:
    hall.name([hall.people["示环"], hall.people["示司"]], [hall.head])
    sitting = hall.write("甲", "乙")
    for script, worth in zip(Script.objects.filter(sitting=sitting), (2, 18), strict=True):
        mark(script, worth, 5)
    assert not Script.objects.filter(part="arbiter").exists()
    assert hall.name([], [hall.people["城政"]], at="10:10") == 1
    assert Script.objects.get(part="arbiter").officer == hall.people["城政"]


def test_an_appeal_is_decided_once_with_a_reason_by_who_did_not_mark(given: Given) -> None:
    hall, sitting, first, second = given
    with clock("09:45"), pytest.raises(Invalid, match="复核期"):
        services.appeal(hall.officer, sitting.pk, 3, {"reason": "要点都写了"})
    mark(first, 12, 9)
    mark(second, 12, 9)
    with clock("10:30"):
        with pytest.raises(Invalid, match="申请理由"):
            services.appeal(hall.officer, sitting.pk, 3, {"reason": " "})
        asked = services.appeal(hall.officer, sitting.pk, 3, {"reason": "要点都写了"})
        with pytest.raises(Invalid, match="已经申请"):
            services.appeal(hall.officer, sitting.pk, 3, {"reason": "再申请"})
        with pytest.raises(Invalid, match="还没有决定"):
            services.accept(hall.officer, sitting.pk)
    with moment.at(timezone.make_aware(datetime(2026, 12, 20, 9, 0))):
        assert services.close_due(SYSTEM) == 0, "an open appeal holds the result back"
        with pytest.raises(NotAllowed):
            services.rule(actor_of(first), asked.pk, {"mark": "20", "reason": "改"})
        with pytest.raises(Invalid, match="满分 20 分"):
            services.rule(hall.admin, asked.pk, {"mark": "21", "reason": "改"})
        services.rule(hall.admin, asked.pk, {"mark": "17", "reason": "第二个要点写明了，补 5 分"})
    sitting.refresh_from_db()
    assert (sitting.mark, check(sitting)) == (20 + 17 + 9, [])
    with pytest.raises(Invalid, match="已经决定"):
        services.rule(hall.admin, asked.pk, {"mark": "1", "reason": "再改"})


@pytest.fixture
def closed(given: Given) -> Sitting:
    """A paper with an appeal that was decided."""
    hall, sitting, first, second = given
    mark(first, 12, 9)
    mark(second, 12, 9)
    with clock("10:30"):
        asked = services.appeal(hall.officer, sitting.pk, 4, {"reason": "漏看一行"})
        services.rule(hall.admin, asked.pk, {"mark": "9", "reason": "没有遗漏"})
        services.accept(hall.officer, sitting.pk)
    sitting.refresh_from_db()
    return sitting


def test_nothing_of_it_can_be_altered(closed: Sitting) -> None:
    for table in ("marker", "script", "mark", "appeal", "ruling"):
        assert refused(f"DELETE FROM exams_{table}"), table
    for change in (
        "mark SET mark = 20",
        "appeal SET reason = 'x'",
        "ruling SET mark = 20",
        "script SET officer_id = 1",
        "sitting SET handed_at = NULL, handing = ''",
    ):
        assert refused(f"UPDATE exams_{change}"), change
    with append_only.lifted(connection):
        Mark.objects.filter(place=3).update(mark=20)
    assert "重新评阅" in "".join(check(closed))


def test_an_open_sitting_is_handed_in_once_and_takes_no_answer_after(given: Given) -> None:
    _, sitting, *_ = given
    for change in ("handed_at = NULL, handing = ''", "handed_at = begun_at", "mark = 60", "paper = '[]'"):
        assert refused(f"UPDATE exams_sitting SET {change} WHERE id = {sitting.pk}"), change
    last = SittingEvent.objects.filter(sitting=sitting).order_by("-seq")[0]
    assert last.kind == "hand"
    assert refused(
        "INSERT INTO exams_sittingevent (sitting_id, seq, at, kind, data, prev, hash) "
        f"SELECT sitting_id, seq + 1, at, 'answer', data, hash, hash FROM exams_sittingevent WHERE id = {last.pk}"
    )


def test_every_mark_appeal_and_ruling_is_a_leaf(closed: Sitting) -> None:
    counted = {kind: Leaf.objects.filter(kind=kind).count() for kind in ("exam_mark", "exam_appeal", "exam_ruling", "exam_result")}
    assert counted == {"exam_mark": 4, "exam_appeal": 1, "exam_ruling": 1, "exam_result": 1}
    for leaf in Leaf.objects.filter(kind__startswith="exam_m"):
        told = proofs.kinds()["exam_mark"](leaf)
        assert told == deed_of(Mark.objects.get(pk=told["number"])).content
    assert proofs.kinds()["exam_ruling"](Leaf.objects.get(kind="exam_ruling"))["mark"] == 9
    assert (Appeal.objects.count(), Ruling.objects.get().appeal.place) == (1, 4)


def test_an_empty_paper_needs_nobody(hall: Essays) -> None:
    sitting = hall.write("  ", "")
    sitting.refresh_from_db()
    assert (sitting.handed_at, sitting.mark, check(sitting)) == (None, 20, [])


def test_what_runs_out_is_handed_in_at_the_deadline(hall: Essays) -> None:
    sitting = hall.begin()
    with clock("09:20"):
        services.answer(hall.officer, sitting.pk, 3, "写了一半")
    with clock("10:30"):
        assert services.close_due(SYSTEM) == 1
        assert services.close_due(SYSTEM) == 0
        assert mine(hall.officer, hall.exam.pk)[0].handed == sitting
    sitting.refresh_from_db()
    assert sitting.handed_at
    assert (sitting.handed_at - sitting.begun_at, sitting.handing) == (timedelta(minutes=60), "timeout")
    assert check(sitting) == []


def test_a_paper_goes_to_another_while_nothing_is_marked(given: Given) -> None:
    hall, sitting, first, second = given
    hall.name([hall.own], [], at="09:45")
    with clock("09:50"):
        services.release(hall.admin, first.pk, reason="回避")
    assert Script.objects.get(sitting=sitting, part="first", released_at__isnull=True).officer == hall.own
    mark(second, 1, 1)
    with clock("10:10"), pytest.raises(Invalid, match="已经评过"):
        services.release(hall.admin, second.pk, reason="回避")


@pytest.mark.parametrize(("marks", "fault"), [((21, 3), "mark_3"), ((5,), "mark_4"), ((), "mark_3")])
def test_a_paper_is_marked_whole_or_not_at_all(given: Given, marks: tuple[int, ...], fault: str) -> None:
    _, _, first, _ = given
    with clock("10:00"), pytest.raises(Invalid) as wrong:
        services.mark_script(actor_of(first), first.pk, {place: (value, "") for place, value in zip((3, 4), marks, strict=False)})
    assert fault in wrong.value.errors
    assert not Mark.objects.exists()


def test_nobody_marks_what_is_in_the_hands_of_another(given: Given) -> None:
    hall, _, first, second = given
    assert actor_for(second.officer.user).officer_id != first.officer_id
    with clock("10:00"), pytest.raises(Script.DoesNotExist):
        services.mark_script(actor_of(second), first.pk, {3: (1, ""), 4: (1, "")})
    with clock("10:00"), pytest.raises(Script.DoesNotExist):
        services.mark_script(hall.officer, first.pk, {3: (1, ""), 4: (1, "")})


def test_the_bank_brings_answers_in_words_in_and_out(hall: Essays) -> None:

    rows = [row for row in QUESTIONS.rows(hall.admin) if row["kind"] == "essay"]
    assert [row["answer"] for row in rows] == [f"要点{number}：事由 5 分；依据 5 分；权利 10 分" for number in range(101, 105)]
    with pytest.raises(Invalid) as wrong:
        services.add_question(hall.admin, hall.organ_id, dict(rows[0]) | {"stem": "另一题", "option_a": "甲"})
    assert wrong.value.errors == {"option_a": "简答题不填选项"}
