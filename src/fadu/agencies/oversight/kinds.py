"""The closed lists of oversight."""

from django.db import models


class Way(models.TextChoices):
    """监督方式 (河北区实施方案二(四)12)."""

    REPORT = "report", "工作报告"
    APPRAISAL = "appraisal", "执法考评"
    STATISTICS = "statistics", "统计分析"
    FILES = "files", "案卷评查"
    OTHER = "other", "其他"


class Subject(models.TextChoices):
    """监督对象: the five of the same clause."""

    ORGANS = "organs", "执法主体"
    PEOPLE = "people", "执法人员"
    CREDENTIALS = "credentials", "执法证件"
    FILES = "files", "执法案卷"
    SYSTEMS = "systems", "三项制度"


class Where(models.TextChoices):
    """Whose portal a column stands on."""

    GOVERNMENT = "government", "政府门户网站"
    DEPARTMENT = "department", "部门门户网站"
    PLATFORM = "platform", "省级执法平台"


class Topic(models.TextChoices):
    """公示栏目: the eight kinds of 兴隆县指导意见三(七), and the column as a whole."""

    ALL = "all", "执法信息公示栏目（总栏目）"
    PEOPLE = "people", "执法人员"
    DUTIES = "duties", "职责"
    POWERS = "powers", "权限"
    BASES = "bases", "依据"
    PROCEDURE = "procedure", "程序"
    RESULTS = "results", "结果"
    REMEDIES = "remedies", "救济途径"
    INSPECTIONS = "inspections", "随机抽查事项清单"


EIGHT = tuple(topic for topic in Topic if topic is not Topic.ALL)
"""What each township shows on two platforms."""
