"""The closed lists of administrative coercion: what was told, stated, signed and handed in (行政强制法)."""

from enum import IntFlag

from fadu.law.vocabulary.labels import Labels


class MeasureTold(IntFlag):
    """What is told on the spot before a measure (行政强制法第十八条第五项)."""

    REASONS = 1
    BASIS = 2
    RIGHTS = 4
    REMEDY = 8


class MeasurePart(IntFlag):
    """What a decision on a seizure or a freeze says (同上，第二十四条第二款、第三十一条)."""

    PARTY = 1
    REASONS = 2
    OBJECTS = 4
    REMEDY = 8
    ORGAN = 16


class FamilyTold(IntFlag):
    """What the family of a person restrained is told (同上，第二十条第一款第一项)."""

    ORGAN = 1
    PLACE = 2
    TERM = 4


class DemandPart(IntFlag):
    """What a demand to perform says (同上，第三十五条)."""

    TERM = 1
    WAY = 2
    AMOUNT = 4
    DEFENCE = 8


class OrderPart(IntFlag):
    """What a decision on enforcement says (同上，第三十七条第二款)."""

    PARTY = 1
    REASONS = 2
    WAY = 4
    REMEDY = 8
    ORGAN = 16


class ProxyPart(IntFlag):
    """What a decision on performance by proxy says (同上，第五十一条第一款第一项)."""

    PARTY = 1
    REASONS = 2
    WAY = 4
    TARGET = 8
    BUDGET = 16
    PROXY = 32


class ProxySigned(IntFlag):
    """Who signed after performance by proxy (同上，第五十一条第一款第四项)."""

    SUPERVISOR = 1
    PROXY = 2
    PARTY = 4


class Material(IntFlag):
    """What goes to the court with an application (同上，第五十五条第一款)."""

    APPLICATION = 1
    DECISION = 2
    OPINION = 4
    TARGET = 8


class Attested(IntFlag):
    """What stands under an application to the court (同上，第五十五条第二款)."""

    SIGNED = 1
    SEALED = 2
    DATED = 4


LABELS = Labels(
    {
        MeasureTold.REASONS: "采取措施的理由",
        MeasureTold.BASIS: "采取措施的依据",
        MeasureTold.RIGHTS: "当事人享有的权利",
        MeasureTold.REMEDY: "救济途径",
    },
    {
        MeasurePart.PARTY: "当事人姓名或者名称、地址",
        MeasurePart.REASONS: "理由、依据和期限",
        MeasurePart.OBJECTS: "场所、设施、财物的名称和数量，或者账号和数额",
        MeasurePart.REMEDY: "复议、诉讼的途径和期限",
        MeasurePart.ORGAN: "机关名称、印章和日期",
    },
    {FamilyTold.ORGAN: "实施机关", FamilyTold.PLACE: "实施地点", FamilyTold.TERM: "实施期限"},
    {
        DemandPart.TERM: "履行的期限",
        DemandPart.WAY: "履行的方式",
        DemandPart.AMOUNT: "明确的金额和给付方式",
        DemandPart.DEFENCE: "可以陈述、申辩",
    },
    {
        OrderPart.PARTY: "当事人姓名或者名称、地址",
        OrderPart.REASONS: "强制执行的理由和依据",
        OrderPart.WAY: "强制执行的方式和时间",
        OrderPart.REMEDY: "复议、诉讼的途径和期限",
        OrderPart.ORGAN: "机关名称、印章和日期",
    },
    {
        ProxyPart.PARTY: "当事人姓名或者名称、地址",
        ProxyPart.REASONS: "代履行的理由和依据",
        ProxyPart.WAY: "方式和时间",
        ProxyPart.TARGET: "标的",
        ProxyPart.BUDGET: "费用预算",
        ProxyPart.PROXY: "代履行人",
    },
    {ProxySigned.SUPERVISOR: "到场监督的工作人员", ProxySigned.PROXY: "代履行人", ProxySigned.PARTY: "当事人或者见证人"},
    {
        Material.APPLICATION: "强制执行申请书",
        Material.DECISION: "决定书及其事实、理由和依据",
        Material.OPINION: "当事人的意见和催告情况",
        Material.TARGET: "执行标的情况",
    },
    {Attested.SIGNED: "机关负责人签名", Attested.SEALED: "机关印章", Attested.DATED: "日期"},
)
