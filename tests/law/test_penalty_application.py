"""适用: correct, confiscate, spare, lighten; two years and five, counted by hand."""

from fadu.law.vocabulary.kinds import Ground, Penalty
from tests.law.tables import APART, FAILS, OPEN, PASSES, Case, check, of, table

P = {"outcome": "penalty"}
G = {"procedure": "general", **P}
NONE = {"outcome": "none_statutory"}
FINE, GAIN = Penalty.FINE, Penalty.GAIN

MEASURES = [
    *of("CF-028-1", P, (PASSES, "已责令改正", {"correction_ordered_on": "2026-11-12"}), (PASSES, "已经改正", {"corrected_on": "2026-11-11"}),
        (FAILS, "没有责令改正", {}), (OPEN, "结果不明", {"outcome": None}), (APART, "不予处罚", NONE)),
    *of("CF-028-2", {**G, "gain": "860", "decision_kinds": FINE | GAIN}, (PASSES, "全部没收", {"decision_gain": "860.00"}),
        (FAILS, "少没收一分", {"decision_gain": "859.99"}), (FAILS, "多没收一分", {"decision_gain": "860.01"}),
        (PASSES, "扣除退赔", {"refunded": "60", "decision_gain": "800"}), (FAILS, "没有扣除退赔", {"refunded": "60", "decision_gain": "860"}),
        (FAILS, "没有没收", {"decision_kinds": FINE}), (OPEN, "没收数额不明", {}), (APART, "全部退赔", {"refunded": "860"}), (APART, "没有违法所得", {"gain": "0"})),
    *of("CF-029", {**P, "decision_kinds": FINE}, (FAILS, "已被罚款又罚款", {"prior_fine": True}), (PASSES, "按数额高的规定", {"concurrence": "highest"}),
        (PASSES, "只违反一个规范", {"concurrence": "one"}), (FAILS, "没有按数额高的规定", {"concurrence": "other"}),
        (FAILS, "按高的规定但已被罚款", {"concurrence": "highest", "prior_fine": True}), (OPEN, "种类不明", {"decision_kinds": None, "prior_fine": True}),
        (APART, "已被罚款，只没收", {"prior_fine": True, "decision_kinds": GAIN}), (APART, "没有竞合", {})),
    *of("CF-034", {**G, "decision_kinds": FINE, "discretion_low": "65000", "discretion_high": "100000", "deviation_reason": False}, (PASSES, "下限", {"decision_fine": "65000.00"}),
        (PASSES, "上限", {"decision_fine": "100000.00"}), (FAILS, "低一分", {"decision_fine": "64999.99"}), (FAILS, "高一分", {"decision_fine": "100000.01"}),
        (PASSES, "偏离而有理由", {"decision_fine": "120000", "deviation_reason": True}), (PASSES, "减轻处罚", {"decision_fine": "20000", "lessened": True}),
        (OPEN, "理由不明", {"decision_fine": "120000", "deviation_reason": None}), (OPEN, "罚款不明", {}),
        (APART, "没有基准", {"discretion_low": None, "discretion_high": None, "decision_fine": "1"})),
    *of("CF-034-published", {**G, "decision_kinds": FINE, "discretion_table": "食品裁量基准"}, (PASSES, "已公布", {"benchmark_published": True}),
        (FAILS, "未公布", {"benchmark_published": False}), (OPEN, "不明", {}), (APART, "没有基准", {"discretion_table": None})),
]  # fmt: skip

