"""The closed lists of posts and strength."""

from django.db import models


class Channel(models.TextChoices):
    """How a township gets more hands (聊城市实施方案三(三)7)."""

    SENT = "sent", "下沉"
    FOUND = "found", "内部挖潜"
    HIRED = "hired", "招录"


class OrderedBy(models.TextChoices):
    """Who gave the order."""

    TOWNSHIP = "township", "乡镇（街道）"
    DEPARTMENT = "department", "派驻部门"


class Office(models.TextChoices):
    """Whose roll or check it is."""

    POSTS = "posts", "机构编制部门"
    HUMAN = "human", "人力资源社会保障部门"


class Roll(models.TextChoices):
    """Which of the two registers a line is held against (黑政办发〔2019〕26号三(八)2(1))."""

    ENFORCING = "enforcing", "执法人员"
    REVIEWING = "reviewing", "法制审核人员"


class Style(models.TextChoices):
    """The style of a credential."""

    NATIONAL = "national", "全国统一样式"
    FORMER = "former", "旧样式"
