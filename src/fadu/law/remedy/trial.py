"""审理 (行政复议法第三十九条至第五十五条；实施条例第十八条、第四十条、第四十五条、第四十六条): answer, evidence, opinions, hearing, pauses."""

from dataclasses import dataclass

import polars as pl

from fadu.law.calendar import WorkCalendar
from fadu.law.periods import days, working_days
from fadu.law.remedy.terms import ACCEPTING, DECIDED, GENERAL, SIMPLE
from fadu.law.rules import Bound, Clock, Convention, Duty, Gate, Grade, Wait
from fadu.law.statutes import RECONSIDERATION, RECONSIDERATION_RULES
from fadu.law.vocabulary import review

GOING_ON = review.terminated_on.column.is_null()
PAUSES = "fadu.law.reviewing.pauses.going"
THREE, FIVE, SEVEN, TEN = working_days(3), working_days(5), working_days(7), working_days(10)
SIXTY = days(60).without_rolling()


@dataclass(frozen=True)
class EndedAfterSixty(Gate):
    """Sixty days of suspension for want of an applicant have run out."""

    def demand(self, calendar: WorkCalendar) -> pl.Expr:
        """Whether the ground is one of the three and the days are over."""
        over = review.terminated_on > SIXTY.due(review.suspended_on.column, calendar)
        return review.suspend_ground.one_of("death", "incapable", "dissolved") & over


