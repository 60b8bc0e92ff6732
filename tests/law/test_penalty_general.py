"""普通程序与听证: the tables of 行政处罚法 44 to 65, days counted by hand.

2026: 25 to 27 September and 1 to 7 October are off; Sun 20 September and Sat 10 October are worked.
"""

from fadu.law.vocabulary.kinds import Penalty, Told
from fadu.law.vocabulary.marks import DecisionPart
from tests.law.tables import APART, FAILS, OPEN, PASSES, Case, check, of, table

P = {"outcome": "penalty"}
G = {"procedure": "general", **P}
FINE, GAIN = Penalty.FINE, Penalty.GAIN
FOUR = Told.CONTENT | Told.FACTS | Told.REASONS | Told.BASIS

TOLD = [
    *of("CF-044", {}, (PASSES, "四项和申辩权", {"told": FOUR | Told.DEFENCE}), (FAILS, "漏告权利", {"told": FOUR}), (FAILS, "漏告依据", {"told": (FOUR & ~Told.BASIS) | Told.DEFENCE}),
        (FAILS, "什么都没有告知", {"told": 0}), (OPEN, "不明", {})),
    *of("CF-062", {**P, "notified_on": "2026-11-02"}, (PASSES, "四项已告知", {"told": FOUR}), (FAILS, "漏告理由", {"told": FOUR & ~Told.REASONS}),
        (FAILS, "没有告知", {"notified_on": None, "told": FOUR}), (OPEN, "内容不明", {}), (APART, "不予处罚", {"outcome": "none_statutory", "notified_on": None})),
    *of("CF-045-1", {**P, "defence_on": "2026-11-04"}, (PASSES, "已复核", {"defence_reviewed": True}), (FAILS, "没有复核", {"defence_reviewed": False}), (OPEN, "不明", {}),
        (APART, "没有申辩", {"defence_on": None, "defence_reviewed": False})),
    *of("CF-045-2", {**G, "proposed_fine": "10000", "proposed_kinds": FINE | GAIN, "decision_kinds": FINE}, (PASSES, "等于拟处罚", {"decision_fine": "10000.00"}),
        (FAILS, "多一分", {"decision_fine": "10000.01"}), (PASSES, "减少", {"decision_fine": "8000"}),
        (FAILS, "增加种类", {"decision_fine": "8000", "decision_kinds": FINE | Penalty.REVOKE_LICENCE}), (OPEN, "种类不明", {"decision_fine": "8000", "decision_kinds": None})),
    # Thu 24 Sep: 28, 29, 30 Sep, 8, 9 Oct are the five working days
    *of("SC-057-2", {**G, "field": "market", "notified_on": "2026-09-24"}, (FAILS, "第五个工作日决定", {"decided_on": "2026-10-09"}),
        (PASSES, "届满次日（调休上班的周六）决定", {"decided_on": "2026-10-10"}), (OPEN, "尚未决定", {}), (APART, "明确放弃", {"waived_on": "2026-09-28", "decided_on": "2026-09-28"}),
        (APART, "其他领域", {"field": "ecology", "decided_on": "2026-09-28"})),
]  # fmt: skip

INQUIRY = [
    *of("CF-054-2", {}, (PASSES, "负责人批准", {"filed_by_head": True}), (FAILS, "没有批准", {"filed_by_head": False}), (OPEN, "不明", {})),
    *of("CF-056-a", {}, (PASSES, "先批准", {"head_approved": True}), (PASSES, "紧急补批", {"head_approved": False, "preserve_urgent": True}),
        (FAILS, "没有批准", {"head_approved": False}), (OPEN, "不明", {})),
    # Thu 24 Sep: 28, 29, 30 Sep, 8, 9, Sat 10 (worked), Mon 12 Oct
    *of("CF-056-b", {"preserved_on": "2026-09-24"}, (PASSES, "第七个工作日处理", {"preserve_disposed_on": "2026-10-12"}),
        (FAILS, "第八个工作日处理", {"preserve_disposed_on": "2026-10-13"}), (OPEN, "期限未满", {}, "2026-10-12"), (FAILS, "期满未处理", {}, "2026-10-13"),
        (OPEN, "没有登记保存", {"preserved_on": None})),
]  # fmt: skip

