"""种类、设定、实施机关、委托 (行政处罚法第一章至第三章): what a basis may provide, who may act on it."""

from fadu.law.penalty.terms import DECIDING, PENALISED, PENALISING
from fadu.law.rules import Gate
from fadu.law.statutes import PENALTY
from fadu.law.vocabulary import case
from fadu.law.vocabulary.kinds import Penalty

NOT_THE_BASIS = "更换处罚依据；该依据不能作为本处罚的依据"

BASIS_PUBLISHED = Gate(
    "CF-005-3", PENALTY[5, 3], "处罚的规定必须公布，未经公布的不得作为依据",
    when=PENALISED, before=DECIDING, demands=case.basis_published.column, once=case.decided_on,
    fix="改引已经公布的法律、法规、规章",
)
LISTED_KIND = Gate(
    "CF-009", PENALTY[9], "列举之外的处罚种类，须由法律、行政法规规定",
    when=PENALISED & case.decision_kinds.has(Penalty.OTHER), before=DECIDING, once=case.decided_on,
    demands=case.basis_level.one_of("law", "admin_regulation"),
    fix="改用第九条第一项至第五项列举的种类，或者改引法律、行政法规",
)
DETENTION_BY_LAW = Gate(
    "CF-010-2", PENALTY[10, 2], "限制人身自由的处罚，只能由法律设定",
    when=PENALISED & case.decision_kinds.has(Penalty.DETENTION), before=DECIDING, once=case.decided_on,
    demands=case.basis_level == "law",
    fix=NOT_THE_BASIS,
)
REGULATION_MAY = Gate(
    "CF-011-1", PENALTY[11, 1], "行政法规不得设定限制人身自由的处罚",
    when=PENALISED & (case.basis_level == "admin_regulation"), before=DECIDING, once=case.decided_on,
    demands=~case.decision_kinds.has(Penalty.DETENTION),
    fix=NOT_THE_BASIS,
)
LOCAL_REGULATION_MAY = Gate(
    "CF-012-1", PENALTY[12, 1], "地方性法规不得设定限制人身自由、吊销营业执照的处罚",
    when=PENALISED & (case.basis_level == "local_regulation"), before=DECIDING, once=case.decided_on,
    demands=~case.decision_kinds.has(Penalty.DETENTION) & ~(case.decision_kinds.has(Penalty.REVOKE_LICENCE) & case.revokes_business_licence.column),
    fix=NOT_THE_BASIS,
)
LIGHT = Penalty.WARNING | Penalty.CRITICISM | Penalty.FINE
DEPARTMENT_RULE_MAY = Gate(
    "CF-013-2", PENALTY[13, 2], "没有上位法的部门规章，只能设定警告、通报批评或者一定数额罚款",
    when=PENALISED & (case.basis_level == "department_rule") & ~case.basis_superior.column, before=DECIDING, once=case.decided_on,
    demands=case.decision_kinds.within(LIGHT),
    fix=NOT_THE_BASIS,
)
LOCAL_RULE_MAY = Gate(
    "CF-014-2", PENALTY[14, 2], "没有上位法的地方政府规章，只能设定警告、通报批评或者一定数额罚款",
    when=PENALISED & (case.basis_level == "local_rule") & ~case.basis_superior.column, before=DECIDING, once=case.decided_on,
    demands=case.decision_kinds.within(LIGHT),
    fix=NOT_THE_BASIS,
)
BASIS_HAS_RANK = Gate(
    "CF-016", PENALTY[16], "除法律、法规、规章外，其他规范性文件不得设定处罚",
    when=PENALISED, before=DECIDING, demands=case.basis_level != "other", once=case.decided_on,
    fix="改引法律、法规、规章；没有依据的，不得处罚",
)


def _within(rule_id: str, article: int, paragraph: int, level: str, says: str) -> Gate:
    """A basis that details a higher one stays within its conduct, kinds and range."""
    return Gate(
        rule_id, PENALTY[article, paragraph], says,
        when=PENALISED & (case.basis_level == level) & case.basis_superior.column, before=DECIDING, once=case.decided_on,
        demands=case.basis_within_superior.column,
        fix="超出上位法的部分不得适用，改引上位法",
    )  # fmt: skip


