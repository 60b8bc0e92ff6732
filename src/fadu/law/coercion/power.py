"""种类、设定、主体 (行政强制法第五条至第十七条、第七十条): who may take a measure, on what basis."""

from fadu.law.coercion.terms import TAKING
from fadu.law.rules import Gate, Grade
from fadu.law.statutes import COERCION
from fadu.law.vocabulary import measure

PROPOSING = ("propose_measure",)
BEFORE = (*PROPOSING, *TAKING)
NO_BASIS = "更换依据；没有法律、法规依据的，不得采取"

MILDER_MEANS = Gate(
    "QZ-005", COERCION[5], "非强制手段能够达到管理目的的，不采取强制措施；拟采取的，记明已经评估",
    before=PROPOSING, once=measure.applied_on, demands=measure.alternatives_weighed.column,
    fix="先评估责令改正、约谈、登记保存等手段；确实不够的，写明后再报批",
)
KNOWN_KIND = Gate(
    "QZ-009", COERCION[9], "措施只有限制人身自由、查封、扣押、冻结和法律、法规写明的其他措施",
    before=PROPOSING, once=measure.applied_on,
    demands=measure.kind.one_of("restrain", "seal", "seize", "freeze") | ((measure.kind == "other") & measure.basis_names_kind.column),
    fix="改用法定种类；其他措施须由依据逐字写明",
)
REGULATION = (measure.basis_level == "admin_regulation") & ~measure.kind.one_of("restrain", "freeze") & measure.basis_residual.column
LOCAL = (measure.basis_level == "local_regulation") & measure.kind.one_of("seal", "seize") & measure.basis_residual.column
SET_BY_LAW = Gate(
    "QZ-010-1", COERCION[10, 1], "措施由法律设定；行政法规不得设定限制人身自由和冻结，地方性法规只能设定查封、扣押",
    before=PROPOSING, once=measure.applied_on, demands=(measure.basis_level == "law") | REGULATION | LOCAL,
    fix=NO_BASIS,
)
NOT_BY_RULES = Gate(
    "QZ-010-4", COERCION[10, 4], "规章和其他规范性文件不能作为强制措施的依据",
    before=PROPOSING, once=measure.applied_on, demands=measure.basis_level.one_of("law", "admin_regulation", "local_regulation"),
    fix=NO_BASIS,
)
MINOR = Gate(
    "QZ-016-2", COERCION[16, 2], "情节显著轻微或者没有明显社会危害的，可以不采取措施；仍要采取的，说明理由",
    when=measure.minor.holds, before=PROPOSING, once=measure.applied_on, grade=Grade.TOLD, demands=measure.minor_reasoned.column,
    fix="考虑不采取措施；确需采取的，写明理由",
)
NOT_DELEGATED = Gate(
    "QZ-017-1", COERCION[17, 1], "由法律、法规规定的行政机关自己实施，强制措施权不得委托",
    before=BEFORE, once=measure.applied_on, demands=measure.organ_kind != "entrusted",
    fix="由有权的行政机关自己办理；处罚可以委托，强制措施不可以",
)
CONCENTRATED = Gate(
    "QZ-017-2", COERCION[17, 2], "行使相对集中处罚权的机关，只能实施与已集中的处罚权有关、法律法规规定的措施",
    when=measure.organ_kind == "concentrated", before=BEFORE, once=measure.applied_on, demands=measure.basis_matched.column,
    fix="逐项核对集中的处罚权和法律、法规依据；对不上的，移送原有权机关",
)
QUALIFIED = Gate(
    "QZ-017-3", COERCION[17, 3], "只能由具备资格的执法人员实施，辅助人员不得实施",
    before=TAKING, once=measure.taken_on, demands=measure.unqualified == 0,
    fix="换由持有效执法证件的人员实施；辅助人员只做辅助工作",
)
AUTHORISED = Gate(
    "QZ-070", COERCION[70], "授权组织须由法律、行政法规授权，在授权范围内以自己名义实施",
    when=measure.organ_kind.one_of("authorised", "otherwise"), before=BEFORE, once=measure.applied_on,
    demands=(measure.organ_kind == "authorised") & measure.in_scope.column,
    fix="只有地方性法规、规章授权的，移送有权的行政机关；授权范围外的不得实施",
)

RULES = (
    MILDER_MEANS, KNOWN_KIND, SET_BY_LAW, NOT_BY_RULES, MINOR, NOT_DELEGATED, CONCENTRATED, QUALIFIED, AUTHORISED,
)  # fmt: skip