PARTS = (
    DecisionPart.PARTY | DecisionPart.FACTS | DecisionPart.CONTENT | DecisionPart.BASIS | DecisionPart.PERFORMANCE | DecisionPart.REMEDY | DecisionPart.ORGAN | DecisionPart.DATE
)  # fmt: skip
REVIEWED = {"legal_review_passed": True, "legal_reviewed_on": "2026-11-10", "decided_on": "2026-11-12"}
DECISION = [
    *of("CF-057-1", {"procedure": "general"}, (PASSES, "终结后处罚", {**P, "concluded_on": "2026-10-10"}), (FAILS, "没有终结就处罚", P),
        *((PASSES, outcome, {"outcome": outcome}) for outcome in ("none_statutory", "none_unproven", "transfer_criminal")), (OPEN, "尚未决定", {})),
    *of("CF-057-2", {**G, "complex_or_major": True}, (PASSES, "已集体讨论", {"discussed_on": "2026-11-10"}), (FAILS, "没有讨论", {}),
        (OPEN, "是否复杂不明", {"complex_or_major": None}), (APART, "不复杂", {"complex_or_major": False}), (APART, "不予处罚", {"outcome": "none_statutory"})),
    *of("CF-058-1", G, (PASSES, "审核通过", {"review_triggers": 1, **REVIEWED}), (FAILS, "审核未通过", {"review_triggers": 4, **REVIEWED, "legal_review_passed": False}),
        (FAILS, "决定之后才审核", {"review_triggers": 8, **REVIEWED, "decided_on": "2026-11-09"}), (PASSES, "同日审核", {"review_triggers": 8, **REVIEWED, "decided_on": "2026-11-10"}),
        (OPEN, "没有审核", {"review_triggers": 1, "decided_on": "2026-11-12"}),
        (FAILS, "重大权益且经过听证", {"major_rights": True, "hearing_outcome": "held", **REVIEWED, "legal_review_passed": False}),
        (APART, "重大权益而未经听证", {"major_rights": True, "decided_on": "2026-11-12"}), (APART, "听证而不是重大权益", {"hearing_outcome": "held", "decided_on": "2026-11-12"})),
    *of("CF-058-2", {"reviewer_first_time": True}, (PASSES, "有资格", {"reviewer_qualified": True}), (FAILS, "没有资格", {"reviewer_qualified": False}), (OPEN, "不明", {}),
        (APART, "不是初次", {"reviewer_first_time": False, "reviewer_qualified": False})),
    *of("CF-058-1-handler", {}, (PASSES, "不是办案人员", {"by_handler": False}), (FAILS, "办案人员审核", {"by_handler": True}), (OPEN, "不明", {})),
    *of("CF-058-1-decider", {"procedure": "general"}, (PASSES, "都不是", {"by_handler": False, "by_reviewer": False}), (FAILS, "办案人员决定", {"by_handler": True, "by_reviewer": False}),
        (FAILS, "审核人员决定", {"by_handler": False, "by_reviewer": True}), (FAILS, "审核人员决定，是否办案不明", {"by_reviewer": True}), (OPEN, "不明", {"by_handler": False}),
        (APART, "简易程序", {"procedure": "simple", "by_handler": True})),
    *of("CF-059-1", G, (PASSES, "齐全", {"decision_parts": PARTS}), *((FAILS, f"缺{part.name}", {"decision_parts": PARTS & ~part}) for part in DecisionPart if part & PARTS),
        (OPEN, "不明", {}), (APART, "简易程序", {"procedure": "simple", "decision_parts": 0})),
    *of("CF-059-2", G, (PASSES, "盖章", {"decision_sealed": True}), (FAILS, "没有盖章", {"decision_sealed": False}), (OPEN, "不明", {})),
    *of("CF-076-1-2", {**P, "basis_kinds": FINE | GAIN | Penalty.REVOKE_LICENCE}, (PASSES, "列明的种类", {"decision_kinds": FINE | GAIN}),
        (FAILS, "没有列明停业", {"decision_kinds": FINE | Penalty.STOP_BUSINESS}), (OPEN, "种类不明", {}), (APART, "依据种类不明", {"basis_kinds": None, "decision_kinds": FINE})),
    *of("CF-076-1-2-range", {**P, "decision_kinds": FINE, "basis_fine_least": "50000", "basis_fine_most": "100000"}, (PASSES, "下限", {"decision_fine": "50000.00"}),
        (PASSES, "上限", {"decision_fine": "100000.00"}), (FAILS, "低一分", {"decision_fine": "49999.99"}), (FAILS, "高一分", {"decision_fine": "100000.01"}),
        (PASSES, "减轻", {"decision_fine": "20000", "lessened": True}), (FAILS, "减轻也不能超过上限", {"decision_fine": "100001", "lessened": True}),
        (PASSES, "减轻到零", {"decision_fine": "0", "lessened": True}), (FAILS, "不能是负数", {"decision_fine": "-0.01", "lessened": True}),
        (PASSES, "依据没有写数额", {"decision_fine": "900", "basis_fine_least": None, "basis_fine_most": None}), (OPEN, "罚款不明", {}), (APART, "没有罚款", {"decision_kinds": GAIN})),
]  # fmt: skip