SUSPENDED_ON_GROUND = Gate(
    "FY-039-1", RECONSIDERATION[39, 1], "有十种情形之一的才中止审理，并书面告知当事人",
    before=("suspend_review",), once=review.suspended_on, demands=review.suspend_ground.known & review.suspend_told.column,
    fix="写明中止的情形，书面告知当事人",
)
ENDED_AFTER_SIXTY = EndedAfterSixty(
    "FY-041-5", RECONSIDERATION[41, 1, 5], "因申请人死亡、丧失行为能力或者终止而中止的，满六十日原因仍未消除才终止",
    when=review.terminate_ground == "sixty", before=("terminate_review",), once=review.terminated_on,
    fix="等中止满六十日；原因已经消除的，恢复审理",
)
STAYED_ON_GROUND = Gate(
    "FY-042", RECONSIDERATION[42], "复议期间不停止执行，有四种情形之一的才停止",
    before=("stay_act",), once=review.stayed_on, demands=review.stay_ground.one_of("respondent", "organ", "asked", "statute"),
    fix="没有法定情形的，继续执行",
)
BURDEN = Gate(
    "FY-044-1", RECONSIDERATION[44, 1], "由被申请人证明行为合法、适当，没有证明的不能维持",
    when=review.outcome == "upheld", before=("decide_review",), once=review.decided_on,
    demands=review.proved_lawful.column & review.proved_proper.column,
    fix="依法撤销、变更或者确认违法",
)
TWO_WITH_CARDS = Gate(
    "FY-045-2", RECONSIDERATION[45, 2], "调查取证由两名以上复议人员进行，并出示复议工作证件",
    before=("investigate_review",), once=review.investigated_on, demands=(review.investigators >= 2) & review.cards_shown.column,
    fix="补足两名复议人员，先出示工作证件",
)
NO_NEW_EVIDENCE = Gate(
    "FY-046-1", RECONSIDERATION[46, 1], "复议期间被申请人不得自行收集证据，收集了的不作为依据；经同意补充的除外",
    when=review.evidence_last_on >= review.accepted_on, before=("decide_review",), once=review.decided_on,
    demands=review.supplement_agreed.holds | review.late_evidence_excluded.holds,
    fix="排除复议期间自行收集的证据",
)
FILE_OPEN = Gate(
    "FY-047", RECONSIDERATION[47], "申请人、第三人要求查阅、复制答复和证据的，除涉密或者危及安全的外应当同意",
    before=("answer_reading",), once=review.reading_answered_on, demands=review.reading_allowed.column | review.reading_secret.holds,
    fix="同意查阅、复制；不同意的须属于法定例外",
)
COPY_SENT = Clock(
    "FY-048-a", RECONSIDERATION[48], "普通程序自受理之日起七个工作日内把申请书副本发给被申请人",
    name="发送副本", when=GENERAL & GOING_ON, starts=review.accepted_on, ends=review.copy_sent_on, within=SEVEN, next_step="send_copy", fix="立即发送",
)
ANSWERED = Clock(
    "FY-048-b", RECONSIDERATION[48], "普通程序被申请人收到副本之日起十个工作日内答复，并提交证据、依据",
    name="答复举证", when=GENERAL & GOING_ON, starts=review.copy_received_on, ends=review.answered_on, within=TEN, who="party", next_step="receive_answer",
    fix="逾期的，视为行为没有证据、依据",
)
COPY_SENT_SIMPLE = Clock(
    "FY-054-1a", RECONSIDERATION[54, 1], "简易程序自受理之日起三个工作日内发送副本",
    name="发送副本", when=SIMPLE & GOING_ON, starts=review.accepted_on, ends=review.copy_sent_on, within=THREE, next_step="send_copy", fix="立即发送",
)
ANSWERED_SIMPLE = Clock(
    "FY-054-1b", RECONSIDERATION[54, 1], "简易程序被申请人收到副本之日起五个工作日内答复，并提交证据、依据",
    name="答复举证", when=SIMPLE & GOING_ON, starts=review.copy_received_on, ends=review.answered_on, within=FIVE, who="party", next_step="receive_answer",
    fix="逾期的，视为行为没有证据、依据",
)
OWN_STAFF = Bound(
    "FT-018-2", RECONSIDERATION_RULES[18, 2], "被申请人指定一至二名工作人员代理，不能只委托律师",
    before=("receive_answer",), once=review.answered_on, value=review.staff_agents, least=pl.lit(1), most=pl.lit(2), grade=Grade.MENDABLE,
    fix="要求被申请人补充指定工作人员",
)
HEARD = Gate(
    "FY-049", RECONSIDERATION[49], "普通程序应当听取当事人意见并记录；因当事人原因听不了的，可以书面审理",
    when=GENERAL & DECIDED, before=("decide_review",), once=review.decided_on,
    demands=(review.heard_on.known & review.heard_recorded.holds) | review.unheard_by_party.holds,
    fix="当面、上网或者打电话听取意见并记录",
)
HEARING_HELD = Gate(
    "FY-050-1", RECONSIDERATION[50, 1], "重大、疑难、复杂的案件应当听证",
    when=review.complex.column & DECIDED, before=("decide_review",), once=review.decided_on,
    demands=review.hearing_held_on.known | review.hearing_waived.holds,
    fix="组织听证；申请人无正当理由不参加的，记明视为放弃",
)
HEARING_PANEL = Gate(
    "FY-050-3", RECONSIDERATION[50, 3], "听证由一名主持人、两名以上听证员、一名记录员组成",
    before=("hold_review_hearing",), once=review.hearing_held_on,
    demands=(review.hearing_chairs == 1) & (review.hearing_members >= 2) & (review.hearing_clerks == 1),
    fix="按一名主持人、两名以上听证员、一名记录员组成",
)
HEARING_NOTICE = Wait(
    "FY-051-1", RECONSIDERATION[51, 1], "举行听证的五个工作日前书面通知时间、地点和事项",
    before=("notify_review_hearing",), once=review.hearing_notice_on, starts=review.hearing_notice_on, full=FIVE, on=review.hearing_set_for,
    fix="把听证改到通知送达满五个工作日之后",
)
HEAD_AT_HEARING = Duty(
    "FY-051-3", RECONSIDERATION[51, 3], "被申请人负责人参加听证；不能参加的说明理由，委托相应的工作人员",
    when=review.hearing_held_on.known, demands=review.head_attended.column | (review.head_excused.holds & review.delegate_attended.holds), due="举行听证时",
    fix="记入听证笔录，向被申请人指出",
)
COMMITTEE_ASKED = Gate(
    "FY-052-2", RECONSIDERATION[52, 2], "重大疑难复杂、专业性强、省级政府原级复议或者认为有必要的，提请复议委员会咨询并记录",
    when=DECIDED & (review.complex.holds | review.technical.holds | review.committee_wanted.holds | (review.respondent_kind == "province").fill_null(value=False)),
    before=("decide_review",), once=review.decided_on, demands=review.committee_on.known & review.committee_recorded.holds,
    fix="提请行政复议委员会提出咨询意见，并记录在案",
)
SIMPLE_FOUR = Gate(
    "FY-053-1", RECONSIDERATION[53, 1], "事实清楚、关系明确、争议不大，且属于四类案件或者各方同意的，才可以适用简易程序",
    when=SIMPLE, before=ACCEPTING, once=review.accepted_on, demands=review.simple_ground.known & ((review.simple_ground == "agreed") | review.simple_clear.column),
    fix="不符合的，适用普通程序",
)
SIMPLE_SMALL = Bound(
    "FY-053-1-3", RECONSIDERATION[53, 1, 3], "以款额较小适用简易程序的，不超过三千元",
    when=SIMPLE & (review.simple_ground == "amount"), before=ACCEPTING, once=review.accepted_on, value=review.amount, most=pl.lit(3000_00),
    fix="超过三千元的，适用普通程序，或者取得各方同意",
)
CONVERTED_BY_INSTITUTION = Gate(
    "FY-055", RECONSIDERATION[55], "简易程序转为普通程序，由复议机构负责人批准",
    before=("convert_review",), once=review.converted_on, demands=review.convert_approved_by == "institution",
    fix="报行政复议机构的负责人批准",
)
MOVED_UP = Clock(
    "FT-040-3", RECONSIDERATION_RULES[40, 3], "上级决定提级审理的，下级五个工作日内移送材料；审理期限自上级收到之日重新计算",
    name="移送材料", starts=review.elevate_noticed_on, ends=review.materials_moved_on, within=FIVE, next_step="elevate_review", fix="立即移送案件材料",
)
SURVEY_OUT = Convention("FT-045", RECONSIDERATION_RULES[45], "现场勘验所用的时间不计入审理期限", carried_out_by=PAUSES)
APPRAISAL_OUT = Convention("FT-046", RECONSIDERATION_RULES[46], "鉴定所用的时间不计入审理期限，费用由当事人承担", carried_out_by=PAUSES)
REPORTING_OUT = Convention("FT-040-2", RECONSIDERATION_RULES[40, 2], "报请提级审理的期间不计入办理期限", carried_out_by=PAUSES)

RULES = (
    SUSPENDED_ON_GROUND, ENDED_AFTER_SIXTY, STAYED_ON_GROUND, BURDEN, TWO_WITH_CARDS, NO_NEW_EVIDENCE, FILE_OPEN, COPY_SENT, ANSWERED, COPY_SENT_SIMPLE,
    ANSWERED_SIMPLE, OWN_STAFF, HEARD, HEARING_HELD, HEARING_PANEL, HEARING_NOTICE, HEAD_AT_HEARING, COMMITTEE_ASKED, SIMPLE_FOUR, SIMPLE_SMALL,
    CONVERTED_BY_INSTITUTION, MOVED_UP, SURVEY_OUT, APPRAISAL_OUT, REPORTING_OUT,
)
