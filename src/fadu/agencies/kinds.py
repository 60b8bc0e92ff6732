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
    LOST = "lost", "遗失"
    RETURNED = "returned", "收回"
    TAKEN = "taken", "收缴"
    REVOKED = "revoked", "吊销"
    CANCELLED = "cancelled", "注销"


_DYNAMIC = "兴隆县指导意见二(四)"
_DISCIPLINE = "河北省行政执法监督条例第二十九条"
_RETRAINING = "聊城市实施方案三(一)3"

FOLLOWS: dict[tuple[State, State], str] = {
    (State.VALID, State.SUSPENDED): _DISCIPLINE,
    (State.SUSPENDED, State.VALID): _RETRAINING,
    (State.VALID, State.LOST): _DYNAMIC,
    (State.LOST, State.VALID): _DYNAMIC,
    **{(before, State.RETURNED): _DYNAMIC for before in (State.VALID, State.SUSPENDED)},
    **{(before, State.TAKEN): _DYNAMIC for before in (State.VALID, State.SUSPENDED, State.REVOKED)},
    **{(before, State.REVOKED): _DISCIPLINE for before in (State.VALID, State.SUSPENDED, State.LOST)},
    **{(before, State.CANCELLED): _DYNAMIC for before in (State.RETURNED, State.TAKEN, State.LOST)},
}
"""What may follow what, and the clause that says so. Returned on transfer or retirement, taken in on dismissal or conviction;
either is followed by cancellation (兴隆县指导意见二(四), catalogue P1-4). Suspension and revocation are measures against the
person (河北省行政执法监督条例第二十九条); who was retrained and examined gets the card back (聊城市实施方案三(一)3). A lost card
is void until it is found or cancelled."""

NEXT: dict[State, tuple[State, ...]] = {state: tuple(after for before, after in FOLLOWS if before == state) for state in State}
"""What may follow a state."""


class Leaving(models.TextChoices):
    """Why a person leaves enforcement, in the words of the law (兴隆县指导意见二(四), 新邵县清单一(二)5)."""

    MOVED = "moved", "调整到其他单位执法岗位"
    RETIRED = "retired", "退休"
    OFF_POST = "off_post", "调离执法岗位"
    RESIGNED = "resigned", "辞去公职"
    DISMISSED = "dismissed", "被辞退"
    REMOVED = "removed", "开除公职"
    CONVICTED = "convicted", "判处刑罚或者免予刑事处罚"
    UNFIT = "unfit", "其他不符合执法要求的情形"


TAKEN_IN = frozenset({Leaving.DISMISSED, Leaving.REMOVED, Leaving.CONVICTED})
"""Who leaves like this has the credential taken in (收缴); of everybody else it is taken back (收回)."""


class Exam(models.TextChoices):
    """The two examinations of who asks for a credential (兴隆县指导意见二(二))."""

    PUBLIC = "public", "公共法律知识"
    PROFESSIONAL = "professional", "专业法律知识"


class Source(models.TextChoices):
    """How a credential came into the register."""

    APPLICATION = "application", "申领颁发"
    EXISTING = "existing", "登记既有证件"


class Purpose(models.TextChoices):
    """What an application asks for."""

    FIRST = "first", "申领"
    EXCHANGE = "exchange", "换发（调动）"
    RENEWAL = "renewal", "换发（到期）"
    REISSUE = "reissue", "补发（遗失）"


class Stage(models.TextChoices):
    """Where an application for a credential stands."""

    APPLIED = "applied", "已申请"
    CHECKED = "checked", "单位审查通过"
    EXAMINED = "examined", "考试合格"
    APPROVED = "approved", "审核通过"
    ISSUED = "issued", "已颁发"
    REFUSED = "refused", "不予颁发"
    WITHDRAWN = "withdrawn", "已撤回"


OPEN_STAGES = (Stage.APPLIED, Stage.CHECKED, Stage.EXAMINED, Stage.APPROVED)
COURSE = (*OPEN_STAGES, Stage.ISSUED)
"""The stages of an application that comes to its end."""
_CONDITIONS = "兴隆县指导意见二(二)"
_EXAMINED = "行政执法监督条例第十七条第二款"

MOVES: dict[tuple[Stage, Stage], tuple[str, str, str]] = {
    (Stage.APPLIED, Stage.CHECKED): ("单位审查通过", "application.check", _CONDITIONS),
    (Stage.APPLIED, Stage.REFUSED): ("单位审查不同意", "application.check", _CONDITIONS),
    (Stage.CHECKED, Stage.EXAMINED): ("核对考试成绩，均合格", "people.manage", _CONDITIONS),
    (Stage.CHECKED, Stage.REFUSED): ("考试不合格，不予颁发", "application.approve", _EXAMINED),
    (Stage.EXAMINED, Stage.APPROVED): ("审核通过，准予制发", "application.approve", _EXAMINED),
    (Stage.EXAMINED, Stage.REFUSED): ("审核不通过，不予颁发", "application.approve", _EXAMINED),
    **{(stage, Stage.WITHDRAWN): ("撤回申请", "application.make", _CONDITIONS) for stage in OPEN_STAGES},
}
"""How an application moves on: what it is called, what one must be allowed to do, the clause. What is approved is issued by
registering the credential itself (`services.issue_credential`)."""
