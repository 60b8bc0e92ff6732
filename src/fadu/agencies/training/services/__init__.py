"""The only writers of training: plans, courses, sessions, attendance, lessons off duty."""

from fadu.agencies.training.services.attendance import add_by_hand, add_from_paper, sign_in, sign_out, strike
from fadu.agencies.training.services.courses import add_course, edit_course, end_course
from fadu.agencies.training.services.leave import end_off_duty, take_off_duty
from fadu.agencies.training.services.plans import change_plan, draw_plan, file_plan, redraw_plan
from fadu.agencies.training.services.sessions import call_session, cancel_session

__all__ = [
    "add_by_hand",
    "add_course",
    "add_from_paper",
    "call_session",
    "cancel_session",
    "change_plan",
    "draw_plan",
    "edit_course",
    "end_course",
    "end_off_duty",
    "file_plan",
    "redraw_plan",
    "sign_in",
    "sign_out",
    "strike",
    "take_off_duty",
]
