"""Whether our registers of people agree with the rolls of other offices: who stands on one and not on the other."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from fadu.agencies.equipment.figures.judging import County
from fadu.agencies.models import Officer, Organ
from fadu.agencies.selectors.reviewers import reviewing_in
from fadu.agencies.staffing.kinds import Office, Roll
from fadu.agencies.staffing.models import RollLine


@dataclass(frozen=True, slots=True)
class Compared:
    """A roll of an organ held against ours.

    Attributes:
        organ, office, roll, as_of: whose roll it is, of which day.
        both: people who stand on both.
        only_there: on theirs alone.
        only_here: on ours alone, those among them whose identity number is not registered too.
    """

    organ: Organ
    office: str
    roll: str
    as_of: date
    both: int
    only_there: int
    only_here: int

    @property
    def differing(self) -> int:
        """People on one roll and not on the other."""
        return self.only_there + self.only_here

    @property
    def all(self) -> int:
        """People on either."""
        return self.both + self.differing


def compare(within: Organ, day: date) -> list[Compared]:
    """The latest roll of each organ, office and kind that was brought in by a day."""
    county = County(within, day)
    organs = {organ.pk: organ for organ in county.organs}
    latest: dict[tuple[int, str, str], date] = {}
    lines: dict[tuple[int, str, str, date], set[str]] = defaultdict(set)
    for organ_id, office, roll, as_of, index in RollLine.objects.filter(organ__in=organs, as_of__lte=day).values_list(
        "organ_id", "office", "roll", "as_of", "id_index"
    ):
        latest[organ_id, office, roll] = max(latest.get((organ_id, office, roll), as_of), as_of)
        lines[organ_id, office, roll, as_of].add(index)
    ours = {Roll.ENFORCING.value: county.people, Roll.REVIEWING.value: _reviewing(list(organs), day)}
    indexes = dict(Officer.objects.filter(organ__in=organs).values_list("pk", "id_index"))
    found = []
    for (organ_id, office, roll), as_of in sorted(latest.items()):
        there = lines[organ_id, office, roll, as_of]
        here = [indexes.get(person) for person in ours[roll].get(organ_id, set())]
        known = {index for index in here if index}
        unknown = sum(not index for index in here)
        found.append(Compared(organs[organ_id], office, roll, as_of, len(there & known), len(there - known), len(known - there) + unknown))
    return found


def told(one: Compared) -> str:
    """What differs, in words; "" where nothing does."""
    words = [f"名册上有、本平台没有 {one.only_there} 人"] * bool(one.only_there) + [f"本平台有、名册上没有 {one.only_here} 人"] * bool(one.only_here)
    return "；".join(words)


def title(one: Compared) -> str:
    """Which roll it is."""
    return f"{one.organ.name} {Office(one.office).label}{Roll(one.roll).label}名册（{one.as_of.isoformat()}）"


def _reviewing(organ_ids: list[int], day: date) -> dict[int, set[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for row in reviewing_in(organ_ids, day):
        found[row.officer.organ_id].add(row.officer.pk)
    return found
