"""Facts of a coercive measure: from the report to the head to release and return (行政强制措施)."""

from fadu.law.facts import count, day, flag, members, moment, money, text
from fadu.law.vocabulary.coercing import FamilyTold, MeasurePart, MeasureTold
from fadu.law.vocabulary.filming import MeasureFilmed
from fadu.law.vocabulary.kinds import LEVEL

KIND = (("restrain", "限制公民人身自由"), ("seal", "查封场所、设施或者财物"), ("seize", "扣押财物"), ("freeze", "冻结存款、汇款"), ("other", "其他行政强制措施"))
ORGAN = (
    ("statutory", "法律、法规规定的行政机关"),
    ("concentrated", "行使相对集中行政处罚权的行政机关"),
    ("authorised", "法律、行政法规授权的组织"),
    ("otherwise", "仅由地方性法规、规章授权的组织"),
    ("entrusted", "受委托的机关或者组织"),
)
RELEASE = (
    ("innocent", "当事人没有违法行为"),
    ("unrelated", "场所、设施、财物或者款项与违法行为无关"),
    ("decided", "已经作出处理决定，不再需要"),
    ("expired", "期限届满"),
    ("unneeded", "其他不再需要的情形"),
)


class measure(MeasureFilmed):  # noqa: N801 - reads as a word in a rule: measure.taken_on
    """查封、扣押、冻结、限制人身自由等行政强制措施."""

    GRAIN = "measure"

    kind = text("措施种类", KIND)
    applied_on = day("报请批准日期")
    organ_kind = text("实施机关的类型", ORGAN)
    basis_level = text("措施依据的层级", LEVEL)
    basis_names_kind = flag("依据写明了这种措施")
    basis_residual = flag("该事项尚未制定法律（行政法规），或者法律授权规定具体管理措施")
    basis_matched = flag("依据与已集中的处罚权逐项对应")
    in_scope = flag("在授权范围内并以自己名义实施")
    alternatives_weighed = flag("已评估非强制手段，不能达到目的")
    minor = flag("情节显著轻微或者没有明显社会危害")
    minor_reasoned = flag("写明情节轻微仍须采取的理由")
    related = flag("对象均与违法行为有关")
    necessities = flag("含有公民及其所扶养家属的生活必需品")
    held_by_other = flag("已被其他国家机关依法查封、冻结")
    special_until = day("法律、行政法规另行规定的期满日")

    allowed_at = moment("负责人批准时刻")
    on_the_spot = flag("情况紧急当场实施")
    taken_on = day("实施日期")
    begun_at = moment("实施时刻")
    officers = count("实施的有证执法人员数")
    unqualified = count("参与实施的无资格人员数")
    card_shown = flag("实施时已出示执法证件")
    party_summoned = flag("实施时已通知当事人到场")
    party_came = flag("实施时当事人到场")
    told = members("当场告知的内容", MeasureTold)
    heard = flag("已听取陈述、申辩")
    recorded = flag("制作了现场笔录")
    party_signed = text("当事人在现场笔录上", (("signed", "签名或者盖章"), ("refused", "拒绝，已在笔录中注明"), ("unsigned", "没有签名也没有注明")))
    officers_signed = flag("执法人员在现场笔录上签名")
    witness_signed = flag("见证人到场并签名")
    decision_handed = flag("当场交付了决定书")
    list_handed = flag("当场交付了清单")
    decision_parts = members("措施决定书载明的内容", MeasurePart)
    list_copies = count("清单份数")
    ratified_at = moment("负责人补批时刻")
    ratified_on = day("负责人补批日期")
    disapproved_on = day("负责人认为不应当采取的日期")

    extended_on = day("决定延长措施日期")
    extension_days = count("措施延长日数")
    extension_told_on = day("延长决定告知日期")
    extension_written = flag("延长决定已书面告知")
    extension_reasoned = flag("延长告知说明了理由")
    test_started_on = day("措施期间检测鉴定开始日期")
    test_until = day("告知的检测鉴定届满日期")
    test_told = flag("检测鉴定期间已书面告知")
    test_running = flag("措施期间检测鉴定正在进行")
    test_days = count("不计入措施期限的检测鉴定日数")
    test_paid_by = text("检测鉴定费用承担者", (("organ", "行政机关"), ("party", "当事人")))

    custody_third = flag("委托第三人保管")
    custody_bound = flag("保管约定写明不得损毁、擅自转移、处置")
    custody_charged = money("向当事人收取的保管费")
    goods_spoiled = flag("被查封、扣押的财物有使用或者损毁")
    spoiled_compensated = flag("损失已经赔偿")

    disposal = text("处理决定", (("confiscate", "没收"), ("destroy", "销毁"), ("release", "解除"), ("pay", "划缴、抵缴或者移作处理")))
    disposed_on = day("处理决定日期")
    release_ground = text("解除的情形", RELEASE)
    released_on = day("解除决定日期")
    returned_on = day("退还财物日期")
    proceeds = money("拍卖、变卖所得款项")
    proceeds_returned = money("退还的拍卖、变卖款项")
    sold_low = flag("变卖价格明显低于市场价格并造成损失")
    low_compensated = flag("差价损失已经补偿")
    transferred_on = day("涉嫌犯罪移送日期")
    transfer_whole = flag("查封、扣押、冻结的财物一并移送")
    transfer_told = flag("移送已书面告知当事人")

    family_told_on = day("通知家属日期")
    family_told = members("通知家属的内容", FamilyTold)
    back_on = day("返回机关日期")
    restrained_until = day("限制人身自由的法定期满日")
    purpose_gone_on = day("目的达到或者条件消失日期")

    amount = money("冻结数额")
    involved = money("违法行为涉及的金额")
    bank_noticed_on = day("冻结通知书交付金融机构日期")
    served_on = day("冻结决定书交付当事人日期")
    bank_released_on = day("解除冻结通知金融机构日期")
    party_released_on = day("解除冻结通知当事人日期")
    closed_on = day("措施办结日期")
