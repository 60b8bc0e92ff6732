"""Facts of one volume or series of archives (档案)."""

from fadu.law.facts import count, day, flag, text

DUE = (("county", "县级国家档案馆"), ("city", "设区的市级以上国家档案馆"))
REFUSED_FOR = (("electronic", "以属于电子形式为由"), ("other", "其他理由"))


class archive:  # noqa: N801 - reads as a word in a rule: archive.formed_on
    """归档、移交、鉴定、销毁、电子档案."""

    GRAIN = "archive"

    opened_on = day("档案登记日期")
    formed_on = day("档案形成日期")
    electronic = flag("电子档案")
    keeper = text("接收该档案的档案馆", DUE)
    hand_in_by = day("按规定应当归档的期限")
    handed_in_on = day("交档案机构日期")
    held_privately = flag("有材料被拒绝归档或者据为己有")
    excluded_items = count("归入的不得归档材料件数")
    electronic_conditions = count("电子档案已符合的条件")
    refused_for = text("不认可电子档案的理由", REFUSED_FOR)
    refused_on = day("不认可电子档案日期")
    reorganised_on = day("机构变动、撤销、合并日期")
    handed_over_on = day("向有关单位或者档案馆移交日期")
    extension_days = count("经同意延长移交的天数")
    transferred_on = day("移交档案馆日期")
    online = flag("通过网络在线移交")
    network_safe = flag("移交网络和系统环境符合安全保密规定")
    medium_safe = flag("存储介质符合安全管理要求")
    expires_on = day("保管期限届满日期")
    appraised_on = day("到期鉴定日期")
    appraisal_reported = flag("已形成鉴定工作报告")
    destruction_approved = flag("销毁经过批准并按程序进行")
    tampered = flag("有篡改、损毁、伪造痕迹")
    destroyed_on = day("销毁日期")
    closed_on = day("档案登记办结日期")
