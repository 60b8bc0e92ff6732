"""Which steps are scenes to be recorded in sound and picture, and how far recordings cover them. Pure reckoning over times.

必须全程: 查封扣押、强制拆除等直接涉及人身自由、生命健康、重大财产权益的现场 (黑政办发〔2019〕26号二(二)3(3)，兴隆县指导意见三(八)，
河北省行政执法监督条例第十三条). 视情: 现场执法、调查取证、听证、留置送达、公告送达; there a written reason that a second person
has checked stands in the place of a recording.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from fadu.law.facts import minutes
from fadu.law.statutes import HEBEI_SUPERVISION, HEILONGJIANG, SAMR_PROCEDURE, XINGLONG, Citation
from fadu.law.vocabulary.marks import Scene as Marked
from fadu.law.vocabulary.special import Act

GAP: Final = timedelta(seconds=60)
"""An interruption of more than this is a gap (seed_clauses: 间断>60秒计缺)."""


class Must(StrEnum):
    """How strongly a scene is to be recorded."""

    WHOLE = "全程"
    CHOICE = "视情"


class Kind(StrEnum):
    """What a recording shows (环节)."""

    INSPECT = "inspect"
    QUESTION = "question"
    SAMPLE = "sample"
    PRESERVE = "preserve"
    SEIZE = "seize"
    DEMOLISH = "demolish"
    HEARING = "hearing"
    LEAVE = "leave"
    ANNOUNCE = "announce"
    IDENTIFY = "identify"
    MEDIATE = "mediate"
    DECIDE = "decide"
    FORFEIT = "forfeit"
    DESTROY = "destroy"
    OTHER = "other"


LABELS: Mapping[Kind, str] = {
    Kind.INSPECT: "检查",
    Kind.QUESTION: "询问",
    Kind.SAMPLE: "抽样取证",
    Kind.PRESERVE: "先行登记保存",
    Kind.SEIZE: "查封、扣押",
    Kind.DEMOLISH: "强制拆除等强制执行",
    Kind.HEARING: "听证",
    Kind.LEAVE: "留置送达",
    Kind.ANNOUNCE: "公告送达",
    Kind.IDENTIFY: "辨认",
    Kind.MEDIATE: "调解",
    Kind.DECIDE: "当场处罚",
    Kind.FORFEIT: "清点没收财物",
    Kind.DESTROY: "销毁",
    Kind.OTHER: "其他现场",
}

MARKED: Mapping[Kind, Marked] = {
    Kind.INSPECT: Marked.INSPECTION,
    Kind.QUESTION: Marked.QUESTIONING,
    Kind.SAMPLE: Marked.SAMPLING,
    Kind.PRESERVE: Marked.PRESERVING,
    Kind.SEIZE: Marked.SEIZING,
}
"""The scenes of 市场监督管理行政处罚程序规定第四十四条."""

ACTS: Mapping[Kind, Act] = {
    Kind.QUESTION: Act.QUESTIONING,
    Kind.SEIZE: Act.SEIZING,
    Kind.IDENTIFY: Act.IDENTIFYING,
    Kind.MEDIATE: Act.MEDIATING,
    Kind.DECIDE: Act.DECIDING,
}
"""The acts of 治安管理处罚法第九十七条、第一百零五条、第一百零八条、第一百二十条."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """A step that is a scene.

    Attributes:
        kind: what it shows.
        must: how strongly it is to be recorded.
        basis: the articles.
        began: the answer that says when it began; "" where the step asks no times.
        ended: likewise when it ended.
        when: of a step that is a scene only sometimes: whether it was, and what it then shows.
    """

    kind: Kind
    must: Must
    basis: tuple[Citation, ...]
    began: str = "began_at"
    ended: str = "ended_at"
    when: Callable[[Mapping[str, Any]], Kind | None] | None = None

    def shows(self, data: Mapping[str, Any]) -> Kind | None:
        """What was to be recorded at a step with these answers; None where nothing was."""
        return self.when(data) if self.when else self.kind


def _served(data: Mapping[str, Any]) -> Kind | None:
    """Only what is left or announced needs a picture."""
    return {"left": Kind.LEAVE, "announcement": Kind.ANNOUNCE}.get(str(data.get("service_method")))


WHOLE = (HEILONGJIANG["二(二)3(3)"], XINGLONG["三(八)"], HEBEI_SUPERVISION[13])
CHOICE = (HEILONGJIANG["二(二)3(3)"],)

SCENES: Mapping[str, Scene] = {
    "seize": Scene(kind=Kind.SEIZE, must=Must.WHOLE, basis=WHOLE),
    "take_measure": Scene(kind=Kind.SEIZE, must=Must.WHOLE, basis=WHOLE),
    "demolish": Scene(kind=Kind.DEMOLISH, must=Must.WHOLE, basis=WHOLE, began="enforcement_executed_at", ended="enforcement_executed_until"),
    "execute_enforcement": Scene(kind=Kind.DEMOLISH, must=Must.WHOLE, basis=WHOLE, began="enforcement_executed_at", ended="enforcement_executed_until"),
    "record_inspection": Scene(kind=Kind.INSPECT, must=Must.CHOICE, basis=CHOICE),
    "inspect": Scene(kind=Kind.INSPECT, must=Must.CHOICE, basis=(*CHOICE, SAMR_PROCEDURE[44])),
    "question": Scene(kind=Kind.QUESTION, must=Must.CHOICE, basis=(*CHOICE, SAMR_PROCEDURE[44])),
    "sample": Scene(kind=Kind.SAMPLE, must=Must.CHOICE, basis=(*CHOICE, SAMR_PROCEDURE[44]), began="", ended=""),
    "preserve": Scene(kind=Kind.PRESERVE, must=Must.CHOICE, basis=(*CHOICE, SAMR_PROCEDURE[44]), began="", ended=""),
    "hold_hearing": Scene(kind=Kind.HEARING, must=Must.CHOICE, basis=CHOICE),
    "serve": Scene(kind=Kind.LEAVE, must=Must.CHOICE, basis=CHOICE, began="", ended="", when=_served),
}
"""The scenes, by the step that records them."""


@dataclass(frozen=True)
class Happened:
    """A step of the record: its place, its name, its answers."""

    seq: int
    name: str
    data: Mapping[str, Any]


@dataclass(frozen=True)
class Film:
    """A recording that is tied to the case. Times are Beijing civil time, by a true clock.

    Attributes:
        kind: what it shows.
        began: when it begins.
        ended: when it ends.
        stored: when it came in.
        seqs: the steps it is tied to; none where it is tied to the case alone.
        moving: whether sound or picture runs through it; a photograph covers no time.
    """

    kind: Kind
    began: datetime
    ended: datetime
    stored: datetime
    seqs: frozenset[int] = frozenset()
    moving: bool = True


@dataclass(frozen=True)
class Filmed:
    """A scene of a case and how far it is on record.

    Attributes:
        seq: the step.
        scene: which scene.
        kind: what is to be seen.
        began: when it began; None where the step asks no times.
        ended: when it ended.
        gaps: the parts, each longer than a minute, that no recording covers.
        any: whether there is any recording of it.
        explained: whether a reason for there being none was given and agreed to by a second person.
    """

    seq: int
    scene: Scene
    kind: Kind
    began: datetime | None
    ended: datetime | None
    gaps: tuple[tuple[datetime, datetime], ...]
    any: bool
    explained: bool

    @property
    def whole(self) -> bool:
        """Whether the recordings cover it from beginning to end."""
        return self.any and not self.gaps

    @property
    def met(self) -> bool:
        """Whether what the article asks is there: the whole, or where the law leaves a choice anything at all."""
        return self.whole if self.scene.must is Must.WHOLE else self.any

    @property
    def lacking(self) -> timedelta:
        """How long no recording runs."""
        return sum((until - since for since, until in self.gaps), timedelta())


def gaps(began: datetime, ended: datetime, spans: Iterable[tuple[datetime, datetime]]) -> tuple[tuple[datetime, datetime], ...]:
    """The parts of a time that no span covers, of those longer than a minute."""
    found: list[tuple[datetime, datetime]] = []
    reached = began
    for since, until in sorted(spans):
        if since - reached > GAP and reached < ended:
            found.append((reached, min(since, ended)))
        reached = max(reached, until)
    if ended - reached > GAP:
        found.append((reached, ended))
    return tuple((since, until) for since, until in found if until - since > GAP)


def scenes(record: Iterable[Happened], films: Sequence[Film], explained: frozenset[int] = frozenset()) -> list[Filmed]:
    """The scenes of a record, each with how far it is covered."""
    found = []
    for step in record:
        scene = SCENES.get(step.name)
        kind = scene.shows(step.data) if scene else None
        if scene is None or kind is None:
            continue
        mine = [film for film in films if step.seq in film.seqs or (not film.seqs and film.kind == kind)]
        began, ended = (_moment(step.data.get(name)) if name else None for name in (scene.began, scene.ended))
        lacking: tuple[tuple[datetime, datetime], ...] = ()
        if began is not None and ended is not None and ended > began:
            spans = [(film.began, film.ended) for film in mine if film.moving]
            lacking = gaps(began, ended, spans)
        found.append(Filmed(step.seq, scene, kind, began, ended, lacking, _any(mine, began, ended), step.seq in explained))
    return found


def storing(found: Sequence[Filmed], films: Sequence[Film]) -> tuple[int | None, int | None]:
    """When the recording whose storing is judged was made, and when it came in, in minutes; None for what is not there.

    Of what must be recorded throughout and has not come in, the first; else of what has come in, the one that took longest.
    """
    waiting = [scene.ended for scene in found if scene.scene.must is Must.WHOLE and not scene.any and not scene.explained and scene.ended]
    if waiting:
        return minutes(min(waiting)), None
    slowest = max(films, key=lambda film: film.stored - film.ended, default=None)
    return (minutes(slowest.ended), -(-int((slowest.stored - _EPOCH).total_seconds()) // 60)) if slowest else (None, None)


def bits(found: Sequence[Filmed], films: Sequence[Film]) -> tuple[int, int]:
    """The scenes of which there is a recording, and the acts that are recorded throughout, as the sets of the vocabulary."""
    filmed = sum({int(MARKED[film.kind]) for film in films if film.kind in MARKED})
    broken = {scene.kind for scene in found if not scene.whole}
    whole = sum({int(ACTS[film.kind]) for film in films if film.kind in ACTS and film.moving and film.kind not in broken})
    return filmed, whole


_EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001 - moments of the law are Beijing civil time


def _any(films: Sequence[Film], began: datetime | None, ended: datetime | None) -> bool:
    """Whether anything was recorded of a scene: within its time, where it has one."""
    if began is None or ended is None:
        return bool(films)
    return any(film.began <= ended + GAP and film.ended >= began - GAP for film in films)


def _moment(given: object) -> datetime | None:
    return datetime.fromisoformat(given).replace(tzinfo=None) if isinstance(given, str) and given else None
