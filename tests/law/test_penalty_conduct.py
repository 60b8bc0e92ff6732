"""执法人员、证据、记录、公开、简易程序: the tables of 行政处罚法 42 to 55."""

from fadu.law.vocabulary.kinds import Penalty
from fadu.law.vocabulary.marks import DecisionPart
from tests.law.tables import APART, FAILS, OPEN, PASSES, Case, check, of, table

P = {"outcome": "penalty"}
DEVICE = {
    "device_used": True,
    "device_authorised": True,
    "device_legal_reviewed": True,
    "device_technical_reviewed": True,
    "device_well_placed": True,
    "device_place_published": True,
}

OFFICERS = [
    *of("CF-042-1a", {}, (PASSES, "都持证", {"uncertified_officers": 0}), (FAILS, "一人证件失效", {"uncertified_officers": 1}), (OPEN, "不明", {})),
    *of("CF-042-1b", {}, (PASSES, "两名持证", {"certified_officers": 2}), (FAILS, "一名持证", {"certified_officers": 1}), (FAILS, "没有持证", {"certified_officers": 0}), (OPEN, "不明", {})),
    *of("CF-043-1", {}, (PASSES, "没有应当回避的", {"recused_officers": 0}), (FAILS, "一人应当回避", {"recused_officers": 1}), (OPEN, "不明", {})),
    *of("CF-043-3", {"recusal_requested_on": "2026-11-04"}, (PASSES, "已决定", {"recusal_decided_on": "2026-11-05"}), (FAILS, "尚未决定", {}),
        (APART, "没有申请", {"recusal_requested_on": None})),
    *of("CF-055-1", {}, (PASSES, "已亮证", {"card_shown": True}), (FAILS, "没有亮证", {"card_shown": False}), (OPEN, "不明", {})),
    *of("CF-055-2", {}, (PASSES, "已签名", {"record_signed": "signed"}), (PASSES, "拒签已注明", {"record_signed": "refused"}), (FAILS, "没有签名", {"record_signed": "unsigned"}), (OPEN, "不明", {})),
]  # fmt: skip

EVIDENCE = [
    *of("CF-041-1", DEVICE, (PASSES, "都符合", {}), *((FAILS, f"{lacks} 缺", {lacks: False}) for lacks in DEVICE if lacks != "device_used"),
        (OPEN, "公布不明", {"device_place_published": None}), (APART, "没有使用", {"device_used": False, "device_authorised": False})),
    *of("CF-041-2", {"device_used": True}, (PASSES, "审核符合", {"device_record_passed": True}), (FAILS, "审核不符合", {"device_record_passed": False}),
        (OPEN, "没有审核", {}), (APART, "没有使用", {"device_used": False})),
    *of("CF-041-3", {**P, "device_used": True, "device_query_offered": True}, (PASSES, "已告知", {"device_told_on": "2026-11-03"}), (FAILS, "没有告知", {}),
        (FAILS, "没有查询便利", {"device_told_on": "2026-11-03", "device_query_offered": False}),
        (OPEN, "便利不明", {"device_told_on": "2026-11-03", "device_query_offered": None}), (APART, "没有使用", {"device_used": False})),
    *of("CF-046-1", {"evidence": 3}, (PASSES, "都属于八种", {"evidence_of_kind": 3}), (FAILS, "一件不属于", {"evidence_of_kind": 2}), (OPEN, "不明", {})),
    *of("CF-046-2", {"evidence": 3}, (PASSES, "都已查证", {"evidence_verified": 3}), (FAILS, "一件未查证", {"evidence_verified": 2}), (OPEN, "不明", {})),
    *of("CF-046-3", {}, (PASSES, "没有非法证据", {"evidence_unlawful": 0}), (FAILS, "一件非法", {"evidence_unlawful": 1}), (OPEN, "不明", {})),
    *of("CF-040", P, (PASSES, "事实清楚", {"facts_clear": True}), (FAILS, "事实不清", {"facts_clear": False}), (OPEN, "不明", {}),
        (FAILS, "终结时事实不清", {"outcome": None, "facts_clear": False}), (APART, "事实不成立而撤销", {"outcome": "none_unproven", "facts_clear": False})),
]  # fmt: skip

