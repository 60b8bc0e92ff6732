"""Which decisions are shown to the public, and for how long; what the publication queue asks of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fadu.law.calendar import WorkCalendar
from fadu.law.periods import months, working_days, years
from fadu.law.statutes import LICENCE, OPEN_GOVERNMENT, PENALTY, PERSONAL_DATA, PUBLIC_SECURITY, SAMR_DISCLOSURE, Citation
from fadu.law.vocabulary.kinds import Penalty

MARKET, POLICE = "market", "police"
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


def showing(*, field: str, kinds: Penalty, asked: bool, by_statute: bool = False, regime: str = "") -> Showing:
    """Whether a penalty decision is shown.

    Args:
        field: 领域 of the item; of market supervision all ordinary decisions are shown but those of a warning alone.
        kinds: what was imposed.
        asked: whether who decided found that it has a certain influence on the public.
        by_statute: whether a statute orders that a warning alone be shown too.
        regime: 公安案件的类别; records of public order are sealed.
    """
    if field == POLICE and regime in {"", "order"}:
        return UNSEEN["police"]
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


UNSEEN = {
    "police": Showing(due=False, why="违反治安管理的记录应当封存，不得向社会公开", basis=PUBLIC_SECURITY[136]),
    "secret": Showing(due=False, why="作出决定时认定涉及国家秘密、商业秘密或者个人隐私", basis=LICENCE[40]),
    "person": Showing(due=False, why="限制公民人身自由的措施涉及个人隐私，公开会损害其合法权益", basis=OPEN_GOVERNMENT[15]),
    "ended": Showing(due=False, why="申请人撤回申请，没有作出影响其权利义务的决定", basis=OPEN_GOVERNMENT[16, 2]),
    "filed": Showing(due=False, why="登记备案不是审批决定", basis=OPEN_GOVERNMENT[16, 2]),
}
"""Why a decision that would be shown as others of its kind is not."""


def showing_other(data: Mapping[str, object], *, field: str, regime: str, opened: Mapping[str, object]) -> Showing | None:
    """Why another decision than a penalty is not shown; None where it is.

    Args:
        data: the answers of the step that decided.
        field: 领域 of the item.
        regime: 公安案件的类别, where it is one of public security.
        opened: the answers of the step that opened the case.
    """
    if field == POLICE and regime in {"", "order"}:
        return UNSEEN["police"]
    if data.get("licence_secret") is True:
        return UNSEEN["secret"]
    if opened.get("measure_kind") == "restrain" and opened.get("party_kind") == "person":
        return UNSEEN["person"]
    if data.get("act_outcome") == "withdrawn":
        return UNSEEN["ended"]
    return UNSEEN["filed"] if data.get("eia_decision") == "filed" else None


@dataclass(frozen=True, slots=True)
class Term:
    """How long a record is shown.

    Attributes:
        last: the last day; None as long as the decision stands.
        why: by what rule, in a sentence.
        basis: the article.
    """

    last: date | None
    why: str
    basis: Citation


def term_of(*, penal: bool, kinds: Penalty | None, person: bool, shown_on: date, calendar: WorkCalendar) -> Term:
    """The term of a record: of a penalty three months to three years; of another decision about a natural person three years at most.

    Args:
        penal: whether it says that somebody broke the law.
        kinds: what was imposed; None where nothing was.
        person: whether the party is a natural person, of whom nothing is kept public longer than its purpose needs (个人信息保护法第十九条).
        shown_on: the day it was shown first.
        calendar: of working days.
    """
    if penal and kinds is None:
        return Term(months(3).without_rolling().due_on(shown_on, calendar), "没有给予处罚的，公示三个月", SAMR_DISCLOSURE[13, 1])
    if penal and kinds is not None:
        return Term(ends_on(kinds, shown_on, calendar), "仅受警告、通报批评的公示三个月，其他的公示三年", SAMR_DISCLOSURE[13, 1])
    if person:
        return Term(years(3).without_rolling().due_on(shown_on, calendar), "对自然人的决定，公示以实现目的所必要的最短时间为限，最长三年", PERSONAL_DATA[19])
    return Term(None, "决定有效期间持续公开", OPEN_GOVERNMENT[20])


@dataclass(frozen=True, slots=True)
class Ground:
    """A lawful ground for not showing a decision (不予公示的法定情形).

    Attributes:
        id: as it is kept.
        label: as it is chosen.
        basis: the article.
        ordered: whether it holds against a publication that a law, regulation or rule orders too.
    """

    id: str
    label: str
    basis: Citation
    ordered: bool = True


GROUNDS: Mapping[str, Ground] = {
    ground.id: ground
    for ground in (
        Ground("state_secret", "依法确定为国家秘密", OPEN_GOVERNMENT[14]),
        Ground("forbidden", "法律、行政法规禁止公开", OPEN_GOVERNMENT[14]),
        Ground("safety", "公开后可能危及国家安全、公共安全、经济安全、社会稳定", OPEN_GOVERNMENT[14]),
        Ground("third_party", "涉及商业秘密、个人隐私，公开会损害第三方合法权益，隐去部分内容仍不能避免", OPEN_GOVERNMENT[15]),
        Ground("minor", "当事人是未成年人，公开可能识别其身份", PERSONAL_DATA[28, 1]),
        Ground("no_influence", "处罚决定不具有一定社会影响（市场监管领域不适用）", PENALTY[48, 1]),
        Ground("fallen", "决定已被变更、撤销、确认违法或者确认无效", PENALTY[48, 2]),
        Ground("internal", "内部事务信息、过程性信息或者执法案卷信息", OPEN_GOVERNMENT[16, 2], ordered=False),
    )
}


def against_ground(ground: Ground, *, field: str, penalty: bool, ordered: bool, fallen: bool) -> str:
    """Why a ground does not hold for a decision, in a sentence; "" where it does.

    Args:
        ground: what is claimed.
        field: 领域 of the item.
        penalty: whether it is a penalty.
        ordered: whether a law orders that decisions of this kind be shown.
        fallen: whether it is on record that the decision no longer stands.
    """
    if ground.id == "no_influence" and (field == MARKET or not penalty):
        return "只有市场监管领域以外的处罚决定，才可以因为没有一定社会影响而不公开" if not penalty else "市场监管领域的处罚决定都要公示，不以社会影响为条件"
    if ground.id == "fallen" and not fallen:
        return "案件中没有决定被变更、撤销、确认违法或者无效的记录，先登记复议诉讼的结果"
    if ordered and not ground.ordered:
        return "法律规定这类决定应当公开，不能以内部事务信息、过程性信息或者案卷信息为由不公开"
    return ""
