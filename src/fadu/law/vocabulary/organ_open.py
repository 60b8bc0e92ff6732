"""Facts of an organ's year: what it publishes and lists, what it hands down (公开、清单、下放)."""

from fadu.law.facts import count, day, flag, members
from fadu.law.vocabulary.lists import Act, DelegationPart, GuidePart, ItemReview, PowerListPart, PublicityPart, ReviewKind, SpotCheckPart


class OrganOpen:
    """公开、清单、下放和委托."""

    GRAIN = "organ"

    stats_published_on = day("公开上年度执法总体情况数据日期")
    stats_reported_on = day("上年度执法数据报本级政府和上级日期")
    stats_day = count("公开上年度数据的最后一日（月日）")
    stats_by = day("公开上年度数据的最后一日")
    publicity_parts = members("公示办法写明的内容", PublicityPart)
    publicity_from_above = flag("本级政府或者上级的公示办法合乎要求，不再另定")
    power_list_parts = members("权责清单写明的内容", PowerListPart)
    power_list_reviewed_on = day("权责清单经法制机构审核日期")
    power_list_published_on = day("权责清单公示日期")
    spot_check_parts = members("随机抽查事项清单写明的内容", SpotCheckPart)
    spot_check_published_on = day("随机抽查事项清单公布日期")
    spot_check_current = flag("抽查清单已随法律修订和职能调整更新")
    guide_parts = members("服务指南写明的内容", GuidePart)
    guide_published_on = day("服务指南公布日期")
    review_kinds = members("法制审核事项清单列入的情形", ReviewKind)
    forms_revised = members("已修订的文书格式", Act)

    catalog_made_on = day("编制执法事项目录日期")
    catalog_by = day("编制执法事项目录的最后一日")
    items_examined = members("对目录事项逐条进行的审查", ItemReview)
    idle_months = count("未提出处理意见的事项中，最久没有发生的月数")
    idle_months_most = count("事项没有发生而应清理的月数")
    doubtful_items = count("极少发生又没有必要、或者交叉重复而未提出处理意见的事项数")
    cleared_granted = count("拟清理而仍赋权街道的事项数")
    granted_down = count("下放、赋权给乡镇街道的事项数")
    granted_reviewed_on = day("对下放事项全面评估日期")
    granted_review_by = day("评估下放事项的最后一日")
    granted_unfit = count("评估认为接不住、监管跟不上的事项数")
    granted_adjusted = count("其中已经调整的事项数")
    delegation_parts = members("每件委托都具备的手续", DelegationPart)
    delegations_cleared_on = day("清理、完善已有委托日期")
    delegations_by = day("清理已有委托的最后一日")
    pilot_on = day("推进执法规范化试点日期")
    pilot_by = day("推进试点的最后一日")
