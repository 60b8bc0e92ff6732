"""The closed lists of what an organ makes public, keeps, and tells: the elements that policies count (公示、清单、场所、告知的要素)."""

from enum import IntFlag

from fadu.law.vocabulary.labels import Labels


class OfficerShown(IntFlag):
    """What is published of an officer (兴隆意见二(三))."""

    NAME = 1
    NUMBER = 2
    CLASS = 4
    UNIT = 8


class ReviewKind(IntFlag):
    """What the list of decisions under legal review holds at least (兴隆意见三(九))."""

    PUBLIC_INTEREST = 1
    SOCIAL_RISK = 2
    MAJOR_RIGHTS = 4
    AFTER_HEARING = 8
    COMPLEX = 16


class Room(IntFlag):
    """What premises serve for (兴隆意见附件第四条)."""

    REGISTRATION = 1
    DUTY = 2
    COMMAND = 4
    QUESTIONING = 8
    HEARING = 16
    EVIDENCE = 32
    ARCHIVE = 64
    VEHICLES = 128


class PublicityPart(IntFlag):
    """What the rules on publication settle (黑龙江方案二(一)1(1))."""

    SCOPE = 1
    CONTENT = 2
    CARRIER = 4
    PROCEDURE = 8
    TIME = 16
    EXAMINATION = 32
    SUPERVISION = 64
    SUPPORT = 128


class PowerListPart(IntFlag):
    """What the list of powers and duties says (黑龙江方案二(一)1(2))."""

    SUBJECT = 1
    DUTY = 2
    POWER = 4
    BASIS = 8
    PROCEDURE = 16
    REMEDY = 32


class SpotCheckPart(IntFlag):
    """What the list of random inspections says (黑龙江方案二(一)1(3))."""

    SUBJECT = 1
    BASIS = 2
    OBJECT = 4
    CONTENT = 8
    METHOD = 16
    SHARE = 32
    FREQUENCY = 64


class GuidePart(IntFlag):
    """What the guide to services says (黑龙江方案二(一)1(6))."""

    NAME = 1
    RECEIVING = 2
    APPROVING = 4
    CONDITIONS = 8
    MATERIALS = 16
    FAVOURS = 32
    TIME = 64
    HOURS = 128
    ADDRESS = 256
    PHONE = 512


class EquipmentPlan(IntFlag):
    """What a provincial department sends up on equipment (黑龙江方案三(七)1(3))."""

    STANDARD = 1
    ALLOCATION = 2
    FACILITIES = 4
    YEAR = 8


class DelegationPart(IntFlag):
    """What a delegation to a township needs (新邵清单三(二)2)."""

    BASIS = 1
    WRITTEN = 2
    TERMS = 4
    APPROVED = 8
    HEARD = 16
    PRINCIPAL_PUBLISHED = 32
    DELEGATE_PUBLISHED = 64
    FILED = 128


class ItemReview(IntFlag):
    """How every item of the catalogue is examined (天津河北区方案二(三)7)."""

    LEGAL = 1
    REASONABLE = 2
    NECESSARY = 4


class Act(IntFlag):
    """The four common kinds of act."""

    PENALTY = 1
    COERCION = 2
    INSPECTION = 4
    LICENCE = 8


class Discipline(IntFlag):
    """How organs and officers are kept in order (聊城方案三(一)3)."""

    ANNOUNCED = 1
    CLEARED = 2
    EXIT = 4


class Budget(IntFlag):
    """What the budget provides for (聊城方案三(五)13)."""

    WORK = 1
    EQUIPMENT = 2


class SceneTold(IntFlag):
    """What a party is shown and told on the scene (兴隆意见三(七)，黑龙江方案二(一)2(2))."""

    CARD = 1
    PAPER = 2
    CAUSE = 4
    BASIS = 8
    DEFENCE = 16
    HEARING = 32
    RECUSAL = 64
    DUTIES = 128


