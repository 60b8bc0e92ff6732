"""Facts of legal review, deliberation, decision and service (法制审核、集体讨论、决定、送达)."""

from fadu.law.facts import count, day, flag, members, money, text
from fadu.law.vocabulary.kinds import OUTCOME, SERVICE, Ground, Penalty, Trigger


class Decision:
    """法制审核、集体讨论、决定、送达."""

    GRAIN = "case"

    major_rights = flag("直接关系当事人或者第三人重大权益")
    complex_or_major = flag("情节复杂或者重大违法行为")
    review_triggers = members("法制审核的情形", Trigger)
    legal_reviewed_on = day("法制审核完成日期")
    legal_review_passed = flag("法制审核通过")
    discussed_on = day("集体讨论日期")
    discussed_fine = money("集体讨论确定的罚款")

    outcome = text("处理决定", OUTCOME)
    decided_on = day("决定日期")
    decision_kinds = members("处罚种类", Penalty)
    decision_fine = money("罚款数额")
    decision_gain = money("没收违法所得")
    decision_weight = count("处罚的最重种类")
    grounds = members("从轻、减轻的情形", Ground)
    grounds_answered = flag("决定书回应了从轻、减轻情形")
    lessened = flag("减轻处罚（低于依据下限）")
    gain = money("违法所得")
    refunded = money("依法退赔的款项")
    prior_fine = flag("同一违法行为已被处以罚款")
    educated = flag("对当事人进行了教育")
    payment_term_days = count("决定书载明的缴款期限日数")
    perform_by = day("决定书载明的履行期限")

    served_on = day("决定书送达日期")
    service_method = text("送达方式", SERVICE)
    service_consented = flag("当事人签订电子送达确认书")
    announced_on = day("公告发出日期")
    lateness_admitted_on = day("逾期说明经负责人批准日期")

    spot_fine = money("当场罚款数额")
    spot_handed_over = flag("决定书当场交付")
    spot_filed_on = day("当场处罚决定报备案日期")
