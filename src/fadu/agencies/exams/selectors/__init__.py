"""What is read of questions, exams and sittings, scoped to who asks."""

from fadu.agencies.exams.selectors.exams import exam, exams, may_manage, mine, organs_within
from fadu.agencies.exams.selectors.questions import available, question, questions, versions
from fadu.agencies.exams.selectors.results import Row, results, shares
from fadu.agencies.exams.selectors.sittings import asked, lefts, reviewed, sitting

__all__ = [
    "Row",
    "asked",
    "available",
    "exam",
    "exams",
    "lefts",
    "may_manage",
    "mine",
    "organs_within",
    "question",
    "questions",
    "results",
    "reviewed",
    "shares",
    "sitting",
    "versions",
]