TIME = [
    # Thu 24 Sep 2026: 6 days in September, 37 with October, 67 with November: the ninetieth is Wed 23 December
    *of("CF-060", {"procedure": "general", "filed_on": "2026-09-24"}, (PASSES, "第九十日决定", {"decided_on": "2026-12-23"}), (FAILS, "第九十一日决定", {"decided_on": "2026-12-24"}),
        (OPEN, "期限未满", {}, "2026-12-23"), (FAILS, "期满未决定", {}, "2026-12-24"), (OPEN, "停止计算", {"clock_stopped": True}, "2026-12-24"),
        (PASSES, "扣除五日（12 月 28 日周一）", {"not_counted_days": 5, "decided_on": "2026-12-28"}), (FAILS, "扣除后逾期", {"not_counted_days": 5, "decided_on": "2026-12-29"}),
        (PASSES, "延长三十日（2027 年 1 月 22 日周五）", {"extension_days": 30, "decided_on": "2027-01-22"}), (OPEN, "没有立案", {"filed_on": None}), (APART, "简易程序", {"procedure": "simple"}),
        (APART, "移送其他机关", {"outcome": "transfer_agency"}, "2027-06-01"), (APART, "移送司法机关", {"outcome": "transfer_criminal"}, "2027-06-01"), (APART, "终止调查", {"closing_ground": "terminated"}, "2027-06-01")),
    # 3 Jul 2025 and 90 days is Wed 1 October: off until the 8th, so Thu 9 October
    *of("CF-060", {"procedure": "general", "filed_on": "2025-07-03"}, (PASSES, "末日逢国庆顺延", {"decided_on": "2025-10-09"}), (FAILS, "顺延后的次日", {"decided_on": "2025-10-10"})),
    # Thu 24 Sep: seven working days end on Mon 12 Oct
    *of("CF-061-1", {**G, "decided_on": "2026-09-24"}, (PASSES, "第七个工作日送达", {"served_on": "2026-10-12"}), (FAILS, "第八个工作日送达", {"served_on": "2026-10-13"}),
        (OPEN, "期限未满", {}, "2026-10-12"), (FAILS, "期满未送达", {}, "2026-10-13"), (APART, "公告送达已发出公告", {"announced_on": "2026-10-12"}), (APART, "撤销案件", {"outcome": "none_unproven"})),
    *of("CF-061-1-announced", {**G, "decided_on": "2026-09-24"}, (PASSES, "第七个工作日公告", {"announced_on": "2026-10-12"}), (FAILS, "第八个工作日公告", {"announced_on": "2026-10-13"}),
        (APART, "没有公告", {}), (OPEN, "决定日期不明", {"decided_on": None, "announced_on": "2026-10-12"})),
    *of("CF-061-2", {"service_method": "electronic"}, (PASSES, "签了确认书", {"service_consented": True}), (FAILS, "不同意", {"service_consented": False}), (OPEN, "没有确认书", {}),
        (APART, "直接送达", {"service_method": "direct"})),
]  # fmt: skip

