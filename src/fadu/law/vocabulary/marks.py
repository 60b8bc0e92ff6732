"""The closed lists of formalities: what was done, stated or lacking."""

from enum import IntFlag

from fadu.law.vocabulary.labels import Labels


class Flaw(IntFlag):
    """What evidence lacks in form (市场监督管理行政处罚程序规定第二十四条至第二十七条)."""

    COPY = 1
    CARRIER = 2
    TRANSCRIPT = 4
    DATA = 8
    ABROAD = 16
    TRANSLATION = 32


class Scene(IntFlag):
    """The scenes to be recorded in sound or picture (同上，第四十四条)."""

    INSPECTION = 1
    QUESTIONING = 2
    SAMPLING = 4
    PRESERVING = 8
    SEIZING = 16


class Sampling(IntFlag):
    """How samples were taken (同上，第三十一条)."""

    SUMMONED = 1
    SEALED = 2
    LISTED = 4
    SIGNED = 8
    BOUGHT_ON_FILM = 16
    OPENED_ON_FILM = 32
    SEALED_ON_FILM = 64


class Handed(IntFlag):
    """What goes with a preservation on the spot (同上，第三十四条第一款)."""

    COUNTED = 1
    LISTED = 2
    SIGNED = 4
    COPY = 8
    NOTICE = 16


class ReportPart(IntFlag):
    """What the report at the end of the inquiry says (同上，第四十八条)."""

    PARTY = 1
    COURSE = 2
    FACTS = 4
    NATURE = 8
    HANDLING = 16
    DISCRETION = 32


class DecisionPart(IntFlag):
    """What a written decision says (同上，第六十二条、第六十八条)."""

    PARTY = 1
    FACTS = 2
    DEFENCE = 4
    CONTENT = 8
    BASIS = 16
    PERFORMANCE = 32
    REMEDY = 64
    ORGAN = 128
    DATE = 256
    PLACE = 512


class Stop(IntFlag):
    """What stops the count of the days of a case (同上，第六十四条第二款)."""

    SUSPENSION = 1
    HEARING = 2
    ANNOUNCEMENT = 4
    TEST = 8
    IDENTIFICATION = 16
    REFUND = 32


LABELS = Labels(
    {
        Flaw.COPY: "书证、物证复制件没有注明与原件一致、日期、出处并签章",
        Flaw.CARRIER: "视听资料复制件没有注明制作方法、时间、制作人",
        Flaw.TRANSCRIPT: "声音资料没有附文字记录",
        Flaw.DATA: "电子数据不是原始载体，又没有注明制作方法、时间、制作人",
        Flaw.ABROAD: "境外形成的证据没有履行证明手续",
        Flaw.TRANSLATION: "外文证据没有附经签章的中文译本",
    },
    {
        Scene.INSPECTION: "现场检查",
        Scene.QUESTIONING: "询问",
        Scene.SAMPLING: "抽样取证",
        Scene.PRESERVING: "先行登记保存",
        Scene.SEIZING: "查封、扣押",
    },
    {
        Sampling.SUMMONED: "通知当事人到场",
        Sampling.SEALED: "对样品加贴封条",
        Sampling.LISTED: "制作抽样记录、开具清单",
        Sampling.SIGNED: "封条和记录签名",
        Sampling.BOUGHT_ON_FILM: "记录交易过程",
        Sampling.OPENED_ON_FILM: "记录拆包查验",
        Sampling.SEALED_ON_FILM: "记录封样",
    },
    {
        Handed.COUNTED: "当场清点",
        Handed.LISTED: "开具清单",
        Handed.SIGNED: "清单签名",
        Handed.COPY: "清单交当事人一份",
        Handed.NOTICE: "当场交付通知书",
    },
    {
        ReportPart.PARTY: "当事人的基本情况",
        ReportPart.COURSE: "案件来源、调查经过",
        ReportPart.FACTS: "认定的事实及主要证据",
        ReportPart.NATURE: "违法行为性质",
        ReportPart.HANDLING: "处理意见及依据",
        ReportPart.DISCRETION: "自由裁量的理由",
    },
    {
        DecisionPart.PARTY: "当事人基本情况",
        DecisionPart.FACTS: "违法事实和证据",
        DecisionPart.DEFENCE: "陈述、申辩的采纳情况及理由",
        DecisionPart.CONTENT: "处罚种类和数额",
        DecisionPart.BASIS: "处罚依据",
        DecisionPart.PERFORMANCE: "履行方式和期限",
        DecisionPart.REMEDY: "复议、诉讼的途径和期限",
        DecisionPart.ORGAN: "机关名称",
        DecisionPart.DATE: "作出决定的日期",
        DecisionPart.PLACE: "处罚地点",
    },
    {
        Stop.SUSPENSION: "中止",
        Stop.HEARING: "听证",
        Stop.ANNOUNCEMENT: "公告",
        Stop.TEST: "检测、检验、检疫、鉴定",
        Stop.IDENTIFICATION: "权利人辨认或者鉴别",
        Stop.REFUND: "责令退还多收价款",
    },
)
