"""The closed lists of the room: kinds of organs, fields of enforcement, levels, people, states of a credential."""

from django.db import models


class OrganKind(models.TextChoices):
    """By what right an organ enforces (行政处罚法第十七条至第二十一条)."""

    STATUTORY = "statutory", "法定行政机关"
    AUTHORISED = "authorised", "法律、法规授权的组织"
    ENTRUSTED = "entrusted", "受委托组织"
    DISPATCHED = "dispatched", "派出机构"


class Field(models.TextChoices):
    """Fields of enforcement; of an organ what it is in charge of, of a credential what it is good for."""

    MARKET = "market", "市场监管"
    ECOLOGY = "ecology", "生态环境"
    CITY = "city", "城市管理"
    EMERGENCY = "emergency", "应急管理"
    AGRICULTURE = "agriculture", "农业农村"
    HEALTH = "health", "卫生健康"
    TRANSPORT = "transport", "交通运输"
    CULTURE = "culture", "文化旅游"
    RESOURCES = "resources", "自然资源"
    HOUSING = "housing", "住房城乡建设"
    WATER = "water", "水利"
    LABOUR = "labour", "人力资源社会保障"
    EDUCATION = "education", "教育"
    CIVIL = "civil", "民政"
    FIRE = "fire", "消防救援"
    DRUGS = "drugs", "药品监管"
    POLICE = "police", "公安"
    TRAFFIC = "traffic", "公安交通管理"
    JUSTICE = "justice", "司法行政"
    GOVERNMENT = "government", "人民政府"
    GENERAL = "general", "综合行政执法"
    OTHER = "other", "其他"


class Level(models.TextChoices):
    """The level of government an organ belongs to."""

    NATION = "nation", "国家"
    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    COUNTY = "county", "县级"
    TOWNSHIP = "township", "乡级"


class Funding(models.TextChoices):
    """Where an organ's money comes from (经费来源), published with its standing."""

    FULL = "full", "财政全额拨款"
    PART = "part", "财政差额拨款"
    SELF = "self", "自收自支"
    UPPER = "upper", "上级财政保障（垂直管理）"


class ConfirmedBy(models.TextChoices):
    """Who confirms the standing of an organ (行政执法监督条例第十七条第一款; 山东省行政执法监督条例第九条第二款)."""

    GOVERNMENT = "government", "本级人民政府"
    JUSTICE = "justice", "司法行政部门"


class StandingEnd(models.TextChoices):
    """How a standing ended: replaced by another, or gone."""

    CHANGED = "changed", "变更"
    CANCELLED = "cancelled", "注销"


class SuccessionKind(models.TextChoices):
    """What became of organs in a reform (机构改革)."""

    MERGE = "merge", "合并"
    SPLIT = "split", "分立"
    RENAME = "rename", "更名"
    TRANSFER = "transfer", "划转"


class Employment(models.TextChoices):
    """How a person is employed; only the first two may hold a credential (CF-042-1a, HB-040-3)."""

    CIVIL_SERVANT = "civil", "在编：公务员"
    PUBLIC_STAFF = "public", "在编：事业单位人员"
    AUXILIARY = "auxiliary", "执法辅助人员"
    LOGISTICS = "logistics", "工勤人员"
    TEMPORARY = "temporary", "临时聘用人员"


ON_ESTABLISHMENT = frozenset({Employment.CIVIL_SERVANT, Employment.PUBLIC_STAFF})


class State(models.TextChoices):
    """The state of a credential."""

    VALID = "valid", "有效"
    SUSPENDED = "suspended", "暂扣"
    RETURNED = "returned", "收回"
    TAKEN = "taken", "收缴"
    REVOKED = "revoked", "吊销"
    CANCELLED = "cancelled", "注销"


NEXT: dict[State, tuple[State, ...]] = {
    State.VALID: (State.SUSPENDED, State.RETURNED, State.TAKEN, State.REVOKED),
    State.SUSPENDED: (State.VALID, State.RETURNED, State.TAKEN, State.REVOKED),
    State.REVOKED: (State.TAKEN,),
    State.RETURNED: (State.CANCELLED,),
    State.TAKEN: (State.CANCELLED,),
    State.CANCELLED: (),
}
"""What may follow a state. Returned on transfer or retirement, taken in on dismissal or conviction; either is followed by
cancellation (兴隆县指导意见二(四), catalogue P1-4)."""
