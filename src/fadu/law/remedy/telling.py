"""What a paper tells the party it may and must do (告知权利义务): by kind of paper, each with its article and its period.

黑政办发〔2019〕26号二(一)2(2): 陈述、申辩、申请听证、申请回避等权利和依法配合等义务; 兴隆县指导意见三(七)。
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fadu.law.calendar import WorkCalendar
from fadu.law.papers.party import SERVED_ON_PARTY
from fadu.law.periods import Period, days, months, working_days
from fadu.law.statutes import COERCION, LICENCE, LITIGATION, PENALTY, RECONSIDERATION, Citation


class Sort(StrEnum):
    """A right or a duty."""

    RIGHT = "权利"
    DUTY = "义务"


@dataclass(frozen=True, slots=True)
class Telling:
    """Something that the party may or must do.

    Attributes:
        name: what it is called.
        sort: whether it may or must.
        says: how, in plain words.
        bases: its articles.
        within: how long from the day the paper reached the party; None for what is tied to no day.
        to: to whom: "organ", "review" or "court".
        fined: only where money is to be paid.
    """

    name: str
    sort: Sort
    says: str
    bases: tuple[Citation, ...]
    within: Period | None = None
    to: str = "organ"
    fined: bool = False

    def until(self, received: date | None, calendar: WorkCalendar) -> date | None:
        """The last day, where it is known when the paper reached the party."""
        return self.within.due_on(received, calendar) if self.within and received else None


CARD = Telling("要求亮证", Sort.RIGHT, "执法人员应当主动出示执法证件；不出示的，有权拒绝接受调查或者检查。", (PENALTY[55, 1],))
RECUSAL = Telling("申请回避", Sort.RIGHT, "认为执法人员与案件有直接利害关系或者有其他关系可能影响公正执法的，可以申请他回避。", (PENALTY[43, 2],))
DEFENCE = Telling("陈述、申辩", Sort.RIGHT, "书面、口头都可以；提出的事实、理由和证据成立的应当采纳，不得因此加重处罚。", (PENALTY[45, 1], PENALTY[45, 2]))
HEARING = Telling(
    "要求听证", Sort.RIGHT, "拟作出的处罚属于听证范围的，可以要求听证，不承担听证的费用；告知书写明不属于听证范围的除外。",
    (PENALTY[63, 1], PENALTY[63, 2], PENALTY[64, 1, 1]), working_days(5),
)  # fmt: skip
ATTEND = Telling("参加听证", Sort.RIGHT, "可以亲自参加，也可以委托一至二人代理；可以申辩和质证，认为主持人与案件有利害关系的可以申请回避。", (PENALTY[64, 1, 4], PENALTY[64, 1, 5]))
HELP = Telling("配合调查、检查", Sort.DUTY, "应当如实回答询问，并协助调查或者检查，不得拒绝或者阻挠。", (PENALTY[55, 2],))
KEEP = Telling("不得销毁或者转移", Sort.DUTY, "先行登记保存期间，不得销毁或者转移证据；机关应当在七日内作出处理决定。", (PENALTY[56],))
PAY = Telling("缴纳罚没款", Sort.DUTY, "到决定书写明的银行或者通过电子支付系统缴纳。到期不缴纳的，每日可以按罚款数额的百分之三加处罚款。", (PENALTY[67, 3], PENALTY[72, 1, 1]), days(15), fined=True)
DEFER = Telling("申请延期、分期缴纳", Sort.RIGHT, "确有经济困难的，可以申请延期或者分期缴纳罚款。", (PENALTY[66, 2],), fined=True)
PERFORM = Telling("履行决定", Sort.DUTY, "应当在决定书写明的期限内履行；申请复议或者起诉的，不停止执行，法律另有规定的除外。", (PENALTY[66, 1], PENALTY[73, 1]))
REVIEW = Telling("申请行政复议", Sort.RIGHT, "不收费用。", (RECONSIDERATION[20, 1],), days(60), to="review")
SUIT = Telling("提起行政诉讼", Sort.RIGHT, "法律规定应当先申请复议的，先申请复议。", (LITIGATION[46, 1],), months(6), to="court")
COERCED = Telling("陈述、申辩", Sort.RIGHT, "对行政强制享有陈述权、申辩权；因违法实施行政强制受到损害的，有权依法要求赔偿。", (COERCION[8, 1],))
STORED = Telling("不承担保管费用", Sort.RIGHT, "查封、扣押发生的保管费用由机关承担；机关应当妥善保管，不得使用或者损毁。", (COERCION[26, 1], COERCION[26, 3]))
URGED = Telling("陈述、申辩", Sort.RIGHT, "收到催告书后可以陈述和申辩；提出的事实、理由或者证据成立的，应当采纳。", (COERCION[36],))
APPLICANT = Telling("陈述、申辩", Sort.RIGHT, "对行政许可享有陈述权、申辩权；合法权益因违法实施行政许可受到损害的，有权依法要求赔偿。", (LICENCE[7],))
ASKED = Telling("要求听证", Sort.RIGHT, "可以要求听证，不承担组织听证的费用。", (LICENCE[47, 1], LICENCE[47, 2]), working_days(5))
TRUE = Telling("如实提交材料", Sort.DUTY, "应当如实提交有关材料、反映真实情况，并对实质内容的真实性负责。", (LICENCE[31, 1],))
SPEAK = Telling("向机关提出意见", Sort.RIGHT, "对文书有疑问或者不同意见，可以向制作机关提出。", ())

_AGAINST = (REVIEW, SUIT)
_INQUIRY = (CARD, RECUSAL, DEFENCE, HELP)
_ENFORCED = (COERCED, *_AGAINST)

_TOLD: tuple[tuple[tuple[str, ...], tuple[Telling, ...]], ...] = (
    (("penalty_notice",), (DEFENCE, HEARING, RECUSAL, HELP)),
    (("hearing_notice",), (ATTEND, RECUSAL)),
    (("penalty_decision", "spot_decision", "daily_decision"), (PAY, PERFORM, DEFER, *_AGAINST)),
    (("no_penalty_decision",), _AGAINST),
    (("deferral_notice",), (PERFORM,)),
    (("demand",), (URGED, PERFORM)),
    (("material_notice", "test_period_notice", "test_result_notice", "correction_order", "refund_order", "recusal_decision"), _INQUIRY),
    (("preserve_notice", "preserve_release"), (KEEP, *_INQUIRY)),
    (("goods_list", "seized_transfer_notice"), (CARD, COERCED, STORED)),
    (("measure_decision", "measure_extension"), (COERCED, STORED, *_AGAINST)),
    (("freeze_decision", "freeze_extension", "holding_receipt", "enforcement_decision", "proxy_decision", "demolition_order", "surcharge_decision"), _ENFORCED),
    (("measure_release", "freeze_release", "suspension_notice", "resumption_notice", "termination_notice", "enforcement_agreement", "cleared_notice"), (COERCED,)),
    (("performance_demand", "proxy_demand"), (URGED,)),
    (("materials_notice", "licence_acceptance", "time_notice", "licence_extension", "eia_notice"), (APPLICANT, TRUE)),
    (("licence_hearing_right", "licence_hearing_notice"), (ASKED, APPLICANT)),
    (("licence_refusal", "licence_grant", "licence_denial", "licence_revocation", "licence_withdrawal", "licence_cancellation", "permit_result"), (APPLICANT, *_AGAINST)),
    (("inspection_notice", "inspection_result"), (CARD, RECUSAL, HELP)),
    (("requisition_decision", "plain_decision"), _AGAINST),
    (("requisition_return",), (SPEAK,)),
)  # fmt: skip

TOLD: dict[str, tuple[Telling, ...]] = {paper: tellings for papers, tellings in _TOLD for paper in papers}
"""What each paper that is served on the party tells."""
if TOLD.keys() != SERVED_ON_PARTY:
    raise ValueError(f"papers that tell nothing, or too much: {sorted(TOLD.keys() ^ SERVED_ON_PARTY)}")
