"""The closed lists of training: what is taught, how, on what occasion, how an attendance came about, why somebody is off duty."""

from django.db import models


class CourseKind(models.TextChoices):
    """What the hours of a course are hours of. Hours of one kind never stand in for another's (聊城市实施方案三(一)2)."""

    PUBLIC = "public", "公共法律知识"
    SPECIAL = "special", "专业法律知识"
    SKILL = "skill", "实操技能"
    ROTATION = "rotation", "在岗轮训（本系统业务）"
    REVIEW = "review", "法制审核"
    DELEGATED = "delegated", "下放、赋权事项业务"
    THOUGHT = "thought", "习近平法治思想"
    POLITICS = "politics", "政治理论和党性教育"
    INDUCTION = "induction", "岗前培训"
    RETURN = "return", "离岗教育"
    SUPERVISION = "supervision", "执法监督业务"


BUSINESS = frozenset({CourseKind.SPECIAL, CourseKind.ROTATION, CourseKind.REVIEW, CourseKind.DELEGATED})
"""业务知识: the second of the three classes whose hours make up the year's (河北区实施方案二(一)2, 新政办函〔2024〕38号清单一(一)2)."""

CLASSES: dict[str, frozenset[CourseKind]] = {"公共法律知识": frozenset({CourseKind.PUBLIC}), "业务知识": BUSINESS, "执法技能": frozenset({CourseKind.SKILL})}
"""The three classes, each of which must have some hours; together they make up the hours of a year."""

IN_YEAR = frozenset().union(*CLASSES.values())
"""Kinds whose hours count towards the hours of a year."""


class Topic(models.TextChoices):
    """What a course is about besides its kind, where a clause asks that everybody has heard of it."""

    ETHICS = "ethics", "执法行为规范和职业道德"
    INTEGRITY = "integrity", "勤政廉政"
    MORALS = "morals", "思想道德和素质"
    SUPERVISION = "supervision", "执法监督法规"
    DIGITAL = "digital", "执法信息化技能"
    SYSTEMS = "systems", "行政执法三项制度"
    DISCRETION = "discretion", "行政裁量权基准"
    SCHEMES = "schemes", "《行动计划》和《实施方案》"
    FIELD = "field", "本系统专业知识"
    HANDED = "handed", "下放、赋权事项"


class Method(models.TextChoices):
    """How a session is held (河北区实施方案二(一)2; 兴隆县指导意见二(五))."""

    LECTURE = "lecture", "法治专题讲座"
    QUIZ = "quiz", "知识竞答"
    COURT = "court", "旁听庭审"
    MOCK = "mock", "模拟执法"
    DRILL = "drill", "实战演练"
    GUIDANCE = "guidance", "到乡镇街道指导"
    EXCHANGE = "exchange", "业务交流会"
    OTHER = "other", "其他"


class Mode(models.TextChoices):
    """Where a course is followed."""

    OFFLINE = "offline", "线下"
    ONLINE = "online", "线上"


class Campaign(models.TextChoices):
    """What a session is part of (聊城市实施方案三(一)2: 全员大轮训；大培训大练兵大比武)."""

    ROTATION = "rotation", "全员轮训"
    TRAINING = "training", "大培训"
    PRACTICE = "practice", "大练兵"
    CONTEST = "contest", "大比武"


class Via(models.TextChoices):
    """How an attendance came to be written down."""

    CODE = "code", "扫码签到"
    HAND = "hand", "组织者补登"
    PAPER = "paper", "纸质签到表"


class PlanState(models.TextChoices):
    """Where a version of a plan stands."""

    DRAFT = "draft", "拟定中"
    FILED = "filed", "已报备"
    REPLACED = "replaced", "已被新版本代替"


class Cause(models.TextChoices):
    """Why somebody is taken off duty to be taught (聊城市实施方案三(一)3; 行政执法监督条例第三十二条)."""

    LIABILITY = "liability", "过错责任追究"
    SUSPENSION = "suspension", "暂扣行政执法证件"
    APPRAISAL = "appraisal", "有关考核不合格"
    SUPERVISION = "supervision", "执法监督机构建议离岗教育"
    OTHER = "other", "其他暂不适宜执法的情形"


class Outcome(models.TextChoices):
    """How lessons off duty end."""

    BACK = "back", "考核合格，重新上岗"
    MOVED = "moved", "调离执法岗位"
    DISQUALIFIED = "disqualified", "取消执法资格"
