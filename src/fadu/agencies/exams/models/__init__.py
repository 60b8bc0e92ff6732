"""Questions and their versions, exams and who is invited, sittings and what happened in them."""

from fadu.agencies.exams.models.exams import Exam, Invitation
from fadu.agencies.exams.models.questions import Question, QuestionVersion
from fadu.agencies.exams.models.sittings import Sitting, SittingEvent
from fadu.agencies.exams.models.syllabus import SyllabusLine

__all__ = ["Exam", "Invitation", "Question", "QuestionVersion", "Sitting", "SittingEvent", "SyllabusLine"]
