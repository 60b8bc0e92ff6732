"""Questions and their versions, exams and who is invited, sittings and what happened in them, answers in words and who marks them."""

from fadu.agencies.exams.models.exams import Exam, Invitation
from fadu.agencies.exams.models.grading import Appeal, Mark, Marker, Ruling, Script
from fadu.agencies.exams.models.questions import Question, QuestionVersion
from fadu.agencies.exams.models.sittings import Sitting, SittingEvent
from fadu.agencies.exams.models.syllabus import SyllabusLine

__all__ = ["Appeal", "Exam", "Invitation", "Mark", "Marker", "Question", "QuestionVersion", "Ruling", "Script", "Sitting", "SittingEvent", "SyllabusLine"]
