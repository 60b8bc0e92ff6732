"""复议决定 (行政复议法第六十一条至第七十三条；实施条例第五十二条至第六十条): in what time, by whom, on which grounds."""

from dataclasses import dataclass

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.periods import days, working_days
from fadu.law.remedy.terms import DECIDED, GENERAL, SIMPLE, refused
from fadu.law.rules import Bound, Clock, Gate
from fadu.law.statutes import RECONSIDERATION, RECONSIDERATION_RULES
from fadu.law.vocabulary import review

DECIDE = ("decide_review",)


@dataclass(frozen=True)
class Unanswered(Gate):
    """Without an answer in time the act stands without evidence, and can't stand."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """Whether the answer came in time, or the decision draws the consequence."""
        copied = review.copy_received_on.column
        due = pl.when(SIMPLE).then(working_days(5).due(copied, calendar)).otherwise(working_days(10).due(copied, calendar))
        drawn = review.outcome.one_of("quashed", "unlawful", "void", "perform") | review.third_evidence.holds
        return (review.answered_on <= due).fill_null(value=False) | drawn


APPROVED = Gate(
    "FY-061-1", RECONSIDERATION[61, 1], "决定经复议机关负责人同意或者集体讨论通过，以复议机关的名义作出",
    before=DECIDE, once=review.decided_on, demands=review.approved_by.one_of("head", "panel") & review.in_organ_name.column,
    fix="报复议机关负责人同意或者集体讨论，以复议机关名义作出",
)
BY_THE_TRANSCRIPT = Gate(
    "FY-061-2", RECONSIDERATION[61, 2], "经过听证的，根据听证笔录和审查认定的事实、证据作出",
    when=review.hearing_held_on.known & DECIDED, before=DECIDE, once=review.decided_on, demands=review.transcript_followed.holds,
    fix="只以听证笔录和审查认定的事实、证据为根据",
)
IN_SIXTY_DAYS = Clock(
    "FY-062-1a", RECONSIDERATION[62, 1], "普通程序自受理之日起六十日内作出复议决定；中止、勘验、鉴定、报请提级的时间不计",
    name="复议决定", when=GENERAL, starts=review.decide_from, ends=review.settled_on, within=days(60), paused=review.not_counted_days,
    extended=review.longer_days, suspended=review.clock_stopped, next_step="decide_review", warn=10, fix="立即作出决定",
)
THIRTY_MORE = Bound(
    "FY-062-1b", RECONSIDERATION[62, 1], "情况复杂的可以延长，最多三十日",
    before=("prolong_review",), once=review.longer_days, value=review.longer_days, most=pl.lit(30), least=pl.lit(1),
    fix="延长不超过三十日",
)
PROLONGED_BY_INSTITUTION = Gate(
    "FY-062-1b-told", RECONSIDERATION[62, 1], "延长由复议机构负责人批准，书面告知当事人；只有普通程序可以延长",
    before=("prolong_review",), once=review.longer_days, demands=GENERAL & (review.longer_approved_by == "institution") & review.longer_told.column,
    fix="报复议机构负责人批准，书面告知当事人",
)
IN_THIRTY_DAYS = Clock(
    "FY-062-2", RECONSIDERATION[62, 2], "简易程序自受理之日起三十日内作出复议决定，不得延长",
    name="复议决定", when=SIMPLE, starts=review.decide_from, ends=review.settled_on, within=days(30), paused=review.not_counted_days,
    suspended=review.clock_stopped, next_step="decide_review", warn=5, fix="立即作出决定；不宜适用简易程序的，转为普通程序",
)
NO_WORSE = Gate(
    "FY-063-2", RECONSIDERATION[63, 2], "变更决定不得使申请人处境更不利，第三人提出相反请求的除外",
    when=review.outcome == "changed", before=DECIDE, once=review.decided_on, demands=~review.worse.column | review.third_opposite.holds,
    fix="不得加重；依法应当变更但会更不利的，驳回复议请求",
)
NO_ANSWER_NO_EVIDENCE = Unanswered(
    "FY-070", RECONSIDERATION[70], "被申请人不按期答复举证的，视为没有证据、依据，应当撤销、确认违法、无效或者决定履行",
    when=DECIDED & review.copy_received_on.known, before=DECIDE, once=review.decided_on,
    fix="按没有证据、依据作出决定；第三人提供证据的除外",
)
RESTITUTION = Gate(
    "FY-072-2", RECONSIDERATION[72, 2], "撤销、变更罚没、征收、查封扣押等，没有提出赔偿请求的，同时责令返还财产、解除措施或者赔偿价款",
    when=refused(review.compensation_asked) & review.property_act.column & review.outcome.one_of("quashed", "changed"), before=DECIDE, once=review.decided_on,
    demands=review.restitution_ordered.holds,
    fix="在决定中同时责令返还财产、解除措施或者赔偿相应价款",
)
MEDIATED_IN_FORM = Gate(
    "FY-073-1", RECONSIDERATION[73, 1], "达成调解协议的，调解书经各方签章并加盖复议机关印章才有效力",
    before=("mediate_review",), once=review.mediated_on, demands=review.mediation_signed.column,
    fix="补齐各方签章和复议机关印章；一方反悔的，及时作出决定",
)
COMMITTEE_WEIGHED = Gate(
    "FT-052", RECONSIDERATION_RULES[52], "经过委员会咨询的，报签时附具咨询意见并说明采纳情况，不采纳的说明理由",
    when=review.committee_on.known & DECIDED, before=DECIDE, once=review.decided_on, demands=review.committee_attached.holds,
    fix="附具咨询意见，写明采纳情况",
)
IMPROPER_HOW = Gate(
    "FT-055", RECONSIDERATION_RULES[55], "以内容不适当变更的，写明属于四种情形中的哪一种",
    when=(review.outcome == "changed") & (review.change_ground == "improper"), before=DECIDE, once=review.decided_on, demands=review.improper.known,
    fix="写明违背目的、超过限度、不平等对待或者其他",
)
WRONG_BASIS_HOW = Gate(
    "FT-056", RECONSIDERATION_RULES[56], "以未正确适用依据变更的，写明属于六种情形中的哪一种",
    when=(review.outcome == "changed") & (review.change_ground == "basis"), before=DECIDE, once=review.decided_on, demands=review.basis_error.known,
    fix="写明适用依据的具体错误",
)
ILLEGAL_BASIS_HOW = Gate(
    "FT-057-1", RECONSIDERATION_RULES[57, 1], "以依据不合法撤销的，写明属于四种情形中的哪一种",
    when=(review.outcome == "quashed") & (review.quash_ground == "basis"), before=DECIDE, once=review.decided_on, demands=review.illegal_basis.known,
    fix="写明尚未生效、超越权限、违反上位法或者其他",
)
QUASHED_AGAIN = Gate(
    "FT-058-3", RECONSIDERATION_RULES[58, 3], "以同一事实和理由重复作出已被撤销的行为的，再次撤销并责令重作",
    when=review.repeats.column & DECIDED, before=DECIDE, once=review.decided_on, demands=(review.outcome == "quashed") & review.redo_ordered.holds,
    fix="撤销或者部分撤销，并责令限期重新作出",
)
SLIGHT_FAULT = Gate(
    "FT-059", RECONSIDERATION_RULES[59], "程序轻微违法限于期限、通知送达等情形，且对陈述申辩等重要权利没有实际影响",
    when=(review.outcome == "unlawful") & (review.unlawful_ground == "slight"), before=DECIDE, once=review.decided_on,
    demands=review.slight.known & review.slight_harmless.holds,
    fix="写明属于哪一种；有实际影响的，应当撤销",
)
VOID_HOW = Gate(
    "FT-060", RECONSIDERATION_RULES[60], "确认无效须有四种重大且明显违法情形之一",
    when=review.outcome == "void", before=DECIDE, once=review.decided_on, demands=review.void_ground.known,
    fix="写明属于哪一种；不属于的，释明后变更请求或者驳回",
)

RULES = (
    APPROVED, BY_THE_TRANSCRIPT, IN_SIXTY_DAYS, THIRTY_MORE, PROLONGED_BY_INSTITUTION, IN_THIRTY_DAYS, NO_WORSE, NO_ANSWER_NO_EVIDENCE, RESTITUTION,
    MEDIATED_IN_FORM, COMMITTEE_WEIGHED, IMPROPER_HOW, WRONG_BASIS_HOW, ILLEGAL_BASIS_HOW, QUASHED_AGAIN, SLIGHT_FAULT, VOID_HOW,
)
