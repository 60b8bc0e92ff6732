"""种类、设定、实施机关、委托、管辖: the tables of 行政处罚法 chapters one to four."""

from fadu.law.vocabulary.kinds import Penalty
from tests.law.tables import APART, FAILS, OPEN, PASSES, Case, check, of, table

P = {"outcome": "penalty"}
DETAINED = {"decision_kinds": Penalty.DETENTION}
FINED = {"decision_kinds": Penalty.FINE}

BASIS = [
    *of("CF-005-3", P, (PASSES, "依据已公布", {"basis_published": True}), (FAILS, "依据未公布", {"basis_published": False}),
        (OPEN, "不知是否公布", {}), (APART, "不予处罚", {"outcome": "none_statutory", "basis_published": False})),
    *of("CF-009", {**P, "decision_kinds": Penalty.OTHER}, (PASSES, "法律规定的其他处罚", {"basis_level": "law"}),
        (PASSES, "行政法规规定的其他处罚", {"basis_level": "admin_regulation"}), (FAILS, "地方性法规自创种类", {"basis_level": "local_regulation"}),
        (FAILS, "规章自创种类", {"basis_level": "local_rule"}), (OPEN, "依据层级不明", {}), (APART, "列举的种类", {**FINED, "basis_level": "local_rule"})),
    *of("CF-010-2", {**P, **DETAINED}, (PASSES, "法律设定拘留", {"basis_level": "law"}), (FAILS, "行政法规设定拘留", {"basis_level": "admin_regulation"}),
        (OPEN, "层级不明", {}), (APART, "罚款", FINED)),
    *of("CF-011-1", {**P, "basis_level": "admin_regulation"}, (PASSES, "行政法规设定吊销", {"decision_kinds": Penalty.REVOKE_LICENCE}),
        (FAILS, "行政法规设定拘留", DETAINED), (FAILS, "罚款并拘留", {"decision_kinds": Penalty.FINE | Penalty.DETENTION}), (OPEN, "种类不明", {}),
        (APART, "法律设定拘留", {**DETAINED, "basis_level": "law"})),
    *of("CF-012-1", {**P, "basis_level": "local_regulation"}, (PASSES, "罚款", FINED),
        (PASSES, "吊销其他许可证件", {"decision_kinds": Penalty.REVOKE_LICENCE, "revokes_business_licence": False}),
        (FAILS, "吊销营业执照", {"decision_kinds": Penalty.REVOKE_LICENCE, "revokes_business_licence": True}), (FAILS, "拘留", DETAINED),
        (OPEN, "吊销而不知是否营业执照", {"decision_kinds": Penalty.REVOKE_LICENCE})),
    *of("CF-013-2", {**P, "basis_level": "department_rule", "basis_superior": False},
        (PASSES, "警告、通报批评、罚款", {"decision_kinds": Penalty.WARNING | Penalty.CRITICISM | Penalty.FINE}),
        (FAILS, "没收", {"decision_kinds": Penalty.FINE | Penalty.GOODS}), (FAILS, "停产停业", {"decision_kinds": Penalty.STOP_BUSINESS}),
        (OPEN, "种类不明", {}), (APART, "有上位法", {"decision_kinds": Penalty.GOODS, "basis_superior": True})),
    *of("CF-014-2", {**P, "basis_level": "local_rule", "basis_superior": False}, (PASSES, "罚款", FINED),
        (FAILS, "暂扣许可证件", {"decision_kinds": Penalty.SUSPEND_LICENCE}), (OPEN, "种类不明", {}),
        (APART, "部门规章", {"decision_kinds": Penalty.SUSPEND_LICENCE, "basis_level": "department_rule"})),
    *of("CF-016", P, *((PASSES, level, {"basis_level": level}) for level in ("law", "admin_regulation", "local_regulation", "department_rule", "local_rule")),
        (FAILS, "红头文件", {"basis_level": "other"}), (OPEN, "没有依据的记录", {}), (APART, "撤销案件", {"outcome": "none_unproven", "basis_level": "other"})),
    *(case for rule, level in (("CF-011-2", "admin_regulation"), ("CF-012-2", "local_regulation"), ("CF-013-1", "department_rule"), ("CF-014-1", "local_rule"))
      for case in of(rule, {**P, "basis_level": level, "basis_superior": True}, (PASSES, "在上位法范围内", {"basis_within_superior": True}),
                     (FAILS, "超出上位法", {"basis_within_superior": False}), (OPEN, "没有核对", {}),
                     (APART, "没有上位法", {"basis_superior": False, "basis_within_superior": False}))),
]  # fmt: skip

