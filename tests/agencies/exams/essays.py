"""An exam with answers in words: two single choices at 10, two essays at 20; 30 of 60 pass; the limit is 3, three days of review."""

from typing import Any

from fadu.accounts.actors import Actor, Role
from fadu.accounts.selectors import actor_for
from fadu.agencies.exams import services
from fadu.agencies.exams.models import Exam, Script, Sitting
from fadu.sheets.sheet import Row
from tests.agencies.exams.world import Hall, clock, exam_data, question_data, right_letters
from tests.agencies.world import World

LINES = [{"kind": "single", "subject": "public", "count": "2", "marks": "10"}, {"kind": "essay", "subject": "public", "count": "2", "marks": "20"}]
TERMS: dict[str, Any] = {"blueprint": LINES, "pass_mark": "30", "limit": "3", "review_days": "3", "tries": "2"}


def essay_data(number: int) -> dict[str, Any]:
    """What is entered for a question that is answered in words."""
    blank = {f"option_{letter}": "" for letter in "abcd"}
    return (
        question_data(number)
        | {"kind": "essay", "stem": f"简述第 {number} 种情形下的告知义务。", "answer": f"要点{number}：事由 5 分；依据 5 分；权利 10 分"}
        | blank
    )


class Essays(Hall):
    """The hall with such an exam; markers of three organs and a third."""

    def __init__(self, world: World, **more: Any) -> None:
        super().__init__(world)
        with clock("08:00"):
            services.load_questions(self.admin, [Row(number, essay_data(number)) for number in range(101, 105)], lambda _: None)
            self.exam = self.hold(**(TERMS | more))
        self.people = {short: world.serving(name, Role.OFFICER, short) for name, short in (("周一", "示环"), ("吴二", "示司"), ("郑三", "城政"))}
        self.own = world.people[Role.REVIEWER]
        self.head = world.people[Role.HEAD]

    def name(self, markers: list[Any], arbiters: list[Any], at: str = "08:40") -> int:
        """Name them by the service."""
        with clock(at):
            data = {"markers": [str(person.pk) for person in markers], "arbiters": [str(person.pk) for person in arbiters]}
            return services.name_markers(self.admin, self.exam.pk, data)

    def write(self, *texts: str, at: str = "09:40", right: int = 2) -> Sitting:
        """Both choices, and these answers in words; handed in."""
        sitting = self.begin()
        with clock("09:20"):
            for number in range(1, right + 1):
                services.answer(self.officer, sitting.pk, number, right_letters(sitting, number))
            for number, text in enumerate(texts, 3):
                services.answer(self.officer, sitting.pk, number, text)
        return self.close(sitting, at)


def actor_of(script: Script) -> Actor:
    """Who holds a paper."""
    assert script.officer.user is not None
    return actor_for(script.officer.user)


def mark(script: Script, *marks: int, at: str = "10:00", places: tuple[int, ...] = (3, 4)) -> None:
    """Mark a paper as its marker."""
    with clock(at):
        services.mark_script(actor_of(script), script.pk, dict(zip(places, ((given, "要点不全") for given in marks), strict=True)))


def plain(hall: Hall) -> Exam:
    """The exam without answers in words that the hall began with."""
    with clock("08:00"):
        return services.add_exam(hall.admin, hall.organ_id, exam_data())