OFFERED = {**G, "proposed_kinds": FINE, "hearing_threshold": "100000"}
HEARING = [
    *of("CF-063-1", OFFERED, (PASSES, "达到起点已告知", {"proposed_fine": "100000.00", "told": FOUR | Told.HEARING}), (FAILS, "达到起点没有告知", {"proposed_fine": "100000.00", "told": FOUR}),
        (APART, "差一分", {"proposed_fine": "99999.99", "told": FOUR}), (FAILS, "吊销许可证件", {"proposed_kinds": Penalty.REVOKE_LICENCE, "told": FOUR}),
        (FAILS, "降低资质等级", {"proposed_kinds": Penalty.LOWER_GRADE, "told": FOUR}), (FAILS, "停产停业", {"proposed_kinds": Penalty.STOP_BUSINESS, "told": FOUR}),
        (FAILS, "责令关闭", {"proposed_kinds": Penalty.CLOSE_DOWN, "told": FOUR}), (FAILS, "限制从业", {"proposed_kinds": Penalty.RESTRICT_TRADE, "told": FOUR}),
        (FAILS, "没收较大数额", {"proposed_kinds": GAIN, "proposed_gain": "100000", "told": FOUR}), (APART, "没收较小数额", {"proposed_kinds": GAIN, "proposed_gain": "99999.99", "told": FOUR}),
        (FAILS, "另有规定", {"proposed_fine": "1", "hearing_otherwise": True, "told": FOUR}), (APART, "暂扣许可证件", {"proposed_kinds": Penalty.SUSPEND_LICENCE, "told": FOUR}),
        (OPEN, "起点不明", {"hearing_threshold": None, "proposed_fine": "100000"}), (OPEN, "告知内容不明", {"proposed_fine": "100000"})),
    *of("CF-063-1-held", {**P, "hearing_requested_on": "2026-10-09"}, (PASSES, "已举行并报告", {"hearing_outcome": "held", "hearing_reported_on": "2026-11-10"}),
        (PASSES, "撤回", {"hearing_outcome": "withdrawn", "hearing_withdrawn": True}), (FAILS, "没有举行", {}), (FAILS, "没有报告", {"hearing_outcome": "held"}),
        (APART, "没有要求", {"hearing_requested_on": None})),
    *of("CF-063-2", {}, (PASSES, "没有收费", {"hearing_fee": "0"}), (FAILS, "收一分", {"hearing_fee": "0.01"}), (PASSES, "没有填写", {})),
    # Thu 24 Sep: 28, 29, 30 Sep, 8, 9 Oct
    *of("CF-064-1", {**OFFERED, "proposed_fine": "100000", "notified_on": "2026-09-24"}, (PASSES, "第五个工作日提出", {"hearing_requested_on": "2026-10-09"}),
        (FAILS, "第六个工作日提出", {"hearing_requested_on": "2026-10-10"}), (OPEN, "没有提出", {}), (APART, "放弃", {"waived_on": "2026-09-28"}), (APART, "不属于听证范围", {"proposed_fine": "1"})),
    *of("CF-064-1-wait", {**OFFERED, "proposed_fine": "100000", "notified_on": "2026-09-24"}, (FAILS, "第五个工作日决定", {"decided_on": "2026-10-09"}),
        (PASSES, "届满次日决定", {"decided_on": "2026-10-10"}), (OPEN, "尚未决定", {}), (APART, "已要求听证", {"hearing_requested_on": "2026-09-28", "decided_on": "2026-09-29"}),
        (APART, "放弃", {"waived_on": "2026-09-28", "decided_on": "2026-09-28"})),
    # Mon 2 Nov: 3, 4, 5, 6, 9, 10, 11: seven working days, then the hearing
    *of("CF-064-2", {"hearing_notice_on": "2026-11-02"}, (FAILS, "第七个工作日举行", {"hearing_set_for": "2026-11-11"}), (PASSES, "第八个工作日举行", {"hearing_set_for": "2026-11-12"}),
        (OPEN, "日期不明", {})),
    # Thu 24 Sep: the seventh working day is Mon 12 Oct
    *of("CF-064-2", {"hearing_notice_on": "2026-09-24"}, (FAILS, "跨国庆的第七个工作日", {"hearing_set_for": "2026-10-12"}), (PASSES, "跨国庆的第八个工作日", {"hearing_set_for": "2026-10-13"})),
    *of("CF-064-2-held", {"hearing_set_for": "2026-11-12"}, (PASSES, "如期", {"hearing_held_on": "2026-11-12"}), (FAILS, "提前", {"hearing_held_on": "2026-11-11"}), (OPEN, "没有举行", {})),
    *of("CF-064-3", {}, (PASSES, "公开", {"hearing_public": True}), (FAILS, "不公开而无秘密", {"hearing_public": False}), (PASSES, "涉及商业秘密", {"hearing_public": False, "hearing_secret": True}),
        (OPEN, "不明", {})),
    *of("CF-064-4", {}, (PASSES, "不是调查人员", {"chair_is_handler": False}), (FAILS, "是调查人员", {"chair_is_handler": True}), (OPEN, "不明", {})),
    *of("CF-064-5", {}, (PASSES, "亲自参加", {"agents": 0}), (PASSES, "二人代理", {"agents": 2}), (FAILS, "三人代理", {"agents": 3}), (PASSES, "没有填写", {})),
    *of("CF-064-6", {"hearing_ended_by": "absent", "hearing_notice_on": "2026-11-02", "hearing_set_for": "2026-11-12"}, (PASSES, "当日缺席", {"hearing_closed_on": "2026-11-12"}),
        (FAILS, "未到听证日期", {"hearing_closed_on": "2026-11-11"}), (FAILS, "没有通知", {"hearing_notice_on": None, "hearing_closed_on": "2026-11-12"}),
        (FAILS, "中途退出而未到日期", {"hearing_ended_by": "left", "hearing_closed_on": "2026-11-11"}), (OPEN, "终结日期不明", {}),
        (APART, "书面撤回", {"hearing_ended_by": "withdrawn", "hearing_closed_on": "2026-11-03"})),
    *of("CF-064-7", {}, (PASSES, "两个环节", {"hearing_parts": 2}), (FAILS, "只有一个", {"hearing_parts": 1}), (OPEN, "不明", {})),
    *of("CF-064-8", {}, (PASSES, "签名", {"transcript_signed": "signed"}), (PASSES, "拒签注明", {"transcript_signed": "refused"}), (FAILS, "没有签名", {})),
    *of("CF-065", {**P, "hearing_outcome": "held", "concluded_on": "2026-10-20", "hearing_held_on": "2026-11-12"}, (PASSES, "根据笔录", {"transcript_followed": True}),
        (FAILS, "笔录之外的证据", {"transcript_followed": False}), (FAILS, "听证后又调查", {"transcript_followed": True, "concluded_on": "2026-11-13"}), (OPEN, "不明", {}),
        (APART, "没有听证", {"hearing_outcome": None})),
]  # fmt: skip


@table(TOLD, INQUIRY, DECISION, TIME)
def test_general_procedure(case: Case):
    check(case)


@table(HEARING)
def test_hearing(case: Case):
    check(case)
