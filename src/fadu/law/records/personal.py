"""个人信息: what stands before a processing, its publication, and its passing to others."""

from fadu.law.periods import years
from fadu.law.rules import Duty, Gate, Wait
from fadu.law.statutes import PERSONAL_DATA
from fadu.law.vocabulary import organ, personal

BEGIN = ("personal_begin",)

DEVICE = Gate(
    "GR-026", PERSONAL_DATA[26], "公共场所的采集设备须为公共安全所必需，有显著标识，信息只用于公共安全",
    when=personal.device.holds, before=BEGIN, once=personal.begun_on,
    demands=personal.device_needed & personal.device_sign.column & (personal.device_only_safety.column | personal.device_consent.holds),
    fix="设置标识，限定用途；用于其他目的的取得个人单独同意",
)
SENSITIVE = Gate(
    "GR-028-2", PERSONAL_DATA[28, 2], "处理敏感信息须有特定目的、充分必要，并严格保护",
    when=personal.sensitive.holds, before=BEGIN, once=personal.begun_on, demands=personal.sensitive_conditions >= 3,
    fix="补足三项条件；达不到的不处理敏感信息",
)
NEEDED = Gate(
    "GR-034", PERSONAL_DATA[34], "国家机关依法定权限、程序处理，不超出履职所必需的范围",
    before=BEGIN, once=personal.begun_on, demands=personal.within_powers & personal.within_need.column,
    fix="删减不必要的信息项，写明权限依据",
)
AT_HOME = Gate(
    "GR-036", PERSONAL_DATA[36], "国家机关处理的信息存储在境内；确需出境的先作安全评估",
    before=BEGIN, once=personal.begun_on, demands=(personal.region == "domestic") | ((personal.region == "abroad") & personal.abroad_assessed.holds),
    fix="改为境内存储，或者先作安全评估",
)
KEPT_SHORT = Gate(
    "GR-019", PERSONAL_DATA[19], "保存期限为实现目的所必要的最短时间，法律、行政法规另有规定的从其规定",
    before=BEGIN, once=personal.begun_on, demands=personal.retention.known & personal.retention.one_of("shortest", "statute"),
    fix="缩短保存期限，或者写明法律、行政法规的规定",
)
MINORS = Gate(
    "GR-031-2", PERSONAL_DATA[31, 2], "处理不满十四周岁未成年人信息，制定专门规则",
    when=personal.under_fourteen.holds, before=BEGIN, once=personal.begun_on, demands=personal.minor_rules.column,
    fix="先制定专门的处理规则",
)
INFORMED = Gate(
    "GR-035", PERSONAL_DATA[35], "国家机关处理个人信息也要告知；依法保密、不需告知或者会妨碍履职的除外",
    before=BEGIN, once=personal.begun_on, demands=personal.informed.holds | (personal.inform_exempt.known & personal.inform_exempt.one_of("secret", "hinders")),
    fix="履行告知，或者写明不告知的法定情形",
)
SAFEGUARDED = Gate(
    "GR-051-3", PERSONAL_DATA[51, 1, 3], "采取加密、去标识化等安全技术措施",
    before=BEGIN, once=personal.begun_on, demands=personal.safeguarded.column,
    fix="配置相应的技术措施",
)
ROLES = Gate(
    "GR-051-4", PERSONAL_DATA[51, 1, 4], "合理确定操作权限，定期培训从业人员",
    before=BEGIN, once=personal.begun_on, demands=personal.roles_set & personal.staff_trained.column,
    fix="按岗位配置权限，开展安全培训",
)


