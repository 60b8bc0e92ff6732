"""Which decisions are shown to the public, and for how long; what the publication queue asks of each."""

from dataclasses import dataclass
from datetime import date

from fadu.law.calendar import WorkCalendar
from fadu.law.periods import months, working_days, years
from fadu.law.statutes import PENALTY, SAMR_DISCLOSURE, Citation
from fadu.law.vocabulary.kinds import Penalty

MARKET = "market"
LIGHT = Penalty.CRITICISM | Penalty.WARNING
"""Penalties after which a publication ends with three months, where they stand alone."""

WITHDRAW_WITHIN = working_days(3)
"""行政处罚法第四十八条第二款: a decision that no longer stands is taken down within three days; days of the statute up to five are working days (第八十五条)."""


@dataclass(frozen=True, slots=True)
class Showing:
    """Whether a decision is shown.

    Attributes:
        due: whether it has to be.
        why: the reason, in a sentence.
        basis: the article.
    """

    due: bool
    why: str
    basis: Citation


def showing(*, field: str, kinds: Penalty, asked: bool, by_statute: bool = False) -> Showing:
    """Whether a penalty decision is shown.

    Args:
        field: 领域 of the item; of market supervision all ordinary decisions are shown but those of a warning alone.
        kinds: what was imposed.
        asked: whether who decided found that it has a certain influence on the public.
        by_statute: whether a statute orders that a warning alone be shown too.
    """
    if field == MARKET and kinds == Penalty.WARNING and not by_statute:
        return Showing(due=False, why="仅受警告的处罚不公示", basis=SAMR_DISCLOSURE[2, 2])
    if field == MARKET:
        return Showing(due=True, why="市场监督管理的处罚决定应当公示", basis=SAMR_DISCLOSURE[2, 1])
    if asked:
        return Showing(due=True, why="具有一定社会影响的处罚决定应当依法公开", basis=PENALTY[48, 1])
    return Showing(due=False, why="作出决定时认定不属于应当公开的决定", basis=PENALTY[48, 1])


def ends_on(kinds: Penalty, shown_on: date, calendar: WorkCalendar) -> date:
    """The last day on which a penalty is shown: three months for criticism or a warning alone, else three years (公示规定第十三条第一款).

    Whether a fine is of the lower amounts is set by provinces and not assumed: such a record ends earlier on application.
    """
    term = months(3) if kinds and not kinds & ~LIGHT else years(3)
    return term.without_rolling().due_on(shown_on, calendar)
