"""The closed lists of the sectors: how samples were taken, what was seized, what became of an inspection or a complaint."""

from enum import IntFlag

from fadu.law.vocabulary.labels import Labels


class SampleWay(IntFlag):
    """How a supervisory sample was taken (食品安全法第八十七条、药品管理法第一百条、产品质量法第十五条)."""

    BOUGHT = 1
    FREE = 2
    LAB = 4
    RANDOM = 8
    REASONABLE = 16
    NOT_REPEATED = 32
    TWO = 64


class Seized(IntFlag):
    """What was sealed or detained; of a place whether it was sealed or taken."""

    PRODUCTS = 1
    MATERIALS = 2
    TOOLS = 4
    VEHICLES = 8
    PAPERS = 16
    PLACE_SEALED = 32
    PLACE_TAKEN = 64
    ADVERTS = 128
    FACILITIES = 256
    OTHER = 512


class InspectionMark(IntFlag):
    """What an inspection for safety left behind (安全生产法第六十五条、第六十八条、第六十九条)."""

    TIME = 1
    PLACE = 2
    CONTENT = 4
    PROBLEMS = 8
    HANDLING = 16
    SIGNED = 32
    REFUSAL_REPORTED = 64
    UNDISTURBED = 128
    JOINT = 256
    TOLD_EACH_OTHER = 512
    PASSED_ON = 1024
    NOTHING_TO_PASS = 2048


class ComplaintMark(IntFlag):
    """What became of a complaint or report (食品安全法第一百一十五条、药品管理法第一百零六条、安全生产法第七十三条)."""

    ACCEPTED = 1
    VERIFIED = 2
    ANSWERED = 4
    PASSED_ON = 8
    TOLD = 16
    IN_WRITING = 32
    SIGNED = 64
    CHANNEL = 128
    CONFIDENTIAL = 256
    REWARDED = 512
    UNPROVEN = 1024


class Innocence(IntFlag):
    """What spares a seller who did not know (食品安全法第一百三十六条、产品质量法第五十五条)."""

    SELLER = 1
    CHECKED = 2
    UNAWARE = 4
    SOURCE = 8
    FORFEITED = 16


class Rung(IntFlag):
    """The ladder after a failed supervisory check (产品质量法第十七条第一款)."""

    ORDERED = 1
    ANNOUNCED = 2
    RECHECKED = 4
    SUSPENDED = 8
    RECHECKED_AGAIN = 16


class SupplyCondition(IntFlag):
    """What must all hold before power or explosives are cut off (安全生产法第七十条第一款)."""

    HAZARD = 1
    ORDERED = 2
    REFUSED = 4
    DANGER = 8
    SAFE = 16
    PRINCIPAL = 32
    WRITTEN = 64


class FireDanger(IntFlag):
    """What makes a fire hazard one to be sealed (消防法第五十四条)."""

    TOLD = 1
    NOT_REMOVED = 2
    GRAVE = 4


class RegisterMark(IntFlag):
    """What the register of violations of work safety holds (安全生产法第七十八条第一款)."""

    ENTERED = 1
    ANNOUNCED = 2
    NOTIFIED = 4


LABELS = Labels(
    {
        SampleWay.BOUGHT: "购买样品",
        SampleWay.FREE: "没有向被抽样人收取费用",
        SampleWay.LAB: "委托符合规定的检验机构并支付费用",
        SampleWay.RANDOM: "从市场上或者成品仓库内的待销产品中随机抽取",
        SampleWay.REASONABLE: "数量不超过检验的合理需要",
        SampleWay.NOT_REPEATED: "国家、上级没有就同一产品抽查",
        SampleWay.TWO: "两名以上抽样人员实施",
    },
    {
        Seized.PRODUCTS: "不合格、有隐患或者涉嫌违法的产品",
        Seized.MATERIALS: "原料、辅料、包装物",
        Seized.TOOLS: "工具、设备",
        Seized.VEHICLES: "运输工具",
        Seized.PAPERS: "资料",
        Seized.PLACE_SEALED: "场所（查封）",
        Seized.PLACE_TAKEN: "场所（扣押）",
        Seized.ADVERTS: "广告物品",
        Seized.FACILITIES: "设施、设备、器材",
        Seized.OTHER: "其他财物",
    },
    {
        InspectionMark.TIME: "记录了时间",
        InspectionMark.PLACE: "记录了地点",
        InspectionMark.CONTENT: "记录了内容",
        InspectionMark.PROBLEMS: "记录了发现的问题",
        InspectionMark.HANDLING: "记录了处理情况",
        InspectionMark.SIGNED: "检查人员和被检查单位负责人都签字",
        InspectionMark.REFUSAL_REPORTED: "负责人拒绝签字，已记录并向本部门报告",
        InspectionMark.UNDISTURBED: "没有影响正常生产经营",
        InspectionMark.JOINT: "联合检查",
        InspectionMark.TOLD_EACH_OTHER: "分别检查，已互通情况",
        InspectionMark.PASSED_ON: "应由其他部门处理的已移送并记录",
        InspectionMark.NOTHING_TO_PASS: "没有应由其他部门处理的问题",
    },
    {
        ComplaintMark.ACCEPTED: "已受理",
        ComplaintMark.VERIFIED: "已核实、处理",
        ComplaintMark.ANSWERED: "已答复",
        ComplaintMark.PASSED_ON: "不属于本部门职责，已移交",
        ComplaintMark.TOLD: "已书面通知投诉举报人移交情况",
        ComplaintMark.IN_WRITING: "核实结果形成书面材料",
        ComplaintMark.SIGNED: "整改经负责人签字并督促",
        ComplaintMark.CHANNEL: "受理渠道已公开",
        ComplaintMark.CONFIDENTIAL: "已为投诉举报人保密",
        ComplaintMark.REWARDED: "查证属实，已按规定奖励",
        ComplaintMark.UNPROVEN: "没有查证属实",
    },
    {
        Innocence.SELLER: "当事人是销售者、经营者，不是生产者",
        Innocence.CHECKED: "履行了进货查验等义务",
        Innocence.UNAWARE: "有充分证据证明不知情",
        Innocence.SOURCE: "如实说明进货来源",
        Innocence.FORFEITED: "没收不合格的食品",
    },
    {
        Rung.ORDERED: "已责令限期改正，逾期不改",
        Rung.ANNOUNCED: "省级以上部门已公告",
        Rung.RECHECKED: "公告后复查仍不合格",
        Rung.SUSPENDED: "已责令停业、限期整顿且期满",
        Rung.RECHECKED_AGAIN: "整顿期满复查仍不合格",
    },
    {
        SupplyCondition.HAZARD: "存在重大事故隐患",
        SupplyCondition.ORDERED: "已作出停产停业、停止施工、停止使用的决定",
        SupplyCondition.REFUSED: "当事人拒不执行",
        SupplyCondition.DANGER: "有发生生产安全事故的现实危险",
        SupplyCondition.SAFE: "能够保证安全",
        SupplyCondition.PRINCIPAL: "本部门主要负责人批准",
        SupplyCondition.WRITTEN: "采用书面通知",
    },
    {
        FireDanger.TOLD: "已通知立即消除",
        FireDanger.NOT_REMOVED: "没有及时消除",
        FireDanger.GRAVE: "可能严重威胁公共安全",
    },
    {
        RegisterMark.ENTERED: "已记入违法行为信息库",
        RegisterMark.ANNOUNCED: "情节严重的已向社会公告",
        RegisterMark.NOTIFIED: "情节严重的已通报有关部门和机构",
    },
)
