"""The book of what must be known (应知应会清单)."""

from django.db.models import Q
from django.utils import timezone

from fadu.agencies.exams.models import SyllabusLine
from fadu.agencies.registers.book import Book, Later
from fadu.agencies.registers.register import Filter


def _running(word: str) -> Q:
    running = Q(until__isnull=True) | Q(until__gte=timezone.localdate())
    return running if word == "now" else ~running


SYLLABUS = Book(
    app="exams", name="syllabus", title="应知应会清单", lead="执法人员应知应会的法律条目和版本；题库按条目出题，条目没有题目的指标上列出。",
    model=SyllabusLine, columns=("provision", "title", "issued_on", "until"), once=("provision", "issued_on"), verb="登记条目",
    past=("issued_on",), spans=(("issued_on", "until"),),
    later=(Later(name="end", label="停用", names=("until",), offered=lambda row: row.until is None),),
    search=("provision", "title"), finds="条目、清单、机关", filters=(Filter("now", "效力", (("now", "现行"), ("ended", "已停用")), _running),),
    links=(("题库", "exams:questions"),), see="people.see", manage="training.manage",
)  # fmt: skip
BOOKS = (SYLLABUS,)
"""Of the room of exams."""