WITHIN_LAW = _within("CF-011-2", 11, 2, "admin_regulation", "行政法规须在法律规定的行为、种类和幅度的范围内规定")
WITHIN_REGULATION = _within("CF-012-2", 12, 2, "local_regulation", "地方性法规须在法律、行政法规规定的行为、种类和幅度的范围内规定")
DEPARTMENT_WITHIN = _within("CF-013-1", 13, 1, "department_rule", "部门规章须在法律、行政法规规定的行为、种类和幅度的范围内规定")
LOCAL_WITHIN = _within("CF-014-1", 14, 1, "local_rule", "地方政府规章须在法律、法规规定的行为、种类和幅度的范围内规定")

QUALIFIED = Gate(
    "CF-017", PENALTY[17], "由具有处罚权的行政机关在法定职权范围内实施；没有主体资格的，处罚无效",
    when=PENALISING, before=("file", *DECIDING), demands=case.agency_qualified.column, once=case.decided_on,
    also={"CF-038-1": PENALTY[38, 1]},
    fix="移送有处罚权的机关",
)
MAY_DETAIN = Gate(
    "CF-018-3", PENALTY[18, 3], "限制人身自由的处罚权只能由公安机关和法律规定的其他机关行使",
    when=PENALISED & case.decision_kinds.has(Penalty.DETENTION), before=DECIDING, once=case.decided_on,
    demands=case.agency_may_detain.column,
    fix="移送公安机关处理",
)

DELEGATED = case.agency_kind == "entrusted"
DELEGATION_LAWFUL = Gate(
    "CF-020-1", PENALTY[20, 1], "委托须依照法律、法规、规章，在法定权限内，以书面委托符合条件的组织",
    when=PENALISING & DELEGATED, before=("file", *DECIDING), demands=case.delegation_lawful.column, once=case.decided_on,
    fix="由委托行政机关自行办理",
)
DELEGATION_OPEN = Gate(
    "CF-020-2", PENALTY[20, 2], "委托书载明事项、权限、期限，并向社会公布",
    when=PENALISING & DELEGATED, before=("file", *DECIDING), demands=case.delegation_terms.column & case.delegation_published.column, once=case.decided_on,
    fix="补齐并公布委托书后再办理",
)
DELEGATE_KEEPS = Gate(
    "CF-020-4", PENALTY[20, 4], "受委托组织在委托范围内以委托机关名义实施，不得再委托",
    when=PENALISING & DELEGATED, before=("file", *DECIDING), once=case.decided_on,
    demands=case.delegation_in_scope.column & case.delegation_in_name.column & ~case.delegation_passed_on.column,
    fix="交由委托行政机关办理",
)
DELEGATE_FIT = Gate(
    "CF-021", PENALTY[21], "受委托组织须具有管理公共事务职能、有取得执法资格的人员，需要技术检查鉴定的有条件组织",
    when=PENALISING & DELEGATED, before=("file", *DECIDING), once=case.decided_on,
    demands=case.delegatee_public.column & (case.delegatee_certified >= 1) & (~case.delegatee_needs_technique.column | case.delegatee_has_technique.column),
    fix="由委托行政机关自行办理，或者改委托符合条件的组织",
)

RULES = (
    BASIS_PUBLISHED, LISTED_KIND, DETENTION_BY_LAW, REGULATION_MAY, LOCAL_REGULATION_MAY, DEPARTMENT_RULE_MAY, LOCAL_RULE_MAY,
    BASIS_HAS_RANK, WITHIN_LAW, WITHIN_REGULATION, DEPARTMENT_WITHIN, LOCAL_WITHIN, QUALIFIED, MAY_DETAIN,
    DELEGATION_LAWFUL, DELEGATION_OPEN, DELEGATE_KEEPS, DELEGATE_FIT,
)  # fmt: skip
