"""The only writers of questions, exams and sittings.

Each takes who asks, asks the permission table, validates what was entered (raising `law.forms.Invalid` with a message for
each field), writes in one transaction, and records the change; what happens in a sitting is its own record.
"""

from fadu.agencies.exams.services.bank import load_questions
from fadu.agencies.exams.services.closing import close_due
from fadu.agencies.exams.services.exams import add_exam, cancel_exam, edit_exam, invite, publish_exam
from fadu.agencies.exams.services.grading import accept, appeal, mark_script, name_markers, release, rule
from fadu.agencies.exams.services.questions import add_question, change_question, restore_question, retire_question
from fadu.agencies.exams.services.sittings import answer, away, begin, close

__all__ = [
    "accept",
    "add_exam",
    "add_question",
    "answer",
    "appeal",
    "away",
    "begin",
    "cancel_exam",
    "change_question",
    "close",
    "close_due",
    "edit_exam",
    "invite",
    "load_questions",
    "mark_script",
    "name_markers",
    "publish_exam",
    "release",
    "restore_question",
    "retire_question",
    "rule",
]
