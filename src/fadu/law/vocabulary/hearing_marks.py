"""The closed lists of hearings, of fines and their collection, of data and of transfers to the police."""

from enum import IntFlag

from fadu.law.vocabulary.labels import Labels


class HearingReady(IntFlag):
    """What was done before a hearing (市场监督管理行政处罚听证办法第十一条、第二十条至第二十二条)."""

    APPOINTED = 1
    NAMED = 2
    RECUSAL_TOLD = 4
    RETURNED = 8
    THIRD = 16
    CLOSED_DOORS = 32


class HearingHeld(IntFlag):
    """What was done at a hearing (市场监督管理行政处罚听证办法第十六条、第二十八条)."""

    HANDLERS_PRESENT = 1
    SIGNED_BY_ALL = 2
    REFUSAL_NOTED = 4


class HearingReportPart(IntFlag):
    """What the report of a hearing says (同上，第三十条)."""

    CAUSE = 1
    PEOPLE = 2
    WHEN_WHERE = 4
    COURSE = 8
    OPINION = 16
    OTHER = 32


class Stated(IntFlag):
    """What a decision says of how its fine is paid (罚款决定与罚款收缴分离实施办法第七条)."""

    BANK = 1
    ADDRESS = 2
    AMOUNT = 4
    TERM = 8
    SURCHARGE = 16


class BankTold(IntFlag):
    """What the collecting bank told of a payment (同上，第十条)."""

    NAME = 1
    AMOUNT = 2
    TIME = 4
    WRITTEN = 8
    AS_AGREED = 16


class AgreementPart(IntFlag):
    """What an agreement on the collection of fines holds (同上，第六条第二款)."""

    NAMES = 1
    BRANCHES = 2
    BUDGET = 4
    REPORTING = 8
    OTHER = 16


class DataKept(IntFlag):
    """How an organ keeps data (数据安全法第二十七条、第三十八条、第四十条)."""

    SCOPE = 1
    SECRET = 2
    GRADED = 4
    RULES = 8
    TRAINED = 16
    TECHNICAL = 32
    APPROVED = 64
    SUPERVISED = 128
    NOT_KEPT = 256


class TransferPart(IntFlag):
    """What goes to the police with a case (行政执法机关移送涉嫌犯罪案件的规定第六条)."""

    LETTER = 1
    REPORT = 2
    GOODS = 4
    EXPERT = 8
    OTHER = 16
    NO_EXPERT = 32
    NO_GOODS = 64


LABELS = Labels(
    {
        HearingReady.APPOINTED: "主持人由机关负责人指定",
        HearingReady.NAMED: "听证通知书载明时间、地点和听证人员、翻译人员姓名",
        HearingReady.RECUSAL_TOLD: "告知当事人有权申请回避",
        HearingReady.RETURNED: "案件材料已退回办案人员",
        HearingReady.THIRD: "有第三人参加",
        HearingReady.CLOSED_DOORS: "依法不公开举行",
    },
    {
        HearingHeld.HANDLERS_PRESENT: "办案人员到场",
        HearingHeld.SIGNED_BY_ALL: "全体听证参加人核对后签名",
        HearingHeld.REFUSAL_NOTED: "当事人、第三人拒绝签名的由主持人注明，其他人均已签名",
    },
    {
        HearingReportPart.CAUSE: "案由",
        HearingReportPart.PEOPLE: "听证人员、听证参加人",
        HearingReportPart.WHEN_WHERE: "时间、地点",
        HearingReportPart.COURSE: "听证的基本情况",
        HearingReportPart.OPINION: "处理意见和建议",
        HearingReportPart.OTHER: "其他事项（没有的注明）",
    },
    {
        Stated.BANK: "代收机构名称",
        Stated.ADDRESS: "代收机构地址",
        Stated.AMOUNT: "缴款数额",
        Stated.TERM: "缴款期限",
        Stated.SURCHARGE: "逾期是否加处罚款",
    },
    {
        BankTold.NAME: "缴款人姓名或者名称",
        BankTold.AMOUNT: "缴款数额",
        BankTold.TIME: "缴款时间",
        BankTold.WRITTEN: "采用书面",
        BankTold.AS_AGREED: "按协议的方式、期限",
    },
    {
        AgreementPart.NAMES: "行政机关和代收机构名称",
        AgreementPart.BRANCHES: "代收网点",
        AgreementPart.BUDGET: "上缴的预算科目、级次",
        AgreementPart.REPORTING: "告知代收情况的方式、期限",
        AgreementPart.OTHER: "其他事项（没有的注明）",
    },
    {
        DataKept.SCOPE: "在法定职责范围内、依法定条件和程序收集使用",
        DataKept.SECRET: "对个人信息、商业秘密等保密",
        DataKept.GRADED: "落实网络安全等级保护",
        DataKept.RULES: "有全流程数据安全管理制度",
        DataKept.TRAINED: "组织了数据安全培训",
        DataKept.TECHNICAL: "采取了技术措施",
        DataKept.APPROVED: "委托建设、处理经严格批准",
        DataKept.SUPERVISED: "监督受托方履行义务",
        DataKept.NOT_KEPT: "约定受托方不得擅自留存、使用、泄露、提供",
    },
    {
        TransferPart.LETTER: "涉嫌犯罪案件移送书",
        TransferPart.REPORT: "案件情况的调查报告",
        TransferPart.GOODS: "涉案物品清单",
        TransferPart.EXPERT: "检验报告或者鉴定结论",
        TransferPart.OTHER: "其他有关材料",
        TransferPart.NO_EXPERT: "没有作检验鉴定",
        TransferPart.NO_GOODS: "没有涉案物品",
    },
)