ENTRUSTED = {"agency_kind": "entrusted"}
FIT = {**ENTRUSTED, "delegatee_public": True, "delegatee_certified": 1, "delegatee_needs_technique": False}
ORGAN = [
    *of("CF-017", {}, (PASSES, "有处罚权", {"agency_qualified": True}), (FAILS, "没有处罚权", {"agency_qualified": False}), (OPEN, "不明", {}),
        (PASSES, "决定处罚时有处罚权", {**P, "agency_qualified": True}), (APART, "移送其他机关", {"outcome": "transfer_agency", "agency_qualified": False})),
    *of("CF-018-3", {**P, **DETAINED}, (PASSES, "公安机关拘留", {"agency_may_detain": True}), (FAILS, "其他机关拘留", {"agency_may_detain": False}),
        (OPEN, "不明", {}), (APART, "其他机关罚款", {**FINED, "agency_may_detain": False})),
    *of("CF-020-1", ENTRUSTED, (PASSES, "委托合法", {"delegation_lawful": True}), (FAILS, "委托没有依据", {"delegation_lawful": False}), (OPEN, "不明", {}),
        (APART, "法定机关", {"agency_kind": "statutory", "delegation_lawful": False})),
    *of("CF-020-2", ENTRUSTED, (PASSES, "载明并公布", {"delegation_terms": True, "delegation_published": True}),
        (FAILS, "没有公布", {"delegation_terms": True, "delegation_published": False}), (FAILS, "没有期限", {"delegation_terms": False, "delegation_published": True}),
        (FAILS, "没有期限，公布不明", {"delegation_terms": False}), (OPEN, "公布不明", {"delegation_terms": True})),
    *of("CF-020-4", {**ENTRUSTED, "delegation_in_scope": True, "delegation_in_name": True},
        (PASSES, "在范围内、以委托机关名义", {"delegation_passed_on": False}), (FAILS, "再委托", {"delegation_passed_on": True}),
        (FAILS, "超出范围", {"delegation_in_scope": False, "delegation_passed_on": False}), (FAILS, "以自己名义", {"delegation_in_name": False}),
        (OPEN, "是否再委托不明", {})),
    *of("CF-021", FIT, (PASSES, "有一名持证人员", {}), (FAILS, "没有持证人员", {"delegatee_certified": 0}), (FAILS, "没有管理公共事务职能", {"delegatee_public": False}),
        (PASSES, "需要技术检查且有条件", {"delegatee_needs_technique": True, "delegatee_has_technique": True}),
        (FAILS, "需要技术检查而没有条件", {"delegatee_needs_technique": True, "delegatee_has_technique": False}),
        (OPEN, "需要技术检查而条件不明", {"delegatee_needs_technique": True})),
    *of("CF-020-3", {}, (PASSES, "三份委托都有监督记录", {"delegations": 3, "delegations_supervised": 3}), (FAILS, "一份没有", {"delegations": 3, "delegations_supervised": 2}),
        (FAILS, "只有一份而没有监督", {"delegations": 1, "delegations_supervised": 0}), (OPEN, "不明", {"delegations": 3}), (APART, "没有委托", {"delegations": 0})),
]  # fmt: skip

JURISDICTION = [
    *of("CF-022", {}, (PASSES, "发生地在辖区", {"in_jurisdiction": True}), (FAILS, "发生地不在辖区", {"in_jurisdiction": False}), (OPEN, "不明", {})),
    *of("CF-023", {}, (PASSES, "县级", {"agency_county_level": True}), (FAILS, "县级以下而无赋权", {"agency_county_level": False}), (OPEN, "不明", {})),
    *of("CF-024-1", {"agency_kind": "township"}, (PASSES, "赋权决定已公布", {"grant_published": True}), (FAILS, "没有公布", {"grant_published": False}),
        (OPEN, "不明", {}), (APART, "县级部门", {"agency_kind": "statutory", "grant_published": False})),
    *of("CF-024-1-review", {}, (PASSES, "都已评估", {"grants": 20, "grants_evaluated": 20}), (FAILS, "一项未评估", {"grants": 20, "grants_evaluated": 19}),
        (FAILS, "只有一项而没有评估", {"grants": 1, "grants_evaluated": 0}), (OPEN, "不明", {"grants": 20}), (APART, "没有赋权", {"grants": 0})),
    *of("CF-025-1", {"other_filed_on": "2026-11-10"}, (PASSES, "先立案", {"filed_on": "2026-11-09"}), (PASSES, "同日立案", {"filed_on": "2026-11-10"}),
        (FAILS, "后立案", {"filed_on": "2026-11-11"}), (PASSES, "后立案但已指定", {"filed_on": "2026-11-11", "dispute_settled_on": "2026-11-16"}),
        (OPEN, "立案日期不明", {}), (APART, "没有别的机关立案", {"other_filed_on": None, "filed_on": "2026-11-11"})),
    *of("CF-025-2", {"disputed_on": "2026-11-02"}, (PASSES, "已指定", {"dispute_settled_on": "2026-11-11"}), (FAILS, "尚未解决", {}),
        (APART, "没有争议", {"disputed_on": None})),
    *of("CF-026", {}, (PASSES, "都已协助", {"assistance_refused": 0}), (FAILS, "一件没有协助", {"assistance_refused": 1}), (OPEN, "不明", {})),
    *of("CF-027-1", {"criminal_suspected": True}, (PASSES, "已移送", {"criminal_transferred_on": "2026-11-18"}), (FAILS, "没有移送", {}),
        (OPEN, "是否涉嫌犯罪不明", {"criminal_suspected": None}), (APART, "不涉嫌", {"criminal_suspected": False})),
    *of("CF-035-2", {**P, "criminal_fined": True}, (PASSES, "只吊销", {"decision_kinds": Penalty.REVOKE_LICENCE}), (FAILS, "判处罚金后再罚款", FINED),
        (OPEN, "种类不明", {}), (APART, "没有判处罚金", {**FINED, "criminal_fined": False})),
]  # fmt: skip


@table(BASIS, ORGAN, JURISDICTION)
def test_powers_and_jurisdiction(case: Case):
    check(case)
