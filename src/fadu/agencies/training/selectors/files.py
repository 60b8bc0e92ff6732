"""Training files (培训档案): what a person attended, by year and kind, and lessons off duty."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils import timezone

from fadu.agencies.models import Officer
from fadu.agencies.training.kinds import CourseKind
from fadu.agencies.training.models import Attendance, OffDuty
from fadu.agencies.training.selectors.hours import COUNTED, off_duty_hours, same_person, standings, year_span


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a file: an attendance and the hours it gives."""

    attendance: Attendance
    hours: int
    why: str


def entries(officer: Officer, year: int | None = None) -> list[Entry]:
    """What a person attended, of one year if asked, the latest first; what gives no hours is told with the reason."""
    found = Attendance.objects.filter(same_person(officer)).select_related("session__course", "session__organ")
    if year is not None:
        first, after = year_span(year)
        found = found.filter(session__starts_at__gte=first, session__starts_at__lt=after)
    counted = set(found.filter(COUNTED).values_list("pk", flat=True))
    return [Entry(row, row.session.course.hours if row.pk in counted else 0, _why_not(row)) for row in found.order_by("-session__starts_at", "-pk")]


def _why_not(row: Attendance) -> str:
    if row.struck_at is not None:
        return f"已注销：{row.struck_reason}"
    if row.session.cancelled_at is not None:
        return "这一场已取消"
    return "未签退，不计学时" if row.session.sign_out and row.left_at is None else ""


def by_year(officer: Officer) -> list[tuple[int, int, list[tuple[str, int]]]]:
    """Each year with its hours, whole and by kind, the latest first."""
    sums: dict[int, Counter[str]] = {}
    for entry in entries(officer):
        if entry.hours:
            year = timezone.localtime(entry.attendance.session.starts_at).year
            sums.setdefault(year, Counter())[entry.attendance.session.course.kind] += entry.hours
    return [
        (year, sum(kinds.values()), [(str(kind.label), kinds[kind]) for kind in CourseKind if kinds[kind]])
        for year, kinds in sorted(sums.items(), reverse=True)
    ]


def off_duty(officer: Officer) -> list[tuple[OffDuty, int]]:
    """A person's lessons off duty, each with the hours had, the latest first."""
    found = OffDuty.objects.filter(same_person(officer)).select_related("officer__organ", "credential").order_by("-starts_at")
    return [(row, off_duty_hours(row)) for row in found]


def workbook(officer: Officer, today: date) -> bytes:
    """A file as a workbook: what was attended, the year's standing, lessons off duty."""
    out = BytesIO()
    # Texts stay texts: none is taken for a formula or an address.
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": f"{officer.name}培训档案"})
        _table(book, "培训记录", ["日期", "课程", "种类", "举办机关", "签到方式", "学时", "说明"], [_row(entry) for entry in entries(officer)])
        standing = standings([officer], today.year, today)[0]
        asked = [[met.demand.label, met.demand.hours, met.done, met.missing, met.demand.clause] for met in standing.met]
        _table(book, f"{today.year} 年学时", ["要求", "应有学时", "已有学时", "还差", "依据"], asked)
        away = [_off_row(row, hours) for row, hours in off_duty(officer)]
        _table(book, "离岗教育", ["开始", "原因", "决定文书号", "天数", "学时", "考试", "结果", "结束"], away)
    return out.getvalue()


def _row(entry: Entry) -> list[Any]:
    row = entry.attendance
    course, organ = row.session.course, row.session.organ
    return [_day(row.session.starts_at), course.title, course.get_kind_display(), organ.name, row.get_via_display(), entry.hours, entry.why or row.reason]


def _off_row(row: OffDuty, hours: int) -> list[Any]:
    exam = "" if row.exam_passed is None else "合格" if row.exam_passed else "不合格"
    return [_day(row.starts_at), row.get_cause_display(), row.paper, row.days, hours, exam, row.get_outcome_display(), _day(row.ends_at) if row.ends_at else ""]


def _day(moment: datetime) -> str:
    return timezone.localtime(moment).date().isoformat()


def _table(book: xlsxwriter.Workbook, title: str, head: list[str], rows: list[list[Any]]) -> None:
    sheet = book.add_worksheet(title)
    sheet.set_column(0, len(head) - 1, 18)
    sheet.write_row(0, 0, head, book.add_format({"bold": True}))
    for at, row in enumerate(rows, 1):
        sheet.write_row(at, 0, row)
