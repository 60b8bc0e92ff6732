"""A bank, an exam and who sits it, in the small county: made by the services."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from fadu.accounts.actors import SYSTEM, Actor, Role
from fadu.accounts.selectors import actor_for
from fadu.agencies.exams import moment, services
from fadu.agencies.exams.models import Exam, QuestionVersion, Sitting
from fadu.agencies.models import Officer
from fadu.sheets.sheet import Row
from tests.agencies.world import World

OPENS = datetime(2026, 11, 20, 9, 0)
CLOSES = datetime(2026, 11, 20, 11, 0)


def question_data(number: int, kind: str = "single", **more: Any) -> dict[str, Any]:
    """What is entered for a question; the right answer of a single one is always B."""
    options = {} if kind == "judge" else {f"option_{letter}": f"第 {number} 题的选项{letter}" for letter in "abcd"}
    return {
        "kind": kind,
        "stem": f"第 {number} 道{kind}题，下列哪一项符合规定？",
        **options,
        "answer": {"single": "B", "multiple": "ACD", "judge": "正确"}[kind],
        "explanation": f"解析{number}：秘密的解释",
        "basis": "行政处罚法第五十一条",
        "difficulty": ("easy", "medium", "hard")[number % 3],
        "subject": "public",
        **more,
    }


def fill_bank(actor: Actor, organ_id: int, single: int = 12, multiple: int = 6, judge: int = 6, **more: Any) -> None:
    """A bank of so many questions."""
    assert actor.organ_id == organ_id
    kinds = ["single"] * single + ["multiple"] * multiple + ["judge"] * judge
    rows = [Row(number + 1, question_data(number, kind, **more)) for number, kind in enumerate(kinds, 1)]
    services.load_questions(actor, rows, lambda _: None)


def exam_data(**more: Any) -> dict[str, Any]:
    """What is entered for an exam: 5 single at 10, 3 multiple at 10, 2 judge at 10; 60 of 100 pass."""
    return {
        "title": "2026 年度公共法律知识考试",
        "subject": "public",
        "counts": "1",
        "opens_at": OPENS.isoformat(),
        "closes_at": CLOSES.isoformat(),
        "minutes": "60",
        "blueprint": [
            {"kind": "single", "subject": "public", "count": "5", "marks": "10"},
            {"kind": "multiple", "subject": "public", "count": "3", "marks": "10"},
            {"kind": "judge", "subject": "public", "count": "2", "marks": "10"},
        ],
        "pass_mark": "60",
        "tries": "1",
        **more,
    }


@contextmanager
def clock(text: str) -> Iterator[None]:
    """Let it be that moment of 20 November 2026, in Beijing."""
    with moment.at(timezone.make_aware(datetime.fromisoformat(f"2026-11-20T{text}"))):
        yield


class Hall:
    """The county with a bank of its own, and an exam that the people of the market bureau are invited to."""

    def __init__(self, world: World, **more: Any) -> None:
        self.world = world
        self.admin = world.actor(Role.ADMIN)
        assert self.admin.organ_id is not None
        self.organ_id = self.admin.organ_id
        with clock("08:00"):
            fill_bank(self.admin, self.organ_id)
            self.exam = self.hold(**more)

    def hold(self, *, publish: bool = True, **more: Any) -> Exam:
        """Another exam of the county for all in the market bureau."""
        exam = services.add_exam(self.admin, self.organ_id, exam_data(**more))
        services.invite(self.admin, exam.pk, {"organs": [str(self.world.organs["示市监"].pk)], "who": "all"})
        return services.publish_exam(self.admin, exam.pk) if publish else exam

    def another(self, name: str) -> tuple[Officer, Actor]:
        """One more officer of the market bureau, with an account, invited."""
        person = self.world.serving(name, Role.OFFICER)
        with clock("08:30"):
            services.invite(self.admin, self.exam.pk, {"organs": [str(person.organ_id)], "who": "all"})
        assert person.user is not None
        return person, actor_for(person.user)

    @property
    def officer(self) -> Actor:
        return self.world.actor(Role.OFFICER)

    def begin(self, at: str = "09:10", actor: Actor | None = None) -> Sitting:
        with clock(at):
            return services.begin(actor or self.officer, self.exam.pk)

    def answer_all(self, sitting: Sitting, right: int, at: str = "09:20", actor: Actor | None = None) -> None:
        """Answer the first so many questions right, the others wrong."""
        with clock(at):
            for number in range(1, len(sitting.paper) + 1):
                good = right_letters(sitting, number)
                services.answer(actor or self.officer, sitting.pk, number, good if number <= right else wrong_letters(sitting, number))

    def close(self, sitting: Sitting, at: str = "09:30", actor: Actor | None = None) -> Sitting:
        with clock(at):
            return services.close(actor or self.officer, sitting.pk)

    def sat(self, right: int, actor: Actor | None = None) -> Sitting:
        """A sitting from beginning to end."""
        sitting = self.begin(actor=actor)
        self.answer_all(sitting, right, actor=actor)
        return self.close(sitting, actor=actor)


def right_letters(sitting: Sitting, number: int) -> str:
    """The right letters as shown: found here by the texts, not by the room's own reckoning."""
    line = sitting.paper[number - 1]
    version = QuestionVersion.objects.get(pk=line["version"])
    return "".join(sorted("ABCDEF"[place] for place, letter in enumerate(line["order"]) if letter in version.answer))


def wrong_letters(sitting: Sitting, number: int) -> str:
    """One letter that is not the answer."""
    line = sitting.paper[number - 1]
    version = QuestionVersion.objects.get(pk=line["version"])
    return next(
        "ABCDEF"[place] for place, letter in enumerate(line["order"]) if letter != version.answer and (letter not in version.answer or len(version.answer) > 1)
    )


def hours(count: float) -> timedelta:
    return timedelta(hours=count)


__all__ = ["SYSTEM", "Hall", "clock", "exam_data", "fill_bank", "hours", "question_data", "right_letters", "wrong_letters"]
