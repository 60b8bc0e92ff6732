"""Facts from the clue to the filing of a case (案源、立案)."""

from fadu.law.facts import count, day, flag, members, money, text
from fadu.law.vocabulary.kinds import LEVEL, PARTY, Penalty


class Source:
    """案源、管辖、依据、立案."""

    GRAIN = "case"

    procedure = text("程序", (("general", "普通程序"), ("simple", "简易程序")))
    opened_on = day("登记日期")
    field = text("执法领域")
    item = text("执法事项编码")

    clue_received_on = day("发现线索或者收到材料日期")
    clue_source = text(
        "案件来源",
        (("inspection", "监督检查"), ("complaint", "投诉"), ("report", "举报"), ("transfer", "其他部门移送"), ("assigned", "上级交办"), ("other", "其他")),
    )
    verification_extension = count("核查延长的工作日")
    verification_tests_days = count("核查期间检测、检验、鉴定所需日数")

    party_kind = text("当事人类别", PARTY)
    party_age = count("行为时周岁")
    party_incapable = flag("行为时不能辨认或者不能控制自己行为")
    violation_began_on = day("违法行为发生日期")
    violation_ended_on = day("违法行为终了日期")
    violation_continuing = flag("违法行为连续或者继续")
    discovered_on = day("违法行为被发现日期")
    touches_safety = flag("涉及公民生命健康安全或者金融安全")
    harm = text("危害后果", (("none", "没有危害后果"), ("slight", "危害后果轻微"), ("real", "有危害后果")))
    minor = flag("违法行为轻微")
    first_offence = flag("初次违法")
    corrected_on = day("改正违法行为日期")

    in_jurisdiction = flag("违法行为发生地在本机关辖区，或者依法有管辖权")
    agency_qualified = flag("本机关有该事项的处罚权")
    agency_kind = text("机关类型", (("statutory", "法定行政机关"), ("authorised", "法律法规授权组织"), ("entrusted", "受委托组织"), ("township", "乡镇街道"), ("outpost", "派出机构")))
    agency_county_level = flag("县级以上，或者法律、行政法规另有规定，或者已依法赋权")
    grant_published = flag("赋权决定已经公布且列明该事项")
    delegation_lawful = flag("委托有法律、法规、规章依据，且书面委托符合条件的组织")
    delegation_in_scope = flag("在委托的事项、权限和期限内")
    delegation_published = flag("委托书已经公布")
    disputed_on = day("管辖争议发生日期")
    dispute_reported_on = day("报请指定管辖日期")
    dispute_settled_on = day("管辖确定日期")

    basis_level = text("处罚依据的层级", LEVEL)
    basis_published = flag("处罚依据已经公布")
    basis_kinds = members("依据列明的处罚种类", Penalty)
    basis_fine_least = money("依据的罚款下限")
    basis_fine_most = money("依据的罚款上限")
    basis_within_superior = flag("在上位法规定的行为、种类和幅度之内")

    filed_on = day("立案日期")
    filing_decided_on = day("决定是否立案日期")
    filing_conditions = count("符合的立案条件数")
    handlers = count("办案人员数")
    filed_by_head = flag("负责人批准立案")
    declined_ground = text(
        "不予立案的情形",
        (("minor", "轻微并及时改正、没有造成危害后果"), ("first", "初次违法且危害后果轻微并及时改正"), ("no_fault", "有证据足以证明没有主观过错"), ("other", "依法可以不予立案的其他情形")),
    )