ASSESSED = (personal.assessed_on <= personal.begun_on) & personal.assessment_recorded.column
ASSESSED_SENSITIVE = Gate(
    "GR-055-1", PERSONAL_DATA[55, 1, 1], "处理敏感个人信息前作影响评估，并记录处理情况",
    when=personal.sensitive.holds, before=BEGIN, once=personal.begun_on, demands=ASSESSED, fix="先作影响评估并记录",
)
ASSESSED_AUTOMATED = Gate(
    "GR-055-2", PERSONAL_DATA[55, 1, 2], "利用个人信息作自动化决策前作影响评估，并记录处理情况",
    when=personal.automated.holds, before=BEGIN, once=personal.begun_on, demands=ASSESSED, fix="先作影响评估并记录",
)
ASSESSED_SHARED = Gate(
    "GR-055-3", PERSONAL_DATA[55, 1, 3], "委托处理、向他人提供、公开之前作影响评估，并记录处理情况",
    when=personal.shared.holds, before=BEGIN, once=personal.begun_on, demands=ASSESSED, fix="先作影响评估并记录",
)
ASSESSMENT_KEPT = Wait(
    "GR-056-2", PERSONAL_DATA[56, 2], "影响评估报告和处理情况记录至少保存三年",
    before=("personal_discard",), once=personal.assessment_discarded_on,
    starts=personal.assessed_on, full=years(3).without_rolling(), on=personal.assessment_discarded_on,
    fix="保存满三年后再销毁",
)
SIX_TERMS = Gate(
    "GR-021-1", PERSONAL_DATA[21, 1], "委托处理要约定目的、期限、方式、种类、保护措施、权利义务，并监督受托人",
    before=("personal_entrust",), once=personal.entrusted_on, demands=(personal.contract_parts >= 6) & personal.vendor_supervised.column,
    fix="补签约定，落实监督",
)
NOT_BY_MACHINE_ALONE = Gate(
    "GR-024-3", PERSONAL_DATA[24, 3], "对个人权益有重大影响的决定，不能只凭自动化作出；个人要求的应当说明",
    before=("personal_automate",), once=personal.automated_on,
    demands=personal.human_reviewed & (~personal.explanation_asked.holds | personal.explained.holds),
    fix="由工作人员复核后决定；对要求说明的个人作出说明",
)
PUBLISHED_LAWFULLY = Gate(
    "GR-025", PERSONAL_DATA[25], "不得公开个人信息，取得单独同意或者依法履职须公开的除外；依法公开的应当脱敏",
    before=("personal_publish",), once=personal.published_on,
    demands=personal.publish_consent.holds | (personal.publish_duty.holds & personal.publish_masked.holds),
    fix="取得单独同意；依法公示的写明依据并脱敏",
)
ACCESS = Gate(
    "GR-045-2", PERSONAL_DATA[45, 2], "个人请求查阅、复制的，及时提供",
    when=personal.access_asked_on.known, before=("personal_close",), once=personal.closed_on,
    demands=(personal.access_given_on >= personal.access_asked_on) | personal.access_exempt.known,
    fix="提供查阅、复制，或者写明不提供的法定情形",
)
CORRECTION = Gate(
    "GR-046-2", PERSONAL_DATA[46, 2], "个人请求更正、补充的，核实并及时更正、补充",
    when=personal.correction_asked_on.known, before=("personal_close",), once=personal.closed_on,
    demands=personal.correction_checked & (personal.correction_done_on >= personal.correction_asked_on),
    fix="核实后更正、补充",
)
BREACH = Gate(
    "GR-057-1", PERSONAL_DATA[57, 1], "发生或者可能发生泄露、篡改、丢失的，立即补救，通知主管部门和个人，通知有三项内容",
    when=personal.breach_found_on.known, before=("personal_close",), once=personal.closed_on,
    demands=(personal.breach_remedied_on == personal.breach_found_on) & personal.breach_authority_told_on.known
    & (personal.breach_people_told_on.known | personal.breach_harm_averted.holds) & (personal.breach_notice_parts >= 3),
    fix="当日采取补救措施，补发载明三项内容的通知；能有效避免危害的可以不通知个人",
)
AUDITED = Duty(
    "GR-054", PERSONAL_DATA[54], "定期作个人信息合规审计；周期没有写明，按每年一次检查",
    demands=organ.records_data_audited.column, due="每年", fix="开展合规审计并留存报告",
)

RULES = (
    DEVICE, SENSITIVE, NEEDED, AT_HOME, KEPT_SHORT, MINORS, INFORMED, SAFEGUARDED, ROLES, ASSESSED_SENSITIVE, ASSESSED_AUTOMATED, ASSESSED_SHARED,
    ASSESSMENT_KEPT, SIX_TERMS, NOT_BY_MACHINE_ALONE, PUBLISHED_LAWFULLY, ACCESS, CORRECTION, BREACH, AUDITED,
)  # fmt: skip
