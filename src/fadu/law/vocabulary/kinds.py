"""The closed lists that facts choose from."""

from enum import IntFlag

from fadu.law.vocabulary import coercing, hearing_marks, lists, marks, remedies, sector_marks, special
from fadu.law.vocabulary.labels import Labels


class Penalty(IntFlag):
    """Kinds of penalty, from light to heavy (行政处罚法第九条)."""

    WARNING = 1
    CRITICISM = 2
    FINE = 4
    GAIN = 8
    GOODS = 16
    SUSPEND_LICENCE = 32
    LOWER_GRADE = 64
    REVOKE_LICENCE = 128
    RESTRICT_BUSINESS = 256
    STOP_BUSINESS = 512
    CLOSE_DOWN = 1024
    RESTRICT_TRADE = 2048
    DETENTION = 4096
    OTHER = 8192


class Trigger(IntFlag):
    """What makes legal review compulsory (行政处罚法第五十八条第一款)."""

    PUBLIC_INTEREST = 1
    MAJOR_RIGHTS_AFTER_HEARING = 2
    COMPLEX = 4
    BY_STATUTE = 8


class Ground(IntFlag):
    """Grounds for a lighter or lesser penalty (行政处罚法第三十二条)."""

    REMEDIED = 1
    COERCED = 2
    CONFESSED = 4
    MERIT = 8
    BY_STATUTE = 16


class Told(IntFlag):
    """What the notice before a penalty tells (行政处罚法第四十四条)."""

    CONTENT = 1
    FACTS = 2
    REASONS = 4
    BASIS = 8
    DEFENCE = 16
    HEARING = 32


LABELS = marks.LABELS | coercing.LABELS | sector_marks.LABELS | hearing_marks.LABELS | special.LABELS | lists.LABELS | remedies.LABELS | Labels(
    {
        Penalty.WARNING: "警告",
        Penalty.CRITICISM: "通报批评",
        Penalty.FINE: "罚款",
        Penalty.GAIN: "没收违法所得",
        Penalty.GOODS: "没收非法财物",
        Penalty.SUSPEND_LICENCE: "暂扣许可证件",
        Penalty.LOWER_GRADE: "降低资质等级",
        Penalty.REVOKE_LICENCE: "吊销许可证件",
        Penalty.RESTRICT_BUSINESS: "限制开展生产经营活动",
        Penalty.STOP_BUSINESS: "责令停产停业",
        Penalty.CLOSE_DOWN: "责令关闭",
        Penalty.RESTRICT_TRADE: "限制从业",
        Penalty.DETENTION: "行政拘留",
        Penalty.OTHER: "法律、行政法规规定的其他处罚",
    },
    {
        Trigger.PUBLIC_INTEREST: "涉及重大公共利益",
        Trigger.MAJOR_RIGHTS_AFTER_HEARING: "直接关系重大权益且经过听证",
        Trigger.COMPLEX: "疑难复杂、涉及多个法律关系",
        Trigger.BY_STATUTE: "法律、法规规定的其他情形",
    },
    {
        Ground.REMEDIED: "主动消除或者减轻危害后果",
        Ground.COERCED: "受他人胁迫或者诱骗",
        Ground.CONFESSED: "主动供述尚未掌握的违法行为",
        Ground.MERIT: "配合查处有立功表现",
        Ground.BY_STATUTE: "法律、法规、规章规定的其他情形",
    },
    {
        Told.CONTENT: "拟处罚内容",
        Told.FACTS: "事实",
        Told.REASONS: "理由",
        Told.BASIS: "依据",
        Told.DEFENCE: "陈述、申辩的权利",
        Told.HEARING: "要求听证的权利",
    },
)

PARTY = (("person", "公民"), ("unit", "法人或者其他组织"))
LEVEL = (
    ("law", "法律"),
    ("admin_regulation", "行政法规"),
    ("local_regulation", "地方性法规"),
    ("department_rule", "部门规章"),
    ("local_rule", "地方政府规章"),
    ("other", "其他规范性文件"),
)
SERVICE = (
    ("direct", "直接送达"),
    ("left", "留置送达"),
    ("entrusted", "委托送达"),
    ("post", "邮寄送达"),
    ("electronic", "电子送达"),
    ("forwarded", "转交送达"),
    ("announcement", "公告送达"),
)
OUTCOME = (
    ("penalty", "给予行政处罚"),
    ("none_statutory", "依法不予行政处罚"),
    ("none_unproven", "违法事实不能成立，不予行政处罚"),
    ("transfer_agency", "移送其他行政机关"),
    ("transfer_criminal", "移送司法机关"),
)
