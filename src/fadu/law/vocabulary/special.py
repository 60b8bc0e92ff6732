"""The closed lists of ecology and of the police: kinds, contents of papers, grounds."""

from enum import IntFlag

from fadu.law.vocabulary.labels import Labels


class EcoKind(IntFlag):
    """The penalties of ecology that the general list does not name (生态环境行政处罚办法第八条)."""

    NO_APPLICATIONS = 1
    RECTIFY = 2
    BAN = 4
    DEMOLISH = 8
    BY_STATUTE = 16


class ReviewItem(IntFlag):
    """What a legal review goes through (同上，第五十条)."""

    POWER = 1
    OFFICERS = 2
    PROCEDURE = 4
    FACTS = 8
    BASIS = 16
    PAPERS = 32
    CRIME = 64


class PublicItem(IntFlag):
    """What is published of a decision (同上，第六十二条)."""

    NUMBER = 1
    PARTY = 2
    FACTS = 4
    RESULT = 8
    ORGAN = 16


class Hidden(IntFlag):
    """What is hidden before a decision is published (同上，第六十四条)."""

    PRIVACY = 1
    THIRD_PARTIES = 2
    ACCOUNTS = 4
    MINORS = 8
    TRADE_SECRETS = 16
    BY_STATUTE = 32


class Notified(IntFlag):
    """Whom the notice of a deferral reached (同上，第七十四条第二款)."""

    PARTY = 1
    COLLECTOR = 2


class FineFactor(IntFlag):
    """By what the original fine was set (生态环境法典第一千零六十条第二款)."""

    RUNNING_COST = 1
    DIRECT_LOSS = 2
    GAIN = 4
    OTHER = 8


class Aggravation(IntFlag):
    """What makes a penalty heavier (同上，第一千零五十六条第一款)."""

    MALICE = 1
    REFUSAL = 2
    SEVERE = 4
    REPEATED = 8
    BY_STATUTE = 16


class Act(IntFlag):
    """What police do alone, or record in sound and picture (治安管理处罚法第一百零八条、第一百二十条)."""

    QUESTIONING = 1
    SEIZING = 2
    IDENTIFYING = 4
    MEDIATING = 8
    DECIDING = 16


LABELS = Labels(
    {
        EcoKind.NO_APPLICATIONS: "一定时期内不得申请行政许可",
        EcoKind.RECTIFY: "责令停产整治",
        EcoKind.BAN: "禁止从业",
        EcoKind.DEMOLISH: "责令限期拆除",
        EcoKind.BY_STATUTE: "法律、行政法规规定的其他种类",
    },
    {
        ReviewItem.POWER: "执法主体和权限",
        ReviewItem.OFFICERS: "执法人员资格",
        ReviewItem.PROCEDURE: "执法程序",
        ReviewItem.FACTS: "案件事实和证据",
        ReviewItem.BASIS: "适用依据和裁量",
        ReviewItem.PAPERS: "执法文书",
        ReviewItem.CRIME: "是否涉嫌犯罪须移送",
    },
    {
        PublicItem.NUMBER: "决定书文号",
        PublicItem.PARTY: "被处罚人名称和代码",
        PublicItem.FACTS: "主要违法事实",
        PublicItem.RESULT: "处罚结果和依据",
        PublicItem.ORGAN: "机关名称和决定日期",
    },
    {
        Hidden.PRIVACY: "公民的个人隐私信息",
        Hidden.THIRD_PARTIES: "被处罚人以外的姓名、名称",
        Hidden.ACCOUNTS: "单位的银行账号",
        Hidden.MINORS: "可以识别未成年人的信息",
        Hidden.TRADE_SECRETS: "当事人的商业秘密",
        Hidden.BY_STATUTE: "法律、法规规定隐去的其他信息",
    },
    {Notified.PARTY: "当事人", Notified.COLLECTOR: "收缴罚款的机构"},
    {
        FineFactor.RUNNING_COST: "污染防治设施的运行成本",
        FineFactor.DIRECT_LOSS: "违法行为造成的直接损失",
        FineFactor.GAIN: "违法所得",
        FineFactor.OTHER: "其他因素",
    },
    {
        Aggravation.MALICE: "恶意损害生态环境",
        Aggravation.REFUSAL: "拒不改正违法行为",
        Aggravation.SEVERE: "造成严重危害后果",
        Aggravation.REPEATED: "多次违法被处罚",
        Aggravation.BY_STATUTE: "法律规定的其他从重情形",
    },
    {
        Act.QUESTIONING: "询问",
        Act.SEIZING: "扣押",
        Act.IDENTIFYING: "辨认",
        Act.MEDIATING: "调解",
        Act.DECIDING: "当场作出处罚决定",
    },
)