LABELS = Labels(
    {OfficerShown.NAME: "姓名", OfficerShown.NUMBER: "执法证号", OfficerShown.CLASS: "执法类别", OfficerShown.UNIT: "所属单位"},
    {
        ReviewKind.PUBLIC_INTEREST: "涉及重大公共利益",
        ReviewKind.SOCIAL_RISK: "可能造成重大社会影响或者引发社会风险",
        ReviewKind.MAJOR_RIGHTS: "直接关系重大权益",
        ReviewKind.AFTER_HEARING: "经过听证程序",
        ReviewKind.COMPLEX: "疑难复杂、涉及多个法律关系",
    },
    {
        Room.REGISTRATION: "信息登记",
        Room.DUTY: "日常执勤",
        Room.COMMAND: "指挥调度",
        Room.QUESTIONING: "询问",
        Room.HEARING: "听证",
        Room.EVIDENCE: "物证保管",
        Room.ARCHIVE: "档案保管",
        Room.VEHICLES: "车辆停放",
    },
    {
        PublicityPart.SCOPE: "范围",
        PublicityPart.CONTENT: "内容",
        PublicityPart.CARRIER: "载体",
        PublicityPart.PROCEDURE: "程序",
        PublicityPart.TIME: "时限要求",
        PublicityPart.EXAMINATION: "审查机制",
        PublicityPart.SUPERVISION: "监督方式",
        PublicityPart.SUPPORT: "保障措施",
    },
    {
        PowerListPart.SUBJECT: "执法主体",
        PowerListPart.DUTY: "职责",
        PowerListPart.POWER: "权限",
        PowerListPart.BASIS: "依据",
        PowerListPart.PROCEDURE: "程序",
        PowerListPart.REMEDY: "救济渠道",
    },
    {
        SpotCheckPart.SUBJECT: "抽查主体",
        SpotCheckPart.BASIS: "抽查依据",
        SpotCheckPart.OBJECT: "抽查对象",
        SpotCheckPart.CONTENT: "抽查内容",
        SpotCheckPart.METHOD: "抽查方式",
        SpotCheckPart.SHARE: "抽查比例",
        SpotCheckPart.FREQUENCY: "抽查频次",
    },
    {
        GuidePart.NAME: "事项名称",
        GuidePart.RECEIVING: "受理机构",
        GuidePart.APPROVING: "审批机构",
        GuidePart.CONDITIONS: "受理条件",
        GuidePart.MATERIALS: "申请材料",
        GuidePart.FAVOURS: "优惠政策",
        GuidePart.TIME: "办理时限",
        GuidePart.HOURS: "办公时间",
        GuidePart.ADDRESS: "办公地址",
        GuidePart.PHONE: "办公电话",
    },
    {
        EquipmentPlan.STANDARD: "装备配备标准",
        EquipmentPlan.ALLOCATION: "装备配备规划",
        EquipmentPlan.FACILITIES: "设施建设规划",
        EquipmentPlan.YEAR: "年度实施计划",
    },
    {
        DelegationPart.BASIS: "有法律、法规、规章或者省政府决定依据",
        DelegationPart.WRITTEN: "签订书面委托书",
        DelegationPart.TERMS: "委托书写明事项、权限、期限",
        DelegationPart.APPROVED: "事前审核报批",
        DelegationPart.HEARD: "听取基层意见",
        DelegationPart.PRINCIPAL_PUBLISHED: "委托部门公布委托书",
        DelegationPart.DELEGATE_PUBLISHED: "受委托乡镇公布委托书",
        DelegationPart.FILED: "报县级司法行政部门备案",
    },
    {ItemReview.LEGAL: "合法性审查", ItemReview.REASONABLE: "合理性审查", ItemReview.NECESSARY: "必要性审查"},
    {Act.PENALTY: "行政处罚", Act.COERCION: "行政强制", Act.INSPECTION: "行政检查", Act.LICENCE: "行政许可"},
    {Discipline.ANNOUNCED: "公告执法主体", Discipline.CLEARED: "清理执法人员资格", Discipline.EXIT: "建立执法人员退出机制"},
    {Budget.WORK: "执法工作经费", Budget.EQUIPMENT: "执法装备配备费用"},
    {
        SceneTold.CARD: "出示执法证件",
        SceneTold.PAPER: "出具执法文书",
        SceneTold.CAUSE: "告知执法事由",
        SceneTold.BASIS: "告知执法依据",
        SceneTold.DEFENCE: "告知陈述、申辩的权利",
        SceneTold.HEARING: "告知申请听证的权利",
        SceneTold.RECUSAL: "告知申请回避的权利",
        SceneTold.DUTIES: "告知配合执法的义务",
    },
)
