"""Which stories there are: how many of each kind, when they begin, what is planted in them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from fadu.accounts.actors import Role
from fadu.catalog.selectors import calendar
from fadu.site.demo import lists, names, organs, spot, themes
from fadu.site.demo.days import Days, office_hour
from fadu.site.demo.fines import Items
from fadu.site.demo.general import General
from fadu.site.demo.people import Staff
from fadu.site.demo.spec import Spec
from fadu.site.demo.story import Crew, Story, party_of
from fadu.site.demo.themes import Theme

SEED = "示范县 2026"
THIRD = {"suspended_card": "suspended", "lapsed_card": "lapsed"}
"""Who comes along without a good credential."""
LATE = 0.05
"""Share of steps that are entered on the next working day."""
FURTHEST = 800
TRIES = 30


@dataclass
class County:
    """The county on one day.

    Attributes:
        today: the day of generation; everything is entered before it.
        staff: its people.
        items: its power items.
        scale: share of the cases to tell.
    """

    today: date
    staff: Staff
    items: Items
    scale: float = 1.0
    days: Days = field(default_factory=lambda: Days(calendar()))

    @property
    def horizon(self) -> datetime:
        """Nothing is entered from here on."""
        return datetime.combine(self.today, time())

    def stories(self, told: Callable[[int, int], None] = lambda _done, _of: None) -> Iterator[tuple[Spec, Story]]:
        """Every case, in the order of the list."""
        specs = self.specs()
        for number, spec in enumerate(specs, 1):
            story = self._told(spec, number)
            if story is not None:
                yield spec, story
            told(number, len(specs))

    # --- one story

    def _told(self, spec: Spec, number: int) -> Story:
        """The story of a spec: begun where it was asked to, or on the latest day from which it stands today as it should."""
        if spec.stands is None:
            chance = Random(f"{SEED}/{number}/begins")  # noqa: S311
            for salt in range(60):
                story = self._begun(spec, self._theme(spec, number, salt), number, self.today - timedelta(days=chance.randint(*spec.begins)))
                if story is not None and story.steps:
                    return story
            raise LookupError(f"第 {number} 案（{spec.organ} {sorted(spec.options)}）无法开始")
        for salt in range(TRIES):
            theme = self._theme(spec, number, salt)
            for back in range(1, FURTHEST):
                story = self._begun(spec, theme, number, self.today - timedelta(days=back), salt)
                if story is not None and story.steps and spec.stands(story):
                    return story
        raise LookupError(f"第 {number} 案（{spec.organ} {sorted(spec.options)} {spec.hold}）找不到合适的开始日期")

    def _begun(self, spec: Spec, theme: Theme, number: int, begins: date, salt: int = 0) -> Story | None:
        if not self.days.calendar.is_worked(begins):
            return None
        rng = Random(f"{SEED}/{number}/{salt}")  # noqa: S311
        place = next(place for place in organs.PLACES if place.short == spec.organ)
        story = Story(number, theme, self._crew(spec, rng), rng, self.days, place.name, office_hour(rng, begins))
        party = party_of(theme, rng, number)
        words = self._words(theme, rng, spec)
        where = names.address(rng) if theme.citizen else str(party.data["party_address"])
        row = self.items.of(theme.item, begins)
        if row is None:
            return None
        if spec.kind == "simple":
            story.procedure = "penalty.simple"
            fine = rng.choice([fine for fine in theme.spot or (0,) if "cash" not in spec.options or 0 < fine <= 100])
            if "convert" in spec.options:
                spot.register(story, party, words, where)
                General(story, party, self.items, words, where, spec.options).convert()
            else:
                spot.tell_story(story, party, row, words, where, fine, spec.options)
        else:
            General(story, party, self.items, words, where, spec.options).tell()
            if self._too_slow(story, spec):
                return self._begun(replace(spec, options=spec.options | {"extend"}), theme, number, begins, salt)
        story.enter(LATE)
        if spec.hold:
            place_ = next((at for at, planned in enumerate(story.steps) if planned.name == spec.hold and not planned.refused), len(story.steps) - 1)
            story.steps = story.steps[: place_ + 1]
        story.cut(self.horizon)
        taken = {planned.name for planned in story.steps if not planned.refused}
        if spec.overdue[0] and story.steps:
            story.fault(*spec.overdue)
        story.marks = {name: day for name, day in story.marks.items() if name in taken or name in {"clue", "hearing_set"}}
        return story

    @staticmethod
    def _too_slow(story: Story, spec: Spec) -> bool:
        """Whether an ordinary story would be decided after ninety days: then the head extends the time."""
        marks = story.marks
        decided = next((marks[name] for name in ("decide", "decide_none", "cancel") if name in marks), None)
        lawful = {"extend", "late_decision", "slow"} & spec.options
        return not lawful and decided is not None and (decided - marks["file"]).days > 88

    def _theme(self, spec: Spec, number: int, salt: int) -> Theme:
        if spec.item:
            return next(theme for theme in themes.THEMES if theme.item == spec.item)
        home = {"示市监城": "示市监", "城关政": "示城管"}.get(spec.organ, spec.organ)
        fit = [theme for theme in themes.of(home) if self._fits(theme, spec)]
        rng = Random(f"{SEED}/{number}/{salt}/theme")  # noqa: S311
        return rng.choices(fit, [theme.weight for theme in fit])[0]

    @staticmethod
    def _fits(theme: Theme, spec: Spec) -> bool:
        if spec.kind == "simple":
            return theme.spot is not None and ("cash" not in spec.options or theme.citizen)
        if theme.spot_only and not spec.options & {"handed_over", "declined"}:
            return False
        needs_goods = bool(spec.options & {"preserve", "test", "urgent", "late_urgent", "late_disposal"})
        return bool(theme.goods) or not needs_goods

    def _crew(self, spec: Spec, rng: Random) -> Crew:
        officers = self.staff.of(spec.organ, Role.OFFICER)
        home = {"示市监城": "示市监", "城关政": "示城管"}.get(spec.organ, spec.organ)
        heads, reviewers = self.staff.of(spec.organ, Role.HEAD), self.staff.of(home, Role.REVIEWER)
        first, second = rng.sample(officers, 2)
        reviewer, head = rng.choice(reviewers), heads[0] if rng.random() < 0.6 else rng.choice(heads)
        if spec.crew:
            first, second, reviewer, head = (self.staff.named(name) for name in spec.crew)
        chair = next((person for person in heads if person is not head), reviewer)
        third = next((person for person in self.staff.people if person.standing == THIRD.get(next(iter(spec.options & THIRD.keys()), ""))), None)
        return Crew(first, second, reviewer, head, chair, third)

    @staticmethod
    def _words(theme: Theme, rng: Random, spec: Spec) -> dict[str, Any]:
        good = rng.choice(theme.goods) if theme.goods else ("", "", "件", 1)
        least, most = theme.value
        value = round(least + (most - least) * rng.random() ** 2)
        if spec.options & {"hearing", "hearing_offered"} and theme.item == "SC-CF-001":
            value = rng.randint(11_000, 16_000)
        value = round(value, -2) if value > 20_000 else value
        count = max(2, min(value // good[3], 400)) if theme.goods and value else rng.randint(2, 18)
        to, why = rng.choice(HANDED.get(spec.organ, HANDED["示市监"]))
        return {"good": good[0], "unit": good[2], "n": count, "value": value, "to": to, "why": why}

    # --- the list

    def specs(self) -> list[Spec]:
        """All of them; the fixed ones first, so that a small county has them too, then every so manieth."""
        fixed, rest = lists.fixed(self.today, self.days), self._many()
        wanted = max(0, round(len(fixed + rest) * self.scale) - len(fixed))
        return [*fixed, *(rest[place * len(rest) // wanted] for place in range(wanted))]

    def _many(self) -> list[Spec]:
        """All the others: faults first, then what is in progress, then what is over, shuffled once and for all."""
        faulty = list(lists.faults(self.today, self.days))
        rest = [*lists.current(self.today), *lists.over()]
        Random(f"{SEED}/order").shuffle(rest)  # noqa: S311
        return [*faulty, *rest]


HANDED: dict[str, tuple[tuple[str, str], ...]] = {
    "示市监": (
        ("邻县市场监督管理局", "违法行为发生地和当事人住所地均在邻县。"),
        ("示范县农业农村局", "所反映的是农药经营问题，属于农业农村部门职责。"),
        ("示范县公安局", "所反映的涉嫌诈骗，属于公安机关职责。"),
    ),
    "示市监城": (("示范县市场监督管理局", "派出机构核实线索后移交所属部门立案查处。"),),
    "示交": (
        ("示范县公安局交通警察大队", "货车超过核定载质量上道路行驶，由公安机关交通管理部门处罚。"),
        ("邻县交通运输局", "车籍所在地和违法行为发生地均在邻县。"),
    ),
    "示文旅": (("示范县公安局", "上网服务营业场所接纳未成年人的线索中另涉治安案件，移送公安机关。"),),
    "示卫": (("示范县市场监督管理局", "诊所涉及无证销售药品，由药品监督管理部门查处。"),),
    "城关政": (
        ("示范县城市管理综合行政执法局", "赋权决定没有列明该事项，移送县级主管部门。"),
        ("示范市生态环境局示范县分局", "赋权决定没有列明该事项，移送县级主管部门。"),
    ),
}
"""Where what is not one's own goes."""