WHOLE = {
    **P, "procedure": "general", "filed_on": "2026-09-01", "inspected_on": "2026-09-03", "decided_on": "2026-11-02", "served_on": "2026-11-04", "closing_since": "2026-11-16",
}  # fmt: skip
RECORD = [
    *of("CF-047", WHOLE, (PASSES, "六个环节", {}), (PASSES, "只有询问", {"inspected_on": None, "questioned_on": "2026-09-03"}),
        (PASSES, "只有一份书面证据", {"inspected_on": None, "evidence": 1}), (FAILS, "没有调查记录", {"inspected_on": None}), (FAILS, "没有送达", {"served_on": None}),
        (FAILS, "没有执行", {"closing_since": None}), (FAILS, "没有立案", {"filed_on": None}), (PASSES, "简易程序没有立案", {"procedure": "simple", "filed_on": None}),
        (FAILS, "应当法制审核而没有", {"review_triggers": 1}), (PASSES, "有法制审核", {"review_triggers": 1, "legal_reviewed_on": "2026-10-30"}),
        (OPEN, "程序不明", {"procedure": None, "filed_on": None}), (APART, "不予处罚", {"outcome": "none_statutory"})),
    *of("CF-048-1", {**P, "publication_due": True}, (PASSES, "已公开", {"published_on": "2026-11-12"}), (FAILS, "没有公开", {}),
        (OPEN, "是否应当公开不明", {"publication_due": None}), (APART, "没有社会影响", {"publication_due": False}), (APART, "已被撤销", {"overturned_on": "2026-11-18"})),
    # Tue 29 Sep 2026: 30 Sep, 8 and 9 Oct are the three working days (1 to 7 Oct off); Sat 10 Oct is worked
    *of("CF-048-2", {"published_on": "2026-09-01", "overturned_on": "2026-09-29"}, (PASSES, "第三个工作日撤回", {"withdrawn_on": "2026-10-09"}),
        (FAILS, "第四个工作日撤回", {"withdrawn_on": "2026-10-10"}), (OPEN, "期限未满", {}, "2026-10-09"), (FAILS, "期满未撤回", {}, "2026-10-10"),
        (OPEN, "没有被撤销", {"overturned_on": None}), (APART, "没有公开过", {"published_on": None})),
    *of("CF-050", {}, (PASSES, "已隐去", {"redacted": True}), (FAILS, "没有隐去", {"redacted": False}), (OPEN, "不明", {})),
    *of("SC-021-2", {"procedure": "general", "field": "market"}, (PASSES, "已告知", {"rights_told_on": "2026-11-03"}), (FAILS, "没有告知", {}), (APART, "其他领域", {"field": "ecology"}),
        (OPEN, "领域不明", {"field": None})),
]  # fmt: skip

S = {"procedure": "simple", **P}
ON_THE_SPOT = DecisionPart.FACTS | DecisionPart.CONTENT | DecisionPart.BASIS | DecisionPart.DATE | DecisionPart.PLACE | DecisionPart.REMEDY | DecisionPart.ORGAN
SIMPLE = [
    *of("CF-051-a", {**S, "party_kind": "person", "decision_kinds": Penalty.FINE}, (PASSES, "二百元", {"spot_fine": "200.00"}), (FAILS, "二百元零一分", {"spot_fine": "200.01"}),
        (OPEN, "数额不明", {}), (PASSES, "法律另定五百元", {"spot_fine": "500", "spot_fine_limit": "500"}),
        (FAILS, "超过另定的限额", {"spot_fine": "500.01", "spot_fine_limit": "500"}), (APART, "单位", {"party_kind": "unit", "spot_fine": "201"}),
        (APART, "警告", {"decision_kinds": Penalty.WARNING}), (APART, "普通程序", {"procedure": "general", "spot_fine": "201"})),
    *of("CF-051-b", {**S, "party_kind": "unit", "decision_kinds": Penalty.FINE}, (PASSES, "三千元", {"spot_fine": "3000.00"}),
        (FAILS, "三千元零一分", {"spot_fine": "3000.01"}), (OPEN, "数额不明", {}), (APART, "公民", {"party_kind": "person", "spot_fine": "3001"})),
    *of("CF-051-a-kinds", S, (PASSES, "警告并罚款", {"decision_kinds": Penalty.WARNING | Penalty.FINE}), (FAILS, "当场没收", {"decision_kinds": Penalty.GOODS}),
        (FAILS, "当场通报批评", {"decision_kinds": Penalty.CRITICISM}), (OPEN, "种类不明", {}), (APART, "普通程序没收", {"procedure": "general", "decision_kinds": Penalty.GOODS})),
    *of("CF-052-1", S, (PASSES, "当场交付", {"spot_handed_over": True}), (FAILS, "没有当场交付", {"spot_handed_over": False}), (OPEN, "不明", {})),
    *of("CF-052-2", S, (PASSES, "七项齐全", {"decision_parts": ON_THE_SPOT}), (FAILS, "缺地点", {"decision_parts": ON_THE_SPOT & ~DecisionPart.PLACE}),
        (FAILS, "缺救济途径", {"decision_parts": ON_THE_SPOT & ~DecisionPart.REMEDY}), (OPEN, "不明", {}), (APART, "普通程序", {"procedure": "general", "decision_parts": 0})),
    *of("CF-052-3", S, (PASSES, "已备案", {"spot_filed_on": "2026-11-18"}), (FAILS, "没有备案", {}), (OPEN, "程序不明", {"procedure": None}), (APART, "普通程序", {"procedure": "general"})),
]  # fmt: skip


@table(OFFICERS, EVIDENCE, RECORD, SIMPLE)
def test_conduct_and_simple_procedure(case: Case):
    check(case)
