"""The closed lists of appraisal and care."""

from django.db import models


class Grade(models.TextChoices):
    """The outcome of an annual appraisal (年度考核等次)."""

    EXCELLENT = "excellent", "优秀"
    COMPETENT = "competent", "称职（合格）"
    BASIC = "basic", "基本称职（基本合格）"
    FAILED = "failed", "不称职（不合格）"
    UNGRADED = "ungraded", "不定等次"


class Method(models.TextChoices):
    """How an organ is appraised: three pairs (兴隆县指导意见四(十七))."""

    QUALITATIVE = "qualitative", "定性"
    QUANTITATIVE = "quantitative", "定量"
    INTERNAL = "internal", "内部"
    EXTERNAL = "external", "外部"
    INSPECTED = "inspected", "检查"
    SELF = "self", "自查"


class MatterKind(models.TextChoices):
    """Accountability or exemption."""

    ACCOUNTABILITY = "accountability", "责任追究"
    EXEMPTION = "exemption", "容错免责"


class Stage(models.TextChoices):
    """How far a matter has come."""

    ACCEPTED = "accepted", "受理"
    INVESTIGATED = "investigated", "调查"
    HEARD = "heard", "听取陈述申辩"
    DECIDED = "decided", "决定"
    REVIEWED = "reviewed", "复核"
    CLOSED = "closed", "办结"


NEXT_STAGE: dict[Stage, tuple[Stage, ...]] = {
    Stage.ACCEPTED: (Stage.INVESTIGATED,),
    Stage.INVESTIGATED: (Stage.HEARD,),
    Stage.HEARD: (Stage.DECIDED,),
    Stage.DECIDED: (Stage.REVIEWED, Stage.CLOSED),
    Stage.REVIEWED: (Stage.CLOSED,),
    Stage.CLOSED: (),
}
"""A person is heard before anything is decided; a decision may be reviewed once."""

CONCLUDING = frozenset({Stage.DECIDED, Stage.REVIEWED})
"""Stages that say whether the matter was found."""


class Decider(models.TextChoices):
    """Who may decide a matter."""

    MEETING = "meeting", "机关负责人集体讨论"
    APPOINTING = "appointing", "任免机关、单位"
    SUPERVISING = "supervising", "监察机关"
    GOVERNMENT = "government", "本级人民政府"


class Cover(models.TextChoices):
    """What a person is insured against."""

    ACCIDENT = "accident", "人身意外伤害保险"
    INJURY = "injury", "工伤保险"
    OTHER = "other", "其他保险"


class AwayKind(models.TextChoices):
    """Why a person on the team is not at work there; no cause of health is kept."""

    SECONDED = "seconded", "借调"
    LEAVE = "leave", "长期不在岗"


class OrganGrade(models.TextChoices):
    """The outcome of an organ's yearly appraisal (年度依法行政考核等次), the best first."""

    EXCELLENT = "excellent", "优秀"
    GOOD = "good", "良好"
    PASSED = "passed", "合格"
    FAILED = "failed", "不合格"


class TalkKind(models.TextChoices):
    """How somebody is looked after and overseen from day to day (兴隆县指导意见二(三))."""

    TALK = "talk", "谈心谈话"
    CHECK = "check", "履职监督检查"
    POLITICS = "politics", "思想政治评价"


class Complained(models.TextChoices):
    """Where a breach of discipline came to light."""

    COMPLAINT = "complaint", "投诉举报"
    INSPECTION = "inspection", "监督检查"
    DISCIPLINE = "discipline", "纪检监察机关"
