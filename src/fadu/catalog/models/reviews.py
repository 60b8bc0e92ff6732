"""Reviews of items, and the yearly evaluation of what was granted to townships."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from fadu.catalog.models.delegations import Delegation
from fadu.catalog.models.items import PowerItem


class ReviewGround(models.TextChoices):
    """Why an item is reviewed (三年行动计划实施方案 二(三)7: regular review, and the three kinds to be cleared away)."""

    REGULAR = "regular", "逐项审查"
    CHANGED = "changed", "依据修改、废止"
    UNUSED = "unused", "近五年未发生"
    RARE = "rare", "极少发生且没有实施必要"
    DOUBLED = "doubled", "交叉重复"


class ReviewResult(models.TextChoices):
    """What a review comes to."""

    KEEP = "keep", "保留"
    MODIFY = "modify", "修改"
    CANCEL = "cancel", "取消"
    SUSPEND = "suspend", "暂停"
    HAND_DOWN = "down", "下放"


class ItemReview(models.Model):
    """合法性、合理性、必要性审查: taken up on a day, due on another, ended with three findings and a result."""

    item = models.ForeignKey(PowerItem, models.PROTECT, related_name="reviews", verbose_name="事项")
    code = models.CharField("事项编码", max_length=40)
    ground = models.CharField("审查的原因", max_length=10, choices=ReviewGround.choices)
    opened_on = models.DateField("列入审查之日")
    due_on = models.DateField("应当完成之日")
    opened_why = models.CharField("说明", max_length=200, blank=True)
    opened_by = models.CharField("列入人", max_length=60)
    legality = models.BooleanField("合法", null=True)
    legality_why = models.CharField("合法性审查意见", max_length=400, blank=True)
    reasonableness = models.BooleanField("合理", null=True)
    reasonableness_why = models.CharField("合理性审查意见", max_length=400, blank=True)
    necessity = models.BooleanField("必要", null=True)
    necessity_why = models.CharField("必要性审查意见", max_length=400, blank=True)
    result = models.CharField("审查结论", max_length=10, choices=ReviewResult.choices, blank=True)
    result_why = models.CharField("结论的理由", max_length=400, blank=True)
    reviewed_on = models.DateField("审查之日", null=True, blank=True)
    reviewer = models.CharField("审查人", max_length=60, blank=True)
    reviewer_id = models.PositiveBigIntegerField("审查人账号", null=True)
    carried_out_on = models.DateField("落实之日", null=True, blank=True, help_text="保留的即审查之日；其他结论为清单调整之日")

    class Meta:
        """One review of an item at a time, ended with all three findings or not at all."""

        ordering: ClassVar[list[str]] = ["due_on", "id"]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["code", "reviewed_on"], name="review_of_code")]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["code"], condition=Q(reviewed_on__isnull=True), name="item_review_one_open"),
            models.CheckConstraint(
                condition=Q(reviewed_on__isnull=True, result="")
                | (Q(reviewed_on__isnull=False, legality__isnull=False, reasonableness__isnull=False, necessity__isnull=False) & ~Q(result="")),
                name="item_review_whole",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.get_ground_display()}"


class EvaluationResult(models.TextChoices):
    """What the evaluation of a grant comes to."""

    KEEP = "keep", "保留"
    ADJUST = "adjust", "调整（收回部分事项）"
    WITHDRAW = "withdraw", "收回"


class GrantEvaluation(models.Model):
    """The yearly evaluation of a grant to a township: whether it can cope (接得住) and does it well (管得好).

    `indicators` are the numbers as they were computed that day: [{"name", "label", "value", "line", "met"}, …].
    """

    grant = models.ForeignKey(Delegation, models.PROTECT, related_name="evaluations", verbose_name="赋权")
    year = models.PositiveSmallIntegerField("年度")
    evaluated_on = models.DateField("评估之日")
    indicators = models.JSONField("指标", default=list)
    unused = models.JSONField("没有办件的事项", default=list)
    unused_why = models.CharField("没有办件的说明", max_length=400, blank=True)
    conclusion = models.CharField("结论", max_length=10, choices=EvaluationResult.choices)
    reason = models.CharField("理由", max_length=400)
    taken_back = models.JSONField("收回的事项", default=list)
    effective_on = models.DateField("自哪天起", null=True, blank=True)
    followed_by = models.ForeignKey(Delegation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="调整后的赋权")
    by_name = models.CharField("评估人", max_length=60)
    recorded_at = models.DateTimeField("登记时间", auto_now_add=True)

    class Meta:
        """A grant is evaluated once a year."""

        ordering: ClassVar[list[str]] = ["-year", "-id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["grant", "year"], name="grant_evaluated_once_a_year"),
            models.CheckConstraint(condition=Q(conclusion="keep") | Q(effective_on__isnull=False), name="grant_change_has_a_day"),
        ]

    def __str__(self) -> str:
        return f"{self.grant} {self.year}"
