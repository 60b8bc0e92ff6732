"""The record of a sitting can't be altered: not through SQL, and not without `fadu exams verify` telling."""

from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from fadu.agencies.exams import append_only
from fadu.agencies.exams.checking import check, check_all
from fadu.agencies.exams.models import Exam, QuestionVersion, Sitting
from tests.agencies.exams.world import Hall, clock

CLOSED = (
    "UPDATE exams_sitting SET mark = 100",
    "UPDATE exams_sitting SET passed = TRUE",
    "UPDATE exams_sitting SET closed_at = NULL, closing = '', mark = NULL, passed = NULL, head = ''",
    "UPDATE exams_sitting SET deadline = begun_at",
    "UPDATE exams_sitting SET officer_id = officer_id + 1",
    "DELETE FROM exams_sitting",
    "UPDATE exams_sittingevent SET data = '{}'",
    "UPDATE exams_sittingevent SET seq = seq",
    "DELETE FROM exams_sittingevent",
    "DELETE FROM exams_sittingevent WHERE kind = 'answer'",
    "INSERT INTO exams_sittingevent (sitting_id, seq, at, kind, data, prev, hash) SELECT sitting_id, seq + 100, at, 'answer', data, prev, hash FROM exams_sittingevent",
    "UPDATE exams_questionversion SET answer = 'A'",
    "UPDATE exams_questionversion SET stem = 'x'",
    "DELETE FROM exams_questionversion",
    "UPDATE exams_exam SET pass_mark = 1",
    "UPDATE exams_exam SET secret = NULL",
    "UPDATE exams_exam SET closes_at = opens_at",
    "DELETE FROM exams_exam",
    "DELETE FROM exams_invitation",
    "UPDATE exams_invitation SET officer_id = officer_id",
)


def refused(statement: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError:
        return True
    return False


@pytest.mark.parametrize("statement", CLOSED)
def test_the_database_refuses(hall: Hall, statement: str) -> None:
    sitting = hall.sat(7)
    assert refused(statement)
    sitting.refresh_from_db()
    assert (sitting.mark, check(sitting)) == (70, [])


def test_sqlite_can_not_replace_a_row(hall: Hall) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("REPLACE is SQLite's")
    hall.sat(7)
    for table in append_only.TABLES[:5]:  # those of answers in words: test_grading
        assert refused(f"REPLACE INTO {table} SELECT * FROM {table}"), table


def test_an_open_sitting_keeps_its_paper_and_is_closed_whole(hall: Hall) -> None:
    hall.begin()
    for change in ("paper = '[]'", "deadline = begun_at", "mark = 100", "attempt = 2", "begun_at = deadline"):
        assert refused(f"UPDATE exams_sitting SET {change}"), change


def test_a_version_may_only_cease_to_be_current(hall: Hall) -> None:
    pk = QuestionVersion.objects.values_list("pk", flat=True)[0]
    assert not refused(f"UPDATE exams_questionversion SET current = FALSE WHERE id = {pk}")
    assert refused(f"UPDATE exams_questionversion SET current = TRUE, answer = 'C' WHERE id = {pk}")


def test_the_triggers_are_laid_again_after_they_were_lifted(hall: Hall) -> None:
    with append_only.lifted(connection):
        assert not refused("UPDATE exams_questionversion SET basis = basis || 1")
    assert refused("UPDATE exams_questionversion SET basis = basis || 1")


def _sitting(**values: object) -> Callable[[Sitting], object]:
    return lambda sitting: Sitting.objects.filter(pk=sitting.pk).update(**values)


def _marking(sitting: Sitting) -> None:
    rows = [{**row, "right": True, "mark": 10} for row in sitting.marking]
    Sitting.objects.filter(pk=sitting.pk).update(marking=rows, mark=100)


def _answer(sitting: Sitting) -> None:
    event = sitting.events.filter(kind="answer").order_by("seq").last()
    assert event is not None
    event.data = {**event.data, "chosen": "A" if event.data["chosen"] != "A" else "B"}
    event.save()


def _question(sitting: Sitting) -> None:
    QuestionVersion.objects.filter(pk=sitting.paper[9]["version"]).update(answer="B")


def _swap(sitting: Sitting) -> None:
    paper = [{**line} for line in sitting.paper]
    paper[0]["order"] = "".join(reversed(paper[0]["order"]))
    Sitting.objects.filter(pk=sitting.pk).update(paper=paper)


def _drop(sitting: Sitting) -> None:
    sitting.events.filter(seq=3).delete()


def _secret(sitting: Sitting) -> None:
    exam = sitting.exam
    exam.secret = "another"
    exam.save()


TAMPERINGS = (
    (_sitting(mark=71), "登记的成绩"),
    (_sitting(passed=False), "登记的成绩"),
    (_sitting(head="0" * 64), "存证值"),
    (_sitting(closing="timeout"), "到时自动交卷"),
    (_sitting(attempt=2), "次数不符"),
    (_marking, "重新评阅"),
    (_answer, "与散列不符"),
    (_question, "题目内容被改动"),
    (_swap, "试卷在开始以后被改动"),
    (_drop, "记录缺失"),
    (_secret, "抽题密值"),
    (lambda sitting: Exam.objects.filter(pk=sitting.exam_id).update(pass_mark=80), "考试规定"),
    (lambda sitting: Exam.objects.filter(pk=sitting.exam_id).update(minutes=5), "最迟交卷时间超出"),
    (lambda sitting: sitting.events.filter(kind="close").delete(), "交卷的记录缺失"),
    (lambda sitting: sitting.events.all().delete(), "没有开始答题"),
)


@pytest.mark.parametrize(("tamper", "says"), TAMPERINGS)
def test_who_lifts_the_triggers_is_found_out(hall: Hall, tamper: Callable[[Sitting], object], says: str) -> None:
    sitting = hall.sat(7)
    with append_only.lifted(connection):
        tamper(sitting)
    found = "；".join(check(Sitting.objects.select_related("exam").get(pk=sitting.pk)))
    assert says in found


def test_the_command_tells_the_tampered_one_and_ends_with_a_fault(hall: Hall, capsys: pytest.CaptureFixture[str]) -> None:
    hall.sat(7)
    other = hall.sat(9, hall.another("周林")[1])
    call_command("exams", "verify")
    assert "2 份答题记录全部相符" in capsys.readouterr().out
    with append_only.lifted(connection):
        Sitting.objects.filter(pk=other.pk).update(mark=100)
    with pytest.raises(CommandError, match="2 份答题记录，1 份与记录不符"):
        call_command("exams", "verify", "--exam", str(hall.exam.pk))
    told = capsys.readouterr().out
    assert f"第 {other.pk} 号" in told
    assert "周林" in told


def test_an_open_sitting_is_checked_too(hall: Hall) -> None:
    hall.begin()
    with clock("09:20"):
        assert [checked.faults for checked in check_all()] == [()]
