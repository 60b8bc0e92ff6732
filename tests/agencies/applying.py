"""An application taken to any stage, for tests."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from fadu.accounts.actors import SYSTEM
from fadu.agencies import services
from fadu.agencies.models import Application, Credential, Officer
from tests.agencies.world import numbers

TODAY = timezone.localdate()
LATER = ("checked", "examined", "approved")


def wish(**more: str) -> dict[str, str]:
    """What is entered for an application."""
    return {"purpose": "first", "category": "market", "position": "综合执法一中队", "reason": "新录用", **more}


def passes(person: Officer, *exams: str, on: date | None = None, **more: Any) -> None:
    """The person passes these examinations; both where none is named."""
    for exam in exams or ("public", "professional"):
        told = {"taken_on": on or TODAY - timedelta(days=9), "passed": True, "mark": 88, "source": f"第 {next(numbers)} 场"} | more
        services.record_result(SYSTEM, person.pk, exam, **told)


def applied(person: Officer, stage: str = "applied", **more: str) -> Application:
    """An application at a stage."""
    asked = services.apply_for_credential(SYSTEM, person.pk, wish(**more))
    for to in () if stage == "applied" else LATER[: LATER.index(stage) + 1]:
        moved(asked, to)
    asked.refresh_from_db()
    return asked


def moved(asked: Application, to: str, actor: Any = SYSTEM, **more: str) -> Application:
    """A stage further."""
    return services.move_application(actor, asked.pk, {"to": to, "reason": "属实", **more})


def paper(**more: str) -> dict[str, str]:
    """What is entered for a card that is issued."""
    return {"number": f"030607{next(numbers):05d}", "valid_from": str(TODAY), "valid_to": str(TODAY + timedelta(days=1800)), **more}


def issued(asked: Application, **more: str) -> Credential:
    """The card."""
    return services.issue_credential(SYSTEM, asked.officer_id, paper(**more), application_id=asked.pk)
