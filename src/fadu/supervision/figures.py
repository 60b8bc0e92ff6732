"""Every figure (指标) of the platform by subject, and the clauses of the five policies that they answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from fadu.agencies.care.figures import FIGURES as CARE
from fadu.agencies.counsel.figures import FIGURES as COUNSEL
from fadu.agencies.equipment.figures import FIGURES as EQUIPMENT
from fadu.agencies.exams.figures import FIGURES as EXAMS
from fadu.agencies.figure import Clause, Figure
from fadu.agencies.figures import organs, people
from fadu.agencies.guidance.figures import FIGURES as GUIDANCE
from fadu.agencies.oversight.figures import FIGURES as OVERSIGHT
from fadu.agencies.staffing.figures import FIGURES as POSTS
from fadu.agencies.training.figures import FIGURES as TRAINING
from fadu.catalog.figures import items, kept, tables
from fadu.disclosure.before.figures import FIGURES as BEFORE
from fadu.disclosure.during.figures import FIGURES as DURING
from fadu.disclosure.figures import FIGURES as PUBLICATION
from fadu.evidence.archive.figures import FIGURES as ARCHIVE
from fadu.evidence.exhibits.figures import FIGURES as EXHIBITS
from fadu.evidence.household.figures import FIGURES as HOUSEHOLD
from fadu.evidence.recordings.figures import FIGURES as RECORDINGS
from fadu.evidence.replay.figures import FIGURES as REPLAY
from fadu.law.statutes import HEBEI_DISTRICT, HEILONGJIANG, LIAOCHENG, XINGLONG, XINSHAO, Policy
from fadu.supervision import casework, on_scene, untied, unusual
from fadu.supervision.staffing import FIGURES as STAFFING
from fadu.supervision.threefold.figures import FIGURES as THREEFOLD

POLICIES: Mapping[str, Policy] = {"000": HEBEI_DISTRICT, "001": XINGLONG, "002": HEILONGJIANG, "003": LIAOCHENG, "004": XINSHAO}
"""The five policies by the number under which their clauses are listed."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What figures are about.

    Attributes:
        id: of the address.
        title: 主题.
        figures: its figures.
    """

    id: str
    title: str
    figures: tuple[Figure, ...]


SUBJECTS = (
    Subject("organs", "执法主体", tuple(organs.FIGURES)),
    Subject("people", "人员和证件", (*people.FIGURES, *STAFFING, *casework.PEOPLE, *unusual.FIGURES, *on_scene.FIGURES[:3])),
    Subject("team", "队伍和法律力量", (*POSTS, *COUNSEL, *GUIDANCE, *casework.TEAM)),
    Subject("training", "培训", tuple(TRAINING)),
    Subject("exams", "考试", (*EXAMS, *kept.EXAMS)),
    Subject("equipment", "装备和场所", (*EQUIPMENT, on_scene.FIGURES[3])),
    Subject("recordings", "音像记录", RECORDINGS),
    Subject("exhibits", "证据和涉案财物", tuple(EXHIBITS)),
    Subject("care", "考核和保障", (*CARE, *casework.CARE)),
    Subject("items", "执法事项", (*items.FIGURES, *casework.ITEMS, on_scene.FIGURES[4])),
    Subject("tables", "裁量基准", tuple(tables.FIGURES)),
    Subject("oversight", "执法监督和脱钩", (*OVERSIGHT, *untied.FIGURES)),
    Subject("publication", "公示", PUBLICATION),
    Subject("archive", "归档", tuple(ARCHIVE)),
    Subject("before", "事前公开", BEFORE),
    Subject("record", "全过程记录", (*HOUSEHOLD, *REPLAY)),
    Subject("during", "事中公示", DURING),
    Subject("reports", "公示和报告", THREEFOLD),
)


@cache
def figures() -> Mapping[str, Figure]:
    """Every figure by id."""
    return {figure.id: figure for subject in SUBJECTS for figure in subject.figures}


def subject_of(id_: str) -> Subject:
    """The subject of that id; the first where there is none."""
    return next((subject for subject in SUBJECTS if subject.id == id_), SUBJECTS[0])


@cache
def answered() -> Mapping[Clause, tuple[Figure, ...]]:
    """The clauses that are answered, each by which figures, in order of policy and clause."""
    found: dict[Clause, list[Figure]] = {}
    for figure in figures().values():
        for clause in figure.clauses:
            found.setdefault(clause, []).append(figure)
    return {clause: tuple(found[clause]) for clause in sorted(found)}


def told(clause: Clause) -> str:
    """A clause in words: 兴隆意见 二(五)."""
    policy, place = clause
    return f"{POLICIES[policy].short} {place}"
