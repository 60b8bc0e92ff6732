"""公开、清单、下放: what an organ publishes and lists, and what it hands down."""

from fadu.law.policies.terms import BASE_ORGAN, DISTRICT_HERE, ENFORCER, HEILONGJIANG_HERE, LIAOCHENG_HERE, XINGLONG_HERE, XINSHAO_HERE, DueBy, whole
from fadu.law.rules import Duty
from fadu.law.statutes import HEBEI_DISTRICT, HEILONGJIANG, LIAOCHENG, XINGLONG, XINSHAO
from fadu.law.vocabulary import organ
from fadu.law.vocabulary.lists import Act, DelegationPart, GuidePart, ItemReview, PowerListPart, PublicityPart, ReviewKind, SpotCheckPart

STATS = DueBy(
    "P2-1-3", HEILONGJIANG["二(一)3(2)"], "每年在规定日期前公开上年度执法总体情况数据，并报本级政府和上级",
    due="每年 1 月底前",
    when=organ.stats_by.known,
    by=((organ.stats_published_on, organ.stats_by.column), (organ.stats_reported_on, organ.stats_by.column)),
    fix="立即公开并上报上年度数据",
)
PUBLICITY_RULES = Duty(
    "P2-1-5", HEILONGJIANG["二(一)1(1)"], "制定执法公示的具体办法，写明八项内容；本级政府或者上级的办法合乎要求的可以不另定",
    when=HEILONGJIANG_HERE, demands=organ.publicity_from_above.holds | organ.publicity_parts.has_all(whole(PublicityPart)),
    fix="补写缺少的内容后印发",
)
POWER_LIST = Duty(
    "P2-1-6", HEILONGJIANG["二(一)1(2)"], "权责清单写明六项内容，经本单位法制机构审核后公示",
    when=HEILONGJIANG_HERE,
    demands=organ.power_list_parts.has_all(whole(PowerListPart)) & (organ.power_list_reviewed_on <= organ.power_list_published_on),
    fix="补齐内容，经法制机构审核后重新公示",
)
SPOT_CHECKS = Duty(
    "P2-1-7", HEILONGJIANG["二(一)1(3)"], "随机抽查事项清单写明七项内容，向社会公布并及时更新",
    when=HEILONGJIANG_HERE,
    demands=organ.spot_check_parts.has_all(whole(SpotCheckPart)) & organ.spot_check_published_on.known & organ.spot_check_current.column,
    fix="补齐、更新清单并公布",
)
GUIDE = Duty(
    "P2-1-8", HEILONGJIANG["二(一)1(6)"], "编制并公布执法服务指南，写明十项内容",
    when=HEILONGJIANG_HERE, demands=organ.guide_parts.has_all(whole(GuidePart)) & organ.guide_published_on.known,
    fix="补齐指南的内容并公布",
)
REVIEW_LIST = Duty(
    "P1-9-list", XINGLONG["三(九)"], "法制审核事项清单至少列入五种情形",
    when=XINGLONG_HERE & BASE_ORGAN, demands=organ.review_kinds.has_all(whole(ReviewKind)),
    fix="在清单中补列缺少的情形",
)
FORMS = Duty(
    "P3-5-b", LIAOCHENG["三(二)5"], "修订许可、处罚、检查、强制四类文书格式",
    when=LIAOCHENG_HERE & ENFORCER, demands=organ.forms_revised.has_all(whole(Act)),
    fix="修订没有完成的文书格式",
)
CATALOGUE = DueBy(
    "P3-5", LIAOCHENG["三(二)5"], "在规定日期前编制本部门执法事项目录",
    when=ENFORCER & organ.catalog_by.known, by=((organ.catalog_made_on, organ.catalog_by.column),),
    also={"P0-7-a": HEBEI_DISTRICT["二(三)7"], "P4-3-1": XINSHAO["清单三(一)1"]},
    fix="立即梳理依据，编制执法事项目录",
)
ITEMS_CLEARED = Duty(
    "P0-7-b", HEBEI_DISTRICT["二(三)7"], "长期没有发生（以本地规定的月数为准）、极少发生又没有必要、交叉重复的事项要提出取消、调整或者暂停的意见",
    when=ENFORCER & organ.idle_months_most.known, demands=(organ.idle_months < organ.idle_months_most) & (organ.doubtful_items == 0),
    fix="对这些事项提出处理意见，按程序报批",
)
ITEMS_EXAMINED = Duty(
    "P0-7-c", HEBEI_DISTRICT["二(三)7"], "目录事项逐条审查合法性、合理性、必要性",
    when=DISTRICT_HERE & ENFORCER, demands=organ.items_examined.has_all(whole(ItemReview)),
    fix="补做缺少的审查",
)
GRANTS_REVIEWED = DueBy(
    "P0-8", HEBEI_DISTRICT["二(三)8"], "在规定日期前全面评估已下放的事项，接不住、监管跟不上的及时调整",
    when=ENFORCER & (organ.granted_down > 0) & organ.granted_review_by.known,
    by=((organ.granted_reviewed_on, organ.granted_review_by.column),), demands=organ.granted_adjusted >= organ.granted_unfit,
    fix="完成评估；对接不住的事项按程序调整",
)
CLEARED_NOT_GRANTED = Duty(
    "P0-8-b", HEBEI_DISTRICT["二(三)8"], "拟清理的事项不再赋权街道",
    when=DISTRICT_HERE & ENFORCER, demands=organ.cleared_granted == 0,
    fix="收回对拟清理事项的赋权",
)
DELEGATIONS_WHOLE = Duty(
    "P4-3-2", XINSHAO["清单三(二)2"], "委托乡镇执法须有依据、书面委托书、审核报批、听取意见、双方公布、报备案，缺一不可；强制措施不得委托",
    when=XINSHAO_HERE & ENFORCER & (organ.delegations > 0), demands=organ.delegation_parts.has_all(whole(DelegationPart)),
    fix="补齐手续；不能补的停止委托",
)
DELEGATIONS_CLEARED = DueBy(
    "P4-3-5", XINSHAO["清单三(二)5"], "在规定日期前清理不合法定要求的委托，确需继续的补办手续",
    when=ENFORCER & (organ.delegations > 0) & organ.delegations_by.known, by=((organ.delegations_cleared_on, organ.delegations_by.column),),
    fix="逐件清理，不符合要求的停止委托",
)
PILOT = DueBy(
    "P4-3-4", XINSHAO["清单三(二)4"], "在规定日期前推进乡镇执法规范化试点",
    when=BASE_ORGAN & organ.pilot_by.known, by=((organ.pilot_on, organ.pilot_by.column),),
    fix="制定试点安排并组织实施",
)

RULES = (
    STATS, PUBLICITY_RULES, POWER_LIST, SPOT_CHECKS, GUIDE, REVIEW_LIST, FORMS, CATALOGUE, ITEMS_CLEARED, ITEMS_EXAMINED, GRANTS_REVIEWED,
    CLEARED_NOT_GRANTED, DELEGATIONS_WHOLE, DELEGATIONS_CLEARED, PILOT,
)  # fmt: skip
