"""A question bank, an exam that is over with its results, and one that runs and can be sat."""

import csv
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from django.db import transaction
from django.utils import timezone

from fadu.accounts.actors import Actor
from fadu.accounts.models import User
from fadu.accounts.selectors import actor_for
from fadu.agencies.exams import forms, moment, services
from fadu.agencies.exams.drawing import to_shown
from fadu.agencies.exams.kinds import LETTERS, QuestionKind
from fadu.agencies.exams.models import Exam, Invitation, QuestionVersion, Sitting
from fadu.agencies.models import Officer, Organ
from fadu.catalog.selectors.locality import folder
from fadu.sheets.sheet import Row

SITTERS = 24
"""How many of those invited sat the exam that is over."""
PAST = (("single", 12, 5), ("multiple", 4, 5), ("judge", 4, 5))
RUNNING = (("single", 30, 2), ("multiple", 10, 2), ("judge", 10, 2))


@transaction.atomic  # one commit for some thousand rows
def fill(day: date) -> None:
    """Nothing where the bank is there."""
    user = User.objects.filter(username="admin", demo=True).first()
    if user is None or QuestionVersion.objects.exists():
        return
    admin = actor_for(user)
    with moment.at(_at(day - timedelta(days=40), 9)):
        services.load_questions(admin, list(_bank()), lambda _: None)
    _past(admin, day - timedelta(days=21))
    with moment.at(_at(day - timedelta(days=3), 15)):
        title = f"{day.year} 年度行政执法人员公共法律知识考试"
        organs = Organ.objects.filter(ends_on__isnull=True).exclude(short_name="示县府").values_list("pk", flat=True)
        _held(admin, title, RUNNING, _at(day - timedelta(days=1), 8), _at(day + timedelta(days=14), 18), list(organs), 60, tries=3)


def _bank() -> Iterator[Row]:
    """The bank as the county's office would bring it: by the labels of the columns."""
    names = {field.label: field for field in forms.QUESTION}
    values = {field.label: {label: value for value, label in field.choices} for field in forms.QUESTION if field.choices}
    with (folder() / "demo" / "questions.csv").open(encoding="utf-8", newline="") as file:
        for line, row in enumerate(csv.DictReader(file), 2):
            yield Row(line, {names[label].name: values.get(label, {}).get(text, text) for label, text in row.items() if text})


def _held(
    admin: Actor, title: str, lines: tuple[tuple[str, int, int], ...], opens: datetime, closes: datetime, organs: list[int], minutes: int, tries: int = 1
) -> Exam:
    data: dict[str, Any] = {
        "title": title,
        "subject": "public",
        "counts": True,
        "opens_at": f"{timezone.localtime(opens):%Y-%m-%dT%H:%M}",
        "closes_at": f"{timezone.localtime(closes):%Y-%m-%dT%H:%M}",
        "minutes": minutes,
        "blueprint": [{"kind": kind, "subject": "public", "count": count, "marks": marks} for kind, count, marks in lines],
        "pass_mark": 60,
        "tries": tries,
    }
    assert admin.organ_id is not None
    exam = services.add_exam(admin, admin.organ_id, data)
    services.invite(admin, exam.pk, {"organs": [str(pk) for pk in organs], "who": "all"})
    return services.publish_exam(admin, exam.pk)


def _past(admin: Actor, day: date) -> None:
    """An exam of the market bureau, three weeks ago: most sat it, a few failed, some never came."""
    market = Organ.objects.get(short_name="示市监", ends_on__isnull=True)
    with moment.at(_at(day - timedelta(days=7), 10)):
        exam = _held(admin, "行政处罚、行政强制、行政许可基础知识测试", PAST, _at(day, 9), _at(day, 11), [market.pk], 40)
    people = Officer.objects.filter(pk__in=Invitation.objects.filter(exam=exam).values("officer_id")).select_related("user").order_by("pk")
    rng = Random(17)  # noqa: S311 - the same results every time
    for number, person in enumerate(people[:SITTERS]):
        if person.user is not None:
            _sit(actor_for(person.user), exam, _at(day, 9) + timedelta(minutes=2 * number), 0.45 + 0.5 * rng.random(), rng)


def _sit(actor: Actor, exam: Exam, begins: datetime, skill: float, rng: Random) -> None:
    with moment.at(begins):
        sitting = services.begin(actor, exam.pk)
    versions = QuestionVersion.objects.in_bulk([line["version"] for line in sitting.paper])
    at = begins
    for number, line in enumerate(sitting.paper, 1):
        at += timedelta(seconds=rng.randint(15, 55))
        with moment.at(at):
            services.answer(actor, sitting.pk, number, _choice(versions[line["version"]], line["order"], skill, rng))
            if rng.random() < 0.02:
                services.away(actor, sitting.pk, back=False)
    _hand_in(actor, sitting, at + timedelta(seconds=30))


def _hand_in(actor: Actor, sitting: Sitting, at: datetime) -> None:
    with moment.at(at):
        services.close(actor, sitting.pk)


def _choice(version: QuestionVersion, order: str, skill: float, rng: Random) -> str:
    if rng.random() < skill:
        return to_shown(version.answer, order)
    letters = LETTERS[: len(order)]
    return "".join(sorted(rng.sample(letters, 2))) if version.kind == QuestionKind.MULTIPLE else rng.choice(letters)


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
