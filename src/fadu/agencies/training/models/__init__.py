"""Plans, courses, sessions, who attended them, and lessons off duty."""

from fadu.agencies.training.models.attendance import Attendance
from fadu.agencies.training.models.courses import Course
from fadu.agencies.training.models.leave import OffDuty
from fadu.agencies.training.models.plans import Plan, PlanLine
from fadu.agencies.training.models.sessions import Session

__all__ = ["Attendance", "Course", "OffDuty", "Plan", "PlanLine", "Session"]