SPARED = [
    *of("CF-030-a", {**NONE, "party_age": 13}, (PASSES, "十三岁不予处罚并责令管教", {"guardian_ordered": True}), (FAILS, "没有责令管教", {"guardian_ordered": False}),
        (FAILS, "十三岁被处罚", {**P, "guardian_ordered": True}), (OPEN, "是否责令不明", {}), (APART, "十四岁", {**P, "party_age": 14}),
        (APART, "违法事实不成立", {"outcome": "none_unproven"}), (OPEN, "年龄不明", {"party_age": None})),
    *of("CF-030-b", {**P, "party_age": 17}, (PASSES, "十七岁从轻", {"lighter": True}), (PASSES, "减轻", {"lessened": True}), (FAILS, "没有从轻减轻", {"lighter": False}),
        (PASSES, "十四岁从轻", {"party_age": 14, "lighter": True}), (FAILS, "十四岁没有从轻", {"party_age": 14}), (APART, "十八岁", {"party_age": 18}),
        (APART, "十三岁", {"party_age": 13}), (OPEN, "年龄不明", {"party_age": None})),
    *of("CF-031", {**NONE, "party_incapable": True}, (PASSES, "不予处罚并责令看管", {"guardian_ordered": True}), (FAILS, "没有责令看管", {"guardian_ordered": False}),
        (FAILS, "被处罚", P), (OPEN, "是否责令不明", {}), (APART, "能够辨认", {**P, "party_incapable": False})),
    *of("CF-032", {**G, "grounds": Ground.CONFESSED, "grounds_answered": True}, (PASSES, "从轻并回应", {"lighter": True}), (PASSES, "减轻并回应", {"lessened": True}),
        (FAILS, "没有从轻", {"lighter": False}), (FAILS, "没有回应", {"lighter": True, "grounds_answered": False}),
        (OPEN, "回应不明", {"lighter": True, "grounds_answered": None}), (APART, "没有情形", {"grounds": 0})),
    *of("CF-033-1a", {"minor": True, "corrected_on": "2026-11-03", "harm": "none"}, (PASSES, "不予处罚", NONE), (FAILS, "处罚", P), (OPEN, "尚未决定", {}),
        (APART, "没有改正", {**P, "corrected_on": None}), (APART, "后果轻微", {**P, "harm": "slight"}), (APART, "不轻微", {**P, "minor": False})),
    *of("CF-033-1b", {"none_ground": "first", "first_offence": True, "harm": "slight", "corrected_on": "2026-11-03"}, (PASSES, "初次、轻微、改正", {}),
        (FAILS, "不是初次", {"first_offence": False}), (FAILS, "有危害后果", {"harm": "real"}), (FAILS, "没有改正", {"corrected_on": None}),
        (OPEN, "后果不明", {"harm": None}), (APART, "其他情形", {"none_ground": "age", "first_offence": False})),
    *of("CF-033-2", {"no_fault_proven": True}, (PASSES, "没有过错不予处罚", NONE), (FAILS, "没有过错被处罚", P),
        (FAILS, "证据不足而以此为由", {**NONE, "no_fault_proven": False, "none_ground": "no_fault"}),
        (OPEN, "以此为由而证据不明", {**NONE, "no_fault_proven": None, "none_ground": "no_fault"}), (APART, "没有提出", {**P, "no_fault_proven": None})),
    *of("CF-033-3", NONE, (PASSES, "进行了教育", {"educated": True}), (FAILS, "没有教育", {"educated": False}), (OPEN, "不明", {}), (APART, "处罚", {**P, "educated": False})),
]  # fmt: skip

LONG = {"touches_safety": True, "harm": "real"}
LIMITATION = [
    # the last day is the corresponding day two years on, a day off or not: a limitation does not roll over
    *of("CF-036-1a", {**P, "violation_began_on": "2024-10-05"}, (PASSES, "满二年之日发现（国庆假期）", {"discovered_on": "2026-10-05"}),
        (FAILS, "次日发现", {"discovered_on": "2026-10-06"}), (PASSES, "以收到材料为发现", {"clue_received_on": "2026-10-05"}),
        (FAILS, "以登记为发现", {"opened_on": "2026-10-08"}), (PASSES, "先发现，后收到材料", {"discovered_on": "2026-10-05", "clue_received_on": "2026-10-09"}),
        (PASSES, "闰日的对应日", {"violation_began_on": "2024-02-29", "discovered_on": "2026-02-28"}),
        (FAILS, "闰日对应日的次日", {"violation_began_on": "2024-02-29", "discovered_on": "2026-03-01"}),
        (PASSES, "连续行为自终了起算", {"violation_continuing": True, "violation_ended_on": "2024-12-01", "discovered_on": "2026-12-01"}),
        (FAILS, "连续行为终了满二年的次日", {"violation_continuing": True, "violation_ended_on": "2024-12-01", "discovered_on": "2026-12-02"}),
        (FAILS, "不连续的不看终了之日", {"violation_ended_on": "2025-12-01", "discovered_on": "2026-12-01"}),
        (PASSES, "仍在继续", {"violation_continuing": True, "discovered_on": "2026-12-01"}),
        (OPEN, "发现日期不明", {}), (APART, "五年的情形", {**LONG, "discovered_on": "2026-10-06"}),
        (FAILS, "涉及安全而没有危害后果仍是二年", {"touches_safety": True, "harm": "slight", "discovered_on": "2026-10-06"}),
        (FAILS, "有危害后果而不涉及安全仍是二年", {"harm": "real", "discovered_on": "2026-10-06"}),
        (APART, "不予处罚", {**NONE, "discovered_on": "2026-10-06"})),
    *of("CF-036-1b", {**P, **LONG, "violation_began_on": "2021-11-20"}, (PASSES, "满五年之日", {"discovered_on": "2026-11-20"}), (FAILS, "次日", {"discovered_on": "2026-11-21"}),
        (OPEN, "发现日期不明", {}), (APART, "缺一个条件", {"harm": "slight", "discovered_on": "2026-11-21"})),
    *of("CF-037", {**P, "basis_changed": True}, (PASSES, "从旧", {"law_applied": "old"}), (PASSES, "从轻", {"law_applied": "new"}), (FAILS, "没有比较", {}),
        (OPEN, "是否修改不明", {"basis_changed": None}), (APART, "没有修改", {"basis_changed": False})),
]  # fmt: skip


@table(MEASURES, SPARED, LIMITATION)
def test_application(case: Case):
    check(case)
