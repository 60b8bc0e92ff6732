"""The closed lists of legal counsel."""

from django.db import models


class ExpertKind(models.TextChoices):
    """Who an expert is (河北区实施方案二(六)15，聊城市实施方案三(五)11，兴隆县指导意见三(九))."""

    PUBLIC = "public", "公职律师"
    ADVISER = "adviser", "法律顾问"
    OUTSIDE = "outside", "购买法律服务的律师"
    POOL = "pool", "审核人才库专家"


ADVISING = (ExpertKind.PUBLIC, ExpertKind.ADVISER)
"""Whom every department should have, one or the other (河北区实施方案二(六)15)."""

HIRED = (ExpertKind.ADVISER, ExpertKind.OUTSIDE)
"""Whose opinion the organ's own reviewer signs (兴隆县指导意见三(九))."""


class Asked(models.TextChoices):
    """What is asked of another organ."""

    ADVICE = "advice", "调用公职律师、法律顾问"
    REVIEW = "review", "跨机关法制审核"


class Occasion(models.TextChoices):
    """On what occasion an expert speaks."""

    REVIEW = "review", "法制审核"
    DISCUSSION = "discussion", "集体讨论"
