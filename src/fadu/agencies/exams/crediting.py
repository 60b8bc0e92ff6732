"""A sitting that counts becomes a result in the register that applications for credentials read."""

from fadu.accounts.actors import SYSTEM
from fadu.agencies.exams.results import Result
from fadu.agencies.kinds import Exam
from fadu.agencies.services import record_result


def credited(result: Result) -> None:
    """Register the result, in the transaction in which the sitting is closed."""
    kind = Exam.PUBLIC if result.subject == Exam.PUBLIC else Exam.PROFESSIONAL
    record_result(SYSTEM, result.officer_id, kind, result.taken_on, result.passed, result.mark, result.source)
